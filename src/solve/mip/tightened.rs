//! Rows that every whole point keeps and the linear relaxation of a program does not.
//!
//! A row `sum of x ≤ sum of c·y`, where each `y` says whether something is used, lets the relaxation use a twelfth of
//! a cluster for one of its twelve members. Two kinds of rows forbid that:
//!
//! - *Links*: no `x` is above zero unless some `y` is. Only those are added that the relaxation breaks, in rounds
//!   (Leung and Magnanti, Valid inequalities and facets of the capacitated plant location problem, Mathematical
//!   Programming 44, 1989).
//! - *Covers*: what must be placed needs that many uses. The rows of the students and the rows above add up to
//!   `sum of c·y + what is placed elsewhere or left out ≥ D`; divided by a number and rounded up (Chvátal, Edmonds
//!   polytopes and a hierarchy of combinatorial problems, Discrete Mathematics 4, 1973), this says how many clusters
//!   must at least be used.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::relaxation::{LinearOptimum, linear_optimum};
use super::{SafeBound, Solver};
use crate::model::formulation::{
    Expression, Formulation, Label, Role, Row, RowId, Subject, VariableId,
};
use crate::solve::budget::Budget;

/// The most rounds in which links are added.
const ROUNDS: usize = 8;
/// A round that adds less than one link for this many that there are is the last.
const FEW: usize = 50;
/// How far a solution of the relaxation must break a row for it to be added.
const BROKEN_BY: f64 = 1e-6;
/// The most numbers by which a cover is divided.
const DIVISORS: usize = 16;

/// Adds rows that all whole points of a program keep until its relaxation breaks few of them. Returns the program and
/// what the last relaxation proves of its first level; `None` where that is no sum, or was not solved in time.
pub fn tightened(
    mut program: Formulation,
    solver: Solver,
    budget: &Budget,
) -> Option<(Formulation, SafeBound)> {
    let capacities = capacities(&program);
    let covers = covers(&program, &capacities);
    let mut links = BTreeSet::new();
    let mut solved = linear_optimum(&program, solver, budget)?;
    for _ in 0..ROUNDS {
        let added = add_links(&mut program, &capacities, &mut links, &solved);
        let covered = add_covers(&mut program, &covers, &solved);
        if added + covered == 0 {
            break;
        }
        solved = linear_optimum(&program, solver, budget)?;
        if covered == 0 && added * FEW <= links.len() {
            break;
        }
    }
    let bound = SafeBound::of(&program, solved.whole_duals())?;
    Some((program, bound))
}

/// What may be placed where something is used: the sum of the takers is at most that of the openers.
struct Capacity {
    takers: Vec<VariableId>,
    /// With what each of them makes room for.
    openers: Vec<(VariableId, i64)>,
}

fn capacities(program: &Formulation) -> BTreeMap<RowId, Capacity> {
    program.rows.iter().filter_map(|(id, row)| Some((id, capacity(program, row)?))).collect()
}

fn capacity(program: &Formulation, row: &Row) -> Option<Capacity> {
    if row.lower.is_some() || row.upper != Some(0) {
        return None;
    }
    let (takers, openers): (Vec<_>, Vec<_>) = row.terms.iter().partition(|(_, by)| *by > 0);
    let is_use = |&(id, _): &(VariableId, i64)| {
        let variable = &program.variables[id];
        variable.whole && variable.lower == 0 && variable.upper == Some(1)
    };
    let is_capacity = takers.len() > 1
        && !openers.is_empty()
        && takers.iter().all(|&(id, by)| by == 1 && program.variables[id].upper.is_some())
        && openers.iter().all(is_use);
    is_capacity.then(|| Capacity {
        takers: takers.into_iter().map(|(id, _)| id).collect(),
        openers: openers.into_iter().map(|(id, by)| (id, -by)).collect(),
    })
}

/// Adds the links that a solution of the relaxation breaks; returns their number.
fn add_links(
    program: &mut Formulation,
    capacities: &BTreeMap<RowId, Capacity>,
    known: &mut BTreeSet<(RowId, VariableId)>,
    solved: &LinearOptimum,
) -> usize {
    let mut added = 0;
    for (&row, capacity) in capacities {
        let open: f64 = capacity.openers.iter().map(|(opener, _)| solved.values[*opener]).sum();
        for &taker in &capacity.takers {
            let most = program.variables[taker].upper.unwrap_or(0);
            #[expect(clippy::cast_precision_loss, reason = "a number of students")]
            let is_broken = solved.values[taker] > most as f64 * open + BROKEN_BY;
            if is_broken && known.insert((row, taker)) {
                let uses = capacity.openers.iter();
                let terms = uses.map(|&(opener, _)| (opener, -most));
                let terms = terms.chain([(taker, 1)]).collect();
                let label = Label { kind: "link", ..program.variables[taker].label };
                let sum = Expression { terms, constant: 0 };
                program.row(label, Role::Meaning, sum, None, Some(0));
                added += 1;
            }
        }
    }
    added
}

/// A sum of whole variables that is at least a number.
struct Cover {
    terms: BTreeMap<VariableId, i64>,
    least: i64,
}

/// How much room must be used, undivided and divided by the rooms that there are.
fn covers(program: &Formulation, capacities: &BTreeMap<RowId, Capacity>) -> Vec<Cover> {
    let Some(whole) = whole_cover(program, capacities) else { return Vec::new() };
    let mut divisors: Vec<i64> = whole.terms.values().copied().filter(|&by| by > 1).collect();
    divisors.sort_unstable_by_key(|&by| Reverse(by));
    divisors.dedup();
    divisors.truncate(DIVISORS);
    let divided = divisors.iter().map(|&by| Cover {
        terms: whole.terms.iter().map(|(&id, &of)| (id, (of + by - 1).div_euclid(by))).collect(),
        least: (whole.least + by - 1).div_euclid(by),
    });
    divided.collect()
}

