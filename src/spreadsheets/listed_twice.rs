//! References to the same school, cluster or board twice in one list: the first and the second wish, say.

use serde_json::Value;

use super::entry::Entry;
use super::origins::Origins;
use super::reference_columns::Column;
use super::references::References;
use super::vocabulary::TableKind;
use crate::input::errors::{Code, InputErrors};
use crate::message;

/// Reports what a list names twice, and takes out the second mention. Rows have ids in place of names already, which
/// need not be what their cells say.
pub fn report(
    kind: TableKind,
    entries: &mut [Entry],
    references: &References,
    origins: &Origins,
    errors: &mut InputErrors,
) {
    let lists = Column::of(kind).into_iter().filter(|column| column.list && !column.of_pairs());
    for column in lists {
        for entry in &mut *entries {
            let Some(Value::Array(list)) = entry.filled.values.get_mut(column.key) else {
                continue;
            };
            // What has no id is reported already.
            let earlier =
                |at: usize| list[..at].iter().position(|id| *id == list[at] && id.is_string());
            let twice = (1..list.len()).filter_map(|at| Some((at, earlier(at)?)));
            let twice: Vec<(usize, usize)> = twice.collect();
            let elements = entry.filled.elements.iter().enumerate();
            let elements = elements.filter(|(_, (key, _))| *key == column.key);
            let places: Vec<usize> = elements.map(|(place, _)| place).collect();
            // From the last to the first, so that positions stay what they are.
            for (at, first) in twice.into_iter().rev() {
                let id = list.remove(at);
                let id = id.as_str().unwrap_or_default();
                let cell = |at: usize| match places.get(at) {
                    Some(place) => {
                        let column = entry.filled.elements[*place].1;
                        origins.cell_at(entry.view, entry.filled.row, column)
                    }
                    None => origins.cell_of(entry.view, entry.filled.row, column.key),
                };
                let (here, there) = (cell(at), cell(first));
                let name = references.name_of(column.kinds, id).filter(|name| *name != id);
                let id = format!("`{id}`");
                let name = name.map_or_else(|| id.clone(), |name| format!("{name} ({id})"));
                let found = if here == there {
                    message!("spreadsheets-twice-in-cell", name = name)
                } else {
                    message!("spreadsheets-also-in-cell", name = name, location = there)
                };
                let allowed = message!("spreadsheets-once-in-list");
                let help = message!("spreadsheets-empty-one-mention");
                errors.add(Code::DuplicateValue, here, found, allowed, help);
                if let Some(place) = places.get(at) {
                    entry.filled.elements.remove(*place);
                }
            }
        }
    }
}
