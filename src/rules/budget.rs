//! Rule `budget`: what the plan costs the partnership, after the grant.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Binding, Card, Rule, RuleEffect, RulePart, Switch};
use crate::base::Euros;
use crate::instance::{EuroAmount, Finance, GrantCount, GrantStep, Instance, StudentId};
use crate::model::formulation::{Expression, Label, Names, ProgramDraft, Subject};
use crate::plan::assessment::Assessment;
use crate::plan::{Setting, Tally};
use crate::texts::{Catalogue, Message};

/// What the rule says.
pub static CARD: Card = Card {
    id: "budget",
    formula: "cluster × Σ used(o) + opening × Σ new(o) + student × core + shell_student × shell − grant(n) ≤ \
              limit; grant(n) = base + step(n) + per_student × n, n = core, or core of an earlier year",
    source: "A subsidy covers only part of the cost of Samen Opleiden",
    effects: &[RuleEffect::Binds],
    parts: &[RulePart::Binding],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Budget
statement = Money, in whole euros, where `finance` is given: net cost = `cluster_eur` × used \
    clusters + `opening_eur` × new clusters + `student_eur` × core students + \
    `shell_student_eur` × shell students − grant. Grant = `grant_base_eur` + the last of \
    `grant_steps` reached + `grant_per_student_eur` × students counted. Counted are the core \
    students; with `grant_lag_years` those of an earlier year, where their number is known. With \
    `limit_eur` the net cost is at most that.
lifted = The plan may cost any amount.
breach = the plan costs { $net } euros net, more than { $limit }
demand-limit = the plan costs at most { $limit } euros net
";

const DUTCH: &str = "\
title = Begroting
statement = Geld, in hele euro’s, waar `finance` gegeven is: netto kosten = `cluster_eur` × \
    clusters in gebruik + `opening_eur` × nieuwe clusters + `student_eur` × studenten in een \
    cluster + `shell_student_eur` × studenten in de schil − subsidie. Subsidie = \
    `grant_base_eur` + de laatste trede van `grant_steps` die gehaald is + \
    `grant_per_student_eur` × getelde studenten. De studenten in een cluster tellen; met \
    `grant_lag_years` die van een eerder jaar, als hun aantal bekend is. Met `limit_eur` zijn de \
    netto kosten hoogstens dat.
lifted = Het plan mag elk bedrag kosten.
breach = het plan kost netto { $net } euro, meer dan { $limit }
demand-limit = het plan kost netto hoogstens { $limit } euro
";

/// The net cost stays within a limit, where one is given.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BudgetRule {
    /// The most that the plan may cost, net, in whole euros. Absent: no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit_eur: Option<EuroAmount>,
}

impl BudgetRule {
    /// The limit, where both it and prices are given.
    fn limit<'a>(&self, instance: &'a Instance) -> Option<(Euros, &'a Finance)> {
        Some((self.limit_eur?.into(), instance.finance.as_ref()?))
    }
}

impl Rule for BudgetRule {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn binding(&self) -> Option<&dyn Binding> {
        Some(self)
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        let Some((limit, finance)) = self.limit(tally.instance) else { return };
        let clusters = &tally.assignment.clusters;
        let new = clusters.iter().filter(|cluster| cluster.is_new()).count();
        let cost = finance.cluster * clusters.len() as i64
            + finance.opening * new as i64
            + finance.student * tally.core_students()
            + finance.shell_student * tally.shell_students();
        let grant = tally.grant_students().map(|counted| finance.grant.for_students(counted));
        let net = cost - grant.unwrap_or_default();
        if net > limit {
            let sentence = CARD.message("breach").with("net", net.0).with("limit", limit.0);
            assessment.breach(CARD.id, sentence);
        }
    }
}

