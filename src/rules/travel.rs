//! Rule `travel`: journeys cost their length, long ones more, and too long ones are refused.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, PairRule, Refusal, RuleEffect, RulePart, Switch, Tariff};
use crate::base::{Kilometres, Metres, Points};
use crate::bounded_types;
use crate::instance::Student;
use crate::plan::Placing;
use crate::texts::Catalogue;

bounded_types! {
    /// A surcharge in whole percents.
    pub Surcharge: 0..=100_000;
}

/// What the rule says.
pub static CARD: Card = Card {
    id: "travel",
    formula: "price(s, h) = m + ⌊max(0, m − comfortable) × excess_percent / 100⌋, \
              with m = journey(s, h) ≤ limit(s)",
    source: "One point is one metre of one student's one-way journey",
    effects: &[RuleEffect::Refuses, RuleEffect::Prices],
    parts: &[RulePart::Tariff],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Journey
statement = Each metre of the journey costs one point; each metre beyond `comfortable_km` \
    costs `excess_percent`/100 points more (the sum rounded down); a journey beyond the limit \
    (`limit_km`, or the student's own, whichever is smaller) is refused.
lifted = Journeys cost nothing, and none is too long.
refused = the journey of { $student } to { $school } is { $journey } m, more than { $limit } m
refused-unknown = the journey of { $student } to { $school } is unknown
demand = journeys are known and within the limit
funnel = too far
letter = too far from home
letter-unknown = at a distance that is not known
bottleneck = the longest journey that is allowed
";

const DUTCH: &str = "\
title = Reis
statement = Elke meter van de reis kost een punt, elke meter boven `comfortable_km` kost \
    `excess_percent`/100 punten meer (naar beneden afgerond); een reis boven de grens \
    (`limit_km`, of de eigen grens van de student als die kleiner is) wordt geweigerd.
lifted = Reizen kosten niets, en geen reis is te lang.
refused = de reis van { $student } naar { $school } is { $journey } m, meer dan { $limit } m
refused-unknown = de reis van { $student } naar { $school } is onbekend
demand = reizen zijn bekend en binnen de grens
funnel = te ver
letter = te ver van huis
letter-unknown = op een onbekende afstand
bottleneck = de langste enkele reis die mag
";

/// A journey costs its length, more beyond what is comfortable, and has a limit.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TravelRule {
    /// How far a journey is comfortable.
    pub comfortable_km: Kilometres,
    /// What each metre beyond that costs more, in percents of a point.
    pub excess_percent: Surcharge,
    /// How far a journey may be; a student's own smaller limit wins.
    pub limit_km: Kilometres,
}

impl Default for TravelRule {
    fn default() -> Self {
        Self {
            comfortable_km: Kilometres::whole(20),
            excess_percent: Surcharge::constant(100),
            limit_km: Kilometres::whole(60),
        }
    }
}

impl TravelRule {
    /// How far a student's journey may be: the rule refuses what is longer, and what is unknown.
    pub fn limit(&self, student: &Student) -> Metres {
        let limit = self.limit_km.metres();
        student.limit.map_or(limit, |own| own.min(limit))
    }
}

impl PairRule for TravelRule {
    fn card() -> &'static Card {
        &CARD
    }
}

impl Tariff for TravelRule {
    fn admit<'a>(&'a self, placing: &'a Placing) -> Result<(), Refusal<'a>> {
        let Some(journey) = placing.journey else {
            return Err(Refusal::of_pair(&CARD, "refused-unknown", placing));
        };
        let (student, school) = (placing.student(), &placing.school().id);
        let limit = self.limit(student);
        if journey > limit {
            return Err(Refusal::new(move || {
                let message = CARD.message("refused").with("student", &student.id);
                message.with("school", school).with("journey", journey.0).with("limit", limit.0)
            }));
        }
        Ok(())
    }

