//! The new clusters of one owner, searched in the order of their bounds.

use super::{Basis, with_one_more_cluster};
use crate::instance::Owner;
use crate::model::candidates::{ClusterOption, OptionId};
use crate::plan::assignment::{Assignment, UsedCluster};
use crate::problem::{Condition, Problem};
use crate::questions::Proven;
use crate::solve::decomposition::{Begin, Multipliers, bounds_with_each};
use crate::solve::{Nearby, PlaceError, Search, SearchOutcome, SearchResult, find_near};

/// What is known of the new clusters of an owner.
pub struct Chain {
    /// Who forms them.
    pub owner: Owner,
    /// The problem with one cluster more.
    pub problem: Problem,
    /// What the raised limit alone comes to; `None` where the time did not suffice.
    pub raised: Option<Proven>,
    /// The options that are not in the base plan, best bound first.
    pub options: Vec<Judged>,
    prices: Option<Multipliers>,
}

/// What is known of one option.
pub struct Judged {
    /// The option.
    pub option: OptionId,
    /// No plan with it costs less.
    pub bound: i64,
    /// The best plan with it that was found.
    pub found: Option<(Assignment, Proven)>,
    /// Whether it need not be looked at again: it was searched as far as it is of interest.
    is_closed: bool,
}

/// An option to be searched.
pub struct Task {
    position: usize,
    below: Option<i64>,
}

impl Chain {
    /// Raises the limit of an owner and looks what that alone is worth.
    pub fn begin(basis: &Basis, owner: Owner) -> Result<Self, PlaceError> {
        let problem = with_one_more_cluster(basis.problem, owner);
        let mut chain = Self {
            owner,
            problem,
            raised: None,
            options: Vec::new(),
            prices: basis.prices.clone(),
        };
        let options = chain.options_besides(basis);
        if options.is_empty() || basis.search.budget.is_exhausted() {
            chain.options = options.into_iter().map(Judged::unknown).collect();
            return Ok(chain);
        }
        let start = Some(basis.known.assignment.clone());
        let nearby = Nearby { prices: chain.prices.take(), below: None };
        let came =
            find_near(&chain.problem, &Search { start, ..basis.search() }, &nearby, &|_| {})?;
        chain.prices = came.prices.or(nearby.prices);
        let begin = Begin { multipliers: chain.prices.as_ref(), ..Begin::default() };
        let bounds = bounds_with_each(&chain.problem, &basis.search().budget, &begin);
        let SearchOutcome::Plan(known) = came.outcome else { return Ok(chain) };
        let proven = Proven::of(&known);
        chain.raised = Some(proven);
        for option in options {
            let Some(bound) = bounds.of_option[option] else { continue };
            let mut judged = Judged { bound: bound.max(proven.bound), ..Judged::unknown(option) };
            let choice = &chain.problem.options[option];
            if known.assignment.clusters.iter().any(|cluster| choice.makes(cluster)) {
                judged.take(known.assignment.clone(), proven);
            }
            chain.options.push(judged);
        }
        chain.options.sort_by_key(|judged| (judged.bound, judged.option));
        Ok(chain)
    }

    /// The new clusters that the base plan has not.
    fn options_besides(&self, basis: &Basis) -> Vec<OptionId> {
        let used = &basis.known.assignment.clusters;
        let is_further = |option: &ClusterOption| {
            option.is_new()
                && option.owner(&self.problem.instance) == self.owner
                && !used.iter().any(|cluster| option.makes(cluster))
        };
        let options = self.problem.options.iter();
        options.filter(|(_, option)| is_further(option)).map(|(id, _)| id).collect()
    }

    /// The options that may be among the best so many and have not been searched, the most promising
    /// first, so many at the most.
    pub fn next(&self, top: usize, most: usize) -> Vec<Task> {
        let mut scores: Vec<i64> = self.found().map(|(_, proven)| proven.score).collect();
        scores.sort_unstable();
        // What comes to the same is of interest too, so that ties are broken by the options alone.
        let below = scores.get(top.saturating_sub(1)).map(|score| score + 1);
        let open = self.options.iter().enumerate().filter(|(_, judged)| !judged.is_closed);
        let open = open.filter(|(_, judged)| below.is_none_or(|below| judged.bound < below));
        open.map(|(position, _)| Task { position, below }).take(most).collect()
    }

    fn found(&self) -> impl Iterator<Item = &(Assignment, Proven)> {
        self.options.iter().filter_map(|judged| judged.found.as_ref())
    }

    /// Searches the best plan with an option.
    pub fn search(&self, basis: &Basis, task: &Task) -> Result<Option<SearchResult>, PlaceError> {
        if basis.search.budget.is_exhausted() {
            return Ok(None);
        }
        let option = &self.problem.options[self.options[task.position].option];
        let forced = using(&self.problem, &option.as_used());
        let nearby = Nearby { prices: self.prices.clone(), below: task.below };
        find_near(&forced, &basis.search(), &nearby, &|_| {}).map(Some)
    }

    /// Notes what a search came to.
    pub fn note(&mut self, task: &Task, came: Option<SearchResult>) {
        let Some(came) = came else { return };
        let judged = &mut self.options[task.position];
        judged.bound = judged.bound.max(came.bound);
        judged.is_closed = true;
        match came.outcome {
            SearchOutcome::Plan(known) => {
                let proven = Proven::of(&known).at_least(judged.bound);
                judged.take(known.assignment, proven);
            }
            SearchOutcome::Infeasible => judged.bound = i64::MAX,
            SearchOutcome::NothingFound(_) => {}
        }
    }

    /// The options with a plan, best first, so many at the most.
    pub fn best(&self, top: usize) -> Vec<(&Judged, &Assignment, Proven)> {
        let found = self.options.iter().filter_map(|judged| {
            judged.found.as_ref().map(|(assignment, proven)| (judged, assignment, *proven))
        });
        let mut found: Vec<_> = found.collect();
        found.sort_by_key(|(judged, _, proven)| (proven.score, judged.option));
        found.truncate(top);
        found
    }

    /// How many options were searched, or need not be: no plan with them is better than `worst`.
    pub fn settled(&self, worst: Option<i64>) -> usize {
        let is_hopeless = |judged: &Judged| worst.is_some_and(|worst| judged.bound >= worst);
        self.options.iter().filter(|judged| judged.is_closed || is_hopeless(judged)).count()
    }

    /// No plan with any other option than these costs less; `None` where there is no other.
    pub fn bound_on_others(&self, listed: &[(&Judged, &Assignment, Proven)]) -> Option<i64> {
        let is_listed =
            |judged: &Judged| listed.iter().any(|(one, ..)| one.option == judged.option);
        let others = self.options.iter().filter(|judged| !is_listed(judged));
        others.map(|judged| judged.bound).filter(|&bound| bound < i64::MAX).min()
    }
}

impl Judged {
    const fn unknown(option: OptionId) -> Self {
        Self { option, bound: 0, found: None, is_closed: false }
    }

    fn take(&mut self, assignment: Assignment, proven: Proven) {
        self.bound = self.bound.max(proven.bound);
        self.found = Some((assignment, proven));
        self.is_closed = true;
    }
}

/// The same problem with a cluster that must be used; options that share a school with it are gone.
fn using(problem: &Problem, cluster: &UsedCluster) -> Problem {
    let is_apart = |option: &ClusterOption| {
        option.makes(cluster)
            || !option.schools.iter().any(|school| cluster.schools.contains(school))
    };
    problem.with_options(is_apart).under([Condition::Used(cluster.clone())])
}
