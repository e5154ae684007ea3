//! One withdrawal: the problem after it, and the best plan that keeps students where they are.

use std::collections::BTreeSet;

use super::answer::{FixedInVain, PlanAfterWithdrawal, Withdrawal, WithdrawalOutcome};
use super::moves::StudentMoves;
use super::question::{DrillQuestion, Withdrawing};
use crate::input::errors::{Code, InputError};
use crate::instance::{Earlier, Instance};
use crate::plan::assignment::{Assignment, UsedCluster};
use crate::problem::Problem;
use crate::questions::replan::{self, PreviousPlan};
use crate::questions::{KeyFigures, ProvenScore};
use crate::rules::continuity;
use crate::scenarios::withdrawn;
use crate::solve::{Budget, Incumbent, PlaceError, Search, SearchOutcome, find};

/// Searches the best plan after a withdrawal.
pub fn withdraw(
    question: &DrillQuestion,
    search: &Search,
    budget: &Budget,
    unit: &Withdrawing,
) -> Result<Withdrawal, PlaceError> {
    let instance = &question.problem.instance;
    let placements = question.assignment.placements.iter();
    let there = placements.filter(|placement| unit.schools.contains(&placement.school));
    let schools: Vec<String> =
        unit.schools.iter().map(|&school| instance.schools[school].id.clone()).collect();
    Ok(Withdrawal {
        id: unit.id.clone(),
        name: unit.name.clone(),
        students: there.map(|placement| placement.count).sum(),
        outcome: outcome(question, search, budget, &schools)?,
        schools,
    })
}

fn outcome(
    question: &DrillQuestion,
    search: &Search,
    budget: &Budget,
    schools: &[String],
) -> Result<WithdrawalOutcome, PlaceError> {
    if budget.is_exhausted() {
        return Ok(WithdrawalOutcome::NotSearched);
    }
    let after = match withdrawn(question.document, schools.to_vec(), question.files) {
        Ok(after) => after,
        Err(errors) => {
            let first = errors.0.first();
            let fixed = first.and_then(|error| fixed_in_vain(question, error));
            let reason = first.map(|error| format!("{}: {}", error.location, error.found));
            return Ok(WithdrawalOutcome::Refused { reason: reason.unwrap_or_default(), fixed });
        }
    };
    let (PreviousPlan { mut earlier, assignment, .. }, _) = replan::read(&after, question.plan)?;
    // The plan before the withdrawal is one of the same year: the grant goes on counting what it counted.
    earlier.core_students = question.problem.tally(question.assignment).grant_students();
    let mut after = narrowed(question, after, earlier, &assignment.clusters);
    let search =
        || Search { start: Some(assignment.clone()), ..search.with_budget(budget.with_own_work()) };
    let mut found = find(&after, &search(), &|_| {})?;
    let mut released = Vec::new();
    if found == SearchOutcome::Infeasible {
        released = release(question, &mut after);
        if !released.is_empty() {
            found = find(&after, &search(), &|_| {})?;
        }
    }
    Ok(match found {
        SearchOutcome::Plan(known) => {
            let reached = reached(question, &after, &assignment.clusters, &known);
            WithdrawalOutcome::Plan(Box::new(PlanAfterWithdrawal { released, ..reached }))
        }
        SearchOutcome::Infeasible => WithdrawalOutcome::NoPlan,
        SearchOutcome::NothingFound(_) => WithdrawalOutcome::NotSearched,
    })
}

/// The student whom an error is about, if it is that nobody can be placed where the student is fixed.
fn fixed_in_vain(question: &DrillQuestion, error: &InputError) -> Option<FixedInVain> {
    if error.code != Code::FixedNowhere {
        return None;
    }
    // Without some schools the students are the same, at the same places in the document.
    let Instance { students, schools, .. } = &question.problem.instance;
    let student =
        students.values().find(|student| error.location.starts_with(&student.location))?;
    Some(FixedInVain { student: student.id.clone(), school: schools[student.fixed?].id.clone() })
}

