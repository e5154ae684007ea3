//! Where one more cluster, and one more place, has most value.
//!
//! For each board or network that may form clusters, its limit is raised by one, and every new cluster
//! that it could form is ranked by the best plan that uses it. Lower bounds on all of them, from one
//! subgradient ascent of the relaxation, give the order in which they are searched and show when no other
//! can be among the best.

mod answer;
mod basis;
mod owner_search;
mod owners;
mod places;
mod table;

pub use answer::{
    BasePlan, ClusterReference, ClusterSite, OwnerSites, PlaceValue, PlaceValues, RankedSite,
    SchoolReference, SchoolValue, Sites,
};
pub use basis::SiteQuestion;
pub use owners::{goal_is_total, owner_named, with_one_more_cluster};
pub use places::with_one_more_place;
pub use table::sites_csv;

use self::basis::Basis;
use self::owner_search::OwnerSearch;
use super::side_by_side::side_by_side;
use super::{
    KeyFigures, OnProgress, ProvenScore, QuestionOutcome, QuestionProgress, QuestionStage,
};
use crate::problem::Problem;
use crate::solve::{Nearby, PlaceError, Search, SearchOutcome, find_near};

/// The base plan gets this fraction (1/3) of the time.
const PARTS: u32 = 3;
/// Number of options that are searched in a round, shared among the owners. It is a constant so that the
/// same limits cut off the same searches whatever the number of threads.
const ROUND: usize = 8;

/// Ranks new clusters and places by the score of the best plan with them. The answer counts those for
/// which the time ran out.
///
/// # Errors
/// If the total score is not the only goal, or if solver or check are at fault.
pub fn sites(
    problem: &Problem,
    question: &SiteQuestion,
    search: &Search,
    on_progress: &OnProgress,
) -> Result<QuestionOutcome<Sites>, PlaceError> {
    goal_is_total(problem)?;
    let first = search.with_budget(search.budget.with_own_work().share_of_time(1, PARTS));
    on_progress(&QuestionProgress { stage: QuestionStage::BasePlan, done: 0, of: 1 });
    let result = find_near(problem, &first, &Nearby::default(), &|_| {})?;
    let known = match result.outcome {
        SearchOutcome::Plan(known) => known,
        SearchOutcome::Infeasible => return Ok(QuestionOutcome::NoPlan),
        SearchOutcome::NothingFound(ending) => return Ok(QuestionOutcome::NothingFound(ending)),
    };
    let basis = Basis {
        problem,
        question,
        search,
        proven: ProvenScore::of(&known),
        figures: KeyFigures::of(problem, &known.assignment),
        multipliers: result.multipliers,
        known,
    };
    let owner_searches = owner_searches(&basis, on_progress)?;
    let places = places::places(&basis, on_progress)?;
    Ok(QuestionOutcome::Answer(answer::of(&basis, &owner_searches, places)))
}

/// The new clusters of every owner, searched until none left can be among the best or the time runs out.
fn owner_searches(basis: &Basis, on_progress: &OnProgress) -> Result<Vec<OwnerSearch>, PlaceError> {
    let jobs = basis.question.jobs;
    let owners = &basis.question.owners;
    let begun = side_by_side(QuestionStage::RaisedLimits, owners, jobs, on_progress, |&owner| {
        OwnerSearch::begin(basis, owner)
    });
    let mut owner_searches = begun.into_iter().collect::<Result<Vec<OwnerSearch>, PlaceError>>()?;
    let wave = ROUND.div_ceil(owners.len().max(1));
    loop {
        let next = |(index, owner_search): (usize, &OwnerSearch)| {
            owner_search.next(basis.question.top, wave).into_iter().map(move |task| (index, task))
        };
        let tasks: Vec<_> = owner_searches.iter().enumerate().flat_map(next).collect();
        if tasks.is_empty() || basis.search.budget.is_exhausted() {
            return Ok(owner_searches);
        }
        let stage = QuestionStage::NewClusters;
        let ended = side_by_side(stage, &tasks, jobs, on_progress, |(index, task)| {
            owner_searches[*index].search(basis, task)
        });
        for ((index, task), ended) in tasks.iter().zip(ended) {
            owner_searches[*index].record(task, ended?);
        }
    }
}
