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
use crate::project::{Project, State, text_of};
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
    /// SHA-256 of the text that it was read from.
    pub text_sha256: String,
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
    pub state: State,
    /// The instance; none before there is one.
    pub read: Option<Arc<ReadInstance>>,
    /// The plan on screen, or why it cannot be shown.
    pub shown: Option<Result<Arc<ShownPlan>, Message>>,
    /// Whether something can be undone, and redone.
    pub can: (bool, bool),
}

impl View {
    /// A project with its instance, as read.
    pub fn of(folder: &ProjectFolder, project: &Project, read: Option<Arc<ReadInstance>>) -> Self {
        let state = project.state().clone();
        Self {
            revision: project.revision(),
            shown: shown_plan(folder, &state, read.as_deref()),
            read,
            state,
            can: (project.undoable().is_some(), project.redoable().is_some()),
        }
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
    Ok(Some(Arc::new(ReadInstance { problem, warnings, names, text_sha256: sha256.to_owned() })))
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
    state: &State,
    read: Option<&ReadInstance>,
) -> Option<Result<Arc<ShownPlan>, Message>> {
    let (number, read) = (state.plans.shown?, read?);
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
            Ok(Arc::new(ShownPlan {
                number,
                plan,
                problem,
                is_of_present,
                earlier,
                assignment,
                findings,
            }))
        }
        Err(errors) => Err(unreadable(errors.to_string())),
    })
}
