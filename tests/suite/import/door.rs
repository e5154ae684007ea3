//! The command `import`: files, sheets, streams and exit codes.

use crate::running::{code, run, stderr, stdout};

#[test]
fn a_template_is_written_read_and_refused_where_it_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (workbook, instance) = (path("dorp.xlsx"), path("dorp.json"));
    assert_eq!(code(&run(&["import", "--template", "--lang", "nl", "-o", &workbook])), 0);
    let output = run(&["import", "--workbook", &workbook, "-o", &instance]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(stderr(&output).contains("A   studentnummer"), "{}", stderr(&output));
    assert_eq!(code(&run(&["validate", &instance])), 0);

    let students = format!("{workbook}#studenten");
    let schools = format!("{workbook}#Scholen");
    let both = ["import", "--students", &students, "--schools", &schools, "--name", "Dorp"];
    let output = run(&both);
    // The student wishes a cluster, and no table of clusters is given.
    assert_eq!(code(&output), 3);
    let complaint = stderr(&output);
    assert!(complaint.contains("sheet Studenten, row 2, column N (wensen)"), "{complaint}");
    assert_eq!(stdout(&output), "");
}

#[test]
fn an_incomplete_command_reports_what_it_lacks() {
    let output = run(&["import", "--students", "students.csv"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("--schools"), "{}", stderr(&output));
    assert_eq!(code(&run(&["import", "--template", "--students", "students.csv"])), 2);
    assert_eq!(code(&run(&["import", "--students", "-", "--schools", "-"])), 2);
}

#[test]
fn an_instance_comes_back_from_a_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (workbook, again) = (path("dorp.xlsx"), path("dorp.json"));
    let output = run(&["import", "--template", "--from", "instances/dorp.json", "-o", &workbook]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(code(&run(&["import", "--workbook", &workbook, "-o", &again])), 0);
    let as_validated = |path: &str| stdout(&run(&["validate", path]));
    assert_eq!(as_validated(&again), as_validated("instances/dorp.json"));
}

#[test]
fn a_csv_file_is_what_it_is_called_also_where_a_needed_column_is_absent() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    // These are the columns of a table of boards, too.
    let schools =
        file("scholen.csv", "naam;e-mail;plaatsen\nDe Branding;a@x.example;4\nHet Baken;;6\n");
    let output = run(&["import", &schools, "--lang", "en"]);
    assert_eq!(code(&output), 3, "{}", stderr(&output));
    let account = stderr(&output);
    assert!(account.contains(&format!("Schools: {schools}")), "{account}");
    assert!(
        account
            .contains(&format!("error[missing-column]: required column missing\n  --> {schools}")),
        "{account}"
    );
    assert!(!account.contains("error[duplicate-id]"), "{account}");
}

#[test]
fn the_schools_of_last_year_are_earlier_schools() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let schools = file(
        "scholen.csv",
        "school;bestuur;plekken;breedtegraad;lengtegraad\nh;B;4;53,2;6,5\ni;B;4;53,2;6,5\n",
    );
    let students = file(
        "studenten.csv",
        "studentnummer;opleiding;leerjaar;eerdere scholen\ns;voltijd;2;i\nt;voltijd;3;h\n\
         u;voltijd;2;\nnieuw;voltijd;1;\n",
    );
    let plan = file(
        "2026.plan.json",
        r#"{ "format": "plaatswijzer/plan/1", "clusters": [], "placements": [
            { "student": "s", "school": "h" }, { "student": "t", "school": "h" },
            { "student": "u", "school": "gone" }, { "student": "left", "school": "h" } ] }"#,
    );
    let import =
        ["import", &schools, &students, "--last-year", &plan, "--name", "Dorp", "--lang", "nl"];
    let output = run(&import);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let said = format!(
        "Studenten van wie de school in {plan} een eerdere school is: 2; op een school die niet in de tabellen staat: 1."
    );
    assert!(stderr(&output).contains(&said), "{}", stderr(&output));
    let read: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    let previous = read["students"].as_array().unwrap().iter().map(|one| one["previous"].clone());
    let expected = serde_json::json!([["i", "h"], ["h"], null, null]);
    assert_eq!(previous.collect::<serde_json::Value>(), expected);
    let wrong = run(&["import", &schools, &students, "--last-year", &schools]);
    assert_eq!(code(&wrong), 3, "{}", stderr(&wrong));
}

#[test]
fn a_column_with_a_school_year_is_called_so() {
    let folder = tempfile::tempdir().unwrap();
    let students = folder.path().join("studenten.csv");
    let text = "studentnummer;opleiding;leerjaar;Stageschool 2026-2027;Stageschool 2025/26\ns;voltijd;2;;\n";
    std::fs::write(&students, text).unwrap();
    let output = run(&["import", students.to_str().unwrap(), "--lang", "nl"]);
    let said = stderr(&output);
    assert!(said.contains("→ eerdere scholen 2026-2027\n"), "{said}");
    assert!(said.contains("→ eerdere scholen 2025-26\n"), "{said}");
}
