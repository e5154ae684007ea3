//! Any two versions compared, also where they were made for different data.
#![cfg(all(unix, feature = "serve"))]

use serde_json::json;

use crate::serving::{Running, folder};

#[test]
fn any_two_versions_are_compared_and_prices_only_by_the_same_data() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    assert!(!server.get("/versions").body.contains("data-go"), "there is one version only");
    let place = json!({ "revision": server.revision(), "student": "anna", "school": "regenboog",
        "hold": false });
    assert_eq!(server.post("/api/place", &place).status, 200);
    let compare = |from: u32, to: u32| {
        let page = server.get(&format!("/versions?from={from}&to={to}"));
        assert_eq!(page.status, 200);
        page.body
    };
    let score = |plan: u32| {
        assert_eq!(server.edit(&json!({ "do": "show", "plan": plan })).status, 200);
        server.state()["score"].as_i64().unwrap()
    };
    let (first, second) = (score(1), score(2));
    let kilometres = |points: i64| {
        let (whole, part) = (points / 1000, format!("{:03}", points % 1000));
        format!("{whole}.{part}").trim_end_matches('0').trim_end_matches('.').to_owned() + " km"
    };
    let same = compare(2, 1);
    assert!(same.contains(&format!("−{}", kilometres(second - first))), "{same}");
    assert!(!same.contains("different data") && same.contains(">anna</a>"), "{same}");
    assert!(same.contains("plaatswijzer diff plans/0002.json plans/0001.json"), "{same}");
    assert!(same.contains("<option value=\"2\" selected>"), "{same}");
    // Another price: what each cost by its own data is shown without a difference, and both are held against the data of now.
    let rule = json!({ "do": "set_rule", "rule": "cluster_size", "settings": { "min": 2, "target": 3,
        "max": 4, "worth_km": 50 } });
    let set = server.edit(&rule);
    assert_eq!(set.status, 200, "{}", set.body);
    let found = server.search(false)["found"].as_u64().unwrap();
    assert_eq!(server.edit(&json!({ "do": "accept", "plan": found })).status, 200);
    let other = compare(1, 3);
    let now = [score(1), score(3)].map(kilometres);
    assert!(other.contains("different data"), "{other}");
    let (_, last) = other.split_once("by the data of now</th>").expect(&other);
    let (last, _) = last.split_once("</tr>").unwrap();
    assert!(now.iter().all(|price| last.contains(price)), "{now:?}: {last}");
    assert!(compare(2, 1).contains(&kilometres(second - first)), "both are of the same data still");
    // A plan that the data no longer allow has no price by them.
    let gone = server.edit(&json!({ "do": "remove_row", "table": "schools", "id": "wegwijzer" }));
    assert_eq!(gone.status, 200, "{}", gone.body);
    assert!(compare(1, 3).contains("does not fit"));
    // It goes on by its name: in what can be undone, and where it was in an older plan.
    let top = server.get("/versions").body;
    assert!(top.contains("De Wegwijzer withdrawing"), "{top}");
    let found = server.search(false)["found"].as_u64().unwrap();
    assert_eq!(server.edit(&json!({ "do": "accept", "plan": found })).status, 200);
    let without = compare(1, 4);
    assert!(without.contains("<td>De Wegwijzer</td>"), "{without}");
    assert!(!without.contains("<td>wegwijzer</td>"), "{without}");
    for (from, to) in [(1, 99), (0, 1)] {
        assert!(compare(from, to).contains("cannot be compared"));
    }
    let part = server.get("/part/compare?from=1&to=2");
    assert!(part.status == 200 && part.body.contains(">anna</a>"), "{}", part.body);
}

#[test]
fn who_is_new_or_has_left_is_counted_apart_and_goes_by_name() {
    let (_kept, project) = folder();
    std::fs::create_dir_all(&project).unwrap();
    let contacts = json!({ "format": "plaatswijzer/contacts/1",
        "students": [{ "id": "anna", "contact": { "first_name": "Anna", "last_name": "Postma" } }] });
    std::fs::write(project.join("instance.contacts.json"), contacts.to_string()).unwrap();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    let gone = server.edit(&json!({ "do": "remove_row", "table": "students", "id": "anna" }));
    assert_eq!(gone.status, 200, "{}", gone.body);
    let top = server.get("/versions").body;
    assert!(top.contains("Anna Postma dropping out"), "{top}");
    let jip = json!({ "id": "jip", "programme": "voltijd", "year": 2, "fixed": "wegwijzer" });
    let added = server.edit(&json!({ "do": "add_row", "table": "students", "row": jip }));
    assert_eq!(added.status, 200, "{}", added.body);
    let found = server.search_with(&json!({ "few_changes": true }))["found"].clone();
    assert_eq!(server.edit(&json!({ "do": "accept", "plan": found })).status, 200);
    let page = server.get("/versions?from=1&to=2").body;
    assert!(page.contains("1 is new and 1 has left</h3>"), "{page}");
    assert!(page.contains("Anna Postma") && !page.contains("student=anna"), "{page}");
    assert!(page.contains("<a href=\"/?student=jip\">jip</a>"), "{page}");
}
