//! How weak a plan is where something withdraws: what a programme manager reads.

use std::fmt::Write;

use super::table::table;
use crate::base::Decimal;
use crate::questions::drill::{
    Drill, PlanAfterWithdrawal, Withdrawal, WithdrawalOutcome, WithdrawalUnit,
};
use crate::texts::Language;

/// The most rows that are shown, of those where nobody falls out.
const MOST_SHOWN: usize = 20;
/// The most who fall out that are named.
const MOST_NAMED: usize = 12;
const LANGUAGE: Language = Language::English;

/// The answer in a table.
pub fn drill(drill: &Drill) -> String {
    let what = match drill.by {
        WithdrawalUnit::School => "a school",
        WithdrawalUnit::Board => "a board",
        WithdrawalUnit::Cluster => "a cluster",
    };
    let clusters = if drill.free {
        "clusters are free to change"
    } else {
        "the clusters stay as they are, less what withdraws"
    };
    let mut text = format!(
        "If {what} withdraws: {}\n\nThe plan as it stands: {} points; {} students in clusters, {} in the \
         shell, {} left out. Then {clusters}.\n\n",
        drill.instance.name,
        LANGUAGE.whole(drill.score),
        drill.figures.core,
        drill.figures.shell,
        drill.figures.left_out,
    );
    text.push_str(&others(drill));
    text.push_str(&rows(drill));
    text.push_str(&who(drill));
    text.push_str(&legend(drill));
    text
}

/// Those with a plan, the weakest first.
fn rows(drill: &Drill) -> String {
    let headings =
        ["", "students", "fall out", "points", "move", "of others", "come in", "clusters closed"];
    let mut rows = vec![headings.map(str::to_owned).to_vec()];
    let mut calm = 0;
    let mut hidden = 0;
    for withdrawal in &drill.withdrawals {
        let WithdrawalOutcome::Plan(reached) = &withdrawal.outcome else { continue };
        if reached.moves.fallen_out == 0 {
            calm += 1;
            if calm > MOST_SHOWN {
                hidden += 1;
                continue;
            }
        }
        rows.push(row(withdrawal, reached));
    }
    let mut text = if rows.len() > 1 { table(&rows) } else { String::new() };
    if hidden > 0 {
        let _ = writeln!(text, "  … and {hidden} more, at which nobody falls out: see --json.");
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

fn row(withdrawal: &Withdrawal, reached: &PlanAfterWithdrawal) -> Vec<String> {
    let moves = &reached.moves;
    let sign = if reached.proven.is_optimal() { "" } else { "*" };
    let price = LANGUAGE.signed(Decimal { scaled: reached.price, decimals: 0 });
    vec![
        name(withdrawal),
        withdrawal.students.to_string(),
        moves.fallen_out.to_string(),
        format!("{price}{sign}"),
        moves.moved.to_string(),
        moves.others.to_string(),
        moves.come_in.to_string(),
        reached.closed.join(" "),
    ]
}

/// Who falls out, where it is worst.
fn who(drill: &Drill) -> String {
    let mut text = String::new();
    for withdrawal in &drill.withdrawals {
        let WithdrawalOutcome::Plan(reached) = &withdrawal.outcome else { continue };
        let who = &reached.moves.who;
        if who.is_empty() || who.len() > MOST_NAMED {
            continue;
        }
        let names = who.iter().map(|one| match one.count {
            1 => one.student.clone(),
            count => format!("{count} of {}", one.student),
        });
        let names = names.collect::<Vec<_>>().join(", ");
        let _ = writeln!(text, "  {}: {names}", withdrawal.id);
    }
    if text.is_empty() { text } else { format!("\nWho falls out\n{text}") }
}

/// Withdrawals without a plan.
fn others(drill: &Drill) -> String {
    let mut text = String::new();
    for withdrawal in &drill.withdrawals {
        let name = name(withdrawal);
        let _ = match &withdrawal.outcome {
            WithdrawalOutcome::Plan(reached) if !reached.released.is_empty() => writeln!(
                text,
                "Without {name} {} can no longer be kept, which the rules ask.",
                LANGUAGE.list(&reached.released)
            ),
            WithdrawalOutcome::Plan(_) => Ok(()),
            WithdrawalOutcome::NoPlan => {
                writeln!(text, "Without {name} no plan exists under the rules.")
            }
            WithdrawalOutcome::NotSearched => writeln!(text, "{name} was not searched in time."),
            WithdrawalOutcome::Refused { reason } => {
                writeln!(text, "Without {name} the instance makes no sense: {reason}.")
            }
        };
    }
    if text.is_empty() { text } else { format!("{text}\n") }
}

fn legend(drill: &Drill) -> String {
    let mut text = "\n`students` are there now; `fall out` who had a place and has none; `points` what the \
                    withdrawal costs,\nwithout charges for moves; `move` who has a place elsewhere; `of others` \
                    who leave a school that stays;\n`come in` who had no place and has one.\n"
        .to_owned();
    let is_unproven = |withdrawal: &Withdrawal| matches!(&withdrawal.outcome, WithdrawalOutcome::Plan(reached) if !reached.proven.is_optimal());
    if drill.withdrawals.iter().any(is_unproven) {
        text.push_str("* The search was stopped: a better plan may exist.\n");
    }
    if !drill.keeps_students {
        text.push_str("Rule continuity is off: students move wherever that is better.\n");
    }
    text.push_str("Every plan was checked independently.\n");
    text
}
