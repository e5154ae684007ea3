//! The searches for a curve, and what they share.

use crate::base::Metres;
use crate::plan::assignment::Assignment;
use crate::problem::Problem;
use crate::solve::Search;

/// The searches for a curve.
pub(super) struct CurveSearch<'a> {
    pub problem: &'a Problem,
    /// How to search; its budget is for all searches together.
    pub search: &'a Search,
}

/// The problem with the limit of rule `travel` lowered, in metres.
pub(super) fn with_limit(problem: &Problem, limit: i64) -> Problem {
    let mut problem = problem.clone();
    if let Some(travel) = &mut problem.rulebook.travel {
        travel.limit_km = travel.limit_km.at_most(Metres(limit));
    }
    problem
}

/// Number of students whom an assignment leaves out.
pub(super) fn left_out(problem: &Problem, assignment: &Assignment) -> i64 {
    let tally = problem.tally(assignment);
    problem.instance.students.ids().map(|student| tally.left_out(student)).sum()
}

impl CurveSearch<'_> {
    /// A search with one `parts`-th of the time that is left.
    pub fn search(&self, parts: u32, start: Option<Assignment>) -> Search {
        let budget = self.search.budget.with_own_work().share_of_time(1, parts);
        Search { start, ..self.search.with_budget(budget) }
    }
}
