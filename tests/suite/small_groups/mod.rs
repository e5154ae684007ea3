//! Someone who puts together all that is shown of a plan and solves for the small groups.
//!
//! Every group of one to four students keeps, from all numbers together, a range of at least 1 to 4.

mod instances;
mod journeys;
mod plan;
mod system;

use plaatswijzer::composing;
use plaatswijzer::disclosure::{Audience, Disclosure, ReportPart, disclose};
use plaatswijzer::instance::BoardId;
use plaatswijzer::verify::verify;

use crate::seeds;
use plan::Shown;

/// The most leaks of one plan that are explained.
const MOST_SHOWN: usize = 4;

/// Random plans.
const PLANS: u64 = 120;

/// The small groups of a plan, and what the public can learn of them. `change` changes what the public
/// sees, given what planners see.
fn attacked(seed: u64, change: impl Fn(&mut Disclosure, &Disclosure)) -> (usize, Vec<String>) {
    attacked_by(seed, None, Audience::Board, change)
}

/// The same by a board, which knows its own students, with the edition that it reads.
fn attacked_by(
    seed: u64,
    board: Option<usize>,
    edition: impl Fn(BoardId) -> Audience,
    change: impl Fn(&mut Disclosure, &Disclosure),
) -> (usize, Vec<String>) {
    let problem = instances::problem(seed);
    let plan = instances::plan(&problem, seed);
    let verdict = verify(&problem, &plan);
    let tally = problem.tally(&verdict.assignment);
    let composed = composing::plan(&problem, &verdict.assignment, plan.status);
    let boards: Vec<BoardId> = problem.instance.boards.ids().collect();
    let reader = board.map(|at| boards[at % boards.len()]);
    let audience = reader.map_or(Audience::Public, edition);
    let [mut public, planner] =
        [audience, Audience::Planner].map(|one| disclose(&problem, &plan, &verdict, one));
    change(&mut public, &planner);
    let indicators = composed.indicators.as_ref().expect("composed plans have indicators");
    let shown = Shown { public: &public, planner: &planner, tally: &tally, indicators, reader };
    let system = shown.system();
    let leaks = system.leaks().into_iter().take(MOST_SHOWN).map(|(group, impossible)| {
        let why = system.why(group, impossible[0]);
        format!(
            "plan {seed}, {audience:?}: {} has {}, not {impossible:?}: {why}",
            group.name, group.truth
        )
    });
    (system.small().count(), leaks.collect())
}

#[test]
fn all_numbers_of_a_plan_together_reveal_no_small_group() {
    let found = seeds::each(seeds::many(PLANS), |seed| Some(attacked(seed, |_, _| {})));
    let small: usize = found.iter().map(|(small, _)| small).sum();
    let leaks: Vec<String> = found.into_iter().flat_map(|(_, leaks)| leaks).collect();
    assert!(leaks.is_empty(), "{} leaks:\n{}", leaks.len(), leaks.join("\n"));
    assert!(small > 1000, "{small}");
}

#[test]
fn a_board_learns_of_no_small_group_beside_its_own_students() {
    // Of each plan one board looks: the first, the second or the third.
    let by_one = |seed| {
        let board = usize::try_from(seed % 3).expect("it is below three");
        Some(attacked_by(seed, Some(board), Audience::Board, |_, _| {}))
    };
    let found = seeds::each(seeds::many(PLANS), by_one);
    let small: usize = found.iter().map(|(small, _)| small).sum();
    let leaks: Vec<String> = found.into_iter().flat_map(|(_, leaks)| leaks).collect();
    assert!(leaks.is_empty(), "{} leaks:\n{}", leaks.len(), leaks.join("\n"));
    assert!(small > 1000, "{small}");
}

#[test]
fn the_attack_notices_a_chart_of_journeys_with_true_numbers() {
    let is_noticed = |seed| {
        let change = |public: &mut Disclosure, planner: &Disclosure| {
            public.journeys = planner.journeys.clone();
            public.withheld.retain(|&part| part != ReportPart::Bars);
        };
        !attacked(seed, change).1.is_empty()
    };
    assert!((1..=8).any(is_noticed));
}

/// The page for everyone does not know who reads it: its numbers are hidden from people without knowledge of their own.
#[test]
fn the_attack_notices_what_a_board_takes_away_from_the_page_for_everyone() {
    let is_noticed =
        |seed| !attacked_by(seed, Some(0), |_| Audience::Public, |_, _| {}).1.is_empty();
    assert!((1..=8).any(is_noticed));
}
