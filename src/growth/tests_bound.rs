//! Tiny random paths with everything that decisions of one year mean for another: clusters of several boards that wait
//! for one of them, networks, limits in euros, schools that close and boards that merge. What is said of all paths must
//! hold for paths that nobody searched for: made year by year at random, under the rules of each year.

use std::time::Duration;

use serde_json::{Value, json};

use super::decisions::Decided;
use super::found::{FoundPath, FoundYear};
use super::model::WidestYears;
use super::search::PathSearch;
use super::tests::{base, document, draw};
use super::{GrowthPath, read};
use crate::model::candidates::ClusterOption;
use crate::plan::assignment::{Assignment, Origin, UsedCluster};
use crate::problem::Problem;
use crate::solve::mip::{MipSettings, Solver};
use crate::solve::years::{PathGoal, YearsOutcome, YearsSearch, search, search_by_ascent};
use crate::solve::{Budget, Search};

/// Paths that are tried, and how often each is walked at random.
const SEEDS: u32 = if cfg!(feature = "highs") { 300 } else { 12 };
const WALKS: u32 = 6;
/// A program that takes longer is left with the bound that it has by then: every bound must hold.
const PATIENCE: Duration = Duration::from_secs(2);

/// A base with clusters of several boards and prices in euros, and its path.
fn featured(seed: u32) -> (Value, Value) {
    let has = |what: &str, of: u64| draw(seed, what, of) == 0;
    let (mut base, mut path) = (base(seed), document(seed));
    let years = path["years"].as_array().unwrap().len();
    path["goals"] = json!(["total"]);
    let mixed = ["h1", "h2", "h3"];
    if has("mixed", 2) {
        let first = usize::try_from(draw(seed, "first", 2)).unwrap();
        let (board, schools) = (["a", "b"][first], &mixed[first..=2]);
        let mut cluster = json!({ "id": "k", "board": board, "schools": schools });
        if has("keep", 2) {
            cluster["keep"] = json!(true);
        }
        base["clusters"] = json!([cluster]);
        base["students"][0]["wishes"] = json!(["k", "h0"]);
        base["students"][1]["not"] = json!(["k"]);
    }
    if has("network", 3) {
        base["boards"][1]["network"] = json!("n");
        base["boards"][2]["network"] = json!("n");
    }
    if has("more", 2) {
        base["boards"][0]["max_clusters"] = json!(2);
    }
    if has("money", 2) {
        base["finance"] = json!({
            "grant_per_student_eur": 100 * draw(seed, "grant", 3), "cluster_eur": 200,
            "opening_eur": 100 * draw(seed, "open_eur", 4), "student_eur": 60,
            "grant_lag_years": draw(seed, "lag", 3),
            "grant_steps": [{ "from": 3, "eur": 100 * draw(seed, "step", 4) }, { "from": 5, "eur": 150 }],
        });
        for year in 0..years {
            if has(&format!("limit{year}"), 2) {
                let limit = 100 * draw(seed, &format!("eur{year}"), 10) - 200;
                path["years"][year]["limit_eur"] = json!(limit);
            }
        }
    }
    let mut changes = vec![Vec::new(); years];
    if has("closes", 3) {
        let school = ["h0", "h1", "h6"][usize::try_from(draw(seed, "school", 3)).unwrap()];
        if base["schools"].as_array().unwrap().iter().any(|one| one["id"] == school) {
            changes[years - 1].push(json!({ "close_schools": { "schools": [school] } }));
        }
    }
    if has("merges", 4) && base["boards"][1]["network"].is_null() {
        changes[1].push(json!({ "merge_boards": { "boards": ["a", "b"], "into": "ab" } }));
    }
    for (year, mut more) in changes.into_iter().enumerate() {
        let own = path["years"][year]["changes"].as_array().cloned().unwrap_or_default();
        more.extend(own);
        if !more.is_empty() {
            path["years"][year]["changes"] = json!(more);
        }
    }
    if has("progress", 4) {
        path["students"] = json!({ "progress": { "stay_percent": { "1": 80 } } });
    }
    (base, path)
}

