//! Tiny random paths: search, bound, compact program and check against each other.

use serde_json::{Value, json};

use super::model::WidestYears;
use super::search::PathSearch;
use super::{Decided, GrowthPath, PathError, PathPlan, check, read};
use crate::base::lot;
use crate::problem::Problem;
use crate::solve::mip::{MipSettings, Solver};
use crate::solve::years::{
    PathGoal, ProgramSearch, ShareAim, YearModel, YearsSearch, search, search_by_ascent,
};
use crate::solve::{Budget, Search};

/// Paths that are solved in full; microlp takes long for each.
const SEEDS: u32 = if cfg!(feature = "highs") { 60 } else { 2 };

/// A number from 0 to below `most`, drawn by name.
pub(super) fn draw(seed: u32, name: &str, most: u64) -> i64 {
    i64::try_from(lot(name, seed) % most).unwrap()
}

/// A tiny region: two partner boards, one candidate, one board in the shell; five to seven schools.
pub(super) fn base(seed: u32) -> Value {
    let schools: Vec<Value> = (0..5 + draw(seed, "schools", 3))
        .map(|number| {
            let at = |what: &str| draw(seed, &format!("{what}{number}"), 100) as f64 / 1000.0;
            let board = ["a", "a", "b", "c", "c", "s", "b"][usize::try_from(number).unwrap()];
            json!({
                "id": format!("h{number}"), "board": board, "at": [53.2 + at("lat"), 6.5 + at("lon")],
                "places": 2 + draw(seed, &format!("places{number}"), 3),
            })
        })
        .collect();
    let students: Vec<Value> = (0..5 + draw(seed, "students", 4))
        .map(|number| {
            let at = |what: &str| draw(seed, &format!("{what}s{number}"), 100) as f64 / 1000.0;
            json!({
                "id": format!("s{number}"), "programme": "voltijd",
                "year": 1 + draw(seed, &format!("year{number}"), 4),
                "count": 1 + draw(seed, &format!("count{number}"), 2),
                "at": [53.2 + at("lat"), 6.5 + at("lon")],
            })
        })
        .collect();
    json!({
        "format": "plaatswijzer/instance/1", "name": "tiny",
        "boards": [
            { "id": "a", "max_clusters": 1 }, { "id": "b", "max_clusters": 1 },
            { "id": "c", "standing": "candidate", "max_clusters": 1 },
            { "id": "s", "standing": "shell", "max_clusters": 1 },
        ],
        "schools": schools, "students": students,
        "rules": {
            "cluster_size": { "min": 1, "target": 3, "max": 6 },
            "forming": { "reach_km": 20, "alone_places": 3, "opening_worth_km": 2 + draw(seed, "opening", 40) },
            "placement": { "worth_km": 60 },
        },
    })
}

/// A path of two or three years over it.
pub(super) fn document(seed: u32) -> Value {
    let years: Vec<Value> = (0..2 + draw(seed, "years", 2))
        .map(|number| {
            let mut year = json!({ "id": format!("{}", 2027 + number) });
            if draw(seed, &format!("share{number}"), 2) == 0 {
                year["share_percent"] = json!(50 + 10 * draw(seed, &format!("percent{number}"), 6));
            }
            if number > 0 && draw(seed, &format!("grow{number}"), 2) == 0 {
                year["changes"] = json!([{ "grow": { "number": 2 } }]);
            }
            if draw(seed, &format!("weight{number}"), 3) == 0 {
                year["weight"] = json!(2);
            }
            year
        })
        .collect();
    let mut candidate = json!({ "id": "c", "entry_worth_km": draw(seed, "worth", 30) });
    if draw(seed, "earliest", 3) == 0 {
        candidate["earliest"] = json!("2028");
    }
    if draw(seed, "latest", 4) == 0 {
        candidate["latest"] = json!("2028");
    }
    if draw(seed, "inshell", 4) == 0 {
        candidate["standing"] = json!("shell");
    }
    let mut path = json!({
        "format": "plaatswijzer/path/1", "base": "base.json", "years": years,
        "boards": [candidate, { "id": "s", "entry_worth_km": draw(seed, "worth_s", 20) }],
        "share_worth_km": draw(seed, "share_worth", 100),
    });
    let goals =
        [json!(["first_year", "total"]), json!(["unplaced", "first_year"]), json!(["total"])];
    if draw(seed, "levels", 2) == 0 {
        path["goals"] = goals[usize::try_from(draw(seed, "goals", 3)).unwrap()].clone();
    }
    if draw(seed, "pace", 2) == 0 {
        path["pace"] = json!({ "new_clusters_per_year": 1, "entries_per_year": 1 });
    }
    if draw(seed, "stay", 2) == 0 {
        path["stay_years"] = json!(1 + draw(seed, "stays", 2));
    }
    path
}

