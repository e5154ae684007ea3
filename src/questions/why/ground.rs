//! What questions are asked of, and what is known of it before anything is asked.

use std::sync::OnceLock;

use crate::instance::Goal;
use crate::problem::{Condition, Problem};
use crate::solve::decomposition::Multipliers;
use crate::solve::{Incumbent, Nearby, PlaceError, Search, SearchOutcome, SearchResult, find_near};

/// A problem that questions are asked of.
pub struct Ground {
    /// The problem, before anything is asked.
    pub problem: Problem,
    /// Prices to begin with and a bound that no answer is below, once the problem itself was searched.
    known: OnceLock<(Option<Multipliers>, i64)>,
}

impl Ground {
    /// A problem of which nothing is known.
    pub fn new(problem: Problem) -> Self {
        Self { problem, known: OnceLock::new() }
    }

    /// Searches the problem itself, where that helps to answer what is asked of it.
    ///
    /// # Errors
    /// Where solver or check are at fault.
    pub fn look(&self, search: &Search) -> Result<(), PlaceError> {
        if self.problem.instance.goals != [Goal::Total] {
            return Ok(());
        }
        let came = find_near(&self.problem, search, &Nearby::default(), &|_| {})?;
        let bound = match came.outcome {
            SearchOutcome::Plan(known) => known.levels[0].bound,
            SearchOutcome::Infeasible | SearchOutcome::NothingFound(_) => 0,
        };
        let _ = self.known.set((came.prices, bound));
        Ok(())
    }

    /// Prices to begin with.
    pub fn prices(&self) -> Option<Multipliers> {
        self.known.get().and_then(|(prices, _)| prices.clone())
    }

    /// The problem under a condition, and what a search of it comes to.
    ///
    /// # Errors
    /// Where solver or check are at fault.
    pub fn ask(
        &self,
        asked: Condition,
        search: &Search,
    ) -> Result<(Problem, SearchResult), PlaceError> {
        let asked = self.problem.under([asked]);
        let nearby = Nearby { prices: self.prices(), below: None };
        let mut came = find_near(&asked, search, &nearby, &|_| {})?;
        if let SearchOutcome::Plan(known) = &mut came.outcome {
            self.raise(known);
        }
        Ok((asked, came))
    }

    /// Raises the bound of an answer to what is known of all plans.
    pub fn raise(&self, answer: &mut Incumbent) {
        if let Some((_, bound)) = self.known.get() {
            let total = &mut answer.levels[0];
            total.bound = total.bound.max(*bound).min(total.value);
        }
    }
}
