//! Rule `apart`: students who must not meet get different schools, or different clusters.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::student_pairs::PairsAsked;
use super::{Binding, Card, Rule, RuleEffect, RulePart, Switch};
use crate::base::Kilometres;
use crate::instance::{MeetingPlace, PairKind, Strength, StudentPair};
use crate::model::formulation::{Expression, Label, Names, ProgramDraft, Subject, VariableId};
use crate::plan::Tally;
use crate::plan::assessment::Assessment;
use crate::texts::{Catalogue, Message};

/// What the rule says.
pub static CARD: Card = Card {
    id: "apart",
    formula: "for each pair (s, t): met ≥ assigned(s, h) + assigned(t, h) − 1 at each school h, and in a \
              cluster met ≥ assigned(s, o) + assigned(t, o) + used(o) − 2 for each option o; \
              cost Σ worth × met, or met = 0",
    source: "Asked by planners: students who must not meet",
    effects: &[RuleEffect::Prices, RuleEffect::Binds],
    parts: &[RulePart::Binding],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Apart
statement = Two students of a pair under `apart` who both have a place at one school (with `at` \
    cluster: in one cluster) cost `worth_km` once; with strength `must` that is not allowed. A \
    pair of which one is left out costs nothing.
lifted = Students may be together with those under `apart`.
breach = { $one } and { $other } must be apart, and are { $at ->
        [cluster] in one cluster
       *[school] at one school
    }
demand-must = { $one } and { $other } are not { $at ->
        [cluster] in one cluster
       *[school] at one school
    }
";

const DUTCH: &str = "\
title = Uit elkaar
statement = Twee studenten van een paar onder `apart` die allebei een plek hebben op één school \
    (met `at` cluster: in één cluster), kosten één keer `worth_km`; met sterkte `must` mag dat \
    niet. Een paar waarvan er een buiten de plaatsing blijft, kost niets.
lifted = Studenten mogen samen met wie onder `apart` staan.
breach = { $one } en { $other } moeten uit elkaar en zijn { $at ->
        [cluster] in één cluster
       *[school] op één school
    }
demand-must = { $one } en { $other } komen niet { $at ->
        [cluster] in één cluster
       *[school] op één school
    }
";

/// Pairs of students under `apart` do not meet.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ApartRule {
    /// What a pair costs that is together, where the pair does not say.
    pub worth_km: Kilometres,
}

impl Default for ApartRule {
    fn default() -> Self {
        Self { worth_km: Kilometres::whole(10) }
    }
}

impl Rule for ApartRule {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn binding(&self) -> Option<&dyn Binding> {
        Some(self)
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        self.asked().assess(tally, assessment);
    }
}

impl ApartRule {
    fn asked(&self) -> PairsAsked {
        PairsAsked {
            card: &CARD,
            breach: CARD.message("breach"),
            demand: CARD.message("demand-must"),
            kind: PairKind::Apart,
            worth: self.worth_km.points(),
        }
    }
}

