//! Rule `denomination`: a wish for a public or a denominational school.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch, assess_placings};
use crate::assessment::Assessment;
use crate::base::{Kilometres, Points};
use crate::candidates::{Conventions, Placing, Tally};
use crate::formulation::{Draft, Label, Names};
use crate::input_errors::InputErrors;
use crate::instance::{Instance, Strength};

/// An unmet wish for a denomination costs, or is refused.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Denomination {
    /// What an unmet wish costs.
    pub worth_km: Kilometres,
}

impl Default for Denomination {
    fn default() -> Self {
        Self { worth_km: Kilometres::whole(15) }
    }
}

impl Denomination {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "denomination",
        title: "Denomination",
        statement: "A wish with strength `must` refuses a school whose denominations share \
                    nothing with the wish; with `prefer` such a school costs `worth_km`.",
        formula: "price(s, h) = worth if wish(s) ∩ denominations(h) = ∅, else 0",
        source: "Samen Opleiden: about 30% of students want experience at a public school",
        effects: &[Effect::Refuses, Effect::Prices],
        switch: Switch::On,
    };
}

impl Rule for Denomination {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    fn admit(&self, placing: &Placing) -> Result<(), Refusal> {
        let wish = placing.student().denomination.as_ref();
        let must = wish.is_some_and(|wish| wish.strength == Strength::Must);
        if must && placing.unmet_denomination() {
            let (student, school) = (&placing.student().id, &placing.school().id);
            return Err(Refusal(format!("{school} has no denomination that {student} requires")));
        }
        Ok(())
    }

    fn price(&self, placing: &Placing) -> Points {
        if placing.unmet_denomination() { self.worth_km.points() } else { Points::ZERO }
    }

    fn formulate(&self, _: &mut Draft) {}

    fn demand_in_words(&self, _: &Names, _: &Label) -> String {
        Self::CARD.statement.to_owned()
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        assess_placings(self, tally, assessment);
    }
}
