//! The messy tables in `tests/spreadsheets/`: a folder for each case, with the tables that it has instead of
//! the usual ones, and `expected.txt`, the whole of what is said.
//!
//! After a change that is meant, run the tests with `UPDATE_GOLDEN=1` and read the difference.

use std::path::{Path, PathBuf};

use plaatswijzer::input::errors::Code;
use plaatswijzer::spreadsheets::{Request, TableFile, TableKind};

use super::{CODES, told};
use crate::documents::folder;

/// The tables that a case may have, in the order in which they are read.
const TABLES: [(TableKind, &str); 8] = [
    (TableKind::Boards, "boards"),
    (TableKind::Schools, "schools"),
    (TableKind::Places, "places"),
    (TableKind::Clusters, "clusters"),
    (TableKind::Students, "students"),
    (TableKind::Journeys, "journeys"),
    (TableKind::Settings, "settings"),
    (TableKind::Postcodes, "postcodes"),
];

/// The tables of a case, with the usual students and schools where it has none of its own.
fn request(case: &Path) -> Request {
    let table = |(kind, name): (TableKind, &str)| {
        let file = format!("{name}.csv");
        let own = std::fs::read(case.join(&file));
        let bytes = own.or_else(|_| std::fs::read(case.with_file_name("usual").join(&file)));
        Some(TableFile { kind, file, sheet: None, bytes: bytes.ok()? })
    };
    let default_places = std::fs::read_to_string(case.join("default-places.txt"));
    Request {
        tables: TABLES.into_iter().filter_map(table).collect(),
        name: (!case.join("settings.csv").exists()).then(|| "Dorp".to_owned()),
        default_places: default_places.ok().map(|text| text.trim().parse().unwrap()),
        ..Request::default()
    }
}

/// Compares the output with the golden text of a case.
pub fn check(case: &Path, found: &str) -> Option<String> {
    let path = case.join("expected.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(case).unwrap();
        std::fs::write(&path, found).unwrap();
    }
    let agreed = std::fs::read_to_string(&path).unwrap_or_default();
    let name = case.file_name().unwrap().display().to_string();
    (agreed != found).then(|| format!("== {name}\n{found}\n== instead of\n{agreed}\n"))
}

/// The folders of cases, by name.
fn cases() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder("spreadsheets")).unwrap();
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

#[test]
fn every_table_has_its_whole_message() {
    let with_tables = cases()
        .into_iter()
        .filter(|case| TABLES.iter().any(|(_, name)| case.join(format!("{name}.csv")).exists()));
    let with_tables: Vec<PathBuf> = with_tables.collect();
    assert!(with_tables.len() >= 55, "{}", with_tables.len());
    let failures = with_tables.iter().filter_map(|case| check(case, &told(&request(case))));
    assert_eq!(failures.collect::<String>(), "");
}

#[test]
fn every_code_of_tables_has_its_case() {
    let texts = cases().into_iter().map(|case| std::fs::read_to_string(case.join("expected.txt")));
    let texts: String = texts.map(Result::unwrap).collect();
    let silent = CODES.iter().filter(|code| !texts.contains(&format!("error[{code}]")));
    assert_eq!(silent.collect::<Vec<_>>(), Vec::<&Code>::new());
}

#[test]
fn no_message_shows_a_place_of_the_document() {
    for case in cases() {
        let text = std::fs::read_to_string(case.join("expected.txt")).unwrap();
        let errors =
            text.lines().filter(|line| line.starts_with("error[") || line.starts_with("  found"));
        for line in errors {
            assert!(!line.contains("students[") && !line.contains("schools["), "{line}");
        }
    }
}
