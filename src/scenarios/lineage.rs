//! Scenarios that build on others: the order in which changes are applied.

use std::collections::BTreeMap;

use super::document::BuildsOn;
use crate::input::errors::{Code, InputErrors, nearest};
use crate::input::{JsonPath, PathStep};
use crate::message;

/// A scenario and the scenarios that its `from` names.
pub struct Descent<'a> {
    /// The id of the scenario.
    pub id: &'a str,
    /// The scenarios that it builds on.
    pub from: Option<&'a BuildsOn>,
    /// The path of the scenario in the batch.
    pub location: JsonPath,
}

/// For each scenario, the positions of the scenarios whose changes are applied, in order: first its
/// ancestors, each once, then itself.
pub fn lineages(scenarios: &[Descent], errors: &mut InputErrors) -> Vec<Vec<usize>> {
    let positions: BTreeMap<&str, usize> =
        scenarios.iter().enumerate().map(|(position, one)| (one.id, position)).collect();
    let parents: Vec<Vec<usize>> =
        scenarios.iter().map(|scenario| parents(scenario, &positions, errors)).collect();
    if let Some(circle) = (0..scenarios.len()).find(|&one| is_own_ancestor(one, &parents)) {
        let Descent { id, location, .. } = &scenarios[circle];
        errors.add(
            Code::Contradiction,
            location.key("from").to_string(),
            message!("scenarios-circle-found", id = *id),
            message!("scenarios-circle-allowed"),
            message!("scenarios-circle-help"),
        );
        return vec![Vec::new(); scenarios.len()];
    }
    let mut lineages = Vec::with_capacity(scenarios.len());
    for position in 0..scenarios.len() {
        let mut lineage = Vec::new();
        descend(position, &parents, &mut lineage);
        lineages.push(lineage);
    }
    lineages
}

fn parents(
    scenario: &Descent,
    positions: &BTreeMap<&str, usize>,
    errors: &mut InputErrors,
) -> Vec<usize> {
    let ids = scenario.from.map(BuildsOn::ids).unwrap_or_default();
    let mut parents = Vec::with_capacity(ids.len());
    for (index, id) in ids.iter().enumerate() {
        if let Some(&parent) = positions.get(id.as_str()) {
            parents.push(parent);
            continue;
        }
        let location = match scenario.from {
            Some(BuildsOn::Several(_)) => {
                scenario.location.key("from").then(PathStep::Index(index))
            }
            _ => scenario.location.key("from"),
        };
        let advice = match nearest(id, positions.keys().copied()) {
            Some(similar) => message!("scenarios-did-you-mean", id = similar),
            None => message!("scenarios-from-help"),
        };
        let found = message!("scenarios-from-found", id = id);
        let allowed = message!("scenarios-from-allowed");
        errors.add(Code::UnknownReference, location.to_string(), found, allowed, advice);
    }
    parents
}

fn is_own_ancestor(one: usize, parents: &[Vec<usize>]) -> bool {
    let mut seen = vec![false; parents.len()];
    let mut open = parents[one].clone();
    while let Some(ancestor) = open.pop() {
        if ancestor == one {
            return true;
        }
        if !std::mem::replace(&mut seen[ancestor], true) {
            open.extend(&parents[ancestor]);
        }
    }
    false
}

fn descend(one: usize, parents: &[Vec<usize>], lineage: &mut Vec<usize>) {
    if lineage.contains(&one) {
        return;
    }
    for &parent in &parents[one] {
        descend(parent, parents, lineage);
    }
    lineage.push(one);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(scenarios: &[(&str, &[&str])]) -> Result<Vec<Vec<usize>>, InputErrors> {
        let from: Vec<BuildsOn> = scenarios
            .iter()
            .map(|(_, from)| BuildsOn::Several(from.iter().map(|id| (*id).to_owned()).collect()))
            .collect();
        let scenarios: Vec<Descent> = scenarios
            .iter()
            .zip(&from)
            .map(|((id, _), from)| Descent {
                id,
                from: Some(from),
                location: JsonPath::default().key(id),
            })
            .collect();
        let mut errors = InputErrors::default();
        let lineages = lineages(&scenarios, &mut errors);
        errors.into_result(lineages)
    }

    #[test]
    fn the_changes_of_each_ancestor_are_made_once() {
        let lineages = of(&[("a", &[]), ("b", &["a"]), ("c", &["a"]), ("d", &["c", "b"])]).unwrap();
        assert_eq!(lineages, [vec![0], vec![0, 1], vec![0, 2], vec![0, 2, 1, 3]]);
    }

    #[test]
    fn circles_and_strangers_are_refused() {
        let circle = of(&[("a", &["c"]), ("b", &["a"]), ("c", &["b"])]).unwrap_err();
        assert_eq!(circle.codes(), [Code::Contradiction].into());
        let stranger = of(&[("today", &[]), ("b", &["todya"])]).unwrap_err();
        assert_eq!(stranger.0[0].location, "b.from[0]");
        assert_eq!(stranger.0[0].help.to_string(), "did you mean `today`?");
    }
}
