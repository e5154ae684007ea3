//! The header of a sheet: its columns and what they mean.

use std::collections::BTreeSet;

use super::vocabulary::{KnownColumn, TableKind};

/// The header of a sheet with the meaning of its columns.
#[derive(Debug)]
pub struct Header {
    /// The row of the column names, counted from 1.
    pub row: u32,
    /// The row above it with the names of groups of columns, if there is one.
    pub groups: Option<u32>,
    /// The columns that are read, from left to right; numbered columns in the order of their numbers.
    pub columns: Vec<AssignedColumn>,
    /// The columns that are not read.
    pub unused: Vec<UnusedColumn>,
    /// The required columns that the sheet lacks.
    pub missing: Vec<&'static KnownColumn>,
    /// Whether the names of rows are their ids, since no column gives ids.
    pub names_are_ids: bool,
    /// The study year of all rows and the name that says so, where no column gives the year.
    pub year_of_name: Option<(i64, String)>,
    /// The index of the first row below it.
    pub below: usize,
}

impl Header {
    /// Whether a column with a path is read.
    pub fn has(&self, path: &str) -> bool {
        self.columns.iter().any(|known| known.column.path == path)
    }

    /// Whether each row of a kind must have a column.
    pub fn requires(&self, kind: TableKind, column: &KnownColumn) -> bool {
        match column.path {
            "id" if self.names_are_ids => false,
            "name" if self.names_are_ids => true,
            _ => kind.requires(column),
        }
    }

    /// How many columns of different meaning are read.
    pub fn meanings(&self) -> usize {
        self.columns.iter().map(|known| known.column.path).collect::<BTreeSet<_>>().len()
    }
}

/// A column of a sheet with its meaning.
#[derive(Clone, Debug)]
pub struct AssignedColumn {
    /// Its meaning.
    pub column: &'static KnownColumn,
    /// Its position, counted from 0.
    pub at: u32,
    /// Its name in the sheet.
    pub heading: String,
    /// Its number among several columns of one list, from 1; 0 if it has none.
    pub rank: u32,
}

/// A column of a sheet that is not read.
#[derive(Debug)]
pub struct UnusedColumn {
    /// Its position, counted from 0.
    pub at: u32,
    /// Its name in the sheet; empty if it has none.
    pub heading: String,
    /// A known name that may have been meant.
    pub near: Option<&'static str>,
}
