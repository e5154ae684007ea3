//! The time of each stage from bytes to a verified plan: reading, sieving,
//! formulating, solving and verifying, one after the other and each by itself.
//!
//! Measured on Groningen, the bundled region of ordinary size, against the village of the tests,
//! which is so small that what remains is the fixed cost of a stage. To compare a change of the code with
//! the version before: `cargo bench --bench stages -- --save-baseline before`, then `--baseline before`.
//! Groningen is not solved to its end, which takes too long for a bench, but by a fixed amount of
//! work: to the end of the first linear program. The plan that is verified is the one found by then.

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use plaatswijzer::model::formulation::Purpose;
use plaatswijzer::plan::Plan;
use plaatswijzer::problem::{Problem, read};
use plaatswijzer::solve::mip::{MipSettings, solve};
use plaatswijzer::solve::{Budget, PlaceOutcome, Search, place};
use plaatswijzer::verify::verify;

/// Instances with the work, in simplex iterations, that a solve may take; `None` is to its end.
const INSTANCES: [(&str, &str, Option<u64>); 2] = [
    ("village", "tests/documents/village.json", None),
    ("groningen", "instances/groningen.json", Some(1)),
];

fn bytes_of(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a bundled instance")
}

fn problem_of(bytes: &[u8]) -> Problem {
    read(bytes, &|name| Err(format!("{name} is not bundled"))).expect("a sound instance").problem
}

/// A plan to verify: the best one found within the limits, or the empty one.
fn plan_of(problem: &Problem, budget: &Budget) -> Plan {
    let search = Search { budget: budget.clone(), ..Search::default() };
    match place(problem, &search, &|_| {}) {
        Ok(PlaceOutcome::Plan { plan, .. }) => *plan,
        _ => Plan::default(),
    }
}

fn stages(criterion: &mut Criterion) {
    for (name, path, work) in INSTANCES {
        let bytes = bytes_of(path);
        let problem = problem_of(&bytes);
        let candidates = problem.sieve().expect("few enough pairs");
        let formulation = problem.formulate(&candidates, Purpose::Plan);
        let budget = work.map_or_else(Budget::unlimited, Budget::of_work);
        let settings = MipSettings::default();
        let plan = plan_of(&problem, &budget.restarted());

        let mut group = criterion.benchmark_group(name);
        group.bench_function("read", |bench| bench.iter(|| problem_of(black_box(&bytes))));
        group.bench_function("sieve", |bench| bench.iter(|| black_box(&problem).sieve()));
        group.bench_function("formulate", |bench| {
            bench.iter(|| problem.formulate(black_box(&candidates), Purpose::Plan));
        });
        group.bench_function("verify", |bench| bench.iter(|| verify(&problem, black_box(&plan))));
        group.sample_size(10);
        group.bench_function("solve", |bench| {
            bench.iter(|| {
                solve(black_box(&formulation), settings, &budget.restarted(), None, &|_| {})
            });
        });
        group.finish();
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().without_plots().measurement_time(Duration::from_secs(4));
    targets = stages
}
criterion_main!(benches);
