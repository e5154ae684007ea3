//! The points of postcodes in rows that are edited on the page: they come from the table of postcodes among the
//! spreadsheets of the project, as those of imported rows do.

use super::session::{EditError, Session};
use crate::instance::document::{At, InstanceDocument, Postcode};
use crate::message;
use crate::project::{EditOperation, EditableTable};
use crate::spreadsheets::PostcodePoints;

/// An edit in which a row has the point of its postcode; `points` reads the table of postcodes, if there is one.
///
/// # Errors
/// If the row has another postcode than before, and the table lacks it.
pub fn located(
    session: &Session,
    mut operation: EditOperation,
    points: impl FnOnce() -> Option<PostcodePoints>,
) -> Result<EditOperation, EditError> {
    let (EditOperation::AddRow { table, row } | EditOperation::SetRow { table, row }) =
        &mut operation
    else {
        return Ok(operation);
    };
    let has_place = matches!(table, EditableTable::Students | EditableTable::Schools);
    let Some(postcode) = row["postcode"].as_str().filter(|_| has_place && row["at"].is_null())
    else {
        return Ok(operation);
    };
    // What is no postcode is reported by the reader of instances.
    let is_postcode = Postcode::try_from(postcode.to_owned()).is_ok();
    let Some(points) = is_postcode.then(points).flatten() else { return Ok(operation) };
    if let Some(point) = points.of_postcode(postcode) {
        row["at"] = point;
        return Ok(operation);
    }
    let state = session.view().state;
    let before = state.instance.as_ref().and_then(|all| table.row(all, row["id"].as_str()?));
    if before.is_some_and(|before| before["postcode"] == row["postcode"]) {
        return Ok(operation);
    }
    Err(EditError::Refused(message!("serve-unknown-postcode", postcode = postcode)))
}

/// Gives all students and schools with a postcode and no point that of the postcode, as far as the table has it.
pub fn locate_all(
    document: &mut InstanceDocument,
    points: impl FnOnce() -> Option<PostcodePoints>,
) {
    let students = document.students.iter_mut().map(|one| (&one.postcode, &mut one.at));
    let schools = document.schools.iter_mut().map(|one| (&one.postcode, &mut one.at));
    let all = students.chain(schools);
    let mut lost: Vec<(&Postcode, &mut Option<At>)> = all
        .filter_map(|(postcode, at)| Some((postcode.as_ref()?, at)))
        .filter(|(_, at)| at.is_none())
        .collect();
    if lost.is_empty() {
        return;
    }
    let Some(points) = points() else { return };
    for (postcode, at) in &mut lost {
        let point = points.of_postcode(&String::from((*postcode).clone()));
        **at = point.and_then(|point| serde_json::from_value(point).ok());
    }
}
