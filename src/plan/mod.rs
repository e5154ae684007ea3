//! A finished plan: as a file ([`Plan`]), as typed identities ([`assignment`]), counted ([`Tally`]) and as
//! the rules see it ([`assessment`]).

pub mod assessment;
pub mod assignment;
mod conventions;
mod document;
mod earlier;
mod entries;
mod indicators;
mod placing;
mod tally;

pub use conventions::Conventions;
pub use document::{
    Engine, GoalLevel, InstanceReference, Lot, Plan, PlanFormat, Score, Status,
    WHOLE_GAP_THOUSANDTHS,
};
pub use earlier::{
    EarlierCoreCount, EarlierCount, EarlierPlaces, PreviousReference, core_students_of, places_of,
};
pub use entries::{Cluster, ClusterKind, PairEntry, PlacementEntry, RulePoints, Unplaced};
pub use indicators::{
    ClusterIndicators, GrantIndicators, GrantYear, Indicators, JourneyIndicators, Money,
    MoneyIndicators, Proportion, Whereabouts,
};
pub use placing::{Placing, Setting, weekday};
pub use tally::Tally;
