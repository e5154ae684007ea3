//! A project with its history: doing, undoing, redoing, and recovering after a crash.

use json_patch::{Patch, diff, patch};
use serde_json::Value;

use super::describe::Called;
use super::history::{Deed, HistoryEntry};
use super::operation::EditOperation;
use super::state::State;
use crate::instance::Files;
use crate::message;
use crate::texts::Message;

/// Why something cannot be done to a project.
#[derive(Clone, PartialEq, Debug)]
pub enum ProjectError {
    /// The project has another revision by now.
    Stale {
        /// The revision that it has.
        revision: u64,
    },
    /// The operation names something that is not there; or there is nothing to undo or redo.
    Refused(Message),
}

/// A project with its history.
///
/// A deed is made in two steps, so that it can be refused or written down before it counts: [`prepare`](Self::prepare)
/// and its like give the entry and the state after it, and [`commit`](Self::commit) takes both.
#[derive(Clone, Debug)]
pub struct Project {
    state: State,
    history: Vec<HistoryEntry>,
    /// Revisions that an undo would undo, the last one last.
    done: Vec<u64>,
    /// Revisions, each an undo, that a redo would take back.
    undone: Vec<u64>,
}

impl Project {
    /// A project without an instance and without a history.
    pub const fn new() -> Self {
        Self { state: State::empty(), history: Vec::new(), done: Vec::new(), undone: Vec::new() }
    }

    /// A project from its history. The history alone gives every state, so that a file which was not yet
    /// written when the process was killed is written from it.
    ///
    /// # Errors
    /// With the number of the entry, from 1, that does not follow from those before it.
    pub fn recovered(history: Vec<HistoryEntry>) -> Result<Self, usize> {
        let mut project = Self::new();
        let mut value = value_of(&project.state);
        for (index, entry) in history.into_iter().enumerate() {
            let is_next = entry.revision == project.revision() + 1;
            if !is_next || patch(&mut value, &entry.change).is_err() {
                return Err(index + 1);
            }
            project.remember(entry);
        }
        project.state = serde_json::from_value(value).map_err(|_| project.history.len())?;
        Ok(project)
    }

    /// The present state.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Everything that was done, in order.
    pub fn history(&self) -> &[HistoryEntry] {
        &self.history
    }

    /// The number of things done.
    pub fn revision(&self) -> u64 {
        self.history.len() as u64
    }

    /// SHA-256 of the text of the present instance, in lowercase hexadecimal digits.
    pub fn instance_sha256(&self) -> String {
        let last = self.history.last().map(|entry| entry.instance.clone());
        last.unwrap_or_else(|| self.state.sha256())
    }

    /// The entry that an undo would undo.
    pub fn undoable(&self) -> Option<&HistoryEntry> {
        self.done.last().map(|&revision| self.entry(revision))
    }

    /// The entry that a redo would take back.
    pub fn redoable(&self) -> Option<&HistoryEntry> {
        self.undone.last().map(|&revision| self.entry(revision))
    }

    /// The instance that was last taken from a file or imported, and not undone since, without edits of the page.
    pub fn last_loaded(&self) -> Option<&Value> {
        self.done.iter().rev().find_map(|&revision| match self.deed_of(self.entry(revision)) {
            Deed::Operation(EditOperation::Load { instance, imported, .. }) => {
                Some(imported.as_ref().unwrap_or(instance))
            }
            _ => None,
        })
    }

    /// The settings that a rule had when it was last on; none if it was on by its defaults, or never.
    pub fn last_settings(&self, rule: &str) -> Option<&Value> {
        for &revision in self.done.iter().rev() {
            let settings = match self.deed_of(self.entry(revision)) {
                Deed::Operation(EditOperation::SetRule { rule: of, settings }) if of == rule => {
                    settings.as_ref()
                }
                Deed::Operation(EditOperation::Load { instance, .. }) => {
                    return Some(&instance["rules"][rule]).filter(|settings| settings.is_object());
                }
                _ => None,
            };
            if let Some(settings) = settings.filter(|settings| settings.is_object()) {
                return Some(settings);
            }
        }
        None
    }

    /// What an undo would undo, in a few words.
    pub fn undo_title(&self, called: &Called) -> Option<Message> {
        self.deed_of(self.undoable()?).title(called)
    }

    /// What a redo would do again, in a few words.
    pub fn redo_title(&self, called: &Called) -> Option<Message> {
        self.deed_of(self.redoable()?).title(called)
    }

    /// The deed that an entry is about: that of an undo is what it undid.
    fn deed_of<'a>(&'a self, entry: &'a HistoryEntry) -> &'a Deed {
        match &entry.deed {
            Deed::Undo(revision) | Deed::Redo(revision) => self.deed_of(self.entry(*revision)),
            deed => deed,
        }
    }

