//! A funnel in words.

use crate::problem::{Funnel, Remaining};

/// The funnel in a sentence, and what follows from it: more where the plan is `proven` optimal.
pub fn in_words(funnel: &Funnel, proven: bool) -> String {
    let refused = funnel.refused.iter().map(|(rule, count)| match *rule {
        "forming" => format!("{count} in no cluster"),
        rule => format!("{count} refused by `{rule}`"),
    });
    let remaining = funnel.remaining.iter().map(|(remaining, count)| match remaining {
        Remaining::Full => format!("{count} full"),
        Remaining::ClusterFull => format!("{count} in a cluster that is full"),
        Remaining::NotUsed => format!("{count} not in use"),
        Remaining::Room => format!("{count} with room"),
    });
    let conclusion = Conclusion::of(|state| funnel.remaining.contains_key(&state), proven);
    let parts: Vec<String> = refused.chain(remaining).collect();
    let schools = if funnel.schools == 1 { "school" } else { "schools" };
    format!("Of {} {schools}: {}. {}", funnel.schools, parts.join(", "), conclusion.in_words())
}

/// What follows from a funnel.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Conclusion {
    /// The rules refuse every school.
    NoSchool,
    /// All schools that remain are full.
    AllFull,
    /// The search ended before it was clear whether a better plan has a place.
    NotKnown,
    /// A place would break a bound, or cost more elsewhere.
    DearerElsewhere,
    /// One more cluster would be needed.
    AnotherCluster,
}

impl Conclusion {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [
        Self::NoSchool,
        Self::AllFull,
        Self::NotKnown,
        Self::DearerElsewhere,
        Self::AnotherCluster,
    ];

    /// What follows from what became of the schools that no rule refuses: more where the plan is `proven`
    /// optimal.
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

    fn in_words(self) -> &'static str {
        match self {
            Self::NoSchool => "No school is possible under the rules.",
            Self::AllFull => "All that remain are full: a place there would move someone else.",
            Self::NotKnown => {
                "The search ended before it was clear whether a better plan has a place."
            }
            Self::DearerElsewhere => {
                "A place there would break a bound on a cluster, a board or the plan, or cost more \
                 elsewhere than leaving this student out."
            }
            Self::AnotherCluster => {
                "Using one more cluster is not allowed, or costs more than leaving this student out."
            }
        }
    }
}
