//! Collecting the false statements of a plan.

use std::fmt::Display;

use super::{Finding, finding};
use crate::message;
use crate::texts::{Argument, Message};

/// The `rule` of findings about false statements.
const CLAIMS: &str = "claims";

/// The findings so far, with what the checks of statements have in common.
pub struct Found<'a>(pub &'a mut Vec<Finding>);

impl Found<'_> {
    /// Adds a false statement.
    pub fn add(&mut self, sentence: impl Into<Argument>) {
        finding(self.0, CLAIMS, sentence);
    }

    /// Adds a finding if a value is stated and differs from the recomputed one.
    pub fn equal<T: PartialEq + Display>(
        &mut self,
        what: Message,
        stated: Option<&T>,
        counted: &T,
    ) {
        if let Some(stated) = stated.filter(|stated| *stated != counted) {
            self.differs(what, stated.to_string(), counted.to_string());
        }
    }

    /// Adds that a stated value differs from the recomputed one.
    pub fn differs(
        &mut self,
        what: Message,
        stated: impl Into<Argument>,
        counted: impl Into<Argument>,
    ) {
        self.add(message!("verify-differs", what = what, stated = stated, counted = counted));
    }
}
