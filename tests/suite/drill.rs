//! `drill`: withdrawals against the oracle, on tiny instances.

use std::collections::BTreeSet;

use plaatswijzer::model::candidates::ClusterOption;
use plaatswijzer::plan::assignment::UsedCluster;
use plaatswijzer::plan::{Plan, Status};
use plaatswijzer::problem::{Problem, read};
use plaatswijzer::questions::drill::{
    Drill, DrillQuestion, WithdrawalOutcome, WithdrawalUnit, document, drill,
};
use plaatswijzer::questions::replan;
use plaatswijzer::scenarios::withdrawn;
use plaatswijzer::solve::decomposition::fits;
use plaatswijzer::solve::{PlaceOutcome, Search, place};
use serde_json::json;

use crate::tiny::{self, TINY};
use crate::{oracle, seeds};

const SEEDS: u64 = if cfg!(feature = "highs") { 600 } else { 500 };

/// Counts of what the instances covered.
#[derive(Default, Debug)]
struct Seen {
    withdrawals: usize,
    no_plan: usize,
    released: usize,
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
        let worth =
            [json!(false), json!({ "worth_km": 3 })][usize::from(seed.is_multiple_of(2))].clone();
        document["rules"]["continuity"] = worth;
        let bytes = document.to_string().into_bytes();
        let problem = read(&bytes, &absent).ok()?.problem;
        assert!(fits(&problem));
        match place(&problem, &Search::default(), &|_| {}).unwrap() {
            PlaceOutcome::Plan { plan, .. } => Some(Self { seed, bytes, problem, plan: *plan }),
            _ => None,
        }
    }

    fn drill(&self, by: WithdrawalUnit, free: bool, jobs: usize) -> Drill {
        let verdict = plaatswijzer::verify::verify(&self.problem, &self.plan);
        assert!(verdict.agrees(), "seed {}", self.seed);
        let plan = self.plan.to_json();
        let question = DrillQuestion {
            problem: &self.problem,
            document: &document(&self.bytes).unwrap(),
            files: &absent,
            plan: plan.as_bytes(),
            assignment: &verdict.assignment,
            by,
            free,
            jobs,
        };
        drill(&question, &Search::default(), &|_| {}).unwrap()
    }

    /// The problem after a withdrawal, with the earlier plan.
    fn after(&self, schools: &[String]) -> Option<Problem> {
        let document = document(&self.bytes).unwrap();
        let mut after = withdrawn(&document, schools.to_vec(), &absent).ok()?;
        let (previous, _) = replan::read(&after, self.plan.to_json().as_bytes()).unwrap();
        after.instance.previous_plan = Some(previous.earlier);
        Some(after)
    }

    /// The least that a plan costs; where clusters stay, with any of those of the plan, less what
    /// withdraws, and no others.
    fn least(&self, after: &Problem, schools: &[String], free: bool) -> Option<i64> {
        let best = |problem: &Problem| oracle::best(problem).map(|values| values[0]);
        if free {
            return best(after);
        }
        let stays = |option: &&ClusterOption| {
            let ids = option.schools.iter().map(|&school| &after.instance.schools[school].id);
            let ids: BTreeSet<&String> = ids.collect();
            self.plan.clusters.iter().any(|cluster| {
                let left = cluster.schools.iter().filter(|id| !schools.contains(id));
                cluster.meeting_day == option.meeting_day && left.collect::<BTreeSet<_>>() == ids
            })
        };
        let stay: Vec<UsedCluster> =
            after.options.values().filter(stays).map(ClusterOption::as_used).collect();
        let some = |set: u32| -> Vec<UsedCluster> {
            let numbered = stay.iter().enumerate();
            numbered.filter(|(bit, _)| set >> bit & 1 == 1).map(|(_, one)| one.clone()).collect()
        };
        (0..1_u32 << stay.len()).filter_map(|set| best(&after.holding(&some(set)))).min()
    }

    fn compare(&self, drill: &Drill, seen: &mut Seen) {
        let seed = self.seed;
        let score = self.plan.score.as_ref().unwrap().total.0;
        assert_eq!(drill.score, score);
        for withdrawal in &drill.withdrawals {
            let words = format!("seed {seed} without {}: {withdrawal:?}", withdrawal.id);
            let Some(mut after) = self.after(&withdrawal.schools) else {
                assert!(matches!(withdrawal.outcome, WithdrawalOutcome::Refused { .. }), "{words}");
                continue;
            };
            seen.withdrawals += 1;
            let least = |after: &Problem| self.least(after, &withdrawal.schools, drill.free);
            let mut best = least(&after);
            if let WithdrawalOutcome::Plan(reached) = &withdrawal.outcome
                && !reached.released.is_empty()
            {
                assert_eq!(best, None, "{words}");
                for cluster in after.instance.clusters.values_mut() {
                    cluster.keep &= !reached.released.contains(&cluster.id);
                }
                best = least(&after);
                seen.released += 1;
            }
            let WithdrawalOutcome::Plan(reached) = &withdrawal.outcome else {
                assert_eq!(
                    (&withdrawal.outcome, best),
                    (&WithdrawalOutcome::NoPlan, None),
                    "{words}"
                );
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
            // Who leaves a school moves or loses a place; who is left out was so before or lost a place.
            assert_eq!(all_changes, withdrawal.students + moves.others, "{words}");
            assert_eq!(reached.changes.left_out, moves.fallen_out - moves.come_in, "{words}");
            assert_eq!(moves.who.iter().map(|one| one.count).sum::<i64>(), moves.fallen_out);
            seen.falls_out += usize::from(moves.fallen_out > 0);
            seen.moves_others += usize::from(moves.others > 0);
            seen.closes += usize::from(!reached.closed.is_empty());
            assert!(drill.free || reached.opened == 0, "{words}");
        }
        let falls: Vec<(u8, i64)> = drill.withdrawals.iter().map(weakness).collect();
        assert!(falls.is_sorted_by(|one, other| one >= other), "seed {seed}: {falls:?}");
    }
}

