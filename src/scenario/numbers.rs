//! Numbers of changes: percentages and the whole numbers that they come to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bounded_types;

bounded_types! {
    /// A share in whole percents.
    pub SharePercent: 0..=100;
    /// An increase in whole percents.
    pub IncreasePercent: 0..=10_000;
    /// An increase in number.
    pub IncreaseNumber: 0..=1_000_000;
}

/// So many percent of a number, rounded half up.
pub fn percent_of(percent: i64, number: i64) -> i64 {
    (percent * number + 50).div_euclid(100)
}

/// By how much something grows; exactly one of the two is given.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Increase {
    /// In percents of what there is, rounded half up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<IncreasePercent>,
    /// In number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<IncreaseNumber>,
}

#[cfg(test)]
mod tests {
    use super::percent_of;

    #[test]
    fn halves_are_rounded_up() {
        // 6% of 450 is 27; 5% of 10 is 0.5; 1% of 49 is 0.49; 3% of 50 is 1.5.
        let rounded = [(6, 450), (5, 10), (1, 49), (3, 50)].map(|(p, n)| percent_of(p, n));
        assert_eq!(rounded, [27, 1, 0, 2]);
    }
}
