//! Canaries: every personal field gets a unique word, which must appear only where it may be disclosed.

use std::collections::BTreeSet;

use plaatswijzer::disclosure::{Audience, Disclosure};
use plaatswijzer::report::table_as_csv;
use serde_json::{Value, json};

use super::reading::{LANGUAGES, Planned, book, parts, sheets, text};
use crate::running::{code, run, stderr, stdout, write};

/// What planners see. The home is not among it as written, since it is rounded.
const FOR_PLANNERS: [&str; 13] = [
    "canary-because",
    "canary-pair",
    "canary-anna",
    "canary-bert",
    "canary-carl",
    "canary-cohort",
    "canary-left",
    "canary-far",
    "canary-denomination",
    "canary-concept",
    "9797",
    "53.717",
    // The cost of leaving the student out, in points: it reveals hardship.
    "417305",
];
/// What nobody sees: wishes by name, exclusions, former schools, limits, the exact home.
const FOR_NOBODY: [&str; 7] = [
    "canary-wish",
    "canary-not",
    "canary-only",
    "canary-previous",
    "37.913",
    "53.71717",
    "6.91919",
];

/// A student with a canary in every field.
fn student(id: &str, fields: &Value) -> Value {
    let mut student = json!({
        "id": format!("canary-{id}"), "programme": "voltijd", "year": 1,
        "days": ["mon", "tue"], "denomination": { "wish": ["openbaar"] },
        "concepts": ["canary-concept"], "wishes": ["canary-wish"], "not": ["canary-not"],
        "previous": ["canary-previous"],
    });
    for (key, value) in fields.as_object().unwrap() {
        student[key] = value.clone();
    }
    student
}

/// Two boards of which each takes some; a third takes nobody yet, so that its schools, which students name,
/// are in no table.
fn aviary() -> Value {
    let named = ["canary-wish", "canary-not", "canary-only", "canary-previous"];
    let named = named.map(|id| {
        json!({ "id": id, "name": "Later", "board": "reserve", "places": 1, "at": [53.6, 6.9] })
    });
    let mut schools = vec![
        json!({ "id": "h1", "board": "b", "places": 12, "at": [53.6, 6.9] }),
        json!({ "id": "k1", "board": "o", "places": 9, "at": [53.6, 6.8] }),
    ];
    schools.extend(named);
    json!({
        "format": "plaatswijzer/instance/1", "name": "Volière",
        "boards": [
            { "id": "b", "name": "Eigen" }, { "id": "o", "name": "Ander" },
            { "id": "reserve", "standing": "candidate" },
        ],
        "schools": schools,
        "clusters": [
            { "id": "c", "board": "b", "schools": ["h1"] }, { "id": "d", "board": "o", "schools": ["k1"] },
        ],
        "students": [
            student("anna", &json!({
                "at": [53.71717, 6.91919], "only": ["h1", "canary-only"],
                "denomination": { "wish": ["canary-denomination"] },
            })),
            student("bert", &json!({ "at": [53.6, 6.8], "postcode": "9797", "only": ["o"], "limit_km": 37.913 })),
            student("carl", &json!({
                "at": [53.6, 6.8], "fixed": "k1", "detour": 1.7, "because": "canary-because",
                "apart": [{ "students": ["canary-anna"], "because": "canary-pair" }],
            })),
            student("cohort", &json!({ "count": 7, "at": [53.6, 6.9], "only": ["b"] })),
            student("left", &json!({ "at": [53.6, 6.9], "only": ["canary-only"], "unplaced_worth_km": 417.305 })),
            student("far", &json!({ "at": [51.0, 4.0] })),
        ],
        "rules": { "cluster_size": { "min": 1, "target": 3, "max": 12 } },
    })
}

