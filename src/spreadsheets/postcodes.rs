//! The points of postcodes, for schools and students that have a postcode and no coordinates.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::entry::Entry;
use super::origins::Origins;
use crate::base::Coordinates;
use crate::input::errors::{Code, InputErrors, InputWarning};
use crate::message;
use crate::texts::Message;

/// Postcodes this near in number lie near each other on the map.
const NEIGHBOURS: u32 = 9;
/// A point this far from both neighbours is probably wrong, in metres.
const FAR: i64 = 20_000;

/// Points by the four digits of their postcodes.
pub struct PostcodePoints(BTreeMap<String, Value>);

/// The four digits.
fn digits(postcode: &Value) -> Option<&str> {
    postcode.as_str()?.get(..4)
}

fn point(value: &Value) -> Option<Coordinates> {
    let (latitude, longitude) = (value.get(0)?.as_f64()?, value.get(1)?.as_f64()?);
    Some(Coordinates { latitude, longitude })
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

    /// Warns of a point that lies far from those of the postcodes before and after it, which lie near each other.
    fn far_from_neighbours(&self, postcode: &str) -> Option<Message> {
        let number: u32 = postcode.parse().ok()?;
        let at = point(self.0.get(postcode)?)?;
        let other = |step: &dyn Fn(u32) -> Option<u32>| {
            let numbers = (1..=NEIGHBOURS).filter_map(step).map(|number| format!("{number:04}"));
            numbers.into_iter().find_map(|number| Some((point(self.0.get(&number)?)?, number)))
        };
        let (before, below) = other(&|by| number.checked_sub(by))?;
        let (after, above) = other(&|by| number.checked_add(by))?;
        let distance = |one: Coordinates, other| one.journey(other, 1.0).0;
        let far = distance(at, before).min(distance(at, after));
        (far > FAR && far > 2 * distance(before, after)).then(|| {
            message!(
                "spreadsheets-postcode-far",
                postcode = postcode,
                kilometres = far / 1000,
                below = below,
                above = above
            )
        })
    }

    /// Gives points to the rows that have a postcode and no point, and returns their number. A postcode that the
    /// table lacks is an error.
    pub fn locate(
        &self,
        entries: &mut [Entry],
        origins: &Origins,
        errors: &mut InputErrors,
        warnings: &mut Vec<InputWarning>,
    ) -> usize {
        let mut located = 0;
        let mut odd_points = BTreeMap::new();
        for entry in entries {
            if entry.filled.values.contains_key("at") || entry.filled.broken.contains(&"at") {
                continue;
            }
            let Some(postcode) = entry.filled.values.get("postcode").and_then(digits) else {
                continue;
            };
            if let Some(at) = self.0.get(postcode) {
                let odd = odd_points.entry(postcode.to_owned());
                let odd = odd.or_insert_with(|| self.far_from_neighbours(postcode)).take();
                if let Some(message) = odd {
                    let location = origins.cell_of(entry.view, entry.filled.row, "postcode");
                    warnings.push(InputWarning { location, message: message.into() });
                }
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

/// The number of students who have a postcode and the same point as some school.
pub fn within_postcode(schools: &[Entry], students: &[Entry]) -> usize {
    let at = |entry: &Entry| entry.filled.values.get("at").map(Value::to_string);
    let schools: BTreeSet<String> = schools.iter().filter_map(at).collect();
    let by_postcode =
        students.iter().filter(|student| student.filled.values.contains_key("postcode"));
    by_postcode.filter_map(at).filter(|at| schools.contains(at)).count()
}
