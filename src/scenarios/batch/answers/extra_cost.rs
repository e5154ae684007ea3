//! What an extra student placed costs.

use serde::Serialize;

use crate::base::Decimal;
use crate::scenarios::batch::scenario_summary::ScenarioSummary;

/// What a scenario costs more than the reference, per student that it places more, on average over the draws in
/// which both have a plan.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ExtraCost {
    /// The id of the scenario.
    pub scenario: String,
    /// How many more students are placed, to one decimal.
    pub students: Decimal,
    /// How much more the plan costs, net, in euros.
    pub net_eur: Decimal,
    /// The euros per student placed more, rounded.
    pub eur_per_student: Decimal,
}

/// The scenarios that place more students than the reference and count money, in the order of the batch.
pub fn of(scenarios: &[ScenarioSummary]) -> Vec<ExtraCost> {
    scenarios.iter().filter_map(extra_cost).collect()
}

fn extra_cost(scenario: &ScenarioSummary) -> Option<ExtraCost> {
    let difference = |figure: &str| scenario.figures.get(figure)?.difference.as_ref();
    let [core, shell, net] =
        [difference("core_students")?, difference("shell_students")?, difference("net_eur")?];
    let is_comparable = core.runs == net.runs && shell.runs == net.runs;
    let placed = core.sum() + shell.sum();
    (is_comparable && placed > 0).then(|| ExtraCost {
        scenario: scenario.id.clone(),
        students: Decimal::quotient(placed, net.runs.into(), 1),
        net_eur: net.mean(0),
        eur_per_student: Decimal::quotient(net.sum(), placed, 0),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::scenarios::batch::summary;
    use crate::testing::batches::{batch, planned, records};

    #[test]
    fn the_cost_is_divided_by_the_students_placed_more() {
        let batch = batch(&json!([{ "id": "a" }, { "id": "b" }, { "id": "c" }]), Some(2));
        let plan = |scenario: &str, draw: i64| {
            Some(match scenario {
                "a" => planned(70, 20).costing(1000),
                // 11 and 12 more, for 500 and 650 euros more.
                "b" => planned(75, 10 - draw).costing(1350 + 150 * draw),
                // More of them in clusters, but nobody more.
                _ => planned(80, 20).costing(2000),
            })
        };
        let answers = summary(&batch, records(&batch, plan)).answers;
        let costs = answers.extra_cost.iter().map(|one| {
            let numbers = [one.students, one.net_eur, one.eur_per_student];
            (one.scenario.as_str(), numbers.map(|number| number.to_string()))
        });
        // 1150 euros for 23 students.
        let expected = ("b", ["11.5", "575", "50"].map(str::to_owned));
        assert_eq!(costs.collect::<Vec<_>>(), [expected]);
    }
}
