//! The project that is open: edits, undo and redo, and the one search that may run.
//!
//! Everything that changes goes through one lock, which is held for moments only: readers take a [`View`], which
//! never changes, and a search runs on a thread of its own.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use serde_json::Value;
use tokio::sync::broadcast;

use super::folder::{FolderError, ProjectFolder};
use super::import_state::ImportAttempt;
use super::other_version::OtherVersion;
use super::search_state::SearchState;
use super::sources::WatchedSources;
use super::view::{View, accepted_entry, read_instance};
use super::what_if_state::WhatIf;
use super::wording::names_in;
use crate::input::errors::InputErrors;
use crate::instance::document::InstanceDocument;
use crate::message;
use crate::plan::Plan;
use crate::project::{
    Deed, EditOperation, HistoryEntry, Project, ProjectError, State, is_same_region, with_edits,
};
use crate::solve::decomposition::Multipliers;
use crate::storage::reason;
use crate::texts::Message;

/// Something that pages want to know of at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// The project has another revision.
    Changed,
    /// The search has come further, or has ended.
    Search,
    /// Another program has changed files of the project.
    Files,
}

/// Why something was not done.
#[derive(Debug)]
pub enum EditError {
    /// The project has another revision by now.
    Stale,
    /// It is refused: why, and what to do.
    Refused(Message),
    /// The instance would be wrong: what is wrong with it, and how it would be.
    Invalid(InputErrors, Box<InstanceDocument>),
}

impl EditError {
    /// The disk did not take it.
    pub fn not_kept(error: &std::io::Error) -> Self {
        Self::Refused(message!("serve-not-kept", reason = reason(error)))
    }
}

impl From<ProjectError> for EditError {
    fn from(error: ProjectError) -> Self {
        match error {
            ProjectError::Stale { .. } => Self::Stale,
            ProjectError::Refused(message) => Self::Refused(message),
        }
    }
}

impl EditError {
    /// Of a state whose instance has errors.
    pub fn invalid(errors: InputErrors, state: &State) -> Self {
        match &state.instance {
            Some(instance) => Self::Invalid(errors, Box::new(instance.clone())),
            None => Self::Refused(message!("project-no-instance")),
        }
    }
}

/// The project that is open.
pub struct Session {
    inner: Mutex<Inner>,
    importing: Mutex<()>,
    events: broadcast::Sender<Event>,
}

/// What the lock of a [`Session`] guards.
pub struct Inner {
    /// The folder.
    pub folder: ProjectFolder,
    pub(super) project: Project,
    pub(super) view: View,
    /// The search.
    pub search: SearchState,
    /// Multipliers of the last search, from which the next one begins.
    pub multipliers: Option<Multipliers>,
    /// What the disk did not take, until it does.
    pub notice: Option<Message>,
    /// The spreadsheets that the instance comes from.
    pub sources: WatchedSources,
    /// The last question of what would be.
    pub what_if: Option<WhatIf>,
    /// The last import.
    pub attempt: Option<ImportAttempt>,
    /// The instance file as another program has left it, until it is taken or put aside.
    pub other: Option<OtherVersion>,
    /// The folders of projects that were opened before this one.
    pub recent: Vec<PathBuf>,
}

impl Session {
    /// Opens the project in a folder. An instance file that is new or was changed by another program becomes a
    /// revision, if it can be read.
    ///
    /// # Errors
    /// If the folder cannot be opened as a project.
    pub fn open(path: &Path) -> Result<Self, FolderError> {
        let (folder, project) = ProjectFolder::open(path)?;
        let sha256 = project.instance_sha256();
        let contacts = folder.contacts().ok().flatten();
        let read = read_instance(&folder, project.state(), &sha256, contacts.as_deref(), None);
        let view = View::of(&folder, &project, read.ok().flatten(), None);
        let search = SearchState::None;
        let sources = WatchedSources::open(path);
        let (multipliers, notice, what_if, attempt, other) = (None, None, None, None, None);
        let inner = Inner {
            folder,
            project,
            view,
            search,
            multipliers,
            notice,
            sources,
            what_if,
            attempt,
            other,
            recent: Vec::new(),
        };
        let session = Self {
            inner: Mutex::new(inner),
            importing: Mutex::default(),
            events: broadcast::Sender::new(64),
        };
        // A folder with an instance is a project with that instance; what is wrong with it is on the page.
        session.lock().look_at_instance();
        if session.view().state.instance.is_none() {
            let _ = session.take_other(session.view().revision);
        }
        Ok(session)
    }

