//! Dominance: scenarios that another one beats in all measures (Pareto dominance).

use std::cmp::Ordering;

use serde::Serialize;

use super::StoppedSearches;
use crate::scenarios::Batch;
use crate::scenarios::batch::scenario_summary::ScenarioSummary;
use crate::scenarios::batch::statistics::Distribution;

/// The criteria by which strategies are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub enum Measure {
    /// The share of students placed in clusters; more is better.
    #[serde(rename = "core_percent")]
    Core,
    /// Cost minus grant; less is better.
    #[serde(rename = "net_eur")]
    Net,
    /// Cost minus grant of all years of a growth path; less is better.
    #[serde(rename = "path_net_eur")]
    PathNet,
    /// The mean journey; shorter is better.
    #[serde(rename = "journey_mean_m")]
    Journey,
}

impl Measure {
    const ALL: [Self; 4] = [Self::Core, Self::Net, Self::PathNet, Self::Journey];

    const fn figure(self) -> &'static str {
        match self {
            Self::Core => "core_percent",
            Self::Net => "net_eur",
            Self::PathNet => "path_net_eur",
            Self::Journey => "journey_mean_m",
        }
    }

    /// The distribution over all draws; `None` if a draw has no value.
    fn mean(self, scenario: &ScenarioSummary) -> Option<&Distribution> {
        let values = &scenario.figures.get(self.figure())?.values;
        Some(values).filter(|values| values.runs == scenario.runs)
    }

    /// `Greater` if the first scenario is better than the second; `None` if they cannot be compared.
    fn compare(self, one: &ScenarioSummary, other: &ScenarioSummary) -> Option<Ordering> {
        let order = self.mean(one)?.compare_means(self.mean(other)?);
        Some(if self == Self::Core { order } else { order.reverse() })
    }
}

/// The strategies, which are the scenarios outside of grids, that another strategy dominates.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Dominance {
    /// The criteria, as the names of figures whose means over the draws are compared.
    pub measures: Vec<Measure>,
    /// The ids of the scenarios compared: those of which every run has a plan and all figures. If some count
    /// money, those that do not are excluded.
    pub compared: Vec<String>,
    /// The dominated scenarios.
    pub dominated: Vec<Dominated>,
    /// Whether the search of a scenario compared was stopped, so that all this holds for the plans found, not for the best.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub uncertain: bool,
}

/// A scenario that another one dominates: the other is at least as good in every measure, and better in
/// some.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Dominated {
    /// The id of the dominated scenario.
    pub scenario: String,
    /// The id of the dominating scenario, which is not dominated itself.
    pub by: String,
    /// The measures in which the dominating scenario is better.
    pub better: Vec<Measure>,
    /// The measures in which both are equally good.
    pub equal: Vec<Measure>,
    /// Whether the dominating scenario leaves out a larger share of the students, or over all years of a path more
    /// students, which is not a measure: a scenario may cost more and have longer journeys because it places more
    /// students, for instance in the shell.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub leaves_out_more: bool,
}

impl Dominance {
    /// Compares the strategies of a batch, some of whose searches were stopped.
    pub fn of(batch: &Batch, scenarios: &[ScenarioSummary], stopped: &[StoppedSearches]) -> Self {
        let alone = batch.scenarios.iter().zip(scenarios);
        let alone = alone.filter(|(facts, _)| facts.grid.is_none()).map(|(_, summary)| summary);
        let runs = batch.draws().unwrap_or(1);
        let planned: Vec<&ScenarioSummary> = alone.filter(|one| one.planned == runs).collect();
        let counts =
            |measure: Measure| planned.iter().any(|summary| measure.mean(summary).is_some());
        let (money, over_years) = (counts(Measure::Net), counts(Measure::PathNet));
        let is_used = |measure: &Measure| match measure {
            // The euros of a path's last year are part of those of all its years.
            Measure::Net => money && !over_years,
            Measure::PathNet => over_years,
            Measure::Core | Measure::Journey => true,
        };
        let measures: Vec<Measure> = Measure::ALL.into_iter().filter(is_used).collect();
        let has_all = |summary: &&ScenarioSummary| {
            measures.iter().all(|measure| measure.mean(summary).is_some())
        };
        let compared: Vec<&ScenarioSummary> = planned.into_iter().filter(has_all).collect();
        Self {
            dominated: dominated(&compared, &measures),
            uncertain: compared
                .iter()
                .any(|summary| stopped.iter().any(|one| one.scenario == summary.id)),
            compared: compared.iter().map(|summary| summary.id.clone()).collect(),
            measures,
        }
    }
}

