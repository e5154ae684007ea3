//! Finding a path: year by year, or all years at once.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::decisions::Decided;
use super::found::{
    FoundPath, FoundToday, FoundYear, NoYearByYear, PathOutcome, PathProgress, WhenLate, YearsSoFar,
};
use super::kept::KeptYear;
use super::levels::YearResult;
use super::model::WidestYears;
use super::stages::PathStages;
use super::translate::{not_again, schedule_of};
use super::{GrowthPath, PathError};
use crate::instance::Goal;
use crate::instance::document::InstanceDocument;
use crate::plan::assignment::Assignment;
use crate::problem::{Condition, Problem};
use crate::rules::goals;
use crate::scenarios::{SharedFiles, beside};
use crate::solve::decomposition::{Begin, bound_of};
use crate::solve::mip::{Ending, LevelAnswer};
use crate::solve::years::{YearsModel, YearsOutcome, YearsProgress, YearsSearch, search};
use crate::solve::{Budget, Incumbent, Search, compose};

/// Of what is left of the time, the path year by year may take one part in this many.
pub(super) const YEARS_ALONE_PARTS: u32 = 2;
/// The part of what is left that the bound of one year's plan may take.
const BOUND_PARTS: u32 = 20;

/// Whether it is found out what could be otherwise about a path: what delays cost, what boards that stay out would bring,
/// and what can be reached where shares are not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Surroundings {
    /// It is.
    Wanted,
    /// It is not: only the path and its bound are asked for.
    Skipped,
}

/// All years at once, as they were searched.
pub(super) struct SearchedYears<'a> {
    pub model: &'a YearsModel<'a>,
    pub widest: &'a WidestYears<'a>,
    /// What the search ended with.
    pub outcome: &'a YearsOutcome,
}

/// A search for a path.
pub struct PathSearch<'a> {
    /// The path.
    pub path: &'a GrowthPath,
    /// The files beside the path.
    pub files: &'a SharedFiles<'a>,
    /// How to search.
    pub search: &'a Search,
    /// Where progress is shown.
    pub on_progress: &'a (dyn Fn(&PathProgress) + Sync),
    /// Where stages are kept that are finished, and where a search that was killed has left them; `None` to keep nothing.
    pub stages: Option<&'a PathStages<'a>>,
}

impl<'a> PathSearch<'a> {
    /// A search that shows no progress and keeps nothing.
    pub fn quiet(path: &'a GrowthPath, files: &'a SharedFiles<'a>, search: &'a Search) -> Self {
        Self { path, files, search, on_progress: &|_| {}, stages: None }
    }
}

