//! Deciding one year alone, after what the years before decided.

use super::PathError;
use super::decisions::Decided;
use super::found::{FoundYear, YearDecision};
use super::model::WidestYears;
use super::search::PathSearch;
use super::translate::{Wanted, not_again, taking_part, translated};
use crate::plan::assignment::Assignment;
use crate::problem::{Condition, Problem};
use crate::solve::years::search;
use crate::solve::{Budget, SearchOutcome, find};

/// A way to decide a year: who enters, the clusters, and the students in the terms of some problem.
type Entering = (Vec<usize>, Wanted, (Problem, Assignment));

impl PathSearch<'_> {
    /// The best decision for one year alone.
    pub(super) fn year_alone(
        &self,
        year: usize,
        decided: &Decided,
        before: Option<&FoundYear>,
        budget: &Budget,
    ) -> Result<YearDecision, PathError> {
        let must: Vec<usize> = self
            .path
            .undecided(year, decided)
            .filter(|&number| self.path.candidates[number].latest == Some(year))
            .collect();
        let may_enter = self.path.undecided(year, decided).count() > must.len();
        let document = self.path.instance(year, decided, &must);
        let problem = self.problem(&document, before)?;
        let limited = not_again(&problem, decided).under(self.pace());
        let need = self.path.years[year].need(problem.instance.student_count());
        let is_demand = self.path.share_worth.is_none();
        let limited = match need.filter(|_| is_demand) {
            Some(least) => limited.under([Condition::InClusters { least }]),
            None => limited,
        };
        let plain = self.search.with_budget(budget.share(1, 2));
        let alone = match find(&limited, &plain, &|_| {})? {
            SearchOutcome::Plan(incumbent) => Some(incumbent),
            SearchOutcome::Infeasible | SearchOutcome::NothingFound(_) => None,
        };
        let is_short = |assignment: &Assignment| {
            let in_clusters = problem.tally(assignment).core_students();
            need.is_some_and(|need| in_clusters < need)
        };
        let mut best = None;
        if let Some(incumbent) = alone {
            let is_whole = !may_enter && !is_short(&incumbent.assignment);
            let cost = self.cost_of_year(year, &problem, &incumbent.assignment);
            let found =
                self.compose(&problem, document, &incumbent.assignment, Some(&incumbent), budget)?;
            best = Some((cost, YearDecision { entering: must.clone(), found }));
            if is_whole {
                return Ok(best.map(|(_, decision)| decision).expect("just found"));
            }
        }
        let known = best.as_ref().map(|(cost, _)| {
            let worth = must.iter().map(|&number| self.path.candidates[number].worth);
            self.path.years[year].weight * cost + worth.sum::<i64>()
        });
        let mut best = best.map(|(_, decision)| decision);
        let mut least = known;
        for (entering, clusters, start) in self.with_entries(year, decided, before, budget)? {
            let document = self.path.instance(year, decided, &entering);
            let problem = self.problem(&document, before)?;
            let clusters = clusters.in_instance(&problem);
            let start = translated(&start.0, &start.1, &problem, clusters.clone());
            let share = budget.share(1, 3);
            let Some(assignment) = self.hold(year, &problem, &clusters, start, &share)? else {
                continue;
            };
            let worth = entering.iter().map(|&number| self.path.candidates[number].worth);
            let weight = self.path.years[year].weight;
            let cost = weight * self.cost_of_year(year, &problem, &assignment) + worth.sum::<i64>();
            if least.is_none_or(|least| cost < least) {
                least = Some(cost);
                let found = self.compose(&problem, document, &assignment, None, budget)?;
                best = Some(YearDecision { entering, found });
            }
        }
        best.ok_or_else(|| PathError::NoPlan(self.path.years[year].id.clone()))
    }

    /// Ways to decide a year of which an ordinary search knows nothing, as entering and falling short have prices:
    /// that of a search with these prices, and, where the pace allows it, one in which every board enters that then
    /// takes part. Each with its clusters, and with the students in the terms of some problem.
    fn with_entries(
        &self,
        year: usize,
        decided: &Decided,
        before: Option<&FoundYear>,
        budget: &Budget,
    ) -> Result<Vec<Entering>, PathError> {
        let mut ways = Vec::new();
        let widest = WidestYears::new(self.path, year..year + 1, decided, &self.beside_base())?;
        let model = widest.model();
        let candidates = widest.candidates();
        let settings = self.search.mip_settings();
        let outcome = search(&model, &[], settings, &budget.share(1, 3), &|_| {})?;
        if let Some((schedule, placed)) = outcome.best {
            let entries = candidates.iter().zip(&schedule.entries);
            let entering = entries.filter(|(_, entry)| entry.is_some()).map(|(&board, _)| board);
            let wanted = Wanted::of(&model, &widest, &schedule, 0);
            let placed = (widest.problems[0].clone(), placed[0].clone());
            ways.push((entering.collect(), wanted, placed));
        }
        let pace = self.path.pace.entries.unwrap_or(i64::MAX);
        if !candidates.is_empty() && candidates.len() as i64 <= pace {
            let document = self.path.instance(year, decided, &candidates);
            let problem = self.problem(&document, before)?;
            let limited = not_again(&problem, decided).under(self.pace());
            let searched = self.search.with_budget(budget.share(1, 3));
            if let SearchOutcome::Plan(incumbent) = find(&limited, &searched, &|_| {})? {
                let assignment = incumbent.assignment;
                let takes_part = taking_part(self.path, &problem, &assignment, &candidates);
                let must = |board: &usize| self.path.candidates[*board].latest == Some(year);
                let entering = candidates.iter().copied();
                let entering =
                    entering.filter(|board| must(board) || takes_part.contains(board)).collect();
                let wanted = Wanted::of_assignment(&problem, &assignment);
                ways.push((entering, wanted, (problem, assignment)));
            }
        }
        Ok(ways)
    }
}
