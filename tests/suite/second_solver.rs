//! A second solver, on instances too large for the oracle: HiGHS and microlp find the same optimum.

use good_lp::solvers::SolutionStatus;
use good_lp::{ResolutionError, Solution, SolverModel, WithMipGap, WithTimeLimit, microlp};
use plaatswijzer::base::Id;
use plaatswijzer::model::formulation::Purpose;
use plaatswijzer::problem::Problem;
use plaatswijzer::solve::mip::write;
use plaatswijzer::solve::{PlaceOutcome, Search, place};
use rayon::prelude::*;

use crate::against_oracle::problem;
use crate::seeds;
use crate::tiny::SMALL;

const INSTANCES: u64 = 500;
/// Instances on which microlp takes longer are not compared.
const SECONDS: f64 = 5.0;

enum Outcome {
    Unread,
    Undecided,
    Optimal,
    Infeasible,
}

#[test]
fn both_solvers_find_the_same_optimum() {
    let all = seeds::many(INSTANCES);
    let outcomes: Vec<Outcome> = (0..all).into_par_iter().map(compare).collect();
    let count = |is: fn(&Outcome) -> bool| outcomes.iter().filter(|one| is(one)).count() as u64;
    let optimal = count(|one| matches!(one, Outcome::Optimal));
    let infeasible = count(|one| matches!(one, Outcome::Infeasible));
    let undecided = count(|one| matches!(one, Outcome::Undecided));
    println!("{optimal} optimal, {infeasible} infeasible, {undecided} undecided by microlp");
    assert!(optimal > all / 3, "{optimal}");
    assert!(infeasible > 0 && undecided < all / 10, "{infeasible}, {undecided}");
}

/// Presolve of HiGHS 1.15.0 leaves out a row of this one, and then calls the plan that a search began with the best.
#[test]
fn a_point_that_does_not_survive_presolve_is_noticed() {
    assert!(matches!(compare(7_621), Outcome::Optimal));
}

fn compare(index: u64) -> Outcome {
    let seed = 1_000_000 + index;
    let Some(problem) = problem(seed, &SMALL) else { return Outcome::Unread };
    let placed = place(&problem, &Search::default(), &|_| {});
    match (placed.unwrap_or_else(|error| panic!("{seed}: {error}")), second(&problem)) {
        (_, Second::Undecided) => Outcome::Undecided,
        (PlaceOutcome::Infeasible, Second::Infeasible) => Outcome::Infeasible,
        (PlaceOutcome::Plan { plan, .. }, Second::Least(least)) => {
            let first = &plan.goals.as_ref().unwrap()[0];
            assert_eq!(first.value, first.bound, "seed {seed}");
            assert_eq!(first.value, least, "seed {seed}: HiGHS and microlp disagree");
            Outcome::Optimal
        }
        (placed, second) => panic!("seed {seed}: HiGHS {placed:?}, microlp {second:?}"),
    }
}

#[derive(Debug)]
enum Second {
    Least(i64),
    Infeasible,
    Undecided,
}

/// The least value of the first goal level, by microlp.
fn second(problem: &Problem) -> Second {
    let candidates = problem.sieve().unwrap();
    let formulation = problem.formulate(&candidates, Purpose::Plan).in_sums();
    let objective = formulation.levels[0].objective.sum().unwrap();
    let (model, columns) = write(&formulation, objective, microlp);
    let model = model.with_time_limit(SECONDS).with_mip_gap(0.0).unwrap();
    match model.solve() {
        Ok(solution) => {
            if !matches!(solution.status(), SolutionStatus::Optimal) {
                return Second::Undecided;
            }
            let terms = objective.terms.iter();
            let sum: f64 = terms
                .map(|&(variable, by)| by as f64 * solution.value(columns[variable.index()]))
                .sum();
            #[expect(clippy::cast_possible_truncation, reason = "values of small instances")]
            Second::Least(sum.round() as i64 + objective.constant)
        }
        Err(ResolutionError::Infeasible) => Second::Infeasible,
        Err(_) => Second::Undecided,
    }
}
