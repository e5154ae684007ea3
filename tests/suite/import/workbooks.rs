//! Messy workbooks, made here so that one can read what is in them; the golden texts stand with those of the
//! other tables.

use plaatswijzer::spreadsheets::{Request, TableFile, TableKind};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use super::corpus::check;
use super::report_and_instance;
use crate::documents::folder;

/// Writes rows of texts and numbers: a text that is a number becomes one, but behind an apostrophe.
fn fill(sheet: &mut Worksheet, first_row: u32, rows: &[&[&str]]) {
    for (row, cells) in (first_row..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match (cell.strip_prefix('\''), cell.parse::<f64>()) {
                (Some(text), _) => sheet.write_string(row, column, text).unwrap(),
                (None, Ok(number)) => sheet.write_number(row, column, number).unwrap(),
                (None, Err(_)) if cell.is_empty() => continue,
                (None, Err(_)) => sheet.write_string(row, column, *cell).unwrap(),
            };
        }
    }
}

/// Adds a sheet with rows of texts and numbers.
pub fn sheet(workbook: &mut Workbook, name: &str, rows: &[&[&str]]) {
    let sheet = workbook.add_worksheet().set_name(name).unwrap();
    fill(sheet, 0, rows);
}

/// A table with a school.
pub const SCHOOLS: &[&[&str]] = &[
    &["schoolcode", "naam", "bestuur", "plaatsen", "breedtegraad", "lengtegraad"],
    &["h1", "De Weg", "b1", "6", "53.21", "6.56"],
];
const STUDENTS: &[&[&str]] = &[
    &["studentnummer", "opleiding", "studiejaar", "breedtegraad", "lengtegraad"],
    &["s1", "voltijd", "1", "53.2", "6.55"],
];

/// A workbook with usual schools and a sheet of students that `write` fills.
fn with_students(write: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    sheet(&mut workbook, "Scholen", SCHOOLS);
    write(workbook.add_worksheet().set_name("Studenten").unwrap());
    workbook.save_to_buffer().unwrap()
}

/// The import of a workbook.
pub fn whole(bytes: Vec<u8>) -> Request {
    Request {
        files: vec![("dorp.xlsx".to_owned(), bytes)],
        name: Some("Dorp".to_owned()),
        ..Request::default()
    }
}

/// The usual tables, except that of the students.
fn students(bytes: Vec<u8>, sheet_name: Option<&str>) -> Request {
    let mut schools = Workbook::new();
    sheet(&mut schools, "Blad1", SCHOOLS);
    let table = |kind, file: &str, sheet: Option<&str>, bytes| TableFile {
        kind,
        file: file.to_owned(),
        sheet: sheet.map(str::to_owned),
        bytes,
    };
    Request {
        tables: vec![
            table(TableKind::Schools, "scholen.xlsx", None, schools.save_to_buffer().unwrap()),
            table(TableKind::Students, "studenten.xlsx", sheet_name, bytes),
        ],
        name: Some("Dorp".to_owned()),
        ..Request::default()
    }
}

fn named(names: &[&str]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for name in names {
        sheet(&mut workbook, name, STUDENTS);
    }
    workbook.save_to_buffer().unwrap()
}

/// A workbook with students on the sheets of some names, and other things on the others.
fn among_others(names: &[(&str, bool)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, has_students) in names {
        let other: &[&[&str]] = &[&["Dit zijn geen studenten"]];
        sheet(&mut workbook, name, if *has_students { STUDENTS } else { other });
    }
    workbook.save_to_buffer().unwrap()
}

/// A workbook with two sheets of clusters, which are no one table.
fn two_sheets_of_clusters() -> Vec<u8> {
    const CLUSTERS: &[&[&str]] = &[&["clustercode", "bestuur", "scholen"], &["c1", "b1", "h1"]];
    let mut workbook = Workbook::new();
    for (name, rows) in [
        ("Studenten", STUDENTS),
        ("Scholen", SCHOOLS),
        ("Clusters", CLUSTERS),
        ("Cluster", CLUSTERS),
    ] {
        sheet(&mut workbook, name, rows);
    }
    workbook.save_to_buffer().unwrap()
}

/// A small workbook of students.
pub fn small() -> Vec<u8> {
    named(&["Studenten"])
}

fn merged_groups() -> Vec<u8> {
    with_students(|sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 9, "Studenten 2027-2028", &plain).unwrap();
        sheet.merge_range(2, 0, 3, 0, "Studentnummer", &plain).unwrap();
        sheet.merge_range(2, 1, 3, 1, "Opleiding", &plain).unwrap();
        sheet.merge_range(2, 2, 3, 2, "Studiejaar", &plain).unwrap();
        sheet.merge_range(2, 3, 2, 7, "Vrije dagen", &plain).unwrap();
        sheet.merge_range(2, 8, 2, 9, "Woning", &plain).unwrap();
        fill(
            sheet,
            3,
            &[
                &["", "", "", "ma", "di", "wo", "do", "vr", "lat", "lon"],
                &["s1", "voltijd", "1", "x", "", "x", "", "", "53.2", "6.55"],
                &["s2", "voltijd", "1", "", "", "", "misschien", "", "53.2", "6.55"],
            ],
        );
    })
}

