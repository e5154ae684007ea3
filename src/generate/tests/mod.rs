//! What holds of everything that is generated.

mod squares;

use crate::instance::document::to_json;
use std::collections::BTreeSet;

use super::*;
use crate::base::Coordinates;
use crate::instance::document::{BoardDocument, SchoolDocument, StudentDocument};
use crate::instance::{Programme, Standing, Year};

fn groningen(seed: u64, students: u32) -> InstanceDocument {
    let mut region = Region::groningen();
    region.students.count = students;
    generate(&region, seed)
}

/// A small table of real schools, in the source's own manner.
fn small_table() -> Vec<RealSchool> {
    let header = "vestigingscode,name,board_no,board_name,denomination,place,lat,lon,pupils_2025\n";
    let rows = (0..9).map(|number| {
        let board = if number < 6 { "11" } else { "22" };
        format!("0{number}AA00,IKC Daltonschool {number},{board}, ,Openbaar,DORP,53.2{number},6.5,9{number}\n")
    });
    real_schools(&(header.to_owned() + &rows.collect::<String>())).expect("a good table")
}

fn count(student: &StudentDocument) -> i64 {
    student.student_count()
}

/// The percentage of students who satisfy a condition.
fn percent(document: &InstanceDocument, holds: impl Fn(&StudentDocument) -> bool) -> i64 {
    let all: i64 = document.students.iter().map(count).sum();
    let some: i64 = document.students.iter().filter(|student| holds(student)).map(count).sum();
    some * 100 / all
}

fn wishes_openbaar(student: &StudentDocument) -> bool {
    student.denomination.as_ref().is_some_and(|wish| wish.wish == ["openbaar"])
}

fn school<'a>(document: &'a InstanceDocument, id: &str) -> &'a SchoolDocument {
    document.schools.iter().find(|school| school.id == id).expect("a school with that id")
}

fn board_of<'a>(document: &'a InstanceDocument, school: &SchoolDocument) -> &'a BoardDocument {
    document.boards.iter().find(|board| board.id == school.board).expect("the school's board")
}

fn in_clusters(document: &InstanceDocument) -> BTreeSet<&str> {
    let clusters = document.clusters.iter().flatten();
    clusters.flat_map(|cluster| &cluster.schools).map(String::as_str).collect()
}

fn places(schools: &[&SchoolDocument]) -> i64 {
    schools.iter().map(|school| school.places.get()).sum()
}

/// Whether two schools lie within the reach of rule `forming`.
fn within_reach(one: &SchoolDocument, other: &SchoolDocument) -> bool {
    let point = |school: &SchoolDocument| {
        let at = school.at.expect("every school has coordinates");
        Coordinates { latitude: at.0.get(), longitude: at.1.get() }
    };
    point(one).journey(point(other), 1.3).0 <= 12_000
}

/// Checks what the format asks: unique ids, references that are right, no value twice.
fn check_form(document: &InstanceDocument) {
    let text = to_json(document);
    assert!(text.ends_with("}\n"));
    let read: InstanceDocument = serde_json::from_str(&text).expect("it reads back");
    assert_eq!(to_json(&read), text);

    let schools: BTreeSet<&str> =
        document.schools.iter().map(|school| school.id.as_str()).collect();
    let boards: BTreeSet<&str> = document.boards.iter().map(|board| board.id.as_str()).collect();
    let clusters = document.clusters.iter().flatten();
    let clusters: BTreeSet<&str> = clusters.map(|cluster| cluster.id.as_str()).collect();
    let students: BTreeSet<&str> =
        document.students.iter().map(|student| student.id.as_str()).collect();
    let named: BTreeSet<&str> = schools.iter().chain(&boards).chain(&clusters).copied().collect();
    assert_eq!(schools.len(), document.schools.len());
    assert_eq!(boards.len(), document.boards.len());
    assert_eq!(students.len(), document.students.len());
    assert_eq!(named.len(), schools.len() + boards.len() + clusters.len());
    assert!(named.is_disjoint(&students));

    for school in &document.schools {
        assert!(boards.contains(school.board.as_str()));
        check_list(school.denomination.as_ref(), |_| true);
        check_list(school.concepts.as_ref(), |_| true);
    }
    let mut clustered = BTreeSet::new();
    for cluster in document.clusters.iter().flatten() {
        assert!((1..=4).contains(&cluster.schools.len()));
        for id in &cluster.schools {
            assert!(clustered.insert(id), "{id} is in two clusters");
            assert_eq!(school(document, id).board, cluster.board);
        }
    }
    for student in &document.students {
        check_list(student.previous.as_ref(), |id| schools.contains(id));
        check_list(student.wishes.as_ref(), |id| named.contains(id));
        check_list(student.not.as_ref(), |id| named.contains(id));
        check_list(student.concepts.as_ref(), |_| true);
        check_list(student.days.as_ref(), |_| true);
    }
}

