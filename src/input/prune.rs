//! Cuts the invalid parts out of a document, so that the meaning of the rest can be checked in the same
//! run, and remembers what was cut.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::check::{Check, Findings};
use super::path::{JsonPath, PathStep};

/// The parts cut out of a document; none by default.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Dropped {
    names: BTreeSet<String>,
    survivors: BTreeMap<JsonPath, Vec<usize>>,
    /// Where a value was replaced by an allowed one, or a key cut out, in the original document.
    broken: BTreeSet<JsonPath>,
}

impl Dropped {
    /// Whether a part that was cut out may have had this id, so that a reference to it is no error.
    pub fn may_be(&self, id: &str) -> bool {
        self.names.contains(id)
    }

    /// The path in the original document of a path in the pruned one.
    pub fn original(&self, pruned: &JsonPath) -> JsonPath {
        let mut original = JsonPath::default();
        for step in &pruned.0 {
            let step = match (step, self.survivors.get(&original)) {
                (PathStep::Index(index), Some(survivors)) => {
                    PathStep::Index(survivors.get(*index).copied().unwrap_or(*index))
                }
                _ => step.clone(),
            };
            original.0.push(step);
        }
        original
    }

    /// Whether the author wrote an invalid value at a path of the original document, so that what is there now says
    /// nothing.
    pub fn was_broken(&self, original: &JsonPath) -> bool {
        self.broken.contains(original)
    }

    /// Remembers the ids in a part that is cut out. If an object has no readable id, any text in it and any
    /// of its keys may have been meant as one.
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

/// The parts to cut, as a tree of path steps.
#[derive(Default)]
struct Cut {
    here: bool,
    below: BTreeMap<PathStep, Cut>,
}

impl Cut {
    fn add(&mut self, location: &JsonPath) {
        let end =
            location.0.iter().fold(self, |cut, step| cut.below.entry(step.clone()).or_default());
        end.here = true;
    }
}

/// The number of rounds after which pruning gives up.
const MOST_ROUNDS: usize = 256;

/// Cuts until the schema finds no problem; `None` if nothing valid remains.
///
/// Numbers and words that are not allowed are first replaced by allowed ones, so that the other references
/// of a student with an impossible year are still checked. If a required member is cut, the next round finds
/// its object invalid and cuts that.
pub fn prune(
    document: &mut Value,
    check: &Check,
    broken: BTreeMap<JsonPath, Option<Value>>,
) -> Option<Dropped> {
    let mut dropped = Dropped::default();
    let mut broken: BTreeSet<JsonPath> = broken
        .into_iter()
        .filter_map(|(location, stand_in)| match (location.in_document_mut(document), stand_in) {
            (Some(value), Some(stand_in)) => {
                *value = stand_in;
                dropped.broken.insert(location);
                None
            }
            _ => Some(location),
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
        if broken.contains(&JsonPath::default()) {
            return None;
        }
        let mut cut = Cut::default();
        for location in &broken {
            cut.add(location);
        }
        apply(&cut, document, &mut JsonPath::default(), &mut dropped);
        broken = places(check.findings(document));
    }
    None
}

fn places(findings: Findings) -> BTreeSet<JsonPath> {
    findings.broken.into_keys().collect()
}

fn apply(cut: &Cut, value: &mut Value, original: &mut JsonPath, dropped: &mut Dropped) {
    match value {
        Value::Object(members) => {
            for (step, below) in &cut.below {
                let PathStep::Key(key) = step else { continue };
                if below.here {
                    let gone = members.remove(key).unwrap_or_default();
                    // An id of the wrong type, or under a misspelt key, is an id all the same.
                    dropped.names.extend(scalar(&gone));
                    dropped.remember(&gone);
                    dropped.broken.insert(original.clone().then(step.clone()));
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
    original: &mut JsonPath,
    dropped: &mut Dropped,
) {
    let whole = || (0..elements.len()).collect();
    let before = dropped.survivors.get(original).cloned().unwrap_or_else(whole);
    let mut survivors = Vec::with_capacity(before.len());
    let mut index = 0;
    elements.retain_mut(|element| {
        let below = cut.below.get(&PathStep::Index(index));
        let (was, stays) = (before[index], below.is_none_or(|below| !below.here));
        index += 1;
        if stays {
            survivors.push(was);
        } else {
            dropped.remember(element);
        }
        if let Some(below) = below.filter(|_| stays) {
            original.0.push(PathStep::Index(was));
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
        let written = document.clone();
        let broken = check.findings(&document).broken;
        let dropped = prune(&mut document, &check, broken).unwrap();
        assert_eq!(document, json!({ "list": [{ "id": "a", "n": [1, 3] }, { "id": "c" }] }));
        let broken = |pointer| dropped.was_broken(&JsonPath::of_pointer(pointer, &written));
        assert!(broken("/list/3/q") && !broken("/list/3/id") && !broken("/list/1/id"));
        assert!(dropped.may_be("7") && dropped.may_be("b") && !dropped.may_be("a"));
        let location =
            |pointer| dropped.original(&JsonPath::of_pointer(pointer, &document)).to_string();
        assert_eq!(location("/list/0/n/1"), "list[1].n[2]");
        assert_eq!(location("/list/1"), "list[3]");
    }
}
