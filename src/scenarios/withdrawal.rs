//! The withdrawal of schools and students, outside of a batch.

use std::collections::BTreeSet;

use super::changes::{CloseSchools, ScenarioChange};
use super::complaints::Complaints;
use super::draft::ScenarioDraft;
use super::lots::Lots;
use super::read_again;
use crate::input::JsonPath;
use crate::input::errors::{Code, InputErrors};
use crate::instance::Files;
use crate::instance::document::InstanceDocument;
use crate::problem::Problem;

/// The problem after some schools have withdrawn; see [`without_schools`]. `files` reads the files beside the
/// instance.
///
/// # Errors
/// If there is no such school, or the instance is invalid without these schools.
pub fn withdrawn(
    base: &InstanceDocument,
    schools: Vec<String>,
    files: &Files,
) -> Result<Problem, InputErrors> {
    read_again(&without_schools(base, schools, files)?, files)
}

/// An instance after some schools have withdrawn, as by the change `close_schools`. One difference: if only these
/// schools were in the `only` of a student, the change is an error, while here the student can be placed nowhere.
/// `files` reads the files beside the instance.
///
/// # Errors
/// If there is no such school.
pub fn without_schools(
    base: &InstanceDocument,
    schools: Vec<String>,
    files: &Files,
) -> Result<InstanceDocument, InputErrors> {
    let mut draft = ScenarioDraft::new(base, Lots { seed: 0, draw: 0 }, files);
    let mut complaints = Complaints::new(JsonPath::default(), "a withdrawal");
    if let Ok(schools) = schools.try_into() {
        CloseSchools { schools }.apply(&mut draft, &mut complaints);
    }
    let mut errors = complaints.errors;
    // `close_schools` reports contradictions only for emptied `only` lists, which are handled below.
    errors.0.retain(|error| error.code != Code::Contradiction);
    let mut document = errors.into_result(draft.document)?;
    let boards: Vec<String> = document.boards.iter().map(|board| board.id.clone()).collect();
    for student in &mut document.students {
        if student.only.take_if(|only| only.is_empty()).is_some() {
            student.not = Some(boards.clone());
        }
    }
    Ok(document)
}

/// An instance after student entries have left, with everything that named them. `files` reads the files beside the
/// instance.
pub fn without_students(
    base: &InstanceDocument,
    gone: &BTreeSet<String>,
    files: &Files,
) -> InstanceDocument {
    let mut draft = ScenarioDraft::new(base, Lots { seed: 0, draw: 0 }, files);
    draft.document.students.retain(|student| !gone.contains(&student.id));
    draft.forget_journeys(gone);
    draft.forget_pairs(gone);
    draft.document
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::withdrawn;
    use crate::instance::document::InstanceDocument;
    use crate::problem::Problem;
    use crate::scenarios::changes::testing::village;

    fn after(schools: &[&str]) -> Result<Problem, String> {
        let mut base = village();
        for list in ["schools", "students"] {
            for one in base[list].as_array_mut().unwrap() {
                one["at"] = json!([53.2, 6.5]);
            }
        }
        base["students"][1]["only"] = json!(["c1"]);
        base["students"][1]["fixed"] = json!(null);
        base["students"][1]["not"] = json!(["h4"]);
        let base: InstanceDocument = serde_json::from_value(base).unwrap();
        let schools = schools.iter().map(|&id| id.to_owned()).collect();
        let files = |_: &str| Err("absent".to_owned());
        withdrawn(&base, schools, &files).map_err(|errors| errors.to_string())
    }

    #[test]
    fn who_could_only_be_there_can_be_nowhere() {
        let nowhere = |problem: &Problem| {
            let student = problem.instance.students.ids().nth(1).unwrap();
            problem.sieve().unwrap().of_student(student).next().is_none()
        };
        let all = after(&[]).unwrap();
        assert!(!nowhere(&all) && all.instance.schools.len() == 4);
        let one = after(&["h1"]).unwrap();
        assert!(!nowhere(&one) && one.instance.clusters.len() == 1);
        let both = after(&["h1", "h2"]).unwrap();
        assert!(nowhere(&both) && both.instance.clusters.is_empty());
        assert_eq!(both.instance.students.len(), all.instance.students.len());
    }

    #[test]
    fn a_school_that_is_not_there_cannot_withdraw() {
        assert!(after(&["h9"]).unwrap_err().contains("unknown-reference"));
    }
}
