//! `drop_out`: removes students at random, also individual members of cohorts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ScenarioChange;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::document::Filter;
use crate::scenarios::draft::ScenarioDraft;
use crate::scenarios::numbers::{SharePercent, percent_of};
use crate::scenarios::people;

/// Removes students at random.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DropOut {
    /// The students to choose from. Default: all students.
    pub filter: Option<Filter>,
    /// The percentage of them who leave, rounded half up to whole students.
    pub percent: SharePercent,
}

impl ScenarioChange for DropOut {
    fn apply(&self, draft: &mut ScenarioDraft, _: &mut Complaints) {
        let entries = people::entries(draft, self.filter.as_ref());
        let number = percent_of(self.percent.get(), people::number(draft, &entries));
        let leaving = people::drawn(draft, "drop_out", &entries, number);
        people::remove(draft, &leaving);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::scenarios::changes::testing::{changed, try_changed, village};

    fn total(instance: &Value) -> i64 {
        let students = instance["students"].as_array().unwrap();
        students.iter().map(|student| student["count"].as_i64().unwrap_or(1)).sum()
    }

    #[test]
    fn the_percentage_leaves_one_by_one() {
        // Of the twelve students a quarter leaves: three.
        assert_eq!(total(&changed(&json!([{ "drop_out": { "percent": 25 } }]))), 9);
        // Of the ten in the cohort, 5% is half a student: one leaves.
        let filter = json!({ "programmes": ["voltijd"], "years": [1] });
        let one = changed(&json!([{ "drop_out": { "filter": filter, "percent": 4 } }]));
        assert_eq!(total(&one), 12);
        let one = changed(&json!([{ "drop_out": { "filter": filter, "percent": 5 } }]));
        assert_eq!(total(&one), 11);
    }

    #[test]
    fn who_has_left_leaves_nothing_behind() {
        let empty = changed(&json!([{ "drop_out": { "percent": 100 } }]));
        assert_eq!(total(&empty), 0);
        assert_eq!(empty["travel"]["table"], json!([{ "from": "h1", "to": "h3", "m": 500 }]));
    }

    #[test]
    fn nobody_is_paired_with_who_has_left() {
        let mut base = village();
        base["students"][1]["with"] = json!([{ "students": ["s1"] }]);
        base["students"][0]["apart"] = json!([{ "students": ["s2"] }]);
        let filter = json!({ "filter": { "denomination": "openbaar" }, "percent": 100 });
        let after = try_changed(&base, &json!([{ "drop_out": filter }]), 1).unwrap();
        let students = after["students"].as_array().unwrap();
        assert!(students.iter().all(|student| student["id"] != "s1"), "{after}");
        assert!(students.iter().all(|student| student["with"].is_null()), "{after}");
    }

    #[test]
    fn a_further_student_does_not_shift_the_lots_of_others() {
        let leavers = |base: &Value, draw| {
            let after = try_changed(base, &json!([{ "drop_out": { "percent": 50 } }]), draw);
            let after = after.unwrap();
            let ids = after["students"].as_array().unwrap().iter();
            ids.map(|student| student["id"].as_str().unwrap().to_owned())
                .filter(|id| id.starts_with('x'))
                .collect::<Vec<_>>()
        };
        let mut base = village();
        let some: Vec<Value> = (0..20)
            .map(|n| json!({ "id": format!("x{n}"), "programme": "voltijd", "year": 2 }))
            .collect();
        base["students"] = json!(some);
        let before = leavers(&base, 1);
        assert_eq!(before.len(), 10);
        assert_ne!(before, leavers(&base, 2));
        base["students"].as_array_mut().unwrap().reverse();
        let list = base["students"].as_array_mut().unwrap();
        list.push(json!({ "id": "y", "programme": "voltijd", "year": 2 }));
        list.push(json!({ "id": "z", "programme": "voltijd", "year": 2 }));
        let after = leavers(&base, 1);
        // Eleven of 22 leave; of the twenty at most two are others than before.
        let same = before.iter().filter(|id| after.contains(id)).count();
        assert!(same >= 8, "{before:?} {after:?}");
    }
}
