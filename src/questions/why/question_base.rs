//! The problem that questions add conditions to, and what is known about it before they do.

use std::sync::OnceLock;

use crate::instance::Goal;
use crate::problem::{Condition, Problem};
use crate::solve::decomposition::Multipliers;
use crate::solve::{Incumbent, Nearby, PlaceError, Search, SearchOutcome, SearchResult, find_near};

/// A problem that questions add conditions to.
pub struct QuestionBase {
    /// The problem without the condition of any question.
    pub problem: Problem,
    /// Multipliers to start from and a lower bound on the score of every answer, once the problem itself was
    /// searched. A condition only removes plans, so the bound holds under each.
    known: OnceLock<(Option<Multipliers>, i64)>,
}

impl QuestionBase {
    /// A problem about which nothing is known yet.
    pub fn new(problem: Problem) -> Self {
        Self { problem, known: OnceLock::new() }
    }

    /// Searches the problem itself for multipliers and a bound, if the total score is the only goal: searches
    /// with other goals cannot use them.
    ///
    /// # Errors
    /// If solver or check are at fault.
    pub fn prepare(&self, search: &Search) -> Result<(), PlaceError> {
        if self.problem.instance.goals != [Goal::Total] {
            return Ok(());
        }
        let result = find_near(&self.problem, search, &Nearby::default(), &|_| {})?;
        let bound = match result.outcome {
            SearchOutcome::Plan(known) => known.levels[0].bound,
            SearchOutcome::Infeasible | SearchOutcome::NothingFound(_) => 0,
        };
        let _ = self.known.set((result.multipliers, bound));
        Ok(())
    }

    /// Multipliers to start a search from, if the problem was searched.
    pub fn multipliers(&self) -> Option<Multipliers> {
        self.known.get().and_then(|(multipliers, _)| multipliers.clone())
    }

    /// The problem under a condition, and the outcome of a search for its best plan.
    ///
    /// # Errors
    /// If solver or check are at fault.
    pub fn search_under(
        &self,
        condition: Condition,
        search: &Search,
    ) -> Result<(Problem, SearchResult), PlaceError> {
        let conditioned = self.problem.under([condition]);
        let nearby = Nearby { multipliers: self.multipliers(), below: None };
        let mut result = find_near(&conditioned, search, &nearby, &|_| {})?;
        if let SearchOutcome::Plan(known) = &mut result.outcome {
            self.raise_bound(known);
        }
        Ok((conditioned, result))
    }

    /// Raises the bound of an answer to the bound of the problem without conditions.
    pub fn raise_bound(&self, answer: &mut Incumbent) {
        if let Some((_, bound)) = self.known.get() {
            let total = &mut answer.levels[0];
            total.bound = total.bound.max(*bound).min(total.value);
        }
    }
}
