//! `repair` against enumeration: no cheaper set of changes gives everyone a place.

use std::collections::BTreeSet;

use plaatswijzer::instance::{BoardId, Owner, SchoolId, StudentId};
use plaatswijzer::problem::{Problem, read};
use plaatswijzer::questions::repair::{
    ChangeKind, ChangeSubject, RepairChange, Repairs, apply, repair,
};
use plaatswijzer::solve::Search;
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::draws::Draws;
use crate::oracle;
use crate::running::{code, run, stderr, stdout, write};

const SEEDS: u64 = if cfg!(feature = "highs") { 120 } else { 60 };
/// Prices in points of a place, a kilometre, a cluster, a missed meeting and an unmet wish.
const PRICES: [i64; 5] = [7_000, 1_000, 11_000, 4_000, 5_000];
/// Maximum amounts of changes that are tried: places, kilometres, clusters.
const MOST: [i64; 3] = [2, 9, 1];

/// A small region in which not everyone has a place, and all kinds of changes may help.
fn region(seed: u64) -> Value {
    let mut draws = Draws::new(seed);
    let mut schools = Vec::new();
    for id in ["h1", "h2", "h3"] {
        schools.push(json!({
            "id": id, "board": "b", "places": draws.between(0, 1),
            "denomination": draws.some_of(&["openbaar", "pc"], 1, 1),
        }));
    }
    let mut students = Vec::new();
    let mut table = Vec::new();
    for id in ["s1", "s2"] {
        let days = draws.some_of(&["mon", "tue"], 1, 2);
        let mut student = json!({
            "id": id, "programme": "voltijd", "year": draws.between(1, 4), "days": days,
        });
        if draws.percent(40) {
            student["denomination"] = json!({ "wish": ["openbaar"], "strength": "must" });
        }
        students.push(student);
        for to in ["h1", "h2", "h3"] {
            table.push(json!({ "from": id, "to": to, "m": draws.between(2_000, 18_500) }));
        }
    }
    let clusters = json!([{ "id": "c", "board": "b", "schools": ["h1"] }]);
    json!({
        "format": "plaatswijzer/instance/1", "name": "repairs",
        "boards": [{ "id": "b", "max_clusters": 1 }], "schools": schools, "clusters": clusters,
        "students": students, "travel": { "table": table },
        "rules": {
            "cluster_size": { "min": 0, "target": 1, "max": 2 },
            "forming": { "alone_places": draws.between(1, 2), "max_schools": 1 },
            "travel": { "limit_km": 10 }, "meeting_day": { "hard": true },
        },
        "repairs": {
            "place_worth_km": 7, "kilometre_worth_km": 1, "cluster_worth_km": 11,
            "meeting_worth_km": 4, "wish_worth_km": 5,
        },
    })
}

fn problem(seed: u64) -> Problem {
    let document = region(seed).to_string();
    read(document.as_bytes(), &|_| Err("absent".to_owned())).unwrap().problem
}

/// All sets of changes up to the amounts that are tried, with their price, the cheapest first.
fn sets(problem: &Problem) -> Vec<(i64, Vec<RepairChange>)> {
    let schools: Vec<SchoolId> = problem.instance.schools.ids().collect();
    let students: Vec<StudentId> = problem.instance.students.ids().collect();
    let board: BoardId = problem.instance.boards.ids().next().unwrap();
    let mut subjects: Vec<(ChangeSubject, i64, i64)> =
        vec![(ChangeSubject::Cluster(Owner::Board(board)), MOST[2], PRICES[2])];
    subjects.extend(schools.iter().map(|&one| (ChangeSubject::Place(one), MOST[0], PRICES[0])));
    for &student in &students {
        subjects.push((ChangeSubject::Kilometre(student), MOST[1], PRICES[1]));
        subjects.push((ChangeSubject::Meeting(student), 1, PRICES[3]));
        subjects.push((ChangeSubject::Wish(student), 1, PRICES[4]));
    }
    let mut sets = vec![(0, Vec::new())];
    for (subject, most, price) in subjects {
        let longer = |(total, changes): &(i64, Vec<RepairChange>)| {
            let amounts: Vec<(i64, Vec<RepairChange>)> = (1..=most)
                .map(|amount| {
                    let change = RepairChange { subject, amount, price: price * amount };
                    let changes = changes.iter().copied().chain([change]).collect();
                    (total + change.price, changes)
                })
                .collect();
            amounts
        };
        let more: Vec<(i64, Vec<RepairChange>)> = sets.iter().flat_map(longer).collect();
        sets.extend(more.into_iter().filter(|(price, _)| *price <= DEAREST));
    }
    sets.sort_by_key(|(price, _)| *price);
    sets
}