    /// The present project.
    pub fn view(&self) -> View {
        self.lock().view.clone()
    }

    /// The present project, and the bytes of its file of contacts.
    pub fn with_contacts(&self) -> (View, std::io::Result<Option<Vec<u8>>>) {
        let inner = self.lock();
        (inner.view.clone(), inner.folder.contacts())
    }

    /// Events from now on.
    pub fn events(&self) -> broadcast::Receiver<Event> {
        self.events.subscribe()
    }

    /// Announces an event to all pages.
    pub fn announce(&self, event: Event) {
        // Nobody may be listening.
        let _ = self.events.send(event);
    }

    /// Keeps how far the searches for an answer are. Pages that wait ask for it every second.
    pub fn keep_progress(&self, words: Message) {
        if let Some(WhatIf::Running { progress, .. }) = &mut self.lock().what_if {
            *progress = Some(words);
        }
    }

    /// The lock. A panic of another thread leaves a whole project: what it was going to change, it has not.
    pub fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The turn to import spreadsheets, which takes seconds without the lock: of two corrections at once each would
    /// forget the other.
    pub fn importing(&self) -> MutexGuard<'_, ()> {
        self.importing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does an operation at a revision, and returns the next one.
    ///
    /// # Errors
    /// If the project has another revision, the operation is refused, or it makes the instance wrong. Then
    /// nothing has changed.
    pub fn edit(&self, revision: u64, operation: EditOperation) -> Result<u64, EditError> {
        self.edit_with_contacts(revision, operation, None)
    }

    /// The same, with other contacts, as the text of their file: they are replaced with the edit, or not at all.
    ///
    /// # Errors
    /// As [`edit`](Self::edit).
    pub fn edit_with_contacts(
        &self,
        revision: u64,
        operation: EditOperation,
        contacts: Option<String>,
    ) -> Result<u64, EditError> {
        let prepare = |project: &Project, folder: &ProjectFolder| {
            project.prepare(revision, operation, &|name| folder.beside(name), now())
        };
        self.deed(prepare, contacts)
    }

    /// Undoes the last thing done.
    ///
    /// # Errors
    /// As [`edit`](Self::edit).
    pub fn undo(&self, revision: u64) -> Result<u64, EditError> {
        self.deed(|project, _| project.prepare_undo(revision, now()), None)
    }

    /// Redoes the last thing undone.
    ///
    /// # Errors
    /// As [`edit`](Self::edit).
    pub fn redo(&self, revision: u64) -> Result<u64, EditError> {
        self.deed(|project, _| project.prepare_redo(revision, now()), None)
    }

    fn deed(
        &self,
        prepare: impl FnOnce(&Project, &ProjectFolder) -> Result<(HistoryEntry, State), ProjectError>,
        contacts: Option<String>,
    ) -> Result<u64, EditError> {
        let mut inner = self.lock();
        let prepared = prepare(&inner.project, &inner.folder)?;
        let revision = inner.commit(prepared, contacts)?;
        drop(inner);
        self.announce(Event::Changed);
        Ok(revision)
    }
}

impl Inner {
    /// The present project.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The instance that was last taken from a file or imported, without edits of the page.
    pub fn last_loaded(&self) -> Option<Value> {
        self.project.last_loaded().cloned()
    }

    /// An instance that was read again, with what was edited on the page since the last reading.
    pub fn with_edits(&self, new: &InstanceDocument) -> Option<InstanceDocument> {
        let (base, now) = (self.project.last_loaded()?, self.project.state().instance.as_ref()?);
        // Other students are another region, or another year.
        if !is_same_region(now, new) {
            return None;
        }
        with_edits(base, now, new, &|name| self.folder.beside(name))
    }

    /// Ends every search with its best plan so far.
    pub fn stop(&self) {
        self.search.stop();
        self.what_if.iter().for_each(WhatIf::stop);
    }

