//! Rule `concept`: a wish for an education concept or focus.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch, assess_placings};
use crate::assessment::Assessment;
use crate::base::{Kilometres, Points};
use crate::candidates::{Conventions, Placing, Tally};
use crate::formulation::{Draft, Label, Names};
use crate::input_errors::InputErrors;
use crate::instance::Instance;

/// An unmet wish for a concept costs.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Concept {
    /// What a school costs that has none of the concepts wished.
    pub worth_km: Kilometres,
}

impl Default for Concept {
    fn default() -> Self {
        Self { worth_km: Kilometres::whole(8) }
    }
}

impl Concept {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "concept",
        title: "Education concept",
        statement: "A student who wishes an education concept or focus (Dalton, Jenaplan, \
                    Montessori, giftedness, special education …) and gets a school without any \
                    of those wished costs `worth_km`.",
        formula: "price(s, h) = worth if concepts(s) ≠ ∅ and concepts(s) ∩ concepts(h) = ∅",
        source: "Samen Opleiden: students choose a profile",
        effects: &[Effect::Prices],
        switch: Switch::On,
    };
}

impl Rule for Concept {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    fn admit(&self, _: &Placing) -> Result<(), Refusal> {
        Ok(())
    }

    fn price(&self, placing: &Placing) -> Points {
        if placing.unmet_concept() { self.worth_km.points() } else { Points::ZERO }
    }

    fn formulate(&self, _: &mut Draft) {}

    fn demand_in_words(&self, _: &Names, _: &Label) -> String {
        Self::CARD.statement.to_owned()
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        assess_placings(self, tally, assessment);
    }
}
