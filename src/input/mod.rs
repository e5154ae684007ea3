//! Reads a document of any kind from bytes into its type, and reports every problem in one run.
//!
//! The fast path is one typed reading. If it fails, the text is read again without types and checked
//! against the JSON Schema of the same types, which gives every problem with its path. Invalid parts are then
//! pruned, so that the meaning of the rest can be checked in the same run.
//!
//! [`to_pretty_json`] is the way back.

mod alike;
mod check;
mod complaint;
mod decode;
pub mod errors;
mod format;
mod path;
mod prune;
mod schema;
mod syntax;
mod text;
mod write;

pub use decode::{
    DocumentForm, Rest, Unread, decode, decode_value, read_document, read_text, read_value,
};
pub use path::{JsonPath, PathStep};
pub use prune::Dropped;
pub use schema::{schema_of, schema_of_output};
pub use text::{LARGEST_FILE_BYTES, without_byte_order_mark};
pub use write::to_pretty_json;
