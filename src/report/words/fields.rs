//! Titles of columns.

use crate::disclosure::Field;
use crate::message;
use crate::texts::{Language, Message};

impl Language {
    /// The title of a column, with its unit.
    pub fn field(self, field: Field) -> String {
        let title = match field {
            Field::RulePoints(rule) => {
                message!("column-points-of-rule", rule = self.rule_title(rule))
            }
            Field::RefusedBy(rule) => message!("column-refused-by", rule = self.rule_title(rule)),
            field => of_students(field)
                .or_else(|| of_places(field))
                .or_else(|| of_rules(field))
                .or_else(|| of_lists(field))
                .expect("every other column is in one of the four groups"),
        };
        title.in_language(self)
    }
}

/// Columns about students.
const fn of_students(field: Field) -> Option<Message> {
    Some(match field {
        Field::Student => message!("column-student"),
        Field::Students => message!("column-students"),
        Field::Programme => message!("column-programme"),
        Field::Year => message!("column-year"),
        Field::Home => message!("column-home"),
        Field::FreeDays => message!("column-free-days"),
        Field::ClassDays => message!("column-class-days"),
        Field::Member => message!("column-member"),
        Field::FreeOnMeetingDay => message!("column-free-on-meeting-day"),
        Field::Journey => message!("column-journey"),
        Field::DenominationWish => message!("column-denomination-wish"),
        Field::WishStrength => message!("column-wish-strength"),
        Field::DenominationMet => message!("column-denomination-met"),
        Field::ConceptWish => message!("column-concept-wish"),
        Field::ConceptMet => message!("column-concept-met"),
        Field::WishRank => message!("column-wish-rank"),
        Field::Because => message!("column-because"),
        Field::OtherStudent => message!("column-other-student"),
        Field::MeetingPlace => message!("column-meeting-place"),
        Field::PairMet => message!("column-pair-met"),
        Field::Fixed => message!("column-fixed"),
        Field::Overridden => message!("column-overridden"),
        Field::Points => message!("column-points"),
        Field::Reason => message!("column-reason"),
        Field::SchoolCount => message!("column-school-count"),
        Field::Full => message!("column-full"),
        Field::ClusterFull => message!("column-cluster-full"),
        Field::NotUsed => message!("column-not-used"),
        Field::Room => message!("column-room"),
        _ => return None,
    })
}

/// Columns about schools, clusters and boards.
const fn of_places(field: Field) -> Option<Message> {
    Some(match field {
        Field::School => message!("column-school"),
        Field::SchoolId => message!("column-school-id"),
        Field::Town => message!("column-town"),
        Field::Board => message!("column-board"),
        Field::BoardId => message!("column-board-id"),
        Field::Cluster => message!("column-cluster"),
        Field::ClusterId => message!("column-cluster-id"),
        Field::MeetingDay => message!("column-meeting-day"),
        Field::Kind => message!("column-kind"),
        Field::Schools => message!("column-schools"),
        Field::Members => message!("column-members"),
        Field::Least => message!("column-least"),
        Field::Target => message!("column-target"),
        Field::Most => message!("column-most"),
        Field::OffTarget => message!("column-off-target"),
        Field::ToKeep => message!("column-to-keep"),
        Field::Others => message!("column-others"),
        Field::Places => message!("column-places"),
        Field::Fill => message!("column-fill"),
        Field::Standing => message!("column-standing"),
        Field::ClustersUsed => message!("column-clusters-used"),
        Field::ClustersMost => message!("column-clusters-most"),
        Field::Cost => message!("column-cost"),
        Field::Grant => message!("column-grant"),
        Field::Net => message!("column-net"),
        Field::Denomination => message!("column-denomination"),
        Field::Concepts => message!("column-concepts"),
        _ => return None,
    })
}

