//! Making plans: placing students in given clusters, local search over clusters, and completing a plan
//! for a program.

pub mod complete;
pub mod elsewhere;
pub mod improve;
pub mod placing;
pub mod placings;
pub mod slots;