impl Binding for ApartRule {
    fn formulate(&self, draft: &mut ProgramDraft) {
        for (position, pair) in draft.instance.pairs_of(PairKind::Apart) {
            let subject = Subject::Students(position);
            let met = draft.counter(CARD.label("met", subject), None);
            count_meetings(draft, position, pair, met);
            if pair.strength == Strength::Must {
                draft.demand(CARD.label("must", subject), met.into(), None, Some(0));
            } else {
                draft.charge(self.asked().price(pair), &met.into());
            }
        }
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> Message {
        self.asked().demand_in_words(names, label)
    }
}

/// Writes that `met` is at least 1 if the students of a pair are together.
fn count_meetings(draft: &mut ProgramDraft, position: usize, pair: &StudentPair, met: VariableId) {
    let [one, other] = pair.students;
    // Whoever is at one school is in one cluster too.
    for school in draft.instance.schools.ids() {
        let at = [draft.at(one, school), draft.at(other, school)];
        let most = Expression::from(met);
        meet(draft, Subject::StudentsAt(position, school), &at, &most, 1);
    }
    if pair.at == MeetingPlace::Cluster {
        let several = draft.candidates.options.iter();
        for (option, _) in several.filter(|(_, option)| option.schools.len() > 1) {
            let at = [draft.at_option(one, option), draft.at_option(other, option)];
            let most = Expression::from(met).plus_variable(-1, draft.used(option));
            meet(draft, Subject::StudentsIn(position, option), &at, &most, 2);
        }
    }
}

/// Writes that the sum of both, less `most`, is at most `bound`; not where one of the two is always 0.
fn meet(
    draft: &mut ProgramDraft,
    subject: Subject,
    both: &[Expression; 2],
    most: &Expression,
    bound: i64,
) {
    let [one, other] = both;
    if !one.terms.is_empty() && !other.terms.is_empty() {
        let row = one.clone().plus(1, other).plus(-1, most);
        draft.meaning(CARD.label("met", subject), row, None, Some(bound));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{example, twin};

    /// Schools h and i in cluster c, j in d, k and l in the shell.
    const WORLD: &str = r#"{
        "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
        "schools": [
            { "id": "h", "places": 2 }, { "id": "i", "places": 2 }, { "id": "j", "places": 1 },
            { "id": "k", "places": 2, "board": "x" }, { "id": "l", "places": 1, "board": "x" }
        ],
        "clusters": [
            { "id": "c", "schools": ["h", "i"], "meeting_days": ["tue", "wed"] }, { "id": "d", "schools": ["j"] }
        ]
    }"#;

    fn world(pairs: &serde_json::Value) -> serde_json::Value {
        let mut world: serde_json::Value = serde_json::from_str(WORLD).unwrap();
        world["students"] = json!([{ "id": "s", "apart": pairs }, { "id": "t" }]);
        world["rules"] = json!({ "apart": {} });
        world
    }

    #[test]
    fn a_pair_at_one_school_costs_once() {
        let rule = example(world(&json!([{ "students": ["t"], "worth_km": 7.25 }])), "apart");
        rule.plan("c", "s>h t>h").costs(7_250);
        rule.plan("c", "s>k t>k").costs(7_250);
        rule.plan("c", "s>h t>i").costs(0);
        rule.plan("c", "s>h").costs(0);
        rule.plan("", "").costs(0);
    }

    #[test]
    fn one_cluster_is_too_near_where_the_pair_says_so() {
        let rule = example(world(&json!([{ "students": ["t"], "at": "cluster" }])), "apart");
        rule.plan("c d", "s>h t>h").costs(10_000);
        rule.plan("c d", "s>h t>i").costs(10_000);
        rule.plan("c d", "s>h t>j").costs(0);
        rule.plan("c d", "s>k t>k").costs(10_000);
        rule.plan("c d", "s>k t>l").costs(0);
    }

    #[test]
    fn what_must_be_apart_is_refused_together() {
        let must = json!([{ "students": ["t"], "strength": "must" }]);
        let rule = example(world(&must), "apart");
        rule.plan("c", "s>h t>i").costs(0);
        rule.plan("c", "s>h").costs(0);
        rule.plan("c", "s>h t>h").breaks(0, &["s and t must be apart, and are at one school"]);
        let must = json!([{ "students": ["t"], "strength": "must", "at": "cluster" }]);
        let rule = example(world(&must), "apart");
        rule.plan("c", "s>h t>i").breaks(0, &["s and t must be apart, and are in one cluster"]);
    }

    #[test]
    fn the_program_agrees() {
        for at in ["school", "cluster"] {
            twin(world(&json!([{ "students": ["t"], "at": at }])), "apart");
            let must = json!([{ "students": ["t"], "at": at, "strength": "must" }]);
            let mut world = world(&must);
            world["students"]
                .as_array_mut()
                .unwrap()
                .push(json!({ "id": "u", "apart": [{ "students": ["s"] }] }));
            assert!(twin(world, "apart").broken > 0);
        }
    }

    /// Every school is in several options, of which at most one is used.
    #[test]
    fn the_program_agrees_where_options_overlap() {
        twin(
            json!({
                "boards": [{ "id": "b", "max_clusters": 2 }],
                "schools": [
                    { "id": "h", "places": 1 }, { "id": "i", "places": 1 }, { "id": "j", "places": 1 }
                ],
                "students": [
                    { "id": "s", "apart": [{ "students": ["t"], "at": "cluster" }] }, { "id": "t" }
                ],
                "travel": { "table": [
                    { "from": "h", "to": "i", "m": 1 }, { "from": "h", "to": "j", "m": 1 },
                    { "from": "i", "to": "j", "m": 1 },
                ] },
                "rules": {
                    "apart": {},
                    "forming": { "alone_places": 1 },
                },
            }),
            "apart",
        );
    }
}