/// Allows clusters that must be kept to close if they have lost a school. Returns their ids.
fn release(question: &DrillQuestion, after: &mut Problem) -> Vec<String> {
    let before = &question.problem.instance.clusters;
    let mut released = Vec::new();
    for cluster in after.instance.clusters.values_mut() {
        let was = before.values().find(|was| was.id == cluster.id);
        let has_shrunk = was.is_some_and(|was| was.schools.len() > cluster.schools.len());
        if cluster.keep && cluster.takes_part && has_shrunk {
            cluster.keep = false;
            released.push(cluster.id.clone());
        }
    }
    released
}

/// The problem after the withdrawal, compared with the plan before it, and with the clusters of that plan
/// unless all may change. The rule's limit on changes is lifted, since some students have to move.
fn narrowed(
    question: &DrillQuestion,
    mut after: Problem,
    earlier: Earlier,
    clusters: &[UsedCluster],
) -> Problem {
    let max_changes = Some(after.instance.student_count());
    after.instance.previous_plan = Some(Earlier { max_changes, ..earlier });
    if question.free {
        return after;
    }
    after.with_options(|option| clusters.iter().any(|cluster| option.is_alike(cluster)))
}

fn reached(
    question: &DrillQuestion,
    after: &Problem,
    carried: &[UsedCluster],
    known: &Incumbent,
) -> PlanAfterWithdrawal {
    let before = question.problem;
    let tally = after.tally(&known.assignment);
    let per_rule = after.assess(&tally).per_rule();
    let charged = |rule: &&str| *rule != continuity::CARD.id;
    let score: i64 =
        per_rule.iter().filter(|(rule, _)| charged(rule)).map(|(_, points)| points.0).sum();
    let score_before = before.assess(&before.tally(question.assignment)).total().0;
    let figures = KeyFigures::of(after, &known.assignment);
    let ids: BTreeSet<&str> =
        after.instance.schools.values().map(|school| school.id.as_str()).collect();
    let (was, is) = (&before.instance, &after.instance);
    let is_new = |cluster: &&UsedCluster| {
        let same = |one: &UsedCluster| {
            (&one.schools, one.meeting_day) == (&cluster.schools, cluster.meeting_day)
        };
        !carried.iter().any(same)
    };
    PlanAfterWithdrawal {
        moves: StudentMoves::between(
            (was, question.assignment),
            (is, &known.assignment),
            |school| ids.contains(school),
        ),
        score_without_continuity: score,
        price: score - score_before,
        proven: ProvenScore::of(known),
        changes: figures.since(&KeyFigures::of(before, question.assignment)),
        released: Vec::new(),
        closed: closed((was, question.assignment), (is, &known.assignment)),
        opened: known.assignment.clusters.iter().filter(is_new).count(),
    }
}

/// The ids of the clusters of a plan that another plan no longer uses, with what remains of their schools
/// and on the same day.
fn closed(before: (&Instance, &Assignment), after: (&Instance, &Assignment)) -> Vec<String> {
    let schools = |instance: &Instance, cluster: &UsedCluster| -> BTreeSet<String> {
        cluster.schools.iter().map(|&school| instance.schools[school].id.clone()).collect()
    };
    let now: Vec<(BTreeSet<String>, _)> = after
        .1
        .clusters
        .iter()
        .map(|cluster| (schools(after.0, cluster), cluster.meeting_day))
        .collect();
    let ids = before.1.cluster_ids(before.0);
    let still_there: BTreeSet<String> =
        after.0.schools.values().map(|school| school.id.clone()).collect();
    let is_closed = |cluster: &UsedCluster| {
        let left: BTreeSet<String> =
            schools(before.0, cluster).intersection(&still_there).cloned().collect();
        !now.contains(&(left, cluster.meeting_day))
    };
    let clusters = before.1.clusters.iter().zip(ids);
    clusters.filter(|(cluster, _)| is_closed(cluster)).map(|(_, id)| id).collect()
}
