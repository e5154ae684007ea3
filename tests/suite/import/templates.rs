//! Templates: a workbook written from an instance is read again as the same instance and document.

use plaatswijzer::generate::{Region, generate};
use plaatswijzer::instance::document::InstanceDocument;
use plaatswijzer::instance::document::to_json;
use plaatswijzer::problem::ReadProblem;
use plaatswijzer::spreadsheets::{Request, blank_template, import, template_of};
use plaatswijzer::texts::Language;
use serde_json::{Value, json};

use crate::documents::{complete, read_in};
use crate::tiny::{SMALL, TINY, instance};

fn imported(bytes: Vec<u8>) -> InstanceDocument {
    let files = vec![("dorp.xlsx".to_owned(), bytes)];
    let request = Request { files, ..Request::default() };
    match import(&request) {
        Ok(imported) => imported.document,
        Err(refused) => panic!("{}", refused.errors),
    }
}

/// The document without empty lists, and without what pairs say by default, where that means the same as nothing.
fn plain(document: &Value) -> Value {
    let mut document = document.clone();
    for list in ["schools", "students", "boards", "clusters"] {
        for row in document[list].as_array_mut().into_iter().flatten() {
            let Value::Object(row) = row else { continue };
            for key in ["with", "apart"] {
                for pair in row.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten() {
                    let pair = pair.as_object_mut().unwrap();
                    let usual = [json!("school"), json!("prefer")];
                    pair.retain(|_, value| !usual.contains(value));
                }
            }
            row.retain(|key, value| {
                let says_nothing = value.as_array().is_some_and(Vec::is_empty) && key != "days";
                !value.is_null() && !says_nothing
            });
        }
    }
    for list in ["clusters", "goals"] {
        if document[list].as_array().is_none_or(Vec::is_empty) {
            document[list] = Value::Null;
        }
    }
    if document["travel"]["table"].as_array().is_some_and(Vec::is_empty) {
        document["travel"].as_object_mut().unwrap().remove("table");
    }
    document
}

/// Writes an instance into a workbook and reads it again.
fn check(name: &str, bytes: &[u8], language: Language) {
    let ReadProblem { problem, .. } =
        read_in("documents", bytes).unwrap_or_else(|errors| panic!("{name}: {errors}"));
    let document: InstanceDocument = serde_json::from_slice(bytes).unwrap();
    let workbook = template_of(&document, &problem, language)
        .unwrap_or_else(|errors| panic!("{name}: {errors}"));
    let again = imported(workbook);
    let same = read_in("documents", to_json(&again).as_bytes()).unwrap();
    assert_eq!(same.problem.sha256(), problem.sha256(), "{name}");
    let mut written = serde_json::to_value(&document).unwrap();
    let mut read = serde_json::to_value(&again).unwrap();
    if document
        .travel
        .as_ref()
        .is_some_and(|travel| travel.table_file.is_some() || travel.postcode_file.is_some())
    {
        // The contents of files beside the instance are in the sheets now.
        for document in [&mut written, &mut read] {
            document["travel"] = Value::Null;
            for list in ["schools", "students"] {
                for row in document[list].as_array_mut().unwrap() {
                    row.as_object_mut().unwrap().remove("at");
                }
            }
        }
    }
    assert_eq!(plain(&read), plain(&written), "{name}");
}

#[test]
fn generated_instances_are_read_as_they_are_written() {
    let mut groningen = Region::groningen();
    groningen.students.count = 60;
    for (name, region) in [
        ("groningen", groningen),
        ("given clusters", Region::given_clusters(120)),
        ("single schools", Region::single_schools(70)),
    ] {
        check(name, to_json(&generate(&region, 3)).as_bytes(), Language::Dutch);
    }
}

#[test]
fn an_instance_with_every_key_is_read_as_it_is_written() {
    check("complete", &complete(), Language::Dutch);
    check("complete", &complete(), Language::English);
}

#[test]
fn random_instances_are_read_as_they_are_written() {
    let mut read = 0;
    for seed in 0..40 {
        let mut document = instance(seed, if seed % 2 == 0 { &TINY } else { &SMALL });
        without_prices_of_pairs(&mut document);
        let document = document.to_string();
        if read_in("documents", document.as_bytes()).is_ok() {
            read += 1;
            check(&format!("seed {seed}"), document.as_bytes(), Language::English);
        }
    }
    assert!(read >= 20, "{read}");
}

/// Takes the prices of single pairs away, which cells cannot say.
fn without_prices_of_pairs(document: &mut Value) {
    for student in document["students"].as_array_mut().unwrap() {
        for key in ["with", "apart"] {
            for pair in student.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten() {
                pair.as_object_mut().unwrap().remove("worth_km");
            }
        }
    }
}

