//! Rule `variety`: no student goes to the same school again.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch, assess_placings};
use crate::assessment::Assessment;
use crate::base::{Kilometres, Points};
use crate::candidates::{Conventions, Placing, Tally};
use crate::formulation::{Draft, Label, Names};
use crate::input_errors::InputErrors;
use crate::instance::Instance;

/// What happens when a student would go to a previous school again.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum Again {
    /// It is refused.
    Refuse,
    /// It costs.
    Price,
    /// It is as good as any other school.
    Allow,
}

/// A student is not sent to a previous school again.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Variety {
    /// What happens when a student would go to a previous school again.
    pub again: Again,
    /// What going there again costs, where it is priced or the planner overrides the refusal.
    pub worth_km: Kilometres,
}

impl Default for Variety {
    fn default() -> Self {
        Self { again: Again::Refuse, worth_km: Kilometres::whole(30) }
    }
}

impl Variety {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "variety",
        title: "Variety",
        statement: "A student is not sent to a `previous` school again (`again` = \"refuse\", \
                    \"price\" at `worth_km`, or \"allow\").",
        formula: "pair (s, h) only if h ∉ previous(s), or price(s, h) = worth if h ∈ previous(s)",
        source: "Students meet several schools in their training",
        effects: &[Effect::Refuses, Effect::Prices],
        switch: Switch::On,
    };

    fn again(placing: &Placing) -> bool {
        placing.student().previous.contains(&placing.school_id)
    }
}

impl Rule for Variety {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    fn admit(&self, placing: &Placing) -> Result<(), Refusal> {
        if self.again == Again::Refuse && Self::again(placing) {
            let (student, school) = (&placing.student().id, &placing.school().id);
            return Err(Refusal(format!("{student} has been at {school} before")));
        }
        Ok(())
    }

    fn price(&self, placing: &Placing) -> Points {
        if self.again != Again::Allow && Self::again(placing) {
            self.worth_km.points()
        } else {
            Points::ZERO
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
