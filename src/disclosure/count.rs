//! Numbers and shares of students as they may be disclosed.

use crate::plan::Proportion;

/// A number of students as disclosed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Count {
    /// The exact number.
    Exact(i64),
    /// From 0 to one fewer than [`SMALLEST_GROUP`](super::SMALLEST_GROUP).
    Few,
    /// A lower bound, because the exact number would reveal a small group. It follows from the other
    /// disclosed numbers.
    AtLeast(i64),
    /// Rounded to a multiple of [`SMALLEST_GROUP`](super::SMALLEST_GROUP).
    About(i64),
}

impl Count {
    /// The number, if it is disclosed exactly.
    pub fn exact(self) -> Option<i64> {
        match self {
            Self::Exact(number) => Some(number),
            Self::Few | Self::AtLeast(_) | Self::About(_) => None,
        }
    }
}

/// A share as disclosed, in tenths of a percent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Share {
    /// The share, rounded half up.
    Exact(i64),
    /// A lower bound, rounded down.
    AtLeast(i64),
    /// The share of a rounded number.
    About(i64),
    /// Hidden, or undefined because the whole is 0.
    Unknown,
}

/// A part of a whole as disclosed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PartFact {
    /// The part.
    pub number: Count,
    /// The whole.
    pub of: Count,
    /// The part divided by the whole.
    pub share: Share,
}

impl PartFact {
    /// Whether neither the part nor the whole is known, so that a bound of the one says nothing beside the other.
    pub fn is_open(&self) -> bool {
        let is_bound = |count| matches!(count, Count::Few | Count::AtLeast(_));
        is_bound(self.number) && is_bound(self.of)
    }

    /// A part of a whole, with the share that the two disclosed numbers allow.
    pub fn new(number: Count, of: Count) -> Self {
        let tenths = |number, of| Proportion::new(number, of).share_permille();
        let share = match (number, of) {
            (Count::Exact(number), Count::Exact(of)) => {
                tenths(number, of).map_or(Share::Unknown, Share::Exact)
            }
            (Count::AtLeast(number), Count::Exact(of)) if of > 0 => {
                Share::AtLeast(1000 * number / of)
            }
            (Count::About(number), Count::Exact(of)) => {
                // A part that was rounded up can exceed its whole; a share never exceeds 100%.
                tenths(number, of).map_or(Share::Unknown, |tenths| Share::About(tenths.min(1000)))
            }
            _ => Share::Unknown,
        };
        Self { number, of, share }
    }
}
