//! The rules as sentences, with their settings and what each charged in the plan on screen.

use maud::{Markup, html};
use serde_json::{Value, json};

use super::Reader;
use crate::rules::{Switch, cards};
use crate::serve::setting_names::setting_called;
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

/// The settings of a rule that are numbers.
fn numbers(reader: &Reader, rule: &str, settings: &Value) -> Markup {
    let language = reader.language;
    let numbers: Vec<(&String, &Value)> =
        settings.as_object().into_iter().flatten().filter(|(_, value)| value.is_number()).collect();
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

/// A sentence in which keys of settings stand between backticks, by what they are called.
fn marked(sentence: &str, language: Language) -> Markup {
    let parts = sentence.split('`').enumerate();
    html! { @for (position, part) in parts {
        @if position % 2 == 0 { (part) }
        @else if let Some(name) = setting_called(part) { "‘" (name.in_language(language)) "’" }
        @else { code { (part) } }
    } }
}
