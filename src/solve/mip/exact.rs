//! Where floats become whole numbers, and are checked.

use std::sync::Arc;

use super::task::{ExactPoint, Run, Stop, Task};
use crate::base::{Id, IdVec};
use crate::model::formulation::{Expression, Formulation};

/// A whole number for a solver.
#[expect(clippy::cast_precision_loss, reason = "coefficients and values stay far below 2^53")]
pub(super) fn float(whole: i64) -> f64 {
    whole as f64
}

/// The nearest whole number; `None` where there is none or floats are too coarse to decide.
pub(super) fn rounded(value: f64) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "within the range where floats are exact")]
    (value.abs() <= EXACT).then(|| value.round() as i64)
}

/// Float error that a solver's bound may have; subtracted before a bound is rounded up.
///
/// One in 10^9 is what a tight feasibility tolerance leaves of a sum. From 2.5 × 10^8 on it stays
/// at a quarter point, so that a bound within half a point of a value, where the search stops
/// ([`STOP_WITHIN`]), still rounds up to that value.
pub(super) fn noise(bound: f64) -> f64 {
    (1e-6 + 1e-9 * bound.abs()).min(0.25)
}

/// All objectives are whole, so a value less than one above the bound is optimal; half of that
/// leaves room for [`noise`].
#[cfg(feature = "highs")]
pub(super) const STOP_WITHIN: f64 = 0.5;

/// A solver's bound, without the objective's constant, rounded up to whole points; 0 where it
/// says nothing, since no level is ever negative.
pub(super) fn whole_bound(bound: f64, objective: &Expression) -> i64 {
    let bound = bound + float(objective.constant);
    rounded((bound - noise(bound)).ceil()).unwrap_or(0).max(0)
}

/// What is left to decide once the whole variables are rounded: the others, which must be whole
/// too. `None` where a whole variable is out of its bounds.
///
/// At a degenerate vertex an auxiliary variable may be fractional although a whole value costs the
/// same; fixing the rest and asking for whole values finds it.
pub(super) fn remainder(task: &Task, values: &[f64]) -> Option<Arc<Task>> {
    let mut program = Formulation::clone(&task.program);
    for (variable, &value) in program.variables.values_mut().zip(values) {
        if variable.whole {
            let value = rounded(value)?;
            let within = value >= variable.lower && variable.upper.is_none_or(|most| value <= most);
            if !within {
                return None;
            }
            variable.lower = value;
            variable.upper = Some(value);
        }
        variable.whole = true;
    }
    let objective = task.objective.clone();
    Some(Arc::new(Task {
        program: Arc::new(program),
        objective,
        start: None,
        gap: 0.0,
        improves: true,
    }))
}

/// The task with every variable whole; `None` where all are already.
pub(super) fn all_whole(task: &Task) -> Option<Arc<Task>> {
    let mut program = Formulation::clone(&task.program);
    let not_whole = program.variables.values_mut().filter(|variable| !variable.whole);
    let changed = not_whole.map(|variable| variable.whole = true).count();
    (changed > 0).then(|| Arc::new(Task { program: Arc::new(program), ..task.clone() }))
}

/// A solver's values, rounded, if the program admits them.
pub(super) fn admitted(task: &Task, values: &[f64]) -> Option<ExactPoint> {
    debug_assert_eq!(values.len(), task.program.variables.len());
    let values = values.iter().map(|&value| rounded(value)).collect::<Option<_>>()?;
    ExactPoint::new(&task.program, &task.objective, values)
}

/// What rounded values would be worth, whether or not the program admits them.
pub(super) fn worth(task: &Task, values: &[f64]) -> f64 {
    let terms = &task.objective.terms;
    let sum: f64 = terms.iter().map(|&(variable, by)| float(by) * values[variable.index()]).sum();
    sum + float(task.objective.constant)
}

/// A program without variables: its rows hold or they do not.
pub(super) fn without_choice(task: &Task) -> Run {
    let best = ExactPoint::new(&task.program, &task.objective, IdVec::default());
    let bound = best.as_ref().map_or(0, |best| best.value.max(0));
    let stop = if best.is_some() { Stop::Done } else { Stop::Infeasible };
    Run { best, bound, stop, work: 0 }
}
