//! Seeded draws for random instances and networks.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of draws: the same seed, the same draws.
pub struct Draws(ChaCha8Rng);

impl Draws {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// A whole number from `least` to `greatest`, both included; near enough to equally likely.
    pub fn between(&mut self, least: i64, greatest: i64) -> i64 {
        least + (self.0.next_u64() % (greatest.abs_diff(least) + 1)) as i64
    }

    /// Draws an event that happens in `percent` of a hundred cases.
    pub fn percent(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    /// A position in a list of `count` elements.
    pub fn position(&mut self, count: usize) -> usize {
        usize::try_from(self.between(0, count as i64 - 1)).unwrap()
    }

    /// One of some things.
    pub fn one_of<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.position(things.len())]
    }
}
