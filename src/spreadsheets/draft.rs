//! The document while nothing of it has been judged: JSON for the reader that judges all instances.

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::origins::Origins;
use crate::input::errors::{InputErrors, InputWarning};
use crate::instance::document::InstanceDocument;
use crate::problem::{self, ReadProblem};

/// A document that has not been judged.
#[derive(Debug)]
pub struct Draft {
    /// All but the journeys.
    pub document: Map<String, Value>,
    /// The journeys.
    pub journeys: Vec<Box<RawValue>>,
}

#[derive(Serialize)]
struct Written<'a> {
    #[serde(flatten)]
    document: &'a Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    travel: Option<WrittenTravel<'a>>,
}

#[derive(Serialize)]
struct WrittenTravel<'a> {
    #[serde(flatten)]
    settings: &'a Map<String, Value>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    table: &'a [Box<RawValue>],
}

impl Draft {
    fn bytes(&mut self) -> Vec<u8> {
        let travel = self.document.remove("travel");
        let none = Map::new();
        let settings = travel.as_ref().and_then(Value::as_object);
        let odd = travel.as_ref().filter(|travel| !travel.is_object());
        // What should be an object and is not is left to the reader to complain of.
        if let Some(odd) = odd {
            self.document.insert("travel".to_owned(), odd.clone());
        }
        let needed = odd.is_none() && (travel.is_some() || !self.journeys.is_empty());
        let written = WrittenTravel { settings: settings.unwrap_or(&none), table: &self.journeys };
        let document = Written { document: &self.document, travel: needed.then_some(written) };
        serde_json::to_vec(&document).expect("a draft is plain JSON")
    }

    /// The document, where the reader finds nothing wrong with it, and the reader's warnings.
    ///
    /// # Errors
    /// What the reader finds, told of cells.
    pub fn judge(
        mut self,
        origins: &Origins,
    ) -> Result<(InstanceDocument, Vec<InputWarning>), InputErrors> {
        let bytes = self.bytes();
        drop(self);
        let files = |_: &str| Err("an import names no files".to_owned());
        let ReadProblem { warnings, .. } =
            problem::read(&bytes, &files).map_err(|errors| origins.errors(errors))?;
        let document = serde_json::from_slice(&bytes).expect("what the reader took is a document");
        Ok((document, warnings.iter().map(|warning| origins.warning(warning)).collect()))
    }
}
