//! Frozen rows, and how a sheet is printed.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::distinct::cut;
use super::measures::Measures;
use super::sheet::last;
use crate::disclosure::{Disclosure, Field, Table, Topic};
use crate::text;
use crate::texts::Language;

/// The height of a line and the greatest height of a row, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;
/// Wider tables, in signs, are printed in landscape.
const UPRIGHT: usize = 80;
/// Narrower tables, in signs, fit on a page at their own size; some programs would enlarge them.
const NARROW: usize = 56;
/// The most rows above the titles of columns with which these are frozen.
const MOST_ABOVE: u32 = 2;
/// A4 in the workbook format's list of papers.
const A4: u8 = 9;
/// The longest name in a header, which has room for 255 signs.
const LONGEST_NAME: usize = 60;

/// What is printed on every page of a workbook.
#[derive(Clone, Copy)]
pub struct Margins<'a> {
    /// The name above.
    pub name: &'a str,
    /// Whether it says below that the page has personal data.
    pub personal: bool,
}

impl<'a> Margins<'a> {
    /// Those of a report.
    pub fn of(disclosure: &'a Disclosure) -> Self {
        Self { name: &disclosure.name, personal: disclosure.audience.sees_students() }
    }
}

/// Sets the sheet of a table with its titles in row `top` up for the screen and for A4.
pub fn set_up(
    sheet: &mut Worksheet,
    top: u32,
    table: &Table,
    margins: Margins,
    language: Language,
) -> Result<(), XlsxError> {
    let measures = Measures::of(table, language);
    for (column, &width) in (0..).zip(&measures.widths) {
        sheet.set_column_width(column, width as f64)?;
    }
    set_height(sheet, top, measures.title_lines)?;
    for (row, &lines) in (top + 1..).zip(&measures.lines).filter(|(_, lines)| **lines > 1) {
        set_height(sheet, row, lines)?;
    }
    let printed = printed(table);
    if printed < table.columns.len() {
        let last_column = u16::try_from(printed - 1).unwrap_or(u16::MAX);
        sheet.set_print_area(0, 0, top + last(table).0, last_column)?;
    }
    let width = measures.widths[..printed].iter().sum::<usize>();
    // Below more rows, frozen titles would leave little of a small screen.
    if top <= MOST_ABOVE {
        sheet.set_freeze_panes(top + 1, u16::from(width > UPRIGHT))?;
    }
    sheet.set_repeat_rows(top, top)?;
    if width > UPRIGHT {
        sheet.set_landscape();
    }
    if width > NARROW {
        sheet.set_print_fit_to_pages(1, 0);
    }
    page(sheet, margins, language);
    Ok(())
}

/// Sets the height of a row to a number of lines.
pub fn set_height(sheet: &mut Worksheet, row: u32, lines: usize) -> Result<(), XlsxError> {
    sheet.set_row_height(row, (lines as f64 * LINE).min(HIGHEST))?;
    Ok(())
}

/// A4, with the name of the plan and of the sheet above and the number of the page below.
pub fn page(sheet: &mut Worksheet, margins: Margins, language: Language) {
    // A single `&` begins a code.
    let name = cut(margins.name, LONGEST_NAME).replace('&', "&&");
    let personal =
        if margins.personal { text!(language, "workbook-personal-data") } else { String::new() };
    sheet.set_paper_size(A4).set_margins(0.5, 0.5, 0.8, 0.7, 0.3, 0.3);
    sheet.set_header(format!("&L{name}&R&A"));
    sheet.set_footer(format!("&L{personal}&R&P / &N"));
}

/// The number of columns that are printed. Details, such as the points of each rule, are not.
fn printed(table: &Table) -> usize {
    let is_detail = |field: &Field| match field {
        Field::RulePoints(_) | Field::RefusedBy(_) | Field::SchoolCount => true,
        Field::ClassDays => table.topic == Topic::Placements,
        _ => false,
    };
    let first = table.columns.iter().position(is_detail);
    first.filter(|&first| first > 0).unwrap_or(table.columns.len())
}
