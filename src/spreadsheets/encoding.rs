//! Decodes the bytes of a CSV file.

use super::sheet::Encoding;
use crate::input::LARGEST_FILE_BYTES;
use crate::input::errors::{Code, InputErrors};
use crate::message;
use crate::texts::Message;

/// The text of a CSV file and its encoding.
///
/// A file that is neither UTF-8 nor marked as UTF-16 is read as windows-1252, in which every byte is a character.
///
/// # Errors
/// `too-large`, `empty`, or `not-a-table` if the bytes are no text.
pub fn text_of(bytes: &[u8], file: &str) -> Result<(String, Encoding), InputErrors> {
    if bytes.len() > LARGEST_FILE_BYTES {
        let found = message!("spreadsheets-bytes", bytes = bytes.len());
        let allowed = message!("spreadsheets-at-most-bytes", bytes = LARGEST_FILE_BYTES);
        let advice = message!("spreadsheets-split-the-table");
        return refused(Code::TooLarge, file, found, allowed, advice);
    }
    if let Some(text) = utf16(bytes, file)? {
        return Ok((text, Encoding::Utf16));
    }
    if let Some(kind) = other_kind(bytes) {
        let advice = message!("spreadsheets-save-as-csv-or-xlsx");
        return refused(Code::NotATable, file, kind, message!("spreadsheets-csv-or-xlsx"), advice);
    }
    let marked = bytes.strip_prefix(b"\xef\xbb\xbf");
    let (text, encoding) = match std::str::from_utf8(marked.unwrap_or(bytes)) {
        Ok(text) => (text.to_owned(), Encoding::Utf8 { mark: marked.is_some() }),
        Err(_) => (
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
            Encoding::Windows1252,
        ),
    };
    if text.trim().is_empty() {
        let advice = message!("spreadsheets-check-that-it-was-saved");
        let allowed = message!("spreadsheets-header-and-rows");
        return refused(Code::Empty, file, message!("common-empty-file"), allowed, advice);
    }
    Ok((text, encoding))
}

/// The text of a file that begins with the byte order mark of UTF-16.
fn utf16(bytes: &[u8], file: &str) -> Result<Option<String>, InputErrors> {
    let encoding = match bytes {
        [0xff, 0xfe, ..] => encoding_rs::UTF_16LE,
        [0xfe, 0xff, ..] => encoding_rs::UTF_16BE,
        _ => return Ok(None),
    };
    let (text, broken) = encoding.decode_with_bom_removal(bytes);
    if broken {
        let found = message!("spreadsheets-broken-utf16");
        let allowed = message!("common-text-in-utf8");
        return refused(
            Code::NotATable,
            file,
            found,
            allowed,
            message!("spreadsheets-save-as-utf8"),
        );
    }
    Ok(Some(text.into_owned()))
}

/// What a file is if its bytes show that it is no CSV.
fn other_kind(bytes: &[u8]) -> Option<Message> {
    if bytes.starts_with(b"\x1f\x8b") {
        Some(message!("common-gzip-archive"))
    } else if bytes.starts_with(b"%PDF") {
        Some(message!("spreadsheets-pdf-document"))
    } else if bytes.contains(&0) {
        Some(message!("spreadsheets-binary-content"))
    } else {
        None
    }
}

fn refused<T>(
    code: Code,
    file: &str,
    found: Message,
    allowed: Message,
    advice: Message,
) -> Result<T, InputErrors> {
    let mut errors = InputErrors::default();
    errors.add(code, file, found, allowed, advice);
    Err(errors)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_recognised() {
        let read = |bytes: &[u8]| text_of(bytes, "a.csv").unwrap();
        let utf8 = |mark| Encoding::Utf8 { mark };
        assert_eq!(read("é".as_bytes()), ("é".to_owned(), utf8(false)));
        assert_eq!(read(b"\xef\xbb\xbf\xc3\xa9"), ("é".to_owned(), utf8(true)));
        assert_eq!(read(b"\xe9\x80"), ("é€".to_owned(), Encoding::Windows1252));
        assert_eq!(read(b"\xff\xfe\xe9\0"), ("é".to_owned(), Encoding::Utf16));
        assert_eq!(read(b"\xfe\xff\0\xe9"), ("é".to_owned(), Encoding::Utf16));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for (bytes, code) in [
            (&b" \r\n"[..], Code::Empty),
            (b"a\0b", Code::NotATable),
            (b"\xff\xfe\0\xd8", Code::NotATable),
            (b"\x1f\x8b\x08", Code::NotATable),
        ] {
            assert_eq!(text_of(bytes, "a.csv").unwrap_err().0[0].code, code);
        }
    }
}
