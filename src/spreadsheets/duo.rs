//! DUO's open file of school locations. Its column names are among those of a table of schools; it differs in
//! how it writes towns and denominations.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::accepted::text;
use super::columns::Header;
use super::entry::Entry;
use super::fold::folded;
use super::sheet::CellContent;
use super::vocabulary::TableKind;
use crate::base::{denominations_as_written, town_as_written};

/// The folded column names that identify the file: the school's code, and one name of the board's number.
const SCHOOL: &str = "vestigingscode";
const BOARD: [&str; 2] = ["bevoegdgezagnummer", "boardno"];

/// Whether a table is DUO's list of school locations, or one made from it.
pub fn is_duo(kind: TableKind, header: &Header) -> bool {
    let headings: Vec<String> = header.columns.iter().map(|known| folded(&known.heading)).collect();
    let has = |name: &str| headings.iter().any(|heading| heading == name);
    kind == TableKind::Schools && has(SCHOOL) && BOARD.into_iter().any(has)
}

/// The denominations that DUO's text names: "Samenwerking PC, RK" names two.
pub fn denominations(content: &CellContent) -> Value {
    json!(denominations_as_written(&text(content)))
}

/// A town, as people write it.
pub fn town(content: &CellContent) -> Value {
    json!(town_as_written(&text(content)))
}

/// Rewrites denominations of other tables as DUO's list writes them, so that "PC" matches the schools'
/// "protestants-christelijk". Returns the rewritten ones as pairs (from, to).
pub fn rewrite(entries: &mut [Entry], place: &str) -> BTreeSet<(String, String)> {
    let mut rewritten = BTreeSet::new();
    for entry in entries {
        let named = entry.filled.values.get_mut("denomination");
        let named = named.and_then(|value| value.pointer_mut(place)).and_then(Value::as_array_mut);
        let Some(named) = named else { continue };
        let mut whole: Vec<String> = Vec::new();
        for text in named.iter().filter_map(Value::as_str) {
            let read = denominations_as_written(text);
            if read != [text] {
                rewritten.insert((text.to_owned(), read.join("; ")));
            }
            for one in read {
                if !whole.contains(&one) {
                    whole.push(one);
                }
            }
        }
        *named = whole.into_iter().map(Value::from).collect();
    }
    rewritten
}
