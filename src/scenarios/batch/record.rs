//! The record of a run: one line of a journal.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::sha256;
use crate::composing::figures::PathFigures;
use crate::plan::{Cluster, GoalLevel, Indicators, Score, Status};
use crate::problem::{Bottleneck, UnusedAllowance};
use crate::scenarios::GridPoint;
use crate::solve::mip::name_and_version;
use crate::solve::{Method, Search};

/// The options and the result of a run that has ended.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The id of the run.
    pub run: String,
    /// The id of its scenario.
    pub scenario: String,
    /// Its draw, from 1; `null` if the batch has no draws.
    pub draw: Option<i64>,
    /// The values of the parameters of the grid.
    pub over: GridPoint,
    /// SHA-256 of the canonical instance together with the options: runs with equal keys have equal results.
    /// `null` if there is no instance because the changes cannot be applied.
    pub key: Option<String>,
    /// The options of the search.
    pub options: Options,
    /// How the run ended.
    pub outcome: RunOutcome,
    /// The reason why there is no plan; `null` if there is one.
    pub reason: Option<String>,
    /// The figures of the plan; `null` if there is none.
    pub plan: Option<Planned>,
}

/// How a run ended.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum RunOutcome {
    /// A verified plan.
    Plan,
    /// No plan exists under the rules.
    Infeasible,
    /// The limits ended the search before any plan was found.
    NothingFound,
    /// The changes of the scenario cannot be applied to the base.
    Refused,
    /// An internal error.
    Failed,
}

impl RunOutcome {
    /// The keyword of the outcome in files.
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

/// The figures of a plan by which scenarios are compared. The plan itself is a separate file.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Planned {
    /// SHA-256 of the bytes of the plan file.
    pub sha256: String,
    /// How the search ended.
    pub status: Status,
    /// Value and bound per goal level.
    pub goals: Vec<GoalLevel>,
    /// Points and euros.
    pub score: Score,
    /// The clusters in use.
    pub clusters: Vec<Cluster>,
    /// The limit whose relaxation by one step would let in most of the students left out; `null` if nobody is
    /// left out, or if no limit but only prices keep them out.
    pub bottleneck: Option<Bottleneck>,
    /// The boards and networks that may have more clusters than the plan uses; none in records of earlier versions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unused_allowances: Vec<UnusedAllowance>,
    /// All indicators of the plan.
    pub indicators: Indicators,
    /// The figures of the path of which the plan is the last year; absent in a batch of plans for one year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<PathFigures>,
}

/// The options of a batch that affect its plans.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// The engine's version.
    pub engine_version: String,
    /// The search method.
    #[serde(default)]
    pub method: Method,
    /// The solver's name.
    pub solver: String,
    /// The version of the solver.
    pub solver_version: String,
    /// The relative gap at which a search may stop, as a fraction.
    pub gap: f64,
    /// The time limit per run in seconds; `null` means no limit.
    pub time_limit_s: Option<f64>,
    /// The work limit per run in simplex iterations; `null` means no limit.
    pub work_limit: Option<u64>,
    /// SHA-256 of the canonical base, from whose plan the search started; absent if it started from nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
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
            base: None,
        }
    }

    /// The key of an instance, by the SHA-256 of its canonical form, under these options.
    ///
    /// # Panics
    /// If an option is not finite; the command line accepts finite numbers only.
    pub fn key(&self, instance_sha256: &str) -> String {
        let question = serde_json::json!({ "instance": instance_sha256, "options": self });
        let text = serde_json_canonicalizer::to_string(&question).expect("options are plain JSON");
        sha256(text.as_bytes())
    }
}
