//! Rule `spread`: the fuller a school, the more its next student costs.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Binding, Card, Rule, RuleEffect, RulePart, Switch};
use crate::base::{Kilometres, Points};
use crate::instance::{School, SchoolId, StudentId};
use crate::model::formulation::{Expression, ProgramDraft, Subject};
use crate::plan::Tally;
use crate::plan::assessment::{Assessment, Charged};
use crate::texts::Catalogue;

/// What the rule says.
pub static CARD: Card = Card {
    id: "spread",
    formula: "cost Σ over schools h, n = 1 … students(h): ⌊worth × (n − 1) / places(h)⌋",
    source: "Convex separable costs (Ibaraki and Katoh, 1988)",
    effects: &[RuleEffect::Prices, RuleEffect::Binds],
    parts: &[RulePart::Binding],
    switch: Switch::Off,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Fair spread
statement = Students are spread fairly: the n-th student (n from 1) at a school with p places \
    costs ⌊worth × (n − 1) / p⌋ points.
lifted = It makes no difference how full a school is.
";

const DUTCH: &str = "\
title = Spreiding
statement = Studenten worden eerlijk verdeeld: de n-de student (n vanaf 1) op een school met p \
    plekken kost ⌊`worth_km` × (n − 1) / p⌋ punten.
lifted = Hoe vol een school is maakt niet uit.
";

/// Each further student at a school costs more.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SpreadRule {
    /// Price approached by the last student of a full school: the n-th of p costs worth × (n − 1) / p.
    pub worth_km: Kilometres,
}

impl Default for SpreadRule {
    fn default() -> Self {
        Self { worth_km: Kilometres::whole(4) }
    }
}

/// Some students in a row that cost the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Step {
    /// What each costs.
    cost: Points,
    /// How many there are.
    width: i64,
}

impl SpreadRule {
    fn cost_of(&self, position: i64, school: &School) -> Points {
        Points(self.worth_km.points().0 * (position - 1) / school.places)
    }

    /// The steps of the first `most` students. Their number is bounded by `most`, not by the places that
    /// the input gives, which may be any number.
    fn steps(&self, school: &School, most: i64) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::new();
        for position in 1..=most.min(school.places) {
            let cost = self.cost_of(position, school);
            match steps.last_mut() {
                Some(last) if last.cost == cost => last.width += 1,
                _ => steps.push(Step { cost, width: 1 }),
            }
        }
        steps
    }

    /// Adds a variable per step of the price. Costs rise with n (they are convex), so that an optimum fills
    /// the cheaper steps first and no switches are needed.
    fn price_school(&self, draft: &mut ProgramDraft, id: SchoolId) {
        let students = draft.students_at(id);
        if students.terms.is_empty() {
            return;
        }
        let steps = self.steps(&draft.instance.schools[id], most_who_can_come(draft, id));
        let mut beyond = Expression::default();
        for (index, step) in steps.iter().enumerate() {
            let last = index + 1 == steps.len();
            let label = CARD.label("step", Subject::Step(id, index as i64));
            let counter = draft.counter(label, (!last).then_some(step.width));
            draft.charge(step.cost, &counter.into());
            beyond = beyond.plus_variable(1, counter);
        }
        let label = CARD.label("steps", Subject::School(id));
        draft.meaning(label, beyond.plus(-1, &students), Some(0), Some(0));
    }
}

/// How many students can be at a school, if each of its pairs is chosen: an upper bound that holds
/// whatever other rules demand.
fn most_who_can_come(draft: &ProgramDraft, school: SchoolId) -> i64 {
    let pairs = draft.candidates.at_school(school).iter();
    // A student with pairs in several settings counts once.
    let students: BTreeSet<StudentId> =
        pairs.map(|&pair| draft.candidates.pairs[pair].student).collect();
    students.into_iter().map(|student| draft.instance.students[student].count).sum()
}

impl Rule for SpreadRule {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn binding(&self) -> Option<&dyn Binding> {
        Some(self)
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        for (id, school) in tally.instance.schools.iter().filter(|(_, school)| school.places > 0) {
            let cost: Points =
                (1..=tally.students_at(id)).map(|position| self.cost_of(position, school)).sum();
            assessment.charge(CARD.id, Charged::School(id), cost);
        }
    }
}

impl Binding for SpreadRule {
    fn formulate(&self, draft: &mut ProgramDraft) {
        for (id, school) in draft.instance.schools.iter() {
            if school.places > 0 {
                self.price_school(draft, id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::model::formulation::{Purpose, Subject};
    use crate::testing::{example, tiny, twin};

    fn world(settings: &serde_json::Value) -> serde_json::Value {
        json!({
            "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
            "schools": [
                { "id": "h", "places": 3 }, { "id": "i", "places": 0 },
                { "id": "j", "places": 7, "board": "x" },
            ],
            "clusters": [{ "id": "c", "schools": ["h", "i"], "meeting_days": ["tue", "wed"] }],
            "students": [{ "id": "s", "count": 8 }, { "id": "f", "year": 4 }],
            "rules": { "spread": settings },
        })
    }

    #[test]
    fn each_next_student_costs_more_rounded_down() {
        let rule = example(world(&json!({})), "spread");
        rule.plan("c", "s>h*1").costs(0);
        // ⌊4000 × 1 / 3⌋ and ⌊4000 × 2 / 3⌋; year 4 takes a place like others.
        rule.plan("c", "s>h*1 f>h").costs(1_333);
        rule.plan("c/wed", "s>h*2 f>h").costs(1_333 + 2_666);
        // ⌊4000 × n / 7⌋ for n = 0 … 3.
        rule.plan("", "s>j*4").costs(571 + 1_142 + 1_714);
    }

    #[test]
    fn a_small_worth_may_round_to_nothing() {
        let rule = example(world(&json!({ "worth_km": 0.003 })), "spread");
        // ⌊3 n / 7⌋ for n = 0 … 6 is 0, 0, 0, 1, 1, 2, 2; ⌊3 n / 3⌋ is n.
        rule.plan("c", "s>j*3").costs(0);
        rule.plan("c", "s>j*5 s>h*3").costs(1 + 1 + 1 + 2);
        rule.plan("c", "s>j*7").costs(1 + 1 + 2 + 2);
    }

    /// A number in the input must not make the program grow: 9,999 places for 9 students on two days
    /// need 9 steps, with the costs of 9,999 places.
    #[test]
    fn steps_end_with_the_students_who_can_come() {
        let mut document = world(&json!({ "worth_km": 9_999 }));
        document["schools"][0]["places"] = json!(9_999);
        let problem = tiny(document.clone());
        let candidates = problem.sieve().unwrap();
        let program = problem.formulate(&candidates, Purpose::Plan);
        let (school, _) = problem.instance.schools.iter().next().unwrap();
        let of_school = program.variables.values().filter(
            |variable| matches!(variable.label.subject, Subject::Step(id, _) if id == school),
        );
        assert_eq!(of_school.count(), 9);
        example(document, "spread").plan("c", "s>h*8 f>h").costs(1_000 * (1..=8).sum::<i64>());
    }

    #[test]
    fn the_program_agrees() {
        twin(world(&json!({})), "spread");
        twin(world(&json!({ "worth_km": 0.003 })), "spread");
    }
}
