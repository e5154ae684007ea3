//! `finance`: changes prices in euros.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ScenarioChange;
use crate::instance::document::FinanceDocument;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::draft::ScenarioDraft;

/// Prices in euros. Those given replace the prices of the instance; the others stay.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(rename = "Finance")]
pub struct FinanceChange(pub FinanceDocument);

impl ScenarioChange for FinanceChange {
    fn apply(&self, draft: &mut ScenarioDraft, _: &mut Complaints) {
        let present = draft.document.finance.take().unwrap_or_default();
        draft.document.finance = Some(FinanceDocument {
            grant_per_student_eur: self.0.grant_per_student_eur.or(present.grant_per_student_eur),
            cluster_eur: self.0.cluster_eur.or(present.cluster_eur),
            student_eur: self.0.student_eur.or(present.student_eur),
            shell_student_eur: self.0.shell_student_eur.or(present.shell_student_eur),
        });
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::scenarios::changes::testing::changed;

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
