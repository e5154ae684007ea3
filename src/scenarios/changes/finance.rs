//! `finance`: changes prices in euros and the grant.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ScenarioChange;
use crate::instance::FinanceDocument;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::draft::ScenarioDraft;

/// Prices in euros and the grant. The keys given replace those of the instance, `grant_steps` as a whole list; the others
/// stay.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(rename = "Finance")]
pub struct FinanceChange(pub FinanceDocument);

impl ScenarioChange for FinanceChange {
    fn apply(&self, draft: &mut ScenarioDraft, _: &mut Complaints) {
        let present = draft.document.finance.take().unwrap_or_default();
        let given = self.0.clone();
        draft.document.finance = Some(FinanceDocument {
            grant_per_student_eur: given.grant_per_student_eur.or(present.grant_per_student_eur),
            grant_base_eur: given.grant_base_eur.or(present.grant_base_eur),
            grant_steps: given.grant_steps.or(present.grant_steps),
            grant_lag_years: given.grant_lag_years.or(present.grant_lag_years),
            grant_students: given.grant_students.or(present.grant_students),
            cluster_eur: given.cluster_eur.or(present.cluster_eur),
            opening_eur: given.opening_eur.or(present.opening_eur),
            student_eur: given.student_eur.or(present.student_eur),
            shell_student_eur: given.shell_student_eur.or(present.shell_student_eur),
        });
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::scenarios::changes::testing::changed;

    #[test]
    fn the_parts_of_the_grant_change_one_by_one() {
        let first = json!({ "finance": {
            "grant_base_eur": 100, "grant_steps": [{ "from": 1, "eur": 10 }, { "from": 9, "eur": 20 }],
            "grant_lag_years": 1, "grant_students": 30, "opening_eur": 4000,
        } });
        let steps = json!({ "finance": { "grant_steps": [{ "from": 5, "eur": 70 }] } });
        let none = json!({ "finance": { "grant_steps": [], "grant_students": 31 } });
        let after = |changes: &serde_json::Value| changed(changes)["finance"].clone();
        assert_eq!(
            after(&json!([first, steps])),
            json!({
                "grant_base_eur": 100, "grant_steps": [{ "from": 5, "eur": 70 }],
                "grant_lag_years": 1, "grant_students": 30, "opening_eur": 4000,
            })
        );
        assert_eq!(
            after(&json!([first, none])),
            json!({
                "grant_base_eur": 100, "grant_steps": [], "grant_lag_years": 1, "grant_students": 31,
                "opening_eur": 4000,
            })
        );
    }

    #[test]
    fn prices_that_are_not_given_stay() {
        let first = json!({ "finance": {
            "grant_per_student_eur": 300, "cluster_eur": 9000, "student_eur": 50,
            "shell_student_eur": 20,
        } });
        let after = changed(&json!([first, { "finance": { "cluster_eur": 8000 } }]));
        assert_eq!(
            after["finance"],
            json!({
                "grant_per_student_eur": 300, "cluster_eur": 8000, "student_eur": 50,
                "shell_student_eur": 20,
            })
        );
    }
}
