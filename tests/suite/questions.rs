//! Questions on the command line: streams, exit codes, and what a reader may see.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

#[cfg(feature = "highs")]
use crate::running::groningen;
use crate::running::{code, run, stderr, stdout, text, write};

/// The bundled village, and a plan of it.
fn planned() -> (TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let village = Path::new(env!("CARGO_MANIFEST_DIR")).join("instances").join("dorp.json");
    let plan = folder.path().join("plan.json");
    let solved = run(&["solve", text(&village), "-o", text(&plan)]);
    assert_eq!(code(&solved), 0, "{}", stderr(&solved));
    (folder, village, plan)
}

fn json_of(arguments: &[&str]) -> Value {
    let output = run(arguments);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    serde_json::from_str(&stdout(&output)).unwrap()
}

#[test]
fn why_says_what_the_pairs_of_a_student_have_to_do_with_the_answer() {
    let folder = tempfile::tempdir().unwrap();
    let student = |id: &str| json!({ "id": id, "programme": "voltijd", "year": 1 });
    let mut students = ["s", "t", "u", "v"].map(student);
    students[0]["with"] = json!([{ "students": ["t"], "strength": "must", "because": "one car" }]);
    students[0]["apart"] = json!([{ "students": ["u"], "at": "cluster", "worth_km": 1 }]);
    students[3]["with"] = json!([{ "students": ["u"] }]);
    students[3]["only"] = json!(["i"]);
    let document = json!({
        "format": "plaatswijzer/instance/1", "name": "pairs",
        "boards": [{ "id": "b" }],
        "schools": [
            { "id": "h", "name": "De Weg", "board": "b", "places": 3 }, { "id": "i", "board": "b", "places": 0 },
        ],
        "clusters": [{ "id": "c", "board": "b", "schools": ["h", "i"] }],
        "students": students,
        "rules": { "cluster_size": { "min": 0, "target": 3 }, "travel": false },
    });
    let region = write(folder.path(), "pairs.json", document.to_string().as_bytes());
    let plan = folder.path().join("plan.json");
    let solved = run(&["solve", text(&region), "-o", text(&plan)]);
    assert_eq!(code(&solved), 0, "{}", stderr(&solved));
    let about = |student: &str, more: &[&str]| {
        let output = run(&[&["why", text(&region), text(&plan), student], more].concat());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        stdout(&output)
    };
    let answer = about("s", &[]);
    for line in [
        "  required: together with t at one school (one car); it is so, and limits where else the student can be: \
         the other is at De Weg (h)\n",
        "  asked: not in one cluster with u; it is not so: the other is at De Weg (h)\n",
    ] {
        assert!(answer.contains(line), "{line}: {answer}");
    }
    let dutch = about("s", &["--lang", "nl"]);
    assert!(
        dutch.contains("  verplicht: samen met t op één school (one car); dat is zo, en beperkt"),
        "{dutch}"
    );
    assert!(
        about("v", &[])
            .contains("it counts once the student has a place: the other is at De Weg (h)")
    );
    assert!(about("u", &[]).contains("the other has no place, so it does not count"));
    let answers = about("s", &["--json"]);
    let answers: Value = serde_json::from_str(&answers).unwrap();
    assert_eq!(answers["answers"][0]["pairs"][0]["rule"], json!("together"));
    // A letter to the student names nobody else.
    let letter = about("s", &["--audience", "student"]);
    assert!(!letter.contains("one car") && !letter.contains("together"), "{letter}");
}

#[test]
fn a_missing_file_is_reported_in_the_language_of_the_reader() {
    let temporary = tempfile::tempdir().unwrap();
    let missing = temporary.path().join("weg.json");
    let dutch = run(&["validate", text(&missing), "--lang", "nl"]);
    assert_eq!(code(&dutch), 3);
    let said = stderr(&dutch);
    assert!(
        said.contains("het bestand of de map bestaat niet") && !said.contains("os error"),
        "{said}"
    );
    let english = stderr(&run(&["validate", text(&missing)]));
    assert!(english.contains("it does not exist"), "{english}");
    let nowhere = temporary.path().join("no folder").join("plan.json");
    let village = Path::new(env!("CARGO_MANIFEST_DIR")).join("instances").join("dorp.json");
    let unwritten = run(&["--lang", "nl", "solve", text(&village), "-o", text(&nowhere)]);
    assert_eq!(code(&unwritten), 2);
    let said = stderr(&unwritten);
    assert!(said.contains("bestaat niet") && !said.contains("os error"), "{said}");
}

