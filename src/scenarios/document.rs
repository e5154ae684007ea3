//! The batch as its author writes it: `"format": "plaatswijzer/batch/1"`.

use std::collections::BTreeMap;
use std::path::Path;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::changes::ChangeDocument;
use super::non_empty::NonEmpty;
use crate::bounded_types;
use crate::instance::{Programme, Year};

bounded_types! {
    /// The number of times that every scenario is repeated.
    pub DrawCount: 1..=10_000;
    /// The seed of all draws, or of a sample.
    pub Seed: 0..=9_007_199_254_740_991;
    /// The number of points of a sample.
    pub SampleRuns: 1..=100_000;
    /// The number of digits after the decimal point of a sampled value.
    pub SampleDecimals: 0..=9;
}

/// The format of a batch, with its version.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub enum BatchFormat {
    /// The first version.
    #[default]
    #[serde(rename = "plaatswijzer/batch/1")]
    Version1,
}

/// Scenarios: named edits of one instance, each of which is planned. Changes have type `C`, which is plain
/// JSON until the parameters of a grid are replaced by their values.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "plaatswijzer batch", rename = "Batch")]
pub struct BatchDocument<C = ChangeDocument> {
    /// The format of this file.
    pub format: BatchFormat,
    /// The file of the instance that all scenarios change, relative to this file; or of the path document, where each
    /// scenario is a growth path.
    #[schemars(length(min = 1))]
    pub base: String,
    /// The scenarios. The reference for comparisons is the first scenario without changes, or else the
    /// first.
    #[schemars(length(min = 1))]
    pub scenarios: Vec<ScenarioDocument<C>>,
    /// Repeats every scenario with common random numbers. Default: each scenario is planned once.
    pub draws: Option<DrawsDocument>,
}

/// A scenario, or a grid of them.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Scenario")]
pub struct ScenarioDocument<C = ChangeDocument> {
    /// The id of the scenario, which is also the name of its plan file: letters, digits, and `-`, `_`, `.` in
    /// between. In a grid it contains `{x}` for each parameter `x` with several values.
    #[schemars(length(min = 1))]
    pub id: String,
    /// The name of the scenario for people. Default: its id.
    pub title: Option<String>,
    /// The scenario, or scenarios, that this one builds on: their changes are applied first, those of each
    /// scenario once. Default: the base.
    pub from: Option<BuildsOn>,
    /// Parameters with their values: one scenario for each combination. `{x}` is replaced by the value of
    /// `x`; a string that is exactly `{x}` takes its type. A sample may take the place of a full grid.
    pub over: Option<OverDocument>,
    /// The changes, in the order in which they are applied. Default: none.
    pub changes: Option<Vec<C>>,
}

/// The parameters of a grid with their values, and at most one sample, which is combined with them.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct OverDocument {
    /// Points of a Latin hypercube: each part of each range has one point. Parameters of the sample are those of
    /// `ranges`, and `sample`, the number of the point from 1.
    pub latin_hypercube: Option<SampleDocument>,
    /// Points of a Sobol sequence, which also fill combinations of parameters evenly; best with 2, 4, 8, … runs.
    pub sobol: Option<SampleDocument>,
    /// The values of the other parameters.
    #[serde(flatten)]
    pub values: BTreeMap<String, Vec<Value>>,
}

/// A sample of several parameters at once.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SampleDocument {
    /// The number of points.
    pub runs: SampleRuns,
    /// The seed of the sample. Default: 0.
    pub seed: Option<Seed>,
    /// The parameters, each with the range of its values.
    #[schemars(extend("minProperties" = 1))]
    pub ranges: BTreeMap<String, SampleRange>,
}

/// The values of a sampled parameter, from the least to the greatest.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SampleRange {
    /// The least value.
    pub from: serde_json::Number,
    /// The greatest value.
    pub to: serde_json::Number,
    /// The number of digits after the decimal point. Default: 0, whole numbers.
    pub decimals: Option<SampleDecimals>,
}

/// Repeats every scenario with random draws.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DrawsDocument {
    /// The number of draws.
    pub count: DrawCount,
    /// The seed of all draws. Default: 0.
    pub seed: Option<Seed>,
    /// Changes that are applied in every draw, after those of the scenario. Default: none.
    pub changes: Option<Vec<ChangeDocument>>,
}

/// The id of one scenario, or several ids.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum BuildsOn {
    /// One id.
    One(String),
    /// Several ids, in order.
    Several(Vec<String>),
}

impl BuildsOn {
    /// All ids, in order.
    pub fn ids(&self) -> &[String] {
        match self {
            Self::One(id) => std::slice::from_ref(id),
            Self::Several(ids) => ids,
        }
    }

    /// Mutable access to all ids.
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

/// Selects the students that a change is about: those who match all given criteria.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Programmes. Default: all.
    pub programmes: Option<NonEmpty<Programme>>,
    /// Years of study. Default: all.
    pub years: Option<NonEmpty<Year>>,
    /// A denomination that they wish, alone or among others. Default: students with any wish or none.
    pub denomination: Option<String>,
}

/// The path, relative to the batch, of a file that is named relative to the folder of the base.
pub fn beside(folder: &str, name: &str) -> String {
    Path::new(folder).join(name).to_string_lossy().into_owned()
}
