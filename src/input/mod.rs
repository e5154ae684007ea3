//! From bytes to a typed document, for any kind of document, with every problem in one run.
//!
//! The fast way is one typed reading. Only when that fails is the text read again without
//! types and held against the JSON Schema of the same types, which names every problem with
//! its place; what is broken is then pruned, so that the meaning of the rest can be checked
//! in the same run.

mod check;
mod complaint;
mod decode;
pub mod errors;
mod format;
mod place;
mod prune;
mod schema;
mod syntax;
mod text;

pub use decode::{Form, Rest, Unread, decode, decode_value};
pub use place::{Place, Step};
pub use prune::Dropped;
pub use schema::schema_of;
pub use text::LARGEST_FILE_BYTES;
