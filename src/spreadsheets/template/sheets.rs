//! Sheets of a template: header, rows, widths, drop-down lists.

use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::cells::{Written, columns};
use crate::spreadsheets::vocabulary::{
    Bilingual, Column, Form, Kind, Word, days, programmes, standings, strengths, yes_no,
};
use crate::texts::Language;

/// Drop-down lists reach at least so far down.
const LISTED_ROWS: u32 = 2000;
/// The most letters of all words of a drop-down list together.
const LONGEST_LIST: usize = 255;
/// Denominations that are offered; others may be typed.
const DENOMINATIONS: [&str; 8] = [
    "openbaar",
    "protestants-christelijk",
    "rooms-katholiek",
    "algemeen bijzonder",
    "reformatorisch",
    "gereformeerd vrijgemaakt",
    "islamitisch",
    "interconfessioneel",
];

/// Writes a sheet of a kind.
pub fn write(
    workbook: &mut Workbook,
    kind: Kind,
    rows: &[Vec<Written>],
    language: Language,
) -> Result<(), XlsxError> {
    let (name, _) = kind.sheet();
    let sheet = workbook.add_worksheet().set_name(language.choose(name.dutch, name.english))?;
    let head = heading();
    let last_row = u32::try_from(rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    let mut last_column = 0;
    for (at, column) in (0..).zip(columns(kind)) {
        let heading = language.choose(column.name.dutch, column.name.english);
        if is_text(column) {
            // A column of text keeps `007` and `1-3` as they are typed.
            sheet.set_column_format(at, &Format::new().set_num_format("@"))?;
        }
        sheet.write_string_with_format(0, at, heading, &head)?;
        sheet.set_column_width(at, width(column, heading))?;
        if let Some(validation) = drop_down(column, language)? {
            sheet.add_data_validation(1, at, last_row.max(LISTED_ROWS), at, &validation)?;
        }
        last_column = at;
    }
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            write_cell(sheet, row, column, cell)?;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

/// How headers look.
pub fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x00DD_E8F0))
        .set_align(FormatAlign::Top)
}

/// Writes a cell. Text is always written as text: no spreadsheet program runs it, whatever it begins with.
pub fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Written,
) -> Result<(), XlsxError> {
    match cell {
        Written::Blank => {}
        Written::Number(number) => {
            sheet.write_number(row, column, *number)?;
        }
        Written::Truth(truth) => {
            sheet.write_boolean(row, column, *truth)?;
        }
        Written::Text(text) => {
            let mut format = Format::new().set_num_format("@");
            if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
                format = format.set_quote_prefix();
            }
            sheet.write_string_with_format(row, column, text, &format)?;
        }
    }
    Ok(())
}

const fn is_text(column: &Column) -> bool {
    !matches!(
        column.form,
        Form::Whole
            | Form::Kilometres
            | Form::Factor
            | Form::Minutes
            | Form::North
            | Form::East
            | Form::Value
    )
}

fn width(column: &Column, heading: &str) -> f64 {
    let least = match column.form {
        Form::Text | Form::Ids | Form::Texts | Form::PlacesFor | Form::Value => 24,
        _ => 10,
    };
    f64::from(u32::try_from(heading.chars().count() + 4).unwrap_or(least).max(least))
}

/// The drop-down list of a column. Where a cell may hold several, or words that nobody listed, the list only
/// offers.
fn drop_down(column: &Column, language: Language) -> Result<Option<DataValidation>, XlsxError> {
    let (words, only_these) = match column.form {
        Form::Programme => (names(programmes(), language), true),
        Form::Standing => (names(standings(), language), true),
        Form::Strength => (names(strengths(), language), true),
        Form::YesNo => (names(yes_no(), language), true),
        Form::Days => (names(days(), language), false),
        Form::Programmes => (names(programmes(), language), false),
        Form::Texts if column.path.starts_with("denomination") => (DENOMINATIONS.to_vec(), false),
        _ => return Ok(None),
    };
    let mut length = 0;
    let fitting = words.into_iter().take_while(|word| {
        length += word.len() + 1;
        length <= LONGEST_LIST
    });
    let list = DataValidation::new().allow_list_strings(&fitting.collect::<Vec<_>>())?;
    Ok(Some(list.show_error_message(only_these)))
}

fn names<T>(words: &'static [Word<T>], language: Language) -> Vec<&'static str> {
    words.iter().map(|word| said(word.name, language)).collect()
}

const fn said(name: Bilingual, language: Language) -> &'static str {
    language.choose(name.dutch, name.english)
}
