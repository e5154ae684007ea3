//! Rule `denomination`: a wish for a public or a denominational school.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, PairRule, Refusal, RuleEffect, RulePart, Switch, Tariff};
use crate::base::{Kilometres, Points};
use crate::instance::{Strength, Student};
use crate::plan::Placing;
use crate::texts::Catalogue;

/// What the rule says.
pub static CARD: Card = Card {
    id: "denomination",
    formula: "price(s, h) = worth if wish(s) ∩ denominations(h) = ∅, else 0",
    source: "Samen Opleiden: about 30% of students want experience at a public school",
    effects: &[RuleEffect::Refuses, RuleEffect::Prices],
    parts: &[RulePart::Tariff],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Denomination
statement = A wish with strength `must` refuses a school whose denominations share nothing \
    with the wish; with `prefer` such a school costs `worth_km`.
lifted = No school is refused for its denomination, and an unmet wish costs nothing.
refused = { $school } has no denomination that { $student } requires
demand = wishes that must be met are met
letter = of another denomination
letter-charged = the school does not have the denomination that you wished for
bottleneck = the denomination that students insist on
";

const DUTCH: &str = "\
title = Denominatie
statement = Is de wens een eis (`must`), dan valt een school zonder gewenste denominatie af; \
    bij een voorkeur (`prefer`) kost zo’n school `worth_km`.
lifted = Geen school valt af om haar denominatie, en een niet vervulde wens kost niets.
refused = { $school } heeft geen denominatie die { $student } eist
demand = wensen die een eis zijn worden vervuld
letter = van een andere denominatie
letter-charged = de school heeft niet de denominatie die je wenste
bottleneck = de denominatie die studenten als eis stellen
";

/// An unmet wish for a denomination costs, or is refused.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DenominationRule {
    /// What an unmet wish costs.
    pub worth_km: Kilometres,
}

impl Default for DenominationRule {
    fn default() -> Self {
        Self { worth_km: Kilometres::whole(15) }
    }
}

impl PairRule for DenominationRule {
    fn card() -> &'static Card {
        &CARD
    }
}

impl Tariff for DenominationRule {
    fn may_refuse(&self, student: &Student) -> bool {
        student.denomination.as_ref().is_some_and(|wish| wish.strength == Strength::Must)
    }

    fn admit<'a>(&'a self, placing: &'a Placing) -> Result<(), Refusal<'a>> {
        let wish = placing.student().denomination.as_ref();
        let must = wish.is_some_and(|wish| wish.strength == Strength::Must);
        if must && placing.unmet_denomination() {
            return Err(Refusal::of_pair(&CARD, "refused", placing));
        }
        Ok(())
    }

    fn price(&self, placing: &Placing) -> Points {
        if placing.unmet_denomination() { self.worth_km.points() } else { Points::ZERO }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{example, twin};

    #[test]
    fn an_unmet_wish_costs_and_an_unmet_must_is_refused() {
        let rule = example(
            json!({
                "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
                "schools": [
                    { "id": "h", "places": 9, "denomination": ["openbaar", "jenaplan"] },
                    { "id": "i", "places": 9, "denomination": ["pc"] },
                    { "id": "j", "places": 9, "board": "x" },
                ],
                "clusters": [{ "id": "c", "schools": ["h", "i"] }],
                "students": [
                    { "id": "p", "count": 3, "denomination": { "wish": ["openbaar"] } },
                    { "id": "e", "denomination": { "wish": ["rk", "openbaar"], "strength": "prefer" } },
                    { "id": "m", "year": 4, "denomination": { "wish": ["pc"], "strength": "must" } },
                    { "id": "n" },
                ],
                "rules": { "denomination": { "worth_km": 7.125 } },
            }),
            "denomination",
        );
        rule.plan("c", "p>h*3 e>h m>i n>i").costs(0);
        // Two of p at i, e at j, which has none; the wish holds in the shell and in year 4 too.
        rule.plan("c", "p>h*1 p>i*2 e>j n>j").costs(2 * 7_125 + 7_125);
        rule.plan("c", "m>h").breaks(7_125, &["h has no denomination that m requires"]);
        rule.plan("c", "m>j").breaks(7_125, &["j has no denomination that m requires"]);
    }

    #[test]
    fn the_planner_overrides_a_must_at_its_price() {
        let rule = example(
            json!({
                "schools": [{ "id": "h", "places": 9, "denomination": ["pc"] }],
                "clusters": [{ "id": "c", "schools": ["h"] }],
                "students": [
                    { "id": "m", "count": 2, "fixed": "h",
                      "denomination": { "wish": ["rk"], "strength": "must" } },
                ],
                "rules": { "denomination": {}, "fixed": {} },
            }),
            "denomination",
        );
        rule.plan("c", "m>h*2").costs(2 * 15_000).overrides(&["m"]);
    }

    #[test]
    fn the_program_agrees() {
        let seen = twin(
            json!({
                "schools": [
                    { "id": "h", "places": 2, "denomination": ["openbaar"] },
                    { "id": "i", "places": 2, "denomination": ["pc", "rk"] }, { "id": "j", "places": 2 },
                ],
                "clusters": [{ "id": "c", "schools": ["h", "i"] }, { "id": "d", "schools": ["j"] }],
                "students": [
                    { "id": "p", "count": 2, "denomination": { "wish": ["openbaar"] } },
                    { "id": "m", "denomination": { "wish": ["rk"], "strength": "must" } },
                    { "id": "n" },
                ],
                "rules": { "denomination": {} },
            }),
            "denomination",
        );
        assert!(seen.broken > 0);
    }
}
