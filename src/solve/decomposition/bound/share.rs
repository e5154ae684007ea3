//! A number of students in clusters that is aimed at.

/// A number of students in clusters that is aimed at, at a price for each one short of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ShareAim {
    /// The number.
    pub need: i64,
    /// Points for each student short of it; `None` where it is a demand.
    pub each: Option<i64>,
}

impl ShareAim {
    /// The highest multiplier that proves a bound; `most` where any does.
    pub fn highest(self, most: i64) -> i64 {
        self.each.unwrap_or(most)
    }

    /// What a number of students in clusters costs; `None` where it is too small and may not be.
    pub fn cost(self, in_clusters: i64) -> Option<i64> {
        match self.need - in_clusters {
            ..=0 => Some(0),
            short => self.each.map(|each| each * short),
        }
    }
}
