//! Reads a document from bytes into its type.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::check::Check;
use super::prune::{Dropped, prune};
use super::schema::{for_checking, schema_of};
use super::text::{LARGEST_FILE_BYTES, text_of};
use super::{format, syntax};
use crate::input::errors::{Code, InputErrors};
use crate::message;

/// The format, the schema and the size limit of one kind of document.
#[derive(Clone, Copy, Debug)]
pub struct DocumentForm<'a> {
    /// The value of the key `format`, such as `plaatswijzer/instance/1`.
    pub format: &'a str,
    /// Its JSON Schema as published, draft 2020-12.
    pub schema: &'a Value,
    /// The size limit in bytes.
    pub largest_bytes: usize,
}

impl<'a> DocumentForm<'a> {
    /// A format with its schema and a limit of [`LARGEST_FILE_BYTES`].
    pub fn new(format: &'a str, schema: &'a Value) -> Self {
        Self { format, schema, largest_bytes: LARGEST_FILE_BYTES }
    }
}

/// A document that was not read: its problems, and its valid part.
#[derive(Debug)]
pub struct Unread<T> {
    /// Every problem found; never empty.
    pub errors: InputErrors,
    /// What remains after everything invalid is cut out, if anything does.
    pub rest: Option<Rest<T>>,
}

/// The valid part of a document, whose meaning can still be checked.
#[derive(Debug)]
pub struct Rest<T> {
    /// The document without its invalid parts.
    pub document: T,
    /// What was cut out.
    pub dropped: Dropped,
}

impl<T> From<InputErrors> for Box<Unread<T>> {
    fn from(errors: InputErrors) -> Self {
        Box::new(Unread { errors, rest: None })
    }
}

/// Reads a document of a type that the schema describes completely.
///
/// # Errors
/// Every problem of its text and form.
pub fn read_document<T: DeserializeOwned + JsonSchema>(
    format: &str,
    bytes: &[u8],
) -> Result<T, InputErrors> {
    let schema = schema_of::<T>();
    decode(bytes, &DocumentForm::new(format, &schema), &|_| Ok(())).map_err(|unread| unread.errors)
}

/// Reads a text that has no format of its own, such as the body of a request.
///
/// # Errors
/// Every problem of its text and form.
pub fn read_text<T: DeserializeOwned + JsonSchema>(bytes: &[u8]) -> Result<T, InputErrors> {
    let text = text_of(bytes, LARGEST_FILE_BYTES)?;
    let repeated = syntax::duplicate_keys(text)?;
    if !repeated.0.is_empty() {
        return Err(repeated);
    }
    match serde_json::from_str(text) {
        Ok(read) => Ok(read),
        Err(_) => read_value(&serde_json::from_str(text).unwrap_or_default()),
    }
}

/// Reads a value that the schema of a type describes completely.
///
/// # Errors
/// Every problem of its form.
pub fn read_value<T: DeserializeOwned + JsonSchema>(value: &Value) -> Result<T, InputErrors> {
    decode_value(value, &schema_of::<T>(), "", &|_| Ok(()))
}

/// Reads a document.
///
/// `accept` checks parts that the type leaves unread (raw JSON) and limits that only the schema knows. Its
/// message is used only if the schema finds no problem.
///
/// # Errors
/// Every problem of the text, of its form and of the values in it, one for each place.
pub fn decode<T: DeserializeOwned>(
    bytes: &[u8],
    form: &DocumentForm,
    accept: &dyn Fn(&T) -> Result<(), String>,
) -> Result<T, Box<Unread<T>>> {
    let text = text_of(bytes, form.largest_bytes)?;
    let repeated = syntax::duplicate_keys(text)?;
    let refused = match serde_json::from_str::<T>(text) {
        Ok(document) => match accept(&document) {
            Ok(()) if repeated.0.is_empty() => return Ok(document),
            Ok(()) => {
                let rest = Rest { document, dropped: Dropped::default() };
                return Err(Box::new(Unread { errors: repeated, rest: Some(rest) }));
            }
            Err(message) => ("(document)".to_owned(), message),
        },
        Err(error) => {
            (format!("line {}, column {}", error.line(), error.column()), error.to_string())
        }
    };
    Err(Box::new(examine(text, form, repeated, refused, accept)))
}

/// Reads a part of a document that is already parsed. Locations of errors start with `under`; `accept` is as
/// for [`decode`].
///
/// # Errors
/// Every problem of its form and of the values in it, one for each place.
pub fn decode_value<T: DeserializeOwned>(
    value: &Value,
    schema: &Value,
    under: &str,
    accept: &dyn Fn(&T) -> Result<(), String>,
) -> Result<T, InputErrors> {
    let read = serde_json::from_value(value.clone()).map_err(|error| error.to_string());
    let refused = match read.and_then(|read| accept(&read).map(|()| read)) {
        Ok(read) => return Ok(read),
        Err(message) => message,
    };
    let schema = for_checking(schema);
    let mut errors = Check::new(&schema).findings(value).problems;
    for error in &mut errors.0 {
        let separator = if error.location.starts_with('[') || under.is_empty() { "" } else { "." };
        error.location = format!("{under}{separator}{}", error.location);
    }
    if errors.0.is_empty() {
        let help = message!("input-compare-schema");
        errors.add(Code::WrongType, under, refused, message!("input-per-schema"), help);
    }
    Err(errors)
}

/// Finds every problem of a text that is JSON but not a valid document.
fn examine<T: DeserializeOwned>(
    text: &str,
    form: &DocumentForm,
    mut errors: InputErrors,
    (refused_at, refused_why): (String, String),
    accept: &dyn Fn(&T) -> Result<(), String>,
) -> Unread<T> {
    let mut document: Value = match serde_json::from_str(text) {
        Ok(document) => document,
        Err(error) => {
            let (allowed, help) = (message!("input-json"), message!("input-correct-text"));
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default();
            errors.add(Code::NotJson, &refused_at, syntax::in_words(message), allowed, help);
            return Unread { errors, rest: None };
        }
    };
    if let Some(complaint) = format::complaint(&document, form.format) {
        errors.0.push(complaint);
        // A document of another format has other keys; if the format is only absent, the rest is checked.
        if !document["format"].is_null() {
            return Unread { errors, rest: None };
        }
        document["format"] = form.format.into();
    }
    let schema = for_checking(form.schema);
    let check = Check::new(&schema);
    let findings = check.findings(&document);
    errors.0.extend(findings.problems.0);
    if errors.0.is_empty() {
        errors.add(
            Code::WrongType,
            refused_at,
            refused_why,
            message!("input-per-schema"),
            message!("input-compare-schema"),
        );
    }
    let rest = prune(&mut document, &check, findings.broken).and_then(|dropped| {
        let document = serde_json::from_value(document).ok()?;
        accept(&document).ok().map(|()| Rest { document, dropped })
    });
    Unread { errors, rest }
}