/// Sets that cost more are not tried.
const DEAREST: i64 = 15_000;

fn enough(problem: &Problem, changes: &[RepairChange]) -> bool {
    oracle::best(&apply(problem, changes).unwrap()).is_some()
}

#[test]
fn no_cheaper_set_of_changes_is_enough() {
    let seen: Vec<(Option<i64>, Repairs)> = (0..SEEDS)
        .into_par_iter()
        .map(|seed| {
            let problem = problem(seed);
            let kinds = ChangeKind::ALL.into_iter().collect();
            let repairs = repair(&problem, &kinds, 3, &Search::default(), &|| {}).unwrap();
            assert!(repairs.complete, "{seed}");
            let mut earlier: Vec<BTreeSet<ChangeSubject>> = Vec::new();
            let sets = sets(&problem);
            let mut cheapest = None;
            for found in &repairs.repairs {
                let is_new = |changes: &[RepairChange]| {
                    let subjects: BTreeSet<ChangeSubject> =
                        changes.iter().map(|change| change.subject).collect();
                    !earlier.iter().any(|one| one.is_subset(&subjects))
                };
                let best =
                    sets.iter().find(|(_, changes)| is_new(changes) && enough(&problem, changes));
                cheapest = cheapest.or(best.map(|(price, _)| *price));
                match best {
                    Some((price, _)) => assert_eq!(found.price, *price, "{seed}: {found:?}"),
                    None => assert!(found.price > DEAREST, "{seed}: {found:?}"),
                }
                assert_eq!(found.price_bound, found.price, "{seed}");
                assert!(found.proved && found.score == found.score_bound, "{seed}: {found:?}");
                let total: i64 = found.changes.iter().map(|change| change.price).sum();
                assert_eq!(total, found.price, "{seed}: {found:?}");
                if found.price > DEAREST || found.changes.is_empty() {
                    break;
                }
                earlier.push(subjects(&problem, found));
            }
            (cheapest, repairs)
        })
        .collect();
    let kinds: BTreeSet<ChangeKind> = seen
        .iter()
        .flat_map(|(_, repairs)| &repairs.repairs)
        .flat_map(|repair| repair.changes.iter().map(|change| change.kind))
        .collect();
    assert_eq!(kinds, ChangeKind::ALL.into_iter().collect(), "every kind has its say");
    let priced = seen.iter().filter(|(price, _)| price.is_some_and(|price| price > 0)).count();
    assert!(priced > seen.len() / 4, "{priced} of {}", seen.len());
}

/// The schools, owners and students that a set of changes affects.
fn subjects(
    problem: &Problem,
    repair: &plaatswijzer::questions::repair::Repair,
) -> BTreeSet<ChangeSubject> {
    let instance = &problem.instance;
    let student = |id: &str| instance.students.iter().find(|(_, one)| one.id == id).unwrap().0;
    let school = |id: &str| instance.schools.iter().find(|(_, one)| one.id == id).unwrap().0;
    let subjects = repair.changes.iter().map(|change| match change.kind {
        ChangeKind::Place => ChangeSubject::Place(school(&change.id)),
        ChangeKind::Cluster => {
            ChangeSubject::Cluster(Owner::Board(instance.boards.ids().next().unwrap()))
        }
        ChangeKind::Kilometre => ChangeSubject::Kilometre(student(&change.id)),
        ChangeKind::Meeting => ChangeSubject::Meeting(student(&change.id)),
        ChangeKind::Wish => ChangeSubject::Wish(student(&change.id)),
    });
    subjects.collect()
}

#[test]
fn what_keeps_everyone_from_a_place_is_reported() {
    let mut document = region(1);
    document["schools"][0]["programmes"] = json!(["mbo"]);
    document["schools"][1]["programmes"] = json!(["mbo"]);
    document["schools"][2]["programmes"] = json!(["mbo"]);
    let read = read(document.to_string().as_bytes(), &|_| Err("absent".to_owned())).unwrap();
    let kinds = ChangeKind::ALL.into_iter().collect();
    let repairs = repair(&read.problem, &kinds, 3, &Search::default(), &|| {}).unwrap();
    assert!(repairs.complete && repairs.repairs.is_empty());
    assert!(repairs.because.iter().any(|demand| demand.rule == "question"), "{repairs:?}");
    assert_eq!(repairs.clash, Vec::new(), "as things are everyone may be left out");
}

