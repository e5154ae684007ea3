//! Rule `admission`: schools that take only some programmes or years, and mbo students.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch, assess_placings};
use crate::assessment::Assessment;
use crate::base::Points;
use crate::candidates::{Conventions, Placing, Tally};
use crate::formulation::{Draft, Label, Names};
use crate::input_errors::InputErrors;
use crate::instance::{Instance, Programme};

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

    fn admit(&self, placing: &Placing) -> Result<(), Refusal> {
        let (student, school) = (placing.student(), placing.school());
        let refuse = |what: String| Err(Refusal(format!("{} takes no {what}", school.id)));
        if school.programmes.as_ref().is_some_and(|only| !only.contains(&student.programme)) {
            return refuse(format!("{} students", student.programme));
        }
        if school.years.as_ref().is_some_and(|only| !only.contains(&student.year)) {
            return refuse(format!("students of year {}", student.year));
        }
        if student.programme == Programme::Mbo && !school.ikc {
            return refuse("mbo students: it is no integral child centre".to_owned());
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
