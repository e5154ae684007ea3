//! The consequences of withdrawals, worst first, as text for a programme manager.

use super::lines::{headings_after_name, lines};
use super::table::table;
use crate::base::Decimal;
use crate::message;
use crate::questions::drill::{
    Drill, FixedInVain, PlanAfterWithdrawal, Withdrawal, WithdrawalOutcome, WithdrawalUnit,
};
use crate::text;
use crate::texts::{Argument, Language, Message};

/// Maximum number of rows in which nobody loses a place.
const MOST_SHOWN: usize = 20;
/// Maximum number of students who lose a place that are named.
const MOST_NAMED: usize = 12;

/// The answer in a table.
pub fn drill(drill: &Drill, language: Language) -> String {
    let name = &drill.instance.name;
    let title = match drill.by {
        WithdrawalUnit::School => message!("drill-title-school", name = name),
        WithdrawalUnit::Board => message!("drill-title-board", name = name),
        WithdrawalUnit::Cluster => message!("drill-title-cluster", name = name),
    };
    let today = message!(
        "drill-today",
        points = drill.score,
        core = drill.figures.core,
        shell = drill.figures.shell,
        left_out = drill.figures.left_out,
        clusters = if drill.free {
            message!("drill-clusters-free")
        } else {
            message!("drill-clusters-held")
        },
    );
    let mut text = lines(&[title], language) + "\n" + &lines(&[today], language) + "\n";
    let without_row = without_row(drill);
    if !without_row.is_empty() {
        text += &(lines(&without_row, language) + "\n");
    }
    text += &rows(drill, language);
    text += &who_falls_out(drill, language);
    text + "\n" + &lines(&legend(drill), language)
}

/// Those with a plan, the weakest first.
fn rows(drill: &Drill, language: Language) -> String {
    let headings = headings_after_name(
        &[
            message!("report-column-students"),
            message!("drill-column-fall-out"),
            message!("report-column-points"),
            message!("drill-column-move"),
            message!("drill-column-others"),
            message!("drill-column-come-in"),
            message!("drill-column-closed"),
        ],
        language,
    );
    let mut rows = vec![headings];
    let mut calm = 0;
    let mut hidden = 0;
    for withdrawal in &drill.withdrawals {
        let WithdrawalOutcome::Plan(reached) = &withdrawal.outcome else { continue };
        if reached.moves.lost_place == 0 {
            calm += 1;
            if calm > MOST_SHOWN {
                hidden += 1;
                continue;
            }
        }
        rows.push(row(withdrawal, reached, language));
    }
    let mut text = if rows.len() > 1 { table(&rows) } else { String::new() };
    if hidden > 0 {
        text += &lines(&[message!("drill-more", count = hidden)], language);
    }
    text
}

fn name(withdrawal: &Withdrawal) -> String {
    if withdrawal.name == withdrawal.id {
        withdrawal.id.clone()
    } else {
        format!("{} ({})", withdrawal.name, withdrawal.id)
    }
}

fn row(withdrawal: &Withdrawal, reached: &PlanAfterWithdrawal, language: Language) -> Vec<String> {
    let moves = &reached.moves;
    let sign = if reached.proven.is_optimal() { "" } else { "*" };
    let price = language.signed(Decimal { scaled: reached.price, decimals: 0 });
    vec![
        name(withdrawal),
        withdrawal.students.to_string(),
        moves.lost_place.to_string(),
        format!("{price}{sign}"),
        moves.moved.to_string(),
        moves.left_staying_school.to_string(),
        moves.gained_place.to_string(),
        reached.closed.join(" "),
    ]
}

/// The students who lose a place, if they are few enough to name.
fn who_falls_out(drill: &Drill, language: Language) -> String {
    let mut text = String::new();
    for withdrawal in &drill.withdrawals {
        let WithdrawalOutcome::Plan(reached) = &withdrawal.outcome else { continue };
        let who = &reached.moves.who;
        if who.is_empty() || who.len() > MOST_NAMED {
            continue;
        }
        let names = who.iter().map(|one| match one.count {
            1 => one.student.clone(),
            count => text!(language, "report-some-of", count = count, student = &one.student),
        });
        let names = names.collect::<Vec<_>>().join(", ");
        text.extend(["  ", &withdrawal.id, ": ", &names, "\n"]);
    }
    if text.is_empty() {
        text
    } else {
        format!("\n{}\n{text}", text!(language, "drill-who-falls-out"))
    }
}

/// Withdrawals without a plan, and what can no longer be kept.
fn without_row(drill: &Drill) -> Vec<Message> {
    let texts = drill.withdrawals.iter().filter_map(|withdrawal| {
        let name = name(withdrawal);
        Some(match &withdrawal.outcome {
            WithdrawalOutcome::Plan(reached) if reached.released.is_empty() => return None,
            WithdrawalOutcome::Plan(reached) => {
                let count = reached.released.len();
                let released = Argument::from(reached.released.clone());
                message!("drill-released", name = name, count = count, released = released)
            }
            WithdrawalOutcome::NoPlan => message!("drill-no-plan", name = name),
            WithdrawalOutcome::NotSearched => message!("drill-not-searched", name = name),
            WithdrawalOutcome::Refused { fixed: Some(fixed), .. } => {
                let FixedInVain { student, school } = fixed;
                message!("drill-refused-fixed", name = name, student = student, school = school)
            }
            WithdrawalOutcome::Refused { reason, .. } => {
                message!("drill-refused", name = name, reason = reason)
            }
        })
    });
    texts.collect()
}

fn legend(drill: &Drill) -> Vec<Message> {
    let mut texts = vec![message!("drill-legend")];
    let is_unproven = |withdrawal: &Withdrawal| matches!(&withdrawal.outcome, WithdrawalOutcome::Plan(reached) if !reached.proven.is_optimal());
    if drill.withdrawals.iter().any(is_unproven) {
        texts.push(message!("drill-unproven"));
    }
    if !drill.keeps_students {
        texts.push(message!("drill-continuity-off"));
    }
    texts.push(message!("report-checked"));
    texts
}
