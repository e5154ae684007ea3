//! The pairs of a student, for planners.

use crate::instance::{PairKind, Strength};
use crate::message;
use crate::questions::why::PairOfStudent;
use crate::report::SchoolNames;
use crate::texts::Message;

/// A sentence about a pair of the student: what the planner wants, whether it is so, and what follows for other
/// schools.
pub fn pair_in_words(pair: &PairOfStudent, names: &SchoolNames) -> Message {
    let (other, at) = (&pair.other, pair.at.word());
    let asked = match pair.rule {
        PairKind::Together => message!("why-pair-together", other = other, at = at),
        PairKind::Apart => message!("why-pair-apart", other = other, at = at),
    };
    let asked = match &pair.because {
        None => asked,
        Some(because) => message!("why-pair-because", asked = asked, because = because),
    };
    let must = if pair.strength == Strength::Must { "yes" } else { "no" };
    match (&pair.other_at, pair.met) {
        (None, _) => message!("why-pair-other-left-out", asked = asked, must = must),
        (Some(at), None) => {
            message!("why-pair-left-out", asked = asked, must = must, school = names.display(at))
        }
        (Some(at), Some(true)) => {
            message!("why-pair-met", asked = asked, must = must, school = names.display(at))
        }
        (Some(at), Some(false)) => {
            message!("why-pair-not-met", asked = asked, must = must, school = names.display(at))
        }
    }
}
