//! The search by decomposition against the plain search, on random instances over all rules.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use plaatswijzer::input::errors::Code;
use plaatswijzer::plan::{Plan, Status};
use plaatswijzer::problem::{Problem, read};
use plaatswijzer::solve::mip::{Ending, Progress};
use plaatswijzer::solve::{Budget, Method, PlaceOutcome, Search, is_decomposed, place};
use plaatswijzer::verify::verify;
use rayon::prelude::*;

use crate::seeds;
use crate::tiny::{self, Extent, SMALL, TINY};

const TINY_INSTANCES: u64 = if cfg!(feature = "highs") { 2_000 } else { 800 };
const SMALL_INSTANCES: u64 = if cfg!(feature = "highs") { 300 } else { 45 };
/// A plain search that takes more work is not compared.
const WORK: u64 = 200_000;

/// The problem of a seed, of which two in three have no goals of their own; `None` where the instance makes no sense.
fn problem(seed: u64, extent: &Extent) -> Option<Problem> {
    let mut document = tiny::instance(seed, extent);
    if !seed.is_multiple_of(3) {
        document.as_object_mut().unwrap().remove("goals");
    }
    match read(document.to_string().as_bytes(), &|_| Err("absent".to_owned())) {
        Ok(read) => Some(read.problem),
        Err(errors) => {
            assert_eq!(errors.codes(), BTreeSet::from([Code::FixedNowhere]), "{seed}: {errors}");
            None
        }
    }
}

fn search(method: Method, budget: Budget) -> Search {
    Search { method, budget, ..Search::default() }
}

fn found(problem: &Problem, search: &Search) -> PlaceOutcome {
    place(problem, search, &|_| {}).unwrap_or_else(|error| panic!("{error}"))
}

/// Value and bound of each level.
fn levels_of(plan: &Plan) -> Vec<(i64, i64)> {
    plan.goals.as_ref().unwrap().iter().map(|level| (level.value, level.bound)).collect()
}

fn is_proven(plan: &Plan) -> bool {
    levels_of(plan).iter().all(|(value, bound)| value == bound)
}

/// Checks that no value is below the optimum and no bound above it, level by level. After a level that is above its
/// optimum the next ones are about other plans.
fn assert_between(seed: u64, plan: &Plan, optimum: &[i64]) {
    for ((value, bound), best) in levels_of(plan).into_iter().zip(optimum) {
        assert!(bound <= *best && *best <= value, "seed {seed}: {bound}, {best}, {value}");
        if value > *best {
            return;
        }
    }
}

/// The plain search was not done in time.
struct Undecided;

/// The optimum of each level by the plain search; `None` where no plan exists.
fn optimum(problem: &Problem) -> Result<Option<Vec<i64>>, Undecided> {
    match found(problem, &search(Method::Plain, Budget::of_work(WORK))) {
        PlaceOutcome::Plan { plan, .. } if is_proven(&plan) => {
            Ok(Some(levels_of(&plan).into_iter().map(|(value, _)| value).collect()))
        }
        PlaceOutcome::Infeasible => Ok(None),
        PlaceOutcome::Plan { .. } | PlaceOutcome::NothingFound(_) => Err(Undecided),
    }
}

/// The features that an instance uses.
fn features(problem: &Problem) -> BTreeSet<&'static str> {
    let instance = &problem.instance;
    let two_days = |id| {
        let forms = problem.options.values().filter(|option| option.schools == id);
        forms.count() > 1
    };
    let all = [
        ("a cohort", instance.students.values().any(|student| student.count > 1)),
        ("a fixed student", instance.students.values().any(|student| student.fixed.is_some())),
        ("no member", instance.students.ids().any(|student| !instance.in_community(student))),
        ("the shell", instance.schools.ids().any(|school| instance.in_shell(school))),
        ("a kept cluster", instance.clusters.values().any(|cluster| cluster.keep)),
        (
            "a new cluster",
            problem.options.values().any(plaatswijzer::model::candidates::ClusterOption::is_new),
        ),
        ("two days", problem.options.values().any(|option| two_days(option.schools.clone()))),
        ("a pair", !instance.pairs.is_empty()),
        ("a network", instance.boards.values().any(|board| board.network.is_some())),
    ];
    all.into_iter().filter(|(_, is_there)| *is_there).map(|(feature, _)| feature).collect()
}

#[derive(Default)]
struct Counts {
    by_decomposition: u64,
    by_plain_search: u64,
    optimal: u64,
    infeasible: u64,
    undecided: u64,
    features: BTreeSet<&'static str>,
    charged: BTreeSet<String>,
}

