//! What a path reaches for each of its goals, and what is proven of that.

use super::GrowthPath;
use super::found::{FoundPath, FoundYear};
use crate::solve::years::{PathGoal, PathLevel, YearsOutcome, first_year};

/// What counts of a year for goals over all years.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct YearResult {
    /// Students short of the share aimed at.
    pub short: i64,
    /// Students left out.
    pub left_out: i64,
}

impl GrowthPath {
    /// What years that cost so much reach for each goal, in the order of the goals: the less the better, the first
    /// goal first.
    pub fn reached(&self, years: &[YearResult], cost: i64) -> Vec<i64> {
        let value = |goal: &PathGoal| match goal {
            PathGoal::FirstYear => first_year(years.iter().map(|year| year.short)),
            PathGoal::Unplaced => years.iter().map(|year| year.left_out).sum(),
            PathGoal::Total => cost,
        };
        self.goals.iter().map(value).collect()
    }

    /// Whether anything is minimised besides what the path costs.
    pub fn has_levels(&self) -> bool {
        self.goals != [PathGoal::Total]
    }

    /// What counts of a year that was found.
    pub(super) fn result_of(&self, year: usize, found: &FoundYear) -> YearResult {
        YearResult {
            short: self.short(year, found.students, found.in_clusters),
            left_out: found.plan.unplaced.iter().flatten().map(|one| one.count).sum(),
        }
    }

    /// The path of the plans of all years.
    pub(super) fn found(&self, years: Vec<FoundYear>, entries: Vec<Option<usize>>) -> FoundPath {
        let of_years = years.iter().enumerate().map(|(year, found)| {
            let total = found.plan.score.as_ref().map_or(0, |score| score.total.0);
            let short = self.short_cost(year, found.students, found.in_clusters);
            self.years[year].weight * (total + short)
        });
        let entered = self.candidates.iter().zip(&entries);
        let entered = entered.filter(|(_, entry)| entry.is_some()).map(|(board, _)| board.worth);
        let value = of_years.sum::<i64>() + entered.sum::<i64>();
        let results = years.iter().enumerate();
        let results: Vec<YearResult> =
            results.map(|(year, found)| self.result_of(year, found)).collect();
        let reached = self.reached(&results, value);
        FoundPath { years, entries, value, reached }
    }

    /// The goals with what was reached, and what a search proved. A bound holds for paths that are as good in all
    /// goals before; so it is taken over only where what was reached is as good there as what was searched.
    pub(super) fn levels(&self, reached: &[i64], proven: &YearsOutcome) -> Vec<PathLevel> {
        let mut is_as_good = true;
        let goals = self.goals.iter().zip(reached).enumerate();
        let levels = goals.map(|(position, (&goal, &value))| {
            let searched = proven.levels.get(position);
            let of_total = proven.bound.filter(|_| goal == PathGoal::Total && position == 0);
            let bound = searched.map(|level| level.bound).or(of_total);
            let bound = bound.filter(|_| is_as_good).unwrap_or(goal.least());
            is_as_good &= searched.is_some_and(|level| value <= level.value);
            PathLevel { goal, value, bound: bound.clamp(goal.least().min(value), value) }
        });
        levels.collect()
    }
}
