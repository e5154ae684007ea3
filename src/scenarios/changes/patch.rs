//! `patch`: any edit, as JSON Patch.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::ScenarioChange;
use crate::input::errors::Code;
use crate::input::{JsonPath, PathStep, decode_value};
use crate::instance::document::InstanceDocument;
use crate::message;
use crate::problem::instance_schema;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::draft::ScenarioDraft;

/// Operations of JSON Patch (RFC 6902) on the instance after the changes so far; if one fails, none is
/// applied. If they change the size of a cohort, its first students keep their identity in later draws.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Patch(pub Vec<Operation>);

/// An operation of JSON Patch.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// The kind of operation.
    pub op: OperationKind,
    /// The target, as a JSON Pointer (RFC 6901) such as `/students/0/year`.
    pub path: String,
    /// The source of `move` and `copy`, as a JSON Pointer.
    pub from: Option<String>,
    /// The value for `add`, `replace` and `test`.
    #[serde(default, deserialize_with = "given")]
    #[schemars(with = "Value")]
    pub value: Option<Value>,
}

/// The kind of an operation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum OperationKind {
    /// Adds a value; in a list, before the element at that position.
    Add,
    /// Removes the value at the path.
    Remove,
    /// Replaces the value at the path.
    Replace,
    /// Moves the value at `from` to the path.
    Move,
    /// Copies the value at `from` to the path.
    Copy,
    /// Fails unless the value at the path equals the given one.
    Test,
}

/// Reads a value so that `null` counts as given.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

impl ScenarioChange for Patch {
    fn apply(&self, draft: &mut ScenarioDraft, complaints: &mut Complaints) {
        let Some(operations) = self.operations(complaints) else { return };
        let mut document = serde_json::to_value(&draft.document).expect("a document is plain JSON");
        if let Err(error) = json_patch::patch(&mut document, &operations) {
            let operation = &self.0[error.operation];
            complaints.add(
                Code::Contradiction,
                &complaints.location.then(PathStep::Index(error.operation)),
                format!("{:?} at `{}`: {}", operation.op, operation.path, error.kind)
                    .to_lowercase(),
                message!("scenarios-patch-allowed"),
                message!("scenarios-patch-help"),
            );
            return;
        }
        match decode_value::<InstanceDocument>(&document, instance_schema(), "", &|_| Ok(())) {
            Ok(patched) => {
                draft.document = patched;
                draft.recount_people();
            }
            Err(errors) => complaints.add_of_instance(errors),
        }
    }
}

impl Patch {
    /// The operations; `None`, and an error for each malformed one, if any is malformed.
    fn operations(&self, complaints: &mut Complaints) -> Option<Vec<json_patch::PatchOperation>> {
        let places = (0..).map(|index| complaints.location.then(PathStep::Index(index)));
        let places: Vec<JsonPath> =
            self.0.iter().zip(places).map(|(_, location)| location).collect();
        let operations = self.0.iter().zip(places);
        let read: Vec<_> =
            operations.map(|(one, location)| one.read(&location, complaints)).collect();
        read.into_iter().collect()
    }
}

