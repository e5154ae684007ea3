//! The names of students, by which other students' rows may refer to them. They are no part of an instance.

use std::collections::BTreeMap;

use super::columns::Header;
use super::fold::tidy;
use super::sheet::{Sheet, SheetRow};
use super::vocabulary::{NamePart, TableKind, person_names};

/// The columns with the parts of names, whatever else is read from them.
#[derive(Debug, Default)]
pub struct NameColumns(BTreeMap<NamePart, u32>);

impl NameColumns {
    /// The columns of names in a table of students; none in any other.
    pub fn of(kind: TableKind, sheet: &Sheet, header: &Header) -> Self {
        let mut columns = BTreeMap::new();
        let row = &sheet.rows[header.below - 1];
        if kind == TableKind::Students {
            for cell in &row.cells {
                let heading = row.text(cell.column).unwrap_or_default();
                if let Some(word) = person_names().iter().find(|word| word.is(&heading)) {
                    columns.entry(word.value).or_insert(cell.column);
                }
            }
        }
        Self(columns)
    }

    /// The ways in which people may write the name of the student in a row; none where it has no name.
    pub fn ways(&self, row: &SheetRow) -> Vec<String> {
        let part = |part| {
            let text = self.0.get(&part).and_then(|at| row.text(*at)).unwrap_or_default();
            tidy(&text)
        };
        let [first, prefix, last, whole] =
            [NamePart::First, NamePart::Prefix, NamePart::Last, NamePart::Whole].map(part);
        let mut ways = Vec::new();
        if !first.is_empty() && !last.is_empty() {
            ways.push([&*first, &*prefix, &*last].join(" "));
            ways.push([&*last, &*first, &*prefix].join(" "));
            ways.push([&*prefix, &*last, &*first].join(" "));
        }
        if let Some((last, first)) = whole.split_once(',') {
            ways.push(format!("{first} {last}"));
        }
        ways.push(whole);
        ways.into_iter()
            .map(|way| way.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|way| !way.is_empty())
            .collect()
    }
}
