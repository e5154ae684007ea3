//! Comparison of texts without case, accents, signs and spaces, and removal of invisible characters.

use crate::message;
use crate::texts::Message;

/// A name for comparing: small letters and digits alone, without accents.
pub fn folded(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .flat_map(plain)
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// A letter without its accent. A mark that combines with the letter before it is no letter, and goes.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let letters = match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' => "a",
        'æ' => "ae",
        'ç' | 'č' | 'ć' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'ī' => "i",
        'ĳ' => "ij",
        'ñ' | 'ń' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => "o",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' => "u",
        'ý' | 'ÿ' => "y",
        'ß' => "ss",
        _ => "",
    };
    let same = letters.is_empty().then_some(letter);
    letters.chars().chain(same)
}

/// A text without what nobody sees: white space around it, signs of no width, and spaces of other widths
/// (which become plain ones).
pub fn tidy(text: &str) -> String {
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
    fn names_are_compared_without_case_accents_and_signs() {
        for (one, other) in [
            ("Vrije dagen", "VRIJE_DAGEN"),
            ("Categorie\u{308}n", "categoriën"),
            ("max.\u{a0}clusters", "max_clusters"),
            ("École", "ecole"),
        ] {
            assert_eq!(folded(one), folded(other));
        }
        assert_ne!(folded("wens 1"), folded("wens 2"));
    }

    #[test]
    fn what_nobody_sees_is_taken_away() {
        assert_eq!(tidy("\u{feff} 9712\u{a0}AB\u{200b}\t"), "9712 AB");
        let name = lookalike("c\u{2013}1").map(|(sign, name)| (sign, name.to_string()));
        assert_eq!(name, Some(('\u{2013}', "an en dash".to_owned())));
        assert_eq!(lookalike("c-1"), None);
    }
}
