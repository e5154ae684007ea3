//! Importing the spreadsheets of a project, and mending what was not understood of them.

use std::path::Path;

use schemars::JsonSchema;
use serde::Deserialize;

use super::import_state::ImportAttempt;
use super::located::locate_all;
use super::persons::added;
use super::session::{EditError, Session};
use super::sources::{SheetKind, Sources, keep_dropped, name_of, spreadsheet, spreadsheets_in};
use crate::base::sha256;
use crate::message;
use crate::project::EditOperation;
use crate::spreadsheets::{
    Amendments, Imported, PostcodePoints, RefusedImport, Request, TableFile, import,
    postcode_points,
};
use crate::storage::reason;
use crate::texts::{Language, Message};

/// What a planner corrects of spreadsheets, which are then read again.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mending {
    /// The revision of the project that the page shows.
    pub revision: u64,
    /// Corrections of columns, cells and rows.
    #[serde(default)]
    pub amendments: Amendments,
    /// What sheets are that were not recognised.
    #[serde(default)]
    pub tables: Vec<SheetKind>,
    /// The paths of files that are no longer read, as seen from the folder.
    #[serde(default)]
    pub without: Vec<String>,
}

/// Why spreadsheets were not taken.
#[derive(Debug)]
pub enum NotTaken {
    /// Something is wrong with them: see the [`ImportAttempt`].
    Import,
    /// The edit was refused.
    Edit(EditError),
}

impl From<EditError> for NotTaken {
    fn from(error: EditError) -> Self {
        Self::Edit(error)
    }
}

/// Takes dropped files among the spreadsheets of the project: each in place of the file of its name, or else beside the
/// others.
///
/// Files that hold students and schools, not all under names that the project has, are whole by themselves: another region, or
/// the next year. Those stand alone, because a planner who drops them all does not mean both years at once.
///
/// # Errors
/// If the project has another revision, or they cannot be kept.
pub fn take(
    session: &Session,
    revision: u64,
    files: &[(String, Vec<u8>)],
    language: Language,
) -> Result<Sources, EditError> {
    let inner = session.lock();
    if inner.view().revision != revision {
        return Err(EditError::Stale);
    }
    let folder = inner.folder.path().to_path_buf();
    let mut sources = inner.sources.present().clone();
    drop(inner);
    let is_known = |(name, _): &(String, _)| sources.files.keys().any(|path| name_of(path) == name);
    if !sources.files.is_empty()
        && !files.iter().all(is_known)
        && request(files.to_vec(), &sources, None, language).is_whole()
    {
        sources.files.clear();
    }
    for (name, bytes) in files {
        let path =
            keep_dropped(&folder, name, bytes).map_err(|error| EditError::not_kept(&error))?;
        sources.files.retain(|path, _| name_of(path) != name);
        sources.files.insert(path, String::new());
    }
    Ok(sources)
}

/// Reads spreadsheets that were refused before the server was started, so that the page has their problems. Where that is not
/// needed any more, because they were mended meanwhile, or cannot be done, the page offers to read them.
pub fn look_again(session: &Session, language: Language) {
    let mut inner = session.lock();
    if !inner.sources.are_refused() {
        return;
    }
    let mut sources = inner.sources.present().clone();
    let folder = inner.folder.path().to_path_buf();
    if let Ok(Err(refused)) = imported(&folder, &mut sources, language) {
        inner.attempt = Some(ImportAttempt::refused(*refused));
    }
}

/// Takes back the spreadsheets that were refused; the project is then as before they were dropped.
///
/// # Errors
/// If the project has another revision, or the disk does not take it.
pub fn take_back(session: &Session, revision: u64) -> Result<u64, EditError> {
    let _one_at_a_time = session.importing();
    let mut inner = session.lock();
    if inner.view().revision != revision {
        return Err(EditError::Stale);
    }
    let folder = inner.folder.path().to_path_buf();
    inner.sources.take_back(&folder).map_err(|error| EditError::not_kept(&error))?;
    inner.attempt = None;
    Ok(revision)
}

/// Corrects what was not understood of the spreadsheets of a project, and imports them again; those that lie in its folder
/// if none were read yet.
///
/// # Errors
/// As [`read`], or if there are none.
pub fn mend(session: &Session, mending: &Mending, language: Language) -> Result<u64, NotTaken> {
    let _one_at_a_time = session.importing();
    let inner = session.lock();
    if inner.view().revision != mending.revision {
        return Err(EditError::Stale.into());
    }
    let mut sources = inner.sources.present().clone();
    sources.files.retain(|path, _| !mending.without.contains(path));
    if sources.files.is_empty() && mending.without.is_empty() {
        let here = spreadsheets_in(inner.folder.path());
        sources.files = here.into_iter().map(|path| (path, String::new())).collect();
    }
    drop(inner);
    if sources.files.is_empty() {
        return Err(EditError::Refused(message!("serve-no-files")).into());
    }
    sources.amendments.extend(mending.amendments.clone());
    sources.say(mending.tables.clone());
    read(session, mending.revision, sources, language)
}

