//! How the time to plan a path grows with its years and its students: all years at once, to a gap of 1%, beside each
//! year by itself. The region is that of Groningen with fewer or more students.
//!
//! Rows are single searches, for which statistics would add nothing; so this bench prints a table and is no criterion
//! bench.

#![expect(clippy::print_stdout, reason = "the table is what the bench is for")]

use std::time::{Duration, Instant};

use plaatswijzer::generate::{GRONINGEN_SEED, Region, generate};
use plaatswijzer::growth::{GrowthPath, PathSearch, read};
use plaatswijzer::instance::document::to_json;
use plaatswijzer::solve::{Budget, Search};
use serde_json::json;

#[path = "common/fit.rs"]
mod fit;
use fit::exponent;

const LIMIT: Duration = Duration::from_secs(300);
const GAP: f64 = 0.01;

/// A region, and a path over it with candidate boards, shares and a pace.
fn document(students: u32, years: usize) -> (String, GrowthPath) {
    let mut region = Region::groningen();
    region.students.count = students;
    let base = to_json(&generate(&region, GRONINGEN_SEED));
    let years: Vec<_> = (0..years)
        .map(|year| json!({ "id": format!("{}", 2027 + year), "share_percent": 75 + 5 * year }))
        .collect();
    let document = json!({
        "format": "plaatswijzer/path/1", "base": "base.json", "years": years,
        "boards": [
            { "id": "openbaar-reitdiepdal", "max_clusters": 1, "entry_worth_km": 100 },
            { "id": "openbaar-dollardrand", "max_clusters": 1, "entry_worth_km": 100 },
        ],
        "pace": { "entries_per_year": 1, "new_clusters_per_year": 5 },
        "stay_years": 3, "share_worth_km": 100,
    });
    let bytes = base.clone().into_bytes();
    let path = read(document.to_string().as_bytes(), &move |_| Ok(bytes.clone()));
    (base, path.expect("a sound path"))
}

/// Seconds of both ways, and the gap that the first proves.
fn row(students: u32, years: usize) -> (f64, f64, f64) {
    let (base, path) = document(students, years);
    let files = move |_: &str| Ok(base.clone().into_bytes());
    let chosen = Search { budget: Budget::of_time(LIMIT), gap: GAP, ..Search::default() };
    let search = PathSearch::quiet(&path, &files, &chosen);
    let started = Instant::now();
    let found = search.with_foresight().expect("a path");
    let ahead = started.elapsed().as_secs_f64();
    let bound = found.levels.last().map_or(0, |level| level.bound);
    let gap = (found.path.value - bound) as f64 / found.path.value.max(1) as f64;
    let started = Instant::now();
    search.year_by_year(&Budget::of_time(LIMIT)).expect("a path");
    (ahead, started.elapsed().as_secs_f64(), gap)
}

/// Rows of growing size, and the exponents.
fn growth(what: &str, sizes: &[(u32, usize)], size: impl Fn(&(u32, usize)) -> f64) {
    let (mut ahead, mut alone) = (Vec::new(), Vec::new());
    for one in sizes {
        let (together, each, gap) = row(one.0, one.1);
        let (students, years) = one;
        println!("| {students} | {years} | {together:.1} s | {:.2}% | {each:.1} s |", 100.0 * gap);
        ahead.push((size(one), together));
        alone.push((size(one), each));
    }
    let (ahead, alone) = (exponent(&ahead), exponent(&alone));
    println!("with {what} to the power {ahead:.2}; each year by itself {alone:.2}");
}

fn main() {
    println!("| students | years | all years at once | gap | each by itself |");
    println!("| --- | --- | --- | --- | --- |");
    growth("years", &[(300, 2), (300, 3), (300, 4), (300, 6)], |size| size.1 as f64);
    growth("students", &[(200, 3), (300, 3), (450, 3), (600, 3)], |size| f64::from(size.0));
}
