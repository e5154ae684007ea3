//! From the solver's values to a plan with its bounds.

use crate::assignment::{Assignment, Placement, UsedCluster};
use crate::base::IdVec;
use crate::candidates::Candidates;
use crate::formulation::{Formulation, VariableId};
use crate::plan::{Engine, GoalLevel, InstanceReference, Plan, Status};
use crate::planning;
use crate::problem::Problem;
use crate::solve::{Answer, Ending, LevelAnswer, Solver, name_and_version};

/// The plan of an answer, not yet verified.
pub fn plan(
    problem: &Problem,
    candidates: &Candidates,
    formulation: &Formulation,
    answer: &Answer,
    solver: Solver,
) -> Plan {
    let assignment = assignment(candidates, formulation, &answer.values);
    let status = status(answer);
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
        status: Some(status),
        goals: Some(answer.levels.iter().map(level).collect()),
        ..planning::plan(problem, &assignment, status == Status::Optimal)
    }
}

fn assignment(
    candidates: &Candidates,
    formulation: &Formulation,
    values: &IdVec<VariableId, i64>,
) -> Assignment {
    let decisions = &formulation.decisions;
    let used = candidates.options.iter().filter(|(id, _)| values[decisions.used[*id]] == 1);
    let clusters = used.map(|(_, option)| UsedCluster {
        origin: option.origin,
        schools: option.schools.clone(),
        meeting_day: option.meeting_day,
    });
    let placements = candidates.pairs.iter().map(|(id, pair)| Placement {
        student: pair.student,
        school: pair.school,
        count: values[decisions.assigned[id]],
    });
    Assignment::new(
        clusters.collect(),
        placements.filter(|placement| placement.count > 0).collect(),
    )
}

fn level(answer: &LevelAnswer) -> GoalLevel {
    GoalLevel::new(answer.goal, answer.value, answer.bound)
}

/// A search that ended by itself without closing every level was asked for a gap.
fn status(answer: &Answer) -> Status {
    if answer.levels.iter().all(|level| level.value == level.bound) {
        Status::Optimal
    } else if answer.ending == Ending::Finished {
        Status::Gap
    } else {
        Status::TimeLimit
    }
}
