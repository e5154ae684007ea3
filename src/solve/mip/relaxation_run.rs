//! The thread on which HiGHS solves a linear relaxation, again each time that it has changed.
//!
//! On a thread of its own, since HiGHS takes its thread's scheduler down with every model that it drops, and so that
//! a deadline and a stop hold whatever HiGHS does.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use highs::{Col, HighsModelStatus, Model, RowProblem};

use super::LinearOptimum;
use super::callback::{self, Event};
use super::exact::float;
use super::patience::{PATIENCE, Signs};
use super::worker::{Presolve, Signals};
use super::{model, worker};
use crate::base::{Id, IdVec};
use crate::model::formulation::{Expression, Formulation, Row, RowId, Variable, VariableId};
use crate::solve::budget::Budget;

/// A variable is worth freeing if a unit of it gains more than this.
const GAIN: f64 = 1e-6;

/// A relaxation, and the thread that solves it.
pub(super) struct RelaxationRun {
    changes: Sender<Changes>,
    answers: Receiver<Option<Answer>>,
    signals: Arc<Signals>,
    silence: Duration,
    budget: Budget,
    /// How many rows of the solver each row is.
    rows: Vec<usize>,
    /// The cost of each variable.
    costs: IdVec<VariableId, i64>,
    /// The bounds of each variable.
    limits: IdVec<VariableId, Limits>,
    /// Variables that are still held at 0, as nothing has been gained by them yet.
    idle: BTreeSet<VariableId>,
    /// What the solver has not been given yet of [`RelaxationRun::stop_above`].
    most: Option<i64>,
}

/// The bounds of a variable.
type Limits = (i64, Option<i64>);

/// What is new since the last time.
#[derive(Debug, Default)]
struct Changes {
    rows: Vec<Row>,
    costs: Vec<(VariableId, i64)>,
    /// Variables with other bounds, or that are no longer held at 0.
    limits: Vec<(VariableId, Limits)>,
    /// Where an optimum is no longer wanted once it must be above this.
    most: Option<f64>,
}

/// What a run of the solver ends with.
struct Answer {
    /// Duals and values; `None` if it says that there is no point. Where it stops as the optimum must be above what is
    /// wanted, the duals say so, and the values are those of no point.
    optimum: Option<(Vec<f64>, Vec<f64>)>,
    /// The simplex iterations that it took.
    work: u64,
}

impl RelaxationRun {
    /// Starts a thread for the relaxation of a program, with some variables held at 0 at first.
    pub fn start(
        program: &Formulation,
        objective: &Expression,
        idle: BTreeSet<VariableId>,
        budget: &Budget,
    ) -> Self {
        let mut relaxed = program.without(idle.iter().copied());
        for variable in relaxed.variables.values_mut() {
            variable.whole = false;
        }
        let costs = costs(program, objective);
        let limits = program.variables.values().map(limits).collect();
        let coefficients = program.rows.values().map(|row| row.terms.len()).sum();
        let rows = program.rows.values().map(rows_of_solver).collect();
        let signals = Arc::new(Signals::default());
        let (changes, of_caller) = channel();
        let (of_worker, answers) = channel();
        let worker = RelaxationWorker {
            program: relaxed,
            objective: objective.clone(),
            budget: budget.clone(),
            signals: Arc::clone(&signals),
        };
        std::thread::spawn(move || worker.serve(&of_caller, &of_worker));
        let silence = PATIENCE.silence(coefficients, budget);
        let budget = budget.clone();
        Self { changes, answers, signals, silence, budget, rows, costs, limits, idle, most: None }
    }

    /// From now on waits for an optimum within another budget, which is part of the first or all of it.
    pub fn wait_within(&mut self, budget: &Budget) {
        self.budget = budget.clone();
    }

    /// From now on no optimum is wanted that is above a value: the duals that show it end a run.
    pub fn stop_above(&mut self, value: i64) {
        self.most = Some(value);
    }

    /// The optimum of the program with the rows that it has now, under an objective.
    pub fn solve(
        &mut self,
        program: &Formulation,
        objective: &Expression,
    ) -> Option<LinearOptimum> {
        let most = self.most.take().map(|most| float(most - objective.constant));
        let mut changes = Changes { most, ..Changes::default() };
        for row in program.rows.values().skip(self.rows.len()) {
            changes.rows.push(row.clone());
            self.rows.push(1);
        }
        let costs = costs(program, objective);
        let changed = costs.iter().filter(|&(id, cost)| self.costs[id] != *cost);
        changes.costs = changed.map(|(id, cost)| (id, *cost)).collect();
        self.costs = costs;
        for (id, variable) in program.variables.iter() {
            if self.limits[id] != limits(variable) {
                self.limits[id] = limits(variable);
                self.idle.remove(&id);
                changes.limits.push((id, self.limits[id]));
            }
        }
        loop {
            self.changes.send(std::mem::take(&mut changes)).ok()?;
            let Answer { optimum, work } = self.answer()?;
            self.budget.spend(work);
            let Some((duals, values)) = optimum else {
                if self.idle.is_empty() {
                    return None;
                }
                // There may be points that use what is held at 0.
                let idle = std::mem::take(&mut self.idle);
                changes.limits = idle.into_iter().map(|id| (id, self.limits[id])).collect();
                continue;
            };
            let mut duals = duals.into_iter();
            let duals = self.rows.iter().map(|&number| duals.by_ref().take(number).sum());
            let duals: IdVec<RowId, f64> = duals.collect();
            changes.limits = self.gainful(program, &duals);
            if changes.limits.is_empty() {
                return Some(LinearOptimum { duals, values: values.into_iter().collect() });
            }
        }
    }

