//! What a rule limits, in words.

use crate::message;
use crate::rules::card;
use crate::texts::{Language, Message};

/// What a rule limits: everywhere, or where it has a name. The names of several schools are those of a new cluster.
pub fn what_binds(rule: &str, named: Option<(bool, String)>, language: Language) -> String {
    let Some((is_new, name)) = named else { return everywhere(rule).in_language(language) };
    let card = card(rule);
    let of_new = card.filter(|_| is_new);
    let message = of_new
        .and_then(|card| card.optional("bottleneck-at-new"))
        .or_else(|| card?.optional("bottleneck-at"));
    match message {
        Some(message) => message.with("name", name).in_language(language),
        None => format!("{} ({name})", everywhere(rule).in_language(language)),
    }
}

/// What a rule limits if it binds everywhere.
fn everywhere(rule: &str) -> Message {
    let card = card(rule);
    let bottleneck = card.and_then(|card| card.optional("bottleneck"));
    bottleneck.unwrap_or_else(|| message!("comparison-bottleneck-other"))
}
