//! CSV files that an instance names: opened through the caller, read row by row.

use csv::{ByteRecord, ReaderBuilder, StringRecord, Trim};

use super::Files;
use super::problems::{Explanation, Problems, Spot};
use crate::input::LARGEST_FILE_BYTES;
use crate::input::errors::Code;

/// After so many bad rows the rest of a file is not read: it is another kind of file.
const MOST_BAD_ROWS: usize = 1000;

/// A CSV file named in a document.
pub struct CsvFile {
    name: String,
    bytes: Vec<u8>,
}

/// A row of a CSV file: its fields, as many as the header has.
pub struct Row<'r> {
    /// The line in the file, from 1.
    pub line: u64,
    /// Which of the headers allowed the file has.
    pub header: usize,
    /// The fields, without white space around them.
    pub fields: &'r StringRecord,
}

impl CsvFile {
    /// Opens a file; complains where that fails.
    pub fn open(name: &str, spot: Spot, files: &Files, problems: &mut Problems) -> Option<Self> {
        match files(name) {
            Err(reason) => {
                problems.add(
                    Code::Unreadable,
                    spot,
                    format!("file `{name}`: {reason}"),
                    "the name of a file beside the instance that can be read",
                    "correct the name, put the file there, or remove the key",
                );
                None
            }
            Ok(bytes) if bytes.len() > LARGEST_FILE_BYTES => {
                problems.add(
                    Code::TooLarge,
                    spot,
                    format!("file `{name}` of {} bytes", bytes.len()),
                    format!("at most {LARGEST_FILE_BYTES} bytes"),
                    "leave out what no student or school of this instance needs",
                );
                None
            }
            Ok(bytes) => Some(Self { name: name.to_owned(), bytes }),
        }
    }

    /// A place in the file.
    pub fn place(&self, line: u64) -> String {
        format!("{}, line {line}", self.name)
    }

    /// Reads row by row. The first line must be one of the headers, all of one length. What
    /// `read` refuses is reported with its line.
    pub fn rows(
        &self,
        headers: &[&str],
        problems: &mut Problems,
        mut read: impl FnMut(&Row, &mut Problems) -> Result<(), Explanation>,
    ) {
        let bytes = self.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.bytes);
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(Trim::All)
            .from_reader(bytes);
        let mut record = ByteRecord::new();
        let mut header = None;
        let mut bad_rows = 0;
        while bad_rows < MOST_BAD_ROWS {
            // Reading from memory cannot fail, and rows of any length are taken.
            if !reader.read_byte_record(&mut record).unwrap_or(false) {
                break;
            }
            let line = record.position().map_or(0, csv::Position::line);
            let outcome = match (StringRecord::from_byte_record(record.clone()), header) {
                (Err(_), _) => Err(not_utf8()),
                (Ok(first), None) => header_of(&first, headers).map(|found| header = Some(found)),
                (Ok(fields), Some(header)) if fields.len() == width(headers) => {
                    read(&Row { line, header, fields: &fields }, problems)
                }
                (Ok(fields), Some(header)) => Err(wrong_width(&fields, headers[header])),
            };
            if let Err(explanation) = outcome {
                problems.explain(Code::BadRow, self.place(line), explanation);
                bad_rows += 1;
            }
            if header.is_none() {
                return;
            }
        }
        self.check_end(header.is_some(), bad_rows, headers, problems);
    }

    fn check_end(&self, begun: bool, bad_rows: usize, headers: &[&str], problems: &mut Problems) {
        if bad_rows == MOST_BAD_ROWS {
            let explanation = Explanation {
                found: format!("{bad_rows} bad rows"),
                allowed: "rows as described above".to_owned(),
                advice: "correct these first: the rest of the file was not read".to_owned(),
            };
            problems.explain(Code::BadRow, self.name.clone(), explanation);
        } else if !begun {
            let explanation = header_explanation("an empty file".to_owned(), headers);
            problems.explain(Code::BadRow, self.place(1), explanation);
        }
    }
}

fn width(headers: &[&str]) -> usize {
    headers.first().map_or(0, |header| header.split(',').count())
}

fn header_of(first: &StringRecord, headers: &[&str]) -> Result<usize, Explanation> {
    let found = first.iter().collect::<Vec<_>>().join(",");
    let position = headers.iter().position(|header| *header == found);
    position.ok_or_else(|| header_explanation(format!("`{}`", start_of(&found)), headers))
}

fn header_explanation(found: String, headers: &[&str]) -> Explanation {
    let advice = if found.contains(';') {
        "separate the fields by commas, not by semicolons".to_owned()
    } else {
        format!("write `{}` as the first line", headers.join("` or `"))
    };
    Explanation { found, allowed: format!("the header `{}`", headers.join("` or `")), advice }
}

fn wrong_width(fields: &StringRecord, header: &str) -> Explanation {
    let found = fields.iter().collect::<Vec<_>>().join(",");
    Explanation {
        found: format!("{} fields: `{}`", fields.len(), start_of(&found)),
        allowed: format!("{} fields: `{header}`", header.split(',').count()),
        advice: "write all fields, with a point as decimal sign and commas between".to_owned(),
    }
}

fn not_utf8() -> Explanation {
    Explanation {
        found: "bytes that are no UTF-8".to_owned(),
        allowed: "text in UTF-8".to_owned(),
        advice: "save the file again with encoding UTF-8".to_owned(),
    }
}

fn start_of(text: &str) -> String {
    text.chars().take(60).collect()
}
