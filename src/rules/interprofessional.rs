//! Rule `interprofessional`: at most a given share of a cluster's members are mbo students.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Binding, Card, Rule, RuleEffect, RulePart, Switch};
use crate::bounded_types;
use crate::instance::Programme;
use crate::model::formulation::{Expression, Group, Label, Names, ProgramDraft, Subject};
use crate::plan::Tally;
use crate::plan::assessment::Assessment;
use crate::texts::{Catalogue, Message};

bounded_types! {
    /// A share in whole percents.
    pub Percent: 0..=100;
}

/// What the rule says.
pub static CARD: Card = Card {
    id: "interprofessional",
    formula: "for each option o: 100 × members(o, mbo) ≤ max_percent × members(o)",
    source: "Cooperation with mbo: pedagogy students learn in the same clusters",
    effects: &[RuleEffect::Binds],
    parts: &[RulePart::Binding],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Interprofessional clusters
statement = At most `max_percent` of a cluster's members are mbo students.
lifted = Any part of a cluster's members may be mbo students.
breach = { $cluster } has { $mbo ->
        [one] { $mbo } mbo student
       *[other] { $mbo } mbo students
    } among { $members ->
        [one] { $members } member
       *[other] { $members } members
    }, more than { $percent }%
demand-most = at most { $percent }% of the members of { $cluster } are mbo students
";

const DUTCH: &str = "\
title = Interprofessioneel
statement = Hoogstens `max_percent` van de leden van een cluster zijn mbo-studenten.
lifted = Elk deel van de leden van een cluster mag mbo-student zijn.
breach = { $cluster } heeft { $mbo ->
        [one] { $mbo } mbo-student
       *[other] { $mbo } mbo-studenten
    } op { $members ->
        [one] { $members } lid
       *[other] { $members } leden
    }, meer dan { $percent }%
demand-most = hoogstens { $percent }% van de leden van { $cluster } is mbo-student
";

/// At most a part of a cluster's members are mbo students.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct InterprofessionalRule {
    /// The most mbo students among a cluster's members.
    pub max_percent: Percent,
}

impl Default for InterprofessionalRule {
    fn default() -> Self {
        Self { max_percent: Percent::constant(33) }
    }
}

impl Rule for InterprofessionalRule {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn binding(&self) -> Option<&dyn Binding> {
        Some(self)
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
                let sentence = CARD.message("breach").with("cluster", tally.cluster_name(index));
                let sentence = sentence.with("mbo", mbo).with("members", members);
                assessment.breach(CARD.id, sentence.with("percent", self.max_percent.get()));
            }
        }
    }
}

impl Binding for InterprofessionalRule {
    fn formulate(&self, draft: &mut ProgramDraft) {
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
            // 100 × mbo ≤ percent × members, which holds for an unused option too: both sides are 0.
            let row = Expression::default().plus(100, &mbo).plus(-self.max_percent.get(), &all);
            let label = CARD.label("most", Subject::Option(option));
            draft.demand(label, row, None, Some(0));
        }
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> Message {
        let Subject::Option(option) = label.subject else {
            return CARD.statement();
        };
        let message = CARD.message("demand-most").with("percent", self.max_percent.get());
        message.with("cluster", names.option_in_words(option))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{example, twin};

    const WORLD: &str = r#"{
        "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
        "schools": [
            { "id": "h", "places": 9 }, { "id": "i", "places": 9 }, { "id": "j", "places": 9, "board": "x" }
        ],
        "clusters": [
            { "id": "c", "schools": ["h"], "meeting_days": ["tue", "wed"] }, { "id": "d", "schools": ["i"] }
        ],
        "students": [
            { "id": "m", "programme": "mbo", "count": 2 }, { "id": "s", "count": 3 },
            { "id": "m4", "programme": "mbo", "year": 4 }
        ],
        "rules": { "interprofessional": { "max_percent": 40 } }
    }"#;

    #[test]
    fn mbo_students_are_at_most_a_part_of_the_members() {
        let rule = example(serde_json::from_str(WORLD).unwrap(), "interprofessional");
        rule.plan("c", "").costs(0);
        // 2 of 5 are exactly 40%, and the other mbo student in year 4 is no member.
        rule.plan("c", "m>h*2 s>h*3 m4>h").costs(0);
        let sentence = |mbo: &str, members: &str| {
            format!("cluster c has {mbo} among {members}, more than 40%")
        };
        let two_of_four = sentence("2 mbo students", "4 members");
        rule.plan("c", "m>h*2 s>h*2").breaks(0, &[&two_of_four]);
        let alone = sentence("1 mbo student", "1 member");
        rule.plan("c", "m>h*1").breaks(0, &[&alone]);
        rule.plan("c", "m>j*2 m4>h").costs(0);
    }

    #[test]
    fn by_default_one_in_three_is_too_many() {
        let mut document: serde_json::Value = serde_json::from_str(WORLD).unwrap();
        document["rules"]["interprofessional"] = json!({});
        let rule = example(document, "interprofessional");
        // 100 × 1 > 33 × 3, and 100 × 1 ≤ 33 × 4.
        let sentence = "cluster d has 1 mbo student among 3 members, more than 33%";
        rule.plan("d", "m>i*1 s>i*2").breaks(0, &[sentence]);
        rule.plan("d", "m>i*1 s>i*3").costs(0);
    }

    /// 1 of 3 is just too many, and 1 of 4 is not.
    #[test]
    fn the_program_agrees() {
        let mut document: serde_json::Value = serde_json::from_str(WORLD).unwrap();
        document["students"][0]["count"] = json!(1);
        document["rules"]["interprofessional"] = json!({});
        document["clusters"][0]["meeting_days"] = json!(null);
        twin(document, "interprofessional");
    }

    /// What a school brings to a cluster may not be counted in another that is not used.
    #[test]
    fn the_program_agrees_where_options_overlap() {
        twin(
            json!({
                "boards": [{ "id": "b", "max_clusters": 2 }],
                "schools": [{ "id": "h", "places": 2 }, { "id": "i", "places": 2 }],
                "students": [
                    { "id": "m", "programme": "mbo" }, { "id": "s", "count": 2 },
                    { "id": "m4", "programme": "mbo", "year": 4 },
                ],
                "travel": { "table": [{ "from": "h", "to": "i", "m": 1 }] },
                "rules": {
                    "interprofessional": { "max_percent": 50 },
                    "forming": { "alone_places": 1, "meeting_days": ["tue", "wed"] },
                },
            }),
            "interprofessional",
        );
    }
}
