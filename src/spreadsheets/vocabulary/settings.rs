//! The settings with a Dutch name: all of the document's own. Those of rules go by the rules' names.

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

#[cfg(test)]
mod tests {
    use super::*;

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
