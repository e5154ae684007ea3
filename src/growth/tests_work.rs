//! Searches with a limit on work: the same path for any number of threads, and nothing is said of what was not looked
//! at.

use serde_json::{Value, json};

use super::decisions::Decided;
use super::found::WhenLate;
use super::model::WidestYears;
use super::search::{PathSearch, SearchedYears};
use super::tests::{base, document, draw, with_search};
use super::{GrowthPath, PathError, PathPlan, check};
use crate::plan::Status;
use crate::solve::Budget;
use crate::solve::years::YearsSearch;

/// With more pairs than this a path is not solved whole, but by several searches, of which some run side by side.
const MANY_PAIRS: usize = 6_000;

/// A region in which a path is not solved whole: four boards that take part and a candidate, of four schools each.
pub(super) fn larger() -> (Value, Value) {
    let at = |what: String| draw(1, &what, 100) as f64 / 2_000.0;
    let schools: Vec<Value> = (0..20)
        .map(|number| {
            let place = [53.2 + at(format!("lat{number}")), 6.5 + at(format!("lon{number}"))];
            let board = ["a", "b", "d", "e", "c"][number / 4];
            json!({ "id": format!("h{number}"), "board": board, "at": place, "places": 6 })
        })
        .collect();
    let students: Vec<Value> = (0..120)
        .map(|number| {
            let place = [53.2 + at(format!("lats{number}")), 6.5 + at(format!("lons{number}"))];
            let year = 1 + number % 4;
            json!({ "id": format!("s{number}"), "programme": "voltijd", "year": year, "at": place })
        })
        .collect();
    let base = json!({
        "format": "plaatswijzer/instance/1", "name": "larger", "schools": schools, "students": students,
        "boards": [
            { "id": "a", "max_clusters": 1 }, { "id": "b", "max_clusters": 1 },
            { "id": "d", "max_clusters": 1 }, { "id": "e", "max_clusters": 1 },
            { "id": "c", "standing": "candidate", "max_clusters": 1 },
        ],
        "rules": {
            "cluster_size": { "min": 4, "target": 12, "max": 20 }, "forming": { "opening_worth_km": 40 },
            "placement": { "worth_km": 60 },
        },
    });
    let document = json!({
        "format": "plaatswijzer/path/1", "base": "base.json", "share_worth_km": 30,
        "years": [
            { "id": "2027", "share_percent": 40 }, { "id": "2028", "share_percent": 60 },
            { "id": "2029", "share_percent": 80 },
        ],
        "boards": [{ "id": "c", "entry_worth_km": 10 }], "pace": { "new_clusters_per_year": 2 },
    });
    (base, document)
}

fn pairs(search: &PathSearch) -> usize {
    let path: &GrowthPath = search.path;
    let nothing = Decided::nothing(path);
    let beside = search.beside_base();
    WidestYears::new(path, 0..path.years.len(), &nothing, &beside).unwrap().model().pairs()
}

#[test]
fn a_limit_on_work_gives_the_same_path_on_one_thread_and_on_two() {
    let (base, document) = larger();
    let found = |work: u64, threads: usize| {
        with_search((&base, &document), Budget::of_work(work), |search| {
            assert!(pairs(search) > MANY_PAIRS, "{}", pairs(search));
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| match search.with_foresight() {
                Ok(outcome) => PathPlan::of_outcome(search.path, &outcome, 0.0).to_json(),
                Err(PathError::NothingFound { year, .. }) => format!("nothing in {year}"),
                Err(error) => panic!("{error:?}"),
            })
        })
    };
    let mut paths = 0;
    let works: &[u64] =
        if cfg!(feature = "highs") { &[300, 1_000, 3_000, 10_000] } else { &[300, 2_000] };
    for &work in works {
        let with_one = found(work, 1);
        assert_eq!(found(work, 2), with_one, "{work}");
        paths += i32::from(with_one.starts_with('{'));
    }
    assert!(paths > 0, "{paths}");
}

#[test]
fn a_path_beside_the_one_found_is_given_up_when_its_time_is_up() {
    let mut realised = 0;
    for seed in 0..6 {
        with_search((&base(seed), &document(seed)), Budget::unlimited(), |search| {
            let (years, beside) = (0..search.path.years.len(), search.beside_base());
            let nothing = Decided::nothing(search.path);
            let widest = WidestYears::new(search.path, years, &nothing, &beside).unwrap();
            let model = widest.model();
            let how = YearsSearch {
                settings: search.search.mip_settings(),
                budget: &Budget::unlimited(),
                wants_proof: false,
                on_progress: &|_| {},
            };
            let outcome = crate::solve::years::search(&model, Vec::new, how).unwrap();
            let searched = SearchedYears { model: &model, widest: &widest, outcome: &outcome };
            let no_time = Budget::of_time(std::time::Duration::ZERO);
            let found = |when_late| search.best_realised(&searched, when_late, &no_time).unwrap();
            assert!(found(WhenLate::GiveUp).is_none(), "{seed}");
            realised += i32::from(found(WhenLate::GoOn).is_some());
        });
    }
    assert!(realised > 0, "the path that was searched for is planned whatever the time");
}

