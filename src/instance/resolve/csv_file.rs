//! CSV files that an instance names. The caller opens them; here they are read row by row.

use csv::{ByteRecord, ReaderBuilder, StringRecord, Trim};

use super::Files;
use super::problems::{Explanation, Location, Problems};
use crate::input::errors::Code;
use crate::input::{LARGEST_FILE_BYTES, without_byte_order_mark};
use crate::message;
use crate::texts::Argument;

/// The number of bad rows after which the rest of a file is not read: it is another kind of file.
const MOST_BAD_ROWS: usize = 1000;

/// A CSV file named in a document.
pub struct CsvFile {
    name: String,
    bytes: Vec<u8>,
}

/// A row of a CSV file: its fields, as many as the header has.
pub struct CsvRow<'r> {
    /// The line in the file, from 1.
    pub line: u64,
    /// The position of the header of the file among the allowed ones.
    pub header: usize,
    /// The fields, without white space around them.
    pub fields: &'r StringRecord,
}

impl CsvFile {
    /// Opens a file; adds a problem if that fails.
    pub fn open(
        name: &str,
        spot: Location,
        files: &Files,
        problems: &mut Problems,
    ) -> Option<Self> {
        match files(name) {
            Err(reason) => {
                problems.add(
                    Code::Unreadable,
                    spot,
                    message!("common-file", name = name, reason = reason),
                    message!("instance-file-beside"),
                    message!("instance-correct-file"),
                );
                None
            }
            Ok(bytes) if bytes.len() > LARGEST_FILE_BYTES => {
                problems.add(
                    Code::TooLarge,
                    spot,
                    message!("instance-file-bytes", name = name, count = bytes.len().to_string()),
                    message!("input-at-most-bytes", count = LARGEST_FILE_BYTES.to_string()),
                    message!("instance-leave-out"),
                );
                None
            }
            Ok(bytes) => Some(Self { name: name.to_owned(), bytes }),
        }
    }

    /// The location of a line of the file.
    pub fn location(&self, line: u64) -> String {
        format!("{}, line {line}", self.name)
    }

    /// Reads row by row. The first line must be one of the headers, all of one length. What
    /// `read` refuses is reported with its line.
    pub fn rows(
        &self,
        headers: &[&str],
        problems: &mut Problems,
        mut read: impl FnMut(&CsvRow, &mut Problems) -> Result<(), Explanation>,
    ) {
        let bytes = without_byte_order_mark(&self.bytes);
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
                    read(&CsvRow { line, header, fields: &fields }, problems)
                }
                (Ok(fields), Some(header)) => Err(wrong_width(&fields, headers[header])),
            };
            if let Err(explanation) = outcome {
                problems.explain(Code::BadRow, self.location(line), explanation);
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
                found: message!("instance-bad-rows", count = bad_rows.to_string()).into(),
                allowed: message!("common-rows-as-above").into(),
                help: message!("instance-correct-first").into(),
            };
            problems.explain(Code::BadRow, self.name.clone(), explanation);
        } else if !begun {
            let explanation = header_explanation(message!("common-empty-file").into(), headers);
            problems.explain(Code::BadRow, self.location(1), explanation);
        }
    }
}

fn width(headers: &[&str]) -> usize {
    headers.first().map_or(0, |header| header.split(',').count())
}

fn header_of(first: &StringRecord, headers: &[&str]) -> Result<usize, Explanation> {
    let found = first.iter().collect::<Vec<_>>().join(",");
    let position = headers.iter().position(|header| *header == found);
    position.ok_or_else(|| header_explanation(format!("`{}`", start_of(&found)).into(), headers))
}

fn header_explanation(found: Argument, headers: &[&str]) -> Explanation {
    let quoted = headers.iter().map(|header| Argument::from(format!("`{header}`")));
    let headers = quoted.reduce(|one, other| message!("input-or", one = one, other = other).into());
    let headers = headers.unwrap_or_else(|| "".into());
    let help = if matches!(&found, Argument::Text(text) if text.contains(';')) {
        message!("instance-commas")
    } else {
        message!("instance-first-line", headers = headers.clone())
    };
    let allowed = message!("instance-header", headers = headers).into();
    Explanation { found, allowed, help: help.into() }
}

fn wrong_width(fields: &StringRecord, header: &str) -> Explanation {
    let found = fields.iter().collect::<Vec<_>>().join(",");
    Explanation {
        found: counted(fields.len(), &start_of(&found)),
        allowed: counted(header.split(',').count(), header),
        help: message!("instance-all-fields").into(),
    }
}

/// Fields with their number.
fn counted(number: usize, fields: &str) -> Argument {
    message!("instance-fields", count = number, fields = format!("`{fields}`")).into()
}

fn not_utf8() -> Explanation {
    Explanation {
        found: message!("instance-not-utf8").into(),
        allowed: message!("common-text-in-utf8").into(),
        help: message!("input-save-as-utf8").into(),
    }
}

fn start_of(text: &str) -> String {
    text.chars().take(60).collect()
}
