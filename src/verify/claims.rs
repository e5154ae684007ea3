//! The statements of a plan about itself: instance, status, score, goal levels, lots and indicators.
//!
//! Everything that the plan states and that can be recomputed is; what it leaves out is not checked.

use super::Finding;
use super::certified::CertifiedBound;
use super::entries::Entries;
use super::found::Found;
use crate::composing::indicators::indicators;
use crate::composing::pairs;
use crate::instance::Goal;
use crate::message;
use crate::plan::assessment::Assessment;
use crate::plan::{EarlierCoreCount, GoalLevel, PairEntry, Plan, Status, Tally};
use crate::problem::{Lottery, Problem};
use crate::rules::goals;
use crate::texts::{Argument, Message};

/// Adds a finding for every false statement of a plan that keeps all rules.
pub fn check(
    problem: &Problem,
    plan: &Plan,
    tally: &Tally,
    assessment: &Assessment,
    findings: &mut Vec<Finding>,
) {
    let mut claims = Claims { plan, tally, assessment, findings: Found(findings) };
    if plan.previous.is_some() && problem.instance.previous_plan.is_none() {
        // Without the previous plan every statement about points would differ, which is not the plan's fault.
        claims.findings.add(message!("verify-previous-absent"));
        return;
    }
    if let Some(previous) = problem.instance.previous_plan.as_ref()
        && plan.previous.as_ref().is_some_and(|stated| stated.sha256 != previous.sha256)
    {
        // Against another one too.
        claims.findings.add(message!("verify-other-previous"));
        return;
    }
    claims.instance(problem);
    claims.engine();
    claims.previous();
    claims.score();
    claims.goals(problem);
    claims.status();
    Entries::new(problem, plan, tally, assessment).check(&mut claims.findings);
    claims.pairs();
    if plan.indicators.as_ref().is_some_and(|stated| *stated != indicators(problem, tally)) {
        claims.findings.add(message!("verify-indicators"));
    }
    if plan.verified == Some(false) {
        claims.findings.add(message!("verify-verified"));
    }
}

/// Adds a finding for every lot that differs from the one drawn again.
pub fn check_lot(
    problem: &Problem,
    plan: &Plan,
    drawn: Option<&Lottery>,
    findings: &mut Vec<Finding>,
) {
    let (Some(stated), Some(drawn)) = (&plan.lot, drawn) else { return };
    let mut findings = Found(findings);
    let numbers = drawn.numbers(&problem.instance);
    for (student, number) in &stated.numbers {
        match numbers.get(student) {
            Some(drawn) => {
                findings.equal(message!("verify-the-lot", student = student), Some(number), drawn);
            }
            None => findings.add(message!("verify-lot-of-nobody", student = student)),
        }
    }
    for student in numbers.keys().filter(|&student| !stated.numbers.contains_key(student)) {
        findings.add(message!("verify-lot-missing", student = student));
    }
}

/// The statements that nobody can recompute from a plan, its instance and what a certificate proves.
pub fn unconfirmed(problem: &Problem, plan: &Plan, certified: &[CertifiedBound]) -> Vec<Message> {
    let mut claims = Vec::new();
    for (position, level) in plan.goals.iter().flatten().enumerate() {
        // A plan is never worse than its own value: only a bound above the trivial one says anything. What is certified in
        // part is said with its certificate.
        if level.bound > 0 && certified.get(position).is_none() {
            let goal = level.goal.to_string();
            claims.push(message!("verify-claim-bound", goal = goal, bound = level.bound));
        }
    }
    match (plan.status, &plan.goals) {
        (Some(status), None) => {
            claims.push(message!("verify-claim-status", status = status.word()));
        }
        (Some(Status::Optimal), Some(levels)) => {
            let is_proven = |(position, level): (usize, &GoalLevel)| {
                level.bound == 0 || certified.get(position).is_some_and(CertifiedBound::is_whole)
            };
            if !levels.iter().enumerate().all(is_proven) {
                claims.push(message!("verify-claim-optimal"));
            }
        }
        _ => {}
    }
    if let Some(engine) = &plan.engine {
        claims.push(message!(
            "verify-claim-engine",
            name = &engine.name,
            version = &engine.version,
            solver = &engine.solver,
            solver_version = &engine.solver_version,
        ));
    }
    let earlier = problem.instance.previous_plan.as_ref();
    if earlier.is_some_and(|earlier| earlier.is_stated) {
        claims.push(message!("verify-claim-previous"));
    }
    let stated = plan.previous.as_ref().and_then(|previous| previous.max_changes);
    // A limit that is known from the plan alone confirms nothing of it.
    let asked =
        earlier.filter(|earlier| !earlier.is_stated).and_then(|earlier| earlier.max_changes);
    if let (Some(stated), None) = (stated, asked) {
        claims.push(message!("verify-claim-max-changes", count = stated));
    }
    claims
}

struct Claims<'a> {
    plan: &'a Plan,
    tally: &'a Tally<'a>,
    assessment: &'a Assessment,
    findings: Found<'a>,
}

