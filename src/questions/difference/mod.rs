//! The difference between two plans, of the same instance or not: moves, clusters and figures.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::Decimal;
use crate::composing::figures::{FigureTable, PlanFigures};
use crate::plan::{Cluster, ClusterKind, Plan};

/// The difference between two plans.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Difference {
    /// Number of students per kind of move.
    pub students: MoveTotals,
    /// The moves, in the order of the students' ids.
    pub moves: Vec<Move>,
    /// The clusters that opened, closed or changed.
    pub clusters: Vec<ClusterChange>,
    /// The figures that differ; `None` if one of the plans has no score or no indicators.
    pub figures: Option<Vec<FigureChange>>,
}

/// Number of students per kind of move.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct MoveTotals {
    /// At another school than before.
    pub moved: i64,
    /// Left out after having a place.
    pub fell_out: i64,
    /// Placed after having no place, or new.
    pub came_in: i64,
    /// Of those, in the later plan only.
    pub new: i64,
    /// Placed in the earlier plan and absent from the later one.
    pub gone: i64,
}

impl MoveTotals {
    fn of(moves: &[Move]) -> Self {
        let mut totals = Self::default();
        for one in moves {
            let total = match (&one.from, &one.to) {
                (StudentStatus::School(_), StudentStatus::School(_)) => &mut totals.moved,
                (StudentStatus::School(_), StudentStatus::LeftOut) => &mut totals.fell_out,
                (StudentStatus::School(_), StudentStatus::Absent) => &mut totals.gone,
                (StudentStatus::LeftOut | StudentStatus::Absent, _) => &mut totals.came_in,
            };
            *total += one.count;
            if one.from == StudentStatus::Absent {
                totals.new += one.count;
            }
        }
        totals
    }
}

/// Where a plan has a student.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StudentStatus {
    /// At the school with this id.
    School(String),
    /// Left out.
    LeftOut,
    /// The plan does not mention the student.
    Absent,
}

/// Students of an entry whose school changes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Move {
    /// The student's id.
    pub student: String,
    /// Students of the entry who make this move.
    pub count: i64,
    /// Where the earlier plan has them.
    pub from: StudentStatus,
    /// Where the later plan has them.
    pub to: StudentStatus,
}

/// A cluster that differs between two plans.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClusterChange {
    /// Only the later plan uses it.
    Opened(Cluster),
    /// Only the earlier plan uses it.
    Closed(Cluster),
    /// Both use it, with other schools or on another day.
    Changed {
        /// The cluster in the earlier plan.
        before: Cluster,
        /// The cluster in the later plan.
        after: Cluster,
    },
}

/// A figure that differs between two plans.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FigureChange {
    /// The name, with the unit as suffix.
    pub name: String,
    /// The value in the earlier plan; `null` if there was nothing to measure.
    pub before: Option<Decimal>,
    /// The value in the later plan.
    pub after: Option<Decimal>,
    /// Later minus earlier value, if both exist.
    pub difference: Option<Decimal>,
}

/// Compares two plans.
pub fn difference(before: &Plan, after: &Plan) -> Difference {
    let moves = moves(before, after);
    Difference {
        students: MoveTotals::of(&moves),
        moves,
        clusters: cluster_changes(&before.clusters, &after.clusters),
        figures: PlanFigures::of(before)
            .zip(PlanFigures::of(after))
            .map(|(before, after)| figure_changes(before, after)),
    }
}

/// Number of students of an entry per status.
type Counts = BTreeMap<StudentStatus, i64>;

fn statuses(plan: &Plan) -> BTreeMap<&str, Counts> {
    let mut entries = BTreeMap::<&str, Counts>::new();
    for one in &plan.placements {
        let at = StudentStatus::School(one.school.clone());
        *entries.entry(&one.student).or_default().entry(at).or_default() += one.count;
    }
    for one in plan.unplaced.iter().flatten() {
        let counts = entries.entry(&one.student).or_default();
        *counts.entry(StudentStatus::LeftOut).or_default() += one.count;
    }
    entries
}

/// The moves between two plans, in the order of the students' ids.
pub fn moves(before: &Plan, after: &Plan) -> Vec<Move> {
    let (before, after) = (statuses(before), statuses(after));
    let students: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    let nobody = Counts::new();
    let of_student = |student: &str| {
        let then = before.get(student).unwrap_or(&nobody);
        let now = after.get(student).unwrap_or(&nobody);
        moves_of(student, then, now)
    };
    students.into_iter().flat_map(of_student).collect()
}

/// The moves of one entry.
fn moves_of(student: &str, then: &Counts, now: &Counts) -> Vec<Move> {
    let moves = matched(then, now, &StudentStatus::Absent).into_iter();
    let moves =
        moves.map(|(from, to, count)| Move { student: student.to_owned(), count, from, to });
    let is_school = |at: &StudentStatus| matches!(at, StudentStatus::School(_));
    moves.filter(|one| is_school(&one.from) || is_school(&one.to)).collect()
}

