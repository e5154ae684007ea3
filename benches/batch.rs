//! What a second core is worth to a batch, and what the plan of the base is worth to its runs.
//!
//! Sixty equal runs are planned with one job and with two.
//! The runs differ only in their ids, so that no thread is left with a long one at the end. Each reads its
//! instance, plans it, checks the plan and makes its record. Nothing is written to disk, since that would
//! measure the disk. The result is the ratio of the times with one job and with two in the same run of the
//! bench.
//!
//! And Groningen with other weights and numbers of students is planned from the plan of the base, which is made anew in
//! each sample, and with each run by itself.

use std::path::Path;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use plaatswijzer::scenarios;
use plaatswijzer::scenarios::batch::{BatchWork, RunStart, YearRuns, run_batch};
use plaatswijzer::solve::Search;
use serde_json::{Value, json};

/// Number of runs.
const RUNS: usize = 60;

fn batch(criterion: &mut Criterion) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/village.json");
    let village = std::fs::read(path).expect("a bundled instance");
    let files = |_: &str| Ok(village.clone());
    let change = json!([{ "grow": { "percent": 100 } }, { "add_places": { "percent": 100 } }]);
    let scenarios: Vec<Value> = (0..RUNS)
        .map(|number| json!({ "id": format!("equal-{number}"), "changes": change }))
        .collect();
    let text =
        json!({ "format": scenarios::FORMAT, "base": "village.json", "scenarios": scenarios });
    let batch = scenarios::read(text.to_string().as_bytes(), &files).expect("a sound batch");
    let (runs, search) = (batch.runs(), Search::default());
    let mut group = criterion.benchmark_group("sixty equal runs");
    group.sample_size(10).measurement_time(Duration::from_secs(30));
    for jobs in [1, 2] {
        let work = BatchWork {
            batch: &batch,
            kind: &YearRuns::new(&batch, &files, RunStart::Nothing),
            runs: &runs,
            search: &search,
            jobs,
        };
        group.bench_function(BenchmarkId::new("jobs", jobs), |bencher| {
            bencher.iter(|| run_batch(&work, &(), &()).expect("nothing is written"));
        });
    }
    group.finish();
}

/// Groningen with the worth of a wish, in km, and a part of its students more or less, in percent.
const VARIANTS: [(i64, i64); 12] = [
    (14, -4),
    (18, -4),
    (25, 8),
    (25, 6),
    (16, -4),
    (25, -6),
    (22, 6),
    (29, -6),
    (24, 2),
    (17, -4),
    (12, 0),
    (28, 4),
];

fn start(criterion: &mut Criterion) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("instances/groningen.json");
    let groningen = std::fs::read(path).expect("a bundled instance");
    let files = |_: &str| Ok(groningen.clone());
    let scenario = |(index, &(worth_km, percent)): (usize, &(i64, i64))| {
        let number = match percent {
            0 => None,
            1.. => Some(json!({ "grow": { "percent": percent } })),
            _ => Some(json!({ "drop_out": { "percent": -percent } })),
        };
        let weight =
            json!({ "rule": { "id": "denomination", "settings": { "worth_km": worth_km } } });
        let changes: Vec<Value> = number.into_iter().chain([weight]).collect();
        json!({ "id": format!("variant-{index}"), "changes": changes })
    };
    let scenarios: Vec<Value> = VARIANTS.iter().enumerate().map(scenario).collect();
    let text =
        json!({ "format": scenarios::FORMAT, "base": "groningen.json", "scenarios": scenarios });
    let batch = scenarios::read(text.to_string().as_bytes(), &files).expect("a sound batch");
    let runs = batch.runs();
    let mut group = criterion.benchmark_group("variants of Groningen");
    group.sample_size(10).measurement_time(Duration::from_secs(60));
    for gap in [0.0, 0.001] {
        let search = Search { gap, ..Search::default() };
        for start in [RunStart::Nothing, RunStart::BasePlan] {
            group.bench_function(BenchmarkId::new(format!("{start:?}"), gap), |bencher| {
                bencher.iter(|| {
                    let kind = YearRuns::new(&batch, &files, start);
                    let work = BatchWork {
                        batch: &batch,
                        kind: &kind,
                        runs: &runs,
                        search: &search,
                        jobs: 1,
                    };
                    run_batch(&work, &(), &()).expect("nothing is written")
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, batch, start);
criterion_main!(benches);
