//! Rule `interprofessional`: mbo students are a part of a cluster, not most of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch};
use crate::assessment::Assessment;
use crate::base::Points;
use crate::bounded_types;
use crate::candidates::{Conventions, Placing, Tally};
use crate::formulation::{Draft, Expression, Group, Label, Names, Subject};
use crate::input_errors::InputErrors;
use crate::instance::{Instance, Programme};

bounded_types! {
    /// A share in whole percents.
    pub Percent: 0..=100;
}

/// At most a part of a cluster's members are mbo students.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Interprofessional {
    /// The most mbo students among a cluster's members.
    pub max_percent: Percent,
}

impl Default for Interprofessional {
    fn default() -> Self {
        Self { max_percent: Percent::constant(33) }
    }
}

impl Interprofessional {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "interprofessional",
        title: "Interprofessional clusters",
        statement: "At most `max_percent` of a cluster's members are mbo students.",
        formula: "for each option o: 100 × members(o, mbo) ≤ max_percent × members(o)",
        source: "Cooperation with mbo: pedagogy students learn in the same clusters",
        effects: &[Effect::Binds],
        switch: Switch::On,
    };
}

impl Rule for Interprofessional {
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
        let instance = draft.instance;
        let mbo_member = instance
            .students
            .iter()
            .any(|(id, student)| student.programme == Programme::Mbo && instance.in_community(id));
        if !mbo_member {
            return;
        }
        for option in draft.candidates.options.ids() {
            let mbo = draft.members(option, Group::Programme(Programme::Mbo));
            let all = draft.members(option, Group::All);
            let row = Expression::default().plus(100, &mbo).plus(-self.max_percent.get(), &all);
            let label = Self::CARD.label("most", Subject::Option(option));
            draft.demand(label, row, None, Some(0));
        }
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> String {
        let Subject::Option(option) = label.subject else {
            return Self::CARD.statement.to_owned();
        };
        let (most, cluster) = (self.max_percent.get(), names.option_in_words(option));
        format!("at most {most}% of the members of {cluster} are mbo students")
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        for index in 0..tally.assignment.clusters.len() {
            let is_mbo = |student| tally.instance.students[student].programme == Programme::Mbo;
            let mbo: i64 = tally
                .members_of(index)
                .filter(|&(student, _)| is_mbo(student))
                .map(|(_, count)| count)
                .sum();
            let members = tally.member_count(index);
            if 100 * mbo > self.max_percent.get() * members {
                let sentence = format!(
                    "{} has {mbo} mbo students among {members} members, more than {}%",
                    tally.cluster_name(index),
                    self.max_percent.get()
                );
                assessment.breach(Self::CARD.id, sentence);
            }
        }
    }
}
