//! Spells denominations and concepts alike: rules compare them letter by letter, so that `Openbaar` in one table
//! and `openbaar` in another would never match.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::entry::Entry;
use super::fold::folded;

/// The lists whose texts schools and students share, as pointers into a school and into a student.
const SHARED: [(&str, &str); 2] =
    [("/denomination", "/denomination/wish"), ("/concepts", "/concepts")];

/// Rewrites texts that differ only in case, accents and signs to the spelling that most schools use.
/// Returns the rewritten ones as pairs (from, to).
pub fn unify(schools: &mut [Entry], students: &mut [Entry]) -> BTreeSet<(String, String)> {
    let mut rewritten = BTreeSet::new();
    for (of_school, of_student) in SHARED {
        let mut counts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for text in schools.iter_mut().filter_map(|entry| list(entry, of_school)).flatten() {
            if let Some(text) = text.as_str() {
                let spellings = counts.entry(folded(text)).or_default();
                *spellings.entry(text.to_owned()).or_default() += 1;
            }
        }
        // Ties go to the last in the alphabet, which prefers lower case.
        let usual = counts.into_iter().filter_map(|(key, spellings)| {
            let (text, _) = spellings.into_iter().max_by_key(|(_, count)| *count)?;
            Some((key, text))
        });
        let usual: BTreeMap<String, String> = usual.collect();
        for (entries, pointer) in [(&mut *schools, of_school), (&mut *students, of_student)] {
            for entry in entries {
                respell(entry, pointer, &usual, &mut rewritten);
            }
        }
    }
    rewritten
}

fn respell(
    entry: &mut Entry,
    pointer: &str,
    usual: &BTreeMap<String, String>,
    rewritten: &mut BTreeSet<(String, String)>,
) {
    let Some(list) = list(entry, pointer) else { return };
    for text in list.iter_mut() {
        let Some(written) = text.as_str() else { continue };
        if let Some(known) = usual.get(&folded(written)).filter(|known| *known != written) {
            rewritten.insert((written.to_owned(), known.clone()));
            *text = Value::from(known.clone());
        }
    }
    // Two spellings of one text in a cell are one wish.
    let mut seen = BTreeSet::new();
    list.retain(|text| seen.insert(text.to_string()));
}

fn list<'a>(entry: &'a mut Entry, pointer: &str) -> Option<&'a mut Vec<Value>> {
    let (key, inner) = match pointer[1..].split_once('/') {
        Some((key, _)) => (key, &pointer[key.len() + 1..]),
        None => (&pointer[1..], ""),
    };
    let list = entry.filled.values.get_mut(key).and_then(|value| value.pointer_mut(inner));
    list.and_then(Value::as_array_mut)
}
