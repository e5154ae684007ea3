//! Boards that schools spell in several ways, for imports without a table of boards.

use std::collections::BTreeMap;

use serde_json::Value;

use super::account::{Account, ImportStep};
use super::entry::Entry;
use super::origins::Origins;
use super::sheet::excerpt;
use crate::base::{core_of_name, name_words};
use crate::input::errors::{Code, InputErrors};
use crate::message;

/// The number of boards up to which all pairs are compared.
const MOST_COMPARED: usize = 300;
/// The number of letters from which one wrong letter is probably a typing error.
const LONG: usize = 6;

/// The number of letters up to which a word distinguishes boards that are otherwise named alike.
const SHORT: usize = 2;

/// The spellings of one board.
#[derive(Default)]
struct Spellings {
    /// How many schools write it so, and the first of them.
    counts: BTreeMap<String, (usize, usize)>,
}

impl Spellings {
    /// The spelling of most schools; of several, that of the first school.
    fn usual(&self) -> &str {
        let best =
            self.counts.iter().max_by_key(|(_, (count, first))| (*count, usize::MAX - first));
        best.map_or("", |(spelling, _)| spelling)
    }

    fn schools(&self) -> usize {
        self.counts.values().map(|(count, _)| count).sum()
    }

    fn first(&self) -> usize {
        self.counts.values().map(|(_, first)| *first).min().unwrap_or_default()
    }
}

/// Gives boards that differ in capitals, accents and signs alone the spelling that most schools use. Two boards
/// that are probably the same are an error: only the planner knows.
pub fn unify(
    schools: &mut [Entry],
    origins: &Origins,
    errors: &mut InputErrors,
    account: &mut Account,
) {
    let board = |entry: &Entry| {
        let board = entry.filled.values.get("board").and_then(Value::as_str);
        board.filter(|_| !entry.filled.broken.contains(&"board")).map(str::to_owned)
    };
    // Codes are not names: `41570` and `41571` are two boards.
    let is_name = |board: &str| !board.contains(|sign: char| sign.is_ascii_digit());
    let mut boards: BTreeMap<String, Spellings> = BTreeMap::new();
    for (index, entry) in schools.iter().enumerate() {
        let Some(board) = board(entry).filter(|board| is_name(board)) else { continue };
        let spellings = boards.entry(core_of_name(&board)).or_default();
        spellings.counts.entry(board).or_insert((0, index)).0 += 1;
    }
    let mut respelled = Vec::new();
    for entry in schools.iter_mut() {
        let Some(written) = board(entry).filter(|board| is_name(board)) else { continue };
        let usual = boards[&core_of_name(&written)].usual();
        if usual != written {
            respelled.push((written, usual.to_owned()));
            entry.filled.values.insert("board".to_owned(), Value::from(usual));
        }
    }
    respelled.sort();
    respelled.dedup();
    if !respelled.is_empty() {
        account.steps.push(ImportStep::BoardsAlike(respelled));
    }
    if boards.len() <= MOST_COMPARED {
        likely_pairs(&boards.into_values().collect::<Vec<_>>(), schools, origins, errors);
    }
}

/// Reports boards that folding leaves apart and that are probably the same.
fn likely_pairs(
    boards: &[Spellings],
    schools: &mut [Entry],
    origins: &Origins,
    errors: &mut InputErrors,
) {
    for (index, one) in boards.iter().enumerate() {
        for other in &boards[index + 1..] {
            let (one, other) =
                if one.schools() >= other.schools() { (one, other) } else { (other, one) };
            if !are_alike(one.usual(), other.usual()) {
                continue;
            }
            let entry = &schools[other.first()];
            errors.add(
                Code::AmbiguousName,
                origins.cell_of(entry.view, entry.filled.row, "board"),
                message!(
                    "spreadsheets-board-like-another",
                    board = excerpt(other.usual()),
                    usual = excerpt(one.usual()),
                    count = one.schools()
                ),
                message!("spreadsheets-one-spelling-per-board"),
                message!("spreadsheets-same-board", usual = one.usual()),
            );
        }
    }
}

/// Whether one name begins with all words of the other, or differs in one letter of a word: `Scholengroep A` and
/// `Scholengroep B` are two.
fn are_alike(one: &str, other: &str) -> bool {
    let (first, second) = (name_words(one), name_words(other));
    let begins = first.starts_with(&second) || second.starts_with(&first);
    let differ = first.iter().zip(&second).find(|(first, second)| first != second);
    let short = |word: &str| word.chars().count() <= SHORT;
    if first.len() == second.len() && differ.is_some_and(|(one, other)| short(one) && short(other))
    {
        return false;
    }
    let (first, second) = (first.concat(), second.concat());
    let long = first.chars().count().min(second.chars().count()) >= LONG;
    begins || (long && strsim::damerau_levenshtein(&first, &second) == 1)
}

#[cfg(test)]
mod tests {
    use super::are_alike;

    #[test]
    fn likely_pairs_are_found() {
        assert!(are_alike("Plateau", "Plateau Assen"));
        assert!(are_alike("Quadraten", "Quadratten"));
        assert!(!are_alike("Noord", "Zuid"));
        assert!(!are_alike("Scholengroep A", "Scholengroep B"));
        assert!(!are_alike("b", "c"));
        assert!(!are_alike("Goud", "Gold"));
    }
}