fn files(seed: u32) -> impl Fn(&str) -> Result<Vec<u8>, String> + Sync {
    let text = base(seed).to_string().into_bytes();
    move |name| if name == "base.json" { Ok(text.clone()) } else { Err(name.to_owned()) }
}

fn path(seed: u32) -> GrowthPath {
    let bytes = document(seed).to_string().into_bytes();
    read(&bytes, &files(seed)).unwrap_or_else(|errors| panic!("{seed}: {errors}"))
}

#[test]
fn a_bound_is_never_above_the_best_path_and_a_schedule_never_below() {
    for seed in 0..60 {
        let (path, files) = (path(seed), files(seed));
        let nothing = Decided::nothing(&path);
        let widest = WidestYears::new(&path, 0..path.years.len(), &nothing, &files).unwrap();
        let model = widest.model();
        let (unlimited, steps) =
            (Budget::unlimited(), Budget::new(None, Some(300), std::sync::Arc::default()));
        let how = |budget| YearsSearch {
            settings: MipSettings::exact(Solver::default()),
            budget,
            wants_proof: true,
            on_progress: &|_| {},
        };
        let exact = search(&model, Vec::new, how(&unlimited)).unwrap();
        // Where there is a solver for linear programs.
        if let Some(programs) = ProgramSearch::new(&model, how(&unlimited)) {
            let found = programs.run(Vec::new).unwrap();
            assert_eq!(found.levels, exact.levels, "{seed}");
            assert_eq!(found.bound.is_some(), exact.bound.is_some(), "{seed}");
        }
        if model.goals != [PathGoal::Total] {
            continue;
        }
        let found = search_by_ascent(&model, &[], how(&steps));
        let (Some(bound), Some(best)) = (found.bound, exact.cost) else {
            assert_eq!((found.bound, exact.cost), (None, None), "{seed}");
            continue;
        };
        assert!(bound <= best, "{seed}: bound {bound}, best {best}");
        if let Some(cost) = found.cost {
            assert!(cost >= best, "{seed}: cost {cost}, best {best}");
        }
    }
}

#[test]
fn what_is_found_is_the_best_and_passes_the_check() {
    let mut delays = 0;
    for seed in 0..SEEDS {
        let (path, files) = (path(seed), files(seed));
        let chosen = Search::default();
        let search = PathSearch::quiet(&path, &files, &chosen);
        let outcome = match search.with_foresight() {
            Ok(outcome) => outcome,
            Err(PathError::NoPlan { .. } | PathError::NoPath { .. }) => continue,
            Err(error) => panic!("{seed}: {error:?}"),
        };
        let result = PathPlan::of_outcome(&path, &outcome, 0.0);
        let plans: Vec<Vec<u8>> =
            outcome.path.years.iter().map(|year| year.text.clone().into_bytes()).collect();
        let findings = check(&path, &result, &plans, &files).unwrap();
        assert_eq!(findings, [], "{seed}");
        assert_eq!(
            result.bound,
            Some(result.value),
            "{seed}: not the best: {:?} {:?} {:?}",
            path.goals,
            outcome.levels,
            outcome.path.reached
        );
        assert_eq!(result.levels.is_some(), path.has_levels(), "{seed}");
        let levels = result.levels.iter().flatten();
        assert!(levels.clone().all(|level| level.value == level.bound), "{seed}");
        for delay in &outcome.delays {
            assert!(delay.path.reached >= outcome.path.reached, "{seed}: {:?}", delay.what);
            let later = PathPlan::of_found(&path, &delay.path);
            let plans: Vec<Vec<u8>> =
                delay.path.years.iter().map(|year| year.text.clone().into_bytes()).collect();
            assert_eq!(check(&path, &later, &plans, &files).unwrap(), [], "{seed}");
            delays += 1;
        }
        if let Some(alone) = result.year_by_year {
            assert!(alone >= result.value, "{seed}");
        }
    }
    assert!(delays > 0, "nothing was put off");
}

