//! Where the problems of a document's meaning are gathered, with their places.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::input::errors::{Code, InputErrors};
use crate::input::{Dropped, Place, Step};
use crate::texts::Argument;

/// A place in the document while one walks through it: a chain that costs nothing until a
/// problem is found there.
#[derive(Clone, Copy, Debug)]
pub enum Spot<'p> {
    /// The document itself.
    Document,
    /// The value of a key.
    Key(&'p Spot<'p>, &'static str),
    /// An element of a list.
    Index(&'p Spot<'p>, usize),
}

impl Spot<'_> {
    /// The place of a key here.
    pub fn key(&self, key: &'static str) -> Spot<'_> {
        Spot::Key(self, key)
    }

    /// The place of an element of the list here.
    pub fn index(&self, index: usize) -> Spot<'_> {
        Spot::Index(self, index)
    }

    /// The place.
    pub fn place(&self) -> Place {
        match self {
            Self::Document => Place::default(),
            Self::Key(owner, key) => owner.place().key(key),
            Self::Index(owner, index) => owner.place().then(Step::Index(*index)),
        }
    }
}

/// What an explanation of a problem says besides its code and place.
pub struct Explanation {
    /// What was found.
    pub found: String,
    /// What is allowed.
    pub allowed: String,
    /// What to do.
    pub advice: String,
}

/// The problems found so far.
pub struct Problems<'a> {
    /// What was cut out of the document before.
    pub dropped: &'a Dropped,
    /// The problems.
    pub errors: InputErrors,
}

impl<'a> Problems<'a> {
    /// No problems yet.
    pub fn new(dropped: &'a Dropped) -> Self {
        Self { dropped, errors: InputErrors::default() }
    }

    /// The place in the document as its author wrote it.
    pub fn written(&self, spot: Spot) -> String {
        self.dropped.original(&spot.place()).to_string()
    }

    /// Adds a problem.
    pub fn add(
        &mut self,
        code: Code,
        spot: Spot,
        found: impl Into<Argument>,
        allowed: impl Into<Argument>,
        help: impl Into<Argument>,
    ) {
        self.errors.add(code, self.written(spot), found, allowed, help);
    }

    /// Adds a problem that was explained elsewhere.
    pub fn explain(&mut self, code: Code, place: String, explanation: Explanation) {
        let Explanation { found, allowed, advice } = explanation;
        self.errors.add(code, place, found, allowed, advice);
    }

    /// Complains of a list with more entries than the engine takes.
    pub fn at_most(&mut self, most: usize, count: usize, things: &str, spot: Spot) {
        if count > most {
            self.add(
                Code::TooLarge,
                spot,
                format!("{count} {things}"),
                format!("at most {most} {things}"),
                "split the work over several instances, or join like entries",
            );
        }
    }

    /// Complains of every value that stands in a list before.
    pub fn distinct<T: Ord + Display>(&mut self, list: &[T], spot: Spot) {
        if list.len() < 2 {
            return;
        }
        let mut first: BTreeMap<&T, usize> = BTreeMap::new();
        for (index, value) in list.iter().enumerate() {
            if let Some(earlier) = first.get(value) {
                let earlier = self.written(spot.index(*earlier));
                self.add(
                    Code::DuplicateValue,
                    spot.index(index),
                    format!("`{value}`, which stands at {earlier} already"),
                    "each value once in a list",
                    "remove one of the two",
                );
            } else {
                first.insert(value, index);
            }
        }
    }

    /// Complains of an empty list where something must be named, and of values that stand twice.
    pub fn some_distinct<T: Ord + Display>(&mut self, list: Option<&[T]>, spot: Spot) {
        let Some(list) = list else { return };
        if list.is_empty() {
            self.add(
                Code::EmptyList,
                spot,
                "`[]`",
                "a list that is not empty",
                "name at least one, or leave the key out",
            );
        }
        self.distinct(list, spot);
    }

    /// Complains where the first of two numbers is greater than the second.
    pub fn in_order(
        &mut self,
        (low_name, low): (&str, Option<i64>),
        (high_name, high): (&str, Option<i64>),
        spot: Spot,
    ) {
        let (Some(low), Some(high)) = (low, high) else { return };
        if low > high {
            self.add(
                Code::Contradiction,
                spot,
                format!("`{low_name}` {low} and `{high_name}` {high}"),
                format!("`{low_name}` at most `{high_name}`"),
                "lower the one or raise the other",
            );
        }
    }
}
