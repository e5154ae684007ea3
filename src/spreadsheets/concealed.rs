//! What a workbook holds besides the shown values: hidden rows and columns, and formulas that were never
//! calculated.
//!
//! The reader of cells passes over all three. A formula without a stored value would look like an empty cell, so
//! that an exclusion or a wish would vanish. Hence the XML of the sheet is read once more for these alone.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Cursor};

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use super::sheet::{Hidden, MOST_CELLS, MOST_COLUMNS};

/// The largest number of uncalculated formulas that are reported.
const MOST_FORMULAS: usize = 1000;
/// The largest number of hidden rows that are kept.
const MOST_HIDDEN: usize = MOST_CELLS;

/// What a sheet holds besides shown values.
#[derive(Debug, Default)]
pub struct Concealed {
    /// The hidden rows and columns.
    pub hidden: Hidden,
    /// The formulas without a stored value, by row (from 1) and column (from 0).
    pub uncalculated: BTreeMap<(u32, u32), String>,
}

/// Any problem with the XML. The reader of cells reports a broken sheet, so the kind does not matter here.
type Unreadable = Box<dyn std::error::Error>;

/// A position that no sheet has, such as `ZZZZZZZ1`, as the file says it. Readers of cells would count beyond their numbers.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NoSuchCell(pub String);

/// Reads what a sheet conceals; nothing if the sheet cannot be read in this way.
///
/// # Errors
/// If the sheet speaks of a cell that no sheet has.
pub fn concealed(bytes: &[u8], sheet: &str) -> Result<Concealed, NoSuchCell> {
    read(bytes, sheet).or_else(|unreadable| match unreadable.downcast::<NoSuchCell>() {
        Ok(no_such) => Err(*no_such),
        Err(_) => Ok(Concealed::default()),
    })
}

fn read(bytes: &[u8], sheet: &str) -> Result<Concealed, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let part = part_of(&mut archive, sheet)?;
    let part = archive.by_name(&part)?;
    sheet_part(BufReader::new(part))
}

/// The path of a sheet's part in the archive, by way of the relations of the workbook.
fn part_of(archive: &mut ZipArchive<Cursor<&[u8]>>, sheet: &str) -> Result<String, Unreadable> {
    let mut relation = None;
    each_element(BufReader::new(archive.by_name("xl/workbook.xml")?), &mut |element| {
        if element.local_name().as_ref() == "sheet" && attribute(element, "name")? == sheet {
            relation = Some(attribute(element, "id")?);
        }
        Ok(())
    })?;
    let relation = relation.ok_or("no sheet")?;
    let mut target = None;
    let relations = archive.by_name("xl/_rels/workbook.xml.rels")?;
    each_element(BufReader::new(relations), &mut |element| {
        if attribute(element, "Id")? == relation {
            target = Some(attribute(element, "Target")?);
        }
        Ok(())
    })?;
    let target = target.ok_or("no part")?;
    Ok(match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("xl/{target}"),
    })
}

fn each_element(
    part: impl BufRead,
    visit: &mut dyn FnMut(&BytesStart<'_>) -> Result<(), Unreadable>,
) -> Result<(), Unreadable> {
    let mut reader = Reader::from_reader(part);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer)? {
            Event::Start(element) | Event::Empty(element) => visit(&element)?,
            Event::Eof => return Ok(()),
            _ => {}
        }
        buffer.clear();
    }
}

/// The value of an attribute by its local name; empty if there is none.
fn attribute(element: &BytesStart<'_>, name: &str) -> Result<String, Unreadable> {
    for attribute in element.attributes() {
        let attribute = attribute?;
        if attribute.key.local_name().as_ref() == name {
            return Ok(attribute.normalized_value(XmlVersion::Implicit1_0)?.into_owned());
        }
    }
    Ok(String::new())
}

/// The value of an attribute that is a position or an area, with at most as many letters and digits as the last cell of any
/// sheet, `XFD1048576`.
fn position(element: &BytesStart<'_>, name: &str) -> Result<String, Unreadable> {
    let text = attribute(element, name)?;
    let count = |corner: &str, is: fn(&u8) -> bool| corner.bytes().filter(is).count();
    let is_beyond = |corner: &str| {
        count(corner, u8::is_ascii_alphabetic) > 3 || count(corner, u8::is_ascii_digit) > 7
    };
    if text.split(':').any(is_beyond) { Err(Box::new(NoSuchCell(text))) } else { Ok(text) }
}

fn is_true(text: &str) -> bool {
    matches!(text, "1" | "true")
}

/// Position and parts of the cell that is being read.
#[derive(Default)]
struct CellParts {
    at: (u32, u32),
    formula: Option<String>,
    /// Whether the formula gives a text. Only then an empty value is one: programs that calculate nothing write an
    /// empty element of a value beside each formula.
    gives_text: bool,
    has_value: bool,
}

