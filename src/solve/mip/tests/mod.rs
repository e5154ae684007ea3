//! Tests of the room as a whole: small programs made by hand, random ones against enumeration
//! and a second solver, and the limits.

use super::*;
use crate::base::IdVec;
use crate::instance::Goal;
use crate::model::formulation::{
    Expression, Formulation, Label, Level, Role, RowId, Subject, Variable, VariableId,
};
use crate::solve::budget::Budget;

fn label(kind: &'static str) -> Label {
    Label { rule: "test", kind, subject: Subject::Plan }
}

/// A program under construction, with variables by their position.
#[derive(Default)]
struct Draft(Formulation);

impl Draft {
    fn variable(&mut self, lower: i64, upper: Option<i64>, whole: bool) -> VariableId {
        self.0.variable(Variable { label: label("x"), lower, upper, whole })
    }

    fn whole(&mut self, upper: i64, count: usize) -> Vec<VariableId> {
        (0..count).map(|_| self.variable(0, Some(upper), true)).collect()
    }

    fn row(
        &mut self,
        role: Role,
        terms: Vec<(VariableId, i64)>,
        lower: Option<i64>,
        upper: Option<i64>,
    ) -> RowId {
        self.0.row(label("row"), role, Expression { terms, constant: 0 }, lower, upper)
    }

    fn demand(
        &mut self,
        terms: Vec<(VariableId, i64)>,
        lower: Option<i64>,
        upper: Option<i64>,
    ) -> RowId {
        self.row(Role::Demand, terms, lower, upper)
    }

    fn level(&mut self, goal: Goal, terms: Vec<(VariableId, i64)>, constant: i64) {
        self.0.levels.push(Level { goal, objective: Expression { terms, constant }.into() });
    }
}

fn solvers() -> Vec<Solver> {
    vec![
        #[cfg(feature = "highs")]
        Solver::Highs,
        Solver::Microlp,
    ]
}

fn outcome(formulation: &Formulation, solver: Solver) -> MipOutcome {
    solve(formulation, MipSettings::exact(solver), &Budget::unlimited(), None, &|_| {})
        .expect("no fault")
}

fn found(formulation: &Formulation, solver: Solver) -> MipSolution {
    match outcome(formulation, solver) {
        MipOutcome::Found(answer) => {
            assert!(formulation.admits(&answer.values));
            answer
        }
        other => panic!("{solver:?}: {other:?}"),
    }
}

/// Every solver proves this value.
fn check(formulation: &Formulation, values: &[i64]) {
    for solver in solvers() {
        let answer = found(formulation, solver);
        let pairs: Vec<_> = answer.levels.iter().map(|level| (level.value, level.bound)).collect();
        let expected: Vec<_> = values.iter().map(|&value| (value, value)).collect();
        assert_eq!(pairs, expected, "{solver:?}");
        assert_eq!(answer.ending, Ending::Finished);
    }
}

#[test]
fn a_knapsack() {
    // What is left behind of values 10, 13, 18, 31, 7, 15 when weights 2, 3, 4, 5, 1, 4 fit in 10.
    let mut draft = Draft::default();
    let items = draft.whole(1, 6);
    let weights = items.iter().copied().zip([2, 3, 4, 5, 1, 4]).collect();
    draft.demand(weights, None, Some(10));
    let values = items.iter().copied().zip([-10, -13, -18, -31, -7, -15]).collect();
    draft.level(Goal::Total, values, 94);
    // 31 + 7 + 18 with weight 10 is the most that fits.
    check(&draft.0, &[94 - 56]);
}

#[test]
fn an_assignment() {
    let costs = [[9, 2, 7, 8], [6, 4, 3, 7], [5, 8, 1, 8], [7, 6, 9, 4]];
    check(&assignment(&costs.map(|row| row.to_vec()), 1), &[13]);
}

