//! Reads the rows of a table into values of the document.

use serde_json::{Value, json};

use super::accepted::{accepted, text};
use super::account::{LeftOut, TableAccount};
use super::columns::{AssignedColumn, Header};
use super::duo;
use super::fault::Fault;
use super::filled::{Filled, Marks, digest, half_a_point, set};
use super::header::{header, repeats};
use super::merged::MergedCells;
use super::names_as_ids;
use super::person_names;
use super::programme_settings::NamedProgrammes;
use super::second_reading::{is_unknown, second_reading};
use super::sheet::{CellContent, Sheet, SheetRow};
use super::values;
use super::vocabulary::{
    CellForm, KnownColumn, TableKind, find_word, is_one_of, programmes, read_as, totals,
};
use crate::input::errors::{Code, InputErrors, InputWarning};
use crate::message;

/// The number of problems after which the rest of a table is not read: it is likely another kind of table.
const MOST_PROBLEMS: usize = 1000;

/// A table as read.
#[derive(Debug)]
pub struct ReadTable {
    /// The columns that were read, for locations in messages.
    pub columns: Vec<AssignedColumn>,
    /// Whether it has no column of ids: then references to its rows cannot be judged.
    pub lacks_ids: bool,
    /// What was understood of it.
    pub account: TableAccount,
}

/// Reads a table and passes each row to `keep`; adds problems to `errors`. `None` if no header is found. `named` are
/// the programmes that the settings name.
pub fn table(
    kind: TableKind,
    sheet: &Sheet,
    named: &NamedProgrammes,
    errors: &mut InputErrors,
    keep: &mut dyn FnMut(Filled),
) -> Option<ReadTable> {
    let mut header = header(kind, sheet, errors)?;
    let mut account = TableAccount::of(kind, &sheet.source, &mut header);
    account.of_duo = duo::is_duo(kind, &header);
    let hidden = &sheet.hidden.columns;
    let columns = header.columns.iter().map(|known| known.at);
    account.hidden_sheet = sheet.hidden.sheet;
    account.hidden_columns = columns.filter(|at| hidden.contains(at)).collect();
    let missing: Vec<&'static str> = header.missing.iter().map(|column| column.path).collect();
    let duo = account.of_duo;
    let merged = MergedCells::of(sheet, &header);
    let reading = Reading { kind, sheet, header: &header, merged, missing: &missing, named, duo };
    reading.rows(&mut account, errors, keep);
    Some(ReadTable { columns: header.columns, lacks_ids: missing.contains(&"id"), account })
}

struct Reading<'a> {
    kind: TableKind,
    sheet: &'a Sheet,
    header: &'a Header,
    merged: MergedCells<'a>,
    missing: &'a [&'static str],
    named: &'a NamedProgrammes,
    duo: bool,
}

