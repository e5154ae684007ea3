//! A plan beside what a certificate proves of its problem.

use super::Finding;
use super::found::Found;
use crate::certificate::CertifiedLevel;
use crate::instance::Goal;
use crate::message;
use crate::plan::assessment::Assessment;
use crate::plan::{Plan, Tally};
use crate::rules::goals;

/// What is certified of one goal of a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CertifiedBound {
    /// The goal.
    pub goal: Goal,
    /// Its value in the plan, counted.
    pub value: i64,
    /// The bound that the plan states, if it does.
    pub stated: Option<i64>,
    /// No plan goes below this, given the values of the levels before.
    pub certified: i64,
}

impl CertifiedBound {
    /// Whether nothing of the bound that the plan states rests on anyone's word.
    pub fn is_whole(&self) -> bool {
        self.certified >= self.stated.unwrap_or(0)
    }
}

/// What a certificate proves of each goal of a plan, in order. A level counts as long as the plan reaches in those before
/// it what the certificate supposes.
pub fn bounds(
    plan: &Plan,
    tally: &Tally,
    assessment: &Assessment,
    proven: &[CertifiedLevel],
) -> Vec<CertifiedBound> {
    let mut bounds = Vec::new();
    for (position, level) in proven.iter().enumerate() {
        let value = goals::value(level.goal, tally, assessment);
        let stated = plan.goals.iter().flatten().nth(position).map(|stated| stated.bound);
        bounds.push(CertifiedBound { goal: level.goal, value, stated, certified: level.bound });
        if value > level.value {
            break;
        }
    }
    bounds
}

/// Adds a finding where a plan that keeps all rules is better than a certificate says any is, and where it states that
/// more is certified than is.
pub fn check(plan: &Plan, certified: Option<&[CertifiedBound]>, findings: &mut Vec<Finding>) {
    let mut found = Found(findings);
    for level in certified.unwrap_or_default().iter().filter(|level| level.certified > level.value)
    {
        found.add(message!(
            "verify-certificate-contradicts",
            goal = level.goal.to_string(),
            value = level.value,
            certified = level.certified,
        ));
    }
    for (position, level) in plan.goals.iter().flatten().enumerate() {
        let Some(stated) = level.certified else { continue };
        let goal = level.goal.to_string();
        let proven =
            certified.map(|certified| certified.get(position).map_or(0, |one| one.certified));
        if stated < 0 || stated > level.bound {
            let bound = level.bound;
            found.add(message!(
                "verify-certified-outside",
                goal = goal,
                stated = stated,
                bound = bound
            ));
        } else if let Some(proven) = proven.filter(|&proven| proven < stated) {
            found.add(message!(
                "verify-certified-less",
                goal = goal,
                stated = stated,
                proven = proven
            ));
        }
    }
}