fn sheet_part(part: impl BufRead) -> Result<Concealed, Unreadable> {
    let mut reader = Reader::from_reader(part);
    let mut buffer = Vec::new();
    let mut concealed = Concealed::default();
    let mut cell = CellParts::default();
    let (mut in_formula, mut in_value) = (false, false);
    loop {
        match reader.read_event_into(&mut buffer)? {
            event @ (Event::Start(_) | Event::Empty(_)) => {
                let is_empty = matches!(event, Event::Empty(_));
                let (Event::Start(element) | Event::Empty(element)) = event else { continue };
                let name = element.local_name();
                if matches!(name.as_ref(), "dimension" | "mergeCell" | "f") {
                    position(&element, "ref")?;
                }
                match name.as_ref() {
                    "col" if is_true(&attribute(&element, "hidden")?) => {
                        let first: u32 = attribute(&element, "min")?.parse()?;
                        let last: u32 = attribute(&element, "max")?.parse()?;
                        // A sheet often hides "all columns to the right": those that are refused anyway.
                        let columns = first.saturating_sub(1)..last.min(MOST_COLUMNS);
                        concealed.hidden.columns.extend(columns);
                    }
                    "row" => {
                        // Rows and cells may leave out their position; then they follow the previous one.
                        let number = position(&element, "r")?;
                        let row = number.parse().unwrap_or(cell.at.0 + 1);
                        cell = CellParts { at: (row, 0), ..CellParts::default() };
                        let is_hidden = is_true(&attribute(&element, "hidden")?);
                        if is_hidden && concealed.hidden.rows.len() < MOST_HIDDEN {
                            concealed.hidden.rows.insert(row);
                        }
                    }
                    "c" => {
                        let column = column_of(&position(&element, "r")?);
                        let at = (cell.at.0, column.unwrap_or(cell.at.1));
                        let gives_text = attribute(&element, "t")? == "str";
                        cell = CellParts { at, gives_text, ..CellParts::default() };
                        if is_empty {
                            cell.at.1 += 1;
                        }
                    }
                    "f" => {
                        cell.formula = Some(String::new());
                        in_formula = !is_empty;
                    }
                    "v" => {
                        cell.has_value = cell.gives_text;
                        in_value = !is_empty;
                    }
                    "is" => cell.has_value = true,
                    _ => {}
                }
            }
            Event::Text(text) if in_formula => {
                if let Some(formula) = &mut cell.formula {
                    formula.push_str(text.as_ref());
                }
            }
            Event::Text(text) if in_value => cell.has_value |= !text.as_ref().trim().is_empty(),
            Event::End(element) => match element.local_name().as_ref() {
                "f" => in_formula = false,
                "v" => in_value = false,
                "c" => {
                    if let (Some(formula), false) = (cell.formula.take(), cell.has_value)
                        && concealed.uncalculated.len() < MOST_FORMULAS
                    {
                        concealed.uncalculated.insert(cell.at, formula);
                    }
                    cell.at.1 += 1;
                }
                _ => {}
            },
            Event::Eof => return Ok(concealed),
            _ => {}
        }
        buffer.clear();
    }
}

/// The column of a position such as `AB12`, counted from 0.
fn column_of(position: &str) -> Option<u32> {
    let letters = position.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.fold(0_u32, |number, letter| {
        number.saturating_mul(26).saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    number.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_without_a_value_and_hidden_parts_are_found() {
        let xml = br#"<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData>
            <row r="1"><c r="A1"><f>B9</f></c><c r="B1"><f>C9</f><v>1</v></c>
                <c r="C1" t="str"><f>""</f><v></v></c><c><f t="shared" si="0"/></c>
                <c r="E1"><f>C9</f><v/></c><c r="F1"><f>C9</f><v></v></c><c r="G1"><v/></c></row>
            <row hidden="1"><c r="AA2"><v>1</v></c></row></sheetData></worksheet>"#;
        let found = sheet_part(&xml[..]).unwrap();
        assert_eq!(
            found.uncalculated.keys().copied().collect::<Vec<_>>(),
            [(1, 0), (1, 3), (1, 4), (1, 5)]
        );
        assert_eq!(found.hidden.rows.into_iter().collect::<Vec<_>>(), [2]);
        assert_eq!(found.hidden.columns.into_iter().collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn positions_that_no_sheet_has_are_named() {
        let last =
            br#"<sheetData><row r="1048576"><c r="XFD1048576"/><c/><c/></row><row/></sheetData>"#;
        assert!(sheet_part(&last[..]).is_ok());
        for (xml, named) in [
            (r#"<row r="4294967295"/><row/>"#, "4294967295"),
            (r#"<row r="1"><c r="ZZZZZZZZZ1"/><c/></row>"#, "ZZZZZZZZZ1"),
            (r#"<mergeCell ref="A1:ZZZZZZZ1"/>"#, "A1:ZZZZZZZ1"),
            (r#"<dimension ref="A1:B4294967296"/>"#, "A1:B4294967296"),
            (r#"<c><f ref="AAAAAAAA1">1</f></c>"#, "AAAAAAAA1"),
        ] {
            let refused = sheet_part(xml.as_bytes()).unwrap_err();
            assert_eq!(refused.downcast::<NoSuchCell>().unwrap().0, named);
        }
    }
}
