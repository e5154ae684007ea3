//! Small regions: that their optimum is found and proven, and what certificates prove of it alone.
#![cfg(feature = "highs")] // microlp knows no work limit, and certifies nothing

use std::path::Path;

use serde_json::Value;

use crate::running::{code, run, stderr, stdout, text, write};

/// Two boards with some schools each, in columns, as a table for `generate --schools`.
fn two_boards(each: usize, column: usize) -> String {
    let head = "vestigingscode,name,board_no,board_name,denomination,place,lat,lon,pupils_2025";
    let schools = (0..2 * each).map(|number| {
        let (board, school) = (number / each + 1, number % each);
        let denomination =
            if (school + board) % 2 == 0 { "protestants-christelijk" } else { "openbaar" };
        // In thousandths of a degree, above 53 and 6.
        let north = 160 / column * (school % column) + 10 * board;
        let east = 400 + 50 * (school / column) + 150 * (board - 1);
        let pupils = 100 + 320 / each * school;
        format!(
            "{board}A{school:02},School {board}{school:02},{board},Bestuur {board},{denomination},Plaats,\
             53.{north:03},6.{east:03},{pupils}"
        )
    });
    std::iter::once(head.to_owned()).chain(schools).collect::<Vec<_>>().join("\n")
}

/// A region drawn from a table of schools, in a file.
fn draw(schools: &Path, students: &str, seed: u32, region: &Path) {
    let seed = seed.to_string();
    let size = ["--students", students, "--seed", &seed, "--partner-boards", "2"];
    let drawn = [&["generate", "--schools", text(schools)][..], &size, &["-o", text(region)]];
    let drawn = run(&drawn.concat());
    assert_eq!(code(&drawn), 0, "{}", stderr(&drawn));
}

/// Thousands of possible clusters differ by a school, and only two or three are used.
#[test]
fn of_many_options_the_best_few_are_proven_within_little_work() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let schools = write(folder.path(), "schools.csv", two_boards(30, 6).as_bytes());
    let [region, plan] = ["region.json", "plan.json"].map(file);
    for seed in 1..=3 {
        draw(&schools, "30", seed, &region);
        let solved = ["solve", text(&region), "--work-limit", "200000", "-o", text(&plan)];
        let solved = run(&solved);
        assert_eq!(code(&solved), 0, "{}", stderr(&solved));
        let plan: Value = serde_json::from_slice(&std::fs::read(&plan).unwrap()).unwrap();
        assert_eq!(plan["status"], "optimal", "seed {seed}: {}", plan["levels"]);
    }
}

/// The number of clusters of a board must be decided on, and there are cases without any plan.
#[test]
fn small_regions_are_certified_whole() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let schools = write(folder.path(), "schools.csv", two_boards(8, 4).as_bytes());
    let [region, plan, certificate] = ["region.json", "plan.json", "certificate.json"].map(file);
    let mut at_rows = 0;
    for seed in 1..=12 {
        draw(&schools, "24", seed, &region);
        let files = ["--certificate", text(&certificate), "-o", text(&plan)];
        let solved = run(&[&["solve", text(&region)][..], &files].concat());
        assert_eq!(code(&solved), 0, "{}", stderr(&solved));
        let checked = ["--certificate", text(&certificate), "--json"];
        let verified = run(&[&["verify", text(&region), text(&plan)][..], &checked].concat());
        let verdict: Value = serde_json::from_str(&stdout(&verified)).unwrap();
        let level = &verdict["certified"][0];
        assert_eq!(level["certified"], level["value"], "seed {seed}: {verdict}");
        let written = std::fs::read_to_string(&certificate).unwrap();
        at_rows += written.matches("\"row\": ").count();
    }
    assert!(at_rows > 0, "numbers of clusters were decided on");
}