#[test]
fn money_of_a_later_year_binds_only_where_the_years_before_are_known() {
    let mut base = base(1);
    base["finance"] =
        json!({ "grant_per_student_eur": 100, "grant_lag_years": 1, "cluster_eur": 50 });
    let document = json!({
        "format": "plaatswijzer/path/1", "base": "base.json", "share_worth_km": 1,
        "years": [{ "id": "2027", "limit_eur": 7 }, { "id": "2028", "limit_eur": 8 }],
    });
    let text = base.to_string().into_bytes();
    let files = move |_: &str| Ok(text.clone());
    let path = read(document.to_string().as_bytes(), &files).unwrap();
    let limits = |decided: &Decided, years: std::ops::Range<usize>| {
        let widest = WidestYears::new(&path, years, decided, &files).unwrap();
        let of_rule = |problem: &Problem| {
            let limit = problem.rulebook.budget.as_ref().unwrap().limit_eur;
            limit.map(crate::instance::EuroAmount::get)
        };
        let of_model = |year: &YearModel| year.money.as_ref().map(|aim| aim.limit.0);
        let rules: Vec<Option<i64>> = widest.problems.iter().map(of_rule).collect();
        let models: Vec<Option<i64>> = widest.model().years.iter().map(of_model).collect();
        (rules, models)
    };
    let nothing = Decided::nothing(&path);
    // The rule of a year would count this year's students for those of the year before, and open clusters a second
    // time; so the years before are counted by a row over all years.
    assert_eq!(limits(&nothing, 0..2), (vec![Some(7), None], vec![None, Some(8)]));
    let known = Decided { in_clusters: vec![4], ..nothing };
    assert_eq!(limits(&known, 1..2), (vec![Some(8)], vec![None]));
    let document = path.instance(1, &known, &[]);
    assert_eq!(document.finance.unwrap().grant_students.unwrap().get(), 4);
}

#[test]
fn limits_give_nothing_exactly_where_the_shares_are_in_reach() {
    let (mut within, mut eased_ones, mut beyond) = (0, 0, 0);
    for seed in 0..if cfg!(feature = "highs") { 60 } else { 8 } {
        let (path, files) = (path(seed), files(seed));
        let demanding = GrowthPath { share_worth: None, ..path.clone() };
        let is_possible = |path: &GrowthPath| {
            let nothing = Decided::nothing(path);
            let widest = WidestYears::new(path, 0..path.years.len(), &nothing, &files).unwrap();
            let how = YearsSearch {
                settings: MipSettings::exact(Solver::default()),
                budget: &Budget::unlimited(),
                wants_proof: true,
                on_progress: &|_| {},
            };
            search(&widest.model(), Vec::new, how).unwrap().bound.is_some()
        };
        let chosen = Search::default();
        let search = PathSearch::quiet(&path, &files, &chosen);
        let all: Vec<usize> = (0..path.years.len()).collect();
        let Some(repair) = search.repair(&all, &Budget::unlimited()).unwrap() else { continue };
        assert!(repair.proven, "{seed}");
        assert_eq!(repair.possible, is_possible(&demanding.loosened()), "{seed}");
        assert_eq!(repair.possible && repair.changes.is_empty(), is_possible(&demanding), "{seed}");
        match (repair.possible, repair.changes.is_empty()) {
            (false, _) => beyond += 1,
            (true, true) => within += 1,
            (true, false) => eased_ones += 1,
        }
    }
    assert!(within > 0 && beyond > 0, "{within} {eased_ones} {beyond}");
    assert!(eased_ones > 0 || cfg!(not(feature = "highs")), "{within} {eased_ones} {beyond}");
}

#[test]
fn the_first_year_of_the_shares_is_the_first_from_which_they_can_be_demanded() {
    let mut reached = std::collections::BTreeSet::new();
    for seed in 0..if cfg!(feature = "highs") { 60 } else { 6 } {
        let mut path = path(seed);
        path.goals = vec![PathGoal::FirstYear, PathGoal::Total];
        let files = files(seed);
        let years = path.years.len();
        let nothing = Decided::nothing(&path);
        let widest = WidestYears::new(&path, 0..years, &nothing, &files).unwrap();
        let how = YearsSearch {
            settings: MipSettings::exact(Solver::default()),
            budget: &Budget::unlimited(),
            wants_proof: true,
            on_progress: &|_| {},
        };
        let found = search(&widest.model(), Vec::new, how).unwrap();
        let Some(level) = found.levels.first() else { continue };
        assert_eq!(level.value, level.bound, "{seed}");
        let can_be_demanded = |from: usize| {
            let mut model = widest.model();
            model.goals = vec![PathGoal::Total];
            for (year, of_year) in model.years.iter_mut().enumerate() {
                let share = of_year.core.share.filter(|_| year >= from);
                of_year.core.share = share.map(|share| ShareAim { each: None, ..share });
            }
            search(&model, Vec::new, how).unwrap().bound.is_some()
        };
        let first = (0..years).find(|&from| can_be_demanded(from)).unwrap_or(years);
        assert_eq!(level.value, first as i64 + 1, "{seed}");
        reached.insert(first);
    }
    assert!(reached.len() > 1, "{reached:?}");
}

/// What is done with a path and how it is searched.
pub(super) fn with_search<T>(
    (base, document): (&Value, &Value),
    budget: Budget,
    done: impl FnOnce(&PathSearch) -> T,
) -> T {
    let text = base.to_string().into_bytes();
    let files = move |_: &str| Ok(text.clone());
    let path = read(document.to_string().as_bytes(), &files);
    let path = path.unwrap_or_else(|errors| panic!("{errors}"));
    let chosen = Search { budget, ..Search::default() };
    done(&PathSearch::quiet(&path, &files, &chosen))
}
