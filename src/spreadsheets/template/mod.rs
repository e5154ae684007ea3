//! A workbook to fill in: the sheets of an instance, with their headers, drop-down lists and an explanation.
//! With an instance in it, the workbook says all that the instance says, and is read as the same instance.

mod cells;
mod explanation;
mod sheets;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use serde_json::json;

use super::vocabulary::Kind;
use super::{Request, import};
use crate::generate::to_json;
use crate::input::errors::{Code, InputErrors, InputWarning};
use crate::instance::document::{
    At, InstanceDocument, JourneyDocument, Latitude, Longitude, TableMetres,
};
use crate::instance::{Instance, Start};
use crate::problem::{self, Problem};
use crate::texts::Language;

/// The instance of which a blank template has the rows, one of each kind.
const EXAMPLE: &str = include_str!("example.json");
/// What is said of an example row among others.
const LEFT_OVER: &str =
    "this is still the example row of the template; it counts, so remove it if it is not meant";

/// A template with one example row on each sheet.
///
/// # Errors
/// None that depends on input.
///
/// # Panics
/// Never: a test reads the example.
pub fn blank_template(language: Language) -> Result<Vec<u8>, InputErrors> {
    let document = serde_json::from_str(EXAMPLE).expect("the example is an instance");
    written(&document, language).map_err(|error| refused(&error.to_string()))
}

/// A template that says all that an instance says. What the instance has in files beside it is written into
/// the sheets.
///
/// # Errors
/// Where the instance is too large for a workbook, or has texts that no spreadsheet keeps.
pub fn template_of(
    document: &InstanceDocument,
    problem: &Problem,
    language: Language,
) -> Result<Vec<u8>, InputErrors> {
    let document = with_files(document.clone(), &problem.instance);
    let bytes = written(&document, language).map_err(|error| refused(&error.to_string()))?;
    // That nothing is lost is not hoped but tried.
    let request =
        Request { workbook: Some(("template".to_owned(), bytes.clone())), ..Request::default() };
    let again = import(&request).map_err(|refused| refused.errors)?.document;
    let again = problem::read(to_json(&again).as_bytes(), &|_: &str| Err("no files".to_owned()))?;
    if again.problem.sha256() != problem.sha256() {
        return Err(refused(
            "a text in it is not read back as it was, such as one with control characters",
        ));
    }
    Ok(bytes)
}

/// Warnings of example rows of a blank template that were left among one's own. Places are those of the
/// document.
///
/// # Panics
/// Never: a test reads the example.
pub fn left_over(document: &InstanceDocument) -> Vec<InputWarning> {
    let example: InstanceDocument =
        serde_json::from_str(EXAMPLE).expect("the example is an instance");
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
        message: LEFT_OVER.into(),
    };
    found.into_iter().flatten().map(warning).collect()
}

fn refused(why: &str) -> InputErrors {
    let mut errors = InputErrors::default();
    errors.add(
        Code::TooLarge,
        "(document)",
        why,
        "an instance that fits into a workbook: 1 048 575 rows a sheet, 32 767 letters a cell",
        "keep this instance as JSON, or shorten what is named",
    );
    errors
}

/// The document with what stands in the files that it names.
fn with_files(mut document: InstanceDocument, instance: &Instance) -> InstanceDocument {
    let Some(travel) = &mut document.travel else { return document };
    if travel.table_file.take().is_some() {
        let rows =
            instance.journeys.table().into_iter().map(|(from, to, metres)| JourneyDocument {
                from: match from {
                    Start::Student(student) => instance.students[student].id.clone(),
                    Start::School(school) => instance.schools[school].id.clone(),
                },
                to: instance.schools[to].id.clone(),
                m: TableMetres::try_from(metres.0).ok(),
                min: None,
            });
        travel.table = Some(rows.collect());
    }
    if travel.postcode_file.take().is_some() {
        let point = |at: Option<crate::base::Coordinates>| {
            let at = at?;
            Some(At(Latitude::try_from(at.latitude).ok()?, Longitude::try_from(at.longitude).ok()?))
        };
        let schools =
            instance.schools.values().map(|school| (school.id.as_str(), point(school.at)));
        let schools: std::collections::BTreeMap<&str, Option<At>> = schools.collect();
        for school in &mut document.schools {
            school.at = schools.get(school.id.as_str()).copied().flatten();
        }
        let students =
            instance.students.values().map(|student| (student.id.as_str(), point(student.at)));
        let students: std::collections::BTreeMap<&str, Option<At>> = students.collect();
        for student in &mut document.students {
            student.at = students.get(student.id.as_str()).copied().flatten();
        }
    }
    document
}

fn written(document: &InstanceDocument, language: Language) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same instance gives the same bytes, so no clock is asked.
    let made = ExcelDateTime::from_ymd(2027, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let example: InstanceDocument =
        serde_json::from_str(EXAMPLE).expect("the example is an instance");
    explanation::write(&mut workbook, &example, language)?;
    let kinds = [
        Kind::Settings,
        Kind::Boards,
        Kind::Schools,
        Kind::Clusters,
        Kind::Students,
        Kind::Journeys,
    ];
    for kind in kinds {
        sheets::write(&mut workbook, kind, &cells::rows(document, kind, language), language)?;
    }
    workbook.save_to_buffer()
}
