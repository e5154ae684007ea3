//! Every key of `path.json`: `verify` either finds a false value, or names the key as one that it takes on trust.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use crate::growth::{document, found, read};
use crate::running::{code, run, stderr, stdout, write};

fn verify(folder: &Path, extra: &[&str]) -> std::process::Output {
    let (file, path) = (folder.join("path.json"), folder.join("out/path.json"));
    run(&[&["verify", file.to_str().unwrap(), path.to_str().unwrap()], extra].concat())
}

/// The pointers of all values that are no object or list, and of empty lists, by their key; `[]` means every
/// position.
fn leaves(value: &Value, pointer: &str, key: &str, found: &mut BTreeMap<String, Vec<String>>) {
    match value {
        Value::Object(of) => {
            for (name, value) in of {
                let dot = if key.is_empty() { "" } else { "." };
                leaves(value, &format!("{pointer}/{name}"), &format!("{key}{dot}{name}"), found);
            }
        }
        Value::Array(of) if !of.is_empty() => {
            for (at, value) in of.iter().enumerate() {
                leaves(value, &format!("{pointer}/{at}"), &format!("{key}[]"), found);
            }
        }
        _ => found.entry(key.to_owned()).or_default().push(pointer.to_owned()),
    }
}

fn corrupted(value: &Value) -> Value {
    match value {
        Value::Number(number) if number.is_i64() => json!(number.as_i64().unwrap() + 1),
        Value::Number(number) => json!(number.as_f64().unwrap() + 0.25),
        Value::String(text) if text == "mean" => json!("worst"),
        Value::String(text) if text == "tue" => json!("wed"),
        Value::String(text) => json!(format!("{text}x")),
        Value::Bool(is_so) => json!(!is_so),
        Value::Array(_) => json!(["zz"]),
        other => panic!("{other}"),
    }
}

/// Corrupts the first and the last value of every key; returns the keys whose false value is taken on trust.
fn trusted(folder: &Path) -> Vec<String> {
    let right = read(folder, "out/path.json");
    let verdict = verify(folder, &["--json"]);
    assert_eq!(code(&verdict), 0, "{}{}", stdout(&verdict), stderr(&verdict));
    let verdict: Value = serde_json::from_str(&stdout(&verdict)).unwrap();
    let claims: Vec<&str> =
        verdict["claims"].as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect();
    let mut keys = BTreeMap::new();
    leaves(&right, "", "", &mut keys);
    assert!(keys.len() > 30, "{keys:?}");
    let mut trusted = Vec::new();
    for (key, pointers) in &keys {
        let is_claim = claims.iter().any(|claim| {
            key.strip_prefix(claim)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        });
        let ends = [pointers.first(), pointers.last().filter(|_| pointers.len() > 1)];
        for pointer in ends.into_iter().flatten() {
            let mut wrong = right.clone();
            let value = wrong.pointer_mut(pointer).unwrap();
            *value = corrupted(value);
            write(folder, "out/path.json", wrong.to_string().as_bytes());
            let is_found = code(&verify(folder, &[])) != 0;
            assert!(is_found || is_claim, "{pointer} is neither checked nor named as a claim");
            if !is_found {
                trusted.push(key.clone());
            }
        }
    }
    write(folder, "out/path.json", right.to_string().as_bytes());
    let said = stdout(&verify(folder, &[]));
    for claim in claims {
        assert!(said.contains(&format!("`{claim}`")), "{claim}: {said}");
    }
    trusted
}

#[test]
fn a_false_value_of_a_path_is_found_or_its_key_is_named_as_a_claim() {
    let mut short = document();
    short["years"][1]["changes"][0]["grow"]["percent"] = json!(90);
    short["goals"] = json!(["unplaced"]);
    let folder = found(&short, &[]);
    let right = read(folder.path(), "out/path.json");
    assert!(right["repair"].is_object() && right["levels"].is_array(), "{right}");
    let trusted = trusted(folder.path());
    assert!(trusted.iter().any(|key| key == "year_by_year"), "{trusted:?}");
}

#[test]
fn a_false_value_of_a_path_with_draws_is_found_or_its_key_is_named_as_a_claim() {
    let mut drawn = document();
    drawn["years"].as_array_mut().unwrap().pop();
    drawn["draws"] =
        json!({ "count": 2, "seed": 7, "changes": [{ "drop_out": { "percent": 30 } }] });
    let folder = found(&drawn, &[]);
    let trusted = trusted(folder.path());
    assert!(!trusted.is_empty());
}

#[test]
fn where_the_pace_keeps_an_entry_or_opening_from_another_year_that_is_said() {
    // More students than places, so that a cluster opens in every year, as many as the pace allows.
    let mut larger = document();
    larger["years"][1]["changes"][0]["grow"]["percent"] = json!(90);
    let folder = found(&larger, &[]);
    let folder = folder.path();
    let path = read(folder, "out/path.json");
    let years = path["years"].as_array().unwrap();
    let opened: Vec<usize> =
        years.iter().map(|year| year["opened"].as_array().unwrap().len()).collect();
    assert_eq!(opened, [1, 1, 1], "the pace is one a year");
    let pace = json!([{ "limit": "new_clusters_per_year", "most": 1 }]);
    let first = &years[0]["opened"][0];
    assert!(first["delay_points"].is_null() && first["not_earlier"].is_null(), "{first}");
    assert_eq!(first["not_later"], pace);
    let has_pace = |waits: &Value| waits.as_array().is_some_and(|waits| waits.contains(&pace[0]));
    let mut waits = years[1..].iter().flat_map(|year| year["opened"].as_array().unwrap());
    let entries = path["entries"].as_array().unwrap();
    assert!(waits.any(|one| has_pace(&one["not_earlier"])), "{path}");
    // The board may enter from the second year on, and no other enters: in the third nothing keeps it from the second.
    // What its cluster waits for is the pace, and not the board.
    assert_eq!(entries[0]["year"], "2029-2030", "{entries:?}");
    assert!(entries[0]["not_earlier"].is_null(), "{entries:?}");
    assert_eq!(years[2]["opened"][0]["not_earlier"], pace);
    for (language, words) in [
        (
            "en",
            ["a year later is not possible", "earlier only if something else waits or the pace"],
        ),
        ("nl", ["een jaar later kan niet", "eerder kan alleen als iets anders wacht of het tempo"]),
    ] {
        let output = crate::growth::run_path(folder, &["--lang", language]);
        for word in words {
            assert!(stdout(&output).contains(word), "{word}: {}", stdout(&output));
        }
    }
    let page = std::fs::read_to_string(folder.join("out/report.html")).unwrap();
    assert!(page.contains("een jaar later kan niet"), "in the language of the last run");
}
