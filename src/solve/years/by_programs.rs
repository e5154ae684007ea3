//! The search by linear and integer programs over the compact program of a path.
//!
//! Its linear relaxation is strong: opening costs, minimum sizes and the ties between the years are rows of it. The
//! duals prove a bound in whole points, and say which pairs are worth considering: the integer program over the
//! cheapest ones of every student has good paths. The last program holds everything that a better path could use,
//! so that what it proves holds for all paths. Goals are minimised one after the other, each so.

use super::goal::{PathGoal, PathLevel};
use super::model::YearsModel;
use super::outcome::{YearsOutcome, YearsProgress, YearsSearch};
use super::program::YearsProgram;
use super::schedule::Schedule;
use crate::model::formulation::{Formulation, VariableId};
use crate::solve::budget::Budget;
use crate::solve::mip::{Known, LevelOutcome, Narrowing, Progress, RelaxedLevel, SolveError};

/// With more pairs than this in all years together, the linear relaxation takes too long.
const MOST_PAIRS: usize = 600_000;
/// The pairs of each student in the first integer program.
const PAIRS_PER_STUDENT: usize = 12;
/// A known path is placed well enough at this gap.
const START_GAP: f64 = 0.001;
/// The part of what is left of the time in which it is placed: one in this many.
const START_PARTS: u32 = 4;

/// A search by programs.
pub struct ProgramSearch<'a> {
    model: &'a YearsModel<'a>,
    how: YearsSearch<'a>,
    program: YearsProgram<'a>,
    /// The pairs of each student in each year.
    groups: Vec<Vec<VariableId>>,
    first: RelaxedLevel,
}

impl<'a> ProgramSearch<'a> {
    /// A search that has solved the linear relaxation for the first goal; `None` where that is too large or did not
    /// end.
    pub fn new(model: &'a YearsModel<'a>, how: YearsSearch<'a>) -> Option<Self> {
        if model.pairs() > MOST_PAIRS {
            return None;
        }
        let program = YearsProgram::whole(model);
        let groups = program.pairs_by_student();
        let narrowing = narrowing(&how, &groups, &|_| {});
        let first = narrowing.relaxed(program.formulation.clone(), &share(model, &how, 0))?;
        Some(Self { model, how, program, groups, first })
    }

    /// Searches for the best path. `starts` looks for schedules beside that, which are used where none is found.
    ///
    /// # Errors
    /// When the solver is at fault.
    pub fn run(
        self,
        starts: impl FnOnce() -> Vec<Schedule> + Send,
    ) -> Result<YearsOutcome, SolveError> {
        let on_progress = |progress: &Progress| {
            (self.how.on_progress)(YearsProgress { best: progress.best, bound: progress.bound });
        };
        let narrowing = narrowing(&self.how, &self.groups, &on_progress);
        let mut held = self.program.formulation.clone();
        let mut starts = Some(starts);
        let mut levels = Vec::new();
        let mut best: Option<Known> = None;
        for (position, &goal) in self.model.goals.iter().enumerate() {
            let budget = share(self.model, &self.how, position);
            let known = best.take();
            let outcome = match starts.take() {
                Some(starts) => self.first_level(&narrowing, &budget, starts)?,
                // What was found for the goals before is kept where there is no time for this one.
                None => narrowing
                    .level(held.clone(), &budget, known.clone())?
                    .unwrap_or(LevelOutcome::Bounded { best: known, bound: 0 }),
            };
            let LevelOutcome::Bounded { best: found, bound } = outcome else {
                return Ok(YearsOutcome::NOTHING);
            };
            let Some((values, value)) = found else {
                let bound = if position == 0 && goal == PathGoal::Total { bound } else { 0 };
                return Ok(YearsOutcome { bound: Some(bound), ..YearsOutcome::NOTHING });
            };
            levels.push(PathLevel { goal, value, bound: bound.max(goal.least()) });
            let level = held.levels.remove(0);
            held.hold(&level, value);
            let next = held.levels.first().unwrap_or(&level);
            let value = next.objective.value(|variable| values[variable]);
            best = Some((values, value));
        }
        let best = best.map(|(values, _)| self.program.read(&values));
        Ok(YearsOutcome::of_levels(levels, best, true))
    }

    /// The first goal, from nothing.
    fn first_level(
        &self,
        narrowing: &Narrowing,
        budget: &Budget,
        starts: impl FnOnce() -> Vec<Schedule> + Send,
    ) -> Result<LevelOutcome, SolveError> {
        let level = &self.first;
        (self.how.on_progress)(YearsProgress { best: None, bound: level.bound() });
        let narrow = level.narrow(&self.groups, PAIRS_PER_STUDENT, None);
        let gap = self.how.settings.gap;
        let first =
            || narrowing.improved(level, &narrow, gap, &narrowing.first_share(budget), None);
        let (first, starts) = rayon::join(first, starts);
        let mut best = first?;
        if best.is_none() {
            for start in &starts {
                let held = self.holding(&narrow, start);
                let share = budget.share(1, START_PARTS);
                best = narrowing.improved(level, &held, START_GAP, &share, best)?;
            }
        }
        narrowing.closed(level, budget, best)
    }

    /// A part of the program with exactly the clusters of a schedule.
    fn holding(&self, part: &Formulation, schedule: &Schedule) -> Formulation {
        let mut held = part.clone();
        for year in 0..self.model.years.len() {
            let used = schedule.used(self.model, year);
            for (option, variable) in self.program.options(year) {
                let value = i64::from(used.contains(&option));
                let variable = &mut held.variables[variable];
                (variable.lower, variable.upper) = (value, Some(value));
            }
        }
        held
    }
}

/// How each goal is minimised.
fn narrowing<'b>(
    how: &YearsSearch,
    groups: &'b [Vec<VariableId>],
    on_progress: &'b (dyn Fn(&Progress) + Sync),
) -> Narrowing<'b> {
    Narrowing {
        groups,
        number: PAIRS_PER_STUDENT,
        rooms: &[],
        settings: how.settings,
        wants_proof: how.wants_proof,
        on_progress,
    }
}

/// The part of the budget for a goal.
fn share(model: &YearsModel, how: &YearsSearch, position: usize) -> Budget {
    how.budget.share(1, u32::try_from(model.goals.len() - position).unwrap_or(1))
}
