//! Rule `variety`: no student goes to the same school again.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, PairRule, Refusal, RuleEffect, RulePart, Switch, Tariff};
use crate::base::{Kilometres, Points};
use crate::instance::Student;
use crate::plan::Placing;
use crate::texts::Catalogue;

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

/// What the rule says.
pub static CARD: Card = Card {
    id: "variety",
    formula: "pair (s, h) only if h ∉ previous(s), or price(s, h) = worth if h ∈ previous(s)",
    source: "Students meet several schools in their training",
    effects: &[RuleEffect::Refuses, RuleEffect::Prices],
    parts: &[RulePart::Tariff],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Variety
statement = A student is not sent to a `previous` school again (`again` = \"refuse\", \
    \"price\" at `worth_km`, or \"allow\").
lifted = Students may go to a school again, at no cost.
refused = { $student } has been at { $school } before
demand = nobody goes to the same school again
letter = where you have been before
letter-charged = you have been there before
bottleneck = that nobody goes to the same school twice
";

const DUTCH: &str = "\
title = Afwisseling
statement = Een student gaat niet opnieuw naar een eerdere school (`previous`); `again` zegt \
    of dat geweigerd wordt (\"refuse\"), `worth_km` kost (\"price\") of mag (\"allow\").
lifted = Studenten mogen opnieuw naar een eerdere school, en dat kost niets.
refused = { $student } is eerder op { $school } geweest
demand = niemand gaat opnieuw naar een eerdere school
letter = waar je al eens was
letter-charged = je bent er eerder geweest
bottleneck = dat niemand twee keer naar dezelfde school gaat
";

/// A student is not sent to a previous school again.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct VarietyRule {
    /// What happens when a student would go to a previous school again.
    pub again: Again,
    /// What going there again costs, where it is priced or the planner overrides the refusal.
    pub worth_km: Kilometres,
}

impl Default for VarietyRule {
    fn default() -> Self {
        Self { again: Again::Refuse, worth_km: Kilometres::whole(30) }
    }
}

impl VarietyRule {
    fn again(placing: &Placing) -> bool {
        placing.student().earlier_schools.contains(&placing.school_id)
    }
}

impl PairRule for VarietyRule {
    fn card() -> &'static Card {
        &CARD
    }
}

impl Tariff for VarietyRule {
    fn may_refuse(&self, student: &Student) -> bool {
        self.again == Again::Refuse && !student.earlier_schools.is_empty()
    }

    fn admit<'a>(&'a self, placing: &'a Placing) -> Result<(), Refusal<'a>> {
        if self.again == Again::Refuse && Self::again(placing) {
            return Err(Refusal::of_pair(&CARD, "refused", placing));
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
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{example, twin};

    fn world(settings: &serde_json::Value) -> serde_json::Value {
        json!({
            "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
            "schools": [
                { "id": "h", "places": 4 }, { "id": "i", "places": 2 },
                { "id": "j", "places": 2, "board": "x" },
            ],
            "clusters": [{ "id": "c", "schools": ["h", "i"] }],
            "students": [
                { "id": "s", "count": 2, "previous": ["h", "j"] }, { "id": "t", "previous": ["i"] },
                { "id": "f", "previous": ["h"], "fixed": "h" },
            ],
            "rules": { "variety": settings, "fixed": {} },
        })
    }

    #[test]
    fn going_again_is_refused_unless_the_planner_says_so() {
        let rule = example(world(&json!({ "worth_km": 3 })), "variety");
        rule.plan("c", "s>i*2 t>j f>h").costs(3_000).overrides(&["f"]);
        rule.plan("c", "s>h*2").breaks(2 * 3_000, &["s has been at h before"]);
        rule.plan("c", "s>j*1").breaks(3_000, &["s has been at j before"]);
    }

    #[test]
    fn going_again_may_cost_or_be_free() {
        let rule = example(world(&json!({ "again": "price" })), "variety");
        rule.plan("c", "s>h*2 t>h f>h").costs(2 * 30_000 + 30_000).overrides(&[]);
        let rule = example(world(&json!({ "again": "allow" })), "variety");
        rule.plan("c", "s>h*2 t>i f>h").costs(0).overrides(&[]);
    }

    #[test]
    fn the_program_agrees() {
        assert!(twin(world(&json!({})), "variety").broken > 0);
        assert_eq!(twin(world(&json!({ "again": "price" })), "variety").broken, 0);
    }
}
