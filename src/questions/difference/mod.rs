//! What differs between two plans, of the same instance or not: who moved, which clusters, which figures.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::base::Decimal;
use crate::composing::figures::{FigureTable, PlanFigures};
use crate::plan::{Cluster, ClusterKind, Plan};

/// What differs between two plans.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Difference {
    /// How many students are elsewhere.
    pub students: Totals,
    /// Who is elsewhere, by student.
    pub moves: Vec<Move>,
    /// Which clusters are not what they were, by id.
    pub clusters: Vec<ClusterChange>,
    /// The figures that differ; `None` where one of the plans does not tell its figures.
    pub figures: Option<Vec<FigureChange>>,
}

/// How many students are elsewhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Totals {
    /// At another school.
    pub moved: i64,
    /// Left out, after a place.
    pub fell_out: i64,
    /// At a school, after none.
    pub came_in: i64,
    /// In the earlier plan alone, with a place.
    pub gone: i64,
}

impl Totals {
    fn of(moves: &[Move]) -> Self {
        let mut totals = Self::default();
        for one in moves {
            let total = match (&one.from, &one.to) {
                (Whereabout::School(_), Whereabout::School(_)) => &mut totals.moved,
                (Whereabout::School(_), Whereabout::LeftOut) => &mut totals.fell_out,
                (Whereabout::School(_), Whereabout::Absent) => &mut totals.gone,
                (Whereabout::LeftOut | Whereabout::Absent, _) => &mut totals.came_in,
            };
            *total += one.count;
        }
        totals
    }
}

/// Where a student is.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Whereabout {
    /// At this school.
    School(String),
    /// Left out.
    LeftOut,
    /// In none of what the plan says.
    Absent,
}

/// Students of an entry who are elsewhere.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Move {
    /// The student's id.
    pub student: String,
    /// How many of the entry.
    pub count: i64,
    /// Where they were.
    pub from: Whereabout,
    /// Where they are now.
    pub to: Whereabout,
}

/// What became of a cluster.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClusterChange {
    /// It is used now.
    Opened(Cluster),
    /// It is used no more.
    Closed(Cluster),
    /// It has other schools, or meets on another day.
    Changed {
        /// As it was.
        before: Cluster,
        /// As it is now.
        after: Cluster,
    },
}

/// A figure that differs.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FigureChange {
    /// Its name, with its unit as suffix.
    pub name: String,
    /// What it was; `null` where there was nothing to measure.
    pub before: Option<Decimal>,
    /// What it is now.
    pub after: Option<Decimal>,
    /// By how much it has risen, where there is something on both sides.
    pub difference: Option<Decimal>,
}

/// What differs between two plans.
pub fn difference(before: &Plan, after: &Plan) -> Difference {
    let moves = moves(before, after);
    Difference {
        students: Totals::of(&moves),
        moves,
        clusters: cluster_changes(&before.clusters, &after.clusters),
        figures: PlanFigures::of(before)
            .zip(PlanFigures::of(after))
            .map(|(before, after)| figure_changes(before, after)),
    }
}

/// How many of an entry are where.
type Counts = BTreeMap<Whereabout, i64>;

fn whereabouts(plan: &Plan) -> BTreeMap<&str, Counts> {
    let mut entries = BTreeMap::<&str, Counts>::new();
    for one in &plan.placements {
        let at = Whereabout::School(one.school.clone());
        *entries.entry(&one.student).or_default().entry(at).or_default() += one.count;
    }
    for one in plan.unplaced.iter().flatten() {
        let counts = entries.entry(&one.student).or_default();
        *counts.entry(Whereabout::LeftOut).or_default() += one.count;
    }
    entries
}

/// Who is elsewhere, by student.
pub fn moves(before: &Plan, after: &Plan) -> Vec<Move> {
    let (before, after) = (whereabouts(before), whereabouts(after));
    let students: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    let nobody = Counts::new();
    let of_student = |student: &str| {
        let then = before.get(student).unwrap_or(&nobody);
        let now = after.get(student).unwrap_or(&nobody);
        moves_of(student, then, now)
    };
    students.into_iter().flat_map(of_student).collect()
}

/// The moves of an entry: those missing somewhere are matched with those who came elsewhere. Where
/// an entry shrank, those who are gone had a place rather than none; where it grew, the new ones
/// come last.
fn moves_of(student: &str, then: &Counts, now: &Counts) -> Vec<Move> {
    let (mut then, mut now) = (then.clone(), now.clone());
    let total = |counts: &Counts| counts.values().sum::<i64>();
    let more = total(&now) - total(&then);
    *then.entry(Whereabout::Absent).or_default() += more.max(0);
    *now.entry(Whereabout::Absent).or_default() += (-more).max(0);
    let excess = |one: &Counts, other: &Counts| {
        let over = one
            .iter()
            .map(|(at, count)| (at.clone(), (count - other.get(at).copied().unwrap_or(0)).max(0)));
        over.filter(|(_, count)| *count > 0).collect::<Vec<_>>()
    };
    let mut lost = excess(&then, &now);
    let mut came = excess(&now, &then);
    came.sort_by_key(|(at, _)| *at != Whereabout::Absent);
    // Taken from the back.
    lost.reverse();
    came.reverse();
    let mut moves = Vec::new();
    while let (Some((from, left)), Some((to, places))) = (lost.last_mut(), came.last_mut()) {
        let count = (*left).min(*places);
        (*left, *places) = (*left - count, *places - count);
        let (from, to) = (from.clone(), to.clone());
        let (is_left, is_full) = (*left == 0, *places == 0);
        moves.push(Move { student: student.to_owned(), count, from, to });
        if is_left {
            lost.pop();
        }
        if is_full {
            came.pop();
        }
    }
    moves.retain(|one| {
        let is_school = |at: &Whereabout| matches!(at, Whereabout::School(_));
        is_school(&one.from) || is_school(&one.to)
    });
    moves
}

/// Clusters are the same by their schools, then by their id where they stood before, then, of new
/// ones, by the most schools in common.
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
