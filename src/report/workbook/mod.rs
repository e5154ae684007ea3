//! A plan as a workbook: a summary, a sheet per table, one per board and per cluster.

mod measures;
mod paper;
mod sheet;
mod sheet_names;
mod styles;
mod summary;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::disclosure::{Dossier, Table, Topic};
use crate::texts::Language;
use sheet_names::sheet_names;
use styles::Styles;

/// With more sheets than these nobody finds one; the sheet of all placements can be filtered instead.
const MOST_LISTS: usize = 200;
/// The most rows of a sheet, its header among them.
const MOST_ROWS: usize = 1_048_576;

/// Why a workbook cannot be written.
#[derive(Debug)]
pub enum WorkbookError {
    /// A table has more rows than a sheet takes.
    TooManyRows {
        /// What the table is about.
        topic: String,
        /// Its rows.
        rows: usize,
    },
    /// The writer of workbooks refuses.
    Refused(XlsxError),
}

impl std::fmt::Display for WorkbookError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooManyRows { topic, rows } => write!(
                formatter,
                "the table `{topic}` has {rows} rows, and a sheet takes {}: write it as CSV",
                MOST_ROWS - 1
            ),
            Self::Refused(error) => write!(formatter, "the workbook cannot be written: {error}"),
        }
    }
}

impl std::error::Error for WorkbookError {}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> Self {
        Self::Refused(error)
    }
}

/// The workbook of a dossier, as the bytes of an XLSX file: always the same for the same dossier.
///
/// # Errors
/// [`WorkbookError`] where a table is longer than a sheet.
pub fn workbook(dossier: &Dossier, language: Language) -> Result<Vec<u8>, WorkbookError> {
    let tables = chosen(dossier);
    if let Some(table) = tables.iter().find(|table| table.rows.len() >= MOST_ROWS) {
        return Err(WorkbookError::TooManyRows {
            topic: table.topic.key(),
            rows: table.rows.len(),
        });
    }
    let names = sheet_names(
        std::iter::once(language.choose("Samenvatting", "Summary").to_owned())
            .chain(tables.iter().map(|table| language.topic(&table.topic))),
    );
    let mut book = Workbook::new();
    book.set_properties(&properties(dossier)?);
    let mut styles = Styles::default();
    let contents = summary::Contents {
        sheets: names.iter().skip(1).map(String::as_str).zip(tables.iter().copied()).collect(),
        left_out: dossier.tables.len() - tables.len(),
    };
    summary::write(book.add_worksheet().set_name(&names[0])?, dossier, &contents, language)?;
    for (name, table) in contents.sheets {
        let sheet = book.add_worksheet().set_name(name)?;
        sheet::write(sheet, table, language, &mut styles)?;
        paper::set_up(sheet, table, dossier, language)?;
    }
    Ok(book.save_to_buffer()?)
}

/// The tables that get a sheet.
fn chosen(dossier: &Dossier) -> Vec<&Table> {
    let is_list = |table: &&Table| matches!(table.topic, Topic::OfBoard(..) | Topic::OfCluster(..));
    let lists = dossier.tables.iter().filter(is_list).count();
    let is_chosen = |table: &&Table| lists <= MOST_LISTS || !is_list(table);
    let (last, first): (Vec<&Table>, Vec<&Table>) =
        dossier.tables.iter().filter(is_chosen).partition(is_list);
    first.into_iter().chain(last).collect()
}

/// The date is always the same: a report says nothing of when it was made, so that it can be compared with
/// another one byte by byte.
fn properties(dossier: &Dossier) -> Result<DocProperties, XlsxError> {
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title(&dossier.name).set_creation_datetime(&date);
    Ok(properties.set_author(env!("CARGO_PKG_NAME")).set_comment(&dossier.instance_sha256))
}
