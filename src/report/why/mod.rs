//! Answers about students: for planners as text and as a table, for the student as a few sentences.

mod letter;
mod pairs;
mod planner;

pub use letter::letter;
pub use planner::{answer, answers};

use crate::questions::why::WhyAnswers;

/// The answers as JSON.
pub fn why_as_json(answers: &WhyAnswers) -> String {
    format!("{:#}\n", serde_json::json!(answers))
}
