//! The ranges of prices within which a plan is the best.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::input::to_pretty_json;
use crate::instance::{SchoolId, StudentId};
use crate::plan::InstanceReference;
use crate::questions::ProvenScore;
use crate::solve::Incumbent;

/// How far each price may change before another plan is better. Prices are in points: a thousandth of a kilometre.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Prices {
    /// The format of this document.
    pub format: &'static str,
    /// The instance.
    pub instance: InstanceReference,
    /// The score of the best plan at the prices of today.
    pub proven: ProvenScore,
    /// The prices of all rules in force, in the order of the rulebook; none if that plan is not proven to be the best.
    pub prices: Vec<PriceRange>,
}

/// The range of one price, with all others as they are.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PriceRange {
    /// The id of the rule.
    pub rule: &'static str,
    /// The key of the setting.
    pub setting: String,
    /// The price of today.
    pub now: i64,
    /// The end of the range below the price of today.
    pub below: RangeEnd,
    /// The end of the range above the price of today.
    pub above: RangeEnd,
}

/// One end of a range.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RangeEnd {
    /// The price up to which the plan of today is proven to be one of the best.
    pub best_to: i64,
    /// What is known of the prices beyond.
    pub beyond: Beyond,
}

/// What is known of the prices beyond an end.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Beyond {
    /// The plan is the best as far as prices were tried.
    NotFound,
    /// This plan is better from the next point on.
    Other(OtherBest),
    /// The time ran out.
    Unknown,
}

/// How another plan differs from that of today.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct OtherBest {
    /// The number of students who are no longer at their school.
    pub students_elsewhere: i64,
    /// How many more students are left out; negative if fewer.
    pub left_out: i64,
}

impl OtherBest {
    /// The difference between two plans of the same students.
    pub fn between(today: &Incumbent, other: &Incumbent) -> Self {
        let (before, after) = (at_schools(today), at_schools(other));
        let gone = before.iter().map(|(key, &count)| {
            let stay = after.get(key).copied().unwrap_or(0);
            (count - stay).max(0)
        });
        let placed = |at: &BTreeMap<_, i64>| at.values().sum::<i64>();
        Self { students_elsewhere: gone.sum(), left_out: placed(&before) - placed(&after) }
    }
}

/// The number of students of each entry at each school.
fn at_schools(known: &Incumbent) -> BTreeMap<(StudentId, SchoolId), i64> {
    let mut at = BTreeMap::new();
    for placement in &known.assignment.placements {
        *at.entry((placement.student, placement.school)).or_default() += placement.count;
    }
    at
}

impl Prices {
    /// The format of the document.
    pub const FORMAT: &'static str = "plaatswijzer/prices/1";

    /// The text of the document: indented, with a line end at the end.
    pub fn to_json(&self) -> String {
        to_pretty_json(self)
    }
}
