//! The second opinion on a plan, ours or anyone's.
//!
//! Verification reads the plan and the instance and nothing else: it names no variable, no row and
//! no candidate, so that it can find fault with whatever made the plan. It shares with the model
//! only the rules' tariff; it does its own counting.

mod claims;
mod reading;
mod structure;

use crate::plan::Plan;
use crate::plan::Tally;
use crate::plan::assessment::Assessment;
use crate::plan::assignment::Assignment;
use crate::problem::{Lottery, Problem, QUESTION};

/// What is wrong with a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The rule that is broken; `structure` for what every plan must be; `claims` for something
    /// that the plan says of itself and that is not so.
    pub rule: &'static str,
    /// What is wrong, in a sentence with ids and numbers.
    pub sentence: String,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.rule, self.sentence)
    }
}

/// The judgement on a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    /// Everything that is wrong; empty where the plan stands.
    pub findings: Vec<Finding>,
    /// The plan as it was understood.
    pub assignment: Assignment,
    /// What the rules say of it.
    pub assessment: Assessment,
}

impl Verdict {
    /// Whether the plan keeps all rules and says nothing untrue of itself.
    pub fn agrees(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Judges a plan.
pub fn verify(problem: &Problem, plan: &Plan) -> Verdict {
    let mut findings = Vec::new();
    let assignment = reading::read(&problem.instance, plan, &mut findings);
    let tally = problem.tally(&assignment);
    let mut assessment = judge(problem, &tally, &mut findings);
    // What a plan says of lots is held against lots that are drawn anew.
    let drawn = plan.lot.as_ref().map(|lot| Lottery::draw(problem, lot.seed));
    assessment.tie_break = drawn.as_ref().map_or(0, |lottery| lottery.value(&tally));
    // Claims about a plan that does not stand would only repeat what is wrong with it.
    if findings.is_empty() {
        claims::check(problem, plan, &tally, &assessment, &mut findings);
        claims::check_lot(problem, plan, drawn.as_ref(), &mut findings);
    }
    Verdict { findings, assignment, assessment }
}

/// Judges who goes where, whatever a plan says of itself.
pub fn verify_assignment(problem: &Problem, assignment: Assignment) -> Verdict {
    let mut findings = Vec::new();
    let assessment = judge(problem, &problem.tally(&assignment), &mut findings);
    Verdict { findings, assignment, assessment }
}

/// What every plan must be, what the rules say, and what a question asks.
fn judge(problem: &Problem, tally: &Tally, findings: &mut Vec<Finding>) -> Assessment {
    structure::check(tally, findings);
    let assessment = problem.assess(tally);
    let breaches = assessment.breaches.iter();
    findings.extend(
        breaches.map(|breach| Finding { rule: breach.rule, sentence: breach.sentence.to_string() }),
    );
    for sentence in problem.unmet(tally) {
        finding(findings, QUESTION, sentence);
    }
    assessment
}

fn finding(findings: &mut Vec<Finding>, rule: &'static str, sentence: impl Into<String>) {
    findings.push(Finding { rule, sentence: sentence.into() });
}