/// Imports the spreadsheets of a project as its instance.
///
/// # Errors
/// Everything that is wrong with them, which is kept as the last attempt; the project is then as before.
pub fn read(
    session: &Session,
    revision: u64,
    mut sources: Sources,
    language: Language,
) -> Result<u64, NotTaken> {
    let folder = session.lock().folder.path().to_path_buf();
    let imported = match imported(&folder, &mut sources, language)? {
        Ok(imported) => imported,
        Err(refused) => {
            let mut inner = session.lock();
            inner.attempt = Some(ImportAttempt::refused(*refused));
            inner.sources.refuse(&folder, sources).map_err(|error| EditError::not_kept(&error))?;
            return Err(NotTaken::Import);
        }
    };
    let inner = session.lock();
    if inner.view().revision != revision {
        return Err(EditError::Stale.into());
    }
    let mut edited = inner.with_edits(&imported.document);
    let mut contacts = imported.contacts;
    if let Some(merged) = edited.as_ref().filter(|_| !contacts.is_empty()) {
        contacts.students.extend(added(&inner, &imported.document, merged));
    }
    drop(inner);
    if let Some(document) = &mut edited {
        locate_all(document, || points_of(&folder, &sources));
    }
    let value = |document| serde_json::to_value(document).expect("a document is plain JSON");
    let instance = value(edited.as_ref().unwrap_or(&imported.document));
    let alone = edited.is_some().then(|| value(&imported.document));
    let contacts = (!contacts.is_empty()).then(|| contacts.to_json());
    let (account, warnings) = (imported.account, imported.warnings);
    let attempt = ImportAttempt { account, problems: Vec::new(), warnings };
    // Pages ask for both as soon as the edit is done.
    let before = session.lock().attempt.replace(attempt);
    let settled = serde_json::to_value(sources.settled()).expect("sources are plain JSON");
    let load = EditOperation::Load { instance, imported: alone, sources: Some(settled) };
    let edited = session.edit_with_contacts(revision, load, contacts);
    let mut inner = session.lock();
    let revision = match edited {
        Ok(revision) => revision,
        Err(error) => {
            inner.attempt = before;
            return Err(error.into());
        }
    };
    // The instance is taken; what the disk did not take of the way to it is said on the page.
    if let Err(error) = inner.sources.take(&folder, &sources) {
        let reason: Message = message!("serve-not-kept", reason = reason(&error));
        inner.notice = Some(reason);
    }
    Ok(revision)
}

/// The import of spreadsheets, which are then known by what they hold now.
///
/// # Errors
/// If a file is gone.
fn imported(
    folder: &Path,
    sources: &mut Sources,
    language: Language,
) -> Result<Result<Imported, Box<RefusedImport>>, EditError> {
    let files = files_of(folder, sources)?;
    for (digest, (_, bytes)) in sources.files.values_mut().zip(&files) {
        *digest = sha256(bytes);
    }
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
    Ok(import(&request(files, sources, name, language)))
}

/// The points of the postcodes in the spreadsheets of a project; `None` if there are none.
pub fn points_of(folder: &Path, sources: &Sources) -> Option<PostcodePoints> {
    let files = files_of(folder, sources).ok()?;
    postcode_points(&request(files, sources, None, Language::default()))
}

/// The spreadsheets of a project: their names and what they hold, in the order of the sources.
///
/// # Errors
/// If a file is gone.
fn files_of(folder: &Path, sources: &Sources) -> Result<Vec<(String, Vec<u8>)>, EditError> {
    let read = sources.files.keys().map(|path| {
        let gone = |_| EditError::Refused(message!("serve-file-missing", name = path.as_str()));
        Ok((name_of(path).to_owned(), spreadsheet(folder, path).map_err(gone)?))
    });
    read.collect()
}

/// The request for an import. What a sheet is said to be comes before what plaatswijzer takes it for.
fn request(
    files: Vec<(String, Vec<u8>)>,
    sources: &Sources,
    usual_name: Option<String>,
    language: Language,
) -> Request {
    let named = |file: &str| {
        let tables = sources.tables.iter().filter(|one| one.file == file);
        tables.cloned().collect::<Vec<_>>()
    };
    let mut request = Request {
        usual_name,
        amendments: sources.amendments.clone(),
        language,
        // On the page a sheet is named because it was not recognised, beside those that were.
        found_join_named: true,
        ..Request::default()
    };
    for (file, bytes) in files {
        let named = named(&file);
        let is_named_whole = named.iter().any(|one| one.sheet.is_none());
        for one in named {
            let Some(kind) = one.table else {
                request.unread.extend(one.sheet.map(|sheet| (file.clone(), sheet)));
                continue;
            };
            let (sheet, bytes) = (one.sheet, bytes.clone());
            request.tables.push(TableFile { kind, file: file.clone(), sheet, bytes });
        }
        if !is_named_whole {
            request.files.push((file, bytes));
        }
    }
    request
}
