//! Deciding one year alone, after what the years before decided.

use super::PathError;
use super::found::{FoundYear, YearDecision, YearPlacing, YearsSoFar};
use super::model::WidestYears;
use super::search::PathSearch;
use super::translate::{Wanted, taking_part, translated};
use crate::plan::assignment::Assignment;
use crate::problem::Problem;
use crate::solve::mip::Ending;
use crate::solve::years::{YearsSearch, search};
use crate::solve::{Budget, SearchOutcome, clash_of, find};

/// A way to decide a year.
struct YearWay {
    /// The boards that enter.
    entering: Vec<usize>,
    /// The clusters.
    wanted: Wanted,
    /// A problem with the same students and schools, and who is placed where in its terms.
    problem: Problem,
    placed: Assignment,
    /// Whether it was found under all rules, with what entering and falling short cost.
    is_exact: bool,
    /// Whether the search for it ended by itself.
    is_settled: bool,
}

impl PathSearch<'_> {
    /// The best decision for the year after some others, alone.
    pub(super) fn year_alone(
        &self,
        so_far: &YearsSoFar,
        budget: &Budget,
    ) -> Result<YearDecision, PathError> {
        let YearsSoFar { decided, years: before } = so_far;
        let year = before.len();
        let must: Vec<usize> = self
            .path
            .undecided(year, decided)
            .filter(|&number| self.path.candidates[number].latest == Some(year))
            .collect();
        let may_enter = self.path.undecided(year, decided).count() > must.len();
        let document = self.path.instance(year, decided, &must);
        let problem = self.problem(&document, before)?;
        let demanded = self.demanded(year, &problem, decided);
        let mut best: Option<(Vec<i64>, YearDecision)> = None;
        let may_fall_short = self.path.years[year].share_percent.is_some();
        let mut is_searched_whole = false;
        if may_enter || may_fall_short || self.path.has_levels() {
            let ways = self.with_entries(so_far, budget)?;
            is_searched_whole = ways.iter().any(|way| way.is_exact);
            for way in ways {
                let document = self.path.instance(year, decided, &way.entering);
                let problem = self.problem(&document, before)?;
                let clusters = way.wanted.in_instance(&problem);
                let start = translated(&way.problem, &way.placed, &problem, clusters.clone());
                let share = budget.share(1, 3);
                // What compares with the year before is not in that search.
                let as_found = way.is_exact && !self.path.moves_up;
                let placing = if as_found { YearPlacing::AsFound } else { YearPlacing::Again };
                let placed = self.placed(year, &problem, &clusters, start, placing, &share)?;
                let Some(assignment) = placed else { continue };
                let rank = self.rank(year, &problem, &assignment, &way.entering);
                if best.as_ref().is_none_or(|(known, _)| rank < *known) {
                    let found = self.compose(&problem, document, &assignment, None, budget)?;
                    let found = FoundYear { is_settled: way.is_settled, ..found };
                    best = Some((rank, YearDecision { entering: way.entering, found }));
                }
            }
        }
        if is_searched_whole && let Some((_, decision)) = best {
            return Ok(decision);
        }
        let plain = self.search.with_budget(budget.share(1, 2));
        let alone = find(&demanded, &plain, &|_| {})?;
        if let SearchOutcome::Plan(incumbent) = &alone {
            let assignment = &incumbent.assignment;
            let rank = self.rank(year, &problem, assignment, &must);
            if best.as_ref().is_none_or(|(known, _)| rank < *known) {
                let found =
                    self.compose(&problem, document, assignment, Some(incumbent), budget)?;
                best = Some((rank, YearDecision { entering: must, found }));
            }
        }
        match (best, alone) {
            (Some((_, decision)), _) => Ok(decision),
            (None, SearchOutcome::Infeasible) => {
                // The search over all years may run beside this one.
                let apart = self.search.with_budget(self.search.budget.with_own_work());
                let clash = clash_of(&demanded, &apart)?.map(Box::new);
                Err(PathError::NoPlan { year: self.path.years[year].id.clone(), clash })
            }
            (None, _) => Err(self.nothing_found(year)),
        }
    }

    /// Ways to decide a year of which an ordinary search knows nothing, as entering and falling short have prices:
    /// that of a search with these prices, and, where the pace allows it, one in which every board enters that then
    /// takes part. Each with its clusters, and with the students in the terms of some problem.
    fn with_entries(
        &self,
        so_far: &YearsSoFar,
        budget: &Budget,
    ) -> Result<Vec<YearWay>, PathError> {
        let YearsSoFar { decided, years: before } = so_far;
        let year = before.len();
        let mut ways = Vec::new();
        let widest = WidestYears::new(self.path, year..year + 1, decided, &self.beside_base())?;
        let model = widest.model();
        let candidates = widest.candidates();
        let share = budget.share(3, 4);
        let how = YearsSearch {
            settings: self.search.mip_settings(),
            budget: &share,
            wants_proof: false,
            on_progress: &|_| {},
        };
        let outcome = search(&model, Vec::new, how)?;
        if let Some((schedule, placed)) = outcome.best {
            let entries = candidates.iter().zip(&schedule.entries);
            let entering = entries.filter(|(_, entry)| entry.is_some()).map(|(&board, _)| board);
            let wanted = Wanted::of(&model, &widest, &schedule, 0);
            ways.push(YearWay {
                entering: entering.collect(),
                wanted,
                problem: widest.problems[0].clone(),
                placed: placed[0].clone(),
                is_exact: outcome.is_exact,
                is_settled: !share.is_exhausted(),
            });
            if outcome.is_exact {
                return Ok(ways);
            }
        }
        let pace = self.path.pace.entries.unwrap_or(i64::MAX);
        if !candidates.is_empty() && candidates.len() as i64 <= pace {
            let document = self.path.instance(year, decided, &candidates);
            let problem = self.problem(&document, before)?;
            let demanded = self.demanded(year, &problem, decided);
            let searched = self.search.with_budget(budget.share(1, 3));
            if let SearchOutcome::Plan(incumbent) = find(&demanded, &searched, &|_| {})? {
                let assignment = incumbent.assignment;
                let takes_part = taking_part(self.path, &problem, &assignment, &candidates);
                let must = |board: &usize| self.path.candidates[*board].latest == Some(year);
                let entering = candidates.iter().copied();
                let entering =
                    entering.filter(|board| must(board) || takes_part.contains(board)).collect();
                let wanted = Wanted::of_assignment(&problem, &assignment);
                let placed = assignment;
                let (is_exact, is_settled) = (false, incumbent.ending == Ending::Finished);
                ways.push(YearWay { entering, wanted, problem, placed, is_exact, is_settled });
            }
        }
        Ok(ways)
    }
}
