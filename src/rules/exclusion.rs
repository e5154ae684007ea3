//! Rule `exclusion`: where a student is never placed, and the only places for one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch, assess_placings};
use crate::assessment::Assessment;
use crate::base::Points;
use crate::candidates::{Conventions, Placing, Tally};
use crate::formulation::{Draft, Label, Names};
use crate::input_errors::InputErrors;
use crate::instance::Instance;

/// A student's `not` and `only` lists.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Exclusion {}

impl Exclusion {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "exclusion",
        title: "Exclusion",
        statement: "A student is never placed at a school, in an existing cluster or at a board \
                    that the student's `not` list names; a student with an `only` list is placed \
                    only at, in or under what it names.",
        formula: "pair (s, h) only if h lies in none of not(s), and in one of only(s) where given",
        source: "Own child's school, relatives, the old school; the same learning community",
        effects: &[Effect::Refuses],
        switch: Switch::On,
    };
}

impl Rule for Exclusion {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    fn admit(&self, placing: &Placing) -> Result<(), Refusal> {
        let (student, school) = (placing.student(), &placing.school().id);
        let at = |named: &crate::instance::Named| placing.instance.is_at(placing.school_id, *named);
        if student.not.iter().any(at) {
            return Err(Refusal(format!("{} is not to be placed at {school}", student.id)));
        }
        if student.only.as_ref().is_some_and(|only| !only.iter().any(at)) {
            return Err(Refusal(format!(
                "{school} is not among the only places for {}",
                student.id
            )));
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
