//! From the bytes of an instance to its facts, with every problem in one run.

use serde_json::Value;

use super::Instance;
use super::document::InstanceDocument;
use super::resolve::{Files, resolve};
use crate::input_errors::{InputErrors, InputWarning};
use crate::reading::{Dropped, Form, decode};

/// The format of an instance that this engine reads.
pub const FORMAT: &str = "plaatswijzer/instance/1";

/// An instance as read.
#[derive(Debug)]
pub struct Read {
    /// The document as its author wrote it.
    pub document: InstanceDocument,
    /// The facts that it states.
    pub instance: Instance,
    /// What was probably not meant.
    pub warnings: Vec<InputWarning>,
}

/// Reads an instance. The schema is that of [`InstanceDocument`] with the rules' settings in
/// it, and `accept` reads those settings; `files` opens the files that the document names.
///
/// # Errors
/// Every problem of text, form and meaning. Where some of the document is broken, the rest is
/// still checked for its meaning.
pub fn read(
    bytes: &[u8],
    schema: &Value,
    accept: &dyn Fn(&InstanceDocument) -> Result<(), String>,
    files: &Files,
) -> Result<Read, InputErrors> {
    match decode(bytes, &Form::new(FORMAT, schema), accept) {
        Ok(document) => {
            let (instance, warnings) = resolve(&document, files, &Dropped::default())?;
            Ok(Read { document, instance, warnings })
        }
        Err(unread) => {
            let mut errors = unread.errors;
            let rest = unread.rest.map(|rest| resolve(&rest.document, files, &rest.dropped));
            if let Some(Err(more)) = rest {
                errors.0.extend(more.0);
            }
            Err(errors)
        }
    }
}
