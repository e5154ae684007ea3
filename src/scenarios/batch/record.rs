//! What is kept of a run: a line of a journal.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::sha256;
use crate::plan::{Cluster, GoalLevel, Indicators, Score, Status};
use crate::problem::Bottleneck;
use crate::scenarios::Point;
use crate::solve::mip::name_and_version;
use crate::solve::{Method, Search};

/// A run that has ended.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The run's id.
    pub run: String,
    /// Its scenario's id.
    pub scenario: String,
    /// Its draw, from 1; `null` where nothing is repeated.
    pub draw: Option<i64>,
    /// The values of the grid's parameters.
    pub over: Point,
    /// SHA-256 of the canonical instance together with the options: the same key, the same question.
    /// `null` where there is no instance, since the changes make no sense.
    pub key: Option<String>,
    /// The options.
    pub options: Options,
    /// What came of it.
    pub outcome: Outcome,
    /// Why there is no plan; `null` where there is one.
    pub reason: Option<String>,
    /// The plan, where there is one.
    pub plan: Option<Planned>,
}

/// What came of a run.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A verified plan.
    Plan,
    /// No plan exists under the rules.
    Infeasible,
    /// The limits ended the search before any plan was found.
    NothingFound,
    /// The scenario makes no sense on this base.
    Refused,
    /// The program is at fault.
    Failed,
}

impl Outcome {
    /// The outcome as it stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Infeasible => "infeasible",
            Self::NothingFound => "nothing_found",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }
}

/// What scenarios are compared by. The plan itself is a file of its own.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Planned {
    /// SHA-256 of the bytes of the plan file.
    pub sha256: String,
    /// How the search ended.
    pub status: Status,
    /// How good the plan is, per goal level.
    pub goals: Vec<GoalLevel>,
    /// What it costs.
    pub score: Score,
    /// The clusters used.
    pub clusters: Vec<Cluster>,
    /// Where one step more would let in most of those left out; `null` where nobody is left out, or where
    /// nothing but prices does.
    pub bottleneck: Option<Bottleneck>,
    /// All indicators.
    pub indicators: Indicators,
}

/// The options of a batch that bear upon its plans.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// The engine's version.
    pub engine_version: String,
    /// How it searched.
    #[serde(default)]
    pub method: Method,
    /// The solver's name.
    pub solver: String,
    /// Its version.
    pub solver_version: String,
    /// The gap that is good enough, as a fraction.
    pub gap: f64,
    /// The most seconds for a run; `null` is no limit.
    pub time_limit_s: Option<f64>,
    /// The most work for a run, in simplex iterations; `null` is no limit.
    pub work_limit: Option<u64>,
}

impl Options {
    /// The options of a search.
    pub fn new(search: &Search) -> Self {
        let (solver, solver_version) = name_and_version(search.solver);
        Self {
            engine_version: env!("CARGO_PKG_VERSION").to_owned(),
            method: search.method,
            solver,
            solver_version,
            gap: search.gap,
            time_limit_s: search.budget.time_limit().map(|time| time.as_secs_f64()),
            work_limit: search.budget.work_limit(),
        }
    }

    /// The key of an instance, by the SHA-256 of its canonical form, under these options.
    ///
    /// # Panics
    /// When an option is not finite, which no reader lets pass.
    pub fn key(&self, instance_sha256: &str) -> String {
        let question = serde_json::json!({ "instance": instance_sha256, "options": self });
        let text = serde_json_canonicalizer::to_string(&question).expect("options are plain JSON");
        sha256(text.as_bytes())
    }
}
