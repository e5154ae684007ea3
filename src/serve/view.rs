//! What the page shows: the problem of the present instance, and the plan on screen held against it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use super::folder::ProjectFolder;
use super::wording::names_in;
use crate::base::sha256;
use crate::contacts::ContactsDocument;
use crate::input::errors::{InputErrors, InputWarning};
use crate::input::read_document;
use crate::instance::{Earlier, StudentId};
use crate::message;
use crate::plan::Plan;
use crate::plan::assignment::Assignment;
use crate::problem::{self, Problem};
use crate::project::{Deed, EditOperation, HistoryEntry, Project, State, only_tightens, text_of};
use crate::questions::replan::{self, PreviousPlan};
use crate::rules::cards;
use crate::texts::Message;
use crate::verify::Finding;

/// An instance that was read.
#[derive(Debug)]
pub struct ReadInstance {
    /// The problem.
    pub problem: Problem,
    /// What in it was probably not meant.
    pub warnings: Vec<InputWarning>,
    /// The names of students, where contacts give them.
    pub names: BTreeMap<StudentId, String>,
    /// The same by the ids of the students, and also of those whom contacts know and the instance does not: they have left.
    pub names_by_id: BTreeMap<String, String>,
    /// SHA-256 of the text that it was read from.
    pub text_sha256: String,
    /// SHA-256 of the file of contacts that names come from; none if there was none.
    pub contacts_sha256: Option<String>,
}

impl ReadInstance {
    /// The name of a student, school, cluster or board by its id.
    pub fn called(&self, id: &str) -> Option<&str> {
        let instance = &self.problem.instance;
        let schools = instance.schools.values().map(|one| (&one.id, &one.name));
        let clusters = instance.clusters.values().map(|one| (&one.id, &one.name));
        let boards = instance.boards.values().map(|one| (&one.id, &one.name));
        let mut named = schools.chain(clusters).chain(boards);
        let name =
            self.names_by_id.get(id).or_else(|| Some(named.find(|(known, _)| *known == id)?.1));
        name.map(String::as_str)
    }
}

/// The plan on screen.
#[derive(Debug)]
pub struct ShownPlan {
    /// The number of its file.
    pub number: u32,
    /// SHA-256 of the text of the instance that it is held against.
    text_sha256: String,
    /// As it was written.
    pub plan: Plan,
    /// The problem that it solves: the present one, against the earlier plan with which it was made, if any.
    pub problem: Problem,
    /// Whether it was made for the present instance, so that what it says of its quality holds.
    pub is_of_present: bool,
    /// Whether its bounds hold for the present instance: it was made for that, or for one of which everything that has
    /// changed since narrows down which plans are possible.
    pub bounds_hold: bool,
    /// The state for whose instance it was made, as far as that is known.
    made_for: MadeFor,
    /// Where students are in it, for a later plan that is to change little.
    pub earlier: Earlier,
    /// What of it still exists under the present instance.
    pub assignment: Assignment,
    /// What is wrong with it under the present instance; empty if it is still a plan.
    pub findings: Vec<Finding>,
}

/// The state for whose instance a plan was made.
#[derive(Clone, Debug)]
enum MadeFor {
    /// It was not looked for.
    Unknown,
    /// The history has no such state.
    Nothing,
    /// It is this one.
    State(Arc<State>),
}

impl ShownPlan {
    /// Its score in points.
    pub fn score(&self) -> i64 {
        self.problem.assess(&self.problem.tally(&self.assignment)).total().0
    }

    /// Whether it keeps the rules of the present instance.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }
}

/// The project at one revision, as the page shows it.
#[derive(Clone, Debug)]
pub struct View {
    /// The revision.
    pub revision: u64,
    /// The state.
    pub state: Arc<State>,
    /// The instance; none before there is one.
    pub read: Option<Arc<ReadInstance>>,
    /// The plan on screen, or why it cannot be shown.
    pub shown: Option<Result<Arc<ShownPlan>, Message>>,
    /// The settings that each rule had when it was last on.
    pub settings_when_on: BTreeMap<&'static str, Value>,
    /// What can be undone, and redone.
    pub can: (Option<Message>, Option<Message>),
}

