//! The rows of a table as they go into a document, each value where its column says.

use serde_json::{Map, Value, json};

use super::account::{LeftOut, TableAccount};
use super::duo;
use super::filled::{Filled, Marks, half_a_point, set};
use super::header::{Assigned, Header, header, repeats};
use super::header_problems::both_names;
use super::sheet::{Content, Row, Sheet};
use super::values::{self, Fault};
use super::vocabulary::{Column, Kind};
use crate::input::errors::{Code, InputErrors};

/// After so many problems the rest of a table is not read: it is another kind of table.
const MOST_PROBLEMS: usize = 1000;

/// A table as read.
#[derive(Debug)]
pub struct Table {
    /// What its columns mean, for places in messages.
    pub columns: Vec<Assigned>,
    /// Whether it has no column of ids, so that nothing can be said of references to it.
    pub lacks_ids: bool,
    /// What is to be told of it.
    pub account: TableAccount,
}

/// Reads a table; each row is handed to `keep`. Problems are added to `errors`; nothing is read where no
/// header is found.
pub fn table(
    kind: Kind,
    sheet: &Sheet,
    errors: &mut InputErrors,
    keep: &mut dyn FnMut(Filled),
) -> Option<Table> {
    let mut header = header(kind, sheet, errors)?;
    let mut account = TableAccount::of(kind, &sheet.source, &mut header);
    account.of_duo = duo::is_duo(kind, &header);
    let missing: Vec<&'static str> = header.missing.iter().map(|column| column.path).collect();
    let reading = Reading { kind, sheet, header: &header, missing: &missing, duo: account.of_duo };
    reading.rows(&mut account, errors, keep);
    Some(Table { columns: header.columns, lacks_ids: missing.contains(&"id"), account })
}

