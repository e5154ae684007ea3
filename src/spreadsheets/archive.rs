//! A look at the parts of a workbook before it is read: a workbook is a zip archive, and a small one can
//! hold more than any memory. Every part is inflated into a counter that stops at the limit; what the
//! archive itself says of sizes is not believed.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::input::LARGEST_FILE_BYTES;
use crate::input::errors::{Code, InputErrors};
use crate::message;
use crate::texts::Message;

/// The most bytes of all parts together, inflated.
const MOST_INFLATED: u64 = 600_000_000;
/// The most bytes of the texts that cells share, inflated: they are all kept while a sheet is read.
const MOST_SHARED: u64 = 200_000_000;
/// So many bytes may always be inflated, whatever they were before.
const FREE: u64 = 20_000_000;
/// Beyond [`FREE`] the most that a byte may become. Sheets full of the same value reach some 50.
const MOST_RATIO: u64 = 200;
/// The most parts.
const MOST_PARTS: usize = 10_000;
/// The most shared texts that a workbook may announce, for which room is made at once.
const MOST_ANNOUNCED: u64 = 10_000_000;

/// How the bytes of a zip archive begin.
const ZIP: &[u8] = b"PK\x03\x04";
/// How the bytes of the older formats begin, and of encrypted workbooks.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";

/// Whether a file is a workbook and not text, by its first bytes.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND)
}

/// Looks at every part of a workbook.
///
/// # Errors
/// `not-a-table` where it is no workbook that can be read, `too-large` where there is too much in it.
pub fn check(bytes: &[u8], file: &str) -> Result<(), InputErrors> {
    if bytes.starts_with(COMPOUND) {
        return Err(not_a_table(file, compound_kind(bytes)));
    }
    if bytes.len() > LARGEST_FILE_BYTES {
        return Err(too_large(file, message!("spreadsheets-file-of-bytes", bytes = bytes.len())));
    }
    let broken = |error: &dyn std::fmt::Display| {
        not_a_table(file, message!("spreadsheets-broken-archive", why = error.to_string()))
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    if archive.len() > MOST_PARTS {
        return Err(too_large(file, message!("spreadsheets-archive-parts", parts = archive.len())));
    }
    let mut total = 0;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|error| broken(&error))?;
        let name = part.name().map_err(|error| broken(&error))?.to_lowercase();
        let packed = part.compressed_size().min(bytes.len() as u64);
        let mut count = Count::new(&name, packed, total);
        let mut buffer = vec![0; 1 << 16];
        loop {
            let read = part.read(&mut buffer).map_err(|error| broken(&error))?;
            if read == 0 {
                break;
            }
            count.add(&buffer[..read]).map_err(|found| too_large(file, found))?;
        }
        total += count.inflated;
    }
    Ok(())
}

/// Counts what one part becomes.
struct Count<'a> {
    name: &'a str,
    packed: u64,
    before: u64,
    inflated: u64,
    /// The end of what came before, in which an announcement may have begun.
    tail: Vec<u8>,
}

impl<'a> Count<'a> {
    fn new(name: &'a str, packed: u64, before: u64) -> Self {
        Self { name, packed, before, inflated: 0, tail: Vec::new() }
    }

    fn is_shared(&self) -> bool {
        self.name.ends_with("sharedstrings.xml")
    }

    fn add(&mut self, bytes: &[u8]) -> Result<(), Message> {
        self.inflated += bytes.len() as u64;
        let Self { name, packed, before, inflated, .. } = &self;
        if before + inflated > MOST_INFLATED {
            return Err(message!(
                "spreadsheets-parts-too-large",
                bytes = MOST_INFLATED.cast_signed()
            ));
        }
        if *inflated > FREE && *inflated / packed.max(&1) > MOST_RATIO {
            return Err(message!(
                "spreadsheets-part-grows",
                name = *name,
                ratio = MOST_RATIO.cast_signed()
            ));
        }
        if self.is_shared() {
            if *inflated > MOST_SHARED {
                return Err(message!(
                    "spreadsheets-texts-too-large",
                    bytes = MOST_SHARED.cast_signed()
                ));
            }
            self.check_announced(bytes)?;
        }
        Ok(())
    }

    /// The reader makes room for as many texts as the workbook announces.
    fn check_announced(&mut self, bytes: &[u8]) -> Result<(), Message> {
        const ANNOUNCED: &[u8] = b"uniqueCount";
        // A part in UTF-16 would hide what it announces.
        if self.inflated == bytes.len() as u64
            && bytes.iter().take(200).any(|byte| matches!(byte, 0 | 0xfe | 0xff))
        {
            return Err(message!("spreadsheets-shared-texts-not-utf8"));
        }
        self.tail.extend_from_slice(bytes);
        for (at, _) in
            self.tail.windows(ANNOUNCED.len()).enumerate().filter(|(_, word)| *word == ANNOUNCED)
        {
            let after = &self.tail[at + ANNOUNCED.len()..];
            let digits = after.iter().skip_while(|byte| b" \t\r\n=\"'".contains(byte));
            let digits = digits.take_while(|byte| byte.is_ascii_digit());
            let number = digits.fold(0_u64, |number, digit| {
                number.saturating_mul(10).saturating_add(u64::from(digit - b'0'))
            });
            if number > MOST_ANNOUNCED {
                return Err(message!(
                    "spreadsheets-shared-texts-announced",
                    count = number.cast_signed().max(0)
                ));
            }
        }
        let keep = self.tail.len().saturating_sub(100);
        self.tail.drain(..keep);
        Ok(())
    }
}

/// What a file of the older container is.
fn compound_kind(bytes: &[u8]) -> Message {
    // Names in the container are UTF-16.
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        message!("spreadsheets-workbook-with-password")
    } else {
        message!("spreadsheets-older-format")
    }
}

/// A file that is no table which can be read.
pub fn not_a_table(file: &str, found: Message) -> InputErrors {
    let mut errors = InputErrors::default();
    let advice = message!("spreadsheets-save-as-xlsx");
    errors.add(Code::NotATable, file, found, message!("spreadsheets-workbook-or-csv"), advice);
    errors
}

fn too_large(file: &str, found: Message) -> InputErrors {
    let mut errors = InputErrors::default();
    errors.add(
        Code::TooLarge,
        file,
        found,
        message!(
            "spreadsheets-archive-limits",
            bytes = MOST_INFLATED.cast_signed(),
            ratio = MOST_RATIO.cast_signed()
        ),
        message!("spreadsheets-save-needed-sheets"),
    );
    errors
}
