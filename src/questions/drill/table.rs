//! The answer as CSV: one row per withdrawal.

use super::answer::{Drill, PlanAfterWithdrawal, Withdrawal, WithdrawalOutcome};

const HEADER: [&str; 19] = [
    "rank",
    "id",
    "name",
    "students",
    "outcome",
    "fallen_out_students",
    "price_points",
    "moved_students",
    "others_moved_students",
    "come_in_students",
    "score_points",
    "bound_points",
    "gap",
    "status",
    "core_change",
    "shell_change",
    "left_out_change",
    "clusters_closed",
    "who_fell_out",
];

/// The answer as CSV (RFC 4180, but with LF line ends). Cells without a value are empty.
///
/// # Panics
/// Never: text is written to memory.
pub fn drill_csv(drill: &Drill) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADER).expect("writing to memory succeeds");
    for (position, withdrawal) in drill.withdrawals.iter().enumerate() {
        let row = row(position + 1, withdrawal);
        writer.write_record(row).expect("rows are as long as the header");
    }
    let bytes = writer.into_inner().expect("writing to memory succeeds");
    String::from_utf8(bytes).expect("text was written")
}

fn row(rank: usize, withdrawal: &Withdrawal) -> Vec<String> {
    let Withdrawal { id, name, students, outcome, .. } = withdrawal;
    let (word, cells) = match outcome {
        WithdrawalOutcome::Plan(reached) => ("plan", cells(reached)),
        WithdrawalOutcome::NoPlan => ("no_plan", Vec::new()),
        WithdrawalOutcome::NotSearched => ("not_searched", Vec::new()),
        WithdrawalOutcome::Refused { .. } => ("refused", Vec::new()),
    };
    let mut row =
        vec![rank.to_string(), id.clone(), name.clone(), students.to_string(), word.to_owned()];
    row.extend(cells);
    row.resize(HEADER.len(), String::new());
    row
}

fn cells(reached: &PlanAfterWithdrawal) -> Vec<String> {
    let PlanAfterWithdrawal { moves, proven, changes, .. } = reached;
    let numbers = [
        moves.lost_place,
        reached.price,
        moves.moved,
        moves.left_staying_school,
        moves.gained_place,
        proven.score,
        proven.bound,
    ];
    let who = moves.who.iter().map(|one| match one.count {
        1 => one.student.clone(),
        count => format!("{} ×{count}", one.student),
    });
    let mut cells: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    cells.extend([proven.gap.to_string(), proven.status.word().to_owned()]);
    cells.extend([changes.core, changes.shell, changes.left_out].map(|one| one.to_string()));
    cells.extend([reached.closed.join(" "), who.collect::<Vec<_>>().join(" ")]);
    cells
}
