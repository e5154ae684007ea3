//! Packed files: many small texts in one compressed file that only grows.
//!
//! Each text is a gzip member (RFC 1952) of its own, so that any gzip tool reads the whole file. The extra field of
//! a member has its length, a checksum and the SHA-256 of the text. So a member is recognised as whole or not
//! without decompressing it, and a scan goes from member to member.

use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use flate2::{Compression, Crc, GzBuilder};
use sha2::{Digest, Sha256};

use super::failure::at;

/// The SHA-256 of a text.
pub type TextHash = [u8; 32];

/// How each member begins: gzip, deflate, with an extra field and a name, without a time.
const MAGIC: [u8; 8] = [0x1f, 0x8b, 8, 0b0000_1100, 0, 0, 0, 0];
/// The bytes before the extra field: the magic, two that say how it was compressed, and the length of the field.
const BEFORE_EXTRA: usize = 12;
/// How the extra field begins: its name, and the length of what follows.
const FIELD: [u8; 4] = [b'P', b'W', 44, 0];
/// The length of the extra field, as written before it.
const EXTRA_LENGTH: [u8; 2] = [48, 0];
/// The bytes of a member up to and including its extra field: length (8), checksum (4) and hash (32) at the end.
const HEAD: usize = BEFORE_EXTRA + FIELD.len() + 44;
const LENGTH: Range<usize> = HEAD - 44..HEAD - 36;
const CHECKSUM: Range<usize> = HEAD - 36..HEAD - 32;
const HASH: Range<usize> = HEAD - 32..HEAD;
/// The bytes read at a time.
const BLOCK: usize = 1 << 16;

/// The place of a text in a packed file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Member {
    /// The SHA-256 of the text.
    pub sha256: TextHash,
    /// The position of its first byte in the file.
    pub offset: u64,
    /// The number of bytes in the file.
    pub length: u64,
}

/// What is in a packed file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PackContents {
    /// The whole members, in the order of the file.
    pub members: Vec<Member>,
    /// The end of the last whole member.
    pub end: u64,
    /// The number of bytes that belong to no whole member.
    pub damaged: u64,
}

/// A text as a member of a packed file, under a name. Equal texts give equal bytes.
///
/// # Panics
/// Never: writing to memory does not fail, and a member is shorter than 2^64 bytes.
pub fn pack(name: &str, text: &[u8]) -> Vec<u8> {
    let mut extra = FIELD.to_vec();
    extra.resize(HEAD - BEFORE_EXTRA, 0);
    let builder = GzBuilder::new().extra(extra).filename(name);
    let mut encoder = builder.write(Vec::new(), Compression::default());
    let written = encoder.write_all(text).and_then(|()| encoder.finish());
    let mut member = written.expect("memory takes it");
    member[HASH].copy_from_slice(&Sha256::digest(text));
    sealed(member)
}

/// A member with its length and its checksum filled in.
fn sealed(mut member: Vec<u8>) -> Vec<u8> {
    let length = member.len() as u64;
    member[LENGTH].copy_from_slice(&length.to_le_bytes());
    let checksum = checksum(&member[HASH.start..]);
    member[CHECKSUM].copy_from_slice(&checksum.to_le_bytes());
    member
}

