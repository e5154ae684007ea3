//! The answer as a document: `"format": "plaatswijzer/drill/1"`.

use std::cmp::Reverse;

use serde::Serialize;

use super::{By, Moves};
use crate::plan::InstanceReference;
use crate::questions::{Changes, Figures, Proven};

/// How weak a plan is where something withdraws.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Drill {
    /// The format of this document.
    pub format: &'static str,
    /// The instance of the plan.
    pub instance: InstanceReference,
    /// What withdraws.
    pub by: By,
    /// Whether clusters may change; else those of the plan stay, less what withdraws.
    pub free: bool,
    /// The score of the plan as it stands.
    pub score: i64,
    /// Whether rule `continuity` keeps students where they are; where it is off, moves cost nothing.
    pub keeps_students: bool,
    /// The figures of the plan as it stands.
    pub figures: Figures,
    /// What withdraws, the worst first.
    pub withdrawals: Vec<Withdrawal>,
}

/// What comes of one withdrawal.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Withdrawal {
    /// The id of the school, board or cluster.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The schools that withdraw.
    pub schools: Vec<String>,
    /// How many students the plan has there.
    pub students: i64,
    /// What comes of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What came of a search after a withdrawal.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// There is a plan.
    Plan(Box<Reached>),
    /// No plan exists under the rules, even if clusters that lose a school need not be kept.
    NoPlan,
    /// The time did not suffice.
    NotSearched,
    /// The instance makes no sense without it.
    Refused {
        /// Why.
        reason: String,
    },
}

/// The plan after a withdrawal.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Reached {
    /// Who moves.
    #[serde(flatten)]
    pub moves: Moves,
    /// The score, without what rule `continuity` charges for moves.
    pub score_without_continuity: i64,
    /// That score less the one of the plan as it stands: what the withdrawal costs.
    pub price: i64,
    /// What the search minimised, moves included, and what is proven of it.
    #[serde(flatten)]
    pub proven: Proven,
    /// By how much the figures differ.
    pub changes: Changes,
    /// Clusters that had to be kept and have lost a school: there is a plan only since they may close.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub released: Vec<String>,
    /// Clusters of the plan that are not used any more.
    pub closed: Vec<String>,
    /// How many clusters are used that the plan has not: only where clusters may change.
    pub opened: usize,
}

/// In which order withdrawals are told.
type Weakness = (u8, Reverse<i64>, Reverse<i64>, Reverse<i64>, String);

impl Withdrawal {
    /// The worst comes first: no plan at all, then a plan only where clusters that
    /// must be kept may close, then most students who fall out, the highest price, and most moves. What
    /// could not be found out stands at the end.
    pub(super) fn weakness(&self) -> Weakness {
        let (class, reached) = match &self.outcome {
            Outcome::NoPlan => (0, None),
            Outcome::Plan(reached) if !reached.released.is_empty() => (1, Some(reached)),
            Outcome::Plan(reached) => (2, Some(reached)),
            Outcome::Refused { .. } => (3, None),
            Outcome::NotSearched => (4, None),
        };
        let figure = |of: fn(&Reached) -> i64| Reverse(reached.map_or(0, |reached| of(reached)));
        (
            class,
            figure(|reached| reached.moves.fallen_out),
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
    ///
    /// # Panics
    /// Never: it holds nothing that JSON cannot say.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("the answer is plain JSON");
        text.push('\n');
        text
    }
}
