//! Lots among plans that are equally good, against the oracle and by the real command.

use plaatswijzer::plan::{Plan, Status};
use plaatswijzer::problem::Problem;
use plaatswijzer::solve::{Method, PlaceOutcome, Search, place};
use plaatswijzer::verify::verify;
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::against_oracle::problem;
use crate::draws::Draws;
use crate::laws::shuffle_rows;
use crate::oracle::{self, values};
use crate::running::{code, run, stderr, write};
use crate::tiny::{self, TINY};

const INSTANCES: u64 = 700;

fn placed(problem: &Problem, method: Method) -> Option<Plan> {
    let search = Search { method, ..Search::default() };
    match place(problem, &search, &|_| {}).unwrap_or_else(|error| panic!("{error}")) {
        PlaceOutcome::Plan { plan, .. } => Some(*plan),
        _ => None,
    }
}

/// Whether lots chose another plan than the search without lots; `None` if there is no plan.
fn drawn(seed: u64) -> Option<bool> {
    let mut document = tiny::instance(seed, &TINY);
    // Without journeys most prices are the same, and much is left to draw.
    if !seed.is_multiple_of(3) {
        document["rules"]["travel"] = json!(false);
    }
    let read =
        plaatswijzer::problem::read(document.to_string().as_bytes(), &|_| Err(String::new()));
    let plain = read.ok()?.problem;
    let with_lots = plain.clone().with_lots(seed.cast_signed() % 5);
    let without = placed(&plain, Method::Decomposition)?;
    let best = oracle::best(&with_lots).unwrap();
    let mut differs = false;
    for method in [Method::Decomposition, Method::Plain] {
        let plan = placed(&with_lots, method).unwrap();
        assert_eq!(values(&plan), best, "seed {seed}, {method:?}");
        assert_eq!(values(&plan)[..best.len() - 1], values(&without), "seed {seed}");
        assert_eq!(plan.status, Some(Status::Optimal), "seed {seed}");
        // The check learns of the lots from the plan alone.
        assert_eq!(verify(&plain, &plan).findings, [], "seed {seed}");
        differs |= plan.placements != without.placements;
    }
    Some(differs)
}

#[test]
fn lots_choose_the_best_of_equals_and_change_nothing_else() {
    let seeds: Vec<u64> = (12_000_000..12_000_000 + INSTANCES).collect();
    let drawn: Vec<bool> = seeds.into_par_iter().filter_map(drawn).collect();
    let differing = drawn.iter().filter(|&&differs| differs).count();
    println!("{} drawn, {differing} otherwise than without lots", drawn.len());
    assert!(drawn.len() as u64 > INSTANCES / 2 && differing > 10);
}

/// Three like students and two like places, so that lots decide everything.
fn contest() -> Value {
    let student =
        |id: &str| json!({ "id": id, "programme": "voltijd", "year": 1, "at": [53.1, 6.0] });
    json!({
        "format": "plaatswijzer/instance/1", "name": "contest", "clusters": [], "travel": { "table": [] },
        "boards": [{ "id": "x", "standing": "shell" }],
        "schools": [
            { "id": "h", "board": "x", "places": 1, "at": [53.0, 6.0] },
            { "id": "i", "board": "x", "places": 1, "at": [53.0, 6.0] },
        ],
        "students": [student("anna"), student("bob"), student("carla")],
    })
}

