//! Golden reports: they must equal the ones last approved, which are meant to be read by people.

use std::fmt::Write;

use plaatswijzer::disclosure::Audience;
use plaatswijzer::report::{file_keys, table_as_csv};

use super::reading::{LANGUAGES, Planned, book, sheets, text};
use crate::golden::check;

#[test]
fn every_table_of_the_village() {
    let dossier = Planned::village().dossier(Audience::Planner);
    let keys = file_keys(dossier.tables.iter().map(|table| &table.topic));
    assert_eq!(keys.len(), 12, "{keys:?}");
    for (language, word) in LANGUAGES {
        for (table, key) in dossier.tables.iter().zip(&keys) {
            check(&format!("village.{key}.{word}.csv"), &table_as_csv(table, language));
        }
    }
}

/// A workbook as text: sheet by sheet, row by row.
fn dump(bytes: &[u8]) -> String {
    let mut dump = String::new();
    for (name, rows) in sheets(bytes) {
        let _ = writeln!(dump, "== {name}");
        for row in rows {
            let row: Vec<String> = row.iter().map(text).collect();
            let _ = writeln!(dump, "{}", row.join(" | ").trim_end());
        }
    }
    dump
}

#[test]
fn the_workbook_of_the_village() {
    let village = Planned::village();
    for (language, word) in LANGUAGES {
        let found = dump(&book(&village.dossier(Audience::Planner), language));
        check(&format!("village.workbook.{word}.txt"), &found);
    }
    let (language, _) = LANGUAGES[0];
    let kom = Audience::Board(village.board("kom"));
    for (audience, name) in [(kom, "kom"), (Audience::Public, "public")] {
        let found = dump(&book(&village.dossier(audience), language));
        check(&format!("village.workbook.{name}.txt"), &found);
    }
}
