//! Spreadsheets on the page: mending what was not understood, reading files again, and what is remembered of it.
#![cfg(all(unix, feature = "serve"))]

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::serving::{Answer, Running, drop_files, folder, instance};

const SCHOOLS: &str = "brin;naam;bestuur;aantal plekken\n\
    a;De Aak;Stichting Water;4\nb;De Boei;Stichting Water;ca. 3\n";
/// The column of the programme has a name that nobody knows.
const STUDENTS: &str = "studentnummer;Traject;leerjaar;1e voorkeur\n\
    101;voltijd;2;De Aak\n102;deeltijd;twee;De Boei\n103;voltijd;3;De Boej\n103;voltijd;1;De Boei\n";

fn mend(server: &Running, mut sent: Value) -> Answer {
    sent["revision"] = json!(server.revision());
    server.post("/api/mend", &sent)
}

fn cell(file: &str, row: u32, column: u32, was: &str, text: &str) -> Value {
    json!({ "amendments": { "cells": [{ "file": file, "sheet": null, "row": row, "column": column,
        "was": was, "text": text }] } })
}

/// The operation that a button on the page sends, by its label.
fn of_button(page: &str, label: &str) -> Value {
    let before = &page[..page.find(label).unwrap_or_else(|| panic!("no button {label}: {page}"))];
    let start = before.rfind("data-mend=\"").unwrap() + "data-mend=\"".len();
    let sent = before[start..].split('"').next().unwrap().replace("&quot;", "\"");
    serde_json::from_str(&sent).unwrap()
}

fn document(project: &Path) -> Value {
    serde_json::from_str(&instance(project)).unwrap()
}

#[test]
fn what_was_not_understood_is_mended_on_the_page_and_remembered() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let said = drop_files(&server, &[("studenten.csv", STUDENTS), ("scholen.csv", SCHOOLS)]);
    assert_eq!(said.status, 422, "{}", said.body);
    // The table of students is not recognised without its programme; the planner says what it is.
    let page = server.get("/part/import").body;
    assert!(page.contains("data-sheet"), "{page}");
    let table = json!({ "file": "studenten.csv", "sheet": null, "table": "students" });
    assert_eq!(mend(&server, json!({ "tables": [table] })).status, 422);
    let page = server.get("/part/import").body;
    assert!(page.contains("Traject") && page.contains("data-column"), "{page}");
    let column = json!({ "table": "students", "heading": "Traject", "means": "programme" });
    assert_eq!(mend(&server, json!({ "amendments": { "columns": [column] } })).status, 422);
    let page = server.get("/part/import").body;
    // Row and column, what was found, and no path of a document.
    for words in ["Row 3", "column leerjaar", "‘twee’", "Row 4", "column 1e voorkeur", "De Boej"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("students["), "{page}");
    assert_eq!(mend(&server, of_button(&page, "Use “3”")).status, 422);
    assert_eq!(mend(&server, of_button(&page, "Use “De Boei”")).status, 422);
    assert_eq!(mend(&server, cell("studenten.csv", 3, 2, "twee", "2")).status, 422);
    let page = server.get("/part/import").body;
    let taken = mend(&server, of_button(&page, "Leave the row out"));
    assert_eq!(taken.status, 200, "{} {page}", taken.body);
    let read = document(&project);
    assert_eq!(read["students"].as_array().unwrap().len(), 3, "{read}");
    assert_eq!(read["students"][1]["year"], json!(2));
    assert_eq!(read["students"][2]["wishes"], json!(["b"]));
    assert_eq!(read["schools"][1]["places"], json!(3));
    // The files are as they were, and what was mended is there after a start.
    let kept = std::fs::read_to_string(project.join("spreadsheets/studenten.csv")).unwrap();
    assert_eq!(kept, STUDENTS);
    server.kill();
    let server = Running::start(&project);
    // A file that was changed is noticed, and read again with what was mended.
    assert!(!server.get("/data").body.contains("has changed since it was read"));
    let row = json!({ "id": "a", "name": "De Aak", "board": "Stichting Water", "places": 6 });
    let edited = server.edit(&json!({ "do": "set_row", "table": "schools", "row": row }));
    assert_eq!(edited.status, 200, "{}", edited.body);
    let changed = STUDENTS.replace("101;voltijd;2", "101;voltijd;1");
    std::fs::write(project.join("spreadsheets/studenten.csv"), changed).unwrap();
    let page = server.get("/data").body;
    assert!(page.contains("studenten.csv has changed since it was read"), "{page}");
    let again = mend(&server, json!({}));
    assert_eq!(again.status, 200, "{} {}", again.body, server.get("/part/import").body);
    let read = document(&project);
    assert_eq!(read["students"][0]["year"], json!(1));
    assert_eq!(read["schools"][0]["places"], json!(6), "what was edited on the page stays");
    assert_eq!(read["students"][2]["wishes"], json!(["b"]));
    assert!(!server.get("/data").body.contains("has changed since it was read"));
    // Read once more, the edit is still there.
    assert_eq!(mend(&server, json!({})).status, 200);
    assert_eq!(document(&project)["schools"][0]["places"], json!(6));
}

