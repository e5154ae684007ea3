//! Reads the sheets of a workbook in the Open Document format (ODS) cell by cell.
//!
//! calamine reads ODS too, but says nothing of merged cells, hidden rows and columns, percentages and formulas
//! without a value, and lays out every repeated row in memory. An import treats both kinds of workbooks alike, so
//! the one part that has all sheets, `content.xml`, is read here as a stream.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Cursor, Read};

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use super::gathering::{Gathering, MOST_CELL_TEXT};
use super::sheet::{CellContent, Hidden, MOST_COLUMNS, MOST_MERGED, MergedArea};
use crate::input::errors::InputErrors;

/// What the part `mimetype` of an ODS workbook says.
const MIMETYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
/// The most rows and columns that a sheet may count, as in every spreadsheet program.
const MOST_COUNTED: u32 = 1 << 24;

/// Why a workbook cannot be read.
pub enum OdsFault {
    /// It has a password.
    Password,
    /// Its XML is broken; in the words of the reader of XML.
    Broken(String),
    /// It goes beyond the limits on a sheet.
    TooLarge(InputErrors),
}

impl<E: std::error::Error> From<E> for OdsFault {
    fn from(error: E) -> Self {
        Self::Broken(error.to_string())
    }
}

/// A sheet of an ODS workbook.
#[derive(Debug)]
pub struct OdsSheet {
    /// Its name.
    pub name: String,
    /// Whether the spreadsheet program hides it.
    pub hidden: bool,
}

/// What is read of one sheet besides its cells.
#[derive(Default)]
pub struct OdsShape {
    /// Merged cells.
    pub merged: Vec<MergedArea>,
    /// Hidden rows and columns.
    pub hidden: Hidden,
}

/// Whether an archive is an ODS workbook.
pub fn is_ods(bytes: &[u8]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    let Ok(part) = archive.by_name("mimetype") else { return false };
    let mut kind = Vec::new();
    part.take(200).read_to_end(&mut kind).is_ok() && kind.starts_with(MIMETYPE)
}

/// The sheets of a workbook, in their order.
///
/// # Errors
/// If it has a password or is broken.
pub fn sheets(bytes: &[u8]) -> Result<Vec<OdsSheet>, OdsFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    if let Ok(part) = archive.by_name("META-INF/manifest.xml") {
        let mut manifest = String::new();
        BufReader::new(part).read_to_string(&mut manifest)?;
        if manifest.contains("encryption-data") {
            return Err(OdsFault::Password);
        }
    }
    let mut hidden_styles = BTreeSet::new();
    let mut style = String::new();
    let mut sheets = Vec::new();
    let content = BufReader::new(archive.by_name("content.xml")?);
    let mut reader = Reader::from_reader(content);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer)? {
            Event::Start(element) | Event::Empty(element) => match element.name().as_ref() {
                "style:style" => style = attribute(&element, "style:name")?.unwrap_or_default(),
                "style:table-properties"
                    if attribute(&element, "table:display")?.as_deref() == Some("false") =>
                {
                    hidden_styles.insert(style.clone());
                }
                "table:table" => {
                    let name = attribute(&element, "table:name")?.unwrap_or_default();
                    let style = attribute(&element, "table:style-name")?.unwrap_or_default();
                    sheets.push(OdsSheet { name, hidden: hidden_styles.contains(&style) });
                }
                _ => {}
            },
            Event::Eof => return Ok(sheets),
            _ => {}
        }
        buffer.clear();
    }
}

/// Reads the cells of a sheet into `gathering`.
///
/// # Errors
/// If the sheet is broken, or larger than allowed.
pub fn read(bytes: &[u8], sheet: &str, gathering: &mut Gathering) -> Result<OdsShape, OdsFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let content = BufReader::new(archive.by_name("content.xml")?);
    read_part(content, sheet, gathering)
}

/// What a cell says of itself in its attributes.
#[derive(Default)]
struct CellParts {
    /// How many equal cells stand here.
    repeated: u32,
    /// The rows and columns that it spans.
    spanned: (u32, u32),
    attributes: BTreeMap<&'static str, String>,
    text: String,
    paragraphs: usize,
}

/// The attributes of a cell that say what is in it.
const OF_CONTENT: [&str; 8] = [
    "office:value-type",
    "office:value",
    "office:date-value",
    "office:time-value",
    "office:boolean-value",
    "office:string-value",
    "calcext:value-type",
    "table:formula",
];

