//! The `format` key: whether a document has the expected kind and version.

use serde_json::Value;

use super::path::excerpt;
use crate::input::errors::{Code, InputError};
use crate::message;
use crate::texts::Argument;

/// The problem with the `format` of a document, if it is not the expected one. A document that is no object
/// is left to the schema.
pub fn complaint(document: &Value, format: &str) -> Option<InputError> {
    let found = document.as_object()?.get("format").unwrap_or(&Value::Null);
    if found.as_str() == Some(format) {
        return None;
    }
    let (kind, _) = format.rsplit_once('/').unwrap_or((format, ""));
    let help = match found.as_str() {
        None => message!("input-write-format", format = format),
        Some(found) if found.starts_with(kind) => {
            message!("input-other-version", found = found, format = format)
        }
        Some(found) if found.starts_with("plaatswijzer/") => message!("input-other-kind"),
        Some(_) => message!("input-correct-format", format = format),
    };
    let found: Argument =
        if found.is_null() { message!("input-no-format").into() } else { excerpt(found).into() };
    let allowed = message!("input-format-allowed", format = format);
    Some(InputError::new(Code::WrongFormat, "format", found, allowed, help))
}
