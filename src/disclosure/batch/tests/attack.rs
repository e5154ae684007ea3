//! Someone who knows of every run all that pages, workbooks and tables of a batch are made of, and solves for its small
//! groups: where the students of two programmes are, members who are free on their meeting day, and wishes that are met.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::disclosure::SMALLEST_GROUP;
use crate::plan::Proportion;
use crate::testing::Draws;
use crate::testing::batches::placed;

/// Where the students of voltijd and deeltijd are: in clusters, in the shell, left out.
type Plan = [[i64; 3]; 2];

/// A part and its whole.
type Part = (i64, i64);

/// A part of a whole with its true numbers, those that fit what is shown, and the group that the whole is part of.
type Whole<'a> = (&'a str, Part, &'a [Part], fn(&Plan) -> i64);

const TOTALS: [i64; 2] = [14, 9];
const ALL: i64 = TOTALS[0] + TOTALS[1];
const RUNS: u64 = 300;
const NAMES: [&str; 12] = [
    "core_students",
    "shell_students",
    "left_out_students",
    "core_percent",
    "left_out_percent",
    "voltijd_core_percent",
    "deeltijd_core_percent",
    "net_eur",
    "journey_mean_m",
    "meeting_day_free_percent",
    "denomination_openbaar_met_percent",
    "students",
];

/// A run: its plan, those free of its members of each programme, and wishes met of those who wish.
struct Truth {
    plan: Plan,
    free: [Part; 2],
    met: Part,
}

fn truth(draws: &mut Draws) -> Truth {
    let plan = TOTALS.map(|total| {
        let left_out = if draws.percent(40) { 0 } else { draws.between(0, total / 2) };
        let shell = if draws.percent(50) { 0 } else { draws.between(0, total - left_out) };
        [total - left_out - shell, shell, left_out]
    });
    let placed = sum(&plan, 0) + sum(&plan, 1);
    let mut part = |of: i64| {
        let of = if draws.percent(50) { of } else { draws.between(0, of) };
        (draws.between(0, of), of)
    };
    Truth { plan, free: [part(plan[0][0]), part(plan[1][0])], met: part(placed) }
}

fn sum(plan: &Plan, at: usize) -> i64 {
    plan[0][at] + plan[1][at]
}

/// What is disclosed of a run, by the names of figures.
fn shown(truth: &Truth) -> BTreeMap<&'static str, Interval> {
    let mut planned = placed(truth.plan[0], truth.plan[1]);
    let [voltijd, deeltijd] = truth.free;
    let proportion = |(number, of)| Proportion::new(number, of);
    let indicators = &mut planned.indicators;
    indicators.meeting_day = proportion((voltijd.0 + deeltijd.0, voltijd.1 + deeltijd.1));
    let programmes = [("voltijd", voltijd), ("deeltijd", deeltijd)];
    let programmes = programmes.into_iter().filter(|(_, (_, of))| *of > 0);
    indicators.meeting_day_programmes =
        programmes.map(|(name, part)| (name.to_owned(), proportion(part))).collect();
    indicators.denominations = BTreeMap::from([("openbaar".to_owned(), proportion(truth.met))]);
    assert!(NAMES.iter().all(|name| is_public(name)));
    let run = RunDisclosure::of(&planned, NAMES.into_iter());
    NAMES.into_iter().zip(run.figures).collect()
}

/// The parts of at most `most` whose share fits.
fn parts(shown: Interval, most: i64) -> Vec<Part> {
    let all = (0..=most).flat_map(|of| (0..=of).map(move |number| (number, of)));
    let share = |(number, of)| Proportion::new(number, of).share_permille();
    let is_open = (shown.least, shown.most) == (i64::MIN, Interval::UNLIMITED);
    all.filter(|&part| is_open || share(part).is_some_and(|share| fits(shown, share))).collect()
}

fn fits(shown: Interval, value: i64) -> bool {
    (shown.least..=shown.most).contains(&value)
}

