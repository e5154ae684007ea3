//! A program as free MPS text, which every integer programming solver reads.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Expression, Formulation, Label, Row, RowId, Variable, VariableId};
use crate::base::{Id, IdVec};

/// A variable or a row of a program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProgramPart {
    /// A variable.
    Variable(VariableId),
    /// A row.
    Row(RowId),
}

/// The names of everything in an exported program: no two levels or rows, and no two variables, have the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProgramNames {
    /// The names of the levels, in order.
    pub levels: Vec<String>,
    /// The names of the rows.
    pub rows: IdVec<RowId, String>,
    /// The names of the variables.
    pub columns: IdVec<VariableId, String>,
}

impl ProgramNames {
    /// The names in a program: levels after their goals, rows and variables by `name`, with underscores for blanks and a
    /// number where two names would be the same.
    pub fn of(formulation: &Formulation, name: &dyn Fn(ProgramPart, &Label) -> String) -> Self {
        let mut names = BTreeSet::new();
        let levels = formulation.levels.iter();
        let levels = levels.map(|level| unique(&level.goal.name(), &mut names)).collect();
        let rows = formulation.rows.iter();
        let rows = rows
            .map(|(id, row)| unique(&name(ProgramPart::Row(id), &row.label), &mut names))
            .collect();
        let mut names = BTreeSet::new();
        let columns = formulation.variables.iter();
        let columns = columns
            .map(|(id, one)| unique(&name(ProgramPart::Variable(id), &one.label), &mut names))
            .collect();
        Self { levels, rows, columns }
    }
}

/// A formulation as free MPS text. The first level is the objective, to be minimised; further levels are
/// free rows (type N), which solvers keep or ignore. Ranked levels are converted to sums
/// ([`Formulation::in_sums`]). Names are those of [`ProgramNames`]. An objective's constant is in the
/// right-hand side with the opposite sign, as MPS readers expect.
pub fn mps(
    formulation: &Formulation,
    title: &str,
    name: &dyn Fn(ProgramPart, &Label) -> String,
) -> String {
    let formulation = &formulation.in_sums();
    let ProgramNames { levels, rows, columns } = ProgramNames::of(formulation, name);

    let mut text = format!("NAME {}\nOBJSENSE\n    MIN\nROWS\n", without_blanks(title));
    for level in &levels {
        line(&mut text, format_args!(" N {level}"));
    }
    for (row, name) in formulation.rows.values().zip(rows.values()) {
        line(&mut text, format_args!(" {} {name}", kind(row)));
    }
    text.push_str("COLUMNS\n");
    write_columns(formulation, &entries(formulation, &levels, &rows), &columns, &mut text);
    text.push_str("RHS\n");
    for (constant, name) in sums(formulation).map(|sum| sum.constant).zip(&levels) {
        if constant != 0 {
            line(&mut text, format_args!(" RHS {name} {}", -constant));
        }
    }
    for (row, name) in formulation.rows.values().zip(rows.values()) {
        if let Some(side) = row.upper.or(row.lower).filter(|&side| side != 0) {
            line(&mut text, format_args!(" RHS {name} {side}"));
        }
    }
    text.push_str("RANGES\n");
    for (row, name) in formulation.rows.values().zip(rows.values()) {
        if let (Some(lower), Some(upper)) = (row.lower, row.upper)
            && lower != upper
        {
            line(&mut text, format_args!(" RANGES {name} {}", upper - lower));
        }
    }
    text.push_str("BOUNDS\n");
    for (variable, name) in formulation.variables.values().zip(columns.values()) {
        write_bounds(variable, name, &mut text);
    }
    text.push_str("ENDATA\n");
    text
}

/// The objectives of the levels.
fn sums(formulation: &Formulation) -> impl Iterator<Item = &Expression> {
    formulation.levels.iter().filter_map(|level| level.objective.sum())
}

fn line(text: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = writeln!(text, "{words}");
}

fn without_blanks(name: &str) -> String {
    let plain = |letter: char| if letter.is_whitespace() { '_' } else { letter };
    if name.is_empty() { "_".to_owned() } else { name.chars().map(plain).collect() }
}

/// A name that differs from all `names`, to which it is added.
fn unique(name: &str, names: &mut BTreeSet<String>) -> String {
    let name = without_blanks(name);
    let mut candidate = name.clone();
    let mut number = 1;
    while !names.insert(candidate.clone()) {
        number += 1;
        candidate = format!("{name}#{number}");
    }
    candidate
}