#[test]
fn why_answers_for_everyone_who_is_left_out() {
    let (_place, village, plan) = planned();
    let answers = json_of(&["why", text(&village), text(&plan), "--all", "--json"]);
    assert_eq!(answers["clusters"], json!("held"));
    assert_eq!(answers["answers"].as_array().unwrap().len(), 1);
    let ivo = &answers["answers"][0];
    assert_eq!((&ivo["student"], &ivo["left_out"]), (&json!("ivo"), &json!(1)));
    assert_eq!(ivo["funnel"]["last_rule"], json!("travel"));
    assert_eq!(ivo["placing"]["outcome"], json!("impossible"));
    let one_thread = run(&["why", text(&village), text(&plan), "--all"]);
    assert!(stdout(&one_thread).contains("impossible"), "{}", stdout(&one_thread));
}

#[test]
fn a_planner_reads_the_name_of_a_student_whose_contacts_are_beside_the_instance() {
    let (place, village, plan) = planned();
    let region = place.path().join("region.json");
    std::fs::copy(village, &region).unwrap();
    let contacts = json!({ "format": "plaatswijzer/contacts/1",
        "students": [{ "id": "ivo", "contact": { "first_name": "Ivo", "last_name": "Postma" } }] });
    write(place.path(), "region.contacts.json", contacts.to_string().as_bytes());
    let asked = |more: &[&str]| {
        let output = run(&[&["why", text(&region), text(&plan)][..], more].concat());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        stdout(&output)
    };
    assert!(asked(&["Ivo Postma"]).starts_with("Ivo Postma (ivo)"), "{}", asked(&["Ivo Postma"]));
    assert!(asked(&["--all"]).contains("Ivo Postma (ivo)"), "{}", asked(&["--all"]));
    for impersonal in [&["ivo", "--json"][..], &["ivo", "--audience", "student"]] {
        assert!(!asked(impersonal).contains("Postma"), "{}", asked(impersonal));
    }
}

#[test]
fn a_letter_holds_the_students_own_case_and_nothing_else() {
    let (_place, village, plan) = planned();
    let letter = |student: &str, language: &str| {
        let arguments = ["--audience", "student", "--lang", language];
        let asked =
            run(&[&["why", text(&village), text(&plan), student][..], &arguments[..]].concat());
        assert_eq!(code(&asked), 0, "{}", stderr(&asked));
        stdout(&asked)
    };
    let dutch = letter("ivo", "nl");
    assert!(dutch.starts_with("Er is op dit moment geen plek voor je."), "{dutch}");
    assert!(dutch.contains("5 te ver van huis"), "{dutch}");
    let english = letter("chris", "en");
    assert!(english.starts_with("Your place is at De Wegwijzer, 1.5 km from home."), "{english}");
    let students = ["anne", "bram", "chris", "daan", "eva", "hanna", "ivo", "points", "charged"];
    for letter in [dutch, english] {
        assert!(students.iter().all(|word| !letter.contains(word)), "{letter}");
    }
}

#[test]
fn a_question_about_nobody_or_nowhere_says_so() {
    let (place, village, plan) = planned();
    let asked = run(&["why", text(&village), text(&plan), "chriss"]);
    assert_eq!(code(&asked), 3);
    assert!(stderr(&asked).contains("did you mean `chris`?"), "{}", stderr(&asked));
    let asked = run(&["why", text(&village), text(&plan), "chris", "--at", "nowhere"]);
    assert_eq!(code(&asked), 3);
    assert!(stdout(&asked).is_empty());
    let both = run(&["why", text(&village), text(&plan), "chriss", "--at", "zonnehoekk"]);
    assert_eq!(code(&both), 3);
    for word in ["did you mean `chris`?", "did you mean `zonnehoek`?", "2 problems"] {
        assert!(stderr(&both).contains(word), "{}", stderr(&both));
    }
    let asked = run(&["why", text(&village), text(&plan)]);
    assert_eq!(code(&asked), 2);
    let mut changed: Value = serde_json::from_slice(&std::fs::read(&plan).unwrap()).unwrap();
    changed["placements"][0]["school"] = json!("buitenkans");
    let changed = write(place.path(), "changed.json", changed.to_string().as_bytes());
    let asked = run(&["why", text(&village), text(&changed), "chris"]);
    assert_eq!(code(&asked), 6);
}

