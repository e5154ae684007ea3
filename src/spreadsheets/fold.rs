//! Removal of what nobody sees in a text, and signs that look alike.

pub use crate::base::folded;
use crate::message;
use crate::texts::Message;

/// A text without what nobody sees: white space around it, signs of no width, and spaces of other widths
/// (which become plain ones).
pub fn tidy(text: &str) -> String {
    // Most texts, and much faster.
    if text.is_ascii() {
        return text.trim().to_owned();
    }
    let visible = text.chars().filter(|sign| !is_invisible(*sign));
    let spaced = visible.map(|sign| if is_space(sign) { ' ' } else { sign });
    spaced.collect::<String>().trim().to_owned()
}

const fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

const fn is_space(sign: char) -> bool {
    matches!(sign, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Whether a name of a column has a word in it that turns its meaning around.
pub fn negates(name: &str) -> bool {
    const NEGATIONS: [&str; 9] =
        ["niet", "geen", "nooit", "behalve", "not", "no", "never", "except", "without"];
    let mut words = name.split(|sign: char| !sign.is_alphanumeric()).map(folded);
    words.any(|word| NEGATIONS.contains(&word.as_str()) || word.starts_with("niet"))
}

/// The first sign of a text that looks like one on the keyboard, with its name.
pub fn lookalike(text: &str) -> Option<(char, Message)> {
    let named = |sign| match sign {
        '\u{2010}' | '\u{2011}' => Some((sign, message!("spreadsheets-sign-hyphen"))),
        '\u{2012}' | '\u{2013}' => Some((sign, message!("spreadsheets-sign-en-dash"))),
        '\u{2014}' => Some((sign, message!("spreadsheets-sign-em-dash"))),
        '\u{2212}' => Some((sign, message!("spreadsheets-sign-minus"))),
        '\u{2018}' | '\u{2019}' => Some((sign, message!("spreadsheets-sign-apostrophe"))),
        _ => None,
    };
    text.chars().find_map(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negation_is_seen() {
        assert!(negates("Niet beschikbaar") && negates("not at") && !negates("beschikbaar"));
        assert!(!negates("notities"));
    }

    #[test]
    fn what_nobody_sees_is_taken_away() {
        assert_eq!(tidy("\u{feff} 9712\u{a0}AB\u{200b}\t"), "9712 AB");
        let name = lookalike("c\u{2013}1").map(|(sign, name)| (sign, name.to_string()));
        assert_eq!(name, Some(('\u{2013}', "an en dash".to_owned())));
        assert_eq!(lookalike("c-1"), None);
    }
}
