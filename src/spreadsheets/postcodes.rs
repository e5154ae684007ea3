//! The points of postcodes, for schools and students that have a postcode and no coordinates.

use std::collections::BTreeMap;

use serde_json::Value;

use super::entry::Entry;
use super::origins::Origins;
use crate::input::errors::{Code, InputErrors};
use crate::message;

/// Points by the four digits of their postcodes.
pub struct PostcodePoints(BTreeMap<String, Value>);

/// The four digits.
fn digits(postcode: &Value) -> Option<&str> {
    postcode.as_str()?.get(..4)
}

impl PostcodePoints {
    /// The points of a table; `None` if it has no rows. A postcode with two different points is an error.
    pub fn of(rows: Vec<Entry>, origins: &Origins, errors: &mut InputErrors) -> Option<Self> {
        if rows.is_empty() {
            return None;
        }
        let mut points: BTreeMap<String, (Value, u32)> = BTreeMap::new();
        for Entry { view, mut filled, .. } in rows {
            if !filled.broken.is_empty() {
                continue;
            }
            let postcode = filled.values.get("postcode").and_then(digits).map(str::to_owned);
            let (Some(postcode), Some(at)) = (postcode, filled.values.remove("at")) else {
                continue;
            };
            match points.get(&postcode) {
                Some((other, row)) if *other != at => errors.add(
                    Code::DuplicateValue,
                    origins.cell_of(view, filled.row, "postcode"),
                    message!(
                        "spreadsheets-postcode-again",
                        postcode = postcode,
                        row = row.to_string()
                    ),
                    message!("spreadsheets-one-point-per-postcode"),
                    message!("spreadsheets-remove-one-row"),
                ),
                _ => {
                    points.insert(postcode, (at, filled.row));
                }
            }
        }
        Some(Self(points.into_iter().map(|(postcode, (at, _))| (postcode, at)).collect()))
    }

    /// Gives points to the rows that have a postcode and no point, and returns their number. A postcode that the
    /// table lacks is an error.
    pub fn locate(
        &self,
        entries: &mut [Entry],
        origins: &Origins,
        errors: &mut InputErrors,
    ) -> usize {
        let mut located = 0;
        for entry in entries {
            if entry.filled.values.contains_key("at") || entry.filled.broken.contains(&"at") {
                continue;
            }
            let Some(postcode) = entry.filled.values.get("postcode").and_then(digits) else {
                continue;
            };
            if let Some(at) = self.0.get(postcode) {
                entry.filled.values.insert("at".to_owned(), at.clone());
                located += 1;
                continue;
            }
            let joined = entry
                .joined
                .iter()
                .rev()
                .find(|(_, filled)| filled.values.contains_key("postcode"));
            let (view, row) =
                joined.map_or((entry.view, entry.filled.row), |(view, filled)| (*view, filled.row));
            errors.add(
                Code::UnknownPostcode,
                origins.cell_of(view, row, "postcode"),
                message!("spreadsheets-postcode-without-point", postcode = postcode),
                message!("spreadsheets-postcode-of-the-table"),
                message!("spreadsheets-correct-the-postcode"),
            );
        }
        located
    }
}
