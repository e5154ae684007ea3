//! Data of a report's map: schools, clusters, homes and towns, as disclosed.

use std::collections::BTreeMap;

use super::audience::{Audience, SMALLEST_GROUP};
use super::count::Count;
use super::suppression;
use super::written;
use crate::base::Coordinates;
use crate::instance::{Instance, SchoolId, Student};
use crate::plan::Tally;

/// Rows and columns per degree of the grid by which homes without a postcode are shown: squares of about five
/// kilometres, larger than almost all postcode areas.
const AREAS_PER_DEGREE: (f64, f64) = (20.0, 12.5);

/// Data of a map.
#[derive(Clone, PartialEq, Debug)]
pub struct Map {
    /// Schools with coordinates.
    pub schools: Vec<MapSchool>,
    /// Used clusters.
    pub clusters: Vec<MapCluster>,
    /// Homes of students, as far as they are known and may be disclosed.
    pub homes: Vec<MapHome>,
    /// Students whose home is unknown, or in an area with too few students.
    pub homes_not_shown: Count,
    /// Towns in descending order of their number of schools.
    pub towns: Vec<MapTown>,
}

/// A school on a map.
#[derive(Clone, PartialEq, Debug)]
pub struct MapSchool {
    /// Id of the school; for planners only.
    pub id: Option<String>,
    /// Name of the school.
    pub name: String,
    /// Name of its board.
    pub board: String,
    /// Coordinates of the school.
    pub at: Coordinates,
    /// Denominations as written.
    pub denominations: Vec<String>,
    /// Position of its used cluster in [`Map::clusters`].
    pub cluster: Option<usize>,
    /// Whether it is in the shell.
    pub in_shell: bool,
    /// Number of students, if the audience may see it.
    pub students: Option<i64>,
    /// Number of places.
    pub places: i64,
}

/// A used cluster on a map.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MapCluster {
    /// Id of the cluster.
    pub id: String,
    /// Name of the cluster.
    pub name: String,
    /// Whether the cluster is new.
    pub is_new: bool,
}

/// A point for one or more homes.
#[derive(Clone, PartialEq, Debug)]
pub struct MapHome {
    /// Coordinates of the home, or of the area that it is in.
    pub at: Coordinates,
    /// Number of students.
    pub students: Count,
    /// Id of the student, for planners.
    pub student: Option<String>,
    /// Positions in [`Map::schools`] where they are placed, for planners.
    pub schools: Vec<usize>,
}

/// A town on a map.
#[derive(Clone, PartialEq, Debug)]
pub struct MapTown {
    /// Name of the town.
    pub name: String,
    /// Mean of the coordinates of its schools.
    pub at: Coordinates,
    /// Number of its schools.
    pub schools: usize,
}

impl Map {
    /// Discloses the map of a plan to an audience; `None` if no school has coordinates. `cluster_ids` are the
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
            name: used.name(instance, id),
            is_new: used.is_new(),
        });
        let homes = if audience.sees_students() { homes(tally, &known) } else { areas(instance) };
        let shown: i64 = homes.iter().map(|(_, number)| number).sum();
        let not_shown = instance.student_count() - shown;
        Some(Self {
            schools,
            clusters: clusters.collect(),
            homes: homes.into_iter().map(|(home, _)| home).collect(),
            homes_not_shown: suppression::rounded(audience, not_shown),
            towns: towns(instance),
        })
    }
}

fn school(tally: &Tally, id: SchoolId, audience: Audience) -> Option<MapSchool> {
    let school = &tally.instance.schools[id];
    let knows = audience.sees_students() || audience.board() == Some(school.board);
    Some(MapSchool {
        id: audience.sees_students().then(|| school.id.clone()),
        name: school.name.clone(),
        board: tally.instance.board_of(id).name.clone(),
        at: school.at?,
        denominations: written(tally.instance, &school.denominations),
        cluster: tally.cluster_at(id),
        in_shell: tally.instance.in_shell(id),
        students: knows.then(|| tally.students_at(id)),
        places: school.places,
    })
}

/// The home of each student entry, with its number of students.
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

/// The area by which a home is disclosed: its postcode, or a larger square if no postcode is known.
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

/// Areas with enough students, each with its number. The point of a square is its middle; the point of a postcode area is the mean
/// of its students' points, which is that of the postcode table if they have no others.
pub(super) fn areas(instance: &Instance) -> Vec<(MapHome, i64)> {
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
    // The total is disclosed, so one more area is hidden if only a few students would remain without one.
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
        let disclosed = suppression::rounded(Audience::Public, students);
        let home = MapHome { at, students: disclosed, student: None, schools: Vec::new() };
        (home, students)
    });
    homes.collect()
}

/// The mean of points, rounded to a hundredth of a degree so that it is nobody's own home.
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
