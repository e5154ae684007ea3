//! The rules as sentences, with their settings and what each charged in the plan on screen.

use maud::{Markup, html};
use serde_json::value::to_raw_value;
use serde_json::{Value, json};

use super::{Reader, commands};
use crate::instance::document::InstanceDocument;
use crate::instance::{Programme, Strength};
use crate::plan::assessment::Assessment;
use crate::report::rulebook::meaning;
use crate::rules::{Card, Rulebook, Switch, card, cards};
use crate::serve::commands::{PRICES, RULES};
use crate::serve::setting_names::setting_called;
use crate::serve::view::{ReadInstance, ShownPlan};
use crate::spreadsheets::TableKind;
use crate::text;
use crate::texts::Language;

/// Where a slider may end, in kilometres: the first that leaves room to double the setting.
const SLIDER_ENDS: [f64; 6] = [10.0, 25.0, 50.0, 100.0, 250.0, 500.0];

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
        (commands::folded("commands-rules", &[
            (text!(language, "serve-screen-rules"), RULES.to_owned()),
            (text!(language, "serve-command-prices"), PRICES.to_owned())], language))
        @for card in cards() {
            @let settings = &canonical[card.id];
            @let is_on = settings.is_object();
            article .rule {
                h2 { (card.title().in_language(language))
                    @if !is_on { " " span .badge { (text!(language, "serve-rule-off")) } } }
                p { (marked(&card.statement().in_language(language), settings, language)) }
                @if let Some(charged) = &charged { @let points = charged.get(card.id).map_or(0, |points| points.0);
                    @if points > 0 { p .quiet { (text!(language, "serve-charged", points = reader.points(points))) } } }
                @if is_on { (numbers(reader, card.id, settings)) }
                @if card.switch != Switch::Always { (switch(reader, card, is_on)) }
            }
        }
    }
}

/// The buttons that switch a rule off or on, and what that does to the price of the plan on screen.
fn switch(reader: &Reader, card: &Card, is_on: bool) -> Markup {
    let language = reader.language;
    let settings = super::switched(reader, card, is_on);
    let label = if is_on {
        text!(language, "serve-switch-off")
    } else {
        text!(language, "serve-switch-on")
    };
    let would_charge = || {
        let (read, shown) = reader.view.planned()?;
        let document = reader.view.state.instance.as_ref()?;
        let charged = charged_if_on(read, shown, document, card.id, settings.as_ref())?;
        Some(match charged {
            (_, breaches) if breaches > 0 => text!(language, "serve-would-break", count = breaches),
            (points, _) => text!(language, "serve-would-charge", points = reader.points(points)),
        })
    };
    let changes = json!({ "changes": [{ "rule": { "id": card.id, "settings": settings } }] });
    html! {
        @if !is_on && let Some(words) = would_charge() { p .quiet { (words) } }
        div .hands {
            (super::edit_button(&label, &json!({ "do": "set_rule", "rule": card.id, "settings": settings })))
            @if reader.view.planned().is_some_and(|(_, shown)| shown.is_sound()) {
                button type="button" data-ask=(changes.to_string()) data-at="/api/what-if" data-go="/what-if" {
                    @if is_on { (text!(language, "serve-ask-without")) } @else { (text!(language, "serve-ask-with")) } } }
        }
    }
}

/// What a rule that is off would charge in the plan on screen, in points, and how often the plan would break it; `None` if
/// its settings cannot be read.
fn charged_if_on(
    read: &ReadInstance,
    shown: &ShownPlan,
    document: &InstanceDocument,
    rule: &str,
    settings: Option<&Value>,
) -> Option<(i64, usize)> {
    let mut rules = document.rules.clone().unwrap_or_default();
    match settings {
        None => drop(rules.remove(rule)),
        Some(settings) => {
            rules.insert(rule.to_owned(), to_raw_value(settings).ok()?);
        }
    }
    let rulebook = Rulebook::read(&rules)?;
    let tally = read.problem.tally(&shown.assignment);
    let mut assessment = Assessment::default();
    let found = rulebook.rules().into_iter().find(|one| one.card().id == rule)?;
    found.assess(&tally, &mut assessment);
    let points = assessment.per_rule().get(rule).map_or(0, |points| points.0);
    Some((points, assessment.breaches.len()))
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
                    @let called = setting_called(key).map_or_else(|| key.clone(), |name| name.in_language(language));
                    span .setting {
                        label title=[meaning(rule, key, language)] { (called) " "
                            input type="number" step="any" min="0" required name=(key) value=(value.to_string()); }
                        @if key.ends_with("_km") { (slider(rule, key, value, &called, language)) } }
                }
                button type="submit" { (text!(language, "serve-set")) }
            }
        }
    }
}

