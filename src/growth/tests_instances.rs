//! The instance of a year: what earlier years mean for it; and what is wrong with a document, all at once.

use serde_json::{Value, json};

use super::decisions::{Decided, OpenCluster};
use super::model::WidestYears;
use super::search::PathSearch;
use super::{GrowthPath, PathPlan, check, read};
use crate::instance::Day;
use crate::instance::document::InstanceDocument;
use crate::solve::Search;

/// Two partner boards and a candidate with two schools each, and a kept cluster of a partner and the candidate.
fn base() -> Value {
    let schools: Vec<Value> = ["a1", "a2", "b1", "b2", "c1", "c2"]
        .iter()
        .zip(0..)
        .map(|(id, number)| {
            let at = [53.2, 6.5 + 0.002 * f64::from(number)];
            json!({ "id": id, "board": id[..1], "at": at, "places": 4 })
        })
        .collect();
    let student = |id: &str, year: i64| json!({ "id": id, "programme": "voltijd", "year": year, "at": [53.2, 6.505] });
    json!({
        "format": "plaatswijzer/instance/1", "name": "small", "schools": schools,
        "boards": [
            { "id": "a", "max_clusters": 1 }, { "id": "b", "max_clusters": 1 },
            { "id": "c", "standing": "candidate", "max_clusters": 1 },
        ],
        "clusters": [{ "id": "k", "board": "a", "schools": ["a2", "c1"], "keep": true }],
        "students": [student("s", 1), student("t", 2), student("u", 1), student("v", 3)],
        "rules": {
            "cluster_size": { "min": 2, "target": 4, "max": 8 },
            "forming": { "opening_worth_km": 3 }, "placement": { "worth_km": 90 },
        },
    })
}

fn document() -> Value {
    json!({
        "format": "plaatswijzer/path/1", "base": "base.json", "share_worth_km": 10,
        "years": [{ "id": "2027" }, { "id": "2028" }],
        "boards": [{ "id": "c", "entry_worth_km": 900 }],
    })
}

fn path_of(base: &Value, document: &Value) -> Result<GrowthPath, String> {
    let text = base.to_string().into_bytes();
    let files = |name: &str| {
        if name == "base.json" { Ok(text.clone()) } else { Err("absent".to_owned()) }
    };
    read(document.to_string().as_bytes(), &files).map_err(|errors| errors.to_string())
}

fn clusters(document: &InstanceDocument) -> Vec<(&str, &str, String)> {
    let clusters = document.clusters.iter().flatten();
    clusters.map(|cluster| (&*cluster.id, &*cluster.board, cluster.schools.join(" "))).collect()
}

fn after_opening(path: &GrowthPath, schools: &[&str]) -> Decided {
    let schools = schools.iter().map(|&id| id.to_owned()).collect();
    let open = vec![OpenCluster { id: "a-1".to_owned(), schools, day: Day::Tuesday, opened: 0 }];
    Decided { open, ..Decided::nothing(path) }
}

#[test]
fn a_cluster_of_the_base_gives_way_to_one_that_has_opened_with_its_school() {
    let mut base = base();
    base["students"][0]["wishes"] = json!(["k", "b1"]);
    base["students"][1]["only"] = json!(["k"]);
    let path = path_of(&base, &document()).unwrap();
    let decided = after_opening(&path, &["a1", "a2"]);
    let year = path.instance(1, &decided, &[0]);
    assert_eq!(clusters(&year), [("a-1", "a", "a1 a2".to_owned())]);
    assert_eq!(year.students[0].wishes.as_deref(), Some(["b1".to_owned()].as_slice()));
    assert_eq!(year.students[1].not.as_deref().map(<[String]>::len), Some(3));
    let files = |_: &str| Err("absent".to_owned());
    assert!(path.problem(&year, None, &files).is_ok());
    // Without that cluster it takes part.
    let year = path.instance(1, &Decided::nothing(&path), &[0]);
    assert_eq!(clusters(&year), [("k", "a", "a2 c1".to_owned())]);
}

#[test]
fn an_opened_cluster_loses_schools_that_close() {
    let mut document = document();
    document["years"][1]["changes"] = json!([{ "close_schools": { "schools": ["a1"] } }]);
    let path = path_of(&base(), &document).unwrap();
    let one = path.instance(1, &after_opening(&path, &["a1", "a2"]), &[]);
    assert_eq!(clusters(&one), [("a-1", "a", "a2".to_owned())]);
    let none = path.instance(1, &after_opening(&path, &["a1"]), &[]);
    assert_eq!(clusters(&none), [("k", "a", "a2 c1".to_owned())]);
}