/// Merged cells below the header: down over students, across days, across columns of different meaning, and a note.
fn merged_values() -> Vec<u8> {
    with_students(|sheet| {
        let header =
            ["studentnummer", "opleiding", "studiejaar", "ma", "di", "wo", "wens 1", "niet bij"];
        fill(
            sheet,
            0,
            &[
                &header,
                &["s1", "", "1", "", "", "", "De Weg", ""],
                &["s2", "", "2", "x"],
                &["s3", "", "3", "", "x"],
                &["s4", "deeltijd", "3", "", "x"],
            ],
        );
        let plain = Format::new();
        sheet.merge_range(1, 1, 3, 1, "voltijd", &plain).unwrap();
        sheet.merge_range(1, 3, 1, 5, "x", &plain).unwrap();
        sheet.merge_range(4, 6, 4, 7, "De Weg", &plain).unwrap();
        sheet.merge_range(6, 0, 6, 7, "Stand van 1 maart", &plain).unwrap();
    })
}

fn odd_cells() -> Vec<u8> {
    with_students(|sheet| {
        fill(
            sheet,
            0,
            &[
                &[
                    "studentnummer",
                    "aantal",
                    "opleiding",
                    "studiejaar",
                    "vrije dagen",
                    "breedtegraad",
                    "lengtegraad",
                    "langste reis (km)",
                ],
                &["s1", "'2", "voltijd", "'1", "ma", "'53,2", "6.55", ""],
                &["s2", "1", "voltijd", "1", "", "53.2", "6.55", ""],
                &["", "1", "voltijd", "1.5", "ma", "53.2", "6.55", ""],
                &["s4", "", "voltijd", "", "ma", "53.2", "6.55", ""],
            ],
        );
        let date = Format::new().set_num_format("d-mmm");
        let day = ExcelDateTime::from_ymd(2027, 3, 1).unwrap();
        sheet.write_datetime_with_format(2, 4, &day, &date).unwrap();
        sheet.write_boolean(3, 0, true).unwrap();
        sheet.write_number_with_format(3, 7, 0.4, &Format::new().set_num_format("0%")).unwrap();
        sheet.write_formula(4, 3, Formula::new("=A1/0").set_result("#DIV/0!")).unwrap();
        sheet.write_formula(4, 7, Formula::new("=6*7").set_result("42")).unwrap();
    })
}

fn ids_as_numbers() -> Vec<u8> {
    let mut workbook = Workbook::new();
    sheet(
        &mut workbook,
        "Schools",
        &[
            &["school id", "board", "places", "latitude", "longitude"],
            &["12345", "'41570", "6", "53.21", "6.56"],
            &["67890.0", "41570", "6", "53.21", "6.56"],
        ],
    );
    let students = workbook.add_worksheet().set_name("Students").unwrap();
    fill(
        students,
        0,
        &[
            &["student", "programme", "year", "wishes", "free days", "latitude", "longitude"],
            &["7", "voltijd", "1", "12345", "", "53.2", "6.55"],
            &["1234567890123456789", "voltijd", "1", "", "", "53.2", "6.55"],
            &["12.5", "voltijd", "1", "", "", "53.2", "6.55"],
        ],
    );
    students.write_number_with_format(1, 0, 7, &Format::new().set_num_format("00000")).unwrap();
    workbook.save_to_buffer().unwrap()
}

fn notes_and_empty_rows() -> Vec<u8> {
    with_students(|sheet| {
        fill(sheet, 4, STUDENTS);
        fill(sheet, 8, &[&["s2", "voltijd", "2", "53.2", "6.55"]]);
        fill(sheet, 10, &[&["Peildatum 1 oktober"], &[], &["Niet doorsturen"]]);
        // Rows that have only formats count as empty.
        sheet.write_blank(1_048_575, 16_383, &Format::new().set_bold()).unwrap();
    })
}

/// A workbook's parts with one of them replaced.
pub fn with_part(bytes: &[u8], name: &str, content: &[u8]) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let part_name = part.name().unwrap().into_owned();
        writer.start_file(part_name.clone(), zip::write::SimpleFileOptions::default()).unwrap();
        let mut inner = Vec::new();
        part.read_to_end(&mut inner).unwrap();
        writer.write_all(if part_name == name { content } else { &inner }).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook whose sheet of students unpacks to hundreds of megabytes.
pub fn zip_bomb() -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{}", " ".repeat(60_000_000));
    with_part(&named(&["Studenten"]), "xl/worksheets/sheet1.xml", sheet.as_bytes())
}

