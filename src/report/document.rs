//! A list as a Word document: the facts, then its tables, on A4. It is the smallest document that
//! `WordprocessingML` (ECMA-376) allows: no styles, settings or fonts of its own.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use quick_xml::escape::escape;
use zip::ZipWriter;
use zip::result::ZipError;

use super::amount::{Amount, words};
use super::archive::start;
use crate::disclosure::lists::{ListBook, Lists};
use crate::disclosure::{Cell, Field, Table};
use crate::text;
use crate::texts::Language;

/// The space of names of `WordprocessingML`.
const SPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The parts besides the document itself: path and content.
const PARTS: [(&str, &str); 2] = [
    (
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
         </Types>",
    ),
    (
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
         </Relationships>",
    ),
];
/// The first line of every part.
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// Width, height and margin of a page in landscape A4, in twentieths of a point.
const PAGE: (usize, usize, usize) = (16_838, 11_906, 720);
/// More columns than this are printed in landscape.
const UPRIGHT: usize = 6;
/// Sizes of text in half points.
const TITLE: usize = 32;
const HEADING: usize = 24;
const BODY: usize = 18;

/// The Word document of a list, as the bytes of a DOCX file. Equal lists give equal bytes.
///
/// # Errors
/// If the archive cannot be written.
pub fn list_document(
    lists: &Lists,
    list: &ListBook,
    language: Language,
) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in PARTS {
        start(&mut archive, path)?;
        archive.write_all(HEAD.as_bytes())?;
        archive.write_all(content.as_bytes())?;
    }
    start(&mut archive, "word/document.xml")?;
    archive.write_all(document(lists, list, language).as_bytes())?;
    Ok(archive.finish()?.into_inner())
}

fn document(lists: &Lists, list: &ListBook, language: Language) -> String {
    let about = language.about_list(lists, list);
    let mut body =
        paragraph(&list.name, TITLE, TextLook::Bold) + &paragraph(&about, BODY, TextLook::Plain);
    for (field, cell) in &list.facts {
        let label = run(&format!("{}: ", language.field(*field)), BODY, TextLook::Bold);
        let value = run(&words(cell, language).unwrap_or_default(), BODY, TextLook::Plain);
        let _ = write!(body, "<w:p>{label}{value}</w:p>");
    }
    for table in &list.tables {
        body += &paragraph(&language.topic(&table.topic), HEADING, TextLook::Bold);
        body += &rows(table, language);
    }
    body += &paragraph(&text!(language, "workbook-personal-data"), BODY, TextLook::Plain);
    let widest = list.tables.iter().map(|table| table.columns.len()).max().unwrap_or(0);
    let (long, short, margin) = PAGE;
    let (width, height, orient) =
        if widest > UPRIGHT { (long, short, " w:orient=\"landscape\"") } else { (short, long, "") };
    format!(
        "{HEAD}<w:document xmlns:w=\"{SPACE}\"><w:body>{body}<w:sectPr>\
         <w:pgSz w:w=\"{width}\" w:h=\"{height}\"{orient}/>\
         <w:pgMar w:top=\"{margin}\" w:right=\"{margin}\" w:bottom=\"{margin}\" w:left=\"{margin}\" \
         w:header=\"0\" w:footer=\"0\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

/// A table over the width of the page, with titles that repeat on every page. An empty one has its titles.
fn rows(table: &Table, language: Language) -> String {
    let line = "w:val=\"single\" w:sz=\"4\" w:color=\"A0A0A0\"";
    let mut rows = format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders><w:bottom {line}/>\
         <w:insideH {line}/></w:tblBorders></w:tblPr><w:tblGrid>{}</w:tblGrid>",
        "<w:gridCol/>".repeat(table.columns.len())
    );
    let titles = table
        .columns
        .iter()
        .map(|&field| cell(&language.field(field), TextLook::Bold, Align::Left));
    let _ = write!(
        rows,
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{}</w:tr>",
        titles.collect::<String>()
    );
    for row in &table.rows {
        let cells = table.columns.iter().zip(row).map(|(&field, one)| value(field, one, language));
        let _ = write!(
            rows,
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>",
            cells.collect::<String>()
        );
    }
    rows + "</w:tbl>"
}

fn value(field: Field, one: &Cell, language: Language) -> String {
    let align = if Amount::of(field, one).is_some() { Align::Right } else { Align::Left };
    cell(&words(one, language).unwrap_or_default(), TextLook::Plain, align)
}

/// At which side of its cell a text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Align {
    Left,
    Right,
}

/// How a text looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum TextLook {
    Plain,
    Bold,
}

fn cell(text: &str, look: TextLook, align: Align) -> String {
    let align = match align {
        Align::Left => "",
        Align::Right => "<w:pPr><w:jc w:val=\"right\"/></w:pPr>",
    };
    format!("<w:tc><w:tcPr/><w:p>{align}{}</w:p></w:tc>", run(text, BODY, look))
}

fn paragraph(text: &str, size: usize, look: TextLook) -> String {
    format!("<w:p>{}</w:p>", run(text, size, look))
}

/// A text of one look. Signs that XML does not admit are left out.
fn run(text: &str, size: usize, look: TextLook) -> String {
    let admitted = |sign: &char| !sign.is_control() && !matches!(sign, '\u{fffe}' | '\u{ffff}');
    let text: String = text.chars().filter(admitted).collect();
    let bold = if look == TextLook::Bold { "<w:b/>" } else { "" };
    format!(
        "<w:r><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/>{bold}\
         <w:sz w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
        escape(text.as_str())
    )
}
