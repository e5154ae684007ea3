//! A list as a workbook: a sheet per table, the first below the facts about the school, cluster, trainer or board.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::super::amount::words;
use super::measures::Measures;
use super::paper::{self, Margins};
use super::sheet::write_text;
use super::sheet_names::sheet_names;
use super::styles::Styles;
use super::{WorkbookError, check_rows, marks, properties, sheet, title};
use crate::disclosure::lists::{ListBook, ListKind, Lists};
use crate::disclosure::{Cell, Field, Table};
use crate::texts::Language;

/// The row of the first fact: below the title, the line with the year, and an empty row.
const FACTS: u32 = 3;

/// What a label needs besides its signs.
const LABEL_MARGIN: usize = 4;

/// The workbook of a list, as the bytes of an XLSX file. Equal lists give equal bytes.
///
/// # Errors
/// [`WorkbookError`] if a table does not fit on a sheet.
pub fn list_workbook(
    lists: &Lists,
    list: &ListBook,
    language: Language,
) -> Result<Vec<u8>, WorkbookError> {
    let tables: Vec<&Table> = list.tables.iter().collect();
    check_rows(&tables, FACTS as usize + list.facts.len() + 1)?;
    let names = sheet_names(tables.iter().map(|table| language.topic(&table.topic)));
    let mut book = Workbook::new();
    book.set_properties(&properties(&list.name, &lists.instance_sha256)?);
    let mut styles = Styles::default();
    let margins = Margins { name: &list.name, personal: true };
    let about = language.about_list(lists, list);
    for (position, (name, table)) in names.iter().zip(tables).enumerate() {
        let facts: &[(Field, Cell)] = if position == 0 { &list.facts } else { &[] };
        let sheet = book.add_worksheet().set_name(name)?;
        // The overview is read sheet by sheet; any other list is about one thing, which its first sheet names.
        let topic = position > 0 || list.kind == ListKind::Overview;
        let title = if topic { title(table, &list.name, language) } else { list.name.clone() };
        let top = head(sheet, &title, &about, facts, language)?;
        sheet::write(sheet, top, table, language, &mut styles)?;
        paper::set_up(sheet, top, table, margins, language)?;
        widen(sheet, table, facts, language)?;
        marks::colour(sheet, top, table)?;
        if list.kind == ListKind::Overview {
            marks::chart(sheet, name, top, table, language)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

/// Makes the first column as wide as the labels of facts need, which are bold.
fn widen(
    sheet: &mut Worksheet,
    table: &Table,
    facts: &[(Field, Cell)],
    language: Language,
) -> Result<(), XlsxError> {
    let labels = facts.iter().map(|(field, _)| language.field(*field).chars().count());
    let widest = labels.max().map_or(0, |label| label + LABEL_MARGIN);
    let width = Measures::of(table, language).widths.first().copied().unwrap_or(0);
    if widest > width {
        sheet.set_column_width(0, widest as f64)?;
    }
    Ok(())
}

/// Writes a title and facts; returns the row for the titles of the table below.
fn head(
    sheet: &mut Worksheet,
    name: &str,
    about: &str,
    facts: &[(Field, Cell)],
    language: Language,
) -> Result<u32, XlsxError> {
    let label = Format::new().set_bold().set_align(FormatAlign::Top);
    let text = Format::new().set_align(FormatAlign::Left).set_align(FormatAlign::Top);
    sheet::title(sheet, name)?;
    write_text(sheet, (1, 0), about, &text)?;
    let mut row = FACTS;
    for (field, cell) in facts {
        write_text(sheet, (row, 0), &language.field(*field), &label)?;
        write_text(sheet, (row, 1), &words(cell, language).unwrap_or_default(), &text)?;
        row += 1;
    }
    Ok(if facts.is_empty() { FACTS } else { row + 1 })
}
