//! What is proven of today, the first year of a path before any decision, in words.

use crate::growth::PathPlan;
use crate::message;
use crate::plan::WHOLE_GAP_THOUSANDTHS;
use crate::texts::{Language, Message};

/// How good the plan for today is proven to be, given the gap to the best one in thousandths of a percent; `None` where
/// that is not known.
pub fn today_proof(gap_thousandths: Option<i64>, language: Language) -> Message {
    match gap_thousandths {
        Some(0) => message!("growth-today-optimal"),
        Some(gap) if gap < WHOLE_GAP_THOUSANDTHS => {
            message!("growth-today-proven", gap = language.gap(gap))
        }
        _ => message!("growth-today-unproven"),
    }
}

/// Today in a sentence, with how good its plan is proven to be; `None` where nothing is said of it.
pub fn today_line(found: &PathPlan, language: Language) -> Option<Message> {
    let today = found.today.as_ref()?;
    Some(message!(
        "growth-today",
        core = today.in_clusters,
        students = today.students,
        proof = today_proof(today.gap_thousandths(), language)
    ))
}
