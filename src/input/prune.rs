//! Cuts what is broken out of a document, so that the meaning of the rest can be checked in
//! the same run, and remembers what was cut.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::check::{Check, Findings};
use super::place::{Place, Step};

/// What was cut out of a document. Nothing, by default.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Dropped {
    names: BTreeSet<String>,
    survivors: BTreeMap<Place, Vec<usize>>,
}

impl Dropped {
    /// Whether something that was cut out may have had this id: a reference to it is not at fault.
    pub fn may_be(&self, id: &str) -> bool {
        self.names.contains(id)
    }

    /// The place that a place in the pruned document had in the document as written.
    pub fn original(&self, pruned: &Place) -> Place {
        let mut original = Place::default();
        for step in &pruned.0 {
            let step = match (step, self.survivors.get(&original)) {
                (Step::Index(index), Some(survivors)) => {
                    Step::Index(survivors.get(*index).copied().unwrap_or(*index))
                }
                _ => step.clone(),
            };
            original.0.push(step);
        }
        original
    }

    /// Remembers the ids in something that is cut out. Where a thing has no readable id, any
    /// text in it, and any of its keys, may have been meant as one.
    fn remember(&mut self, cut: &Value) {
        match cut {
            Value::Object(members) => {
                match members.get("id") {
                    Some(Value::String(id)) => drop(self.names.insert(id.clone())),
                    _ => self.names.extend(members.iter().flat_map(|(key, value)| {
                        [Some(key.clone()), scalar(value)].into_iter().flatten()
                    })),
                }
                members
                    .values()
                    .filter(|value| value.is_object() || value.is_array())
                    .for_each(|value| self.remember(value));
            }
            Value::Array(elements) => elements.iter().for_each(|element| self.remember(element)),
            _ => {}
        }
    }
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// What to cut, as a tree over places.
#[derive(Default)]
struct Cut {
    here: bool,
    below: BTreeMap<Step, Cut>,
}

impl Cut {
    fn add(&mut self, place: &Place) {
        let end = place.0.iter().fold(self, |cut, step| cut.below.entry(step.clone()).or_default());
        end.here = true;
    }
}

/// How often a document is cut before it is given up.
const MOST_ROUNDS: usize = 256;

/// Cuts until the schema finds nothing more; `None` where nothing sound remains.
///
/// When a required member is cut, the next round finds its owner wanting and cuts that.
///
/// First of all, numbers and words that are not allowed are replaced where another can stand in, so
/// that a student of an impossible year still has their other references checked.
pub fn prune(
    document: &mut Value,
    check: &Check,
    broken: BTreeMap<Place, Option<Value>>,
) -> Option<Dropped> {
    let mut dropped = Dropped::default();
    let mut broken: BTreeSet<Place> = broken
        .into_iter()
        .filter_map(|(place, stand_in)| match (place.in_document_mut(document), stand_in) {
            (Some(value), Some(stand_in)) => {
                *value = stand_in;
                None
            }
            _ => Some(place),
        })
        .collect();
    if broken.is_empty() {
        broken = places(check.findings(document));
    }
    // Each round moves up one step at most, and no document is nested deeper than this.
    for _ in 0..MOST_ROUNDS {
        if broken.is_empty() {
            return Some(dropped);
        }
        if broken.contains(&Place::default()) {
            return None;
        }
        let mut cut = Cut::default();
        for place in &broken {
            cut.add(place);
        }
        apply(&cut, document, &mut Place::default(), &mut dropped);
        broken = places(check.findings(document));
    }
    None
}

fn places(findings: Findings) -> BTreeSet<Place> {
    findings.broken.into_keys().collect()
}

fn apply(cut: &Cut, value: &mut Value, original: &mut Place, dropped: &mut Dropped) {
    match value {
        Value::Object(members) => {
            for (step, below) in &cut.below {
                let Step::Key(key) = step else { continue };
                if below.here {
                    let gone = members.remove(key).unwrap_or_default();
                    // An id of the wrong type, or under a misspelt key, is an id all the same.
                    dropped.names.extend(scalar(&gone));
                    dropped.remember(&gone);
                } else if let Some(member) = members.get_mut(key) {
                    original.0.push(step.clone());
                    apply(below, member, original, dropped);
                    original.0.pop();
                }
            }
        }
        Value::Array(elements) => apply_to_list(cut, elements, original, dropped),
        _ => {}
    }
}

fn apply_to_list(
    cut: &Cut,
    elements: &mut Vec<Value>,
    original: &mut Place,
    dropped: &mut Dropped,
) {
    let whole = || (0..elements.len()).collect();
    let before = dropped.survivors.get(original).cloned().unwrap_or_else(whole);
    let mut survivors = Vec::with_capacity(before.len());
    let mut index = 0;
    elements.retain_mut(|element| {
        let below = cut.below.get(&Step::Index(index));
        let (was, stays) = (before[index], below.is_none_or(|below| !below.here));
        index += 1;
        if stays {
            survivors.push(was);
        } else {
            dropped.remember(element);
        }
        if let Some(below) = below.filter(|_| stays) {
            original.0.push(Step::Index(was));
            apply(below, element, original, dropped);
            original.0.pop();
        }
        stays
    });
    if survivors.len() < before.len() {
        dropped.survivors.insert(original.clone(), survivors);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn places_are_those_of_the_document_as_written() {
        let schema = json!({ "properties": { "list": { "type": "array", "items": {
            "type": "object", "required": ["id"], "additionalProperties": false,
            "properties": { "id": { "type": "string" }, "n": { "type": "array", "items": { "type": "integer" } } },
        } } } });
        let check = Check::new(&schema);
        let mut document = json!({ "list": [
            { "id": 7 }, { "id": "a", "n": [1, "x", 3] }, { "Id": "b" }, { "id": "c", "q": 1 },
        ] });
        let broken = check.findings(&document).broken;
        let dropped = prune(&mut document, &check, broken).unwrap();
        assert_eq!(document, json!({ "list": [{ "id": "a", "n": [1, 3] }, { "id": "c" }] }));
        assert!(dropped.may_be("7") && dropped.may_be("b") && !dropped.may_be("a"));
        let place = |pointer| dropped.original(&Place::of_pointer(pointer, &document)).to_string();
        assert_eq!(place("/list/0/n/1"), "list[1].n[2]");
        assert_eq!(place("/list/1"), "list[3]");
    }
}