impl Binding for BudgetRule {
    fn formulate(&self, draft: &mut ProgramDraft) {
        let Some((limit, finance)) = self.limit(draft.instance) else { return };
        let net = cost(draft, finance).plus(-1, &grant(draft, finance));
        draft.demand(CARD.label("limit", Subject::Plan), net, None, Some(limit.0));
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> Message {
        match (label.kind, self.limit(names.instance)) {
            ("limit", Some((limit, _))) => CARD.message("demand-limit").with("limit", limit.0),
            _ => CARD.statement(),
        }
    }
}

/// The cost of a plan, in euros.
fn cost(draft: &ProgramDraft, finance: &Finance) -> Expression {
    let mut cost = Expression::default();
    for (id, option) in draft.candidates.options.iter() {
        let opening = if option.is_new() { finance.opening } else { Euros::ZERO };
        cost = cost.plus_variable((finance.cluster + opening).0, draft.used(id));
    }
    for (id, pair) in draft.candidates.pairs.iter() {
        let each = match pair.setting {
            Setting::Meeting(_) => finance.student,
            Setting::Shell => finance.shell_student,
        };
        cost = cost.plus_variable(each.0, draft.assigned(id));
    }
    cost
}

/// The grant of a plan, in euros: a constant where the students of an earlier year are counted.
fn grant(draft: &mut ProgramDraft, finance: &Finance) -> Expression {
    let grant = &finance.grant;
    if let Some(counted) = draft.instance.grant_count().and_then(GrantCount::earlier) {
        return Expression { terms: Vec::new(), constant: grant.for_students(counted).0 };
    }
    let core = draft.core_students();
    let fixed = Expression { terms: Vec::new(), constant: grant.base.0 };
    fixed.plus(grant.per_student.0, &core).plus(1, &stairs(draft, &grant.steps, &core))
}

/// The staircase by the number of core students: a switch per step, which adds the rise to that step.
///
/// The limit only ever wants more grant. So a switch whose step rises has to be kept from being on too early, and
/// one whose step falls from being off too late; the other direction needs no row.
fn stairs(draft: &mut ProgramDraft, steps: &[GrantStep], core: &Expression) -> Expression {
    let most = most_core_students(draft);
    let mut stairs = Expression::default();
    let mut below = Euros::ZERO;
    for (position, &GrantStep { from, sum }) in steps.iter().enumerate() {
        let rise = (sum - below).0;
        below = sum;
        if from == 0 {
            stairs.constant += rise;
        }
        if from == 0 || from > most || rise == 0 {
            continue;
        }
        let subject = Subject::GrantStep(position);
        let reached = draft.switch(CARD.label("reached", subject));
        stairs = stairs.plus_variable(rise, reached);
        let label = CARD.label("step", subject);
        if rise > 0 {
            draft.meaning(label, core.clone().plus_variable(-from, reached), Some(0), None);
        } else {
            // With all in clusters the row is tight: `most` students need the switch on.
            let row = core.clone().plus_variable(-(most - from + 1), reached);
            draft.meaning(label, row, None, Some(from - 1));
        }
    }
    stairs
}

/// How many students can be in clusters at most, whatever other rules demand.
fn most_core_students(draft: &ProgramDraft) -> i64 {
    let pairs = draft.candidates.pairs.values();
    let core = pairs.filter(|pair| matches!(pair.setting, Setting::Meeting(_)));
    let students: BTreeSet<StudentId> = core.map(|pair| pair.student).collect();
    students.into_iter().map(|student| draft.instance.students[student].count).sum()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::model::formulation::Purpose;
    use crate::testing::{example, twin};

    fn world(limit: i64) -> serde_json::Value {
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
            "students": [{ "id": "s", "count": 3 }, { "id": "f", "year": 4 }],
            "finance": {
                "grant_per_student_eur": 700, "cluster_eur": 1000, "student_eur": 300,
                "shell_student_eur": 50,
            },
            "rules": { "budget": { "limit_eur": limit } },
        })
    }

    #[test]
    fn the_net_cost_stays_within_the_limit() {
        // 2 clusters, 3 core students of any year, 1 in the shell: 2000 + 900 + 50 − 2100.
        example(world(850), "budget").plan("c d", "s>h*2 f>i s>j*1").costs(0);
        example(world(849), "budget")
            .plan("c d", "s>h*2 f>i s>j*1")
            .breaks(0, &["the plan costs 850 euros net, more than 849"]);
        example(world(-200), "budget").plan("c", "s>h*3").costs(0);
        example(world(-201), "budget")
            .plan("c", "s>h*3")
            .breaks(0, &["the plan costs -200 euros net, more than -201"]);
    }

    #[test]
    fn without_prices_or_without_a_limit_money_binds_nothing() {
        let mut document = world(0);
        document["finance"] = json!(null);
        example(document, "budget").plan("c d", "s>h*3").costs(0);
        let mut document = world(0);
        document["rules"]["budget"] = json!({});
        example(document, "budget").plan("c d", "").costs(0);
    }

    #[test]
    fn the_program_agrees() {
        twin(world(150), "budget");
        twin(world(-200), "budget");
    }

    /// Three schools of which two may form a cluster, and what the grant adds to the prices.
    fn with_grant(limit: i64, grant: &serde_json::Value) -> serde_json::Value {
        let mut finance = json!({ "cluster_eur": 100, "student_eur": 10, "shell_student_eur": 3 });
        let members = finance.as_object_mut().unwrap();
        members.extend(grant.as_object().unwrap().clone());
        json!({
            "boards": [{ "id": "b", "max_clusters": 2 }, { "id": "x", "standing": "shell" }],
            "schools": [
                { "id": "h", "places": 2, "at": [53.2, 6.5] }, { "id": "i", "places": 2, "at": [53.2, 6.5] },
                { "id": "j", "places": 2, "board": "x" },
            ],
            "clusters": [{ "id": "c", "schools": ["h"] }],
            "students": [{ "id": "s", "count": 3 }, { "id": "f", "year": 4 }],
            "finance": finance,
            "rules": {
                "budget": { "limit_eur": limit },
                "forming": { "min_schools": 1, "alone_places": 1 }, "cluster_size": { "min": 0 },
            },
        })
    }

    #[test]
    fn a_new_cluster_costs_its_opening_too() {
        let finance = json!({ "opening_eur": 1000 });
        let rule = example(with_grant(99, &finance), "budget");
        rule.plan("c", "").breaks(0, &["the plan costs 100 euros net, more than 99"]);
        rule.plan("c i", "s>h*2 s>i*1")
            .breaks(0, &["the plan costs 1,230 euros net, more than 99"]);
        for limit in [129, 1199, 1230] {
            twin(with_grant(limit, &finance), "budget");
        }
    }

    #[test]
    fn the_grant_is_base_and_step_and_an_amount_per_student() {
        let finance = json!({
            "grant_base_eur": 50, "grant_per_student_eur": 4,
            "grant_steps": [{ "from": 2, "eur": 40 }, { "from": 4, "eur": 90 }],
        });
        let rule = example(with_grant(-900, &finance), "budget");
        let costs = |clusters: &str, placements: &str, net: i64| {
            let sentence = format!("the plan costs {net} euros net, more than -900");
            rule.plan(clusters, placements).breaks(0, &[&sentence]);
        };
        costs("", "", -50);
        // Students in the shell are not counted.
        costs("c", "s>h*1 s>j*2", 100 + 10 + 6 - 50 - 4);
        costs("c", "s>h*2", 100 + 20 - 50 - 8 - 40);
        costs("c i", "s>h*2 s>i*1 f>i", 200 + 40 - 50 - 16 - 90);
    }

    #[test]
    fn the_program_knows_every_staircase() {
        let stairs = [
            json!([{ "from": 2, "eur": 40 }, { "from": 4, "eur": 130 }]),
            json!([{ "from": 1, "eur": 90 }, { "from": 3, "eur": 30 }, { "from": 4, "eur": 70 }]),
            json!([{ "from": 0, "eur": 60 }, { "from": 2, "eur": 0 }, { "from": 9, "eur": 900 }]),
        ];
        for steps in stairs {
            let finance =
                json!({ "grant_base_eur": 7, "grant_per_student_eur": 6, "grant_steps": steps });
            for limit in [25, 60, 93] {
                let seen = twin(with_grant(limit, &finance), "budget");
                assert!(seen.broken > 0, "{steps}: {limit}");
            }
        }
    }

    #[test]
    fn a_grant_for_an_earlier_year_is_a_constant() {
        let finance = json!({
            "grant_base_eur": 50, "grant_per_student_eur": 4, "grant_lag_years": 2, "grant_students": 3,
            "grant_steps": [{ "from": 2, "eur": 40 }, { "from": 4, "eur": 90 }],
        });
        let document = with_grant(18, &finance);
        let rule = example(document.clone(), "budget");
        // 50 + 40 + 12 whoever is placed now.
        rule.plan("c", "s>h*2").costs(0);
        rule.plan("c i", "s>h*2 s>i*1 f>i")
            .breaks(0, &["the plan costs 138 euros net, more than 18"]);
        twin(document, "budget");
        let program = rule.problem.formulate(&rule.problem.sieve().unwrap(), Purpose::Plan);
        assert!(!program.variables.values().any(|one| one.label.rule == "budget"));
    }

    #[test]
    fn without_a_known_number_a_lagging_grant_counts_this_plan() {
        let mut document =
            with_grant(60, &json!({ "grant_per_student_eur": 30, "grant_lag_years": 1 }));
        let rule = example(document.clone(), "budget");
        rule.plan("c", "s>h*2").costs(0);
        twin(document.clone(), "budget");
        // The earlier plan had nobody in a cluster, so there is no grant.
        document["previous"] = json!("s>j*2");
        let rule = example(document.clone(), "budget");
        rule.plan("c", "s>h*2").breaks(0, &["the plan costs 120 euros net, more than 60"]);
        document["rules"]["budget"]["limit_eur"] = json!(119);
        twin(document, "budget");
    }
}