#[test]
fn the_order_of_rows_and_threads_do_not_show() {
    let folder = tempfile::tempdir().unwrap();
    let plan = |document: &Value, options: &[&str]| {
        let instance = write(folder.path(), "instance.json", document.to_string().as_bytes());
        let instance = instance.to_str().unwrap().to_owned();
        let mut arguments = vec!["solve", instance.as_str(), "-o", "-"];
        arguments.extend(options);
        let output = run(&arguments);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        output.stdout
    };
    let solvable = (12_500_000..).filter(|&seed| {
        problem(seed, &TINY).and_then(|problem| placed(&problem, Method::Plain)).is_some()
    });
    let solvable = solvable.map(|seed| tiny::instance(seed, &TINY));
    for (index, document) in std::iter::once(contest()).chain(solvable.take(6)).enumerate() {
        for seed in ["0", "1", "2"] {
            let drawn = plan(&document, &["--lot", seed]);
            let mut shuffled = document.clone();
            shuffle_rows(&mut shuffled, &mut Draws::new(index as u64));
            assert_eq!(plan(&shuffled, &["--lot", seed, "--threads", "1"]), drawn, "{document}");
            assert_eq!(plan(&shuffled, &["--lot", seed, "--threads", "2"]), drawn, "{document}");
        }
    }
    let left_out = |seed: &str| {
        let plan: Value = serde_json::from_slice(&plan(&contest(), &["--lot", seed])).unwrap();
        plan["unplaced"][0]["student"].as_str().unwrap().to_owned()
    };
    let losers: std::collections::BTreeSet<String> =
        (0..12).map(|seed| left_out(&seed.to_string())).collect();
    assert_eq!(losers.len(), 3, "{losers:?}");
}

/// Claims about lots, and how they are changed.
type Forgery = (&'static str, fn(&mut Plan));

const FORGERIES: &[Forgery] = &[
    ("a number", |plan| *plan.lot.as_mut().unwrap().numbers.get_mut("bob").unwrap() += 1),
    ("two numbers exchanged", |plan| {
        let numbers = &mut plan.lot.as_mut().unwrap().numbers;
        let (anna, bob) = (numbers["anna"], numbers["bob"]);
        numbers.extend([("anna".to_owned(), bob), ("bob".to_owned(), anna)]);
    }),
    ("a number that is not disclosed", |plan| {
        plan.lot.as_mut().unwrap().numbers.remove("carla");
    }),
    ("a number of nobody", |plan| {
        plan.lot.as_mut().unwrap().numbers.insert("dirk".to_owned(), 1);
    }),
    ("the seed", |plan| plan.lot.as_mut().unwrap().seed += 1),
    ("lots that are not disclosed", |plan| plan.lot = None),
    ("what lots say", |plan| plan.goals.as_mut().unwrap().last_mut().unwrap().value += 1),
    ("a draw that is not disclosed", |plan| {
        plan.goals.as_mut().unwrap().pop();
    }),
    ("someone who lost the draw in the place of who won it", |plan| {
        let loser = plan.unplaced.as_ref().unwrap()[0].student.clone();
        let winner = std::mem::replace(&mut plan.placements[0].student, loser);
        plan.unplaced.as_mut().unwrap()[0].student = winner;
        plan.placements.sort_by(|one, other| one.student.cmp(&other.student));
    }),
];

#[test]
fn a_forged_draw_is_found() {
    let read =
        plaatswijzer::problem::read(contest().to_string().as_bytes(), &|_| Err(String::new()));
    let plain = read.unwrap().problem;
    let plan = placed(&plain.clone().with_lots(4), Method::Decomposition).unwrap();
    assert_eq!(verify(&plain, &plan).findings, []);
    for (what, change) in FORGERIES {
        let mut forged = plan.clone();
        change(&mut forged);
        let found = verify(&plain, &forged).findings;
        assert!(!found.is_empty(), "{what}: nobody speaks");
        assert!(found.iter().all(|finding| finding.rule == "claims"), "{what}: {found:?}");
    }
    // Nor is a plan held against lots that it does not disclose.
    let silent = Plan { lot: None, goals: None, ..plan };
    assert_eq!(verify(&plain, &silent).findings, []);
}

#[test]
fn no_instance_asks_for_a_lot() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = contest();
    document["goals"] = json!(["lot"]);
    let instance = write(folder.path(), "instance.json", document.to_string().as_bytes());
    let output = run(&["validate", instance.to_str().unwrap()]);
    assert_eq!(code(&output), 3);
    let complaint = stderr(&output);
    assert!(complaint.contains("goals[0]") && complaint.contains("leximax_journey"), "{complaint}");
}
