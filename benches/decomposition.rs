//! The search by decomposition beside the plain integer program, HiGHS on one thread, in the same
//! run: seconds, gap and what was proven; and how the time grows with the number of students.
//!
//! Rows of the table are single long searches, for which statistics would add nothing; so this
//! bench prints a table and is no criterion bench. `cargo bench --bench decomposition` makes the rows
//! that need nothing but the generator; instances named behind `--` make rows of their own:
//! `cargo bench --bench decomposition -- region.json 60` gives both searches 60 seconds.

#![expect(clippy::print_stdout, reason = "the table is what the bench is for")]

use std::time::{Duration, Instant};

use plaatswijzer::generate::{GRONINGEN_SEED, Region, generate};
use plaatswijzer::instance::document::to_json;
use plaatswijzer::problem::{Problem, read};
use plaatswijzer::solve::{Budget, Method, PlaceOutcome, Search, place};

#[path = "common/fit.rs"]
mod fit;
use fit::exponent;

/// More pairs than this are not given to the plain search, which would not begin in time.
const MOST_PAIRS_FOR_PLAIN: usize = 300_000;

/// A row of the table.
struct Case {
    name: String,
    problem: Problem,
    limit: Duration,
    gap: f64,
}

/// The result of a search.
struct SearchRow {
    seconds: f64,
    gap: Option<f64>,
}

fn problem_of(json: &str) -> Problem {
    read(json.as_bytes(), &|name| std::fs::read(name).map_err(|error| error.to_string()))
        .expect("a sound instance")
        .problem
}

fn region(name: &str, region: &Region, limit: u64, gap: f64) -> Case {
    let json = to_json(&generate(region, GRONINGEN_SEED));
    case(name, &json, limit, gap)
}

fn case(name: &str, json: &str, limit: u64, gap: f64) -> Case {
    let limit = Duration::from_secs(limit);
    Case { name: name.to_owned(), problem: problem_of(json), limit, gap }
}

/// Groningen unchanged, and with its clusters given.
fn groningen() -> [Case; 2] {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/instances/groningen.json");
    let json = std::fs::read_to_string(path).expect("a bundled instance");
    let mut given: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    given["rules"]["forming"] = false.into();
    [
        case("groningen, clusters given", &given.to_string(), 60, 0.0),
        case("groningen, forming on", &json, 60, 0.0),
    ]
}

fn run(case: &Case, method: Method) -> SearchRow {
    let budget = Budget::of_time(case.limit);
    let search = Search { method, budget, gap: case.gap, ..Search::default() };
    let started = Instant::now();
    let placed = place(&case.problem, &search, &|_| {});
    let seconds = started.elapsed().as_secs_f64();
    let gap = match placed {
        Ok(PlaceOutcome::Plan { plan, .. }) => plan.goals.map(|levels| levels[0].gap),
        _ => None,
    };
    SearchRow { seconds, gap }
}

fn in_words(row: &SearchRow) -> String {
    match row.gap {
        Some(0.0) => format!("optimal in {:.2} s", row.seconds),
        Some(gap) => format!("gap {:.3}% after {:.1} s", 100.0 * gap, row.seconds),
        None => format!("no plan after {:.1} s", row.seconds),
    }
}

fn print_row(case: &Case) {
    let pairs = case.problem.sieve().map_or(usize::MAX, |candidates| candidates.pairs.len());
    let plain = if pairs > MOST_PAIRS_FOR_PLAIN {
        "not tried".to_owned()
    } else {
        in_words(&run(case, Method::Plain))
    };
    let size = format!(
        "{} students, {} options, {pairs} pairs",
        case.problem.instance.student_count(),
        case.problem.options.len(),
    );
    println!(
        "| {} | {size} | {} | {plain} |",
        case.name,
        in_words(&run(case, Method::Decomposition))
    );
}

/// Seconds for ever larger regions, and the exponent that fits them best.
fn growth(name: &str, gap: f64, sizes: &[u32], region_of: impl Fn(u32) -> Region) {
    let mut measured = Vec::new();
    for &students in sizes {
        let case = region(name, &region_of(students), 300, gap);
        let row = run(&case, Method::Decomposition);
        println!("| {name} | {students} | {} |", in_words(&row));
        measured.push((f64::from(students), row.seconds));
    }
    println!("{name}: seconds grow with students to the power {:.2}", exponent(&measured));
}

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    println!("| case | size | decomposition | plain program, HiGHS |");
    println!("| --- | --- | --- | --- |");
    if let Some(path) = arguments.next() {
        let json = std::fs::read_to_string(&path).expect("an instance");
        let limit = arguments.next().map_or(60, |limit| limit.parse().expect("seconds"));
        print_row(&case(&path, &json, limit, 0.0));
        return;
    }
    for case in groningen() {
        print_row(&case);
    }
    print_row(&region("single schools", &Region::single_schools(700), 60, 0.0));
    print_row(&region("given clusters", &Region::given_clusters(30_000), 60, 0.0));
    let sizes = [100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800];
    growth("clusters given, to the optimum", 0.0, &sizes, Region::given_clusters);
    growth("clusters to be opened, gap 1%", 0.01, &sizes[..6], Region::single_schools);
}
