//! Rule `year_mix`: a learning community mixes study years.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Binding, Card, Rule, RuleEffect, RulePart, Switch};
use crate::base::Kilometres;
use crate::bounded_types;
use crate::instance::{Instance, Year};
use crate::model::candidates::OptionId;
use crate::model::formulation::{Expression, Group, ProgramDraft, Subject};
use crate::plan::Tally;
use crate::plan::assessment::{Assessment, Charged};
use crate::texts::Catalogue;

bounded_types! {
    /// A number of different study years.
    pub YearCount: 0..=4;
}

/// What the rule says.
pub static CARD: Card = Card {
    id: "year_mix",
    formula: "for each option o and year y: present(o, y) ≤ members(o, y), present(o, y) ≤ 1; \
              cost worth × max(0, min_years × used(o) − Σ present(o, ·))",
    source: "Samen Opleiden: the learning community mixes study years 1 to 3",
    effects: &[RuleEffect::Prices, RuleEffect::Binds],
    parts: &[RulePart::Binding],
    switch: Switch::Off,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Mix of years
statement = A used cluster has members of at least `min_years` different years; each year \
    short costs `worth_km`.
lifted = A cluster may have members of a single year.
";

const DUTCH: &str = "\
title = Mix van studiejaren
statement = Een cluster in gebruik heeft leden uit ten minste `min_years` verschillende jaren; \
    elk jaar te weinig kost `worth_km`.
lifted = Een cluster mag leden uit één jaar hebben.
";

/// A used cluster has members of several years; each year short costs.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct YearMixRule {
    /// How many different years the members of a cluster should have at the least.
    pub min_years: YearCount,
    /// What each year short costs.
    pub worth_km: Kilometres,
}

impl Default for YearMixRule {
    fn default() -> Self {
        Self { min_years: YearCount::constant(2), worth_km: Kilometres::whole(10) }
    }
}

impl YearMixRule {
    /// Writes short ≥ `min_years` × used − Σ present, with present ≤ 1 and present ≤ members of each year.
    /// As `short` costs points, an optimum gains nothing from a `present` of 0 for a year that has members.
    fn price_option(&self, draft: &mut ProgramDraft, option: OptionId, years: &BTreeSet<Year>) {
        let short = draft.counter(CARD.label("short", Subject::Option(option)), None);
        let mut enough = Expression::from(short);
        for &year in years {
            let members = draft.members(option, Group::Year(year));
            if members.terms.is_empty() {
                continue;
            }
            let subject = Subject::OptionYear(option, year);
            let present = draft.counter(CARD.label("present", subject), Some(1));
            let row = members.plus_variable(-1, present);
            draft.meaning(CARD.label("present", subject), row, Some(0), None);
            enough = enough.plus_variable(1, present);
        }
        let enough = enough.plus_variable(-self.min_years.get(), draft.used(option));
        let label = CARD.label("years", Subject::Option(option));
        draft.meaning(label, enough, Some(0), None);
        draft.charge(self.worth_km.points(), &short.into());
    }
}

/// The years of those who are members once they are placed in a cluster.
fn years_of_members(instance: &Instance) -> BTreeSet<Year> {
    let members = instance.students.iter().filter(|&(id, _)| instance.in_community(id));
    members.map(|(_, student)| student.year).collect()
}

impl Rule for YearMixRule {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn binding(&self) -> Option<&dyn Binding> {
        Some(self)
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        for index in 0..tally.assignment.clusters.len() {
            let years: BTreeSet<Year> = tally
                .members_of(index)
                .map(|(student, _)| tally.instance.students[student].year)
                .collect();
            let short = (self.min_years.get() - years.len() as i64).max(0);
            let cost = self.worth_km.points() * short;
            assessment.charge(CARD.id, Charged::Cluster(index), cost);
        }
    }
}

impl Binding for YearMixRule {
    fn formulate(&self, draft: &mut ProgramDraft) {
        let years = years_of_members(draft.instance);
        for option in draft.candidates.options.ids() {
            self.price_option(draft, option, &years);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{example, twin};

    const WORLD: &str = r#"{
        "schools": [{ "id": "h", "places": 4 }, { "id": "i", "places": 4 }],
        "clusters": [
            { "id": "c", "schools": ["h"], "meeting_days": ["tue", "wed"] }, { "id": "d", "schools": ["i"] }
        ],
        "students": [
            { "id": "s1", "count": 2 }, { "id": "s2", "year": 2 }, { "id": "t2", "year": 2 },
            { "id": "s4", "year": 4 }
        ],
        "rules": { "year_mix": {} }
    }"#;

    #[test]
    fn each_year_short_costs() {
        let rule = example(serde_json::from_str(WORLD).unwrap(), "year_mix");
        rule.plan("c", "s1>h*1 s2>h").costs(0);
        rule.plan("c", "").costs(2 * 10_000);
        // Two of one year are one year, and year 4 is in no learning community.
        rule.plan("c d", "s1>h*2 s4>h s2>i t2>i").costs(10_000 + 10_000);
    }

    #[test]
    fn community_years_say_who_is_a_member() {
        let mut document: serde_json::Value = serde_json::from_str(WORLD).unwrap();
        document["community_years"] = json!([1, 4]);
        document["rules"]["year_mix"] = json!({ "min_years": 3, "worth_km": 0.5 });
        let rule = example(document, "year_mix");
        rule.plan("c", "s1>h*2 s4>h s2>h").costs(500);
        rule.plan("d", "s2>i t2>i").costs(3 * 500);
    }

    #[test]
    fn a_student_may_be_a_member_or_none_whatever_the_year() {
        let mut document: serde_json::Value = serde_json::from_str(WORLD).unwrap();
        document["rules"]["year_mix"] = json!({ "min_years": 3, "worth_km": 0.5 });
        for student in document["students"].as_array_mut().unwrap() {
            let is_s2 = student["id"] == "s2";
            if is_s2 || student["id"] == "s4" {
                student["community"] = json!(!is_s2);
            }
        }
        let rule = example(document.clone(), "year_mix");
        // s4 is a member in year 4, and s2 is none in year 2.
        rule.plan("c", "s1>h*2 s4>h s2>h").costs(500);
        twin(document, "year_mix");
    }

    #[test]
    fn the_program_agrees() {
        twin(serde_json::from_str(WORLD).unwrap(), "year_mix");
    }

    /// Every school is in several options, so that its members of each year are shared out.
    #[test]
    fn the_program_agrees_where_options_overlap() {
        twin(
            json!({
                "boards": [{ "id": "b", "max_clusters": 2 }],
                "schools": [{ "id": "h", "places": 3 }, { "id": "i", "places": 1 }],
                "students": [{ "id": "s1", "count": 2 }, { "id": "s2", "year": 2 }, { "id": "s4", "year": 4 }],
                "travel": { "table": [{ "from": "h", "to": "i", "m": 1 }] },
                "rules": {
                    "year_mix": { "min_years": 3 },
                    "forming": { "alone_places": 1, "meeting_days": ["tue", "wed"] },
                },
            }),
            "year_mix",
        );
    }
}
