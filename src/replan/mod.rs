//! Planning again: an earlier plan, what of it must stay, and what few changes can reach.

mod earlier;

pub use earlier::{Gone, Previous, read};
