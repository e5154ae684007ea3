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
