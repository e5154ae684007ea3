//! Rule `budget`: what the plan costs the partnership, after the grant.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Binding, Card, Rule, RuleEffect, RulePart, Switch};
use crate::base::Euros;
use crate::instance::document::EuroAmount;
use crate::instance::{Finance, Instance};
use crate::model::formulation::{Expression, Label, Names, ProgramDraft, Subject};
use crate::plan::assessment::Assessment;
use crate::plan::{Setting, Tally};
use crate::texts::{Catalogue, Message};

/// What the rule says.
pub static CARD: Card = Card {
    id: "budget",
    formula: "cluster × Σ used(o) + (student − grant) × core + shell_student × shell ≤ limit",
    source: "A subsidy covers only part of the cost of Samen Opleiden",
    effects: &[RuleEffect::Binds],
    parts: &[RulePart::Binding],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Budget
statement = Money, in whole euros, where `finance` is given: net cost = `cluster_eur` × used \
    clusters + `student_eur` × core students + `shell_student_eur` × shell students − \
    `grant_per_student_eur` × core students. With `limit_eur` the net cost is at most that.
lifted = The plan may cost any amount.
breach = the plan costs { $net } euros net, more than { $limit }
demand-limit = the plan costs at most { $limit } euros net
";

const DUTCH: &str = "\
title = Begroting
statement = Geld, in hele euro’s, waar `finance` gegeven is: netto kosten = `cluster_eur` × \
    clusters in gebruik + `student_eur` × studenten in een cluster + `shell_student_eur` × \
    studenten in de schil − `grant_per_student_eur` × studenten in een cluster. Met `limit_eur` \
    zijn de netto kosten hoogstens dat.
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
    fn limit(&self, instance: &Instance) -> Option<(Euros, Finance)> {
        Some((self.limit_eur?.into(), instance.finance?))
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
        let cost = finance.cluster * tally.assignment.clusters.len() as i64
            + finance.student * tally.core_students()
            + finance.shell_student * tally.shell_students();
        let net = cost - finance.grant_per_student * tally.core_students();
        if net > limit {
            let sentence = CARD.message("breach").with("net", net.0).with("limit", limit.0);
            assessment.breach(CARD.id, sentence);
        }
    }
}

impl Binding for BudgetRule {
    fn formulate(&self, draft: &mut ProgramDraft) {
        let Some((limit, finance)) = self.limit(draft.instance) else { return };
        let mut net = Expression::default();
        for option in draft.candidates.options.ids() {
            net = net.plus_variable(finance.cluster.0, draft.used(option));
        }
        for (id, pair) in draft.candidates.pairs.iter() {
            let each = match pair.setting {
                Setting::Meeting(_) => finance.student - finance.grant_per_student,
                Setting::Shell => finance.shell_student,
            };
            net = net.plus_variable(each.0, draft.assigned(id));
        }
        draft.demand(CARD.label("limit", Subject::Plan), net, None, Some(limit.0));
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> Message {
        match (label.kind, self.limit(names.instance)) {
            ("limit", Some((limit, _))) => CARD.message("demand-limit").with("limit", limit.0),
            _ => CARD.statement(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

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
}
