//! Minimises the levels of a program, each in two steps: over the variables that its linear relaxation says are worth
//! considering, which has good points; then over all that a better point could use, which proves what is left.

use super::{
    Ending, Known, LevelAnswer, MipOutcome, MipSettings, MipSolution, Progress, RelaxedLevel,
    SolveError, solve,
};
use crate::base::{IdVec, is_within_gap};
use crate::model::formulation::{Formulation, VariableId};
use crate::solve::budget::Budget;

/// The part of what is left of the time that a relaxation may take.
const RELAXATION: (u32, u32) = (1, 2);
/// The same for the first integer program.
const FIRST: (u32, u32) = (3, 4);
/// The same for each program within a part of the gap.
const ROOM: (u32, u32) = (1, 3);

/// How to search.
#[derive(Clone, Copy)]
pub struct Narrowing<'a> {
    /// Variables that stand for each other, such as all the ways to place a student.
    pub groups: &'a [Vec<VariableId>],
    /// The number of each group in the first integer program.
    pub number: usize,
    /// Before all that a better point could use is searched, what lies within these parts of the gap above the bound:
    /// one part in 16, say, then one in 4. Small programs find good points soon, where the whole takes long.
    pub rooms: &'a [i64],
    /// The solver, and the gap at which the search on a level ends.
    pub settings: MipSettings,
    /// Whether a proof is wanted beyond that of the relaxation, or only a good point.
    pub wants_proof: bool,
    /// Where progress is shown.
    pub on_progress: &'a (dyn Fn(&Progress) + Sync),
}

/// What the search on a level ends with.
pub enum LevelOutcome {
    /// The best point that is known, if any; none has less than the bound.
    Bounded {
        /// The point and its value.
        best: Option<Known>,
        /// In whole numbers.
        bound: i64,
    },
    /// There is no point.
    Infeasible,
}

