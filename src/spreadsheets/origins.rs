//! The origin of each value of the document in the sheets, so that messages name cells instead of paths of the
//! document: `students[12].days[0]` is a cell of row 15.

use std::collections::BTreeMap;

use super::columns::AssignedColumn;
use super::filled::Filled;
use super::fold::lookalike;
use super::sheet::Source;
use crate::input::errors::{Code, InputError, InputErrors, InputWarning};
use crate::message;
use crate::texts::Rewrite;

/// A table whose rows went into the document.
#[derive(Debug)]
struct View {
    source: Source,
    columns: Vec<AssignedColumn>,
}

/// Where one row of the document comes from.
#[derive(Debug, Default)]
struct RowOrigin {
    /// The tables and rows, the one that it began with first.
    parts: Vec<(usize, u32)>,
    /// The keys for which a problem is reported already.
    broken: Vec<&'static str>,
    /// The columns of list values that have several: part, key, column.
    elements: Vec<(usize, &'static str, u32)>,
}

/// A row of a table, and the column in it where it is about one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TablePosition {
    /// The table.
    pub source: Source,
    /// The row, counted from 1.
    pub row: u32,
    /// The column, counted from 0.
    pub column: Option<u32>,
    /// The heading of the column.
    pub heading: String,
    /// The path of the values of the column; none where it has no meaning.
    pub path: Option<&'static str>,
}

/// Where everything comes from.
#[derive(Debug, Default)]
pub struct Origins {
    views: Vec<View>,
    rows: BTreeMap<&'static str, Vec<RowOrigin>>,
    /// The settings: key, the cell of the key, the cell of the value.
    settings: Vec<(String, String, String)>,
    /// Whether tables are missing to which rows may refer: then unknown references are not reported.
    pub incomplete: bool,
}

impl Origins {
    /// Registers a table.
    pub fn view(&mut self, source: Source, columns: Vec<AssignedColumn>) -> usize {
        self.views.push(View { source, columns });
        self.views.len() - 1
    }

    /// The number that the next table will have.
    pub fn next_view(&self) -> usize {
        self.views.len()
    }

    /// A table as a place.
    pub fn table(&self, view: usize) -> String {
        self.views.get(view).map_or_else(String::new, |view| view.source.to_string())
    }

    /// The cell of a key in a row of a table.
    pub fn cell_of(&self, view: usize, row: u32, key: &str) -> String {
        let Some(known) = self.views.get(view) else { return String::new() };
        match known.column(key) {
            Some(assigned) => known.source.cell(row, assigned.at, &assigned.heading),
            None => known.source.row(row),
        }
    }

    /// The cell in a column of a row of a table.
    pub fn cell_at(&self, view: usize, row: u32, column: u32) -> String {
        self.views.get(view).map_or_else(String::new, |view| view.cell(row, column))
    }

    /// The order of a location among all cells: table, row and column. Other locations come first.
    pub fn order(&self, location: &str) -> Option<(usize, u32, u32)> {
        let views = self.views.iter().enumerate().filter_map(|(index, view)| {
            let rest = location.strip_prefix(view.source.to_string().as_str())?;
            Some((index, rest.strip_prefix(", ").unwrap_or(rest)))
        });
        // The name of one file may begin with that of another.
        let (view, rest) = views.min_by_key(|(_, rest)| rest.len())?;
        let mut parts = rest.split([',', '(']).map(|part| part.trim().rsplit(' ').next());
        let row = parts.next().flatten().and_then(|row| row.parse().ok()).unwrap_or(0);
        let column = parts.next().flatten().unwrap_or_default().bytes();
        let column = column.filter(u8::is_ascii_uppercase).fold(0_u32, |number, letter| {
            number.saturating_mul(26).saturating_add(u32::from(letter - b'A') + 1)
        });
        Some((view, row, column))
    }

    /// Where a location is among the tables; none if it is in no row.
    pub fn position(&self, location: &str) -> Option<TablePosition> {
        let (view, row, column) = self.order(location).filter(|(_, row, _)| *row > 0)?;
        let view = &self.views[view];
        let column = column.checked_sub(1);
        let assigned = view.columns.iter().find(|assigned| Some(assigned.at) == column);
        let heading = assigned.map_or_else(String::new, |assigned| assigned.heading.clone());
        let path = assigned.map(|assigned| assigned.column.path);
        Some(TablePosition { source: view.source.clone(), row, column, heading, path })
    }

    /// The column of a table that gives the value of a key, if it has one.
    pub fn column_at(&self, view: usize, path: &str) -> Option<u32> {
        let columns = self.views.get(view).into_iter().flat_map(|view| &view.columns);
        columns.clone().find(|assigned| assigned.column.path == path).map(|assigned| assigned.at)
    }

