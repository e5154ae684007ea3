//! Corrections of tables before they are read: what a column means, what a cell should say, which rows are none.
//!
//! The files stay as they are. A correction of a cell or a row counts only while the file still says there what it said
//! when it was corrected, so that rows that have moved since are not changed by mistake.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::accepted::text;
use super::account::TableAccount;
use super::columns::AssignedColumn;
use super::fold::{folded, tidy};
use super::header::FIRST_ROWS;
use super::sheet::{CellContent, FilledCell, Sheet, SheetRow};
use super::vocabulary::TableKind;

/// Corrections of the tables of an import.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Amendments {
    /// What columns mean, by their headings.
    pub columns: Vec<ColumnMeaning>,
    /// What cells should say.
    pub cells: Vec<AmendedCell>,
    /// Rows that are left out.
    pub rows: Vec<OmittedRow>,
}

/// What a column means, in every table of a kind that has one with this heading.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColumnMeaning {
    /// The kind of table.
    pub table: TableKind,
    /// The heading in the file.
    pub heading: String,
    /// A name that a column of such a table may have, with its number in a list if it has one: `wish 2`; none if the
    /// column is not used.
    pub means: Option<String>,
}

/// What a cell should say.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AmendedCell {
    /// The file.
    pub file: String,
    /// The sheet; none in a CSV file.
    pub sheet: Option<String>,
    /// The row, counted from 1.
    pub row: u32,
    /// The column, counted from 0.
    pub column: u32,
    /// What the file says.
    pub was: String,
    /// What it should say; empty for an empty cell.
    pub text: String,
}

/// A row that is left out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OmittedRow {
    /// The file.
    pub file: String,
    /// The sheet; none in a CSV file.
    pub sheet: Option<String>,
    /// The row, counted from 1.
    pub row: u32,
    /// What the file says in it: its cells, separated by tabs.
    pub was: String,
}

/// A sheet with corrections, and the headings of the file where others took their place, by column.
pub type AmendedSheet<'s> = (Cow<'s, Sheet>, BTreeMap<u32, String>);

impl Amendments {
    /// Adds other corrections; those of the same column, cell or row take the place of earlier ones.
    pub fn extend(&mut self, other: Self) {
        for new in other.columns {
            let heading = folded(&new.heading);
            self.columns.retain(|old| old.table != new.table || folded(&old.heading) != heading);
            self.columns.push(new);
        }
        for new in other.cells {
            let is_same = |old: &&mut AmendedCell| {
                (&old.file, &old.sheet, old.row, old.column)
                    == (&new.file, &new.sheet, new.row, new.column)
            };
            match self.cells.iter_mut().find(is_same) {
                Some(old) => *old = new,
                None => self.cells.push(new),
            }
        }
        for new in other.rows {
            if !self.rows.contains(&new) {
                self.rows.push(new);
            }
        }
    }

    /// A sheet with the corrections.
    pub fn apply<'s>(&self, kind: TableKind, sheet: &'s Sheet) -> AmendedSheet<'s> {
        let mut amended = Cow::Borrowed(sheet);
        let is_here = |file: &str, name: &Option<String>| {
            file == sheet.source.file && *name == sheet.source.sheet
        };
        for cell in self.cells.iter().filter(|cell| is_here(&cell.file, &cell.sheet)) {
            let row = sheet.rows.iter().position(|row| row.number == cell.row);
            let said = row.map(|at| said(&sheet.rows[at], cell.column));
            if said.as_deref().unwrap_or_default() == cell.was
                && let Some(row) = row
            {
                write(&mut amended.to_mut().rows[row], cell.column, &cell.text);
            }
        }
        let mut headings = BTreeMap::new();
        for meaning in self.columns.iter().filter(|meaning| meaning.table == kind) {
            let Some((row, column)) = heading_at(sheet, &meaning.heading) else { continue };
            headings.insert(column, said(&sheet.rows[row], column));
            let means = meaning.means.as_deref().unwrap_or_default();
            write(&mut amended.to_mut().rows[row], column, means);
        }
        let omitted = self.rows.iter().filter(|row| is_here(&row.file, &row.sheet));
        let omitted: Vec<u32> = omitted
            .filter(|omitted| {
                let row = sheet.rows.iter().find(|row| row.number == omitted.row);
                row.is_some_and(|row| row_text(row) == omitted.was)
            })
            .map(|row| row.row)
            .collect();
        if !omitted.is_empty() {
            amended.to_mut().rows.retain(|row| !omitted.contains(&row.number));
        }
        (amended, headings)
    }
}