impl Narrowing<'_> {
    /// Minimises the levels in their order, each subject to the values that those before have reached, from a known
    /// point if there is one. `None` where a level is no sum, or the relaxation of the first was not solved in time.
    ///
    /// # Errors
    /// When the solver is at fault.
    pub fn solve(
        &self,
        formulation: &Formulation,
        budget: &Budget,
        start: Option<&IdVec<VariableId, i64>>,
    ) -> Result<Option<MipOutcome>, SolveError> {
        if formulation.levels.iter().any(|level| level.objective.sum().is_none()) {
            return Ok(None);
        }
        let mut held = formulation.clone();
        let mut known = start.filter(|values| formulation.admits(values)).cloned();
        let mut bounds = Vec::new();
        let number = formulation.levels.len();
        for (position, level) in formulation.levels.iter().enumerate() {
            let share = budget.share(1, u32::try_from(number - position).unwrap_or(1));
            let point = known.take().map(|values| {
                let value = level.objective.value(|variable| values[variable]);
                (values, value)
            });
            let outcome = match self.level(held.clone(), &share, point.clone())? {
                Some(outcome) => outcome,
                None if bounds.is_empty() => return Ok(None),
                // What was found for the levels before is kept where there is no time for this one.
                None => LevelOutcome::Bounded { best: point, bound: 0 },
            };
            let LevelOutcome::Bounded { best, bound } = outcome else {
                return Ok(Some(MipOutcome::Infeasible));
            };
            let Some((values, value)) = best else {
                return Ok(Some(MipOutcome::NothingFound(stopped(budget))));
            };
            bounds.push(bound);
            held.hold(level, value);
            held.levels.remove(0);
            known = Some(values);
        }
        let Some(values) = known else { return Ok(None) };
        let levels = formulation.levels.iter().zip(bounds);
        let levels = levels.map(|(level, bound)| {
            let value = level.objective.value(|variable| values[variable]);
            LevelAnswer { goal: level.goal, value, bound: bound.min(value) }
        });
        let levels: Vec<LevelAnswer> = levels.collect();
        let is_within =
            |level: &LevelAnswer| is_within_gap(level.value, level.bound, self.settings.gap);
        let ending = if levels.iter().all(is_within) { Ending::Finished } else { stopped(budget) };
        Ok(Some(MipOutcome::Found(MipSolution { values, levels, ending })))
    }

    /// Minimises the first level of a program, from a known point. `None` where its relaxation was not solved.
    ///
    /// # Errors
    /// When the solver is at fault.
    pub fn level(
        &self,
        program: Formulation,
        budget: &Budget,
        known: Option<Known>,
    ) -> Result<Option<LevelOutcome>, SolveError> {
        // No level is ever negative.
        if known.as_ref().is_some_and(|(_, value)| *value == 0) {
            return Ok(Some(LevelOutcome::Bounded { best: known, bound: 0 }));
        }
        let Some(level) = self.relaxed(program, budget) else { return Ok(None) };
        let of_known = known.as_ref().map(|(values, _)| values);
        let narrow = level.narrow(self.groups, self.number, of_known);
        let first = self.first_share(budget);
        let best = self.improved(&level, &narrow, self.settings.gap, &first, known)?;
        self.closed(&level, budget, best).map(Some)
    }

    /// The first level with its linear relaxation, within its part of the budget.
    pub fn relaxed(&self, program: Formulation, budget: &Budget) -> Option<RelaxedLevel> {
        let (part, of) = RELAXATION;
        RelaxedLevel::of(program, self.settings.solver, &budget.share(part, of))
    }

    /// The part of what is left of a budget that the first integer program may take.
    pub fn first_share(&self, budget: &Budget) -> Budget {
        let (part, of) = if self.wants_proof { FIRST } else { (1, 1) };
        budget.share(part, of)
    }

    /// The better of a known point and what is found in a part of the program, up to a gap.
    ///
    /// # Errors
    /// When the solver is at fault.
    pub fn improved(
        &self,
        level: &RelaxedLevel,
        part: &Formulation,
        gap: f64,
        budget: &Budget,
        known: Option<Known>,
    ) -> Result<Option<Known>, SolveError> {
        let settings = MipSettings { gap, ..self.settings };
        Ok(match self.run(part, settings, budget, known.as_ref(), level.bound(), 0)? {
            MipOutcome::Found(answer) => Some(better(known, answer)),
            MipOutcome::Infeasible | MipOutcome::NothingFound(_) => known,
        })
    }

    /// The best point of the whole program as far as the budget goes and a proof is wanted, and a bound.
    ///
    /// # Errors
    /// When the solver is at fault.
    pub fn closed(
        &self,
        level: &RelaxedLevel,
        budget: &Budget,
        known: Option<Known>,
    ) -> Result<LevelOutcome, SolveError> {
        let is_near = |best: &Option<Known>, bound: i64| {
            best.as_ref().is_some_and(|known| !self.wants_proof || self.is_within(known, bound))
        };
        let (mut best, mut bound) = (known, level.bound());
        if self.settings.improves && self.wants_proof {
            best = best.map(|known| self.rounded(level, budget, known)).transpose()?;
        }
        for &parts in self.rooms {
            let Some((values, value)) = best.clone() else { break };
            if is_near(&best, bound) || budget.is_exhausted() {
                break;
            }
            let ceiling = level.bound() + (value - level.bound()) / parts;
            let part = level.below(ceiling, &values);
            let share = budget.share(ROOM.0, ROOM.1);
            let outcome = self.run(&part, self.settings, &share, best.as_ref(), bound, ceiling)?;
            if let MipOutcome::Found(answer) = outcome {
                bound = bound.max(answer.levels[0].bound.min(ceiling));
                best = Some(better(best, answer));
            }
        }
        if !is_near(&best, bound) && !budget.is_exhausted() {
            let value = best.as_ref().map(|(_, value)| *value);
            let wide = level.wide(value);
            // Without a known point the whole program is wide, and nothing is outside.
            let ceiling = value.unwrap_or(i64::MAX);
            match self.run(&wide, self.settings, budget, best.as_ref(), bound, ceiling)? {
                MipOutcome::Found(answer) => {
                    bound = bound.max(answer.levels[0].bound);
                    best = Some(better(best, answer));
                }
                MipOutcome::Infeasible if best.is_none() => return Ok(LevelOutcome::Infeasible),
                MipOutcome::Infeasible | MipOutcome::NothingFound(_) => {}
            }
        }
        let bound = best.as_ref().map_or(bound, |(_, value)| bound.min(*value));
        Ok(LevelOutcome::Bounded { best, bound })
    }

    /// The best rounding of the relaxation's optimum, if it is known and better than a known point that is not near the bound.
    ///
    /// # Errors
    /// When the solver is at fault.
    pub fn rounded(
        &self,
        level: &RelaxedLevel,
        budget: &Budget,
        known: Known,
    ) -> Result<Known, SolveError> {
        if self.is_within(&known, level.bound()) {
            return Ok(known);
        }
        // What only points in the dearer half of the gap may have makes the program twice as large.
        let ceiling = i64::midpoint(level.bound(), known.1);
        let Some(part) = level.roundings(ceiling, &known.0) else { return Ok(known) };
        let share = budget.share(ROOM.0, ROOM.1);
        let found = self.improved(level, &part, self.settings.gap, &share, Some(known.clone()))?;
        Ok(found.unwrap_or(known))
    }

    /// Whether a point is within the gap of a bound.
    fn is_within(&self, known: &Known, bound: i64) -> bool {
        is_within_gap(known.1, bound, self.settings.gap)
    }

    /// Minimises a part of a program from the best known point. Nothing outside the part costs less than the ceiling, so
    /// that bounds hold for the whole program up to there.
    fn run(
        &self,
        part: &Formulation,
        settings: MipSettings,
        budget: &Budget,
        known: Option<&Known>,
        bound: i64,
        ceiling: i64,
    ) -> Result<MipOutcome, SolveError> {
        let of_known = known.map(|(_, value)| *value);
        let on_progress = |progress: &Progress| {
            let best = progress.best.into_iter().chain(of_known).min();
            let bound = bound.max(progress.bound.min(ceiling));
            (self.on_progress)(&Progress { best, bound, ..*progress });
        };
        solve(part, settings, budget, known.map(|(values, _)| values), &on_progress)
    }
}

/// Why a search ended that did not end by itself.
fn stopped(budget: &Budget) -> Ending {
    if budget.is_interrupted() { Ending::Interrupted } else { Ending::Limit }
}

/// The better of a known point and an answer.
fn better(known: Option<Known>, answer: MipSolution) -> Known {
    let value = answer.levels[0].value;
    known.filter(|known| known.1 <= value).unwrap_or((answer.values, value))
}
