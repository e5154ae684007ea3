//! What changes to an instance are worth, for the question which would give everyone a place.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::{Kilometres, Points};

/// What each kind of change is worth, for `repair`. Plans do not depend on it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RepairsDocument {
    /// One more place at a school. Default: 20.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place_worth_km: Option<Kilometres>,
    /// Each kilometre, begun or whole, that a student travels beyond the limit. Default: 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kilometre_worth_km: Option<Kilometres>,
    /// One more cluster of a board or network. Default: 150.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cluster_worth_km: Option<Kilometres>,
    /// A student who misses the meeting where rule `meeting_day` is hard. Default: 40.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting_worth_km: Option<Kilometres>,
    /// A student whose wish for a denomination must be met, and is not. Default: 60.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wish_worth_km: Option<Kilometres>,
}

/// What each kind of change is worth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RepairPrices {
    /// One more place at a school.
    pub place: Points,
    /// Each kilometre, begun or whole, beyond the limit.
    pub kilometre: Points,
    /// One more cluster.
    pub cluster: Points,
    /// A student who misses the meeting.
    pub meeting: Points,
    /// A student whose wish is not met.
    pub wish: Points,
}

impl RepairPrices {
    /// The prices that a document gives, or the usual ones.
    pub fn of(document: Option<&RepairsDocument>) -> Self {
        let nothing = RepairsDocument::default();
        let written = document.unwrap_or(&nothing);
        let or =
            |worth: Option<Kilometres>, usual| worth.unwrap_or(Kilometres::whole(usual)).points();
        Self {
            place: or(written.place_worth_km, 20),
            kilometre: or(written.kilometre_worth_km, 5),
            cluster: or(written.cluster_worth_km, 150),
            meeting: or(written.meeting_worth_km, 40),
            wish: or(written.wish_worth_km, 60),
        }
    }
}
