//! Rule `shell`: a place outside the core costs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, PairRule, RuleEffect, RulePart, Switch, Tariff};
use crate::base::{Kilometres, Points};
use crate::instance::Student;
use crate::plan::{Placing, Setting};
use crate::texts::Catalogue;

/// What the rule says.
pub static CARD: Card = Card {
    id: "shell",
    formula: "price(s, h) = worth where the board of h is in the shell",
    source: "Samen Opleiden: core and shell (kern-schil)",
    effects: &[RuleEffect::Prices],
    parts: &[RulePart::Tariff],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Flexible shell
statement = Each student in the shell costs `worth_km`.
lifted = A place in the shell costs as little as one in a cluster.
letter-charged = the school is in no training cluster
";

const DUTCH: &str = "\
title = Schil
statement = Elke student in de schil kost `worth_km`.
lifted = Een plek in de schil kost niet meer dan een in een cluster.
letter-charged = de school hoort niet bij een opleidingscluster
";

/// Each student in the shell costs.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ShellRule {
    /// What a student in the shell costs.
    pub worth_km: Kilometres,
}

impl Default for ShellRule {
    fn default() -> Self {
        Self { worth_km: Kilometres::whole(60) }
    }
}

impl PairRule for ShellRule {
    fn card() -> &'static Card {
        &CARD
    }
}

impl Tariff for ShellRule {
    fn may_refuse(&self, _: &Student) -> bool {
        false
    }

    fn price(&self, placing: &Placing) -> Points {
        match placing.setting {
            Setting::Shell => self.worth_km.points(),
            Setting::Meeting(_) => Points::ZERO,
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
            "schools": [{ "id": "h", "places": 2 }, { "id": "i", "places": 3, "board": "x" }],
            "clusters": [
                { "id": "c", "schools": ["h"] }, { "id": "d", "schools": ["i"], "keep": true, "min": 8 },
            ],
            "students": [{ "id": "s", "count": 3 }, { "id": "f", "year": 4 }, { "id": "t", "days": [] }],
            "rules": { "shell": settings, "forming": {}, "meeting_day": { "hard": true } },
        })
    }

    #[test]
    fn each_student_in_the_shell_costs() {
        let rule = example(world(&json!({ "worth_km": 1.5 })), "shell");
        rule.plan("c", "s>h*2").costs(0);
        rule.plan("c", "s>h*1 s>i*2 f>i").costs(2 * 1_500 + 1_500);
    }

    #[test]
    fn the_shell_has_no_meeting_day_and_may_be_free() {
        let rule = example(world(&json!({})), "shell");
        rule.plan("", "t>i").costs(60_000);
        assert_eq!(rule.findings("", "t>i"), [""; 0]);
        let rule = example(world(&json!(false)), "shell");
        rule.plan("", "s>i*3 t>i").costs(0);
    }

    /// Cluster d takes no part, since its school is in the shell: it is never used, and `keep`
    /// is ignored.
    #[test]
    fn the_program_agrees() {
        twin(world(&json!({})), "shell");
    }
}
