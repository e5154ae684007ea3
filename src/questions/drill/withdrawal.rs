//! One withdrawal: the problem after it, and the plan that moves few.

use std::collections::BTreeSet;

use super::{Moves, Outcome, Question, Reached, Subject, Withdrawal};
use crate::instance::{Earlier, Instance};
use crate::plan::assignment::{Assignment, UsedCluster};
use crate::problem::Problem;
use crate::questions::replan::{self, Previous};
use crate::questions::{Figures, Proven};
use crate::scenarios::withdrawn;
use crate::solve::{Budget, Incumbent, PlaceError, Search, SearchOutcome, find};

/// The rule that charges for moves.
const CONTINUITY: &str = "continuity";

/// Searches a plan after a withdrawal.
pub fn withdraw(
    question: &Question,
    search: &Search,
    budget: &Budget,
    subject: &Subject,
) -> Result<Withdrawal, PlaceError> {
    let instance = &question.problem.instance;
    let placements = question.assignment.placements.iter();
    let there = placements.filter(|placement| subject.schools.contains(&placement.school));
    let schools: Vec<String> =
        subject.schools.iter().map(|&school| instance.schools[school].id.clone()).collect();
    Ok(Withdrawal {
        id: subject.id.clone(),
        name: subject.name.clone(),
        students: there.map(|placement| placement.count).sum(),
        outcome: outcome(question, search, budget, &schools)?,
        schools,
    })
}

fn outcome(
    question: &Question,
    search: &Search,
    budget: &Budget,
    schools: &[String],
) -> Result<Outcome, PlaceError> {
    if budget.is_exhausted() {
        return Ok(Outcome::NotSearched);
    }
    let after = match withdrawn(question.document, schools.to_vec(), question.files) {
        Ok(after) => after,
        Err(errors) => {
            let first = errors.0.first();
            let reason = first.map(|error| format!("{}: {}", error.location, error.found));
            return Ok(Outcome::Refused { reason: reason.unwrap_or_default() });
        }
    };
    let (Previous { earlier, assignment, .. }, _) = replan::read(&after, question.plan)?;
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
            Outcome::Plan(Box::new(Reached { released, ..reached }))
        }
        SearchOutcome::Infeasible => Outcome::NoPlan,
        SearchOutcome::NothingFound(_) => Outcome::NotSearched,
    })
}

/// Lets clusters close that have lost a school and should have been kept; their ids.
fn release(question: &Question, after: &mut Problem) -> Vec<String> {
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

/// The problem in which the students of the plan stay where they can, and the clusters too, unless all
/// may change. How many may move at the most is no matter here: some must.
fn narrowed(
    question: &Question,
    mut after: Problem,
    earlier: Earlier,
    clusters: &[UsedCluster],
) -> Problem {
    let max_changes = Some(after.instance.student_count());
    after.instance.previous = Some(Earlier { max_changes, ..earlier });
    if question.free {
        return after;
    }
    // What a cluster comes from does not matter: one that was formed may be listed by now.
    after.with_options(|option| {
        let is_it = |cluster: &UsedCluster| {
            cluster.schools == option.schools && cluster.meeting_day == option.meeting_day
        };
        clusters.iter().any(is_it)
    })
}

fn reached(
    question: &Question,
    after: &Problem,
    carried: &[UsedCluster],
    known: &Incumbent,
) -> Reached {
    let before = question.problem;
    let tally = after.tally(&known.assignment);
    let per_rule = after.assess(&tally).per_rule();
    let charged = |rule: &&str| *rule != CONTINUITY;
    let score: i64 =
        per_rule.iter().filter(|(rule, _)| charged(rule)).map(|(_, points)| points.0).sum();
    let then = before.assess(&before.tally(question.assignment)).total().0;
    let figures = Figures::of(after, &known.assignment);
    let ids: BTreeSet<&str> =
        after.instance.schools.values().map(|school| school.id.as_str()).collect();
    let (was, is) = (&before.instance, &after.instance);
    let is_new = |cluster: &&UsedCluster| {
        let same = |one: &UsedCluster| {
            (&one.schools, one.meeting_day) == (&cluster.schools, cluster.meeting_day)
        };
        !carried.iter().any(same)
    };
    Reached {
        moves: Moves::between((was, question.assignment), (is, &known.assignment), |school| {
            ids.contains(school)
        }),
        score_without_continuity: score,
        price: score - then,
        proven: Proven::of(known),
        changes: figures.since(&Figures::of(before, question.assignment)),
        released: Vec::new(),
        closed: closed((was, question.assignment), (is, &known.assignment)),
        opened: known.assignment.clusters.iter().filter(is_new).count(),
    }
}

/// The ids of clusters of a plan of which, less what is gone, nothing is used in another: where no
/// school of theirs is in a cluster of their own any more.
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