struct Reading<'a> {
    kind: Kind,
    sheet: &'a Sheet,
    header: &'a Header,
    missing: &'a [&'static str],
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
            if repeats(row, self.header) {
                account.left_out.push((row.number, LeftOut::HeaderAgain));
            } else if among_notes && self.is_row_of_one_cell() && !self.adds_nothing(row) {
                self.unclear(row, errors);
            } else if among_notes {
                account.left_out.push((row.number, LeftOut::Note));
            } else if account.rows == self.kind.most_rows() {
                return self.too_many(row, errors);
            } else {
                account.rows += 1;
                keep(self.row(row, errors));
            }
            if errors.0.len() - before > MOST_PROBLEMS {
                return self.give_up(row, errors);
            }
        }
    }

    /// Whether a row has text in the first column alone.
    fn could_be_note(&self, row: &Row) -> bool {
        let first = self.header.columns.iter().map(|column| column.at).min().unwrap_or(0);
        let one_column = self.header.columns.len() < 2;
        let [cell] = row.cells.as_slice() else { return false };
        !one_column && cell.column <= first && matches!(cell.content, Content::Text(_))
    }

    /// Whether a row with nothing but its first cell is complete.
    fn is_row_of_one_cell(&self) -> bool {
        let required = self.kind.columns().iter().filter(|column| self.kind.requires(column));
        required.count() == 1
    }

    /// Whether a row that may be a note is words in a table of places: it names no school by a code, and if it
    /// did, it would say nothing of it.
    fn adds_nothing(&self, row: &Row) -> bool {
        let words = |content: &Content| values::text(content).contains(char::is_whitespace);
        self.kind == Kind::Places && row.cells.iter().all(|cell| words(&cell.content))
    }

    fn row(&self, row: &Row, errors: &mut InputErrors) -> Filled {
        let mut filled = Filled {
            row: row.number,
            values: Map::new(),
            broken: self.missing.to_vec(),
            elements: Vec::new(),
        };
        let absent = self.missing.iter().filter(|path| !path.contains('['));
        filled.values.extend(absent.map(|path| ((*path).to_owned(), Value::Null)));
        if let Some(fault) = self.ragged(row) {
            add(fault, self.sheet.source.row(row.number), errors);
        }
        let mut marks = Marks::default();
        for assigned in &self.header.columns {
            let content = row.cell(assigned.at).filter(|content| !content.is_blank());
            let outcome = match content {
                // Of several columns for one list some may be empty; that all are is seen below.
                None if assigned.rank > 0 => Ok(None),
                None => self.blank(assigned.column),
                Some(content) => self.value(assigned.column, content),
            };
            let outcome = outcome.and_then(|value| match value {
                Some(value) => set(&mut filled, assigned, value, &mut marks),
                None => Ok(()),
            });
            if let Err(fault) = outcome {
                marks.said += usize::from(assigned.column.is_day_mark());
                self.stand_in(&mut filled, assigned.column, content);
                let place = self.sheet.source.cell(row.number, assigned.at, &assigned.heading);
                add(fault, place, errors);
            }
        }
        for (fault, path) in [self.unmarked(&marks), half_a_point(&filled), self.all_empty(&filled)]
            .into_iter()
            .flatten()
        {
            add(fault, self.place(row, path), errors);
        }
        if let Some(path) = self.marked_path() {
            filled.values.insert(path.to_owned(), json!(marks.days));
        }
        filled
    }

    fn value(&self, column: &Column, content: &Content) -> Result<Option<Value>, Fault> {
        match (self.duo, column.path) {
            (true, "denomination") => Ok(Some(duo::denominations(content))),
            (true, "town") => Ok(Some(duo::town(content))),
            _ => values::read(column.form, content),
        }
    }

    fn blank(&self, column: &Column) -> Result<Option<Value>, Fault> {
        if !self.kind.requires(column) {
            return Ok(None);
        }
        Err(Fault::new(
            Code::MissingKey,
            "an empty cell",
            &format!("{}: {}", both_names(column), values::in_words(column.form)),
            "fill the cell in, or empty the whole row",
        ))
    }

    /// Puts something where a required value could not be read, so that the rest of the row is looked at.
    fn stand_in(&self, filled: &mut Filled, column: &'static Column, content: Option<&Content>) {
        let key = column.path.split(['.', '[']).next().unwrap_or(column.path);
        filled.broken.push(key);
        if self.kind.requires(column) && key == column.path {
            let text = content.map(values::text);
            filled.values.insert(key.to_owned(), json!(text));
        }
    }

    /// The key of the list that columns of days mark, where the table has such columns.
    fn marked_path(&self) -> Option<&'static str> {
        let mut columns = self.header.columns.iter();
        columns.find(|assigned| assigned.column.is_day_mark()).map(|assigned| assigned.column.path)
    }

    /// A row without any mark in the columns of days: never, or not filled in?
    fn unmarked(&self, marks: &Marks) -> Option<(Fault, &'static str)> {
        let path = self.marked_path().filter(|_| marks.said == 0)?;
        let fault = Fault::new(
            Code::MissingKey,
            "no mark in any column of a day",
            "a mark for each day on which it is possible",
            "mark the days, or write `nee` (`no`) in each where none is possible",
        );
        Some((fault, path))
    }

    /// A list with several columns that must have a value and has none.
    fn all_empty(&self, filled: &Filled) -> Option<(Fault, &'static str)> {
        let columns = self.header.columns.iter().filter(|assigned| assigned.rank > 0);
        let column = columns
            .map(|assigned| assigned.column)
            .find(|column| !filled.values.contains_key(column.path))?;
        self.blank(column).err().map(|fault| (fault, column.path))
    }

    /// The first cell of a key in a row.
    fn place(&self, row: &Row, path: &str) -> String {
        let column = self.header.columns.iter().find(|assigned| assigned.column.path == path);
        match column {
            Some(assigned) => self.sheet.source.cell(row.number, assigned.at, &assigned.heading),
            None => self.sheet.source.row(row.number),
        }
    }

    fn ragged(&self, row: &Row) -> Option<Fault> {
        let fields = row.fields?;
        let header = &self.sheet.rows[self.header.below - 1];
        let needed = self.header.columns.iter().map(|column| column.at + 1).max().unwrap_or(0);
        let most = header.fields.unwrap_or(needed);
        let beyond = row.cells.last().is_some_and(|cell| cell.column >= most);
        (fields < needed || beyond).then(|| {
            Fault::new(
                Code::BadRow,
                &format!("{fields} fields"),
                &format!("{most} fields, as many as the header"),
                "is a separator missing, or does a value with one in it need quotes?",
            )
        })
    }

    fn unclear(&self, row: &Row, errors: &mut InputErrors) {
        let fault = Fault::new(
            Code::BadRow,
            "text in the first column alone, after an empty row",
            "a row of the table, or a note that cannot be taken for one",
            "remove the empty row where it belongs to the table; else remove the note or put it on another sheet",
        );
        add(fault, self.sheet.source.row(row.number), errors);
    }

    fn too_many(&self, row: &Row, errors: &mut InputErrors) {
        let most = self.kind.most_rows();
        let fault = Fault::new(
            Code::TooLarge,
            &format!("more than {most} rows"),
            &format!("at most {most} rows"),
            "split the work over several instances, or join like rows; the rest was not read",
        );
        add(fault, self.sheet.source.row(row.number), errors);
    }

    fn give_up(&self, row: &Row, errors: &mut InputErrors) {
        let fault = Fault::new(
            Code::BadRow,
            &format!("more than {MOST_PROBLEMS} problems so far"),
            "rows as described above",
            "correct these first: the rest of the table was not read",
        );
        add(fault, self.sheet.source.row(row.number), errors);
    }
}

fn add(fault: Fault, place: String, errors: &mut InputErrors) {
    errors.add(fault.code, place, fault.found, fault.allowed, fault.advice);
}
