//! Input that is too large in any way is refused with a message, quickly and with little memory.

use std::fmt::Write;

use plaatswijzer::input::errors::Code;
use plaatswijzer::spreadsheets::{Request, TableFile, TableKind, import};

fn request(schools: Vec<u8>, students: Vec<u8>) -> Request {
    let table =
        |kind, file: &str, bytes| TableFile { kind, file: file.to_owned(), sheet: None, bytes };
    Request {
        tables: vec![
            table(TableKind::Schools, "schools.csv", schools),
            table(TableKind::Students, "students.csv", students),
        ],
        name: Some("Dorp".to_owned()),
        ..Request::default()
    }
}

fn refusal(schools: Vec<u8>, students: Vec<u8>) -> Vec<(Code, String)> {
    let refused = import(&request(schools, students)).unwrap_err();
    refused.errors.0.into_iter().map(|error| (error.code, error.location)).collect()
}

const SCHOOLS: &str = "schoolcode;bestuur;plaatsen\nh1;b1;6\n";
const STUDENTS: &str = "studentnummer;opleiding;studiejaar\ns1;voltijd;1\n";

#[test]
fn a_sheet_of_a_million_columns_is_refused() {
    let wide = format!("studentnummer;opleiding;studiejaar{}\n", ";x".repeat(1_000_000));
    let expected = (Code::TooLarge, "students.csv, row 1".to_owned());
    assert_eq!(refusal(SCHOOLS.into(), wide.into()), [expected]);
}

#[test]
fn more_schools_than_the_engine_takes_are_refused() {
    let mut schools = "schoolcode;bestuur;plaatsen\n".to_owned();
    for number in 0..=20_000 {
        let _ = writeln!(schools, "h{number};b1;6");
    }
    let found = refusal(schools.into(), STUDENTS.into());
    assert_eq!(found, [(Code::TooLarge, "schools.csv, row 20002".to_owned())]);
}

#[test]
fn another_kind_of_table_is_given_up_after_a_thousand_problems() {
    let mut students = "studentnummer;opleiding;studiejaar\n".to_owned();
    for number in 0..5000 {
        let _ = writeln!(students, "s{number};x;y");
    }
    let found = refusal(SCHOOLS.into(), students.into());
    assert!((1001..1020).contains(&found.len()), "{} {:?}", found.len(), found.last());
}

#[test]
fn a_key_of_many_steps_is_refused() {
    let mut request = request(SCHOOLS.into(), STUDENTS.into());
    let settings = format!("key;value\nrules{};1\n", ".a".repeat(200_000));
    request.tables.push(TableFile {
        kind: TableKind::Settings,
        file: "settings.csv".to_owned(),
        sheet: None,
        bytes: settings.into_bytes(),
    });
    let refused = import(&request).unwrap_err();
    assert_eq!(refused.errors.0[0].code, Code::UnknownKey);
}

#[test]
fn broken_bytes_never_panic() {
    let bytes = super::workbooks::small();
    for at in (0..bytes.len()).step_by(211) {
        let mut broken = bytes.clone();
        broken[at] ^= 0x55;
        let _ = import(&request(SCHOOLS.into(), broken));
        let _ = import(&request(SCHOOLS.into(), bytes[..at].to_vec()));
    }
    assert!(import(&request(SCHOOLS.into(), bytes)).is_ok());
}

/// What is refused in a workbook of students that has these cells in place of the usual ones.
fn of_sheet(sheet: &str) -> Vec<(Code, String)> {
    let bytes = super::workbooks::small();
    let sheet = format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>");
    let broken = super::workbooks::with_part(&bytes, "xl/worksheets/sheet1.xml", sheet.as_bytes());
    refusal(SCHOOLS.into(), broken)
}

#[test]
fn positions_that_no_sheet_has_are_refused() {
    for sheet in [
        r#"<row r="4294967295"><c><v>1</v></c></row><row/>"#,
        r#"<row r="4294967295"><c><f>A1</f></c></row>"#,
        r#"<row r="1"><c r="ZZZZZZZZZZ1"/><c/><c/></row>"#,
        r#"</sheetData><mergeCells><mergeCell ref="A1:ZZZZZZ99999999999"/></mergeCells><sheetData>"#,
    ] {
        let refused = of_sheet(sheet);
        assert!(refused.iter().any(|(code, _)| *code == Code::NotATable), "{sheet}: {refused:?}");
    }
}

#[test]
fn the_first_row_may_begin_with_what_is_no_text() {
    for cell in [r#"<c t="b"><v>1</v></c>"#, r#"<c t="e"><v>#N/A</v></c>"#, "<c><f>TODAY()</f></c>"]
    {
        let refused = of_sheet(&format!("<row>{cell}</row>"));
        assert!(refused.iter().any(|(code, _)| *code == Code::NoHeader), "{cell}: {refused:?}");
    }
}

#[test]
fn a_small_ods_file_does_not_grow_without_bound() {
    let row = |repeated: &str, cell: &str| {
        format!(
            r#"<table:table-row table:number-rows-repeated="{repeated}"><table:table-cell office:value-type="string" {cell}</table:table-cell></table:table-row>"#
        )
    };
    let spaces = r#"<text:s text:c="1000"/>"#.repeat(2000);
    for rows in [
        row("1500000", r#"table:number-columns-repeated="5"><text:p>x</text:p>"#),
        row("1", &format!("><text:p>{spaces}x</text:p>")),
    ] {
        let files = vec![("dorp.ods".to_owned(), super::ods::workbook(&rows))];
        let refused = import(&Request { files, ..Request::default() }).unwrap_err();
        assert!(refused.errors.codes().contains(&Code::TooLarge), "{}", refused.errors);
    }
}
