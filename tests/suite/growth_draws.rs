//! `path` with draws from the command line: the folder, its check, going on after a kill, and what is refused.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};

use crate::draws::Draws;
use crate::growth::{base, document, found, read, run_path};
use crate::running::{code, command, run, stderr, stdout, text, write};
use crate::seeds::many;

/// The path of the other tests in two years, with two draws in which students leave.
fn drawn() -> Value {
    let mut drawn = document();
    drawn["years"].as_array_mut().unwrap().pop();
    drawn["draws"] =
        json!({ "count": 2, "seed": 7, "changes": [{ "drop_out": { "percent": 30 } }] });
    drawn
}

fn verify(folder: &Path) -> std::process::Output {
    run(&["verify", text(&folder.join("path.json")), text(&folder.join("out/path.json"))])
}

/// Every file of a folder, with its bytes.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut contents = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_owned();
                contents.insert(name, std::fs::read(path).unwrap());
            }
        }
    }
    contents
}

#[test]
fn each_draw_has_ordinary_plans_of_its_own_instances_with_the_same_clusters() {
    let folder = found(&drawn(), &["--robust", "worst"]);
    let folder = folder.path();
    let verdict = verify(folder);
    assert_eq!(code(&verdict), 0, "{}", stdout(&verdict));
    assert!(stdout(&verdict).contains("In 2 draws"), "{}", stdout(&verdict));
    let path = read(folder, "out/path.json");
    let draws = &path["draws"];
    let values: Vec<i64> = draws["draws"]
        .as_array()
        .unwrap()
        .iter()
        .map(|draw| draw["value"].as_i64().unwrap())
        .collect();
    assert_eq!(draws["robust"], "worst");
    assert_eq!(draws["value"].as_i64(), values.iter().max().copied());
    assert_eq!(draws["fare"]["sum"].as_i64().unwrap(), values.iter().sum::<i64>());
    for draw in 1..=2 {
        for year in ["2027-2028", "2028-2029"] {
            let instance = folder.join(format!("out/draws/{draw}/instances/{year}.json"));
            let plan = folder.join(format!("out/draws/{draw}/plans/{year}.json"));
            let verdict = run(&["verify", text(&instance), text(&plan)]);
            assert_eq!(code(&verdict), 0, "{year}: {}", stdout(&verdict));
            let (file, out, number) =
                (folder.join("path.json"), folder.join("out"), draw.to_string());
            let arguments =
                ["path", text(&file), "-o", text(&out), "--instance-of", year, "--draw", &number];
            let printed = run(&arguments);
            assert_eq!(stdout(&printed).into_bytes(), std::fs::read(&instance).unwrap(), "{year}");
            let clusters = |plan: &str| {
                let plan = read(folder, plan);
                let clusters = plan["clusters"].as_array().unwrap().iter();
                clusters.map(|cluster| cluster["schools"].to_string()).collect::<Vec<_>>()
            };
            let expected = clusters(&format!("out/plans/{year}.json"));
            assert_eq!(clusters(&format!("out/draws/{draw}/plans/{year}.json")), expected);
        }
        // The own path of a draw costs no more.
        let own = read(folder, &format!("out/draws/{draw}/own/path.json"));
        assert!(own["value"].as_i64().unwrap() <= values[draw - 1]);
    }
    let figures = std::fs::read_to_string(folder.join("out/figures.csv")).unwrap();
    assert_eq!(figures.lines().count(), 1 + 2 * 3, "{figures}");
    assert!(figures.starts_with("draw,year,weight,"), "{figures}");
}

#[test]
fn a_search_that_was_killed_goes_on_to_the_same_bytes_for_any_number_of_threads() {
    let folder = found(&drawn(), &["--robust", "regret"]);
    let folder = folder.path();
    let out = folder.join("out");
    let whole = contents(&out);
    let again = |threads: &str| {
        let mut command = command();
        command.env("RAYON_NUM_THREADS", threads).arg("path").arg(folder.join("path.json"));
        command.args(["--robust", "regret"]).arg("-o").arg(&out);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let is_whole = |what: &str| {
        let now = contents(&out);
        let names = |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&now), names(&whole), "{what}");
        for (name, bytes) in &now {
            assert!(whole[name] == *bytes, "{what}: {}", name.display());
        }
    };
    // From nothing, with other numbers of threads.
    for threads in ["1", "3"] {
        std::fs::remove_dir_all(&out).unwrap();
        assert!(again(threads).status().unwrap().success());
        is_whole(threads);
    }
    // Killed at some moment, then to the end.
    let mut draws = Draws::new(52);
    for after in (0..many(2)).map(|_| draws.between(100, 2_000)) {
        std::fs::remove_dir_all(&out).unwrap();
        let mut running = again("2").spawn().unwrap();
        std::thread::sleep(Duration::from_millis(after.unsigned_abs()));
        running.kill().unwrap();
        running.wait().unwrap();
        assert!(again("2").status().unwrap().success());
        is_whole("killed");
    }
    // Without some of the pieces, and with pieces that are cut short or belong to something else.
    std::fs::remove_dir_all(out.join("draws/2/own")).unwrap();
    std::fs::remove_file(out.join("path.json")).unwrap();
    let half = |name: &str| {
        let bytes = std::fs::read(out.join(name)).unwrap();
        std::fs::write(out.join(name), &bytes[..bytes.len() / 2]).unwrap();
    };
    half("draws/judged.json");
    half("draws/1/own/plans/2028-2029.json");
    half("draws/expected/own/kept.json");
    assert!(again("2").status().unwrap().success());
    is_whole("without some of its pieces");
}

