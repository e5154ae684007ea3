//! Names of sheets.

use super::super::distinct::{cut, distinct};

/// The longest name of a sheet, in UTF-16 units.
const LONGEST: usize = 31;
/// Names that a spreadsheet program reserves.
const TAKEN: [&str; 1] = ["History"];

/// A valid and distinct name for the sheet of each topic, in order.
pub fn sheet_names(topics: impl IntoIterator<Item = String>) -> Vec<String> {
    let names: Vec<String> = topics.into_iter().map(|topic| admitted(&topic)).collect();
    distinct(names.iter().map(String::as_str), LONGEST, &TAKEN)
}

/// A topic without the signs that a name may not have, and without an apostrophe at either end.
fn admitted(topic: &str) -> String {
    let replaced = |sign: char| match sign {
        '[' => '(',
        ']' => ')',
        ':' | '*' | '?' | '/' | '\\' => '-',
        sign if sign.is_control() => ' ',
        sign => sign,
    };
    let name: String = topic.chars().map(replaced).collect();
    let is_edge = |sign: char| sign == '\'' || sign.is_whitespace();
    let name = cut(name.trim_matches(is_edge), LONGEST).trim_end_matches(is_edge);
    if name.is_empty() { "-".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(topics: &[&str]) -> Vec<String> {
        sheet_names(topics.iter().map(|&topic| topic.to_owned()))
    }

    #[test]
    fn forbidden_signs_are_replaced() {
        let found = names(&["Noord/Zuid: [a]*?", "'t Hart'", "a\tb", "''", ""]);
        assert_eq!(found, ["Noord-Zuid- (a)--", "t Hart", "a b", "-", "- (2)"]);
    }

    #[test]
    fn names_are_short_and_differ() {
        let long = "Stichting voor openbaar primair onderwijs in het noorden";
        let found = names(&[long, long, "history", "Wiske", "WISKE"]);
        assert_eq!(
            found,
            [
                "Stichting voor openbaar primair",
                "Stichting voor openbaar pri (2)",
                "history (2)",
                "Wiske",
                "WISKE (2)"
            ]
        );
        assert!(found.iter().all(|name| name.encode_utf16().count() <= LONGEST));
    }

    #[test]
    fn an_apostrophe_at_the_cut_goes_too() {
        assert_eq!(
            names(&["Wij gaan vandaag allemaal naar 't huis"]),
            ["Wij gaan vandaag allemaal naar"]
        );
    }
}
