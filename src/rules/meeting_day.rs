//! Rule `meeting_day`: members can come to the meeting of their learning community.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, PairRule, Refusal, RuleEffect, RulePart, Switch, Tariff};
use crate::base::{Kilometres, Points};
use crate::instance::{Day, Student};
use crate::plan::{Placing, weekday};
use crate::texts::Catalogue;

/// What the rule says.
pub static CARD: Card = Card {
    id: "meeting_day",
    formula: "price(s, h, d) = worth if d ∉ days(s); \
              class_worth if d ∈ days(s) and |days(s)| − 1 < class_days(s); else 0",
    source: "Samen Opleiden: the learning community meets on a fixed weekday",
    effects: &[RuleEffect::Refuses, RuleEffect::Prices],
    parts: &[RulePart::Tariff],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Meeting day
statement = A member who is not free on the cluster's meeting day costs `worth_km`, or is \
    refused where `hard`. A member who is free, but then has fewer than `class_days` other \
    free days left for the class itself, costs `class_worth_km`.
lifted = Members need not be free on their meeting day, and missing it costs nothing.
refused = { $student } is not free on the meeting day ({ $day }) at { $school }
demand = members are free on their meeting day
letter = with a learning community on a day on which you cannot come
letter-charged = the learning community or your day in class does not fit your free days well
bottleneck = the day on which the learning community meets
";

const DUTCH: &str = "\
title = Bijeenkomstdag
statement = Een lid dat op de bijeenkomstdag van het cluster niet kan kost `worth_km`, of \
    wordt geweigerd waar `hard` geldt. Wie wel kan, maar dan minder dan `class_days` dagen \
    overhoudt voor de klas, kost `class_worth_km`.
lifted = Leden hoeven op hun bijeenkomstdag niet te kunnen, en missen kost niets.
refused = { $student } kan niet op de bijeenkomstdag ({ $day }) op { $school }
demand = leden kunnen op hun bijeenkomstdag
letter = met een leergemeenschap op een dag waarop je niet kunt
letter-charged = de leergemeenschap of je lesdag past niet goed bij de dagen waarop je kunt
bottleneck = de dag waarop de leergemeenschap bijeenkomt
";

/// A member who cannot come to the meeting costs or is refused.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MeetingDayRule {
    /// What a member who is not free on the meeting day costs.
    pub worth_km: Kilometres,
    /// Whether such a member is refused instead.
    pub hard: bool,
    /// What a member costs who is free then, but has too few other days left for the class.
    pub class_worth_km: Kilometres,
    /// The meeting day of clusters that name none.
    pub default_day: Day,
}

impl Default for MeetingDayRule {
    fn default() -> Self {
        Self {
            worth_km: Kilometres::whole(20),
            hard: false,
            class_worth_km: Kilometres::whole(5),
            default_day: Day::Tuesday,
        }
    }
}

impl PairRule for MeetingDayRule {
    fn card() -> &'static Card {
        &CARD
    }
}

impl Tariff for MeetingDayRule {
    fn may_refuse(&self, student: &Student) -> bool {
        self.hard && Day::ALL.iter().any(|day| !student.days.contains(day))
    }

    fn admit<'a>(&'a self, placing: &'a Placing) -> Result<(), Refusal<'a>> {
        match placing.meeting() {
            Some(day) if self.hard && placing.misses_meeting() => Err(Refusal::new(move || {
                let message = CARD.message("refused").with("student", &placing.student().id);
                message.with("day", weekday(day)).with("school", &placing.school().id)
            })),
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
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{example, twin};

    #[test]
    fn members_who_miss_the_meeting_or_their_class_cost() {
        let rule = example(
            json!({
                "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
                "schools": [{ "id": "h", "places": 9 }, { "id": "i", "places": 9, "board": "x" }],
                "clusters": [{ "id": "c", "schools": ["h"], "meeting_days": ["tue", "wed"] }],
                "students": [
                    { "id": "free", "programme": "deeltijd" },
                    { "id": "tue", "programme": "deeltijd", "days": ["tue"], "count": 3 },
                    { "id": "two", "days": ["tue", "fri"], "class_days": 1 },
                    { "id": "three", "days": ["mon", "tue", "fri"], "class_days": 3 },
                    { "id": "never", "days": [] },
                    { "id": "year4", "year": 4, "days": [] },
                ],
                "rules": { "meeting_day": { "worth_km": 20, "class_worth_km": 5.25 } },
            }),
            "meeting_day",
        );
        rule.plan("c", "free>h two>h year4>h").costs(0);
        // `deeltijd` needs 1 other day, which those of `tue` lack; `three` has 2 of the 3 needed.
        rule.plan("c", "tue>h*2 three>h").costs(2 * 5_250 + 5_250);
        rule.plan("c/wed", "free>h tue>h*2 two>h never>h").costs(2 * 20_000 + 20_000 + 20_000);
        rule.plan("c", "never>i tue>i*3").costs(0);
    }

    #[test]
    fn where_hard_a_missed_meeting_is_refused_and_the_planner_overrides() {
        let rule = example(
            json!({
                "schools": [{ "id": "h", "places": 9 }],
                "clusters": [{ "id": "c", "schools": ["h"] }],
                "students": [
                    { "id": "s", "days": ["mon"] }, { "id": "f", "days": [], "fixed": "h" },
                    { "id": "t", "days": ["thu"], "programme": "deeltijd" },
                ],
                "rules": { "meeting_day": { "hard": true, "default_day": "thu" }, "fixed": {} },
            }),
            "meeting_day",
        );
        rule.plan("c/thu", "f>h t>h").costs(20_000 + 5_000).overrides(&["f"]);
        rule.plan("c/thu", "f>h s>h")
            .breaks(20_000 + 20_000, &["s is not free on the meeting day (thu) at h"]);
    }

    #[test]
    fn with_the_rule_off_the_days_stay() {
        let rule = example(
            json!({
                "schools": [{ "id": "h", "places": 9 }],
                "clusters": [{ "id": "c", "schools": ["h"] }],
                "students": [{ "id": "s", "days": [] }],
            }),
            "meeting_day",
        );
        rule.plan("c", "s>h").costs(0);
        assert_eq!(rule.findings("c", "s>h"), [""; 0]);
        let sentence = "structure: cluster c meets on a day that is not allowed (wed)";
        assert_eq!(rule.findings("c/wed", "s>h"), [sentence]);
    }

    #[test]
    fn the_program_agrees() {
        let world = |hard: bool| {
            json!({
                "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
                "schools": [
                    { "id": "h", "places": 3 }, { "id": "i", "places": 2 },
                    { "id": "j", "places": 1, "board": "x" },
                ],
                "clusters": [
                    { "id": "c", "schools": ["h"], "meeting_days": ["mon", "tue"] },
                    { "id": "d", "schools": ["i"] },
                ],
                "students": [
                    { "id": "s", "days": ["mon"], "count": 2, "class_days": 1 },
                    { "id": "t", "days": ["tue", "wed"], "programme": "deeltijd" },
                    { "id": "f", "days": [], "year": 4 },
                ],
                "rules": { "meeting_day": { "hard": hard, "worth_km": 3, "class_worth_km": 2 } },
            })
        };
        assert_eq!(twin(world(false), "meeting_day").broken, 0);
        assert!(twin(world(true), "meeting_day").broken > 0);
    }
}
