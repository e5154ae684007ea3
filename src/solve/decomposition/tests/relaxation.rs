//! The bound against the true optimum, under multipliers of every kind.

use std::collections::BTreeMap;

use super::oracle::least;
use super::{Draws, KINDS, Kind, instances, multipliers};
use crate::solve::Budget;
use crate::solve::decomposition::bound::core::Core;
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::bound::multipliers::Multipliers;
use crate::solve::decomposition::bound::relaxation::{LagrangianSolution, Relaxation};
use crate::solve::decomposition::search::restricted::{RestrictedOutcome, WholeNumbers};
use crate::solve::mip::{MipSettings, Solver};

const INSTANCES: usize = 250;
/// Number of draws of multipliers of each kind for one problem.
const DRAWS: usize = 2;

#[test]
fn no_bound_is_above_the_optimum_whatever_the_prices() {
    let (mut compared, mut without_plan) = (0, 0);
    let mut reached: BTreeMap<Kind, u32> = BTreeMap::new();
    for (seed, problem) in instances::problems(40_000, INSTANCES) {
        let core = Core::of(&problem);
        let optimum = least(&core);
        let mut relaxation = Relaxation::new(&core);
        let draws = &mut Draws::new(seed);
        for kind in KINDS.into_iter().cycle().take(DRAWS * KINDS.len()) {
            let bound = relaxation.evaluate(&multipliers(&core, kind, draws)).bound;
            match (bound, optimum) {
                (Some(bound), Some(optimum)) => {
                    assert!(bound <= optimum, "seed {seed}, {kind:?}: {bound} > {optimum}");
                    compared += 1;
                    *reached.entry(kind).or_default() += u32::from(bound == optimum && bound > 0);
                }
                (None, Some(_)) => panic!("seed {seed}, {kind:?}: there is a plan"),
                (None, None) => without_plan += 1,
                (Some(_), None) => {}
            }
        }
    }
    assert!(compared > 2_000 && without_plan > 20, "{compared}, {without_plan}");
    // Good prices come all the way up to the optimum, often.
    assert!(reached[&Kind::Climbed] > 50, "{reached:?}");
}

/// The enumeration itself is held against the program with all rules in it.
#[test]
fn what_is_enumerated_is_what_the_whole_program_finds() {
    let (mut optimal, mut infeasible) = (0, 0);
    for (seed, problem) in instances::problems(50_000, 60) {
        let core = Core::of(&problem);
        let all = RestrictedProblem::all(&core);
        let solved = all.solve(
            &core,
            MipSettings::exact(Solver::Microlp),
            &Budget::unlimited(),
            WholeNumbers::All,
            None,
            &|_, _| {},
        );
        match solved.expect("a small program") {
            RestrictedOutcome::Plan { value, bound, .. } => {
                assert_eq!((Some(value), value), (least(&core), bound), "seed {seed}");
                optimal += 1;
            }
            RestrictedOutcome::Infeasible => {
                assert_eq!(least(&core), None, "seed {seed}");
                infeasible += 1;
            }
            RestrictedOutcome::Nothing(ending) => panic!("seed {seed}: {ending:?}"),
        }
    }
    assert!(optimal > 30 && infeasible > 0, "{optimal}, {infeasible}");
}

/// What the bound of the first prices promises at the second, as it changes no faster than what is
/// missing and in excess says.
fn promised(from: &Multipliers, solution: &LagrangianSolution, to: &Multipliers) -> Option<i64> {
    let students = solution.unmet_demand.iter().map(|(student, unmet_demand)| {
        unmet_demand * (to.student[student] - from.student[student])
    });
    let places = solution
        .excess_capacity
        .iter()
        .map(|(school, excess_capacity)| excess_capacity * (to.place[school] - from.place[school]));
    Some(solution.bound? + students.sum::<i64>() + places.sum::<i64>())
}

/// The bound is concave in the multipliers, and unmet demand is a subgradient: an ascent relies on that.
#[test]
fn what_is_missing_is_the_slope_of_the_bound() {
    let mut steep = 0;
    for (seed, problem) in instances::problems(60_000, INSTANCES) {
        let core = Core::of(&problem);
        let mut relaxation = Relaxation::new(&core);
        let draws = &mut Draws::new(seed);
        let all: Vec<(Multipliers, LagrangianSolution)> = KINDS
            .into_iter()
            .map(|kind| {
                // The share of the cover row is rounded per student, so that it has no exact slope.
                let multipliers = multipliers(&core, kind, draws).with_counts(0, 0);
                let solution = relaxation.evaluate(&multipliers);
                (multipliers, solution)
            })
            .collect();
        for (from, solution) in &all {
            for (to, there) in &all {
                assert_eq!(solution.bound.is_none(), there.bound.is_none(), "seed {seed}");
                let promised = promised(from, solution, to);
                assert!(there.bound <= promised, "seed {seed}: {there:?}, {promised:?}");
                steep += u32::from(there.bound < promised);
            }
        }
    }
    assert!(steep > 1_000, "{steep}");
}
