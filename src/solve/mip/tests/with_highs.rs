//! Limits, stops, work and threads: what only HiGHS offers.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::random::{Dice, random};
use super::*;
use crate::solve::mip::highs::{self, Attempt, BrokenPoints, minimise_by};
use crate::solve::mip::patience::{PATIENCE, Signs};
use crate::solve::mip::task::{ExactPoint, OnProgress, Run, Stop, Task};
use crate::solve::mip::worker::{End, RunBudget};

/// A market split (Cornuéjols and Dawande 1998): choose items so that every customer gets half,
/// and minimise what is missed. Far beyond reach to prove, and easy to satisfy badly.
fn market_split(customers: usize, items: usize) -> Formulation {
    let mut dice = Dice(11);
    let mut draft = Draft::default();
    let chosen = draft.whole(1, items);
    let mut missed = Vec::new();
    for _ in 0..customers {
        let mut terms: Vec<_> = chosen.iter().map(|&item| (item, dice.roll(0, 99))).collect();
        let half = terms.iter().map(|&(_, by)| by).sum::<i64>() / 2;
        for by in [1, -1] {
            let slack = draft.variable(0, None, false);
            terms.push((slack, by));
            missed.push((slack, 1));
        }
        draft.row(Role::Meaning, terms, Some(half), Some(half));
    }
    draft.level(Goal::Total, missed, 0);
    draft.0
}

fn answer(formulation: &Formulation, budget: &Budget) -> MipSolution {
    match solve(formulation, MipSettings::exact(Solver::Highs), budget, None, &|_| {})
        .expect("no fault")
    {
        MipOutcome::Found(answer) => answer,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_time_limit_holds_within_a_second() {
    let formulation = market_split(6, 50);
    let budget = Budget::of_time(Duration::from_millis(1_500));
    let began = Instant::now();
    let answer = answer(&formulation, &budget);
    assert!(began.elapsed() < Duration::from_millis(2_500), "{:?}", began.elapsed());
    assert_eq!(answer.ending, Ending::Limit);
    assert!(answer.levels[0].bound < answer.levels[0].value);
    assert!(formulation.admits(&answer.values));
}

#[test]
fn no_time_at_all_still_gives_the_start() {
    let formulation = market_split(6, 50);
    let budget = Budget::of_time(Duration::ZERO);
    let answer = answer(&formulation, &budget);
    assert_eq!(answer.ending, Ending::Limit);
    assert_eq!(answer.levels[0].bound, 0);
}

#[test]
fn a_stop_is_honoured_and_progress_reported() {
    let formulation = market_split(6, 50);
    let stop = Arc::new(AtomicBool::new(false));
    let budget = Budget::new(None, None, Arc::clone(&stop));
    let began = Instant::now();
    let stopper = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(700));
        stop.store(true, Ordering::Relaxed);
    });
    let reports = std::sync::Mutex::new(Vec::new());
    let watch = |progress: &Progress| {
        reports.lock().unwrap().push((progress.best, progress.bound));
    };
    let outcome =
        solve(&formulation, MipSettings::exact(Solver::Highs), &budget, None, &watch).unwrap();
    assert!(began.elapsed() < Duration::from_millis(2_200), "{:?}", began.elapsed());
    stopper.join().unwrap();
    let MipOutcome::Found(answer) = outcome else { panic!("{outcome:?}") };
    assert_eq!(answer.ending, Ending::Interrupted);
    let reports = reports.into_inner().unwrap();
    assert!(reports.len() > 5);
    assert!(reports.iter().all(|(best, bound)| best.is_some_and(|best| *bound <= best)));
}

#[test]
fn the_same_work_limit_stops_at_the_same_point() {
    let formulation = market_split(4, 40);
    let mut endings = Vec::new();
    for work in [500, 2_000] {
        let budget = Budget::of_work(work);
        let first = answer(&formulation, &budget);
        assert_eq!(first.ending, Ending::Limit);
        assert_eq!(first, answer(&formulation, &budget.restarted()));
        endings.push(first.levels[0].value);
    }
    assert!(endings[1] <= endings[0]);
}

