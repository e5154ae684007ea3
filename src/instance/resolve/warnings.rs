//! Warnings: what is allowed in an instance and yet probably a mistake.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{IdKind, IdRegister, warn_of_like_ids};
use super::problems::{Location, Problems};
use crate::base::{Coordinates, IdVec};
use crate::input::Dropped;
use crate::input::errors::{InputWarning, nearest};
use crate::instance::document::{InstanceDocument, Postcode};
use crate::instance::{Instance, Named, Start, Student, StudentId, TermId};
use crate::message;
use crate::texts::Message;

/// The distance in degrees from the median of all points beyond which a point is far.
const FAR_DEGREES: f64 = 15.0;
/// The distance in degrees from the median of all points within which a point is near.
const NEAR_DEGREES: f64 = 5.0;

/// All warnings about an instance: about schools, students and ids.
pub fn of(
    document: &InstanceDocument,
    instance: &Instance,
    names: &IdRegister,
    dropped: &Dropped,
) -> Vec<InputWarning> {
    let mut warnings = Warnings { places: Problems::new(dropped), found: Vec::new() };
    let rows = Rows {
        schools: names.roll(IdKind::School).rows().collect(),
        students: names.roll(IdKind::Student).rows().collect::<Vec<_>>().into(),
    };
    unknown_places(document, instance, &rows, &mut warnings);
    exchanged_coordinates(instance, &rows, &mut warnings);
    idle_schools(instance, &rows, &mut warnings);
    unmet_terms(instance, &rows, &mut warnings);
    idle_clusters(instance, &rows, &mut warnings);
    only_idle_clusters(instance, &rows, &mut warnings);
    fixed_and_excluded(instance, &rows, &mut warnings);
    reasons_for_nothing(instance, &rows, &mut warnings);
    earlier_elsewhere(document, names, &mut warnings);
    warnings.found.extend(warn_of_like_ids(document));
    warnings.found
}

/// The rows of schools and students in the document.
struct Rows {
    schools: Vec<usize>,
    students: IdVec<StudentId, usize>,
}

struct Warnings<'a> {
    places: Problems<'a>,
    found: Vec<InputWarning>,
}

impl Warnings<'_> {
    fn add(&mut self, spot: Location, message: Message) {
        let (location, message) = (self.places.written(spot), message.into());
        self.found.push(InputWarning { location, message });
    }
}

/// Schools and students whose location is unknown.
fn unknown_places(
    document: &InstanceDocument,
    instance: &Instance,
    rows: &Rows,
    warnings: &mut Warnings,
) {
    let table = instance.journeys.table();
    let starts: BTreeSet<Start> = table.iter().map(|(from, ..)| *from).collect();
    let ends: BTreeSet<_> = table.iter().map(|(_, to, _)| *to).collect();
    let list = Location::Document.key("schools");
    for ((id, school), &row) in instance.schools.iter().zip(&rows.schools) {
        if school.at.is_some() {
            continue;
        }
        let in_table = ends.contains(&id) || starts.contains(&Start::School(id));
        let postcode = document.schools[row].postcode.as_ref();
        if let Some(message) = unknown_place(IdKind::School, &school.id, postcode, in_table) {
            warnings.add(list.index(row), message);
        }
    }
    let list = Location::Document.key("students");
    for (id, student) in instance.students.iter().filter(|(_, student)| student.at.is_none()) {
        let row = rows.students[id];
        let in_table = starts.contains(&Start::Student(id));
        let postcode = document.students[row].postcode.as_ref();
        if let Some(message) = unknown_place(IdKind::Student, &student.id, postcode, in_table) {
            warnings.add(list.index(row), message);
        }
    }
}

/// What is to be said of something without coordinates; nothing where the table of journeys has it.
fn unknown_place(
    kind: IdKind,
    id: &str,
    postcode: Option<&Postcode>,
    is_in_table: bool,
) -> Option<Message> {
    let kind = kind.message();
    match postcode {
        Some(_) => Some(message!("instance-no-postcodes", kind = kind, id = id)),
        None if is_in_table => None,
        None => Some(message!("instance-no-place", kind = kind, id = id)),
    }
}

/// Points far from all others that would be near them with latitude and longitude exchanged.
fn exchanged_coordinates(instance: &Instance, rows: &Rows, warnings: &mut Warnings) {
    let schools = instance.schools.values().zip(&rows.schools);
    let schools = schools.filter_map(|(school, &row)| Some(("schools", row, school.at?)));
    let students = instance.students.iter();
    let students =
        students.filter_map(|(id, student)| Some(("students", rows.students[id], student.at?)));
    let points: Vec<(&str, usize, Coordinates)> = schools.chain(students).collect();
    let middle = |of: fn(&Coordinates) -> f64| {
        let mut values: Vec<f64> = points.iter().map(|(.., at)| of(at)).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied()
    };
    let (Some(north), Some(east)) = (middle(|at| at.latitude), middle(|at| at.longitude)) else {
        return;
    };
    let off =
        |latitude: f64, longitude: f64| (latitude - north).abs().max((longitude - east).abs());
    for (list, row, at) in &points {
        if off(at.latitude, at.longitude) > FAR_DEGREES
            && off(at.longitude, at.latitude) < NEAR_DEGREES
        {
            let (latitude, longitude) = (at.latitude.to_string(), at.longitude.to_string());
            let message =
                message!("instance-exchanged", latitude = latitude, longitude = longitude);
            warnings.add(Location::Document.key(list).index(*row).key("at"), message);
        }
    }
}

