//! Malformed files, at least one for each code, each with exactly the problems it should have.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use plaatswijzer::input::errors::Code;
use plaatswijzer::input::{DocumentForm, decode, schema_of};
use plaatswijzer::instance::FORMAT;
use plaatswijzer::instance::document::InstanceDocument;

use crate::documents::{folder, read_in};

/// Each file in `tests/malformed/` with its problems: code and location.
const CASES: &[(&str, &[(Code, &str)])] = &[
    ("unreadable", &[(Code::Unreadable, "travel.table_file")]),
    ("too-large", &[(Code::TooLarge, "students")]),
    ("empty", &[(Code::Empty, "(document)")]),
    ("not-utf8", &[(Code::NotUtf8, "line 3, byte offset 59")]),
    ("not-utf8-utf16", &[(Code::NotUtf8, "line 1, byte offset 0")]),
    ("not-json", &[(Code::NotJson, "line 18, column 95")]),
    ("not-json-quotes", &[(Code::NotJson, "line 3, column 11")]),
    ("not-json-nan", &[(Code::NotJson, "line 17, column 66")]),
    ("not-json-unclosed", &[(Code::NotJson, "line 20, column 0")]),
    ("nested-too-deep", &[(Code::NestedTooDeep, "line 1, column 136")]),
    ("duplicate-key", &[(Code::DuplicateKey, "schools[1].places")]),
    ("duplicate-key-in-rules", &[(Code::DuplicateKey, "rules.wishes")]),
    ("wrong-format", &[(Code::WrongFormat, "format")]),
    ("wrong-format-plan", &[(Code::WrongFormat, "format")]),
    (
        "wrong-format-absent",
        &[(Code::WrongFormat, "format"), (Code::OutOfRange, "students[0].year")],
    ),
    ("unknown-key", &[(Code::UnknownKey, "schools[0].concept")]),
    ("unknown-key-required", &[(Code::UnknownKey, "schools[1].palces")]),
    ("missing-key", &[(Code::MissingKey, "students[0].year")]),
    ("wrong-type", &[(Code::WrongType, "schools[0].places")]),
    ("wrong-type-decimals", &[(Code::WrongType, "schools[0].places")]),
    ("wrong-type-null", &[(Code::WrongType, "schools[0].board")]),
    ("wrong-type-nested", &[(Code::WrongType, "students[0].denomination.wish")]),
    ("wrong-type-document", &[(Code::WrongType, "(document)")]),
    ("out-of-range", &[(Code::OutOfRange, "students[0].year")]),
    ("out-of-range-decimals", &[(Code::OutOfRange, "students[0].limit_km")]),
    ("out-of-range-point", &[(Code::OutOfRange, "students[0].at[1]")]),
    ("out-of-range-id", &[(Code::OutOfRange, "boards[1].network")]),
    ("out-of-range-postcode", &[(Code::OutOfRange, "students[0].postcode")]),
    ("unknown-word", &[(Code::UnknownWord, "students[1].days[1]")]),
    ("unknown-word-programme", &[(Code::UnknownWord, "students[1].programme")]),
    ("empty-list", &[(Code::EmptyList, "students[0].only")]),
    ("duplicate-id", &[(Code::DuplicateId, "schools[2].id")]),
    ("duplicate-id-network", &[(Code::DuplicateId, "students[0].id")]),
    ("duplicate-value", &[(Code::DuplicateValue, "students[1].days[2]")]),
    ("unknown-reference", &[(Code::UnknownReference, "students[1].wishes[1]")]),
    ("unknown-reference-kind", &[(Code::UnknownReference, "students[1].fixed")]),
    ("school-in-two-clusters", &[(Code::SchoolInTwoClusters, "clusters[1].schools[0]")]),
    (
        "contradiction",
        &[(Code::Contradiction, "travel.table[0]"), (Code::Contradiction, "travel.table[1]")],
    ),
    (
        "contradiction-sizes",
        &[(Code::Contradiction, "boards[0]"), (Code::Contradiction, "clusters[0]")],
    ),
    (
        "contradiction-grant",
        &[
            (Code::OutOfRange, "finance.grant_steps[1].from"),
            (Code::OutOfRange, "finance.grant_steps[2].from"),
            (Code::Contradiction, "finance.grant_students"),
        ],
    ),
    (
        "out-of-range-grant",
        &[
            (Code::OutOfRange, "finance.grant_base_eur"),
            (Code::OutOfRange, "finance.grant_lag_years"),
            (Code::OutOfRange, "finance.grant_steps[0].from"),
            (Code::OutOfRange, "finance.grant_steps[1].eur"),
            (Code::MissingKey, "finance.grant_steps[2].eur"),
            (Code::OutOfRange, "finance.grant_students"),
            (Code::OutOfRange, "finance.opening_eur"),
        ],
    ),
    ("duplicate-journey", &[(Code::DuplicateJourney, "duplicate-journey.csv, line 3")]),
    (
        "bad-row",
        &[
            (Code::BadRow, "bad-row.csv, line 3"),
            (Code::BadRow, "bad-row.csv, line 4"),
            (Code::BadRow, "bad-row.csv, line 5"),
            (Code::BadRow, "bad-row.csv, line 6"),
            (Code::BadRow, "bad-row.csv, line 7"),
            (Code::BadRow, "bad-row.csv, line 8"),
        ],
    ),
    ("bad-row-header", &[(Code::BadRow, "bad-row-header.csv, line 1")]),
    (
        "bad-row-postcodes",
        &[
            (Code::BadRow, "bad-row-postcodes.csv, line 3"),
            (Code::BadRow, "bad-row-postcodes.csv, line 4"),
            (Code::BadRow, "bad-row-postcodes.csv, line 5"),
            (Code::BadRow, "bad-row-postcodes.csv, line 6"),
        ],
    ),
    ("unknown-postcode", &[(Code::UnknownPostcode, "students[1].postcode")]),
    (
        "rule-cannot-be-off",
        &[(Code::RuleCannotBeOff, "rules.placement"), (Code::RuleCannotBeOff, "rules.places")],
    ),
    (
        "rule-settings",
        &[
            (Code::WrongType, "rules.cluster_size.min"),
            (Code::OutOfRange, "rules.continuity.worth_km"),
            (Code::EmptyList, "rules.forming.meeting_days"),
            (Code::WrongType, "rules.spread"),
            (Code::UnknownKey, "rules.travel.comfortabel_km"),
            (Code::OutOfRange, "rules.travel.limit_km"),
            (Code::UnknownKey, "rules.travl"),
            (Code::UnknownWord, "rules.variety.again"),
        ],
    ),
    (
        "contradiction-rules",
        &[
            (Code::Contradiction, "rules.cluster_size"),
            (Code::Contradiction, "clusters[0]"),
            (Code::Contradiction, "rules.forming"),
            (Code::DuplicateValue, "rules.forming.meeting_days[1]"),
        ],
    ),
    (
        "contradiction-pairs",
        &[
            (Code::Contradiction, "students[0].with[0].students[0]"),
            (Code::UnknownReference, "students[0].with[0].students[2]"),
            (Code::Contradiction, "students[0].with[0].students[3]"),
            (Code::Contradiction, "students[1].with[0].students[0]"),
            (Code::Contradiction, "students[1].apart[0].worth_km"),
            (Code::EmptyList, "students[3].apart[2].students"),
            (Code::Contradiction, "students[3].apart[1].students[0]"),
        ],
    ),
    (
        "references-of-the-broken",
        &[
            (Code::OutOfRange, "schools[1].places"),
            (Code::UnknownWord, "students[0].programme"),
            (Code::OutOfRange, "students[0].year"),
            (Code::UnknownWord, "students[1].days[1]"),
            (Code::UnknownReference, "schools[1].board"),
            (Code::UnknownReference, "students[0].fixed"),
        ],
    ),
    ("fixed-nowhere", &[(Code::FixedNowhere, "students[0].fixed")]),
    (
        "five-at-once",
        &[
            (Code::UnknownKey, "schools[0].denominaton"),
            (Code::WrongType, "schools[1].places"),
            (Code::OutOfRange, "students[0].year"),
            (Code::DuplicateId, "students[3].id"),
            (Code::UnknownReference, "students[2].wishes[2]"),
        ],
    ),
];