impl View {
    /// A project with its instance, as read. What the view `before` the last edit knew of the plan is not looked up again.
    pub fn of(
        folder: &ProjectFolder,
        project: &Project,
        read: Option<Arc<ReadInstance>>,
        before: Option<&Self>,
    ) -> Self {
        let state = Arc::new(project.state().clone());
        // A student without a name is none that is gone: the earlier states are not made again for each edit.
        let is_student = |id: &str| {
            let students = read.iter().flat_map(|read| read.problem.instance.students.values());
            students.into_iter().any(|one| one.id == id)
        };
        let called = |id: &str| {
            let known = read.as_ref().and_then(|read| read.called(id)).map(str::to_owned);
            let once =
                || Some(id).filter(|id| !is_student(id)).and_then(|id| once_called(project, id));
            known.or_else(once).unwrap_or_else(|| id.to_owned())
        };
        let can = (project.undo_title(&called), project.redo_title(&called));
        let shown = read.as_deref().and_then(|read| {
            let number = project.state().plans.shown?;
            let known = before.and_then(|before| before.shown.as_ref()?.as_ref().ok());
            let known = known.filter(|known| known.number == number);
            let is_same = known.is_some_and(|known| known.text_sha256 == read.text_sha256);
            match known.filter(|_| is_same) {
                Some(known) => Some(Ok(Arc::clone(known))),
                None => Some(shown_plan(folder, (project, &state), number, read, known)),
            }
        });
        let settings = cards().into_iter();
        let settings =
            settings.filter_map(|card| Some((card.id, project.last_settings(card.id)?.clone())));
        let (revision, settings_when_on) = (project.revision(), settings.collect());
        Self { revision, state, read, shown, settings_when_on, can }
    }

    /// The name of a student, school, cluster or board by its id, or else the id.
    pub fn called<'a>(&'a self, id: &'a str) -> &'a str {
        self.read.as_deref().and_then(|read| read.called(id)).unwrap_or(id)
    }

    /// The problem and the plan on screen, if there are both.
    pub fn planned(&self) -> Option<(&ReadInstance, &ShownPlan)> {
        let read = self.read.as_deref()?;
        let shown = self.shown.as_ref()?.as_ref().ok()?;
        Some((read, shown))
    }
}

/// Reads the instance of a state, whose text has this digest, with the names in the bytes of a file of contacts;
/// `before` is used again where its text is the same.
///
/// # Errors
/// Everything that is wrong with the instance.
pub fn read_instance(
    folder: &ProjectFolder,
    state: &State,
    text_sha256: &str,
    contacts: Option<&[u8]>,
    before: Option<&Arc<ReadInstance>>,
) -> Result<Option<Arc<ReadInstance>>, InputErrors> {
    let Some(instance) = &state.instance else { return Ok(None) };
    let contacts_sha256 = contacts.map(sha256);
    let (problem, warnings) = match before.filter(|before| before.text_sha256 == text_sha256) {
        Some(before) if before.contacts_sha256 == contacts_sha256 => {
            return Ok(Some(Arc::clone(before)));
        }
        Some(before) => (before.problem.clone(), before.warnings.clone()),
        None => {
            let text = text_of(instance);
            let read = problem::read(text.as_bytes(), &|name| folder.beside(name))?;
            (read.problem, read.warnings)
        }
    };
    let names_by_id = names_by_id(contacts);
    let students = problem.instance.students.iter();
    let named = students.filter_map(|(id, one)| Some((id, names_by_id.get(&one.id)?.clone())));
    let names = named.collect();
    let text_sha256 = text_sha256.to_owned();
    let read = ReadInstance { problem, warnings, names, names_by_id, text_sha256, contacts_sha256 };
    Ok(Some(Arc::new(read)))
}

/// The names of students by id. Contacts that cannot be read cost the names, not the page: lists report what is wrong.
fn names_by_id(contacts: Option<&[u8]>) -> BTreeMap<String, String> {
    let read = contacts.and_then(|bytes| read_document(ContactsDocument::FORMAT, bytes).ok());
    let students = read.into_iter().flat_map(|read: ContactsDocument| read.students);
    students.filter_map(|one| Some((one.id, one.contact.whole_name()?))).collect()
}

