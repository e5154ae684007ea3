//! What is minimised over all draws.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is minimised over all draws.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DrawsObjective {
    /// What the path costs on average: the sum over all draws.
    #[default]
    Mean,
    /// What it costs in the worst draw.
    Worst,
    /// The largest regret: what the path costs in a draw more than the draw's own best path, had the intake been
    /// known.
    Regret,
}

/// What some decisions cost over all draws, in points.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DrawsCost {
    /// The sum of what the path costs in each draw.
    pub sum: i64,
    /// What it costs in the worst draw.
    pub worst: i64,
    /// The largest regret of a draw.
    pub regret: i64,
}

/// What a draw's own best path costs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OwnCost {
    /// What the best path that is known costs.
    pub value: i64,
    /// No path costs less in this draw.
    pub bound: i64,
}

impl OwnCost {
    /// By how much more a path costs; nothing where it is a better one than was known.
    pub fn regret(self, cost: i64) -> i64 {
        (cost - self.value).max(0)
    }
}

impl DrawsCost {
    /// From what each draw costs with these decisions, and with its own.
    pub fn of(costs: &[i64], own: &[OwnCost]) -> Self {
        let regrets = costs.iter().zip(own).map(|(&cost, own)| own.regret(cost));
        Self {
            sum: costs.iter().sum(),
            worst: costs.iter().copied().max().unwrap_or(0),
            regret: regrets.max().unwrap_or(0),
        }
    }

    /// What is minimised.
    pub fn value(self, objective: DrawsObjective) -> i64 {
        match objective {
            DrawsObjective::Mean => self.sum,
            DrawsObjective::Worst => self.worst,
            DrawsObjective::Regret => self.regret,
        }
    }
}

impl DrawsObjective {
    /// A lower bound on the objective over all decisions, from each draw's own bound.
    pub fn bound(self, own: &[OwnCost]) -> i64 {
        let bounds = own.iter().map(|own| own.bound);
        match self {
            Self::Mean => bounds.sum(),
            Self::Worst => bounds.max().unwrap_or(0),
            Self::Regret => 0,
        }
    }
}

/// How good decisions are, better ones first: those that lead to plans in more draws, then those of less value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct DrawsRank {
    /// The draws in which no plan is known, with the expected intake counted as one.
    pub impossible: usize,
    /// What is minimised, over the other draws.
    pub value: i64,
}
