//! Imports an instance from tables.

use std::collections::BTreeSet;

use super::account::Account;
use super::assembly::assemble;
use super::example::left_over;
use super::map::odd_points;
use super::origins::Origins;
use super::postcodes::PostcodePoints;
use super::quotation::{QuotedCell, quoted};
use super::request::Request;
use super::tables::Tables;
use super::vocabulary::TableKind;
use crate::contacts::ContactsDocument;
use crate::input::errors::{Code, InputErrors, InputWarning};
use crate::instance::Standing;
use crate::instance::document::{BoardDocument, InstanceDocument};
use crate::message;

/// An imported instance.
#[derive(Debug)]
pub struct Imported {
    /// The document.
    pub document: InstanceDocument,
    /// The contact data of its students, schools, clusters and boards; empty if the tables have none.
    pub contacts: ContactsDocument,
    /// What was understood.
    pub account: Account,
    /// What is allowed and yet probably a mistake.
    pub warnings: Vec<InputWarning>,
}

/// A refused import.
#[derive(Debug)]
pub struct RefusedImport {
    /// Every problem found; never empty.
    pub errors: InputErrors,
    /// The cell of each, where it is about one.
    pub cells: Vec<Option<QuotedCell>>,
    /// What was understood nevertheless.
    pub account: Account,
}

/// Imports an instance.
///
/// # Errors
/// Every problem of files, sheets and cells, and of the instance as a whole, with the account.
pub fn import(request: &Request) -> Result<Imported, Box<RefusedImport>> {
    let mut account = Account::default();
    let mut origins = Origins::default();
    let mut errors = InputErrors::default();
    let tables = Tables::read(request, &mut account, &mut origins, &mut errors);
    let complete = [TableKind::Students, TableKind::Schools].into_iter().all(|kind| {
        let read = tables.read.contains(&kind);
        let asked = request.tables.iter().any(|table| table.kind == kind);
        if !read && !asked && errors.0.is_empty() {
            missing_table(kind, request, &mut errors);
        }
        read
    });
    // The lists of missing tables are empty; references to them cannot be judged.
    origins.incomplete |= !complete;
    let mut draft = assemble(tables, request, &mut account, &mut origins, &mut errors);
    let contacts = std::mem::take(&mut draft.contacts);
    match draft.judge(&origins) {
        Ok((document, judged)) if errors.0.is_empty() => {
            let found = [left_over(&document), odd_points(&document)].concat();
            let found = found.iter().map(|warning| origins.warning(warning));
            // The reader of instances warns of it too, in words of a document.
            let nowhere = nowhere_to_go(&document);
            let judged = judged.into_iter().filter(|one| one.location != NOWHERE);
            let warnings = in_order(judged.chain(found), &mut account, &origins);
            let warnings = nowhere.into_iter().chain(warnings).collect();
            Ok(Imported { document, contacts, account, warnings })
        }
        judged => {
            errors.0.extend(judged.err().into_iter().flat_map(|errors| errors.0));
            errors.0.sort_by_cached_key(|error| origins.order(&error.location));
            let cells = quoted(request, &origins, &errors);
            Err(Box::new(RefusedImport { errors, cells, account }))
        }
    }
}

/// The points of the postcodes that an import would read; `None` if there are none.
pub fn postcode_points(request: &Request) -> Option<PostcodePoints> {
    let (mut origins, mut errors) = (Origins::default(), InputErrors::default());
    let tables = Tables::read(request, &mut Account::default(), &mut origins, &mut errors);
    PostcodePoints::of(tables.postcodes, &origins, &mut errors)
}

/// All warnings in the order of the cells. What the tables say of a cell comes in place of what the reader of
/// instances says of it.
fn in_order(
    judged: impl Iterator<Item = InputWarning>,
    account: &mut Account,
    origins: &Origins,
) -> Vec<InputWarning> {
    let mut warnings = std::mem::take(&mut account.warnings);
    for table in &mut account.tables {
        warnings.append(&mut table.remarks);
    }
    let known: BTreeSet<String> = warnings.iter().map(|warning| warning.location.clone()).collect();
    warnings.extend(judged.filter(|warning| !known.contains(&warning.location)));
    warnings.sort_by_cached_key(|warning| origins.order(&warning.location));
    warnings
}

/// The location of the warning that nobody can be placed.
const NOWHERE: &str = "(boards)";

/// Warns that nobody can be placed if no board has a cluster, may open one, or is in the shell. Tables of students
/// and schools alone give no more.
fn nowhere_to_go(document: &InstanceDocument) -> Option<InputWarning> {
    let has_clusters = document.clusters.as_ref().is_some_and(|clusters| !clusters.is_empty());
    let takes = |board: &BoardDocument| {
        board.standing == Some(Standing::Shell)
            || board.max_clusters.is_some_and(|most| most.get() > 0)
    };
    if has_clusters || document.boards.iter().any(takes) {
        return None;
    }
    let message = message!("spreadsheets-nobody-can-be-placed").into();
    Some(InputWarning { location: NOWHERE.to_owned(), message })
}

fn missing_table(kind: TableKind, request: &Request, errors: &mut InputErrors) {
    let name = kind.sheet_name();
    let file = request.files.first().map_or("(tables)", |(file, _)| file.as_str());
    errors.add(
        Code::UnknownSheet,
        file,
        message!("spreadsheets-no-sheet", name = name.quoted()),
        message!("spreadsheets-students-and-schools"),
        message!("spreadsheets-rename-or-name-sheet", option = kind.option()),
    );
}