/// Who of an entry moved from where to where, and how many. Students of an entry are interchangeable, so
/// surpluses before are matched with surpluses after. If the entry shrank, students with a place are the ones that
/// disappear first; if it grew, new students are matched last. `absent` is the greatest place, for who is not
/// in a plan.
pub fn matched<P: Clone + Ord>(
    then: &BTreeMap<P, i64>,
    now: &BTreeMap<P, i64>,
    absent: &P,
) -> Vec<(P, P, i64)> {
    let (mut then, mut now) = (then.clone(), now.clone());
    let total = |counts: &BTreeMap<P, i64>| counts.values().sum::<i64>();
    let more = total(&now) - total(&then);
    *then.entry(absent.clone()).or_default() += more.max(0);
    *now.entry(absent.clone()).or_default() += (-more).max(0);
    let excess = |one: &BTreeMap<P, i64>, other: &BTreeMap<P, i64>| {
        let over = one
            .iter()
            .map(|(at, count)| (at.clone(), (count - other.get(at).copied().unwrap_or(0)).max(0)));
        over.filter(|(_, count)| *count > 0).collect::<Vec<_>>()
    };
    let mut lost = excess(&then, &now);
    let mut gained = excess(&now, &then);
    // Absent first: students who are gone are matched with the first lost places, which are at schools.
    gained.sort_by_key(|(at, _)| at != absent);
    // Both are consumed from the back.
    lost.reverse();
    gained.reverse();
    let mut moves = Vec::new();
    while let (Some((from, left)), Some((to, places))) = (lost.last_mut(), gained.last_mut()) {
        let count = (*left).min(*places);
        (*left, *places) = (*left - count, *places - count);
        moves.push((from.clone(), to.clone(), count));
        let (is_left, is_full) = (*left == 0, *places == 0);
        if is_left {
            lost.pop();
        }
        if is_full {
            gained.pop();
        }
    }
    moves
}

/// The clusters that opened, closed or changed. Clusters of two plans are paired if they have the same
/// schools; then existing ones by id; then new ones by the most schools in common.
pub fn cluster_changes(before: &[Cluster], after: &[Cluster]) -> Vec<ClusterChange> {
    let mut closed: Vec<&Cluster> = before.iter().collect();
    let mut opened: Vec<&Cluster> = after.iter().collect();
    let mut changes = Vec::new();
    let mut pair = |is_same: &dyn Fn(&Cluster, &Cluster) -> bool| {
        closed.retain(|&before| {
            let found = opened.iter().position(|after| is_same(before, after));
            if let Some(position) = found {
                let after = opened.remove(position);
                let is_other_day = before.meeting_day != after.meeting_day;
                if is_other_day || schools(before) != schools(after) {
                    let (before, after) = (before.clone(), after.clone());
                    changes.push(ClusterChange::Changed { before, after });
                }
            }
            found.is_none()
        });
    };
    pair(&|before, after| schools(before) == schools(after));
    pair(&|before, after| is_existing(before) && is_existing(after) && before.id == after.id);
    let shared =
        |one: &Cluster, other: &Cluster| schools(one).intersection(&schools(other)).count();
    let largest = before.iter().map(|cluster| cluster.schools.len()).max().unwrap_or(0);
    for most in (1..=largest).rev() {
        pair(&|before, after| {
            !is_existing(before) && !is_existing(after) && shared(before, after) == most
        });
    }
    changes.extend(closed.into_iter().cloned().map(ClusterChange::Closed));
    changes.extend(opened.into_iter().cloned().map(ClusterChange::Opened));
    changes
}

fn schools(cluster: &Cluster) -> BTreeSet<&str> {
    cluster.schools.iter().map(String::as_str).collect()
}

fn is_existing(cluster: &Cluster) -> bool {
    cluster.kind == ClusterKind::Existing
}

fn figure_changes(before: PlanFigures, after: PlanFigures) -> Vec<FigureChange> {
    let figures = FigureTable::of(&[Some(before), Some(after)]);
    let columns = figures.columns.iter().enumerate();
    let changes = columns.map(|(position, column)| {
        let value = |run| figures.value(run, position);
        let difference = value(0).zip(value(1)).map(|(before, after)| after - before);
        let number = |value: Option<i64>| value.map(|value| column.decimal(value));
        FigureChange {
            name: column.name.clone(),
            before: number(value(0)),
            after: number(value(1)),
            difference: number(difference),
        }
    });
    changes.filter(|change| change.before != change.after).collect()
}

#[cfg(test)]
mod tests;
