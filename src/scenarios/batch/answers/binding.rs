//! The main bottleneck of each scenario.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::problem::Bottleneck;
use crate::rules::cards;
use crate::scenarios::Batch;
use crate::scenarios::batch::layout::Layout;

/// The limit whose relaxation by one step would let in most of the students left out, in most runs of a
/// scenario.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ScenarioBottleneck {
    /// The id of the scenario.
    pub scenario: String,
    /// The rule that binds.
    pub rule: String,
    /// The school, cluster, board or network where it binds; `null` if it is not about one of these.
    pub place: Option<String>,
    /// The number of runs in which it is the bottleneck.
    pub runs: i64,
    /// The number of runs that have a plan.
    pub of_runs: i64,
    /// The minimal number of students that it keeps from a place, over the runs in which it is the
    /// bottleneck.
    pub least_students: i64,
    /// The maximal number of students.
    pub greatest_students: i64,
}

/// The main bottleneck of each scenario that has one, in the order of the batch.
pub fn of(batch: &Batch, layout: &Layout) -> Vec<ScenarioBottleneck> {
    (0..batch.scenarios.len()).filter_map(|scenario| binding(batch, layout, scenario)).collect()
}

fn binding(batch: &Batch, layout: &Layout, scenario: usize) -> Option<ScenarioBottleneck> {
    let mut students = BTreeMap::<(usize, &str, Option<&str>), Vec<i64>>::new();
    for bottleneck in layout.plans(scenario).filter_map(|plan| plan.bottleneck.as_ref()) {
        let Bottleneck { rule, place, students: number } = bottleneck;
        let what = (position(rule), rule.as_str(), place.as_deref());
        students.entry(what).or_default().push(*number);
    }
    let weight = |numbers: &Vec<i64>| (numbers.len(), numbers.iter().sum::<i64>());
    // Ties are broken by rule, then by the school, cluster, board or network.
    let most = students.iter().min_by_key(|(_, numbers)| Reverse(weight(numbers)))?;
    let ((_, rule, place), numbers) = most;
    Some(ScenarioBottleneck {
        scenario: batch.scenarios[scenario].id.clone(),
        rule: (*rule).to_owned(),
        place: place.map(str::to_owned),
        runs: numbers.len() as i64,
        of_runs: layout.planned(scenario),
        least_students: *numbers.iter().min()?,
        greatest_students: *numbers.iter().max()?,
    })
}

/// Position of a rule in the rulebook.
fn position(rule: &str) -> usize {
    let cards = cards();
    cards.iter().position(|card| card.id == rule).unwrap_or(cards.len())
}
