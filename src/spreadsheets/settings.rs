//! What is no table: a key and a value in each row, such as `rules.denomination.worth_km | 20`.

use serde_json::{Map, Value, json};

use super::filled::Filled;
use super::fold::{folded, tidy};
use super::lists;
use super::numbers;
use super::origins::Origins;
use super::sheet::{Content, excerpt};
use super::vocabulary::{SETTINGS, SettingForm, days, find_word, yes_no};
use crate::input::errors::{Code, InputErrors};

/// The value in a cell, before it is known what for: text stays text.
pub fn value(content: &Content) -> Value {
    match content {
        Content::Number(number) => {
            numbers::as_whole(*number).map_or_else(|| json!(number), |whole| json!(whole))
        }
        Content::Truth(truth) => json!(truth),
        // What is quoted is kept to the letter.
        Content::Text(text) if lists::unquoted(content).is_some() => json!(text),
        other => json!(super::values::text(other)),
    }
}

/// Puts the rows of a sheet of settings where they belong in the document.
pub fn apply(
    rows: &[Filled],
    view: usize,
    document: &mut Map<String, Value>,
    origins: &mut Origins,
    errors: &mut InputErrors,
) {
    for (index, filled) in rows.iter().enumerate() {
        origins.row("settings", view, filled);
        let text = |key: &str| filled.values.get(key).cloned().unwrap_or(Value::Null);
        let (key, value) = (text("key"), text("value"));
        let Some(written) = key.as_str().filter(|_| filled.broken.is_empty()) else { continue };
        let key = known_key(written);
        let place = origins.cell("settings", index, "value").unwrap_or_default();
        let first = key.split('.').next().unwrap_or_default();
        if TABLES.contains(&first)
            || FILES.contains(&key.as_str())
            || key.split('.').count() > MOST_STEPS
        {
            let advice =
                "give tables and files by the options of `import`, and settings their own keys";
            let allowed = "a setting that is no table and no file";
            errors.add(Code::UnknownKey, place, format!("key {}", excerpt(&key)), allowed, advice);
            continue;
        }
        if let Some(other) = ambiguous(&key, &value) {
            let found = excerpt(value.as_str().unwrap_or_default());
            let allowed = "a number without a sign between thousands";
            errors.add(
                Code::AmbiguousNumber,
                place,
                found,
                allowed,
                format!("write {other} if that is meant"),
            );
            continue;
        }
        if let Err(other) = put(document, &key, meant(&key, value)) {
            let found = format!("`{key}`, though `{other}` is given already");
            let advice = "remove one of the two rows";
            errors.add(Code::DuplicateKey, place, found, "each setting once", advice);
            continue;
        }
        let key_place = origins.cell("settings", index, "key").unwrap_or_default();
        origins.setting(&key, key_place, place);
    }
}

/// The number without its sign, where a text may be read in two ways.
fn ambiguous(key: &str, value: &Value) -> Option<String> {
    let known = SETTINGS.iter().find(|setting| setting.key == key);
    let is_text = known.is_some_and(|setting| setting.form == SettingForm::Text);
    match numbers::decimal(value.as_str().filter(|_| !is_text)?, f64::INFINITY) {
        Err(numbers::NoNumber::Ambiguous(_, other)) => Some(other),
        _ => None,
    }
}

/// What has a sheet of its own.
const TABLES: [&str; 5] = ["students", "schools", "boards", "clusters", "format"];
/// What is given by an option of its own.
const FILES: [&str; 3] = ["travel.table", "travel.table_file", "travel.postcode_file"];
/// No setting has more steps in its key.
const MOST_STEPS: usize = 5;

/// The key of the document, where a setting is written by its Dutch name or with other capitals.
fn known_key(written: &str) -> String {
    let written = tidy(written);
    let named = |setting: &&super::vocabulary::Setting| {
        folded(setting.key) == folded(&written) || folded(setting.dutch) == folded(&written)
    };
    SETTINGS.iter().find(named).map_or(written, |setting| setting.key.to_owned())
}

