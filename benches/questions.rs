//! The time that one question about a plan takes: what it costs to place the first student who is left out
//! of Groningen, with the clusters of the plan held. Compared with the plain search for the same answer: one
//! integer program with all pairs, from the same plan.

use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use plaatswijzer::problem::{Condition, Problem, read};
use plaatswijzer::solve::{Method, PlaceOutcome, Search, SearchOutcome, find, place};

fn problem() -> Problem {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("instances/groningen.json");
    let bytes = std::fs::read(path).expect("a bundled instance");
    let read = read(&bytes, &|name| Err(format!("{name} is not bundled")));
    read.expect("a sound instance").problem
}

fn questions(criterion: &mut Criterion) {
    let problem = problem();
    let planned = place(&problem, &Search::default(), &|_| {});
    let Ok(PlaceOutcome::Plan { assignment, .. }) = planned else { panic!("Groningen has a plan") };
    let tally = problem.tally(&assignment);
    let mut students = problem.instance.students.ids();
    let student = students.find(|&one| tally.left_out(one) > 0).expect("someone is left out");
    let held = problem.holding(&assignment.clusters).with_fewest_moves(&assignment);
    let least = tally.placed(student) + 1;
    let asked = held.under([Condition::Placed { student, at: None, least }]);

    let mut group = criterion.benchmark_group("place after all");
    group.sample_size(10);
    for (name, method) in [("by parts", Method::Decomposition), ("plainly", Method::Plain)] {
        let search = Search { method, start: Some(assignment.clone()), ..Search::default() };
        group.bench_function(name, |bench| {
            bench.iter(|| {
                let found = find(&asked, &search, &|_| {});
                assert!(matches!(found, Ok(SearchOutcome::Plan(_))), "{found:?}");
            });
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().without_plots().measurement_time(Duration::from_secs(8));
    targets = questions
}
criterion_main!(benches);
