//! Cuts between cluster options that exclude each other: of any three pairwise, one is used, and so on.
//!
//! Rows that hold switches alone are combined, divided and rounded. The multipliers of the cut that a point breaks most
//! are found by a small integer program for each group of switches that such rows tie together and for each divisor
//! (Fischetti and Lodi, Optimizing over the first Chvátal closure, Mathematical Programming 110, 2007).

use std::collections::{BTreeMap, BTreeSet};

use crate::base::IdVec;
use crate::instance::Goal;
use crate::model::formulation::{
    Expression, Formulation, Label, Level, Role, Row, RowId, RowSum, Subject, Variable, VariableId,
};
use crate::solve::budget::Budget;
use crate::solve::mip::{self, MipOutcome, MipSettings, Solver};

/// The divisors that are tried.
const DIVISORS: [i64; 5] = [2, 3, 4, 5, 7];
/// The unit of a point's values in the small programs.
const UNIT: f64 = 10_000.0;
/// By how much a cut must be broken, in that unit.
const LEAST_BREACH: i64 = 20;
/// The work on each small program, in simplex iterations.
const MOST_WORK: u64 = 2_000;
/// A value this close to a whole number counts as whole.
const WHOLE: f64 = 1e-6;

/// Rows with multipliers that are added up, divided and rounded up: what every whole point keeps (Chvátal, Edmonds
/// polytopes and a hierarchy of combinatorial problems, Discrete Mathematics 4, 1973).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct RoundedRows {
    /// The multipliers that are not 0: above 0 of the lower side of a row, below 0 of its upper side.
    pub rows: Vec<(RowId, i64)>,
    /// What the sum is divided by; above 0.
    pub divisor: i64,
}

impl RoundedRows {
    /// The terms of the row that follows, and what they are at least. `None` if a number does not fit, or a row has no
    /// such side.
    pub fn row(&self, program: &Formulation) -> Option<(Vec<(VariableId, i64)>, i64)> {
        let mut sum = RowSum::default();
        for &(row, by) in &self.rows {
            sum.add(&program.rows[row], by).ok()?;
        }
        sum.rounded(&program.variables, self.divisor).ok()
    }
}

/// The cuts between switches that a point breaks most.
pub fn broken_packings(
    program: &Formulation,
    values: &IdVec<VariableId, f64>,
    solver: Solver,
    budget: &Budget,
) -> Vec<RoundedRows> {
    let mut cuts = Vec::new();
    for group in groups(program, values) {
        for divisor in DIVISORS {
            if budget.is_exhausted() {
                return cuts;
            }
            cuts.extend(group.cut(program, divisor, solver, budget));
        }
    }
    cuts
}

/// Switches that a point uses, with the rows that tie them together.
struct Group {
    /// The value of each switch, in units.
    switches: BTreeMap<VariableId, i64>,
    rows: BTreeSet<RowId>,
}

/// A row over switches as an upper limit: what its coefficients and its side are multiplied by for that.
fn sign(program: &Formulation, row: &Row) -> Option<i64> {
    let is_switch = |&(variable, _): &(VariableId, i64)| {
        let variable = &program.variables[variable];
        variable.whole && variable.lower == 0 && variable.upper == Some(1)
    };
    let sign = match (row.lower, row.upper) {
        (_, Some(_)) => 1,
        (Some(_), None) => -1,
        (None, None) => return None,
    };
    let is_limit = row.terms.iter().all(|(_, by)| sign * by > 0);
    (is_limit && row.terms.iter().all(is_switch)).then_some(sign)
}

/// The groups of switches in which a value is broken.
fn groups(program: &Formulation, values: &IdVec<VariableId, f64>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (id, row) in program.rows.iter() {
        let used: Vec<VariableId> = row.terms.iter().map(|&(variable, _)| variable).collect();
        let used: Vec<VariableId> =
            used.into_iter().filter(|&variable| values[variable] > WHOLE).collect();
        if used.is_empty() || sign(program, row).is_none() {
            continue;
        }
        let mut own = Group { switches: BTreeMap::new(), rows: BTreeSet::from([id]) };
        for variable in used {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "values of switches are at most 1"
            )]
            own.switches.insert(variable, (values[variable] * UNIT).round() as i64);
        }
        let (tied, others): (Vec<Group>, Vec<Group>) = groups.into_iter().partition(|group| {
            group.switches.keys().any(|switch| own.switches.contains_key(switch))
        });
        for group in tied {
            own.switches.extend(group.switches);
            own.rows.extend(group.rows);
        }
        groups = others;
        groups.push(own);
    }
    let is_broken = |group: &Group| {
        group.switches.keys().any(|&switch| (values[switch] - values[switch].round()).abs() > WHOLE)
    };
    groups.retain(is_broken);
    groups
}

