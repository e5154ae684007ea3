//! The time that a minimum-cost flow takes from nothing and after a change, in networks as large as a
//! region and as a country of student teachers.
//!
//! Each source sends one unit to one of the sinks near it, at the cost of the distance. A sink takes
//! at most four units more or less than the average, and each unit above or below costs three
//! kilometres. To compare a change of the code with the version before: `cargo bench --bench flow --
//! --save-baseline before`, then `--baseline before`.

use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use plaatswijzer::base::Id;
use plaatswijzer::solve::flow::{
    ArcId, FlowNetwork, FlowOutcome, NetworkSimplex, NodeId, UNBOUNDED,
};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The width and height of the square with all sources and sinks, in metres.
const SIDE: u64 = 200_000;

/// Number of sinks that a source may choose from.
const NEAR: usize = 30;

/// Cases: sources and sinks.
const CASES: [(&str, usize, usize); 2] = [("region", 450, 60), ("country", 30_000, 2_500)];

/// A random number below a bound; that it is not exactly uniform does not matter here.
fn draw(stream: &mut ChaCha8Rng, bound: u64) -> u64 {
    stream.next_u64() % bound
}

fn point(stream: &mut ChaCha8Rng) -> (u64, u64) {
    (draw(stream, SIDE), draw(stream, SIDE))
}

fn square_distance(one: (u64, u64), other: (u64, u64)) -> u64 {
    one.0.abs_diff(other.0).pow(2) + one.1.abs_diff(other.1).pow(2)
}

fn network(sources: usize, sinks: usize) -> FlowNetwork {
    let mut stream = ChaCha8Rng::seed_from_u64(1);
    let mut network = FlowNetwork::default();
    let root = network.node(-(sources as i64));
    let sinks: Vec<((u64, u64), NodeId)> =
        (0..sinks).map(|_| (point(&mut stream), network.node(0))).collect();
    for _ in 0..sources {
        let (home, source) = (point(&mut stream), network.node(1));
        let mut near: Vec<(u64, NodeId)> =
            sinks.iter().map(|&(place, sink)| (square_distance(home, place), sink)).collect();
        near.select_nth_unstable(NEAR);
        near.truncate(NEAR);
        for (square, sink) in near {
            let distance = i64::try_from(square.isqrt()).expect("within the square");
            network.arc(source, sink, 0, UNBOUNDED, distance);
        }
    }
    let average = (sources / sinks.len()) as i64;
    for (_, sink) in sinks {
        network.arc(sink, root, average - 4, average, -3_000);
        network.arc(sink, root, 0, 4, 3_000);
    }
    network
}

fn solve(solver: &mut NetworkSimplex) -> i128 {
    assert_eq!(solver.solve(&|| false), FlowOutcome::Optimal);
    solver.cost()
}

/// Changes the cost of one in twenty arcs by up to a tenth.
fn change(solver: &mut NetworkSimplex) {
    let mut stream = ChaCha8Rng::seed_from_u64(2);
    let arcs = solver.network().arcs() as u64;
    for _ in 0..arcs / 20 {
        let place = usize::try_from(draw(&mut stream, arcs)).expect("a position in memory");
        let arc = ArcId::from_index(place);
        let percent = 90 + i64::try_from(draw(&mut stream, 21)).expect("a small number");
        let cost = solver.network().cost(arc) * percent / 100;
        solver.set_cost(arc, cost).expect("a cost within bounds");
    }
}

fn flow(criterion: &mut Criterion) {
    for (name, sources, sinks) in CASES {
        let network = network(sources, sinks);
        let new = NetworkSimplex::new(network).expect("a sound network");
        let mut changed = new.clone();
        solve(&mut changed);
        change(&mut changed);
        let mut group = criterion.benchmark_group(format!("flow/{name}"));
        group.sample_size(10);
        for (start, solver) in [("from nothing", &new), ("after a change", &changed)] {
            group.bench_function(start, |bench| {
                let copy = || solver.clone();
                bench.iter_batched_ref(
                    copy,
                    |solver| solve(black_box(solver)),
                    BatchSize::PerIteration,
                );
            });
        }
        group.finish();
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().without_plots().measurement_time(Duration::from_secs(4));
    targets = flow
}
criterion_main!(benches);