fn check_list<T: Ord + AsText>(list: Option<&Vec<T>>, known: impl Fn(&str) -> bool) {
    let list = list.map(Vec::as_slice).unwrap_or_default();
    assert_eq!(list.iter().collect::<BTreeSet<_>>().len(), list.len());
    assert!(list.iter().all(|value| known(value.text())));
}

trait AsText {
    fn text(&self) -> &str;
}

impl AsText for String {
    fn text(&self) -> &str {
        self
    }
}

impl AsText for crate::instance::Day {
    fn text(&self) -> &str {
        self.word()
    }
}

#[test]
fn the_bundled_instance_is_what_its_seed_gives() {
    let bundled = include_str!("../../../instances/groningen.json");
    assert!(
        bundled == to_json(&generate(&Region::groningen(), GRONINGEN_SEED)),
        "write instances/groningen.json again: \
         plaatswijzer generate --preset groningen --seed {GRONINGEN_SEED} -o instances/groningen.json"
    );
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    assert_eq!(to_json(&groningen(7, 60)), to_json(&groningen(7, 60)));
    assert_ne!(to_json(&groningen(7, 60)), to_json(&groningen(8, 60)));
}

#[test]
fn proportions_hold_for_any_seed() {
    for seed in 1..=4 {
        let document = groningen(seed, 2000);
        check_form(&document);
        assert_eq!(document.students.iter().map(count).sum::<i64>(), 2000);
        let near = |holds: &dyn Fn(&StudentDocument) -> bool, expected: i64| {
            let found = percent(&document, holds);
            assert!((found - expected).abs() <= 3, "seed {seed}: {found}% and not {expected}%");
        };
        near(&wishes_openbaar, 30);
        near(&|student| student.programme == Programme::Deeltijd, 30);
        near(&|student| student.programme == Programme::Academisch, 10);
        near(&|student| student.concepts.is_some(), 8);
        for (year, expected) in Year::ALL.into_iter().zip([34, 27, 22, 17]) {
            near(&|student| student.year == year, expected);
        }
    }
}

#[test]
fn the_preset_has_the_size_of_the_source_case() {
    let document = groningen(GRONINGEN_SEED, 450);
    check_form(&document);
    let standing =
        |standing| document.boards.iter().filter(|board| board.standing == Some(standing)).count();
    assert_eq!(standing(Standing::Partner), 8);
    assert_eq!(standing(Standing::Aspirant), 6);
    assert_eq!(standing(Standing::Candidate), 4);
    assert_eq!(standing(Standing::Shell), 2);
    assert!((90..=115).contains(&document.schools.len()));
    assert_eq!(document.clusters.as_ref().map(Vec::len), Some(16));
    assert!(document.clusters.iter().flatten().all(|cluster| cluster.keep == Some(true)));
    assert_eq!(document.students.iter().filter(|student| student.fixed.is_some()).count(), 2);
}

#[test]
fn places_are_short_and_not_absurdly_so() {
    let document = groningen(GRONINGEN_SEED, 450);
    let clustered = in_clusters(&document);
    let today: Vec<&SchoolDocument> = document
        .schools
        .iter()
        .filter(|school| {
            let standing = board_of(&document, school).standing;
            clustered.contains(school.id.as_str())
                || matches!(standing, Some(Standing::Shell | Standing::Aspirant))
        })
        .collect();
    // The new clusters of four boards come on top of this.
    assert!((270..=340).contains(&places(&today)), "{}", places(&today));
}

#[test]
fn four_boards_with_room_can_form_a_cluster() {
    let document = groningen(GRONINGEN_SEED, 1);
    let clustered = in_clusters(&document);
    let clusters_of = |board: &BoardDocument| -> i64 {
        document.clusters.iter().flatten().map(|cluster| i64::from(cluster.board == board.id)).sum()
    };
    let with_room: Vec<&BoardDocument> = document
        .boards
        .iter()
        .filter(|board| board.standing == Some(Standing::Partner))
        .filter(|board| board.max_clusters.expect("given").get() > clusters_of(board))
        .collect();
    assert_eq!(with_room.len(), 4);
    for board in with_room {
        let free: Vec<&SchoolDocument> = document
            .schools
            .iter()
            .filter(|school| school.board == board.id && !clustered.contains(school.id.as_str()))
            .collect();
        let pair = free.iter().enumerate().any(|(position, one)| {
            let near = free[position + 1..].iter().filter(|other| within_reach(one, other));
            near.count() >= 1
        });
        assert!(pair && places(&free) >= 8, "{}", board.id);
    }
}

