//! The `format` key: whether a document is of the kind and version that is read.

use serde_json::Value;

use super::place::excerpt;
use crate::input::errors::{Code, InputError};

/// What is wrong with a document's `format`, where it is not the one expected. Documents that
/// are no objects are left to the schema.
pub fn complaint(document: &Value, format: &str) -> Option<InputError> {
    let found = document.as_object()?.get("format").unwrap_or(&Value::Null);
    if found.as_str() == Some(format) {
        return None;
    }
    let (kind, _) = format.rsplit_once('/').unwrap_or((format, ""));
    let advice = match found.as_str() {
        None => format!("write \"format\": \"{format}\""),
        Some(found) if found.starts_with(kind) => {
            format!("use an engine that reads {found}, or convert the document to {format}")
        }
        Some(found) if found.starts_with("plaatswijzer/") => {
            "give this document to a command that reads its kind".to_owned()
        }
        Some(_) => format!("correct it to \"{format}\", if the document is of that kind"),
    };
    Some(InputError::new(
        Code::WrongFormat,
        "format",
        if found.is_null() { "no format".to_owned() } else { excerpt(found) },
        format!("\"{format}\", which is what this engine reads here"),
        advice,
    ))
}
