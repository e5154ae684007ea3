//! A table on a sheet, with filters. Numbers are cells with numbers.

use rust_xlsxwriter::{Format, IgnoreError, Worksheet, XlsxError};

use super::super::amount::{Amount, is_dangerous, words};
use super::super::distinct::cut;
use super::styles::{self, Styles};
use crate::disclosure::{Cell, Field, Table};
use crate::texts::Language;

/// The longest text in a cell, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
/// The end of a text that was cut.
const CUT: &str = "…";

/// Writes a table, which must fit on a sheet, with its titles in row `top`.
pub fn write(
    sheet: &mut Worksheet,
    top: u32,
    table: &Table,
    language: Language,
    styles: &mut Styles,
) -> Result<(), XlsxError> {
    let has_numbers = |column: usize, field: Field| {
        table.rows.iter().any(|row| Amount::of(field, &row[column]).is_some())
    };
    for (column, &field) in table.columns.iter().enumerate() {
        let numbers = has_numbers(column, field);
        let look = if numbers { &styles.title_of_numbers } else { &styles.title };
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        sheet.write_string_with_format(top, column, language.field(field), look)?;
    }
    for (row, cells) in (top + 1..).zip(&table.rows) {
        for ((column, cell), &field) in (0..).zip(cells).zip(&table.columns) {
            if let Some(amount) = Amount::of(field, cell) {
                let look = styles.number(field, amount);
                sheet.write_number_with_format(row, column, styles::value(amount), look)?;
            } else if let Some(text) = words(cell, language) {
                let look = look_of_words(cell, &text, styles);
                sheet.write_string_with_format(row, column, bounded(text), look)?;
            }
        }
    }
    let (row, column) = last(table);
    let row = top + row;
    sheet.autofilter(top, 0, row, column)?;
    // Postcodes and ids of digits are words on purpose: no warning is needed.
    sheet.ignore_error_range(top, 0, row, column, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

/// Writes the title of a sheet into its first row.
pub fn title(sheet: &mut Worksheet, text: &str) -> Result<(), XlsxError> {
    write_text(sheet, (0, 0), text, &styles::heading())
}

/// Writes a text that no spreadsheet executes as a formula.
pub fn write_text(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    let quoted = look.clone().set_quote_prefix();
    let look = if is_dangerous(text) { &quoted } else { look };
    sheet.write_string_with_format(row, column, bounded(text.to_owned()), look)?;
    Ok(())
}

fn look_of_words<'a>(cell: &Cell, text: &str, styles: &'a Styles) -> &'a Format {
    if is_dangerous(text) {
        &styles.quoted
    } else if matches!(cell, Cell::Count(_) | Cell::Share(_)) {
        &styles.words_among_numbers
    } else {
        &styles.text
    }
}

/// The last row and column of a table on its sheet, counted from its titles.
pub fn last(table: &Table) -> (u32, u16) {
    let row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    (row, u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX))
}

/// A text cut to what a cell can hold.
pub fn bounded(text: String) -> String {
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return text;
    }
    cut(&text, LONGEST_TEXT - 1).to_owned() + CUT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_too_long_is_cut() {
        let long = bounded("é".repeat(LONGEST_TEXT + 1));
        assert_eq!(long.encode_utf16().count(), LONGEST_TEXT);
        assert!(long.ends_with("é…"));
        let fits = "é".repeat(LONGEST_TEXT);
        assert_eq!(bounded(fits.clone()), fits);
    }
}
