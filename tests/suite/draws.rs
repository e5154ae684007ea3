//! Seeded draws for random instances, the same on every machine.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of draws.
pub struct Draws(ChaCha8Rng);

impl Draws {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// A whole number from `least` to `greatest`, both included.
    pub fn between(&mut self, least: i64, greatest: i64) -> i64 {
        let width = greatest.abs_diff(least) + 1;
        least.saturating_add_unsigned(self.0.next_u64() % width)
    }

    /// Draws an event that happens in `percent` of a hundred cases.
    pub fn percent(&mut self, percent: i64) -> bool {
        self.between(0, 99) < percent
    }

    /// One of several things.
    pub fn one_of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.position(things.len())]
    }

    /// A random selection of things, in random order.
    pub fn some_of<T: Clone>(&mut self, things: &[T], least: i64, most: i64) -> Vec<T> {
        let mut things = things.to_vec();
        self.shuffle(&mut things);
        let number = self.between(least, most);
        things.truncate(usize::try_from(number).unwrap());
        things
    }

    /// Shuffles things.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.position(last + 1));
        }
    }

    fn position(&mut self, count: usize) -> usize {
        let last = i64::try_from(count).unwrap() - 1;
        usize::try_from(self.between(0, last)).unwrap()
    }
}
