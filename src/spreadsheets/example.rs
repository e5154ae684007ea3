//! The example rows of a blank template.

use serde_json::json;

use crate::input::errors::InputWarning;
use crate::instance::document::InstanceDocument;
use crate::message;

/// The instance whose rows a blank template has, one of each kind.
///
/// # Panics
/// Never: a test reads the example.
pub fn example() -> InstanceDocument {
    serde_json::from_str(include_str!("example.json")).expect("the example is an instance")
}

/// Warnings about example rows of a blank template among the user's own rows, located in the document.
pub fn left_over(document: &InstanceDocument) -> Vec<InputWarning> {
    let example = example();
    let (student, school) = (&example.students[0], &example.schools[0]);
    let is_student = |row: usize| {
        let one = &document.students[row];
        one.id == student.id && json!(one.at) == json!(student.at)
    };
    let is_school = |row: usize| {
        let one = &document.schools[row];
        one.id == school.id && json!(one.at) == json!(school.at)
    };
    let (students, schools) = (document.students.len(), document.schools.len());
    let students = (0..students).find(|&row| students > 1 && is_student(row));
    let schools = (0..schools).find(|&row| schools > 1 && is_school(row));
    let found = [schools.map(|row| ("schools", row)), students.map(|row| ("students", row))];
    let warning = |(list, row): (&str, usize)| InputWarning {
        location: format!("{list}[{row}]"),
        message: message!("spreadsheets-example-left").into(),
    };
    found.into_iter().flatten().map(warning).collect()
}
