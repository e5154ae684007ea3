//! What stays in view on a screen, and how a sheet is printed.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::distinct::cut;
use super::measures::Measures;
use super::sheet::last;
use crate::disclosure::{Dossier, Field, Table, Topic};
use crate::texts::Language;

/// How high a line is, in points, and the highest row that a sheet takes.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;
/// What is wider, in signs, is printed across.
const UPRIGHT: usize = 80;
/// What is narrower fits on a page as it is; some programs would make it larger.
const NARROW: usize = 56;
/// A4, as workbooks number papers.
const A4: u8 = 9;
/// A header takes 255 signs.
const LONGEST_NAME: usize = 60;

/// Sets a table's sheet up for the screen and for A4.
pub fn set_up(
    sheet: &mut Worksheet,
    table: &Table,
    dossier: &Dossier,
    language: Language,
) -> Result<(), XlsxError> {
    let measures = Measures::of(table, language);
    for (column, &width) in (0..).zip(&measures.widths) {
        sheet.set_column_width(column, width as f64)?;
    }
    set_height(sheet, 0, measures.title_lines)?;
    for (row, &lines) in (1..).zip(&measures.lines).filter(|(_, lines)| **lines > 1) {
        set_height(sheet, row, lines)?;
    }
    let printed = printed(table);
    if printed < table.columns.len() {
        let last_column = u16::try_from(printed - 1).unwrap_or(u16::MAX);
        sheet.set_print_area(0, 0, last(table).0, last_column)?;
    }
    let width = measures.widths[..printed].iter().sum::<usize>();
    sheet.set_freeze_panes(1, u16::from(width > UPRIGHT))?;
    sheet.set_repeat_rows(0, 0)?;
    if width > UPRIGHT {
        sheet.set_landscape();
    }
    if width > NARROW {
        sheet.set_print_fit_to_pages(1, 0);
    }
    page(sheet, dossier, language);
    Ok(())
}

/// Sets the height of a row of so many lines.
pub fn set_height(sheet: &mut Worksheet, row: u32, lines: usize) -> Result<(), XlsxError> {
    sheet.set_row_height(row, (lines as f64 * LINE).min(HIGHEST))?;
    Ok(())
}

/// A4, with the name of the plan and of the sheet above and the number of the page below.
pub fn page(sheet: &mut Worksheet, dossier: &Dossier, language: Language) {
    // A single `&` begins a code.
    let name = cut(&dossier.name, LONGEST_NAME).replace('&', "&&");
    let personal = if dossier.audience.sees_students() {
        language.choose("Bevat persoonsgegevens", "Contains personal data")
    } else {
        ""
    };
    sheet.set_paper_size(A4).set_margins(0.5, 0.5, 0.8, 0.7, 0.3, 0.3);
    sheet.set_header(format!("&L{name}&R&A"));
    sheet.set_footer(format!("&L{personal}&R&P / &N"));
}

/// How many columns are printed: where a student goes, not which wishes that meets or what each rule says.
fn printed(table: &Table) -> usize {
    let is_detail = |field: &Field| match field {
        Field::RulePoints(_) | Field::RefusedBy(_) | Field::SchoolCount => true,
        Field::ClassDays => table.topic == Topic::Placements,
        _ => false,
    };
    let first = table.columns.iter().position(is_detail);
    first.filter(|&first| first > 0).unwrap_or(table.columns.len())
}