/// What a value means under its key. Text that is JSON is that, but where text is wanted.
fn meant(key: &str, value: Value) -> Value {
    let known = SETTINGS.iter().find(|setting| setting.key == key);
    let form = known.map_or(SettingForm::Plain, |setting| setting.form);
    match (form, value) {
        (SettingForm::Text, Value::String(text)) => {
            json!(lists::unquoted(&Content::Text(text.clone())).unwrap_or(text))
        }
        (SettingForm::Text, other) => json!(other.to_string()),
        (_, Value::String(text)) => from_text(key, form, &text),
        (SettingForm::List, number @ Value::Number(_)) => json!([number]),
        (_, Value::Bool(truth)) => switched(key, truth),
        (_, other) => other,
    }
}

fn from_text(key: &str, form: SettingForm, text: &str) -> Value {
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        return if form == SettingForm::List && !value.is_array() { json!([value]) } else { value };
    }
    if let Ok(number) = numbers::decimal(text, f64::INFINITY) {
        return json!(number);
    }
    if form == SettingForm::List {
        let values = lists::values(&text.replace(',', ";")).unwrap_or_default();
        let plain = values.into_iter().map(|value| {
            value.parse::<i64>().map_or_else(|_| json!(value), |number| json!(number))
        });
        return plain.collect();
    }
    if key.ends_with("_day")
        && let Ok(day) = find_word(days(), text)
    {
        return json!(day);
    }
    match find_word(yes_no(), text) {
        Ok(truth) if text.chars().count() > 1 => switched(key, truth),
        _ => json!(text),
    }
}

/// Yes and no: a rule is switched on with its default settings by yes.
fn switched(key: &str, truth: bool) -> Value {
    let is_rule = key.strip_prefix("rules.").is_some_and(|rule| !rule.contains('.'));
    if is_rule && truth { json!({}) } else { json!(truth) }
}

/// Puts a value where its key says.
///
/// # Errors
/// The key that stands in its way.
fn put(document: &mut Map<String, Value>, key: &str, value: Value) -> Result<(), String> {
    let Some((first, rest)) = key.split_once('.') else {
        return match document.insert(key.to_owned(), value) {
            None => Ok(()),
            Some(earlier) => {
                document.insert(key.to_owned(), earlier);
                Err(key.to_owned())
            }
        };
    };
    match document.entry(first).or_insert_with(|| json!({})) {
        Value::Object(inner) => put(inner, rest, value).map_err(|other| format!("{first}.{other}")),
        _ => Err(first.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_mean_what_their_keys_want() {
        for (key, text, expected) in [
            ("name", "2027", json!("2027")),
            ("name", "\" Dorp\"", json!(" Dorp")),
            ("travel.detour", "1,3", json!(1.3)),
            ("goals", "unplaced; total", json!(["unplaced", "total"])),
            ("goals", "[\"total\"]", json!(["total"])),
            ("community_years", "1, 2", json!([1, 2])),
            ("rules.spread", "ja", json!({})),
            ("rules.wishes", "nee", json!(false)),
            ("rules.spread", "{}", json!({})),
            ("rules.meeting_day.default_day", "dinsdag", json!("tue")),
            ("rules.variety.again", "refuse", json!("refuse")),
        ] {
            assert_eq!(meant(key, json!(text)), expected, "{key} {text}");
        }
        assert_eq!(meant("community_years", json!(2)), json!([2]));
        assert_eq!(known_key("Schooljaar"), "school_year");
        assert_eq!(known_key("rules.spread"), "rules.spread");
    }

    #[test]
    fn a_setting_is_given_once() {
        let mut document = Map::new();
        assert_eq!(put(&mut document, "rules.travel.limit_km", json!(1)), Ok(()));
        assert_eq!(
            put(&mut document, "rules.travel.limit_km", json!(2)),
            Err("rules.travel.limit_km".to_owned())
        );
        assert_eq!(
            put(&mut document, "rules.travel", json!(false)),
            Err("rules.travel".to_owned())
        );
        assert_eq!(put(&mut document, "rules.wishes", json!(false)), Ok(()));
        assert_eq!(
            put(&mut document, "rules.wishes.worth", json!(1)),
            Err("rules.wishes".to_owned())
        );
        assert_eq!(document["rules"], json!({ "travel": { "limit_km": 1 }, "wishes": false }));
    }
}
