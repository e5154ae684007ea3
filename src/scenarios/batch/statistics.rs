//! Exact statistics of a figure over the draws of a scenario.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::base::Decimal;

/// The distribution of a figure over several runs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Distribution {
    /// The number of runs that have a value.
    pub runs: i64,
    /// The minimum.
    pub least: Decimal,
    /// The maximum.
    pub greatest: Decimal,
    /// The 5th percentile, by nearest rank.
    pub p05: Decimal,
    /// The 95th percentile, by nearest rank.
    pub p95: Decimal,
    /// The sum of all values, in units of the last decimal.
    sum: i128,
}

impl Distribution {
    /// The distribution of values, which are in units of the last of `decimals` decimals; `None` if there are
    /// none.
    pub fn of(mut values: Vec<i64>, decimals: u32) -> Option<Self> {
        values.sort_unstable();
        let decimal = |scaled: i64| Decimal { scaled, decimals };
        Some(Self {
            runs: values.len() as i64,
            least: decimal(*values.first()?),
            greatest: decimal(*values.last()?),
            p05: decimal(nearest_rank(&values, 5)),
            p95: decimal(nearest_rank(&values, 95)),
            sum: values.iter().map(|&value| i128::from(value)).sum(),
        })
    }

    /// The mean, rounded half away from zero.
    pub fn mean(&self, decimals: u32) -> Decimal {
        let units = crate::base::decimal::power(self.least.decimals);
        Decimal::quotient(self.sum, i128::from(self.runs) * units, decimals)
    }

    /// By how much the mean is above that of another distribution of the same figure, rounded half away from zero.
    pub fn mean_above(&self, other: &Self, decimals: u32) -> Decimal {
        let (runs, others) = (i128::from(self.runs), i128::from(other.runs));
        let units = crate::base::decimal::power(self.least.decimals);
        let difference = self.sum * others - other.sum * runs;
        Decimal::quotient(difference, runs * others * units, decimals)
    }

    /// The sum of all values, in units of the last decimal.
    pub fn sum(&self) -> i128 {
        self.sum
    }

    /// Compares two means of the same figure exactly, without rounding.
    pub fn compare_means(&self, other: &Self) -> std::cmp::Ordering {
        // Cross-multiplied: means are compared without dividing.
        (self.sum * i128::from(other.runs)).cmp(&(other.sum * i128::from(self.runs)))
    }

    /// The distribution in thousands, for instance kilometres instead of metres.
    #[must_use]
    pub fn thousandth(&self) -> Self {
        Self {
            least: self.least.thousandth(),
            greatest: self.greatest.thousandth(),
            p05: self.p05.thousandth(),
            p95: self.p95.thousandth(),
            ..*self
        }
    }
}

/// The value at rank ⌈percent × number / 100⌉ of a non-empty sorted list (nearest-rank percentile).
fn nearest_rank(sorted: &[i64], percent: usize) -> i64 {
    let rank = (percent * sorted.len()).div_ceil(100);
    sorted[rank.max(1) - 1]
}

impl Serialize for Distribution {
    /// The mean has one decimal more than the figure.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Distribution", 6)?;
        fields.serialize_field("runs", &self.runs)?;
        fields.serialize_field("mean", &self.mean(self.least.decimals + 1))?;
        fields.serialize_field("least", &self.least)?;
        fields.serialize_field("greatest", &self.greatest)?;
        fields.serialize_field("p05", &self.p05)?;
        fields.serialize_field("p95", &self.p95)?;
        fields.end()
    }
}

/// The statistics of a figure over the draws of a scenario.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Statistics {
    /// The distribution of the figure.
    #[serde(flatten)]
    pub values: Distribution,
    /// The distribution of the difference to the reference scenario, paired by draw, over the draws in which
    /// both have the figure; `None` for the reference itself, or if there is no such draw.
    pub difference: Option<Distribution>,
}

