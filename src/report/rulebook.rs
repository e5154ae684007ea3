//! The rulebook, from the rules' cards and the schemas of their settings.

use std::fmt::Write;

use serde_json::Value;

use crate::rules::{Card, RuleSetting, Switch, cards, settings};
use crate::texts::{Language, Message};
use crate::{message, text};

/// The rulebook for a terminal.
pub fn text(chosen: impl Fn(&str) -> bool, language: Language) -> String {
    let mut text = String::new();
    for card in cards().into_iter().filter(|card| chosen(card.id)) {
        let _ = writeln!(
            text,
            "{} — {}  ({})",
            card.id,
            card.title().in_language(language),
            effects(card)
        );
        let _ = writeln!(text, "  {}", card.statement().in_language(language));
        let lines = [
            message!("rulebook-formula", formula = card.formula),
            message!("rulebook-source", source = card.source),
            in_force(card),
        ];
        for line in lines {
            let _ = writeln!(text, "  {}", line.in_language(language));
        }
        for setting in settings(card.id) {
            let RuleSetting { key, default, meaning } = setting;
            let _ = writeln!(text, "    {key} = {default}: {meaning}");
        }
        text.push('\n');
    }
    text
}

/// The rulebook as a table for a page.
pub fn markdown(chosen: impl Fn(&str) -> bool, language: Language) -> String {
    let columns = text!(language, "rulebook-columns");
    let mut text = format!("{columns}\n| --- | --- | --- | --- |\n");
    for card in cards().into_iter().filter(|card| chosen(card.id)) {
        let settings = settings(card.id)
            .iter()
            .map(|setting| format!("`{}` {}", setting.key, setting.default))
            .collect::<Vec<_>>()
            .join(", ");
        let settings = match (card.switch, settings.is_empty()) {
            (Switch::Off, _) => text!(language, "rulebook-settings-off", settings = settings),
            (_, true) => "–".to_owned(),
            (_, false) => settings,
        };
        let (id, effects, statement) =
            (card.id, effects(card), card.statement().in_language(language));
        let _ = writeln!(text, "| `{id}` | {effects} | {statement} | {settings} |");
    }
    text
}

/// The rulebook as JSON.
pub fn json(chosen: impl Fn(&str) -> bool) -> String {
    let rules = cards().into_iter().filter(|card| chosen(card.id)).map(|card| {
        let settings = settings(card.id).into_iter().map(|setting| {
            let RuleSetting { key, default, meaning } = setting;
            serde_json::json!({ "key": key, "default": default, "meaning": meaning })
        });
        serde_json::json!({
            "id": card.id,
            "title": card.title(),
            "statement": card.statement(),
            "formula": card.formula,
            "source": card.source,
            "effects": card.effects.iter().map(|effect| effect.word()).collect::<Vec<_>>(),
            "in_force": in_force(card).to_string(),
            "settings": settings.collect::<Vec<Value>>(),
        })
    });
    format!("{:#}\n", Value::Array(rules.collect()))
}

fn effects(card: &Card) -> String {
    card.effects.iter().map(|effect| effect.word()).collect::<Vec<_>>().join(", ")
}

fn in_force(card: &Card) -> Message {
    match card.switch {
        Switch::Always => message!("rulebook-always"),
        Switch::On => message!("rulebook-on"),
        Switch::Off => message!("rulebook-off"),
    }
}