#[test]
fn a_gap_ends_the_search_early() {
    let mut dice = Dice(5);
    let costs: Vec<Vec<i64>> =
        (0..30).map(|_| (0..30).map(|_| dice.roll(100, 999)).collect()).collect();
    let mut formulation = assignment(&costs, 1);
    // A budget over random weights makes the assignment hard to prove.
    let terms = formulation.variables.ids().map(|id| (id, dice.roll(1, 99))).collect();
    let limit = Expression { terms, constant: 0 };
    formulation.row(label("budget"), Role::Demand, limit, None, Some(900));
    let settings = MipSettings { gap: 0.2, ..MipSettings::exact(Solver::Highs) };
    let outcome = solve(&formulation, settings, &Budget::unlimited(), None, &|_| {});
    let Ok(MipOutcome::Found(answer)) = outcome else { panic!("{outcome:?}") };
    let LevelAnswer { value, bound, .. } = answer.levels[0];
    assert_eq!(answer.ending, Ending::Finished);
    assert!(bound <= value && (value - bound) * 5 <= value, "{bound} to {value}");
}

#[test]
fn eight_threads_find_what_one_finds() {
    let formulations: Vec<Formulation> = (2_000..2_064).map(random).collect();
    let serial: Vec<MipOutcome> =
        formulations.iter().map(|formulation| outcome(formulation, Solver::Highs)).collect();
    let shared = &formulations;
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(move || {
                    let found = shared.iter().map(|one| outcome(one, Solver::Highs));
                    found.collect::<Vec<MipOutcome>>()
                })
            })
            .collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), serial);
        }
    });
}

#[test]
fn the_version_comes_from_the_library() {
    assert_eq!(name_and_version(Solver::Highs), ("HiGHS".to_owned(), "1.15.0".to_owned()));
}

#[test]
fn a_program_written_as_mps_reads_back_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("program.mps");
    for seed in 3_000..3_100 {
        let formulation = random(seed);
        let text = crate::model::formulation::mps(&formulation, "random", &|_, label| {
            label.kind.to_owned()
        });
        std::fs::write(&path, text).expect("room for a file");
        let (status, value) = callback::solve_file(&path);
        let first = Formulation { levels: formulation.levels[..1].to_vec(), ..formulation };
        match outcome(&first, Solver::Highs) {
            MipOutcome::Infeasible if first.variables.values().all(|variable| variable.whole) => {
                assert_eq!(status, ::highs::HighsModelStatus::Infeasible);
            }
            MipOutcome::Infeasible => {}
            MipOutcome::Found(answer) => {
                assert_eq!(status, ::highs::HighsModelStatus::Optimal);
                assert_eq!(
                    exact::whole_bound(value, &Expression::default()),
                    answer.levels[0].bound
                );
            }
            MipOutcome::NothingFound(_) => panic!("no limit was set"),
        }
    }
}

fn task(formulation: Formulation) -> Arc<Task> {
    let objective = formulation.levels[0].objective.sum().expect("a sum").clone();
    Arc::new(Task {
        program: Arc::new(formulation),
        objective,
        start: None,
        gap: 0.0,
        improves: true,
    })
}

fn faults() -> [SolveError; 3] {
    [SolveError::Hanging, SolveError::Crashed, SolveError::Refused("Error".to_owned())]
}

const ATTEMPTS: [Attempt; 3] = [Attempt::Presolved, Attempt::Unreduced, Attempt::Microlp];

#[test]
fn where_a_solver_fails_another_attempt_answers() {
    let task = task(assignment(&[vec![9, 2, 7], vec![6, 4, 3], vec![5, 8, 1]], 1));
    for fault in faults() {
        for failing in 0..ATTEMPTS.len() {
            let try_attempt =
                |attempt, task: &Arc<Task>, limits: &RunBudget, on_progress: &mut OnProgress| {
                    if ATTEMPTS[..failing].contains(&attempt) {
                        return Err(fault.clone());
                    }
                    highs::try_attempt(attempt, task, limits, on_progress)
                };
            let budget = Budget::unlimited();
            let run = minimise_by(&ATTEMPTS, &try_attempt, &task, &budget, &mut |_, _| {}).unwrap();
            assert_eq!((run.best.unwrap().value, run.bound, run.stop), (9, 9, Stop::Done));
        }
    }
}

#[test]
fn what_is_known_is_kept_where_every_attempt_fails() {
    let formulation = assignment(&[vec![3, 5], vec![4, 8]], 1);
    let without = task(formulation.clone());
    let values: IdVec<VariableId, i64> = [1, 0, 0, 1].into_iter().collect();
    let start = ExactPoint::new(&without.program, &without.objective, values);
    let with = Arc::new(Task { start: start.clone(), ..Task::clone(&without) });
    for fault in faults() {
        let fails = |_, _: &Arc<Task>, _: &RunBudget, _: &mut OnProgress| Err(fault.clone());
        let budget = Budget::unlimited();
        let run = minimise_by(&ATTEMPTS, &fails, &with, &budget, &mut |_, _| {}).unwrap();
        assert_eq!((run.best, run.bound, run.stop), (start.clone(), 0, Stop::Limit));
        let run = minimise_by(&ATTEMPTS, &fails, &without, &budget, &mut |_, _| {});
        assert_eq!(run, Err(fault.clone()));
    }
}

