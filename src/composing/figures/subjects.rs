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

/// The names that occur in the plans seen so far.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SubjectNames {
    goals: BTreeSet<Goal>,
    charged: BTreeSet<String>,
    programmes: BTreeSet<String>,
    denominations: BTreeSet<String>,
    ranks: BTreeSet<String>,
    boards: BTreeSet<String>,
    payers: BTreeSet<String>,
    years: BTreeSet<String>,
}

impl SubjectNames {
    /// Adds the names in a plan.
    pub fn add(&mut self, plan: &PlanFigures) {
        let indicators = plan.indicators;
        self.goals.extend(plan.goals.iter().map(|level| level.goal));
        add_new(&mut self.charged, plan.score.rules.keys());
        add_new(&mut self.programmes, indicators.programmes.keys());
        add_new(&mut self.denominations, indicators.denominations.keys());
        add_new(&mut self.ranks, indicators.wishes.keys());
        add_new(&mut self.boards, indicators.boards.keys());
        let years = plan.path.iter().flat_map(|path| &path.years);
        add_new(&mut self.years, years.map(|year| &year.id));
        add_new(&mut self.payers, indicators.money.iter().flat_map(|money| money.boards.keys()));
    }

    /// The subjects of those plans.
    pub fn subjects(self) -> FigureSubjects {
        let highest = self.ranks.iter().filter_map(|rank| rank.parse::<usize>().ok()).max();
        let words = Programme::ALL.iter().map(|programme| programme.word().to_owned());
        let is_charged = |id: &&str| self.charged.contains(*id);
        FigureSubjects {
            goals: self.goals.into_iter().collect(),
            rules: cards().iter().map(|card| card.id).filter(is_charged).collect(),
            programmes: words.filter(|word| self.programmes.contains(word)).collect(),
            denominations: self.denominations.into_iter().collect(),
            ranked: !self.ranks.is_empty(),
            ranks: highest.map_or(0, |highest| highest + 1),
            boards: self.boards.into_iter().collect(),
            payers: self.payers.into_iter().collect(),
            years: self.years.into_iter().collect(),
        }
    }
}

/// Adds the names that are not yet in a set; most are, and need no copy.
fn add_new<'a>(set: &mut BTreeSet<String>, names: impl Iterator<Item = &'a String>) {
    for name in names {
        if !set.contains(name) {
            set.insert(name.clone());
        }
    }
}
