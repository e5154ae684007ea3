//! The text of an instance, as it lies in a file: read once, and looked at again only to say where it is wrong.

use serde_json::Value;

use crate::input::{DocumentForm, decode, without_byte_order_mark};
use crate::instance::FORMAT;
use crate::instance::document::InstanceDocument;
use crate::message;
use crate::problem::instance_schema;
use crate::texts::Message;

/// An instance in a text.
///
/// # Errors
/// Where the text is damaged, or all that the format does not allow.
pub fn parsed(text: &str) -> Result<InstanceDocument, Message> {
    let bytes = without_byte_order_mark(text.as_bytes());
    let error = match serde_json::from_slice(bytes) {
        Ok(instance) => return Ok(instance),
        Err(error) => error,
    };
    let form = DocumentForm::new(FORMAT, instance_schema());
    let unread = decode::<InstanceDocument>(bytes, &form, &|_| Ok(())).err();
    let Some(unread) = unread.filter(|_| error.is_data()) else { return Err(damaged(&error)) };
    Err(message!(
        "serve-instance-not-as-format",
        line = error.line().to_string(),
        column = error.column().to_string(),
        problems = unread.errors.message(),
    ))
}

/// The JSON of an instance in a text, as an operation takes it.
///
/// # Errors
/// Where the text is damaged.
pub fn json_of(text: &str) -> Result<Value, Message> {
    serde_json::from_slice(without_byte_order_mark(text.as_bytes()))
        .map_err(|error| damaged(&error))
}

fn damaged(error: &serde_json::Error) -> Message {
    let (line, column) = (error.line().to_string(), error.column().to_string());
    message!("serve-instance-damaged", line = line, column = column)
}
