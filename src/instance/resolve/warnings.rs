//! What is allowed and yet probably not meant, once each.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{Kind, Names, warn_of_like_ids};
use super::problems::{Problems, Spot};
use crate::base::{Coordinates, IdVec};
use crate::input::Dropped;
use crate::input::errors::{InputWarning, nearest};
use crate::instance::document::{InstanceDocument, Postcode};
use crate::instance::{Instance, Named, Start, Student, StudentId, TermId};
use crate::texts::Argument;

/// So many degrees from the middle of all points is far.
const FAR_DEGREES: f64 = 15.0;
/// So many degrees from the middle of all points is near.
const NEAR_DEGREES: f64 = 5.0;

/// All warnings on an instance: those on schools, those on students, those on ids.
pub fn of(
    document: &InstanceDocument,
    instance: &Instance,
    names: &Names,
    dropped: &Dropped,
) -> Vec<InputWarning> {
    let mut warnings = Warnings { places: Problems::new(dropped), found: Vec::new() };
    let rows = Rows {
        schools: names.roll(Kind::School).rows().collect(),
        students: names.roll(Kind::Student).rows().collect::<Vec<_>>().into(),
    };
    unknown_places(document, instance, &rows, &mut warnings);
    exchanged_coordinates(instance, &rows, &mut warnings);
    idle_schools(instance, &rows, &mut warnings);
    unmet_terms(instance, &rows, &mut warnings);
    idle_clusters(instance, &rows, &mut warnings);
    only_idle_clusters(instance, &rows, &mut warnings);
    fixed_and_excluded(instance, &rows, &mut warnings);
    warnings.found.extend(warn_of_like_ids(document));
    warnings.found
}

/// Where the schools and students stand in the document.
struct Rows {
    schools: Vec<usize>,
    students: IdVec<StudentId, usize>,
}

struct Warnings<'a> {
    places: Problems<'a>,
    found: Vec<InputWarning>,
}

impl Warnings<'_> {
    fn add(&mut self, spot: Spot, message: impl Into<Argument>) {
        let (location, message) = (self.places.written(spot), message.into());
        self.found.push(InputWarning { location, message });
    }
}

/// Schools and students that lie nowhere, as far as is known.
fn unknown_places(
    document: &InstanceDocument,
    instance: &Instance,
    rows: &Rows,
    warnings: &mut Warnings,
) {
    let table = instance.journeys.table();
    let starts: BTreeSet<Start> = table.iter().map(|(from, ..)| *from).collect();
    let ends: BTreeSet<_> = table.iter().map(|(_, to, _)| *to).collect();
    let list = Spot::Document.key("schools");
    for ((id, school), &row) in instance.schools.iter().zip(&rows.schools) {
        let in_table = ends.contains(&id) || starts.contains(&Start::School(id));
        let postcode = document.schools[row].postcode.as_ref();
        if let Some(why) = unknown_place(school.at.is_some(), postcode, in_table) {
            warnings.add(list.index(row), format!("the place of school `{}` {why}", school.id));
        }
    }
    let list = Spot::Document.key("students");
    for (id, student) in instance.students.iter() {
        let row = rows.students[id];
        let in_table = starts.contains(&Start::Student(id));
        let postcode = document.students[row].postcode.as_ref();
        if let Some(why) = unknown_place(student.at.is_some(), postcode, in_table) {
            warnings.add(list.index(row), format!("the place of student `{}` {why}", student.id));
        }
    }
}

fn unknown_place(known: bool, postcode: Option<&Postcode>, in_table: bool) -> Option<&'static str> {
    match (known, postcode, in_table) {
        (true, ..) | (false, None, true) => None,
        (false, Some(_), _) => Some(
            "is unknown: it has a postcode, but no `travel.postcode_file` is given; \
             journeys that are not in the travel table are unknown",
        ),
        (false, None, false) => Some(
            "is unknown: it has neither `at` nor `postcode` nor a row in the travel table; \
             all its journeys are unknown",
        ),
    }
}

/// Points at the other end of the world that latitude and longitude, exchanged, would bring among the others.
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
            let message = format!(
                "{} north, {} east is far from all others, and would be near with the two exchanged",
                at.latitude, at.longitude
            );
            warnings.add(Spot::Document.key(list).index(*row).key("at"), message);
        }
    }
}

fn idle_schools(instance: &Instance, rows: &Rows, warnings: &mut Warnings) {
    let list = Spot::Document.key("schools");
    for (school, &row) in instance.schools.values().zip(&rows.schools) {
        if school.places == 0 {
            let message = format!("school `{}` has 0 places and takes nobody", school.id);
            warnings.add(list.index(row).key("places"), message);
        }
    }
}

/// Denominations and concepts that are wished and that no school has.
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
            let meant = nearest(word, words)
                .map(|meant| format!("; did you mean `{meant}`?"))
                .unwrap_or_default();
            let list = Spot::Document.key("students");
            let spot = list.index(rows.students[id]);
            warnings.add(spot.key(key), format!("no school has `{word}`{meant}"));
        }
    }
}

/// Clusters that are wished or excluded and take no part, where they are first named.
fn idle_clusters(instance: &Instance, rows: &Rows, warnings: &mut Warnings) {
    let mut named = BTreeMap::new();
    for (id, student) in instance.students.iter() {
        let lists = [("wishes", &*student.wishes), ("not", &*student.not)];
        for (key, place) in
            lists.iter().flat_map(|(key, list)| list.iter().map(move |it| (*key, it)))
        {
            if let Named::Cluster(cluster) = place
                && !instance.clusters[*cluster].takes_part
            {
                named.entry(*cluster).or_insert((rows.students[id], key));
            }
        }
    }
    let list = Spot::Document.key("students");
    for (cluster, (row, key)) in named {
        let id = &instance.clusters[cluster].id;
        let message = format!(
            "cluster `{id}` takes no part, since its board or that of one of its schools is no \
             partner or aspirant; naming it has no effect"
        );
        warnings.add(list.index(row).key(key), message);
    }
}

/// Students whose `only` list names nothing but clusters that take no part.
fn only_idle_clusters(instance: &Instance, rows: &Rows, warnings: &mut Warnings) {
    let is_idle = |named: &Named| match named {
        Named::Cluster(cluster) => !instance.clusters[*cluster].takes_part,
        Named::School(_) | Named::Board(_) => false,
    };
    let list = Spot::Document.key("students");
    for (id, student) in instance.students.iter() {
        if student.only.as_ref().is_some_and(|only| only.iter().all(is_idle)) {
            let message = format!(
                "`only` names nothing but clusters that take no part: student `{}` can be placed \
                 nowhere",
                student.id
            );
            warnings.add(list.index(rows.students[id]).key("only"), message);
        }
    }
}

/// Students fixed at a school that their own `not` list excludes.
fn fixed_and_excluded(instance: &Instance, rows: &Rows, warnings: &mut Warnings) {
    let list = Spot::Document.key("students");
    for (id, student) in instance.students.iter() {
        let Some(fixed) = student.fixed else { continue };
        if student.not.iter().any(|&named| instance.is_at(fixed, named)) {
            let school = &instance.schools[fixed].id;
            let message = format!(
                "student `{}` is fixed at school `{school}`, which `not` excludes; `fixed` wins",
                student.id
            );
            warnings.add(list.index(rows.students[id]).key("fixed"), message);
        }
    }
}