impl PathSearch<'_> {
    /// Each year by itself, in order, after what was decided before.
    ///
    /// # Errors
    /// If a year has no plan, or solver or check are at fault.
    pub fn year_by_year(&self, budget: &Budget) -> Result<FoundPath, PathError> {
        self.further_years("alone", &mut YearsSoFar::nothing(self.path), budget)
    }

    /// The years after those that were planned so far, each by itself, in order. `stage` is what they are called where
    /// they are kept.
    pub(super) fn further_years(
        &self,
        stage: &str,
        so_far: &mut YearsSoFar,
        budget: &Budget,
    ) -> Result<FoundPath, PathError> {
        self.years_in_parts(stage, so_far, budget, u32::MAX)
    }

    /// Like [`Self::further_years`], where each year gets as much of what is left as those after it, or one part in this
    /// many.
    fn years_in_parts(
        &self,
        stage: &str,
        so_far: &mut YearsSoFar,
        budget: &Budget,
        parts: u32,
    ) -> Result<FoundPath, PathError> {
        for year in so_far.years.len()..self.path.years.len() {
            let id = &self.path.years[year].id;
            let left = u32::try_from(self.path.years.len() - year).unwrap_or(1).min(parts);
            let decision = self.stage(
                &format!("{stage}-{id}"),
                budget,
                || {
                    (self.on_progress)(&PathProgress::Year(id.clone()));
                    self.year_alone(so_far, &budget.share(1, left))
                },
                KeptYear::of,
                |kept: KeptYear| kept.restored(self.path, so_far),
            )?;
            so_far.add(self.path, decision);
        }
        Ok(so_far.clone().into_path(self.path))
    }

    /// All years at once, with a bound on all paths; starts from the path year by year, where there is one.
    ///
    /// # Errors
    /// If a year has no plan, or solver or check are at fault.
    pub fn with_foresight(&self) -> Result<PathOutcome, PathError> {
        self.foresight(Surroundings::Wanted, None)
    }

    /// Like [`Self::with_foresight`], with or without what is around the path, and no worse in its first year than today
    /// where nothing is decided in it.
    pub(super) fn foresight(
        &self,
        around: Surroundings,
        today: Option<&FoundToday>,
    ) -> Result<PathOutcome, PathError> {
        let budget = &self.search.budget;
        let nothing = Decided::nothing(self.path);
        let widest =
            WidestYears::new(self.path, 0..self.path.years.len(), &nothing, &self.beside_base())?;
        let model = widest.model();
        let candidates = widest.candidates();
        // It runs beside the search over all years: work that both took off one count would depend on their order.
        let mut so_far = YearsSoFar::nothing(self.path);
        let mut year_by_year = || {
            let share = budget.with_own_work().share(1, YEARS_ALONE_PARTS);
            self.further_years("alone-beside", &mut so_far, &share)
        };
        let mut alone = None;
        let starts = || {
            let found = alone.insert(year_by_year());
            let schedules = found.iter();
            schedules.filter_map(|found| schedule_of(&model, &widest, found, &candidates)).collect()
        };
        let progress = |progress: YearsProgress| (self.on_progress)(&PathProgress::All(progress));
        let how = YearsSearch {
            settings: self.search.mip_settings(),
            budget: &budget.share(3, 4),
            wants_proof: true,
            on_progress: &progress,
        };
        let find = || Ok(search(&model, starts, how)?);
        let outcome = self.stage("all-years", budget, find, YearsOutcome::clone, Some)?;
        let mut alone = alone.unwrap_or_else(year_by_year);
        let mut best = alone.as_ref().ok().cloned();
        let searched = SearchedYears { model: &model, widest: &widest, outcome: &outcome };
        if let Some(found) = self.best_realised(&searched, WhenLate::GoOn, budget)?
            && best.as_ref().is_none_or(|best| found.reached < best.reached)
        {
            best = Some(found);
        }
        // Where nothing else was found, the year for which time was short gets half of what is left, then all.
        for parts in [2, 1] {
            if best.is_none()
                && matches!(alone, Err(PathError::NothingFound { .. }))
                && !budget.is_exhausted()
            {
                alone = self.years_in_parts("alone-beside", &mut so_far, budget, parts);
                best = alone.as_ref().ok().cloned();
            }
        }
        let begun = |path: FoundPath| self.begun_today(path, today, budget);
        let best = best.map(begun).transpose()?;
        let alone = match alone {
            Ok(alone) => Ok(begun(alone)?),
            Err(error) => Err(error),
        };
        match (best, alone) {
            (Some(path), alone) => {
                let alone = alone.map_err(|error| match error {
                    PathError::NoPlan { .. } => NoYearByYear::NoPlan,
                    _ => NoYearByYear::NotFinished,
                });
                Ok(self.with_surroundings(path, alone, &searched, around))
            }
            (None, Err(error)) if outcome.bound.is_none() => {
                let years = 0..self.path.years.len();
                let aimed: Vec<usize> =
                    years.filter(|&year| self.path.years[year].share_percent.is_some()).collect();
                let reach = self.reach(&model, &aimed, budget).unwrap_or_default();
                Err(PathError::NoPath { year_by_year: Box::new(error), reach })
            }
            (None, alone) => Err(match alone.expect_err("a path year by year is a path") {
                // What the years before decided may be to blame: that no path exists is not proven.
                error @ PathError::NoPlan { .. } => {
                    let (year_by_year, ending) = (Box::new(error), self.ending());
                    PathError::NoneFound { year_by_year, ending }
                }
                error => error,
            }),
        }
    }

    /// That a year's search ended before it found a plan.
    pub(super) fn nothing_found(&self, year: usize) -> PathError {
        PathError::NothingFound { year: self.path.years[year].id.clone(), ending: self.ending() }
    }

    /// Why a search ended that did not end by itself.
    fn ending(&self) -> Ending {
        stopped(&self.search.budget)
    }

    /// A year's problem with what the path demands besides its rules: the pace, that no cluster opens again, and the
    /// share where it is a demand.
    pub(super) fn demanded(&self, year: usize, problem: &Problem, decided: &Decided) -> Problem {
        let conditions = self.pace().into_iter().chain(self.share_demand(year, problem));
        not_again(problem, decided).under(conditions)
    }

    pub(super) fn share_demand(&self, year: usize, problem: &Problem) -> Option<Condition> {
        let need = self.path.years[year].need(problem.instance.student_count());
        let least = need.filter(|_| self.path.share_worth.is_none())?;
        Some(Condition::InClusters { least })
    }

    /// What a year and the boards that enter in it reach for each goal.
    pub(super) fn rank(
        &self,
        year: usize,
        problem: &Problem,
        assignment: &Assignment,
        entering: &[usize],
    ) -> Vec<i64> {
        let worth = entering.iter().map(|&board| self.path.candidates[board].worth);
        let cost = self.path.years[year].weight * self.cost_of_year(year, problem, assignment);
        self.reached(year, problem, assignment, cost + worth.sum::<i64>())
    }

    /// What a year's plan reaches for each goal, with its points unweighted.
    pub(super) fn rank_of_year(
        &self,
        year: usize,
        problem: &Problem,
        assignment: &Assignment,
    ) -> Vec<i64> {
        self.reached(year, problem, assignment, self.cost_of_year(year, problem, assignment))
    }

    fn reached(
        &self,
        year: usize,
        problem: &Problem,
        assignment: &Assignment,
        cost: i64,
    ) -> Vec<i64> {
        let students = problem.instance.student_count();
        let tally = problem.tally(assignment);
        let result = YearResult {
            short: self.path.short(year, students, tally.core_students()),
            left_out: students - assignment.placed_count(),
        };
        self.path.reached(&[result], cost)
    }

    /// The limits on new clusters as a condition.
    fn pace(&self) -> Option<Condition> {
        let pace = self.path.pace;
        let is_limited = pace.new.is_some() || pace.new_each.is_some();
        is_limited.then_some(Condition::Opens { most: pace.new, each: pace.new_each })
    }

    /// What a year's plan costs with its share, in points of the year.
    fn cost_of_year(&self, year: usize, problem: &Problem, assignment: &Assignment) -> i64 {
        let tally = problem.tally(assignment);
        let total = problem.assess(&tally).total().0;
        let students = problem.instance.student_count();
        total + self.path.short_cost(year, students, tally.core_students())
    }

    /// The plan of an assignment. What the search of this very problem proved is taken over; else its bound is
    /// that of the relaxation.
    pub(super) fn compose(
        &self,
        problem: &Problem,
        document: InstanceDocument,
        assignment: &Assignment,
        searched: Option<&Incumbent>,
        budget: &Budget,
    ) -> Result<FoundYear, PathError> {
        let tally = problem.tally(assignment);
        let assessment = problem.assess(&tally);
        let is_plain = self.pace().is_none() && self.path.share_worth.is_some();
        let bounded = || {
            let bound = bound_of(problem, &budget.share(1, BOUND_PARTS), &Begin::default());
            let levels = problem.levels().into_iter().map(|goal| {
                let value = goals::value(goal, &tally, &assessment);
                let bound = if goal == Goal::Total { bound.clamp(0, value) } else { 0 };
                LevelAnswer { goal, value, bound }
            });
            let (levels, ending) = (levels.collect(), Ending::Limit);
            Incumbent { assignment: assignment.clone(), levels, ending }
        };
        let incumbent = searched.filter(|_| is_plain).cloned().unwrap_or_else(bounded);
        let plan = compose(problem, self.search, &incumbent)?;
        Ok(FoundYear {
            document,
            text: plan.to_json(),
            plan,
            students: problem.instance.student_count(),
            in_clusters: tally.core_students(),
            is_settled: searched.is_some_and(|searched| searched.ending == Ending::Finished),
        })
    }

    /// The problem of a year's instance; where students move up, compared with the plan of the year before.
    /// `before` has the years before it.
    pub(super) fn problem(
        &self,
        document: &InstanceDocument,
        before: &[FoundYear],
    ) -> Result<Problem, PathError> {
        let last = before.last().map(|before| before.text.as_bytes());
        let mut problem = self.path.problem(document, last, &self.beside_base())?;
        // A cluster keeps its id over the years, and no other has it, also once it has closed.
        let of_plans = before.iter().flat_map(|year| &year.plan.clusters).map(|used| &used.id);
        let documents = self.path.documents.iter();
        let written = documents.flat_map(|document| document.clusters.iter().flatten());
        problem.instance.reserved_ids =
            of_plans.chain(written.map(|cluster| &cluster.id)).cloned().collect();
        Ok(problem)
    }

    /// Reads files that are named relative to the folder of the base.
    pub(super) fn beside_base(&self) -> impl Fn(&str) -> Result<Vec<u8>, String> + '_ {
        |name| (self.files)(&beside(&self.path.folder, name))
    }

    /// What a stage of the search ends with, for which work is taken off a budget: as it was kept, or found out and kept
    /// now. `keep` and `restore` turn it into what is kept of it and back.
    pub(super) fn stage<T, K: Serialize + DeserializeOwned>(
        &self,
        name: &str,
        budget: &Budget,
        find: impl FnOnce() -> Result<T, PathError>,
        keep: impl FnOnce(&T) -> K,
        restore: impl FnOnce(K) -> Option<T>,
    ) -> Result<T, PathError> {
        let Some(stages) = self.stages else { return find() };
        if let Some((kept, work)) = stages.result(name)
            && let Some(known) = restore(kept)
        {
            budget.spend(work);
            return Ok(known);
        }
        let before = budget.work_left();
        let found = find()?;
        if !budget.is_interrupted() {
            let work = before.zip(budget.work_left());
            let work = work.map_or(0, |(before, after)| before.saturating_sub(after));
            stages.keep(name, &keep(&found), work)?;
        }
        Ok(found)
    }

    /// The same search, which keeps nothing.
    pub(super) const fn apart(&self) -> PathSearch<'_> {
        PathSearch { stages: None, ..*self }
    }
}

/// Why a search stopped that has used up its budget.
pub(super) fn stopped(budget: &Budget) -> Ending {
    if budget.is_interrupted() { Ending::Interrupted } else { Ending::Limit }
}
