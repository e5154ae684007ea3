//! A row of a table while the values of its cells are collected.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::{Map, Value, json};

use super::accepted::text;
use super::columns::AssignedColumn;
use super::fault::Fault;
use super::sheet::SheetRow;
use super::vocabulary::{CellForm, KnownColumn};
use crate::input::errors::Code;
use crate::instance::Day;
use crate::message;

/// A row as read.
#[derive(Debug, Default)]
pub struct Filled {
    /// Its number in the sheet.
    pub row: u32,
    /// Its values, by key of the document.
    pub values: Map<String, Value>,
    /// The name of the school's board: no value of the school, but of a board that has no row of its own.
    pub board_name: Option<String>,
    /// The existing cluster of a school: no value of the school, but of the list of clusters.
    pub cluster: Option<String>,
    /// Whether the row is that of a school which takes no part any more.
    pub withdrawn: bool,
    /// Contact data by the path of the column: no value of the instance.
    pub contact: BTreeMap<&'static str, String>,
    /// The ways in which people may write the name of the student.
    pub called: Vec<String>,
    /// A digest of all cells of the row, also of those in columns that are not read.
    pub digest: u64,
    /// Whether its name is its id, since no column gives ids.
    pub known_by_name: bool,
    /// The keys for which a problem is reported already.
    pub broken: Vec<&'static str>,
    /// The origin of each value of a list that has several columns: key and column, in order.
    pub elements: Vec<(&'static str, u32)>,
}

impl Filled {
    /// Its id, if it has one and none of its problems is about the id.
    pub fn id(&self) -> Option<&str> {
        self.values.get("id").and_then(Value::as_str).filter(|_| !self.broken.contains(&"id"))
    }
}

/// A digest of all cells of a row.
pub fn digest(row: &SheetRow) -> u64 {
    let mut hasher = DefaultHasher::new();
    for cell in &row.cells {
        cell.column.hash(&mut hasher);
        text(&cell.content).hash(&mut hasher);
    }
    hasher.finish()
}

/// The marked days of a row with a column per day.
#[derive(Default)]
pub struct Marks {
    /// The days with a mark.
    pub days: Vec<Day>,
    /// The number of cells that are not blank, whether yes or no.
    pub said: usize,
}

/// Stores a value at the path of its column.
///
/// # Errors
/// If another column gave the value already.
pub fn set(
    filled: &mut Filled,
    assigned: &AssignedColumn,
    value: Value,
    marks: &mut Marks,
) -> Result<(), Fault> {
    let KnownColumn { path, form, .. } = *assigned.column;
    if form == CellForm::BoardName {
        filled.board_name = value.as_str().map(str::to_owned);
        return Ok(());
    }
    if form == CellForm::ClusterName {
        filled.cluster = value.as_str().map(str::to_owned);
        return Ok(());
    }
    if form == CellForm::Contact {
        let text = value.as_str().map(str::to_owned);
        filled.contact.extend(text.map(|text| (path, text)));
        return Ok(());
    }
    if matches!(form, CellForm::Withdrawn | CellForm::Status) {
        filled.withdrawn |= value == Value::Bool(true);
        return Ok(());
    }
    if let CellForm::DayMark(day) = form {
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
                message!("spreadsheets-value-given-twice"),
                message!("spreadsheets-value-in-one-column"),
                message!("spreadsheets-empty-one-cell"),
            )),
        };
    }
    // A point is an object `{"0": .., "1": ..}` until both halves are read; `settle` makes it a list.
    let object = values.entry(key).or_insert_with(|| json!({}));
    if let Value::Object(object) = object {
        object.insert(inner.to_owned(), value);
    }
    Ok(())
}

/// A latitude without a longitude or the reverse, with the path of the missing half.
pub fn half_a_point(filled: &Filled) -> Option<(Fault, &'static str)> {
    let point = filled.values.get("at")?.as_object()?;
    let absent = if point.contains_key("0") { "at[1]" } else { "at[0]" };
    (point.len() == 1 && !filled.broken.contains(&"at")).then(|| {
        let found = message!("spreadsheets-half-a-point");
        let allowed = message!("spreadsheets-both-or-neither");
        let advice = message!("spreadsheets-fill-in-the-other");
        (Fault::new(Code::EmptyCell, found, allowed, advice), absent)
    })
}

/// Brings the values of a row into their final form once all its cells are read.
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
    // The strength of a wish means nothing without the wish.
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
