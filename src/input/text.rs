//! From bytes to text: size, emptiness, UTF-8, and what else the bytes could be.

use crate::input::errors::{Code, InputErrors};

/// The largest file that the engine takes, in bytes.
pub const LARGEST_FILE_BYTES: usize = 500_000_000;

/// How many of the first bytes show what kind of file it is.
const TELLING_BYTES: usize = 1024;

/// The text of a file, without a byte order mark.
///
/// # Errors
/// `too-large`, `empty` or `not-utf8`.
pub fn text_of(bytes: &[u8], largest_bytes: usize) -> Result<&str, InputErrors> {
    if bytes.len() > largest_bytes {
        return Err(refusal(
            Code::TooLarge,
            "(document)",
            format!("{} bytes", bytes.len()),
            format!("at most {largest_bytes} bytes"),
            "split the work, or move long tables to a file of their own",
        ));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(kind) = other_kind(bytes) {
        return Err(not_utf8("line 1, byte offset 0", kind.0, kind.1));
    }
    let text =
        std::str::from_utf8(bytes).map_err(|error| stray_byte(bytes, error.valid_up_to()))?;
    if text.trim().is_empty() {
        return Err(refusal(
            Code::Empty,
            "(document)",
            "nothing but white space".to_owned(),
            "a JSON document".to_owned(),
            "check that the file was saved, or that the command before the pipe gave output",
        ));
    }
    Ok(text)
}

/// What a file is, and what to do with it, where its first bytes tell that it is no UTF-8 text.
fn other_kind(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let first = &bytes[..bytes.len().min(TELLING_BYTES)];
    let zeros = |parity: usize| first.iter().skip(parity).step_by(2).filter(|byte| **byte == 0);
    let (even, odd) = (zeros(0).count(), zeros(1).count());
    if first.starts_with(b"\xff\xfe") || first.starts_with(b"\xfe\xff") {
        Some(("a UTF-16 byte order mark", "save the file again with encoding UTF-8"))
    } else if even.max(odd) * 4 > first.len() && even.min(odd) == 0 {
        Some(("text that looks like UTF-16", "save the file again with encoding UTF-8"))
    } else if first.starts_with(b"PK\x03\x04") {
        Some(("a zip archive, such as an XLSX workbook", "convert it with the command `import`"))
    } else if first.starts_with(b"\x1f\x8b") {
        Some(("a gzip archive", "unpack it first"))
    } else if first.contains(&0) {
        Some(("binary content (a zero byte)", "give a JSON text file"))
    } else {
        None
    }
}

fn stray_byte(bytes: &[u8], offset: usize) -> InputErrors {
    let line = bytes[..offset].split(|byte| *byte == b'\n').count();
    let byte = bytes[offset];
    let alone = bytes.get(offset + 1).is_none_or(u8::is_ascii);
    let (found, advice) = if byte >= 0xa0 && alone {
        let letter = char::from(byte);
        (
            format!("byte {byte:#04x}, which is `{letter}` in windows-1252 (\"ANSI\")"),
            "save the file again with encoding UTF-8 instead of windows-1252 (ANSI)",
        )
    } else {
        (format!("byte {byte:#04x}"), "save the file again with encoding UTF-8")
    };
    not_utf8(&format!("line {line}, byte offset {offset}"), &found, advice)
}

fn not_utf8(place: &str, found: &str, advice: &str) -> InputErrors {
    refusal(Code::NotUtf8, place, found.to_owned(), "text in UTF-8".to_owned(), advice)
}

fn refusal(code: Code, place: &str, found: String, allowed: String, advice: &str) -> InputErrors {
    let mut errors = InputErrors::default();
    errors.add(code, place, found, allowed, advice);
    errors
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], code: Code, words: &str) {
        let errors = text_of(bytes, 100).unwrap_err();
        assert_eq!(errors.0[0].code, code);
        assert!(errors.to_string().contains(words), "{errors}");
    }

    #[test]
    fn other_encodings_are_recognised() {
        check(b"{\"name\": \"Bo\xeb\"}", Code::NotUtf8, "`ë` in windows-1252");
        check(b"{\n\xff\xff}", Code::NotUtf8, "line 2, byte offset 2");
        check(b"{\0\"\0a\0\"\0", Code::NotUtf8, "UTF-16");
        check(b"\xff\xfe{\0", Code::NotUtf8, "UTF-16");
        check(b"\x01\x02\x00\x00\x05\x06", Code::NotUtf8, "binary");
        check(b"PK\x03\x04\x14\x00", Code::NotUtf8, "import");
    }

    #[test]
    fn nothing_and_too_much_are_refused() {
        check(b" \n", Code::Empty, "white space");
        check(&[b' '; 101], Code::TooLarge, "101 bytes");
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        assert_eq!(text_of(b"\xef\xbb\xbf{}", 100).unwrap(), "{}");
    }
}
