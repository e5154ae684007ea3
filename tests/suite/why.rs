//! `why` against the oracle: the price, the places and the number of movers are right, not plausible.

use plaatswijzer::instance::{Goal, StudentId};
use plaatswijzer::plan::assignment::Assignment;
use plaatswijzer::problem::{Condition, Problem};
use plaatswijzer::questions::StudentStatus;
use plaatswijzer::questions::why::{
    ClusterScope, ConditionEffect, Feasibility, Inquiry, StudentAnswer, StudentPlacement, Target,
};
use plaatswijzer::report::{SchoolNames, letter};
use plaatswijzer::rules::goals;
use plaatswijzer::solve::{PlaceOutcome, Search, place};
use plaatswijzer::texts::Language;
use rayon::prelude::*;

use crate::against_oracle::problem;
use crate::oracle;
use crate::seeds;
use crate::tiny::TINY;

const SEEDS: u64 = if cfg!(feature = "highs") { 150 } else { 120 };

#[derive(Default)]
struct Counts {
    possible: usize,
    impossible: usize,
    movers: usize,
    alternatives: usize,
    refused: usize,
}

/// A plan of a seed's problem.
fn planned(seed: u64) -> Option<(Problem, Assignment)> {
    let problem = problem(seed, &TINY)?;
    match place(&problem, &Search::default(), &|_| {}).unwrap_or_else(|error| panic!("{error}")) {
        PlaceOutcome::Plan { assignment, .. } => Some((problem, assignment)),
        _ => None,
    }
}

#[test]
fn every_answer_is_what_the_oracle_says() {
    let counts = (0..seeds::many(SEEDS)).into_par_iter().filter_map(|seed| {
        let (problem, assignment) = planned(seed)?;
        let mut counts = Counts::default();
        for scope in [ClusterScope::Held, ClusterScope::Free] {
            let question = Question { seed, problem: &problem, assignment: &assignment, scope };
            question.ask(&mut counts);
        }
        Some(counts)
    });
    let all = counts.reduce(Counts::default, |one, other| Counts {
        possible: one.possible + other.possible,
        impossible: one.impossible + other.impossible,
        movers: one.movers + other.movers,
        alternatives: one.alternatives + other.alternatives,
        refused: one.refused + other.refused,
    });
    println!(
        "{} possible, {} impossible, {} movers, {} alternatives, {} refused",
        all.possible, all.impossible, all.movers, all.alternatives, all.refused
    );
    for number in [all.possible, all.impossible, all.movers, all.alternatives, all.refused] {
        assert!(number > 20);
    }
}

struct Question<'a> {
    seed: u64,
    problem: &'a Problem,
    assignment: &'a Assignment,
    scope: ClusterScope,
}

