//! What the page shows: the problem of the present instance, and the plan on screen held against it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::folder::ProjectFolder;
use crate::contacts::Contacts;
use crate::input::errors::{InputErrors, InputWarning};
use crate::instance::{Earlier, StudentId};
use crate::message;
use crate::plan::Plan;
use crate::plan::assignment::Assignment;
use crate::problem::{self, Problem};
use crate::project::{Deed, EditOperation, HistoryEntry, Project, State, only_tightens, text_of};
use crate::questions::replan::{self, PreviousPlan};
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
    /// The same by the ids of the students.
    pub names_by_id: BTreeMap<String, String>,
    /// SHA-256 of the text that it was read from.
    pub text_sha256: String,
}

impl ReadInstance {
    /// The name of a student, school, cluster or board by its id.
    fn called(&self, id: &str) -> Option<&str> {
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
    /// As it was written.
    pub plan: Plan,
    /// The problem that it solves: the present one, against the earlier plan with which it was made, if any.
    pub problem: Problem,
    /// Whether it was made for the present instance, so that what it says of its quality holds.
    pub is_of_present: bool,
    /// Whether its bounds hold for the present instance: it was made for that, or for one of which everything that has
    /// changed since narrows down which plans are possible.
    pub bounds_hold: bool,
    /// Where students are in it, for a later plan that is to change little.
    pub earlier: Earlier,
    /// What of it still exists under the present instance.
    pub assignment: Assignment,
    /// What is wrong with it under the present instance; empty if it is still a plan.
    pub findings: Vec<Finding>,
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
    /// What can be undone, and redone.
    pub can: (Option<Message>, Option<Message>),
}

impl View {
    /// A project with its instance, as read.
    pub fn of(folder: &ProjectFolder, project: &Project, read: Option<Arc<ReadInstance>>) -> Self {
        let state = Arc::new(project.state().clone());
        let called =
            |id: &str| read.as_ref().and_then(|read| read.called(id)).unwrap_or(id).to_owned();
        let can = (project.undo_title(&called), project.redo_title(&called));
        let shown = shown_plan(folder, project, read.as_deref());
        Self { revision: project.revision(), shown, read, state, can }
    }

    /// The problem and the plan on screen, if there are both.
    pub fn planned(&self) -> Option<(&ReadInstance, &ShownPlan)> {
        let read = self.read.as_deref()?;
        let shown = self.shown.as_ref()?.as_ref().ok()?;
        Some((read, shown))
    }
}

/// Reads the instance of a state, whose text has this digest; `before` is used again where its text is the same.
///
/// # Errors
/// Everything that is wrong with the instance.
pub fn read_instance(
    folder: &ProjectFolder,
    state: &State,
    sha256: &str,
    before: Option<&Arc<ReadInstance>>,
) -> Result<Option<Arc<ReadInstance>>, InputErrors> {
    let Some(instance) = &state.instance else { return Ok(None) };
    if let Some(before) = before.filter(|before| before.text_sha256 == sha256) {
        return Ok(Some(Arc::clone(before)));
    }
    let text = text_of(instance);
    let read = problem::read(text.as_bytes(), &|name| folder.beside(name))?;
    let names = names(folder, &read.problem);
    let (problem, warnings) = (read.problem, read.warnings);
    let by_id =
        names.iter().map(|(&id, name)| (problem.instance.students[id].id.clone(), name.clone()));
    let names_by_id = by_id.collect();
    let text_sha256 = sha256.to_owned();
    Ok(Some(Arc::new(ReadInstance { problem, warnings, names, names_by_id, text_sha256 })))
}

/// The names of students. Contacts that cannot be read cost the names, not the page: lists report what is wrong.
fn names(folder: &ProjectFolder, problem: &Problem) -> BTreeMap<StudentId, String> {
    let bytes = folder.contacts().ok().flatten();
    let read = bytes.and_then(|bytes| Contacts::read(&bytes, &problem.instance, "").ok());
    let Some(read) = read else { return BTreeMap::new() };
    let students = problem.instance.students.ids();
    let named =
        students.filter_map(|id| Some((id, read.contacts.students.get(&id)?.whole_name()?)));
    named.collect()
}

/// Reads the plan on screen and holds it against the present instance.
fn shown_plan(
    folder: &ProjectFolder,
    project: &Project,
    read: Option<&ReadInstance>,
) -> Option<Result<Arc<ShownPlan>, Message>> {
    let (number, read) = (project.state().plans.shown?, read?);
    let unreadable = |reason: String| {
        let name = ProjectFolder::plan_name(number);
        message!("serve-plan-unreadable", name = name, reason = reason)
    };
    let bytes = match folder.plan(number) {
        Ok(bytes) => bytes,
        Err(error) => return Some(Err(unreadable(error.to_string()))),
    };
    Some(match replan::read(&read.problem, &bytes) {
        Ok((previous, plan)) => {
            let PreviousPlan { assignment, findings, earlier, .. } = previous;
            let mut problem = read.problem.clone();
            let stated = plan.previous.as_ref();
            problem.instance.previous_plan =
                stated.and_then(|stated| stated.earlier(&problem.instance));
            let made_for = plan.instance.as_ref().map(|made_for| &made_for.sha256);
            let is_of_present = made_for == Some(&problem.sha256());
            let mut shown = ShownPlan {
                number,
                plan,
                problem,
                is_of_present,
                bounds_hold: is_of_present,
                earlier,
                assignment,
                findings,
            };
            shown.bounds_hold |= bounds_still_hold(folder, project, &shown);
            Ok(Arc::new(shown))
        }
        Err(errors) => Err(unreadable(errors.to_string())),
    })
}

/// Whether the bounds of a plan hold although the instance has changed since: it is still a plan at the same price, and
/// every change since it was accepted only narrows down which plans are possible.
fn bounds_still_hold(folder: &ProjectFolder, project: &Project, shown: &ShownPlan) -> bool {
    let stated = shown.plan.score.as_ref().map(|score| score.total.0);
    if shown.is_of_present || !shown.is_sound() || stated != Some(shown.score()) {
        return false;
    }
    let made_for = || {
        let revision = accepted_entry(project, shown.number)?.revision;
        let before = project.state_at(revision)?.instance?;
        if !only_tightens(&before, project.state().instance.as_ref()?) {
            return None;
        }
        let read = problem::read(text_of(&before).as_bytes(), &|name| folder.beside(name)).ok()?;
        Some(read.problem.sha256())
    };
    let stated = shown.plan.instance.as_ref().map(|made_for| made_for.sha256.clone());
    stated.is_some() && made_for() == stated
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