/// Columns about goals, figures and rules.
const fn of_rules(field: Field) -> Option<Message> {
    Some(match field {
        Field::Goal => message!("column-goal"),
        Field::Value => message!("column-value"),
        Field::Bound => message!("column-bound"),
        Field::Gap => message!("column-gap"),
        Field::Figure => message!("column-figure"),
        Field::About => message!("column-about"),
        Field::Number => message!("column-number"),
        Field::Of => message!("column-of"),
        Field::Share => message!("column-share"),
        Field::Rule => message!("column-rule"),
        Field::Title => message!("column-title"),
        Field::InForce => message!("column-in-force"),
        Field::Settings => message!("column-settings"),
        Field::Statement => message!("column-statement"),
        _ => return None,
    })
}

/// Columns of lists, letters and changes.
const fn of_lists(field: Field) -> Option<Message> {
    Some(match field {
        Field::From => message!("column-from"),
        Field::To => message!("column-to"),
        Field::Change => message!("column-change"),
        Field::PlaceLeft => message!("column-place-left"),
        Field::New => message!("column-new"),
        Field::Name => message!("column-name"),
        Field::FirstName => message!("column-first-name"),
        Field::NamePrefix => message!("column-name-prefix"),
        Field::LastName => message!("column-last-name"),
        Field::Email => message!("column-email"),
        Field::Telephone => message!("column-telephone"),
        Field::Transport => message!("column-transport"),
        Field::Remarks => message!("column-remarks"),
        Field::ContactPerson => message!("column-contact-person"),
        Field::ContactEmail => message!("column-contact-email"),
        Field::ContactTelephone => message!("column-contact-telephone"),
        Field::Address => message!("column-address"),
        Field::Trainer => message!("column-trainer"),
        Field::TrainerEmail => message!("column-trainer-email"),
        Field::TrainerTelephone => message!("column-trainer-telephone"),
        Field::InstituteTrainer => message!("column-institute-trainer"),
        Field::InstituteTrainerEmail => message!("column-institute-trainer-email"),
        Field::PlacesTaken => message!("column-places-taken"),
        Field::PlacesFree => message!("column-places-free"),
        Field::Letter => message!("column-letter"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::disclosure::{Audience, disclose};
    use crate::plan::Plan;
    use crate::testing::{assignment, tiny};
    use crate::verify::verify_assignment;

    #[test]
    fn every_table_has_distinct_column_titles() {
        let problem = tiny(json!({
            "boards": [{ "id": "b", "standing": "partner" }],
            "schools": [{ "id": "h", "places": 3, "town": "Dorp", "denomination": ["pc"], "concepts": ["dalton"] }],
            "clusters": [{ "id": "c", "schools": ["h"] }],
            "students": [
                { "id": "s", "postcode": "9712", "denomination": { "wish": ["rk"] }, "concepts": ["dalton"],
                  "wishes": ["h"], "previous": ["h"], "fixed": "h" },
                { "id": "t", "not": ["h"] }, { "id": "u", "denomination": { "wish": ["rk"], "strength": "must" } },
            ],
            "finance": { "cluster_eur": 100 },
            "rules": { "cluster_size": { "min": 0 }, "denomination": {}, "exclusion": {}, "fixed": {}, "variety": {},
                       "travel": {}, "meeting_day": {} },
        }));
        let verdict = verify_assignment(&problem, assignment(&problem.instance, "c", "s>h"));
        let mut seen = 0;
        for audience in [Audience::Planner, Audience::Public] {
            for table in disclose(&problem, &Plan::default(), &verdict, audience).tables {
                for language in [Language::Dutch, Language::English] {
                    let titles: std::collections::BTreeSet<String> =
                        table.columns.iter().map(|&field| language.field(field)).collect();
                    assert_eq!(titles.len(), table.columns.len(), "{:?}: {titles:?}", table.topic);
                    assert!(titles.iter().all(|title| !title.is_empty()), "{:?}", table.topic);
                    seen += titles.len();
                }
            }
        }
        assert!(seen > 150, "{seen}");
    }
}
