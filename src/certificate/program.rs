//! The integer program of a problem with names, and what follows from it: cuts, levels held, bounds.

use std::collections::BTreeMap;

use super::division::{Division, divided};
use super::document::{Branch, Cut, Divided, LevelProof, Multiplier};
use crate::base::{Id, sha256};
use crate::input::errors::InputErrors;
use crate::model::formulation::{
    Expression, Formulation, Label, Names, ProgramNames, Purpose, Role, RowId, RowSum, Subject,
    SumFlaw, VariableId, mps,
};
use crate::problem::Problem;

/// A program in which every level is a sum, with rows that were proven or are held.
#[derive(Clone, Debug)]
pub struct ProofProgram {
    /// The program.
    pub formulation: Formulation,
    /// SHA-256 of the exported program, without what was added.
    pub sha256: String,
    names: ProgramNames,
    rows: BTreeMap<String, RowId>,
    columns: BTreeMap<String, VariableId>,
}

/// Why a certificate proves nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Flaw {
    /// No row, or cut before this one, has this name.
    UnknownRow(String),
    /// No variable has this name.
    UnknownVariable(String),
    /// The row with this name has no bound on the side of its multiplier.
    NoSide(String),
    /// The variable with this name need not be whole, and has a coefficient after rounding.
    NotWhole(String),
    /// The variable with this name has no upper bound, and the multipliers leave it a negative cost.
    Unbounded(String),
    /// A number becomes too large.
    Overflow,
}

impl ProofProgram {
    /// The program of a problem, whose levels are the goals of the instance.
    ///
    /// # Errors
    /// If there are more pairs than the engine takes.
    pub fn of(problem: &Problem) -> Result<Self, InputErrors> {
        // Lots decide between plans that are equally good in all goals, so that they are no part of a proof.
        let problem = &Problem { tie_break: None, ..problem.clone() };
        let candidates = problem.sieve()?;
        let formulation = problem.formulate(&candidates, Purpose::Plan).in_sums();
        let names = Names { instance: &problem.instance, candidates: &candidates };
        let title = problem.instance.name.as_str();
        let text = mps(&formulation, title, &|_, label| names.label(label));
        let names = ProgramNames::of(&formulation, &|_, label| names.label(label));
        let rows = names.rows.iter().map(|(id, name)| (name.clone(), id)).collect();
        let columns = names.columns.iter().map(|(id, name)| (name.clone(), id)).collect();
        Ok(Self { formulation, sha256: sha256(text.as_bytes()), names, rows, columns })
    }

    /// The name of a row.
    pub fn row_name(&self, row: RowId) -> &str {
        &self.names.rows[row]
    }

    /// The name of a variable.
    pub fn variable_name(&self, variable: VariableId) -> &str {
        &self.names.columns[variable]
    }

    /// The objective of a level; `None` if there is no such level.
    pub fn objective(&self, level: usize) -> Option<&Expression> {
        self.formulation.levels.get(level)?.objective.sum()
    }

    /// Derives a cut and adds it as a row.
    ///
    /// # Errors
    /// If it does not follow.
    pub fn add_cut(&mut self, number: usize, cut: &Cut) -> Result<RowId, Flaw> {
        let (terms, side) = self.derived(cut)?;
        let label = Label { rule: "certificate", kind: "cut", subject: Subject::Condition(number) };
        let row = Expression { terms, constant: 0 };
        Ok(self.add_row(label, format!("cut[{number}]"), row, Some(side), None))
    }

    /// What a cut says: its terms, and what they are at least in every plan.
    ///
    /// # Errors
    /// If it does not follow.
    pub fn derived(&self, cut: &Cut) -> Result<(Vec<(VariableId, i64)>, i64), Flaw> {
        let rows = cut.rows.iter().map(|(name, by)| (name, by.get()));
        let mut sum = self.sum(rows, &self.formulation)?;
        for (name, by) in cut.upper.iter().flatten() {
            let unknown = || Flaw::UnknownVariable(name.clone());
            let variable = *self.columns.get(name).ok_or_else(unknown)?;
            let upper = self.formulation.variables[variable].upper;
            sum.add_upper(variable, upper, by.get()).map_err(|flaw| self.flaw(flaw, name))?;
        }
        let rounded = sum.rounded(&self.formulation.variables, cut.divisor.get());
        rounded.map_err(|flaw| self.flaw(flaw, ""))
    }

    /// Adds the row that holds a level at or below a value.
    pub fn hold(&mut self, level: usize, value: i64) {
        let Some(held) = self.formulation.levels.get(level) else { return };
        let label = Label { rule: "goals", kind: "hold", subject: Subject::Goal(held.goal) };
        let name = format!("hold[{}]", held.goal.name());
        let Some(sum) = held.objective.sum().cloned() else { return };
        self.add_row(label, name, sum, None, Some(value));
    }

