//! The command `fairness-curve`, and the journeys that goal `leximax_journey` shortens, by the real
//! command.

use serde_json::{Value, json};

use crate::running::{code, complained, run, said, village, write};

fn curve(options: &[&str]) -> std::process::Output {
    let village = village();
    let mut arguments = vec!["fairness-curve", village.to_str().unwrap()];
    arguments.extend(options);
    run(&arguments)
}

#[test]
fn the_curve_is_the_same_as_a_table_as_json_and_as_csv() {
    let folder = tempfile::tempdir().unwrap();
    let csv = folder.path().join("curve.csv");
    let output = curve(&["--points", "5", "--json", "--csv", csv.to_str().unwrap()]);
    assert_eq!(code(&output), 0, "{}", complained(&output));
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let points = told["points"].as_array().unwrap();
    assert!(points.len() > 1, "{told}");
    let rows = std::fs::read_to_string(csv).unwrap();
    let rows: Vec<&str> = rows.lines().skip(1).collect();
    assert_eq!(rows.len(), points.len());
    for (row, point) in rows.iter().zip(points) {
        let cells: Vec<&str> = row.split(',').collect();
        for (key, cell) in ["limit_m", "longest_m", "mean_m", "left_out"].iter().zip(cells) {
            let number = point[key].as_i64().map(|number| number.to_string());
            assert_eq!(number.unwrap_or_default(), cell, "{key} of {row}");
        }
        // No journey is longer than the limit, except those of students whom the planner fixed.
        assert!(point["limit_m"].is_null() || point["longest_m"].is_i64());
        assert_eq!(point["status"], "optimal");
    }
    let table = said(&curve(&["--points", "5"]));
    assert!(table.contains("unchanged") && table.contains("longest"), "{table}");
    let plain = said(&curve(&["--points", "5", "--method", "plain"]));
    let totals = |text: &str| text.lines().filter(|line| line.contains("optimal")).count();
    assert_eq!(totals(&plain), totals(&table), "{plain}{table}");
}

#[test]
fn without_the_rule_there_is_no_curve() {
    let folder = tempfile::tempdir().unwrap();
    let mut document: Value = serde_json::from_slice(&std::fs::read(village()).unwrap()).unwrap();
    document["rules"]["travel"] = json!(false);
    let instance = write(folder.path(), "instance.json", document.to_string().as_bytes());
    let output = run(&["fairness-curve", instance.to_str().unwrap()]);
    assert_eq!(code(&output), 2);
    assert!(complained(&output).contains("`travel`"));
}

#[test]
fn each_of_the_longest_journeys_is_a_level() {
    let folder = tempfile::tempdir().unwrap();
    let mut document: Value = serde_json::from_slice(&std::fs::read(village()).unwrap()).unwrap();
    document["goals"] = json!(["unplaced", { "leximax_journey": 3 }]);
    let instance = write(folder.path(), "instance.json", document.to_string().as_bytes());
    let instance = instance.to_str().unwrap();
    let output = run(&["solve", instance, "-o", "-"]);
    assert_eq!(code(&output), 0, "{}", complained(&output));
    let plan: Value = serde_json::from_slice(&output.stdout).unwrap();
    let levels = plan["goals"].as_array().unwrap();
    let ranked =
        |level: &Value| (level["goal"].as_str().unwrap().to_owned(), level["rank"].as_i64());
    let named: Vec<_> = levels.iter().map(ranked).collect();
    let leximax = |rank| ("leximax_journey".to_owned(), Some(rank));
    let plain = |word: &str| (word.to_owned(), None);
    let expected = [plain("unplaced"), leximax(1), leximax(2), leximax(3), plain("total")];
    assert_eq!(named, expected);
    let values: Vec<i64> = levels.iter().map(|level| level["value"].as_i64().unwrap()).collect();
    assert!(values[1] >= values[2] && values[2] >= values[3] && values[3] > 0, "{values:?}");
    let file = write(folder.path(), "plan.json", &output.stdout);
    assert_eq!(code(&run(&["verify", instance, file.to_str().unwrap()])), 0);
    let mut forged = plan.clone();
    forged["goals"][2]["value"] = json!(values[2] + 1);
    let file = write(folder.path(), "forged.json", forged.to_string().as_bytes());
    assert_eq!(code(&run(&["verify", instance, file.to_str().unwrap()])), 6);
    // In an MPS file, another solver gets the same levels as sums.
    let exported = run(&["export", instance, "--mps", "-"]);
    assert_eq!(code(&exported), 0, "{}", complained(&exported));
    assert!(said(&exported).contains(" N leximax_journey_3\n"));
}

#[test]
fn a_number_of_journeys_out_of_range_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut document: Value = serde_json::from_slice(&std::fs::read(village()).unwrap()).unwrap();
    let mut complaint = |goals: Value| {
        document["goals"] = goals;
        let instance = write(folder.path(), "instance.json", document.to_string().as_bytes());
        let output = run(&["validate", instance.to_str().unwrap()]);
        assert_eq!(code(&output), 3);
        complained(&output)
    };
    let range = complaint(json!([{ "leximax_journey": 0 }]));
    assert!(range.contains("goals[0].leximax_journey") && range.contains("1000"), "{range}");
    let word = complaint(json!(["leximin_journey"]));
    assert!(word.contains("leximax_journey"), "{word}");
    let key = complaint(json!([{ "leximax": 3 }]));
    assert!(key.contains("leximax_journey"), "{key}");
    let twice = complaint(json!(["leximax_journey", { "leximax_journey": 4 }]));
    assert!(twice.contains("goals[1]"), "{twice}");
}
