//! One year by itself, in which nothing is left to decide but who is placed where.

use super::goal::PathGoal;
use super::model::{PathOption, PathOptionId, YearModel, YearsModel, core_of};
use crate::base::IdVec;
use crate::problem::Problem;
use crate::solve::decomposition::bound::share::ShareAim;

/// The model of one year, whose problem says which clusters are used: clusters open in it, and no board enters.
pub fn held_year(problem: &Problem, share: Option<ShareAim>) -> YearsModel<'_> {
    let mut options: IdVec<PathOptionId, PathOption> = IdVec::default();
    let mut path_option = IdVec::default();
    for (id, option) in problem.options.iter() {
        let opening = vec![Some(option.opening.0)];
        let opens = PathOption { at: vec![Some(id)], opening, needs: Vec::new() };
        path_option.push(option.is_new().then(|| options.push(opens)));
    }
    let needs = IdVec::filled(Vec::new(), problem.options.len());
    YearsModel {
        years: vec![YearModel {
            core: core_of(problem, share),
            weight: 1,
            path_option,
            needs,
            waiting: Vec::new(),
            shared: Vec::new(),
            money: None,
        }],
        options,
        entrants: Vec::new(),
        stay: None,
        most_entries: None,
        most_new: None,
        most_new_each: None,
        goals: vec![PathGoal::Total],
    }
}