/// Runs both methods on some instances, and returns the results.
fn compared(first_seed: u64, number: u64, extent: &Extent) -> Counts {
    let seeds: Vec<u64> = (first_seed..first_seed + number).collect();
    let outcomes: Vec<Counts> = seeds.into_par_iter().map(|seed| compare(seed, extent)).collect();
    let mut all = Counts::default();
    for one in outcomes {
        all.by_decomposition += one.by_decomposition;
        all.by_plain_search += one.by_plain_search;
        all.optimal += one.optimal;
        all.infeasible += one.infeasible;
        all.undecided += one.undecided;
        all.features.extend(one.features);
        all.charged.extend(one.charged);
    }
    println!(
        "{} optimal, {} infeasible, {} undecided; {} by decomposition, {} by the plain search",
        all.optimal, all.infeasible, all.undecided, all.by_decomposition, all.by_plain_search
    );
    all
}

fn compare(seed: u64, extent: &Extent) -> Counts {
    let mut counts = Counts::default();
    let Some(problem) = problem(seed, extent) else { return counts };
    let Ok(optimum) = optimum(&problem) else {
        counts.undecided = 1;
        return counts;
    };
    if is_decomposed(&problem) {
        counts.by_decomposition = 1;
        counts.features = features(&problem);
    } else {
        counts.by_plain_search = 1;
    }
    match (optimum, found(&problem, &search(Method::Decomposition, Budget::unlimited()))) {
        (Some(optimum), PlaceOutcome::Plan { plan, ending, .. }) => {
            let proven: Vec<(i64, i64)> = optimum.into_iter().map(|best| (best, best)).collect();
            assert_eq!(levels_of(&plan), proven, "seed {seed}");
            assert_eq!((plan.status, ending), (Some(Status::Optimal), Ending::Finished), "{seed}");
            counts.optimal = 1;
            counts.charged = plan.score.unwrap().rules.into_keys().collect();
        }
        (None, PlaceOutcome::Infeasible) => counts.infeasible = 1,
        (optimum, placed) => {
            panic!("seed {seed}: plain search {optimum:?}, decomposition {placed:?}")
        }
    }
    counts
}

#[test]
fn both_methods_find_the_same_optimum_of_tiny_instances() {
    let all = compared(5_000_000, seeds::many(TINY_INSTANCES), &TINY);
    assert!(
        all.by_decomposition > TINY_INSTANCES / 2 && all.by_plain_search > 0 && all.undecided == 0
    );
    assert!(all.optimal > TINY_INSTANCES / 2 && all.infeasible > TINY_INSTANCES / 20);
    let features = [
        "a cohort",
        "a fixed student",
        "no member",
        "the shell",
        "a kept cluster",
        "a new cluster",
        "two days",
        "a pair",
        "a network",
    ];
    assert_eq!(all.features, BTreeSet::from(features));
    // Rules that are not in the core are charged in the end too.
    for rule in [
        "cluster_size",
        "forming",
        "shell",
        "spread",
        "year_mix",
        "wishes",
        "concept",
        "together",
        "apart",
    ] {
        assert!(all.charged.contains(rule), "{rule} never charges anything");
    }
}

#[test]
fn both_methods_find_the_same_optimum_of_small_instances() {
    let all = compared(6_000_000, SMALL_INSTANCES, &SMALL);
    assert!(all.by_decomposition > SMALL_INSTANCES / 3 && all.optimal > SMALL_INSTANCES / 3);
    assert!(all.undecided < SMALL_INSTANCES / 4, "{}", all.undecided);
}

/// Some problems that the decomposition takes, with their optimum; `None` where no plan exists.
fn known(first_seed: u64, number: u64) -> Vec<(u64, Problem, Option<Vec<i64>>)> {
    let seeds: Vec<u64> = (first_seed..first_seed + number).collect();
    let known = seeds.into_par_iter().filter_map(|seed| {
        let extent = if seed % 4 == 0 { SMALL } else { TINY };
        let problem = problem(seed, &extent).filter(is_decomposed)?;
        let optimum = optimum(&problem).ok()?;
        Some((seed, problem, optimum))
    });
    known.collect()
}

