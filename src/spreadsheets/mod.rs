//! Import: spreadsheets become an instance, and an instance becomes a workbook to fill in.
//!
//! bytes → sheet (rows of cells) → header (what each column means) → rows (values by key) → document, which
//! the reader of all instances judges. What it finds is told of the cells that it came from.

mod account;
mod archive;
mod assembly;
mod csv_sheet;
mod draft;
mod duo;
mod encoding;
mod filled;
mod fold;
mod header;
mod header_problems;
mod joining;
mod lists;
mod numbers;
mod origins;
mod places_for;
mod postcodes;
mod request;
mod rows;
mod settings;
mod sheet;
mod telling;
mod template;
mod values;
mod vocabulary;
mod word_values;
mod workbook;

pub use account::Account;
pub use request::{Request, TableFile};
pub use telling::account_in_words;
pub use template::{blank_template, template_of};
pub use vocabulary::Kind;

use assembly::Tables;
use origins::Origins;

use crate::input::errors::{Code, InputErrors, InputWarning};
use crate::instance::Standing;
use crate::instance::document::{BoardDocument, InstanceDocument};

/// An instance as imported.
#[derive(Debug)]
pub struct Imported {
    /// The document.
    pub document: InstanceDocument,
    /// What was understood.
    pub account: Account,
    /// What was probably not meant.
    pub warnings: Vec<InputWarning>,
}

/// Why nothing was imported.
#[derive(Debug)]
pub struct Refused {
    /// Every problem found; never empty.
    pub errors: InputErrors,
    /// What was understood all the same.
    pub account: Account,
}

/// Imports an instance.
///
/// # Errors
/// Every problem of files, sheets, cells and of what they mean together, and what was understood.
pub fn import(request: &Request) -> Result<Imported, Box<Refused>> {
    let mut account = Account::default();
    let mut origins = Origins::default();
    let mut errors = InputErrors::default();
    let tables = Tables::read(request, &mut account, &mut origins, &mut errors);
    let complete = [Kind::Students, Kind::Schools].into_iter().all(|kind| {
        let read = tables.read.contains(&kind);
        let asked = request.tables.iter().any(|table| table.kind == kind);
        if !read && !asked && errors.0.is_empty() {
            missing_table(kind, request, &mut errors);
        }
        read
    });
    let draft = tables.assemble(request, &mut account, &mut origins, &mut errors);
    if !complete {
        // The lists that a missing table would have given are empty, and nothing can be said of them.
        origins.incomplete = true;
    }
    match draft.judge(&origins) {
        Ok((document, mut warnings)) if errors.0.is_empty() => {
            let examples = template::left_over(&document);
            warnings.extend(examples.iter().map(|warning| origins.warning(warning)));
            warnings.extend(nowhere_to_go(&document));
            Ok(Imported { document, account, warnings })
        }
        Ok(_) => Err(Box::new(Refused { errors, account })),
        Err(judged) => {
            errors.0.extend(judged.0);
            Err(Box::new(Refused { errors, account }))
        }
    }
}

/// Where no board has a cluster, may open one, or stands in the shell, nobody can be placed: spreadsheets of
/// students and schools alone say no more.
fn nowhere_to_go(document: &InstanceDocument) -> Option<InputWarning> {
    let has_clusters = document.clusters.as_ref().is_some_and(|clusters| !clusters.is_empty());
    let takes = |board: &BoardDocument| {
        board.standing == Some(Standing::Shell)
            || board.max_clusters.is_some_and(|most| most.get() > 0)
    };
    if has_clusters || document.boards.iter().any(takes) {
        return None;
    }
    let message = "no cluster is given and no board may open one, so that nobody can be placed: add \
                   clusters with `--clusters`, or a sheet of boards with `maximum clusters` with `--boards`";
    Some(InputWarning { location: "(boards)".to_owned(), message: message.into() })
}

fn missing_table(kind: Kind, request: &Request, errors: &mut InputErrors) {
    let (name, _) = kind.sheet();
    let file = request.workbook.as_ref().map_or("(tables)", |(file, _)| file.as_str());
    errors.add(
        Code::UnknownSheet,
        file,
        format!("no sheet `{}` (`{}`)", name.dutch, name.english),
        "sheets of students and of schools",
        format!("rename the sheet, or name it with `--{} FILE#SHEET`", name.english.to_lowercase()),
    );
}