impl Operation {
    fn read(
        &self,
        location: &JsonPath,
        complaints: &mut Complaints,
    ) -> Option<json_patch::PatchOperation> {
        use OperationKind as Kind;
        let absent = match self.op {
            Kind::Add | Kind::Replace | Kind::Test if self.value.is_none() => Some("value"),
            Kind::Move | Kind::Copy if self.from.is_none() => Some("from"),
            _ => None,
        };
        if let Some(key) = absent {
            let (found, allowed) = (
                message!("scenarios-op-found", key = key),
                message!("scenarios-op-allowed", key = key),
            );
            let advice = message!("scenarios-op-help", key = key);
            complaints.add(Code::MissingKey, &location.key(key), found, allowed, advice);
            return None;
        }
        let written = serde_json::to_value(self).expect("an operation is plain JSON");
        match serde_json::from_value(written) {
            Ok(operation) => Some(operation),
            Err(error) => {
                let advice = message!("scenarios-pointer-help");
                let allowed = message!("scenarios-pointer-allowed");
                complaints.add(Code::OutOfRange, location, error.to_string(), allowed, advice);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::scenarios::changes::testing::{changed, people_after, refused, village};

    fn patch(operations: &Value) -> Value {
        json!([{ "patch": operations }])
    }

    #[test]
    fn operations_are_done_in_order() {
        let after = changed(&patch(&json!([
            { "op": "test", "path": "/students/0/year", "value": 1 },
            { "op": "replace", "path": "/students/0/year", "value": 2 },
            { "op": "remove", "path": "/schools/3/denomination" },
            { "op": "add", "path": "/schools/0/concepts", "value": ["jenaplan"] },
            { "op": "copy", "from": "/schools/0/concepts", "path": "/schools/1/concepts" },
            { "op": "move", "from": "/boards/0", "path": "/boards/1" },
            { "op": "replace", "path": "/clusters", "value": null },
        ])));
        let mut expected = village();
        expected["students"][0]["year"] = json!(2);
        expected["schools"][3].as_object_mut().unwrap().remove("denomination");
        expected["schools"][0]["concepts"] = json!(["jenaplan"]);
        expected["schools"][1]["concepts"] = json!(["jenaplan"]);
        expected["boards"].as_array_mut().unwrap().reverse();
        expected.as_object_mut().unwrap().remove("clusters");
        assert_eq!(after, expected);
    }

    #[test]
    fn raw_settings_of_rules_can_be_patched() {
        let value = json!({ "budget": { "limit_eur": 5 } });
        let after = changed(&patch(&json!([
            { "op": "add", "path": "/rules", "value": value },
            { "op": "replace", "path": "/rules/budget/limit_eur", "value": 7 },
        ])));
        assert_eq!(after["rules"], json!({ "budget": { "limit_eur": 7 } }));
    }

    #[test]
    fn an_operation_that_fails_is_refused_with_its_place() {
        let lost = refused(&patch(&json!([
            { "op": "remove", "path": "/name" },
            { "op": "remove", "path": "/students/7" },
        ])));
        assert!(lost.contains("contradiction] at patch[1] "), "{lost}");
        assert!(lost.contains("remove at `/students/7`: path is invalid"), "{lost}");
        let test = json!([{ "op": "test", "path": "/students/0/year", "value": 2 }]);
        assert!(refused(&patch(&test)).contains("value did not match"));
    }

    #[test]
    fn an_operation_that_is_none_is_refused() {
        let refused = refused(&patch(&json!([
            { "op": "add", "path": "/name" },
            { "op": "copy", "path": "/name" },
            { "op": "remove", "path": "name" },
        ])));
        for wrong in ["missing-key] at patch[0].value", "patch[1].from", "range] at patch[2] "] {
            assert!(refused.contains(wrong), "{wrong}: {refused}");
        }
    }

    #[test]
    fn what_is_no_instance_any_more_is_refused_with_the_place_in_it() {
        let wrong = json!([{ "op": "replace", "path": "/students/0/year", "value": 9 }]);
        let refused = refused(&patch(&wrong));
        let location = "patch (scenario `test`), in the instance then at students[0].year";
        assert!(refused.contains(&format!("out-of-range] at {location}\n")), "{refused}");
    }

    #[test]
    fn a_cohort_that_was_patched_has_as_many_people_as_it_says() {
        let changes = json!([
            { "drop_out": { "percent": 50 } },
            { "patch": [
                { "op": "test", "path": "/students/1/id", "value": "s3" },
                { "op": "add", "path": "/students/1/count", "value": 9 },
            ] },
        ]);
        // Six of twelve stay: a single one, and five of the cohort.
        assert_eq!(people_after(&changes).len(), 10);
    }
}
