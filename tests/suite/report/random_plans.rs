//! Random plans, which need not keep any rule: what is said of them must be true all the same.

use plaatswijzer::plan::assignment::{Assignment, Placement};
use plaatswijzer::problem::Problem;

use crate::draws::Draws;

/// A random assignment: disjoint cluster options, and students at schools that are in one of them or the shell.
pub fn random_assignment(problem: &Problem, draws: &mut Draws) -> Assignment {
    let mut options: Vec<_> = problem.options.values().collect();
    draws.shuffle(&mut options);
    let mut used = Vec::new();
    let mut taken = Vec::new();
    for option in options {
        let free = option.schools.iter().all(|school| !taken.contains(school));
        if free && draws.percent(70) {
            taken.extend(option.schools.iter().copied());
            used.push(option.as_used());
        }
    }
    let bare = Assignment::new(used.clone(), Vec::new());
    let tally = problem.tally(&bare);
    let schools = problem.instance.schools.ids();
    let open: Vec<_> = schools.filter(|&school| tally.setting(school).is_some()).collect();
    let mut placements = Vec::new();
    for (student, facts) in problem.instance.students.iter() {
        let mut left = facts.count;
        for school in draws.some_of(&open, 0, 2) {
            let count = draws.between(1, facts.count).min(left);
            left -= count;
            if count > 0 {
                placements.push(Placement { student, school, count });
            }
        }
    }
    Assignment::new(used, placements)
}