#[test]
fn spreadsheets_in_the_folder_are_offered_and_none_elsewhere_is_read() {
    let (_kept, project) = folder();
    std::fs::create_dir(&project).unwrap();
    let students = STUDENTS.replace("Traject", "opleiding").replace("twee", "2");
    let students = students.replace("De Boej", "De Boei").replace("103;voltijd;1;De Boei\n", "");
    std::fs::write(project.join("studenten.csv"), students).unwrap();
    std::fs::write(project.join("scholen.csv"), SCHOOLS.replace("ca. 3", "3")).unwrap();
    let server = Running::start(&project);
    let start = server.get("/").body;
    assert!(start.contains("studenten.csv") && start.contains("Read these"), "{start}");
    let taken = mend(&server, json!({}));
    assert_eq!(taken.status, 200, "{} {}", taken.body, server.get("/part/import").body);
    assert_eq!(document(&project)["schools"].as_array().unwrap().len(), 2);
    for name in ["../outside.csv", "a/b.csv", ""] {
        let refused = drop_files(&server, &[(name, SCHOOLS)]);
        assert_eq!(refused.status, 422, "{name}: {}", refused.body);
    }
    assert!(!project.parent().unwrap().join("outside.csv").exists());
    let nothing = server.post("/api/files", &json!({ "revision": server.revision(), "files": [] }));
    assert_eq!(nothing.status, 422);
}

/// Every file of a project that is about its spreadsheets, with its bytes.
fn kept(project: &Path) -> Vec<(String, Vec<u8>)> {
    let paths = ["import.json", "import-refused.json", "spreadsheets/studenten.csv"];
    let paths = paths.into_iter().chain(["spreadsheets/scholen.csv", "dropped/studenten.csv"]);
    paths
        .filter_map(|path| Some((path.to_owned(), std::fs::read(project.join(path)).ok()?)))
        .collect()
}

#[test]
fn files_that_are_refused_leave_the_project_as_it_was_and_can_be_taken_back() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let students = "studentnummer;opleiding;leerjaar\n101;voltijd;2\n102;deeltijd;3\n";
    let schools = SCHOOLS.replace("ca. 3", "3");
    let taken = drop_files(&server, &[("studenten.csv", students), ("scholen.csv", &schools)]);
    assert_eq!(taken.status, 200, "{} {}", taken.body, server.get("/part/import").body);
    let before = (server.state(), instance(&project), kept(&project));
    assert_eq!(before.2.len(), 3, "nothing waits: {:?}", before.2);
    // A file of the same name with a mistake, and one of another region that lacks its schools.
    let wrong = students.replace("deeltijd;3", "deeltijd;drie");
    for (name, text) in [("studenten.csv", &*wrong), ("vorig jaar.csv", students)] {
        assert_eq!(drop_files(&server, &[(name, text)]).status, 422);
        assert_eq!((server.state(), instance(&project)), (before.0.clone(), before.1.clone()));
        let of_before =
            |(path, _): &(String, Vec<u8>)| !path.contains("refused") && !path.contains("dropped");
        assert!(kept(&project).into_iter().filter(of_before).eq(before.2.clone()), "{name}");
        let page = server.get("/data").body;
        assert!(page.contains("not taken yet") && page.contains(name), "{page}");
        let taken_back = server.post("/api/take-back", &json!({ "revision": server.revision() }));
        assert_eq!(taken_back.status, 200, "{}", taken_back.body);
        assert_eq!(kept(&project), before.2);
        assert!(!server.get("/data").body.contains("not taken yet"));
    }
    // What was refused also waits through a start, and is then mended or taken back.
    assert_eq!(drop_files(&server, &[("studenten.csv", &wrong)]).status, 422);
    server.kill();
    let server = Running::start(&project);
    let page = server.get("/data").body;
    assert!(page.contains("not taken yet: mend the problems") && page.contains("‘drie’"), "{page}");
    // Nor does an undo of something else make it forget them.
    let row = json!({ "id": "a", "name": "De Aak", "board": "Stichting Water", "places": 6 });
    assert_eq!(
        server.edit(&json!({ "do": "set_row", "table": "schools", "row": row })).status,
        200
    );
    let undone = server.post("/api/undo", &json!({ "revision": server.revision() }));
    assert_eq!(undone.status, 200, "{}", undone.body);
    assert!(server.get("/data").body.contains("‘drie’"));
    let mended = mend(&server, cell("studenten.csv", 3, 2, "drie", "1"));
    assert_eq!(mended.status, 200, "{} {}", mended.body, server.get("/part/import").body);
    assert_eq!(document(&project)["students"][1]["year"], json!(1));
    let now = std::fs::read_to_string(project.join("spreadsheets/studenten.csv")).unwrap();
    assert_eq!((now, project.join("dropped").exists()), (wrong, false));
    // A stale page drops nothing.
    let files = json!([{ "name": "x.csv", "base64": STANDARD.encode("?") }]);
    let stale = server.post("/api/files", &json!({ "revision": 0, "files": files }));
    assert_eq!((stale.status, project.join("dropped").exists()), (409, false));
}

