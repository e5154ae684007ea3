//! Rule `spread`: the fuller a school, the more its next student costs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch};
use crate::base::{Kilometres, Points};
use crate::input::errors::InputErrors;
use crate::instance::{Instance, School, SchoolId};
use crate::model::formulation::{Draft, Expression, Label, Names, Subject};
use crate::plan::assessment::{Assessment, Charged};
use crate::plan::{Conventions, Placing, Tally};

/// Each further student at a school costs more.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Spread {
    /// What a full school's last student nearly costs.
    pub worth_km: Kilometres,
}

impl Default for Spread {
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

impl Spread {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "spread",
        title: "Fair spread",
        statement: "Students are spread fairly: the n-th student (n from 1) at a school with p \
                    places costs ⌊worth × (n − 1) / p⌋ points.",
        formula: "cost Σ over schools h, n = 1 … students(h): ⌊worth × (n − 1) / places(h)⌋",
        source: "Convex separable costs (Ibaraki and Katoh, 1988)",
        effects: &[Effect::Prices, Effect::Binds],
        switch: Switch::Off,
    };

    fn cost_of(&self, position: i64, school: &School) -> Points {
        Points(self.worth_km.points().0 * (position - 1) / school.places)
    }

    fn steps(&self, school: &School) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::new();
        for position in 1..=school.places {
            let cost = self.cost_of(position, school);
            match steps.last_mut() {
                Some(last) if last.cost == cost => last.width += 1,
                _ => steps.push(Step { cost, width: 1 }),
            }
        }
        steps
    }

    /// Costs rise with n, so that the cheaper steps fill first by themselves.
    fn price_school(&self, draft: &mut Draft, id: SchoolId) {
        let students = draft.students_at(id);
        if students.terms.is_empty() {
            return;
        }
        let steps = self.steps(&draft.instance.schools[id]);
        let mut beyond = Expression::default();
        for (index, step) in steps.iter().enumerate() {
            let last = index + 1 == steps.len();
            let label = Self::CARD.label("step", Subject::Step(id, index as i64));
            let counter = draft.counter(label, (!last).then_some(step.width));
            draft.charge(step.cost, &counter.into());
            beyond = beyond.plus_variable(1, counter);
        }
        let label = Self::CARD.label("steps", Subject::School(id));
        draft.meaning(label, beyond.plus(-1, &students), Some(0), Some(0));
    }
}

impl Rule for Spread {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    fn admit(&self, _: &Placing) -> Result<(), Refusal<'_>> {
        Ok(())
    }

    fn price(&self, _: &Placing) -> Points {
        Points::ZERO
    }

    fn formulate(&self, draft: &mut Draft) {
        for (id, school) in draft.instance.schools.iter() {
            if school.places > 0 {
                self.price_school(draft, id);
            }
        }
    }

    fn demand_in_words(&self, _: &Names, _: &Label) -> String {
        Self::CARD.statement.to_owned()
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        for (id, school) in tally.instance.schools.iter().filter(|(_, school)| school.places > 0) {
            let cost: Points =
                (1..=tally.students_at(id)).map(|position| self.cost_of(position, school)).sum();
            assessment.charge(Self::CARD.id, Charged::School(id), cost);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{example, twin};

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

    #[test]
    fn the_program_agrees() {
        twin(world(&json!({})), "spread");
        twin(world(&json!({ "worth_km": 0.003 })), "spread");
    }
}
