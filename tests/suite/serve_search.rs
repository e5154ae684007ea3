//! What the page says of the last search: nothing about data or a plan that have changed since.
#![cfg(all(unix, feature = "serve"))]

use serde_json::json;

use crate::serving::{Running, folder};

#[test]
fn what_the_last_search_said_goes_once_the_data_or_the_plan_have_changed() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    let said = || server.get("/part/search").body;
    let undo = || server.post("/api/undo", &json!({ "revision": server.revision() })).status;
    assert!(said().contains("no plan is better"), "{}", said());
    let named = json!({ "do": "describe", "plan": 1, "name": "eerste" });
    assert_eq!(server.edit(&named).status, 200);
    assert!(said().contains("no plan is better"), "a name changes nothing of it: {}", said());
    assert_eq!(undo(), 200);
    let held = json!({ "do": "hold", "students": [{ "student": "anna", "school": "wegwijzer" }] });
    assert_eq!(server.edit(&held).status, 200);
    assert_eq!(said(), "", "it was about other data");
    assert_eq!(undo(), 200);
    // The next plan waits, as another one is on screen: it stays within reach, without a claim.
    server.search(false);
    assert!(said().contains("no plan is better") && said().contains("data-edit"), "{}", said());
    assert_eq!(server.edit(&held).status, 200);
    let waits = |said: &str| said.contains("found earlier") && said.contains("data-edit");
    assert!(waits(&said()), "{}", said());
    // Without the edit, and without the first plan, it still does.
    assert_eq!((undo(), undo()), (200, 200));
    assert!(server.state()["plan"].is_null(), "{}", server.state());
    assert!(waits(&said()), "{}", said());
    assert_eq!(server.edit(&json!({ "do": "accept", "plan": 2 })).status, 200);
    assert_eq!(said(), "", "it is on screen by now");
}