#[test]
fn each_file_has_exactly_its_problems() {
    let mut failures = String::new();
    for (name, expected) in CASES {
        let bytes = std::fs::read(folder("malformed").join(format!("{name}.json"))).unwrap();
        let errors = read_in("malformed", &bytes).err().unwrap_or_default();
        let found: Vec<(Code, &str)> =
            errors.0.iter().map(|error| (error.code, error.location.as_str())).collect();
        if found != *expected {
            let _ = write!(failures, "\n== {name}: {found:?}\n{errors}");
        }
        let silent = |error: &&_| {
            let plaatswijzer::input::errors::InputError { found, allowed, help, .. } = error;
            [found, allowed, help].iter().any(|text| text.to_string().is_empty())
        };
        assert_eq!(errors.0.iter().find(silent), None, "{name}");
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn each_code_and_each_file_has_its_case() {
    let of_cases = CASES.iter().flat_map(|(_, problems)| problems.iter().map(|(code, _)| *code));
    let covered: BTreeSet<Code> = of_cases.collect();
    let of_documents = Code::ALL.iter().filter(|code| !crate::import::CODES.contains(code));
    assert_eq!(covered, of_documents.copied().collect());

    let listed: BTreeSet<String> = CASES.iter().map(|(name, _)| format!("{name}.json")).collect();
    let files = std::fs::read_dir(folder("malformed")).unwrap();
    let present: BTreeSet<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "json"))
        .collect();
    assert_eq!(listed, present);
}

