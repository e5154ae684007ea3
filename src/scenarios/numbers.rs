//! Percentages and increases in the settings of changes.

use super::complaints::Complaints;
use crate::bounded_types;
use crate::input::errors::Code;
use crate::message;

bounded_types! {
    /// A share in whole percents.
    pub SharePercent: 0..=100;
    /// An increase in whole percents.
    pub IncreasePercent: 0..=10_000;
    /// An increase in number.
    pub IncreaseNumber: 0..=1_000_000;
}

/// A percentage of a number, rounded half up.
pub fn percent_of(percent: i64, number: i64) -> i64 {
    (percent * number + 50).div_euclid(100)
}

/// The increase that a change asks for.
#[derive(Clone, Copy, Debug)]
pub enum Increase {
    /// As a percentage of the present number, rounded half up.
    Percent(IncreasePercent),
    /// As a number.
    Number(IncreaseNumber),
}

impl Increase {
    /// The one of the two that is given; an error if none or both are.
    pub fn given(
        percent: Option<IncreasePercent>,
        number: Option<IncreaseNumber>,
        complaints: &mut Complaints,
    ) -> Option<Self> {
        let (found, advice) = match (percent, number) {
            (Some(percent), None) => return Some(Self::Percent(percent)),
            (None, Some(number)) => return Some(Self::Number(number)),
            (None, None) => {
                (message!("scenarios-increase-neither"), message!("scenarios-increase-add"))
            }
            (Some(_), Some(_)) => {
                (message!("scenarios-increase-both"), message!("common-remove-one-of-two"))
            }
        };
        let location = complaints.location.clone();
        let allowed = message!("scenarios-increase-allowed");
        complaints.add(Code::Contradiction, &location, found, allowed, advice);
        None
    }

    /// The size of the increase if the present number is `present`.
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
