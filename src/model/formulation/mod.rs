//! The integer program: labelled variables, rows and terms, all with whole
//! coefficients, so that any whole answer can be checked exactly.

mod draft;
mod expression;
mod ladder;
mod mps;
mod names;
mod objective;
mod program;
mod row_sum;

pub use draft::{ProgramDraft, Purpose, setting_subject};
pub use expression::{Expression, VariableId};
pub use mps::{ProgramNames, ProgramPart, mps};
pub use names::Names;
pub use objective::{Objective, Ranked};
pub use program::{
    Decisions, Formulation, Group, Label, Level, Role, Row, RowId, Subject, Variable,
};
pub use row_sum::{RowSum, SumFlaw};