    fn add_row(
        &mut self,
        label: Label,
        name: String,
        row: Expression,
        lower: Option<i64>,
        upper: Option<i64>,
    ) -> RowId {
        let id = self.formulation.row(label, Role::Structure, row, lower, upper);
        self.names.rows.push(name.clone());
        self.rows.insert(name, id);
        id
    }

    /// The bound that the multipliers of a level prove: in every case, if there are cases.
    ///
    /// # Errors
    /// If they prove none.
    pub fn bound(&self, level: usize, proof: &LevelProof) -> Result<i64, Flaw> {
        let nothing = Expression::default();
        let objective = self.objective(level).unwrap_or(&nothing);
        let scale = proof.scale.get();
        match &proof.branch {
            None => self.of_rows(objective, scale, &proof.rows, &self.formulation),
            Some(branch) => {
                let mut program = self.formulation.clone();
                self.of_cases(objective, scale, &proof.rows, branch, &mut program)
            }
        }
    }

    /// The bound that some multipliers prove in a case: of the program with other sides.
    fn of_rows(
        &self,
        objective: &Expression,
        scale: i64,
        rows: &BTreeMap<String, Multiplier>,
        case: &Formulation,
    ) -> Result<i64, Flaw> {
        let sum = self.sum(rows.iter().map(|(name, by)| (name, by.get())), case)?;
        let bound = sum.bound(&case.variables, objective, scale);
        bound.map_err(|flaw| self.flaw(flaw, ""))
    }

    /// The bound that is proven in both cases within a case.
    fn of_cases(
        &self,
        objective: &Expression,
        scale: i64,
        rows: &BTreeMap<String, Multiplier>,
        branch: &Branch,
        around: &mut Formulation,
    ) -> Result<i64, Flaw> {
        let division = self.division(&branch.of)?;
        let before = division.sides(around);
        // Stays the highest number where neither case has values: without plans every bound holds.
        let mut least = i64::MAX;
        let (below, above) = divided(before, branch.at);
        for (case, sides) in [(&branch.below, below), (&branch.above, above)] {
            // No plan is in a case without values.
            if let (Some(lower), Some(upper)) = sides
                && lower > upper
            {
                continue;
            }
            division.set_sides(around, sides);
            let mut changed = rows.clone();
            changed.extend(case.rows.iter().map(|(name, by)| (name.clone(), *by)));
            let bound = match &case.branch {
                None => self.of_rows(objective, scale, &changed, around),
                Some(branch) => self.of_cases(objective, scale, &changed, branch, around),
            };
            least = least.min(bound?);
        }
        division.set_sides(around, before);
        Ok(least)
    }

    /// The variable or row that cases are divided at.
    fn division(&self, of: &Divided) -> Result<Division, Flaw> {
        let division = match of {
            Divided::Variable(name) => self.columns.get(name).map(|&id| Division::Variable(id)),
            Divided::Row(name) => self.rows.get(name).map(|&id| Division::Row(id)),
        };
        let division = division.ok_or_else(|| match of {
            Divided::Variable(name) => Flaw::UnknownVariable(name.clone()),
            Divided::Row(name) => Flaw::UnknownRow(name.clone()),
        })?;
        match division.broken(&self.formulation) {
            Some(broken) => Err(Flaw::NotWhole(self.variable_name(broken).to_owned())),
            None => Ok(division),
        }
    }

    /// What is divided, as a certificate names it.
    pub fn named(&self, division: Division) -> Divided {
        match division {
            Division::Variable(id) => Divided::Variable(self.variable_name(id).to_owned()),
            Division::Row(id) => Divided::Row(self.row_name(id).to_owned()),
        }
    }

    /// A sum of rows by their names, with the sides that they have in a case.
    fn sum<'a>(
        &self,
        rows: impl Iterator<Item = (&'a String, i64)>,
        case: &Formulation,
    ) -> Result<RowSum, Flaw> {
        let mut sum = RowSum::default();
        for (name, by) in rows {
            let row = *self.rows.get(name).ok_or_else(|| Flaw::UnknownRow(name.clone()))?;
            let added = sum.add(&case.rows[row], by);
            added.map_err(|flaw| self.flaw(flaw, name))?;
        }
        Ok(sum)
    }

    fn flaw(&self, flaw: SumFlaw, name: &str) -> Flaw {
        match flaw {
            SumFlaw::NoSide => Flaw::NoSide(name.to_owned()),
            SumFlaw::Overflow => Flaw::Overflow,
            SumFlaw::NotWhole(variable) => Flaw::NotWhole(self.variable_name(variable).to_owned()),
            SumFlaw::Unbounded(variable) => {
                Flaw::Unbounded(self.variable_name(variable).to_owned())
            }
        }
    }

    /// The number of rows.
    pub fn row_count(&self) -> usize {
        self.formulation.rows.len()
    }

    /// The ids of the rows, in order.
    pub fn row_ids(&self) -> impl Iterator<Item = RowId> + use<> {
        (0..self.row_count()).map(RowId::from_index)
    }
}
