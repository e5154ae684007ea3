//! Rows that are known by their names, where no column of their table gives ids: planners name schools, and have no codes.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::entry::Entry;
use super::filled::Filled;
use super::fold::folded;
use super::origins::Origins;
use super::reference_words::kinds_in_words;
use super::sheet::excerpt;
use super::vocabulary::TableKind;
use crate::input::errors::{Code, InputErrors};
use crate::message;

/// Gives a row its name as id.
pub fn give_id(kind: TableKind, filled: &mut Filled) {
    filled.known_by_name = true;
    let name = filled.values.get("name").and_then(Value::as_str);
    // A name may go over two lines of a cell.
    let name = name.map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
    filled.values.insert("id".to_owned(), name.into());
    if filled.broken.contains(&"name") {
        filled.broken.push("id");
    }
    if kind == TableKind::Places {
        // It names a school of another table, which has its own way to write the name.
        filled.values.remove("name");
    }
}

/// Makes the ids of rows that are known by their names differ from all others: two rows of a kind with one name are an
/// error, and the id of one whose name is an id of another kind says what it is. `kinds` are those that such rows may be of;
/// the first to have a name keeps it.
pub fn settle(
    kinds: &mut [(TableKind, &mut Vec<Entry>)],
    origins: &Origins,
    errors: &mut InputErrors,
) {
    let mut taken = named_by_schools(kinds);
    for (kind, entries) in kinds {
        let mut first: BTreeMap<String, (usize, u32)> = BTreeMap::new();
        for Entry { view, filled, .. } in entries.iter_mut() {
            let Some(name) = filled.id().map(str::to_owned).filter(|_| filled.known_by_name) else {
                continue;
            };
            let here = (*view, filled.row);
            let known = *first.entry(folded(&name)).or_insert(here);
            if known != here {
                report_twice(*kind, &name, [known, here], origins, errors);
                filled.broken.push("id");
                // An id of its own until the names differ, so that references by name and town are judged.
                filled.values.insert("id".to_owned(), format!("{name} #{}", here.1).into());
                continue;
            }
            let is_taken =
                |(other, id): &(TableKind, String)| other != kind && *id == name.to_lowercase();
            let id = id_beside(&name, *kind, taken.iter().any(is_taken));
            filled.values.insert("id".to_owned(), id.into());
        }
        let ids = entries.iter().filter_map(|entry| entry.filled.id());
        taken.extend(ids.map(|id| (*kind, id.to_lowercase())));
    }
}

/// The ids of boards and clusters that columns of schools give, in small letters: ids that differ in capitals alone are
/// easily confused.
fn named_by_schools(kinds: &[(TableKind, &mut Vec<Entry>)]) -> BTreeSet<(TableKind, String)> {
    let schools = kinds.iter().filter(|(kind, _)| *kind == TableKind::Schools);
    let schools = schools.flat_map(|(_, entries)| entries.iter());
    let named = schools.flat_map(|Entry { filled, .. }| {
        let board = filled.values.get("board").and_then(Value::as_str);
        let cluster = filled.cluster.as_deref();
        let board = board.map(|board| (TableKind::Boards, board.to_lowercase()));
        board.into_iter().chain(cluster.map(|name| (TableKind::Clusters, name.to_lowercase())))
    });
    named.collect()
}

/// The id of a row that is known by its name: the name, and what the row is where the name is taken by another kind. Both
/// are the same in all languages, so that an id never depends on them.
pub fn id_beside(name: &str, kind: TableKind, is_taken: bool) -> String {
    let word = match kind {
        TableKind::Clusters => "cluster",
        TableKind::Boards => "board",
        _ => "school",
    };
    if is_taken { format!("{name} ({word})") } else { name.to_owned() }
}

fn report_twice(
    kind: TableKind,
    name: &str,
    [first, here]: [(usize, u32); 2],
    origins: &Origins,
    errors: &mut InputErrors,
) {
    let cell = |(view, row)| origins.cell_of(view, row, "id");
    let id = kind.columns().iter().find(|column| column.path == "id");
    let column = id.map(|column| column.name.quoted()).unwrap_or_default();
    errors.add(
        Code::DuplicateId,
        cell(here),
        message!("spreadsheets-name-again", name = excerpt(name), location = cell(first)),
        message!("spreadsheets-each-name-once", kind = kinds_in_words(&[kind])),
        message!("spreadsheets-make-names-differ", column = column),
    );
}
