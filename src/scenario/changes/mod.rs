//! The changes that a scenario may make: one file each, and one line in the list below.
//!
//! A change is a plain struct that is its own settings. It edits the document of the instance, and
//! refuses what makes no sense with the place of its settings. What the instance as a whole then has
//! to say is found when it is read again.

mod add;
mod add_places;
mod admit;
mod close_schools;
mod days_share;
mod drop_out;
mod extra_clusters;
mod finance;
mod goals;
mod grow;
mod meeting_days;
mod merge_boards;
mod network;
mod patch;
mod rule;
mod wish_share;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::complaints::Complaints;
use super::draft::Draft;

/// An edit of an instance.
pub trait Change {
    /// Makes the change, or says why it makes no sense.
    fn apply(&self, draft: &mut Draft, complaints: &mut Complaints);
}

/// Lists the changes: each line makes a key of [`ChangeDocument`].
macro_rules! changes {
    ($($(#[$attribute:meta])* $name:ident: $Change:ident,)+) => {
        $(pub use $name::$Change;)+

        /// One change; exactly one of the keys is given.
        #[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(extend("minProperties" = 1, "maxProperties" = 1))]
        pub struct ChangeDocument {
            $(
                $(#[$attribute])*
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $name: Option<$Change>,
            )+
        }

        impl ChangeDocument {
            /// The key and the change; `None` where not exactly one is given.
            pub fn change(&self) -> Option<(&'static str, &dyn Change)> {
                let given = [$(
                    self.$name.as_ref().map(|change| (stringify!($name), change as &dyn Change)),
                )+];
                let mut given = given.into_iter().flatten();
                given.next().filter(|_| given.next().is_none())
            }
        }
    };
}

changes! {
    /// Raises the number of clusters that boards may have.
    extra_clusters: ExtraClusters,
    /// Gives candidate boards a part.
    admit: Admit,
    /// Lets boards form clusters together.
    network: Network,
    /// Makes one board of several.
    merge_boards: MergeBoards,
    /// Sets the days on which clusters may meet.
    meeting_days: MeetingDays,
    /// Adds students like those there are, drawn.
    grow: Grow,
    /// Sets how many students wish a denomination, drawn.
    wish_share: WishShare,
    /// Sets how many students are free on a day, drawn.
    days_share: DaysShare,
    /// Adds places at schools.
    add_places: AddPlaces,
    /// Takes schools away.
    close_schools: CloseSchools,
    /// Students leave, drawn.
    drop_out: DropOut,
    /// Adds boards, schools, clusters and students.
    add: Add,
    /// Changes the settings of a rule.
    rule: RuleSettings,
    /// Sets the goal levels.
    goals: Goals,
    /// Changes prices in euros.
    finance: Finance,
    /// Anything else: operations of JSON Patch (RFC 6902) on the instance as it stands.
    patch: Patch,
}

#[cfg(test)]
pub(super) mod testing;