#[test]
fn pieces_of_another_document_are_not_used() {
    let folder = found(&drawn(), &[]);
    let folder = folder.path();
    let mut other = drawn();
    other["share_worth_km"] = json!(3);
    write(folder, "path.json", other.to_string().as_bytes());
    assert_eq!(code(&run_path(folder, &[])), 0);
    let fresh = found(&other, &[]);
    for name in ["path.json", "figures.csv", "draws/judged.json", "draws/1/own/path.json"] {
        let bytes = |folder: &Path| std::fs::read(folder.join("out").join(name)).unwrap();
        assert!(bytes(folder) == bytes(fresh.path()), "{name}");
    }
}

#[test]
fn every_false_statement_about_draws_is_found() {
    let folder = found(&drawn(), &[]);
    let folder = folder.path();
    let right = read(folder, "out/path.json");
    let refused = |what: &str, wrong: &Value| {
        write(folder, "out/path.json", wrong.to_string().as_bytes());
        let verdict = verify(folder);
        assert_eq!(code(&verdict), 6, "{what}: {}", stdout(&verdict));
    };
    let change = |pointer: &str, value: Value| {
        let mut wrong = right.clone();
        *wrong.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
        refused(pointer, &wrong);
    };
    for pointer in [
        "/draws/value",
        "/draws/bound",
        "/draws/fare/sum",
        "/draws/fare/worst",
        "/draws/fare/regret",
        "/draws/draws/0/value",
        "/draws/draws/0/regret",
        "/draws/draws/1/own/value",
        "/draws/draws/1/own/bound",
        "/draws/draws/1/draw",
        "/draws/draws/0/years/1/total",
        "/draws/draws/0/years/1/students",
        "/draws/draws/0/years/1/in_clusters",
        "/draws/draws/0/years/1/short",
        "/years/0/opened/0/draws_with_it",
    ] {
        let value = right.pointer(pointer).unwrap().as_i64().unwrap();
        change(pointer, json!(value + 1));
    }
    change("/draws/draws/0/own/sha256", json!("0".repeat(64)));
    change("/draws/draws/1/years/0/sha256", json!("0".repeat(64)));
    change("/draws/draws/1/years/0/opened", json!([]));
    change("/draws/draws/1/years/1/left_out", json!([{ "student": "s1", "count": 9 }]));
    change("/draws/alternatives/0/fare/sum", json!(1));
    let mut wrong = right.clone();
    wrong.as_object_mut().unwrap().remove("draws");
    refused("no draws", &wrong);
    let mut wrong = right.clone();
    wrong["draws"]["draws"].as_array_mut().unwrap().pop();
    refused("a draw less", &wrong);
    // The plans of another draw, with the figures and hashes that follow from them.
    let mut wrong = right.clone();
    let other = wrong["draws"]["draws"][1]["years"].clone();
    wrong["draws"]["draws"][0]["years"] = other;
    refused("plans of another draw", &wrong);
    write(folder, "out/path.json", right.to_string().as_bytes());
    assert_eq!(code(&verify(folder)), 0, "put back, it is right again");
    // A plan or an own path that is changed on disk.
    for name in [
        "draws/1/plans/2028-2029.json",
        "draws/2/own/path.json",
        "draws/2/own/plans/2027-2028.json",
    ] {
        let name = format!("out/{name}");
        let own = std::fs::read(folder.join(&name)).unwrap();
        let mut spaced = own.clone();
        spaced.push(b'\n');
        write(folder, &name, &spaced);
        assert_eq!(code(&verify(folder)), 6, "{name}");
        write(folder, &name, &own);
    }
    // The same path checked against a document without draws.
    let mut without = drawn();
    without.as_object_mut().unwrap().remove("draws");
    write(folder, "path.json", without.to_string().as_bytes());
    assert_eq!(code(&verify(folder)), 6);
}