#[test]
fn a_row_with_a_corrected_cell_is_left_out_and_a_corrected_cell_is_corrected_again() {
    let students = "studentnummer;opleiding;leerjaar\n101;voltijd;2\n102;deeltijd;twee\n";
    let schools = SCHOOLS.replace("ca. 3", "3");
    let wrongly_corrected = || {
        let (kept, project) = folder();
        let server = Running::start(&project);
        let files = [("studenten.csv", students), ("scholen.csv", &*schools)];
        assert_eq!(drop_files(&server, &files).status, 422);
        let mended = mend(&server, cell("studenten.csv", 3, 2, "twee", "zeven"));
        assert_eq!(mended.status, 422, "{}", mended.body);
        let page = server.get("/part/import").body;
        assert!(page.contains("‘zeven’") && page.contains("value=\"zeven\""), "{page}");
        (kept, project, server, page)
    };
    let (_kept, project, server, page) = wrongly_corrected();
    let taken = mend(&server, of_button(&page, "Leave the row out"));
    assert_eq!(taken.status, 200, "{} {page}", taken.body);
    assert_eq!(document(&project)["students"].as_array().unwrap().len(), 1);
    let (_kept, project, server, page) = wrongly_corrected();
    // As the script does: the cell that the field is about, with what was typed in it.
    let field = page.split("data-cell=\"").nth(1).unwrap().split('"').next().unwrap();
    let mut typed: Value = serde_json::from_str(&field.replace("&quot;", "\"")).unwrap();
    typed["text"] = json!("3");
    let taken = mend(&server, json!({ "amendments": { "cells": [typed] } }));
    assert_eq!(taken.status, 200, "{} {page}", taken.body);
    assert_eq!(document(&project)["students"][1]["year"], json!(3));
}

#[test]
fn names_follow_the_contacts_which_change_only_with_an_edit_that_is_taken() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let table = |name: &str| {
        format!(
            "studentnummer;voornaam;opleiding;leerjaar\n101;{name};voltijd;2\n102;Bo;deeltijd;3\n"
        )
    };
    let schools = SCHOOLS.replace("ca. 3", "3");
    let drop = |name: &str| {
        let students = table(name);
        drop_files(&server, &[("studenten.csv", &students), ("scholen.csv", &schools)])
    };
    let shows = |name: &str| server.get("/part/students").body.contains(&format!(">{name}<"));
    let contacts = || std::fs::read_to_string(project.join("instance.contacts.json")).unwrap();
    assert_eq!(drop("Anna").status, 200);
    assert!(shows("Anna"), "{}", server.get("/part/students").body);
    let before = instance(&project);
    assert_eq!(drop("Anja").status, 200);
    assert_eq!(instance(&project), before, "only a name has changed");
    assert!(shows("Anja") && !shows("Anna"), "{}", server.get("/part/students").body);
    // An edit that is refused leaves the contacts as they are: another program has broken the instance meanwhile.
    std::fs::write(project.join("instance.json"), "{").unwrap();
    let known = contacts();
    assert_eq!(drop("Ans").status, 422);
    assert_eq!((contacts(), shows("Anja")), (known.clone(), true));
    std::fs::write(project.join("instance.json"), before).unwrap();
    // Another program may change the contacts as well.
    std::fs::write(project.join("instance.contacts.json"), known.replace("Anja", "Anke")).unwrap();
    assert_eq!(server.get("/").status, 200);
    assert!(shows("Anke"), "{}", server.get("/part/students").body);
}

