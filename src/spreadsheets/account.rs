//! What an import understood, as values; `account_words` puts them into words.

use std::collections::BTreeMap;

use super::columns::{Header, UnusedColumn};
use super::sheet::Source;
use super::vocabulary::{KnownColumn, TableKind};
use crate::input::errors::InputWarning;
use crate::instance::Programme;

/// What an import understood before it ended or failed.
#[derive(Debug, Default)]
pub struct Account {
    /// The tables, in the order in which they were read.
    pub tables: Vec<TableAccount>,
    /// Sheets of workbooks that nothing was read from.
    pub other_sheets: Vec<OtherSheet>,
    /// What was done with the tables together.
    pub steps: Vec<ImportStep>,
    /// What is allowed and yet worth a look, found while the tables were joined.
    pub warnings: Vec<InputWarning>,
}

/// A sheet that nothing was read from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OtherSheet {
    /// Its file as the user named it.
    pub file: String,
    /// Its name.
    pub sheet: String,
    /// Whether the spreadsheet program hides it.
    pub hidden: bool,
}

/// What was understood of one table.
#[derive(Debug)]
pub struct TableAccount {
    /// The kind of table.
    pub kind: TableKind,
    /// Its file and sheet.
    pub source: Source,
    /// The row of the names, and the row of the names of groups above it.
    pub header: (u32, Option<u32>),
    /// The columns that were read: position, name in the sheet, meaning, and number in a list.
    pub columns: Vec<(u32, String, &'static KnownColumn, u32)>,
    /// The columns that were not read.
    pub unused: Vec<UnusedColumn>,
    /// Whether it is DUO's own list of schools.
    pub of_duo: bool,
    /// Whether the names of its rows are their ids, since no column gives ids.
    pub names_are_ids: bool,
    /// The study year of all its rows and the name that says so, where no column gives the year.
    pub year_of_name: Option<(i64, String)>,
    /// The number of rows that were read.
    pub rows: usize,
    /// The number of empty rows between them.
    pub empty: usize,
    /// Whether the spreadsheet program hides the sheet.
    pub hidden_sheet: bool,
    /// Rows that the spreadsheet program hides and that were read.
    pub hidden_rows: Vec<u32>,
    /// Columns that the spreadsheet program hides and that were read, counted from 0.
    pub hidden_columns: Vec<u32>,
    /// The rows that were left out, with the reason.
    pub left_out: Vec<(u32, LeftOut)>,
    /// Cells that say less or more than a value, and how they were read.
    pub remarks: Vec<InputWarning>,
    /// Words that say more than the programme they were read as: the programme, and in how many rows.
    pub read_as: BTreeMap<String, (Programme, usize)>,
}

/// Why a row was left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LeftOut {
    /// It is a note: text in the first column alone, after an empty row.
    Note,
    /// It repeats the header.
    HeaderAgain,
}

/// A step that concerned several tables.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ImportStep {
    /// These sheets are one table of a kind together: sheets, with the number of rows of each.
    SeveralSheets(TableKind, Vec<(Source, usize)>),
    /// This number of boards was derived from the schools, as there is no table of boards.
    BoardsOfSchools(usize),
    /// This number of schools got values from another table.
    Joined(usize),
    /// This number of schools had no number of places and got the default: schools, places.
    DefaultPlaces(usize, i64),
    /// This number of schools of DUO's list was dropped, as no table adds anything to them.
    NotAdded(usize),
    /// This number of schools of DUO's list was dropped, as their boards are not in the table of boards.
    OtherBoards(usize),
    /// Denominations of other tables were rewritten as DUO's list writes them: (from, to).
    AsDuoWrites(Vec<(String, String)>),
    /// Denominations and concepts that differ only in case, accents or signs were spelled alike: (from, to).
    SpelledAlike(Vec<(String, String)>),
    /// Denominations of schools that meet a wish, by the settings: (wish, denominations).
    DenominationsBySettings(Vec<(String, String)>),
    /// Programmes that the settings name: (name, what the settings say of it).
    ProgrammesBySettings(Vec<(String, String)>),
    /// References by name: how many, and those that are not spelled as the name: (written, name, id).
    ByName(usize, Vec<(String, String, String)>),
    /// Boards that the schools spell in several ways: (from, to).
    BoardsAlike(Vec<(String, String)>),
    /// Boards and how many clusters each may form, since no table says anything about clusters.
    ProposedClusters(Vec<(String, i64)>),
    /// Clusters that were made from the column of clusters in the table of schools.
    ClustersOfSchools(usize),
    /// Existing clusters may be below their minimum, at this price in kilometres per member, since the settings say
    /// nothing of it.
    BelowMinimum(i64),
    /// Schools, by name, or students, by id, that were withdrawn.
    Withdrawn(TableKind, Vec<String>),
    /// Students whose school in a plan of last year is an earlier school, and those who were only at schools that are not
    /// in the tables.
    LastYear {
        /// The file of the plan.
        plan: String,
        /// Students with an earlier school from it.
        here: usize,
        /// Students who were at other schools alone.
        elsewhere: usize,
    },
    /// Schools and students that got the point of their postcode: schools, students.
    Located(usize, usize),
    /// Of these, this number has letters that the table of postcodes lacks, and got the point of the four digits.
    LocatedByDigits(usize),
    /// Students who share the point of their postcode with a school, so that the journey there is 0 m.
    WithinPostcode(usize),
}

impl TableAccount {
    /// The account of a table of which only the header has been read.
    pub fn of(kind: TableKind, source: &Source, header: &mut Header) -> Self {
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
            names_are_ids: header.names_are_ids,
            year_of_name: header.year_of_name.clone(),
            rows: 0,
            empty: 0,
            hidden_sheet: false,
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
            left_out: Vec::new(),
            remarks: Vec::new(),
            read_as: BTreeMap::new(),
        }
    }
}
