//! Batches of growth paths from the command line: strategies that are compared as paths.

use std::path::Path;

use serde_json::{Value, json};

use crate::growth::{base, document, read};
use crate::running::{code, run, stderr, stdout, write};

/// Three strategies: as the document says, without the candidate board, and with a slower pace for fewer students.
fn strategies() -> Value {
    json!({
        "format": "plaatswijzer/batch/1", "base": "path.json",
        "scenarios": [
            { "id": "plan" },
            { "id": "alone", "title": "No new board", "changes": [{ "path": { "boards": null } }] },
            { "id": "slow", "changes": [
                { "path": { "pace": { "entries_per_year": 0 }, "stay_years": 2 } },
                { "patch": [{ "op": "remove", "path": "/students/3" }] },
            ] },
        ],
    })
}

/// A folder with the base, the path and a batch.
fn folder(path: &Value, batch: &Value) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "base.json", base().to_string().as_bytes());
    write(folder.path(), "path.json", path.to_string().as_bytes());
    write(folder.path(), "batch.json", batch.to_string().as_bytes());
    folder
}

fn batch(folder: &Path, out: &str, extra: &[&str]) -> std::process::Output {
    let (file, out) = (folder.join("batch.json"), folder.join(out));
    let arguments = ["batch", file.to_str().unwrap(), "-o", out.to_str().unwrap()];
    run(&[&arguments, extra].concat())
}

fn errors_of(path: &Value, changed: &Value) -> String {
    let folder = folder(path, changed);
    let output = run(&["validate", folder.path().join("batch.json").to_str().unwrap()]);
    assert_eq!(code(&output), 3, "{}", stdout(&output));
    stderr(&output)
}

