//! Rule `placement`: everyone gets at most one school, and leaving someone out costs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch};
use crate::base::{Kilometres, Points};
use crate::input::errors::InputErrors;
use crate::instance::{Instance, Student};
use crate::model::formulation::{Draft, Expression, Label, Names, Subject};
use crate::plan::assessment::{Assessment, Charged};
use crate::plan::{Conventions, Placing, Tally};

/// A student gets at most one school; each student left out costs.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Placement {
    /// What a student left out costs, unless the student has an own `unplaced_worth_km`.
    pub worth_km: Kilometres,
}

impl Default for Placement {
    fn default() -> Self {
        Self { worth_km: Kilometres::whole(250) }
    }
}

impl Placement {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "placement",
        title: "Everyone a place",
        statement: "A student gets at most one school. Each student left out costs `worth_km`, \
                    or the student's own `unplaced_worth_km` (hardship and priority cases).",
        formula: "for each student s: Σ assigned(s, ·) + left_out(s) = count(s); \
                  cost Σ worth(s) × left_out(s)",
        source: "Assignment problem with outside option (Kuhn, 1955)",
        effects: &[Effect::Prices, Effect::Binds],
        switch: Switch::Always,
    };

    /// What leaving a student out costs.
    pub fn worth(&self, student: &Student) -> Points {
        student.unplaced.unwrap_or(self.worth_km.points())
    }
}

impl Rule for Placement {
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
        let instance = draft.instance;
        for (id, student) in instance.students.iter() {
            let left_out = draft.left_out(id);
            draft.charge(self.worth(student), &left_out.into());
            let pairs = draft.candidates.of_student(id);
            let placed = Expression::sum(pairs.map(|pair| draft.assigned(pair)));
            let everyone = placed.plus_variable(1, left_out);
            let label = Self::CARD.label("everyone", Subject::Student(id));
            draft.meaning(label, everyone, Some(student.count), Some(student.count));
        }
    }

    fn demand_in_words(&self, _: &Names, _: &Label) -> String {
        Self::CARD.statement.to_owned()
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        for (id, student) in tally.instance.students.iter() {
            let placed = tally.placed(id);
            if placed > student.count {
                let sentence = format!(
                    "{} has {placed} placements for {} student(s)",
                    student.id, student.count
                );
                assessment.breach(Self::CARD.id, sentence);
            }
            let cost = self.worth(student) * tally.left_out(id);
            assessment.charge(Self::CARD.id, Charged::LeftOut(id), cost);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{example, twin};

    #[test]
    fn each_student_left_out_costs() {
        let rule = example(
            json!({
                "schools": [{ "id": "h", "places": 9 }],
                "clusters": [{ "id": "c", "schools": ["h"] }],
                "students": [
                    { "id": "s" }, { "id": "t", "count": 3, "unplaced_worth_km": 400.5 },
                    { "id": "u", "unplaced_worth_km": 0 },
                ],
            }),
            "placement",
        );
        rule.plan("c", "s>h t>h*3 u>h").costs(0);
        rule.plan("c", "s>h t>h*1").costs(2 * 400_500);
        rule.plan("", "").costs(250_000 + 3 * 400_500);
    }

    #[test]
    fn nobody_has_two_places() {
        let rule = example(
            json!({
                "schools": [{ "id": "h", "places": 9 }, { "id": "i", "places": 9 }],
                "clusters": [{ "id": "c", "schools": ["h", "i"] }],
                "students": [{ "id": "s" }, { "id": "t", "count": 3 }],
                "rules": { "placement": { "worth_km": 1.5 } },
            }),
            "placement",
        );
        rule.plan("c", "t>h*2 t>i*1").costs(1_500);
        rule.plan("c", "s>h s>i t>h*2 t>i*2").breaks(
            0,
            &["s has 2 placements for 1 student(s)", "t has 4 placements for 3 student(s)"],
        );
    }

    #[test]
    fn the_program_agrees() {
        let seen = twin(
            json!({
                "schools": [{ "id": "h", "places": 2 }, { "id": "i", "places": 2 }],
                "clusters": [{ "id": "c", "schools": ["h"] }, { "id": "d", "schools": ["i"] }],
                "students": [
                    { "id": "s" }, { "id": "t", "count": 3, "unplaced_worth_km": 400 },
                    { "id": "u", "year": 4 },
                ],
            }),
            "placement",
        );
        assert!(seen.broken > 0);
    }
}
