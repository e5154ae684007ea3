//! Rule `together`: students who travel or work together get one school, or one cluster.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::student_pairs::PairsAsked;
use super::{Binding, Card, Rule, RuleEffect, RulePart, Switch};
use crate::base::Kilometres;
use crate::instance::{MeetingPlace, PairKind, Strength, StudentPair};
use crate::model::formulation::{Expression, Label, Names, ProgramDraft, Subject};
use crate::plan::assessment::Assessment;
use crate::plan::{Setting, Tally};
use crate::texts::{Catalogue, Message};

/// What the rule says.
pub static CARD: Card = Card {
    id: "together",
    formula: "for each pair (s, t): missed ≥ 1 − Σ over places p of both(p) − left_out(s) − left_out(t), \
              both(p) ≤ assigned(s, p), both(p) ≤ assigned(t, p), both(p) ≤ used(p); \
              cost Σ worth × missed, or missed = 0",
    source: "Asked by planners: students who travel together",
    effects: &[RuleEffect::Prices, RuleEffect::Binds],
    parts: &[RulePart::Binding],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Together
statement = Two students of a pair under `with` who both have a place, but not at one school (with \
    `at` cluster: not in one cluster), cost `worth_km` once; with strength `must` that is not \
    allowed. A pair of which one is left out costs nothing.
lifted = Students need not be together with those under `with`.
breach = { $one } and { $other } must be together { $at ->
        [cluster] in one cluster
       *[school] at one school
    }, and are not
demand-must = { $one } and { $other }, if both have a place, are together { $at ->
        [cluster] in one cluster
       *[school] at one school
    }
";

const DUTCH: &str = "\
title = Samen
statement = Twee studenten van een paar onder `with` die allebei een plek hebben, maar niet op één \
    school (met `at` cluster: niet in één cluster), kosten één keer `worth_km`; met sterkte `must` \
    mag dat niet. Een paar waarvan er een buiten de plaatsing blijft, kost niets.
lifted = Studenten hoeven niet samen met wie onder `with` staan.
breach = { $one } en { $other } moeten samen { $at ->
        [cluster] in één cluster
       *[school] op één school
    } en zijn dat niet
demand-must = { $one } en { $other } komen, als ze allebei een plek hebben, samen { $at ->
        [cluster] in één cluster
       *[school] op één school
    }
";

/// Pairs of students under `with` are together.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TogetherRule {
    /// What a pair costs that is not together, where the pair does not say.
    pub worth_km: Kilometres,
}

impl Default for TogetherRule {
    fn default() -> Self {
        Self { worth_km: Kilometres::whole(10) }
    }
}

impl Rule for TogetherRule {
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

impl TogetherRule {
    fn asked(&self) -> PairsAsked {
        PairsAsked {
            card: &CARD,
            breach: CARD.message("breach"),
            demand: CARD.message("demand-must"),
            kind: PairKind::Together,
            worth: self.worth_km.points(),
        }
    }
}

impl Binding for TogetherRule {
    fn formulate(&self, draft: &mut ProgramDraft) {
        for (position, pair) in draft.instance.pairs_of(PairKind::Together) {
            let [one, other] = pair.students.map(|student| draft.left_out(student));
            let met = together(draft, position, pair).plus_variable(1, one).plus_variable(1, other);
            let subject = Subject::Students(position);
            if pair.strength == Strength::Must {
                draft.demand(CARD.label("must", subject), met, Some(1), None);
            } else {
                let missed = draft.counter(CARD.label("missed", subject), Some(1));
                let row = met.plus_variable(1, missed);
                draft.meaning(CARD.label("missed", subject), row, Some(1), None);
                draft.charge(self.asked().price(pair), &missed.into());
            }
        }
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> Message {
        self.asked().demand_in_words(names, label)
    }
}

/// An expression that can be 1 if the students of a pair are together, and is 0 if they are not.
fn together(draft: &mut ProgramDraft, position: usize, pair: &StudentPair) -> Expression {
    let [one, other] = pair.students;
    let mut together = Expression::default();
    let candidates = draft.candidates;
    for school in draft.instance.schools.ids() {
        let in_shell = candidates.settings(school) == [Setting::Shell];
        if pair.at == MeetingPlace::Cluster && !in_shell {
            continue;
        }
        let at = [draft.at(one, school), draft.at(other, school)];
        together = both(draft, Subject::StudentsAt(position, school), &at, together);
    }
    if pair.at == MeetingPlace::Cluster {
        for option in candidates.options.ids() {
            let used = Expression::from(draft.used(option));
            let at = [draft.at_option(one, option), draft.at_option(other, option), used];
            together = both(draft, Subject::StudentsIn(position, option), &at, together);
        }
    }
    together
}

/// `sum` plus a variable that is at most 1 and at most each of some expressions, unless one is always 0.
fn both(
    draft: &mut ProgramDraft,
    subject: Subject,
    most: &[Expression],
    sum: Expression,
) -> Expression {
    if most.iter().any(|most| most.terms.is_empty()) {
        return sum;
    }
    let both = draft.counter(CARD.label("both", subject), Some(1));
    for (kind, most) in ["one", "other", "used"].into_iter().zip(most) {
        let row = Expression::from(both).plus(-1, most);
        draft.meaning(CARD.label(kind, subject), row, None, Some(0));
    }
    sum.plus_variable(1, both)
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
        world["students"] = json!([{ "id": "s", "with": pairs }, { "id": "t" }]);
        world["rules"] = json!({ "together": {} });
        world
    }