#[test]
fn a_file_and_a_sheet_too_many_are_left_out_again() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let students = "studentnummer;opleiding;leerjaar\n101;voltijd;2\n102;deeltijd;3\n";
    let schools = SCHOOLS.replace("ca. 3", "3");
    let both = [("studenten.csv", students), ("scholen.csv", &*schools)];
    let wrong = ("verlof.csv", "wie;wat\nJan;verlof\n");
    assert_eq!(drop_files(&server, &[both[0], both[1], wrong]).status, 422);
    let page = server.get("/part/import").body;
    assert!(page.contains("Leave out the file verlof.csv"), "{page}");
    let taken = mend(&server, of_button(&page, "aria-label=\"Leave out the file verlof.csv"));
    assert_eq!(taken.status, 200, "{} {page}", taken.body);
    assert_eq!(document(&project)["schools"].as_array().unwrap().len(), 2);
    assert!(!project.join("dropped").exists(), "the file that was left out is gone");
    // A workbook with a sheet that is a table, and is not to be read.
    let template = crate::running::run(&[
        "import",
        "--template",
        "--from",
        "instances/dorp.json",
        "-o",
        project.join("dorp.xlsx").to_str().unwrap(),
    ]);
    assert!(template.status.success(), "{}", crate::running::stderr(&template));
    let workbook = std::fs::read(project.join("dorp.xlsx")).unwrap();
    let files = json!([{ "name": "dorp.xlsx", "base64": STANDARD.encode(workbook) }]);
    let taken =
        server.post("/api/files", &json!({ "revision": server.revision(), "files": files }));
    assert_eq!(taken.status, 200, "{}", taken.body);
    let sheets = |page: &str| page.matches("data-sheet=").count();
    let page = server.get("/part/import").body;
    let all = sheets(&page);
    let clusters = document(&project)["clusters"].as_array().map(Vec::len);
    assert!(clusters > Some(0), "{}", instance(&project));
    let name = page
        .split("data-sheet=\"")
        .find(|part| {
            part.contains("value=\"clusters\" selected")
                || part.contains("selected value=\"clusters\"")
        })
        .unwrap();
    let sheet: Value =
        serde_json::from_str(&name.split('"').next().unwrap().replace("&quot;", "\"")).unwrap();
    let mut not_read = sheet.clone();
    (not_read["table"], not_read["not_read"]) = (Value::Null, json!(true));
    assert_eq!(
        mend(&server, json!({ "tables": [not_read] })).status,
        200,
        "{}",
        server.get("/part/import").body
    );
    assert_eq!(document(&project)["clusters"], Value::Null, "the clusters are not read");
    let page = server.get("/part/import").body;
    assert!(sheets(&page) == all && page.contains("as plaatswijzer recognises it"), "{page}");
    let mut recognised = sheet;
    recognised["table"] = Value::Null;
    assert_eq!(mend(&server, json!({ "tables": [recognised] })).status, 200);
    assert_eq!(document(&project)["clusters"].as_array().map(Vec::len), clusters, "read again");
}

#[test]
fn warnings_name_students_and_columns_not_paths() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    server.load_village();
    let row = json!({ "id": "els", "programme": "voltijd", "year": 2 });
    let added = server.edit(&json!({ "do": "set_row", "table": "students", "row": row }));
    assert_eq!(added.status, 200, "{}", added.body);
    let page = server.get("/data").body;
    assert!(page.contains("href=\"/?student=els\"") && page.contains("Student els"), "{page}");
    assert!(!page.contains("students[") && !page.contains("`at`"), "{page}");
    let wrong = json!({ "id": "els", "programme": "voltijd", "year": 9 });
    let refused = server.edit(&json!({ "do": "set_row", "table": "students", "row": wrong }));
    assert_eq!(refused.status, 422);
    assert!(!refused.body.contains("students["), "{}", refused.body);
}