#[test]
fn schools_of_a_cluster_lie_within_reach() {
    for document in (1..=20).map(|seed| groningen(seed, 0)) {
        for cluster in document.clusters.iter().flatten() {
            assert!((2..=4).contains(&cluster.schools.len()));
            let schools: Vec<_> = cluster.schools.iter().map(|id| school(&document, id)).collect();
            let near = |one| schools.iter().all(|other| within_reach(one, other));
            assert!(schools.iter().all(|one| near(one)), "{}", cluster.id);
        }
    }
}

#[test]
fn more_students_change_nothing_else() {
    let (few, many) = (groningen(3, 100), groningen(3, 300));
    let text = |value: &dyn Fn(&InstanceDocument) -> String| (value(&few), value(&many));
    let (schools, same) = text(&|document| serde_json::to_string(&document.schools).unwrap());
    assert_eq!(schools, same);
    let (clusters, same) = text(&|document| serde_json::to_string(&document.clusters).unwrap());
    assert_eq!(clusters, same);
    // The last entry may be cut short, and a few others fixed.
    for (one, other) in few.students.iter().zip(&many.students).take(90) {
        assert_eq!(one.at, other.at);
        assert_eq!((one.year, one.programme), (other.year, other.programme));
        assert_eq!((&one.wishes, &one.days), (&other.wishes, &other.days));
    }
}

#[test]
fn the_largest_boards_of_a_real_table_are_partners() {
    let options = RealRegionOptions { partner_boards: Some(1), ..RealRegionOptions::default() };
    let document = generate(&Region::of_real_schools(&small_table(), &options), 1);
    check_form(&document);
    let standings: Vec<_> =
        document.boards.iter().map(|board| (board.id.as_str(), board.standing)).collect();
    assert_eq!(standings, [("b11", Some(Standing::Partner)), ("b22", Some(Standing::Candidate))]);
    let first = &document.schools[0];
    assert_eq!((first.id.as_str(), first.ikc), ("00AA00", Some(true)));
    assert_eq!(first.concepts.as_deref(), Some(&["dalton".to_owned()][..]));
    assert!(document.clusters.iter().flatten().all(|cluster| cluster.board == "b11"));
    assert!(document.clusters.is_some());
}

#[test]
fn schools_without_coordinates_are_left_out() {
    let mut schools = small_table();
    schools[2].at = None;
    let region = Region::of_real_schools(&schools, &RealRegionOptions::default());
    assert_eq!(generate(&region, 1).schools.len(), 8);
    let nowhere = Region::of_real_schools(&[], &RealRegionOptions::default());
    assert!(generate(&nowhere, 1).students.is_empty());
}

/// A table of real schools that may lie beside the repository, for a trial at full size.
fn real_table(name: &str) -> Option<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/");
    std::fs::read_to_string(format!("{folder}{name}")).ok()
}

#[test]
fn real_tables_are_read_whole() {
    for (name, rows) in [("schools_groningen_drenthe.csv", 504), ("schools_netherlands.csv", 6122)]
    {
        let Some(csv) = real_table(name) else { continue };
        let schools = real_schools(&csv).unwrap_or_else(|errors| panic!("{errors}"));
        assert_eq!(schools.len(), rows);
        let region = Region::of_real_schools(&schools, &RealRegionOptions::default());
        let document = generate(&region, 1);
        assert!(document.schools.len() + 2 >= rows);
        if rows < 1000 {
            check_form(&document);
        }
    }
}

#[test]
fn no_invented_name_is_a_real_one() {
    let Some(csv) = real_table("schools_netherlands.csv") else { return };
    let plain = |name: &str| name.to_lowercase().replace([' ', '-'], "");
    let real: Vec<String> =
        real_schools(&csv).expect("it reads").iter().map(|school| plain(&school.name)).collect();
    for name in names::InventedNames::new(1).take(264) {
        let (_, invented) = name.split_once(' ').expect("an article first");
        let invented = plain(invented);
        assert!(!real.iter().any(|real| real.contains(&invented)), "{name}");
    }
}