#[test]
fn a_file_beyond_the_limit_is_refused_before_it_is_read() {
    let schema = schema_of::<InstanceDocument>();
    let form = DocumentForm { largest_bytes: 10, ..DocumentForm::new(FORMAT, &schema) };
    let unread =
        decode::<InstanceDocument>(b"{\"name\": \"Dorp\"}", &form, &|_| Ok(())).unwrap_err();
    assert_eq!(unread.errors.codes(), BTreeSet::from([Code::TooLarge]));
}

#[test]
fn what_was_cut_out_is_not_called_unknown() {
    let text = r#"{
      "format": "plaatswijzer/instance/1", "name": "Dorp",
      "boards": [{ "id": "b0", "standing": 3 }, { "id": "b1", "standing": "partner" }],
      "schools": [{ "id": "h1", "board": "b1", "places": "many" }],
      "clusters": { "c1": { "board": "b1" } },
      "students": [{ "id": "s1", "programme": "voltijd", "year": 1, "wishes": ["h1", "c1"] }]
    }"#;
    let errors = read_in("malformed", text.as_bytes()).unwrap_err();
    let places: Vec<&str> = errors.0.iter().map(|error| error.location.as_str()).collect();
    assert_eq!(places, ["boards[0].standing", "clusters", "schools[0].places"], "{errors}");
}

#[test]
fn an_item_with_a_duplicate_id_has_its_other_problems_reported() {
    let text = r#"{
      "format": "plaatswijzer/instance/1", "name": "", "boards": [{ "id": "b1" }],
      "schools": [{ "id": "b1", "board": "b9", "places": 3 }, { "id": "b1", "board": "b8", "places": 3 }],
      "students": []
    }"#;
    let errors = read_in("malformed", text.as_bytes()).unwrap_err();
    let mut places: Vec<&str> = errors.0.iter().map(|error| error.location.as_str()).collect();
    places.sort_unstable();
    let expected =
        ["name", "schools[0].board", "schools[0].id", "schools[1].board", "schools[1].id"];
    assert_eq!(places, expected, "{errors}");
}

#[test]
fn the_schema_of_an_instance_is_sound() {
    let schema = schema_of::<InstanceDocument>();
    assert!(jsonschema::meta::is_valid(&schema));
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let document: serde_json::Value =
        serde_json::from_slice(&crate::documents::complete()).unwrap();
    assert!(jsonschema::is_valid(&schema, &document));
}