#[test]
fn repair_finds_what_would_give_everyone_a_place() {
    let (place, village, _) = planned();
    let repairs = json_of(&["repair", text(&village), "--json"]);
    let changes = json!([{ "kind": "kilometre", "id": "ivo", "amount": 1, "price": 5_000 }]);
    assert_eq!(repairs["repairs"][0]["changes"], changes);
    assert_eq!(repairs["repairs"][0]["proved"], json!(true));
    let none = run(&["repair", text(&village), "--without", "kilometre"]);
    assert_eq!(code(&none), 4, "{}", stdout(&none));
    assert!(stdout(&none).contains("ivo has a place"), "{}", stdout(&none));
    assert!(
        stdout(&none).contains("travel — journeys are known and within the limit"),
        "{}",
        stdout(&none)
    );
    assert_eq!(code(&run(&["repair", text(&village), "--alternatives", "0"])), 2);
    let mut document: Value = serde_json::from_slice(&std::fs::read(&village).unwrap()).unwrap();
    document["repairs"] = json!({ "kilometre_worth_km": 2.5 });
    let dearer = write(place.path(), "dearer.json", document.to_string().as_bytes());
    let repairs = json_of(&["repair", text(&dearer), "--json"]);
    assert_eq!(repairs["repairs"][0]["price"], json!(2_500));
    document["repairs"] = json!({ "kilometer_worth_km": 2.5 });
    let misspelt = write(place.path(), "misspelt.json", document.to_string().as_bytes());
    let refused = run(&["repair", text(&misspelt)]);
    assert_eq!(code(&refused), 3);
    assert!(stderr(&refused).contains("kilometre_worth_km"), "{}", stderr(&refused));
}

/// Two schools and one place; who is left out could have had the place of the other as well.
fn tie() -> Value {
    let student = |id: &str| json!({ "id": id, "programme": "voltijd", "year": 1 });
    json!({
        "format": "plaatswijzer/instance/1", "name": "tie",
        "boards": [{ "id": "b", "name": "Stichting Veld", "standing": "shell" }],
        "schools": [
            { "id": "h", "name": "De Linde", "board": "b", "places": 1 },
            { "id": "i", "name": "De Es", "board": "b", "places": 1, "programmes": ["mbo"] },
        ],
        "students": [student("anna"), student("bob")],
        "travel": { "table": [
            { "from": "anna", "to": "h", "m": 900 }, { "from": "bob", "to": "h", "m": 900 },
            { "from": "anna", "to": "i", "m": 900 }, { "from": "bob", "to": "i", "m": 900 },
        ] },
    })
}

#[test]
fn letters_say_what_is_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = write(folder.path(), "tie.json", tie().to_string().as_bytes());
    let plan = folder.path().join("plan.json");
    assert_eq!(code(&run(&["solve", text(&file), "-o", text(&plan)])), 0);
    let letter = |options: &[&str]| {
        let basis = ["why", text(&file), text(&plan)];
        let asked = run(&[&basis[..], options, &["--audience", "student"]].concat());
        assert_eq!(code(&asked), 0, "{}", stderr(&asked));
        stdout(&asked)
    };
    let answers: Value = serde_json::from_slice(&std::fs::read(&plan).unwrap()).unwrap();
    let out = answers["unplaced"][0]["student"].as_str().unwrap();
    let placed = if out == "anna" { "bob" } else { "anna" };
    // The places are a draw: nothing outweighs anything, and no letter may say so.
    assert_eq!(
        letter(&[out]),
        "There is no place for you at this moment. Of the 2 schools there is 1 that does not take your \
         programme or year and 1 that is full. There is also a plan that is just as good, in which you \
         have a place.\n"
    );
    assert_eq!(
        letter(&[out, "--at", "i", "--lang", "nl"]),
        "Naar De Es kun je niet: dat is een school die jouw opleiding of studiejaar niet opneemt.\n"
    );
    assert_eq!(
        letter(&[out, "--at", "b", "--lang", "nl"]),
        "Bij Stichting Veld zijn de plekken die voor jou openstaan bezet. Er is ook een plan dat even goed is, waarin je daar \
         wel een plek hebt.\n"
    );
    assert_eq!(
        letter(&[placed, "--at", "h"]),
        "Your place is at De Linde, 0.9 km from home. Not everything worked out: the school is in no \
         training cluster.\n"
    );
    let planner = run(&["why", text(&file), text(&plan), placed, "--at", "h"]);
    assert!(stdout(&planner).contains("the student is there already"), "{}", stdout(&planner));
    let planner = run(&["why", text(&file), text(&plan), out, "--at", "i"]);
    assert!(!stdout(&planner).contains("cannot hold together"), "{}", stdout(&planner));
}

