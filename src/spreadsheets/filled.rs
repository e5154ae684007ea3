//! A row as it was read, while its values are put where their columns say.

use serde_json::{Map, Value, json};

use super::header::Assigned;
use super::values::Fault;
use super::vocabulary::{Column, Form};
use crate::input::errors::Code;
use crate::instance::Day;

/// A row as read.
#[derive(Debug)]
pub struct Filled {
    /// Its number in the sheet.
    pub row: u32,
    /// Its values, by key.
    pub values: Map<String, Value>,
    /// The keys of which something wrong is told already.
    pub broken: Vec<&'static str>,
    /// Where the values of lists stand that have several columns: the key and the column of each, in order.
    pub elements: Vec<(&'static str, u32)>,
}

/// The days that are marked, and how many cells said anything.
#[derive(Default)]
pub struct Marks {
    /// The days.
    pub days: Vec<Day>,
    /// How many cells said anything.
    pub said: usize,
}

/// Puts a value where its column says.
///
/// # Errors
/// Where another column gave a value already.
pub fn set(
    filled: &mut Filled,
    assigned: &Assigned,
    value: Value,
    marks: &mut Marks,
) -> Result<(), Fault> {
    let Column { path, form, .. } = *assigned.column;
    if let Form::DayMark(day) = form {
        marks.said += 1;
        if value == Value::Bool(true) {
            marks.days.push(day);
            filled.elements.push((path, assigned.at));
        }
        return Ok(());
    }
    if assigned.rank > 0 {
        let list = filled.values.entry(path).or_insert_with(|| json!([]));
        if let (Value::Array(list), Value::Array(more)) = (list, value) {
            filled.elements.extend(more.iter().map(|_| (path, assigned.at)));
            list.extend(more);
        }
        return Ok(());
    }
    let values = &mut filled.values;
    let (key, inner) = match path.split_once(['.', '[']) {
        Some((key, inner)) => (key, inner.trim_end_matches(']')),
        None => (path, ""),
    };
    if inner.is_empty() {
        return match values.insert(key.to_owned(), value) {
            None => Ok(()),
            Some(_) => Err(Fault::new(
                Code::Contradiction,
                "a value, though another column gives one already",
                "a value in one of the two",
                "empty one of the two cells",
            )),
        };
    }
    // A point is held as an object until both halves are there.
    let object = values.entry(key).or_insert_with(|| json!({}));
    if let Value::Object(object) = object {
        object.insert(inner.to_owned(), value);
    }
    Ok(())
}

/// A latitude without a longitude, or the other way round, with the one that is absent.
pub fn half_a_point(filled: &Filled) -> Option<(Fault, &'static str)> {
    let point = filled.values.get("at")?.as_object()?;
    let absent = if point.contains_key("0") { "at[1]" } else { "at[0]" };
    (point.len() == 1 && !filled.broken.contains(&"at")).then(|| {
        let found = "one of latitude and longitude";
        let advice = "fill the other in, or empty both";
        (Fault::new(Code::MissingKey, found, "both or neither", advice), absent)
    })
}

/// Settles what was held while the cells of a row were read.
pub fn settle(filled: &mut Filled) {
    if let Some(Value::Object(point)) = filled.values.get("at") {
        match (point.get("0"), point.get("1")) {
            (Some(north), Some(east)) => {
                let point = json!([north, east]);
                filled.values.insert("at".to_owned(), point);
            }
            _ => {
                filled.values.remove("at");
            }
        }
    }
    // No wish is no wish, however strong.
    let no_wish = |wish: &Value| wish["wish"].as_array().is_none_or(Vec::is_empty);
    if filled.values.get("denomination").is_some_and(|wish| wish.is_object() && no_wish(wish)) {
        filled.values.remove("denomination");
    }
    for key in ["only", "programmes", "years", "meeting_days"] {
        if filled.values.get(key).and_then(Value::as_array).is_some_and(Vec::is_empty) {
            filled.values.remove(key);
        }
    }
}
