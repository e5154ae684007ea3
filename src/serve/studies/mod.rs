//! Batches and growth paths that are started from the page: documents in the folder of the project, whose results go into
//! a folder beside them, where the commands `batch` and `path` would put them.

mod batch;
mod document;
mod form;
mod journal;
mod path;

use std::collections::BTreeMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use schemars::JsonSchema;
use serde::Deserialize;

pub use document::{StudyDocument, StudyKind, keep, kind_of, studies_in};
pub use form::{GrowthAsked, MOST_VARIED, RandomDropOut, VariedChange};
pub use journal::seconds_in;

use super::commands::QUESTION_SECONDS;
use super::session::{EditError, Event, Session};
use super::view::View;
use super::what_if_state::{EndedStudy, WhatIf};
use crate::growth::GrowthPath;
use crate::message;
use crate::project::text_of;
use crate::scenarios::{Batch, SharedFiles};
use crate::solve::{Budget, Search};
use crate::texts::{Language, Message};

/// The name of the instance of the project for documents beside it.
const BASE: &str = "instance.json";
/// The plans of a batch that is started from the page, each in a file of its own. More of them are for the command.
const MOST_RUNS: usize = 1000;

/// A batch or a path to start.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StudyRequest {
    /// The revision of the project that the page shows.
    pub revision: u64,
    /// What to start.
    pub study: Study,
    /// Each search ends after this many seconds, at most a day; by default after two minutes. A path is one search.
    pub seconds: Option<u32>,
}

/// A batch or a path.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(tag = "start", rename_all = "snake_case", deny_unknown_fields)]
pub enum Study {
    /// A document in the folder of the project.
    Document {
        /// The name of its file.
        name: String,
    },
    /// A batch of all combinations of some values, beside the unchanged project.
    Variants {
        /// What varies.
        vary: Vec<VariedChange>,
        /// Random draws of who drops out, the same for every variant.
        draws: Option<RandomDropOut>,
    },
    /// A path over some years.
    Growth(GrowthAsked),
}

/// A document that was read.
enum ReadStudy {
    Batch(Box<Batch>),
    Path(Box<GrowthPath>),
}

/// What a study needs, taken from the project in one moment.
struct StudyJob {
    read: ReadStudy,
    files: FilesAtOnce,
    /// The folder for the results.
    results: PathBuf,
    search: Search,
    language: Language,
}

/// The files beside the documents of a project. Each is read once, so that all searches see the same contents.
struct FilesAtOnce {
    session: Arc<Session>,
    read: Mutex<BTreeMap<String, Result<Vec<u8>, String>>>,
}

impl FilesAtOnce {
    fn of(session: &Arc<Session>, instance: String) -> Self {
        let read = BTreeMap::from([(BASE.to_owned(), Ok(instance.into_bytes()))]);
        Self { session: Arc::clone(session), read: Mutex::new(read) }
    }

    fn open(&self, name: &str) -> Result<Vec<u8>, String> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let open = || self.session.lock().folder.beside(name);
        read.entry(name.to_owned()).or_insert_with(open).clone()
    }
}