impl CellParts {
    fn of(element: &BytesStart<'_>) -> Result<Self, OdsFault> {
        let mut attributes = BTreeMap::new();
        for name in OF_CONTENT {
            if let Some(value) = attribute(element, name)? {
                attributes.insert(name, value);
            }
        }
        let repeated = count(element, "table:number-columns-repeated")?;
        let rows = count(element, "table:number-rows-spanned")?;
        let spanned = (rows, count(element, "table:number-columns-spanned")?);
        Ok(Self { repeated, spanned, attributes, ..Self::default() })
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// The content of the cell; `None` if it is empty.
    fn content(&self) -> Option<CellContent> {
        let formula = self.attribute("table:formula");
        let shown = self.text.as_str();
        let is_failure = self.attribute("calcext:value-type") == Some("error")
            || (formula.is_some() && (shown.starts_with('#') || shown.starts_with("Err:")));
        if is_failure {
            return Some(CellContent::Failure(shown.to_owned()));
        }
        let number = || self.attribute("office:value").and_then(|value| value.parse::<f64>().ok());
        Some(match self.attribute("office:value-type") {
            Some("percentage") => CellContent::Percentage(number()?),
            Some("boolean") => {
                CellContent::Truth(self.attribute("office:boolean-value") == Some("true"))
            }
            Some("date") => {
                let date = self.attribute("office:date-value").unwrap_or(shown);
                CellContent::Date(date.chars().take(10).collect())
            }
            Some("time") => CellContent::TimeOfDay,
            Some("string") => {
                let text = self.attribute("office:string-value").unwrap_or(shown);
                CellContent::Text(text.to_owned())
            }
            Some(_) => shown_number(number()?, shown),
            None if shown.is_empty() => {
                let formula = formula?;
                let formula = formula.split_once('=').map_or(formula, |(_, formula)| formula);
                CellContent::Uncalculated(formula.to_owned())
            }
            None => CellContent::Text(shown.to_owned()),
        })
    }
}

/// A number as the sheet shows it: in the format `00000` 7 is the text `00007`.
fn shown_number(number: f64, shown: &str) -> CellContent {
    let padded = shown.len() > 1
        && shown.starts_with('0')
        && shown.bytes().all(|sign| sign.is_ascii_digit())
        && shown.parse() == Ok(number);
    if padded { CellContent::Text(shown.to_owned()) } else { CellContent::Number(number) }
}

/// Where the reader is within a sheet.
#[derive(Default)]
struct Cursors {
    /// The next column of which the sheet says something, before its rows.
    described: u32,
    row: u32,
    repeated: u32,
    row_hidden: bool,
    column: u32,
}

fn read_part(
    part: impl BufRead,
    sheet: &str,
    gathering: &mut Gathering,
) -> Result<OdsShape, OdsFault> {
    let mut reader = Reader::from_reader(part);
    let mut buffer = Vec::new();
    let mut shape = OdsShape::default();
    let mut at = Cursors::default();
    let mut inside = false;
    let mut cell: Option<CellParts> = None;
    // Comments on cells and sheets within sheets are passed over.
    let mut passed_over = 0_usize;
    loop {
        let event = reader.read_event_into(&mut buffer)?;
        let is_empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(element) | Event::Empty(element) => {
                let name = element.name();
                let name = name.as_ref();
                if name == "table:table" && !inside {
                    inside = attribute(&element, "table:name")?.as_deref() == Some(sheet);
                } else if !inside {
                } else if passed_over > 0 || matches!(name, "office:annotation" | "table:table") {
                    passed_over += usize::from(!is_empty);
                } else {
                    match name {
                        "table:table-column" => at.describe(&element, &mut shape)?,
                        "table:table-row" => at.begin_row(&element)?,
                        "table:table-cell" | "table:covered-table-cell" => {
                            let parts = CellParts::of(&element)?;
                            if is_empty {
                                at.end_cell(&parts, &mut shape, gathering)?;
                            } else {
                                cell = Some(parts);
                            }
                        }
                        _ => in_cell(&mut cell, name, &element)?,
                    }
                    if is_empty && name == "table:table-row" {
                        at.end_row();
                    }
                }
            }
            Event::Text(text) if passed_over == 0 => {
                if let Some(cell) = cell.as_mut().filter(|cell| cell.paragraphs > 0) {
                    cell.text.push_str(&text.xml10_content());
                }
            }
            Event::GeneralRef(reference) if passed_over == 0 => {
                if let Some(cell) = cell.as_mut().filter(|cell| cell.paragraphs > 0) {
                    push_reference(&mut cell.text, &reference)?;
                }
            }
            Event::End(element) if inside => {
                let name = element.name();
                if passed_over > 0 {
                    passed_over -= 1;
                    continue;
                }
                match name.as_ref() {
                    "table:table" => return Ok(shape),
                    "table:table-row" => at.end_row(),
                    "table:table-cell" | "table:covered-table-cell" => {
                        if let Some(parts) = cell.take() {
                            at.end_cell(&parts, &mut shape, gathering)?;
                        }
                    }
                    _ => {}
                }
            }
            Event::Eof => return Ok(shape),
            _ => {}
        }
        // An element of a few bytes may stand for many spaces.
        if cell.as_ref().is_some_and(|cell| cell.text.len() > MOST_CELL_TEXT) {
            return Err(OdsFault::TooLarge(gathering.too_much((at.row, at.column))));
        }
        buffer.clear();
    }
}

