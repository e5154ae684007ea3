//! Rule `year_mix`: a learning community mixes study years.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch};
use crate::assessment::{Assessment, Charged};
use crate::base::{Kilometres, Points};
use crate::bounded_types;
use crate::candidates::{Conventions, OptionId, Placing, Tally};
use crate::formulation::{Draft, Expression, Group, Label, Names, Subject};
use crate::input_errors::InputErrors;
use crate::instance::{Instance, Year};

bounded_types! {
    /// A number of different study years.
    pub YearCount: 0..=4;
}

/// A used cluster has members of several years; each year short costs.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct YearMix {
    /// How many different years the members of a cluster should have at the least.
    pub min_years: YearCount,
    /// What each year short costs.
    pub worth_km: Kilometres,
}

impl Default for YearMix {
    fn default() -> Self {
        Self { min_years: YearCount::constant(2), worth_km: Kilometres::whole(10) }
    }
}

impl YearMix {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "year_mix",
        title: "Mix of years",
        statement: "A used cluster has members of at least `min_years` different years; each year \
                    short costs `worth_km`.",
        formula: "for each option o and year y: present(o, y) ≤ members(o, y), present(o, y) ≤ 1; \
                  cost worth × max(0, min_years × used(o) − Σ present(o, ·))",
        source: "Samen Opleiden: the learning community mixes study years 1 to 3",
        effects: &[Effect::Prices, Effect::Binds],
        switch: Switch::Off,
    };

    fn price_option(&self, draft: &mut Draft, option: OptionId) {
        let short = draft.counter(Self::CARD.label("short", Subject::Option(option)), None);
        let mut enough = Expression::from(short);
        for &year in &draft.instance.community_years {
            let members = draft.members(option, Group::Year(year));
            if members.terms.is_empty() {
                continue;
            }
            let subject = Subject::OptionYear(option, year);
            let present = draft.counter(Self::CARD.label("present", subject), Some(1));
            let row = members.plus_variable(-1, present);
            draft.meaning(Self::CARD.label("present", subject), row, Some(0), None);
            enough = enough.plus_variable(1, present);
        }
        let enough = enough.plus_variable(-self.min_years.get(), draft.used(option));
        let label = Self::CARD.label("years", Subject::Option(option));
        draft.meaning(label, enough, Some(0), None);
        draft.charge(self.worth_km.points(), &short.into());
    }
}

impl Rule for YearMix {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, _: &mut InputErrors) {}

    fn admit(&self, _: &Placing) -> Result<(), Refusal> {
        Ok(())
    }

    fn price(&self, _: &Placing) -> Points {
        Points::ZERO
    }

    fn formulate(&self, draft: &mut Draft) {
        for option in draft.candidates.options.ids() {
            self.price_option(draft, option);
        }
    }

    fn demand_in_words(&self, _: &Names, _: &Label) -> String {
        Self::CARD.statement.to_owned()
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        for index in 0..tally.assignment.clusters.len() {
            let years: BTreeSet<Year> = tally
                .members_of(index)
                .map(|(student, _)| tally.instance.students[student].year)
                .collect();
            let short = (self.min_years.get() - years.len() as i64).max(0);
            let cost = self.worth_km.points() * short;
            assessment.charge(Self::CARD.id, Charged::Cluster(index), cost);
        }
    }
}
