//! What the page says of a plan: how good it is, what a journey costs, and all that is wrong with it.
#![cfg(all(unix, feature = "serve"))]

use serde_json::{Value, json};

use crate::serving::{Running, VILLAGE, folder};

#[test]
fn a_plan_that_changes_little_is_proven_as_what_it_is_wherever_that_is_said() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    let best = "No plan is better: that is proven.";
    assert!(server.get("/part/headline").body.contains(best));
    assert!(server.get("/versions").body.contains(best));
    let gone = server.edit(&json!({ "do": "remove_row", "table": "schools", "id": "wegwijzer" }));
    assert_eq!(gone.status, 200, "{}", gone.body);
    let found = server.search_with(&json!({ "few_changes": true }))["found"].clone();
    assert_eq!(server.edit(&json!({ "do": "accept", "plan": found })).status, 200);
    let few = "No plan is better when every change from the earlier plan counts: that is proven.";
    assert!(server.get("/part/headline").body.contains(few));
    let page = server.get("/versions").body;
    assert!(page.contains(few) && page.matches(best).count() == 1, "{page}");
}

#[test]
fn what_a_journey_costs_stands_beside_its_length_where_that_is_more() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    let charge = || {
        let panel = server.get("/part/student?student=anna").body;
        let (_, after) = panel.split_once("<li>Journey: ").unwrap_or_else(|| panic!("{panel}"));
        after.split_once("</li>").unwrap().0.to_owned()
    };
    let plain = charge();
    assert!(plain.starts_with("costs ") && !plain.contains('('), "{plain}");
    let set = json!({ "do": "set_rule", "rule": "travel", "settings": { "comfortable_km": 0 } });
    assert_eq!(server.edit(&set).status, 200);
    let length = plain.strip_prefix("costs ").unwrap();
    let dearer = charge();
    let beside = format!("({length}, with a surcharge beyond the comfortable distance)");
    assert!(dearer.starts_with("costs ") && dearer.ends_with(&beside), "{dearer}");
    assert!(!dearer.starts_with(&plain), "{dearer}");
}

#[test]
fn a_journey_within_one_postcode_has_no_length() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let mut village: Value = serde_json::from_str(VILLAGE).unwrap();
    let is_of_anna = |row: &Value| row["from"] == "anna" && row["to"] == "wegwijzer";
    village["travel"]["table"].as_array_mut().unwrap().retain(|row| !is_of_anna(row));
    for (list, position) in [("students", 0), ("schools", 0)] {
        let row = &mut village[list][position];
        row["postcode"] = json!("9712");
        row["at"] = json!([53.2, 6.5]);
    }
    village["students"][0]["fixed"] = json!("wegwijzer");
    let loaded = server.edit(&json!({ "do": "load", "instance": village }));
    assert_eq!(loaded.status, 200, "{}", loaded.body);
    server.search(false);
    let within = "within the postcode";
    let panel = server.get("/part/student?student=anna").body;
    assert!(panel.contains("</strong> · ") && panel.contains(within), "{panel}");
    let rows = server.get("/part/students?q=anna").body;
    assert!(rows.contains(within), "{rows}");
    let released = server.edit(&json!({ "do": "release", "students": ["anna"] }));
    assert_eq!(released.status, 200);
    let place = json!({ "revision": server.revision(), "student": "anna", "school": "regenboog",
        "hold": false });
    assert_eq!(server.post("/api/place", &place).status, 200);
    let others = server.get("/part/schools?student=anna").body;
    assert!(others.contains(within), "{others}");
}

#[test]
fn all_that_is_wrong_with_a_plan_can_be_read() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    let set = json!({ "do": "set_rule", "rule": "travel", "settings": { "limit_km": 0 } });
    assert_eq!(server.edit(&set).status, 200);
    let closed = server.edit(&json!({ "do": "close", "at": "dorpsbestuur" }));
    assert_eq!(closed.status, 200, "{}", closed.body);
    let headline = server.get("/part/headline").body;
    let (first, others) = headline.split_once("<details id=\"more-findings\">").expect(&headline);
    let (shown, more) = (first.matches("<li>").count(), others.matches("<li>").count());
    assert!(shown == 8 && more > 0, "{headline}");
    assert!(others.contains(&format!("… and {more} more")), "{others}");
}
