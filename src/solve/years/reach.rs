//! The most students that any path can have in clusters in a year.

use super::model::YearsModel;
use super::program::YearsProgram;
use crate::instance::Goal;
use crate::model::formulation::{Expression, Level, Objective};
use crate::solve::budget::Budget;
use crate::solve::mip::{self, SafeBound, Solver};

/// A student counts as this many points, so that rounding duals to whole points loses nothing.
const SCALE: i64 = 1_000_000;

/// An upper limit on the students in clusters in one year of any path, by the linear relaxation of all years, whatever
/// that costs and whatever share is aimed at; in whole numbers. `None` where that was not solved.
pub fn most_in_clusters(
    model: &YearsModel,
    year: usize,
    solver: Solver,
    budget: &Budget,
) -> Option<i64> {
    let model = &model.without_shares();
    let mut program = YearsProgram::whole(model);
    let students = model.years[year].core.problem.instance.student_count();
    let in_clusters = program.in_clusters(year);
    let outside = Expression { terms: Vec::new(), constant: students * SCALE };
    let outside = outside.plus(-SCALE, &in_clusters).collected();
    let objective = Objective::Sum(outside);
    program.formulation.levels = vec![Level { goal: Goal::Total, objective }];
    let duals = mip::duals(&program.formulation, solver, budget)?;
    let bound = SafeBound::of(&program.formulation, duals)?.bound;
    // The least number outside clusters is a whole number.
    Some(students - (bound.max(0) + SCALE - 1) / SCALE)
}
