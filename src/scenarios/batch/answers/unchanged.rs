//! Scenarios that change nothing, and why.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::plan::Status;
use crate::scenarios::Batch;
use crate::scenarios::batch::layout::Layout;

/// A scenario with changes whose plans place as many students as those of the reference, in the same clusters,
/// in every draw.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Unchanged {
    /// The id of the scenario.
    pub scenario: String,
    /// Boards and networks that may have another cluster in this scenario and not in the reference, but can form
    /// none, in any draw: the ids.
    pub cannot_form: Vec<String>,
    /// Those that could form another cluster in some draw; a plan of the lowest score has none.
    pub could_form: Vec<String>,
    /// Whether every plan is proven to be of the lowest score.
    pub proven: bool,
}

/// The scenarios that change nothing, in the order of the batch.
pub fn of(batch: &Batch, layout: &Layout) -> Vec<Unchanged> {
    let reference = batch.reference();
    let others = (0..batch.scenarios.len()).filter(|&scenario| scenario != reference);
    others.filter_map(|scenario| unchanged(batch, layout, reference, scenario)).collect()
}

fn unchanged(
    batch: &Batch,
    layout: &Layout,
    reference: usize,
    scenario: usize,
) -> Option<Unchanged> {
    let plan = |run: Option<usize>| layout.records[run?].plan.as_ref();
    let (mut cannot, mut could, mut proven) = (BTreeSet::new(), BTreeSet::new(), true);
    let pairs = layout.draws(scenario).iter().zip(layout.draws(reference));
    for (&own, &other) in pairs {
        let (own, other) = (plan(own)?, plan(other)?);
        if own.likeness != other.likeness {
            return None;
        }
        proven &= own.status == Status::Optimal && other.status == Status::Optimal;
        let before: BTreeSet<&str> =
            other.unused_allowances.iter().map(|one| one.owner.as_str()).collect();
        let more = own.unused_allowances.iter();
        for one in more.filter(|one| !before.contains(one.owner.as_str())) {
            let owners = if one.possible { &mut could } else { &mut cannot };
            owners.insert(one.owner.clone());
        }
    }
    Some(Unchanged {
        scenario: batch.scenarios[scenario].id.clone(),
        cannot_form: cannot.difference(&could).cloned().collect(),
        could_form: could.into_iter().collect(),
        proven,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::scenarios::batch::summary;
    use crate::testing::batches::{batch, planned, records};

    #[test]
    fn a_scenario_that_changes_nothing_names_who_can_form_no_cluster() {
        let ids = ["today", "none", "dear", "other"];
        let batch = batch(&json!(ids.map(|id| json!({ "id": id }))), Some(2));
        let plan = |scenario: &str, draw: i64| {
            let today = planned(70, 20).opening(&["h1"]).allowing("b2", false);
            Some(match scenario {
                "today" => today,
                "none" => today.allowing("b1", false),
                "dear" => today.allowing("b1", draw == 2),
                _ => planned(70, 20).opening(&["h1", "h2"]),
            })
        };
        let answers = summary(&batch, records(&batch, plan)).answers;
        let found: Vec<_> = answers
            .unchanged
            .iter()
            .map(|one| (one.scenario.as_str(), one.cannot_form.join(""), one.could_form.join("")))
            .collect();
        let expected = [("none", "b1", ""), ("dear", "", "b1")];
        assert_eq!(found, expected.map(|(id, none, some)| (id, none.to_owned(), some.to_owned())));
        assert!(answers.unchanged[0].proven);
    }
}