/// How weak the plan is there, as far as the order of withdrawals must tell.
fn weakness(withdrawal: &plaatswijzer::questions::drill::Withdrawal) -> (u8, i64) {
    match &withdrawal.outcome {
        WithdrawalOutcome::NoPlan => (3, 0),
        WithdrawalOutcome::Plan(reached) if !reached.released.is_empty() => {
            (2, reached.moves.fallen_out)
        }
        WithdrawalOutcome::Plan(reached) => (1, reached.moves.fallen_out),
        WithdrawalOutcome::Refused { .. } | WithdrawalOutcome::NotSearched => (0, 0),
    }
}

#[test]
fn a_withdrawal_comes_to_what_the_oracle_says() {
    let seen = seeds::each(SEEDS, |seed| {
        let case = Case::of(seed)?;
        let mut seen = Seen::default();
        for (by, free) in [
            (WithdrawalUnit::School, false),
            (WithdrawalUnit::School, true),
            (WithdrawalUnit::Cluster, false),
        ] {
            let drill = case.drill(by, free, 1);
            case.compare(&drill, &mut seen);
            if by == WithdrawalUnit::Cluster {
                assert_eq!(drill, case.drill(by, free, 3), "seed {seed}");
            }
        }
        case.compare(&case.drill(WithdrawalUnit::Board, false, 1), &mut seen);
        Some(seen)
    });
    let all = seen.into_iter().fold(Seen::default(), |one, other| Seen {
        withdrawals: one.withdrawals + other.withdrawals,
        no_plan: one.no_plan + other.no_plan,
        released: one.released + other.released,
        falls_out: one.falls_out + other.falls_out,
        moves_others: one.moves_others + other.moves_others,
        closes: one.closes + other.closes,
    });
    println!("{all:?}");
    assert!(all.withdrawals > 300 && all.falls_out > 150 && all.moves_others > 2, "{all:?}");
    assert!(all.no_plan > 4 && all.closes > 100 && all.released > 1, "{all:?}");
}
