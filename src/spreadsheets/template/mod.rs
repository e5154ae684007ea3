//! Workbooks to fill in: the sheets of an instance with headers, drop-down lists and an explanation. A workbook
//! that is filled with an instance is read as the same instance.

mod cells;
mod explanation;
mod sheets;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::example::example;
use super::importing::import;
use super::minimum_price;
use super::request::Request;
use super::student_pairs;
use super::vocabulary::TableKind;
use crate::input::errors::{Code, InputErrors};
use crate::instance::document::{
    At, InstanceDocument, JourneyDocument, Latitude, Longitude, TableMetres, to_json,
};
use crate::instance::{Instance, Start};
use crate::message;
use crate::problem::{self, Problem};
use crate::texts::{Argument, Language};

/// A template with one example row on each sheet.
///
/// # Errors
/// None that depends on input.
pub fn blank_template(language: Language) -> Result<Vec<u8>, InputErrors> {
    written(&example(), language).map_err(|error| refused(error.to_string()))
}

/// A template filled with an instance, including the content of the files that the instance names.
///
/// # Errors
/// If the instance is too large for a workbook, or has texts that no spreadsheet keeps, or pairs of students with
/// a price or reason of their own.
pub fn template_of(
    document: &InstanceDocument,
    problem: &Problem,
    language: Language,
) -> Result<Vec<u8>, InputErrors> {
    if let Some(student) = student_pairs::beyond_cells(document) {
        return Err(refused(message!("spreadsheets-pair-not-kept", student = student)));
    }
    let mut document = with_files(document.clone(), &problem.instance);
    minimum_price::state(&mut document);
    let bytes = written(&document, language).map_err(|error| refused(error.to_string()))?;
    // Nothing may be lost, so the workbook is read back and compared.
    let files = vec![("template".to_owned(), bytes.clone())];
    let request = Request { files, keep_spelling: true, ..Request::default() };
    let again = import(&request).map_err(|refused| refused.errors)?.document;
    let again = problem::read(to_json(&again).as_bytes(), &|_: &str| Err("no files".to_owned()))?;
    if again.problem.sha256() != problem.sha256() {
        return Err(refused(message!("spreadsheets-text-not-kept")));
    }
    Ok(bytes)
}

fn refused(why: impl Into<Argument>) -> InputErrors {
    let mut errors = InputErrors::default();
    errors.add(
        Code::TooLarge,
        "(document)",
        why,
        message!("spreadsheets-fits-a-workbook"),
        message!("spreadsheets-keep-as-json"),
    );
    errors
}

/// The document with the content of the files that it names.
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
    // The same instance gives the same bytes, so the date is fixed.
    let made = ExcelDateTime::from_ymd(2027, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    explanation::write(&mut workbook, &example(), language)?;
    let kinds = [
        TableKind::Settings,
        TableKind::Boards,
        TableKind::Schools,
        TableKind::Clusters,
        TableKind::Students,
        TableKind::Journeys,
    ];
    for kind in kinds {
        sheets::write(&mut workbook, kind, &cells::rows(document, kind, language), language)?;
    }
    workbook.save_to_buffer()
}
