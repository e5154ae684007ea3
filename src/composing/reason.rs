//! The reason why a student is left out, in the words of a plan file.

use crate::message;
use crate::plan::Status;
use crate::problem::{Funnel, OpenSchool};
use crate::rules::{RulePart, card};
use crate::texts::{Argument, Message};

/// The funnel of a student in a sentence, followed by the conclusion that it allows.
///
/// Plan files hold this text in English; its numbers are not grouped, and rules appear by their ids. `status` is
/// that of the plan, `None` if it states none.
pub fn reason(funnel: &Funnel, status: Option<Status>) -> Message {
    if funnel.schools == 0 {
        return message!("left-out-without-schools");
    }
    let refused = funnel.refused.iter().map(|&(rule, count)| refused(rule, count));
    let remaining = funnel.remaining.iter().map(|(remaining, count)| {
        let count = count.to_string();
        match remaining {
            OpenSchool::Full => message!("left-out-full", count = count),
            OpenSchool::ClusterFull => message!("left-out-cluster-full", count = count),
            OpenSchool::NotUsed => message!("left-out-not-used", count = count),
            OpenSchool::Room => message!("left-out-room", count = count),
        }
    });
    let conclusion = Conclusion::of(|state| funnel.remaining.contains_key(&state), status);
    let list = |first, next| message!("left-out-list", first = first, next = next);
    let parts = refused.chain(remaining).reduce(list).map_or("".into(), Argument::from);
    message!(
        "left-out-reason",
        count = funnel.schools,
        schools = funnel.schools.to_string(),
        parts = parts,
        conclusion = conclusion.message(),
    )
}

/// The number of schools that fall off by a rule. A rule without a tariff refuses no pairs, so its card says
/// what it does to schools.
fn refused(rule: &'static str, count: i64) -> Message {
    let count = count.to_string();
    let card = card(rule);
    let phrase = card.filter(|card| !card.has_part(RulePart::Tariff));
    match phrase.and_then(|card| card.optional("funnel")) {
        Some(phrase) => message!("left-out-part", count = count, what = phrase),
        None => message!("left-out-refused-by", count = count, rule = rule),
    }
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

    /// The conclusion from the states of the schools that no rule refuses. Only an optimal plan
    /// allows to say that a free place costs more than it saves.
    pub fn of(remains: impl Fn(OpenSchool) -> bool, status: Option<Status>) -> Self {
        let has_room = remains(OpenSchool::Room);
        if !has_room && !remains(OpenSchool::NotUsed) {
            let full = remains(OpenSchool::Full) || remains(OpenSchool::ClusterFull);
            if full { Self::AllFull } else { Self::NoSchool }
        } else if status != Some(Status::Optimal) {
            Self::NotKnown
        } else if has_room {
            Self::DearerElsewhere
        } else {
            Self::AnotherCluster
        }
    }

    /// Whether the conclusion can be drawn of a plan with this status.
    pub fn is_possible(self, status: Option<Status>) -> bool {
        let proven = status == Some(Status::Optimal);
        match self {
            Self::NoSchool | Self::AllFull => true,
            Self::NotKnown => !proven,
            Self::DearerElsewhere | Self::AnotherCluster => proven,
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn funnel(schools: i64, refused: &[(&'static str, i64)], room: i64) -> Funnel {
        let remaining = [(OpenSchool::Room, room)].into_iter().filter(|(_, count)| *count > 0);
        Funnel {
            schools,
            refused: refused.to_vec(),
            remaining: remaining.collect::<BTreeMap<_, _>>(),
        }
    }

    #[test]
    fn a_region_without_schools_has_no_empty_list() {
        assert_eq!(
            reason(&funnel(0, &[], 0), Some(Status::Optimal)).to_string(),
            "There are no schools."
        );
    }

    #[test]
    fn rules_appear_by_id_and_one_that_refuses_no_pairs_by_its_phrase() {
        let text =
            reason(&funnel(1234, &[("forming", 1000), ("travel", 234)], 0), Some(Status::Optimal))
                .to_string();
        let expected = "Of 1234 schools: 1000 in no cluster, 234 refused by `travel`. \
                        No school is possible under the rules.";
        assert_eq!(text, expected);
    }

    #[test]
    fn every_kind_of_bound_is_named() {
        let text = reason(&funnel(1, &[], 1), Some(Status::Optimal)).to_string();
        for kind in ["a school", "a cluster", "a board", "the plan"] {
            assert!(text.contains(kind), "{kind}: {text}");
        }
    }
}
