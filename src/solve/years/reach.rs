//! The most students that any path can have in clusters in a year.

use super::model::YearsModel;
use super::program::YearsProgram;
use crate::instance::Goal;
use crate::model::formulation::{Expression, Level, Objective};
use crate::solve::budget::Budget;
use crate::solve::mip::{RelaxedLevel, Solver};

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
    let outside = Expression { terms: Vec::new(), constant: students }.plus(-1, &in_clusters);
    let objective = Objective::Sum(outside.collected());
    program.formulation.levels = vec![Level { goal: Goal::Total, objective }];
    let least = RelaxedLevel::of(program.formulation, solver, budget)?.bound();
    Some(students - least.max(0))
}
