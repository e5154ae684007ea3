//! Help in the language of the user.
//!
//! The texts of commands, options and their values are in the catalogue [`HELP`]. English ones are shown by clap itself
//! from the doc comments beside the code that they describe; a test holds these and the catalogue together. For
//! Dutch every text and every heading of clap is replaced here, after clap has built the commands: only then do its
//! own `--help`, `--version` and `help` exist.

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::text;
use crate::texts::{Catalogue, Language};

/// The texts of commands (`command-NAME`), options (`argument-NAME`, or `argument-COMMAND-NAME` where it means
/// something else there) and values of options (`value-NAME-VALUE`, likewise). The first paragraph is the summary.
pub static HELP: Catalogue = Catalogue::new(
    &[include_str!("../texts/en/help.ftl")],
    &[include_str!("../texts/nl/help.ftl")],
);

/// What clap calls options that are left open in a line of usage.
pub const OPTIONS: &str = "[OPTIONS]";
/// The heading that clap puts before a line of usage.
pub const USAGE: &str = "Usage: ";

/// The command with all its subcommands, whose help is in a language.
pub fn command(language: Language) -> Command {
    let command = super::CommandLine::command();
    match language {
        Language::English => command,
        Language::Dutch => {
            let mut command = command;
            command.build();
            translated(command, language)
        }
    }
}

/// The texts of a kind of thing (`command`, `argument`, `value`): that for a command alone, or the one that all share.
fn text_of(kind: &str, command: &str, name: &str, language: Language) -> Option<String> {
    let own = HELP.text(&format!("{kind}-{command}-{name}"), language);
    own.or_else(|| HELP.text(&format!("{kind}-{name}"), language))
}

/// The summary of a text, and the whole of it where it says more. As clap has it, a summary ends without a full stop.
fn summary(text: &str) -> (String, Option<String>) {
    let paragraphs: Vec<String> =
        text.split("\n\n").map(|lines| lines.replace('\n', " ")).collect();
    let first = paragraphs.first().map(String::as_str).unwrap_or_default();
    let short = first.strip_suffix('.').unwrap_or(first).to_owned();
    (short, (paragraphs.len() > 1).then(|| paragraphs.join("\n\n")))
}

fn translated(mut command: Command, language: Language) -> Command {
    let name = command.get_name().to_owned();
    let usage = command.render_usage().to_string();
    let usage = usage_in(usage.strip_prefix(USAGE).unwrap_or(&usage), language);
    if name == "help" {
        command = command.about(text!(language, "cli-help-command"));
    } else if let Some(text) = HELP.text(&format!("command-{name}"), language) {
        let (short, long) = summary(&text);
        command = command.about(short);
        if let Some(long) = long {
            command = command.long_about(long);
        }
    }
    let template = template(&command, language);
    command
        .override_usage(usage)
        .help_template(template)
        .mut_args(|argument| translated_argument(&name, argument, language))
        .mut_subcommands(|command| translated(command, language))
}

/// A line of usage as clap writes it, with its words in a language.
pub fn usage_in(usage: &str, language: Language) -> String {
    let options = format!("[{}]", text!(language, "cli-help-options").to_uppercase());
    usage.replace(OPTIONS, &options)
}

/// The order of the parts of a help text, which is clap's own, with headings in a language.
fn template(command: &Command, language: Language) -> String {
    let mut parts = vec![
        "{about-with-newline}".to_owned(),
        format!("{}: {{usage}}\n", text!(language, "cli-help-usage")),
    ];
    if command.has_subcommands() {
        parts.push(format!("{}:\n{{subcommands}}\n", text!(language, "cli-help-commands")));
    }
    if command.get_positionals().next().is_some() {
        parts.push(format!("{}:\n{{positionals}}\n", text!(language, "cli-help-arguments")));
    }
    parts.push(format!("{}:\n{{options}}", text!(language, "cli-help-options")));
    parts.join("\n")
}

