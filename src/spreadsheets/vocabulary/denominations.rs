//! Denominations under the names that people use for them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::data::{keep, keep_list, rows};
use super::words::wish_words;
use crate::instance::Strength;
use crate::spreadsheets::fold::folded;

/// A row of `denominations.csv`.
#[derive(Deserialize)]
struct DenominationRow {
    name: String,
    also: String,
    members: String,
}

/// The denominations that the table knows.
struct KnownDenominations {
    /// The name of each, by every folded name for it.
    names: BTreeMap<String, &'static str>,
    /// Which denominations a wider one includes: any of them meets a wish for it.
    members: BTreeMap<&'static str, Vec<&'static str>>,
}

fn known() -> &'static KnownDenominations {
    static KNOWN: LazyLock<KnownDenominations> = LazyLock::new(|| {
        let (mut names, mut members) = (BTreeMap::new(), BTreeMap::new());
        for row in rows::<DenominationRow>(include_str!("denominations.csv")) {
            let name = keep(row.name);
            names.extend(keep_list(row.also).into_iter().map(|also| (folded(also), name)));
            names.insert(folded(name), name);
            members.insert(name, keep_list(row.members));
        }
        KnownDenominations { names, members }
    });
    &KNOWN
}

/// A text by which spellings of one denomination are equal: `PC` and `Prot. Chr.`
pub fn denomination_key(text: &str) -> String {
    let letters = folded(text);
    known().names.get(&letters).map_or(letters, |name| folded(name))
}

/// Whether the table knows a denomination.
pub fn is_denomination(text: &str) -> bool {
    known().names.contains_key(&folded(text))
}

/// A word of strength before a denomination, and the denomination: `moet christelijk`.
pub fn without_strength(text: &str) -> Option<(Strength, &str)> {
    let (word, rest) = text.split_once(' ')?;
    let known = wish_words().iter().find(|known| known.is(word))?;
    Some((known.value, rest))
}

/// Whether a text wishes for denominations that the table knows: `PC`, `openbaar/christelijk`, `liefst RK`.
pub fn is_denomination_wish(text: &str) -> bool {
    let wished = without_strength(text).map_or(text, |(_, wished)| wished);
    is_denomination(wished) || wished.split('/').all(is_denomination)
}

/// The keys of the denominations that a wider one includes; empty for any other.
pub fn member_keys(text: &str) -> Vec<String> {
    let name = known().names.get(&folded(text));
    let members = name.and_then(|name| known().members.get(name)).into_iter().flatten();
    members.map(|member| denomination_key(member)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_denomination_are_equal() {
        for text in ["Prot. Chr.", "prot.chr.", "P.C.", "Protestants-christelijk"] {
            assert_eq!(denomination_key(text), denomination_key("PC"), "{text}");
        }
        assert_eq!(denomination_key("Openb."), denomination_key("OB"));
        assert_ne!(denomination_key("dalton"), denomination_key("OB"));
        assert_eq!(member_keys("Christelijk"), ["PC", "RK"].map(denomination_key));
        for text in ["openbaar", "moet christelijk", "openbaar/PC"] {
            assert!(is_denomination_wish(text), "{text}");
        }
        for text in ["De Wei", "moet De Wei", "openbaar/De Wei", ""] {
            assert!(!is_denomination_wish(text), "{text}");
        }
        assert!(member_keys("PC").is_empty() && member_keys("dalton").is_empty());
    }
}
