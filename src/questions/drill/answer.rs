//! The answer as a document: `"format": "plaatswijzer/drill/1"`.

use std::cmp::Reverse;

use serde::Serialize;

use super::{StudentMoves, WithdrawalUnit};
use crate::input::to_pretty_json;
use crate::plan::InstanceReference;
use crate::questions::{KeyFigureChanges, KeyFigures, ProvenScore};

/// How vulnerable a plan is to withdrawals.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Drill {
    /// The format of this document.
    pub format: &'static str,
    /// The instance of the plan.
    pub instance: InstanceReference,
    /// What withdraws at a time.
    pub by: WithdrawalUnit,
    /// Whether clusters may change; otherwise those of the plan stay, without the schools that withdraw.
    pub free: bool,
    /// The score of the plan before any withdrawal, in points.
    pub score: i64,
    /// Whether rule `continuity` is on; if it is off, moves cost nothing.
    pub keeps_students: bool,
    /// The key figures of the plan before any withdrawal.
    pub figures: KeyFigures,
    /// The withdrawals, worst first.
    pub withdrawals: Vec<Withdrawal>,
}

/// One withdrawal and its outcome.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Withdrawal {
    /// The id of the school, board or cluster.
    pub id: String,
    /// The name of the school, board or cluster.
    pub name: String,
    /// The ids of the schools that withdraw.
    pub schools: Vec<String>,
    /// Students whom the plan places there.
    pub students: i64,
    /// The outcome of the search.
    #[serde(flatten)]
    pub outcome: WithdrawalOutcome,
}

/// The outcome of the search after a withdrawal.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum WithdrawalOutcome {
    /// A plan was found.
    Plan(Box<PlanAfterWithdrawal>),
    /// No plan exists under the rules, even if clusters that lose a school need not be kept.
    NoPlan,
    /// The time ran out.
    NotSearched,
    /// The instance is invalid without it.
    Refused {
        /// The first error of the instance.
        reason: String,
        /// The student who is fixed at a school that can then be in no cluster, if that is the error.
        #[serde(skip_serializing_if = "Option::is_none")]
        fixed: Option<FixedInVain>,
    },
}

/// A student who is fixed at a school that can be in no cluster.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct FixedInVain {
    /// The id of the student.
    pub student: String,
    /// The id of the school.
    pub school: String,
}

/// The plan after a withdrawal.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PlanAfterWithdrawal {
    /// The students who move.
    #[serde(flatten)]
    pub moves: StudentMoves,
    /// The score without the points of rule `continuity`.
    pub score_without_continuity: i64,
    /// That score minus the score of the plan before: the cost of the withdrawal.
    pub price: i64,
    /// The score that the search minimised, including `continuity`, and its bound.
    #[serde(flatten)]
    pub proven: ProvenScore,
    /// The differences of the key figures.
    pub changes: KeyFigureChanges,
    /// Clusters that must be kept, have lost a school, and were allowed to close because no plan exists
    /// otherwise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub released: Vec<String>,
    /// Clusters of the plan that are no longer used.
    pub closed: Vec<String>,
    /// Number of clusters that the plan before does not use: 0 unless clusters may change.
    pub opened: usize,
}

/// The sort key of withdrawals.
type Severity = (u8, Reverse<i64>, Reverse<i64>, Reverse<i64>, String);

impl Withdrawal {
    /// Worst first: no plan at all; then a plan only if clusters that must be kept may close; then by
    /// students who lose their place, price and moves, all descending. Withdrawals without an answer are
    /// last.
    pub(super) fn severity(&self) -> Severity {
        let (class, reached) = match &self.outcome {
            WithdrawalOutcome::NoPlan => (0, None),
            WithdrawalOutcome::Plan(reached) if !reached.released.is_empty() => (1, Some(reached)),
            WithdrawalOutcome::Plan(reached) => (2, Some(reached)),
            WithdrawalOutcome::Refused { .. } => (3, None),
            WithdrawalOutcome::NotSearched => (4, None),
        };
        let figure =
            |of: fn(&PlanAfterWithdrawal) -> i64| Reverse(reached.map_or(0, |reached| of(reached)));
        (
            class,
            figure(|reached| reached.moves.lost_place),
            figure(|reached| reached.price),
            figure(|reached| reached.moves.moved),
            self.id.clone(),
        )
    }
}

impl Drill {
    /// The format of this document.
    pub const FORMAT: &'static str = "plaatswijzer/drill/1";

    /// The text of the document: indented, with a line end at the end.
    pub fn to_json(&self) -> String {
        to_pretty_json(self)
    }
}
