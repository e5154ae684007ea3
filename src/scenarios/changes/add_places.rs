//! `add_places`: adds places at schools.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ScenarioChange;
use crate::instance::document::Places;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::draft::ScenarioDraft;
use crate::scenarios::naming::{EntityKind, named};
use crate::scenarios::numbers::{Increase, IncreaseNumber, IncreasePercent};

/// Adds places at schools. A school is selected if both the school and its board are. The tighter limits
/// of `places_for` stay. Exactly one of `percent` and `number` must be given.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddPlaces {
    /// The schools. Default: all.
    pub schools: Option<Vec<String>>,
    /// The boards of these schools. Default: all.
    pub boards: Option<Vec<String>>,
    /// The increase per school, as a percentage of its places, rounded half up.
    pub percent: Option<IncreasePercent>,
    /// The number of additional places per school.
    pub number: Option<IncreaseNumber>,
}

impl ScenarioChange for AddPlaces {
    fn apply(&self, draft: &mut ScenarioDraft, complaints: &mut Complaints) {
        let increase = Increase::given(self.percent, self.number, complaints);
        let selected = named(self.schools.as_deref(), EntityKind::School, draft, complaints);
        let boards = named(self.boards.as_deref(), EntityKind::Board, draft, complaints);
        let Some(increase) = increase else { return };
        let document = &mut draft.document;
        let boards: Vec<&str> = boards.iter().map(|&at| document.boards[at].id.as_str()).collect();
        for position in selected {
            let school = &mut document.schools[position];
            if boards.contains(&school.board.as_str()) {
                let places = school.places.get() + increase.of(school.places.get());
                school.places = Places::constant(places.min(Places::GREATEST));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::scenarios::changes::testing::{changed, refused};

    fn places(settings: &Value) -> Vec<i64> {
        let after = changed(&json!([{ "add_places": settings }]));
        let schools = after["schools"].as_array().unwrap();
        schools.iter().map(|school| school["places"].as_i64().unwrap()).collect()
    }

    #[test]
    fn places_are_added_in_number_or_in_percents() {
        // 5, 4, 10 and 12 places; 30% of them are 1.5, 1.2, 3 and 3.6.
        assert_eq!(places(&json!({ "percent": 30 })), [7, 5, 13, 16]);
        assert_eq!(places(&json!({ "number": 2 })), [7, 6, 12, 14]);
        assert_eq!(places(&json!({ "number": 2, "boards": ["b1"] })), [7, 6, 12, 12]);
        let both = json!({ "number": 2, "boards": ["b1"], "schools": ["h4", "h2"] });
        assert_eq!(places(&both), [5, 6, 10, 12]);
        assert_eq!(places(&json!({ "number": 1_000_000, "schools": ["h1"] }))[0], 100_000);
    }

    #[test]
    fn either_a_percentage_or_a_number_is_given() {
        let both = refused(&json!([{ "add_places": { "number": 1, "percent": 1 } }]));
        assert!(both.contains("contradiction] at add_places "), "{both}");
        assert!(both.contains("both `percent` and `number`"), "{both}");
        let none = refused(&json!([{ "add_places": { "schools": ["h5"] } }]));
        assert!(none.contains("neither `percent` nor `number`"), "{none}");
        assert!(none.contains("add_places.schools[0]"), "{none}");
    }
}
