//! The optimum of an integer program over its auxiliary variables, once its decisions are fixed.

use std::collections::BTreeMap;

use crate::base::IdVec;
use crate::instance::Goal;
use crate::model::formulation::{Expression, Formulation, Level, VariableId};
use crate::solve::Budget;
use crate::solve::mip::{self, MipOutcome, MipSettings, Solver};

/// Values for the decisions of a program.
pub type Decided = BTreeMap<VariableId, i64>;

/// The bounds of the rows that remain, which distinguish one remainder of a program from another.
type Bounds = Vec<(Option<i64>, Option<i64>)>;

/// Completes the plans of one program. Remainders that several plans share are solved once.
#[derive(Debug)]
pub struct Completion {
    program: Formulation,
    solved: BTreeMap<(usize, Bounds), Option<i64>>,
}

impl Completion {
    /// The completion of a program.
    pub fn of(program: &Formulation) -> Self {
        Self { program: program.in_sums(), solved: BTreeMap::new() }
    }

    /// The program.
    pub fn program(&self) -> &Formulation {
        &self.program
    }

    /// The least value of each goal level, each by itself, with the decisions as they are; `None`
    /// where the program does not admit them.
    pub fn least(&mut self, decided: &Decided) -> Option<Vec<i64>> {
        let within = |(&id, &value): (&VariableId, &i64)| {
            let variable = &self.program.variables[id];
            value >= variable.lower && variable.upper.is_none_or(|upper| value <= upper)
        };
        if !decided.iter().all(within) {
            return None;
        }
        let rest = Rest::of(&self.program, decided)?;
        let bounds: Bounds = rest.program.rows.values().map(|row| (row.lower, row.upper)).collect();
        let levels = self.program.levels.iter().enumerate();
        levels
            .map(|(position, level)| {
                let objective = level.objective.sum().expect("all levels are sums");
                let Expression { terms, constant } = rest.without(objective, decided);
                let solved = self.solved.entry((position, bounds.clone()));
                let least = *solved.or_insert_with(|| rest.least(level.goal, terms));
                least.map(|least| constant + least)
            })
            .collect()
    }
}

/// A program without its decisions.
struct Rest {
    program: Formulation,
    renamed: IdVec<VariableId, Option<VariableId>>,
}

impl Rest {
    /// `None` where a row of decisions alone is broken.
    fn of(whole: &Formulation, decided: &Decided) -> Option<Self> {
        let mut program = Formulation::default();
        let renamed = whole.variables.iter().map(|(id, variable)| {
            (!decided.contains_key(&id)).then(|| program.variable(variable.clone()))
        });
        let renamed = renamed.collect();
        let mut rest = Self { program, renamed };
        for row in whole.rows.values() {
            let terms = Expression { terms: row.terms.clone(), constant: 0 };
            let terms = rest.without(&terms, decided);
            let fixed = terms.constant;
            if !terms.terms.is_empty() {
                rest.program.row(row.label, row.role, terms, row.lower, row.upper);
            } else if row.lower.is_some_and(|lower| fixed < lower)
                || row.upper.is_some_and(|upper| fixed > upper)
            {
                return None;
            }
        }
        Some(rest)
    }

    /// An expression in which the decisions have become a constant.
    fn without(&self, expression: &Expression, decided: &Decided) -> Expression {
        let mut rest = Expression { terms: Vec::new(), constant: expression.constant };
        for &(variable, by) in &expression.terms {
            match self.renamed[variable] {
                Some(renamed) => rest.terms.push((renamed, by)),
                None => rest.constant += by * decided[&variable],
            }
        }
        rest
    }

    fn least(&self, goal: Goal, terms: Vec<(VariableId, i64)>) -> Option<i64> {
        if self.program.rows.is_empty() && terms.is_empty() {
            return Some(0);
        }
        let mut program = self.program.clone();
        program.levels.push(Level { goal, objective: Expression { terms, constant: 0 }.into() });
        let settings = MipSettings::exact(Solver::Microlp);
        match mip::solve(&program, settings, &Budget::unlimited(), None, &|_| {}) {
            Ok(MipOutcome::Found(answer)) => {
                let found = answer.levels[0];
                // So fractional values of auxiliary variables would gain nothing.
                assert_eq!(found.value, found.bound, "{goal:?}");
                Some(found.value)
            }
            Ok(MipOutcome::Infeasible) => None,
            other => panic!("{other:?}"),
        }
    }
}
