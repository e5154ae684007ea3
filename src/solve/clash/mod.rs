//! Why no plan exists: demands of rules that clash.

mod demand;
mod explain;
mod refusals;
#[cfg(test)]
mod tests;

pub use demand::{ClashInWords, Demand};
pub use explain::clash_of;
