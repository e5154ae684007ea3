//! The project that is open: edits, undo and redo, and the one search that may run.
//!
//! Everything that changes goes through one lock, which is held for moments only: readers take a [`View`], which
//! never changes, and a search runs on a thread of its own.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use tokio::sync::broadcast;

use super::folder::{FolderError, ProjectFolder};
use super::search_state::SearchState;
use super::view::{self, View};
use crate::input::errors::InputErrors;
use crate::message;
use crate::project::{Deed, EditOperation, HistoryEntry, Project, ProjectError, State};
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
}

/// Why something was not done.
#[derive(Debug)]
pub enum EditError {
    /// The project has another revision by now.
    Stale,
    /// It is refused: why, and what to do.
    Refused(Message),
    /// The instance would be wrong.
    Invalid(InputErrors),
}

impl From<ProjectError> for EditError {
    fn from(error: ProjectError) -> Self {
        match error {
            ProjectError::Stale { .. } => Self::Stale,
            ProjectError::Refused(message) => Self::Refused(message),
        }
    }
}

/// The project that is open.
pub struct Session {
    inner: Mutex<Inner>,
    events: broadcast::Sender<Event>,
}

/// What the lock of a [`Session`] guards.
pub struct Inner {
    /// The folder.
    pub folder: ProjectFolder,
    project: Project,
    view: View,
    /// The search.
    pub search: SearchState,
    /// Multipliers of the last search, from which the next one begins.
    pub multipliers: Option<Multipliers>,
    /// What the disk did not take, until it does.
    pub notice: Option<Message>,
}

impl Session {
    /// Opens the project in a folder. An instance file that is new or was changed by another program becomes a
    /// revision, if it can be read.
    ///
    /// # Errors
    /// If the folder cannot be opened as a project.
    pub fn open(path: &Path) -> Result<Self, FolderError> {
        let (folder, project) = ProjectFolder::open(path)?;
        let read = view::read_instance(&folder, project.state(), None).ok().flatten();
        let shown = view::shown_plan(&folder, project.state(), read.as_deref());
        let view = View {
            revision: project.revision(),
            state: project.state().clone(),
            read,
            shown,
            can: (project.undoable().is_some(), project.redoable().is_some()),
        };
        let search = SearchState::None;
        let (multipliers, notice) = (None, None);
        let inner = Inner { folder, project, view, search, multipliers, notice };
        let session = Self { inner: Mutex::new(inner), events: broadcast::Sender::new(64) };
        session.read_again()?;
        Ok(session)
    }

    /// The present project.
    pub fn view(&self) -> View {
        self.lock().view.clone()
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

    /// The lock. A panic of another thread leaves a whole project: what it was going to change, it has not.
    pub fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does an operation at a revision, and returns the next one.
    ///
    /// # Errors
    /// If the project has another revision, the operation is refused, or it makes the instance wrong. Then
    /// nothing has changed.
    pub fn edit(&self, revision: u64, operation: EditOperation) -> Result<u64, EditError> {
        self.deed(|project, folder| {
            project.prepare(revision, operation, &|name| folder.beside(name), now())
        })
    }

    /// Undoes the last thing done.
    ///
    /// # Errors
    /// As [`edit`](Self::edit).
    pub fn undo(&self, revision: u64) -> Result<u64, EditError> {
        self.deed(|project, _| project.prepare_undo(revision, now()))
    }

    /// Redoes the last thing undone.
    ///
    /// # Errors
    /// As [`edit`](Self::edit).
    pub fn redo(&self, revision: u64) -> Result<u64, EditError> {
        self.deed(|project, _| project.prepare_redo(revision, now()))
    }

    /// Takes an instance file that another program has changed as a revision of its own. One that cannot be
    /// read leaves a notice.
    ///
    /// # Errors
    /// If the file cannot be opened.
    pub fn read_again(&self) -> std::io::Result<()> {
        let mut inner = self.lock();
        let Some(text) = inner.folder.changed(inner.project.state())? else { return Ok(()) };
        let read = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(&text));
        let result = match read {
            Ok(instance) => {
                let state = State { instance: Some(instance), ..inner.project.state().clone() };
                let prepared = inner.project.prepare_file(state, now());
                inner.commit(prepared)
            }
            Err(error) => Err(EditError::Refused(message!(
                "project-row-unreadable",
                reason = error.to_string()
            ))),
        };
        let reason = match result {
            Err(EditError::Invalid(errors)) => errors.to_string(),
            Err(EditError::Refused(message)) => message.to_string(),
            Ok(_) | Err(EditError::Stale) => return Ok(()),
        };
        inner.notice = Some(message!("serve-instance-unreadable", reason = reason));
        Ok(())
    }

    fn deed(
        &self,
        prepare: impl FnOnce(&Project, &ProjectFolder) -> Result<(HistoryEntry, State), ProjectError>,
    ) -> Result<u64, EditError> {
        let mut inner = self.lock();
        let prepared = prepare(&inner.project, &inner.folder)?;
        let revision = inner.commit(prepared)?;
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

    /// When a plan was accepted, as the history says.
    pub fn accepted_at(&self, number: u32) -> Option<String> {
        let is_accepted = |entry: &&HistoryEntry| match &entry.deed {
            Deed::Operation(EditOperation::Accept { plan } | EditOperation::Place { plan, .. }) => {
                *plan == number
            }
            _ => false,
        };
        let accepted = self.project.history().iter().find(is_accepted)?;
        Some(accepted.time.replace('T', " ").trim_end_matches('Z').to_owned())
    }

    /// Does an operation at the present revision.
    ///
    /// # Errors
    /// As [`Session::edit`].
    pub fn edit_now(&mut self, operation: EditOperation) -> Result<u64, EditError> {
        let files = |name: &str| self.folder.beside(name);
        let prepared = self.project.prepare(self.project.revision(), operation, &files, now())?;
        self.commit(prepared)
    }

    fn commit(&mut self, (entry, state): (HistoryEntry, State)) -> Result<u64, EditError> {
        let read = view::read_instance(&self.folder, &state, self.view.read.as_ref());
        let read = read.map_err(EditError::Invalid)?;
        let is_edited = self.project.state().sha256() != state.sha256();
        let kept = self.folder.keep(&entry, self.project.state(), &state);
        let not_written = kept.map_err(|error| {
            EditError::Refused(message!("serve-not-kept", reason = reason(&error)))
        })?;
        self.notice = not_written
            .map(|error| message!("serve-instance-not-written", reason = reason(&error)));
        if is_edited {
            self.search.stop();
        }
        self.project.commit((entry, state));
        let shown = view::shown_plan(&self.folder, self.project.state(), read.as_deref());
        self.view = View {
            revision: self.project.revision(),
            state: self.project.state().clone(),
            read,
            shown,
            can: (self.project.undoable().is_some(), self.project.redoable().is_some()),
        };
        Ok(self.project.revision())
    }
}

/// The time, to the second.
fn now() -> String {
    humantime::format_rfc3339_seconds(SystemTime::now()).to_string()
}
