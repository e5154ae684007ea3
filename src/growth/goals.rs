//! Reads the goals of a path.

use super::document::PathDocument;
use crate::input::errors::{Code, InputErrors};
use crate::input::{JsonPath, PathStep};
use crate::message;
use crate::solve::years::PathGoal;

/// The goals in order, each once; the sum of all points is the last where it is not named.
pub fn goals_of(document: &PathDocument, errors: &mut InputErrors) -> Vec<PathGoal> {
    let given = document.goals.as_deref().unwrap_or(&[PathGoal::Total]);
    let mut goals: Vec<PathGoal> = Vec::new();
    for (row, &goal) in given.iter().enumerate() {
        if goals.contains(&goal) {
            errors.add(
                Code::DuplicateValue,
                JsonPath::default().key("goals").then(PathStep::Index(row)).to_string(),
                format!("`{}`", goal.key()),
                message!("growth-goal-twice-allowed"),
                message!("common-remove-one-of-two"),
            );
        } else {
            goals.push(goal);
        }
    }
    if !goals.contains(&PathGoal::Total) {
        goals.push(PathGoal::Total);
    }
    if document.draws.is_some() && goals != [PathGoal::Total] {
        errors.add(
            Code::Contradiction,
            JsonPath::default().key("goals").to_string(),
            message!("growth-goals-draws-found"),
            message!("growth-goals-draws-allowed"),
            message!("growth-goals-draws-help"),
        );
    }
    goals
}
