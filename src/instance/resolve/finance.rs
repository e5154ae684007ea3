//! Resolves the prices and the grant.

use super::problems::{Location, Problems};
use crate::input::errors::Code;
use crate::instance::document::InstanceDocument;
use crate::instance::{Finance, FinanceDocument, GrantStepDocument, LagYears};
use crate::message;

/// The prices and the grant of a document, if it counts money.
pub fn finance(document: &InstanceDocument, problems: &mut Problems) -> Option<Finance> {
    let written = document.finance.as_ref()?;
    check_steps(written.grant_steps.as_deref().unwrap_or_default(), problems);
    check_counted(written, problems);
    Some(Finance::of(written))
}

/// Adds an error for each step that does not begin above the one before it.
fn check_steps(steps: &[GrantStepDocument], problems: &mut Problems) {
    let finance = Location::Document.key("finance");
    let list = finance.key("grant_steps");
    for (index, pair) in steps.windows(2).enumerate() {
        let [before, from] = [&pair[0], &pair[1]].map(|step| step.from.get());
        if from <= before {
            problems.add(
                Code::OutOfRange,
                list.index(index + 1).key("from"),
                format!("`{from}`"),
                message!("instance-grant-step-rises", before = before.to_string()),
                message!("instance-grant-steps-in-order"),
            );
        }
    }
}

/// Adds an error if students of an earlier year are given to a grant that does not look back.
fn check_counted(written: &FinanceDocument, problems: &mut Problems) {
    let Some(students) = written.grant_students else { return };
    if written.grant_lag_years.is_none_or(|lag| lag == LagYears::constant(0)) {
        let finance = Location::Document.key("finance");
        let found =
            message!("instance-grant-students-found", students = students.get().to_string());
        let allowed = message!("instance-grant-students-with-lag");
        let help = message!("instance-grant-students-help");
        problems.add(Code::Contradiction, finance.key("grant_students"), found, allowed, help);
    }
}
