use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::*;
use crate::base::Metres;
use crate::plan::assignment::Assignment;
use crate::problem::{SchoolStatus, Survey, SurveyedSchools};
use crate::testing::tiny;

/// The pairs of a student as the rules alone would have them, school after school.
fn plain_walk(problem: &Problem, student: StudentId) -> Vec<Pair> {
    let tariffs = problem.rulebook.tariffs();
    let mut pairs = Vec::new();
    for (school, settings) in problem.settings.iter() {
        for &setting in settings {
            let placing = Placing::new(&problem.instance, student, school, setting);
            if problem.admits(&tariffs, &placing) {
                let price = tariffs.iter().map(|tariff| tariff.price(&placing)).sum();
                let journey = placing.journey;
                pairs.push(Pair { student, school, setting, journey, price });
            }
        }
    }
    pairs
}

/// Anywhere, in a small region, at the poles, at the date line, or unknown.
fn place() -> impl Strategy<Value = Option<[f64; 2]>> {
    let at = prop_oneof![
        2 => (-90.0..=90.0, -180.0..=180.0),
        6 => (51.5..=53.5, 5.0..=7.0),
        1 => (prop_oneof![89.9..=90.0, -90.0..=-89.9], -180.0..=180.0),
        1 => (-1.0..=1.0, prop_oneof![179.5..=180.0, -180.0..=-179.5]),
    ];
    proptest::option::weighted(0.85, at.prop_map(|(latitude, longitude)| [latitude, longitude]))
}

const DAYS: [&str; 5] = ["mon", "tue", "wed", "thu", "fri"];

#[derive(Clone, Debug)]
struct Someone {
    at: Option<[f64; 2]>,
    detour: Option<f64>,
    fixed: Option<Index>,
    /// The student's own limit is the journey to this school plus a number of metres.
    limit: Option<(Index, i64)>,
    /// Journeys in the table.
    table: Vec<(Index, i64)>,
    /// Whether the student is free on all days.
    is_free: bool,
    never_at: Option<Index>,
}

fn someone() -> impl Strategy<Value = Someone> {
    let detour = prop_oneof![Just(0.1), Just(1.0), Just(1.7), 0.1..=100.0];
    let metres = prop_oneof![0_i64..100_000, Just(40_000), Just(40_001)];
    (
        place(),
        proptest::option::of(detour),
        proptest::option::weighted(0.2, any::<Index>()),
        proptest::option::of((any::<Index>(), -1_i64..=1)),
        proptest::collection::vec((any::<Index>(), metres), 0..3),
        any::<bool>(),
        proptest::option::weighted(0.2, any::<Index>()),
    )
        .prop_map(|(at, detour, fixed, limit, table, is_free, never_at)| Someone {
            at,
            detour,
            fixed,
            limit,
            table,
            is_free,
            never_at,
        })
}

#[derive(Clone, Debug)]
struct Region {
    schools: Vec<Option<[f64; 2]>>,
    students: Vec<Someone>,
    limit_km: Option<i64>,
    locks: bool,
}

fn region() -> impl Strategy<Value = Region> {
    let limit_km = prop_oneof![Just(0), Just(40), 1_i64..500, 1_i64..100_000];
    (
        proptest::collection::vec(place(), 1..16),
        proptest::collection::vec(someone(), 1..8),
        proptest::option::weighted(0.9, limit_km),
        any::<bool>(),
    )
        .prop_map(|(schools, students, limit_km, locks)| Region {
            schools,
            students,
            limit_km,
            locks,
        })
}

