//! An independent check of a plan, whoever made it.
//!
//! Verification knows plans and rules only: it names no variable, row or candidate of the model, so that it
//! can find fault with whatever made the plan. It shares with the model only what each rule charges; it
//! does its own counting.

mod certified;
mod claims;
mod entries;
mod found;
mod reading;
mod structure;

use crate::certificate::CertifiedLevel;
use crate::plan::Plan;
use crate::plan::Tally;
use crate::plan::assessment::Assessment;
use crate::plan::assignment::Assignment;
use crate::problem::{Lottery, Problem, QUESTION};
use crate::texts::{Argument, Message};

pub use certified::CertifiedBound;

/// Something wrong with a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The id of the rule that the plan violates; `structure` if it is no well-formed plan; `claims` if a
    /// statement of the plan about itself is false.
    pub rule: &'static str,
    /// What is wrong, in a sentence with ids and numbers.
    pub sentence: Argument,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.rule, self.sentence)
    }
}

/// The result of checking a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    /// Everything that is wrong; empty for a valid plan.
    pub findings: Vec<Finding>,
    /// Statements of the plan that cannot be recomputed from the plan, such as bounds without a certificate.
    pub unconfirmed: Vec<Message>,
    /// What a certificate proves of the plan's goals, in order; `None` without a certificate.
    pub certified: Option<Vec<CertifiedBound>>,
    /// The assignment that was read from the plan.
    pub assignment: Assignment,
    /// The assessment of this assignment by the rules.
    pub assessment: Assessment,
}

impl Verdict {
    /// Whether the plan keeps all rules and makes no false statement about itself.
    pub fn agrees(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Checks a plan: its structure, the rules, and every statement about itself that can be recomputed.
pub fn verify(problem: &Problem, plan: &Plan) -> Verdict {
    verify_certified(problem, plan, None)
}

/// Checks a plan, and what a certificate of its problem proves of it.
pub fn verify_certified(
    problem: &Problem,
    plan: &Plan,
    proven: Option<&[CertifiedLevel]>,
) -> Verdict {
    let mut findings = Vec::new();
    let assignment = reading::read(&problem.instance, plan, &mut findings);
    let tally = problem.tally(&assignment);
    let mut assessment = judge(problem, &tally, &mut findings);
    // The lots are drawn again from the seed that the plan states.
    let drawn = plan.lot.as_ref().map(|lot| Lottery::draw(problem, lot.seed));
    assessment.tie_break = drawn.as_ref().map_or(0, |lottery| lottery.value(&tally));
    // The statements of an invalid plan would only repeat what is wrong with it.
    if findings.is_empty() {
        claims::check(problem, plan, &tally, &assessment, &mut findings);
        claims::check_lot(problem, plan, drawn.as_ref(), &mut findings);
    }
    let certified = proven.map(|proven| certified::bounds(plan, &tally, &assessment, proven));
    let certified_bounds = certified.as_deref().unwrap_or_default();
    if findings.is_empty() {
        certified::check(plan, certified.as_deref(), &mut findings);
    }
    let unconfirmed = claims::unconfirmed(problem, plan, certified_bounds);
    Verdict { findings, unconfirmed, certified, assignment, assessment }
}

/// Checks an assignment, which makes no statements about itself.
pub fn verify_assignment(problem: &Problem, assignment: Assignment) -> Verdict {
    let mut findings = Vec::new();
    let assessment = judge(problem, &problem.tally(&assignment), &mut findings);
    Verdict { findings, unconfirmed: Vec::new(), certified: None, assignment, assessment }
}

/// Checks the structure, the rules and the conditions of a question.
fn judge(problem: &Problem, tally: &Tally, findings: &mut Vec<Finding>) -> Assessment {
    structure::check(tally, findings);
    let assessment = problem.assess(tally);
    let breaches = assessment.breaches.iter();
    findings.extend(
        breaches
            .map(|breach| Finding { rule: breach.rule, sentence: breach.sentence.clone().into() }),
    );
    for sentence in problem.unmet(tally) {
        finding(findings, QUESTION, sentence);
    }
    assessment
}

fn finding(findings: &mut Vec<Finding>, rule: &'static str, sentence: impl Into<Argument>) {
    findings.push(Finding { rule, sentence: sentence.into() });
}
