//! Paths under uncertainty on tiny random documents: the search against trying everything, common random numbers,
//! and one draw without changes against the ordinary path.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use serde_json::{Value, json};

use super::common::CommonPath;
use super::held::{HeldPath, YearBounds};
use super::neighbours::Neighbours;
use super::objective::{DrawsCost, DrawsObjective, OwnCost};
use super::{DrawsOutcome, DrawsSearch};
use crate::base::lot;
use crate::growth::decisions::Decided;
use crate::growth::model::WidestYears;
use crate::growth::search::PathSearch;
use crate::growth::tests::with_search;
use crate::growth::{GrowthPath, KeptPieces};
use crate::solve::Budget;
use crate::solve::years::{Opened, Schedule, YearsModel};

/// A number from 0 to below `most`, drawn by name.
fn draw(seed: u32, name: &str, most: u64) -> i64 {
    i64::try_from(lot(name, seed) % most).unwrap()
}

/// A tiny region: a partner board with two schools, one with one, a candidate with one.
pub(super) fn base(seed: u32) -> Value {
    let at = |what: &str| {
        let at = |along: &str| draw(seed, &format!("{what}{along}"), 100) as f64 / 1000.0;
        json!([53.2 + at("lat"), 6.5 + at("lon")])
    };
    let schools: Vec<Value> = ["a", "a", "b", "c"]
        .iter()
        .enumerate()
        .map(|(number, board)| {
            let id = format!("h{number}");
            let places = 2 + draw(seed, &format!("places{number}"), 3);
            json!({ "id": id, "board": board, "at": at(&id), "places": places })
        })
        .collect();
    let students: Vec<Value> = (0..6)
        .map(|number| {
            let id = format!("s{number}");
            let count = 1 + draw(seed, &format!("count{number}"), 2);
            json!({
                "id": id, "programme": "voltijd", "year": 1 + number % 4, "count": count, "at": at(&id),
            })
        })
        .collect();
    json!({
        "format": "plaatswijzer/instance/1", "name": "tiny",
        "boards": [
            { "id": "a", "max_clusters": 1 }, { "id": "b", "max_clusters": 1 },
            { "id": "c", "standing": "candidate", "max_clusters": 1 },
        ],
        "schools": schools, "students": students,
        "rules": {
            "cluster_size": { "min": 1, "target": 3, "max": 6 },
            "forming": { "reach_km": 20, "alone_places": 2, "opening_worth_km": 2 + draw(seed, "opening", 40) },
            "placement": { "worth_km": 20 },
        },
    })
}

/// A path of two years over it, with three draws in which students leave.
pub(super) fn document(seed: u32) -> Value {
    json!({
        "format": "plaatswijzer/path/1", "base": "base.json",
        "years": [
            { "id": "2027" },
            { "id": "2028", "changes": [{ "grow": { "number": 3 } }], "share_percent": 50 + 10 * draw(seed, "share", 5) },
        ],
        "boards": [{ "id": "c", "entry_worth_km": draw(seed, "worth", 20) }],
        "pace": { "new_clusters_per_year": 1 + draw(seed, "pace", 2) },
        "stay_years": 1 + draw(seed, "stay", 2),
        "share_worth_km": draw(seed, "share_worth", 60),
        "draws": { "count": 3, "seed": seed, "changes": [{ "drop_out": { "percent": 40 } }] },
    })
}

/// Pieces in memory.
#[derive(Default)]
pub(super) struct InMemory(Mutex<BTreeMap<String, Vec<u8>>>);

