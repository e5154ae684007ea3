//! The papers agree with the program: the rule table, the session that is shown, the version.

use std::path::Path;

use crate::running::command;

#[path = "../../examples/compare_scenarios.rs"]
mod compare_scenarios;
#[path = "../../examples/plan_from_file.rs"]
mod plan_from_file;

fn paper(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn output(arguments: &[&str]) -> String {
    let output = command().args(arguments).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_rule_table_is_that_of_the_rulebook() {
    let table = output(&["rules", "--format", "markdown"]);
    let advice = "paste `plaatswijzer rules --format markdown` into docs/rules.md";
    assert!(paper("docs/rules.md").contains(&table), "{advice}:\n{table}");
}

/// The lines of the first block of a paper that begins with a fence and contains a text.
fn block(paper: &str, containing: &str) -> Vec<String> {
    let blocks = paper.split("```").skip(1).step_by(2);
    let found = blocks.clone().find(|block| block.contains(containing));
    let block = found.unwrap_or_else(|| panic!("no block contains {containing:?}"));
    block.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn the_summary_that_is_shown_is_part_of_what_is_printed() {
    let output = output(&["solve", "instances/dorp.json"]);
    let shown = block(&paper("README.md"), "Plan for Dorp");
    assert!(shown.len() > 10, "{shown:?}");
    let mut printed = output.lines();
    for line in shown.iter().filter(|line| *line != "…") {
        let advice = "README.md shows a line that is not printed, or not in this order";
        assert!(printed.any(|other| other == line), "{advice}: {line:?}\n{output}");
    }
}

#[test]
fn the_answer_that_is_shown_is_what_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("dorp.plan.json");
    let plan = plan.to_str().unwrap();
    output(&["solve", "instances/dorp.json", "-o", plan]);
    let answer = output(&["why", "instances/dorp.json", plan, "chris", "--at", "zonnehoek"]);
    let shown = block(&paper("docs/planners.md"), "why instances/dorp.json")[1..].join("\n");
    assert_eq!(shown.trim_end(), answer.trim_end(), "paste the answer into docs/planners.md");
}

#[test]
fn the_readme_is_short_and_its_links_lead_somewhere() {
    let readme = paper("README.md");
    assert!(readme.lines().count() <= 150, "{} lines", readme.lines().count());
    let papers = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/README.md"];
    let chapters = [
        "planners",
        "rules",
        "formats",
        "python",
        "release",
        "operations",
        "choices",
        "dependencies",
    ];
    let chapters = chapters.map(|chapter| format!("docs/{chapter}.md"));
    for name in papers.into_iter().chain(chapters.iter().map(String::as_str)) {
        let text = paper(name);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap();
            let exists =
                target.starts_with("http") || folder.parent().unwrap().join(target).exists();
            assert!(exists, "{name} links to {link}");
        }
    }
}

#[test]
fn every_command_and_exit_code_is_in_the_readme() {
    let readme = paper("README.md");
    let help = output(&["--help"]);
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands = commands.take_while(|line| !line.is_empty());
    // Descriptions may be wrapped: their further lines are indented more.
    let commands = commands.filter(|line| !line.starts_with("   "));
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
fn versions_are_the_same_everywhere() {
    // The wheel has the version of Cargo.toml, and no other.
    let python = paper("pyproject.toml");
    assert!(python.contains("dynamic = [\"version\"]"));
    assert!(!python.lines().any(|line| line.starts_with("version")));
    // What compiles HiGHS is fetched by `make` and by pip, in the same versions.
    let (tools, backend) =
        (paper("scripts/tools.sh"), paper("contrib/python/backend/plaatswijzer_build.py"));
    for name in ["cmake", "libclang"] {
        let key = format!("{}_VERSION=", name.to_uppercase());
        let version = tools.lines().find_map(|line| line.strip_prefix(&key));
        let version = version.unwrap_or_else(|| panic!("{key}"));
        assert!(backend.contains(&format!("\"{name}=={version}\"")), "{name} {version}");
    }
    let rust = env!("CARGO_PKG_RUST_VERSION");
    for name in ["README.md", "docs/operations.md", "docs/python.md"] {
        assert!(paper(name).contains(&format!("Rust {rust}")), "{name}");
    }
    assert!(paper("contrib/container/Containerfile").contains(&format!("rust:{rust}")));
    let image = concat!("image: plaatswijzer:", env!("CARGO_PKG_VERSION"), "\n");
    for name in ["job", "merge"] {
        assert!(paper(&format!("contrib/kubernetes/{name}.yaml")).contains(image), "{name}");
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = paper("Cargo.toml");
    let dependencies = manifest.lines().skip_while(|line| *line != "[dependencies]").skip(1);
    let names = dependencies
        .take_while(|line| !line.starts_with("[profile") && !line.starts_with("[lints"))
        .filter_map(|line| Some(line.split_once(" = {").or(line.split_once(" = \""))?.0));
    let reasons = paper("docs/dependencies.md");
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

#[test]
fn the_examples_do_what_they_say() {
    let placements = plan_from_file::placements("instances/dorp.json").unwrap();
    assert_eq!(placements.len(), 8, "{placements:?}");
    assert!(placements.contains(&"chris: wegwijzer, noord".to_owned()), "{placements:?}");
    plan_from_file::main().unwrap();
    // Missing the meeting costs 20 km; avoiding it by moving someone would cost more.
    let totals = compare_scenarios::totals().unwrap();
    assert_eq!(totals, [("today".to_owned(), 305_500), ("any-day".to_owned(), 285_500)]);
    compare_scenarios::main().unwrap();
}
