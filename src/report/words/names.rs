//! Names of tables, figures and rules.

use crate::disclosure::{Figure, Topic};
use crate::message;
use crate::rules::card;
use crate::texts::Language;

impl Language {
    /// The title of a table.
    pub fn topic(self, topic: &Topic) -> String {
        let title = match topic {
            Topic::Goals => message!("table-goals"),
            Topic::Placements => message!("table-placements"),
            Topic::Clusters => message!("table-clusters"),
            Topic::UnusedClusters => message!("table-unused-clusters"),
            Topic::Boards => message!("table-boards"),
            Topic::Schools => message!("table-schools"),
            Topic::LeftOut => message!("table-left-out"),
            Topic::Indicators => message!("table-indicators"),
            Topic::Pairs => message!("table-pairs"),
            Topic::Rules => message!("table-rules"),
            Topic::OfBoard(_, name) => message!("table-of-board", name = name),
            Topic::OfCluster(_, name) => message!("table-of-cluster", name = name),
            Topic::Changes => message!("table-changes"),
            Topic::Leavers => message!("table-leavers"),
            Topic::Letters => message!("table-letters"),
        };
        title.in_language(self)
    }

    /// The name of a figure.
    pub fn figure(self, figure: Figure) -> String {
        let name = match figure {
            Figure::InClusters => message!("figure-in-clusters"),
            Figure::InShell => message!("figure-in-shell"),
            Figure::LeftOut => message!("figure-left-out"),
            Figure::JourneyMean => message!("figure-journey-mean"),
            Figure::JourneyMedian => message!("figure-journey-median"),
            Figure::Journey90 => message!("figure-journey-90"),
            Figure::JourneyLongest => message!("figure-journey-longest"),
            Figure::JourneyWithinPostcode => message!("figure-journey-within-postcode"),
            Figure::JourneyComfortable => message!("figure-journey-comfortable"),
            Figure::DenominationMet => message!("figure-denomination-met"),
            Figure::ConceptMet => message!("figure-concept-met"),
            Figure::WishMet(rank) => message!("figure-wish-met", rank = rank),
            Figure::WishUnmet => message!("figure-wish-unmet"),
            Figure::FreeOnMeetingDay => message!("figure-free-on-meeting-day"),
            Figure::ClustersUsed => message!("figure-clusters-used"),
            Figure::ClustersNew => message!("figure-clusters-new"),
            Figure::ClustersUnused => message!("figure-clusters-unused"),
            Figure::ClustersOffTarget => message!("figure-clusters-off-target"),
            Figure::Members => message!("figure-members"),
            Figure::Fill => message!("figure-fill"),
            Figure::FillGini => message!("figure-fill-gini"),
            Figure::Cost => message!("figure-cost"),
            Figure::Grant => message!("figure-grant"),
            Figure::Net => message!("figure-net"),
        };
        name.in_language(self)
    }

    /// The name of a rule; empty if there is no such rule.
    pub fn rule_title(self, rule: &str) -> String {
        card(rule).map_or_else(String::new, |card| card.title().in_language(self))
    }

    /// What a rule says, in plain words; empty if there is no such rule.
    pub fn rule_statement(self, rule: &str) -> String {
        card(rule).map_or_else(String::new, |card| card.statement().in_language(self))
    }
}
