//! Seeded draws for random instances, the same on every machine: those of the tests in `src`, and selections.

#[path = "../../src/testing/draws.rs"]
mod shared;

pub use shared::Draws;

impl Draws {
    /// A reference to one of several things.
    pub fn pick<'a, T>(&mut self, things: &'a [T]) -> &'a T {
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
}
