//! Numbers of changes: percentages and the whole numbers that they come to.

use super::complaints::Complaints;
use crate::bounded_types;
use crate::input::errors::Code;

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

/// By how much something grows.
#[derive(Clone, Copy, Debug)]
pub enum Increase {
    /// In percents of what there is, rounded half up.
    Percent(IncreasePercent),
    /// In number.
    Number(IncreaseNumber),
}

impl Increase {
    /// The one of the two that is given; complains where it is none or both.
    pub fn given(
        percent: Option<IncreasePercent>,
        number: Option<IncreaseNumber>,
        complaints: &mut Complaints,
    ) -> Option<Self> {
        let (found, advice) = match (percent, number) {
            (Some(percent), None) => return Some(Self::Percent(percent)),
            (None, Some(number)) => return Some(Self::Number(number)),
            (None, None) => ("neither `percent` nor `number`", "add one of the two"),
            (Some(_), Some(_)) => ("both `percent` and `number`", "remove one of the two"),
        };
        let place = complaints.place.clone();
        let allowed = "exactly one of `percent` and `number`";
        complaints.add(Code::Contradiction, &place, found, allowed, advice);
        None
    }

    /// How much it comes to where there are so many.
    pub fn of(self, present: i64) -> i64 {
        match self {
            Self::Percent(percent) => percent_of(percent.get(), present),
            Self::Number(number) => number.get(),
        }
    }
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
