//! Files of the project that other programs change: they are looked at, and wait for the planner.

use serde_json::Value;

use super::other_version::{OtherVersion, entry_of};
use super::session::{EditError, Event, Inner, Session, now};
use super::sources::Sources;
use super::view::{View, read_instance};
use crate::base::sha256;
use crate::message;
use crate::storage::reason;

impl Session {
    /// Looks whether another program has changed files of the project, and announces what is new.
    pub fn watch(&self) {
        let mut inner = self.lock();
        let known = (inner.sources.changed.clone(), inner.other_sha256());
        inner.look_at_sources();
        if inner.folder.is_touched() {
            inner.look_at_instance();
        }
        let is_new = known != (inner.sources.changed.clone(), inner.other_sha256());
        drop(inner);
        if is_new {
            self.announce(Event::Files);
        }
    }

    /// Takes the instance file that another program has changed as a revision of its own.
    ///
    /// # Errors
    /// If the project has another revision, the file has not changed, or it cannot be used; it is not touched then.
    pub fn take_other(&self, revision: u64) -> Result<u64, EditError> {
        let mut inner = self.lock();
        if inner.view.revision != revision {
            return Err(EditError::Stale);
        }
        let text = inner.changed_text()?;
        let entry = entry_of(&text, &inner.project, &inner.folder, now());
        let taken = inner.commit(entry.map_err(EditError::Refused)?, None)?;
        // A file that says the same in another layout changes nothing, so that the history has nothing to write.
        if matches!(inner.folder.changed(), Ok(Some(_))) {
            let Inner { folder, project, .. } = &mut *inner;
            folder.write_again(project).map_err(|error| EditError::not_kept(&error))?;
        }
        inner.look_at_instance();
        drop(inner);
        self.announce(Event::Changed);
        Ok(taken)
    }

    /// Puts the instance file that another program has changed aside, and writes that of the project in its place.
    ///
    /// # Errors
    /// If the project has another revision, the file has not changed, or the disk does not take it.
    pub fn keep_own(&self, revision: u64) -> Result<u64, EditError> {
        let mut inner = self.lock();
        if inner.view.revision != revision {
            return Err(EditError::Stale);
        }
        inner.changed_text()?;
        let Inner { folder, project, .. } = &mut *inner;
        let aside = folder.put_aside(project).map_err(|error| EditError::not_kept(&error))?;
        inner.notice = Some(message!("serve-put-aside", name = aside));
        inner.look_at_instance();
        drop(inner);
        self.announce(Event::Files);
        Ok(revision)
    }
}

impl Inner {
    /// Looks whether the spreadsheets have changed.
    pub fn look_at_sources(&mut self) {
        self.sources.look(self.folder.path());
    }

    /// Looks whether another program has changed the instance file; if not, names of changed contacts are taken.
    pub fn look_at_instance(&mut self) {
        match self.folder.changed() {
            Ok(Some(text)) => {
                let sha256 = sha256(text.as_bytes());
                if self.other.as_ref().is_none_or(|known| known.sha256 != sha256) {
                    self.other = Some(OtherVersion::of(&text, &self.project, &self.folder));
                }
            }
            Ok(None) => {
                self.other = None;
                self.read_names_again();
            }
            Err(error) => {
                let problem = message!("serve-instance-unreadable", reason = reason(&error));
                self.other = Some(OtherVersion { sha256: String::new(), problem: Some(problem) });
            }
        }
    }

    fn other_sha256(&self) -> Option<String> {
        self.other.as_ref().map(|other| other.sha256.clone())
    }

    /// The text of the instance file that another program has changed.
    fn changed_text(&self) -> Result<String, EditError> {
        let unusable = |reason| message!("serve-instance-unreadable", reason = reason);
        let text = self.folder.changed();
        let text = text.map_err(|error| EditError::Refused(unusable(reason(&error))))?;
        text.ok_or_else(|| EditError::Refused(message!("serve-file-as-it-was")))
    }

    /// Takes the names of a file of contacts that another program has changed.
    fn read_names_again(&mut self) {
        let Some(known) = &self.view.read else { return };
        let Ok(contacts) = self.folder.contacts() else { return };
        if known.contacts_sha256 == contacts.as_deref().map(sha256) {
            return;
        }
        let (state, text_sha256) = (self.project.state(), &known.text_sha256);
        let read =
            read_instance(&self.folder, state, text_sha256, contacts.as_deref(), Some(known));
        if let Ok(read) = read {
            self.view = View::of(&self.folder, &self.project, read, Some(&self.view));
        }
    }

    /// The spreadsheets go with the instance that comes from them, also where an import is undone or redone.
    pub(super) fn restore_sources(&mut self, sources: Option<Value>, has_instance: bool) {
        let known = sources.and_then(|sources| serde_json::from_value(sources).ok());
        // A history without spreadsheets leaves the list alone, except where there is no instance any more.
        let Some(sources) = known.or_else(|| (!has_instance).then(Sources::default)) else {
            return;
        };
        if let Err(error) = self.sources.restore(self.folder.path(), sources) {
            self.notice = Some(message!("serve-not-kept", reason = reason(&error)));
        }
    }
}
