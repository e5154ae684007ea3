//! What the figures of a batch are about: the programmes, boards, wishes and rules of all its runs.

use std::collections::BTreeSet;

use super::figures::Told;
use crate::instance::{Goal, Programme};
use crate::rules::cards;

/// Everything that some run has figures about, each in its own order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Subjects {
    /// The goal levels.
    pub goals: Vec<Goal>,
    /// The rules that charge anything, in the order of the rulebook.
    pub rules: Vec<&'static str>,
    /// The programmes that have students.
    pub programmes: Vec<String>,
    /// The wished denominations.
    pub denominations: Vec<String>,
    /// Whether there are ranked wishes.
    pub ranked: bool,
    /// How many ranks of wishes are met.
    pub ranks: usize,
    /// The boards with schools that could take students.
    pub boards: Vec<String>,
    /// The boards and networks that have cost or grant.
    pub payers: Vec<String>,
}

impl Subjects {
    /// What some plans are about.
    pub fn of(plans: &[Told]) -> Self {
        let goals: BTreeSet<Goal> =
            plans.iter().flat_map(|plan| plan.goals).map(|level| level.goal).collect();
        let charged = names(plans, |plan| plan.score.rules.keys());
        let programmes = names(plans, |plan| plan.indicators.programmes.keys());
        let ranks = names(plans, |plan| plan.indicators.wishes.keys());
        let highest = ranks.iter().filter_map(|rank| rank.parse::<usize>().ok()).max();
        let money = |plan: &Told| plan.indicators.money.clone();
        let payers = plans.iter().filter_map(money).flat_map(|money| money.boards.into_keys());
        let words = Programme::ALL.iter().map(|programme| programme.word().to_owned());
        Self {
            goals: goals.into_iter().collect(),
            rules: cards().iter().map(|card| card.id).filter(|id| charged.contains(*id)).collect(),
            programmes: words.filter(|word| programmes.contains(word)).collect(),
            denominations: names(plans, |plan| plan.indicators.denominations.keys())
                .into_iter()
                .collect(),
            ranked: !ranks.is_empty(),
            ranks: highest.map_or(0, |highest| highest + 1),
            boards: names(plans, |plan| plan.indicators.boards.keys()).into_iter().collect(),
            payers: payers.collect::<BTreeSet<String>>().into_iter().collect(),
        }
    }
}

/// The names that some plans have.
fn names<'a, Names: Iterator<Item = &'a String>>(
    plans: &[Told<'a>],
    of: impl Fn(Told<'a>) -> Names,
) -> BTreeSet<String> {
    plans.iter().flat_map(|&plan| of(plan)).cloned().collect()
}