    /// When a plan was accepted, as the history says: RFC 3339, in UTC.
    pub fn accepted_at(&self, number: u32) -> Option<&str> {
        Some(&accepted_entry(&self.project, number)?.time)
    }

    /// The names of schools, boards and clusters, by id, in the instance for which a plan was accepted: some may be gone since.
    pub fn names_then(&self, number: u32) -> Vec<(String, String)> {
        let accepted = accepted_entry(&self.project, number);
        let then = accepted.and_then(|entry| self.project.state_at(entry.revision)?.instance);
        let named = |document: &InstanceDocument| {
            let named = names_in(document);
            named.map(|(id, name)| (id.to_owned(), name.to_owned())).collect()
        };
        then.as_ref().map(named).unwrap_or_default()
    }

    /// Does an operation at the present revision.
    ///
    /// # Errors
    /// As [`Session::edit`].
    pub fn edit_now(&mut self, operation: EditOperation) -> Result<u64, EditError> {
        let files = |name: &str| self.folder.beside(name);
        let prepared = self.project.prepare(self.project.revision(), operation, &files, now())?;
        self.commit(prepared, None)
    }

    /// The number of the plan that is written next.
    pub fn next_plan(&self) -> u32 {
        self.folder.last_plan().unwrap_or_default() + 1
    }

    /// Writes a plan and puts it on screen, as a version.
    ///
    /// # Errors
    /// If the disk does not take it.
    pub fn accept(&mut self, plan: &Plan) -> Result<u64, EditError> {
        let number = self.folder.add_plan(&plan.to_json());
        let number = number.map_err(|error| EditError::not_kept(&error))?;
        self.edit_now(EditOperation::Accept { plan: number })
    }

    /// Takes an entry that was prepared at the present revision, with the state after it.
    ///
    /// # Errors
    /// As [`Session::edit`].
    pub(super) fn commit(
        &mut self,
        (mut entry, state): (HistoryEntry, State),
        contacts: Option<String>,
    ) -> Result<u64, EditError> {
        entry.on_disk = self.folder.on_disk(&self.project);
        let known = self.folder.contacts().ok().flatten();
        let names_in = contacts.as_deref().map(str::as_bytes).or(known.as_deref());
        let before = self.view.read.as_ref();
        let read = read_instance(&self.folder, &state, &entry.instance, names_in, before);
        let read = read.map_err(|errors| EditError::invalid(errors, &state))?;
        let is_edited = self.project.instance_sha256() != entry.instance;
        // An earlier edit may not have reached the file, so that this one writes it, whatever it is about.
        let writes = is_edited || contacts.is_some() || self.folder.is_behind(&entry);
        if writes && entry.deed != Deed::FileChanged {
            self.look_at_instance();
            // Writing the instance would lose what the other program has written.
            if self.other.is_some() {
                return Err(EditError::Refused(message!("serve-decide-first")));
            }
        }
        let sources = state.sources.clone();
        let has_other_sources = self.project.state().sources != sources;
        let not_written = self.folder.keep(&entry, &state);
        let not_written = not_written.map_err(|error| EditError::not_kept(&error))?;
        self.notice = not_written
            .map(|error| message!("serve-instance-not-written", reason = reason(&error)));
        if let Some(error) =
            contacts.and_then(|contacts| self.folder.write_contacts(&contacts).err())
        {
            self.notice = Some(message!("serve-contacts-not-written", reason = reason(&error)));
        }
        if is_edited {
            self.stop();
        }
        if has_other_sources {
            // An import keeps how it went; one that is undone or redone does not. What was refused goes on waiting.
            if !matches!(entry.deed, Deed::Operation(_)) && !self.sources.are_refused() {
                self.attempt = None;
            }
            self.restore_sources(sources, state.instance.is_some());
        }
        self.search.outdate(&self.project.state().plans, &state.plans, is_edited);
        self.project.commit((entry, state));
        self.view = View::of(&self.folder, &self.project, read, Some(&self.view));
        Ok(self.project.revision())
    }
}

/// The time, to the second.
pub fn now() -> String {
    humantime::format_rfc3339_seconds(SystemTime::now()).to_string()
}
