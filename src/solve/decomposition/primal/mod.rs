//! Making plans: placing students in given clusters, and completing a plan for a program.

pub mod complete;
pub mod placing;
