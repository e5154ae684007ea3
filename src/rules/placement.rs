//! Rule `placement`: everyone gets at most one school, and leaving someone out costs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Binding, Card, Rule, RuleEffect, RulePart, Switch};
use crate::base::{Kilometres, Points};
use crate::instance::Student;
use crate::model::formulation::{Expression, ProgramDraft, Subject};
use crate::plan::Tally;
use crate::plan::assessment::{Assessment, Charged};
use crate::texts::Catalogue;

/// What the rule says.
pub static CARD: Card = Card {
    id: "placement",
    formula: "for each student s: Σ assigned(s, ·) + left_out(s) = count(s); \
              cost Σ worth(s) × left_out(s)",
    source: "Assignment problem with outside option (Kuhn, 1955)",
    effects: &[RuleEffect::Prices, RuleEffect::Binds],
    parts: &[RulePart::Binding],
    switch: Switch::Always,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Everyone a place
statement = A student gets at most one school. Each student left out costs `worth_km`, or the \
    student's own `unplaced_worth_km` (hardship and priority cases).
breach = { $student } has { $placed } placements for { $count ->
        [one] { $count } student
       *[other] { $count } students
    }
";

const DUTCH: &str = "\
title = Plaatsing
statement = Een student krijgt hoogstens één school. Wie geen plek krijgt kost `worth_km`, of \
    het eigen `unplaced_worth_km` van de student (nood en voorrang).
breach = { $student } heeft { $placed } plaatsingen voor { $count ->
        [one] { $count } student
       *[other] { $count } studenten
    }
";

/// A student gets at most one school; each student left out costs.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PlacementRule {
    /// What a student left out costs, unless the student has an own `unplaced_worth_km`.
    pub worth_km: Kilometres,
}

impl Default for PlacementRule {
    fn default() -> Self {
        Self { worth_km: Kilometres::whole(250) }
    }
}

impl PlacementRule {
    /// What leaving a student out costs.
    pub fn worth(&self, student: &Student) -> Points {
        student.unplaced.unwrap_or(self.worth_km.points())
    }
}

impl Rule for PlacementRule {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn binding(&self) -> Option<&dyn Binding> {
        Some(self)
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        for (id, student) in tally.instance.students.iter() {
            let placed = tally.placed(id);
            if placed > student.count {
                let sentence = CARD.message("breach").with("student", &student.id);
                let sentence = sentence.with("placed", placed).with("count", student.count);
                assessment.breach(CARD.id, sentence);
            }
            let cost = self.worth(student) * tally.left_out(id);
            assessment.charge(CARD.id, Charged::LeftOut(id), cost);
        }
    }
}

impl Binding for PlacementRule {
    fn formulate(&self, draft: &mut ProgramDraft) {
        let instance = draft.instance;
        for (id, student) in instance.students.iter() {
            let left_out = draft.left_out(id);
            draft.charge(self.worth(student), &left_out.into());
            let pairs = draft.candidates.of_student(id);
            let placed = Expression::sum(pairs.map(|pair| draft.assigned(pair)));
            let everyone = placed.plus_variable(1, left_out);
            let label = CARD.label("everyone", Subject::Student(id));
            draft.meaning(label, everyone, Some(student.count), Some(student.count));
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
        rule.plan("c", "s>h s>i t>h*2 t>i*2")
            .breaks(0, &["s has 2 placements for 1 student", "t has 4 placements for 3 students"]);
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
