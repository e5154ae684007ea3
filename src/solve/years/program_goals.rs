//! What the compact program of a path minimises, one goal after the other.

use super::goal::PathGoal;
use super::program::YearsProgram;
use crate::instance::Goal;
use crate::model::formulation::{Expression, Level, Objective, VariableId};

impl YearsProgram<'_> {
    /// Adds the goals as levels, given what a path costs.
    pub(super) fn add_goals(&mut self, cost: &Expression) {
        for &goal in &self.model.goals {
            let objective = match goal {
                PathGoal::Total => cost.clone(),
                PathGoal::Unplaced => self.left_out(),
                PathGoal::FirstYear => self.add_first_year(),
            };
            // What a solver shows of its progress names goals of one year.
            let shown = if goal == PathGoal::Unplaced { Goal::Unplaced } else { Goal::Total };
            let objective = Objective::Sum(objective.collected());
            self.formulation.levels.push(Level { goal: shown, objective });
        }
    }

    /// The number of students left out in all years.
    fn left_out(&self) -> Expression {
        let mut left_out = Expression::default();
        for (year, part) in self.model.years.iter().zip(&self.years) {
            left_out.constant += year.core.problem.instance.student_count();
            let placed = Expression::sum(part.assigned.iter().copied());
            left_out = left_out.plus(-1, &placed);
        }
        left_out
    }

    /// The first year from which on all shares are reached, by a variable for each year that may be one of those.
    fn add_first_year(&mut self) -> Expression {
        let mut first = Expression { terms: Vec::new(), constant: 1 };
        let mut before: Option<VariableId> = None;
        for year in 0..self.model.years.len() {
            let reached = self.switch("reached_from");
            if let Some(share) = self.model.years[year].core.share {
                let row = self.in_clusters(year).plus_variable(-share.need, reached);
                self.demand("reached", row, Some(0), None);
            }
            if let Some(before) = before {
                let row = Expression::from(before).plus_variable(-1, reached);
                self.demand("reached_on", row, None, Some(0));
            }
            first = first.plus_variable(-1, reached);
            first.constant += 1;
            before = Some(reached);
        }
        first
    }
}
