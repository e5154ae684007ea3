//! Finding a path: year by year, or all years at once.

use super::decisions::Decided;
use super::found::{
    Delay, FoundPath, FoundYear, PathOutcome, PathProgress, WithBoard, YearDecision,
};
use super::levels::YearResult;
use super::model::WidestYears;
use super::translate::{not_again, schedule_of};
use super::{GrowthPath, PathError};
use crate::base::relative_gap;
use crate::instance::Goal;
use crate::instance::document::InstanceDocument;
use crate::plan::assignment::Assignment;
use crate::problem::{Condition, Problem};
use crate::rules::goals;
use crate::scenarios::{SharedFiles, beside};
use crate::solve::decomposition::{Begin, bound_of};
use crate::solve::mip::{Ending, LevelAnswer};
use crate::solve::years::{
    PathLevel, YearsModel, YearsOutcome, YearsProgress, YearsSearch, search,
};
use crate::solve::{Budget, Incumbent, Search, compose};

/// Of what is left of the time, the path year by year may take one part in this many.
const YEARS_ALONE_PARTS: u32 = 2;
/// The part of what is left that the bound of one year's plan may take.
const BOUND_PARTS: u32 = 20;

/// What a search year by year has planned so far.
pub(super) struct YearsSoFar {
    decided: Decided,
    years: Vec<FoundYear>,
}

impl YearsSoFar {
    /// Nothing yet.
    pub(super) fn nothing(path: &GrowthPath) -> Self {
        Self { decided: Decided::nothing(path), years: Vec::new() }
    }
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
}

