//! `close_schools`: removes schools.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ScenarioChange;
use crate::input::errors::Code;
use crate::instance::document::StudentDocument;
use crate::message;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::draft::ScenarioDraft;
use crate::scenarios::naming::{EntityKind, named};
use crate::scenarios::non_empty::NonEmpty;

/// Removes schools. Clusters lose these schools, and a cluster without schools is removed: a board without
/// `max_clusters` may then have one cluster less. The schools also disappear from `wishes`, `not` and `only` of
/// students, and students fixed at them are no longer fixed. Under `previous` they stay, as names.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseSchools {
    /// The schools.
    pub schools: NonEmpty<String>,
}

impl ScenarioChange for CloseSchools {
    fn apply(&self, draft: &mut ScenarioDraft, complaints: &mut Complaints) {
        let closing = named(Some(&self.schools), EntityKind::School, draft, complaints);
        let document = &mut draft.document;
        let mut gone: BTreeSet<String> =
            closing.iter().map(|&position| document.schools[position].id.clone()).collect();
        document.schools.retain(|school| !gone.contains(&school.id));
        let clusters = document.clusters.iter_mut().flatten();
        let mut vanished = BTreeSet::new();
        for cluster in clusters {
            cluster.schools.retain(|school| !gone.contains(school));
            if cluster.schools.is_empty() {
                vanished.insert(cluster.id.clone());
            }
        }
        if let Some(clusters) = &mut document.clusters {
            clusters.retain(|cluster| !vanished.contains(&cluster.id));
        }
        gone.extend(vanished);
        for student in &mut document.students {
            forget(student, &gone);
            if student.only.as_ref().is_some_and(Vec::is_empty) {
                complaints.add(
                    Code::Contradiction,
                    &complaints.key("schools"),
                    message!("scenarios-close-found", student = &student.id),
                    message!("scenarios-close-allowed"),
                    message!("scenarios-close-help"),
                );
            }
        }
        draft.forget_journeys(&gone);
    }
}

/// Removes ids from the lists of a student, and from `fixed`. Where a student has been stays known: a school that is gone
/// may be back in a later year.
pub fn forget(student: &mut StudentDocument, gone: &BTreeSet<String>) {
    let lists = [&mut student.wishes, &mut student.not, &mut student.only];
    for list in lists.into_iter().flatten() {
        list.retain(|id| !gone.contains(id));
    }
    student.fixed.take_if(|school| gone.contains(school));
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::scenarios::changes::testing::{changed, refused, try_changed, village};

    #[test]
    fn clusters_shrink_and_empty_ones_vanish() {
        let one = changed(&json!([{ "close_schools": { "schools": ["h1"] } }]));
        let schools: Vec<&Value> =
            one["schools"].as_array().unwrap().iter().map(|school| &school["id"]).collect();
        assert_eq!(schools, ["h2", "h3", "h4"]);
        assert_eq!(one["clusters"][0]["schools"], json!(["h2"]));
        assert_eq!(one["students"][0]["wishes"], json!(["b1"]));
        assert_eq!(one["travel"]["table"], json!([{ "from": "s3", "to": "h4", "m": 2000 }]));
        let both = changed(&json!([{ "close_schools": { "schools": ["h1", "h2"] } }]));
        assert_eq!(both["clusters"], json!([]));
    }

    fn after(student: &Value, schools: &Value) -> Result<Value, String> {
        let mut base = village();
        base["students"] = json!([student]);
        let changes = json!([{ "close_schools": { "schools": schools } }]);
        try_changed(&base, &changes, 1).map(|after| after["students"][0].clone())
    }

    #[test]
    fn students_forget_what_is_gone() {
        let student = json!({
            "id": "x", "programme": "voltijd", "year": 2, "fixed": "h1", "previous": ["h1", "h3"],
            "not": ["h2", "h4", "c1"], "wishes": ["c1", "h3"], "only": ["c1", "h1", "b1"],
        });
        // With `h1` and `h2` cluster `c1` vanishes.
        assert_eq!(
            after(&student, &json!(["h1", "h2"])).unwrap(),
            json!({
                "id": "x", "programme": "voltijd", "year": 2, "previous": ["h1", "h3"],
                "not": ["h4"], "wishes": ["h3"], "only": ["b1"],
            })
        );
    }

    #[test]
    fn nobody_is_freed_silently() {
        let student = json!({ "id": "x", "programme": "voltijd", "year": 2, "only": ["c1"] });
        assert!(after(&student, &json!(["h1"])).is_ok());
        let refused = after(&student, &json!(["h1", "h2"])).unwrap_err();
        assert!(refused.contains("contradiction] at close_schools.schools"), "{refused}");
        assert!(refused.contains("student `x`"), "{refused}");
    }

    #[test]
    fn a_school_that_does_not_exist_is_refused() {
        let refused = refused(&json!([{ "close_schools": { "schools": ["h5"] } }]));
        assert!(refused.contains("unknown-reference] at close_schools.schools[0]"), "{refused}");
    }
}
