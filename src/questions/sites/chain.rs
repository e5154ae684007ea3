//! The new clusters of one owner, searched in the order of their bounds (best bound first), so that the search
//! can stop as soon as no other can be among the best.

use super::basis::Basis;
use super::owners::with_one_more_cluster;
use crate::instance::Owner;
use crate::model::candidates::{ClusterOption, OptionId};
use crate::plan::assignment::{Assignment, UsedCluster};
use crate::problem::{Condition, Problem};
use crate::questions::ProvenScore;
use crate::solve::decomposition::{Begin, Multipliers, bounds_with_each};
use crate::solve::{Nearby, PlaceError, Search, SearchOutcome, SearchResult, find_near};

/// The new clusters of an owner and what is known about each.
pub struct Chain {
    /// The board or network that forms them.
    pub owner: Owner,
    /// The problem with the limit of the owner raised by one.
    pub problem: Problem,
    /// The best plan with the raised limit; `None` if the time ran out.
    pub raised: Option<ProvenScore>,
    /// The options that are not in the base plan, best bound first.
    pub options: Vec<RankedOption>,
    /// Multipliers to start the searches from.
    prices: Option<Multipliers>,
}

/// An option, its bound, and its best plan.
pub struct RankedOption {
    /// The option, in the problem with the raised limit.
    pub option: OptionId,
    /// A lower bound on the score of every plan with it; `i64::MAX` if there is none.
    pub bound: i64,
    /// The best plan with it that was found.
    pub found: Option<(Assignment, ProvenScore)>,
    /// Whether it was searched as far as it could still enter the ranking.
    is_closed: bool,
}

/// An option to be searched.
pub struct Task {
    position: usize,
    /// Plans with at least this score cannot enter the ranking.
    below: Option<i64>,
}

impl Chain {
    /// Raises the limit of an owner, searches the best plan, and bounds every option.
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
            chain.options = options.into_iter().map(RankedOption::unknown).collect();
            return Ok(chain);
        }
        let start = Some(basis.known.assignment.clone());
        let nearby = Nearby { prices: chain.prices.take(), below: None };
        let result =
            find_near(&chain.problem, &Search { start, ..basis.next_search() }, &nearby, &|_| {})?;
        chain.prices = result.prices.or(nearby.prices);
        let begin = Begin { multipliers: chain.prices.as_ref(), ..Begin::default() };
        let bounds = bounds_with_each(&chain.problem, &basis.next_search().budget, &begin);
        let SearchOutcome::Plan(known) = result.outcome else { return Ok(chain) };
        let proven = ProvenScore::of(&known);
        chain.raised = Some(proven);
        for option in options {
            let Some(bound) = bounds.of_option[option] else { continue };
            let mut judged =
                RankedOption { bound: bound.max(proven.bound), ..RankedOption::unknown(option) };
            let choice = &chain.problem.options[option];
            if known.assignment.clusters.iter().any(|cluster| choice.makes(cluster)) {
                judged.take(known.assignment.clone(), proven);
            }
            chain.options.push(judged);
        }
        chain.options.sort_by_key(|judged| (judged.bound, judged.option));
        Ok(chain)
    }

    /// The new clusters that the base plan does not use.
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

    /// Up to `most` options that have not been searched and may be among the best `top`, lowest bound first.
    pub fn next(&self, top: usize, most: usize) -> Vec<Task> {
        let mut scores: Vec<i64> = self.found().map(|(_, proven)| proven.score).collect();
        scores.sort_unstable();
        // Equal scores can still enter the ranking, so that ties are broken by the order of the options and not by
        // the order of the searches.
        let below = scores.get(top.saturating_sub(1)).map(|score| score + 1);
        let open = self.options.iter().enumerate().filter(|(_, judged)| !judged.is_closed);
        let open = open.filter(|(_, judged)| below.is_none_or(|below| judged.bound < below));
        open.map(|(position, _)| Task { position, below }).take(most).collect()
    }

    fn found(&self) -> impl Iterator<Item = &(Assignment, ProvenScore)> {
        self.options.iter().filter_map(|judged| judged.found.as_ref())
    }

    /// Searches the best plan that uses an option; `None` if the time has run out.
    pub fn search(&self, basis: &Basis, task: &Task) -> Result<Option<SearchResult>, PlaceError> {
        if basis.search.budget.is_exhausted() {
            return Ok(None);
        }
        let option = &self.problem.options[self.options[task.position].option];
        let forced = using(&self.problem, &option.as_used());
        let nearby = Nearby { prices: self.prices.clone(), below: task.below };
        find_near(&forced, &basis.next_search(), &nearby, &|_| {}).map(Some)
    }

    /// Records the outcome of a search.
    pub fn record(&mut self, task: &Task, result: Option<SearchResult>) {
        let Some(result) = result else { return };
        let judged = &mut self.options[task.position];
        judged.bound = judged.bound.max(result.bound);
        judged.is_closed = true;
        match result.outcome {
            SearchOutcome::Plan(known) => {
                let proven = ProvenScore::of(&known).at_least(judged.bound);
                judged.take(known.assignment, proven);
            }
            SearchOutcome::Infeasible => judged.bound = i64::MAX,
            SearchOutcome::NothingFound(_) => {}
        }
    }

    /// Up to `top` options with a plan, best first.
    pub fn best(&self, top: usize) -> Vec<(&RankedOption, &Assignment, ProvenScore)> {
        let found = self.options.iter().filter_map(|judged| {
            judged.found.as_ref().map(|(assignment, proven)| (judged, assignment, *proven))
        });
        let mut found: Vec<_> = found.collect();
        found.sort_by_key(|(judged, _, proven)| (proven.score, judged.option));
        found.truncate(top);
        found
    }

    /// Number of options that were searched, or need not be because no plan with them is better than `worst`.
    pub fn settled(&self, worst: Option<i64>) -> usize {
        let is_hopeless = |judged: &RankedOption| worst.is_some_and(|worst| judged.bound >= worst);
        self.options.iter().filter(|judged| judged.is_closed || is_hopeless(judged)).count()
    }

    /// A lower bound on the score of a plan with any option that is not listed; `None` if there is no other.
    pub fn bound_on_others(
        &self,
        listed: &[(&RankedOption, &Assignment, ProvenScore)],
    ) -> Option<i64> {
        let is_listed =
            |judged: &RankedOption| listed.iter().any(|(one, ..)| one.option == judged.option);
        let others = self.options.iter().filter(|judged| !is_listed(judged));
        others.map(|judged| judged.bound).filter(|&bound| bound < i64::MAX).min()
    }
}

impl RankedOption {
    const fn unknown(option: OptionId) -> Self {
        Self { option, bound: 0, found: None, is_closed: false }
    }

    fn take(&mut self, assignment: Assignment, proven: ProvenScore) {
        self.bound = self.bound.max(proven.bound);
        self.found = Some((assignment, proven));
        self.is_closed = true;
    }
}

/// The problem under the condition that a cluster is used. Options that share a school with it are dropped,
/// since no plan with it can use them.
fn using(problem: &Problem, cluster: &UsedCluster) -> Problem {
    let is_apart = |option: &ClusterOption| {
        option.makes(cluster)
            || !option.schools.iter().any(|school| cluster.schools.contains(school))
    };
    problem.with_options(is_apart).under([Condition::Used(cluster.clone())])
}
