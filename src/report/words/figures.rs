//! Names of figures.

use crate::disclosure::Figure;
use crate::message;
use crate::texts::Language;

impl Language {
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
}
