//! The rows of a project that are filled in on the page: what their forms show, and where their postcodes lie.
#![cfg(all(unix, feature = "serve"))]

use serde_json::{Value, json};

use crate::serving::{Answer, Running, drop_files, folder, instance};

const SCHOOLS: &str = "brin;naam;bestuur;aantal plekken;postcode\n\
    a;De Aak;Stichting Water;4;9712 AB\nb;De Boei;Stichting Water;3;9721\n";
const STUDENTS: &str =
    "studentnummer;opleiding;leerjaar;postcode\n101;voltijd;2;9712\n102;voltijd;2;9721\n";
const POSTCODES: &str =
    "postcode;breedtegraad;lengtegraad\n9712 AB;53,22;6,56\n9712 AC;53,24;6,58\n9721;53,2;6,57\n";

/// The boxes with a name in a form that are ticked, by their values.
fn ticked(form: &str, name: &str) -> Vec<String> {
    let boxes = form.split("<input ").filter(|one| one.contains(&format!("name=\"{name}\"")));
    let ticked = boxes.filter(|one| one.split('>').next().unwrap().contains(" checked"));
    let value =
        |one: &str| one.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    ticked.map(value).collect()
}

fn row(project: &std::path::Path, list: &str, id: &str) -> Value {
    let document: Value = serde_json::from_str(&instance(project)).unwrap();
    let rows = document[list].as_array().unwrap();
    rows.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("{id} in {list}")).clone()
}

#[test]
fn a_new_student_is_free_all_week_and_a_new_cluster_meets_on_the_day_of_the_rule() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let form = server.get("/part/row?table=students").body;
    assert_eq!(ticked(&form, "days"), ["mon", "tue", "wed", "thu", "fri"]);
    let form = server.get("/part/row?table=clusters").body;
    assert_eq!(ticked(&form, "meeting_days"), ["tue"]);
}

#[test]
fn earlier_schools_are_in_the_form_and_stay_when_one_withdraws() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let jip = json!({ "id": "jip", "programme": "voltijd", "year": 2, "previous": ["klimop", "De Verre School"] });
    let add = json!({ "do": "add_row", "table": "students", "row": jip });
    assert_eq!(server.edit(&add).status, 200);
    let form = server.get("/part/row?table=students&id=jip").body;
    let chosen: Vec<&str> = form
        .split("<select ")
        .filter(|one| one.starts_with("name=\"previous\""))
        .flat_map(|one| one.split("<option ").filter(|option| option.contains(" selected")))
        .map(|option| option.split('>').nth(1).unwrap().split('<').next().unwrap())
        .collect();
    assert_eq!(chosen, ["Klimop", "De Verre School", "–"]);
    let gone = server.edit(&json!({ "do": "remove_row", "table": "schools", "id": "klimop" }));
    assert_eq!(gone.status, 200, "{}", gone.body);
    assert_eq!(row(&project, "students", "jip")["previous"], jip["previous"]);
}

#[test]
fn a_row_of_the_page_has_the_point_of_its_postcode_in_the_table_of_the_project() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let files =
        [("scholen.csv", SCHOOLS), ("studenten.csv", STUDENTS), ("postcodes.csv", POSTCODES)];
    let taken = drop_files(&server, &files);
    assert_eq!(taken.status, 200, "{}", taken.body);
    let student = |postcode: &str| json!({ "id": "jip", "programme": "voltijd", "year": 2, "postcode": postcode });
    let edit = |how: &str, table: &str, row: &Value| -> Answer {
        server.edit(&json!({ "do": how, "table": table, "row": row }))
    };
    // Of letters that the table lacks, those of the digits are the point, as they are on import.
    assert_eq!(edit("add_row", "students", &student("9712 ZZ")).status, 200);
    assert_eq!(row(&project, "students", "jip")["at"], json!([53.23, 6.57]));
    assert_eq!(edit("set_row", "students", &student("9721")).status, 200);
    assert_eq!(row(&project, "students", "jip")["at"], json!([53.2, 6.57]));
    let school =
        json!({ "id": "c", "board": "Stichting Water", "places": 2, "postcode": "9712AC" });
    assert_eq!(edit("add_row", "schools", &school).status, 200);
    assert_eq!(row(&project, "schools", "c")["at"], json!([53.24, 6.58]));
    // What the table lacks is refused, with a way on.
    let refused = edit("set_row", "students", &student("1011 AB"));
    assert_eq!(refused.status, 422);
    assert!(
        refused.body.contains("postcode `1011 AB` is not in the project's table"),
        "{}",
        refused.body
    );
    assert_eq!(edit("set_row", "students", &student("no postcode")).status, 422);
    // Without the table nothing is known of it, and the next one places it.
    let rows =
        "postcode;breedtegraad;lengtegraad\n9712 AB;53,22;6,56\n9721;53,2;6,57\n1011;52,37;4,9\n";
    let mut at_once = student("1011 AB");
    at_once["at"] = json!([52.0, 5.0]);
    assert_eq!(edit("set_row", "students", &at_once).status, 200);
    assert_eq!(row(&project, "students", "jip")["at"], json!([52.0, 5.0]));
    let taken = drop_files(&server, &[("postcodes.csv", rows)]);
    assert_eq!(taken.status, 200, "{}", taken.body);
    assert_eq!(row(&project, "students", "jip")["at"], json!([52.0, 5.0]), "its own point wins");
    assert_eq!(edit("set_row", "students", &student("1011 AB")).status, 200);
    assert_eq!(row(&project, "students", "jip")["at"], json!([52.37, 4.9]));
}

