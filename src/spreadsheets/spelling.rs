//! Spells denominations and concepts alike: rules compare them letter by letter, so that `Openbaar` in one table
//! and `openbaar` in another would never match.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::accepted::accepted;
use super::denomination_settings::MetBy;
use super::entry::Entry;
use super::fold::{folded, negates, tidy};
use super::origins::Origins;
use super::sheet::excerpt;
use super::vocabulary::{
    CellForm, denomination_key, find_word, is_denomination, member_keys, without_strength, yes_no,
};
use crate::input::errors::{Code, InputErrors};
use crate::message;

/// Texts that schools and students share.
struct SharedTexts {
    /// Pointers to the list in a school and in a student.
    of_school: &'static str,
    of_student: &'static str,
    /// A text by which spellings of one thing are equal.
    key: fn(&str) -> String,
    /// The keys of what a wider text includes.
    members: fn(&str) -> Vec<String>,
    /// Whether a text is one of those that everybody knows.
    is_known: fn(&str) -> bool,
}

const SHARED: [SharedTexts; 2] = [
    SharedTexts {
        of_school: "/denomination",
        of_student: "/denomination/wish",
        key: denomination_key,
        members: member_keys,
        is_known: is_denomination,
    },
    SharedTexts {
        of_school: "/concepts",
        of_student: "/concepts",
        key: folded,
        members: |_| Vec::new(),
        is_known: |_| false,
    },
];

/// Takes words of strength off wishes for a denomination: `moet christelijk` is a wish that must be met.
pub fn read_strengths(schools: &mut [Entry], students: &mut [Entry], met_by: &MetBy) {
    let offered = schools.iter_mut().filter_map(|entry| list(entry, "/denomination")).flatten();
    let offered: BTreeSet<String> =
        offered.filter_map(|text| text.as_str()).map(denomination_key).collect();
    let is_known = |text: &str| {
        let known = |one: &str| is_denomination(one) || offered.contains(&denomination_key(one));
        met_by.keys(text).is_some() || text.split('/').all(known)
    };
    for entry in students {
        let wish = entry.filled.values.get_mut("denomination").and_then(Value::as_object_mut);
        let Some(wish) = wish else { continue };
        let Some(Value::Array(texts)) = wish.get_mut("wish") else { continue };
        let mut strength = None;
        for text in texts.iter_mut() {
            let read = text.as_str().and_then(without_strength);
            let Some((stated, rest)) = read.filter(|(_, rest)| is_known(rest)) else { continue };
            strength = Some(stated);
            *text = Value::from(tidy(rest));
        }
        if let Some(strength) = strength {
            give_strength(wish, json!(strength));
        }
    }
}

/// A column of strengths wins over words in the wish.
fn give_strength(wish: &mut Map<String, Value>, strength: Value) {
    wish.entry("strength").or_insert(strength);
}

/// Rewrites texts that mean the same to the spelling that most schools use. A wish for a wider denomination
/// becomes one for those that it includes, and `met_by` says what else meets one. Returns the rewritten ones as pairs
/// (from, to).
pub fn unify(
    schools: &mut [Entry],
    students: &mut [Entry],
    met_by: &MetBy,
) -> BTreeSet<(String, String)> {
    let mut rewritten = BTreeSet::new();
    split_known(schools);
    for shared in &SHARED {
        let mut counts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for text in schools.iter_mut().filter_map(|entry| list(entry, shared.of_school)).flatten() {
            if let Some(text) = text.as_str() {
                let spellings = counts.entry((shared.key)(text)).or_default();
                *spellings.entry(text.to_owned()).or_default() += 1;
            }
        }
        // Ties go to the last in the alphabet, which prefers lower case.
        let usual = counts.into_iter().filter_map(|(key, spellings)| {
            let (text, _) = spellings.into_iter().max_by_key(|(_, count)| *count)?;
            Some((key, text))
        });
        let usual: BTreeMap<String, String> = usual.collect();
        let nothing = MetBy::default();
        let wishes = if shared.of_school == "/denomination" { met_by } else { &nothing };
        for (entries, pointer, met_by) in [
            (&mut *schools, shared.of_school, &nothing),
            (&mut *students, shared.of_student, wishes),
        ] {
            for entry in entries {
                respell(entry, pointer, shared, &usual, met_by, &mut rewritten);
            }
        }
    }
    rewritten
}

