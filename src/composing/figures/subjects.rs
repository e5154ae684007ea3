//! What a table of figures is made from: parts of its plans, and the programmes, boards, wishes and rules
//! that they speak of.

use std::collections::BTreeSet;

use super::path::PathFigures;
use crate::instance::{Goal, Programme};
use crate::plan::{GoalLevel, Indicators, Plan, Score};
use crate::rules::cards;

/// Everything in a plan that figures are made from.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PlanFigures<'a> {
    /// Value and bound of each goal level.
    pub goals: &'a [GoalLevel],
    /// Points in total and per rule.
    pub score: &'a Score,
    /// All indicators.
    pub indicators: &'a Indicators,
    /// The figures of the path of which the plan is the last year; `None` for a plan by itself.
    pub path: Option<&'a PathFigures>,
}

impl<'a> PlanFigures<'a> {
    /// The figures in a plan document; `None` if it has no score or no indicators.
    pub fn of(plan: &'a Plan) -> Option<Self> {
        Some(Self {
            goals: plan.goals.as_deref().unwrap_or_default(),
            score: plan.score.as_ref()?,
            indicators: plan.indicators.as_ref()?,
            path: None,
        })
    }
}

/// Everything for which at least one plan has a figure, each kind in its own order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FigureSubjects {
    /// The goal levels.
    pub goals: Vec<Goal>,
    /// The rules that charge points, in the order of the rulebook.
    pub rules: Vec<&'static str>,
    /// The programmes that have students.
    pub programmes: Vec<String>,
    /// The wished denominations.
    pub denominations: Vec<String>,
    /// Whether there are ranked wishes.
    pub ranked: bool,
    /// The number of ranks among the wishes that are met.
    pub ranks: usize,
    /// The boards with schools that could take students.
    pub boards: Vec<String>,
    /// The boards and networks that have cost or grant.
    pub payers: Vec<String>,
    /// The years of paths.
    pub years: Vec<String>,
}

impl FigureSubjects {
    /// The subjects of these plans.
    pub fn of(plans: &[PlanFigures]) -> Self {
        let goals: BTreeSet<Goal> =
            plans.iter().flat_map(|plan| plan.goals).map(|level| level.goal).collect();
        let charged = names(plans, |plan| plan.score.rules.keys());
        let programmes = names(plans, |plan| plan.indicators.programmes.keys());
        let ranks = names(plans, |plan| plan.indicators.wishes.keys());
        let highest = ranks.iter().filter_map(|rank| rank.parse::<usize>().ok()).max();
        let money = |plan: &PlanFigures| plan.indicators.money.clone();
        let payers = plans.iter().filter_map(money).flat_map(|money| money.boards.into_keys());
        let years = plans.iter().filter_map(|plan| plan.path).flat_map(|path| &path.years);
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
            years: years.map(|year| year.id.clone()).collect::<BTreeSet<_>>().into_iter().collect(),
        }
    }
}

/// All names that occur in at least one plan.
fn names<'a, Names: Iterator<Item = &'a String>>(
    plans: &[PlanFigures<'a>],
    of: impl Fn(PlanFigures<'a>) -> Names,
) -> BTreeSet<String> {
    plans.iter().flat_map(|&plan| of(plan)).cloned().collect()
}
