//! The commands that do the same as actions of the page, beside them and folded away.

use maud::{Markup, html};

use crate::serve::commands::{GAP, SECONDS};
use crate::serve::planning::SearchWish;
use crate::text;
use crate::texts::Language;

/// The command of one action.
pub fn one(id: &str, command: &str, language: Language) -> Markup {
    folded(id, &[(String::new(), command.to_owned())], language)
}

/// The commands of some actions, each with what it does. What the planner chooses in a form, the script fills in.
pub fn folded(id: &str, commands: &[(String, String)], language: Language) -> Markup {
    html! { details .command id=(id) {
    summary { (text!(language, "serve-commands", count = commands.len())) }
    @for (what, command) in commands { p {
        @if !what.is_empty() { (what) br; }
        code data-command=[command.contains(SECONDS).then_some(command)] { (by_default(command)) } } } } }
}

/// A command with what is chosen in a form that was not touched.
fn by_default(command: &str) -> String {
    command.replace(SECONDS, &SearchWish::default().seconds.to_string()).replace(GAP, "")
}
