//! Searching on a thread of its own: one search at a time, which the next edit ends.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use serde::Deserialize;

use super::moving::compose_unproven;
use super::search_state::{FoundPlan, SearchEnded, SearchState, SearchedProblem};
use super::session::{EditError, Event, Session};
use super::view::ShownPlan;
use super::what_if_state::WhatIf;
use crate::instance::Goal;
use crate::message;
use crate::plan::Status;
use crate::plan::assignment::Assignment;
use crate::problem::Problem;
use crate::project::EditOperation;
use crate::solve::decomposition::Multipliers;
use crate::solve::mip::{Ending, LevelAnswer, Progress};
use crate::solve::{
    Budget, ClashInWords, Incumbent, Nearby, PlaceError, Search, SearchOutcome, clash_of, compose,
    find_near,
};
use crate::storage::reason;

/// The time in which clashing demands are looked for.
const CLASH_TIME: Duration = Duration::from_secs(20);
/// Progress is announced at most this often.
const PROGRESS_EVERY: Duration = Duration::from_millis(250);

/// What a planner asks of a search.
#[derive(Clone, Copy, PartialEq, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SearchWish {
    /// Whether the clusters of the plan on screen stay as they are.
    pub hold_clusters: bool,
    /// Whether the plan is to change little of the one on screen: rule `continuity` charges for changes.
    pub few_changes: bool,
    /// The search ends when the plan is proven to be within this many thousandths of the best, 0 to 1000.
    pub good_enough_thousandths: u16,
    /// The search ends after this many seconds, at most a day; by default after ten minutes.
    pub seconds: u32,
}

impl Default for SearchWish {
    fn default() -> Self {
        Self { hold_clusters: false, few_changes: false, good_enough_thousandths: 0, seconds: 600 }
    }
}

/// What a search needs, taken from the project in one moment.
struct Job {
    searched: Arc<SearchedProblem>,
    shown: Option<Arc<ShownPlan>>,
    multipliers: Option<Multipliers>,
    wish: SearchWish,
    stop: Arc<AtomicBool>,
}

/// Begins a search of the project at a revision; another one must have ended.
///
/// # Errors
/// If the project has another revision, has no instance, or a search is at work.
pub fn begin(session: &Arc<Session>, revision: u64, wish: SearchWish) -> Result<(), EditError> {
    let mut inner = session.lock();
    if inner.view().revision != revision {
        return Err(EditError::Stale);
    }
    if inner.search.is_running() || inner.what_if.as_ref().is_some_and(WhatIf::is_running) {
        return Err(EditError::Refused(message!("serve-search-running")));
    }
    let view = inner.view();
    let Some(read) = view.read.clone() else {
        return Err(EditError::Refused(message!("project-no-instance")));
    };
    let shown = view.shown.as_ref().and_then(|shown| shown.as_ref().ok());
    let shown = shown.cloned();
    if (wish.hold_clusters || wish.few_changes) && shown.is_none() {
        return Err(EditError::Refused(message!("serve-no-clusters-to-hold")));
    }
    let stop = Arc::new(AtomicBool::new(false));
    let multipliers = inner.multipliers.clone();
    let mut problem = read.problem.clone();
    if let Some(shown) = shown.as_ref().filter(|_| wish.few_changes) {
        problem.instance.previous_plan = Some(shown.earlier.clone());
    }
    let (text_sha256, best) = (read.text_sha256.clone(), Arc::default());
    let searched = Arc::new(SearchedProblem { problem, text_sha256, best });
    let since = Instant::now();
    inner.search = SearchState::Running {
        stop: Arc::clone(&stop),
        since,
        progress: None,
        searched: Arc::clone(&searched),
    };
    let job = Job { searched, shown, multipliers, wish, stop };
    drop(inner);
    session.announce(Event::Search);
    let session = Arc::clone(session);
    std::thread::spawn(move || {
        let searched = catch_unwind(AssertUnwindSafe(|| search(&session, &job)));
        let ended =
            searched.unwrap_or_else(|_| SearchEnded::Failed(message!("serve-search-crashed")));
        end(&session, &job.searched.text_sha256, ended);
    });
    Ok(())
}

/// Puts the best plan that the search at work has found so far on screen, as a version. The search goes on.
///
/// # Errors
/// If the project has another revision, or there is no better plan than the one on screen.
pub fn take_better(session: &Session, revision: u64) -> Result<u64, EditError> {
    let inner = session.lock();
    if inner.view().revision != revision {
        return Err(EditError::Stale);
    }
    let nothing = || EditError::Refused(message!("serve-no-better-plan"));
    let (searched, better) = inner.search.better(inner.view()).ok_or_else(nothing)?;
    drop(inner);
    // Saying why students are left out takes a while, and bounds are proven only once the search has ended.
    let plan = compose_unproven(&searched.problem, Assignment::clone(&better));
    let plan = plan.map_err(|error| {
        EditError::Refused(message!("serve-search-failed", reason = error.to_string()))
    })?;
    let mut inner = session.lock();
    if inner.view().revision != revision {
        return Err(EditError::Stale);
    }
    let accepted = inner.accept(&plan);
    drop(inner);
    session.announce(Event::Changed);
    accepted
}

