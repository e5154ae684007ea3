//! Rule `concept`: a wish for an education concept or focus.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, PairRule, RuleEffect, RulePart, Switch, Tariff};
use crate::base::{Kilometres, Points};
use crate::instance::Student;
use crate::plan::Placing;
use crate::texts::Catalogue;

/// What the rule says.
pub static CARD: Card = Card {
    id: "concept",
    formula: "price(s, h) = worth if concepts(s) ≠ ∅ and concepts(s) ∩ concepts(h) = ∅",
    source: "Samen Opleiden: students choose a profile",
    effects: &[RuleEffect::Prices],
    parts: &[RulePart::Tariff],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Education concept
statement = A student who wishes an education concept or focus (Dalton, Jenaplan, Montessori, \
    giftedness, special education …) and gets a school without any of those wished costs \
    `worth_km`.
lifted = A wish for an education concept counts for nothing.
letter-charged = the school does not have the education concept that you wished for
";

const DUTCH: &str = "\
title = Onderwijsconcept
statement = Wie een concept of accent wenst (dalton, jenaplan, montessori, hoogbegaafdheid, \
    speciaal onderwijs …) en een school zonder krijgt kost `worth_km`.
lifted = Een wens voor een onderwijsconcept telt niet mee.
letter-charged = de school werkt niet met het onderwijsconcept dat je wenste
";

/// An unmet wish for a concept costs.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ConceptRule {
    /// What a school costs that has none of the concepts wished.
    pub worth_km: Kilometres,
}

impl Default for ConceptRule {
    fn default() -> Self {
        Self { worth_km: Kilometres::whole(8) }
    }
}

impl PairRule for ConceptRule {
    fn card() -> &'static Card {
        &CARD
    }
}

impl Tariff for ConceptRule {
    fn may_refuse(&self, _: &Student) -> bool {
        false
    }

    fn price(&self, placing: &Placing) -> Points {
        if placing.unmet_concept() { self.worth_km.points() } else { Points::ZERO }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{example, twin};

    const WORLD: &str = r#"{
        "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
        "schools": [
            { "id": "h", "places": 3, "concepts": ["dalton", "giftedness"] },
            { "id": "i", "places": 2, "concepts": ["jenaplan"], "denomination": ["dalton"] },
            { "id": "j", "places": 1, "board": "x" }
        ],
        "clusters": [{ "id": "c", "schools": ["h"] }, { "id": "d", "schools": ["i"] }],
        "students": [
            { "id": "s", "count": 3, "concepts": ["dalton"] },
            { "id": "t", "year": 4, "concepts": ["montessori", "jenaplan"] }, { "id": "n" }
        ],
        "rules": { "concept": { "worth_km": 8.001 } }
    }"#;

    #[test]
    fn one_of_the_concepts_wished_is_enough() {
        let rule = example(serde_json::from_str(WORLD).unwrap(), "concept");
        rule.plan("c d", "s>h*3 t>i n>i").costs(0);
    }

    #[test]
    fn a_school_with_none_of_them_costs() {
        let rule = example(serde_json::from_str(WORLD).unwrap(), "concept");
        rule.plan("c d", "s>h*1 s>i*2 t>h").costs(2 * 8_001 + 8_001);
        rule.plan("", "t>j n>j").costs(8_001);
    }

    #[test]
    fn the_program_agrees() {
        twin(serde_json::from_str(WORLD).unwrap(), "concept");
    }
}
