//! Workbooks made of the parts that are of interest, so that the bytes need not be a sound zip archive by chance.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Between the parts of a workbook; no part in UTF-8 has it.
const BETWEEN: u8 = 0xff;

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const WORKBOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Studenten" sheetId="1" r:id="rId1"/><sheet name="Scholen" sheetId="2" r:id="rId2"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#;
const ROOT: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const SCHOOLS: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>schoolcode</t></is></c><c r="B1" t="inlineStr"><is><t>bestuur</t></is></c><c r="C1" t="inlineStr"><is><t>plaatsen</t></is></c><c r="D1" t="inlineStr"><is><t>breedtegraad</t></is></c><c r="E1" t="inlineStr"><is><t>lengtegraad</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>h1</t></is></c><c r="B2" t="inlineStr"><is><t>b1</t></is></c><c r="C2"><v>6</v></c><c r="D2"><v>53.21</v></c><c r="E2"><v>6.56</v></c></row></sheetData></worksheet>"#;
const TEXTS: &str = r"<sst><si><t>studentnummer</t></si><si><t>opleiding</t></si><si><t>studiejaar</t></si><si><t>breedtegraad</t></si><si><t>lengtegraad</t></si><si><t>voltijd</t></si></sst>";
const STYLES: &str = r#"<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;

/// A workbook in the format of Excel. The bytes are the archive itself if they begin as one, or else its sheet of
/// students, the texts that cells share, the styles, the list of sheets and their files; absent ones are usual.
pub fn xlsx(bytes: &[u8]) -> Vec<u8> {
    if bytes.starts_with(b"PK") {
        return bytes.to_vec();
    }
    let mut given = bytes.split(|byte| *byte == BETWEEN);
    let mut or = |usual: &'static str| {
        given.next().filter(|part| !part.is_empty()).map_or(usual.as_bytes(), |part| part).to_vec()
    };
    archive(&[
        ("xl/worksheets/sheet1.xml", or("")),
        ("xl/sharedStrings.xml", or(TEXTS)),
        ("xl/styles.xml", or(STYLES)),
        ("xl/workbook.xml", or(WORKBOOK)),
        ("xl/_rels/workbook.xml.rels", or(RELATIONS)),
        ("xl/worksheets/sheet2.xml", SCHOOLS.into()),
        ("_rels/.rels", ROOT.into()),
        ("[Content_Types].xml", TYPES.into()),
    ])
}

/// A workbook in the Open Document format. The bytes are the archive itself if they begin as one, or else its content.
pub fn ods(bytes: &[u8]) -> Vec<u8> {
    if bytes.starts_with(b"PK") {
        return bytes.to_vec();
    }
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    archive(&[("mimetype", kind.into()), ("content.xml", bytes.to_vec())])
}

fn archive(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in parts {
        archive.start_file(*name, options).expect("a part of a small archive");
        archive.write_all(part).expect("memory takes it");
    }
    archive.finish().expect("memory takes it").into_inner()
}
