//! Rule `admission`: schools that take only some programmes or years, and mbo students.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch, assess_placings};
use crate::base::Points;
use crate::input::errors::InputErrors;
use crate::instance::{Instance, Programme};
use crate::model::formulation::{Draft, Label, Names};
use crate::plan::assessment::Assessment;
use crate::plan::{Conventions, Placing, Tally};

/// A school's own `programmes` and `years`; `mbo` needs an integral child centre.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Admission {}

impl Admission {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "admission",
        title: "Admission",
        statement: "A school that lists `programmes` or `years` takes only those. A student of \
                    programme `mbo` needs a school with `ikc`.",
        formula: "pair (s, h) only if programme(s) ∈ programmes(h), year(s) ∈ years(h), and \
                  ikc(h) where programme(s) = mbo",
        source: "Cooperation with mbo: pedagogy students learn at integral child centres",
        effects: &[Effect::Refuses],
        switch: Switch::On,
    };
}

impl Rule for Admission {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    fn admit<'a>(&'a self, placing: &'a Placing) -> Result<(), Refusal<'a>> {
        let (student, school) = (placing.student(), placing.school());
        if school.programmes.as_ref().is_some_and(|only| !only.contains(&student.programme)) {
            return Err(Refusal::new(move || {
                format!("{} takes no {} students", school.id, student.programme)
            }));
        }
        if school.years.as_ref().is_some_and(|only| !only.contains(&student.year)) {
            return Err(Refusal::new(move || {
                format!("{} takes no students of year {}", school.id, student.year)
            }));
        }
        if student.programme == Programme::Mbo && !school.ikc {
            return Err(Refusal::new(move || {
                format!("{} takes no mbo students: it is no integral child centre", school.id)
            }));
        }
        Ok(())
    }

    fn price(&self, _: &Placing) -> Points {
        Points::ZERO
    }

    fn formulate(&self, _: &mut Draft) {}

    fn demand_in_words(&self, _: &Names, _: &Label) -> String {
        Self::CARD.statement.to_owned()
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        assess_placings(self, tally, assessment);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{example, twin};

    const WORLD: &str = r#"{
        "schools": [
            { "id": "h", "places": 3, "programmes": ["voltijd", "mbo"], "years": [1, 4] },
            { "id": "i", "places": 2, "ikc": true, "years": [2] }, { "id": "j", "places": 2 }
        ],
        "clusters": [{ "id": "c", "schools": ["h", "i"] }, { "id": "d", "schools": ["j"] }],
        "students": [
            { "id": "v1", "count": 2 }, { "id": "d2", "programme": "deeltijd", "year": 2 },
            { "id": "m2", "programme": "mbo", "year": 2 }
        ],
        "rules": { "admission": {} }
    }"#;

    #[test]
    fn a_school_takes_only_what_it_lists() {
        let rule = example(serde_json::from_str(WORLD).unwrap(), "admission");
        rule.plan("c d", "v1>h*2 d2>i m2>i").costs(0);
        rule.plan("c d", "v1>i*2 d2>j").breaks(0, &["i takes no students of year 1"]);
        rule.plan("c d", "d2>h").breaks(0, &["h takes no deeltijd students"]);
    }

    #[test]
    fn mbo_needs_an_integral_child_centre() {
        let mut document: serde_json::Value = serde_json::from_str(WORLD).unwrap();
        document["students"][2]["year"] = json!(4);
        let rule = example(document, "admission");
        // h lists mbo and year 4 and is no child centre; i is one and takes year 2 only.
        let sentence = |school: &str| {
            format!("{school} takes no mbo students: it is no integral child centre")
        };
        rule.plan("c d", "m2>h").breaks(0, &[&sentence("h")]);
        rule.plan("c d", "m2>j").breaks(0, &[&sentence("j")]);
        rule.plan("c d", "m2>i").breaks(0, &["i takes no students of year 4"]);
    }

    #[test]
    fn the_program_agrees() {
        twin(serde_json::from_str(WORLD).unwrap(), "admission");
    }
}