#[test]
fn a_kept_cluster_that_waits_for_a_board_forces_nobody_to_enter() {
    let (base, document) = (base(), document());
    let path = path_of(&base, &document).unwrap();
    let text = base.to_string().into_bytes();
    let files = |_: &str| Ok(text.clone());
    let nothing = Decided::nothing(&path);
    let widest = WidestYears::new(&path, 0..2, &nothing, &files).unwrap();
    let model = widest.model();
    let waiting = &model.years[0].waiting[0];
    assert!(waiting.keep && waiting.needs == [0] && !waiting.meanwhile.is_empty());
    let chosen = Search::default();
    let search = PathSearch::quiet(&path, &files, &chosen);
    let outcome = search.with_foresight().unwrap();
    let found = PathPlan::of_outcome(&path, &outcome, 0.0);
    assert_eq!((found.entries.len(), found.bound), (0, Some(found.value)));
    let plans: Vec<Vec<u8>> =
        outcome.path.years.iter().map(|year| year.text.clone().into_bytes()).collect();
    assert_eq!(check(&path, &found, &plans, &files).unwrap(), []);
}

#[test]
fn new_first_years_are_like_those_of_the_base_after_the_changes_so_far() {
    let mut base = base();
    base["students"][0]["wishes"] = json!(["b", "b2"]);
    let mut document = document();
    document["years"] = json!([
        { "id": "2027", "changes": [{ "grow": { "percent": 100 } }] },
        { "id": "2028", "changes": [
            { "merge_boards": { "boards": ["a", "b"], "into": "ab" } },
            { "close_schools": { "schools": ["b2"] } },
        ] },
        { "id": "2029" },
    ]);
    document["students"] = json!({ "progress": {} });
    let path = path_of(&base, &document).unwrap();
    let year_ones = |year: usize| {
        let students = path.documents[year].students.iter();
        students.filter(|student| student.year.get() == 1).collect::<Vec<_>>()
    };
    // Growth doubles the two of the base, and goes on doing so.
    assert_eq!([0, 1, 2].map(|year| year_ones(year).len()), [4; 3]);
    let new = year_ones(2).into_iter().find(|student| student.wishes.is_some()).unwrap();
    assert_eq!(new.wishes.as_deref(), Some(["ab".to_owned()].as_slice()));
}

#[test]
fn everything_that_is_wrong_with_a_document_is_said_at_once() {
    let mut document = document();
    document["years"][1]["changes"] =
        json!([{ "extra_clusters": { "boards": ["zz"], "each": 1 } }]);
    document["boards"] = json!([
        { "id": "c" }, { "id": "c" }, { "id": "d", "earliest": "2028", "latest": "2027" },
    ]);
    let wrong = path_of(&base(), &document).unwrap_err();
    for place in ["years[1].changes[0].extra_clusters", "boards[1].id", "boards[2].latest"] {
        assert!(wrong.contains(place), "{place}: {wrong}");
    }
    document["base"] = json!("gone.json");
    let wrong = path_of(&base(), &document).unwrap_err();
    for place in ["base", "boards[1].id", "boards[2].latest"] {
        assert!(wrong.contains(place), "{place}: {wrong}");
    }
}

#[test]
fn limits_leave_room_for_what_must_happen() {
    let mut base = base();
    base["boards"][1]["standing"] = json!("candidate");
    let mut document = document();
    document["boards"] = json!([{ "id": "b", "earliest": "2028", "latest": "2028" }, { "id": "c", "earliest": "2028", "latest": "2028" }]);
    document["pace"] = json!({ "entries_per_year": 1 });
    let wrong = path_of(&base, &document).unwrap_err();
    assert!(wrong.contains("pace.entries_per_year"), "{wrong}");
    document["boards"][0]["earliest"] = json!("2027");
    assert!(path_of(&base, &document).is_ok());
    // 24 students, and the schools of a and b, and c from 2028 on, have 16 and 24 places.
    base["students"][0]["count"] = json!(21);
    document["share_worth_km"] = json!(null);
    document["years"][0]["share_percent"] = json!(67);
    document["years"][1]["share_percent"] = json!(100);
    let wrong = path_of(&base, &document).unwrap_err();
    assert!(wrong.contains("years[0].share_percent") && wrong.contains("at most 66%"), "{wrong}");
    assert!(!wrong.contains("years[1]"), "{wrong}");
}
