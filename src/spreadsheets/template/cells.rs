//! Writes the rows of a document as cells that import reads as the same document.

use serde::Serialize;
use serde_json::Value;

use crate::instance::document::InstanceDocument;
use crate::spreadsheets::lists;
use crate::spreadsheets::places_for;
use crate::spreadsheets::student_pairs;
use crate::spreadsheets::vocabulary::{
    Bilingual, CellForm, KnownColumn, SettingForm, TableKind, Word, days, nothing, programmes,
    settings as known_settings, standings, strengths, yes_no,
};
use crate::texts::Language;

/// The content that is written into a cell.
#[derive(Clone, PartialEq, Debug)]
pub enum Written {
    /// Nothing.
    Blank,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Truth(bool),
}

/// The columns of a template: those that give a value in another way than the first are left out.
pub fn columns(kind: TableKind) -> impl Iterator<Item = &'static KnownColumn> {
    let columns = kind.columns().iter();
    columns.filter(|column| !column.is_another_way() && !column.is_of_another_row())
}

/// The rows of a kind, with a cell for each of [`columns`].
pub fn rows(document: &InstanceDocument, kind: TableKind, language: Language) -> Vec<Vec<Written>> {
    match kind {
        TableKind::Students => of_list(&document.students, kind, language),
        TableKind::Schools => of_list(&document.schools, kind, language),
        TableKind::Boards => of_list(&document.boards, kind, language),
        TableKind::Clusters => {
            of_list(document.clusters.as_deref().unwrap_or_default(), kind, language)
        }
        TableKind::Journeys => {
            let table = document.travel.as_ref().and_then(|travel| travel.table.as_deref());
            of_list(table.unwrap_or_default(), kind, language)
        }
        TableKind::Settings => settings(document),
        TableKind::Places | TableKind::Postcodes => Vec::new(),
    }
}

fn of_list<T: Serialize>(list: &[T], kind: TableKind, language: Language) -> Vec<Vec<Written>> {
    let row = |row: &T| {
        let values = serde_json::to_value(row).unwrap_or_default();
        columns(kind).map(|column| cell(column, &values, language)).collect()
    };
    list.iter().map(row).collect()
}

fn cell(column: &KnownColumn, row: &Value, language: Language) -> Written {
    if column.form == CellForm::StudentIds {
        let students = student_pairs::written(column.path, row);
        return if students.is_empty() {
            Written::Blank
        } else {
            Written::Text(lists::listed(students))
        };
    }
    let pointer = column.path.replace(['[', '.'], "/").replace(']', "");
    match row.pointer(&format!("/{pointer}")) {
        None | Some(Value::Null) => Written::Blank,
        Some(value) => value_in(column.form, value, language),
    }
}

fn value_in(form: CellForm, value: &Value, language: Language) -> Written {
    let say = |name: Bilingual| name.in_language(language).to_owned();
    if value.as_array().is_some_and(Vec::is_empty) {
        return Written::Text(nothing().iter().map(|word| say(word.name)).collect());
    }
    if let (Some(number), false) = (value.as_f64(), form == CellForm::Id) {
        return Written::Number(number);
    }
    Written::Text(match form {
        CellForm::Days => joined(value, &|day| word(days(), day, say)),
        CellForm::Programmes => joined(value, &|programme| word(programmes(), programme, say)),
        CellForm::Years => joined(value, &Value::to_string),
        CellForm::Programme => word(programmes(), value, say),
        CellForm::Standing => word(standings(), value, say),
        CellForm::Strength => word(strengths(), value, say),
        CellForm::YesNo => word(yes_no(), value, say),
        CellForm::PlacesFor => {
            let limits: Vec<_> = serde_json::from_value(value.clone()).unwrap_or_default();
            places_for::written(&limits, language)
        }
        CellForm::Ids | CellForm::Texts | CellForm::WishedIds | CellForm::WishedTexts => {
            let texts = value.as_array().into_iter().flatten().filter_map(Value::as_str);
            lists::listed(texts.map(str::to_owned))
        }
        _ => lists::exact(value.as_str().unwrap_or_default()),
    })
}

fn joined(value: &Value, say: &dyn Fn(&Value) -> String) -> String {
    value.as_array().into_iter().flatten().map(say).collect::<Vec<_>>().join(", ")
}

/// The word for a value of the document.
fn word<T: Serialize>(
    words: &'static [Word<T>],
    value: &Value,
    say: impl Fn(Bilingual) -> String,
) -> String {
    let found = words
        .iter()
        .find(|word| serde_json::to_value(&word.value).is_ok_and(|known| known == *value));
    found.map(|word| say(word.name)).unwrap_or_default()
}

/// The settings, a row per value.
fn settings(document: &InstanceDocument) -> Vec<Vec<Written>> {
    let mut rows = Vec::new();
    let Ok(Value::Object(document)) = serde_json::to_value(document) else { return rows };
    let tables = ["format", "boards", "schools", "clusters", "students"];
    for (key, value) in document.iter().filter(|(key, _)| !tables.contains(&key.as_str())) {
        let mut value = value.clone();
        if key == "travel"
            && let Value::Object(travel) = &mut value
            && travel.remove("table").is_some()
            && travel.is_empty()
        {
            continue;
        }
        flatten(key, &value, &mut rows);
    }
    rows
}

fn flatten(key: &str, value: &Value, rows: &mut Vec<Vec<Written>>) {
    match value {
        Value::Null => {}
        Value::Object(inner) if inner.values().any(|value| !value.is_null()) => {
            inner.iter().for_each(|(step, value)| flatten(&format!("{key}.{step}"), value, rows));
        }
        Value::Object(_) => {
            rows.push(vec![Written::Text(key.to_owned()), Written::Text("{}".to_owned())]);
        }
        value => {
            let known = known_settings().iter().find(|setting| setting.key == key);
            let is_text = known.is_some_and(|setting| setting.form == SettingForm::Text);
            let written = match value {
                Value::String(text) if is_text => Written::Text(lists::exact(text)),
                Value::String(text) => Written::Text(text.clone()),
                Value::Bool(truth) => Written::Truth(*truth),
                Value::Number(number) => Written::Number(number.as_f64().unwrap_or_default()),
                other => Written::Text(other.to_string()),
            };
            rows.push(vec![Written::Text(key.to_owned()), written]);
        }
    }
}
