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
        let step = [index, index + 1].map(|index| list.index(index));
        let spots = [step[0].key("from"), step[1].key("from")];
        if from <= before && !spots.into_iter().any(|spot| problems.was_broken(spot)) {
            problems.add(
                Code::OutOfRange,
                spots[1],
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
    let finance = Location::Document.key("finance");
    let [lag, counted] = ["grant_lag_years", "grant_students"].map(|key| finance.key(key));
    let is_known = !problems.was_broken(lag) && !problems.was_broken(counted);
    if is_known && written.grant_lag_years.is_none_or(|lag| lag == LagYears::constant(0)) {
        let found =
            message!("instance-grant-students-found", students = students.get().to_string());
        let allowed = message!("instance-grant-students-with-lag");
        let help = message!("instance-grant-students-help");
        problems.add(Code::Contradiction, counted, found, allowed, help);
    }
}