/// Calls columns as the file does where a correction gave them another heading.
pub fn call_as_in_file(
    headings: &BTreeMap<u32, String>,
    columns: &mut [AssignedColumn],
    account: &mut TableAccount,
) {
    let own = columns.iter_mut().map(|known| (known.at, &mut known.heading));
    let read = account.columns.iter_mut().map(|(at, heading, ..)| (*at, heading));
    let unused = account.unused.iter_mut().map(|unused| (unused.at, &mut unused.heading));
    for (at, heading) in own.chain(read).chain(unused) {
        if let Some(of_file) = headings.get(&at) {
            heading.clone_from(of_file);
        }
    }
}

/// What a row says: its cells, separated by tabs.
pub fn row_text(row: &SheetRow) -> String {
    row.cells.iter().map(|cell| text(&cell.content)).collect::<Vec<_>>().join("\t")
}

/// What a cell says; nothing if it is empty.
pub fn said(row: &SheetRow, column: u32) -> String {
    row.cell(column).map(text).unwrap_or_default()
}

/// The uppermost cell with a heading, as position of the row and column. A heading below the name of a group is known
/// with it: `beschikbare dagen: ma`.
fn heading_at(sheet: &Sheet, heading: &str) -> Option<(usize, u32)> {
    let own = heading.rsplit(": ").next().unwrap_or(heading);
    let find = |wanted: &str| {
        let wanted = folded(wanted);
        sheet.rows.iter().take(FIRST_ROWS).enumerate().find_map(|(at, row)| {
            let cell = row.cells.iter().find(|cell| folded(&text(&cell.content)) == wanted)?;
            Some((at, cell.column))
        })
    };
    find(heading).or_else(|| find(own))
}

fn write(row: &mut SheetRow, column: u32, text: &str) {
    let text = tidy(text);
    let content = CellContent::Text(text.clone());
    match (row.cells.binary_search_by_key(&column, |cell| cell.column), text.is_empty()) {
        (Ok(at), true) => {
            row.cells.remove(at);
        }
        (Ok(at), false) => row.cells[at].content = content,
        (Err(_), true) => {}
        (Err(at), false) => row.cells.insert(at, FilledCell { column, content }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spreadsheets::csv_sheet::csv_sheet;
    use crate::texts::Language;

    fn sheet() -> Sheet {
        let bytes = b"nr;Traject;Jaar\n1;voltijd;2e\n2;deeltijd;twee\n3;voltijd;1\n";
        csv_sheet(bytes, "s.csv", Language::English, &|_| true).unwrap()
    }

    fn cell(row: u32, was: &str, text: &str) -> AmendedCell {
        let (was, text) = (was.to_owned(), text.to_owned());
        AmendedCell { file: "s.csv".to_owned(), sheet: None, row, column: 2, was, text }
    }

    #[test]
    fn columns_cells_and_rows_are_corrected_where_the_file_still_says_the_same() {
        let mut amendments = Amendments::default();
        let means = Some("programme".to_owned());
        let heading = "traject".to_owned();
        amendments.columns.push(ColumnMeaning { table: TableKind::Students, heading, means });
        amendments.cells = vec![cell(2, "2e", "2"), cell(3, "something else", "4")];
        let was = "3\tvoltijd\t1".to_owned();
        amendments.rows.push(OmittedRow { file: "s.csv".to_owned(), sheet: None, row: 4, was });
        let sheet = sheet();
        let (amended, headings) = amendments.apply(TableKind::Students, &sheet);
        let rows: Vec<String> = amended.rows.iter().map(row_text).collect();
        assert_eq!(rows, ["nr\tprogramme\tJaar", "1\tvoltijd\t2", "2\tdeeltijd\ttwee"]);
        assert_eq!(headings, BTreeMap::from([(1, "Traject".to_owned())]));
        let (other, _) = amendments.apply(TableKind::Schools, &sheet);
        assert_eq!(row_text(&other.rows[0]), "nr\tTraject\tJaar");
    }

    #[test]
    fn a_cell_corrected_twice_says_what_was_said_last() {
        let mut amendments = Amendments { cells: vec![cell(3, "twee", "7")], ..Default::default() };
        amendments.extend(Amendments { cells: vec![cell(3, "twee", "2")], ..Default::default() });
        assert_eq!(amendments.cells, [cell(3, "twee", "2")]);
    }
}
