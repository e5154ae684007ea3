//! From what a search found to a plan with its bounds.

use crate::composing;
use crate::plan::assignment::Assignment;
use crate::plan::{
    Engine, GoalLevel, InstanceReference, Lot, Plan, PreviousReference, Status, core_students_of,
    places_of,
};
use crate::problem::{Problem, TieBreak};
use crate::solve::mip::{LevelAnswer, Solver, name_and_version};
use crate::solve::outcome::Incumbent;

/// A plan with what a search has proven of it, not yet verified.
pub fn unverified_plan(problem: &Problem, incumbent: &Incumbent, solver: Solver) -> Plan {
    let Incumbent { assignment, levels, .. } = incumbent;
    let status = incumbent.status();
    let (solver, solver_version) = name_and_version(solver);
    Plan {
        instance: Some(InstanceReference {
            name: problem.instance.name.clone(),
            sha256: problem.sha256(),
        }),
        engine: Some(Engine {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            solver,
            solver_version,
        }),
        previous: previous(problem, assignment),
        status: Some(status),
        goals: Some(levels.iter().map(level).collect()),
        lot: lot(problem),
        ..composing::plan(problem, assignment, Some(status))
    }
}

/// The plan with bounds that were proven after its search, one per goal level, where they are higher. A plan that they
/// prove to be optimal says so, also in its reasons.
pub fn with_proven(
    problem: &Problem,
    assignment: &Assignment,
    mut plan: Plan,
    proven: &[i64],
) -> Plan {
    let levels = plan.goals.iter_mut().flatten().zip(proven);
    for (level, &bound) in levels.filter(|(level, bound)| **bound > level.bound) {
        let certified = level.certified;
        let raised = GoalLevel::new(level.goal, level.value, bound.min(level.value));
        *level = GoalLevel { certified, ..raised };
    }
    let is_optimal = plan.goals.iter().flatten().all(|level| level.value == level.bound);
    if is_optimal && plan.status.is_some_and(|status| status != Status::Optimal) {
        plan.status = Some(Status::Optimal);
        plan.unplaced = composing::plan(problem, assignment, plan.status).unplaced;
    }
    plan
}

fn previous(problem: &Problem, assignment: &Assignment) -> Option<PreviousReference> {
    let earlier = problem.instance.previous_plan.as_ref()?;
    Some(PreviousReference {
        sha256: earlier.sha256.clone(),
        changes: problem.tally(assignment).changes(),
        max_changes: earlier.max_changes,
        core_students: core_students_of(&problem.instance, earlier),
        students: Some(places_of(&problem.instance, earlier)),
    })
}

fn lot(problem: &Problem) -> Option<Lot> {
    match problem.tie_break.as_ref()? {
        TieBreak::Lots(lottery) => {
            Some(Lot { seed: lottery.seed, numbers: lottery.numbers(&problem.instance) })
        }
        TieBreak::Moves(_) => None,
    }
}

fn level(answer: &LevelAnswer) -> GoalLevel {
    GoalLevel::new(answer.goal, answer.value, answer.bound)
}