#[test]
fn a_table_of_postcodes_that_is_dropped_later_places_rows_of_the_page() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let taken = drop_files(&server, &[("scholen.csv", SCHOOLS), ("studenten.csv", STUDENTS)]);
    assert_eq!(taken.status, 200, "{}", taken.body);
    let jip = json!({ "id": "jip", "programme": "voltijd", "year": 2, "postcode": "9721" });
    let kim = json!({ "id": "kim", "programme": "voltijd", "year": 2, "postcode": "1011" });
    for row in [&jip, &kim] {
        let added = server.edit(&json!({ "do": "add_row", "table": "students", "row": row }));
        assert_eq!(added.status, 200, "{}", added.body);
    }
    assert!(server.get("/data").body.contains("no table of postcodes yet"));
    let taken = drop_files(&server, &[("postcodes.csv", POSTCODES)]);
    assert_eq!(taken.status, 200, "{}", taken.body);
    assert_eq!(row(&project, "students", "jip")["at"], json!([53.2, 6.57]));
    assert_eq!(row(&project, "students", "kim")["at"], Value::Null);
    let page = server.get("/data").body;
    assert!(
        page.contains("‘kim’ is unknown: the postcode is not in the table of postcodes"),
        "{page}"
    );
    assert!(!page.contains("no table of postcodes yet"), "{page}");
}

#[test]
fn a_student_of_the_page_has_a_name_that_stays_when_spreadsheets_are_read_again() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let named = "studentnummer;naam;opleiding;leerjaar\n101;Emma Postma;voltijd;2\n102;Finn de Wit;voltijd;2\n";
    let taken = drop_files(&server, &[("scholen.csv", SCHOOLS), ("studenten.csv", named)]);
    assert_eq!(taken.status, 200, "{}", taken.body);
    assert!(server.get("/part/row?table=students").body.contains("name=\"contact.last_name\""));
    let form = server.get("/part/row?table=students&id=101").body;
    assert!(!form.contains("contact."), "what the spreadsheets say is not edited here: {form}");
    let set = |how: &str, contact: &Value| {
        let row = json!({ "id": "jip", "programme": "voltijd", "year": 2 });
        let operation = json!({ "do": how, "table": "students", "row": row });
        let sent =
            json!({ "revision": server.revision(), "operation": operation, "contact": contact });
        assert_eq!(server.post("/api/edit", &sent).status, 200);
    };
    set(
        "add_row",
        &json!({ "first_name": "Jip", "last_name": "Jansma", "email": "jip@school.example" }),
    );
    assert!(server.get("/data").body.contains("Jip Jansma"));
    let form = server.get("/part/row?table=students&id=jip").body;
    assert!(form.contains("value=\"jip@school.example\""), "{form}");
    set("set_row", &json!({ "first_name": "Jip", "last_name": "Jansma-Vos" }));
    let more = format!("{named}103;Noor Bos;voltijd;3\n");
    let taken = drop_files(&server, &[("studenten.csv", &more)]);
    assert_eq!(taken.status, 200, "{}", taken.body);
    let page = server.get("/data").body;
    for name in ["Emma Postma", "Noor Bos", "Jip Jansma-Vos"] {
        assert!(page.contains(name), "{name}: {page}");
    }
    let history = std::fs::read_to_string(project.join("history.jsonl")).unwrap();
    assert!(!history.contains("Jansma") && !history.contains("school.example"));
    set("set_row", &json!({}));
    assert!(!server.get("/data").body.contains("Jansma"));
}
