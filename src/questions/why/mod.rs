//! Why a student is where the plan has them, or nowhere, and what anything else would cost.
//!
//! Every price is that of a whole plan: the same problem is solved again under the condition that the
//! student is placed, or placed there, so that it counts who has to make room. Among the plans of
//! that price one is told in which the fewest students move.

mod alternatives;
mod answer;
mod effect;
mod ground;
mod inquiry;
mod target;

pub use answer::{About, Alternative, Funnel, Here, Reasons, Refused, Remains, Step, WhyAnswers};
pub use effect::{Effect, Level, Outcome};
pub use inquiry::{Inquiry, Scope};
pub use target::{Target, student};
