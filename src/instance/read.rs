//! From the bytes of an instance to its facts, with every problem in one run.

use serde_json::Value;

use super::Instance;
use super::document::InstanceDocument;
use super::resolve::{Files, resolve};
use crate::input::errors::{InputErrors, InputWarning};
use crate::input::{DocumentForm, Dropped, decode};

/// The format of an instance that this engine reads.
pub const FORMAT: &str = "plaatswijzer/instance/1";

/// What could be read of an instance.
#[derive(Debug)]
pub struct Reading {
    /// Every problem of text, form and meaning.
    pub errors: InputErrors,
    /// What could be understood; whole where there are no errors, else with gaps.
    pub understood: Option<Understood>,
}

/// An instance as understood.
#[derive(Debug)]
pub struct Understood {
    /// The document as its author wrote it, less what could not be read.
    pub document: InstanceDocument,
    /// The facts that it states.
    pub instance: Instance,
    /// What was probably not meant.
    pub warnings: Vec<InputWarning>,
}

/// Reads an instance. The schema is that of [`InstanceDocument`] with the rules' settings in
/// it, and `accept` reads those settings; `files` opens the files that the document names.
/// Where some of the document is broken, the rest is still read for its meaning.
pub fn read(
    bytes: &[u8],
    schema: &Value,
    accept: &dyn Fn(&InstanceDocument) -> Result<(), String>,
    files: &Files,
) -> Reading {
    let (mut errors, rest) = match decode(bytes, &DocumentForm::new(FORMAT, schema), accept) {
        Ok(document) => (InputErrors::default(), Some((document, Dropped::default()))),
        Err(unread) => (unread.errors, unread.rest.map(|rest| (rest.document, rest.dropped))),
    };
    let understood = rest.map(|(document, dropped)| {
        let resolved = resolve(&document, files, &dropped);
        errors.0.extend(resolved.errors.0);
        Understood { document, instance: resolved.instance, warnings: resolved.warnings }
    });
    Reading { errors, understood }
}