#[test]
fn an_import_that_is_undone_takes_its_list_of_spreadsheets_with_it() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let schools = SCHOOLS.replace("ca. 3", "3");
    let students = |year: u8| format!("studentnummer;opleiding;leerjaar\n101;voltijd;{year}\n");
    let undo = |how: &str| {
        let done = server.post(how, &json!({ "revision": server.revision() }));
        assert_eq!(done.status, 200, "{}", done.body);
    };
    let listed = || std::fs::read_to_string(project.join("import.json")).unwrap();
    let first = drop_files(&server, &[("studenten.csv", &*students(1)), ("scholen.csv", &schools)]);
    assert_eq!(first.status, 200, "{} {}", first.body, server.get("/part/import").body);
    let of_first = (listed(), instance(&project));
    let other = [("andere studenten.csv", &*students(2)), ("andere scholen.csv", &*schools)];
    assert_eq!(drop_files(&server, &other).status, 200);
    let of_second = (listed(), instance(&project));
    assert!(of_second.0.contains("andere") && !of_first.0.contains("andere"));
    undo("/api/undo");
    assert_eq!((listed(), instance(&project)), of_first);
    assert!(!server.get("/data").body.contains("andere studenten.csv"));
    // The files of the import that was undone are still there, so that it can be done again.
    undo("/api/redo");
    assert_eq!((listed(), instance(&project)), of_second);
    assert!(!server.get("/data").body.contains("changed since it was read"));
    undo("/api/undo");
    undo("/api/undo");
    assert!(!listed().contains("csv") && !project.join("instance.json").exists());
    undo("/api/redo");
    assert_eq!((listed(), instance(&project)), of_first);
}

#[test]
fn an_import_that_is_undone_brings_back_the_files_that_it_replaced() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let schools = SCHOOLS.replace("ca. 3", "3");
    let students = |year: u8| format!("studentnummer;opleiding;leerjaar\n101;voltijd;{year}\n");
    let present = || std::fs::read_to_string(project.join("spreadsheets/studenten.csv")).unwrap();
    let import = |server: &Running, year| {
        let files = [("studenten.csv", &*students(year)), ("scholen.csv", &*schools)];
        assert_eq!(drop_files(server, &files).status, 200);
        assert_eq!(present(), students(year));
    };
    let go = |server: &Running, how: &str| {
        let done = server.post(how, &json!({ "revision": server.revision() }));
        assert_eq!(done.status, 200, "{}", done.body);
        (present(), server.get("/data").body.contains("studenten.csv has changed"))
    };
    import(&server, 1);
    import(&server, 2);
    assert_eq!(go(&server, "/api/undo"), (students(1), false));
    assert_eq!(go(&server, "/api/redo"), (students(2), false));
    server.kill();
    let server = Running::start(&project);
    assert_eq!(go(&server, "/api/undo"), (students(1), false), "also after a start");
    // What was mended in the file and not read again comes back as it was, and is noticed as before.
    std::fs::write(project.join("spreadsheets/studenten.csv"), students(3)).unwrap();
    import(&server, 2);
    assert_eq!(go(&server, "/api/undo"), (students(3), true));
    assert_eq!(go(&server, "/api/redo"), (students(2), false));
}

