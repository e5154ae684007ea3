//! What holds of the presets in a square.

use super::*;
use crate::instance::document::ClusterCount;
use crate::instance::document::to_json;
use crate::model::candidates::Candidates;
use crate::problem::{self, Problem};

fn given_clusters(seed: u64, students: u32) -> InstanceDocument {
    generate(&Region::given_clusters(students), seed)
}

fn single_schools(seed: u64, students: u32) -> InstanceDocument {
    generate(&Region::single_schools(students), seed)
}

/// The problem of a document with which nothing is wrong or odd.
fn problem(document: &InstanceDocument) -> Problem {
    let no_files = |name: &str| Err(format!("there is no file {name}"));
    let read = problem::read(to_json(document).as_bytes(), &no_files)
        .unwrap_or_else(|errors| panic!("{errors}"));
    assert!(read.warnings.is_empty(), "{:?}", read.warnings);
    read.problem
}

fn sieve(problem: &Problem) -> Candidates {
    problem.sieve().unwrap_or_else(|errors| panic!("{errors}"))
}

/// How many schools each student may go to, in the order of the document.
fn admissible_schools(problem: &Problem) -> Vec<usize> {
    let candidates = sieve(problem);
    problem.instance.students.ids().map(|id| candidates.of_student(id).count()).collect()
}

/// Where something is, in metres north and east of the southernmost and westernmost student.
fn places_in_square(document: &InstanceDocument) -> Vec<(f64, f64)> {
    let at = |student: &StudentDocument| {
        let at = student.at.expect("every student lives somewhere");
        let north = at.0.get() * 111_195.0;
        (north, (at.1.get() - 5.387) * 111_195.0 * at.0.get().to_radians().cos())
    };
    let points: Vec<(f64, f64)> = document.students.iter().map(at).collect();
    let least = |of: &dyn Fn(&(f64, f64)) -> f64| points.iter().map(of).fold(f64::MAX, f64::min);
    let (south, west) = (least(&|point| point.0), least(&|point| point.1));
    points.iter().map(|(north, east)| (north - south, east - west)).collect()
}

/// How wide the square is in which students live, to the metre or so.
fn width(document: &InstanceDocument) -> f64 {
    let points = places_in_square(document);
    points.iter().map(|(north, east)| north.max(*east)).fold(0.0, f64::max)
}

fn mean(numbers: &[usize]) -> f64 {
    numbers.iter().sum::<usize>() as f64 / numbers.len() as f64
}

#[test]
fn squares_are_drawn_with_their_seed() {
    for preset in [given_clusters, single_schools] {
        assert_eq!(to_json(&preset(7, 120)), to_json(&preset(7, 120)));
        assert_ne!(to_json(&preset(7, 120)), to_json(&preset(8, 120)));
    }
}

#[test]
fn the_spots_of_a_seed_are_settled() {
    let document = single_schools(1, 70);
    let expected = "[[52.12236,5.43109],[52.10644,5.45731],[52.22304,5.46553]]";
    let spots = document.schools.iter().take(3).map(|school| school.at);
    assert_eq!(serde_json::to_string(&spots.collect::<Vec<_>>()).unwrap(), expected);
}

#[test]
fn given_clusters_have_their_sizes() {
    for (students, clusters) in [(12, 1), (35, 2), (1_200, 100), (GIVEN_CLUSTERS_STUDENTS, 2_500)] {
        let document = given_clusters(1, students);
        assert_eq!(document.students.len(), students as usize);
        assert_eq!((document.schools.len(), in_clusters(&document).len()), (clusters, clusters));
        assert_eq!(document.boards.len(), clusters.div_ceil(10));
        for cluster in document.clusters.iter().flatten() {
            assert_eq!((cluster.schools.len(), cluster.keep), (1, Some(true)));
            assert_eq!((cluster.min, cluster.target, cluster.max), (None, None, None));
            assert_eq!(school(&document, &cluster.schools[0]).places.get(), 16);
        }
    }
    assert!(given_clusters(1, 11).schools.is_empty());
}

#[test]
fn single_schools_have_their_sizes() {
    for (students, schools) in [(1, 1), (70, 6), (71, 7), (SINGLE_SCHOOLS_STUDENTS, 60)] {
        let document = single_schools(1, students);
        assert_eq!(document.students.len(), students as usize);
        assert_eq!(document.schools.len(), schools);
        assert!(document.clusters.is_none());
        assert!(document.schools.iter().all(|school| school.places.get() == 15));
        let may_open: i64 = document
            .boards
            .iter()
            .filter_map(|board| board.max_clusters)
            .map(ClusterCount::get)
            .sum();
        assert_eq!(may_open, schools as i64);
    }
}

#[test]
fn ids_and_references_in_squares_are_right() {
    check_form(&given_clusters(1, 300));
    check_form(&single_schools(1, 300));
}

#[test]
fn a_student_away_from_the_edge_has_about_thirty_schools() {
    let document = given_clusters(1, 2_400);
    let (points, width) = (places_in_square(&document), width(&document));
    let schools = admissible_schools(&problem(&document));
    let within = |metre: f64| (9_300.0..width - 9_300.0).contains(&metre);
    let inside: Vec<usize> = (0..points.len())
        .filter(|&student| within(points[student].0) && within(points[student].1))
        .map(|student| schools[student])
        .collect();
    assert!(inside.len() > 500, "{}", inside.len());
    let (inside, all) = (mean(&inside), mean(&schools));
    assert!((25.0..35.0).contains(&inside), "{inside}");
    assert!((20.0..inside).contains(&all), "{all}");
}

#[test]
fn nearly_all_pairs_of_single_schools_are_admissible() {
    let document = single_schools(1, SINGLE_SCHOOLS_STUDENTS);
    let problem = problem(&document);
    assert_eq!(problem.options.len(), 60);
    let options = problem.options.values();
    assert!(options.into_iter().all(|option| option.is_new() && option.opening.0 == 60_000));
    let schools = mean(&admissible_schools(&problem));
    assert!((54.0..=60.0).contains(&schools), "{schools}");
}

#[test]
fn all_students_in_squares_are_members_who_can_attend() {
    for document in [given_clusters(2, 240), single_schools(2, 240)] {
        let problem = problem(&document);
        let candidates = sieve(&problem);
        assert!(!candidates.pairs.is_empty());
        for pair in candidates.pairs.values() {
            let student = &problem.instance.students[pair.student];
            assert!(problem.instance.community_years.contains(&student.year));
            // Nothing but the journey costs: everyone is free, and nobody wishes anything.
            let journey = pair.journey.expect("everyone lives somewhere").0;
            let beyond = (journey - 20_000).max(0);
            assert_eq!(pair.price.0, journey + beyond, "{}", student.id);
        }
    }
}

#[test]
fn larger_squares_are_as_dense() {
    for (preset, few) in
        [(given_clusters as fn(u64, u32) -> InstanceDocument, 1_200), (single_schools, 700)]
    {
        let (small, large) = (width(&preset(3, few)), width(&preset(3, 4 * few)));
        assert!((1.97..2.03).contains(&(large / small)), "{small} {large}");
    }
    assert!((29_500.0..30_100.0).contains(&width(&given_clusters(3, 1_200))));
    assert!((49_500.0..50_100.0).contains(&width(&single_schools(3, 700))));
}
