//! Pairs of students who are to be together or apart: in tables a column per kind of pairs, each with a list of
//! students; in the document entries under `with` and `apart`.

use serde_json::{Value, json};

use super::entry::Entry;
use super::filled::Filled;
use super::origins::Origins;
use crate::instance::document::{InstanceDocument, PairsDocument};
use crate::instance::{MeetingPlace, Strength};

/// The keys of the document that columns of pairs belong to, each with the paths of its columns.
pub const COLUMNS: [(&str, [&str; 4]); 2] = [
    ("with", ["with", "with@must", "with@cluster", "with@must@cluster"]),
    ("apart", ["apart", "apart@must", "apart@cluster", "apart@must@cluster"]),
];

/// What a column of pairs says of them.
fn asked(path: &str) -> (Strength, MeetingPlace) {
    let says = |word: &str| path.split('@').any(|part| part == word);
    let strength = if says("must") { Strength::Must } else { Strength::Prefer };
    let at = if says("cluster") { MeetingPlace::Cluster } else { MeetingPlace::School };
    (strength, at)
}

/// Whether any row asks for a pair.
pub fn are_asked(students: &[Entry]) -> bool {
    let mut paths = COLUMNS.iter().flat_map(|(_, paths)| paths);
    paths.any(|path| students.iter().any(|entry| entry.filled.values.contains_key(*path)))
}

/// Turns columns of pairs into the document's `with` and `apart` entries.
pub fn settle(students: &mut [Entry], origins: &Origins) {
    for entry in students {
        for (key, paths) in COLUMNS {
            settle_key(&mut entry.filled, entry.view, key, paths, origins);
        }
    }
}

fn settle_key(
    filled: &mut Filled,
    view: usize,
    key: &'static str,
    paths: [&'static str; 4],
    origins: &Origins,
) {
    let mut entries = Vec::new();
    let mut columns = Vec::new();
    for path in paths {
        if filled.broken.contains(&path) {
            filled.broken.push(key);
        }
        let numbered = filled.elements.iter().filter(|(of, _)| *of == path);
        let column = numbered.map(|(_, at)| *at).next().or_else(|| origins.column_at(view, path));
        filled.elements.retain(|(of, _)| *of != path);
        let listed = filled.values.remove(path);
        let listed = listed.as_ref().and_then(Value::as_array).filter(|list| !list.is_empty());
        let Some(listed) = listed else { continue };
        let mut entry = json!({ "students": listed });
        let (strength, at) = asked(path);
        if strength == Strength::Must {
            entry["strength"] = json!(strength);
        }
        if at == MeetingPlace::Cluster {
            entry["at"] = json!(at);
        }
        entries.push(entry);
        columns.extend(column);
    }
    if !entries.is_empty() {
        filled.values.insert(key.to_owned(), Value::Array(entries));
        filled.elements.extend(columns.into_iter().map(|at| (key, at)));
    }
}

/// The students whom a row of the document names in pairs of the kind that a column has.
pub fn written(path: &str, row: &Value) -> Vec<String> {
    let key = path.split('@').next().unwrap_or(path);
    let entries: Vec<PairsDocument> = row
        .get(key)
        .and_then(|pairs| serde_json::from_value(pairs.clone()).ok())
        .unwrap_or_default();
    let alike = entries.into_iter().filter(|entry| {
        let strength = entry.strength.unwrap_or(Strength::Prefer);
        (strength, entry.at.unwrap_or(MeetingPlace::School)) == asked(path)
    });
    alike.flat_map(|entry| entry.students).collect()
}

/// The first student with a pair that cells cannot say: with a price or a reason of its own.
pub fn beyond_cells(document: &InstanceDocument) -> Option<&str> {
    let beyond = |pair: &PairsDocument| pair.worth_km.is_some() || pair.because.is_some();
    let mut students = document.students.iter();
    let found = students.find(|student| {
        [&student.with, &student.apart].into_iter().flatten().flatten().any(beyond)
    });
    found.map(|student| student.id.as_str())
}