/// A slider in kilometres beside the field of a setting, and for a price what that is worth.
fn slider(rule: &str, key: &str, value: &Value, called: &str, language: Language) -> Markup {
    let now = value.as_f64().unwrap_or_default();
    let most = SLIDER_ENDS.into_iter().find(|most| now <= *most / 2.0).unwrap_or(2.0 * now);
    let id = format!("slider-{rule}-{key}");
    html! {
        input .slider type="range" id=(id) min="0" max=(most) step=(if now.fract() == 0.0 { "1" } else { "0.1" }) value=(now)
            data-slider=(key) aria-label=(text!(language, "serve-slider", setting = called));
        @if key.ends_with("worth_km") {
            @let weighs = text!(language, "serve-weighs", kilometres = "\u{fffc}");
            @let (before, after) = weighs.split_once('\u{fffc}').unwrap_or((&weighs, ""));
            output .quiet for=(id) { (before) span data-slid=(key) { (value.to_string()) } (after) } }
    }
}

/// What a key in a sentence of a rule is called: a setting of that rule or of another one, or a column of a table.
fn called(key: &str, language: Language) -> Option<String> {
    match key {
        // Where two students are together or apart.
        "at" => return Some(text!(language, "serve-pair-at")),
        "must" => return Some(language.strength(Strength::Must)),
        "prefer" => return Some(language.strength(Strength::Prefer)),
        "mbo" => return Some(language.programme(Programme::Mbo)),
        _ => {}
    }
    let setting = |key: &str| setting_called(key).map(|name| name.in_language(language));
    let of_other = || {
        let (rule, key) = key.split_once('.')?;
        Some(format!("{}: {}", card(rule)?.title().in_language(language), setting(key)?))
    };
    let column = || {
        let mut columns = TableKind::ALL.iter().flat_map(|kind| kind.columns());
        let path = key.rsplit('.').next().unwrap_or(key);
        let column =
            columns.find(|column| column.path.split(['.', '@', '/']).next() == Some(path))?;
        Some(column.name.in_language(language).to_owned())
    };
    setting(key).or_else(of_other).or_else(column)
}

/// A sentence in which keys of settings stand between backticks: the number that is set where a key is first, and what it
/// is called elsewhere, such as where a school or cluster has a number of its own.
fn marked(sentence: &str, settings: &Value, language: Language) -> Markup {
    let parts: Vec<&str> = sentence.split('`').collect();
    let number = |position: usize| {
        let is_first = !parts[..position].contains(&parts[position]);
        let value = settings.get(parts[position]).filter(|value| value.is_number() && is_first)?;
        Some(in_unit(value, parts[position], parts.get(position + 1)?, language))
    };
    html! { @for (position, part) in parts.iter().enumerate() {
        @if position % 2 == 0 { (part) }
        @else if let Some(number) = number(position) { strong { (number) } }
        @else if let Some(name) = called(part, language) { "‘" (name) "’" }
        @else { code { (part) } }
    } }
}

/// The number of a setting in its unit, before the rest of a sentence.
fn in_unit(value: &Value, key: &str, rest: &str, language: Language) -> String {
    let number = value.to_string().replace('.', language.decimal_sign());
    let unit = match key.rsplit('_').next() {
        Some("km") => " km",
        // Not where the sentence itself divides by 100.
        Some("percent") if !rest.starts_with('/') => "%",
        _ => "",
    };
    number + unit
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::settings;

    #[test]
    fn a_sentence_has_the_numbers_that_are_set() {
        let settings =
            json!({ "min": 8, "max": 16, "worth_km": 2.5, "max_percent": 40, "any": "no" });
        let sentence = "Van `min` tot `max`, elk `worth_km`; hoogstens `max_percent`, of `max_percent`/100. Eigen `min` of `limit_km` gaat voor.";
        let shown =
            marked(sentence, &settings, Language::Dutch).into_string().replace("</strong>", "</b>");
        let shown = shown.replace("<strong>", "<b>");
        let [least, limit] = ["min", "limit_km"].map(|key| called(key, Language::Dutch).unwrap());
        let most = called("max_percent", Language::Dutch).unwrap();
        let expected = format!(
            "Van <b>8</b> tot <b>16</b>, elk <b>2,5 km</b>; hoogstens <b>40%</b>, of ‘{most}’/100. Eigen ‘{least}’ of ‘{limit}’ gaat voor."
        );
        assert_eq!(shown, expected);
        let alone = marked("`max_percent`/100 punten", &settings, Language::Dutch).into_string();
        assert_eq!(alone, "<strong>40</strong>/100 punten");
    }

    #[test]
    fn no_rule_speaks_of_a_key_or_asks_for_one() {
        for language in [Language::Dutch, Language::English] {
            for card in cards() {
                let sentence = card.statement().in_language(language);
                let shown = marked(&sentence, &Value::Null, language).into_string();
                assert!(!shown.contains("<code>"), "{}: {shown}", card.id);
            }
        }
        for card in cards() {
            for setting in settings(card.id) {
                assert!(setting_called(&setting.key).is_some(), "{}.{}", card.id, setting.key);
            }
        }
    }
}