/// Reads the plan on screen and holds it against the present instance. `known` is the same plan, held against an instance of
/// before.
fn shown_plan(
    folder: &ProjectFolder,
    (project, state): (&Project, &Arc<State>),
    number: u32,
    read: &ReadInstance,
    known: Option<&Arc<ShownPlan>>,
) -> Result<Arc<ShownPlan>, Message> {
    let unreadable = |reason: String| {
        let name = ProjectFolder::plan_name(number);
        message!("serve-plan-unreadable", name = name, reason = reason)
    };
    let bytes = folder.plan(number).map_err(|error| unreadable(error.to_string()))?;
    let held = replan::read(&read.problem, &bytes);
    let (previous, plan) = held.map_err(|errors| unreadable(errors.to_string()))?;
    let PreviousPlan { assignment, findings, earlier, .. } = previous;
    let mut problem = read.problem.clone();
    let stated = plan.previous.as_ref();
    problem.instance.previous_plan = stated.and_then(|stated| stated.earlier(&problem.instance));
    let made_for = plan.instance.as_ref().map(|made_for| &made_for.sha256);
    let is_of_present = made_for == Some(&problem.sha256());
    let made_for = if is_of_present {
        MadeFor::State(Arc::clone(state))
    } else {
        known.map_or(MadeFor::Unknown, |known| known.made_for.clone())
    };
    let mut shown = ShownPlan {
        number,
        text_sha256: read.text_sha256.clone(),
        plan,
        problem,
        is_of_present,
        bounds_hold: is_of_present,
        made_for,
        earlier,
        assignment,
        findings,
    };
    let stated = shown.plan.score.as_ref().map(|score| score.total.0);
    // It is still a plan at the same price: what has changed may have narrowed down which plans are possible.
    if !is_of_present && shown.is_sound() && stated == Some(shown.score()) {
        if matches!(shown.made_for, MadeFor::Unknown) {
            shown.made_for = made_for_state(folder, project, &shown);
        }
        shown.bounds_hold = match &shown.made_for {
            MadeFor::State(before) => {
                let both = before.instance.as_ref().zip(state.instance.as_ref());
                both.is_some_and(|(before, now)| only_tightens(before, now))
            }
            MadeFor::Unknown | MadeFor::Nothing => false,
        };
    }
    Ok(Arc::new(shown))
}

/// The state in which a plan was accepted, if the plan was made for its instance. Reading an instance takes long, so what
/// this says is kept while the plan is on screen.
fn made_for_state(folder: &ProjectFolder, project: &Project, shown: &ShownPlan) -> MadeFor {
    let accepted = || {
        let revision = accepted_entry(project, shown.number)?.revision;
        let state = project.state_at(revision)?;
        let text = text_of(state.instance.as_ref()?);
        let read = problem::read(text.as_bytes(), &|name| folder.beside(name)).ok()?;
        let stated = &shown.plan.instance.as_ref()?.sha256;
        (*stated == read.problem.sha256()).then(|| MadeFor::State(Arc::new(state)))
    };
    accepted().unwrap_or(MadeFor::Nothing)
}

/// The name of a school, board or cluster that what can be undone or redone has removed.
fn once_called(project: &Project, id: &str) -> Option<String> {
    let entries = [project.undoable(), project.redoable()].into_iter().flatten();
    entries.filter_map(|entry| project.state_at(entry.revision - 1)?.instance).find_map(|before| {
        names_in(&before).find(|(known, _)| *known == id).map(|(_, name)| name.to_owned())
    })
}

/// The entry of the history by which a plan was accepted.
pub fn accepted_entry(project: &Project, number: u32) -> Option<&HistoryEntry> {
    let is_accepted = |entry: &&HistoryEntry| match &entry.deed {
        Deed::Operation(EditOperation::Accept { plan } | EditOperation::Place { plan, .. }) => {
            *plan == number
        }
        _ => false,
    };
    project.history().iter().find(is_accepted)
}