#[test]
fn a_file_that_is_dropped_later_replaces_its_namesake_or_joins_the_others() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let student = |id: u16| format!("{id};voltijd;2;9717\n");
    let students = format!(
        "studentnummer;opleiding;leerjaar;postcode\n{}",
        (101..106).map(student).collect::<String>()
    );
    let schools = "brin;naam;bestuur;aantal plekken;postcode;cluster\n\
        a;De Aak;Stichting Water;4;9718;Stad\nb;De Boei;Stichting Water;3;9718;Stad\n";
    let files = [("studenten.csv", &*students), ("scholen.csv", schools)];
    assert_eq!(drop_files(&server, &files).status, 200, "{}", server.get("/part/import").body);
    // Without a table of postcodes nobody can be placed: that is said where a plan is made, and once for all students.
    let reason = "The place of 5 of 5 students is unknown (there is no table of postcodes), and they \
        can be placed nowhere.";
    let bench = server.get("/").body;
    assert!(bench.contains(reason) && bench.contains("href=\"/data#files\""), "{bench}");
    let page = server.get("/data").body;
    assert!(page.contains("5×") && page.contains("and 4 more like it"), "{page}");
    assert!(page.contains("drop one at") && !page.contains("--postcodes"), "{page}");
    let listed = || {
        let sources = std::fs::read_to_string(project.join("import.json")).unwrap();
        let sources: Value = serde_json::from_str(&sources).unwrap();
        sources["files"].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    let three = ["postcodes.csv", "scholen.csv", "studenten.csv"];
    let three = three.map(|name| format!("spreadsheets/{name}"));
    let postcodes = |east: &str| format!("postcode;lat;lon\n9717;53.23;{east}\n9718;53.21;6.55\n");
    for east in ["6.55", "6.56"] {
        let said = drop_files(&server, &[("postcodes.csv", &postcodes(east))]);
        assert_eq!(said.status, 200, "{} {}", said.body, server.get("/part/import").body);
        assert_eq!(listed(), three);
        let kept = std::fs::read_to_string(project.join("spreadsheets/postcodes.csv")).unwrap();
        assert_eq!(kept, postcodes(east));
    }
    assert!(!server.get("/").body.contains("can be placed nowhere"));
    // Students and schools under other names are another year, and whole by themselves.
    let next = [("studenten 2028.csv", &*students), ("scholen 2028.csv", schools)];
    assert_eq!(drop_files(&server, &next).status, 200, "{}", server.get("/part/import").body);
    assert_eq!(listed(), ["spreadsheets/scholen 2028.csv", "spreadsheets/studenten 2028.csv"]);
    // Under the names that the project has they are mended ones, beside which the others stay.
    assert_eq!(drop_files(&server, &files).status, 200, "{}", server.get("/part/import").body);
    assert_eq!(drop_files(&server, &[("postcodes.csv", &postcodes("6.55"))]).status, 200);
    assert_eq!(drop_files(&server, &files).status, 200, "{}", server.get("/part/import").body);
    assert_eq!(listed(), three);
}

#[test]
fn a_file_without_the_others_is_refused_in_words_of_the_page() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    assert_eq!(drop_files(&server, &[("scholen.csv", &SCHOOLS.replace("ca. 3", "3"))]).status, 422);
    let page = server.get("/part/import").body;
    assert!(page.contains("drop the file with this table as well"), "{page}");
    assert!(!page.contains("--") && !page.contains("FILE#"), "{page}");
    let unknown = ("verlof.csv", "wie;wat\nJan;verlof\n");
    assert_eq!(drop_files(&server, &[unknown]).status, 422);
    let page = server.get("/part/import").body;
    assert!(page.contains("choose below what it is") && !page.contains("--"), "{page}");
}

#[test]
fn a_cell_is_left_empty_only_where_that_is_no_problem_of_its_own() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let students = "studentnummer;opleiding;leerjaar;postcode\n101;voltijd;2;9717\n101;deeltijd;3;97\n\
        102;voltijd;acht;9717\n";
    let schools = SCHOOLS.replace("ca. 3", "3").replace("b;De Boei", "a;De Boei");
    let files = [("studenten.csv", students), ("scholen.csv", &*schools)];
    assert_eq!(drop_files(&server, &files).status, 422);
    let page = server.get("/part/import").body;
    let problems: Vec<&str> = page.split("<li class=\"problem\">").skip(1).collect();
    let about = |column: &str| {
        let of_column = problems.iter().find(|one| one.contains(&format!("column {column}")));
        of_column.unwrap_or_else(|| panic!("{column}: {page}")).contains("Leave empty")
    };
    for (column, may_be_empty) in
        [("studentnummer", false), ("brin", false), ("leerjaar", false), ("postcode", true)]
    {
        assert_eq!(about(column), may_be_empty, "{column}: {page}");
    }
}

#[test]
fn many_alike_problems_are_one_line_that_opens_and_each_is_mended_there() {
    let (_kept, project) = folder();
    let server = Running::start(&project);
    let row = |id: u16| format!("{id};voltijd;veel\n");
    let rows: String = (101..106).map(row).collect();
    let students = format!("studentnummer;opleiding;leerjaar\n{rows}106;niets;2\n");
    let schools = SCHOOLS.replace("ca. 3", "3");
    let files = [("studenten.csv", &*students), ("scholen.csv", &*schools)];
    assert_eq!(drop_files(&server, &files).status, 422);
    let page = server.get("/part/import").body;
    assert_eq!(page.matches("<li class=\"alike\">").count(), 1, "{page}");
    assert_eq!(page.matches("<li class=\"problem\">").count(), 6, "{page}");
    assert!(page.contains("5×") && page.contains("column leerjaar"), "{page}");
}