/// Assigns rows to columns, each once.
fn assignment(costs: &[Vec<i64>], times: i64) -> Formulation {
    let mut draft = Draft::default();
    let size = costs.len();
    let cells: Vec<_> = (0..size).map(|_| draft.whole(1, size)).collect();
    for (one, row) in cells.iter().enumerate() {
        draft.demand(row.iter().map(|&cell| (cell, 1)).collect(), Some(1), Some(1));
        draft.demand(cells.iter().map(|row| (row[one], 1)).collect(), Some(1), Some(1));
    }
    let priced = cells.iter().zip(costs).flat_map(|(row, costs)| {
        row.iter().zip(costs).map(move |(&cell, &cost)| (cell, cost * times))
    });
    draft.level(Goal::Total, priced.collect(), 0);
    draft.0
}

#[test]
fn large_costs_stay_exact_to_the_point() {
    // Two assignments a point apart, at costs where single precision would lose it.
    let big = 1_000_000_007;
    let costs = vec![vec![big, big + 1, 0], vec![big, big + 2, 0], vec![big, big, big]];
    for solver in solvers() {
        let answer = found(&assignment(&costs, 1), solver);
        assert_eq!(answer.levels[0].value, 2 * big, "{solver:?}");
        assert!(answer.levels[0].bound <= answer.levels[0].value);
        assert!(answer.levels[0].value - answer.levels[0].bound <= 8);
        #[cfg(feature = "highs")]
        if solver == Solver::Highs {
            assert_eq!(answer.levels[0].bound, answer.levels[0].value);
        }
    }
}

#[test]
fn levels_are_optimal_one_after_the_other() {
    let mut draft = Draft::default();
    let [x, y] = [draft.variable(0, Some(9), true), draft.variable(0, Some(9), true)];
    draft.demand(vec![(x, 1), (y, 1)], Some(7), None);
    draft.demand(vec![(x, 2), (y, -1)], Some(-4), Some(11));
    draft.level(Goal::Unplaced, vec![(x, 1)], 0);
    draft.level(Goal::Total, vec![(x, -5), (y, 3)], 100);
    // x = 1 needs y = 6; alone, the second level would rather have x = 6 and y = 1.
    check(&draft.0, &[1, 113]);
    draft.0.levels.reverse();
    check(&draft.0, &[73, 6]);
}

#[test]
fn auxiliary_variables_take_whole_values() {
    // How far the members are below and above a target; the steps are not whole variables.
    let mut draft = Draft::default();
    let members = draft.whole(3, 5);
    let below = draft.variable(0, None, false);
    let above = draft.variable(0, None, false);
    let mut terms: Vec<_> = members.iter().map(|&member| (member, 2)).collect();
    terms.extend([(below, 1), (above, -1)]);
    draft.row(Role::Meaning, terms, Some(7), Some(7));
    draft.level(Goal::Total, vec![(below, 3), (above, 4)], 0);
    check(&draft.0, &[3]);
}

#[test]
fn a_program_without_whole_variables() {
    let mut draft = Draft::default();
    let [x, y] = [draft.variable(0, None, false), draft.variable(0, Some(4), false)];
    draft.demand(vec![(x, 1), (y, 1)], Some(9), None);
    draft.level(Goal::Total, vec![(x, 2), (y, 1)], 3);
    check(&draft.0, &[17]);
    // At the vertex x = y = 3 / 2 the values are not whole: the program has to be.
    let mut draft = Draft::default();
    let [x, y] = [draft.variable(0, None, false), draft.variable(0, None, false)];
    draft.demand(vec![(x, 2), (y, 1)], Some(4), None);
    draft.demand(vec![(x, 1), (y, 2)], Some(4), None);
    draft.level(Goal::Total, vec![(x, 1), (y, 1)], 0);
    check(&draft.0, &[3]);
}

