//! The points of postcodes, for schools and students that have a postcode and no coordinates.

use std::collections::{BTreeMap, BTreeSet, btree_map};
use std::fmt::Write;

use serde_json::{Number, Value, json};

use super::entry::Entry;
use super::filled::Filled;
use super::numbers::as_whole;
use super::origins::Origins;
use super::sheet::excerpt;
use crate::base::{Coordinates, Decimal};
use crate::input::errors::{Code, InputErrors, InputWarning};
use crate::message;
use crate::texts::Message;

/// Postcodes this near in number lie near each other on the map.
const NEIGHBOURS: u32 = 9;
/// A point this far from both neighbours is probably wrong, in metres.
const FAR: i64 = 20_000;
/// Decimals of a degree in a mean of points: a centimetre.
const DECIMALS: u32 = 7;
/// The number of problems after which the rest of a table is not judged: it has a row for each address, say.
const MOST_PROBLEMS: usize = 100;

/// The four digits and the two capital letters of a postcode; zeros in place of letters that it does not have. The bare
/// digits come right before all postcodes with letters of their area.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct PostcodeKey([u8; 6]);

impl PostcodeKey {
    /// The key of a postcode as a cell has it; `None` if it is none.
    fn of(written: &str) -> Option<Self> {
        let signs = written.bytes().filter(|sign| !sign.is_ascii_whitespace());
        let signs: Vec<u8> = signs.map(|sign| sign.to_ascii_uppercase()).collect();
        let mut key = [0; 6];
        key.get_mut(..signs.len())?.copy_from_slice(&signs);
        (signs.len() >= 4).then_some(Self(key))
    }

    /// The bare digits.
    fn area(self) -> Self {
        let [one, two, three, four, ..] = self.0;
        Self([one, two, three, four, 0, 0])
    }

    /// The last key with the same digits.
    fn end_of_area(self) -> Self {
        let [one, two, three, four, ..] = self.0;
        Self([one, two, three, four, u8::MAX, u8::MAX])
    }

    fn has_letters(self) -> bool {
        self != self.area()
    }

    fn digits(self) -> String {
        self.area().to_string()
    }
}

impl std::fmt::Display for PostcodeKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let signs = self.0.iter().filter(|sign| **sign != 0);
        signs.into_iter().try_for_each(|sign| formatter.write_char(char::from(*sign)))
    }
}

/// A row of a table of postcodes. There may be half a million: one for each postcode of the country.
#[derive(Debug)]
pub struct PostcodeRow {
    view: usize,
    row: u32,
    written: Box<str>,
    at: [Number; 2],
}

impl PostcodeRow {
    /// The row of a table; `None` if it has a problem, which is reported already.
    pub fn of(view: usize, filled: &Filled) -> Option<Self> {
        let degrees = |half: usize| filled.values.get("at")?.get(half)?.as_number().cloned();
        let written = filled.values.get("postcode").and_then(Value::as_str);
        Some(Self {
            view,
            row: filled.row,
            written: written.filter(|_| filled.broken.is_empty())?.into(),
            at: [degrees(0)?, degrees(1)?],
        })
    }

    /// Reports that a row has another point than an earlier one with the same postcode; behind many of them, that there are
    /// too many.
    fn report_again(
        &self,
        first: &Self,
        problems: usize,
        origins: &Origins,
        errors: &mut InputErrors,
    ) {
        let location = origins.cell_of(self.view, self.row, "postcode");
        let (found, allowed, help) = if problems > MOST_PROBLEMS {
            (
                message!("spreadsheets-more-than-problems", count = MOST_PROBLEMS),
                message!("spreadsheets-one-point-per-postcode"),
                message!("spreadsheets-correct-these-first"),
            )
        } else {
            let (postcode, row) = (excerpt(&self.written), first.row.to_string());
            (
                message!("spreadsheets-postcode-again", postcode = postcode, row = row),
                message!("spreadsheets-one-point-per-postcode"),
                message!("spreadsheets-remove-one-row"),
            )
        };
        errors.add(Code::DuplicateValue, location, found, allowed, help);
    }
}

/// A point of the document as coordinates.
fn coordinates(point: &Value) -> Option<Coordinates> {
    Some(Coordinates { latitude: point.get(0)?.as_f64()?, longitude: point.get(1)?.as_f64()? })
}

/// Degrees as a whole number of the last decimals.
fn scaled(degrees: &Number) -> Option<i128> {
    let power = Decimal { scaled: 1, decimals: DECIMALS }.double();
    as_whole((degrees.as_f64()? / power).round()).map(i128::from)
}

/// The points of a table of postcodes, each with four digits, or with four digits and two letters.
pub struct PostcodePoints(BTreeMap<PostcodeKey, PostcodeRow>);

/// How many rows got the point of their postcode.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LocatedRows {
    /// All of them.
    pub all: usize,
    /// Those whose letters the table lacks, though it has letters: they got the point of their four digits.
    pub by_digits: usize,
}

impl PostcodePoints {
    /// The points of a table; `None` if it has no rows. A postcode with two different points is an error.
    pub fn of(rows: Vec<PostcodeRow>, origins: &Origins, errors: &mut InputErrors) -> Option<Self> {
        let mut points: BTreeMap<PostcodeKey, PostcodeRow> = BTreeMap::new();
        let mut problems = 0;
        for row in rows {
            let Some(key) = PostcodeKey::of(&row.written) else { continue };
            match points.entry(key) {
                btree_map::Entry::Vacant(free) => {
                    free.insert(row);
                }
                btree_map::Entry::Occupied(known) if known.get().at != row.at => {
                    problems += 1;
                    row.report_again(known.get(), problems, origins, errors);
                    if problems > MOST_PROBLEMS {
                        break;
                    }
                }
                btree_map::Entry::Occupied(_) => {}
            }
        }
        (!points.is_empty()).then_some(Self(points))
    }

