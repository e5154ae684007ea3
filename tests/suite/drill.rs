//! Withdrawals against the oracle, on tiny instances.

use std::collections::BTreeSet;

use plaatswijzer::candidates::ClusterOption;
use plaatswijzer::decomposition::fits;
use plaatswijzer::engine::{Placed, Search, place};
use plaatswijzer::explain::drill::{By, Drill, Outcome, Question, document, drill};
use plaatswijzer::plan::{Plan, Status};
use plaatswijzer::problem::{Problem, read};
use plaatswijzer::replan;
use plaatswijzer::scenario::withdrawn;
use rayon::prelude::*;
use serde_json::json;

use crate::oracle;
use crate::tiny::{self, TINY};

const SEEDS: u64 = if cfg!(feature = "highs") { 600 } else { 350 };

/// How much was seen of what.
#[derive(Default, Debug)]
struct Seen {
    withdrawals: usize,
    no_plan: usize,
    falls_out: usize,
    moves_others: usize,
    closes: usize,
}

fn absent(_: &str) -> Result<Vec<u8>, String> {
    Err("absent".to_owned())
}

/// An instance with its best plan, where it has one; in every other one moves cost nothing.
struct Case {
    seed: u64,
    bytes: Vec<u8>,
    problem: Problem,
    plan: Plan,
}

impl Case {
    fn of(seed: u64) -> Option<Self> {
        let mut document = tiny::instance(seed, &TINY);
        document.as_object_mut().unwrap().remove("goals");
        let worth = [json!(false), json!({ "worth_km": 3 })][usize::from(seed % 2 == 0)].clone();
        document["rules"]["continuity"] = worth;
        let bytes = document.to_string().into_bytes();
        let problem = read(&bytes, &absent).ok()?.problem;
        assert!(fits(&problem));
        match place(&problem, &Search::default(), &|_| {}).unwrap() {
            Placed::Plan { plan, .. } => Some(Self { seed, bytes, problem, plan: *plan }),
            _ => None,
        }
    }

    fn drill(&self, by: By, free: bool, jobs: usize) -> Drill {
        let verdict = plaatswijzer::verify::verify(&self.problem, &self.plan);
        assert!(verdict.agrees(), "seed {}", self.seed);
        let question = Question {
            problem: &self.problem,
            document: &document(&self.bytes).unwrap(),
            files: &absent,
            plan: self.plan.to_json().as_bytes(),
            assignment: &verdict.assignment,
            by,
            free,
            jobs,
        };
        drill(&question, &Search::default(), &|_| {}).unwrap()
    }

    /// The problem after a withdrawal, as the question means it.
    fn after(&self, schools: &[String], free: bool) -> Option<Problem> {
        let document = document(&self.bytes).unwrap();
        let mut after = withdrawn(&document, schools.to_vec(), &absent).ok()?;
        let (previous, _) = replan::read(&after, self.plan.to_json().as_bytes()).unwrap();
        after.instance.previous = Some(previous.earlier);
        if free {
            return Some(after);
        }
        let gone: BTreeSet<&String> = schools.iter().collect();
        let instance = after.instance.clone();
        let stays = |option: &ClusterOption| {
            let ids: BTreeSet<&String> =
                option.schools.iter().map(|&school| &instance.schools[school].id).collect();
            self.plan.clusters.iter().any(|cluster| {
                let left: BTreeSet<&String> =
                    cluster.schools.iter().filter(|id| !gone.contains(id)).collect();
                cluster.meeting_day == option.meeting_day && left == ids
            })
        };
        Some(after.with_options(stays))
    }

    fn compare(&self, drill: &Drill, seen: &mut Seen) {
        let seed = self.seed;
        let score = self.plan.score.as_ref().unwrap().total.0;
        assert_eq!(drill.score, score);
        for withdrawal in &drill.withdrawals {
            let words = format!("seed {seed} without {}: {withdrawal:?}", withdrawal.id);
            let Some(after) = self.after(&withdrawal.schools, drill.free) else {
                assert!(matches!(withdrawal.outcome, Outcome::Refused { .. }), "{words}");
                continue;
            };
            seen.withdrawals += 1;
            let best = oracle::best(&after).map(|values| values[0]);
            let Outcome::Plan(reached) = &withdrawal.outcome else {
                assert_eq!((&withdrawal.outcome, best), (&Outcome::NoPlan, None), "{words}");
                seen.no_plan += 1;
                continue;
            };
            assert_eq!(Some(reached.proven.score), best, "{words}");
            assert_eq!(reached.proven.status, Status::Optimal, "{words}");
            let moves = &reached.moves;
            let charged = reached.proven.score - reached.score_without_continuity;
            let all_changes = moves.moved + moves.fallen_out;
            assert_eq!(charged, if drill.keeps_students { 3_000 * all_changes } else { 0 });
            assert_eq!(reached.price, reached.score_without_continuity - score, "{words}");
            // All who leave a school move on or fall out, and whoever is left out was, or has fallen.
            assert_eq!(all_changes, withdrawal.students + moves.others, "{words}");
            assert_eq!(reached.changes.left_out, moves.fallen_out - moves.come_in, "{words}");
            assert_eq!(moves.who.iter().map(|one| one.count).sum::<i64>(), moves.fallen_out);
            seen.falls_out += usize::from(moves.fallen_out > 0);
            seen.moves_others += usize::from(moves.others > 0);
            seen.closes += usize::from(!reached.closed.is_empty());
            assert!(drill.free || reached.opened == 0, "{words}");
        }
        let falls: Vec<i64> = drill.withdrawals.iter().map(fallen_out).collect();
        assert!(falls.is_sorted_by(|one, other| one >= other), "seed {seed}: {falls:?}");
    }
}

/// How many fall out; most where there is no plan, fewest where nothing is known.
fn fallen_out(withdrawal: &plaatswijzer::explain::drill::Withdrawal) -> i64 {
    match &withdrawal.outcome {
        Outcome::NoPlan => i64::MAX,
        Outcome::Plan(reached) => reached.moves.fallen_out,
        Outcome::Refused { .. } | Outcome::NotSearched => -1,
    }
}

#[test]
fn a_withdrawal_comes_to_what_the_oracle_says() {
    let seen = (0..SEEDS).into_par_iter().filter_map(|seed| {
        let case = Case::of(seed)?;
        let mut seen = Seen::default();
        for (by, free) in [(By::School, false), (By::School, true), (By::Cluster, false)] {
            let drill = case.drill(by, free, 1);
            case.compare(&drill, &mut seen);
            if by == By::Cluster {
                assert_eq!(drill, case.drill(by, free, 3), "seed {seed}");
            }
        }
        case.compare(&case.drill(By::Board, false, 1), &mut seen);
        Some(seen)
    });
    let all = seen.reduce(Seen::default, |one, other| Seen {
        withdrawals: one.withdrawals + other.withdrawals,
        no_plan: one.no_plan + other.no_plan,
        falls_out: one.falls_out + other.falls_out,
        moves_others: one.moves_others + other.moves_others,
        closes: one.closes + other.closes,
    });
    println!("{all:?}");
    assert!(all.withdrawals > 500 && all.falls_out > 100 && all.moves_others > 20, "{all:?}");
    assert!(all.no_plan > 20 && all.closes > 50, "{all:?}");
}
