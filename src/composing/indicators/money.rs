//! Cost, grant and net, per board and in total.

use std::collections::BTreeMap;

use crate::base::Euros;
use crate::instance::Finance;
use crate::plan::{Money, MoneyIndicators};
use crate::plan::{Setting, Tally};

/// Money of a plan, where `finance` is given. The boards' amounts add up to the total.
pub fn money(tally: &Tally) -> Option<MoneyIndicators> {
    let finance = tally.instance.finance?;
    let mut boards = BTreeMap::<String, Money>::new();
    for cluster in &tally.assignment.clusters {
        let answers = tally.answers_for(cluster).to_owned();
        add(boards.entry(answers).or_default(), finance.cluster, Euros::ZERO);
    }
    for (_, placing, count) in tally.placings() {
        let board = tally.instance.board_of(placing.school_id).id.clone();
        let (cost, grant) = student(&finance, placing.setting);
        add(boards.entry(board).or_default(), cost * count, grant * count);
    }
    let mut total = Money::default();
    for money in boards.values() {
        add(&mut total, money.cost_eur, money.grant_eur);
    }
    Some(MoneyIndicators { total, boards })
}

fn student(finance: &Finance, setting: Setting) -> (Euros, Euros) {
    match setting {
        Setting::Meeting(_) => (finance.student, finance.grant_per_student),
        Setting::Shell => (finance.shell_student, Euros::ZERO),
    }
}

fn add(money: &mut Money, cost: Euros, grant: Euros) {
    money.cost_eur += cost;
    money.grant_eur += grant;
    money.net_eur = money.cost_eur - money.grant_eur;
}
