//! Why a run has no plan, in one line.

use std::any::Any;

use crate::input::errors::{InputError, InputErrors};
use crate::solve::ClashInWords;

/// What is said where the limits came first.
pub const NOTHING_FOUND: &str =
    "the search had to stop before it found a plan: give it more time or work";

/// Every problem of the input.
pub fn of_errors(errors: &InputErrors) -> String {
    let in_words = |error: &InputError| {
        let InputError { code, location, found, allowed, help } = error;
        format!("{code} at {location}: found {found}; allowed: {allowed}; do: {help}")
    };
    in_one_line(&errors.0.iter().map(in_words).collect::<Vec<_>>().join(" | "))
}

/// The demands that clash.
pub fn of_clash(clash: Option<&ClashInWords>) -> String {
    let Some(clash) = clash else { return "no plan exists under the rules".to_owned() };
    let demands = clash.demands.iter();
    let demands = demands.map(|demand| format!("{}: {}", demand.rule, demand.sentence));
    let demands = demands.collect::<Vec<_>>().join(" | ");
    in_one_line(&format!("these demands cannot be met together: {demands}"))
}

/// What the program said when it broke down.
pub fn of_panic(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no reason given");
    in_one_line(&format!("a fault of plaatswijzer, please report it: {text}"))
}

/// A text without line ends.
pub fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