impl PathSearch<'_> {
    /// Each year by itself, in order, after what was decided before.
    ///
    /// # Errors
    /// If a year has no plan, or solver or check are at fault.
    pub fn year_by_year(&self, budget: &Budget) -> Result<FoundPath, PathError> {
        self.further_years(&mut YearsSoFar::nothing(self.path), budget)
    }

    /// The years after those that were planned so far, each by itself, in order.
    pub(super) fn further_years(
        &self,
        so_far: &mut YearsSoFar,
        budget: &Budget,
    ) -> Result<FoundPath, PathError> {
        let YearsSoFar { decided, years } = so_far;
        for year in years.len()..self.path.years.len() {
            (self.on_progress)(&PathProgress::Year(self.path.years[year].id.clone()));
            let left = u32::try_from(self.path.years.len() - year).unwrap_or(1);
            let share = budget.share(1, left);
            let YearDecision { entering, found } = self.year_alone(year, decided, years, &share)?;
            *decided = decided.after(self.path, year, &entering, &found.plan);
            years.push(found);
        }
        Ok(self.found(years.clone(), decided.entries.clone()))
    }

    /// All years at once, with a bound on all paths; starts from the path year by year, where there is one.
    ///
    /// # Errors
    /// If a year has no plan, or solver or check are at fault.
    pub fn with_foresight(&self) -> Result<PathOutcome, PathError> {
        self.foresight(true)
    }

    /// Like [`Self::with_foresight`]; what delays cost, and what can be reached where shares are not, is found out
    /// only if it `looks_around`.
    pub(super) fn foresight(&self, looks_around: bool) -> Result<PathOutcome, PathError> {
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
            self.further_years(&mut so_far, &share)
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
        let outcome = search(&model, starts, how)?;
        let mut alone = alone.unwrap_or_else(year_by_year);
        let mut best = alone.as_ref().ok().cloned();
        if let Some(found) = self.best_realised(&model, &widest, &outcome, budget)?
            && best.as_ref().is_none_or(|best| found.reached < best.reached)
        {
            best = Some(found);
        }
        // Where nothing else was found, the year for which time was short gets what is left.
        if best.is_none()
            && matches!(alone, Err(PathError::NothingFound { .. }))
            && !budget.is_exhausted()
        {
            alone = self.further_years(&mut so_far, budget);
            best = alone.as_ref().ok().cloned();
        }
        match (best, alone) {
            (Some(path), alone) => {
                let found = (path, alone.ok());
                Ok(self.with_surroundings(found, (&model, &widest), &outcome, looks_around))
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

    /// What was found, with what delays would cost, what boards that stay out would bring, and what can be reached where
    /// shares are not. A better path that is met on the way replaces the one that was found.
    fn with_surroundings(
        &self,
        (mut path, alone): (FoundPath, Option<FoundPath>),
        (model, widest): (&YearsModel, &WidestYears),
        outcome: &YearsOutcome,
        looks_around: bool,
    ) -> PathOutcome {
        let budget = &self.search.budget;
        let put_off = |path: &FoundPath| {
            if looks_around { self.delays(model, widest, path, budget) } else { Ok(Vec::new()) }
        };
        let around = |path: &FoundPath| {
            if looks_around { self.short_years(path) } else { Vec::new() }
        };
        let outside = |path: &FoundPath| {
            if looks_around { self.outside(path, budget).ok().flatten() } else { None }
        };
        // What can be reached comes first: with a short limit it is the first that people ask for.
        let short = around(&path);
        // A path that was found is not lost where looking around fails.
        let mut reach = self.reach(model, &short, budget).unwrap_or_default();
        let mut delays = put_off(&path).unwrap_or_default();
        // Where the search was stopped early, to put something off may be better.
        let reached = |delay: &Delay| delay.path.reached.clone();
        while let Some(better) = delays.iter().min_by_key(|delay| reached(delay))
            && better.path.reached < path.reached
        {
            path = better.path.clone();
            delays = put_off(&path).unwrap_or_default();
        }
        let mut with_boards = outside(&path);
        let with_it = |one: &WithBoard| one.path.clone();
        while let Some(better) =
            with_boards.iter().flatten().filter_map(with_it).min_by_key(|one| one.reached.clone())
            && better.reached < path.reached
        {
            path = better;
            (delays, with_boards) = (put_off(&path).unwrap_or_default(), outside(&path));
        }
        let levels = self.path.levels(&path.reached, outcome);
        if around(&path) != short {
            reach = self.reach(model, &around(&path), budget).unwrap_or_default();
        }
        // One that was cut short would make planning ahead look better than it is.
        let is_whole = |found: &FoundPath| found.years.iter().all(|year| year.is_settled);
        let year_by_year = alone.filter(is_whole);
        let is_cut_short =
            outcome.levels.is_empty() || !is_within(&outcome.levels, self.search.gap);
        PathOutcome {
            path,
            year_by_year,
            levels,
            is_cut_short,
            delays,
            outside: with_boards,
            reach,
        }
    }

    /// The years in which a path falls short of its share.
    fn short_years(&self, found: &FoundPath) -> Vec<usize> {
        let years = found.years.iter().enumerate();
        let short = years
            .filter(|(year, found)| self.path.short(*year, found.students, found.in_clusters) > 0);
        short.map(|(year, _)| year).collect()
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

    pub(super) fn found(&self, years: Vec<FoundYear>, entries: Vec<Option<usize>>) -> FoundPath {
        let of_years = years.iter().enumerate().map(|(year, found)| {
            let total = found.plan.score.as_ref().map_or(0, |score| score.total.0);
            let short = self.path.short_cost(year, found.students, found.in_clusters);
            self.path.years[year].weight * (total + short)
        });
        let entered = self.path.candidates.iter().zip(&entries);
        let entered = entered.filter(|(_, entry)| entry.is_some()).map(|(board, _)| board.worth);
        let value = of_years.sum::<i64>() + entered.sum::<i64>();
        let results = years.iter().enumerate();
        let results: Vec<YearResult> =
            results.map(|(year, found)| self.path.result_of(year, found)).collect();
        let reached = self.path.reached(&results, value);
        FoundPath { years, entries, value, reached }
    }

    /// Reads files that are named relative to the folder of the base.
    pub(super) fn beside_base(&self) -> impl Fn(&str) -> Result<Vec<u8>, String> + '_ {
        |name| (self.files)(&beside(&self.path.folder, name))
    }
}

/// Why a search stopped that has used up its budget.
pub(super) fn stopped(budget: &Budget) -> Ending {
    if budget.is_interrupted() { Ending::Interrupted } else { Ending::Limit }
}

/// Whether each goal is reached within a fraction of what was reached.
fn is_within(levels: &[PathLevel], gap: f64) -> bool {
    levels.iter().all(|level| relative_gap(level.value, level.bound) <= gap)
}
