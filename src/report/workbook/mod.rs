//! A plan as a workbook: a summary, a sheet per table, one per board and per cluster.

mod list;
mod marks;
mod measures;
mod paper;
mod sheet;
mod sheet_names;
mod styles;
mod summary;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::disclosure::{Disclosure, Table, Topic};
use crate::texts::Language;
use crate::{message, text};
pub use list::list_workbook;
use sheet_names::sheet_names;
use styles::Styles;

/// The most sheets of boards and clusters. With more, filtering the sheet of all placements is easier.
const MOST_LISTS: usize = 200;
/// The most rows of a sheet, including its header.
const MOST_ROWS: usize = 1_048_576;
/// The row of the titles of columns: below the title of the sheet and an empty row.
const TOP: u32 = 2;

/// Why a workbook cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// A table has more rows than fit on a sheet.
    #[error("{}", message!("workbook-too-many-rows", topic = topic, rows = *rows, most = *most))]
    TooManyRows {
        /// The key of the table's topic.
        topic: String,
        /// The number of rows.
        rows: usize,
        /// The most rows for which there is room.
        most: usize,
    },
    /// The library that writes workbooks failed.
    #[error("{}", message!("workbook-refused", error = .0.to_string()))]
    Refused(#[from] XlsxError),
}

/// The workbook of a disclosure, as the bytes of an XLSX file. Equal disclosures give equal bytes.
///
/// # Errors
/// [`WorkbookError`] if a table does not fit on a sheet.
pub fn workbook(disclosure: &Disclosure, language: Language) -> Result<Vec<u8>, WorkbookError> {
    let tables = chosen(disclosure);
    check_rows(&tables, TOP as usize)?;
    let names = sheet_names(
        std::iter::once(text!(language, "workbook-summary"))
            .chain(tables.iter().map(|table| language.topic(&table.topic))),
    );
    let mut book = Workbook::new();
    book.set_properties(&properties(&disclosure.name, &disclosure.instance_sha256)?);
    let mut styles = Styles::default();
    let contents = summary::Contents {
        sheets: names.iter().skip(1).map(String::as_str).zip(tables.iter().copied()).collect(),
        left_out: disclosure.tables.len() - tables.len(),
    };
    summary::write(book.add_worksheet().set_name(&names[0])?, disclosure, &contents, language)?;
    for (name, table) in contents.sheets {
        let sheet = book.add_worksheet().set_name(name)?;
        sheet::title(sheet, &title(table, &disclosure.name, language))?;
        sheet::write(sheet, TOP, table, language, &mut styles)?;
        paper::set_up(sheet, TOP, table, paper::Margins::of(disclosure), language)?;
        marks::colour(sheet, TOP, table)?;
        marks::chart(sheet, name, TOP, table, language)?;
    }
    Ok(book.save_to_buffer()?)
}

/// The title of the sheet of a table about something.
fn title(table: &Table, name: &str, language: Language) -> String {
    let topic = language.topic(&table.topic);
    text!(language, "workbook-sheet-title", topic = topic, name = name)
}

/// Refuses tables that have more rows than fit on a sheet below `above` others.
fn check_rows(tables: &[&Table], above: usize) -> Result<(), WorkbookError> {
    match tables.iter().find(|table| table.rows.len() + above >= MOST_ROWS) {
        None => Ok(()),
        Some(table) => {
            let (topic, rows) = (table.topic.key(), table.rows.len());
            Err(WorkbookError::TooManyRows { topic, rows, most: MOST_ROWS - 1 - above })
        }
    }
}

/// The tables that get a sheet; lists of boards and clusters are last.
fn chosen(disclosure: &Disclosure) -> Vec<&Table> {
    let is_list = |table: &&Table| matches!(table.topic, Topic::OfBoard(..) | Topic::OfCluster(..));
    let lists = disclosure.tables.iter().filter(is_list).count();
    let is_chosen = |table: &&Table| lists <= MOST_LISTS || !is_list(table);
    let (last, first): (Vec<&Table>, Vec<&Table>) =
        disclosure.tables.iter().filter(is_chosen).partition(is_list);
    first.into_iter().chain(last).collect()
}

/// The properties of the file. Its date is fixed, so that workbooks can be compared byte by byte.
fn properties(name: &str, comment: &str) -> Result<DocProperties, XlsxError> {
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title(name).set_creation_datetime(&date);
    Ok(properties.set_author(env!("CARGO_PKG_NAME")).set_comment(comment))
}
