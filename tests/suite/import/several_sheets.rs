//! Students and schools that are spread over several sheets.

use plaatswijzer::input::errors::Code;
use plaatswijzer::spreadsheets::{
    AmendedCell, Amendments, Request, TableFile, TableKind, account_in_words, import,
};
use plaatswijzer::texts::Language;
use rust_xlsxwriter::Workbook;

use super::corpus::check;
use super::report_and_instance;
use super::workbooks::{SCHOOLS, sheet, whole};
use crate::documents::folder;

/// A table of students without a column of years, below a title.
const FIRST_YEAR: &[&[&str]] = &[
    &["Eerstejaars"],
    &[],
    &["studentnummer", "opleiding", "lat", "lon"],
    &["s1", "voltijd", "53.2", "6.55"],
    &["s2", "deeltijd", "53.2", "6.55"],
];
/// Students with columns in another order, one of whom has another year than the name of a sheet may say.
const SECOND_YEAR: &[&[&str]] = &[
    &["jaar", "opleiding", "nummer", "lat", "lon"],
    &["2", "voltijd", "s3", "53.2", "6.55"],
    &["3", "voltijd", "s4", "53.2", "6.55"],
];

fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        sheet(&mut workbook, name, rows);
    }
    workbook.save_to_buffer().unwrap()
}

fn by_year() -> Vec<u8> {
    workbook(&[("Jaar 1", FIRST_YEAR), ("Jaar 2", SECOND_YEAR), ("Scholen", SCHOOLS)])
}

/// A student number on both sheets, and a cell that is empty on the second.
fn by_year_wrong() -> Vec<u8> {
    let second = &[SECOND_YEAR, &[&["2", "", "s1", "53.2", "6.55"]]].concat();
    workbook(&[("Jaar 1", FIRST_YEAR), ("Jaar 2", second), ("Scholen", SCHOOLS)])
}

fn with_a_copy() -> Vec<u8> {
    let copy = &[SECOND_YEAR, &[&["2", "voltijd", "s9", "53.2", "6.55"]]].concat();
    workbook(&[("Studenten", SECOND_YEAR), ("Studenten (kopie)", copy), ("Scholen", SCHOOLS)])
}

fn of_two_school_years() -> Vec<u8> {
    let other: &[&[&str]] = &[SECOND_YEAR[0], &["2", "voltijd", "s8", "53.2", "6.55"]];
    workbook(&[("Studenten 2026", other), ("Studenten 2027", SECOND_YEAR), ("Scholen", SCHOOLS)])
}

/// Sheets that their names say to be students and schools, and that lack a column; one has all columns of postcodes.
fn lacking_columns() -> Vec<u8> {
    let students: &[&[&str]] = &[&["studentnummer", "richting", "jaar"], &["s1", "voltijd", "1"]];
    let schools: &[&[&str]] = &[
        &["naam", "plaats", "plaatsen", "postcode", "lat", "lon"],
        &["De Weg", "Zutphen", "4", "7201", "52.14", "6.19"],
    ];
    workbook(&[("Studenten 26-27", students), ("Onze scholen", schools)])
}

/// A sheet of totals that is named as students are, beside the whole table.
fn with_totals() -> Vec<u8> {
    let totals: &[&[&str]] = &[&["opleiding", "aantal"], &["voltijd", "2"], &["deeltijd", "1"]];
    workbook(&[
        ("Jaar 1", FIRST_YEAR),
        ("Studenten per opleiding", totals),
        ("Partnerscholen", SCHOOLS),
    ])
}

/// A workbook of students per college, and a file of schools per board.
fn per_college() -> Request {
    let other: &[&[&str]] = &[SCHOOLS[0], &["h2", "De Wei", "b2", "4", "53.21", "6.57"]];
    let named_board: &[&[&str]] = &[
        &["schoolcode", "bestuur", "bestuursnaam", "plaatsen", "lat", "lon"],
        &["h3", "b2", "Stichting B", "4", "53.21", "6.57"],
    ];
    let files = [
        ("hogeschool-a jaar 1.xlsx", workbook(&[("Blad2", FIRST_YEAR), ("Scholen", named_board)])),
        ("hogeschool-b jaar 2.xlsx", workbook(&[("Blad1", SECOND_YEAR), ("Scholen", other)])),
    ];
    let files = files.into_iter().map(|(name, bytes)| (name.to_owned(), bytes));
    Request { files: files.collect(), name: Some("Dorp".to_owned()), ..Request::default() }
}