impl Question<'_> {
    fn ask(&self, counts: &mut Counts) {
        let tally = self.problem.tally(self.assignment);
        let search = Search::default();
        let inquiry = Inquiry::new(self.problem, &tally, self.scope, &search);
        let students: Vec<StudentId> = self.problem.instance.students.ids().collect();
        let answers = inquiry.answers(&students, None, 9, &|| {}).unwrap();
        assert_eq!(answers.answers.len(), students.len());
        for (&student, about) in students.iter().zip(&answers.answers) {
            self.adds_up(about);
            if let Some(effect) = &about.placing {
                let least = tally.placed(student) + 1;
                self.compare(
                    student,
                    about,
                    effect,
                    Condition::Placed { student, at: None, least },
                );
                counts.possible += usize::from(effect.outcome == Feasibility::Possible);
                counts.impossible += usize::from(effect.outcome == Feasibility::Impossible);
                counts.movers += effect.moves.len();
            }
            let schools = self.problem.instance.schools.iter();
            let schools: Vec<_> = schools.map(|(id, school)| (&school.id, id)).collect();
            let mut before = i64::MIN;
            for alternative in &about.alternatives {
                let (_, school) =
                    schools.iter().find(|(id, _)| **id == alternative.school).unwrap();
                let here = about.here.iter().find(|here| here.school == alternative.school);
                let least = here.map_or(0, |here| here.count) + 1;
                let at = Some([*school].into());
                let condition = Condition::Placed { student, at, least };
                self.compare(student, about, &alternative.effect, condition);
                let change = alternative.effect.change.unwrap_or(i64::MAX);
                assert!(change >= before, "{}: not ranked", self.seed);
                before = change;
                counts.alternatives += 1;
            }
            // What rules refuse does not depend on clusters.
            if self.scope == ClusterScope::Held {
                counts.refused += self.refusals(&inquiry, student);
            }
        }
    }

    /// Checks the funnel and the placements.
    fn adds_up(&self, about: &StudentAnswer) {
        let placed: i64 = about.here.iter().map(|here| here.count).sum();
        assert_eq!(placed + about.left_out, about.count);
        assert_eq!(about.funnel.is_some(), about.left_out > 0);
        let Some(funnel) = &about.funnel else { return };
        let taken: i64 = funnel.steps.iter().map(|step| step.schools).sum();
        assert_eq!(taken + funnel.remains.len() as i64, funnel.schools);
        assert_eq!(funnel.schools, self.problem.instance.schools.len() as i64);
        assert_eq!(funnel.last_rule, funnel.steps.last().map(|step| step.rule));
    }

    /// Checks an effect against the best of all plans under the condition.
    fn compare(
        &self,
        student: StudentId,
        about: &StudentAnswer,
        effect: &ConditionEffect,
        condition: Condition,
    ) {
        let base = match self.scope {
            ClusterScope::Held => self.problem.holding(&self.assignment.clusters),
            ClusterScope::Free => self.problem.clone(),
        };
        let asked = base.with_fewest_moves(self.assignment).under([condition]);
        let what = format!("seed {}, {:?}, {:?}", self.seed, self.scope, asked.conditions);
        let Some(best) = oracle::best(&asked) else {
            assert_eq!(effect.outcome, Feasibility::Impossible, "{what}");
            return;
        };
        assert_eq!(effect.outcome, Feasibility::Possible, "{what}");
        assert!(effect.is_exact() && effect.fewest_moves, "{what}");
        let (moves, values) = best.split_last().unwrap();
        assert_eq!(
            effect.goals.iter().map(|level| level.then).collect::<Vec<_>>(),
            values,
            "{what}"
        );
        let tally = self.problem.tally(self.assignment);
        let assessment = self.problem.assess(&tally);
        let total = self.problem.instance.goals.iter().position(|&goal| goal == Goal::Total);
        let change = values[total.unwrap()] - assessment.total().0;
        assert_eq!(effect.change, Some(change), "{what}");
        assert_eq!(effect.rules.values().sum::<i64>(), change, "{what}");
        for (level, &goal) in effect.goals.iter().zip(&self.problem.instance.goals) {
            assert_eq!(level.now, goals::value(goal, &tally, &assessment), "{what}");
        }
        let others = effect.moves.iter().filter(|one| matches!(one.from, StudentStatus::School(_)));
        let others: i64 = others.map(|one| one.count).sum();
        assert_eq!(others + left(&about.here, &effect.here), *moves, "{what}");
        let id = &self.problem.instance.students[student].id;
        assert!(effect.moves.iter().all(|one| one.student != *id), "{what}");
    }

    /// Checks the rules that refuse schools to a student; returns the number of refused schools.
    fn refusals(&self, inquiry: &Inquiry, student: StudentId) -> usize {
        let mut refused = 0;
        for school in self.problem.instance.schools.values() {
            let target = Target::read(&self.problem.instance, self.assignment, &school.id).unwrap();
            let answers = inquiry.answers(&[student], Some(&target), 0, &|| {}).unwrap();
            let about = &answers.answers[0];
            let reasons = about.asked.as_ref().unwrap();
            for one in &reasons.refused {
                assert!(!one.rules.is_empty(), "{}: {one:?}", self.seed);
                // There is no answer for a student whose whole entry is at the target already.
                if let Some(effect) = &about.placing {
                    assert_eq!(effect.outcome, Feasibility::Impossible);
                }
                refused += 1;
            }
            self.gives_nobody_away(about);
        }
        refused
    }

    /// No letter names another student.
    fn gives_nobody_away(&self, about: &StudentAnswer) {
        for language in [Language::Dutch, Language::English] {
            let text = letter(about, self.scope, &SchoolNames::of(self.problem), language);
            for student in self.problem.instance.students.values() {
                assert!(!text.contains(&student.id), "{text}");
            }
        }
    }
}

/// How many of an entry are no longer at a school where they were.
fn left(before: &[StudentPlacement], now: &[StudentPlacement]) -> i64 {
    let stayed = |one: &StudentPlacement| {
        let same = now.iter().filter(|here| here.school == one.school);
        same.map(|here| here.count).sum::<i64>().min(one.count)
    };
    before.iter().map(|one| one.count - stayed(one)).sum()
}
