//! The effect of a condition: the best plan that meets it, compared with the plan of the question.

use std::collections::BTreeMap;

use super::answer::{ConditionEffect, Feasibility, GoalChange, StudentPlacement};
use super::cases::placement_of;
use super::inquiry::Inquiry;
use crate::composing::outline;
use crate::instance::{Goal, StudentId};
use crate::plan::assessment::Charged;
use crate::plan::assignment::Assignment;
use crate::plan::{GoalLevel, Plan, Status};
use crate::problem::{Condition, Problem};
use crate::questions::difference::{Move, StudentStatus, cluster_changes, moves};
use crate::rules::goals;
use crate::solve::mip::{Ending, LevelAnswer};
use crate::solve::{Budget, Incumbent, PlaceError, SearchOutcome, clash_of};

/// The best plan under a condition on a student, compared with the plan of the question.
///
/// # Errors
/// If solver or check are at fault.
pub fn effect(
    inquiry: &Inquiry,
    condition: Condition,
    student: StudentId,
    budget: &Budget,
) -> Result<ConditionEffect, PlaceError> {
    let mut search = inquiry.search(budget);
    // If clusters are free, first solve with those of the plan: that is quick, and a start no worse than
    // its plan guarantees that freedom never makes an answer worse.
    let mut start = None;
    if let Some(held) = &inquiry.held
        && let SearchOutcome::Plan(known) = held.search_under(condition.clone(), &search)?.1.outcome
    {
        search.start = Some(known.assignment.clone());
        start = Some(known);
    }
    search.budget = budget.with_own_work();
    let (conditioned, result) = inquiry.base.search_under(condition, &search)?;
    Ok(match result.outcome {
        SearchOutcome::Plan(known) => compared(inquiry, &conditioned, student, &known),
        SearchOutcome::Infeasible => {
            let clash = clash_of(&conditioned, &inquiry.search(budget))?;
            ConditionEffect::without_plan(
                Feasibility::Impossible,
                clash.map_or(Vec::new(), |one| one.demands),
            )
        }
        SearchOutcome::NothingFound(ending) => match start {
            Some(known) => {
                let mut known = unproven(known, ending);
                inquiry.base.raise_bound(&mut known);
                compared(inquiry, &conditioned, student, &known)
            }
            None => ConditionEffect::without_plan(Feasibility::Unknown, Vec::new()),
        },
    })
}

/// A plan of a narrower problem: its bounds do not hold for the wider one.
fn unproven(known: Incumbent, ending: Ending) -> Incumbent {
    let levels = known.levels.into_iter().map(|level| LevelAnswer { bound: 0, ..level });
    Incumbent { levels: levels.collect(), ending, ..known }
}

fn compared(
    inquiry: &Inquiry,
    conditioned: &Problem,
    student: StudentId,
    known: &Incumbent,
) -> ConditionEffect {
    let tally = conditioned.tally(&known.assignment);
    let assessment = conditioned.assess(&tally);
    let then = assessment.total().0;
    let goals = conditioned.instance.goals.iter().zip(&known.levels);
    let levels = goals.clone().map(|(&goal, level)| GoalChange {
        goal: goal.name(),
        now: goals::value(goal, inquiry.tally, &inquiry.assessment),
        then: level.value,
        bound: level.bound,
    });
    let total = goals.clone().find(|(goal, _)| **goal == Goal::Total);
    let bound = total.map_or(0, |(_, level)| level.bound);
    // Levels beyond the goals choose among equally good plans; the status is about the goals alone.
    let mut levels_of_goals = known.levels.iter().take(conditioned.instance.goals.len());
    let is_proven = levels_of_goals.all(|level| level.value == level.bound);
    let status = if is_proven { Status::Optimal } else { known.status() };
    let before = inquiry.assessment.per_rule();
    let mut rules: BTreeMap<&'static str, i64> =
        assessment.per_rule().into_iter().map(|(rule, points)| (rule, points.0)).collect();
    for (rule, points) in before {
        *rules.entry(rule).or_insert(0) -= points.0;
    }
    rules.retain(|_, points| *points != 0);
    let now = inquiry.assessment.total().0;
    let plan = outline(conditioned, &known.assignment);
    ConditionEffect {
        outcome: Feasibility::Possible,
        change: Some(then - now),
        change_bound: Some(bound - now),
        status: Some(status),
        gap: Some(GoalLevel::new(Goal::Total, then, bound).gap),
        goals: levels.collect(),
        rules,
        here: placements_of(conditioned, &known.assignment, student),
        moves: others(&inquiry.before, &plan, &conditioned.instance.students[student].id),
        fewest_moves: known.levels.iter().all(|level| level.value == level.bound),
        clusters: cluster_changes(&inquiry.before.clusters, &plan.clusters),
        because: Vec::new(),
    }
}

/// Other students whose school changes. Students whom the outline does not mention have not moved.
fn others(before: &Plan, after: &Plan, student: &str) -> Vec<Move> {
    let mut moves = moves(before, after);
    moves.retain(|one| one.student != student && one.to != StudentStatus::Absent);
    moves
}

/// The placements of an entry in an assignment, with the points of each rule.
pub fn placements_of(
    problem: &Problem,
    assignment: &Assignment,
    student: StudentId,
) -> Vec<StudentPlacement> {
    let tally = problem.tally(assignment);
    let charged = problem.assess(&tally).per_subject();
    let ids = assignment.cluster_ids(&problem.instance);
    let placements = assignment.placements.iter().enumerate();
    let own = placements.filter(|(_, placement)| placement.student == student);
    own.map(|(index, placement)| {
        let points = charged.get(&Charged::Placement(index)).into_iter();
        let points = points.flatten().map(|(rule, points)| ((*rule).to_owned(), *points));
        let cluster = tally.cluster_at(placement.school).map(|cluster| ids[cluster].clone());
        let (school, count) = (placement.school, placement.count);
        placement_of(problem, student, school, count, cluster, points.collect())
    })
    .collect()
}
