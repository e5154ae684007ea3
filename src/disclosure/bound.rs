//! What is known about a number of students.

use super::audience::SMALLEST_GROUP;
use super::count::Count;

/// Larger than any number of students.
pub const MOST: i64 = i64::MAX / 4;

/// The range in which a hidden number is known to lie, at a position of the grid.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bound {
    /// Row; the one after the last holds the sums of the columns.
    pub row: usize,
    /// Column; the one after the last holds the sums of the rows.
    pub column: usize,
    /// Lower end of the range.
    pub least: i64,
    /// Upper end of the range.
    pub most: i64,
}

impl Bound {
    /// A number disclosed exactly elsewhere.
    pub fn exact(number: i64) -> Self {
        Self { row: 0, column: 0, least: number, most: number }
    }

    /// What a disclosed number reveals.
    pub fn of(count: Count) -> Self {
        let (least, most) = match count {
            Count::Exact(number) => (number, number),
            Count::Few => (0, SMALLEST_GROUP - 1),
            Count::AtLeast(least) => (least, MOST),
            Count::About(number) => {
                (number - SMALLEST_GROUP / 2, number + (SMALLEST_GROUP - 1) / 2)
            }
        };
        Self { row: 0, column: 0, least, most }
    }

    /// Whether there is an upper end.
    pub fn is_limited(self) -> bool {
        self.most < MOST
    }

    /// The range of the sum of two numbers.
    pub fn and(self, other: Self) -> Self {
        let most = self.most.saturating_add(other.most).min(MOST);
        Self { least: self.least + other.least, most, ..self }
    }

    /// The same range at another position.
    pub fn at(self, row: usize, column: usize) -> Self {
        Self { row, column, ..self }
    }
}
