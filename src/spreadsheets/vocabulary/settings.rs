//! The settings with a Dutch name: those of the document, and those of rules.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Bilingual;
use super::data::{keep, rows};

/// How the value of a setting is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SettingForm {
    /// Text, even if it looks like a number.
    Text,
    /// A list of words or numbers.
    List,
    /// A number, or any other JSON value.
    Plain,
}

/// A setting of the document.
#[derive(Debug)]
pub struct KnownSetting {
    /// Its key in the document, with dots between the levels.
    pub key: &'static str,
    /// How its value is read.
    pub form: SettingForm,
    /// The Dutch name that users may write instead of the key.
    pub dutch: &'static str,
    /// Its meaning.
    pub meaning: Bilingual,
}

/// A row of `known_settings.csv`.
#[derive(Deserialize)]
struct SettingRow {
    key: String,
    form: SettingForm,
    dutch: String,
    meaning_nl: String,
    meaning_en: String,
}

/// The settings, in the order of the document.
pub fn settings() -> &'static [KnownSetting] {
    static SETTINGS: LazyLock<Vec<KnownSetting>> = LazyLock::new(|| {
        let setting = |row: SettingRow| KnownSetting {
            key: keep(row.key),
            form: row.form,
            dutch: keep(row.dutch),
            meaning: Bilingual { dutch: keep(row.meaning_nl), english: keep(row.meaning_en) },
        };
        rows(include_str!("known_settings.csv")).into_iter().map(setting).collect()
    });
    &SETTINGS
}

/// A setting of a rule with the Dutch name that users may write instead of its key.
#[derive(Debug)]
pub struct NamedRuleSetting {
    /// The rule and the key, such as `travel.limit_km`.
    pub key: &'static str,
    /// Its Dutch name.
    pub dutch: &'static str,
}

/// A row of `rule_settings.csv`.
#[derive(Deserialize)]
struct RuleSettingRow {
    key: String,
    dutch: String,
}

/// The settings of rules, in the order of the rules.
pub fn rule_settings() -> &'static [NamedRuleSetting] {
    static SETTINGS: LazyLock<Vec<NamedRuleSetting>> = LazyLock::new(|| {
        let setting =
            |row: RuleSettingRow| NamedRuleSetting { key: keep(row.key), dutch: keep(row.dutch) };
        rows(include_str!("rule_settings.csv")).into_iter().map(setting).collect()
    });
    &SETTINGS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_of_a_rule_has_a_dutch_name_of_its_own() {
        let cards = crate::rules::cards();
        let of_rules = cards.iter().flat_map(|card| {
            let settings = crate::rules::settings(card.id).into_iter();
            settings.map(|setting| format!("{}.{}", card.id, setting.key))
        });
        let mut of_rules: Vec<String> = of_rules.collect();
        let mut named: Vec<&str> = rule_settings().iter().map(|setting| setting.key).collect();
        of_rules.sort();
        named.sort_unstable();
        assert_eq!(named, of_rules);
        let document = settings().iter().map(|setting| setting.dutch);
        let names = document.chain(rule_settings().iter().map(|setting| setting.dutch));
        let mut names: Vec<String> = names.map(crate::base::folded).collect();
        names.sort();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn the_schema_knows_every_setting() {
        let schema = crate::problem::instance_schema();
        for setting in settings() {
            let (first, then) = setting.key.split_once('.').unwrap_or((setting.key, ""));
            assert!(schema["properties"].get(first).is_some(), "{first}");
            let text = schema.to_string();
            assert!(text.contains(&format!("\"{then}\"")) || then.is_empty(), "{then}");
        }
    }
}
