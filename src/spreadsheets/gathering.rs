//! The cells of a sheet while they are read, within the limits on a sheet.

use std::ops::Range;

use super::sheet::{
    CellContent, FilledCell, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, SheetRow, letters,
};
use crate::input::errors::{Code, InputErrors};
use crate::message;
use crate::texts::Message;

/// The largest number of bytes of text in a sheet. Many cells may share one long text.
const MOST_TEXT: usize = 200_000_000;
/// The largest number of bytes of text in a cell: many times what spreadsheet programs take.
pub const MOST_CELL_TEXT: usize = 1_000_000;

/// The largest number of cells of a sheet that are not written but repeat another.
const MOST_REPEATED: usize = 1_000_000;

/// The cells of a sheet in the order of the file, which need not be that of the sheet.
#[derive(Default)]
pub struct Gathering {
    location: String,
    cells: Vec<(u32, FilledCell)>,
    rows: usize,
    text: usize,
    repeated: usize,
}

impl Gathering {
    /// No cells yet of the sheet at a location.
    pub fn at(location: String) -> Self {
        Self { location, ..Self::default() }
    }

    /// Adds the cell of a row and column, both counted from 0, unless it looks empty.
    ///
    /// # Errors
    /// `too-large` if it lies too far to the right, or the sheet has too many cells.
    pub fn add(
        &mut self,
        (row, column): (u32, u32),
        content: CellContent,
    ) -> Result<(), InputErrors> {
        if content.is_blank() {
            return Ok(());
        }
        let text = match &content {
            CellContent::Text(text)
            | CellContent::Failure(text)
            | CellContent::Uncalculated(text) => text.len(),
            _ => 0,
        };
        self.text += text;
        self.rows += usize::from(self.cells.last().is_none_or(|(last, _)| *last != row + 1));
        if column >= MOST_COLUMNS {
            let name = format!("{}{}", letters(column), row + 1);
            return Err(self.too_large(message!("spreadsheets-filled-cell", cell = name)));
        }
        let is_too_much = self.cells.len() >= MOST_CELLS || self.rows > MOST_ROWS;
        if is_too_much || self.text > MOST_TEXT || text > MOST_CELL_TEXT {
            return Err(self.too_much((row, column)));
        }
        self.cells.push((row + 1, FilledCell { column, content }));
        Ok(())
    }

    /// Adds the same cell for some columns of some rows, as an ODS file may say in one word.
    ///
    /// # Errors
    /// As for [`Self::add`], and if a sheet says so of too many cells: a file of a few bytes could fill any memory.
    pub fn add_repeated(
        &mut self,
        rows: Range<u32>,
        columns: Range<u32>,
        content: &CellContent,
    ) -> Result<(), InputErrors> {
        for row in rows.clone() {
            for column in columns.clone() {
                self.repeated += usize::from((row, column) != (rows.start, columns.start));
                if self.repeated > MOST_REPEATED {
                    return Err(self.too_much((row, column)));
                }
                self.add((row, column), content.clone())?;
            }
        }
        Ok(())
    }

    /// That there is too much in a sheet, up to a cell.
    pub fn too_much(&self, (row, column): (u32, u32)) -> InputErrors {
        let name = format!("{}{}", letters(column), row + 1);
        self.too_large(message!("spreadsheets-too-much-up-to-cell", cell = name))
    }

    fn too_large(&self, found: Message) -> InputErrors {
        let mut errors = InputErrors::default();
        let allowed = message!(
            "spreadsheets-sheet-limits",
            columns = i64::from(MOST_COLUMNS),
            cells = MOST_CELLS,
            bytes = MOST_TEXT
        );
        let advice = message!("spreadsheets-is-it-the-right-sheet");
        errors.add(Code::TooLarge, self.location.clone(), found, allowed, advice);
        errors
    }

    /// The cells by rows, in the order of the sheet.
    pub fn into_rows(mut self) -> Vec<SheetRow> {
        self.cells.sort_by_key(|(row, cell)| (*row, cell.column));
        let mut rows: Vec<SheetRow> = Vec::new();
        for (number, cell) in self.cells {
            match rows.last_mut() {
                Some(row) if row.number == number => {
                    row.cells.push(cell);
                }
                _ => rows.push(SheetRow { number, cells: vec![cell], fields: None }),
            }
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_in_any_order_become_rows() {
        let mut gathering = Gathering::default();
        for at in [(5, 1), (0, 0), (5, 0)] {
            gathering.add(at, CellContent::Number(1.0)).unwrap();
        }
        let rows = gathering.into_rows();
        let shape: Vec<(u32, usize)> =
            rows.iter().map(|row| (row.number, row.cells.len())).collect();
        assert_eq!(shape, [(1, 1), (6, 2)]);
    }
}
