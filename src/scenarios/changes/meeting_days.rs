//! `meeting_days`: sets the days on which clusters may meet.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::ScenarioChange;
use crate::input::errors::Code;
use crate::instance::Day;
use crate::message;
use crate::rules::forming;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::draft::ScenarioDraft;
use crate::scenarios::naming::{EntityKind, named};
use crate::scenarios::non_empty::NonEmpty;
use crate::scenarios::rule_settings;

/// Sets the days on which clusters may meet. An existing cluster is selected if both the cluster and its
/// board are.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeetingDays {
    /// The existing clusters; `[]` selects none. Default: all.
    pub clusters: Option<Vec<String>>,
    /// The boards of these clusters. Default: all.
    pub boards: Option<Vec<String>>,
    /// Whether new clusters of all boards get these days too. Default: `true` if neither `clusters` nor
    /// `boards` is given.
    pub new: Option<bool>,
    /// The days.
    pub days: NonEmpty<Day>,
}

impl ScenarioChange for MeetingDays {
    fn apply(&self, draft: &mut ScenarioDraft, complaints: &mut Complaints) {
        let selected = named(self.clusters.as_deref(), EntityKind::Cluster, draft, complaints);
        let boards = named(self.boards.as_deref(), EntityKind::Board, draft, complaints);
        let document = &mut draft.document;
        let boards: Vec<&str> = boards.iter().map(|&at| document.boards[at].id.as_str()).collect();
        let clusters = document.clusters.iter_mut().flatten().enumerate();
        for (position, cluster) in clusters {
            if selected.contains(&position) && boards.contains(&cluster.board.as_str()) {
                cluster.meeting_days = Some(self.days.to_vec());
            }
        }
        if self.new.unwrap_or(self.clusters.is_none() && self.boards.is_none()) {
            self.set_for_new(draft, complaints);
        }
    }
}

impl MeetingDays {
    /// Sets the days of new clusters. If no new clusters can be formed, that is an error only if `new` was
    /// given explicitly.
    fn set_for_new(&self, draft: &mut ScenarioDraft, complaints: &mut Complaints) {
        let forming = forming::CARD.id;
        if rule_settings::written(&draft.document, forming) != Value::Bool(false) {
            let settings = json!({ "meeting_days": *self.days });
            rule_settings::change(&mut draft.document, forming, &settings);
        } else if self.new.is_some() {
            complaints.add(
                Code::Contradiction,
                &complaints.key("new"),
                message!("scenarios-new-days-found", rule = forming),
                message!("scenarios-new-days-allowed", rule = forming),
                message!("scenarios-new-days-help"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::scenarios::changes::testing::{changed, refused, try_changed, village};

    /// The days of existing cluster `c1` and those of new clusters.
    fn days(changes: &Value) -> [Value; 2] {
        let after = changed(changes);
        let of = |value: &Value| value["meeting_days"].clone();
        [of(&after["clusters"][0]), of(&after["rules"]["forming"])]
    }

    #[test]
    fn all_clusters_get_the_days_unless_some_are_named() {
        let [tuesday, none] = [json!(["tue"]), Value::Null];
        let both = [tuesday.clone(), tuesday.clone()];
        let existing = [tuesday.clone(), none.clone()];
        let new = [none.clone(), tuesday.clone()];
        for (settings, expected) in [
            (json!({ "days": ["tue"] }), both.clone()),
            (json!({ "days": ["tue"], "new": false }), existing.clone()),
            (json!({ "days": ["tue"], "clusters": ["c1"] }), existing.clone()),
            (json!({ "days": ["tue"], "boards": ["b1"] }), existing),
            (json!({ "days": ["tue"], "boards": ["b1"], "new": true }), both),
            (
                json!({ "days": ["tue"], "clusters": ["c1"], "boards": ["b2"] }),
                [none.clone(), none],
            ),
            (json!({ "days": ["tue"], "clusters": [], "new": true }), new),
        ] {
            assert_eq!(days(&json!([{ "meeting_days": settings }])), expected, "{settings}");
        }
    }

    #[test]
    fn other_settings_of_new_clusters_stay() {
        let mut base = village();
        base["rules"] = json!({ "forming": { "max_schools": 3, "meeting_days": ["mon"] } });
        let changes = json!([{ "meeting_days": { "days": ["tue", "thu"] } }]);
        let after = try_changed(&base, &changes, 1).unwrap();
        let forming = json!({ "max_schools": 3, "meeting_days": ["tue", "thu"] });
        assert_eq!(after["rules"]["forming"], forming);
    }

    #[test]
    fn where_no_clusters_are_formed_there_are_none_to_set() {
        let mut base = village();
        base["rules"] = json!({ "forming": false });
        let set = |settings: Value| try_changed(&base, &json!([{ "meeting_days": settings }]), 1);
        let after = set(json!({ "days": ["tue"] })).unwrap();
        assert_eq!(after["rules"]["forming"], false);
        assert_eq!(after["clusters"][0]["meeting_days"], json!(["tue"]));
        let refused = set(json!({ "days": ["tue"], "new": true })).unwrap_err();
        assert!(refused.contains("contradiction] at meeting_days.new"), "{refused}");
    }

    #[test]
    fn unknown_clusters_are_refused() {
        let settings = json!({ "days": ["tue"], "clusters": ["c2"] });
        let refused = refused(&json!([{ "meeting_days": settings }]));
        assert!(refused.contains("meeting_days.clusters[0]"), "{refused}");
    }
}
