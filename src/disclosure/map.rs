//! What a map shows: schools, clusters, homes and towns.

use std::collections::BTreeMap;

use super::audience::{Audience, SMALLEST_GROUP};
use super::count::{self, Count};
use crate::base::Coordinates;
use crate::instance::{Instance, SchoolId, Student};
use crate::plan::Tally;

/// How many rows and columns of a region's grid make a degree, where homes are told by area only: areas of
/// about five kilometres, which is larger than almost all postcode areas.
const AREAS_PER_DEGREE: (f64, f64) = (20.0, 12.5);

/// A map.
#[derive(Clone, PartialEq, Debug)]
pub struct Map {
    /// The schools whose place is known.
    pub schools: Vec<MapSchool>,
    /// The used clusters.
    pub clusters: Vec<MapCluster>,
    /// Where students live, where that is known and may be told.
    pub homes: Vec<MapHome>,
    /// Students who live where so few live that it is not told, or of whom it is not known.
    pub homes_not_shown: Count,
    /// Towns, the one with most schools first.
    pub towns: Vec<MapTown>,
}

/// A school on a map.
#[derive(Clone, PartialEq, Debug)]
pub struct MapSchool {
    /// Its name.
    pub name: String,
    /// The name of its board.
    pub board: String,
    /// Where it is.
    pub at: Coordinates,
    /// Its denominations.
    pub denominations: Vec<String>,
    /// The position of its used cluster among the clusters.
    pub cluster: Option<usize>,
    /// Whether it stands in the shell.
    pub in_shell: bool,
    /// How many students it has, for those who may know.
    pub students: Option<i64>,
    /// Its places.
    pub places: i64,
}

/// A used cluster on a map.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MapCluster {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is new.
    pub is_new: bool,
}

/// Where some students live.
#[derive(Clone, PartialEq, Debug)]
pub struct MapHome {
    /// Where.
    pub at: Coordinates,
    /// How many students.
    pub students: Count,
    /// The student's id, for planners.
    pub student: Option<String>,
    /// The positions, among the schools of the map, of where they are placed: for planners.
    pub schools: Vec<usize>,
}

/// A town on a map.
#[derive(Clone, PartialEq, Debug)]
pub struct MapTown {
    /// Its name.
    pub name: String,
    /// The middle of its schools.
    pub at: Coordinates,
    /// How many schools it has.
    pub schools: usize,
}

impl Map {
    /// The map of a plan for an audience; `None` where no place of a school is known. `cluster_ids` are the
    /// ids of the used clusters, in order.
    pub fn of(tally: &Tally, cluster_ids: &[String], audience: Audience) -> Option<Self> {
        let instance = tally.instance;
        let known: Vec<SchoolId> = instance
            .schools
            .iter()
            .filter(|(_, school)| school.at.is_some())
            .map(|(id, _)| id)
            .collect();
        let schools: Vec<MapSchool> =
            known.iter().filter_map(|&id| school(tally, id, audience)).collect();
        if schools.is_empty() {
            return None;
        }
        let used = tally.assignment.clusters.iter().zip(cluster_ids);
        let clusters = used.map(|(used, id)| MapCluster {
            id: id.clone(),
            name: super::cluster_name(instance, used, id),
            is_new: used.is_new(),
        });
        let homes = if audience.sees_students() { homes(tally, &known) } else { areas(instance) };
        let shown: i64 = homes.iter().map(|(_, number)| number).sum();
        let not_shown = instance.student_count() - shown;
        Some(Self {
            schools,
            clusters: clusters.collect(),
            homes: homes.into_iter().map(|(home, _)| home).collect(),
            homes_not_shown: count::rounded(audience, not_shown),
            towns: towns(instance),
        })
    }
}

fn school(tally: &Tally, id: SchoolId, audience: Audience) -> Option<MapSchool> {
    let school = &tally.instance.schools[id];
    let knows = audience.sees_students() || audience.board() == Some(school.board);
    Some(MapSchool {
        name: school.name.clone(),
        board: tally.instance.board_of(id).name.clone(),
        at: school.at?,
        denominations: super::words(tally.instance, &school.denominations),
        cluster: tally.cluster_at(id),
        in_shell: tally.instance.in_shell(id),
        students: knows.then(|| tally.students_at(id)),
        places: school.places,
    })
}

