//! Layers: a room imports only rooms before it, files never import each other in a circle, and some
//! things are used in one room only.

use std::collections::{BTreeMap, BTreeSet};

use plaatswijzer::rules::cards;

use crate::sources::{Definitions, Source, all};

/// The rooms in the order of imports, as ARCHITECTURE.md draws them.
const ROOMS: [&str; 26] = [
    "base",
    "texts",
    "storage",
    "input",
    "instance",
    "contacts",
    "plan",
    "model",
    "rules",
    "problem",
    "certificate",
    "composing",
    "verify",
    "solve",
    "scenarios",
    "questions",
    "growth",
    "disclosure",
    "report",
    "spreadsheets",
    "generate",
    "project",
    "serve",
    "cli",
    "main",
    "lib",
];

/// The rooms that define the macros at the crate's root.
const MACROS: [(&str, &str); 4] =
    [("id_types", "base"), ("bounded_types", "base"), ("message", "texts"), ("text", "texts")];

/// Maximum number of lines of a file.
const MOST_LINES: usize = 400;

/// Files that are longer for a reason, and how long they may be.
const LONGER: [(&str, usize, &str); 2] = [
    (
        "instance/document.rs",
        500,
        "every key of the format in one place, each with its doc comment",
    ),
    (
        "rules/forming/mod.rs",
        450,
        "all words of the rule in both languages, beside its settings and rows",
    ),
];

fn position(room: &str) -> usize {
    let found = ROOMS.iter().position(|one| *one == room);
    found.unwrap_or_else(|| panic!("room {room} is not in the list of rooms"))
}

/// The other rooms that a file names, each with the path.
fn imports(source: &Source) -> Vec<(String, String)> {
    let paths = source.paths().into_iter().filter_map(|path| {
        let first = path.first()?;
        let defined_in = MACROS.iter().find(|(name, _)| name == first).map(|(_, room)| *room);
        let room = defined_in.unwrap_or(first);
        (room != source.room()).then(|| (room.to_owned(), path.join("::")))
    });
    paths.collect()
}

#[test]
fn rooms_import_only_rooms_before_them() {
    let mut against = Vec::new();
    let mut rooms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in all() {
        for (room, path) in imports(&source) {
            if position(&room) > position(source.room()) {
                against.push(format!("{} imports {path}", source.path));
            }
            rooms.entry(source.room().to_owned()).or_default().insert(room);
        }
    }
    assert_eq!(against, Vec::<String>::new());
    assert!(rooms["solve"].contains("model") && rooms["rules"].contains("base"), "{rooms:?}");
}

/// Which other files each file imports. A module that only declares and re-exports its children is no
/// importer of them.
fn files() -> BTreeMap<String, BTreeSet<String>> {
    let sources = all();
    let definitions = Definitions::of(&sources);
    let imported = |source: &Source| {
        let paths = source.paths();
        let files = paths.iter().filter_map(|path| definitions.file(path).map(str::to_owned));
        files.filter(|file| *file != source.path).collect()
    };
    sources.iter().map(|source| (source.path.clone(), imported(source))).collect()
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let files = files();
    assert!(files["rules/travel.rs"].contains("plan/placing.rs"), "re-exports are followed");
    assert_eq!(circles(&files), Vec::<Vec<String>>::new());
    let pair = [("a", "b"), ("b", "c"), ("c", "b"), ("c", "d")]
        .map(|(from, to)| (from.to_owned(), BTreeSet::from([to.to_owned()])));
    let mut example: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (from, to) in pair {
        example.entry(from).or_default().extend(to);
    }
    assert_eq!(circles(&example), [["b", "c"]]);
}

/// The strongly connected components of the imports: files that import each other in a circle.
fn circles(imports: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reached: BTreeMap<&String, BTreeSet<&String>> =
        imports.keys().map(|file| (file, reached_from(file, imports))).collect();
    let circle_of = |file: &&String| -> Vec<String> {
        let others = reached[*file].iter().copied();
        let mutual =
            others.filter(|other| reached.get(other).is_some_and(|back| back.contains(file)));
        mutual.cloned().collect()
    };
    let circles = imports.keys().filter(|file| reached[file].contains(file));
    let circles: BTreeSet<Vec<String>> = circles.map(|file| circle_of(&file)).collect();
    circles.into_iter().collect()
}

