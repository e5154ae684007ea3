//! From bytes to text: checks size, emptiness and encoding, and recognises other kinds of files.

use crate::input::errors::{Code, InputError, InputErrors};
use crate::message;
use crate::texts::{Argument, Message};

/// The largest file that is read, in bytes.
pub const LARGEST_FILE_BYTES: usize = 500_000_000;

/// The number of bytes from which the kind of a file is recognised.
const INSPECTED_BYTES: usize = 1024;

/// The bytes of a file without the byte order mark of UTF-8, which some programs write.
pub fn without_byte_order_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// The text of a file, without a byte order mark.
///
/// # Errors
/// `too-large`, `empty` or `not-utf8`.
pub fn text_of(bytes: &[u8], largest_bytes: usize) -> Result<&str, InputErrors> {
    if bytes.len() > largest_bytes {
        return Err(refusal(
            Code::TooLarge,
            "(document)",
            message!("input-bytes", count = bytes.len().to_string()),
            message!("input-at-most-bytes", count = largest_bytes.to_string()),
            message!("input-split-work"),
        ));
    }
    let bytes = without_byte_order_mark(bytes);
    if let Some((found, help)) = other_kind(bytes) {
        return Err(not_utf8("line 1, byte offset 0", found, help));
    }
    let text =
        std::str::from_utf8(bytes).map_err(|error| stray_byte(bytes, error.valid_up_to()))?;
    if text.trim().is_empty() {
        return Err(refusal(
            Code::Empty,
            "(document)",
            message!("input-white-space"),
            message!("input-json-document"),
            message!("input-was-it-saved"),
        ));
    }
    Ok(text)
}

/// The kind of a file whose first bytes show that it is no UTF-8 text, and what to do with it.
fn other_kind(bytes: &[u8]) -> Option<(Message, Message)> {
    let first = &bytes[..bytes.len().min(INSPECTED_BYTES)];
    // In UTF-16 every second byte of Latin letters is 0: the even ones or the odd ones, by byte order.
    let zeros = |parity: usize| first.iter().skip(parity).step_by(2).filter(|byte| **byte == 0);
    let (even, odd) = (zeros(0).count(), zeros(1).count());
    if first.starts_with(b"\xff\xfe") || first.starts_with(b"\xfe\xff") {
        Some((message!("input-utf16-mark"), message!("input-save-as-utf8")))
    } else if even.max(odd) * 4 > first.len() && even.min(odd) == 0 {
        Some((message!("input-utf16-like"), message!("input-save-as-utf8")))
    } else if first.starts_with(b"PK\x03\x04") {
        Some((message!("input-zip"), message!("input-use-import")))
    } else if first.starts_with(b"\x1f\x8b") {
        Some((message!("common-gzip-archive"), message!("input-unpack")))
    } else if first.contains(&0) {
        Some((message!("input-binary"), message!("input-give-json")))
    } else {
        None
    }
}

fn stray_byte(bytes: &[u8], offset: usize) -> InputErrors {
    let line = bytes[..offset].split(|byte| *byte == b'\n').count();
    let byte = bytes[offset];
    // In windows-1252 an accented letter is one byte from 0xa0 on; before ASCII it cannot start a UTF-8
    // sequence.
    let alone = bytes.get(offset + 1).is_none_or(u8::is_ascii);
    let written = format!("{byte:#04x}");
    let (found, help) = if byte >= 0xa0 && alone {
        let found = message!("input-byte-1252", byte = written, letter = char::from(byte));
        (found, message!("input-save-not-1252"))
    } else {
        (message!("input-byte", byte = written), message!("input-save-as-utf8"))
    };
    not_utf8(&format!("line {line}, byte offset {offset}"), found, help)
}

fn not_utf8(location: &str, found: Message, help: Message) -> InputErrors {
    refusal(Code::NotUtf8, location, found, message!("common-text-in-utf8"), help)
}

fn refusal(
    code: Code,
    location: &str,
    found: impl Into<Argument>,
    allowed: Message,
    help: Message,
) -> InputErrors {
    InputErrors(vec![InputError::new(code, location, found, allowed, help)])
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
