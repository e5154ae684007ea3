//! The second opinion on a plan, ours or anyone's.
//!
//! Verification reads the plan and the instance and nothing else: it names no variable, no row and
//! no candidate, so that it can find fault with whatever made the plan. It shares with the model
//! only the rules' tariff; it does its own counting.

mod claims;
mod reading;
mod structure;

use crate::assessment::Assessment;
use crate::assignment::Assignment;
use crate::plan::Plan;
use crate::problem::Problem;

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
    structure::check(&tally, &mut findings);
    let assessment = problem.assess(&tally);
    findings.extend(
        assessment
            .breaches
            .iter()
            .map(|breach| Finding { rule: breach.rule, sentence: breach.sentence.clone() }),
    );
    // Claims about a plan that does not stand would only repeat what is wrong with it.
    if findings.is_empty() {
        claims::check(problem, plan, &tally, &assessment, &mut findings);
    }
    Verdict { findings, assignment, assessment }
}

fn finding(findings: &mut Vec<Finding>, rule: &'static str, sentence: impl Into<String>) {
    findings.push(Finding { rule, sentence: sentence.into() });
}
