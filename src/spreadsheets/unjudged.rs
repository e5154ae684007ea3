//! An assembled document before validation. It is written as JSON and validated by the reader of all instances.

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use serde_with::skip_serializing_none;

use super::origins::Origins;
use crate::contacts::ContactsDocument;
use crate::input::errors::{InputErrors, InputWarning};
use crate::instance::document::InstanceDocument;
use crate::message;
use crate::problem::{self, ReadProblem};

/// A document that has not been validated.
#[derive(Debug)]
pub struct UnjudgedInstance {
    /// The document without the journeys.
    pub document: Map<String, Value>,
    /// The journeys.
    pub journeys: Vec<Box<RawValue>>,
    /// The contact data of the rows, which are no part of the document.
    pub contacts: ContactsDocument,
}

#[skip_serializing_none]
#[derive(Serialize)]
struct Written<'a> {
    #[serde(flatten)]
    document: &'a Map<String, Value>,
    travel: Option<WrittenTravel<'a>>,
}

#[derive(Serialize)]
struct WrittenTravel<'a> {
    #[serde(flatten)]
    settings: &'a Map<String, Value>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    table: &'a [Box<RawValue>],
}

impl UnjudgedInstance {
    fn bytes(&mut self) -> Vec<u8> {
        let travel = self.document.remove("travel");
        let none = Map::new();
        let settings = travel.as_ref().and_then(Value::as_object);
        let odd = travel.as_ref().filter(|travel| !travel.is_object());
        // A value of the wrong type is kept, so that the reader reports it.
        if let Some(odd) = odd {
            self.document.insert("travel".to_owned(), odd.clone());
        }
        let needed = odd.is_none() && (travel.is_some() || !self.journeys.is_empty());
        let written = WrittenTravel { settings: settings.unwrap_or(&none), table: &self.journeys };
        let document = Written { document: &self.document, travel: needed.then_some(written) };
        serde_json::to_vec(&document).expect("a draft is plain JSON")
    }

    /// Validates the document; returns it with the warnings of the reader.
    ///
    /// # Errors
    /// The errors of the reader, located in cells.
    pub fn judge(
        mut self,
        origins: &Origins,
    ) -> Result<(InstanceDocument, Vec<InputWarning>), InputErrors> {
        let bytes = self.bytes();
        drop(self);
        let files = |_: &str| Err(message!("spreadsheets-no-files").to_string());
        let ReadProblem { warnings, .. } =
            problem::read(&bytes, &files).map_err(|errors| origins.errors(errors))?;
        let document = serde_json::from_slice(&bytes).expect("what the reader took is a document");
        Ok((document, warnings.iter().map(|warning| origins.warning(warning)).collect()))
    }
}
