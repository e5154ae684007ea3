//! The search by linear and integer programs over the compact program of a path.
//!
//! Its linear relaxation is strong: opening costs, minimum sizes and the ties between the years are rows of it. The
//! duals prove a bound in whole points, and say which pairs are worth considering: the integer program over the
//! cheapest ones of every student has good paths. The last program holds everything that a better path could use,
//! so that what it proves holds for all paths.

use std::collections::BTreeSet;

use super::model::YearsModel;
use super::outcome::{YearsOutcome, YearsProgress};
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
    /// Of what is left of the time, one part in this many may be spent on the relaxation.
    relaxation_parts: u32,
    /// The same for each path that is known.
    start_parts: u32,
    /// The same for the first integer program.
    first_parts: u32,
    /// A known path is placed well enough at this gap.
    start_gap: f64,
}

const TUNING: Tuning = Tuning {
    most_pairs: 600_000,
    pairs_per_student: 12,
    relaxation_parts: 2,
    start_parts: 6,
    first_parts: 2,
    start_gap: 0.001,
};

/// A search by programs.
struct ProgramSearch<'a> {
    model: &'a YearsModel<'a>,
    program: YearsProgram<'a>,
    relaxed: SafeBound,
    settings: MipSettings,
    budget: &'a Budget,
    on_progress: &'a (dyn Fn(YearsProgress) + Sync),
    best: Option<(IdVec<VariableId, i64>, i64)>,
}

/// Searches for the best path, from known schedules; `None` where the program is too large or its relaxation was
/// not solved.
///
/// # Errors
/// When the solver is at fault.
pub fn search_by_programs(
    model: &YearsModel,
    starts: &[Schedule],
    settings: MipSettings,
    budget: &Budget,
    on_progress: &(dyn Fn(YearsProgress) + Sync),
) -> Result<Option<YearsOutcome>, SolveError> {
    if model.pairs() > TUNING.most_pairs {
        return Ok(None);
    }
    let program = YearsProgram::whole(model);
    let share = budget.share(1, TUNING.relaxation_parts);
    let duals = mip::duals(&program.formulation, settings.solver, &share);
    let relaxed = duals.and_then(|duals| SafeBound::of(&program.formulation, duals));
    let Some(relaxed) = relaxed else { return Ok(None) };
    let mut search =
        ProgramSearch { model, program, relaxed, settings, budget, on_progress, best: None };
    search.run(starts).map(Some)
}

impl ProgramSearch<'_> {
    fn run(&mut self, starts: &[Schedule]) -> Result<YearsOutcome, SolveError> {
        let mut bound = self.relaxed.bound;
        self.report(bound);
        let narrow = self.program.formulation.without(self.dear_pairs().into_iter());
        for start in starts {
            let held = self.holding(&narrow, start);
            let settings = MipSettings { gap: TUNING.start_gap, ..self.settings };
            self.solve(&held, settings, &self.budget.share(1, TUNING.start_parts), bound)?;
        }
        let share = self.budget.share(1, TUNING.first_parts);
        self.solve(&narrow, self.settings, &share, bound)?;
        if !self.is_near(bound) && !self.budget.is_exhausted() {
            let wide = self.program.formulation.without(self.beyond_the_best().into_iter());
            match self.solve(&wide, self.settings, self.budget, bound)? {
                MipOutcome::Found(answer) => bound = bound.max(answer.levels[0].bound),
                MipOutcome::Infeasible if self.best.is_none() => {
                    return Ok(YearsOutcome {
                        bound: None,
                        best: None,
                        cost: None,
                        is_exact: true,
                    });
                }
                MipOutcome::Infeasible | MipOutcome::NothingFound(_) => {}
            }
        }
        let cost = self.best.as_ref().map(|(_, value)| *value);
        Ok(YearsOutcome {
            bound: Some(cost.map_or(bound, |cost| bound.min(cost))),
            cost,
            best: self.best.as_ref().map(|(values, _)| self.program.read(values)),
            is_exact: true,
        })
    }

    /// Solves a part of the program from the best point so far, which it improves. `bound` is what is proven.
    fn solve(
        &mut self,
        part: &Formulation,
        settings: MipSettings,
        budget: &Budget,
        bound: i64,
    ) -> Result<MipOutcome, SolveError> {
        let known = self.best.as_ref().map(|(_, value)| *value);
        let on_progress = |progress: &mip::Progress| {
            let best = progress.best.into_iter().chain(known).min();
            (self.on_progress)(YearsProgress { best, bound });
        };
        let start = self.best.as_ref().map(|(values, _)| values);
        let outcome = mip::solve(part, settings, budget, start, &on_progress)?;
        if let MipOutcome::Found(MipSolution { values, levels, .. }) = &outcome
            && known.is_none_or(|known| levels[0].value < known)
        {
            self.best = Some((values.clone(), levels[0].value));
        }
        self.report(bound);
        Ok(outcome)
    }

    fn report(&self, bound: i64) {
        let best = self.best.as_ref().map(|(_, value)| *value);
        (self.on_progress)(YearsProgress { best, bound });
    }

    fn is_near(&self, bound: i64) -> bool {
        let value = self.best.as_ref().map(|(_, value)| *value);
        value.is_some_and(|value| (value - bound) as f64 <= self.settings.gap * value.max(1) as f64)
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

    /// What no path that is better than the best one has, by its reduced cost.
    fn beyond_the_best(&self) -> BTreeSet<VariableId> {
        let Some((_, value)) = &self.best else { return BTreeSet::new() };
        let variables = self.program.formulation.variables.iter();
        let beyond = variables.filter(|(id, variable)| {
            variable.lower == 0 && self.relaxed.bound + self.relaxed.reduced[*id] >= *value
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
