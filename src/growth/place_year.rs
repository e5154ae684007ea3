//! Placing the students of one year in clusters that are decided.

use super::PathError;
use super::decisions::Decided;
use super::found::YearPlacing;
use super::search::PathSearch;
use crate::instance::Goal;
use crate::plan::assignment::{Assignment, UsedCluster};
use crate::problem::{Condition, Problem};
use crate::solve::years::PathGoal;
use crate::solve::{Budget, Search, SearchOutcome, find};
use crate::verify::verify_assignment;

/// What placing the students of a year in certain clusters ended with.
#[derive(Debug)]
pub enum HeldYear {
    /// They are placed like this.
    Placed(Assignment),
    /// It is proven that they cannot be placed.
    Impossible,
    /// The search ended before it found a way, or proved that there is none.
    NotFound,
}

impl HeldYear {
    /// The way that was found, if any.
    pub fn placed(self) -> Option<Assignment> {
        match self {
            Self::Placed(assignment) => Some(assignment),
            Self::Impossible | Self::NotFound => None,
        }
    }
}

impl PathSearch<'_> {
    /// Students placed in certain clusters: as they are where that was found under all rules, else as well as they
    /// can be. `None` where no way was found.
    pub(super) fn placed(
        &self,
        year: usize,
        problem: &Problem,
        clusters: &[UsedCluster],
        start: Assignment,
        way: YearPlacing,
        budget: &Budget,
    ) -> Result<Option<Assignment>, PathError> {
        if way == YearPlacing::AsFound {
            let held = problem.holding(clusters).under(self.share_demand(year, problem));
            if verify_assignment(&held, start.clone()).agrees() {
                return Ok(Some(start));
            }
        }
        Ok(self.hold(year, problem, clusters, start, budget)?.placed())
    }

    /// The best way found to place students in certain clusters: the cheapest, or one with more students in
    /// clusters where that is aimed at.
    pub(super) fn hold(
        &self,
        year: usize,
        problem: &Problem,
        clusters: &[UsedCluster],
        start: Assignment,
        budget: &Budget,
    ) -> Result<HeldYear, PathError> {
        let mut held = problem.holding(clusters).under(self.share_demand(year, problem));
        if self.path.goals.starts_with(&[PathGoal::Unplaced])
            || self.path.goals.starts_with(&[PathGoal::FirstYear, PathGoal::Unplaced])
        {
            held.instance.goals = vec![Goal::Unplaced, Goal::Total];
        }
        let need = self.path.years[year].need(problem.instance.student_count());
        let in_clusters = |assignment: &Assignment| problem.tally(assignment).core_students();
        let mut known: Vec<Assignment> = Vec::new();
        if verify_assignment(&held, start.clone()).agrees() {
            known.push(start.clone());
        }
        let mut searched =
            Search { start: Some(start), ..self.search.with_budget(budget.share(1, 2)) };
        match find(&held, &searched, &|_| {})? {
            SearchOutcome::Plan(incumbent) => known.push(incumbent.assignment),
            SearchOutcome::Infeasible if known.is_empty() => return Ok(HeldYear::Impossible),
            SearchOutcome::Infeasible | SearchOutcome::NothingFound(_) => {}
        }
        let most = known.iter().map(in_clusters).max();
        let is_short = |number: i64| need.is_some_and(|need| number < need);
        if let (Some(most), Some(least)) = (most, known.last().map(in_clusters))
            && is_short(least)
            && most > least
        {
            searched.budget = budget.share(1, 2);
            let fuller = held.under([Condition::InClusters { least: most }]);
            if let SearchOutcome::Plan(incumbent) = find(&fuller, &searched, &|_| {})? {
                known.push(incumbent.assignment);
            }
        }
        let best =
            known.into_iter().min_by_key(|assignment| self.rank_of_year(year, problem, assignment));
        Ok(best.map_or(HeldYear::NotFound, HeldYear::Placed))
    }

    /// The best way found with at least certain clusters, and more where the pace allows that. `None` where there is
    /// none.
    pub(super) fn with_more(
        &self,
        year: usize,
        problem: &Problem,
        decided: &Decided,
        clusters: &[UsedCluster],
        start: Option<&Assignment>,
        budget: &Budget,
    ) -> Result<Option<Assignment>, PathError> {
        let new = clusters.iter().filter(|cluster| cluster.is_new()).cloned();
        let freer = self.demanded(year, problem, decided).under(new.map(Condition::Used));
        let search =
            Search { start: start.cloned(), ..self.search.with_budget(budget.share(1, 2)) };
        Ok(match find(&freer, &search, &|_| {})? {
            SearchOutcome::Plan(incumbent) => Some(incumbent.assignment),
            SearchOutcome::Infeasible | SearchOutcome::NothingFound(_) => None,
        })
    }
}
