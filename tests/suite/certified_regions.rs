//! Certificates of small regions: what of the optimum they prove alone.
#![cfg(feature = "highs")] // microlp certifies nothing

use serde_json::Value;

use crate::running::{code, run, stderr, stdout, text, write};

/// Two boards with eight schools each, as a table for `generate --schools`.
fn two_boards() -> String {
    let head = "vestigingscode,name,board_no,board_name,denomination,place,lat,lon,pupils_2025";
    let schools = (0..16).map(|number| {
        let (board, school) = (number / 8 + 1, number % 8);
        let denomination =
            if (school + board) % 2 == 0 { "protestants-christelijk" } else { "openbaar" };
        // In thousandths of a degree.
        let north = 53_000 + 40 * (school % 4) + 10 * board;
        let east = 6_400 + 50 * (school / 4) + 150 * (board - 1);
        format!(
            "{board}A{school},School {board}{school},{board},Bestuur {board},{denomination},Plaats,\
             53.{:03},6.{},{}",
            north - 53_000,
            east - 6_000,
            100 + 40 * school
        )
    });
    std::iter::once(head.to_owned()).chain(schools).collect::<Vec<_>>().join("\n")
}

/// The number of clusters of a board must be decided on, and there are cases without any plan.
#[test]
fn small_regions_are_certified_whole() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let schools = write(folder.path(), "schools.csv", two_boards().as_bytes());
    let [region, plan, certificate] = ["region.json", "plan.json", "certificate.json"].map(file);
    let mut at_rows = 0;
    for seed in 1..=12_u32 {
        let seed = seed.to_string();
        let size = ["--students", "24", "--seed", &seed, "--partner-boards", "2"];
        let drawn = [&["generate", "--schools", text(&schools)][..], &size, &["-o", text(&region)]];
        let drawn = run(&drawn.concat());
        assert_eq!(code(&drawn), 0, "{}", stderr(&drawn));
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