fn translated_argument(command: &str, argument: Arg, language: Language) -> Arg {
    let name = argument.get_id().to_string();
    match argument.get_action() {
        ArgAction::Help => {
            return argument
                .help(text!(language, "cli-help-flag"))
                .long_help(text!(language, "cli-help-flag-long"));
        }
        ArgAction::Version => return argument.help(text!(language, "cli-help-version")),
        _ => {}
    }
    let Some(text) = text_of("argument", command, &name, language) else { return argument };
    let (mut short, long) = summary(&text);
    let mut long = long.unwrap_or_else(|| short.clone());
    let takes_values = argument.get_action().takes_values();
    let default = argument.get_default_values().iter().map(|value| value.to_string_lossy());
    let default = default.collect::<Vec<_>>().join(" ");
    if takes_values && !default.is_empty() {
        let default = text!(language, "cli-help-default", value = default);
        short = format!("{short} [{default}]");
        long = format!("{long}\n\n[{default}]");
    }
    let values = if takes_values { argument.get_possible_values() } else { Vec::new() };
    if !values.is_empty() {
        let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        let listed = text!(language, "cli-help-values", values = names.join(", "));
        short = format!("{short} [{listed}]");
        let meanings = values.iter().filter_map(|value| {
            let meaning =
                text_of("value", command, &format!("{name}-{}", value.get_name()), language)?;
            Some(format!("\n- {}: {}", value.get_name(), summary(&meaning).0))
        });
        let meanings: String = meanings.collect();
        long = if meanings.is_empty() {
            format!("{long}\n\n[{listed}]")
        } else {
            format!("{long}\n\n{}:{meanings}", text!(language, "cli-help-possible-values"))
        };
    }
    argument.help(short).long_help(long).hide_default_value(true).hide_possible_values(true)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fmt::Write;
    use std::path::Path;

    use clap::builder::StyledStr;

    use super::*;

    /// Keys that are there in some builds only.
    const OF_SOME_BUILDS: [&str; 6] = [
        "command-serve",
        "argument-project",
        "argument-port",
        "argument-no_browser",
        "value-solver-highs",
        "value-solver-microlp",
    ];

    /// A text as clap made it of a doc comment: the summary without its full stop, and all of it.
    fn written(short: Option<&StyledStr>, long: Option<&StyledStr>) -> Option<String> {
        long.or(short).map(ToString::to_string)
    }

    /// All texts beside the code: kind, command, name, text.
    fn beside_the_code() -> Vec<(&'static str, String, String, String)> {
        let mut texts = Vec::new();
        let root = super::super::CommandLine::command();
        for command in std::iter::once(&root).chain(root.get_subcommands()) {
            let name = command.get_name();
            let about = written(command.get_about(), command.get_long_about());
            texts.push(("command", name.to_owned(), String::new(), about.expect("a description")));
            for argument in command.get_arguments() {
                let id = argument.get_id().to_string();
                let help = written(argument.get_help(), argument.get_long_help());
                let help = help.unwrap_or_else(|| panic!("{name} {id} has a description"));
                texts.push(("argument", name.to_owned(), id.clone(), help));
                if !argument.get_action().takes_values() {
                    continue;
                }
                for value in argument.get_possible_values() {
                    let Some(help) = value.get_help() else { continue };
                    let value = format!("{id}-{}", value.get_name());
                    texts.push(("value", name.to_owned(), value, help.to_string()));
                }
            }
        }
        texts
    }

    /// The texts by key. The usual text of an option has the shared key.
    fn by_key() -> BTreeMap<String, String> {
        let texts = beside_the_code();
        let mut number = BTreeMap::<(&str, &str), BTreeMap<&str, usize>>::new();
        for (kind, _, name, text) in &texts {
            *number.entry((kind, name)).or_default().entry(text).or_default() += 1;
        }
        let keyed = texts.iter().map(|(kind, command, name, text)| {
            let usual = number[&(*kind, name.as_str())].iter().max_by_key(|(_, number)| **number);
            let key = match kind {
                &"command" => format!("command-{command}"),
                kind if usual.is_some_and(|(usual, _)| usual == text) => format!("{kind}-{name}"),
                kind => format!("{kind}-{command}-{name}"),
            };
            (key, text.clone())
        });
        keyed.collect()
    }

    fn keys(language: Language) -> BTreeSet<String> {
        let lines = HELP.sources(language).iter().flat_map(|source| source.lines());
        let keys = lines.filter(|line| line.starts_with(|sign: char| sign.is_ascii_lowercase()));
        keys.filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect()
    }

    /// After a change of a doc comment, run with `UPDATE_GOLDEN=1`, and change the Dutch text too.
    #[test]
    fn the_catalogue_has_the_doc_comments_of_the_code() {
        let mut texts = by_key();
        for key in keys(Language::English) {
            let of_another_build = OF_SOME_BUILDS.contains(&key.as_str());
            if of_another_build && !texts.contains_key(&key) {
                texts.insert(key.clone(), HELP.text(&key, Language::English).expect("the text"));
            }
        }
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            let mut file =
                "# Help: made from the doc comments of `src/cli/` by the test in `help.rs`.\n\n"
                    .to_owned();
            for (key, text) in &texts {
                let text = text.replace("{}", "{ \"{}\" }").replace("\n\n", "\n\n    ");
                let _ = writeln!(file, "{key} =\n    {text}");
            }
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/texts/en/help.ftl");
            std::fs::write(path, file).unwrap();
            return;
        }
        for (key, text) in &texts {
            let found = HELP.text(key, Language::English);
            assert_eq!(found.as_ref(), Some(text), "{key}: run with UPDATE_GOLDEN=1");
        }
        let known: BTreeSet<String> = texts.into_keys().collect();
        assert_eq!(keys(Language::English), known);
        assert_eq!(keys(Language::Dutch), known, "every text is there in Dutch");
    }

    #[test]
    fn a_summary_is_the_first_paragraph() {
        assert_eq!(summary("One.\nTwo."), ("One. Two".to_owned(), None));
        assert_eq!(summary("One.\n\nTwo."), ("One".to_owned(), Some("One.\n\nTwo.".to_owned())));
    }
}
