//! A text with its arguments, independent of the language in which it is printed later.

use std::fmt;

use fluent_bundle::{FluentArgs, FluentValue};
use serde::{Serialize, Serializer};

use super::{Catalogue, Language};
use crate::base::Decimal;

/// A key of a catalogue with its arguments; the language is chosen where it is printed.
///
/// `Display` and `Serialize` write it in English.
#[derive(Clone, Debug)]
pub struct Message {
    catalogue: &'static Catalogue,
    key: &'static str,
    arguments: Vec<(&'static str, Argument)>,
}

/// An argument of a text: anything that can be written in either language.
///
/// Also the type of a text that is either a [`Message`] or verbatim. `Display` writes it in English.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Argument {
    /// A verbatim text, such as a name, an id or a quotation of the input.
    Text(String),
    /// A whole number, on which plural rules can select. Written with a thousands separator.
    Number(i64),
    /// A number with decimals, written with the decimal separator of the language.
    Decimal(Decimal),
    /// Another text, written in the same language.
    Message(Message),
    /// A list, written as `a, b and c`.
    List(Vec<Argument>),
}

impl Catalogue {
    /// The text of a key, still without arguments. The key of an attribute is `message.attribute`.
    pub const fn message(&'static self, key: &'static str) -> Message {
        Message { catalogue: self, key, arguments: Vec::new() }
    }
}

impl Message {
    /// The same text with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, argument: impl Into<Argument>) -> Self {
        self.arguments.push((name, argument.into()));
        self
    }

    /// The key of the text.
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// The argument of a name, if the text has it.
    pub fn argument(&self, name: &str) -> Option<&Argument> {
        let found = self.arguments.iter().find(|(known, _)| *known == name);
        found.map(|(_, argument)| argument)
    }

    /// The text in a language.
    pub fn in_language(&self, language: Language) -> String {
        let mut arguments = FluentArgs::new();
        for (name, argument) in &self.arguments {
            let value = match argument {
                Argument::Number(number) => FluentValue::from(*number),
                other => FluentValue::from(other.in_language(language)),
            };
            arguments.set(*name, value);
        }
        self.catalogue.format(language, self.key, &arguments)
    }
}

/// How [`Message::rewritten`] changes a text.
pub trait Rewrite {
    /// The key of the text to read instead; it has the same arguments.
    fn key(&self, key: &'static str) -> &'static str;
    /// The verbatim text to read instead.
    fn text(&self, text: &str) -> String;
}

impl Message {
    /// The same text with keys and verbatim texts replaced, also in its arguments.
    #[must_use]
    pub fn rewritten(&self, rewrite: &impl Rewrite) -> Self {
        let arguments = self.arguments.iter();
        let arguments = arguments.map(|(name, argument)| (*name, argument.rewritten(rewrite)));
        let key = rewrite.key(self.key);
        Self { catalogue: self.catalogue, key, arguments: arguments.collect() }
    }
}

impl Argument {
    /// The same argument with keys and verbatim texts replaced.
    #[must_use]
    pub fn rewritten(&self, rewrite: &impl Rewrite) -> Self {
        match self {
            Self::Text(text) => Self::Text(rewrite.text(text)),
            Self::Message(message) => Self::Message(message.rewritten(rewrite)),
            Self::List(items) => {
                Self::List(items.iter().map(|item| item.rewritten(rewrite)).collect())
            }
            Self::Number(_) | Self::Decimal(_) => self.clone(),
        }
    }

    /// The argument as written in a language.
    pub fn in_language(&self, language: Language) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => language.whole(*number),
            Self::Decimal(number) => language.number(*number),
            Self::Message(message) => message.in_language(language),
            Self::List(items) => {
                let items: Vec<String> =
                    items.iter().map(|item| item.in_language(language)).collect();
                language.list(&items)
            }
        }
    }
}

/// Messages are equal if they have the same key and arguments.
impl PartialEq for Message {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.catalogue, other.catalogue)
            && self.key == other.key
            && self.arguments == other.arguments
    }
}

impl Eq for Message {}

// Written in English, also by `serde`: machine-readable results do not depend on the language.
macro_rules! display_in_english {
    ($($Type:ty)+) => {
        $(impl fmt::Display for $Type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.pad(&self.in_language(Language::English))
            }
        }

        impl Serialize for $Type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        })+
    };
}

display_in_english!(Message Argument);

macro_rules! arguments {
    ($($Type:ty => |$value:ident| $argument:expr;)+) => {
        $(impl From<$Type> for Argument {
            fn from($value: $Type) -> Self {
                $argument
            }
        })+
    };
}

arguments! {
    String => |text| Self::Text(text);
    &String => |text| Self::Text(text.clone());
    &str => |text| Self::Text(text.to_owned());
    char => |sign| Self::Text(sign.to_string());
    i64 => |number| Self::Number(number);
    i32 => |number| Self::Number(number.into());
    u32 => |number| Self::Number(number.into());
    u8 => |number| Self::Number(number.into());
    usize => |number| Self::Number(i64::try_from(number).unwrap_or(i64::MAX));
    u64 => |number| Self::Number(i64::try_from(number).unwrap_or(i64::MAX));
    Decimal => |number| Self::Decimal(number);
    Message => |message| Self::Message(message);
    &Message => |message| Self::Message(message.clone());
}

impl<A: Into<Argument>> From<Vec<A>> for Argument {
    fn from(items: Vec<A>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}
