//! Reports, and what others read in them.

use std::io::{Cursor, Read};
use std::path::PathBuf;

use calamine::{Data, DataType, Reader, Xlsx};
use plaatswijzer::disclosure::{Audience, Disclosure, disclose};
use plaatswijzer::instance::BoardId;
use plaatswijzer::plan::Plan;
use plaatswijzer::problem::{Problem, read};
use plaatswijzer::report::workbook;
use plaatswijzer::texts::Language;
use plaatswijzer::verify::verify;
use serde_json::Value;

use crate::documents::folder;
use crate::laws::solved;
use crate::running::village;

/// Both languages, with the word that names each.
pub const LANGUAGES: [(Language, &str); 2] = [(Language::English, "en"), (Language::Dutch, "nl")];

/// A problem and a plan of it.
pub struct Planned {
    pub problem: Problem,
    pub plan: Plan,
}

impl Planned {
    /// The best plan of a document; `None` where it has none.
    pub fn of(document: &Value) -> Option<Self> {
        let plan = solved(document)?;
        Some(Self { problem: problem(document.to_string().as_bytes()), plan })
    }

    /// The village with its golden plan.
    pub fn village() -> Self {
        let plan = std::fs::read(village_plan()).unwrap();
        let problem = problem(&std::fs::read(village()).unwrap());
        Self { problem, plan: Plan::read(&plan).unwrap() }
    }

    /// The disclosure to an audience.
    pub fn disclosure(&self, audience: Audience) -> Disclosure {
        let verdict = verify(&self.problem, &self.plan);
        assert!(verdict.agrees(), "{:?}", verdict.findings);
        disclose(&self.problem, &self.plan, &verdict, audience)
    }

    /// A board by its id.
    pub fn board(&self, id: &str) -> BoardId {
        let mut boards = self.problem.instance.boards.iter();
        boards.find(|(_, board)| board.id == id).unwrap().0
    }

    /// All audiences.
    pub fn audiences(&self) -> Vec<Audience> {
        let boards = self.problem.instance.boards.ids().map(Audience::Board);
        [Audience::Planner, Audience::Public].into_iter().chain(boards).collect()
    }
}

fn problem(bytes: &[u8]) -> Problem {
    read(bytes, &|_| Err("absent".to_owned())).unwrap().problem
}

/// The golden plan of the village.
pub fn village_plan() -> PathBuf {
    folder("golden").join("village.plan.json")
}

/// A table in CSV, cell by cell.
pub fn cells_of_csv(text: &str, language: Language) -> Vec<Vec<String>> {
    let delimiter = if language == Language::Dutch { b';' } else { b',' };
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
    rows.collect()
}

/// A sheet: its name, and its cells row by row.
pub type Sheet = (String, Vec<Vec<Data>>);

/// The sheets of a workbook.
pub fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let names = book.sheet_names();
    let sheet = |name: String| {
        let range = book.worksheet_range(&name).unwrap();
        let rows = range.rows().map(<[Data]>::to_vec).collect();
        (name, rows)
    };
    names.into_iter().map(sheet).collect()
}

/// The parts of a workbook as text.
pub fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let number = archive.len();
    let part = |index| {
        let mut part = archive.by_index(index).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        (part.name().unwrap().into_owned(), text)
    };
    (0..number).map(part).collect()
}

/// Whether the name of a file ends like one of a kind.
pub fn ends_in(name: &str, ending: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|found| found == ending)
}

/// A workbook for an audience.
pub fn book(disclosure: &Disclosure, language: Language) -> Vec<u8> {
    workbook(disclosure, language).unwrap()
}

/// A cell as text: numbers with a point and no more decimals than they need.
pub fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        cell => cell.as_string().unwrap(),
    }
}
