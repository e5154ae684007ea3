//! Questions about a problem and its plans, each answered by many searches.

pub mod difference;
pub mod drill;
pub mod fairness;
mod figures;
mod proven;
pub mod repair;
pub mod replan;
mod side_by_side;
pub mod sites;
pub mod why;

pub use difference::{
    ClusterChange, Difference, FigureChange, Move, Totals, Whereabout, difference,
};
pub use figures::{Changes, Figures};
pub use proven::Proven;

use crate::solve::mip::Ending;

/// What came of a question.
#[derive(Clone, PartialEq, Debug)]
pub enum Answered<T> {
    /// An answer.
    Answer(T),
    /// There is no plan to begin with.
    NoPlan,
    /// The search ended before there was any plan to begin with.
    Nothing(Ending),
}

/// How far the searches for an answer are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stand {
    /// What is being looked for.
    pub what: &'static str,
    /// How many of the searches for it have ended.
    pub done: usize,
    /// How many there are, as far as is known.
    pub of: usize,
}

/// Is told now and then how far the searches are.
pub type Watch<'a> = dyn Fn(&Stand) + Sync + 'a;