impl Group {
    /// The cut with a divisor that the values break most, if they break one.
    fn cut(
        &self,
        program: &Formulation,
        divisor: i64,
        solver: Solver,
        budget: &Budget,
    ) -> Option<RoundedRows> {
        let (small, multipliers) = self.separation(program, divisor);
        let budget = budget.with_work_at_most(MOST_WORK);
        let settings = MipSettings::exact(solver);
        let Ok(MipOutcome::Found(found)) = mip::solve(&small, settings, &budget, None, &|_| {})
        else {
            return None;
        };
        let used = multipliers.into_iter().filter(|(_, variable)| found.values[*variable] > 0);
        let rows = used.filter_map(|(row, variable)| {
            Some((row, -sign(program, &program.rows[row])? * found.values[variable]))
        });
        let cut = RoundedRows { rows: rows.collect(), divisor };
        let (terms, side) = cut.row(program)?;
        let value: i64 = terms
            .iter()
            .map(|(variable, by)| by * self.switches.get(variable).copied().unwrap_or(0))
            .sum();
        #[expect(clippy::cast_possible_truncation, reason = "a constant")]
        let unit = UNIT as i64;
        (value + LEAST_BREACH < side * unit).then_some(cut)
    }

    /// The program that finds the multipliers, and the variable of each: it maximises by how much the rounded row is
    /// broken.
    fn separation(
        &self,
        program: &Formulation,
        divisor: i64,
    ) -> (Formulation, Vec<(RowId, VariableId)>) {
        let mut small = Formulation::default();
        let number = |small: &mut Formulation, upper| {
            let label = Label { rule: "certificate", kind: "multiplier", subject: Subject::Plan };
            small.variable(Variable { label, lower: 0, upper: Some(upper), whole: true })
        };
        let multipliers: Vec<(RowId, VariableId)> =
            self.rows.iter().map(|&row| (row, number(&mut small, divisor - 1))).collect();
        let mut of_switch: BTreeMap<VariableId, Expression> = BTreeMap::new();
        let mut side = Expression::default();
        for &(id, multiplier) in &multipliers {
            let row = &program.rows[id];
            let Some(sign) = sign(program, row) else { continue };
            let limit = if sign > 0 { row.upper } else { row.lower };
            side = side.plus_variable(sign * limit.unwrap_or(0), multiplier);
            for &(variable, by) in &row.terms {
                if self.switches.contains_key(&variable) {
                    of_switch.entry(variable).or_default().terms.push((multiplier, sign * by));
                }
            }
        }
        let label = Label { rule: "certificate", kind: "rounded", subject: Subject::Plan };
        let mut objective = Expression::default();
        for (variable, sum) in of_switch {
            let most: i64 = sum.terms.iter().map(|(_, by)| by * (divisor - 1)).sum();
            let most = most / divisor;
            let coefficient = number(&mut small, most);
            let row = sum.plus_variable(-divisor, coefficient);
            small.row(label, Role::Structure, row, Some(0), None);
            let value = self.switches[&variable];
            objective = objective.plus_variable(-value, coefficient);
            // No objective is ever negative.
            objective.constant += value * most;
        }
        let greatest: i64 = side.terms.iter().map(|(_, by)| by * (divisor - 1)).sum();
        let rounded_side = number(&mut small, greatest / divisor + 1);
        let row = side.plus_variable(-divisor, rounded_side);
        small.row(label, Role::Structure, row, None, Some(divisor - 1));
        #[expect(clippy::cast_possible_truncation, reason = "a constant")]
        let unit = UNIT as i64;
        objective = objective.plus_variable(unit, rounded_side);
        // Of cuts that are broken as much, one of few rows.
        for &(_, multiplier) in &multipliers {
            objective = objective.plus_variable(1, multiplier);
        }
        small.levels.push(Level { goal: Goal::Total, objective: objective.into() });
        (small, multipliers)
    }
}