#[test]
fn boards_that_were_not_looked_at_are_not_said_to_be_none() {
    let (mut out, mut in_all) = (0, 0);
    for seed in 0..12 {
        let (base, mut document) = (base(seed), document(seed));
        document.as_object_mut().unwrap().remove("goals");
        let last = document["years"].as_array().unwrap().last().unwrap()["id"].clone();
        if seed % 2 == 0 {
            for board in document["boards"].as_array_mut().unwrap() {
                board["latest"] = last.clone();
            }
        }
        with_search((&base, &document), Budget::unlimited(), |search| {
            let Ok(found) = search.year_by_year(&Budget::unlimited()) else { return };
            let stays_out = found.entries.iter().filter(|entry| entry.is_none()).count();
            let looked = |budget: &Budget| {
                let outside = search.outside(&found, budget).unwrap();
                outside.map(|outside| outside.len())
            };
            let nothing = Budget::of_work(0);
            if stays_out == 0 {
                in_all += 1;
                assert_eq!(looked(&nothing), Some(0), "{seed}: all enter");
            } else {
                out += 1;
                assert_eq!(looked(&nothing), None, "{seed}: nothing was looked for");
                assert_eq!(looked(&Budget::unlimited()), Some(stays_out), "{seed}");
            }
        });
    }
    assert!(out > 0 && in_all > 0, "{out} {in_all}");
}

/// The region is too large for a solver without C++.
#[cfg(feature = "highs")]
#[test]
fn a_search_year_by_year_goes_on_where_it_has_stopped() {
    let (base, document) = larger();
    with_search((&base, &document), Budget::unlimited(), |search| {
        let chosen = crate::solve::Search { gap: 0.1, ..search.search.clone() };
        let search = PathSearch { search: &chosen, ..*search };
        let mut so_far = super::found::YearsSoFar::nothing(search.path);
        let found = search.further_years("alone", &mut so_far, &Budget::unlimited()).unwrap();
        // Without time a year would have a plan without anyone, or none. All years are there: none is planned twice.
        let no_time = Budget::of_time(std::time::Duration::ZERO);
        let again = search.further_years("alone", &mut so_far, &no_time).unwrap();
        assert_eq!(again.value, found.value);
        let anew = search.year_by_year(&no_time).map(|path| path.value);
        assert!(anew.as_ref().is_ok_and(|&value| value > found.value) || anew.is_err());
    });
}

#[test]
fn today_says_how_good_its_plan_is_proven_to_be() {
    let (mut proven, mut open) = (0, 0);
    for seed in 0..8 {
        let mut base = base(seed);
        base["clusters"] = json!([{ "id": "k", "board": "a", "schools": ["h0", "h1"] }]);
        let document = document(seed);
        with_search((&base, &document), Budget::unlimited(), |search| {
            let today = |budget: &Budget| search.today(budget);
            let Some(best) = today(&Budget::unlimited()) else { return };
            let score = |found: &super::FoundToday| {
                found.year.plan.score.as_ref().map_or(0, |score| score.total.0)
            };
            assert_eq!((best.status, best.bound), (Status::Optimal, Some(score(&best))), "{seed}");
            proven += 1;
            for work in 0..40 {
                let Some(found) = today(&Budget::of_work(work)) else { continue };
                let bound = found.bound.unwrap();
                assert!(bound <= score(&best) && score(&best) <= score(&found), "{seed} {work}");
                let is_closed = bound == score(&found);
                assert_eq!(found.status == Status::Optimal, is_closed, "{seed} {work}");
                open += i32::from(!is_closed);
            }
        });
    }
    assert!(proven > 0 && open > 0, "{proven} {open}");
}

#[test]
fn a_path_that_decides_nothing_in_its_first_year_is_no_worse_there_than_today() {
    let mut better = 0;
    for seed in 0..2 {
        let (mut base, mut document) = (base(seed), document(seed));
        base["clusters"] = json!([{ "id": "k", "board": "a", "schools": ["h0", "h1"] }]);
        document["pace"] = json!({ "new_clusters_per_year": 0 });
        for key in ["boards", "goals", "stay_years"] {
            document[key] = Value::Null;
        }
        for year in document["years"].as_array_mut().unwrap() {
            year["share_percent"] = Value::Null;
        }
        with_search((&base, &document), Budget::unlimited(), |search| {
            let unlimited = Budget::unlimited();
            let Ok(best) = search.year_by_year(&unlimited) else { return };
            let today = search.today(&unlimited);
            for work in (0..20).step_by(4) {
                let Some(worse) = search.today(&Budget::of_work(work)) else { continue };
                let years = [&[worse.year], &best.years[1..]].concat();
                let path = search.path.found(years, best.entries.clone());
                let little = Budget::of_work(10);
                let begun = search.begun_today(path.clone(), today.as_ref(), &little).unwrap();
                assert_eq!(begun.reached, best.reached, "{seed} {work}");
                if begun.reached == path.reached {
                    continue;
                }
                better += 1;
                let texts = begun.years.iter().map(|year| year.text.clone().into_bytes());
                let texts: Vec<Vec<u8>> = texts.collect();
                let result = PathPlan::of_found(search.path, &begun);
                let findings = check(search.path, &result, &texts, &search.beside_base());
                assert_eq!(findings.unwrap(), [], "{seed} {work}");
            }
        });
    }
    assert!(better > 0);
}