/// The rows that say that everyone is somewhere, less the rows of what may be placed where.
fn whole_cover(program: &Formulation, capacities: &BTreeMap<RowId, Capacity>) -> Option<Cover> {
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
    (least > 0).then_some(Cover { terms, least })
}

/// Adds the covers that a solution of the relaxation breaks; returns their number.
fn add_covers(program: &mut Formulation, covers: &[Cover], solved: &LinearOptimum) -> usize {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdVec;
    use crate::model::formulation::Variable;

    /// Random numbers that depend on a seed alone.
    struct Draws(u64);

    impl Draws {
        fn below(&mut self, most: i64) -> i64 {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            i64::try_from(self.0 >> 33).unwrap() % most
        }
    }

    const LABEL: Label = Label { rule: "structure", kind: "x", subject: Subject::Plan };

    fn variable(program: &mut Formulation, most: i64, whole: bool) -> VariableId {
        program.variable(Variable { label: LABEL, lower: 0, upper: Some(most), whole })
    }

    fn row(
        program: &mut Formulation,
        terms: Vec<(VariableId, i64)>,
        lower: Option<i64>,
        upper: Option<i64>,
    ) {
        program.row(LABEL, Role::Demand, Expression { terms, constant: 0 }, lower, upper);
    }

    /// Two cohorts, each somewhere in two places that are opened by two uses each, or left out.
    fn places(draws: &mut Draws) -> Formulation {
        let mut program = Formulation::default();
        let uses: Vec<VariableId> = (0..3).map(|_| variable(&mut program, 1, true)).collect();
        let mut at = [Vec::new(), Vec::new()];
        for _ in 0..2 {
            let size = 1 + draws.below(2);
            let mut terms = vec![(variable(&mut program, size, false), 1)];
            for takers in &mut at {
                let taker = variable(&mut program, size, false);
                takers.push((taker, 1));
                terms.push((taker, 1));
            }
            row(&mut program, terms, Some(size), Some(size));
        }
        for (place, takers) in at.into_iter().enumerate() {
            let openers = [place, place + 1].map(|number| (uses[number], -1 - draws.below(3)));
            row(&mut program, takers.into_iter().chain(openers).collect(), None, Some(0));
        }
        program
    }

    /// All whole points within the bounds of the variables.
    fn points(program: &Formulation) -> Vec<IdVec<VariableId, i64>> {
        let mut points = vec![Vec::new()];
        for variable in program.variables.values() {
            let most = variable.upper.unwrap();
            points = points
                .into_iter()
                .flat_map(|point: Vec<i64>| {
                    (0..=most).map(move |value| point.iter().copied().chain([value]).collect())
                })
                .collect();
        }
        points.into_iter().map(|point| point.into_iter().collect()).collect()
    }

    #[test]
    fn no_whole_point_is_cut_off_and_parts_of_uses_are() {
        let mut cut = 0;
        for seed in 0..60 {
            let mut draws = Draws(seed);
            let program = places(&mut draws);
            let capacities = capacities(&program);
            assert_eq!(capacities.len(), 2);
            let covers = covers(&program, &capacities);
            let values: IdVec<VariableId, f64> = program
                .variables
                .values()
                .map(|variable| 0.25 * draws.below(1 + 4 * variable.upper.unwrap()) as f64)
                .collect();
            let solved = LinearOptimum { duals: IdVec::filled(0.0, 0), values };
            let mut tighter = program.clone();
            add_links(&mut tighter, &capacities, &mut BTreeSet::new(), &solved);
            add_covers(&mut tighter, &covers, &solved);
            for row in tighter.rows.values().skip(program.rows.len()) {
                let value: f64 =
                    row.terms.iter().map(|&(id, by)| by as f64 * solved.values[id]).sum();
                let breaks = row.lower.is_some_and(|lower| value < lower as f64)
                    || row.upper.is_some_and(|upper| value > upper as f64);
                assert!(breaks, "only what is broken is added: {row:?}");
                cut += 1;
            }
            let mut admitted = 0;
            for point in points(&program) {
                assert_eq!(program.admits(&point), tighter.admits(&point), "{seed}: {point:?}");
                admitted += usize::from(program.admits(&point));
            }
            assert!(admitted > 0, "everyone can be left out");
        }
        assert!(cut > 50, "{cut} rows");
    }

    #[test]
    fn a_cover_says_how_many_uses_it_takes() {
        // 30 students, left out or at one of three places of 15, 12 and 10.
        let mut program = Formulation::default();
        let uses: Vec<VariableId> = (0..3).map(|_| variable(&mut program, 1, true)).collect();
        let out = variable(&mut program, 30, false);
        let mut somewhere = vec![(out, 1)];
        for (place, room) in [15, 12, 10].into_iter().enumerate() {
            let takers = [10, 20].map(|size| (variable(&mut program, size, false), 1));
            somewhere.extend(takers);
            let terms = takers.into_iter().chain([(uses[place], -room)]).collect();
            row(&mut program, terms, None, Some(0));
        }
        row(&mut program, somewhere, Some(30), Some(30));
        let covers = covers(&program, &capacities(&program));
        let says: Vec<(Vec<i64>, i64)> = covers
            .iter()
            .map(|cover| (uses.iter().map(|id| cover.terms[id]).collect(), cover.least))
            .collect();
        let expected = [(vec![1, 1, 1], 2), (vec![2, 1, 1], 3), (vec![2, 2, 1], 3)];
        assert_eq!(says, expected);
        assert!(covers.iter().all(|cover| cover.terms[&out] == 1));
    }
}
