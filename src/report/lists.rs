//! Lists as one archive: a workbook per school, cluster, trainer and board, an overview, and a table of letters.

use std::io::{Cursor, Write};

use zip::ZipWriter;

use super::archive::start;
use super::csv::table_as_csv;
use super::distinct::{cut, distinct};
use super::document::list_document;
use super::workbook::{WorkbookError, list_workbook};
use crate::disclosure::lists::{ListBook, ListKind, Lists};
use crate::texts::Language;
use crate::{message, text};

/// The longest name of a file without its ending, in UTF-16 units.
const LONGEST_NAME: usize = 80;
/// The longest name of a thing in it, which leaves room for an id.
const LONGEST_PART: usize = 50;
/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The format of each list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ListFormat {
    /// A workbook.
    Workbook,
    /// A Word document.
    Document,
}

/// Why lists cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum ListsError {
    /// A workbook cannot be written.
    #[error(transparent)]
    Workbook(#[from] WorkbookError),
    /// The archive cannot be written.
    #[error("{}", message!("workbook-refused", error = .0.to_string()))]
    Archive(#[from] zip::result::ZipError),
    /// A file of the archive cannot be written.
    #[error("{}", message!("workbook-refused", error = .0.to_string()))]
    File(#[from] std::io::Error),
}

/// The name of the archive.
pub fn name_of_lists(language: Language) -> String {
    text!(language, "lists-archive") + ".zip"
}

/// All lists as the bytes of a ZIP archive. Equal lists give equal bytes: files have no time of their own.
///
/// # Errors
/// [`ListsError`] if a workbook cannot be written.
pub fn lists_as_zip(
    lists: &Lists,
    format: ListFormat,
    language: Language,
) -> Result<Vec<u8>, ListsError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let letters = text!(language, "lists-letters") + ".csv";
    start(&mut archive, &letters)?;
    archive.write_all(table_as_csv(&lists.letters, language).as_bytes())?;
    for (path, list) in paths(&lists.books, language).into_iter().zip(&lists.books) {
        // The overview is for working with, not for sending.
        let is_document = format == ListFormat::Document && list.kind != ListKind::Overview;
        let ending = if is_document { ".docx" } else { ".xlsx" };
        start(&mut archive, &(path + ending))?;
        archive.write_all(&if is_document {
            list_document(lists, list, language)?
        } else {
            list_workbook(lists, list, language)?
        })?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The path of each list in the archive, without its ending: a folder per kind, and in it distinct names that every file system
/// accepts.
fn paths(books: &[ListBook], language: Language) -> Vec<String> {
    let wished: Vec<String> = books.iter().map(|book| wished(book, language)).collect();
    // Names need only differ within a folder, but are numbered over all of them: they start with it.
    distinct(wished.iter().map(String::as_str), LONGEST_NAME, &[])
}

/// Distinct names of files that every file system accepts, without their ending, for names or ids.
pub fn file_names<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let safe: Vec<String> = names.into_iter().map(safe).collect();
    distinct(safe.iter().map(String::as_str), LONGEST_NAME, &[])
}

fn wished(book: &ListBook, language: Language) -> String {
    let folder = match book.kind {
        ListKind::Overview => return text!(language, "lists-overview"),
        ListKind::School => text!(language, "lists-schools"),
        ListKind::Cluster => text!(language, "lists-clusters"),
        ListKind::Trainer => text!(language, "lists-trainers"),
        ListKind::Board => text!(language, "lists-boards"),
    };
    let name = safe(&book.name);
    // Schools share names; their ids differ.
    let is_known = book.kind != ListKind::School || book.id.is_empty() || book.id == book.name;
    let file = if is_known { name } else { format!("{name} ({})", safe(&book.id)) };
    format!("{folder}/{file}")
}

/// A name without signs that some file system refuses or that would lead to another folder.
fn safe(name: &str) -> String {
    let admitted = |sign: char| {
        let is_safe = sign.is_alphanumeric()
            || matches!(sign, ' ' | '-' | '_' | '.' | '&' | '(' | ')' | ',' | '\'');
        if is_safe { sign } else { '_' }
    };
    let name: String = cut(name, LONGEST_PART).chars().map(admitted).collect();
    // Windows drops points and spaces at the end; a point at the beginning hides a file.
    let name = name.trim_matches([' ', '.']);
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let is_numbered =
        |prefix: &str| stem.strip_prefix(prefix).is_some_and(|rest| rest.chars().count() == 1);
    let is_device = DEVICES.contains(&stem.as_str()) || is_numbered("com") || is_numbered("lpt");
    if name.is_empty() || is_device { format!("_{name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(kind: ListKind, name: &str, id: &str) -> ListBook {
        let (name, id) = (name.to_owned(), id.to_owned());
        ListBook { kind, name, id, facts: Vec::new(), tables: Vec::new() }
    }

    #[test]
    fn no_name_leads_elsewhere_or_is_refused_by_a_file_system() {
        for (name, expected) in [
            ("De Borg", "De Borg"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("C:\\x", "C__x"),
            ("..", "_"),
            ("", "_"),
            ("con", "_con"),
            ("Com1.x", "_Com1.x"),
            ("Company", "Company"),
            ("a\n\u{0}b", "a__b"),
            ("'t Hart & Co.", "'t Hart & Co"),
        ] {
            assert_eq!(safe(name), expected, "{name:?}");
        }
        assert!(safe(&"é".repeat(200)).chars().count() <= LONGEST_PART);
    }

    #[test]
    fn names_that_are_equal_are_told_apart() {
        let books = [
            book(ListKind::Overview, "Noord", ""),
            book(ListKind::School, "De Borg", "h1"),
            book(ListKind::School, "De Borg", "h2"),
            book(ListKind::School, "h3", "h3"),
            book(ListKind::Cluster, "De Borg", "c"),
            book(ListKind::Cluster, "DE BORG", "d"),
            book(ListKind::Trainer, "a/b", ""),
            book(ListKind::Trainer, "a:b", ""),
        ];
        let found = paths(&books, Language::English);
        let expected = [
            "overview",
            "schools/De Borg (h1)",
            "schools/De Borg (h2)",
            "schools/h3",
            "clusters/De Borg",
            "clusters/DE BORG (2)",
            "trainers/a_b",
            "trainers/a_b (2)",
        ];
        assert_eq!(found, expected);
    }
}
