//! Rule `wishes`: ranked wishes for schools, clusters or boards.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, PairRule, RuleEffect, RulePart, Switch, Tariff};
use crate::base::{Kilometres, Points};
use crate::instance::Student;
use crate::plan::Placing;
use crate::texts::Catalogue;

/// What the rule says.
pub static CARD: Card = Card {
    id: "wishes",
    formula: "price(s, h) = rank(s, h) × step_worth, or none_worth where no wish matches",
    source: "Rank costs, as in school choice (Abdulkadiroğlu and Sönmez, 2003)",
    effects: &[RuleEffect::Prices],
    parts: &[RulePart::Tariff],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Ranked wishes
statement = A student with ranked `wishes` (schools, clusters or boards) placed at the r-th of \
    them (from 0) costs r × `step_worth_km`; at none of them `none_worth_km`. The best \
    matching rank counts.
lifted = Ranked wishes count for nothing.
letter-charged = it is not the first of the schools on your list
letter-charged-none = it is not on your list
";

const DUTCH: &str = "\
title = Wensen op volgorde
statement = Wie met `wishes` (scholen, clusters of besturen) de wens met nummer r krijgt \
    (vanaf 0) kost r × `step_worth_km`; wie er geen krijgt `none_worth_km`. De beste wens die \
    past telt.
lifted = Wensen op volgorde tellen niet mee.
letter-charged = het is niet de eerste school van je lijst
letter-charged-none = de school staat niet op je lijst
";

/// A lower wish costs a little, none of the wishes more.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WishesRule {
    /// What each rank below the first costs.
    pub step_worth_km: Kilometres,
    /// What a school costs that is none of the wishes.
    pub none_worth_km: Kilometres,
}

impl Default for WishesRule {
    fn default() -> Self {
        Self { step_worth_km: Kilometres::whole(2), none_worth_km: Kilometres::whole(10) }
    }
}

impl PairRule for WishesRule {
    fn card() -> &'static Card {
        &CARD
    }
}

impl Tariff for WishesRule {
    fn may_refuse(&self, _: &Student) -> bool {
        false
    }

    fn price(&self, placing: &Placing) -> Points {
        if placing.student().wishes.is_empty() {
            return Points::ZERO;
        }
        match placing.wish_rank() {
            Some(rank) => self.step_worth_km.points() * rank as i64,
            None => self.none_worth_km.points(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{example, twin};

    const WORLD: &str = r#"{
        "boards": [{ "id": "b" }, { "id": "e" }, { "id": "x", "standing": "shell" }],
        "schools": [
            { "id": "h", "places": 3 }, { "id": "i", "places": 3 },
            { "id": "j", "places": 3, "board": "e" }, { "id": "k", "places": 3, "board": "x" }
        ],
        "clusters": [{ "id": "c", "schools": ["h", "i"] }, { "id": "d", "board": "e", "schools": ["j"] }],
        "students": [
            { "id": "s", "count": 2, "wishes": ["i", "d", "b"] }, { "id": "t", "wishes": ["x", "c"] },
            { "id": "n", "wishes": [] }
        ],
        "rules": { "wishes": { "step_worth_km": 2.5, "none_worth_km": 11 } }
    }"#;

    #[test]
    fn each_rank_costs_a_step() {
        let rule = example(serde_json::from_str(WORLD).unwrap(), "wishes");
        // i is the first wish of s, and also of board b, the third: the best rank counts.
        rule.plan("c d", "s>i*2 t>k n>h").costs(0);
        rule.plan("c d", "s>j*2").costs(2 * 2_500);
        rule.plan("c d", "s>h*1 s>i*1").costs(2 * 2_500);
    }

    #[test]
    fn none_of_the_wishes_costs_its_own() {
        let rule = example(serde_json::from_str(WORLD).unwrap(), "wishes");
        rule.plan("c d", "s>k*2 t>i").costs(2 * 11_000 + 2_500);
        rule.plan("c d", "t>j n>j").costs(11_000);
    }

    #[test]
    fn the_program_agrees() {
        twin(serde_json::from_str(WORLD).unwrap(), "wishes");
    }
}
