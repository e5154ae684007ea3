//! The rules as sentences, with their settings and what each charged in the plan on screen.

use maud::{Markup, html};
use serde_json::{Value, json};

use super::Reader;
use crate::rules::{Switch, cards};
use crate::texts::{Language, Message};
use crate::{message, text};

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
                    label title=(key) { (called(key).map_or_else(|| key.clone(), |name| name.in_language(language))) " "
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
        @else if let Some(name) = called(part) { "‘" (name.in_language(language)) "’" }
        @else { code { (part) } }
    } }
}

/// What a setting is called; `None` if it has no name but its key.
fn called(key: &str) -> Option<Message> {
    Some(match key {
        "alone_places" => message!("serve-setting-alone-places"),
        "class_worth_km" => message!("serve-setting-class-worth"),
        "comfortable_km" => message!("serve-setting-comfortable"),
        "excess_percent" => message!("serve-setting-excess"),
        "limit_eur" => message!("serve-setting-limit-eur"),
        "limit_km" => message!("serve-setting-limit"),
        "max" => message!("serve-setting-max"),
        "max_changes" => message!("serve-setting-max-changes"),
        "max_percent" => message!("serve-setting-max-percent"),
        "max_schools" => message!("serve-setting-max-schools"),
        "min" => message!("serve-setting-min"),
        "min_schools" => message!("serve-setting-min-schools"),
        "min_years" => message!("serve-setting-min-years"),
        "none_worth_km" => message!("serve-setting-none-worth"),
        "opening_worth_km" => message!("serve-setting-opening"),
        "reach_km" => message!("serve-setting-reach"),
        "step_worth_km" => message!("serve-setting-step"),
        "target" => message!("serve-setting-target"),
        "worth_km" => message!("serve-setting-worth"),
        "below_min_worth_km" => message!("serve-setting-below-min"),
        _ => return None,
    })
}
