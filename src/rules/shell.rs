//! Rule `shell`: a place outside the core costs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch, assess_placings};
use crate::assessment::Assessment;
use crate::base::{Kilometres, Points};
use crate::candidates::{Conventions, Placing, Setting, Tally};
use crate::formulation::{Draft, Label, Names};
use crate::input_errors::InputErrors;
use crate::instance::Instance;

/// Each student in the shell costs.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Shell {
    /// What a student in the shell costs.
    pub worth_km: Kilometres,
}

impl Default for Shell {
    fn default() -> Self {
        Self { worth_km: Kilometres::whole(60) }
    }
}

impl Shell {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "shell",
        title: "Flexible shell",
        statement: "Each student in the shell costs `worth_km`.",
        formula: "price(s, h) = worth where the board of h stands in the shell",
        source: "Samen Opleiden: core and shell (kern-schil)",
        effects: &[Effect::Prices],
        switch: Switch::On,
    };
}

impl Rule for Shell {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    fn admit(&self, _: &Placing) -> Result<(), Refusal> {
        Ok(())
    }

    fn price(&self, placing: &Placing) -> Points {
        match placing.setting {
            Setting::Shell => self.worth_km.points(),
            Setting::Meeting(_) => Points::ZERO,
        }
    }

    fn formulate(&self, _: &mut Draft) {}

    fn demand_in_words(&self, _: &Names, _: &Label) -> String {
        Self::CARD.statement.to_owned()
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        assess_placings(self, tally, assessment);
    }
}