    /// The state at an earlier revision; `None` if there was no such revision.
    pub fn state_at(&self, revision: u64) -> Option<State> {
        let first = usize::try_from(revision).ok().filter(|&first| first <= self.history.len())?;
        let mut value = value_of(&self.state);
        for entry in self.history[first..].iter().rev() {
            patch(&mut value, &entry.inverse).ok()?;
        }
        serde_json::from_value(value).ok()
    }

    /// An operation at a revision: its entry, and the state after it. The project does not change. `files` reads the
    /// files beside the instance.
    ///
    /// # Errors
    /// If the project has another revision, or the operation is refused.
    pub fn prepare(
        &self,
        revision: u64,
        operation: EditOperation,
        files: &Files,
        time: String,
    ) -> Result<(HistoryEntry, State), ProjectError> {
        self.check(revision)?;
        let after = operation.apply(&self.state, files).map_err(ProjectError::Refused)?;
        Ok(self.entry_to(after, Deed::Operation(operation), time))
    }

    /// The file of the instance as another program has left it.
    pub fn prepare_file(&self, after: State, time: String) -> (HistoryEntry, State) {
        self.entry_to(after, Deed::FileChanged, time)
    }

    /// Undoing the last thing done, as [`prepare`](Self::prepare).
    ///
    /// # Errors
    /// If the project has another revision, or nothing is left to undo.
    pub fn prepare_undo(
        &self,
        revision: u64,
        time: String,
    ) -> Result<(HistoryEntry, State), ProjectError> {
        let nothing = message!("project-nothing-to-undo");
        self.back(revision, self.undoable().ok_or(nothing), Deed::Undo, time)
    }

    /// Redoing the last thing undone, as [`prepare`](Self::prepare).
    ///
    /// # Errors
    /// If the project has another revision, or nothing is left to redo.
    pub fn prepare_redo(
        &self,
        revision: u64,
        time: String,
    ) -> Result<(HistoryEntry, State), ProjectError> {
        let nothing = message!("project-nothing-to-redo");
        self.back(revision, self.redoable().ok_or(nothing), Deed::Redo, time)
    }

    /// Takes an entry that was prepared at the present revision.
    pub fn commit(&mut self, (entry, state): (HistoryEntry, State)) {
        self.state = state;
        self.remember(entry);
    }

    fn check(&self, revision: u64) -> Result<(), ProjectError> {
        let now = self.revision();
        if revision == now { Ok(()) } else { Err(ProjectError::Stale { revision: now }) }
    }

    fn entry(&self, revision: u64) -> &HistoryEntry {
        let index = usize::try_from(revision).expect("a revision is the number of an entry") - 1;
        &self.history[index]
    }

    fn entry_to(&self, after: State, deed: Deed, time: String) -> (HistoryEntry, State) {
        let (from, to) = (value_of(&self.state), value_of(&after));
        let entry = HistoryEntry {
            revision: self.revision() + 1,
            time,
            deed,
            change: diff(&from, &to),
            inverse: diff(&to, &from),
            instance: after.sha256(),
            on_disk: None,
        };
        (entry, after)
    }

    /// The inverse of an entry, after which the state is as it was before the entry.
    fn back(
        &self,
        revision: u64,
        entry: Result<&HistoryEntry, Message>,
        deed: fn(u64) -> Deed,
        time: String,
    ) -> Result<(HistoryEntry, State), ProjectError> {
        self.check(revision)?;
        let entry = entry.map_err(ProjectError::Refused)?;
        let after = patched(&self.state, &entry.inverse);
        Ok(self.entry_to(after, deed(entry.revision), time))
    }

    fn remember(&mut self, entry: HistoryEntry) {
        let revision = entry.revision;
        match entry.deed {
            Deed::Operation(_) | Deed::FileChanged => {
                self.done.push(revision);
                self.undone.clear();
            }
            Deed::Undo(_) => {
                self.done.pop();
                self.undone.push(revision);
            }
            Deed::Redo(_) => {
                self.undone.pop();
                self.done.push(revision);
            }
        }
        self.history.push(entry);
    }
}

impl Default for Project {
    fn default() -> Self {
        Self::new()
    }
}

fn value_of(state: &State) -> Value {
    serde_json::to_value(state).expect("a state is plain JSON")
}

fn patched(state: &State, change: &Patch) -> State {
    let mut value = value_of(state);
    patch(&mut value, change).expect("the inverse of the last change that is not undone");
    serde_json::from_value(value).expect("a state that was there before")
}