impl Claims<'_> {
    fn instance(&mut self, problem: &Problem) {
        let Some(instance) = &self.plan.instance else { return };
        let (name, sha256) = (message!("verify-the-name"), message!("verify-the-hash"));
        self.findings.equal(name, Some(&instance.name), &problem.instance.name);
        self.findings.equal(sha256, Some(&instance.sha256), &problem.sha256());
    }

    /// Which program made a plan cannot be recomputed; that none did is false.
    fn engine(&mut self) {
        let Some(engine) = &self.plan.engine else { return };
        let parts = [&engine.name, &engine.version, &engine.solver, &engine.solver_version];
        if parts.into_iter().any(|part| part.trim().is_empty()) {
            self.findings.add(message!("verify-engine-empty"));
        }
    }

    /// What a plan states of pairs, but for the planner's reasons, which the instance need not have any more.
    fn pairs(&mut self) {
        let without_reasons = |pairs: &[PairEntry]| -> Vec<PairEntry> {
            pairs.iter().map(|pair| PairEntry { because: None, ..pair.clone() }).collect()
        };
        let Some(stated) = self.plan.pairs.as_deref().map(without_reasons) else { return };
        let counted = pairs(self.tally).as_deref().map(without_reasons).unwrap_or_default();
        if stated != counted {
            self.findings.add(message!("verify-pairs"));
        }
    }

    fn previous(&mut self) {
        let (Some(stated), Some(previous)) =
            (&self.plan.previous, &self.tally.instance.previous_plan)
        else {
            return;
        };
        let changes = self.tally.changes();
        let instance = self.tally.instance;
        if !stated.agrees_on_students(instance, previous) {
            self.findings.add(message!("verify-previous-students"));
        }
        if let Some(counted) = previous.core_students {
            let stated = stated.core_students.map(EarlierCoreCount::get);
            self.findings.equal(message!("verify-the-core-students"), stated.as_ref(), &counted);
        }
        self.findings.equal(message!("verify-the-changes"), Some(&stated.changes), &changes);
        if let Some(most) = stated.max_changes.filter(|&most| changes > most) {
            self.findings.add(message!("verify-too-many-changes", most = most, count = changes));
        }
        if let Some(asked) = previous.max_changes
            && stated.max_changes != Some(asked)
        {
            let stated = match stated.max_changes {
                Some(most) => Argument::from(most),
                None => message!("verify-none").into(),
            };
            self.findings.differs(message!("verify-the-max-changes"), stated, asked);
        }
    }

    fn score(&mut self) {
        let Some(score) = &self.plan.score else { return };
        let total = message!("verify-the-total");
        self.findings.equal(total, Some(&score.total), &self.assessment.total());
        // A foreign plan may state its total alone; one that states charges must state all of them.
        if !score.rules.is_empty() || states_charges(self.plan) {
            let counted = super::entries::named(self.assessment.per_rule());
            let rules = message!("verify-the-rules");
            super::entries::charged(rules, Some(&score.rules), &counted, &mut self.findings);
        }
    }

    fn goals(&mut self, problem: &Problem) {
        let Some(levels) = &self.plan.goals else { return };
        let stated = levels.iter().map(|level| level.goal);
        let lot = self.plan.lot.iter().map(|_| Goal::Lot);
        if !stated.eq(problem.instance.goals.iter().copied().chain(lot)) {
            self.findings.add(message!("verify-other-goals"));
        }
        for level in levels {
            let goal = || level.goal.to_string();
            let value = goals::value(level.goal, self.tally, self.assessment);
            let what = message!("verify-the-value", goal = goal());
            self.findings.equal(what, Some(&level.value), &value);
            let GoalLevel { gap, .. } = GoalLevel::new(level.goal, level.value, level.bound);
            if level.bound > level.value || level.bound < 0 {
                self.findings.add(message!(
                    "verify-bound-outside",
                    goal = goal(),
                    bound = level.bound,
                    value = level.value,
                ));
            } else {
                // Division is correctly rounded (IEEE 754): two whole numbers have one gap, to the last bit.
                self.findings.equal(
                    message!("verify-the-gap", goal = goal()),
                    Some(&level.gap),
                    &gap,
                );
            }
        }
    }

    /// A status against the bounds: all closed is optimal, and nothing else is.
    fn status(&mut self) {
        let Some(levels) = &self.plan.goals else {
            if self.plan.status == Some(Status::Infeasible) {
                self.findings.add(message!("verify-infeasible"));
            }
            return;
        };
        let is_open = levels.iter().any(|level| level.bound < level.value);
        match self.plan.status {
            Some(Status::Optimal) if is_open => self.findings.add(message!("verify-not-optimal")),
            Some(Status::Infeasible) => self.findings.add(message!("verify-infeasible")),
            Some(status @ (Status::Gap | Status::TimeLimit)) if !is_open => {
                self.findings.add(message!("verify-not-open", status = status.word()));
            }
            _ => {}
        }
    }
}

/// Whether a plan states points for any of its entries.
fn states_charges(plan: &Plan) -> bool {
    let unplaced = plan.unplaced.iter().flatten();
    plan.clusters.iter().any(|cluster| cluster.charged.is_some())
        || plan.placements.iter().any(|placement| placement.charged.is_some())
        || unplaced.into_iter().any(|unplaced| unplaced.charged.is_some())
}
