//! Texts for people, in Dutch and English.
//!
//! No sentence for people is written in Rust. A function that has something to say returns a
//! [`Message`]: the key of a text and its arguments. Which language it is read in is decided where it
//! is printed. The texts themselves are Fluent files (<https://projectfluent.org>), one pair per
//! room: `texts/en/<room>.ftl` and `texts/nl/<room>.ftl`; those of a rule are in the rule's own
//! file. Fluent chooses between singular and plural; numbers are grouped as the language groups them.

mod catalogue;
mod language;
mod message;

pub use catalogue::Catalogue;
pub use language::Language;
pub use message::{Argument, Message, Rewrite};

/// All texts but those of the rules.
pub static TEXTS: Catalogue = Catalogue::new(
    &[
        include_str!("en/common.ftl"),
        include_str!("en/cli.ftl"),
        include_str!("en/composing.ftl"),
        include_str!("en/contacts.ftl"),
        include_str!("en/generate.ftl"),
        include_str!("en/growth.ftl"),
        include_str!("en/growth-draws.ftl"),
        include_str!("en/growth-page.ftl"),
        include_str!("en/input.ftl"),
        include_str!("en/instance.ftl"),
        include_str!("en/page.ftl"),
        include_str!("en/problem.ftl"),
        include_str!("en/project.ftl"),
        include_str!("en/questions.ftl"),
        include_str!("en/report.ftl"),
        include_str!("en/report-answers.ftl"),
        include_str!("en/report-comparison.ftl"),
        include_str!("en/report-questions.ftl"),
        include_str!("en/report-why.ftl"),
        include_str!("en/report-words.ftl"),
        include_str!("en/scenarios.ftl"),
        include_str!("en/serve.ftl"),
        include_str!("en/serve-questions.ftl"),
        include_str!("en/serve-studies.ftl"),
        include_str!("en/solve.ftl"),
        include_str!("en/spreadsheets.ftl"),
        include_str!("en/storage.ftl"),
        include_str!("en/verify.ftl"),
    ],
    &[
        include_str!("nl/common.ftl"),
        include_str!("nl/cli.ftl"),
        include_str!("nl/composing.ftl"),
        include_str!("nl/contacts.ftl"),
        include_str!("nl/generate.ftl"),
        include_str!("nl/growth.ftl"),
        include_str!("nl/growth-draws.ftl"),
        include_str!("nl/growth-page.ftl"),
        include_str!("nl/input.ftl"),
        include_str!("nl/instance.ftl"),
        include_str!("nl/page.ftl"),
        include_str!("nl/problem.ftl"),
        include_str!("nl/project.ftl"),
        include_str!("nl/questions.ftl"),
        include_str!("nl/report.ftl"),
        include_str!("nl/report-answers.ftl"),
        include_str!("nl/report-comparison.ftl"),
        include_str!("nl/report-questions.ftl"),
        include_str!("nl/report-why.ftl"),
        include_str!("nl/report-words.ftl"),
        include_str!("nl/scenarios.ftl"),
        include_str!("nl/serve.ftl"),
        include_str!("nl/serve-questions.ftl"),
        include_str!("nl/serve-studies.ftl"),
        include_str!("nl/solve.ftl"),
        include_str!("nl/spreadsheets.ftl"),
        include_str!("nl/storage.ftl"),
        include_str!("nl/verify.ftl"),
    ],
);

/// A [`Message`] of [`TEXTS`]: `message!("students-left-out", count = 3)`.
///
/// A test reads all uses of this macro, so the key is a literal, and the names of the arguments are
/// those of the text.
#[macro_export]
macro_rules! message {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::texts::TEXTS.message($key)$(.with(stringify!($name), $value))*
    };
}

/// The text of a [`message!`](crate::message) in a language:
/// `text!(language, "students-left-out", count = 3)`.
#[macro_export]
macro_rules! text {
    ($language:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::message!($key $(, $name = $value)*).in_language($language)
    };
}

#[cfg(test)]
mod tests;
