//! The papers agree with the program: the rule table, the session that is shown, the version.

use std::path::Path;
use std::process::Command;

fn paper(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn output(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_plaatswijzer"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_rule_table_is_that_of_the_rulebook() {
    let table = output(&["rules", "--format", "markdown"]);
    let advice = "paste `plaatswijzer rules --format markdown` into README.md";
    assert!(paper("README.md").contains(&table), "{advice}:\n{table}");
}

#[test]
fn the_session_that_is_shown_is_what_happens() {
    let session = output(&["solve", "instances/dorp.json"]);
    let advice = "paste the summary of `plaatswijzer solve instances/dorp.json` into README.md";
    assert!(paper("README.md").contains(&session), "{advice}:\n{session}");
}

#[test]
fn every_command_and_exit_code_is_in_the_readme() {
    let readme = paper("README.md");
    let help = output(&["--help"]);
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands = commands.take_while(|line| !line.is_empty());
    let names = commands.filter_map(|line| line.split_whitespace().next());
    let names: Vec<&str> = names.filter(|name| *name != "help").collect();
    assert!(names.len() >= 9, "{names:?}");
    for name in names {
        assert!(readme.contains(&format!("`{name}")), "{name}");
    }
}

#[test]
fn the_changelog_knows_this_version() {
    let heading = format!("## {}", env!("CARGO_PKG_VERSION"));
    assert!(paper("CHANGELOG.md").contains(&heading), "{heading}");
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = paper("Cargo.toml");
    let dependencies = manifest.lines().skip_while(|line| *line != "[dependencies]").skip(1);
    let names = dependencies
        .take_while(|line| !line.starts_with("[profile") && !line.starts_with("[lints"))
        .filter_map(|line| Some(line.split_once(" = {").or(line.split_once(" = \""))?.0));
    let reasons = paper("ARCHITECTURE.md");
    let mut number = 0;
    for name in names.filter(|name| !name.contains(' ')) {
        let is_named = reasons.lines().any(|line| {
            let first = line.trim_start_matches("| ").split(" | ").next().unwrap_or_default();
            line.starts_with("| ") && first.split(", ").any(|one| one == name)
        });
        assert!(is_named, "{name}");
        number += 1;
    }
    assert!(number >= 15, "{number}");
}
