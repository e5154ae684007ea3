//! Linear relaxations that are solved again and again.

use super::random::{Dice, random};
use super::*;
use crate::model::formulation::Expression;
use crate::solve::mip::{LinearOptimum, LinearRelaxation};

/// What an optimum is worth, in floats.
fn worth(objective: &Expression, optimum: &LinearOptimum) -> f64 {
    let terms = objective.terms.iter();
    terms.map(|&(id, by)| by as f64 * optimum.values[id]).sum::<f64>()
}

#[test]
fn rows_costs_and_idle_variables_give_the_optimum_of_a_fresh_start() {
    let (mut solved, mut changed) = (0, 0);
    for seed in 0..150 {
        let budget = Budget::unlimited();
        let mut program = random(seed);
        let mut dice = Dice(seed);
        let first = program.levels[0].objective.sum().unwrap().clone();
        let second = program.levels[1].objective.sum().unwrap().clone();
        let later: Vec<_> = program.rows.values().skip(1).cloned().collect();
        program.rows = program.rows.values().take(1).cloned().collect();
        let fresh = |program: &Formulation, objective: &Expression| {
            let mut again = LinearRelaxation::of(program, Solver::Highs, &budget).unwrap();
            again.solve(program, objective)
        };
        // What is held at 0 must leave a point.
        let idle = program.variables.iter().filter(|(_, variable)| variable.lower == 0);
        let idle = idle.map(|(id, _)| id).filter(|_| dice.roll(0, 1) == 0).collect();
        let relaxation = LinearRelaxation::sifted(&program, idle, Solver::Highs, &budget);
        let mut relaxation = relaxation.unwrap();
        let Some(optimum) = relaxation.solve(&program, &first) else { continue };
        let expected = fresh(&program, &first).unwrap();
        assert!((worth(&first, &optimum) - worth(&first, &expected)).abs() < 1e-6, "{seed}");
        solved += 1;
        program.rows = program.rows.values().cloned().chain(later).collect();
        let again = relaxation.solve(&program, &second);
        match (again, fresh(&program, &second)) {
            (Some(optimum), Some(expected)) => {
                let apart = worth(&second, &optimum) - worth(&second, &expected);
                assert!(apart.abs() < 1e-3, "{seed}: {apart}");
                assert_eq!(optimum.duals.len(), program.rows.len());
                changed += 1;
            }
            // No point, or none without a variable that is still held at 0.
            (None, _) => {}
            (Some(_), None) => panic!("{seed}: no point"),
        }
    }
    assert!(solved > 60 && changed > 20, "{solved} {changed}");
}
