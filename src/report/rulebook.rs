//! The rulebook, from the rules' cards and the schemas of their settings.

use std::fmt::Write;

use serde_json::Value;

use crate::rules::{Card, RuleEffect, RuleSetting, Switch, cards, settings};
use crate::texts::{Catalogue, Language, Message};
use crate::{message, text};

/// What cards and schemas say in English alone: the formula of a rule (`formula-RULE`), its source (`source-RULE`) and
/// the meaning of its settings (`setting-RULE-KEY`). A test holds the English texts and the code together.
static RULEBOOK: Catalogue = Catalogue::new(
    &[include_str!("../texts/en/rulebook.ftl")],
    &[include_str!("../texts/nl/rulebook.ftl")],
);

/// The meaning of a setting of a rule; `None` if the rule has no such setting.
pub fn meaning(rule: &str, key: &str, language: Language) -> Option<String> {
    RULEBOOK.text(&format!("setting-{rule}-{key}"), language)
}

/// The rulebook for a terminal.
pub fn text(chosen: impl Fn(&str) -> bool, language: Language) -> String {
    let mut text = String::new();
    for card in cards().into_iter().filter(|card| chosen(card.id)) {
        let _ = writeln!(
            text,
            "{} — {}  ({})",
            card.id,
            card.title().in_language(language),
            effects(card, language)
        );
        let _ = writeln!(text, "  {}", card.statement().in_language(language));
        let of_card = |kind: &str, english: &str| {
            let text = RULEBOOK.text(&format!("{kind}-{}", card.id), language);
            text.unwrap_or_else(|| english.to_owned())
        };
        let lines = [
            message!("rulebook-formula", formula = of_card("formula", card.formula)),
            message!("rulebook-source", source = of_card("source", card.source)),
            in_force(card),
        ];
        for line in lines {
            let _ = writeln!(text, "  {}", line.in_language(language));
        }
        for setting in settings(card.id) {
            let RuleSetting { key, default, meaning: english } = setting;
            let meaning = meaning(card.id, &key, language).unwrap_or(english);
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
            (card.id, effects(card, language), card.statement().in_language(language));
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

fn effects(card: &Card, language: Language) -> String {
    let word = |effect: &RuleEffect| match effect {
        RuleEffect::Refuses => text!(language, "rulebook-refuses"),
        RuleEffect::Prices => text!(language, "rulebook-prices"),
        RuleEffect::Binds => text!(language, "rulebook-binds"),
    };
    card.effects.iter().map(word).collect::<Vec<_>>().join(", ")
}

fn in_force(card: &Card) -> Message {
    match card.switch {
        Switch::Always => message!("rulebook-always"),
        Switch::On => message!("rulebook-on"),
        Switch::Off => message!("rulebook-off"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fmt::Write;
    use std::path::Path;

    use super::*;

    /// The English texts of the code, by key.
    fn of_code() -> BTreeMap<String, String> {
        let texts = cards().into_iter().flat_map(|card| {
            let meaning = |setting: RuleSetting| {
                (format!("setting-{}-{}", card.id, setting.key), setting.meaning)
            };
            let of_card = [("formula", card.formula), ("source", card.source)];
            let of_card = of_card.map(|(kind, text)| (format!("{kind}-{}", card.id), text.into()));
            of_card.into_iter().chain(settings(card.id).into_iter().map(meaning))
        });
        texts.collect()
    }

    /// After a change of a card or of the doc comment of a setting, run with `UPDATE_GOLDEN=1`, and change the Dutch
    /// text too.
    #[test]
    fn the_catalogue_has_what_cards_and_settings_say() {
        let texts = of_code();
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            let mut file = "# Formulas, sources and settings of the rules: made from `src/rules/` by the test in \
                            `report/rulebook.rs`.\n\n"
                .to_owned();
            for (key, text) in &texts {
                let text = text.replace("{0, 1}", "{\"{0, 1}\"}");
                let _ = writeln!(file, "{key} = {text}");
            }
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/texts/en/rulebook.ftl");
            std::fs::write(path, file).unwrap();
            return;
        }
        for language in [Language::English, Language::Dutch] {
            let lines = RULEBOOK.sources(language).iter().flat_map(|source| source.lines());
            let known = lines.filter_map(|line| Some(line.split_once(" = ")?.0));
            let known: std::collections::BTreeSet<&str> = known.collect();
            assert!(known.iter().copied().eq(texts.keys().map(String::as_str)), "{language:?}");
        }
        for (key, text) in &texts {
            let found = RULEBOOK.text(key, Language::English);
            assert_eq!(found.as_ref(), Some(text), "{key}: run with UPDATE_GOLDEN=1");
        }
    }
}
