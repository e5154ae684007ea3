//! Covers: what must be placed needs that many uses.
//!
//! The rows of the students and those of what may be placed where add up to `sum of c·y + what is placed elsewhere or
//! left out ≥ D`; divided by a number and rounded up (Chvátal, Edmonds polytopes and a hierarchy of combinatorial
//! problems, Discrete Mathematics 4, 1973), this says how many clusters must at least be used.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::BROKEN_BY;
use super::links::Capacity;
use crate::model::formulation::{
    Expression, Formulation, Label, Role, Row, RowId, Subject, VariableId,
};
use crate::solve::mip::LinearOptimum;

/// The most numbers by which a cover is divided.
const DIVISORS: usize = 16;

/// A sum of whole variables that is at least a number.
pub struct UseCover {
    pub terms: BTreeMap<VariableId, i64>,
    pub least: i64,
}

/// How much room must be used, undivided and divided by the rooms that there are.
pub fn covers(program: &Formulation, capacities: &BTreeMap<RowId, Capacity>) -> Vec<UseCover> {
    let Some(whole) = whole_cover(program, capacities) else { return Vec::new() };
    let mut divisors: Vec<i64> = whole.terms.values().copied().filter(|&by| by > 1).collect();
    divisors.sort_unstable_by_key(|&by| Reverse(by));
    divisors.dedup();
    divisors.truncate(DIVISORS);
    let divided = divisors.iter().map(|&by| UseCover {
        terms: whole.terms.iter().map(|(&id, &of)| (id, (of + by - 1).div_euclid(by))).collect(),
        least: (whole.least + by - 1).div_euclid(by),
    });
    divided.collect()
}

/// The rows that say that everyone is somewhere, less the rows of what may be placed where.
fn whole_cover(program: &Formulation, capacities: &BTreeMap<RowId, Capacity>) -> Option<UseCover> {
    let all_takers: BTreeSet<VariableId> =
        capacities.values().flat_map(|capacity| capacity.takers.iter().copied()).collect();
    let is_demand = |row: &&Row| {
        row.lower.is_some()
            && row.lower == row.upper
            && row.terms.iter().all(|&(id, by)| {
                let variable = &program.variables[id];
                by == 1 && variable.lower == 0
            })
            && row.terms.iter().any(|(id, _)| all_takers.contains(id))
    };
    let mut somewhere: BTreeSet<VariableId> = BTreeSet::new();
    let mut least = 0;
    for row in program.rows.values().filter(is_demand) {
        // A second row about the same variables would count them twice.
        if row.terms.iter().any(|(id, _)| somewhere.contains(id)) {
            continue;
        }
        somewhere.extend(row.terms.iter().map(|(id, _)| *id));
        least += row.lower.unwrap_or(0);
    }
    let mut by_size: Vec<&Capacity> = capacities.values().collect();
    by_size.sort_by_key(|capacity| {
        let room: i64 = capacity.openers.iter().map(|(_, by)| by).sum();
        (Reverse(capacity.takers.len()), room)
    });
    let mut terms: BTreeMap<VariableId, i64> = BTreeMap::new();
    let mut counted = BTreeSet::new();
    for capacity in by_size {
        if capacity.takers.iter().any(|taker| counted.contains(taker)) {
            continue;
        }
        counted.extend(capacity.takers.iter().copied());
        for &(opener, by) in &capacity.openers {
            *terms.entry(opener).or_default() += by;
        }
    }
    for id in somewhere.difference(&counted) {
        *terms.entry(*id).or_default() += 1;
    }
    (least > 0).then_some(UseCover { terms, least })
}

/// Adds the covers that a solution of the relaxation breaks; returns their number.
pub fn add_covers(program: &mut Formulation, covers: &[UseCover], solved: &LinearOptimum) -> usize {
    let mut added = 0;
    for cover in covers {
        #[expect(clippy::cast_precision_loss, reason = "numbers of students")]
        let value: f64 = cover.terms.iter().map(|(&id, &by)| by as f64 * solved.values[id]).sum();
        #[expect(clippy::cast_precision_loss, reason = "a number of students")]
        let is_broken = value < cover.least as f64 - BROKEN_BY;
        if is_broken {
            let label = Label { rule: "structure", kind: "cover", subject: Subject::Plan };
            let terms = cover.terms.iter().map(|(&id, &by)| (id, by)).collect();
            let sum = Expression { terms, constant: 0 };
            program.row(label, Role::Meaning, sum, Some(cover.least), None);
            added += 1;
        }
    }
    added
}
