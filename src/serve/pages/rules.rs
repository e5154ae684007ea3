//! The rules as sentences, with their settings and what each charged in the plan on screen.

use maud::{Markup, html};
use serde_json::{Value, json};

use super::Reader;
use crate::rules::{Switch, card, cards};
use crate::serve::setting_names::setting_called;
use crate::spreadsheets::TableKind;
use crate::text;
use crate::texts::Language;

/// All rules.
pub fn draw(reader: &Reader) -> Markup {
    let language = reader.language;
    let Some(read) = reader.view.read.as_deref() else { return html! {} };
    let charged = reader.view.planned().map(|(read, shown)| {
        read.problem.assess(&read.problem.tally(&shown.assignment)).per_rule()
    });
    let canonical = read.problem.rulebook.canonical();
    html! {
        h1 { (text!(language, "serve-screen-rules")) }
        p { (text!(language, "serve-rules-explained")) }
        @for card in cards() {
            @let settings = &canonical[card.id];
            @let is_on = settings.is_object();
            article .rule {
                h2 { (card.title().in_language(language))
                    @if !is_on { " " span .badge { (text!(language, "serve-rule-off")) } } }
                p { (marked(&card.statement().in_language(language), language)) }
                @if let Some(charged) = &charged { @let points = charged.get(card.id).map_or(0, |points| points.0);
                    @if points > 0 { p .quiet { (text!(language, "serve-charged", points = reader.points(points))) } } }
                @if is_on { (numbers(reader, card.id, settings)) }
                @if card.switch != Switch::Always {
                    @let settings = match (is_on, card.switch) { (true, _) => Some(Value::Bool(false)), (false, Switch::Off) => Some(json!({})), (false, _) => None };
                    @let label = if is_on { text!(language, "serve-switch-off") } else { text!(language, "serve-switch-on") };
                    (super::edit_button(&label, &json!({ "do": "set_rule", "rule": card.id, "settings": settings })))
                }
            }
        }
    }
}

/// The settings of a rule that are numbers; none if it is off.
pub fn numbers_of(settings: &Value) -> Vec<(&String, &Value)> {
    let settings = settings.as_object().into_iter().flatten();
    let mut numbers: Vec<_> = settings.filter(|(_, value)| value.is_number()).collect();
    // Bounds as they are read: from the least to the most.
    let rank = |key: &str| ["min", "target", "max"].iter().position(|one| *one == key);
    numbers.sort_by_key(|(key, _)| rank(key).unwrap_or(usize::MAX));
    numbers
}

/// The fields for the settings of a rule that are numbers.
fn numbers(reader: &Reader, rule: &str, settings: &Value) -> Markup {
    let language = reader.language;
    let numbers = numbers_of(settings);
    html! {
        @if !numbers.is_empty() {
            form .settings data-rule=(rule) data-settings=(settings.to_string()) {
                @for (key, value) in numbers {
                    label title=(key) { (setting_called(key).map_or_else(|| key.clone(), |name| name.in_language(language))) " "
                        input type="number" step="any" min="0" required name=(key) value=(value.to_string()); }
                }
                button type="submit" { (text!(language, "serve-set")) }
            }
        }
    }
}

/// What a key in a sentence of a rule is called: a setting of that rule or of another one, or a column of a table.
fn called(key: &str, language: Language) -> Option<String> {
    let setting = |key: &str| setting_called(key).map(|name| name.in_language(language));
    let of_other = || {
        let (rule, key) = key.split_once('.')?;
        Some(format!("{}: {}", card(rule)?.title().in_language(language), setting(key)?))
    };
    let column = || {
        let mut columns = TableKind::ALL.iter().flat_map(|kind| kind.columns());
        let path = key.rsplit('.').next().unwrap_or(key);
        let column =
            columns.find(|column| column.path.split(['[', '.', '@', '/']).next() == Some(path))?;
        Some(column.name.in_language(language).to_owned())
    };
    setting(key).or_else(of_other).or_else(column)
}

/// A sentence in which keys of settings stand between backticks, by what they are called.
fn marked(sentence: &str, language: Language) -> Markup {
    let parts = sentence.split('`').enumerate();
    html! { @for (position, part) in parts {
        @if position % 2 == 0 { (part) }
        @else if let Some(name) = called(part, language) { "‘" (name) "’" }
        @else { code { (part) } }
    } }
}