#[test]
fn a_pair_with_a_price_of_its_own_is_not_lost_in_silence() {
    let mut document: Value = serde_json::from_slice(&complete()).unwrap();
    document["students"][2]["apart"][0]["worth_km"] = json!(3);
    let bytes = document.to_string().into_bytes();
    let problem = read_in("documents", &bytes).unwrap().problem;
    let document: InstanceDocument = serde_json::from_slice(&bytes).unwrap();
    let errors = template_of(&document, &problem, Language::English).unwrap_err().to_string();
    assert!(errors.contains("student `s3`, with a pair that has a price"), "{errors}");
}

#[test]
fn texts_that_a_spreadsheet_would_change_are_kept() {
    let document = json!({
        "format": "plaatswijzer/instance/1", "name": " \"Dorp\"\u{a0}",
        "boards": [{ "id": "=1+1", "name": "+cmd|' /C calc'!A0", "network": "-" }],
        "schools": [
            { "id": "007", "name": "@SUM(A1)", "board": "=1+1", "places": 3, "town": "'s-Gravenhage",
              "denomination": ["geen", "a;b", "c, \"d\""] },
            { "id": "1.5E+3", "name": "\ttab\rreturn\nline", "board": "=1+1", "places": 0 },
            { "id": "h\u{2013}1", "name": "", "board": "=1+1", "places": 0 },
        ],
        "clusters": [{ "id": "a, b", "board": "=1+1", "schools": ["007", "h\u{2013}1"], "name": "  " }],
        "students": [
            { "id": "1e3", "programme": "mbo", "year": 1, "wishes": ["1.5E+3", "a, b", "=1+1"], "days": [],
              "fixed": "007" },
            { "id": "true", "programme": "voltijd", "year": 4, "limit_km": 0.001, "detour": 1.234_567_890_123 },
            { "id": "3 mrt", "programme": "voltijd", "year": 4, "only": ["=1+1"], "at": [-0.1, 1e-7] },
        ],
        "rules": { "variety": { "again": "allow" }, "exclusion": false, "travel": { "limit_km": 12.345 } },
        "finance": {}, "repairs": { "place_worth_km": 1.5 },
        "goals": [{ "leximax_journey": 3 }, "total"],
    });
    check("odd texts", document.to_string().as_bytes(), Language::Dutch);
}

#[test]
fn a_blank_template_is_an_instance_and_the_same_bytes_each_time() {
    for language in [Language::Dutch, Language::English] {
        let bytes = blank_template(language).unwrap();
        assert_eq!(bytes, blank_template(language).unwrap());
        let document = imported(bytes);
        assert_eq!(
            (document.students.len(), document.schools.len(), document.boards.len()),
            (1, 1, 1)
        );
        assert!(read_in("documents", to_json(&document).as_bytes()).is_ok());
    }
}

#[test]
fn an_example_left_in_a_template_gives_a_warning() {
    let mut document = imported(blank_template(Language::Dutch).unwrap());
    let warned = |document: &InstanceDocument| {
        let json = to_json(document);
        let problem = read_in("documents", json.as_bytes()).unwrap().problem;
        let bytes = template_of(document, &problem, Language::Dutch).unwrap();
        let files = vec![("dorp.xlsx".to_owned(), bytes)];
        let request = Request { files, ..Request::default() };
        let imported = import(&request).unwrap_or_else(|refused| panic!("{}", refused.errors));
        let warnings = imported.warnings.iter().map(ToString::to_string);
        warnings.filter(|warning| warning.contains("example row")).collect::<Vec<_>>()
    };
    assert!(warned(&document).is_empty(), "the example alone is no oversight");
    let mut second = document.students[0].clone();
    second.id = "s2".to_owned();
    document.students.push(second);
    let warnings = warned(&document);
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].contains("\n  --> dorp.xlsx, sheet Studenten, row 2"), "{}", warnings[0]);
}

#[test]
fn no_spreadsheet_program_runs_what_is_written() {
    use std::io::{Cursor, Read};
    let document = json!({
        "format": "plaatswijzer/instance/1", "name": "=HYPERLINK(1)", "boards": [{ "id": "-2+3", "name": "@x" }],
        "schools": [{ "id": "+h", "board": "-2+3", "places": 1, "name": "\tx" }], "students": [],
    });
    let document: InstanceDocument = serde_json::from_value(document).unwrap();
    let problem = read_in("documents", to_json(&document).as_bytes()).unwrap().problem;
    let bytes = template_of(&document, &problem, Language::English).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let sheets: String =
        (1..=7).map(|number| part(&format!("xl/worksheets/sheet{number}.xml"))).collect();
    assert!(sheets.contains("<row") && !sheets.contains("<f>"), "a formula");
    assert!(part("xl/styles.xml").contains("quotePrefix=\"1\""));
    assert!(part("xl/sharedStrings.xml").contains("=HYPERLINK(1)"));
    assert!(sheets.contains("<dataValidation ") && sheets.contains("voltijd,deeltijd"));
}
