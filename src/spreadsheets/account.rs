//! What an import understood: values for `telling`, which puts them into words.

use super::header::{Header, Unused};
use super::sheet::Source;
use super::vocabulary::{Column, Kind};

/// What an import understood, as far as it came.
#[derive(Debug, Default)]
pub struct Account {
    /// The tables, in the order in which they were read.
    pub tables: Vec<TableAccount>,
    /// Sheets of workbooks that nothing was read from: file and sheet.
    pub other_sheets: Vec<(String, String)>,
    /// What was done with the tables together.
    pub steps: Vec<Step>,
}

/// What was understood of one table.
#[derive(Debug)]
pub struct TableAccount {
    /// What kind of table it is.
    pub kind: Kind,
    /// Where it stands.
    pub source: Source,
    /// The row of the names, and the row of the names of groups above it.
    pub header: (u32, Option<u32>),
    /// The columns that were read: where, what stands above them, and what they mean.
    pub columns: Vec<(u32, String, &'static Column, u32)>,
    /// The columns that were not.
    pub unused: Vec<Unused>,
    /// Whether it is DUO's own list of schools.
    pub of_duo: bool,
    /// How many rows were read.
    pub rows: usize,
    /// How many empty rows stand between them.
    pub empty: usize,
    /// The rows that were left out.
    pub left_out: Vec<(u32, LeftOut)>,
}

/// Why a row was left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LeftOut {
    /// It is a note: text in the first column alone, after an empty row.
    Note,
    /// It is the header once more.
    HeaderAgain,
}

/// Something done with the tables together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// So many boards were taken from the schools, since there is no table of boards.
    BoardsOfSchools(usize),
    /// So many schools got what a table adds to them.
    Joined(usize),
    /// So many schools got the same number of places, since none was given.
    DefaultPlaces(usize, i64),
    /// So many schools of DUO's list were left out, since no table adds anything to them.
    NotAdded(usize),
    /// So many schools of DUO's list were left out, since their boards are not in the table of boards.
    OtherBoards(usize),
    /// Denominations that other tables name were written as DUO's list writes them: from and to.
    AsDuoWrites(Vec<(String, String)>),
    /// So many schools and students got the point of their postcode.
    Located(usize, usize),
}

impl TableAccount {
    /// What a header says, before any row is read.
    pub fn of(kind: Kind, source: &Source, header: &mut Header) -> Self {
        let columns = header.columns.iter();
        let columns =
            columns.map(|known| (known.at, known.heading.clone(), known.column, known.rank));
        let mut columns: Vec<_> = columns.collect();
        columns.sort_by_key(|(at, ..)| *at);
        Self {
            kind,
            source: source.clone(),
            header: (header.row, header.groups),
            columns,
            unused: std::mem::take(&mut header.unused),
            of_duo: false,
            rows: 0,
            empty: 0,
            left_out: Vec::new(),
        }
    }
}
