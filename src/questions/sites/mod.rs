//! Where one more cluster should come, and where one more place is worth most.
//!
//! For each board or network that may form clusters its limit is raised by one, and every new cluster
//! that it could form is judged by the best plan that uses it. Bounds on all of them, from one climb of
//! the relaxation, tell in which order they are searched and when to stop: as soon as no other can be
//! among the best.

mod answer;
mod chain;
mod owners;
mod places;
mod table;

pub use answer::{
    Base, ClusterReference, OwnerSites, PlaceValue, Places, RankedSite, SchoolReference,
    SchoolValue, Site, Sites,
};
pub use owners::{goal_is_total, owner_named, owners, with_one_more_cluster};
pub use places::with_one_more_place;
pub use table::sites_csv;

use super::side_by_side::side_by_side;
use super::{Answered, Figures, Proven, Watch};
use crate::instance::Owner;
use crate::problem::Problem;
use crate::solve::decomposition::Multipliers;
use crate::solve::{Incumbent, Nearby, PlaceError, Search, SearchOutcome, find_near};
use chain::Chain;

/// Of the time, the plan as things are gets one part in so many.
const PARTS: u32 = 3;
/// How many options are searched in a round, shared among the owners. It depends on nothing else, so that
/// the same limits cut off the same searches whatever the number of threads.
const ROUND: usize = 8;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Question {
    /// Whose cluster it may be.
    pub owners: Vec<Owner>,
    /// How many options of each are ranked.
    pub top: usize,
    /// Whether clusters may change for one more place; else those of the base plan are held.
    pub free: bool,
    /// How many searches go on at the same time.
    pub jobs: usize,
}

/// What all searches begin with.
struct Basis<'a> {
    problem: &'a Problem,
    question: &'a Question,
    search: &'a Search,
    /// The best plan as things are.
    known: Incumbent,
    prices: Option<Multipliers>,
    proven: Proven,
    figures: Figures,
}

/// Answers the question. What the time did not suffice for is missing, and said to be.
///
/// # Errors
/// Where the sum of all points is not the only goal, or an engine or check is at fault.
pub fn sites(
    problem: &Problem,
    question: &Question,
    search: &Search,
    watch: &Watch,
) -> Result<Answered<Sites>, PlaceError> {
    goal_is_total(problem)?;
    let first = search.with_budget(search.budget.with_own_work().share_of_time(1, PARTS));
    watch(&super::Stand { what: "the plan as things are", done: 0, of: 1 });
    let came = find_near(problem, &first, &Nearby::default(), &|_| {})?;
    let known = match came.outcome {
        SearchOutcome::Plan(known) => known,
        SearchOutcome::Infeasible => return Ok(Answered::NoPlan),
        SearchOutcome::NothingFound(ending) => return Ok(Answered::Nothing(ending)),
    };
    let basis = Basis {
        problem,
        question,
        search,
        proven: Proven::of(&known),
        figures: Figures::of(problem, &known.assignment),
        prices: came.prices,
        known,
    };
    let chains = basis.chains(watch)?;
    let places = places::places(&basis, watch)?;
    Ok(Answered::Answer(answer::of(&basis, &chains, places)))
}

impl Basis<'_> {
    /// The limits of one search now.
    fn search(&self) -> Search {
        self.search.with_budget(self.search.budget.with_own_work())
    }

    /// What each owner could form, as far as it was searched.
    fn chains(&self, watch: &Watch) -> Result<Vec<Chain>, PlaceError> {
        let jobs = self.question.jobs;
        let owners = &self.question.owners;
        let begun =
            side_by_side("raised limits", owners, jobs, watch, |&owner| Chain::begin(self, owner));
        let mut chains = begun.into_iter().collect::<Result<Vec<Chain>, PlaceError>>()?;
        let wave = ROUND.div_ceil(owners.len().max(1));
        loop {
            let next = |(index, chain): (usize, &Chain)| {
                chain.next(self.question.top, wave).into_iter().map(move |task| (index, task))
            };
            let tasks: Vec<_> = chains.iter().enumerate().flat_map(next).collect();
            if tasks.is_empty() || self.search.budget.is_exhausted() {
                return Ok(chains);
            }
            let ended = side_by_side("new clusters", &tasks, jobs, watch, |(index, task)| {
                chains[*index].search(self, task)
            });
            for ((index, task), ended) in tasks.iter().zip(ended) {
                chains[*index].note(task, ended?);
            }
        }
    }
}
