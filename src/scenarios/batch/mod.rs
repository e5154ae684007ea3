//! Batches: planning many scenarios in parallel, the records of the runs, and their comparison.

pub mod answers;
mod base_search;
mod figures;
mod journal;
mod layout;
pub mod reason;
mod record;
mod run;
mod run_facts;
mod run_state;
mod scenario_summary;
mod statistics;
mod summary;
mod table;

pub use answers::Answers;
pub use journal::{Journal, MemoryJournal, SavedRecord};
pub use layout::Layout;
pub use record::{Options, Planned, Record, RunOutcome};
pub use run::{
    BatchObserver, BatchWork, Ended, ReadyRun, RunKind, RunQueue, RunStart, YearRuns, run_batch,
    run_shared,
};
pub use run_facts::{PlanFacts, RunFacts, RunRecords};
pub use run_state::{RunKey, RunState, run_keys};
pub use scenario_summary::{NamedStatistics, ScenarioSummary};
pub use statistics::{Distribution, Statistics};
pub use summary::{Summary, summary, summary_of};
pub use table::{summary_csv, write_summary_csv};
