//! What was done to a project, in a few words.

use super::history::Deed;
use super::operation::{EditOperation, HeldStudent};
use super::table::EditableTable;
use crate::message;
use crate::rules::card;
use crate::texts::{Argument, Message};

/// The most students who are named one by one.
const MOST_NAMED: usize = 2;

/// Gives the name of a student, school, cluster or board by its id.
pub type Called<'a> = dyn Fn(&str) -> String + 'a;

impl Deed {
    /// What it is called; an undo or redo is called what it is about by [`Project`](super::Project).
    pub fn title(&self, called: &Called) -> Option<Message> {
        match self {
            Self::Operation(operation) => Some(operation.title(called)),
            Self::FileChanged => Some(message!("project-did-file-changed")),
            Self::Undo(_) | Self::Redo(_) => None,
        }
    }
}

impl EditOperation {
    /// What it is called.
    pub fn title(&self, called: &Called) -> Message {
        let version = |plan: u32| i64::from(plan);
        match self {
            Self::Load { .. } => message!("project-did-load"),
            Self::Hold { students, .. } => {
                message!("project-did-hold", who = held(students, called))
            }
            Self::Release { students } => {
                message!("project-did-release", who = named(students, called))
            }
            Self::Forbid { students, at, .. } => {
                message!("project-did-forbid", who = named(students, called), at = called(at))
            }
            Self::Allow { students, at } => {
                message!("project-did-allow", who = named(students, called), at = called(at))
            }
            Self::Close { at, .. } => message!("project-did-close", at = called(at)),
            Self::Reopen { at } => message!("project-did-reopen", at = called(at)),
            Self::Keep { cluster, keep: true, .. } => {
                message!("project-did-keep", cluster = called(cluster))
            }
            Self::Keep { cluster, keep: false, .. } => {
                message!("project-did-keep-no-longer", cluster = called(cluster))
            }
            Self::NameRegion { .. } => message!("project-did-name-region"),
            Self::SetRule { rule, .. } => {
                let card = card(rule);
                let title = card.map_or_else(|| rule.into(), |card| Argument::from(card.title()));
                message!("project-did-set-rule", rule = title)
            }
            Self::AddRow { row, .. } => {
                let id = row["id"].as_str().unwrap_or_default();
                message!("project-did-add-row", what = called(id))
            }
            Self::SetRow { row, .. } => {
                let id = row["id"].as_str().unwrap_or_default();
                message!("project-did-set-row", what = called(id))
            }
            Self::RemoveRow { table: EditableTable::Students, id } => {
                message!("project-did-drop-out", who = called(id))
            }
            Self::RemoveRow { table: EditableTable::Schools, id } => {
                message!("project-did-withdraw", what = called(id))
            }
            Self::RemoveRow { id, .. } => message!("project-did-remove-row", what = called(id)),
            Self::Repair { .. } => message!("project-did-repair"),
            Self::Accept { plan } => message!("project-did-accept", number = version(*plan)),
            Self::Place { plan, students, .. } if students.is_empty() => {
                message!("project-did-place", number = version(*plan))
            }
            Self::Place { students, .. } => {
                let at = students.first().map(|one| called(&one.school)).unwrap_or_default();
                message!("project-did-place-and-hold", who = held(students, called), at = at)
            }
            Self::Show { plan } => message!("project-did-show", number = version(*plan)),
            Self::Describe { plan, .. } => {
                message!("project-did-describe", number = version(*plan))
            }
        }
    }
}

fn held(students: &[HeldStudent], called: &Called) -> Argument {
    let ids: Vec<&String> = students.iter().map(|one| &one.student).collect();
    named(&ids, called)
}

/// Students by name, or how many they are.
fn named(ids: &[impl AsRef<str>], called: &Called) -> Argument {
    if ids.len() > MOST_NAMED {
        return message!("project-students", count = ids.len()).into();
    }
    ids.iter().map(|id| called(id.as_ref())).collect::<Vec<_>>().into()
}
