//! Random programs, against enumeration.

use std::sync::Arc;

use super::*;
use crate::instance::Rank;
use crate::model::formulation::{Level, Objective, Ranked};

/// A small generator (`SplitMix64`, Steele et al. 2014): the same programs on every machine.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, least: i64, most: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let faces = u64::try_from(most - least + 1).unwrap();
        least + i64::try_from(mixed % faces).unwrap()
    }
}

/// A random program of at most seven variables up to 3, two levels, and rows of every shape.
pub(super) fn random(seed: u64) -> Formulation {
    let mut dice = Dice(seed);
    let mut draft = Draft::default();
    for _ in 0..dice.roll(2, 7) {
        let lower = dice.roll(0, 1);
        let upper = lower + dice.roll(0, 2);
        draft.variable(lower, Some(upper), dice.roll(0, 5) > 0);
    }
    let ids: Vec<_> = draft.0.variables.ids().collect();
    for _ in 0..dice.roll(1, 5) {
        let terms: Vec<_> = ids.iter().map(|&id| (id, dice.roll(-4, 6))).collect();
        let middle = dice.roll(-2, 12);
        let (lower, upper) = match dice.roll(0, 4) {
            0 => (Some(middle), Some(middle)),
            1 => (Some(middle - 2), Some(middle + 2)),
            2 | 3 => (None, Some(middle)),
            _ => (Some(middle), None),
        };
        draft.demand(terms, lower, upper);
    }
    for goal in [Goal::Unplaced, Goal::Total] {
        let times = if goal == Goal::Total { dice.roll(1, 100_000) } else { 1 };
        let terms: Vec<_> = ids.iter().map(|&id| (id, dice.roll(-2, 9) * times)).collect();
        // The constant keeps the level from being negative.
        draft.level(goal, terms, 50 * times);
    }
    draft.0
}

/// The best values per level by trying everything; `None` where nothing satisfies all rows.
fn enumerated(formulation: &Formulation) -> Option<Vec<i64>> {
    let mut values: IdVec<VariableId, i64> =
        formulation.variables.values().map(|variable| variable.lower).collect();
    let mut best: Option<Vec<i64>> = None;
    loop {
        if formulation.admits(&values) {
            let levels = formulation.levels.iter();
            let reached: Vec<i64> =
                levels.map(|level| level.objective.value(|id| values[id])).collect();
            best = Some(best.map_or(reached.clone(), |best| best.min(reached)));
        }
        let next = formulation.variables.iter().find(|&(id, variable)| {
            let has_more = Some(values[id]) < variable.upper;
            values[id] = if has_more { values[id] + 1 } else { variable.lower };
            has_more
        });
        if next.is_none() {
            return best;
        }
    }
}

#[test]
fn random_programs_agree_with_enumeration() {
    let mut infeasible = 0;
    for seed in 0..400 {
        let formulation = random(seed);
        let expected = enumerated(&formulation);
        infeasible += usize::from(expected.is_none());
        for solver in solvers() {
            match (&expected, outcome(&formulation, solver)) {
                (None, MipOutcome::Infeasible) => {}
                (Some(expected), MipOutcome::Found(answer)) => {
                    let reached = answer.levels.iter().map(|level| (level.value, level.bound));
                    check_reached(&formulation, expected, reached.collect(), seed, solver);
                    assert!(formulation.admits(&answer.values));
                }
                (_, other) => panic!("seed {seed}, {solver:?}: {expected:?} and {other:?}"),
            }
        }
    }
    assert!((40..360).contains(&infeasible), "{infeasible} of 400 are infeasible");
}

/// Whole variables alone must reach the best values; where others could be fractional the bound
/// may stay below.
fn check_reached(
    formulation: &Formulation,
    expected: &[i64],
    reached: Vec<(i64, i64)>,
    seed: u64,
    solver: Solver,
) {
    let (values, bounds): (Vec<_>, Vec<_>) = reached.into_iter().unzip();
    assert!(bounds.iter().zip(&values).all(|(bound, value)| bound <= value));
    if formulation.variables.values().all(|variable| variable.whole) {
        assert_eq!((&values[..], &bounds[..]), (expected, expected), "seed {seed}, {solver:?}");
    } else {
        assert!(values.as_slice() >= expected, "seed {seed}, {solver:?}");
        assert!(bounds[0] <= expected[0], "seed {seed}, {solver:?}");
    }
}

/// Levels of the first, second and third greatest of drawn measures, before one of the sums.
fn ranked(seed: u64) -> Formulation {
    let mut formulation = random(seed);
    let mut dice = Dice(seed + 1);
    let ids: Vec<VariableId> = formulation.variables.ids().collect();
    for &id in &ids {
        formulation.variables[id].whole = true;
    }
    let measures: Vec<_> = ids.iter().map(|&id| (id, dice.roll(0, 5))).collect();
    let measures = Ranked::sorted(measures);
    let ranks = (1..=3).map(|rank| Level {
        goal: Goal::LeximaxJourney(Rank::constant(rank)),
        objective: Objective::Ranked(Ranked { rank, measures: Arc::clone(&measures) }),
    });
    let last = formulation.levels.pop();
    formulation.levels = ranks.chain(last).collect();
    formulation
}

#[test]
fn ranked_levels_agree_with_enumeration_and_with_their_ladders() {
    let mut solved = 0;
    for seed in 2_000..2_200 {
        let formulation = ranked(seed);
        let expected = enumerated(&formulation);
        solved += usize::from(expected.is_some());
        for (formulation, solver) in [formulation.clone(), formulation.in_sums()]
            .iter()
            .flat_map(|formulation| solvers().into_iter().map(move |solver| (formulation, solver)))
        {
            match (&expected, outcome(formulation, solver)) {
                (None, MipOutcome::Infeasible) => {}
                (Some(expected), MipOutcome::Found(answer)) => {
                    let reached = answer.levels.iter().map(|level| (level.value, level.bound));
                    let proven: Vec<_> = expected.iter().map(|&value| (value, value)).collect();
                    assert_eq!(reached.collect::<Vec<_>>(), proven, "seed {seed}, {solver:?}");
                }
                (_, other) => panic!("seed {seed}, {solver:?}: {expected:?} and {other:?}"),
            }
        }
    }
    assert!(solved > 50, "{solved}");
}

#[test]
fn a_clash_of_random_programs_is_irreducible() {
    let mut clashes = 0;
    for seed in 1_000..1_120 {
        let mut formulation = random(seed);
        for variable in formulation.variables.values_mut() {
            variable.whole = true;
        }
        if enumerated(&formulation).is_some() {
            continue;
        }
        for solver in solvers() {
            let clash = clash(&formulation, solver, &Budget::unlimited()).unwrap().unwrap();
            assert_eq!(clash.proof, Proof::Irreducible);
            let keeps = |kept: &dyn Fn(RowId) -> bool| {
                let rows = formulation.rows.iter().filter(|&(id, _)| kept(id));
                let rows = rows.map(|(_, row)| row.clone()).collect();
                enumerated(&Formulation { rows, ..formulation.clone() }).is_some()
            };
            assert!(!keeps(&|id| clash.rows.contains(&id)), "seed {seed}, {solver:?}");
            for &needless in &clash.rows {
                assert!(keeps(&|id| id != needless && clash.rows.contains(&id)));
            }
            assert!(!clash.breach.is_empty());
            clashes += 1;
        }
    }
    assert!(clashes > 20);
}
