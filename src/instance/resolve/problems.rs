//! Collects the problems with the meaning of a document, with their locations.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::input::errors::{Code, InputErrors};
use crate::input::{Dropped, JsonPath, PathStep};
use crate::message;
use crate::texts::{Argument, Message};

/// A location in the document during a walk through it: a chain on the stack, which allocates nothing until
/// a problem is found there.
#[derive(Clone, Copy, Debug)]
pub enum Location<'p> {
    /// The document itself.
    Document,
    /// The value of a key.
    Key(&'p Location<'p>, &'static str),
    /// An element of a list.
    Index(&'p Location<'p>, usize),
}

impl Location<'_> {
    /// The location of a key here.
    pub fn key(&self, key: &'static str) -> Location<'_> {
        Location::Key(self, key)
    }

    /// The location of an element of the list here.
    pub fn index(&self, index: usize) -> Location<'_> {
        Location::Index(self, index)
    }

    /// The path of this location.
    pub fn path(&self) -> JsonPath {
        match self {
            Self::Document => JsonPath::default(),
            Self::Key(owner, key) => owner.path().key(key),
            Self::Index(owner, index) => owner.path().then(PathStep::Index(*index)),
        }
    }
}

/// The texts of a problem, without its code and location.
pub struct Explanation {
    /// What was found.
    pub found: Argument,
    /// What is allowed.
    pub allowed: Argument,
    /// How to solve the problem.
    pub help: Argument,
}

/// Collects problems.
pub struct Problems<'a> {
    /// The parts that were cut out of the document before.
    pub dropped: &'a Dropped,
    /// The problems so far.
    pub errors: InputErrors,
}

impl<'a> Problems<'a> {
    /// No problems yet.
    pub fn new(dropped: &'a Dropped) -> Self {
        Self { dropped, errors: InputErrors::default() }
    }

    /// The location in the document as its author wrote it.
    pub fn written(&self, spot: Location) -> String {
        self.dropped.original(&spot.path()).to_string()
    }

    /// Whether an invalid value was written here, of which a problem is known already.
    pub fn was_broken(&self, spot: Location) -> bool {
        self.dropped.was_broken(&self.dropped.original(&spot.path()))
    }

    /// Adds a problem.
    pub fn add(
        &mut self,
        code: Code,
        spot: Location,
        found: impl Into<Argument>,
        allowed: impl Into<Argument>,
        help: impl Into<Argument>,
    ) {
        self.errors.add(code, self.written(spot), found, allowed, help);
    }

    /// Adds a problem at a location in words.
    pub fn explain(&mut self, code: Code, location: String, explanation: Explanation) {
        let Explanation { found, allowed, help } = explanation;
        self.errors.add(code, location, found, allowed, help);
    }

    /// Adds a problem if a list has more entries than the limit.
    pub fn at_most(&mut self, most: usize, count: usize, things: &Message, spot: Location) {
        if count > most {
            self.add(
                Code::TooLarge,
                spot,
                message!("instance-too-many", count = count.to_string(), things = things),
                message!("instance-at-most", count = most.to_string(), things = things),
                message!("instance-split-or-join"),
            );
        }
    }

    /// Adds a problem for every value that occurs earlier in a list.
    pub fn distinct<T: Ord + Display>(&mut self, list: &[T], spot: Location) {
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
                    message!(
                        "instance-listed-before",
                        value = value.to_string(),
                        location = earlier
                    ),
                    message!("instance-each-value-once"),
                    message!("common-remove-one-of-two"),
                );
            } else {
                first.insert(value, index);
            }
        }
    }

    /// Adds a problem if a list is empty, and for every value that occurs earlier in it.
    pub fn some_distinct<T: Ord + Display>(&mut self, list: Option<&[T]>, spot: Location) {
        let Some(list) = list else { return };
        if list.is_empty() {
            self.add(
                Code::EmptyList,
                spot,
                "`[]`",
                message!("input-not-empty"),
                message!("input-name-one"),
            );
        }
        self.distinct(list, spot);
    }

    /// Adds a problem if the first of two numbers is greater than the second.
    pub fn in_order(
        &mut self,
        (low_name, low): (&str, Option<i64>),
        (high_name, high): (&str, Option<i64>),
        spot: Location,
    ) {
        let (Some(low), Some(high)) = (low, high) else { return };
        if low > high {
            self.add(
                Code::Contradiction,
                spot,
                message!(
                    "instance-two-bounds",
                    low_name = low_name,
                    low = low.to_string(),
                    high_name = high_name,
                    high = high.to_string(),
                ),
                message!("instance-bounds-in-order", low_name = low_name, high_name = high_name),
                message!("instance-lower-or-raise"),
            );
        }
    }
}