#[test]
fn all_problems_of_draws_are_listed_at_once() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "base.json", base().to_string().as_bytes());
    let listed = |draws: Value| {
        let mut wrong = drawn();
        wrong["draws"] = draws;
        let file = write(folder.path(), "path.json", wrong.to_string().as_bytes());
        let output = run(&["validate", text(&file)]);
        assert_eq!(code(&output), 3, "{}", stdout(&output));
        stderr(&output)
    };
    let wrong = listed(json!({
        "count": 0, "seed": -1, "changes": [{ "drop_out": { "percent": 200 } }, {}], "number": 3,
    }));
    for place in [
        "draws.count",
        "draws.seed",
        "draws.changes[0].drop_out.percent",
        "draws.changes[1]",
        "draws.number",
    ] {
        assert!(wrong.contains(place), "{place}: {wrong}");
    }
    let mut both = drawn();
    both["years"][1]["changes"] = json!([{ "close_schools": { "schools": ["h99"] } }]);
    both["draws"]["changes"] = json!([{ "close_schools": { "schools": ["h98"] } }]);
    let file = write(folder.path(), "path.json", both.to_string().as_bytes());
    let wrong = stderr(&run(&["validate", text(&file)]));
    for place in ["years[1].changes[0].close_schools", "draws.changes[0].close_schools"] {
        assert!(wrong.contains(place), "{place}: {wrong}");
    }
    let wrong = listed(json!({ "count": 2, "changes": [{ "drop_out": { "percent": 100 } }] }));
    assert!(wrong.contains("no students are left in 2027-2028 of draw 1"), "{wrong}");
    let wrong = listed(json!({ "count": 2, "changes": [{ "admit": { "boards": ["c"] } }] }));
    assert!(wrong.contains("draws.changes"), "{wrong}");
    let unknown = run(&["path", text(&file), "--instance-of", "2027-2028", "--draw", "9"]);
    assert_ne!(code(&unknown), 0);
}

#[test]
fn an_opening_is_counted_in_the_draws_whose_own_path_has_it() {
    let folder = found(&drawn(), &[]);
    let folder = folder.path();
    let path = read(folder, "out/path.json");
    let years = path["years"].as_array().unwrap();
    let draws = path["draws"]["draws"].as_array().unwrap();
    let mut seen = 0;
    for year in years {
        let id = year["id"].as_str().unwrap();
        for opened in year["opened"].as_array().unwrap() {
            let is_used = |draw: &Value| {
                let own = folder.join("out/draws").join(draw["draw"].to_string()).join("own");
                let plan = read(&own, &format!("plans/{id}.json"));
                let mut clusters = plan["clusters"].as_array().unwrap().iter();
                let parts = ["schools", "meeting_day"];
                clusters.any(|cluster| parts.iter().all(|part| cluster[part] == opened[part]))
            };
            let number = draws.iter().filter(|draw| is_used(draw)).count();
            assert_eq!(opened["draws_with_it"], number, "{id} {opened}");
            seen += 1;
        }
    }
    assert!(seen > 0, "the path opens something");
}

#[test]
fn the_summary_says_how_the_path_does_in_the_draws() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "base.json", base().to_string().as_bytes());
    write(folder.path(), "path.json", drawn().to_string().as_bytes());
    for (language, words) in [
        (
            "en",
            [
                "lowest share",
                "target met",
                "planned for the expected intake",
                "of 2 draws the own path",
            ],
        ),
        (
            "nl",
            [
                "laagste aandeel",
                "doel gehaald",
                "gepland voor de verwachte instroom",
                "van 2 trekkingen heeft het eigen pad",
            ],
        ),
    ] {
        let output = run_path(folder.path(), &["--lang", language]);
        let summary = stdout(&output);
        for word in words {
            assert!(summary.contains(word), "{word}: {summary}");
        }
    }
    let refused = run_path(folder.path(), &["--year-by-year"]);
    assert_eq!(code(&refused), 2, "{}", stderr(&refused));
}

#[test]
fn a_given_path_is_judged_in_every_draw() {
    let mut without = drawn();
    without.as_object_mut().unwrap().remove("draws");
    let given = found(&without, &["--year-by-year"]);
    let file = given.path().join("out/path.json");
    let folder = found(&drawn(), &["--given", text(&file)]);
    let folder = folder.path();
    let verdict = verify(folder);
    assert_eq!(code(&verdict), 0, "{}", stdout(&verdict));
    let (found, given) = (read(folder, "out/path.json"), read(given.path(), "out/path.json"));
    assert_eq!(found["draws"]["given"], true);
    assert_eq!(found["entries"], given["entries"]);
    for (year, of_given) in given["years"].as_array().unwrap().iter().enumerate() {
        let mut opened = found["years"][year]["opened"].clone();
        for cluster in opened.as_array_mut().unwrap() {
            // Only where there are draws.
            cluster.as_object_mut().unwrap().remove("draws_with_it").expect("a number of draws");
        }
        assert_eq!(opened, of_given["opened"]);
        for draw in found["draws"]["draws"].as_array().unwrap() {
            assert_eq!(draw["years"][year]["opened"], of_given["opened"]);
        }
    }
    // The same path is the second of the alternatives.
    let alternative = &found["draws"]["alternatives"][1];
    assert_eq!(
        (&alternative["found"], &alternative["fare"]),
        (&json!("year_by_year"), &found["draws"]["fare"])
    );
    let folder = given_without_draws(&without);
    let refused = run_path(folder.path(), &["--given", text(&file)]);
    assert_eq!(code(&refused), 2, "{}", stderr(&refused));
}

/// A folder with a document that has no draws.
fn given_without_draws(document: &Value) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "base.json", base().to_string().as_bytes());
    write(folder.path(), "path.json", document.to_string().as_bytes());
    folder
}
