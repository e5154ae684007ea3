//! The changes that a scenario can make: one file each, and one line in the list below.
//!
//! A change is a plain struct whose fields are its settings. It edits the document of the instance, and
//! reports settings that cannot be applied with their path. Errors in the instance as a whole are found when
//! the edited instance is read again.

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
mod path;
mod rule;
mod wish_share;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::complaints::Complaints;
use super::draft::ScenarioDraft;

pub(super) use close_schools::forget;

/// An edit of an instance.
pub trait ScenarioChange {
    /// Applies the change, or adds the reasons why it cannot be applied.
    fn apply(&self, draft: &mut ScenarioDraft, complaints: &mut Complaints);
}

/// Lists the changes: each line makes a key of [`ChangeDocument`].
macro_rules! changes {
    ($($(#[$attribute:meta])* $name:ident: $Change:ident,)+) => {
        $(pub use $name::$Change;)+

        /// One change; exactly one of the keys is given.
        #[serde_with::skip_serializing_none]
        #[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(extend("minProperties" = 1, "maxProperties" = 1))]
        pub struct ChangeDocument {
            $(
                $(#[$attribute])*
                pub $name: Option<$Change>,
            )+
        }

        impl ChangeDocument {
            /// The key and the change; `None` unless exactly one is given.
            pub fn change(&self) -> Option<(&'static str, &dyn ScenarioChange)> {
                let given = [$(
                    self.$name.as_ref().map(|change| (stringify!($name), change as &dyn ScenarioChange)),
                )+];
                let mut given = given.into_iter().flatten();
                given.next().filter(|_| given.next().is_none())
            }
        }
    };
}

changes! {
    /// Raises the maximal number of clusters of boards.
    extra_clusters: ExtraClusters,
    /// Lets candidate boards take part.
    admit: Admit,
    /// Lets boards form clusters together.
    network: NetworkChange,
    /// Merges several boards into one.
    merge_boards: MergeBoards,
    /// Sets the days on which clusters may meet.
    meeting_days: MeetingDays,
    /// Adds copies of existing students, drawn at random.
    grow: Grow,
    /// Sets the share of students who wish a denomination, drawn at random.
    wish_share: WishShare,
    /// Sets the share of students who are free on a day, drawn at random.
    days_share: DaysShare,
    /// Adds places at schools.
    add_places: AddPlaces,
    /// Removes schools.
    close_schools: CloseSchools,
    /// Removes students, drawn at random.
    drop_out: DropOut,
    /// Adds boards, schools, clusters and students.
    add: Add,
    /// Changes the settings of a rule.
    rule: RuleChange,
    /// Replaces the goal levels.
    goals: Goals,
    /// Changes prices in euros and the grant.
    finance: FinanceChange,
    /// Changes the path document, in a batch of growth paths.
    path: PathChange,
    /// Any other edit: operations of JSON Patch (RFC 6902) on the instance after the changes so far.
    patch: Patch,
}

#[cfg(test)]
pub(super) mod testing;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::{Value, json};

    use super::testing::{try_changed, village};
    use crate::problem;
    use crate::scenarios::batch_schema;

    /// One of each change, so that the village is sound after every one.
    fn one_of_each() -> Value {
        json!([
            { "extra_clusters": { "each": 1 } },
            { "admit": { "max_clusters": 1 } },
            { "network": { "name": "n", "boards": ["b1", "b2"] } },
            { "merge_boards": { "boards": ["b1", "b2"], "into": "b", "name": "B" } },
            { "meeting_days": { "days": ["tue", "thu"] } },
            { "grow": { "percent": 50 } },
            { "wish_share": { "denomination": "openbaar", "percent": 30 } },
            { "days_share": { "programme": "deeltijd", "day": "fri", "percent": 60 } },
            { "add_places": { "boards": ["b"], "percent": 10 } },
            { "close_schools": { "schools": ["h2"] } },
            { "drop_out": { "percent": 6 } },
            { "add": { "students": [{ "id": "new", "programme": "mbo", "year": 1 }] } },
            { "rule": { "id": "budget", "settings": false } },
            { "goals": ["unplaced"] },
            { "finance": { "cluster_eur": 9000 } },
            { "patch": [{ "op": "copy", "from": "/boards/0/name", "path": "/name" }] },
        ])
    }

    #[test]
    fn every_change_keeps_a_sound_instance_sound() {
        let changes = one_of_each();
        let list = changes.as_array().unwrap();
        let schema = batch_schema();
        let keys = schema["$defs"]["ChangeDocument"]["properties"].as_object().unwrap();
        let given = list.iter().flat_map(|change| change.as_object().unwrap().keys());
        // A path is changed in batches of paths, and no instance is.
        let given: BTreeSet<&str> =
            given.map(String::as_str).chain(std::iter::once("path")).collect();
        assert_eq!(given, keys.keys().map(String::as_str).collect(), "one of each");
        let mut base = village();
        for (number, point) in
            [[53.20, 6.50], [53.21, 6.51], [53.22, 6.52], [53.23, 6.53]].into_iter().enumerate()
        {
            base["schools"][number]["at"] = json!(point);
        }
        for student in base["students"].as_array_mut().unwrap() {
            student["at"] = json!([53.2, 6.5]);
        }
        for number in 0..=list.len() {
            let after = try_changed(&base, &json!(list[..number]), 1);
            let after = after.unwrap_or_else(|errors| panic!("{errors}"));
            let read = problem::read(after.to_string().as_bytes(), &|name| Err(name.to_owned()));
            assert!(read.is_ok(), "{:?}: {}", list[..number].last(), read.unwrap_err());
        }
    }

    #[test]
    fn the_schema_takes_one_of_each() {
        let validator = jsonschema::validator_for(&batch_schema()).unwrap();
        let mut batch = json!({
            "format": "plaatswijzer/batch/1", "base": "village.json",
            "scenarios": [{ "id": "all", "changes": one_of_each() }],
        });
        let errors: Vec<String> =
            validator.iter_errors(&batch).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new());
        batch["scenarios"][0]["changes"] = json!([{}]);
        assert!(!validator.is_valid(&batch));
    }
}
