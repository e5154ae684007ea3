//! The reason why a student is left out, in the words of a plan file.

use crate::message;
use crate::problem::{Funnel, Remaining};
use crate::texts::Message;

/// The funnel of a student in a sentence, followed by the conclusion that it allows.
///
/// Plan files hold this text, so it is English, its numbers are not grouped, and rules appear by their ids.
/// `proven` says whether the plan is optimal.
pub fn reason(funnel: &Funnel, proven: bool) -> String {
    let refused = funnel.refused.iter().map(|(rule, count)| match *rule {
        "forming" => message!("left-out-in-no-cluster", count = count.to_string()),
        rule => message!("left-out-refused-by", count = count.to_string(), rule = rule),
    });
    let remaining = funnel.remaining.iter().map(|(remaining, count)| {
        let count = count.to_string();
        match remaining {
            Remaining::Full => message!("left-out-full", count = count),
            Remaining::ClusterFull => message!("left-out-cluster-full", count = count),
            Remaining::NotUsed => message!("left-out-not-used", count = count),
            Remaining::Room => message!("left-out-room", count = count),
        }
    });
    let conclusion = Conclusion::of(|state| funnel.remaining.contains_key(&state), proven);
    let parts: Vec<String> = refused.chain(remaining).map(|part| part.to_string()).collect();
    let schools = if funnel.schools == 1 { "school" } else { "schools" };
    format!("Of {} {schools}: {}. {}", funnel.schools, parts.join(", "), conclusion.message())
}

/// The conclusion that the funnel of a student allows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Conclusion {
    /// The rules refuse every school.
    NoSchool,
    /// All schools that the rules allow are full.
    AllFull,
    /// The search ended before it was clear whether a better plan has a place.
    NotKnown,
    /// A place would break a bound, or cost more elsewhere.
    DearerElsewhere,
    /// One more cluster would be needed.
    AnotherCluster,
}

impl Conclusion {
    /// All conclusions, in order.
    pub const ALL: [Self; 5] = [
        Self::NoSchool,
        Self::AllFull,
        Self::NotKnown,
        Self::DearerElsewhere,
        Self::AnotherCluster,
    ];

    /// The conclusion from the states of the schools that no rule refuses. Only a `proven` optimal plan
    /// allows to say that a free place costs more than it saves.
    pub fn of(remains: impl Fn(Remaining) -> bool, proven: bool) -> Self {
        let has_room = remains(Remaining::Room);
        if !has_room && !remains(Remaining::NotUsed) {
            let full = remains(Remaining::Full) || remains(Remaining::ClusterFull);
            if full { Self::AllFull } else { Self::NoSchool }
        } else if !proven {
            Self::NotKnown
        } else if has_room {
            Self::DearerElsewhere
        } else {
            Self::AnotherCluster
        }
    }

    /// The conclusion in a sentence.
    pub fn message(self) -> Message {
        match self {
            Self::NoSchool => message!("left-out-no-school"),
            Self::AllFull => message!("left-out-all-full"),
            Self::NotKnown => message!("left-out-not-known"),
            Self::DearerElsewhere => message!("left-out-dearer-elsewhere"),
            Self::AnotherCluster => message!("left-out-another-cluster"),
        }
    }
}