impl KeptPieces for InMemory {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.0.lock().unwrap().get(name).cloned()
    }

    fn keep(&self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        self.0.lock().unwrap().insert(name.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn forget(&self, name: &str) -> std::io::Result<()> {
        self.0.lock().unwrap().remove(name);
        Ok(())
    }
}

pub(super) fn run(search: &PathSearch, robust: DrawsObjective, pieces: &InMemory) -> DrawsOutcome {
    let found = DrawsSearch { search, robust, given: None, pieces }.run();
    found.unwrap_or_else(|error| panic!("{error:?}"))
}

/// All schedules that keep what ties the years together.
pub(super) fn all_schedules(model: &YearsModel) -> BTreeSet<Schedule> {
    let mut all = vec![Schedule::empty(model)];
    let years = model.years.len();
    for option in model.options.ids() {
        let mut with = Vec::new();
        for schedule in &all {
            for from in 0..years {
                for until in from..years {
                    let mut next = schedule.clone();
                    next.opened.push(Opened { from, until, option });
                    next.settle(model);
                    if next.is_allowed(model) {
                        with.push(next);
                    }
                }
            }
        }
        all.extend(with);
    }
    all.into_iter()
        .map(|mut one| {
            one.settle(model);
            one
        })
        .collect()
}

/// What decisions cost in some draw; `None` where they lead to no plan.
fn cost(search: &PathSearch, path: &GrowthPath, common: &CommonPath) -> Option<i64> {
    let search = PathSearch { path, ..*search };
    match search.held_path(common, YearBounds::Skipped, &Budget::unlimited()).unwrap() {
        HeldPath::Found(found) => Some(found.value),
        HeldPath::Impossible | HeldPath::NotFound => None,
        HeldPath::Unknown => panic!("there is no limit"),
    }
}

#[test]
fn what_is_chosen_is_the_best_of_everything_that_can_be_decided() {
    for seed in 0..if cfg!(feature = "highs") { 10 } else { 3 } {
        with_search((&base(seed), &document(seed)), Budget::unlimited(), |search| {
            let beside = search.beside_base();
            let nothing = Decided::nothing(search.path);
            let widest = WidestYears::new(search.path, 0..2, &nothing, &beside).unwrap();
            let model = widest.model();
            let near = Neighbours::new(search.path, &widest, &model, &[]);
            let draws: Vec<GrowthPath> =
                (1..=3).map(|draw| search.path.in_draw(draw, &beside).unwrap()).collect();
            let commons = all_schedules(&model).into_iter().map(|schedule| near.common(&schedule));
            let commons: Vec<CommonPath> = commons.collect();
            let costs_in = |path: &GrowthPath| -> Vec<Option<i64>> {
                commons.iter().map(|common| cost(search, path, common)).collect()
            };
            let expected = costs_in(search.path);
            let in_draws: Vec<Vec<Option<i64>>> = draws.iter().map(costs_in).collect();
            let all: Vec<Vec<i64>> = (0..commons.len())
                .filter(|&one| expected[one].is_some())
                .filter_map(|one| in_draws.iter().map(|costs| costs[one]).collect())
                .collect();
            assert!(all.len() > 10, "{seed}: {} to choose from", all.len());
            // Had the intake been known: the best of everything in each draw, also of what leads to no plan elsewhere.
            let own = |draw: usize| {
                let value = in_draws[draw].iter().flatten().copied().min().unwrap();
                OwnCost { value, bound: value }
            };
            let own: Vec<OwnCost> = (0..3).map(own).collect();
            let pieces = InMemory::default();
            for robust in [DrawsObjective::Mean, DrawsObjective::Worst, DrawsObjective::Regret] {
                let value = |costs: &[i64]| DrawsCost::of(costs, &own).value(robust);
                let best = all.iter().map(|costs| value(costs)).min().unwrap();
                let found = run(search, robust, &pieces);
                let draws = found.plan.draws.as_ref().unwrap();
                assert_eq!(draws.value, best, "{seed} {robust:?}");
                assert!(draws.bound <= best, "{seed} {robust:?}");
                for (draw, own) in draws.draws.iter().zip(&own) {
                    assert_eq!((draw.own.value, draw.own.bound), (own.value, own.bound), "{seed}");
                }
            }
        });
    }
}

#[test]
fn one_draw_without_changes_is_the_ordinary_path() {
    let mut one = document(1);
    one["years"][1].as_object_mut().unwrap().remove("changes");
    one["draws"] = json!({ "count": 1 });
    with_search((&base(1), &one), Budget::unlimited(), |search| {
        let ordinary = search.with_foresight().unwrap();
        let pieces = InMemory::default();
        for robust in [DrawsObjective::Mean, DrawsObjective::Worst, DrawsObjective::Regret] {
            let found = run(search, robust, &pieces);
            let texts = |path: &crate::growth::FoundPath| -> Vec<String> {
                path.years.iter().map(|year| year.text.clone()).collect()
            };
            assert_eq!(texts(&found.expected), texts(&ordinary.path));
            assert_eq!(texts(&found.draws[0].path), texts(&ordinary.path));
            let draws = found.plan.draws.unwrap();
            assert_eq!(draws.cost.sum, ordinary.path.value);
            assert_eq!((draws.cost.regret, draws.value), (0, draws.bound));
        }
    });
}

/// The students of a year of a draw, with where they were placed before.
fn students(path: &GrowthPath, year: usize) -> BTreeSet<(String, i64)> {
    let students = path.documents[year].students.iter();
    students.map(|student| (student.id.clone(), i64::from(student.year))).collect()
}

#[test]
fn equal_students_have_equal_fates_whatever_is_decided() {
    let mut moving = document(2);
    moving["students"] = json!({ "progress": { "stay_percent": { "1": 60, "2": 50 } } });
    moving["years"].as_array_mut().unwrap().push(json!({ "id": "2029" }));
    let documents = |document: &Value| -> Vec<GrowthPath> {
        with_search((&base(2), document), Budget::unlimited(), |search| {
            let beside = search.beside_base();
            (1..=3).map(|draw| search.path.in_draw(draw, &beside).unwrap()).collect()
        })
    };
    let some = documents(&moving);
    // Other boards may enter, at another pace and price: the draws stay the same.
    let mut other = moving.clone();
    for key in ["boards", "pace", "stay_years"] {
        other.as_object_mut().unwrap().remove(key);
    }
    other["share_worth_km"] = json!(1);
    other["draws"]["count"] = json!(5);
    for (one, same) in some.iter().zip(documents(&other)) {
        assert_eq!(format!("{:?}", one.documents), format!("{:?}", same.documents));
    }
    let years: Vec<_> = (0..3).map(|year| students(&some[0], year)).collect();
    assert_ne!(years[1], students(&some[1], 1), "draws differ");
    for year in 1..3 {
        for (id, study_year) in &years[year] {
            // Who is no new first-year was there the year before, one study year lower: whoever left in this draw
            // does not come back.
            let was_there = years[year - 1].contains(&(id.clone(), study_year - 1));
            let is_copy = id.contains("-extra");
            assert!(*study_year == 1 || was_there || is_copy, "{year}: {id} {study_year}");
        }
    }
}
