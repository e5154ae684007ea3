//! Names of goals, and why a student is left out.

use crate::composing::Conclusion;
use crate::disclosure::Why;
use crate::instance::Goal;
use crate::problem::OpenSchool;
use crate::rules::{card, cards};
use crate::texts::{Language, Message};
use crate::{message, text};

impl Language {
    /// The name of what a goal level minimises.
    pub fn goal(self, goal: Goal) -> String {
        let name = match goal {
            Goal::Unplaced => message!("goal-unplaced"),
            Goal::LongestJourney => message!("goal-longest-journey"),
            Goal::LeximaxJourney(rank) => {
                message!("goal-longest-journey-of-rank", rank = rank.get())
            }
            Goal::MeetingDay => message!("goal-meeting-day"),
            Goal::Denomination => message!("goal-denomination"),
            Goal::Clusters => message!("goal-clusters"),
            Goal::Total => message!("goal-total"),
            Goal::Lot => message!("goal-lot"),
            Goal::Moves => message!("goal-moves"),
        };
        name.in_language(self)
    }

    /// Why a student is left out: which schools fall off for which reason, and the conclusion.
    pub fn why(self, why: &Why) -> String {
        let number = |key: &str| why.funnel.get(key).copied();
        let schools = number("schools").unwrap_or_default();
        if schools == 0 {
            return text!(self, "left-out-without-schools");
        }
        let rules = cards()
            .into_iter()
            .filter_map(|card| Some((card.id, number(card.id)?)))
            .map(|(rule, count)| self.refused(rule, count, why.journeys_unknown).in_language(self));
        let states = OpenSchool::ALL
            .into_iter()
            .filter_map(|state| Some(remaining(state, number(state.word())?).in_language(self)));
        let parts = rules.chain(states).collect::<Vec<_>>().join(", ");
        text!(
            self,
            "left-out-why",
            schools = schools,
            parts = parts,
            conclusion = self.conclusion(why.conclusion),
        )
    }

    /// The conclusion to draw from a student's funnel of schools.
    pub fn conclusion(self, conclusion: Conclusion) -> String {
        conclusion.message().in_language(self)
    }

    fn refused(self, rule: &str, count: i64, journeys_unknown: bool) -> Message {
        let card = card(rule);
        let unknown = card.and_then(|card| card.optional("letter-unknown"));
        let unknown = unknown.filter(|_| journeys_unknown);
        match unknown.or_else(|| card.and_then(|card| card.optional("funnel"))) {
            Some(phrase) => message!("left-out-part", count = count, what = phrase),
            None => message!("left-out-refused", count = count, rule = self.rule_title(rule)),
        }
    }
}

fn remaining(state: OpenSchool, count: i64) -> Message {
    match state {
        OpenSchool::Full => message!("left-out-full", count = count),
        OpenSchool::ClusterFull => message!("left-out-cluster-full", count = count),
        OpenSchool::NotUsed => message!("left-out-not-used", count = count),
        OpenSchool::Room => message!("left-out-room", count = count),
    }
}
