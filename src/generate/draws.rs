//! Random draws from a seed, the same on every platform: whole numbers from the stream cipher `ChaCha8`, and no
//! floating-point functions, whose last digits differ between platforms.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// What is drawn. Each subject has its own streams, one for each thing, so that one more thing does not change the
/// draws of any other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DrawSubject {
    /// The names of invented schools.
    Names,
    /// The schools of a board.
    Schools,
    /// The existing clusters of a board.
    Clusters,
    /// Which clusters may meet on a second day.
    MeetingDays,
    /// A student entry.
    Student,
    /// Which students the planner has fixed.
    Fixed,
}

/// A stream of random draws.
#[derive(Clone, Debug)]
pub struct Draws(ChaCha8Rng);

impl Draws {
    /// The stream of one thing, such as the schools of the third board.
    pub fn new(seed: u64, subject: DrawSubject, number: usize) -> Self {
        let mut cipher = ChaCha8Rng::seed_from_u64(seed);
        cipher.set_stream(((subject as u64) << 32) | number as u64);
        Self(cipher)
    }

    /// A whole number below `bound`, each equally likely.
    ///
    /// # Panics
    /// When `bound` is 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        // Numbers above the last full multiple of the bound are drawn again:
        // they would favour small remainders.
        let fair = u64::MAX - u64::MAX % bound;
        loop {
            let number = self.0.next_u64();
            if number < fair {
                return number % bound;
            }
        }
    }

    /// A whole number from `least` to `greatest`, both included.
    ///
    /// # Panics
    /// When `greatest` is less than `least`.
    pub fn between(&mut self, least: i64, greatest: i64) -> i64 {
        let drawn = self.below(greatest.abs_diff(least) + 1);
        assert!(least <= greatest, "a range has an end after its start");
        least.saturating_add_unsigned(drawn)
    }

    /// Whether an event happens that has this probability, in percent.
    pub fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < u64::from(percent)
    }

    /// The position of one of `count` things, from 0, each equally likely.
    ///
    /// # Panics
    /// When `count` is 0.
    pub fn position(&mut self, count: usize) -> usize {
        usize::try_from(self.below(count as u64)).expect("less than a count of things in memory")
    }

    /// Shuffles things (Fisher and Yates, in the form of Durstenfeld, 1964).
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.position(last + 1));
        }
    }
}

/// A discrete distribution: things with whole weights.
#[derive(Clone, Debug)]
pub struct WeightedDraw {
    /// Cumulative weights.
    ends: Vec<u64>,
}

impl WeightedDraw {
    /// The distribution with these weights, by position; `None` if no weight is above 0.
    pub fn new(weights: impl IntoIterator<Item = u32>) -> Option<Self> {
        let mut end = 0;
        let ends: Vec<u64> = weights
            .into_iter()
            .map(|weight| {
                end += u64::from(weight);
                end
            })
            .collect();
        (end > 0).then_some(Self { ends })
    }

    /// The position of the thing drawn.
    pub fn draw(&self, draws: &mut Draws) -> usize {
        let ticket = draws.below(self.ends[self.ends.len() - 1]);
        self.ends.partition_point(|&end| end <= ticket)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_a_seed_are_settled() {
        let mut draws = Draws::new(1, DrawSubject::Student, 0);
        let numbers: Vec<u64> = (0..6).map(|_| draws.below(1000)).collect();
        assert_eq!(numbers, [240, 491, 501, 76, 609, 570]);
    }

    #[test]
    fn streams_differ_by_seed_subject_and_number() {
        let first = |seed, subject, number| Draws::new(seed, subject, number).below(u64::MAX);
        let one = first(1, DrawSubject::Student, 0);
        assert_ne!(one, first(2, DrawSubject::Student, 0));
        assert_ne!(one, first(1, DrawSubject::Fixed, 0));
        assert_ne!(one, first(1, DrawSubject::Student, 1));
    }

    #[test]
    fn ranges_include_both_ends() {
        let mut draws = Draws::new(3, DrawSubject::Names, 0);
        let numbers: std::collections::BTreeSet<i64> =
            (0..200).map(|_| draws.between(-2, 2)).collect();
        assert_eq!(numbers.into_iter().collect::<Vec<_>>(), [-2, -1, 0, 1, 2]);
        assert_eq!(draws.between(7, 7), 7);
        assert!(!draws.percent(0) && draws.percent(100));
    }

    #[test]
    fn a_lottery_follows_its_weights() {
        let lottery = WeightedDraw::new([0, 3, 0, 1]).expect("some weight");
        let mut draws = Draws::new(5, DrawSubject::Names, 0);
        let mut counts = [0; 4];
        (0..4000).for_each(|_| counts[lottery.draw(&mut draws)] += 1);
        assert_eq!((counts[0], counts[2]), (0, 0));
        assert!((2850..3150).contains(&counts[1]), "{counts:?}");
        assert!(WeightedDraw::new([0, 0]).is_none() && WeightedDraw::new([]).is_none());
    }
}
