//! Certificates: what proves in whole numbers that no plan is better than some value, and the check of it.
//!
//! A certificate is about the integer program of a problem. It holds multipliers of rows, and nothing else that must be
//! believed: for any multipliers the bound follows from the program alone, so that a certificate that is wrong proves
//! less, or nothing (Neumaier and Shcherbina, Safe bounds in linear and mixed-integer linear programming, Mathematical
//! Programming 99, 2004). Cuts follow from rows by rounding (Chvátal, Edmonds polytopes and a hierarchy of combinatorial
//! problems, Discrete Mathematics 4, 1973; Gomory, 1958).
//!
//! This room knows neither the search nor a solver. All arithmetic is exact, and a sum that would not fit is refused.

mod check;
mod division;
mod document;
mod program;

pub use check::{CertifiedLevel, check};
pub use division::{Division, Sides, divided};
pub use document::{
    Branch, Case, Certificate, CertificateFormat, Cut, Divided, Divisor, LevelProof, Multiplier,
    UpperMultiplier,
};
pub use program::{Flaw, ProofProgram};
