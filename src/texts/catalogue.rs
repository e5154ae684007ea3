//! A catalogue: the same texts in both languages.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Language;
use crate::base::Decimal;

type Bundle = FluentBundle<FluentResource>;

/// The same texts in both languages, as the contents of Fluent files. Files are parsed when the first
/// text is read.
pub struct Catalogue {
    english: &'static [&'static str],
    dutch: &'static [&'static str],
    bundles: [OnceLock<Bundle>; 2],
}

impl Catalogue {
    /// A catalogue of Fluent files, which must have the same keys in both languages.
    pub const fn new(english: &'static [&'static str], dutch: &'static [&'static str]) -> Self {
        Self { english, dutch, bundles: [OnceLock::new(), OnceLock::new()] }
    }

    /// The contents of the Fluent files in a language.
    pub const fn sources(&self, language: Language) -> &'static [&'static str] {
        match language {
            Language::Dutch => self.dutch,
            Language::English => self.english,
        }
    }

    /// Whether there is a text with this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle(Language::English).has_message(key)
    }

    /// A text without arguments, by a key that is made at run time; `None` if there is none.
    pub fn text(&self, key: &str, language: Language) -> Option<String> {
        let found = self.bundle(language).get_message(key)?.value().is_some();
        found.then(|| self.format(language, key, &FluentArgs::new()))
    }

    /// The text of a key with its arguments filled in.
    ///
    /// # Panics
    /// Where the catalogue has no such key or an argument is missing: tests read all keys that the code names.
    pub(super) fn format(&self, language: Language, key: &str, arguments: &FluentArgs) -> String {
        let bundle = self.bundle(language);
        let (id, attribute) = match key.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (key, None),
        };
        let message = bundle.get_message(id);
        let pattern = message.and_then(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
            None => message.value(),
        });
        let pattern = pattern.unwrap_or_else(|| panic!("no text `{key}` in {language:?}"));
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
        assert!(errors.is_empty(), "text `{key}` in {language:?}: {errors:?}");
        text
    }

    fn bundle(&self, language: Language) -> &Bundle {
        self.bundles[language as usize].get_or_init(|| bundle(language, self.sources(language)))
    }
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Catalogue")
    }
}

/// # Panics
/// Where a file is not well-formed or a key occurs twice; tests parse all files.
fn bundle(language: Language, sources: &[&str]) -> Bundle {
    let identifier: LanguageIdentifier = language.code().parse().expect("a language code");
    let mut bundle = Bundle::new_concurrent(vec![identifier]);
    // Marks of writing direction around arguments would end up in CSV files and terminals.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::Dutch => |value, _| grouped(Language::Dutch, value),
        Language::English => |value, _| grouped(Language::English, value),
    }));
    for source in sources {
        let resource = FluentResource::try_new((*source).to_owned())
            .unwrap_or_else(|(_, errors)| panic!("texts in {language:?}: {errors:?}"));
        bundle
            .add_resource(resource)
            .unwrap_or_else(|errors| panic!("texts in {language:?}: {errors:?}"));
    }
    bundle
}

/// Whole numbers with their thousands in groups.
fn grouped(language: Language, value: &FluentValue) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    let scaled: i64 = Cow::as_ref(&digits).parse().ok()?;
    Some(language.number(Decimal { scaled, decimals: 0 }))
}
