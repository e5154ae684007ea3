//! The batch as its author writes it: `"format": "plaatswijzer/batch/1"`.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::changes::ChangeDocument;
use super::non_empty::NonEmpty;
use crate::bounded_types;
use crate::instance::{Programme, Year};

bounded_types! {
    /// How often every scenario is repeated.
    pub DrawCount: 1..=10_000;
    /// What all draws start from.
    pub Seed: 0..=9_007_199_254_740_991;
}

/// The format of a batch, with its version.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub enum BatchFormat {
    /// The first version.
    #[default]
    #[serde(rename = "plaatswijzer/batch/1")]
    Version1,
}

/// Scenarios: named edits of one instance, each to be planned. Changes are of type `C`: plain JSON
/// until the parameters of a grid are filled in.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "plaatswijzer batch", rename = "Batch")]
pub struct BatchDocument<C = ChangeDocument> {
    /// The format of this file.
    pub format: BatchFormat,
    /// The file of the instance that all scenarios change, looked up beside this one.
    #[schemars(length(min = 1))]
    pub base: String,
    /// The scenarios. All others are compared with the first that changes nothing, or with the first.
    #[schemars(length(min = 1))]
    pub scenarios: Vec<ScenarioDocument<C>>,
    /// Repeats every scenario with common random numbers. Default: each scenario is planned once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draws: Option<DrawsDocument>,
}

/// A scenario, or a grid of them.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Scenario")]
pub struct ScenarioDocument<C = ChangeDocument> {
    /// Names the scenario and its plan file: letters, digits, and `-`, `_`, `.` in between. In a
    /// grid it holds `{x}` for each parameter `x` with several values.
    #[schemars(length(min = 1))]
    pub id: String,
    /// What people call the scenario. Default: its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The scenario, or scenarios, that this one builds on: their changes come first, those of each
    /// scenario once. Default: the base as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<BuildsOn>,
    /// Parameters with their values: one scenario for each combination. `{x}` stands for the value of
    /// `x`; a string that is wholly `{x}` takes its type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over: Option<BTreeMap<String, Vec<Value>>>,
    /// What changes, in order. Default: nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<Vec<C>>,
}

/// What repeats every scenario.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DrawsDocument {
    /// How many draws.
    pub count: DrawCount,
    /// What all draws start from. Default: 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<Seed>,
    /// What changes in every draw, after the changes of the scenario. Default: nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<Vec<ChangeDocument>>,
}

/// One scenario's id, or several.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum BuildsOn {
    /// One.
    One(String),
    /// Several, in this order.
    Several(Vec<String>),
}

impl BuildsOn {
    /// The ids.
    pub fn ids(&self) -> &[String] {
        match self {
            Self::One(id) => std::slice::from_ref(id),
            Self::Several(ids) => ids,
        }
    }

    /// The ids, for change.
    pub fn ids_mut(&mut self) -> &mut [String] {
        match self {
            Self::One(id) => std::slice::from_mut(id),
            Self::Several(ids) => ids,
        }
    }
}

impl JsonSchema for BuildsOn {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "BuildsOn".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "array"], "minLength": 1, "minItems": 1, "items": { "type": "string" },
        })
    }
}

/// Which students a change is about: those that fit everything named.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Their programmes. Default: all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programmes: Option<NonEmpty<Programme>>,
    /// Their years. Default: all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<NonEmpty<Year>>,
    /// A denomination that they wish, alone or among others. Default: whatever they wish.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denomination: Option<String>,
}