/// The contents of reports in all formats and both languages.
fn report_texts(disclosure: &Disclosure) -> String {
    let mut texts = format!("{disclosure:?}");
    for (language, _) in LANGUAGES {
        texts.extend(disclosure.all_tables().map(|table| table_as_csv(table, language)));
        let book = book(disclosure, language);
        texts.extend(parts(&book).into_iter().map(|(name, part)| name + &part));
        for (name, rows) in sheets(&book) {
            texts.push_str(&name);
            texts.extend(rows.iter().flatten().map(text));
        }
    }
    texts
}

/// The canaries that a text contains.
fn canaries_in<'a>(texts: &str, canaries: &[&'a str]) -> BTreeSet<&'a str> {
    canaries.iter().copied().filter(|canary| texts.contains(canary)).collect()
}

/// The columns of all tables that have rows of single students.
fn columns(disclosure: &Disclosure) -> BTreeSet<String> {
    let columns = disclosure.all_tables().flat_map(|table| &table.columns);
    columns.map(|column| format!("{column:?}")).collect()
}

#[test]
fn planners_see_the_canaries_meant_for_them() {
    let disclosure = Planned::of(&aviary()).unwrap().disclosure(Audience::Planner);
    let texts = report_texts(&disclosure);
    assert_eq!(canaries_in(&texts, &FOR_PLANNERS), BTreeSet::from(FOR_PLANNERS));
    // The map has the locations of homes unrounded.
    let written: String =
        disclosure.tables.iter().map(|table| table_as_csv(table, LANGUAGES[0].0)).collect();
    assert_eq!(canaries_in(&written, &FOR_NOBODY), BTreeSet::new());
    assert!(columns(&disclosure).contains("FreeDays") && columns(&disclosure).contains("Fixed"));
}

#[test]
fn a_board_sees_only_the_names_of_its_own_students() {
    let aviary = Planned::of(&aviary()).unwrap();
    for (board, own) in [
        ("b", &["canary-anna", "canary-cohort"][..]),
        ("o", &["canary-bert", "canary-carl"]),
        ("reserve", &[]),
    ] {
        let disclosure = aviary.disclosure(Audience::Board(aviary.board(board)));
        let texts = report_texts(&disclosure);
        let names: BTreeSet<&str> = own.iter().copied().collect();
        assert_eq!(canaries_in(&texts, &FOR_PLANNERS), names, "{board}");
        assert_eq!(canaries_in(&texts, &FOR_NOBODY), BTreeSet::new(), "{board}");
        let personal = ["FreeDays", "Home", "Journey", "Fixed", "WishRank", "FreeOnMeetingDay"];
        for column in personal {
            assert!(!columns(&disclosure).contains(column), "{board}: {column}");
        }
    }
}

#[test]
fn the_public_sees_no_canary() {
    let texts = report_texts(&Planned::of(&aviary()).unwrap().disclosure(Audience::Public));
    assert_eq!(canaries_in(&texts, &FOR_PLANNERS), BTreeSet::new());
    assert_eq!(canaries_in(&texts, &FOR_NOBODY), BTreeSet::new());
}

#[test]
fn the_command_logs_nothing_personal() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = aviary().to_string();
    let instance = write(folder.path(), "aviary.json", bytes.as_bytes());
    let plan = folder.path().join("plan.json");
    let paths = [instance.to_str().unwrap(), plan.to_str().unwrap()];
    assert_eq!(code(&run(&["solve", paths[0], "-o", paths[1]])), 0);
    let workbook = folder.path().join("aviary.xlsx");
    for rest in [
        &["-o", workbook.to_str().unwrap()][..],
        &["-o", workbook.to_str().unwrap(), "--audience", "board", "--board", "b"],
        &["-o", "-", "--format", "csv", "--audience", "public", "--table", "left_out"],
        &["-o", "-", "--format", "csv", "--audience", "public"],
    ] {
        let output = run(&[&["report", paths[0], paths[1]], rest].concat());
        let logged = stderr(&output);
        // `validate` warns that no school has what a student wishes.
        assert!(logged.contains("about students"), "{logged}");
        let printed = logged + &stdout(&output);
        assert!(!printed.contains("canary-"), "{rest:?}: {printed}");
    }
}