    /// The point of a postcode: its own or else that of its four digits. Where the table has these with letters only, that
    /// is the mean of all their points. With the point comes the key that it is the point of.
    fn point(&self, key: PostcodeKey) -> Option<(PostcodeKey, Value)> {
        let own = self.0.get_key_value(&key).or_else(|| self.0.get_key_value(&key.area()));
        if let Some((key, row)) = own {
            return Some((*key, json!(row.at)));
        }
        Some((key.area(), self.mean(key)?))
    }

    /// The point of a written postcode, as a value of a document; `None` if the table lacks it.
    pub fn of_postcode(&self, written: &str) -> Option<Value> {
        self.point(PostcodeKey::of(written)?).map(|(_, point)| point)
    }

    /// The mean of the points that the table has for the digits of a postcode. Whole numbers are added, so that the order
    /// of rows does not matter.
    fn mean(&self, key: PostcodeKey) -> Option<Value> {
        let rows: Vec<&PostcodeRow> =
            self.0.range(key.area()..=key.end_of_area()).map(|(_, row)| row).collect();
        if let [only] = rows.as_slice() {
            return Some(json!(only.at));
        }
        let mean = |half: usize| {
            let scaled = rows.iter().filter_map(|row| scaled(&row.at[half]));
            let count = i128::try_from(rows.len()).ok().filter(|count| *count > 0)?;
            let mean = Decimal::quotient(scaled.sum(), count, 0);
            Some(Decimal { decimals: DECIMALS, ..mean }.double())
        };
        Some(json!([mean(0)?, mean(1)?]))
    }

    /// Warns of a point that lies far from those of the postcodes before and after it, which lie near each other.
    fn far_from_neighbours(&self, key: PostcodeKey, at: &Value) -> Option<Message> {
        let number: u32 = key.digits().parse().ok()?;
        let at = coordinates(at)?;
        let other = |step: &dyn Fn(u32) -> Option<u32>| {
            let numbers = (1..=NEIGHBOURS).filter_map(step).map(|number| format!("{number:04}"));
            numbers.into_iter().find_map(|number| {
                let (_, point) = self.point(PostcodeKey::of(&number)?)?;
                Some((coordinates(&point)?, number))
            })
        };
        let (before, below) = other(&|by| number.checked_sub(by))?;
        let (after, above) = other(&|by| number.checked_add(by))?;
        let distance = |one: Coordinates, other| one.journey(other, 1.0).0;
        let far = distance(at, before).min(distance(at, after));
        (far > FAR && far > 2 * distance(before, after)).then(|| {
            message!(
                "spreadsheets-postcode-far",
                postcode = key.to_string(),
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
    ) -> LocatedRows {
        let has_letters = self.0.keys().any(|key| key.has_letters());
        let mut located = LocatedRows::default();
        let mut odd_points = BTreeMap::new();
        for entry in entries {
            let filled = &entry.filled;
            if filled.values.contains_key("at") || filled.broken.contains(&"at") {
                continue;
            }
            let Some(written) = filled.values.get("postcode").and_then(Value::as_str) else {
                continue;
            };
            let Some(key) = PostcodeKey::of(written) else { continue };
            let Some((found, at)) = self.point(key) else {
                report_unknown(entry, written, origins, errors);
                continue;
            };
            let odd = odd_points.entry(found);
            let odd = odd.or_insert_with(|| self.far_from_neighbours(found, &at)).take();
            if let Some(message) = odd {
                let location = origins.cell_of(entry.view, filled.row, "postcode");
                warnings.push(InputWarning { location, message: message.into() });
            }
            located.all += 1;
            located.by_digits += usize::from(has_letters && key.has_letters() && found != key);
            entry.filled.values.insert("at".to_owned(), at);
        }
        located
    }
}

/// Reports a postcode that the table does not have, in the table that gave it.
fn report_unknown(entry: &Entry, written: &str, origins: &Origins, errors: &mut InputErrors) {
    let mut joined = entry.joined.iter().rev();
    let joined = joined.find(|(_, filled)| filled.values.contains_key("postcode"));
    let (view, row) =
        joined.map_or((entry.view, entry.filled.row), |(view, filled)| (*view, filled.row));
    errors.add(
        Code::UnknownPostcode,
        origins.cell_of(view, row, "postcode"),
        message!("spreadsheets-postcode-without-point", postcode = excerpt(written)),
        message!("spreadsheets-postcode-of-the-table"),
        message!("spreadsheets-correct-the-postcode"),
    );
}

/// The number of students who have a postcode and the same point as some school.
pub fn within_postcode(schools: &[Entry], students: &[Entry]) -> usize {
    let at = |entry: &Entry| entry.filled.values.get("at").map(Value::to_string);
    let schools: BTreeSet<String> = schools.iter().filter_map(at).collect();
    let by_postcode =
        students.iter().filter(|student| student.filled.values.contains_key("postcode"));
    by_postcode.filter_map(at).filter(|at| schools.contains(at)).count()
}