#[test]
fn a_program_that_is_too_large_for_the_last_resort_is_no_fault() {
    let task = task(assignment(&[vec![3, 5], vec![4, 8]], 1));
    let try_attempt = |attempt, _: &Arc<Task>, _: &RunBudget, _: &mut OnProgress| match attempt {
        Attempt::Microlp => {
            Err(SolveError::TooLargeForMicrolp { variables: 3_000, rows: 4_000, most: 2_000 })
        }
        _ => Ok(Run { best: None, bound: 7, stop: Stop::Limit, work: 0 }),
    };
    let run =
        minimise_by(&ATTEMPTS, &try_attempt, &task, &Budget::unlimited(), &mut |_, _| {}).unwrap();
    assert_eq!((run.best, run.bound, run.stop), (None, 7, Stop::Limit));
}

#[test]
fn what_a_run_found_is_kept_where_it_ends_with_a_fault() {
    let task = task(assignment(&[vec![3, 5], vec![4, 8]], 1));
    let budget = Budget::unlimited();
    let values: IdVec<VariableId, i64> = [1, 0, 0, 1].into_iter().collect();
    let found = ExactPoint::new(&task.program, &task.objective, values);
    let findings = |best| highs::Findings {
        task: &task,
        budget: &budget,
        best,
        bound: 5,
        is_broken: false,
        work: 0,
        broken_points: BrokenPoints::Repaired,
    };
    for fault in faults() {
        let run = findings(found.clone()).conclude(Err(fault.clone())).unwrap();
        assert_eq!((run.best, run.bound, run.stop), (found.clone(), 0, Stop::Limit));
        assert_eq!(findings(None).conclude(Err(fault.clone())), Err(fault));
    }
}

/// Where points of the presolved program break the program, its bound is that of another program.
#[test]
fn a_bound_of_a_broken_run_proves_nothing() {
    let task = task(assignment(&[vec![3, 5], vec![4, 8]], 1));
    let budget = Budget::unlimited();
    let values: IdVec<VariableId, i64> = [0, 1, 1, 0].into_iter().collect();
    let found = ExactPoint::new(&task.program, &task.objective, values);
    for is_broken in [false, true] {
        let findings = highs::Findings {
            task: &task,
            budget: &budget,
            best: found.clone(),
            bound: 5,
            is_broken,
            work: 0,
            broken_points: BrokenPoints::Repaired,
        };
        let status = ::highs::HighsModelStatus::Optimal;
        let end = End { status, point: None, bound: 9.0, out_of_work: false, work: 1 };
        let run = findings.conclude(Ok(Some(end))).unwrap();
        assert_eq!(run.bound, if is_broken { 0 } else { 9 });
        assert_eq!(run.best, found);
    }
}

/// A claim that nothing is possible, made with presolve, is checked without it.
#[test]
fn a_claim_of_infeasibility_needs_a_second_opinion() {
    let task = task(assignment(&[vec![3, 5], vec![4, 8]], 1));
    let try_attempt =
        |attempt, task: &Arc<Task>, limits: &RunBudget, on_progress: &mut OnProgress| {
            if attempt == Attempt::Presolved {
                return Ok(Run { best: None, bound: 0, stop: Stop::Infeasible, work: 0 });
            }
            highs::try_attempt(attempt, task, limits, on_progress)
        };
    let run =
        minimise_by(&ATTEMPTS, &try_attempt, &task, &Budget::unlimited(), &mut |_, _| {}).unwrap();
    assert_eq!((run.best.unwrap().value, run.bound, run.stop), (9, 9, Stop::Done));
}

#[test]
fn a_run_without_signs_of_life_hangs() {
    let mut signs = Signs::new(Duration::from_millis(30));
    assert!(!signs.are_missing(0) && !signs.are_missing(1));
    std::thread::sleep(Duration::from_millis(40));
    assert!(!signs.are_missing(2), "a sign has come since");
    std::thread::sleep(Duration::from_millis(40));
    assert!(signs.are_missing(2));
    let (free, short) = (Budget::unlimited(), Budget::of_time(Duration::from_secs(2)));
    assert!(PATIENCE.silence(100, &free) >= Duration::from_secs(3));
    assert!(PATIENCE.silence(100, &short) <= Duration::from_secs(1));
    assert!(
        PATIENCE.silence(5_000_000, &short) > Duration::from_secs(60),
        "presolve may take long"
    );
}