    fn price(&self, placing: &Placing) -> Points {
        let Some(Metres(journey)) = placing.journey else { return Points::ZERO };
        let beyond = (journey - self.comfortable_km.metres().0).max(0);
        Points(journey + beyond * self.excess_percent.get() / 100)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{example, twin};

    #[test]
    fn metres_beyond_what_is_comfortable_cost_more_rounded_down() {
        let rule = example(
            json!({
                "schools": [{ "id": "h", "places": 9 }],
                "clusters": [{ "id": "c", "schools": ["h"] }],
                "students": [
                    { "id": "at" }, { "id": "above" }, { "id": "three", "count": 3 }, { "id": "far" },
                ],
                "travel": { "table": [
                    { "from": "at", "to": "h", "m": 10_000 }, { "from": "above", "to": "h", "m": 10_001 },
                    { "from": "three", "to": "h", "m": 10_003 }, { "from": "far", "to": "h", "m": 30_000 },
                ] },
                "rules": { "travel": { "comfortable_km": 10, "excess_percent": 50, "limit_km": 30 } },
            }),
            "travel",
        );
        rule.plan("c", "at>h").costs(10_000);
        // Half a metre more is nothing, one and a half are one; for each of three alike.
        rule.plan("c", "above>h").costs(10_001);
        rule.plan("c", "three>h*3").costs(3 * (10_003 + 1));
        rule.plan("c", "far>h").costs(30_000 + 10_000);
    }

    #[test]
    fn the_smaller_limit_counts_and_unknown_journeys_are_refused() {
        let rule = example(
            json!({
                "schools": [{ "id": "h", "places": 9 }],
                "clusters": [{ "id": "c", "schools": ["h"] }],
                "students": [
                    { "id": "s", "limit_km": 90 }, { "id": "t", "limit_km": 4 }, { "id": "u", "limit_km": 4 },
                    { "id": "x" }, { "id": "f", "fixed": "h", "limit_km": 1 }, { "id": "g", "fixed": "h" },
                ],
                "travel": { "table": [
                    { "from": "s", "to": "h", "m": 60_001 }, { "from": "t", "to": "h", "m": 4_000 },
                    { "from": "u", "to": "h", "min": 8.002 }, { "from": "f", "to": "h", "m": 21_000 },
                ] },
                "rules": { "travel": {}, "fixed": {} },
            }),
            "travel",
        );
        rule.plan("c", "t>h").costs(4_000);
        let beyond = |student: &str, m: &str, limit: &str| {
            format!("the journey of {student} to h is {m} m, more than {limit} m")
        };
        // 8.002 minutes at 500 m a minute are 4 001 m.
        rule.plan("c", "u>h").breaks(4_001, &[&beyond("u", "4,001", "4,000")]);
        rule.plan("c", "s>h").breaks(60_001 + 40_001, &[&beyond("s", "60,001", "60,000")]);
        rule.plan("c", "x>h").breaks(0, &["the journey of x to h is unknown"]);
        rule.plan("c", "f>h g>h").costs(21_000 + 1_000).overrides(&["f", "g"]);
    }

    #[test]
    fn with_the_rule_off_no_journey_costs_or_is_refused() {
        let rule = example(
            json!({
                "schools": [{ "id": "h", "places": 9 }],
                "clusters": [{ "id": "c", "schools": ["h"] }],
                "students": [{ "id": "s", "limit_km": 1 }, { "id": "x" }],
                "travel": { "table": [{ "from": "s", "to": "h", "m": 99_000 }] },
            }),
            "travel",
        );
        rule.plan("c", "s>h x>h").costs(0);
        assert_eq!(rule.findings("c", "s>h x>h"), [""; 0]);
    }

    #[test]
    fn the_program_agrees() {
        let seen = twin(
            json!({
                "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
                "schools": [
                    { "id": "h", "places": 3 }, { "id": "i", "places": 2 },
                    { "id": "j", "places": 2, "board": "x" },
                ],
                "clusters": [
                    { "id": "c", "schools": ["h"], "meeting_days": ["tue", "wed"] },
                    { "id": "d", "schools": ["i"] },
                ],
                "students": [{ "id": "s", "count": 2 }, { "id": "t", "limit_km": 5 }, { "id": "u" }],
                "travel": { "table": [
                    { "from": "s", "to": "h", "m": 7_777 }, { "from": "s", "to": "i", "m": 10_001 },
                    { "from": "t", "to": "h", "m": 5_000 }, { "from": "t", "to": "i", "m": 5_001 },
                    { "from": "u", "to": "j", "m": 9_999 }, { "from": "t", "to": "j", "m": 0 },
                ] },
                "rules": { "travel": { "comfortable_km": 5, "excess_percent": 33, "limit_km": 10 } },
            }),
            "travel",
        );
        assert!(seen.broken > 0);
    }
}