/// A path made at random, under the rules of each year; `None` where it led to no plan.
fn walk(search: &PathSearch, seed: u32, number: u32) -> Option<FoundPath> {
    let path = search.path;
    let dice = |what: &str, of: u64| draw(seed, &format!("walk{number}{what}"), of);
    let mut decided = Decided::nothing(path);
    let mut years: Vec<FoundYear> = Vec::new();
    for year in 0..path.years.len() {
        let mut entering: Vec<usize> = path
            .undecided(year, &decided)
            .filter(|&board| {
                let must = path.candidates[board].latest == Some(year);
                must || dice(&format!("enters{year}{board}"), 3) == 0
            })
            .collect();
        entering.truncate(usize::try_from(path.pace.entries.unwrap_or(9)).unwrap());
        let document = path.instance(year, &decided, &entering);
        let problem = search.problem(&document, &years).unwrap();
        let clusters = some_clusters(path, &problem, &decided, |option| {
            dice(&format!("{year}{option:?}"), 1_000)
        });
        let start = Assignment::new(clusters.clone(), Vec::new());
        let budget = Budget::unlimited();
        let placed = search.hold(year, &problem, &clusters, start, &budget).unwrap().placed()?;
        let found = search.compose(&problem, document, &placed, None, &Budget::of_work(0)).unwrap();
        decided = decided.after(path, year, &entering, &found.plan);
        years.push(found);
    }
    let in_time = |(board, entry): (&super::Candidate, &Option<usize>)| {
        board.latest.is_none() || entry.is_some()
    };
    let all = path.candidates.iter().zip(&decided.entries).all(in_time);
    all.then(|| search.path.found(years, decided.entries))
}

/// Clusters that may be used together: what must be, and what the dice say.
fn some_clusters(
    path: &GrowthPath,
    problem: &Problem,
    decided: &Decided,
    dice: impl Fn(&ClusterOption) -> i64,
) -> Vec<UsedCluster> {
    let problem = super::translate::not_again(problem, decided);
    let instance = &problem.instance;
    let must = |option: &ClusterOption| match option.origin {
        Origin::Existing(cluster) => instance.clusters[cluster].keep,
        Origin::New(_) => false,
    };
    let mut options: Vec<&ClusterOption> = problem.options.values().collect();
    options.sort_by_key(|option| (!must(option), dice(option)));
    let mut chosen: Vec<UsedCluster> = Vec::new();
    for option in options {
        let shares = |used: &UsedCluster| used.schools.iter().any(|id| option.schools.contains(id));
        let new = chosen.iter().filter(|used| used.is_new()).count() as i64;
        let is_much = option.is_new() && new >= path.pace.new.unwrap_or(9);
        let wants = must(option) || dice(option) < 500;
        if wants && !is_much && !chosen.iter().any(shares) {
            chosen.push(option.as_used());
        }
    }
    chosen
}

/// The best path by the compact program of all years.
fn exact(widest: &WidestYears) -> YearsOutcome {
    let how = YearsSearch {
        settings: MipSettings::exact(Solver::default()),
        budget: &Budget::new(Some(PATIENCE), None, std::sync::Arc::default()),
        wants_proof: true,
        on_progress: &|_| {},
    };
    search(&widest.model(), Vec::new, how).unwrap()
}

#[test]
fn no_path_costs_less_than_the_bound_and_none_exists_where_that_is_said() {
    let (mut walked, mut with, mut impossible) = (0, [0; 4], 0);
    for seed in 0..SEEDS {
        let (base, document) = featured(seed);
        let text = base.to_string().into_bytes();
        let files = |_: &str| Ok(text.clone());
        let Ok(path) = read(document.to_string().as_bytes(), &files) else { continue };
        assert_eq!(path.goals, [PathGoal::Total]);
        let nothing = Decided::nothing(&path);
        let widest = WidestYears::new(&path, 0..path.years.len(), &nothing, &files).unwrap();
        let best = exact(&widest);
        let steps = Budget::new(None, Some(40), std::sync::Arc::default());
        let how = YearsSearch {
            settings: MipSettings::exact(Solver::default()),
            budget: &steps,
            wants_proof: true,
            on_progress: &|_| {},
        };
        let by_ascent = search_by_ascent(&widest.model(), &[], how);
        impossible += u32::from(best.bound.is_none());
        let chosen = Search::default();
        let search = PathSearch::quiet(&path, &files, &chosen);
        for number in 0..WALKS {
            let Some(found) = walk(&search, seed, number) else { continue };
            walked += 1;
            let has = [
                base["clusters"].is_array(),
                base["finance"].is_object(),
                base["boards"][1]["network"].is_string(),
                document.to_string().contains("close_schools"),
            ];
            for (number, has) in with.iter_mut().zip(has) {
                *number += i32::from(has);
            }
            let value = found.value;
            for bound in [best.bound, by_ascent.bound] {
                assert!(
                    bound.is_some_and(|bound| bound <= value),
                    "{seed} {number}: bound {bound:?}, a path costs {value}\n{base}\n{document}\n{:?}\n{:#?}",
                    found.entries,
                    found.years.iter().map(|year| &year.plan.clusters).collect::<Vec<_>>()
                );
            }
        }
    }
    assert!(walked > 20 && with.iter().all(|&number| number > 1), "{walked} {with:?} {impossible}");
}
