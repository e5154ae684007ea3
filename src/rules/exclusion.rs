//! Rule `exclusion`: where a student is never placed, and the only places for one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, PairRule, Refusal, RuleEffect, RulePart, Switch, Tariff};
use crate::instance::Student;
use crate::plan::Placing;
use crate::texts::Catalogue;

/// What the rule says.
pub static CARD: Card = Card {
    id: "exclusion",
    formula: "pair (s, h) only if h lies in none of not(s), and in one of only(s) where given",
    source: "Own child's school, relatives, the old school; the same learning community",
    effects: &[RuleEffect::Refuses],
    parts: &[RulePart::Tariff],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Exclusion
statement = A student is never placed at a school, in an existing cluster or at a board that \
    the student's `not` list names; a student with an `only` list is placed only at, in or \
    under what it names.
lifted = Students may be placed where their `not` list rules it out, and elsewhere than their \
    `only` list says.
refused-not = { $student } is not to be placed at { $school }
refused-only = { $school } is not among the only places for { $student }
demand = nobody is placed where a list of the student excludes it
letter = where you cannot be placed
bottleneck = which schools are ruled out for students
";

const DUTCH: &str = "\
title = Uitsluiting
statement = Een student komt nooit op een school, in een bestaand cluster of bij een bestuur \
    van de eigen `not`-lijst; met een `only`-lijst alleen op, in of bij wat die noemt.
lifted = Studenten mogen ook naar scholen die hun `not`-lijst uitsluit of die hun `only`-lijst \
    niet noemt.
refused-not = { $student } wordt niet geplaatst op { $school }
refused-only = { $school } hoort niet bij de enige plekken voor { $student }
demand = niemand komt waar een lijst van de student het uitsluit
letter = waar je niet geplaatst kunt worden
bottleneck = welke scholen voor studenten zijn uitgesloten
";

/// A student's `not` and `only` lists.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ExclusionRule {}

impl PairRule for ExclusionRule {
    fn card() -> &'static Card {
        &CARD
    }
}

impl Tariff for ExclusionRule {
    fn may_refuse(&self, student: &Student) -> bool {
        !student.not.is_empty() || student.only.is_some()
    }

    fn admit<'a>(&'a self, placing: &'a Placing) -> Result<(), Refusal<'a>> {
        let student = placing.student();
        let at = |named: &crate::instance::Named| placing.instance.is_at(placing.school_id, *named);
        if student.not.iter().any(at) {
            return Err(Refusal::of_pair(&CARD, "refused-not", placing));
        }
        if student.only.as_ref().is_some_and(|only| !only.iter().any(at)) {
            return Err(Refusal::of_pair(&CARD, "refused-only", placing));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{example, twin};

    const WORLD: &str = r#"{
        "boards": [{ "id": "b" }, { "id": "e" }, { "id": "x", "standing": "shell" }],
        "schools": [
            { "id": "h", "places": 9 }, { "id": "i", "places": 9 },
            { "id": "j", "places": 9, "board": "e" }, { "id": "k", "places": 9, "board": "x" }
        ],
        "clusters": [{ "id": "c", "schools": ["h"] }, { "id": "d", "board": "e", "schools": ["i", "j"] }],
        "rules": { "exclusion": {}, "fixed": {} }
    }"#;

    fn world(students: serde_json::Value) -> serde_json::Value {
        let mut world: serde_json::Value = serde_json::from_str(WORLD).unwrap();
        world["students"] = students;
        world
    }

    #[test]
    fn nobody_is_where_the_not_list_says() {
        let students = json!([
            { "id": "s", "not": ["h"] }, { "id": "t", "not": ["d"], "year": 4 },
            { "id": "u", "not": ["b", "x"] }, { "id": "f", "not": ["h"], "fixed": "h" },
        ]);
        let rule = example(world(students), "exclusion");
        rule.plan("c d", "s>i t>h u>j f>h").costs(0).overrides(&["f"]);
        rule.plan("c d", "s>h t>i")
            .breaks(0, &["s is not to be placed at h", "t is not to be placed at i"]);
        // Cluster d is of board e, but its school i is of b.
        rule.plan("c d", "u>i").breaks(0, &["u is not to be placed at i"]);
        rule.plan("c d", "u>k").breaks(0, &["u is not to be placed at k"]);
    }

    #[test]
    fn an_only_list_leaves_nothing_else() {
        let students = json!([
            { "id": "s", "only": ["h", "x"], "count": 2 }, { "id": "t", "only": ["d"] },
            { "id": "u", "only": ["b"], "not": ["c"] },
        ]);
        let rule = example(world(students), "exclusion");
        rule.plan("c d", "s>h s>k t>j u>i").costs(0);
        rule.plan("c d", "s>i*2").breaks(0, &["i is not among the only places for s"]);
        rule.plan("c d", "t>h").breaks(0, &["h is not among the only places for t"]);
        // Only b leaves h and i; not c takes h.
        rule.plan("c d", "u>h").breaks(0, &["u is not to be placed at h"]);
        rule.plan("c d", "u>j").breaks(0, &["j is not among the only places for u"]);
    }

    #[test]
    fn the_program_agrees() {
        let students = json!([
            { "id": "s", "not": ["h"], "count": 2 }, { "id": "t", "only": ["d", "k"] },
            { "id": "u", "only": ["b"], "not": ["d"] },
        ]);
        twin(world(students), "exclusion");
    }
}
