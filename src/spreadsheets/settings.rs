//! Settings: a key and a value per row, such as `rules.denomination.worth_km | 20`.

use serde_json::{Map, Value, json};

use super::day_words::day_list;
use super::filled::Filled;
use super::fold::{folded, tidy};
use super::lists;
use super::numbers;
use super::origins::Origins;
use super::sheet::{CellContent, excerpt};
use super::vocabulary::{
    KnownSetting, SettingForm, again, days, find_word, probably_meant, rule_settings, settings,
    yes_no,
};
use crate::input::errors::{Code, InputError, InputErrors};
use crate::message;
use crate::texts::Argument;

/// Inserts the rows of a sheet of settings into the document.
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
            errors.add(
                Code::UnknownKey,
                place,
                message!("spreadsheets-key", key = excerpt(&key)),
                message!("spreadsheets-setting-no-table"),
                message!("spreadsheets-give-tables-by-options"),
            );
            continue;
        }
        if !is_part_of_format(first) {
            let key_place = origins.cell("settings", index, "key").unwrap_or_default();
            errors.0.push(unknown_setting(written, key_place));
            continue;
        }
        if let Some(other) = ambiguous(&key, &value) {
            let found = excerpt(value.as_str().unwrap_or_default());
            let form = message!("spreadsheets-a-number");
            errors.add(
                Code::AmbiguousNumber,
                place,
                found,
                message!("spreadsheets-without-thousands", form = form),
                message!("spreadsheets-write-if-meant", number = other),
            );
            continue;
        }
        if let Err(other) = put(document, &key, meant(&key, value)) {
            let found = message!("spreadsheets-setting-again", key = key, other = other);
            let advice = message!("spreadsheets-remove-one-row");
            let allowed = message!("spreadsheets-each-setting-once");
            errors.add(Code::DuplicateKey, place, found, allowed, advice);
            continue;
        }
        let key_place = origins.cell("settings", index, "key").unwrap_or_default();
        origins.setting(&key, key_place, place);
    }
}

/// Whether the format has this key at its top.
fn is_part_of_format(first: &str) -> bool {
    let of_settings = settings().iter().filter_map(|setting| setting.key.split('.').next());
    of_settings.chain(OTHER_PARTS).any(|known| known == first)
}

/// The problem of a setting that nobody knows.
fn unknown_setting(written: &str, place: String) -> InputError {
    let of_rules = || rule_settings().iter().map(|setting| setting.dutch);
    let of_document = || settings().iter().flat_map(|setting| [setting.dutch, setting.key]);
    let names = || of_document().chain(of_rules());
    let known = settings().iter().take(MOST_LISTED).map(|setting| {
        message!("spreadsheets-setting-names", dutch = setting.dutch, key = setting.key).into()
    });
    let help = match probably_meant(written, names()) {
        Some(name) => message!("spreadsheets-did-you-mean", name = name),
        None => message!("spreadsheets-remove-the-setting"),
    };
    InputError::new(
        Code::UnknownKey,
        place,
        message!("spreadsheets-key", key = excerpt(written)),
        message!("spreadsheets-settings-known", known = Argument::List(known.collect())),
        help,
    )
}

/// The number without its point or comma, if a text may be read in two ways.
fn ambiguous(key: &str, value: &Value) -> Option<String> {
    let known = settings().iter().find(|setting| setting.key == key);
    let is_text = known.is_some_and(|setting| setting.form == SettingForm::Text);
    match numbers::decimal(value.as_str().filter(|_| !is_text)?, f64::INFINITY) {
        Err(numbers::NoNumber::Ambiguous(_, other)) => Some(other),
        _ => None,
    }
}

/// Keys that have a sheet of their own.
const TABLES: [&str; 5] = ["students", "schools", "boards", "clusters", "format"];
/// The parts of the format with settings of which the vocabulary knows none by name.
const OTHER_PARTS: [&str; 2] = ["rules", "repairs"];
/// The number of settings that an error lists.
const MOST_LISTED: usize = 6;
/// Keys that have an option of their own.
const FILES: [&str; 3] = ["travel.table", "travel.table_file", "travel.postcode_file"];
/// The largest number of levels in the key of a setting.
const MOST_STEPS: usize = 5;

/// The key of the document for a setting, which may be written by its Dutch name or in other case.
fn known_key(written: &str) -> String {
    let written = tidy(written);
    let named = |setting: &&KnownSetting| {
        folded(setting.key) == folded(&written) || folded(setting.dutch) == folded(&written)
    };
    if let Some(setting) = settings().iter().find(named) {
        return setting.key.to_owned();
    }
    let of_rule = rule_settings().iter().find(|one| folded(one.dutch) == folded(&written));
    of_rule.map_or(written, |setting| format!("rules.{}", setting.key))
}

/// The value of a text under its key. JSON is read as such unless the setting is a text.
fn meant(key: &str, value: Value) -> Value {
    let known = settings().iter().find(|setting| setting.key == key);
    let form = known.map_or(SettingForm::Plain, |setting| setting.form);
    match (form, value) {
        (SettingForm::Text, Value::String(text)) => {
            json!(lists::unquoted(&CellContent::Text(text.clone())).unwrap_or(text))
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
    if key.starts_with("rules.") && key.ends_with("_days") {
        let listed = day_list(&CellContent::Text(text.to_owned()));
        return listed.ok().flatten().unwrap_or_else(|| json!(text));
    }
    if key == "rules.variety.again"
        && let Ok(word) = find_word(again(), text)
    {
        return json!(word);
    }
    match find_word(yes_no(), text) {
        Ok(truth) if text.chars().count() > 1 => switched(key, truth),
        _ => json!(text),
    }
}

/// Yes and no; for a rule, yes is an empty object: switched on with default settings.
fn switched(key: &str, truth: bool) -> Value {
    let is_rule = key.strip_prefix("rules.").is_some_and(|rule| !rule.contains('.'));
    match truth {
        true if is_rule => json!({}),
        truth => json!(truth),
    }
}

/// Inserts a value at its key.
///
/// # Errors
/// The key that has a value already.
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
            ("rules.cluster_size.below_min_worth_km", "nee", json!(false)),
            ("rules.cluster_size.below_min_worth_km", "12,5", json!(12.5)),
            ("rules.meeting_day.default_day", "dinsdag", json!("tue")),
            ("rules.variety.again", "refuse", json!("refuse")),
            ("rules.variety.again", "mag", json!("allow")),
            ("rules.forming.meeting_days", "di, do", json!(["tue", "thu"])),
        ] {
            assert_eq!(meant(key, json!(text)), expected, "{key} {text}");
        }
        assert_eq!(meant("community_years", json!(2)), json!([2]));
        assert_eq!(known_key("Schooljaar"), "school_year");
        assert_eq!(known_key("rules.spread"), "rules.spread");
        assert_eq!(known_key("Langste reis (km)"), "rules.travel.limit_km");
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