fn announced_texts() -> Vec<u8> {
    let texts = br#"<?xml version="1.0"?><sst uniqueCount="99999999999"><si><t>a</t></si></sst>"#;
    with_part(&named(&["Studenten"]), "xl/sharedStrings.xml", texts)
}

fn cell_far_away(row: u32, column: u16) -> Vec<u8> {
    with_students(|sheet| {
        fill(sheet, 0, STUDENTS);
        sheet.write_string(row, column, "x").unwrap();
    })
}

/// A workbook with tables under other names than the usual ones, and sheets that are none.
fn other_names() -> Vec<u8> {
    let mut workbook = Workbook::new();
    sheet(&mut workbook, "Uitleg", &[&["Dit zijn de studenten van dit jaar"]]);
    sheet(&mut workbook, "Studenten", STUDENTS);
    workbook.worksheets_mut()[1].set_hidden(true);
    sheet(&mut workbook, "Studenten 2027", STUDENTS);
    sheet(&mut workbook, "Locaties", SCHOOLS);
    sheet(&mut workbook, "Draaitabel", &[&["bestuur", "som"], &["b1", "6"]]);
    workbook.save_to_buffer().unwrap()
}

/// Students and schools in a workbook each, and postcodes in a CSV file.
fn several_files(second_students: bool) -> Request {
    let mut schools = Workbook::new();
    sheet(&mut schools, "Blad1", SCHOOLS);
    if second_students {
        sheet(&mut schools, "Studenten", STUDENTS);
    }
    let files = vec![
        ("studenten.xlsx", named(&["Studenten"])),
        ("scholen.xlsx", schools.save_to_buffer().unwrap()),
        ("postcodes.csv", b"postcode,lat,lon\n9712,53.2,6.5\n".to_vec()),
        ("andere.csv", b"naam,kleur\na,b\n".to_vec()),
    ];
    let count = if second_students { 4 } else { 3 };
    let files = files.into_iter().take(count).map(|(name, bytes)| (name.to_owned(), bytes));
    Request { files: files.collect(), usual_name: Some("2027".to_owned()), ..Request::default() }
}

fn encrypted() -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.extend("EncryptedPackage".bytes().flat_map(|letter| [letter, 0]));
    bytes
}

#[test]
fn every_workbook_has_its_whole_message() {
    let cases: Vec<(&str, Request)> = vec![
        ("xlsx-merged-groups", whole(merged_groups())),
        ("xlsx-merged-values", whole(merged_values())),
        ("xlsx-odd-cells", whole(odd_cells())),
        ("xlsx-ids-as-numbers", whole(ids_as_numbers())),
        ("xlsx-notes-and-empty-rows", whole(notes_and_empty_rows())),
        ("xlsx-only-sheet", students(named(&["Blad1"]), None)),
        (
            "xlsx-sheet-among-others",
            students(
                among_others(&[("Blad1", false), ("studenten ", true), ("Uitleg", false)]),
                None,
            ),
        ),
        (
            "xlsx-no-usual-sheet",
            students(among_others(&[("Blad1", false), ("Blad2", false)]), None),
        ),
        ("xlsx-no-such-sheet", students(named(&["Studenten", "Blad2"]), Some("Student"))),
        ("xlsx-sheet-by-name", students(named(&["Blad1", "Blad2"]), Some("blad2"))),
        ("xlsx-two-sheets-of-a-kind", whole(two_sheets_of_clusters())),
        ("xlsx-no-schools", whole(among_others(&[("Studenten", true), ("Blad1", false)]))),
        ("xlsx-other-names", whole(other_names())),
        ("xlsx-several-files", several_files(false)),
        ("xlsx-students-in-two-files", several_files(true)),
        ("xlsx-zip-bomb", students(zip_bomb(), None)),
        ("xlsx-announced-texts", students(announced_texts(), None)),
        ("xlsx-last-column", whole(cell_far_away(0, 16_383))),
        ("xlsx-last-row", whole(cell_far_away(1_048_575, 0))),
        ("xlsx-broken-archive", students(b"PK\x03\x04 and nothing more".to_vec(), None)),
        (
            "xlsx-broken-sheet",
            students(
                with_part(
                    &named(&["S"]),
                    "xl/worksheets/sheet1.xml",
                    b"<worksheet><sheetData><row><c r=\"A1\"",
                ),
                None,
            ),
        ),
        ("xlsx-with-password", students(encrypted(), None)),
        ("xls-old-format", students(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Workbook".to_vec(), None)),
        (
            "csv-with-a-sheet",
            students(b"studentnummer;opleiding;studiejaar\n".to_vec(), Some("Blad1")),
        ),
        ("pdf", students(b"%PDF-1.7".to_vec(), None)),
        ("binary", students(b"a;b\0c".to_vec(), None)),
    ];
    let failures = cases.iter().filter_map(|(name, request)| {
        check(&folder("spreadsheets").join(name), &report_and_instance(request))
    });
    assert_eq!(failures.collect::<String>(), "");
}
