//! Questions about a problem and its plans, each answered by many searches.

pub mod difference;
pub mod drill;
pub mod elsewhere;
pub mod fairness;
mod key_figures;
mod outcome;
pub mod prices;
mod progress;
mod proven_score;
pub mod repair;
pub mod replan;
mod side_by_side;
pub mod sites;
pub mod why;

pub use difference::{
    ClusterChange, Difference, FigureChange, Move, MoveTotals, StudentStatus, difference,
};
pub use key_figures::{KeyFigureChanges, KeyFigures};
pub use outcome::QuestionOutcome;
pub use progress::{OnProgress, QuestionProgress, QuestionStage};
pub use proven_score::ProvenScore;
pub use side_by_side::side_by_side;