impl Reading<'_> {
    fn rows(
        &self,
        account: &mut TableAccount,
        errors: &mut InputErrors,
        keep: &mut dyn FnMut(Filled),
    ) {
        let before = errors.0.len();
        let mut last = self.header.row;
        let mut among_notes = false;
        for row in &self.sheet.rows[self.header.below..] {
            let gap = row.number > last + 1;
            account.empty += (row.number - last - 1) as usize;
            last = row.number;
            among_notes = self.could_be_note(row) && (gap || among_notes);
            if self.is_total(row) {
                account.left_out.push((row.number, LeftOut::Note));
                among_notes = true;
            } else if repeats(row, self.header) {
                account.left_out.push((row.number, LeftOut::HeaderAgain));
            } else if among_notes && self.is_row_of_one_cell() && !self.adds_nothing(row) {
                self.unclear(row, errors);
            } else if among_notes {
                account.left_out.push((row.number, LeftOut::Note));
            } else if account.rows == self.kind.most_rows() {
                return self.too_many(row, errors);
            } else {
                account.rows += 1;
                if self.sheet.hidden.rows.contains(&row.number) {
                    account.hidden_rows.push(row.number);
                }
                let complete = self.merged.complete(row);
                keep(self.row(complete.as_ref().unwrap_or(row), account, errors));
            }
            if errors.0.len() - before > MOST_PROBLEMS {
                return self.give_up(row, errors);
            }
        }
    }

    /// Whether a row has text in the first column and nothing else.
    fn could_be_note(&self, row: &SheetRow) -> bool {
        let first = self.header.columns.iter().map(|column| column.at).min().unwrap_or(0);
        let one_column = self.header.columns.len() < 2;
        let [cell] = row.cells.as_slice() else { return false };
        !one_column && cell.column <= first && matches!(cell.content, CellContent::Text(_))
    }

    /// Whether a row has the totals of the table: its first cell says so.
    fn is_total(&self, row: &SheetRow) -> bool {
        let first = self.header.columns.iter().map(|column| column.at).min().unwrap_or(0);
        let cell = row.cells.first().filter(|cell| cell.column <= first);
        cell.is_some_and(|cell| is_one_of(totals(), &text(&cell.content)))
    }

    /// Whether a row of this kind is complete with its first cell alone.
    fn is_row_of_one_cell(&self) -> bool {
        let required =
            self.kind.columns().iter().filter(|column| self.header.requires(self.kind, column));
        required.count() == 1
    }

    /// Whether a row with one cell is certainly a note: a table of places names schools by codes without spaces,
    /// and a school without any other value would add nothing.
    fn adds_nothing(&self, row: &SheetRow) -> bool {
        let words = |content: &CellContent| text(content).contains(char::is_whitespace);
        self.kind == TableKind::Places && row.cells.iter().all(|cell| words(&cell.content))
    }

    fn row(&self, row: &SheetRow, account: &mut TableAccount, errors: &mut InputErrors) -> Filled {
        let mut filled = Filled {
            row: row.number,
            digest: digest(row),
            broken: self.missing.to_vec(),
            ..Filled::default()
        };
        let absent = self.missing.iter().filter(|path| !path.contains('['));
        filled.values.extend(absent.map(|path| ((*path).to_owned(), Value::Null)));
        if let Some((year, _)) = self.header.year_of_name {
            filled.values.insert("year".to_owned(), json!(year));
        }
        if let Some(fault) = self.ragged(row) {
            fault.report(self.sheet.source.row(row.number), errors);
        }
        for (column, fault) in self.merged.faults(row) {
            fault.report(self.sheet.source.cell(row.number, column, ""), errors);
        }
        let mut marks = Marks::default();
        let mut programme = None;
        for assigned in &self.header.columns {
            let content = row.cell(assigned.at).filter(|content| !content.is_blank());
            let outcome = match content {
                // Some of the numbered columns of a list may be empty; `all_empty` reports if all are.
                None if assigned.rank > 0 => Ok(None),
                None => self.blank(assigned.column),
                Some(content) => {
                    let location =
                        || self.sheet.source.cell(row.number, assigned.at, &assigned.heading);
                    if assigned.column.form == CellForm::Programme {
                        programme = self.named.find(&text(content));
                        if programme.is_none() {
                            note_reading(content, account);
                        }
                    }
                    self.value_or_remark(assigned.column, content, &location, &mut account.remarks)
                }
            };
            let outcome = outcome.and_then(|value| match value {
                Some(value) => set(&mut filled, assigned, value, &mut marks),
                None => Ok(()),
            });
            if let Err(fault) = outcome {
                marks.said += usize::from(assigned.column.is_day_mark());
                self.stand_in(&mut filled, assigned.column, content);
                let location = self.sheet.source.cell(row.number, assigned.at, &assigned.heading);
                fault.report(location, errors);
            }
        }
        for (fault, path) in [self.unmarked(&marks), half_a_point(&filled), self.all_empty(&filled)]
            .into_iter()
            .flatten()
        {
            fault.report(self.location(row, path), errors);
        }
        if let Some(path) = self.marked_path() {
            filled.values.insert(path.to_owned(), json!(marks.days));
        }
        if self.header.names_are_ids {
            names_as_ids::give_id(self.kind, &mut filled);
        }
        if self.kind == TableKind::Students {
            filled.called = person_names::ways(&filled.contact);
            if let Some(programme) = programme {
                programme.complete(&mut filled.values);
            }
        }
        filled
    }

    /// The value in a cell; one that is not only a value is read once more, with a warning.
    fn value_or_remark(
        &self,
        column: &KnownColumn,
        content: &CellContent,
        location: &dyn Fn() -> String,
        remarks: &mut Vec<InputWarning>,
    ) -> Result<Option<Value>, Fault> {
        if column.is_contact() && is_unknown(&text(content)) {
            return Ok(None);
        }
        let value = self.value(column, content);
        let Err(fault) = value else { return value };
        if column.is_contact() {
            let message = message!("spreadsheets-contact-unread").into();
            remarks.push(InputWarning { location: location(), message });
            return Ok(None);
        }
        let Some(second) = second_reading(column.form, content) else { return Err(fault) };
        let value = match &second.content {
            Some(content) => self.value(column, content),
            // The fault quotes the cell; that of an empty one would not.
            None if self.header.requires(self.kind, column) => return Err(fault),
            None => Ok(None),
        };
        if value.is_ok() {
            remarks.push(InputWarning { location: location(), message: second.remark.into() });
        }
        value.map_err(|_| fault)
    }

    fn value(&self, column: &KnownColumn, content: &CellContent) -> Result<Option<Value>, Fault> {
        match column.form {
            CellForm::Programme => {
                if let Some(named) = self.named.find(&text(content)) {
                    return Ok(Some(named.value()));
                }
            }
            CellForm::Programmes => {
                if let Some(list) = self.named.in_list(&text(content)) {
                    return values::read(column.form, &CellContent::Text(list));
                }
            }
            _ => {}
        }
        match (self.duo, column.path) {
            (true, "denomination") => Ok(Some(duo::denominations(content))),
            (true, "town") => Ok(Some(duo::town(content))),
            _ => values::read_in(column, self.header.requires(self.kind, column), content),
        }
    }

    fn blank(&self, column: &KnownColumn) -> Result<Option<Value>, Fault> {
        if !self.header.requires(self.kind, column) {
            return Ok(None);
        }
        Err(Fault::new(
            Code::EmptyCell,
            message!("spreadsheets-empty-cell"),
            message!(
                "spreadsheets-column-accepts",
                column = column.name.quoted(),
                form = accepted(column.form)
            ),
            message!("spreadsheets-fill-in-the-cell"),
        ))
    }

    /// Inserts a stand-in for a required value that could not be read, so that the reader judges the rest of the row.
    fn stand_in(
        &self,
        filled: &mut Filled,
        column: &'static KnownColumn,
        content: Option<&CellContent>,
    ) {
        let key = column.path.split(['.', '[']).next().unwrap_or(column.path);
        filled.broken.push(key);
        if self.header.requires(self.kind, column) && key == column.path {
            filled.values.insert(key.to_owned(), json!(content.map(text)));
        }
    }

    /// The key of the list that the columns per day make, if the table has such columns.
    fn marked_path(&self) -> Option<&'static str> {
        let mut columns = self.header.columns.iter();
        columns.find(|assigned| assigned.column.is_day_mark()).map(|assigned| assigned.column.path)
    }

    /// The fault of a row with no mark in any column of a day: it may mean "never" or "not filled in".
    fn unmarked(&self, marks: &Marks) -> Option<(Fault, &'static str)> {
        let path = self.marked_path().filter(|_| marks.said == 0)?;
        let fault = Fault::new(
            Code::EmptyCell,
            message!("spreadsheets-no-day-marked"),
            message!("spreadsheets-mark-per-day"),
            message!("spreadsheets-mark-the-days"),
        );
        Some((fault, path))
    }

    /// The fault of a required list whose numbered columns are all empty.
    fn all_empty(&self, filled: &Filled) -> Option<(Fault, &'static str)> {
        let columns = self.header.columns.iter().filter(|assigned| assigned.rank > 0);
        let column = columns
            .map(|assigned| assigned.column)
            .find(|column| !filled.values.contains_key(column.path))?;
        self.blank(column).err().map(|fault| (fault, column.path))
    }

    /// The location of the first cell of a key in a row.
    fn location(&self, row: &SheetRow, path: &str) -> String {
        let column = self.header.columns.iter().find(|assigned| assigned.column.path == path);
        match column {
            Some(assigned) => self.sheet.source.cell(row.number, assigned.at, &assigned.heading),
            None => self.sheet.source.row(row.number),
        }
    }

    fn ragged(&self, row: &SheetRow) -> Option<Fault> {
        let fields = row.fields?;
        let header = &self.sheet.rows[self.header.below - 1];
        let needed = self.header.columns.iter().map(|column| column.at + 1).max().unwrap_or(0);
        let most = header.fields.unwrap_or(needed);
        let beyond = row.cells.last().is_some_and(|cell| cell.column >= most);
        (fields < needed || beyond).then(|| {
            Fault::new(
                Code::BadRow,
                message!("spreadsheets-fields", count = i64::from(fields)),
                message!("spreadsheets-fields-of-the-header", count = i64::from(most)),
                message!("spreadsheets-is-a-separator-missing"),
            )
        })
    }

    fn unclear(&self, row: &SheetRow, errors: &mut InputErrors) {
        let fault = Fault::new(
            Code::BadRow,
            message!("spreadsheets-row-or-note"),
            message!("spreadsheets-clear-row-or-note"),
            message!("spreadsheets-move-the-note"),
        );
        fault.report(self.sheet.source.row(row.number), errors);
    }

    fn too_many(&self, row: &SheetRow, errors: &mut InputErrors) {
        let most = self.kind.most_rows();
        let fault = Fault::new(
            Code::TooLarge,
            message!("spreadsheets-more-than-rows", count = most),
            message!("spreadsheets-at-most-rows", count = most),
            message!("spreadsheets-split-the-work"),
        );
        fault.report(self.sheet.source.row(row.number), errors);
    }

    fn give_up(&self, row: &SheetRow, errors: &mut InputErrors) {
        let fault = Fault::new(
            Code::BadRow,
            message!("spreadsheets-more-than-problems", count = MOST_PROBLEMS),
            message!("common-rows-as-above"),
            message!("spreadsheets-correct-these-first"),
        );
        fault.report(self.sheet.source.row(row.number), errors);
    }
}

/// Notes how a word was read that says more than a programme.
fn note_reading(content: &CellContent, account: &mut TableAccount) {
    let written = text(content);
    if let (true, Ok(programme)) =
        (is_one_of(read_as(), &written), find_word(programmes(), &written))
    {
        account.read_as.entry(written).or_insert((programme, 0)).1 += 1;
    }
}