fn idle_schools(instance: &Instance, rows: &Rows, warnings: &mut Warnings) {
    let list = Location::Document.key("schools");
    for (school, &row) in instance.schools.values().zip(&rows.schools) {
        if school.places == 0 {
            let message = if school.name == school.id {
                message!("instance-no-places", id = &school.id)
            } else {
                message!("instance-no-places-named", id = &school.id, name = &school.name)
            };
            warnings.add(list.index(row).key("places"), message);
        }
    }
}

/// Denominations and concepts that students wish for and no school has.
fn unmet_terms(instance: &Instance, rows: &Rows, warnings: &mut Warnings) {
    let schools = || instance.schools.values();
    let denominations: BTreeSet<TermId> =
        schools().flat_map(|school| &school.denominations).copied().collect();
    let concepts: BTreeSet<TermId> =
        schools().flat_map(|school| &school.concepts).copied().collect();
    let wish = |student: &Student| -> Vec<TermId> {
        student.denomination.iter().flat_map(|wish| wish.terms.clone()).collect()
    };
    unmet("denomination", &denominations, instance, rows, &wish, warnings);
    unmet("concepts", &concepts, instance, rows, &|student| student.concepts.clone(), warnings);
}

fn unmet(
    key: &'static str,
    offered: &BTreeSet<TermId>,
    instance: &Instance,
    rows: &Rows,
    wished: &dyn Fn(&Student) -> Vec<TermId>,
    warnings: &mut Warnings,
) {
    let mut seen = BTreeSet::new();
    for (id, student) in instance.students.iter() {
        for term in wished(student) {
            if offered.contains(&term) || !seen.insert(term) {
                continue;
            }
            let word = &instance.terms[term];
            let words = offered.iter().map(|&term| instance.terms[term].as_str());
            let message = match nearest(word, words) {
                Some(meant) => message!("instance-no-school-has-but", word = word, meant = meant),
                None => message!("instance-no-school-has", word = word),
            };
            let list = Location::Document.key("students");
            let spot = list.index(rows.students[id]);
            warnings.add(spot.key(key), message);
        }
    }
}

/// Clusters that take no part although a student wishes for or excludes them, once each.
fn idle_clusters(instance: &Instance, rows: &Rows, warnings: &mut Warnings) {
    let mut named = BTreeMap::new();
    for (id, student) in instance.students.iter() {
        let lists = [("wishes", &*student.wishes), ("not", &*student.not)];
        for (key, location) in
            lists.iter().flat_map(|(key, list)| list.iter().map(move |it| (*key, it)))
        {
            if let Named::Cluster(cluster) = location
                && !instance.clusters[*cluster].takes_part
            {
                named.entry(*cluster).or_insert((rows.students[id], key));
            }
        }
    }
    let list = Location::Document.key("students");
    for (cluster, (row, key)) in named {
        let id = &instance.clusters[cluster].id;
        let message = message!("instance-idle-cluster", id = id);
        warnings.add(list.index(row).key(key), message);
    }
}

/// Students whose `only` list has no entry but clusters that take no part.
fn only_idle_clusters(instance: &Instance, rows: &Rows, warnings: &mut Warnings) {
    let is_idle = |named: &Named| match named {
        Named::Cluster(cluster) => !instance.clusters[*cluster].takes_part,
        Named::School(_) | Named::Board(_) => false,
    };
    let list = Location::Document.key("students");
    for (id, student) in instance.students.iter() {
        if student.only.as_ref().is_some_and(|only| only.iter().all(is_idle)) {
            let message = message!("instance-only-idle", id = &student.id);
            warnings.add(list.index(rows.students[id]).key("only"), message);
        }
    }
}

/// Students fixed at a school that their own `not` list excludes.
fn fixed_and_excluded(instance: &Instance, rows: &Rows, warnings: &mut Warnings) {
    let list = Location::Document.key("students");
    for (id, student) in instance.students.iter() {
        let Some(fixed) = student.fixed else { continue };
        if student.not.iter().any(|&named| instance.is_at(fixed, named)) {
            let school = &instance.schools[fixed].id;
            let message =
                message!("instance-fixed-excluded", student = &student.id, school = school);
            warnings.add(list.index(rows.students[id]).key("fixed"), message);
        }
    }
}

/// Students with a reason beside nothing that it could explain.
fn reasons_for_nothing(instance: &Instance, rows: &Rows, warnings: &mut Warnings) {
    let list = Location::Document.key("students");
    for (id, student) in instance.students.iter() {
        let explains = student.fixed.is_some() || !student.not.is_empty() || student.only.is_some();
        if student.because.is_some() && !explains {
            let message = message!("instance-because-nothing", student = &student.id);
            warnings.add(list.index(rows.students[id]).key("because"), message);
        }
    }
}

/// Earlier schools that are no schools of the document.
fn earlier_elsewhere(document: &InstanceDocument, names: &IdRegister, warnings: &mut Warnings) {
    let list = Location::Document.key("students");
    for (row, student) in document.students.iter().enumerate() {
        for (index, id) in student.previous.iter().flatten().enumerate() {
            if names.is_known(id) || warnings.places.dropped.may_be(id) {
                continue;
            }
            let message = match names.nearest(&[IdKind::School], id) {
                Some(meant) => message!("instance-earlier-elsewhere-but", id = id, meant = meant),
                None => message!("instance-earlier-elsewhere", id = id),
            };
            warnings.add(list.index(row).key("previous").index(index), message);
        }
    }
}
