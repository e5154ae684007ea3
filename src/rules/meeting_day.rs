//! Rule `meeting_day`: members can come to the meeting of their learning community.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch, assess_placings};
use crate::assessment::Assessment;
use crate::base::{Kilometres, Points};
use crate::candidates::{Conventions, Placing, Tally};
use crate::formulation::{Draft, Label, Names};
use crate::input_errors::InputErrors;
use crate::instance::{Day, Instance};

/// A member who cannot come to the meeting costs or is refused.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MeetingDay {
    /// What a member who is not free on the meeting day costs.
    pub worth_km: Kilometres,
    /// Whether such a member is refused instead.
    pub hard: bool,
    /// What a member costs who is free then, but has too few other days left for the class.
    pub class_worth_km: Kilometres,
    /// The meeting day of clusters that name none.
    pub default_day: Day,
}

impl Default for MeetingDay {
    fn default() -> Self {
        Self {
            worth_km: Kilometres::whole(20),
            hard: false,
            class_worth_km: Kilometres::whole(5),
            default_day: Day::Tuesday,
        }
    }
}

impl MeetingDay {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "meeting_day",
        title: "Meeting day",
        statement: "A member who is not free on the cluster's meeting day costs `worth_km`, or is \
                    refused where `hard`. A member who is free, but then has fewer than \
                    `class_days` other free days left for the class itself, costs \
                    `class_worth_km`.",
        formula: "price(s, h, d) = worth if d ∉ days(s); \
                  class_worth if d ∈ days(s) and |days(s)| − 1 < class_days(s); else 0",
        source: "Samen Opleiden: the learning community meets on a fixed weekday",
        effects: &[Effect::Refuses, Effect::Prices],
        switch: Switch::On,
    };
}

impl Rule for MeetingDay {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    fn admit(&self, placing: &Placing) -> Result<(), Refusal> {
        match placing.meeting() {
            Some(day) if self.hard && placing.misses_meeting() => Err(Refusal(format!(
                "{} is not free on the meeting day ({day}) at {}",
                placing.student().id,
                placing.school().id
            ))),
            _ => Ok(()),
        }
    }

    fn price(&self, placing: &Placing) -> Points {
        if placing.meeting().is_none() {
            return Points::ZERO;
        }
        let student = placing.student();
        if placing.misses_meeting() {
            self.worth_km.points()
        } else if (student.days.len() as i64) - 1 < student.class_days {
            self.class_worth_km.points()
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
