//! What a path says of today, and of boards that stay out.

use std::path::Path;

use serde_json::{Value, json};

use crate::growth::{base, document, found, read, run_path};
use crate::pages::bare;
use crate::running::{code, run, stderr, stdout, write};

/// The page for planners.
fn page(folder: &Path, options: &[&str]) -> String {
    let to = folder.join("page.html");
    let (file, path) = (folder.join("path.json"), folder.join("out/path.json"));
    let files = [&file, &path, &to].map(|file| file.to_str().unwrap());
    let arguments = ["report", files[0], files[1], "-o", files[2], "--audience", "planner"];
    let output = run(&[&arguments, options].concat());
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    std::fs::read_to_string(to).unwrap()
}

/// A folder with a base, a document, and the path that is found.
fn found_over(base: &Value, document: &Value) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "base.json", base.to_string().as_bytes());
    write(folder.path(), "path.json", document.to_string().as_bytes());
    let output = run_path(folder.path(), &[]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    folder
}

/// A board in the shell takes no part in clusters, before the path and on it.
#[test]
fn boards_in_the_shell_are_counted_apart_today_and_in_the_first_year() {
    let mut base = base();
    base["boards"].as_array_mut().unwrap().push(json!({ "id": "s", "standing": "shell" }));
    let of_shell = json!({ "id": "h8", "board": "s", "at": [53.2, 6.6], "places": 2 });
    base["schools"].as_array_mut().unwrap().push(of_shell);
    let folder = found_over(&base, &document());
    let page = bare(&page(folder.path(), &["--lang", "en"]));
    for words in [
        "2 boards take part",
        "1 board is in the shell",
        "The path begins in 2027-2028 with 2 boards",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn reality_is_the_first_year_before_any_decision() {
    let mut base = base();
    base["clusters"] = json!([{ "id": "k1", "board": "a", "schools": ["h0", "h1"] }]);
    let folder = found_over(&base, &document());
    let folder = folder.path();
    let [instance, plan] = ["out/today/instance.json", "out/today/plan.json"];
    let [instance_file, plan_file] = [instance, plan].map(|name| folder.join(name));
    let verdict = run(&["verify", instance_file.to_str().unwrap(), plan_file.to_str().unwrap()]);
    assert_eq!(code(&verdict), 0, "{}", stdout(&verdict));
    // The instance is the one that is printed where nothing has been decided.
    let file = folder.join("path.json");
    let printed = run(&["path", file.to_str().unwrap(), "--instance-of", "2027-2028"]);
    assert_eq!(stdout(&printed).into_bytes(), std::fs::read(&instance_file).unwrap());
    let (path, plan) = (read(folder, "out/path.json"), read(folder, plan));
    let today = &path["today"];
    assert_eq!(today["opened"], json!([]));
    assert_eq!(plan["clusters"].as_array().unwrap().len(), 1, "the one of the base");
    let in_clusters = plan["indicators"]["students"]["core"]["number"].as_i64().unwrap();
    assert_eq!(today["in_clusters"], in_clusters);
    assert!(in_clusters > 0 && in_clusters < today["students"].as_i64().unwrap());
    assert!(in_clusters < path["years"][0]["in_clusters"].as_i64().unwrap(), "one cluster opens");
    // Boards a and b take part; two schools of four places are in the cluster.
    for (language, words) in [
        (
            "en",
            ["2 boards take part, with 1 cluster and 8 places in clusters", "before any decision"],
        ),
        ("nl", ["2 besturen doen mee, met 1 cluster en daarin 8 plekken", "vóór elk besluit"]),
    ] {
        let page = page(folder, &["--lang", language]);
        for word in words {
            assert!(page.contains(word), "{word}");
        }
        let trained = if language == "en" {
            format!("{in_clusters} of 14 students are trained in a cluster")
        } else {
            format!("{in_clusters} van 14 studenten worden in een cluster opgeleid")
        };
        assert!(bare(&page).contains(&trained), "{trained}");
    }
    // Its plan is the best one, and that is said.
    assert_eq!((&today["status"], &today["bound"]), (&json!("optimal"), &today["total"]));
    for (language, proven) in [
        ("en", "It is proven that no plan without decisions costs less."),
        ("nl", "Bewezen is dat geen plan zonder besluiten minder kost."),
    ] {
        assert!(page(folder, &["--lang", language]).contains(proven), "{proven}");
        let summary = stdout(&run_path(folder, &["--lang", language]));
        let line = summary.lines().find(|line| line.contains(proven));
        assert!(line.is_some_and(|line| line.contains(&in_clusters.to_string())), "{summary}");
    }
    // A bound above the score, and a plan that is the best with a bound below it, cannot be.
    for (key, value) in
        [("bound", json!(today["total"].as_i64().unwrap() + 1)), ("status", json!("gap"))]
    {
        let mut wrong = path.clone();
        wrong["today"][key] = value;
        write(folder, "out/path.json", wrong.to_string().as_bytes());
        let path_file = folder.join("out/path.json");
        let verdict = run(&["verify", file.to_str().unwrap(), path_file.to_str().unwrap()]);
        assert_eq!(code(&verdict), 6, "{key}");
        assert!(stdout(&verdict).contains("what is said to be proven of its plan"), "{key}");
    }
    // Without a plan for today nothing is said of it, and what is said is checked.
    let mut wrong = path.clone();
    wrong["today"]["in_clusters"] = json!(in_clusters + 1);
    write(folder, "out/path.json", wrong.to_string().as_bytes());
    let path_file = folder.join("out/path.json");
    let verdict = run(&["verify", file.to_str().unwrap(), path_file.to_str().unwrap()]);
    assert_eq!(code(&verdict), 6);
    assert!(stdout(&verdict).contains("before any decision"), "{}", stdout(&verdict));
}

#[test]
fn a_board_that_stays_out_has_a_page_that_says_what_would_change() {
    let mut dear = document();
    dear["boards"][0]["entry_worth_km"] = json!(9_000);
    let folder = found(&dear, &[]);
    let folder = folder.path();
    let path = read(folder, "out/path.json");
    assert_eq!(path["entries"], json!([]), "it is too dear");
    let outside = &path["outside"][0];
    assert_eq!(outside["board"], "c");
    // The same as where it must enter.
    let mut must = dear.clone();
    must["boards"][0]["latest"] = json!("2029-2030");
    let with_it = found(&must, &[]);
    let with_it = read(with_it.path(), "out/path.json");
    let more = with_it["value"].as_i64().unwrap() - path["value"].as_i64().unwrap();
    assert!(more > 0);
    assert_eq!(
        (&outside["more_points"], &outside["least_more_points"]),
        (&json!(more), &json!(more))
    );
    let share: Vec<&Value> =
        with_it["years"].as_array().unwrap().iter().map(|year| &year["in_clusters"]).collect();
    assert_eq!(outside["in_clusters"].as_array().unwrap().iter().collect::<Vec<_>>(), share);
    let page = page(folder, &["--lang", "en"]);
    assert_eq!(page.matches("class=\"board-page\"").count(), 3);
    assert!(page.contains("Why the board stays out"));
    assert!(page.contains("every path on which the board enters costs at least"), "proven");
    // That it stays out cannot be left out of a list that says what was looked at; the list can.
    let (file, path_file) = (folder.join("path.json"), folder.join("out/path.json"));
    let verdict = |outside: Option<Value>| {
        let mut other = path.clone();
        other.as_object_mut().unwrap().remove("outside");
        if let Some(outside) = outside {
            other["outside"] = outside;
        }
        write(folder, "out/path.json", other.to_string().as_bytes());
        run(&["verify", file.to_str().unwrap(), path_file.to_str().unwrap()])
    };
    assert_eq!(code(&verdict(Some(json!([])))), 6);
    assert_eq!(code(&verdict(None)), 0);
    assert!(
        self::page(folder, &["--lang", "en"])
            .contains("What would change if it entered was not found out")
    );
    assert_eq!(code(&verdict(Some(path["outside"].clone()))), 0);
    // Its own page says no points.
    let own = std::fs::read_to_string(folder.join("out/boards/c.html")).unwrap();
    assert!(own.contains("no path on which the board enters costs less"), "{own}");
    assert!(!own.contains("points more"));
}

#[test]
fn a_path_that_cannot_be_written_whole_leaves_no_path_json_that_does_not_fit() {
    let folder = found(&document(), &[]);
    let folder = folder.path();
    let mut other = document();
    other["pace"]["new_clusters_per_year"] = json!(2);
    write(folder, "path.json", other.to_string().as_bytes());
    // The table of figures cannot be written, after the plans are.
    std::fs::remove_file(folder.join("out/figures.csv")).unwrap();
    std::fs::create_dir_all(folder.join("out/figures.csv/in-the-way")).unwrap();
    let output = run_path(folder, &[]);
    assert_ne!(code(&output), 0);
    assert!(!folder.join("out/path.json").exists(), "the earlier one names other plans");
    std::fs::remove_dir_all(folder.join("out/figures.csv")).unwrap();
    assert_eq!(code(&run_path(folder, &[])), 0, "and the same command makes it whole");
}