/// Checks that the result of a search that was cut short is right; returns whether it has a plan that is not
/// proven to be the best.
fn assert_holds(
    seed: u64,
    problem: &Problem,
    optimum: Option<&[i64]>,
    placed: &PlaceOutcome,
) -> bool {
    match (placed, optimum) {
        (PlaceOutcome::Plan { plan, ending, .. }, Some(optimum)) => {
            assert_between(seed, plan, optimum);
            assert_eq!(plan.verified, Some(true));
            assert!(verify(problem, plan).agrees(), "seed {seed}");
            let is_optimal = plan.status == Some(Status::Optimal);
            assert_eq!(is_optimal, is_proven(plan), "seed {seed}: {:?}, {ending:?}", plan.status);
            !is_optimal
        }
        (PlaceOutcome::Infeasible, None) => false,
        (PlaceOutcome::NothingFound(ending), _) => {
            assert_ne!(*ending, Ending::Finished, "seed {seed}: nothing is no end");
            false
        }
        (placed, optimum) => panic!("seed {seed}: {optimum:?}, {placed:?}"),
    }
}

/// The search, stopped after a number of reports.
fn stopped(problem: &Problem, reports: u64) -> PlaceOutcome {
    let stop = Arc::new(AtomicBool::new(reports == 0));
    let budget = Budget::new(None, None, Arc::clone(&stop));
    let heard = AtomicU64::new(0);
    let watch = |_: &Progress| {
        if heard.fetch_add(1, Ordering::Relaxed) + 1 >= reports {
            stop.store(true, Ordering::Relaxed);
        }
    };
    place(problem, &search(Method::Decomposition, budget), &watch)
        .unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_search_stopped_at_any_report_claims_nothing_wrong() {
    let problems = known(7_000_000, 120);
    let unproven = problems.par_iter().map(|(seed, problem, optimum)| {
        let reports = [0, 1, 2, 3, 5, 8, 13, 21, 40].into_iter();
        let placed = reports.map(|reports| stopped(problem, reports));
        placed.filter(|placed| assert_holds(*seed, problem, optimum.as_deref(), placed)).count()
    });
    assert!(unproven.sum::<usize>() > 20, "hardly a search was stopped on its way");
}

#[test]
fn a_search_without_time_or_work_claims_nothing_wrong() {
    let problems = known(8_000_000, 100);
    let plans = problems.par_iter().map(|(seed, problem, optimum)| {
        let times = [0, 1, 20].map(|ms| Budget::of_time(Duration::from_millis(ms)));
        let works = [0, 1, 10, 100].map(Budget::of_work);
        let mut plans = 0;
        for budget in times.into_iter().chain(works) {
            for method in [Method::Decomposition, Method::Plain] {
                let placed = found(problem, &search(method, budget.restarted()));
                assert_holds(*seed, problem, optimum.as_deref(), &placed);
                plans += u64::from(matches!(placed, PlaceOutcome::Plan { .. }));
            }
        }
        plans
    });
    let plans: u64 = plans.sum();
    assert!(plans > problems.len() as u64, "{plans}");
}

#[test]
fn one_thread_and_two_find_the_same_plan() {
    let bytes = |problem: &Problem, threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let search = search(Method::Decomposition, Budget::unlimited());
        match pool.install(|| found(problem, &search)) {
            PlaceOutcome::Plan { plan, .. } => serde_json::to_vec(&plan).unwrap(),
            other => panic!("{other:?}"),
        }
    };
    let problems = known(9_000_000, 100);
    let mut plans = BTreeSet::new();
    for (seed, problem, _) in problems.iter().filter(|(_, _, optimum)| optimum.is_some()) {
        let with_one = bytes(problem, 1);
        assert_eq!(bytes(problem, 2), with_one, "seed {seed}");
        plans.insert(with_one);
    }
    assert!(plans.len() > 40, "{}", plans.len());
}

#[test]
fn a_requested_gap_is_kept_and_reported() {
    const GAP: f64 = 0.05;
    let mut statuses = Vec::new();
    for (seed, problem, optimum) in known(10_000_000, 150) {
        let search = search(Method::Decomposition, Budget::unlimited());
        let placed = found(&problem, &Search { gap: GAP, ..search });
        let (Some(optimum), PlaceOutcome::Plan { plan, ending, .. }) = (&optimum, placed) else {
            assert_eq!(optimum, None, "seed {seed}");
            continue;
        };
        assert_between(seed, &plan, optimum);
        for (value, bound) in levels_of(&plan) {
            assert!(
                (value - bound) as f64 <= GAP * value.max(1) as f64,
                "{seed}: {value}, {bound}"
            );
        }
        assert_eq!(ending, Ending::Finished, "seed {seed}");
        let status = if is_proven(&plan) { Status::Optimal } else { Status::Gap };
        assert_eq!(plan.status, Some(status), "seed {seed}");
        statuses.push(status);
    }
    assert!(statuses.len() > 60 && statuses.contains(&Status::Gap), "{statuses:?}");
}