#[test]
fn nobody_is_left_out_is_an_answer_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = tie();
    document["schools"][0]["places"] = json!(2);
    let file = write(folder.path(), "room.json", document.to_string().as_bytes());
    let plan = folder.path().join("plan.json");
    assert_eq!(code(&run(&["solve", text(&file), "-o", text(&plan)])), 0);
    let asked = run(&["why", text(&file), text(&plan), "--all"]);
    assert!(stdout(&asked).starts_with("Everyone has a place"), "{}", stdout(&asked));
}

/// However little work is allowed, the answer with clusters free is no worse than the one with clusters held.
#[cfg(feature = "highs")]
#[test]
fn free_clusters_make_no_answer_worse() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.json");
    let solved = run(&["solve", text(&groningen()), "-o", text(&plan)]);
    assert_eq!(code(&solved), 0, "{}", stderr(&solved));
    let answers: Value = serde_json::from_slice(&std::fs::read(&plan).unwrap()).unwrap();
    for one in &answers["unplaced"].as_array().unwrap()[4..6] {
        let change = |options: &[&str]| {
            let student = one["student"].as_str().unwrap();
            let region = groningen();
            let basis =
                ["why", text(&region), text(&plan), student, "--json", "--work-limit", "20"];
            let answers = json_of(&[&basis[..], options].concat());
            answers["answers"][0]["placing"]["change"].as_i64().unwrap()
        };
        assert!(change(&["--free"]) <= change(&[]), "{one}");
    }
}

/// A set of changes that was found with a plan is proved by that plan, however early the search for a better
/// one ends.
#[cfg(feature = "highs")]
#[test]
fn a_repair_of_a_region_is_proved() {
    let region = groningen();
    let repairs = json_of(&["repair", text(&region), "--work-limit", "3000", "--json"]);
    let first = &repairs["repairs"][0];
    assert_eq!((&repairs["complete"], &first["proved"]), (&json!(false), &json!(true)));
    assert!(first["price_bound"].as_i64() < first["price"].as_i64());
    assert!(first["score_bound"].as_i64() <= first["score"].as_i64());
}

/// microlp does not take programs of this size.
#[cfg(feature = "highs")]
#[test]
fn answers_about_a_region_are_the_same_with_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.json");
    let solved = run(&["solve", text(&groningen()), "--gap", "0.02", "-o", text(&plan)]);
    assert_eq!(code(&solved), 0, "{}", stderr(&solved));
    let answers: Value = serde_json::from_slice(&std::fs::read(&plan).unwrap()).unwrap();
    let left_out = answers["unplaced"][0]["student"].as_str().unwrap();
    let bytes = ["1", "2"].map(|threads| {
        let mut command = crate::running::command();
        command.env("RAYON_NUM_THREADS", threads);
        command.args(["why", text(&groningen()), text(&plan), left_out, "--json"]);
        let asked = command.output().unwrap();
        assert_eq!(code(&asked), 0, "{}", stderr(&asked));
        asked.stdout
    });
    assert_eq!(bytes[0], bytes[1]);
    let about: Value = serde_json::from_slice(&bytes[0]).unwrap();
    let placing = &about["answers"][0]["placing"];
    assert_eq!((&placing["status"], &placing["fewest_moves"]), (&json!("optimal"), &json!(true)));
    assert_eq!(placing["change"], placing["change_bound"]);
}
