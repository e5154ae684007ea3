//! The best plan that a search has found so far, for whoever looks on while it is at work.

use std::sync::{Arc, Mutex, PoisonError};

use crate::plan::assignment::Assignment;
use crate::problem::Problem;
use crate::rules::goals;

/// Where a search shows the best plan that it has found so far. Looking on changes nothing of the search.
#[derive(Debug, Default)]
pub struct BestSoFar(Mutex<Option<(Vec<i64>, Arc<Assignment>)>>);

impl BestSoFar {
    /// The best plan so far, with its value per goal of the problem; `None` before there is one.
    pub fn plan(&self) -> Option<(Vec<i64>, Arc<Assignment>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The values of a plan: one for each goal of a problem, of which the first counts most. Less is better.
pub fn goal_values(problem: &Problem, assignment: &Assignment) -> Vec<i64> {
    let tally = problem.tally(assignment);
    let assessment = problem.assess(&tally);
    let goals = problem.instance.goals.iter();
    goals.map(|&goal| goals::value(goal, &tally, &assessment)).collect()
}

/// Somebody who looks on while a problem is solved, perhaps by searches of problems with other prices.
#[derive(Clone, Copy, Debug)]
pub struct Onlooker<'a> {
    /// The problem.
    pub problem: &'a Problem,
    /// Where the best plan is shown.
    pub best: &'a BestSoFar,
}

impl Onlooker<'_> {
    /// Shows a plan that keeps the rules, if it is better than the best so far.
    pub fn show(&self, assignment: &Assignment) {
        let values = goal_values(self.problem, assignment);
        let mut best = self.best.0.lock().unwrap_or_else(PoisonError::into_inner);
        if best.as_ref().is_none_or(|(known, _)| values < *known) {
            *best = Some((values, Arc::new(assignment.clone())));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::{Value, json};

    use super::*;
    use crate::solve::{Search, SearchOutcome, find};

    /// The village under other goals.
    fn village(goals: Value) -> Problem {
        let text = include_str!("../../instances/dorp.json");
        let mut village: Value = serde_json::from_str(text).unwrap();
        village["goals"] = goals;
        crate::problem::read(village.to_string().as_bytes(), &|name| Err(name.to_owned()))
            .unwrap()
            .problem
    }

    #[test]
    fn the_best_plan_is_shown_and_looking_on_changes_nothing() {
        for goals in [json!(["total"]), json!(["unplaced", "total"])] {
            let problem = village(goals);
            let unseen = find(&problem, &Search::default(), &|_| {}).unwrap();
            let best = Arc::new(BestSoFar::default());
            let search = Search { best_so_far: Some(Arc::clone(&best)), ..Search::default() };
            let seen = find(&problem, &search, &|_| {}).unwrap();
            assert_eq!(seen, unseen);
            let SearchOutcome::Plan(incumbent) = seen else { panic!("the village has plans") };
            let (values, plan) = best.plan().unwrap();
            assert_eq!(values, goal_values(&problem, &incumbent.assignment));
            assert_eq!(values, goal_values(&problem, &plan));
            let levels: Vec<i64> = incumbent.levels.iter().map(|level| level.value).collect();
            assert_eq!(values, levels);
        }
    }

    #[test]
    fn a_plan_that_is_no_better_is_not_shown() {
        let problem = village(json!(["unplaced", "total"]));
        let SearchOutcome::Plan(found) = find(&problem, &Search::default(), &|_| {}).unwrap()
        else {
            panic!("the village has plans")
        };
        let best = BestSoFar::default();
        let onlooker = Onlooker { problem: &problem, best: &best };
        let nobody = Assignment::default();
        onlooker.show(&nobody);
        assert_eq!(best.plan().unwrap().0[0], problem.instance.student_count());
        onlooker.show(&found.assignment);
        onlooker.show(&nobody);
        assert_eq!(*best.plan().unwrap().1, found.assignment);
    }
}