/// The type of a row. One with two bounds is of type L; a range then gives its lower bound.
fn kind(row: &Row) -> char {
    match (row.lower, row.upper) {
        (Some(lower), Some(upper)) if lower == upper => 'E',
        (_, Some(_)) => 'L',
        (Some(_), None) => 'G',
        (None, None) => 'N',
    }
}

/// The coefficients of each column, with the name of their row or level.
fn entries<'a>(
    formulation: &Formulation,
    levels: &'a [String],
    rows: &'a IdVec<RowId, String>,
) -> IdVec<VariableId, Vec<(&'a str, i64)>> {
    let mut entries = IdVec::filled(Vec::new(), formulation.variables.len());
    let level_terms = sums(formulation).map(|sum| &sum.terms);
    let row_terms = formulation.rows.values().map(|row| &row.terms);
    for (terms, name) in level_terms.zip(levels).chain(row_terms.zip(rows.values())) {
        for &(variable, by) in terms {
            entries[variable].push((name.as_str(), by));
        }
    }
    // A column exists by being written: one without coefficients is written with a 0.
    if let Some(first) = levels.first() {
        for entries in entries.values_mut().filter(|entries| entries.is_empty()) {
            entries.push((first.as_str(), 0));
        }
    }
    entries
}

/// The columns in their order, with a marker where whole ones begin and end.
fn write_columns(
    formulation: &Formulation,
    entries: &IdVec<VariableId, Vec<(&str, i64)>>,
    columns: &IdVec<VariableId, String>,
    text: &mut String,
) {
    let mut whole = false;
    let mut mark = |text: &mut String, id: usize, now: bool| {
        if now != whole {
            let side = if now { "INTORG" } else { "INTEND" };
            line(text, format_args!(" MARKER{id} 'MARKER' '{side}'"));
            whole = now;
        }
    };
    for (id, variable) in formulation.variables.iter() {
        mark(text, id.index(), variable.whole);
        for (row, by) in &entries[id] {
            line(text, format_args!(" {} {row} {by}", columns[id]));
        }
    }
    mark(text, formulation.variables.len(), false);
}

/// All bounds in full, since readers differ in what they take an absent one to mean.
fn write_bounds(variable: &Variable, name: &str, text: &mut String) {
    match variable.upper {
        Some(upper) if upper == variable.lower => {
            line(text, format_args!(" FX BOUNDS {name} {upper}"));
        }
        Some(upper) => {
            line(text, format_args!(" LO BOUNDS {name} {}", variable.lower));
            line(text, format_args!(" UP BOUNDS {name} {upper}"));
        }
        None => {
            line(text, format_args!(" LO BOUNDS {name} {}", variable.lower));
            line(text, format_args!(" PL BOUNDS {name}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instance::Goal;
    use crate::model::formulation::{Level, Role, Subject};

    #[test]
    fn a_program_as_text() {
        let label = |kind| Label { rule: "test", kind, subject: Subject::Plan };
        let mut formulation = Formulation::default();
        let [x, y, z] = [(Some(3), true), (None, true), (None, false)].map(|(upper, whole)| {
            formulation.variable(Variable { label: label("x"), lower: 0, upper, whole })
        });
        let sum = || Expression::sum([x, y]);
        formulation.row(label("most"), Role::Demand, sum(), Some(1), Some(4));
        formulation.row(label("even"), Role::Demand, sum().plus_variable(-1, z), Some(0), Some(0));
        let objective = Expression { terms: vec![(x, 5)], constant: 7 };
        formulation.levels.push(Level { goal: Goal::Total, objective: objective.into() });
        let name = |_: ProgramPart, label: &Label| format!("{} {}", label.rule, label.kind);
        let expected = "\
NAME a_b
OBJSENSE
    MIN
ROWS
 N total
 L test_most
 E test_even
COLUMNS
 MARKER0 'MARKER' 'INTORG'
 test_x total 5
 test_x test_most 1
 test_x test_even 1
 test_x#2 test_most 1
 test_x#2 test_even 1
 MARKER2 'MARKER' 'INTEND'
 test_x#3 test_even -1
RHS
 RHS total -7
 RHS test_most 4
RANGES
 RANGES test_most 3
BOUNDS
 LO BOUNDS test_x 0
 UP BOUNDS test_x 3
 LO BOUNDS test_x#2 0
 PL BOUNDS test_x#2
 LO BOUNDS test_x#3 0
 PL BOUNDS test_x#3
ENDATA
";
        assert_eq!(mps(&formulation, "a b", &name), expected);
    }
}