    /// Adds a board that a school names: its id is in the school's column of boards.
    pub fn board_of_school(&mut self, view: usize, row: u32) {
        let columns = self.views[view].columns.iter().filter_map(|assigned| {
            let (path, at) = (assigned.column.path, assigned.at);
            match path {
                "board" => Some(("id", at)),
                "board_name" => Some(("name", at)),
                _ => None,
            }
        });
        let elements = columns.map(|(key, at)| (view, key, at)).collect();
        let origin = RowOrigin { parts: vec![(view, row)], broken: Vec::new(), elements };
        self.rows.entry("boards").or_default().push(origin);
    }

    /// Adds a row to a list of the document.
    pub fn row(&mut self, list: &'static str, view: usize, filled: &Filled) {
        let elements = filled.elements.iter().map(|(key, column)| (view, *key, *column));
        let origin = RowOrigin {
            parts: vec![(view, filled.row)],
            broken: filled.broken.clone(),
            elements: elements.collect(),
        };
        self.rows.entry(list).or_default().push(origin);
    }

    /// Adds what another table adds to a row.
    pub fn joined(&mut self, list: &'static str, index: usize, view: usize, filled: &Filled) {
        let Some(origin) = self.rows.get_mut(list).and_then(|rows| rows.get_mut(index)) else {
            return;
        };
        origin.parts.push((view, filled.row));
        origin.broken.extend(filled.broken.iter().filter(|key| **key != "id"));
        origin.elements.extend(filled.elements.iter().map(|(key, column)| (view, *key, *column)));
    }

    /// Registers the cells of a setting.
    pub fn setting(&mut self, key: &str, key_place: String, value_place: String) {
        self.settings.push((key.to_owned(), key_place, value_place));
    }

    /// The errors of the reader, located in cells, without those that follow from problems reported already.
    pub fn errors(&self, errors: InputErrors) -> InputErrors {
        let errors = errors.0.into_iter().filter(|error| !self.follows(error));
        InputErrors(errors.map(|error| self.error(&error)).collect())
    }

    fn follows(&self, error: &InputError) -> bool {
        if self.incomplete && matches!(error.code, Code::UnknownReference | Code::FixedNowhere) {
            return true;
        }
        let Some((list, index, rest)) = row_place(&error.location) else { return false };
        let Some(origin) = self.rows.get(list).and_then(|rows| rows.get(index)) else {
            return false;
        };
        origin.broken.iter().any(|key| {
            rest == *key || rest.strip_prefix(key).is_some_and(|more| more.starts_with(['.', '[']))
        })
    }

    fn error(&self, error: &InputError) -> InputError {
        let found = error.found.rewritten(self);
        let mut help = error.help.rewritten(self);
        let lookalike = lookalike(&found.to_string());
        if let (Code::UnknownReference, Some((sign, name))) = (error.code, lookalike) {
            help = message!("spreadsheets-lookalike", help = help, sign = sign, name = name).into();
        }
        let location = self.location(&error.location, error.code == Code::UnknownKey);
        InputError {
            code: error.code,
            location,
            found,
            allowed: error.allowed.rewritten(self),
            help,
        }
    }

    /// A warning of the reader, located in cells.
    pub fn warning(&self, warning: &InputWarning) -> InputWarning {
        InputWarning {
            location: self.location(&warning.location, false),
            message: warning.message.rewritten(self),
        }
    }

    /// A path of the document as a location in a sheet; unchanged if it comes from none.
    fn location(&self, location: &str, is_key: bool) -> String {
        row_place(location)
            .and_then(|(list, index, rest)| self.cell(list, index, rest))
            .or_else(|| self.setting_place(location, is_key))
            .unwrap_or_else(|| location.to_owned())
    }

    /// The cell that a key of a row of the document comes from, or the row.
    pub fn cell(&self, list: &str, index: usize, rest: &str) -> Option<String> {
        let origin = self.rows.get(list)?.get(index)?;
        if let Some((view, column)) = element(origin, rest) {
            let row = origin.parts.iter().find(|(part, _)| *part == view)?.1;
            return Some(self.views[view].cell(row, column));
        }
        let cell_in = |&(view, row): &(usize, u32)| {
            let assigned = self.views[view].column(rest)?;
            Some(self.views[view].source.cell(row, assigned.at, &assigned.heading))
        };
        // The id is the same in all joined tables; the first is the one it identifies.
        let cell = if rest == "id" {
            origin.parts.iter().find_map(cell_in)
        } else {
            origin.parts.iter().rev().find_map(cell_in)
        };
        let (view, row) = origin.parts.first()?;
        cell.or_else(|| Some(self.views[*view].source.row(*row)))
    }

    fn setting_place(&self, location: &str, is_key: bool) -> Option<String> {
        let within = |inner: &str, outer: &str| {
            inner
                .strip_prefix(outer)
                .is_some_and(|more| more.is_empty() || more.starts_with(['.', '[']))
        };
        let fits =
            |(key, ..): &&(String, String, String)| within(location, key) || within(key, location);
        let longest = self.settings.iter().filter(fits).max_by_key(|(key, ..)| key.len());
        longest.map(|(_, key_cell, value_cell)| if is_key { key_cell } else { value_cell }.clone())
    }
}