fn dominated(compared: &[&ScenarioSummary], measures: &[Measure]) -> Vec<Dominated> {
    let verdict = |by: &ScenarioSummary, scenario: &ScenarioSummary| {
        let with = |wanted: Ordering| {
            let measures = measures.iter().copied();
            measures.filter(move |measure| measure.compare(by, scenario) == Some(wanted))
        };
        let (better, equal) = (with(Ordering::Greater), with(Ordering::Equal));
        let (better, equal): (Vec<Measure>, Vec<Measure>) = (better.collect(), equal.collect());
        let dominates = !better.is_empty() && better.len() + equal.len() == measures.len();
        dominates.then(|| Dominated {
            scenario: scenario.id.clone(),
            by: by.id.clone(),
            better,
            equal,
            leaves_out_more: leaves_out_more(by, scenario),
        })
    };
    let is_free = |scenario: &&&ScenarioSummary| {
        !compared.iter().any(|other| verdict(other, scenario).is_some())
    };
    let free: Vec<&ScenarioSummary> = compared.iter().filter(is_free).copied().collect();
    compared
        .iter()
        .filter_map(|scenario| free.iter().find_map(|by| verdict(by, scenario)))
        .collect()
}

/// Whether the first scenario leaves out a larger share of its students, on average over all draws; of two paths, more
/// students over all years, as their cost is that of all years.
fn leaves_out_more(one: &ScenarioSummary, other: &ScenarioSummary) -> bool {
    let mean = |scenario: &ScenarioSummary| {
        let figures = &scenario.figures;
        let over_years = figures.get("path_left_out_students");
        let figure = over_years.or_else(|| figures.get("left_out_percent"))?;
        Some(figure.values.clone()).filter(|values| values.runs == scenario.runs)
    };
    match (mean(one), mean(other)) {
        (Some(one), Some(other)) => one.compare_means(&other) == Ordering::Greater,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::scenarios::batch::{Planned, summary};
    use crate::testing::batches::{batch, planned, records};

    /// Who is compared, and who is dominated by whom, of `a`, `b`, `c` and a grid of one in two draws.
    fn dominance(plan: impl Fn(&str, i64) -> Option<Planned>) -> Value {
        let scenarios = json!([
            { "id": "a" }, { "id": "b" }, { "id": "c" }, { "id": "g-{x}", "over": { "x": [1] } },
        ]);
        let batch = batch(&scenarios, Some(2));
        let dominance = summary(&batch, records(&batch, plan)).answers.dominance;
        let dominated = dominance.dominated.iter();
        let dominated: Vec<[&str; 2]> =
            dominated.map(|one| [one.scenario.as_str(), one.by.as_str()]).collect();
        json!([dominance.measures, dominance.compared, dominated])
    }

    #[test]
    fn equals_do_not_dominate_each_other() {
        let found = dominance(|_, draw| Some(planned(70 + draw, 0).costing(5)));
        let measures = ["core_percent", "net_eur", "journey_mean_m"];
        assert_eq!(found, json!([measures, ["a", "b", "c"], []]));
    }

    #[test]
    fn half_a_metre_in_the_mean_decides() {
        // Journeys 10 001 + 10 000 against 10 000 + 10 000 metres: half a metre in the mean.
        let found = dominance(|scenario, draw| {
            let further = i64::from(scenario == "c" && draw == 1);
            Some(planned(70, 0).costing(5).travelling(10_000 + further))
        });
        assert_eq!(found[2], json!([["c", "a"]]));
    }

    #[test]
    fn what_is_dominated_is_laid_to_one_that_is_not() {
        let found = dominance(|scenario, _| {
            let core = if scenario == "c" { 80 } else { 70 };
            let cost = if scenario == "a" { 9 } else { 5 };
            Some(planned(core, 0).costing(cost))
        });
        // b dominates a as well, but is dominated itself.
        assert_eq!(found[2], json!([["a", "c"], ["b", "c"]]));
    }

    #[test]
    fn who_lacks_a_plan_or_the_money_that_others_count_is_left_aside() {
        let found = dominance(|scenario, draw| {
            let plan = planned(if scenario == "b" { 60 } else { 70 }, 0);
            let plan = if scenario == "a" { plan.costing(1_000) } else { plan };
            (scenario != "c" || draw == 1).then_some(plan)
        });
        let measures = ["core_percent", "net_eur", "journey_mean_m"];
        assert_eq!(found, json!([measures, ["a"], []]));
    }
}
