//! The reading of a document, from bytes to its type.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::check::Check;
use super::prune::{Dropped, prune};
use super::schema::for_checking;
use super::text::{LARGEST_FILE_BYTES, text_of};
use super::{format, syntax};
use crate::input::errors::{Code, InputErrors};

/// What a document of one kind must look like.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    /// Its `format`, such as `plaatswijzer/instance/1`.
    pub format: &'a str,
    /// Its JSON Schema as published, draft 2020-12.
    pub schema: &'a Value,
    /// The most bytes it may have.
    pub largest_bytes: usize,
}

impl<'a> Form<'a> {
    /// The form of a format with its schema, of at most [`LARGEST_FILE_BYTES`].
    pub fn new(format: &'a str, schema: &'a Value) -> Self {
        Self { format, schema, largest_bytes: LARGEST_FILE_BYTES }
    }
}

/// Why a document was not read, and what of it is sound.
#[derive(Debug)]
pub struct Unread<T> {
    /// Every problem found; never empty.
    pub errors: InputErrors,
    /// What remains when all that is broken is cut out, where anything does.
    pub rest: Option<Rest<T>>,
}

/// The sound part of a document, for checks of its meaning.
#[derive(Debug)]
pub struct Rest<T> {
    /// The document without what is broken.
    pub document: T,
    /// What was cut out.
    pub dropped: Dropped,
}

impl<T> From<InputErrors> for Box<Unread<T>> {
    fn from(errors: InputErrors) -> Self {
        Box::new(Unread { errors, rest: None })
    }
}

/// Reads a document. `accept` is asked about parts that the type itself leaves unread (raw
/// JSON) and about limits that only the schema knows; its message is used only where the
/// schema finds nothing to say.
///
/// # Errors
/// Every problem of the text, of its form and of the values in it, one for each place.
pub fn decode<T: DeserializeOwned>(
    bytes: &[u8],
    form: &Form,
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

/// Reads a part of a document that is JSON already. Places in errors start with `under`; `accept` is
/// as for [`decode`].
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
        let allowed = "what the schema of this format describes";
        let advice = "compare the place with the output of the command `schema`";
        errors.add(Code::WrongType, under, refused, allowed, advice);
    }
    Err(errors)
}

/// Finds all that is wrong with a text that is JSON and not the document wanted.
fn examine<T: DeserializeOwned>(
    text: &str,
    form: &Form,
    mut errors: InputErrors,
    (refused_at, refused_why): (String, String),
    accept: &dyn Fn(&T) -> Result<(), String>,
) -> Unread<T> {
    let mut document: Value = match serde_json::from_str(text) {
        Ok(document) => document,
        Err(error) => {
            errors.add(Code::NotJson, &refused_at, error.to_string(), "JSON", "correct the text");
            return Unread { errors, rest: None };
        }
    };
    if let Some(complaint) = format::complaint(&document, form.format) {
        errors.0.push(complaint);
        // Of another format nothing can be said; where it is only absent, the rest is read on.
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
            "what the schema of this format describes",
            "compare the place with the output of the command `schema`",
        );
    }
    let rest = prune(&mut document, &check, findings.broken).and_then(|dropped| {
        let document = serde_json::from_value(document).ok()?;
        accept(&document).ok().map(|()| Rest { document, dropped })
    });
    Unread { errors, rest }
}
