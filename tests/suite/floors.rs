//! The house keeps its floors: a room imports only what lies below it, and some things are said in
//! one room only.

use std::collections::{BTreeMap, BTreeSet};

use plaatswijzer::rules::cards;

use crate::sources::{Source, all};

/// The rooms by floor, from the ground up.
const FLOORS: [&[&str]; 18] = [
    &["base"],
    &["texts"],
    &["input"],
    &["instance"],
    &["plan"],
    &["model"],
    &["rules"],
    &["problem"],
    &["composing"],
    &["verify"],
    &["solve"],
    &["scenarios"],
    &["questions"],
    &["disclosure"],
    &["report"],
    &["spreadsheets"],
    &["generate"],
    &["cli", "main", "lib"],
];

/// Macros stand at the crate's root, wherever they are written.
const MACROS: [&str; 2] = ["id_types", "bounded_types"];

/// What a file holds at the most; 400 is a smell.
const MOST_LINES: usize = 400;

/// Files that are longer for a reason, and how long they may be.
const LONGER: [(&str, usize, &str); 1] = [(
    "instance/document.rs",
    500,
    "every key of the format in one place, each with its doc comment",
)];

fn floor(room: &str) -> usize {
    let found = FLOORS.iter().position(|rooms| rooms.contains(&room));
    found.unwrap_or_else(|| panic!("room {room} stands on no floor"))
}

/// Which other rooms a file names, with the path.
fn imports(source: &Source) -> Vec<(String, String)> {
    let paths = source.paths().into_iter().filter_map(|path| {
        let first = path.first()?;
        let room = if MACROS.contains(&first.as_str()) { "base" } else { first };
        (room != source.room()).then(|| (room.to_owned(), path.join("::")))
    });
    paths.collect()
}

#[test]
fn rooms_import_only_from_below() {
    let mut against = Vec::new();
    let mut rooms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in all() {
        for (room, path) in imports(&source) {
            if floor(&room) > floor(source.room()) {
                against.push(format!("{} imports {path}", source.path));
            }
            rooms.entry(source.room().to_owned()).or_default().insert(room);
        }
    }
    assert_eq!(against, Vec::<String>::new());
    assert!(rooms["engine"].contains("solve") && rooms["rules"].contains("base"), "{rooms:?}");
    let siblings = ["solve", "verify"];
    for (one, other) in [(0, 1), (1, 0)] {
        assert!(!rooms[siblings[one]].contains(siblings[other]), "the siblings see each other");
    }
    assert_eq!(circle(rooms), BTreeSet::new());
}

/// The rooms of which each imports another one of them.
fn circle(mut rooms: BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    loop {
        let left: BTreeSet<String> = rooms.keys().cloned().collect();
        let number = rooms.len();
        rooms.retain(|_, imported| !imported.is_disjoint(&left));
        if rooms.len() == number {
            return left;
        }
    }
}

/// The files in which a word stands, outside some rooms or files.
fn saying(word: &str, but: &[&str]) -> Vec<String> {
    let sources = all().into_iter().filter(|source| {
        let excepted = but.iter().any(|one| source.path == *one || source.room() == *one);
        !excepted && source.says(word)
    });
    sources.map(|source| format!("{} says {word}", source.path)).collect()
}

#[test]
fn some_things_are_said_in_one_room_only() {
    let door = ["cli", "main"];
    let mut against = Vec::new();
    for word in ["println", "eprintln", "print", "eprint", "dbg"] {
        against.extend(saying(&format!("{word}!"), &door));
    }
    for word in ["std::fs", "File::open", "std::env", "std::io::stdout", "std::io::stdin"] {
        against.extend(saying(word, &door));
    }
    for word in ["Instant", "SystemTime"] {
        against.extend(saying(word, &["solve", "decomposition", "engine", "cli"]));
    }
    for word in ["highs_sys", "highs::"] {
        against.extend(saying(word, &["solve"]));
    }
    against.extend(saying("unsafe", &["solve/callback.rs"]));
    for word in ["todo!", "unimplemented!"] {
        against.extend(saying(word, &[]));
    }
    assert_eq!(against, Vec::<String>::new());
    // A word that is nowhere would show that the search is blind.
    assert!(!saying("Instant", &["engine"]).is_empty() && !saying("unsafe", &[]).is_empty());
    assert!(!saying("std::fs", &[]).is_empty() && !saying("eprintln!", &[]).is_empty());
}

#[test]
fn the_second_opinion_names_nothing_of_the_model() {
    let words = [
        "formulation",
        "Formulation",
        "solve",
        "sieve",
        "Candidates",
        "ClusterOption",
        "OptionId",
        "Pair",
        "PairId",
        "Variable",
        "VariableId",
        "Row",
        "RowId",
    ];
    for source in all().iter().filter(|source| source.room() == "verify") {
        let said: Vec<&str> = words.into_iter().filter(|word| source.says(word)).collect();
        assert_eq!(said, Vec::<&str>::new(), "{}", source.path);
    }
}

#[test]
fn the_solve_stage_names_no_rule() {
    for source in all().iter().filter(|source| source.room() == "solve") {
        assert!(!source.says("rules"), "{}", source.path);
        for card in cards() {
            assert!(!source.code.contains(&format!("\"{}\"", card.id)), "{}", source.path);
        }
    }
}

#[test]
fn rule_files_do_not_import_each_other() {
    let ids: BTreeSet<&str> = cards().into_iter().map(|card| card.id).collect();
    let mut seen = 0;
    for source in all().iter().filter(|source| source.room() == "rules") {
        let inner = source.path.trim_start_matches("rules/");
        let own = inner.split('/').next().unwrap().trim_end_matches(".rs");
        if !ids.contains(own) {
            continue;
        }
        seen += 1;
        for id in ids.iter().filter(|id| **id != own) {
            let named: String = id.split('_').map(capitalised).collect();
            for path in [format!("super::{id}"), format!("rules::{id}"), format!("super::{named}")]
            {
                assert!(!source.says(&path), "{} names {path}", source.path);
            }
            let imported = imported(&source.words);
            assert!(!imported.contains(named.as_str()), "{} imports {named}", source.path);
        }
    }
    assert!(seen >= ids.len(), "a file for each rule");
}

/// The last steps of what a file imports.
fn imported(words: &str) -> BTreeSet<&str> {
    let uses = words.split(';').filter_map(|statement| statement.split_once("use super::"));
    let names = uses.flat_map(|(_, names)| names.split(|sign: char| !sign.is_alphanumeric()));
    names.collect()
}

fn capitalised(word: &str) -> String {
    let (first, others) = word.split_at(1);
    first.to_uppercase() + others
}

#[test]
fn files_have_one_subject() {
    let mut longer = Vec::new();
    for source in all() {
        let lines = source.text.lines().count();
        let excepted = LONGER.iter().find(|(path, _, _)| *path == source.path);
        let most = excepted.map_or(MOST_LINES, |(_, most, _)| *most);
        if lines > most {
            longer.push(format!("{} has {lines} lines", source.path));
        }
    }
    assert_eq!(longer, Vec::<String>::new());
}
