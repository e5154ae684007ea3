//! Lists with at least one element.

use std::borrow::Cow;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::message;
use crate::texts::Message;

/// A list with at least one element.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "Vec<T>")]
pub struct NonEmpty<T>(Vec<T>);

impl<T> NonEmpty<T> {
    /// A list with one element.
    pub fn one(element: T) -> Self {
        Self(vec![element])
    }
}

impl<T> TryFrom<Vec<T>> for NonEmpty<T> {
    type Error = Message;
    fn try_from(list: Vec<T>) -> Result<Self, Self::Error> {
        if list.is_empty() { Err(message!("scenarios-not-empty")) } else { Ok(Self(list)) }
    }
}

impl<T> Deref for NonEmpty<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: JsonSchema> JsonSchema for NonEmpty<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("NonEmpty{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "array", "minItems": 1, "items": generator.subschema_for::<T>(),
        })
    }
}