    /// Frees the idle variables whose reduced cost is below 0, and returns them with their bounds.
    fn gainful(
        &mut self,
        program: &Formulation,
        duals: &IdVec<RowId, f64>,
    ) -> Vec<(VariableId, Limits)> {
        if self.idle.is_empty() {
            return Vec::new();
        }
        let costs = self.costs.values().map(|&cost| float(cost));
        let mut reduced: IdVec<VariableId, f64> = costs.collect();
        for (id, row) in program.rows.iter() {
            for &(variable, by) in &row.terms {
                reduced[variable] -= duals[id] * float(by);
            }
        }
        let (gainful, idle) = std::mem::take(&mut self.idle)
            .into_iter()
            .partition(|&variable| reduced[variable] < -GAIN);
        self.idle = idle;
        let gainful: BTreeSet<VariableId> = gainful;
        gainful.into_iter().map(|id| (id, self.limits[id])).collect()
    }

    /// What the thread answers; `None` if it fails, or is abandoned because it hangs or the budget is exhausted.
    fn answer(&self) -> Option<Answer> {
        let mut signs = Signs::new(self.silence);
        loop {
            match self.answers.recv_timeout(PATIENCE.heartbeat) {
                Ok(answer) => return answer,
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
            if self.budget.is_exhausted() || signs.are_missing(self.signals.beats()) {
                self.signals.abandon();
                return None;
            }
        }
    }
}

impl Drop for RelaxationRun {
    fn drop(&mut self) {
        self.signals.abandon();
    }
}

/// What the thread works with: a program without whole variables, and what stops it.
struct RelaxationWorker {
    program: Formulation,
    objective: Expression,
    budget: Budget,
    signals: Arc<Signals>,
}

impl RelaxationWorker {
    /// Solves the relaxation for each of the changes, until nobody asks any more or it cannot be solved.
    fn serve(self, changes: &Receiver<Changes>, answers: &Sender<Option<Answer>>) {
        let highs = good_lp::solvers::highs::highs;
        let (problem, _) = model::write(&self.program, &self.objective, highs);
        let columns = columns(self.program.variables.len());
        let mut model = problem.try_into_inner().ok().and_then(|mut model| {
            // Once for all runs, as HiGHS counts their seconds together.
            worker::set_options(&mut model, 0.0, &self.budget, Presolve::Chosen).ok()?;
            Some(model)
        });
        while let Ok(changes) = changes.recv() {
            let solved = model.take().and_then(|model| self.solve(model, &columns, changes));
            let answer = solved.map(|(again, answer)| {
                model = Some(again);
                answer
            });
            let is_over = answer.is_none();
            if answers.send(answer).is_err() || is_over {
                return;
            }
        }
    }

    fn solve(
        &self,
        mut model: Model,
        columns: &[Col],
        changes: Changes,
    ) -> Option<(Model, Answer)> {
        for row in changes.rows {
            let terms = row.terms.iter().map(|&(id, by)| (columns[id.index()], float(by)));
            let lower = row.lower.map_or(f64::NEG_INFINITY, float);
            let upper = row.upper.map_or(f64::INFINITY, float);
            model.try_add_row(lower..=upper, terms).ok()?;
        }
        for (id, cost) in changes.costs {
            model.change_column_cost(columns[id.index()], float(cost));
        }
        for (id, (lower, upper)) in changes.limits {
            let upper = upper.map_or(f64::INFINITY, float);
            model.change_column_bounds(columns[id.index()], float(lower)..=upper);
        }
        if let Some(most) = changes.most {
            model.try_set_option("objective_bound", most).ok()?;
        }
        let work = Cell::new(0);
        let work_left = self.budget.work_left();
        let listener = |event: Event<'_>| {
            self.signals.beat();
            if let Event::Simplex { iterations } = event {
                work.set(iterations);
            }
            self.signals.is_abandoned()
                || self.budget.is_interrupted()
                || self.budget.is_out_of_time()
                || work_left.is_some_and(|most| work.get() > most)
        };
        let solved = callback::run(model, &listener).ok()?;
        let optimum = match solved.status() {
            HighsModelStatus::Optimal | HighsModelStatus::ObjectiveBound => {
                let solution = solved.get_solution();
                Some((solution.dual_rows().to_vec(), solution.columns().to_vec()))
            }
            HighsModelStatus::Infeasible => None,
            _ => return None,
        };
        Some((solved.into(), Answer { optimum, work: work.get() }))
    }
}

/// The first columns of any model: `highs` hands out the name of a column only to those who add it.
fn columns(number: usize) -> Vec<Col> {
    let mut problem = RowProblem::default();
    (0..number).map(|_| problem.add_column(0.0, 0.0..=0.0)).collect()
}

fn costs(program: &Formulation, objective: &Expression) -> IdVec<VariableId, i64> {
    let mut costs = IdVec::filled(0, program.variables.len());
    for &(variable, by) in &objective.terms {
        costs[variable] += by;
    }
    costs
}

fn limits(variable: &Variable) -> Limits {
    (variable.lower, variable.upper)
}

/// The number of rows that a row becomes when a program is written for a solver.
fn rows_of_solver(row: &Row) -> usize {
    match (row.lower, row.upper) {
        (Some(lower), Some(upper)) if lower != upper => 2,
        (None, None) => 0,
        _ => 1,
    }
}