    #[test]
    fn a_pair_at_different_schools_costs_once() {
        let rule = example(world(&json!([{ "students": ["t"] }])), "together");
        rule.plan("c", "s>h t>h").costs(0);
        rule.plan("c", "s>h t>i").costs(10_000);
        rule.plan("c", "s>k t>k").costs(0);
        rule.plan("c", "s>h").costs(0);
        rule.plan("c", "t>h").costs(0);
        rule.plan("", "").costs(0);
    }

    #[test]
    fn stated_at_both_students_it_is_one_pair() {
        let mut world = world(&json!([{ "students": ["t"], "worth_km": 1.5 }]));
        world["students"][1]["with"] = json!([{ "students": ["s"], "worth_km": 1.5 }]);
        world["students"]
            .as_array_mut()
            .unwrap()
            .push(json!({ "id": "u", "with": [{ "students": ["s", "t"] }] }));
        let rule = example(world, "together");
        rule.plan("c", "s>h t>i").costs(1_500);
        rule.plan("c", "s>h t>h u>i").costs(2 * 10_000);
        rule.plan("c", "s>h t>i u>i").costs(1_500 + 10_000);
    }

    #[test]
    fn one_cluster_is_enough_where_the_pair_says_so() {
        let rule = example(world(&json!([{ "students": ["t"], "at": "cluster" }])), "together");
        rule.plan("c d", "s>h t>i").costs(0);
        rule.plan("c d", "s>h t>j").costs(10_000);
        // The shell has no clusters: only one school is together.
        rule.plan("c d", "s>k t>k").costs(0);
        rule.plan("c d", "s>k t>l").costs(10_000);
    }

    #[test]
    fn what_must_be_together_is_refused_apart() {
        let must = json!([{ "students": ["t"], "strength": "must" }]);
        let rule = example(world(&must), "together");
        rule.plan("c", "s>h t>h").costs(0);
        rule.plan("c", "t>h").costs(0);
        rule.plan("c", "s>h t>i")
            .breaks(0, &["s and t must be together at one school, and are not"]);
        let must = json!([{ "students": ["t"], "strength": "must", "at": "cluster" }]);
        example(world(&must), "together")
            .plan("c d", "s>h t>j")
            .breaks(0, &["s and t must be together in one cluster, and are not"]);
    }

    #[test]
    fn the_program_agrees() {
        for at in ["school", "cluster"] {
            twin(world(&json!([{ "students": ["t"], "at": at }])), "together");
            let must = json!([{ "students": ["t"], "at": at, "strength": "must" }]);
            let mut world = world(&must);
            world["students"]
                .as_array_mut()
                .unwrap()
                .push(json!({ "id": "u", "with": [{ "students": ["s"] }] }));
            assert!(twin(world, "together").broken > 0);
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
                    { "id": "s", "with": [{ "students": ["t"], "at": "cluster" }] }, { "id": "t" }
                ],
                "travel": { "table": [
                    { "from": "h", "to": "i", "m": 1 }, { "from": "h", "to": "j", "m": 1 },
                    { "from": "i", "to": "j", "m": 1 },
                ] },
                "rules": {
                    "together": {},
                    "forming": { "alone_places": 1 },
                },
            }),
            "together",
        );
    }
}
