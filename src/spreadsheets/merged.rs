//! Merged cells below the header of a table. The file holds their value once; a reader of the sheet sees it in every
//! row and column of the area.

use std::collections::BTreeMap;

use super::columns::{AssignedColumn, Header};
use super::fault::Fault;
use super::sheet::{CellContent, FilledCell, MergedArea, Sheet, SheetRow, letters};
use crate::input::errors::Code;
use crate::message;

/// What the merged cells of a table say, by row and column.
#[derive(Default)]
pub struct MergedCells<'a> {
    /// The values of areas, in the cells of theirs that hold none of their own.
    repeated: BTreeMap<(u32, u32), &'a CellContent>,
    /// Areas over columns of different meaning, by their first cell.
    unclear: BTreeMap<(u32, u32), MergedArea>,
}

impl<'a> MergedCells<'a> {
    /// The merged cells of a sheet below its header.
    pub fn of(sheet: &'a Sheet, header: &Header) -> Self {
        let mut cells = Self::default();
        let rows = &sheet.rows[header.below..];
        for area in &sheet.merged {
            let Ok(first) = rows.binary_search_by_key(&area.top, |row| row.number) else {
                continue;
            };
            let Some(content) = rows[first].cell(area.left) else { continue };
            let within = |column: &&AssignedColumn| (area.left..=area.right).contains(&column.at);
            let read: Vec<&AssignedColumn> = header.columns.iter().filter(within).collect();
            if area.left < area.right {
                // A note below the table, or the heading of some of its rows.
                if rows[first].cells.len() == 1 {
                    continue;
                }
                let values = read.iter().filter(|column| !column.column.is_contact());
                let is_mark = read.iter().all(|column| column.column.is_day_mark());
                if values.count() > 1 && !is_mark {
                    cells.unclear.insert((area.top, area.left), *area);
                    continue;
                }
            }
            // Parts of a name over which one text was merged are not several.
            let wide = area.left < area.right;
            let read = read.iter().filter(|column| !(wide && column.column.is_contact()));
            let columns: Vec<u32> = read.map(|column| column.at).collect();
            for row in rows[first..].iter().take_while(|row| row.number <= area.bottom) {
                let absent = columns.iter().filter(|&&column| row.cell(column).is_none());
                cells.repeated.extend(absent.map(|&column| ((row.number, column), content)));
            }
        }
        cells
    }

    /// A row with the values that merged cells repeat in it; `None` if there are none.
    pub fn complete(&self, row: &SheetRow) -> Option<SheetRow> {
        let repeated = self.repeated.range((row.number, 0)..=(row.number, u32::MAX));
        let repeated = repeated.map(|((_, column), content)| FilledCell {
            column: *column,
            content: (*content).clone(),
        });
        let mut cells: Vec<FilledCell> = repeated.collect();
        if cells.is_empty() {
            return None;
        }
        cells.extend(row.cells.iter().cloned());
        cells.sort_by_key(|cell| cell.column);
        Some(SheetRow { cells, ..*row })
    }

    /// The problems of areas that begin in a row: each over columns of different meaning, with its first column.
    pub fn faults<'s>(&'s self, row: &'s SheetRow) -> impl Iterator<Item = (u32, Fault)> + 's {
        let unclear = self.unclear.range((row.number, 0)..=(row.number, u32::MAX));
        unclear.filter_map(|((_, column), area)| {
            let found = message!(
                "spreadsheets-merged-cells",
                shown = row.cell(*column)?.shown(),
                first = letters(area.left),
                last = letters(area.right)
            );
            let allowed = message!("spreadsheets-a-cell-per-column");
            let help = message!("spreadsheets-split-the-cells");
            Some((*column, Fault::new(Code::UnusableCell, found, allowed, help)))
        })
    }
}
