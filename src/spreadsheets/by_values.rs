//! Whether the values of columns show what the columns mean.

use super::accepted::{is_empty_list, text};
use super::lists;
use super::sheet::Sheet;
use super::vocabulary::KnownColumn;

/// Whether all values of some columns, from a row index down, are such as only `column` has, and at least one is.
/// Cells that wish for nothing show neither.
pub fn show(column: &KnownColumn, sheet: &Sheet, below: usize, places: &[u32]) -> bool {
    let mut found = false;
    for row in &sheet.rows[below..] {
        for cell in row.cells.iter().filter(|cell| places.contains(&cell.column)) {
            let written = text(&cell.content);
            if cell.content.is_blank() || is_empty_list(column.form, &written) {
                continue;
            }
            let Ok(values) = lists::values(&written) else { return false };
            if !values.iter().all(|value| column.is_shown_by(value)) {
                return false;
            }
            found |= !values.is_empty();
        }
    }
    found
}
