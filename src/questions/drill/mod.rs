//! The consequences of a school, board or cluster withdrawing.
//!
//! A withdrawal is the change `close_schools` of a scenario. The clusters of the plan stay, without the
//! schools that withdraw, unless all may change; rule `continuity` keeps students at their school if it can.

mod answer;
mod moves;
mod question;
mod table;
mod withdrawal;

pub use answer::{Drill, FixedInVain, PlanAfterWithdrawal, Withdrawal, WithdrawalOutcome};
pub use moves::{EntryCount, StudentMoves};
pub use question::{DrillQuestion, WithdrawalUnit, document};
pub use table::drill_csv;

use super::side_by_side::side_by_side;
use super::sites::goal_is_total;
use super::{KeyFigures, OnProgress, QuestionStage};
use crate::plan::InstanceReference;
use crate::solve::{PlaceError, Search};

/// Searches the plan after each withdrawal. Withdrawals for which the time ran out say so.
///
/// # Errors
/// If the total score is not the only goal, or if solver or check are at fault.
pub fn drill(
    question: &DrillQuestion,
    search: &Search,
    on_progress: &OnProgress,
) -> Result<Drill, PlaceError> {
    goal_is_total(question.problem)?;
    let units = question.withdrawals();
    let stage = QuestionStage::Withdrawals;
    let ended = side_by_side(stage, &units, question.jobs, on_progress, |unit| {
        withdrawal::withdraw(question, search, &search.budget, unit)
    });
    let mut withdrawals = ended.into_iter().collect::<Result<Vec<Withdrawal>, PlaceError>>()?;
    withdrawals.sort_by_cached_key(Withdrawal::severity);
    let problem = question.problem;
    let tally = problem.tally(question.assignment);
    Ok(Drill {
        format: Drill::FORMAT,
        instance: InstanceReference {
            name: problem.instance.name.clone(),
            sha256: problem.sha256(),
        },
        by: question.by,
        free: question.free,
        score: problem.assess(&tally).total().0,
        keeps_students: problem.rulebook.continuity.is_some(),
        figures: KeyFigures::of(problem, question.assignment),
        withdrawals,
    })
}
