//! Batches: many scenarios planned side by side, their records, and the answers in them.

pub mod answers;
mod figures;
mod layout;
mod reason;
mod record;
mod run;
mod standing;
mod statistics;
mod summary;
mod table;

pub use answers::Answers;
pub use record::{Options, Outcome, Planned, Record};
pub use run::{Journal, Watch, Work, carry_out};
pub use standing::{Question, Standing, questions};
pub use statistics::{Distribution, Statistics};
pub use summary::{NamedStatistics, ScenarioSummary, Summary, summary};
pub use table::summary_csv;
