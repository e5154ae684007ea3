//! Digests that identify files.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// SHA-256 in lowercase hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    let mut digits = String::new();
    for byte in Sha256::digest(bytes) {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}