/// Starts a batch or a path, and returns the name of its document.
///
/// # Errors
/// If the project has another revision or no instance, another search is at work, or the document cannot be used.
pub fn begin(
    session: &Arc<Session>,
    request: &StudyRequest,
    language: Language,
) -> Result<String, EditError> {
    let view = session.view();
    if view.revision != request.revision {
        return Err(EditError::Stale);
    }
    let refused = |message| Err(EditError::Refused(message));
    let Some(instance) = view.state.instance.as_ref() else {
        return refused(message!("project-no-instance"));
    };
    let files = FilesAtOnce::of(session, text_of(instance));
    let StudyFile { name, bytes, is_new } = document_of(session, &view, &request.study, language)?;
    let opened = |name: &str| files.open(name);
    let read = read(&name, &bytes, &opened, instance)?;
    let stop = Arc::new(AtomicBool::new(false));
    let mut inner = session.lock();
    if inner.view().revision != request.revision {
        return Err(EditError::Stale);
    }
    if inner.search.is_running() || inner.what_if.as_ref().is_some_and(WhatIf::is_running) {
        return refused(message!("serve-search-running"));
    }
    if is_new {
        let written = inner.folder.write_beside(&name, &bytes);
        written.map_err(|error| EditError::not_kept(&error))?;
    }
    let results = inner.folder.path().join(StudyDocument::results_of(&name));
    inner.what_if = Some(WhatIf::running(&stop, true));
    drop(inner);
    session.announce(Event::Search);
    let seconds = request.seconds.unwrap_or(QUESTION_SECONDS).clamp(1, 86_400);
    let budget = Budget::new(Some(Duration::from_secs(u64::from(seconds))), None, stop);
    let search = Search { budget, ..Search::default() };
    let job = StudyJob { read, files, results, search, language };
    let (session, study) = (Arc::clone(session), name.clone());
    std::thread::spawn(move || {
        let on_progress = |words: Message| session.keep_progress(words);
        let ended = catch_unwind(AssertUnwindSafe(|| job.run(&study, &on_progress)));
        let ended = ended.unwrap_or_else(|_| Err(message!("serve-search-crashed")));
        session.lock().what_if =
            Some(ended.map_or_else(WhatIf::Failed, |ended| WhatIf::Study(Box::new(ended))));
        session.announce(Event::Search);
    });
    Ok(name)
}

/// The document of a study.
struct StudyFile {
    name: String,
    bytes: Vec<u8>,
    /// Whether it is not in the folder yet.
    is_new: bool,
}

fn document_of(
    session: &Session,
    view: &View,
    study: &Study,
    language: Language,
) -> Result<StudyFile, EditError> {
    let (stem, document) = match study {
        Study::Document { name } => {
            let bytes = session.lock().folder.beside(name);
            let missing = |_| EditError::Refused(message!("serve-file-missing", name = name));
            let bytes = bytes.map_err(missing)?;
            return Ok(StudyFile { name: name.clone(), bytes, is_new: false });
        }
        Study::Variants { vary, draws } => {
            (message!("serve-study-variants-file"), form::variants(vary, draws.as_ref(), language))
        }
        Study::Growth(asked) => {
            let instance = view.state.instance.as_ref();
            (message!("serve-study-growth-file"), form::growth(asked, instance))
        }
    };
    let document = document.map_err(EditError::Refused)?;
    let bytes = crate::input::to_pretty_json(&document).into_bytes();
    let name = session.lock().folder.free_name(&stem.in_language(language));
    Ok(StudyFile { name, bytes, is_new: true })
}

/// Reads a document.
fn read(
    name: &str,
    bytes: &[u8],
    files: &SharedFiles,
    instance: &crate::instance::document::InstanceDocument,
) -> Result<ReadStudy, EditError> {
    let invalid = |errors| EditError::Invalid(errors, Box::new(instance.clone()));
    match kind_of(bytes) {
        Some(StudyKind::Batch) => {
            let batch = crate::scenarios::read(bytes, files).map_err(invalid)?;
            let count = batch.runs().len();
            if count > MOST_RUNS {
                let command = StudyDocument::command_of(StudyKind::Batch, name);
                let most = MOST_RUNS;
                return Err(EditError::Refused(message!(
                    "serve-study-too-many",
                    count = count,
                    most = most,
                    command = command
                )));
            }
            Ok(ReadStudy::Batch(Box::new(batch)))
        }
        Some(StudyKind::Path) => {
            Ok(ReadStudy::Path(Box::new(crate::growth::read(bytes, files).map_err(invalid)?)))
        }
        None => Err(EditError::Refused(message!("serve-study-no-document", name = name))),
    }
}

impl StudyJob {
    /// Runs the study, and writes its results.
    fn run(
        self,
        name: &str,
        on_progress: &(dyn Fn(Message) + Sync),
    ) -> Result<EndedStudy, Message> {
        let results = StudyDocument::results_of(name);
        match &self.read {
            ReadStudy::Batch(batch) => batch::run(&self, batch, results, on_progress),
            ReadStudy::Path(path) => path::run(&self, path, results, on_progress),
        }
    }

    fn open(&self, name: &str) -> Result<Vec<u8>, String> {
        self.files.open(name)
    }
}

/// That the disk did not take results.
fn not_kept(error: &io::Error) -> Message {
    message!("serve-results-not-kept", reason = crate::storage::reason(error))
}
