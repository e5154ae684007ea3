//! Batches: many scenarios planned side by side, their records, and the answers in them.

mod reason;
mod record;
mod run;
mod standing;

pub use record::{Options, Outcome, Planned, Record};
pub use run::{Journal, Watch, Work, carry_out};
pub use standing::{Standing, standings};
