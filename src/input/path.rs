//! Paths in a JSON document, and excerpts of the values there.

use std::fmt::{self, Display, Formatter};
use std::io;

use serde_json::Value;

/// One step of a path: into an object or into a list.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PathStep {
    /// To the value of a key.
    Key(String),
    /// To an element of a list, from 0.
    Index(usize),
}

/// A path in a document, written as `students[12].days[0]`; the root is `(document)`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct JsonPath(pub Vec<PathStep>);

impl JsonPath {
    /// The path of a key of this object.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.then(PathStep::Key(key.to_owned()))
    }

    /// The path one step further.
    #[must_use]
    pub fn then(&self, step: PathStep) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// The path of a JSON Pointer (RFC 6901). The document decides whether a number is an index or a key.
    pub fn of_pointer(pointer: &str, document: &Value) -> Self {
        let mut steps = Vec::new();
        let mut here = Some(document);
        for token in pointer.split('/').skip(1) {
            let token = token.replace("~1", "/").replace("~0", "~");
            let index = match here {
                Some(Value::Array(_)) => token.parse::<usize>().ok(),
                _ => None,
            };
            here = match index {
                Some(index) => here.and_then(|value| value.get(index)),
                None => here.and_then(|value| value.get(&token)),
            };
            steps.push(index.map_or(PathStep::Key(token), PathStep::Index));
        }
        Self(steps)
    }

    /// The value at this path, if it exists.
    pub fn in_document<'a>(&self, document: &'a Value) -> Option<&'a Value> {
        self.0.iter().try_fold(document, |value, step| match step {
            PathStep::Key(key) => value.get(key),
            PathStep::Index(index) => value.get(index),
        })
    }

    /// The value at this path for modification, if it exists.
    pub fn in_document_mut<'a>(&self, document: &'a mut Value) -> Option<&'a mut Value> {
        self.0.iter().try_fold(document, |value, step| match step {
            PathStep::Key(key) => value.get_mut(key),
            PathStep::Index(index) => value.get_mut(index),
        })
    }
}

impl Display for JsonPath {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return formatter.write_str("(document)");
        }
        for (position, step) in self.0.iter().enumerate() {
            match step {
                PathStep::Index(index) => write!(formatter, "[{index}]")?,
                PathStep::Key(key) if !is_plain(key) => write!(formatter, "[{key:?}]")?,
                PathStep::Key(key) if position == 0 => formatter.write_str(key)?,
                PathStep::Key(key) => write!(formatter, ".{key}")?,
            }
        }
        Ok(())
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|letter| letter.is_alphanumeric() || "_-".contains(letter))
}

/// The bytes of a value that an excerpt shows.
const EXCERPT_BYTES: usize = 60;

/// A value as JSON in backquotes, cut off after 60 bytes.
pub fn excerpt(value: &Value) -> String {
    let mut start = Start(Vec::new());
    // A full buffer ends the writing early, so that a list of a million is not written out.
    let whole = serde_json::to_writer(&mut start, value).is_ok();
    let text = String::from_utf8_lossy(&start.0);
    let text = text.trim_end_matches(char::REPLACEMENT_CHARACTER);
    if whole { format!("`{text}`") } else { format!("`{text}…`") }
}

/// A buffer for the first bytes; it reports that it is full.
struct Start(Vec<u8>);

impl io::Write for Start {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = EXCERPT_BYTES - self.0.len();
        self.0.extend(&bytes[..bytes.len().min(room)]);
        if bytes.len() > room { Err(io::ErrorKind::StorageFull.into()) } else { Ok(bytes.len()) }
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn places_read_like_code() {
        let document = json!({ "students": [{ "days": ["tue"], "odd key": 1 }], "5": 1 });
        for (pointer, text) in [
            ("", "(document)"),
            ("/students/0/days/0", "students[0].days[0]"),
            ("/students/0/odd key", "students[0][\"odd key\"]"),
            ("/5", "5"),
        ] {
            assert_eq!(JsonPath::of_pointer(pointer, &document).to_string(), text);
        }
    }

    #[test]
    fn long_values_are_cut_short() {
        assert_eq!(excerpt(&json!("é")), "`\"é\"`");
        let long = excerpt(&json!(vec!["é"; 100]));
        assert!(long.len() < 70 && long.ends_with("…`"), "{long}");
    }
}