#[test]
fn nothing_to_choose() {
    let mut draft = Draft::default();
    draft.level(Goal::Total, Vec::new(), 5);
    check(&draft.0, &[5]);
    draft.demand(Vec::new(), Some(1), None);
    for solver in solvers() {
        assert_eq!(outcome(&draft.0, solver), MipOutcome::Infeasible);
        let formulation = Formulation { levels: Vec::new(), ..draft.0.clone() };
        let fault =
            solve(&formulation, MipSettings::exact(solver), &Budget::unlimited(), None, &|_| {});
        assert_eq!(fault, Err(SolveError::NoLevel));
    }
}

/// Five students, two schools, and demands of which three clash.
fn clashing() -> (Draft, Vec<RowId>) {
    let mut draft = Draft::default();
    let here = draft.variable(0, Some(5), true);
    let there = draft.variable(0, Some(5), true);
    draft.row(Role::Structure, vec![(here, 1), (there, 1)], None, Some(5));
    draft.demand(vec![(here, 1)], None, Some(4));
    let clash = vec![
        draft.demand(vec![(here, 1)], Some(2), None),
        draft.demand(vec![(there, 1)], Some(1), Some(5)),
        draft.demand(vec![(here, 2), (there, 2)], None, Some(5)),
    ];
    draft.demand(vec![(there, 1)], None, Some(3));
    draft.level(Goal::Total, vec![(here, 1)], 0);
    (draft, clash)
}

#[test]
fn the_rows_that_clash_are_named() {
    let (draft, expected) = clashing();
    for solver in solvers() {
        assert_eq!(outcome(&draft.0, solver), MipOutcome::Infeasible);
        let clash = clash(&draft.0, solver, &Budget::unlimited()).unwrap().unwrap();
        assert_eq!(clash.rows, expected);
        assert_eq!(clash.proof, Proof::Irreducible);
        assert_eq!(clash.breach.iter().map(|broken| broken.by).sum::<i64>(), 1);
        assert!(expected.contains(&clash.breach[0].row));
    }
}

#[test]
fn no_clash_where_the_structure_itself_is_impossible_or_all_is_well() {
    for solver in solvers() {
        let (mut draft, clash_rows) = clashing();
        let all = draft.0.variables.ids().map(|variable| (variable, 1)).collect();
        draft.row(Role::Structure, all, Some(6), None);
        assert_eq!(clash(&draft.0, solver, &Budget::unlimited()), Ok(None));
        let (mut draft, _) = clashing();
        draft.0.rows[clash_rows[0]].lower = None;
        assert_eq!(clash(&draft.0, solver, &Budget::unlimited()), Ok(None));
    }
}

#[test]
fn microlp_refuses_what_is_too_large() {
    let mut draft = Draft::default();
    let many = draft.whole(1, 2_001);
    draft.demand(many.iter().map(|&one| (one, 1)).collect(), Some(1), None);
    draft.level(Goal::Total, many.iter().map(|&one| (one, 1)).collect(), 0);
    let fault =
        solve(&draft.0, MipSettings::exact(Solver::Microlp), &Budget::unlimited(), None, &|_| {})
            .unwrap_err();
    assert!(fault.to_string().contains("2,001 variables and 1 row"), "{fault}");
}

#[test]
fn a_stop_before_the_start_leaves_what_can_be_had_for_nothing() {
    let mut draft = Draft::default();
    let items = draft.whole(1, 6);
    draft.demand(items.iter().map(|&item| (item, 3)).collect(), None, Some(8));
    draft.level(Goal::Total, items.iter().map(|&item| (item, -1)).collect(), 6);
    for solver in solvers() {
        let budget = Budget::unlimited();
        budget.interrupt();
        let outcome = solve(&draft.0, MipSettings::exact(solver), &budget, None, &|_| {});
        let Ok(MipOutcome::Found(answer)) = outcome else { panic!("{outcome:?}") };
        assert_eq!(answer.ending, Ending::Interrupted);
        assert_eq!((answer.levels[0].value, answer.levels[0].bound), (6, 0));
    }
}

mod random;
#[cfg(feature = "highs")]
mod relaxations;
#[cfg(feature = "highs")]
mod with_highs;
