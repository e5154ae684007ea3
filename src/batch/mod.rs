//! Batches: many scenarios planned side by side, their records, and the answers in them.

mod record;

pub use record::{Options, Outcome, Planned, Record};
