//! The canonical form: its text, and that it depends only on the meaning of the instance.

use plaatswijzer::instance::Canonical;
use serde_json::{Value, json};

use crate::documents::{complete, read_in};

fn canonical(bytes: &[u8]) -> String {
    let read = read_in("documents", bytes).unwrap_or_else(|errors| panic!("{errors}"));
    Canonical::of(&read.problem.instance, json!({ "wishes": false })).text()
}

#[test]
fn it_reads_back_to_itself() {
    let text = canonical(&complete());
    assert_eq!(canonical(text.as_bytes()), text);
}

#[test]
fn it_fills_in_sorts_and_inlines() {
    let document: Value = serde_json::from_str(&canonical(&complete())).unwrap();
    assert_eq!(document["boards"][2]["max_clusters"], 1);
    assert_eq!(document["boards"][2]["name"], "b3");
    assert_eq!(document["schools"][0]["denomination"], json!(["openbaar", "protestants"]));
    assert_eq!(document["schools"][1]["at"], json!([53.23, 6.55]));
    assert_eq!(document["clusters"][0]["schools"], json!(["h1", "h2"]));
    assert_eq!(document["clusters"][0]["meeting_days"], json!(["tue", "thu"]));
    assert_eq!(document["students"][0]["wishes"], json!(["h3", "c1", "b1"]));
    assert_eq!(document["students"][1]["class_days"], 0);
    assert_eq!(document["students"][2]["class_days"], 1);
    assert_eq!(document["students"][2]["days"], json!([]));
    assert_eq!(document["goals"], json!(["unplaced", "total"]));
    assert_eq!(document["finance"]["student_eur"], 0);
    assert_eq!(document["finance"]["grant_steps"][1], json!({ "from": 5, "eur": 2500 }));
    assert_eq!(document["rules"], json!({ "wishes": false }));
    let table = document["travel"]["table"].as_array().unwrap();
    let rows: Vec<String> = table.iter().map(Value::to_string).collect();
    assert_eq!(
        rows,
        [
            r#"{"from":"h2","m":900,"to":"h1"}"#,
            r#"{"from":"s1","m":4200,"to":"h1"}"#,
            r#"{"from":"s2","m":4201,"to":"h1"}"#,
            r#"{"from":"s3","m":10500,"to":"h1"}"#,
            r#"{"from":"s3","m":11000,"to":"h2"}"#,
        ]
    );
}

/// Younger keys are absent where they say nothing, so that files of before keep their hash.
#[test]
fn a_grant_that_is_an_amount_per_student_is_written_as_before_there_was_more() {
    let with = |finance: Value| {
        let mut document: Value = serde_json::from_slice(&complete()).unwrap();
        document["finance"] = finance;
        canonical(document.to_string().as_bytes())
    };
    let plain = with(json!({ "grant_per_student_eur": 900 }));
    let written = "\"finance\":{\"cluster_eur\":0,\"grant_per_student_eur\":900,\
                   \"shell_student_eur\":0,\"student_eur\":0}";
    assert!(plain.contains(written), "{plain}");
    let same = json!({
        "grant_per_student_eur": 900, "grant_base_eur": 0, "grant_steps": [], "grant_lag_years": 0,
        "grant_students": null, "opening_eur": 0,
    });
    assert_eq!(with(same), plain);
    for other in [
        json!({ "grant_per_student_eur": 900, "grant_base_eur": 1 }),
        json!({ "grant_per_student_eur": 900, "grant_steps": [{ "from": 0, "eur": 0 }] }),
        json!({ "grant_per_student_eur": 900, "grant_lag_years": 1 }),
        json!({ "grant_per_student_eur": 900, "opening_eur": 1 }),
    ] {
        assert_ne!(with(other), plain);
    }
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let mut document: Value = serde_json::from_slice(&complete()).unwrap();
    for list in ["boards", "schools", "clusters", "students"] {
        document[list].as_array_mut().unwrap().reverse();
    }
    document["travel"]["table"].as_array_mut().unwrap().reverse();
    assert_eq!(canonical(document.to_string().as_bytes()), canonical(&complete()));
}

#[test]
fn its_hash_is_that_of_its_text() {
    let read = read_in("documents", &complete()).unwrap();
    let canonical = Canonical::of(&read.problem.instance, json!({}));
    let hash = canonical.sha256();
    assert_eq!(hash.len(), 64);
    assert_eq!(hash, Canonical::of(&read.problem.instance, json!({})).sha256());
    assert_ne!(hash, Canonical::of(&read.problem.instance, json!({ "spread": {} })).sha256());
}

#[test]
fn only_what_is_probably_not_meant_is_warned_of() {
    let read = read_in("documents", &complete()).unwrap();
    let warnings: Vec<String> =
        read.warnings.iter().map(|warning| warning.location.clone()).collect();
    assert_eq!(warnings, Vec::<String>::new(), "{:?}", read.warnings);
    let mut document: Value = serde_json::from_slice(&complete()).unwrap();
    document["schools"][0]["places"] = 0.into();
    document["schools"][3]["id"] = "H3".into();
    document["clusters"][1]["schools"] = json!(["H3"]);
    document["students"][1]["wishes"] = json!(["c2"]);
    document["students"][1]["not"] = json!(["b1"]);
    document["students"][0]["concepts"] = json!(["Dalton"]);
    document["students"][2]["at"] = Value::Null;
    document["travel"]["table_file"] = Value::Null;
    let read = read_in("documents", document.to_string().as_bytes()).unwrap();
    let mut warnings: Vec<String> =
        read.warnings.iter().map(|warning| warning.location.clone()).collect();
    warnings.sort();
    assert_eq!(
        warnings,
        [
            "clusters[0]",
            "schools[0].places",
            "schools[2].id",
            "students[0].concepts",
            "students[1].fixed",
            "students[1].wishes",
            "students[2]",
        ],
        "{:?}",
        read.warnings
    );
}

#[test]
fn a_pair_is_one_pair_at_whichever_student_it_is_stated() {
    let mut document: Value = serde_json::from_slice(&complete()).unwrap();
    let before = canonical(document.to_string().as_bytes());
    assert_eq!(before.matches("\"apart\"").count(), 1, "{before}");
    let pairs = document["students"][0].as_object_mut().unwrap().remove("with").unwrap();
    let mut pairs = pairs.as_array().unwrap().clone();
    pairs[0]["students"] = json!(["s2"]);
    pairs[0]["because"] = json!("They share a car");
    document["students"][2]["with"] = json!(pairs);
    document["students"][1]["because"] = json!("Another reason");
    assert_eq!(canonical(document.to_string().as_bytes()), before);
    document["students"][2]["with"][0]["at"] = json!("school");
    assert_ne!(canonical(document.to_string().as_bytes()), before);
}
