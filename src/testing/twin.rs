//! Twins: the integer program and the assessment must judge every plan alike.

use serde_json::Value;

use super::completion::{Completion, Decided};
use super::enumeration::{Use, uses};
use super::example::plan;
use super::tiny;
use crate::base::Points;
use crate::instance::{SchoolId, StudentId};
use crate::model::candidates::{Candidates, PairId};
use crate::model::formulation::Purpose;
use crate::plan::assignment::{Assignment, Placement};
use crate::plan::{Placing, Setting};
use crate::problem::Problem;
use crate::rules::goals;
use crate::rules::{Card, RuleEffect, card};
use crate::verify::{Verdict, verify};

/// Counts of the plans that a rule judged.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Seen {
    /// All plans.
    pub plans: usize,
    /// Plans that are valid.
    pub clean: usize,
    /// Valid plans for which the rule charges points.
    pub charged: usize,
    /// Plans that break the rule.
    pub broken: usize,
}

/// Walks every plan of a tiny instance: the program admits exactly the plans that the verification
/// finds clean, and every goal level has the same value in both. The rule must take effect at least once.
#[track_caller]
pub fn twin(document: Value, rule: &'static str) -> Seen {
    let card = card(rule).expect("a rule");
    twin_of(tiny(document), card)
}

/// A [`twin`] of a problem whose rulebook has been changed.
#[track_caller]
pub fn twin_of(problem: Problem, card: &'static Card) -> Seen {
    admits_who_is_never_refused(&problem);
    let candidates = problem.sieve().expect("few pairs");
    let completion = Completion::of(&problem.formulate(&candidates, Purpose::Plan));
    let rule = card.id;
    let mut twins = Twins { rule, problem, candidates, completion, seen: Seen::default() };
    for used in uses(&twins.problem) {
        twins.walk(&used);
    }
    let seen = twins.seen;
    assert!(seen.clean > 0, "no plan is clean");
    let prices = card.has_effect(RuleEffect::Prices);
    assert!(if prices { seen.charged > 0 } else { seen.broken > 0 }, "{rule} has no say: {seen:?}");
    seen
}

/// Checks that no rule refuses a school to a student to whom it says that it refuses none.
#[track_caller]
fn admits_who_is_never_refused(problem: &Problem) {
    let instance = &problem.instance;
    for (student, facts) in instance.students.iter() {
        for tariff in problem.rulebook.tariffs().iter().filter(|one| !one.may_refuse(facts)) {
            for (school, settings) in problem.settings.iter() {
                for &setting in settings {
                    let placing = Placing::new(instance, student, school, setting);
                    assert!(tariff.admit(&placing).is_ok(), "{tariff:?} refuses {placing:?}");
                }
            }
        }
    }
}

struct Twins {
    rule: &'static str,
    problem: Problem,
    candidates: Candidates,
    completion: Completion,
    seen: Seen,
}

impl Twins {
    fn walk(&mut self, used: &Use) {
        if used.overlaps(&self.problem) {
            let nobody = used.assignment(&self.problem, Vec::new());
            self.compare(used, &nobody);
            assert!(!verify(&self.problem, &plan(&self.problem, &nobody)).agrees());
            return;
        }
        self.refuse_strays(used);
        for placements in used.placements(&self.problem) {
            let assignment = used.assignment(&self.problem, placements);
            self.compare(used, &assignment);
        }
    }

    /// Whether nobody is at a school that takes no students in that setting.
    fn refuse_strays(&mut self, used: &Use) {
        for (id, pair) in self.candidates.pairs.iter() {
            if used.setting(&self.problem, pair.school) == Some(pair.setting) {
                continue;
            }
            let mut decided = self.decided(used, &Assignment::default()).expect("nobody placed");
            decided.insert(self.completion.program().decisions.assigned[id], 1);
            let left_out = self.completion.program().decisions.left_out[pair.student];
            *decided.get_mut(&left_out).expect("a decision") -= 1;
            assert_eq!(self.completion.least(&decided), None, "{pair:?} when used is {used:?}");
        }
        for &left_out in self.completion.program().decisions.left_out.clone().values() {
            let mut decided = self.decided(used, &Assignment::default()).expect("nobody placed");
            *decided.get_mut(&left_out).expect("a decision") -= 1;
            assert_eq!(self.completion.least(&decided), None, "nobody is placed, nor left out");
        }
        for school in self.problem.instance.schools.ids() {
            if used.setting(&self.problem, school).is_none() {
                for student in self.problem.instance.students.ids() {
                    let astray = vec![Placement { student, school, count: 1 }];
                    let assignment = used.assignment(&self.problem, astray);
                    let plan = plan(&self.problem, &assignment);
                    assert!(!verify(&self.problem, &plan).agrees(), "{assignment:?}");
                }
            }
        }
    }

    fn compare(&mut self, used: &Use, assignment: &Assignment) {
        let admitted =
            self.decided(used, assignment).and_then(|decided| self.completion.least(&decided));
        let plan = plan(&self.problem, assignment);
        let verdict = verify(&self.problem, &plan);
        assert_eq!(&verdict.assignment, assignment);
        self.count(&verdict);
        let tally = self.problem.tally(assignment);
        let counted = verdict.agrees().then(|| {
            let levels = self.completion.program().levels.iter();
            levels.map(|level| goals::value(level.goal, &tally, &verdict.assessment)).collect()
        });
        assert_eq!(admitted, counted, "{plan:#?}\n{:#?}", verdict.findings);
    }

    fn count(&mut self, verdict: &Verdict) {
        let charge = verdict.assessment.per_rule().get(self.rule).copied().unwrap_or_default();
        let broken = verdict.assessment.breaches.iter().any(|breach| breach.rule == self.rule);
        self.seen.plans += 1;
        self.seen.clean += usize::from(verdict.agrees());
        self.seen.charged += usize::from(verdict.agrees() && charge != Points::ZERO);
        self.seen.broken += usize::from(broken);
    }

    /// A plan as values of the decisions; `None` where it uses a pair that is no candidate.
    fn decided(&self, used: &Use, assignment: &Assignment) -> Option<Decided> {
        let decisions = &self.completion.program().decisions;
        let mut decided: Decided = (decisions.used.values())
            .chain(decisions.assigned.values())
            .map(|&variable| (variable, 0))
            .collect();
        decided.extend(used.0.iter().map(|&option| (decisions.used[option], 1)));
        for (student, facts) in self.problem.instance.students.iter() {
            decided.insert(decisions.left_out[student], facts.count);
        }
        for &Placement { student, school, count } in &assignment.placements {
            let setting = used.setting(&self.problem, school)?;
            let pair = self.pair(student, school, setting)?;
            decided.insert(decisions.assigned[pair], count);
            *decided.get_mut(&decisions.left_out[student])? -= count;
        }
        Some(decided)
    }

    fn pair(&self, student: StudentId, school: SchoolId, setting: Setting) -> Option<PairId> {
        self.candidates.of_student(student).find(|&id| {
            let pair = self.candidates.pairs[id];
            (pair.school, pair.setting) == (school, setting)
        })
    }
}
