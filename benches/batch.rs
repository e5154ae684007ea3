//! What a second core is worth to a batch: sixty equal runs with one job and with two.
//!
//! The runs differ only in their ids, so that no thread is left with a long one at the end. Each reads its
//! instance, plans it, checks the plan and makes its record. Nothing is written to disk, since that would
//! measure the disk. The result is the ratio of the times with one job and with two in the same run of the
//! bench.

use std::path::Path;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use plaatswijzer::scenarios;
use plaatswijzer::scenarios::batch::{BatchWork, YearRuns, run_batch};
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
            kind: &YearRuns { batch: &batch, files: &files },
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

criterion_group!(benches, batch);
criterion_main!(benches);
