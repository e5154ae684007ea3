//! Rule `travel`: journeys cost their length, long ones more, and too long ones are refused.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch, assess_placings};
use crate::assessment::Assessment;
use crate::base::{Kilometres, Metres, Points};
use crate::bounded_types;
use crate::candidates::{Conventions, Placing, Tally};
use crate::formulation::{Draft, Label, Names};
use crate::input_errors::InputErrors;
use crate::instance::{Instance, Student};

bounded_types! {
    /// A surcharge in whole percents.
    pub Surcharge: 0..=100_000;
}

/// A journey costs its length, more beyond what is comfortable, and has a limit.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Travel {
    /// How far a journey is comfortable.
    pub comfortable_km: Kilometres,
    /// What each metre beyond that costs more, in percents of a point.
    pub excess_percent: Surcharge,
    /// How far a journey may be; a student's own smaller limit wins.
    pub limit_km: Kilometres,
}

impl Default for Travel {
    fn default() -> Self {
        Self {
            comfortable_km: Kilometres::whole(20),
            excess_percent: Surcharge::constant(100),
            limit_km: Kilometres::whole(60),
        }
    }
}

impl Travel {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "travel",
        title: "Journey",
        statement: "Each metre of the journey costs one point; each metre beyond `comfortable_km` \
                    costs `excess_percent`/100 points more (the sum rounded down); a journey \
                    beyond the limit (`limit_km`, or the student's own, whichever is smaller) is \
                    refused.",
        formula: "price(s, h) = m + ⌊max(0, m − comfortable) × excess_percent / 100⌋, \
                  with m = journey(s, h) ≤ limit(s)",
        source: "One point is one metre of one student's one-way journey",
        effects: &[Effect::Refuses, Effect::Prices],
        switch: Switch::On,
    };

    fn limit(&self, student: &Student) -> Metres {
        let limit = self.limit_km.metres();
        student.limit.map_or(limit, |own| own.min(limit))
    }
}

impl Rule for Travel {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    fn admit(&self, placing: &Placing) -> Result<(), Refusal> {
        let (student, school) = (placing.student(), &placing.school().id);
        let Some(journey) = placing.journey else {
            return Err(Refusal(format!("the journey of {} to {school} is unknown", student.id)));
        };
        let limit = self.limit(student);
        if journey > limit {
            return Err(Refusal(format!(
                "the journey of {} to {school} is {journey} m, more than {limit} m",
                student.id
            )));
        }
        Ok(())
    }

    fn price(&self, placing: &Placing) -> Points {
        let Some(Metres(journey)) = placing.journey else { return Points::ZERO };
        let beyond = (journey - self.comfortable_km.metres().0).max(0);
        Points(journey + beyond * self.excess_percent.get() / 100)
    }

    fn formulate(&self, _: &mut Draft) {}

    fn demand_in_words(&self, _: &Names, _: &Label) -> String {
        Self::CARD.statement.to_owned()
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        assess_placings(self, tally, assessment);
    }
}