/// The plans that fit what is shown of where students are.
fn plans(shown: &BTreeMap<&str, Interval>) -> Vec<Plan> {
    let rows = |total: i64| {
        (0..=total).flat_map(move |core| {
            (0..=total - core).map(move |shell| [core, shell, total - core - shell])
        })
    };
    let all = rows(TOTALS[0]).flat_map(|one| rows(TOTALS[1]).map(move |other| [one, other]));
    let permille = |number, of| Proportion::new(number, of).share_permille().unwrap_or(0);
    let has_mean = shown["journey_mean_m"].value().is_some();
    all.filter(|plan| {
        let [core, shell, left_out] = [0, 1, 2].map(|at| sum(plan, at));
        let values = [
            ("core_students", core),
            ("shell_students", shell),
            ("left_out_students", left_out),
            ("core_percent", permille(core, ALL)),
            ("left_out_percent", permille(left_out, ALL)),
            ("voltijd_core_percent", permille(plan[0][0], TOTALS[0])),
            ("deeltijd_core_percent", permille(plan[1][0], TOTALS[1])),
            ("net_eur", 100 * core),
            ("students", ALL),
        ];
        values.iter().all(|&(name, value)| fits(shown[name], value))
            && (!has_mean || core + shell >= SMALLEST_GROUP)
    })
    .collect()
}

/// How many small groups there are in a run, and those that are known better than as one to four.
fn small_groups(truth: &Truth) -> (usize, Vec<String>) {
    let shown = shown(truth);
    let free = parts(shown["meeting_day_free_percent"], ALL);
    let met = parts(shown["denomination_openbaar_met_percent"], ALL);
    let least = |parts: &[Part]| parts.iter().map(|&(_, of)| of).min();
    let placed = |plan: &Plan| sum(plan, 0) + sum(plan, 1);
    let mut plans = plans(&shown);
    plans.retain(|plan| {
        least(&free).is_some_and(|of| of <= sum(plan, 0))
            && least(&met).is_some_and(|of| of <= placed(plan))
    });
    assert!(plans.contains(&truth.plan), "{:?} is shown wrongly: {shown:?}", truth.plan);
    let mut groups: Vec<(String, i64, BTreeSet<i64>)> = Vec::new();
    let mut add = |name: &str, truth: i64, values: BTreeSet<i64>| {
        groups.push((name.to_owned(), truth, values));
    };
    for at in 0..3 {
        for (name, of) in [
            ("voltijd", (|plan, at| plan[0][at]) as fn(&Plan, usize) -> i64),
            ("deeltijd", |plan, at| plan[1][at]),
            ("all", sum),
        ] {
            let values = plans.iter().map(|plan| of(plan, at)).collect();
            add(&format!("{name} at {at}"), of(&truth.plan, at), values);
        }
    }
    let wholes: [Whole; 2] = [
        (
            "free",
            (truth.free[0].0 + truth.free[1].0, truth.free[0].1 + truth.free[1].1),
            &free,
            |plan| sum(plan, 0),
        ),
        ("met", truth.met, &met, |plan| sum(plan, 0) + sum(plan, 1)),
    ];
    for (name, (number, of), parts, whole) in wholes {
        let all = plans.iter().map(whole).collect::<BTreeSet<i64>>();
        let all = all.iter().flat_map(|&whole| {
            parts.iter().filter(move |part| part.1 <= whole).map(move |&part| (part, whole))
        });
        let all: BTreeSet<(Part, i64)> = all.collect();
        let values = |value: fn(&(Part, i64)) -> i64| all.iter().map(value).collect();
        add(name, number, values(|((number, _), _)| *number));
        add(&format!("not {name}"), of - number, values(|((number, of), _)| of - number));
        add(&format!("asked for {name}"), of, values(|((_, of), _)| *of));
        add(
            &format!("without {name}"),
            whole(&truth.plan) - of,
            values(|((_, of), whole)| whole - of),
        );
    }
    let small = |truth: i64| (1..SMALLEST_GROUP).contains(&truth);
    let number = groups.iter().filter(|group| small(group.1)).count();
    let known = groups.into_iter().filter(|(_, truth, values)| {
        small(*truth) && !(1..SMALLEST_GROUP).all(|number| values.contains(&number))
    });
    let known = known.map(|(name, number, values)| {
        format!("{:?} {:?} {:?}: {name} {number} in {values:?}", truth.plan, truth.free, truth.met)
    });
    (number, known.collect())
}

#[test]
fn all_that_is_known_of_a_run_reveals_no_small_group() {
    let (mut draws, mut number, mut leaks) = (Draws::new(23), 0, Vec::new());
    for _ in 0..RUNS {
        let (small, known) = small_groups(&truth(&mut draws));
        number += small;
        leaks.extend(known);
    }
    assert!(leaks.is_empty(), "{} leaks:\n{}", leaks.len(), leaks.join("\n"));
    assert!(number > 1000, "{number}");
}
