//! Rule `fixed`: the planner's word.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch};
use crate::base::Points;
use crate::input::errors::InputErrors;
use crate::instance::Instance;
use crate::model::formulation::{Draft, Expression, Label, Names, Subject};
use crate::plan::assessment::Assessment;
use crate::plan::{Conventions, Placing, Tally};

/// A student with `fixed` is placed at that school, whatever other rules refuse.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Fixed {}

impl Fixed {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "fixed",
        title: "Fixed by the planner",
        statement: "A student with `fixed` is placed at that school; a whole cohort is. No other \
                    rule refuses that pair: what would have been refused is priced where the rule \
                    has a price, and listed as overridden. Rules that bind a whole still bind.",
        formula: "for each student s with fixed(s) = h: Σ assigned(s, h, ·) = count(s)",
        source: "The planner decides",
        effects: &[Effect::Refuses, Effect::Binds],
        switch: Switch::On,
    };
}

impl Rule for Fixed {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    fn admit<'a>(&'a self, placing: &'a Placing) -> Result<(), Refusal<'a>> {
        match placing.student().fixed {
            Some(fixed) if fixed != placing.school_id => Err(Refusal::new(move || {
                let [fixed, other] =
                    [fixed, placing.school_id].map(|id| &placing.instance.schools[id].id);
                format!("{} is fixed at {fixed}, not at {other}", placing.student().id)
            })),
            _ => Ok(()),
        }
    }

    fn price(&self, _: &Placing) -> Points {
        Points::ZERO
    }

    fn formulate(&self, draft: &mut Draft) {
        let instance = draft.instance;
        for (id, student) in instance.students.iter().filter(|(_, student)| student.fixed.is_some())
        {
            let pairs = draft.candidates.of_student(id);
            let placed = Expression::sum(pairs.map(|pair| draft.assigned(pair)));
            let label = Self::CARD.label("placed", Subject::Student(id));
            draft.demand(label, placed, Some(student.count), None);
        }
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> String {
        let Subject::Student(student) = label.subject else {
            return Self::CARD.statement.to_owned();
        };
        let student = &names.instance.students[student];
        match student.fixed {
            Some(school) => {
                let school = &names.instance.schools[school].id;
                format!("{} is placed at {school}, fixed by the planner", student.id)
            }
            None => Self::CARD.statement.to_owned(),
        }
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        let instance = tally.instance;
        for (id, student) in instance.students.iter() {
            let Some(fixed) = student.fixed else { continue };
            let own =
                tally.assignment.placements.iter().filter(|placement| placement.student == id);
            let there: i64 =
                own.filter(|placement| placement.school == fixed).map(|one| one.count).sum();
            if there != student.count || tally.placed(id) != student.count {
                let school = &instance.schools[fixed].id;
                let sentence = format!(
                    "{there} of {} of {} are at {school}, fixed",
                    student.count, student.id
                );
                assessment.breach(Self::CARD.id, sentence);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{example, twin};

    #[test]
    fn a_fixed_cohort_is_there_as_a_whole() {
        let rule = example(
            json!({
                "schools": [{ "id": "h", "places": 9 }, { "id": "i", "places": 9 }],
                "clusters": [{ "id": "c", "schools": ["h", "i"] }],
                "students": [{ "id": "s", "count": 3, "fixed": "h" }, { "id": "t" }],
                "rules": { "fixed": {} },
            }),
            "fixed",
        );
        rule.plan("c", "s>h*3 t>i").costs(0);
        rule.plan("c", "t>h").breaks(0, &["0 of 3 of s are at h, fixed"]);
        rule.plan("c", "s>h*2").breaks(0, &["2 of 3 of s are at h, fixed"]);
        rule.plan("c", "s>h*2 s>i*1").breaks(0, &["2 of 3 of s are at h, fixed"]);
        rule.plan("c", "s>h*3 s>i*1").breaks(0, &["3 of 3 of s are at h, fixed"]);
    }

    /// Refused: limit 10 km, `must`, `not`, mbo without a child centre, and again at h.
    const REFUSED: &str = r#"{
        "schools": [{ "id": "h", "places": 2, "denomination": ["pc"] }, { "id": "i", "places": 2, "ikc": true }],
        "clusters": [{ "id": "c", "schools": ["h"] }, { "id": "d", "schools": ["i"] }],
        "students": [
            { "id": "s", "programme": "mbo", "fixed": "h", "days": [], "not": ["b"], "previous": ["h"],
              "denomination": { "wish": ["rk"], "strength": "must" } },
            { "id": "t", "count": 2 }
        ],
        "travel": { "table": [
            { "from": "s", "to": "h", "m": 11000 }, { "from": "s", "to": "i", "m": 1 },
            { "from": "t", "to": "h", "m": 10 }, { "from": "t", "to": "i", "m": 10000 }
        ] },
        "rules": {
            "fixed": {}, "travel": { "limit_km": 10 }, "denomination": {}, "exclusion": {}, "variety": {},
            "admission": {}, "meeting_day": { "hard": true }, "interprofessional": { "max_percent": 50 }
        }
    }"#;

    #[test]
    fn what_would_have_been_refused_is_priced_and_listed() {
        let problem = crate::testing::tiny(serde_json::from_str(REFUSED).unwrap());
        let assignment = crate::testing::assignment(&problem.instance, "c", "s>h t>h*1");
        let assessment = problem.assess(&problem.tally(&assignment));
        let overridden: Vec<&str> = assessment.overridden.iter().map(|one| one.rule).collect();
        let refusing =
            ["meeting_day", "denomination", "travel", "exclusion", "admission", "variety"];
        assert_eq!(overridden, refusing);
        assert_eq!(assessment.breaches, []);
        // Meeting, denomination, journey and once more at h; t's journey; one of t left out.
        assert_eq!(assessment.total().0, 20_000 + 15_000 + 11_000 + 30_000 + 10 + 250_000);
    }

    #[test]
    fn rules_that_bind_a_whole_still_bind() {
        let mut document: serde_json::Value = serde_json::from_str(REFUSED).unwrap();
        document["schools"][0]["places"] = json!(1);
        let rule = example(document, "places");
        rule.plan("c", "s>h t>h*1").breaks(0, &["h has 2 students in 1 places"]);
        let rule = example(serde_json::from_str(REFUSED).unwrap(), "interprofessional");
        let sentence = "cluster c has 1 mbo students among 1 members, more than 50%";
        rule.plan("c", "s>h").breaks(0, &[sentence]);
    }

    #[test]
    fn with_the_rule_off_the_planner_says_nothing() {
        let mut document: serde_json::Value = serde_json::from_str(REFUSED).unwrap();
        document["rules"]["fixed"] = json!(false);
        let rule = example(document, "travel");
        rule.plan("c d", "t>i*2").costs(2 * 10_000);
        rule.plan("c", "s>h")
            .breaks(11_000, &["the journey of s to h is 11000 m, more than 10000 m"])
            .overrides(&[]);
    }

    #[test]
    fn the_program_agrees() {
        twin(serde_json::from_str(REFUSED).unwrap(), "fixed");
        twin(
            json!({
                "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
                "schools": [
                    { "id": "h", "places": 3 }, { "id": "i", "places": 2 },
                    { "id": "j", "places": 1, "board": "x" },
                ],
                "clusters": [{ "id": "c", "schools": ["h", "i"], "meeting_days": ["tue", "wed"] }],
                "students": [
                    { "id": "s", "count": 2, "fixed": "h" }, { "id": "f", "year": 4, "fixed": "j" },
                    { "id": "t" },
                ],
                "rules": { "fixed": {} },
            }),
            "fixed",
        );
    }
}