/// Takes in what begins within a cell: a paragraph, or a space that is written as an element.
fn in_cell(
    cell: &mut Option<CellParts>,
    name: &str,
    element: &BytesStart<'_>,
) -> Result<(), OdsFault> {
    let Some(cell) = cell else { return Ok(()) };
    match name {
        "text:p" => {
            if cell.paragraphs > 0 {
                cell.text.push('\n');
            }
            cell.paragraphs += 1;
        }
        "text:s" => {
            let spaces = count(element, "text:c")?.min(MOST_COLUMNS);
            cell.text.extend((0..spaces).map(|_| ' '));
        }
        "text:tab" => cell.text.push('\t'),
        "text:line-break" => cell.text.push('\n'),
        _ => {}
    }
    Ok(())
}

impl Cursors {
    /// Takes in a description of columns: which are hidden.
    fn describe(&mut self, element: &BytesStart<'_>, shape: &mut OdsShape) -> Result<(), OdsFault> {
        let end = self.described.saturating_add(count(element, "table:number-columns-repeated")?);
        if is_hidden(element)? {
            // A sheet often hides "all columns to the right": those that are refused anyway.
            shape.hidden.columns.extend(self.described..end.min(MOST_COLUMNS));
        }
        self.described = end;
        Ok(())
    }

    fn begin_row(&mut self, element: &BytesStart<'_>) -> Result<(), OdsFault> {
        self.repeated = count(element, "table:number-rows-repeated")?;
        self.row_hidden = is_hidden(element)?;
        self.column = 0;
        Ok(())
    }

    fn end_row(&mut self) {
        self.row = self.row.saturating_add(self.repeated).min(MOST_COUNTED);
    }

    fn end_cell(
        &mut self,
        cell: &CellParts,
        shape: &mut OdsShape,
        gathering: &mut Gathering,
    ) -> Result<(), OdsFault> {
        let first = self.column;
        self.column = first.saturating_add(cell.repeated).min(MOST_COUNTED);
        let Some(content) = cell.content().filter(|content| !content.is_blank()) else {
            return Ok(());
        };
        if cell.spanned != (1, 1) && shape.merged.len() < MOST_MERGED {
            shape.merged.push(MergedArea::spanned((self.row + 1, first), cell.spanned));
        }
        let rows = self.row..self.row.saturating_add(self.repeated);
        let added = gathering.add_repeated(rows.clone(), first..self.column, &content);
        added.map_err(OdsFault::TooLarge)?;
        if self.row_hidden {
            shape.hidden.rows.extend(rows.map(|row| row + 1));
        }
        Ok(())
    }
}

/// The value of an attribute by its full name.
fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, OdsFault> {
    let attribute = element.try_get_attribute(name)?;
    let value = attribute.map(|one| one.normalized_value(XmlVersion::Implicit1_0)).transpose()?;
    Ok(value.map(std::borrow::Cow::into_owned))
}

/// A number of repetitions, 1 where nothing is said.
fn count(element: &BytesStart<'_>, name: &str) -> Result<u32, OdsFault> {
    let Some(text) = attribute(element, name)? else { return Ok(1) };
    Ok(text.parse::<u32>()?.clamp(1, MOST_COUNTED))
}

fn is_hidden(element: &BytesStart<'_>) -> Result<bool, OdsFault> {
    let visibility = attribute(element, "table:visibility")?;
    Ok(matches!(visibility.as_deref(), Some("collapse" | "filter")))
}

/// Appends the sign of a reference such as `&amp;`.
fn push_reference(
    text: &mut String,
    reference: &quick_xml::events::BytesRef<'_>,
) -> Result<(), OdsFault> {
    if let Some(sign) = reference.resolve_char_ref()? {
        text.push(sign);
    } else if let Some(signs) = quick_xml::escape::resolve_predefined_entity(reference.as_ref()) {
        text.push_str(signs);
    }
    Ok(())
}
