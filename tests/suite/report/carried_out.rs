//! Cells cannot inject formulas: no spreadsheet program evaluates the contents of a cell.

use std::collections::BTreeSet;

use calamine::Data;
use plaatswijzer::disclosure::{Audience, Table};
use plaatswijzer::report::table_as_csv;
use serde_json::{Value, json};

use super::reading::{LANGUAGES, Planned, book, cells_of_csv, parts, sheets, text};

const DANGEROUS: [&str; 6] = ["=", "+", "-", "@", "\t", "\r"];

/// A name for each character that a formula may begin with.
fn names(what: &str) -> Vec<String> {
    DANGEROUS.iter().map(|sign| format!("{sign}1+{what}!A1")).collect()
}

/// Boards, schools, clusters and students called like formulas; words of wishes too.
fn formulas() -> Value {
    let names = [names("board"), names("school"), names("cluster"), names("student")];
    let numbered = || 0..DANGEROUS.len();
    let boards = numbered().map(|one| json!({ "id": format!("b{one}"), "name": names[0][one] }));
    let school = |one: usize| {
        json!({
            "id": format!("h{one}"), "name": names[1][one], "board": format!("b{one}"), "places": 2,
            "town": names[1][one], "at": [53.0, 6.0],
        })
    };
    let cluster = |one: usize| {
        json!({
            "id": format!("c{one}"), "name": names[2][one], "board": format!("b{one}"),
            "schools": [format!("h{one}")], "keep": true,
        })
    };
    let student = |one: usize| {
        // An id has no white space around it.
        let id = Some(&names[3][one]).filter(|id| id.trim() == *id);
        json!({
            "id": id.map_or(format!("s{one}"), String::clone), "programme": "voltijd", "year": 1, "at": [53.0, 6.0],
            "denomination": { "wish": [names[1][one], "b, =1", "c;=1"] }, "only": [format!("h{one}")],
        })
    };
    json!({
        "format": "plaatswijzer/instance/1", "name": names[0][0], "school_year": names[0][1],
        "boards": boards.collect::<Vec<_>>(),
        "schools": numbered().map(school).collect::<Vec<_>>(),
        "clusters": numbered().map(cluster).collect::<Vec<_>>(),
        "students": numbered().map(student).collect::<Vec<_>>(),
        "rules": { "cluster_size": { "min": 1, "target": 2, "max": 2 } },
        "finance": { "grant_per_student_eur": 9 },
    })
}

#[test]
fn cells_of_csv_begin_with_nothing_dangerous_but_numbers() {
    let dossier = Planned::of(&formulas()).unwrap().dossier(Audience::Planner);
    let (mut guarded, mut negative) = (BTreeSet::new(), 0);
    for (language, _) in LANGUAGES {
        let tables: Vec<&Table> = dossier.all_tables().collect();
        for table in tables {
            for cell in cells_of_csv(&table_as_csv(table, language), language).concat() {
                let begins = DANGEROUS.iter().any(|sign| cell.starts_with(sign));
                if begins {
                    assert!(cell.replace(',', ".").parse::<f64>().is_ok(), "{cell:?}");
                    negative += 1;
                }
                for other in ["; =", ";=", ", =", ",="] {
                    assert!(!cell.contains(other), "{cell:?}");
                }
                guarded.extend(cell.strip_prefix('\'').map(|cell| cell[..1].to_owned()));
            }
        }
    }
    assert_eq!(guarded, DANGEROUS.map(str::to_owned).into());
    assert!(negative > 0, "a grant is a negative cost");
}

#[test]
fn texts_of_a_workbook_are_texts() {
    let dossier = Planned::of(&formulas()).unwrap().dossier(Audience::Planner);
    for (language, _) in LANGUAGES {
        let bytes = book(&dossier, language);
        for (name, part) in parts(&bytes) {
            let is_sheet = name.starts_with("xl/worksheets/");
            assert!(!is_sheet || !part.contains("<f>") && !part.contains("<f "), "{name}");
            assert!(!name.contains("externalLink") && !name.contains("vbaProject"), "{name}");
        }
        let styles = parts(&bytes).into_iter().find(|(name, _)| name == "xl/styles.xml").unwrap().1;
        assert!(styles.contains("quotePrefix=\"1\""), "{styles}");
        // As they were written, character by character.
        let texts: BTreeSet<String> = sheets(&bytes)
            .iter()
            .flat_map(|(_, rows)| rows.iter().flatten())
            .filter(|cell| matches!(cell, Data::String(_)))
            .map(text)
            .collect();
        let all = ["board", "school", "cluster"].map(names).concat();
        for name in all.iter().chain(&names("student")[..4]) {
            assert!(texts.contains(name), "{name:?} in {texts:?}");
        }
    }
}
