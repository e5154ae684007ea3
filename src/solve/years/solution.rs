//! The solution of the relaxation of a path.

use super::model::Opened;
use super::ties::Ties;
use crate::solve::decomposition::bound::relaxation::LagrangianSolution;

/// The solution of the relaxation.
#[derive(Clone, Debug)]
pub struct YearsSolution {
    /// No path costs less; `None` where there is none.
    pub bound: Option<i64>,
    /// What is placed and used in each year.
    pub years: Vec<LagrangianSolution>,
    /// The clusters opened.
    pub opened: Vec<Opened>,
    /// When each board enters.
    pub entries: Vec<Option<usize>>,
    /// By how much each limit is exceeded: with the solutions of the years a subgradient of the bound.
    pub excess: Ties,
}