/// Each entry where it lives, with the number of its students.
fn homes(tally: &Tally, known: &[SchoolId]) -> Vec<(MapHome, i64)> {
    let students = tally.instance.students.iter();
    let homes = students.filter_map(|(id, student)| {
        let placements = tally.placements_of(id);
        let schools =
            placements.filter_map(|(_, placement)| known.binary_search(&placement.school).ok());
        let home = MapHome {
            at: student.at?,
            students: Count::Exact(student.count),
            student: Some(student.id.clone()),
            schools: schools.collect(),
        };
        Some((home, student.count))
    });
    homes.collect()
}

/// Where students live by postcode area; where no postcode is given, by an area of a grid that is larger.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Area {
    Postcode(String),
    Square(i64, i64),
}

impl Area {
    #[expect(clippy::cast_possible_truncation, reason = "degrees are small")]
    fn of(student: &Student) -> Option<Self> {
        let at = student.at?;
        let square = |degrees: f64, per_degree: f64| (degrees * per_degree).floor() as i64;
        Some(student.postcode.clone().map_or_else(
            || {
                let (rows, columns) = AREAS_PER_DEGREE;
                Self::Square(square(at.latitude, rows), square(at.longitude, columns))
            },
            Self::Postcode,
        ))
    }
}

/// Areas where enough students live. A point stands for an area: of a square its middle; of a postcode the
/// middle of the points of its students, which is that of the table where they have no other.
fn areas(instance: &Instance) -> Vec<(MapHome, i64)> {
    let mut areas = BTreeMap::<Area, (i64, Vec<Coordinates>)>::new();
    for student in instance.students.values() {
        if let (Some(area), Some(at)) = (Area::of(student), student.at) {
            let (students, points) = areas.entry(area).or_default();
            *students += student.count;
            points.push(at);
        }
    }
    let mut large: Vec<_> =
        areas.into_iter().filter(|(_, (students, _))| *students >= SMALLEST_GROUP).collect();
    let shown: i64 = large.iter().map(|(_, (students, _))| students).sum();
    // All together are told: one more area is not shown where those who are not would be a few.
    if (1..SMALLEST_GROUP).contains(&(instance.student_count() - shown)) {
        let smallest = (0..large.len()).min_by_key(|&index| large[index].1.0);
        smallest.map(|index| large.remove(index));
    }
    let homes = large.into_iter().map(|(area, (students, points))| {
        let at = match area {
            Area::Square(row, column) => {
                let (rows, columns) = AREAS_PER_DEGREE;
                let latitude = (row as f64 + 0.5) / rows;
                Coordinates { latitude, longitude: (column as f64 + 0.5) / columns }
            }
            Area::Postcode(_) => middle(&points),
        };
        let students_told = count::rounded(Audience::Public, students);
        let home = MapHome { at, students: students_told, student: None, schools: Vec::new() };
        (home, students)
    });
    homes.collect()
}

/// The mean of some points, to a hundredth of a degree: nobody's own.
fn middle(points: &[Coordinates]) -> Coordinates {
    let number = points.len() as f64;
    let mean = |degrees: fn(&Coordinates) -> f64| {
        let sum: f64 = points.iter().map(degrees).sum();
        (sum / number * 100.0).round() / 100.0
    };
    Coordinates { latitude: mean(|point| point.latitude), longitude: mean(|point| point.longitude) }
}

fn towns(instance: &Instance) -> Vec<MapTown> {
    let mut points = BTreeMap::<&str, Vec<Coordinates>>::new();
    for school in instance.schools.values() {
        if let (Some(town), Some(at)) = (&school.town, school.at) {
            points.entry(town).or_default().push(at);
        }
    }
    let mut towns: Vec<MapTown> = points
        .into_iter()
        .map(|(name, points)| MapTown {
            name: name.to_owned(),
            at: middle(&points),
            schools: points.len(),
        })
        .collect();
    towns.sort_by_key(|town| std::cmp::Reverse(town.schools));
    towns
}
