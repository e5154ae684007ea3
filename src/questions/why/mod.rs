//! Why a student is placed where the plan says, or nowhere, and what anything else would cost.
//!
//! Every price is that of a whole plan: the same problem is solved again under the condition that the
//! student is placed, or placed at a given school, so that the price includes everyone who has to make
//! room. Among the plans of that price the answer is one in which the fewest students move.

mod alternatives;
mod answer;
mod answers;
mod cases;
mod effect;
mod inquiry;
mod pairs;
mod question_base;
mod target;

pub use answer::{
    AlternativeSchool, ClusterScope, ConditionEffect, Feasibility, FunnelStep, GoalChange,
    PlaceThere, RefusedSchool, RemainingSchool, SchoolBefore, StudentAnswer, StudentFunnel,
    StudentPlacement, TargetReasons, WhyAnswers,
};
pub use cases::cases;
pub use effect::placements_of;
pub use inquiry::Inquiry;
pub use pairs::PairOfStudent;
pub use target::{Target, student};
