//! The integer program: labelled variables, rows and terms, all with whole
//! coefficients, so that any whole answer can be checked exactly.

mod expression;
mod program;

pub use expression::Expression;
pub use program::{Formulation, Label, Level, Role, Row, RowId, Subject, Variable, VariableId};
