//! The search by linear and integer programs over the compact program of a path.
//!
//! Its linear relaxation is strong: opening costs, minimum sizes and the ties between the years are rows of it. The
//! duals prove a bound in whole points, and say which pairs are worth considering: the integer program over the
//! cheapest ones of every student has good paths. The last program holds everything that a better path could use,
//! so that what it proves holds for all paths.

use std::collections::BTreeSet;

use super::model::YearsModel;
use super::outcome::{YearsOutcome, YearsProgress, YearsSearch};
use super::program::YearsProgram;
use super::schedule::Schedule;
use crate::base::IdVec;
use crate::model::formulation::{Formulation, VariableId};
use crate::solve::budget::Budget;
use crate::solve::mip::{self, MipOutcome, MipSettings, MipSolution, SafeBound, SolveError};

/// Parameters of the search.
struct Tuning {
    /// With more pairs than this in all years together, the linear relaxation takes too long.
    most_pairs: usize,
    /// The pairs of each student in the first integer program.
    pairs_per_student: usize,
    /// The part of what is left of the time that the relaxation may take.
    relaxation: (u32, u32),
    /// The same for the first integer program.
    first: (u32, u32),
    /// The same for placing the students of a path that is known.
    start: (u32, u32),
    /// A known path is placed well enough at this gap.
    start_gap: f64,
}

const TUNING: Tuning = Tuning {
    most_pairs: 600_000,
    pairs_per_student: 12,
    relaxation: (1, 2),
    first: (3, 4),
    start: (1, 4),
    start_gap: 0.001,
};

/// A path as values of the variables, and what it costs.
type Known = (IdVec<VariableId, i64>, i64);

/// A search by programs.
pub struct ProgramSearch<'a> {
    model: &'a YearsModel<'a>,
    how: YearsSearch<'a>,
    program: YearsProgram<'a>,
    relaxed: SafeBound,
}

impl<'a> ProgramSearch<'a> {
    /// A search that has solved the linear relaxation; `None` where that is too large or did not end.
    pub fn new(model: &'a YearsModel<'a>, how: YearsSearch<'a>) -> Option<Self> {
        if model.pairs() > TUNING.most_pairs {
            return None;
        }
        let program = YearsProgram::whole(model);
        let (part, of) = TUNING.relaxation;
        let share = how.budget.share(part, of);
        let duals = mip::duals(&program.formulation, how.settings.solver, &share)?;
        let relaxed = SafeBound::of(&program.formulation, duals)?;
        Some(Self { model, how, program, relaxed })
    }

    /// Searches for the best path. `starts` looks for schedules beside that, which are used where none is found.
    ///
    /// # Errors
    /// When the solver is at fault.
    pub fn run(
        &self,
        starts: impl FnOnce() -> Vec<Schedule> + Send,
    ) -> Result<YearsOutcome, SolveError> {
        self.report(None);
        let narrow = self.program.formulation.without(self.dear_pairs().into_iter());
        let share = if self.how.wants_proof { TUNING.first } else { (1, 1) };
        let first = || self.improved(&narrow, self.how.settings, share, None);
        let (first, starts) = rayon::join(first, starts);
        let mut best = first?;
        if best.is_none() {
            for start in &starts {
                let held = self.holding(&narrow, start);
                let settings = MipSettings { gap: TUNING.start_gap, ..self.how.settings };
                best = self.improved(&held, settings, TUNING.start, best)?;
            }
        }
        let is_good = best.is_some() && !self.how.wants_proof;
        let mut bound = self.relaxed.bound;
        if !is_good && !self.is_near(best.as_ref()) && !self.how.budget.is_exhausted() {
            let beyond = self.beyond(best.as_ref());
            let wide = self.program.formulation.without(beyond.into_iter());
            match self.solve(&wide, self.how.settings, self.how.budget, best.as_ref())? {
                MipOutcome::Found(answer) => {
                    bound = bound.max(answer.levels[0].bound);
                    best = Some(better(best, answer));
                }
                MipOutcome::Infeasible if best.is_none() => return Ok(YearsOutcome::NOTHING),
                MipOutcome::Infeasible | MipOutcome::NothingFound(_) => {}
            }
        }
        let cost = best.as_ref().map(|(_, value)| *value);
        Ok(YearsOutcome {
            bound: Some(cost.map_or(bound, |cost| bound.min(cost))),
            cost,
            best: best.map(|(values, _)| self.program.read(&values)),
            is_exact: true,
        })
    }

    /// The better of a known path and what is found in a part of the program.
    fn improved(
        &self,
        narrow: &Formulation,
        settings: MipSettings,
        (part, of): (u32, u32),
        known: Option<Known>,
    ) -> Result<Option<Known>, SolveError> {
        let share = self.how.budget.share(part, of);
        Ok(match self.solve(narrow, settings, &share, known.as_ref())? {
            MipOutcome::Found(answer) => Some(better(known, answer)),
            MipOutcome::Infeasible | MipOutcome::NothingFound(_) => known,
        })
    }

    /// Solves a part of the program, from a known path.
    fn solve(
        &self,
        part: &Formulation,
        settings: MipSettings,
        budget: &Budget,
        known: Option<&Known>,
    ) -> Result<MipOutcome, SolveError> {
        let on_progress = |progress: &mip::Progress| {
            self.report(progress.best.into_iter().chain(known.map(|(_, value)| *value)).min());
        };
        mip::solve(part, settings, budget, known.map(|(values, _)| values), &on_progress)
    }

    fn report(&self, best: Option<i64>) {
        (self.how.on_progress)(YearsProgress { best, bound: self.relaxed.bound });
    }

    /// Whether a path is as near to the bound of the relaxation as is wanted.
    fn is_near(&self, known: Option<&Known>) -> bool {
        known.is_some_and(|(_, value)| {
            let gap = (value - self.relaxed.bound) as f64;
            gap <= self.how.settings.gap * (*value).max(1) as f64
        })
    }

    /// All pairs but the cheapest of each student.
    fn dear_pairs(&self) -> BTreeSet<VariableId> {
        let mut dear = BTreeSet::new();
        for mut pairs in self.program.pairs_by_student() {
            pairs.sort_by_key(|&pair| (self.relaxed.reduced[pair], pair));
            dear.extend(pairs.into_iter().skip(TUNING.pairs_per_student));
        }
        dear
    }

    /// What no path has that is as good as a known one, by its reduced cost.
    fn beyond(&self, known: Option<&Known>) -> BTreeSet<VariableId> {
        let Some((_, value)) = known else { return BTreeSet::new() };
        let variables = self.program.formulation.variables.iter();
        let beyond = variables.filter(|(id, variable)| {
            variable.lower == 0 && self.relaxed.bound + self.relaxed.reduced[*id] > *value
        });
        beyond.map(|(id, _)| id).collect()
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

/// The better of a known path and an answer.
fn better(known: Option<Known>, answer: MipSolution) -> Known {
    let value = answer.levels[0].value;
    known.filter(|known| known.1 <= value).unwrap_or((answer.values, value))
}