impl Statistics {
    /// The statistics of the values per draw, with those of the reference in the same draws, in units of the last
    /// of `decimals` decimals; `None` if there are no values.
    pub fn paired(
        values: &[Option<i64>],
        reference: Option<&[Option<i64>]>,
        decimals: u32,
    ) -> Option<Self> {
        let difference = reference.and_then(|reference| {
            let pairs = values.iter().zip(reference);
            let pairs = pairs.filter_map(|(own, other)| Some((*own)? - (*other)?));
            Distribution::of(pairs.collect(), decimals)
        });
        let values = Distribution::of(values.iter().copied().flatten().collect(), decimals)?;
        Some(Self { values, difference })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_distribution_is_worked_out_by_hand() {
        // 801, 790, …: sum 2396 tenths over 3 is 798.66… tenths.
        let shares = Distribution::of(vec![801, 790, 805], 1).unwrap();
        let written = serde_json::to_value(&shares).unwrap();
        assert_eq!(
            written,
            json!({ "runs": 3, "mean": 79.87, "least": 79.0, "greatest": 80.5, "p05": 79.0, "p95": 80.5 })
        );
        assert_eq!(shares.mean(1).to_string(), "79.9");
        assert_eq!(Distribution::of(Vec::new(), 1), None);
    }

    #[test]
    fn a_difference_of_means_is_rounded_once() {
        let of = |values: &[i64]| Distribution::of(values.to_vec(), 1).unwrap();
        // 80.05 less 79.9666… is 0.0833….
        let (one, other) = (of(&[800, 801]), of(&[799, 800, 800]));
        assert_eq!(one.mean_above(&other, 2).scaled, 8);
        assert_eq!(other.mean_above(&one, 1).scaled, -1);
        // 80.04 and 80.06 differ by 0.02, and not by the 0.1 of 80.0 and 80.1.
        let (low, high) = (of(&[800, 800, 800, 800, 802]), of(&[800, 800, 800, 800, 803]));
        assert_eq!(high.mean_above(&low, 1).scaled, 0);
    }

    #[test]
    fn a_mean_is_rounded_once() {
        // 80.045 is 80.0 to one decimal, not the 80.1 that 80.05 would give.
        let shares = Distribution::of(vec![800, 800, 801, 800, 800, 801, 800, 801, 800, 801], 1);
        let shares = shares.unwrap();
        assert_eq!((shares.mean(1).scaled, shares.mean(2).scaled), (800, 8004));
        let below = Distribution::of(vec![-1, 0], 0).unwrap();
        assert_eq!((below.mean(0).scaled, below.mean(1).scaled), (-1, -5));
    }

    #[test]
    fn percentiles_are_values_by_nearest_rank() {
        let percentiles = |number: i64| {
            let all = Distribution::of((1..=number).rev().collect(), 0).unwrap();
            (all.p05.scaled, all.p95.scaled)
        };
        // ⌈5 × 20 / 100⌉ = 1 and ⌈95 × 20 / 100⌉ = 19.
        assert_eq!(percentiles(20), (1, 19));
        assert_eq!(percentiles(21), (2, 20));
        assert_eq!(percentiles(1), (1, 1));
        assert_eq!(percentiles(100), (5, 95));
    }

    #[test]
    fn means_are_compared_without_rounding() {
        let third = Distribution::of(vec![0, 0, 1], 0).unwrap();
        let two_sixths = Distribution::of(vec![0, 0, 0, 0, 1, 1], 0).unwrap();
        assert!(third.compare_means(&two_sixths).is_eq());
        let half = Distribution::of(vec![0, 1], 0).unwrap();
        assert!(third.compare_means(&half).is_lt());
    }

    #[test]
    fn kilometres_are_metres_with_three_more_decimals() {
        let metres = Distribution::of(vec![12_300, 12_401], 0).unwrap();
        let kilometres = metres.thousandth();
        assert_eq!(kilometres.mean(1).to_string(), "12.4");
        assert_eq!(kilometres.mean(4).to_string(), "12.3505");
        assert_eq!(kilometres.p05.to_string(), "12.300");
    }
}