/// Sheets that are named one by one, without the copy beside them.
fn named(sheets: &[&str], bytes: &[u8]) -> Request {
    let named = sheets.iter().map(|name| (TableKind::Students, *name));
    let tables = named.chain([(TableKind::Schools, "Scholen")]).map(|(kind, name)| TableFile {
        kind,
        file: "dorp.xlsx".to_owned(),
        sheet: Some(name.to_owned()),
        bytes: bytes.to_vec(),
    });
    Request { tables: tables.collect(), name: Some("Dorp".to_owned()), ..Request::default() }
}

#[test]
fn sheets_of_one_kind_are_one_table() {
    let cases: Vec<(&str, Request)> = vec![
        ("xlsx-students-by-year", whole(by_year())),
        ("xlsx-students-by-year-wrong", whole(by_year_wrong())),
        ("xlsx-students-with-a-copy", whole(with_a_copy())),
        ("xlsx-students-of-two-school-years", whole(of_two_school_years())),
        ("xlsx-students-per-college", per_college()),
        ("xlsx-sheets-that-lack-columns", whole(lacking_columns())),
        ("xlsx-students-beside-totals", whole(with_totals())),
        ("xlsx-students-named-one-by-one", named(&["Jaar 1", "Jaar 2"], &by_year())),
    ];
    let failures = cases.iter().filter_map(|(name, request)| {
        check(&folder("spreadsheets").join(name), &report_and_instance(request))
    });
    assert_eq!(failures.collect::<String>(), "");
}

#[test]
fn a_workbook_of_students_named_as_one_table_has_all_its_sheets() {
    let mut request = named(&[], &by_year());
    let students =
        TableFile { kind: TableKind::Students, sheet: None, ..request.tables[0].clone() };
    request.tables.push(students);
    assert_eq!(import(&request).unwrap().document.students.len(), 4);
}

#[test]
fn a_sheet_that_is_named_beside_others_joins_those_that_are_found() {
    let odd: &[&[&str]] = &[FIRST_YEAR[2], &["s7", "deeltijd", "53.2", "6.55"]];
    let bytes = workbook(&[("Jaar 2", SECOND_YEAR), ("Zij 1e jaar", odd), ("Scholen", SCHOOLS)]);
    let mut request = named(&["Zij 1e jaar"], &bytes);
    request.files.push(("dorp.xlsx".to_owned(), bytes));
    let students = |request: &Request| import(request).unwrap().document.students.len();
    assert_eq!(students(&request), 1);
    request.found_join_named = true;
    assert_eq!(students(&request), 3);
}

#[test]
fn a_correction_is_for_the_cell_of_its_sheet() {
    let mut request = whole(by_year_wrong());
    let cell = |row: u32, column: u32, was: &str, text: &str| AmendedCell {
        file: "dorp.xlsx".to_owned(),
        sheet: Some("Jaar 2".to_owned()),
        row,
        column,
        was: was.to_owned(),
        text: text.to_owned(),
    };
    let refused = import(&request).unwrap_err();
    let places: Vec<_> =
        refused.cells.iter().flatten().map(|cell| (&cell.sheet, cell.row)).collect();
    assert_eq!(places, [(&Some("Jaar 2".to_owned()), 4), (&Some("Jaar 2".to_owned()), 4)]);
    request.amendments = Amendments {
        cells: vec![cell(4, 1, "", "mbo"), cell(4, 2, "s1", "s5")],
        ..Amendments::default()
    };
    let imported = import(&request).unwrap();
    let ids: Vec<&str> = imported.document.students.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["s1", "s2", "s3", "s4", "s5"]);
    let account = account_in_words(&imported.account, Language::Dutch);
    let said = "2 bladen zijn gelezen als één tabel van 5 rijen: `Jaar 1` 2, `Jaar 2` 3";
    assert!(account.contains(said), "{account}");
}

#[test]
fn the_list_of_duo_is_not_joined_with_other_schools() {
    let duo = std::fs::read(folder("spreadsheets").join("duo/schools.csv")).unwrap();
    let mut request = whole(by_year());
    request.files.push(("duo.csv".to_owned(), duo));
    let refused = import(&request).unwrap_err();
    let error = refused.errors.0.iter().find(|error| error.code == Code::UnknownSheet).unwrap();
    assert!(error.to_string().contains("`--places`"), "{error}");
}
