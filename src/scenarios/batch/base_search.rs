//! The plan of the base, from which the searches of all runs start.
//!
//! It follows from the base and the options alone. So a run has the same result whichever runs were planned before it,
//! and in whichever process.

use std::sync::OnceLock;

use crate::plan::assignment::Assignment;
use crate::problem::Problem;
use crate::scenarios::{Batch, SharedFiles};
use crate::solve::{Multipliers, Nearby, Search, SearchOutcome, find_near};

/// The base, and what its search has found once a run has asked for it.
pub struct BaseSearch {
    /// The base; `None` where it is no instance before a scenario has changed it.
    base: Option<(Problem, String)>,
    found: OnceLock<Option<(Assignment, Option<Multipliers>)>>,
}

impl BaseSearch {
    /// That of a batch.
    pub fn of(batch: &Batch, files: &SharedFiles) -> Self {
        let base = batch.base_problem(files).ok();
        let base = base.map(|problem| {
            let sha256 = problem.sha256();
            (problem, sha256)
        });
        Self { base, found: OnceLock::new() }
    }

    /// SHA-256 of the canonical base.
    pub fn sha256(&self) -> Option<&str> {
        self.base.as_ref().map(|(_, sha256)| sha256.as_str())
    }

    /// The search of a problem, and what it starts from. The first call searches the base, within the limits of a run.
    pub fn start(&self, problem: &Problem, search: &Search) -> (Search, Nearby) {
        let from_nothing = || (search.clone(), Nearby::default());
        let Some((base, _)) = &self.base else { return from_nothing() };
        let found = self.found.get_or_init(|| {
            // The budget of the run has only begun where this search ends: each has the limits of a run.
            let of_base = search.with_budget(search.budget.restarted());
            let result = find_near(base, &of_base, &Nearby::default(), &|_| ()).ok()?;
            let SearchOutcome::Plan(incumbent) = result.outcome else { return None };
            Some((incumbent.assignment, result.multipliers))
        });
        let Some((plan, multipliers)) = found else { return from_nothing() };
        let carried = |known: &Multipliers| known.carried(&base.instance, &problem.instance);
        let nearby = Nearby { multipliers: multipliers.as_ref().map(carried), below: None };
        let start = Some(problem.carried(base, plan));
        (Search { start, ..search.with_budget(search.budget.restarted()) }, nearby)
    }
}
