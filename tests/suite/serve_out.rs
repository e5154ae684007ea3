//! Lists and comparisons on the page, asked as a browser would ask them.
#![cfg(all(unix, feature = "serve"))]

use serde_json::json;

use crate::serving::{Running, folder};

#[test]
fn each_list_and_the_letters_have_a_preview_and_a_file_of_their_own() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    assert_eq!(server.get("/part/list").status, 404, "there is no plan yet");
    server.search(false);
    let choice = server.get("/part/list").body;
    let keys: Vec<&str> = choice
        .split("option value=\"")
        .skip(2)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert!(
        ["school-", "cluster-", "board-"]
            .iter()
            .all(|kind| keys.iter().any(|key| key.starts_with(kind))),
        "{keys:?}"
    );
    for key in keys.iter().filter(|key| **key != "letters") {
        assert!(
            server.get(&format!("/part/list?school={key}")).body.contains("list-preview"),
            "{key}"
        );
        for ending in ["xlsx", "docx"] {
            assert_eq!(
                server.get(&format!("/out/list-{key}.{ending}")).status,
                200,
                "{key}.{ending}"
            );
        }
    }
    assert!(server.get("/part/list?school=letters").body.contains("/out/letters.csv"));
    assert!(server.get("/out/letters.csv").body.contains("anna"));
    assert_eq!(server.get("/out/list-school-nobody.xlsx").status, 404);
    assert_eq!(server.get("/out/list-school-klimop.exe").status, 404);
}

#[test]
fn the_name_and_the_school_year_in_the_headings_of_lists_are_set_on_the_page_and_undone() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    server.search(false);
    let headings = |name: &str, year: Option<&str>| json!({ "do": "name_region", "name": name, "school_year": year });
    assert_eq!(server.edit(&headings("Samen in het Noorden", Some("2027-2028"))).status, 200);
    let choice = server.get("/part/list").body;
    let key = choice.split("option value=\"school-").nth(1).unwrap().split('"').next().unwrap();
    let list = || server.get(&format!("/part/list?school=school-{key}")).body;
    assert!(list().contains("Samen in het Noorden, 2027-2028"), "{}", list());
    let refused = server.edit(&headings(" ", None));
    assert_eq!(refused.status, 422, "{}", refused.body);
    let undone = server.post("/api/undo", &json!({ "revision": server.revision() }));
    assert_eq!(undone.status, 200, "{}", undone.body);
    assert!(!list().contains("Noorden"), "{}", list());
}

#[test]
fn two_versions_are_compared_by_figures_and_by_who_moves() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let mut village: serde_json::Value = serde_json::from_str(crate::serving::VILLAGE).unwrap();
    let mut east = 6.5;
    for school in village["schools"].as_array_mut().unwrap() {
        school["at"] = json!([53.2, east]);
        east += 0.03;
    }
    assert_eq!(server.edit(&json!({ "do": "load", "instance": village })).status, 200);
    server.search(false);
    let placed = json!({ "revision": server.revision(), "student": "anna", "school": "regenboog", "hold": true });
    assert_eq!(server.post("/api/place", &placed).status, 200);
    let compared = server.get("/part/compare?from=1&to=2").body;
    for part in ["Version 1", "Version 2", "/?student=anna", "data-moves=", "svg"] {
        assert!(compared.contains(part), "{part}: {compared}");
    }
}
