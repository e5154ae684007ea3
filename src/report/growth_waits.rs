//! What keeps an entry or an opening from being in another year, in words.

use super::growth_names::ShownNames;
use super::lines::headings;
use crate::growth::Wait;
use crate::message;
use crate::texts::{Language, Message};

/// Why something is not a year earlier, where `year` is the year before; with what would change that.
pub fn not_earlier(waits: &[Wait], year: &str, names: &ShownNames, language: Language) -> Message {
    let reasons = reasons(waits, year, names, language);
    if waits.iter().any(Wait::is_pace) {
        message!("growth-not-earlier-unless", reasons = reasons)
    } else {
        message!("growth-not-earlier", reasons = reasons)
    }
}

/// Why something cannot be put off a year, where `year` is the year after; with what would change that.
pub fn not_later(waits: &[Wait], year: &str, names: &ShownNames, language: Language) -> Message {
    let reasons = reasons(waits, year, names, language);
    if waits.iter().any(Wait::is_pace) {
        message!("growth-not-later-unless", reasons = reasons)
    } else {
        message!("growth-not-later", reasons = reasons)
    }
}

/// The reasons, without more words.
pub fn reasons(waits: &[Wait], year: &str, names: &ShownNames, language: Language) -> String {
    let reasons: Vec<Message> = waits.iter().map(|wait| reason(wait, year, names)).collect();
    headings(&reasons, language).join("; ")
}

fn reason(wait: &Wait, year: &str, names: &ShownNames) -> Message {
    match wait {
        Wait::Earliest => message!("growth-waits-earliest"),
        Wait::Latest => message!("growth-waits-latest"),
        Wait::Entries { most } => message!("growth-waits-entries", year = year, most = *most),
        Wait::Entry { board } => message!("growth-waits-entry", board = names.board(board)),
        Wait::Openings { most } => message!("growth-waits-openings", year = year, most = *most),
        Wait::OwnOpenings { most } => {
            message!("growth-waits-own-openings", year = year, most = *most)
        }
        Wait::Clusters { most } => message!("growth-waits-clusters", year = year, most = *most),
        Wait::NewSchool { school } => {
            message!("growth-waits-new-school", year = year, school = names.school(school))
        }
        Wait::OtherCluster { school } => {
            message!("growth-waits-other-cluster", year = year, school = names.school(school))
        }
    }
}