fn checksum(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

/// The text of a member.
///
/// # Errors
/// If the bytes are not a member as it was packed.
pub fn unpack(member: &[u8]) -> io::Result<Vec<u8>> {
    let broken = || io::Error::from(io::ErrorKind::InvalidData);
    let hash = member.get(HASH).ok_or_else(broken)?;
    let mut text = Vec::new();
    GzDecoder::new(member).read_to_end(&mut text)?;
    if Sha256::digest(&text).as_slice() == hash { Ok(text) } else { Err(broken()) }
}

/// A packed member under another name: its text is not packed again.
///
/// # Errors
/// If the bytes are not a member.
pub fn renamed(member: Vec<u8>, name: &str) -> io::Result<Vec<u8>> {
    let after = member.get(HEAD..).ok_or(io::ErrorKind::InvalidData)?;
    let end = after.iter().position(|&byte| byte == 0).ok_or(io::ErrorKind::InvalidData)?;
    if &after[..end] == name.as_bytes() {
        return Ok(member);
    }
    Ok(sealed([&member[..HEAD], name.as_bytes(), &after[end..]].concat()))
}

/// Finds the whole members of a packed file; damaged places are skipped.
///
/// # Errors
/// If the file cannot be read.
pub fn contents(file: &File) -> io::Result<PackContents> {
    let length = file.metadata()?.len();
    let mut reader = BufReader::with_capacity(BLOCK, file);
    reader.seek(SeekFrom::Start(0))?;
    let mut found = PackContents::default();
    let mut offset = 0;
    while offset < length {
        if let Some(member) = whole_member(&mut reader, offset, length)? {
            offset += member.length;
            found.end = offset;
            found.members.push(member);
        } else {
            let next = next_head(&mut reader, offset + 1)?.unwrap_or(length);
            found.damaged += next - offset;
            offset = next;
            reader.seek(SeekFrom::Start(offset))?;
        }
    }
    Ok(found)
}

/// The member at an offset, where the reader is; `None` if none is there or it is not whole.
fn whole_member(
    reader: &mut BufReader<&File>,
    offset: u64,
    end: u64,
) -> io::Result<Option<Member>> {
    let mut head = [0; HEAD];
    if end - offset < HEAD as u64 {
        return Ok(None);
    }
    reader.read_exact(&mut head)?;
    let length = u64::from_le_bytes(head[LENGTH].try_into().expect("eight bytes"));
    let is_possible = (HEAD as u64..=end - offset).contains(&length);
    let is_ours = head.starts_with(&MAGIC)
        && head[..BEFORE_EXTRA].ends_with(&EXTRA_LENGTH)
        && head[BEFORE_EXTRA..].starts_with(&FIELD);
    if !is_ours || !is_possible {
        return Ok(None);
    }
    let mut crc = Crc::new();
    crc.update(&head[HASH]);
    let mut left = length - HEAD as u64;
    let mut block = vec![0; BLOCK];
    while left > 0 {
        let size = usize::try_from(left).unwrap_or(BLOCK).min(BLOCK);
        reader.read_exact(&mut block[..size])?;
        crc.update(&block[..size]);
        left -= size as u64;
    }
    let is_whole = crc.sum().to_le_bytes() == head[CHECKSUM];
    let sha256 = head[HASH].try_into().expect("thirty-two bytes");
    Ok(is_whole.then_some(Member { sha256, offset, length }))
}

/// The offset, at or behind another one, of the next bytes with which a member may begin.
fn next_head(reader: &mut BufReader<&File>, from: u64) -> io::Result<Option<u64>> {
    reader.seek(SeekFrom::Start(from))?;
    let (mut window, mut start) = (Vec::new(), from);
    loop {
        let before = window.len();
        (&mut *reader).take(BLOCK as u64).read_to_end(&mut window)?;
        if let Some(at) = window.windows(MAGIC.len()).position(|bytes| bytes == MAGIC) {
            return Ok(Some(start + at as u64));
        }
        if window.len() == before {
            return Ok(None);
        }
        // The magic may lie across two blocks.
        let seen = window.len().saturating_sub(MAGIC.len() - 1);
        window.drain(..seen);
        start += seen as u64;
    }
}

/// The bytes of a member.
///
/// # Errors
/// If they cannot be read, for instance because the file has become shorter.
pub fn member(mut file: &File, member: &Member) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(member.offset))?;
    let mut bytes = Vec::new();
    file.take(member.length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == member.length {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

/// A packed file that this process, and no other, appends to.
#[derive(Debug)]
pub struct PackFile {
    file: File,
    path: PathBuf,
    end: u64,
}

impl PackFile {
    /// Opens a packed file for appending after its last whole member; it is created if necessary. What follows that
    /// member was being written when a process was killed, and is cut off. Also returns the number of bytes cut off.
    ///
    /// # Errors
    /// If it cannot be read or written; the error names it.
    pub fn open(path: &Path) -> io::Result<(Self, u64)> {
        let open = || {
            let file = OpenOptions::new().read(true).create(true).append(true).open(path)?;
            let (length, end) = (file.metadata()?.len(), contents(&file)?.end);
            if end < length {
                file.set_len(end)?;
            }
            Ok((Self { file, path: path.to_path_buf(), end }, length - end))
        };
        open().map_err(|error| at(path, error))
    }

    /// Appends a member and syncs it. After an error the file is as before, as far as the disk allows.
    ///
    /// # Errors
    /// If it cannot be written; the error names the file.
    pub fn append(&mut self, sha256: TextHash, member: &[u8]) -> io::Result<Member> {
        let written = self.file.write_all(member).and_then(|()| self.file.sync_data());
        if let Err(error) = written {
            // What was written of it must not meet the next one.
            let _ = self.file.set_len(self.end);
            return Err(at(&self.path, error));
        }
        let (offset, length) = (self.end, member.len() as u64);
        self.end += length;
        Ok(Member { sha256, offset, length })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 3] = ["{ \"a\": 1 }\n", "", "{ \"b\": [2, 2, 2, 2, 2] }\n"];

    fn packed() -> Vec<Vec<u8>> {
        TEXTS
            .iter()
            .enumerate()
            .map(|(at, text)| pack(&format!("{at}.json"), text.as_bytes()))
            .collect()
    }

    /// The texts in a file of these bytes, and what it has besides.
    fn texts_in(bytes: &[u8]) -> (Vec<String>, PackContents) {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        let contents = contents(&file).unwrap();
        let text = |one| String::from_utf8(unpack(&member(&file, one).unwrap()).unwrap()).unwrap();
        (contents.members.iter().map(text).collect(), contents)
    }

    #[test]
    fn any_gzip_reader_reads_the_whole_file() {
        let mut text = String::new();
        let bytes = packed().concat();
        flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_string(&mut text).unwrap();
        assert_eq!(text, TEXTS.concat());
        let first = GzDecoder::new(&bytes[..]);
        assert_eq!(first.header().unwrap().filename(), Some(&b"0.json"[..]));
    }

    #[test]
    fn a_member_under_another_name_is_as_if_packed_under_it() {
        let other = pack("longer-name.json", TEXTS[2].as_bytes());
        assert_eq!(renamed(packed().remove(2), "longer-name.json").unwrap(), other);
        assert_eq!(renamed(other.clone(), "longer-name.json").unwrap(), other);
    }

    #[test]
    fn a_file_cut_anywhere_keeps_every_whole_member() {
        let members = packed();
        let bytes = members.concat();
        let ends: Vec<usize> = members
            .iter()
            .scan(0, |end, one| {
                *end += one.len();
                Some(*end)
            })
            .collect();
        for cut in 0..=bytes.len() {
            let whole = ends.iter().filter(|&&end| end <= cut).count();
            let (texts, contents) = texts_in(&bytes[..cut]);
            assert_eq!(texts, TEXTS[..whole], "cut at {cut}");
            let end = if whole == 0 { 0 } else { ends[whole - 1] };
            assert_eq!((contents.end, contents.damaged), (end as u64, (cut - end) as u64));
        }
    }

    #[test]
    fn any_changed_byte_costs_its_own_member_only() {
        let members = packed();
        let bytes = members.concat();
        let second = members[0].len()..members[0].len() + members[1].len();
        // The two bytes that say how a member was compressed are not looked at.
        for at in second.clone().filter(|at| ![8, 9].contains(&(at - second.start))) {
            let mut changed = bytes.clone();
            changed[at] ^= 0x55;
            let (texts, contents) = texts_in(&changed);
            assert_eq!(texts, [TEXTS[0], TEXTS[2]], "byte {at}");
            assert_eq!(
                (contents.damaged, contents.end),
                (members[1].len() as u64, bytes.len() as u64)
            );
        }
    }

    #[test]
    fn a_torn_end_is_cut_off_before_more_is_appended() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plans.json.gz");
        let members = packed();
        let torn = [&members[0][..], &members[1][..40]].concat();
        std::fs::write(&path, torn).unwrap();
        let (mut file, cut) = PackFile::open(&path).unwrap();
        assert_eq!(cut, 40);
        let hash = Sha256::digest(TEXTS[2]).into();
        let added = file.append(hash, &members[2]).unwrap();
        assert_eq!(added.offset, members[0].len() as u64);
        let (texts, contents) = texts_in(&std::fs::read(&path).unwrap());
        assert_eq!(texts, [TEXTS[0], TEXTS[2]]);
        assert_eq!((contents.members[1], contents.damaged), (added, 0));
    }

    #[test]
    fn a_head_across_two_blocks_is_found() {
        let member = pack("x", b"text");
        for before in [BLOCK - 3, BLOCK, BLOCK + 1] {
            let bytes = [vec![7; before], member.clone()].concat();
            let (texts, contents) = texts_in(&bytes);
            assert_eq!((texts, contents.damaged), (vec!["text".to_owned()], before as u64));
        }
    }
}
