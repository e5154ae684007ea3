//! Sheets of a template: header, rows, widths, drop-down lists.

use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::cells::{Written, columns};
use crate::spreadsheets::vocabulary::{
    CellForm, KnownColumn, TableKind, Word, days, programmes, standings, strengths, yes_no,
};
use crate::texts::Language;

/// The number of rows that have drop-down lists, at least.
const LISTED_ROWS: u32 = 2000;
/// The largest number of letters of all words of a drop-down list together, a limit of XLSX.
const LONGEST_LIST: usize = 255;
/// Denominations that the drop-down list offers; users may type others.
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
    kind: TableKind,
    rows: &[Vec<Written>],
    language: Language,
) -> Result<(), XlsxError> {
    let name = kind.sheet_name().in_language(language);
    let sheet = workbook.add_worksheet().set_name(name)?;
    let head = heading();
    let last_row = u32::try_from(rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    let mut last_column = 0;
    for (at, column) in (0..).zip(columns(kind)) {
        let heading = column.name.in_language(language);
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

/// The format of headers.
pub fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x00DD_E8F0))
        .set_align(FormatAlign::Top)
}

/// Writes a cell. Text is always written as text, so cells cannot inject formulas.
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

const fn is_text(column: &KnownColumn) -> bool {
    !matches!(
        column.form,
        CellForm::Whole
            | CellForm::Kilometres
            | CellForm::Factor
            | CellForm::Minutes
            | CellForm::North
            | CellForm::East
            | CellForm::Value
    )
}

fn width(column: &KnownColumn, heading: &str) -> f64 {
    let least = match column.form {
        CellForm::Text
        | CellForm::Ids
        | CellForm::StudentIds
        | CellForm::WishedIds
        | CellForm::Texts
        | CellForm::WishedTexts
        | CellForm::PlacesFor
        | CellForm::Value => 24,
        _ => 10,
    };
    f64::from(u32::try_from(heading.chars().count() + 4).unwrap_or(least).max(least))
}

/// The drop-down list of a column. It only suggests if a cell may hold several values or other words.
fn drop_down(
    column: &KnownColumn,
    language: Language,
) -> Result<Option<DataValidation>, XlsxError> {
    let (words, only_these) = match column.form {
        CellForm::Programme => (names(programmes(), language), true),
        CellForm::Standing => (names(standings(), language), true),
        CellForm::Strength => (names(strengths(), language), true),
        CellForm::YesNo => (names(yes_no(), language), true),
        CellForm::Days => (names(days(), language), false),
        CellForm::Programmes => (names(programmes(), language), false),
        CellForm::Texts | CellForm::WishedTexts if column.path.starts_with("denomination") => {
            (DENOMINATIONS.to_vec(), false)
        }
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
    words.iter().map(|word| word.name.in_language(language)).collect()
}