/// Texts of the reader that speak of the document, and those that speak of tables instead. Both have the same
/// arguments.
pub const IN_TABLES: [(&str, &str); 9] = [
    ("input-or-null", "spreadsheets-no-null"),
    ("instance-no-id", "spreadsheets-no-id"),
    ("instance-name-or-add", "spreadsheets-name-or-add"),
    ("instance-id-used", "spreadsheets-id-used"),
    ("instance-id-own", "spreadsheets-id-own"),
    ("instance-id-rename", "spreadsheets-id-rename"),
    ("instance-journey-once", "spreadsheets-journey-once"),
    ("instance-no-postcodes", "spreadsheets-no-postcodes"),
    ("instance-no-place", "spreadsheets-no-place"),
];

/// Texts of the reader with paths of the document replaced by cells, and keys of the document by what an import has
/// instead.
impl Rewrite for Origins {
    fn key(&self, key: &'static str) -> &'static str {
        let in_tables = IN_TABLES.iter().find(|(of_document, _)| *of_document == key);
        in_tables.map_or(key, |(_, of_tables)| of_tables)
    }

    fn text(&self, text: &str) -> String {
        let mut located = String::new();
        let mut rest = text;
        while let Some((at, length)) = next_place(rest) {
            located.push_str(&rest[..at]);
            located.push_str(&self.location(&rest[at..at + length], false));
            rest = &rest[at + length..];
        }
        located + rest
    }
}

impl View {
    fn cell(&self, row: u32, column: u32) -> String {
        let assigned = self.columns.iter().find(|assigned| assigned.at == column);
        self.source.cell(row, column, assigned.map_or("", |assigned| assigned.heading.as_str()))
    }

    /// The column that a key of a row comes from: the one of that name, else one that holds part of it or of
    /// which it is a part.
    fn column(&self, rest: &str) -> Option<&AssignedColumn> {
        let length = |assigned: &&AssignedColumn| {
            let path = assigned.column.path;
            let shared =
                path.bytes().zip(rest.bytes()).take_while(|(one, other)| one == other).count();
            let ends = |text: &str| text.len() == shared || text[shared..].starts_with(['.', '[']);
            if shared > 0
                && ends(path)
                && ends(rest)
                && (shared == path.len() || shared == rest.len())
            {
                shared
            } else {
                0
            }
        };
        let found =
            self.columns.iter().rev().max_by_key(length).filter(|assigned| length(assigned) > 0);
        // A point may come from the postcode, and an id from the name.
        found.or_else(|| {
            let other = match rest.split(['.', '[']).next() {
                Some("at") => "postcode",
                Some("id") => "name",
                _ => return None,
            };
            self.columns.iter().find(|assigned| assigned.column.path == other)
        })
    }
}

/// The column of one value of a list that has several columns.
fn element(origin: &RowOrigin, rest: &str) -> Option<(usize, u32)> {
    let (key, index) = match rest.split_once('[') {
        Some((key, index)) => (key, index.split_once(']')?.0.parse().ok()?),
        None => (rest, 0_usize),
    };
    let mut elements = origin.elements.iter().filter(|(_, of, _)| *of == key);
    elements.nth(index).map(|(view, _, column)| (*view, *column))
}

/// The lists of a document, as their places begin.
const LISTS: [&str; 5] = ["students", "schools", "boards", "clusters", "travel.table"];

/// A place in a list of the document, as list, index and the rest.
fn row_place(location: &str) -> Option<(&'static str, usize, &str)> {
    LISTS.into_iter().find_map(|list| {
        let (index, rest) = location.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?;
        Some((list, index.parse().ok()?, rest.trim_start_matches('.')))
    })
}

/// Position and length of the next path of a list in a text.
fn next_place(text: &str) -> Option<(usize, usize)> {
    let starts = LISTS.into_iter().flat_map(|list| text.match_indices(list).map(|(at, _)| at));
    let mut starts: Vec<usize> = starts.collect();
    starts.sort_unstable();
    starts.into_iter().find_map(|at| {
        let rest = &text[at..];
        let sign = |letter: char| letter.is_ascii_alphanumeric() || "_.[]".contains(letter);
        let length = rest.find(|letter| !sign(letter)).unwrap_or(rest.len());
        let location = rest[..length].trim_end_matches('.');
        row_place(location).map(|_| (at, location.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_in_texts() {
        let text = "student `s1`, whose id the student at students[0].id has already";
        assert_eq!(next_place(text), Some((38, 14)));
        assert_eq!(next_place("see schools and students"), None);
        assert_eq!(row_place("travel.table[3].m"), Some(("travel.table", 3, "m")));
        assert_eq!(row_place("rules.spread"), None);
    }
}
