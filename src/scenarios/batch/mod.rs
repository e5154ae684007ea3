//! Batches: planning many scenarios in parallel, the records of the runs, and their comparison.

pub mod answers;
mod figures;
mod layout;
pub mod reason;
mod record;
mod run;
mod run_state;
mod scenario_summary;
mod statistics;
mod summary;
mod table;

pub use answers::Answers;
pub use layout::Layout;
pub use record::{Options, Planned, Record, RunOutcome};
pub use run::{BatchObserver, BatchWork, Journal, ReadyRun, RunKind, YearRuns, run_batch};
pub use run_state::{RunKey, RunState, run_keys};
pub use scenario_summary::{NamedStatistics, ScenarioSummary};
pub use statistics::{Distribution, Statistics};
pub use summary::{Summary, summary};
pub use table::summary_csv;