fn respell(
    entry: &mut Entry,
    pointer: &str,
    shared: &SharedTexts,
    usual: &BTreeMap<String, String>,
    met_by: &MetBy,
    rewritten: &mut BTreeSet<(String, String)>,
) {
    let Some(list) = list(entry, pointer) else { return };
    let mut respelled: Vec<Value> = Vec::new();
    for text in list.iter() {
        let Some(written) = text.as_str() else {
            respelled.push(text.clone());
            continue;
        };
        let texts = spelled_as_usual(written, shared, usual, met_by);
        if texts != [written] {
            rewritten.insert((written.to_owned(), texts.join("; ")));
        }
        respelled.extend(texts.into_iter().map(Value::from));
    }
    // Two spellings of one text in a cell are one wish.
    let mut seen = BTreeSet::new();
    respelled.retain(|text| seen.insert(text.to_string()));
    *list = respelled;
}

/// A text as most schools spell it; several where it names several or a wider one, and itself where no school
/// has it.
fn spelled_as_usual(
    written: &str,
    shared: &SharedTexts,
    usual: &BTreeMap<String, String>,
    met_by: &MetBy,
) -> Vec<String> {
    let one = |text: &str| -> Vec<String> {
        if let Some(also) = met_by.keys(text) {
            let itself = (shared.key)(text);
            let keys = std::iter::once(&itself).chain(also);
            return keys.filter_map(|key| usual.get(key).cloned()).collect();
        }
        if let Some(known) = usual.get(&(shared.key)(text)) {
            return vec![known.clone()];
        }
        let members = (shared.members)(text);
        members.iter().filter_map(|member| usual.get(member).cloned()).collect()
    };
    let whole = one(written);
    if !whole.is_empty() {
        return whole;
    }
    for between in BETWEEN {
        let parts: Vec<Vec<String>> = written.split(between).map(str::trim).map(one).collect();
        if !parts.iter().any(Vec::is_empty) {
            return parts.concat();
        }
    }
    vec![written.to_owned()]
}

/// What people write between two denominations: a school has both, and a wish is met by either.
const BETWEEN: [&str; 7] = ["/", ",", "+", "&", " en ", " of ", " or "];

/// Splits denominations of schools that name several, all of which are known: `PC/RK`.
fn split_known(schools: &mut [Entry]) {
    for texts in schools.iter_mut().filter_map(|entry| list(entry, "/denomination")) {
        let split = texts.iter().flat_map(|text| {
            let written = text.as_str().unwrap_or_default();
            let mut ways = BETWEEN.iter().map(|between| written.split(between));
            let known = ways.find_map(|parts| {
                let parts: Vec<&str> = parts.map(str::trim).collect();
                (parts.len() > 1 && parts.iter().all(|part| is_denomination(part))).then_some(parts)
            });
            known.map_or_else(
                || vec![text.clone()],
                |parts| parts.into_iter().map(Value::from).collect(),
            )
        });
        *texts = split.collect();
    }
}

/// Reports wishes for what a student does not want (`geen christelijke`), and those that say only yes; takes out those
/// that say no. Read as wishes, no school would meet them.
pub fn refuse_unreadable(
    students: &mut [Entry],
    met_by: &MetBy,
    origins: &Origins,
    errors: &mut InputErrors,
) {
    for entry in students {
        for shared in &SHARED {
            let key = shared.of_student[1..].split('/').next().unwrap_or_default();
            let Some(texts) = list(entry, shared.of_student) else { continue };
            texts.retain(|text| {
                text.as_str().is_none_or(|text| find_word(yes_no(), text) != Ok(false))
            });
            let unreadable = |text: &&str| {
                let is_known = (shared.is_known)(text) || met_by.keys(text).is_some();
                !is_known && (negates(text) || find_word(yes_no(), text).is_ok())
            };
            let texts = texts.iter().filter_map(Value::as_str);
            let Some(text) = texts.clone().find(unreadable).map(excerpt) else { continue };
            let allowed = accepted(CellForm::WishedTexts);
            let help = message!("spreadsheets-wish-what-may-be");
            let location = origins.cell_of(entry.view, entry.filled.row, key);
            errors.add(Code::UnknownWord, location, text, allowed, help);
            entry.filled.broken.push(key);
        }
    }
}

fn list<'a>(entry: &'a mut Entry, pointer: &str) -> Option<&'a mut Vec<Value>> {
    let (key, inner) = match pointer[1..].split_once('/') {
        Some((key, _)) => (key, &pointer[key.len() + 1..]),
        None => (&pointer[1..], ""),
    };
    let list = entry.filled.values.get_mut(key).and_then(|value| value.pointer_mut(inner));
    list.and_then(Value::as_array_mut)
}