/// Every third school is in a cluster of two days, every third in one of a single day, every third
/// in the shell; the last of all is in none, so that nobody is ever placed there.
fn problem(region: &Region) -> Problem {
    let number = region.schools.len();
    let name = |index: usize| format!("h{index:02}");
    let schools = region.schools.iter().chain([&Some([52.5, 6.0])]).enumerate();
    let schools = schools.map(|(index, at)| {
        let board = if index < number && index % 3 == 2 { "x" } else { "b" };
        json!({ "id": name(index), "board": board, "places": 9, "at": at })
    });
    let clusters = [("c", 0, json!(["tue", "wed"])), ("d", 1, json!(["thu"]))];
    let clusters = clusters.into_iter().filter(|(_, first, _)| *first < number);
    let clusters = clusters.map(|(id, first, days)| {
        let schools: Vec<String> = (first..number).step_by(3).map(name).collect();
        json!({ "id": id, "schools": schools, "meeting_days": days })
    });
    let students = region.students.iter().enumerate().map(|(index, student)| {
        let fixed = student.fixed.map(|index| name(index.index(number)));
        let not: Vec<String> = student.never_at.iter().map(|at| name(at.index(number))).collect();
        json!({
            "id": format!("s{index}"), "at": student.at, "detour": student.detour, "fixed": fixed,
            "not": not, "days": if student.is_free { &DAYS[..] } else { &["mon", "wed"] },
        })
    });
    let mut table = std::collections::BTreeMap::new();
    for (index, student) in region.students.iter().enumerate() {
        for (school, metres) in &student.table {
            table.insert((index, school.index(number + 1)), metres);
        }
    }
    let table: Vec<Value> = table
        .into_iter()
        .map(|((from, to), m)| json!({ "from": format!("s{from}"), "to": name(to), "m": m }))
        .collect();
    let travel = region.limit_km.map_or(json!(false), |limit| json!({ "limit_km": limit }));
    let fixed = if region.locks { json!({}) } else { json!(false) };
    let mut problem = tiny(json!({
        "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
        "schools": schools.collect::<Vec<Value>>(),
        "clusters": clusters.collect::<Vec<Value>>(),
        "students": students.collect::<Vec<Value>>(),
        "travel": { "table": table },
        "rules": {
            "travel": travel, "fixed": fixed, "exclusion": {}, "meeting_day": { "hard": true },
        },
    }));
    let instance = &mut problem.instance;
    for (id, student) in instance.students.ids().zip(&region.students).collect::<Vec<_>>() {
        let limit = student.limit.and_then(|(school, more)| {
            let school = SchoolId::from_index(school.index(number));
            Some(Metres((instance.journey(id, school)?.0 + more).max(0)))
        });
        instance.students[id].limit = limit;
    }
    problem
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn looking_only_at_schools_in_reach_finds_the_same_pairs(region in region()) {
        let problem = problem(&region);
        let mut expected = Vec::new();
        let sieve = Sieve::new(&problem);
        for student in problem.instance.students.ids() {
            let pairs = plain_walk(&problem, student);
            prop_assert_eq!(&sieve.pairs_of(student), &pairs);
            expected.extend(pairs);
        }
        let candidates = problem.sieve().unwrap();
        let found: Vec<Pair> = candidates.pairs.values().copied().collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn what_refuses_each_school_is_found_without_measuring_every_journey(region in region()) {
        let problem = problem(&region);
        let nobody = Assignment::new(Vec::new(), Vec::new());
        let tally = problem.tally(&nobody);
        let survey = Survey::of(&problem, &tally);
        for student in problem.instance.students.ids() {
            let mut expected = SurveyedSchools::default();
            for school in problem.instance.schools.ids() {
                match survey.status(student, school) {
                    SchoolStatus::Refused(rule) => *expected.refused.entry(rule).or_insert(0) += 1,
                    SchoolStatus::Open(state) => expected.open.push((school, state)),
                }
            }
            prop_assert_eq!(survey.schools(student), expected);
        }
    }
}

/// Student f is fixed on the other side of the Earth, s lives a tenth of a degree from school h, t
/// has too long a detour to h, but a journey in the table, u has nothing but that.
fn around(limit_km: f64) -> Problem {
    tiny(json!({
        "schools": [
            { "id": "h", "places": 9, "at": [53.0, 6.5] },
            { "id": "i", "places": 9, "at": [-53.0, 6.5] },
            { "id": "j", "places": 9 },
        ],
        "clusters": [{ "id": "c", "schools": ["h", "i", "j"] }],
        "students": [
            { "id": "f", "at": [53.1, 6.5], "fixed": "i" },
            { "id": "s", "at": [53.1, 6.5] },
            { "id": "t", "at": [53.1, 6.5], "detour": 100 },
            { "id": "u" },
        ],
        "travel": { "detour": 1, "table": [
            { "from": "t", "to": "i", "m": 1 }, { "from": "u", "to": "j", "m": 1 },
        ] },
        "rules": { "travel": { "limit_km": limit_km }, "fixed": {} },
    }))
}

fn found(problem: &Problem) -> Vec<String> {
    let Problem { instance, .. } = problem;
    let candidates = problem.sieve().unwrap();
    let described = candidates.pairs.values().map(|pair| {
        let student = &instance.students[pair.student].id;
        format!("{student}>{}", instance.schools[pair.school].id)
    });
    described.collect()
}

#[test]
fn a_school_at_the_limit_is_in_reach_and_one_metre_less_is_not() {
    // A tenth of a degree of latitude is 11 119.5 metres.
    assert_eq!(found(&around(11.120)), ["f>i", "s>h", "t>i", "u>j"]);
    assert_eq!(found(&around(11.119)), ["f>i", "t>i", "u>j"]);
}

#[test]
fn schools_that_are_surely_too_far_are_not_looked_at() {
    let problem = around(20.0);
    let sieve = Sieve::new(&problem);
    let looked_at = problem.instance.students.ids().map(|student| {
        let schools = sieve.schools_for(student).into_iter();
        schools.map(|school| problem.instance.schools[school].id.as_str()).collect()
    });
    let looked_at: Vec<Vec<&str>> = looked_at.collect();
    assert_eq!(looked_at, [vec!["h", "i"], vec!["h"], vec!["i"], vec!["j"]]);
}