/// An existing cluster of whose places one is lacking, and what `repair` says once it must be used.
#[test]
fn a_cluster_is_kept_at_the_price_of_what_it_lacks() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("region.json");
    let region = json!({
        "format": "plaatswijzer/instance/1", "name": "kept",
        "boards": [{ "id": "b" }],
        "schools": [{ "id": "h", "board": "b", "places": 5 }, { "id": "i", "board": "b", "places": 1 }],
        "clusters": [
            { "id": "c", "board": "b", "schools": ["h"] },
            { "id": "d", "name": "Zuid", "board": "b", "schools": ["i"] },
        ],
        "students": [{ "id": "s", "count": 4, "programme": "voltijd", "year": 1 }],
        "rules": { "cluster_size": { "min": 2, "target": 2, "max": 5 }, "travel": false },
    });
    std::fs::write(&file, region.to_string()).unwrap();
    let file = file.to_str().unwrap();
    let usual = run(&["repair", file]);
    assert_eq!(code(&usual), 0, "{}", stderr(&usual));
    assert!(!stdout(&usual).contains("place at i"), "{}", stdout(&usual));
    // By name; one place at i makes the two members possible.
    let kept = run(&["repair", file, "--keep", "zuid", "--json"]);
    assert_eq!(code(&kept), 0, "{}", stderr(&kept));
    let answer: Value = serde_json::from_str(&stdout(&kept)).unwrap();
    let first = &answer["repairs"][0];
    assert_eq!(
        (&first["changes"][0]["kind"], &first["changes"][0]["id"], &first["changes"][0]["amount"]),
        (&json!("place"), &json!("i"), &json!(1)),
        "{answer}"
    );
    assert_eq!((&first["proved"], &first["score"]), (&json!(true), &json!(0)), "{answer}");
    // Where no change is needed, the answer names the cluster and what using it costs: opening
    // d takes 12.5 km, and c loses the two members above its target, 3 km each.
    let mut opened = region.clone();
    opened["schools"][1]["places"] = json!(2);
    opened["clusters"][1]["opening_worth_km"] = json!(12.5);
    let opened = write(folder.path(), "opened.json", opened.to_string().as_bytes());
    let opened = opened.to_str().unwrap();
    let words = run(&["repair", opened, "--keep", "d", "--keep", "zuid"]);
    assert_eq!(code(&words), 0, "{}", stderr(&words));
    let words = stdout(&words);
    assert!(
        words.starts_with(
            "Cluster Zuid (d) must be used.\nEveryone can be placed without any change"
        ),
        "{words}"
    );
    assert!(words.contains("\nUsing it costs 6.5 km: "), "{words}");
    let both = stdout(&run(&["repair", opened, "--keep", "d", "--keep", "c", "--lang", "nl"]));
    assert!(both.starts_with("De clusters Zuid (d) en c moeten gebruikt worden.\n"), "{both}");
    assert!(both.contains("Samen kost dat 6,5 km: "), "{both}");
    let free = stdout(&run(&["repair", opened, "--keep", "c"]));
    assert!(free.contains("Using it costs nothing"), "{free}");
    let answer = stdout(&run(&["repair", opened, "--keep", "d", "--json"]));
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let keeping = json!({ "clusters": ["d"], "price": 6_500, "is_proven": true });
    assert_eq!(answer["keeping"], keeping);
    let unknown = run(&["repair", file, "--keep", "x"]);
    assert_eq!(code(&unknown), 3);
    assert!(stderr(&unknown).contains("choose from: `c` and `d`"), "{}", stderr(&unknown));
}

/// The bundled region, which has places for four fifths of its students. The same program as a whole takes many minutes.
#[cfg(feature = "highs")]
#[test]
fn the_cheapest_changes_of_a_region_are_proven_with_little_work() {
    let document = std::fs::read(crate::running::groningen()).unwrap();
    let problem = read(&document, &|_| Err("absent".to_owned())).unwrap().problem;
    let kinds = ChangeKind::ALL.into_iter().collect();
    let budget = plaatswijzer::solve::Budget::of_work(40_000);
    let search = Search { budget, ..Search::default() };
    let repairs = repair(&problem, &kinds, 2, &search, &|| {}).unwrap();
    assert!(repairs.complete && repairs.repairs.len() == 2, "{repairs:?}");
    let prices: Vec<(i64, i64)> =
        repairs.repairs.iter().map(|found| (found.price, found.price_bound)).collect();
    assert!(prices.is_sorted() && prices.iter().all(|(price, bound)| price == bound), "{prices:?}");
    for found in &repairs.repairs {
        assert!(found.proved && found.score == found.score_bound, "{found:?}");
    }
}
