//! From a plan to the values of an integer program that contains it.

use crate::base::IdVec;
use crate::model::candidates::Candidates;
use crate::model::formulation::{Formulation, VariableId};
use crate::plan::Setting;
use crate::plan::assignment::Assignment;
use crate::solve::budget::Budget;
use crate::solve::mip::{self, MipOutcome, MipSettings, Solver};

/// Values for every variable of a program that make up a plan; `None` where the program does not
/// contain it.
pub fn complete(
    candidates: &Candidates,
    formulation: &Formulation,
    plan: &Assignment,
    solver: Solver,
) -> Option<IdVec<VariableId, i64>> {
    let mut decided = formulation.clone();
    let mut decide = |variable: VariableId, value: i64| {
        decided.variables[variable].lower = value;
        decided.variables[variable].upper = Some(value);
    };
    for (id, option) in candidates.options.iter() {
        let is_used = plan.clusters.iter().any(|cluster| option.is_alike(cluster));
        decide(formulation.decisions.used[id], i64::from(is_used));
    }
    let settings = plan.settings();
    for (id, pair) in candidates.pairs.iter() {
        let setting = settings.get(&pair.school).copied().unwrap_or(Setting::Shell);
        let here = plan
            .placements
            .binary_search_by_key(&(pair.student, pair.school), |placement| {
                (placement.student, placement.school)
            })
            .ok()
            .filter(|_| setting == pair.setting);
        let count = here.map_or(0, |position| plan.placements[position].count);
        decide(formulation.decisions.assigned[id], count);
    }
    // All decisions are fixed, so that what is left follows from the rows: no search that a budget has to end.
    match mip::solve(&decided, MipSettings::exact(solver), &Budget::unlimited(), None, &|_| {})
        .ok()?
    {
        MipOutcome::Found(answer) => Some(answer.values),
        MipOutcome::Infeasible | MipOutcome::NothingFound(_) => None,
    }
}
