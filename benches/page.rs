//! What a planner waits for on the page, in Groningen: planning again after a student is held, with the clusters of
//! the plan held or free, and the prices of all other schools for one student. Compared with a search from nothing.

use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use plaatswijzer::problem::{Problem, read};
use plaatswijzer::questions::elsewhere::other_schools;
use plaatswijzer::solve::{Budget, Nearby, PlaceOutcome, Search, SearchOutcome, find_near, place};

fn problem() -> Problem {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("instances/groningen.json");
    let bytes = std::fs::read(path).expect("a bundled instance");
    let read = read(&bytes, &|name| Err(format!("{name} is not bundled")));
    read.expect("a sound instance").problem
}

fn page(criterion: &mut Criterion) {
    let problem = problem();
    let first = find_near(&problem, &Search::default(), &Nearby::default(), &|_| {});
    let first = first.expect("a search");
    let SearchOutcome::Plan(found) = first.outcome else { panic!("Groningen has a plan") };
    let assignment = found.assignment;
    let mut held = problem.clone();
    let moved = assignment.placements[0];
    held.instance.students[moved.student].fixed = Some(moved.school);
    let start = Search { start: Some(assignment.clone()), ..Search::default() };
    let nearby = Nearby { multipliers: first.multipliers, below: None };
    let again = |problem: &Problem| {
        let found = find_near(problem, &start, &nearby, &|_| {}).expect("a search");
        assert!(matches!(found.outcome, SearchOutcome::Plan(_)));
    };

    let mut group = criterion.benchmark_group("page");
    group.sample_size(10);
    group.bench_function("a plan from nothing", |bench| {
        bench.iter(|| {
            let placed = place(&held, &Search::default(), &|_| {});
            assert!(matches!(placed, Ok(PlaceOutcome::Plan { .. })));
        });
    });
    group.bench_function("again, clusters free", |bench| bench.iter(|| again(&held)));
    let with_clusters = held.holding(&assignment.clusters);
    group.bench_function("again, clusters held", |bench| bench.iter(|| again(&with_clusters)));
    group.bench_function("all other schools of a student", |bench| {
        let student = assignment.placements[7].student;
        bench.iter(|| {
            let schools = other_schools(&problem, &assignment, student, &Budget::unlimited());
            assert!(schools.is_some_and(|schools| !schools.is_empty()));
        });
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().without_plots().measurement_time(Duration::from_secs(8));
    targets = page
}
criterion_main!(benches);