/// Puts the end of a search into the project. The first plan of a project goes on screen at once; any other waits
/// for the planner to ask for it.
fn end(session: &Session, searched: &str, ended: SearchEnded) {
    let mut inner = session.lock();
    let is_first = inner.view().shown.is_none();
    // An edit that does not touch the instance, such as naming a version, takes nothing from the plan.
    let present = inner.view().read.as_ref().map(|read| read.text_sha256.as_str());
    let is_overtaken = present != Some(searched);
    inner.search = SearchState::Ended(match ended {
        SearchEnded::Found(found) if is_overtaken => SearchEnded::Overtaken(Some(found)),
        SearchEnded::Nothing | SearchEnded::NoPlan(_) if is_overtaken => {
            SearchEnded::Overtaken(None)
        }
        SearchEnded::Found(found) => {
            if is_first {
                // What the disk does not take waits among the plans that were found.
                let _ = inner.edit_now(EditOperation::Accept { plan: found.number });
            }
            SearchEnded::Found(found)
        }
        other => other,
    });
    drop(inner);
    // It brings the revision along, by which pages see that a plan is on screen.
    session.announce(Event::Search);
}

fn search(session: &Session, job: &Job) -> SearchEnded {
    let problem = &job.searched.problem;
    let held = match &job.shown {
        Some(shown) if job.wish.hold_clusters => Some(problem.holding(&shown.assignment.clusters)),
        _ => None,
    };
    let searched = held.as_ref().unwrap_or(problem);
    let time = Duration::from_secs(u64::from(job.wish.seconds.clamp(1, 86_400)));
    let search = Search {
        gap: f64::from(job.wish.good_enough_thousandths.min(1000)) / 1000.0,
        budget: Budget::new(Some(time), None, Arc::clone(&job.stop)),
        start: job.shown.as_ref().map(|shown| shown.assignment.clone()),
        best_so_far: Some(Arc::clone(&job.searched.best)),
        ..Search::default()
    };
    let nearby = Nearby { multipliers: job.multipliers.clone(), below: None };
    let announced = std::sync::Mutex::new(None::<Instant>);
    let on_progress = |progress: &Progress| {
        let mut inner = session.lock();
        if let SearchState::Running { progress: known, .. } = &mut inner.search {
            *known = Some((progress.best, progress.bound));
        }
        drop(inner);
        let mut announced = announced.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if announced.is_none_or(|at| at.elapsed() >= PROGRESS_EVERY) {
            *announced = Some(Instant::now());
            session.announce(Event::Search);
        }
    };
    let result = match find_near(searched, &search, &nearby, &on_progress) {
        Ok(result) => result,
        Err(error) => return failed(&error),
    };
    if result.multipliers.is_some() {
        session.lock().multipliers.clone_from(&result.multipliers);
    }
    match result.outcome {
        SearchOutcome::Plan(incumbent) => {
            // The plan is one of the whole problem; only its bound is about the clusters that were held.
            let claimed =
                if held.is_some() { without_proof(&incumbent) } else { incumbent.clone() };
            let plan = match compose(problem, &search, &claimed) {
                Ok(plan) => plan,
                Err(error) => return failed(&error),
            };
            let total = incumbent.levels.iter().find(|level| level.goal == Goal::Total);
            let (score, bound) = total.map_or((0, 0), |level| (level.value, level.bound));
            let written = session.lock().folder.add_plan(&plan.to_json());
            match written {
                Ok(number) => SearchEnded::Found(FoundPlan {
                    number,
                    score,
                    bound,
                    is_best: incumbent.status() == Status::Optimal,
                    held_clusters: held.is_some(),
                    values: incumbent.levels.iter().map(|level| level.value).collect(),
                    searched: Arc::clone(&job.searched),
                }),
                Err(error) => {
                    SearchEnded::Failed(message!("serve-not-kept", reason = reason(&error)))
                }
            }
        }
        SearchOutcome::Infeasible => SearchEnded::NoPlan(clash(searched, &search)),
        SearchOutcome::NothingFound(_) => SearchEnded::Nothing,
    }
}

/// A plan that is best among those with the same clusters: nothing is proven of it among all plans.
fn without_proof(incumbent: &Incumbent) -> Incumbent {
    let levels = incumbent.levels.iter().map(|level| LevelAnswer { bound: 0, ..*level });
    Incumbent { levels: levels.collect(), ending: Ending::Limit, ..incumbent.clone() }
}

fn clash(problem: &Problem, search: &Search) -> Option<Arc<ClashInWords>> {
    let search = search.with_budget(Budget::of_time(CLASH_TIME));
    clash_of(problem, &search).ok().flatten().map(Arc::new)
}

fn failed(error: &PlaceError) -> SearchEnded {
    SearchEnded::Failed(message!("serve-search-failed", reason = error.to_string()))
}
