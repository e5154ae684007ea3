//! The solvers that are built in, and how a program is given to one.

#[cfg(feature = "highs")]
use super::callback;
use super::microlp;

/// A solver of integer programs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Solver {
    /// HiGHS: branch and cut, in C++; keeps time limits and reports progress.
    #[cfg(feature = "highs")]
    Highs,
    /// microlp: a small branch and bound in pure Rust, for small programs. It reports no progress
    /// and knows no work limit; stopped early, it gives up what it found.
    Microlp,
}

impl Solver {
    /// Whether it gives the duals of linear relaxations, from which certificates are made.
    pub const fn has_duals(self) -> bool {
        match self {
            #[cfg(feature = "highs")]
            Self::Highs => true,
            Self::Microlp => false,
        }
    }
}

impl Default for Solver {
    /// The strongest solver that is built in.
    #[cfg(feature = "highs")]
    fn default() -> Self {
        Self::Highs
    }
    /// The strongest solver that is built in.
    #[cfg(not(feature = "highs"))]
    fn default() -> Self {
        Self::Microlp
    }
}

/// How an integer program is solved.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct MipSettings {
    /// The solver.
    pub solver: Solver,
    /// A level is good enough when (value − bound) / max(1, value) is at most this fraction.
    pub gap: f64,
    /// Whether the solver looks for better points by programs of its own. Not worth it from a start that is nearly
    /// the best, where only the proof is missing.
    pub improves: bool,
}

impl MipSettings {
    /// Settings of a solve that ends only when every level is optimal.
    pub const fn exact(solver: Solver) -> Self {
        Self { solver, gap: 0.0, improves: true }
    }
}

impl Default for MipSettings {
    fn default() -> Self {
        Self::exact(Solver::default())
    }
}

/// The name and version of a solver; HiGHS states its version itself.
#[must_use]
pub fn name_and_version(solver: Solver) -> (String, String) {
    match solver {
        #[cfg(feature = "highs")]
        Solver::Highs => ("HiGHS".to_owned(), callback::version()),
        Solver::Microlp => ("microlp".to_owned(), microlp::VERSION.to_owned()),
    }
}
