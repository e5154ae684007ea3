//! Workbooks that are large or always the same, and what a spreadsheet needs to know of a sheet.

use plaatswijzer::disclosure::{Audience, Table, Topic};
use plaatswijzer::report::{WorkbookError, workbook};
use plaatswijzer::texts::Language;

use super::reading::{Planned, book, parts, sheets, village_plan};
use crate::running::{code, run, stderr};

#[test]
fn the_same_plan_gives_the_same_bytes_under_any_name() {
    let folder = tempfile::tempdir().unwrap();
    let plan = village_plan();
    let written = ["one.xlsx", "another name.xlsx"].map(|name| {
        let path = folder.path().join(name);
        let arguments = ["report", "tests/documents/village.json", plan.to_str().unwrap(), "-o"];
        let output = run(&[&arguments[..], &[path.to_str().unwrap()]].concat());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        std::fs::read(path).unwrap()
    });
    assert!(written[0] == written[1]);
    let book = book(&Planned::village().disclosure(Audience::Planner), Language::English);
    assert!(written[0] == book);
    // A workbook holds no time, so that its bytes are the same tomorrow.
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&book)).unwrap();
    for index in 0..archive.len() {
        let date = archive.by_index(index).unwrap().last_modified().unwrap();
        assert_eq!(date.year(), 1980);
    }
    let core = parts(&book).into_iter().find(|(name, _)| name == "docProps/core.xml").unwrap().1;
    assert_eq!(core.matches("2000-01-01T00:00:00Z").count(), 2, "{core}");
}

#[test]
fn sheets_are_set_up_for_the_screen_and_for_a4() {
    let village = Planned::village();
    let disclosure = village.disclosure(Audience::Planner);
    let parts = parts(&book(&disclosure, Language::English));
    let tables = parts.iter().filter(|(name, part)| {
        name.starts_with("xl/worksheets/sheet") && part.contains("<autoFilter")
    });
    let mut seen = 0;
    for (name, part) in tables {
        assert!(part.contains("ySplit=\"3\"") && part.contains("state=\"frozen\""), "{name}");
        assert!(part.contains("paperSize=\"9\"") && part.contains("<oddFooter>"), "{name}");
        assert!(part.contains("<cols>"), "{name}");
        seen += 1;
    }
    assert_eq!(seen, disclosure.tables.len());
    let book = &parts.iter().find(|(name, _)| name == "xl/workbook.xml").unwrap().1;
    assert_eq!(book.matches("_xlnm.Print_Titles").count(), seen, "a header on every page");
    assert!(book.contains("_xlnm.Print_Area"), "what rules charge is not printed");
}

#[test]
fn more_lists_than_anyone_looks_through_have_no_sheet() {
    let mut disclosure = Planned::village().disclosure(Audience::Planner);
    let list =
        disclosure.table(&Topic::OfBoard("kom".to_owned(), "Schoolbestuur De Kom".to_owned()));
    let list = list.unwrap().clone();
    let lists = |disclosure: &plaatswijzer::disclosure::Disclosure| {
        let lists = disclosure.tables.iter().filter(|table| table.topic.key().contains('-'));
        lists.count()
    };
    while lists(&disclosure) < 200 {
        disclosure.tables.push(list.clone());
    }
    let all = sheets(&book(&disclosure, Language::Dutch));
    assert_eq!(all.len(), 1 + disclosure.tables.len());
    disclosure.tables.push(list);
    let without = sheets(&book(&disclosure, Language::Dutch));
    assert_eq!(without.len(), 1 + disclosure.tables.len() - 201);
    let summary = format!("{:?}", without[0]);
    assert!(summary.contains("meer dan 200 besturen en clusters"), "{summary}");
}

#[test]
fn a_table_longer_than_a_sheet_is_refused_in_words() {
    let mut disclosure = Planned::village().disclosure(Audience::Public);
    let rows = vec![Vec::new(); 1_048_576];
    disclosure.tables.push(Table { topic: Topic::Placements, columns: Vec::new(), rows });
    let refused = workbook(&disclosure, Language::English).unwrap_err();
    assert!(matches!(refused, WorkbookError::TooManyRows { rows: 1_048_576, .. }));
    assert!(refused.to_string().ends_with("a sheet takes 1,048,573: write it as CSV"), "{refused}");
}
