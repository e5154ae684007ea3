//! Places in a document, and excerpts of what was found there.

use std::fmt::{self, Display, Formatter};
use std::io;

use serde_json::Value;

/// One step down into a document.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Step {
    /// To the value of a key.
    Key(String),
    /// To an element of a list, from 0.
    Index(usize),
}

/// A place in a document, written as `students[12].days[0]`; the root is `(document)`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Place(pub Vec<Step>);

impl Place {
    /// The place of a key under this one.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.then(Step::Key(key.to_owned()))
    }

    /// The place one step further.
    #[must_use]
    pub fn then(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// The place that a JSON Pointer names in a document, as far as it exists there.
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
            steps.push(index.map_or(Step::Key(token), Step::Index));
        }
        Self(steps)
    }

    /// The value at this place, where there is one.
    pub fn in_document<'a>(&self, document: &'a Value) -> Option<&'a Value> {
        self.0.iter().try_fold(document, |value, step| match step {
            Step::Key(key) => value.get(key),
            Step::Index(index) => value.get(index),
        })
    }

    /// The same for change.
    pub fn in_document_mut<'a>(&self, document: &'a mut Value) -> Option<&'a mut Value> {
        self.0.iter().try_fold(document, |value, step| match step {
            Step::Key(key) => value.get_mut(key),
            Step::Index(index) => value.get_mut(index),
        })
    }
}

impl Display for Place {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return formatter.write_str("(document)");
        }
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Index(index) => write!(formatter, "[{index}]")?,
                Step::Key(key) if !is_plain(key) => write!(formatter, "[{key:?}]")?,
                Step::Key(key) if position == 0 => formatter.write_str(key)?,
                Step::Key(key) => write!(formatter, ".{key}")?,
            }
        }
        Ok(())
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|letter| letter.is_alphanumeric() || "_-".contains(letter))
}

/// The most bytes of a value that an excerpt shows.
const EXCERPT_BYTES: usize = 60;

/// A value as JSON, cut short where it is long.
pub fn excerpt(value: &Value) -> String {
    let mut start = Start(Vec::new());
    // A full buffer ends the writing early, so that a list of a million is not written out.
    let whole = serde_json::to_writer(&mut start, value).is_ok();
    let text = String::from_utf8_lossy(&start.0);
    let text = text.trim_end_matches(char::REPLACEMENT_CHARACTER);
    if whole { format!("`{text}`") } else { format!("`{text}…`") }
}

/// The first bytes of what is written.
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
            assert_eq!(Place::of_pointer(pointer, &document).to_string(), text);
        }
    }

    #[test]
    fn long_values_are_cut_short() {
        assert_eq!(excerpt(&json!("é")), "`\"é\"`");
        let long = excerpt(&json!(vec!["é"; 100]));
        assert!(long.len() < 70 && long.ends_with("…`"), "{long}");
    }
}