/// What a file imports, directly and through others.
fn reached_from<'a>(
    file: &String,
    imports: &'a BTreeMap<String, BTreeSet<String>>,
) -> BTreeSet<&'a String> {
    let mut reached = BTreeSet::new();
    let mut to_visit: Vec<&String> = imports.get(file).into_iter().flatten().collect();
    while let Some(next) = to_visit.pop() {
        if reached.insert(next) {
            to_visit.extend(imports.get(next).into_iter().flatten());
        }
    }
    reached
}

/// The files that use a word, except in some rooms or files.
fn using(sources: &[Source], word: &str, but: &[&str]) -> Vec<String> {
    let sources = sources.iter().filter(|source| {
        let excepted = but.iter().any(|one| source.path == *one || source.room() == *one);
        !excepted && source.says(word)
    });
    sources.map(|source| format!("{} uses {word}", source.path)).collect()
}

#[test]
fn some_things_are_used_in_one_room_only() {
    let sources = all();
    let used = |word: &str, but: &[&str]| using(&sources, word, but);
    let door = ["cli", "main"];
    let mut against = Vec::new();
    for word in ["println", "eprintln", "print", "eprint", "dbg"] {
        against.extend(used(&format!("{word}!"), &door));
    }
    for word in ["std::env", "std::io::stdout", "std::io::stdin"] {
        against.extend(used(word, &door));
    }
    for word in ["std::fs", "File::open"] {
        against.extend(used(word, &["cli", "main", "serve", "storage"]));
    }
    for word in ["Instant", "SystemTime"] {
        against.extend(used(word, &["solve", "questions", "cli", "serve"]));
    }
    for word in ["axum", "tokio"] {
        against.extend(used(word, &["serve"]));
    }
    for word in ["highs_sys", "highs::Model"] {
        against.extend(used(word, &["solve"]));
    }
    against.extend(used("unsafe", &["solve/mip/callback.rs"]));
    for word in ["todo!", "unimplemented!"] {
        against.extend(used(word, &[]));
    }
    assert_eq!(against, Vec::<String>::new());
    // If even this word is found nowhere, the search itself is broken.
    assert!(!used("Instant", &["questions"]).is_empty() && !used("unsafe", &[]).is_empty());
    assert!(!used("std::fs", &[]).is_empty() && !used("eprintln!", &[]).is_empty());
}

#[test]
fn the_second_opinion_names_nothing_of_the_model() {
    let words = [
        "model",
        "formulation",
        "Formulation",
        "solve",
        "sieve",
        "candidates",
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
        let used: Vec<&str> = words.into_iter().filter(|word| source.says(word)).collect();
        assert_eq!(used, Vec::<&str>::new(), "{}", source.path);
    }
}

#[test]
fn solvers_know_no_rule() {
    let solvers = ["solve/mip/", "solve/flow/"];
    let mut seen = 0;
    for source in all() {
        if !solvers.iter().any(|folder| source.path.starts_with(folder)) {
            continue;
        }
        seen += 1;
        for room in ["rules", "verify", "problem"] {
            assert!(!source.says(&format!("crate::{room}")), "{} uses {room}", source.path);
        }
        for card in cards() {
            assert!(!source.strings.iter().any(|string| string == card.id), "{}", source.path);
        }
    }
    assert!(seen > 10, "the solvers are where this test looks for them");
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
            let named: String = id.split('_').map(capitalised).chain(["Rule".to_owned()]).collect();
            for path in [format!("super::{id}"), format!("rules::{id}"), format!("super::{named}")]
            {
                assert!(!source.says(&path), "{} names {path}", source.path);
            }
            assert!(!imports_rule(source, &named), "{} imports {named}", source.path);
        }
    }
    assert!(seen >= ids.len(), "a file for each rule");
}

/// Whether a path from the room `rules` ends at a name.
fn imports_rule(source: &Source, name: &str) -> bool {
    let of_rules = |path: &&Vec<String>| path.first().is_some_and(|first| first == "rules");
    source.paths().iter().filter(of_rules).any(|path| path.last().is_some_and(|last| last == name))
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
