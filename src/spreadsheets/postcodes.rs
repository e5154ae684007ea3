//! The points of postcodes, for schools and students that have a postcode and no coordinates.

use std::collections::BTreeMap;

use serde_json::Value;

use super::assembly::Entry;
use super::origins::Origins;
use crate::input::errors::{Code, InputErrors};

/// Points by the four digits of their postcodes.
pub struct Points(BTreeMap<String, Value>);

/// The four digits.
fn digits(postcode: &Value) -> Option<&str> {
    postcode.as_str()?.get(..4)
}

impl Points {
    /// The points of a table; none where there is no table. Complains of a postcode that stands twice with
    /// different points.
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
                    format!("postcode `{postcode}`, which has another point in row {row}"),
                    "one point for each postcode",
                    "remove one of the two rows",
                ),
                _ => {
                    points.insert(postcode, (at, filled.row));
                }
            }
        }
        Some(Self(points.into_iter().map(|(postcode, (at, _))| (postcode, at)).collect()))
    }

    /// Gives points to rows; says how many got one. Complains of postcodes that the table lacks.
    pub fn locate(
        &self,
        list: &'static str,
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
                format!("postcode `{postcode}` of one of the {list}"),
                "a postcode of the table of postcodes",
                "correct the postcode, add it to that table, or give coordinates",
            );
        }
        located
    }
}