#[test]
fn each_strategy_is_a_path_that_verifies_and_that_path_finds_again() {
    // More students than the partner boards have places.
    let mut larger = document();
    larger["years"][1]["changes"][0]["grow"]["percent"] = json!(90);
    let folder = folder(&larger, &strategies());
    let folder = folder.path();
    let output = batch(folder, "out", &[]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let summary = read(folder, "out/summary.json");
    let runs = summary["runs"].as_array().unwrap();
    assert_eq!(runs.len(), 3);
    for one in runs {
        let id = one["run"].as_str().unwrap();
        let own = folder.join("out/paths").join(id);
        let (file, found) = (own.join("strategy.json"), own.join("path.json"));
        let verdict = run(&["verify", file.to_str().unwrap(), found.to_str().unwrap()]);
        assert_eq!(code(&verdict), 0, "{id}: {}", stdout(&verdict));
        let figures = &one["plan"]["path"];
        let found = read(&own, "path.json");
        assert_eq!(figures["value"], found["value"], "{id}");
        assert_eq!(figures["bound"], found["value"], "a small path is proven");
        let again = folder.join("again");
        let output = run(&["path", file.to_str().unwrap(), "-o", again.to_str().unwrap()]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        assert_eq!(read(&again, "path.json"), found, "{id}");
        // The plan of the run is that of the last year.
        let last = found["years"].as_array().unwrap().last().unwrap();
        let plan = std::fs::read(folder.join(format!("out/plans/{id}.json"))).unwrap();
        assert_eq!(plan, std::fs::read(own.join(last["plan"].as_str().unwrap())).unwrap());
        assert_eq!(one["plan"]["sha256"], last["sha256"]);
    }
    let entered = |run: usize| runs[run]["plan"]["path"]["entries"].as_i64().unwrap();
    assert_eq!([entered(0), entered(1), entered(2)], [1, 0, 0], "the board is worth its price");
    let values = |run: usize| runs[run]["plan"]["path"]["value"].as_i64().unwrap();
    assert!(values(0) < values(1), "less choice never costs less");
    let text = stdout(&output);
    for part in ["Each scenario is a growth path", "2028-2029 %", "boards entering", "No new board"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    // Costs are those of all years, all else that strategies are compared on is of the last one.
    let compared: Vec<&str> = text.lines().filter(|line| line.contains("dominated by")).collect();
    assert!(!compared.is_empty(), "{text}");
    for line in compared {
        for measure in ["trained in clusters", "the mean journey"] {
            let of_last = format!("{measure} in the last year");
            assert_eq!(line.matches(measure).count(), line.matches(&of_last).count(), "{line}");
        }
        assert!(line.contains("in the last year") || line.contains("over all years"), "{line}");
    }
    let left_out: i64 = read(folder, "out/paths/alone/path.json")["years"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|year| year["left_out"].as_array().unwrap())
        .map(|one| one["count"].as_i64().unwrap())
        .sum();
    let sentence = format!("Over all years together: {left_out} students are left out.");
    assert!(text.contains(&sentence), "{sentence} {text}");
    // What each costs, and that it is proven to be the best of its scenario.
    for (title, run) in [("plan", 0), ("No new board", 1), ("slow", 2)] {
        let proven = format!("“{title}”: the path costs ");
        let line = text.lines().find(|line| line.starts_with(&proven)).expect("a line for each");
        let digits: String = line.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(digits, values(run).to_string(), "{line}");
        assert!(line.ends_with("It is proven that no path of this scenario costs less."), "{line}");
    }
    let sites = summary["answers"]["robust_sites"]["sites"].as_array().unwrap();
    let opened = |run: usize| runs[run]["plan"]["path"]["opened"].as_array().unwrap();
    let in_all = opened(0)
        .iter()
        .filter(|schools| opened(1).contains(schools) && opened(2).contains(schools));
    assert_eq!(sites.len(), in_all.count(), "those of all years count: {sites:?}");
    assert!(opened(0).len() > 1);
    let page = std::fs::read_to_string(folder.join("out/report.html")).unwrap();
    assert!(page.contains("Each scenario is a growth path"));
    let planners = batch(folder, "planners", &["--audience", "planner", "--lang", "nl"]);
    assert_eq!(code(&planners), 0, "{}", stderr(&planners));
    let planners = std::fs::read_to_string(folder.join("planners/report.html")).unwrap();
    for part in ["geen groeipad kost minder dan", "Bewezen is dat geen groeipad van dit scenario"] {
        assert!(planners.contains(part), "{part}");
        assert!(!page.contains(part), "points are for planners");
    }
    let csv = std::fs::read_to_string(folder.join("out/summary.csv")).unwrap();
    for column in ["path_points", "path_net_eur", "year_2027-2028_core_percent"] {
        assert!(csv.lines().next().unwrap().split(',').any(|name| name == column), "{column}");
    }
}

#[test]
fn what_is_done_is_not_done_again_and_parts_make_the_whole() {
    let folder = folder(&document(), &strategies());
    let folder = folder.path();
    assert_eq!(code(&batch(folder, "whole", &[])), 0);
    let stamp = |name: &str| {
        let file = folder.join("whole/paths").join(name).join("path.json");
        std::fs::metadata(file).unwrap().modified().unwrap()
    };
    let before = ["plan", "alone", "slow"].map(stamp);
    let mut changed = strategies();
    changed["scenarios"][2]["changes"][0]["path"]["stay_years"] = json!(3);
    write(folder, "batch.json", changed.to_string().as_bytes());
    let file = folder.join("batch.json");
    let status = ["status", file.to_str().unwrap(), folder.join("whole").to_str().unwrap()]
        .map(str::to_owned);
    assert!(stdout(&run(&status)).contains("slow"), "the edited strategy is outdated");
    assert_eq!(code(&batch(folder, "whole", &[])), 0);
    let after = ["plan", "alone", "slow"].map(stamp);
    let is_new: Vec<bool> = before.iter().zip(&after).map(|(one, other)| one != other).collect();
    assert_eq!(is_new, [false, false, true]);
    for part in ["1/2", "2/2"] {
        let output = batch(folder, "parts", &["--shard", part, "--jobs", "1"]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
    }
    let (parts, joined) = (folder.join("parts"), folder.join("joined"));
    let output = run(&[
        "merge",
        file.to_str().unwrap(),
        parts.to_str().unwrap(),
        "-o",
        joined.to_str().unwrap(),
    ]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    for name in ["summary.csv", "summary.json", "report.html", "paths/slow/path.json"] {
        let bytes = |folder: &Path| std::fs::read(folder.join(name)).unwrap();
        assert_eq!(bytes(&folder.join("whole")), bytes(&joined), "{name}");
    }
}

#[test]
fn draws_repeat_every_strategy() {
    let mut batch_of_draws = strategies();
    batch_of_draws["draws"] =
        json!({ "count": 2, "seed": 3, "changes": [{ "drop_out": { "percent": 15 } }] });
    let folder = folder(&document(), &batch_of_draws);
    let folder = folder.path();
    let output = batch(folder, "out", &[]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let summary = read(folder, "out/summary.json");
    let points = &summary["scenarios"][1]["figures"]["path_points"];
    assert_eq!(points["runs"], 2);
    assert!(points["difference"]["mean"].as_f64().is_some(), "paired with the same draw: {points}");
    let path = |run: &str| read(folder, &format!("out/paths/{run}/base.json"))["students"].clone();
    assert_eq!(path("plan-draw-1"), path("alone-draw-1"), "the same draw for all strategies");
    assert_ne!(path("plan-draw-1"), path("plan-draw-2"));
}

#[test]
fn what_is_wrong_with_strategies_is_said_at_once() {
    let mut wrong = strategies();
    wrong["scenarios"][1]["changes"] =
        json!([{ "path": { "stay_years": 2, "base": "other.json" } }]);
    wrong["scenarios"][2]["changes"] =
        json!([{ "path": { "pace": { "new_clusters_per_year": -1 }, "years": [{ "id": "x" }] } }]);
    let errors = errors_of(&document(), &wrong);
    for part in [
        "`base`",
        "scenarios[2].changes[0].path.pace.new_clusters_per_year (scenario `slow`)",
        "scenarios[2].changes[0].path.years (scenario `slow`)",
    ] {
        assert!(errors.contains(part), "{part}: {errors}");
    }
    let mut of_the_file = document();
    of_the_file["boards"][0]["id"] = json!("cc");
    let errors = errors_of(&of_the_file, &strategies());
    assert!(errors.contains("path.json: boards[0].id (scenario `plan`)"), "{errors}");
    let mut drawn = document();
    drawn["draws"] = json!({ "count": 2 });
    assert!(errors_of(&drawn, &strategies()).contains("draws of its own"));
    let mut of_one_year = strategies();
    of_one_year["base"] = json!("base.json");
    let errors = errors_of(&document(), &of_one_year);
    assert!(errors.contains("let `base` of the batch name a path document"), "{errors}");
}
