//! The operations on a project: a closed list.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::state::{State, Version};
use crate::instance::Files;
use crate::instance::document::{
    BoardDocument, ClusterDocument, InstanceDocument, SchoolDocument, StudentDocument,
};
use crate::message;
use crate::scenarios::{without_schools, without_student};
use crate::texts::Message;

/// An edit of a project. `because` is a reason in the planner's words; planners alone see it.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum EditOperation {
    /// Takes another instance in place of the present one; its plans stay as versions.
    Load {
        /// The instance, as in an instance file.
        instance: Value,
    },
    /// Holds students at schools: they are there in every later plan, whatever rules say.
    Hold {
        /// Who is held where.
        students: Vec<HeldStudent>,
        /// Why.
        because: Option<String>,
    },
    /// Holds students no longer.
    Release {
        /// The ids of the students.
        students: Vec<String>,
    },
    /// Forbids students a school, cluster or board.
    Forbid {
        /// The ids of the students.
        students: Vec<String>,
        /// The id of the school, cluster or board.
        at: String,
        /// Why.
        because: Option<String>,
    },
    /// Takes back that students are forbidden a school, cluster or board.
    Allow {
        /// The ids of the students.
        students: Vec<String>,
        /// The id of the school, cluster or board.
        at: String,
    },
    /// Decides whether an existing cluster must be used.
    Keep {
        /// The id of the cluster.
        cluster: String,
        /// Whether it must.
        keep: bool,
    },
    /// Sets a rule: an object of settings, `false` to switch it off, or nothing for its defaults.
    SetRule {
        /// The id of the rule.
        rule: String,
        /// The settings.
        settings: Option<Value>,
    },
    /// Replaces the row with this id, or adds it at the end.
    SetRow {
        /// The table.
        table: EditableTable,
        /// The row, as in an instance file.
        row: Value,
    },
    /// Removes a row. What names a school or a student that is gone is removed with it.
    RemoveRow {
        /// The table.
        table: EditableTable,
        /// The id of the row.
        id: String,
    },
    /// Accepts a plan as a version, and puts it on screen.
    Accept {
        /// The number of its file.
        plan: u32,
    },
    /// Accepts a plan in which students were moved by hand, and holds them where they are in it.
    Place {
        /// The number of the plan's file.
        plan: u32,
        /// Who is held where; nobody to leave the next plan free.
        students: Vec<HeldStudent>,
        /// Why.
        because: Option<String>,
    },
    /// Puts an accepted plan on screen again.
    Show {
        /// The number of its file.
        plan: u32,
    },
    /// Names an accepted plan.
    Describe {
        /// The number of its file.
        plan: u32,
        /// What the planner calls it.
        name: Option<String>,
        /// What the planner notes about it.
        note: Option<String>,
    },
}

/// A student who is held at a school.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HeldStudent {
    /// The id of the student.
    pub student: String,
    /// The id of the school.
    pub school: String,
}

/// A table of an instance.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EditableTable {
    /// Student entries.
    Students,
    /// Schools.
    Schools,
    /// School boards.
    Boards,
    /// Existing clusters.
    Clusters,
}

impl EditOperation {
    /// The state after this operation. `files` reads the files beside the instance.
    ///
    /// # Errors
    /// If it names something that is not there, or a row that cannot be read.
    pub fn apply(&self, state: &State, files: &Files) -> Result<State, Message> {
        let mut after = state.clone();
        match self {
            Self::Load { instance } => {
                after.instance = Some(row(instance)?);
                after.plans.shown = None;
            }
            Self::Accept { plan } => {
                after.plans.versions.entry(*plan).or_default();
                after.plans.shown = Some(*plan);
            }
            Self::Place { plan, students, because } => {
                if let Some(instance) = &mut after.instance {
                    hold(instance, students, because.as_ref())?;
                }
                after.plans.versions.entry(*plan).or_default();
                after.plans.shown = Some(*plan);
            }
            Self::Show { plan } => {
                accepted(&mut after, *plan)?;
                after.plans.shown = Some(*plan);
            }
            Self::Describe { plan, name, note } => {
                *accepted(&mut after, *plan)? = Version { name: name.clone(), note: note.clone() };
            }
            _ => {
                let Some(instance) = &mut after.instance else {
                    return Err(message!("project-no-instance"));
                };
                self.edit(instance, files)?;
            }
        }
        Ok(after)
    }

    fn edit(&self, instance: &mut InstanceDocument, files: &Files) -> Result<(), Message> {
        match self {
            Self::Hold { students, because } => hold(instance, students, because.as_ref())?,
            Self::Release { students } => {
                for student in students {
                    let released = find_student(instance, student)?;
                    released.fixed = None;
                    forget_reason(released);
                }
            }
            Self::Forbid { students, at, because } => {
                if !is_named(instance, at) {
                    return Err(message!("project-no-place", id = at));
                }
                for student in students {
                    let forbidden = find_student(instance, student)?;
                    let not = forbidden.not.get_or_insert_default();
                    if !not.contains(at) {
                        not.push(at.clone());
                    }
                    if because.is_some() {
                        forbidden.because.clone_from(because);
                    }
                }
            }
            Self::Allow { students, at } => {
                for student in students {
                    let allowed = find_student(instance, student)?;
                    if let Some(not) = &mut allowed.not {
                        not.retain(|one| one != at);
                    }
                    allowed.not.take_if(|not| not.is_empty());
                    forget_reason(allowed);
                }
            }
            Self::Keep { cluster, keep } => {
                let clusters = instance.clusters.iter_mut().flatten();
                let found = clusters.into_iter().find(|one| one.id == *cluster);
                let found = found.ok_or_else(|| message!("project-no-cluster", id = cluster))?;
                found.keep = keep.then_some(true);
            }
            Self::SetRule { rule, settings } => set_rule(instance, rule, settings.as_ref())?,
            Self::SetRow { table, row } => table.set(instance, row)?,
            Self::RemoveRow { table, id } => table.remove(instance, id, files)?,
            Self::Load { .. }
            | Self::Accept { .. }
            | Self::Place { .. }
            | Self::Show { .. }
            | Self::Describe { .. } => unreachable!("these are about plans"),
        }
        Ok(())
    }
}

fn hold(
    instance: &mut InstanceDocument,
    students: &[HeldStudent],
    because: Option<&String>,
) -> Result<(), Message> {
    for HeldStudent { student, school } in students {
        if !instance.schools.iter().any(|one| one.id == *school) {
            return Err(message!("project-no-school", id = school));
        }
        let held = find_student(instance, student)?;
        held.fixed = Some(school.clone());
        if because.is_some() {
            held.because = because.cloned();
        }
    }
    Ok(())
}

fn accepted(state: &mut State, plan: u32) -> Result<&mut Version, Message> {
    let version = state.plans.versions.get_mut(&plan);
    version.ok_or_else(|| message!("project-no-plan", number = plan))
}

fn find_student<'a>(
    instance: &'a mut InstanceDocument,
    id: &str,
) -> Result<&'a mut StudentDocument, Message> {
    let found = instance.students.iter_mut().find(|student| student.id == id);
    found.ok_or_else(|| message!("project-no-student", id = id))
}

/// A reason goes with the last thing that it can be about.
fn forget_reason(student: &mut StudentDocument) {
    if student.fixed.is_none() && student.not.is_none() && student.only.is_none() {
        student.because = None;
    }
}

/// Whether a school, cluster or board has this id.
fn is_named(instance: &InstanceDocument, id: &str) -> bool {
    let clusters = instance.clusters.iter().flatten();
    instance.schools.iter().any(|school| school.id == id)
        || instance.boards.iter().any(|board| board.id == id)
        || clusters.into_iter().any(|cluster| cluster.id == id)
}

fn set_rule(
    instance: &mut InstanceDocument,
    rule: &str,
    settings: Option<&Value>,
) -> Result<(), Message> {
    let rules = instance.rules.get_or_insert_default();
    match settings {
        None => {
            rules.remove(rule);
        }
        Some(settings) => {
            let raw = serde_json::value::to_raw_value(settings).map_err(unreadable)?;
            rules.insert(rule.to_owned(), raw);
        }
    }
    instance.rules.take_if(|rules: &mut BTreeMap<_, _>| rules.is_empty());
    Ok(())
}

fn row<T: serde::de::DeserializeOwned>(value: &Value) -> Result<T, Message> {
    serde_json::from_value(value.clone()).map_err(unreadable)
}

// The signature is that of `map_err`.
#[expect(clippy::needless_pass_by_value)]
fn unreadable(error: serde_json::Error) -> Message {
    message!("project-row-unreadable", reason = error.to_string())
}

/// A row of a table, known by its id.
trait Row: serde::de::DeserializeOwned {
    fn id(&self) -> &str;
}

macro_rules! rows {
    ($($Document:ty),+) => {$(
        impl Row for $Document {
            fn id(&self) -> &str {
                &self.id
            }
        }
    )+};
}

rows!(StudentDocument, SchoolDocument, BoardDocument, ClusterDocument);

impl EditableTable {
    fn set(self, instance: &mut InstanceDocument, value: &Value) -> Result<(), Message> {
        fn replace<R: Row>(rows: &mut Vec<R>, value: &Value) -> Result<(), Message> {
            let new: R = row(value)?;
            match rows.iter_mut().find(|row| row.id() == new.id()) {
                Some(old) => *old = new,
                None => rows.push(new),
            }
            Ok(())
        }
        match self {
            Self::Students => replace(&mut instance.students, value),
            Self::Schools => replace(&mut instance.schools, value),
            Self::Boards => replace(&mut instance.boards, value),
            Self::Clusters => replace(instance.clusters.get_or_insert_default(), value),
        }
    }

    fn remove(
        self,
        instance: &mut InstanceDocument,
        id: &str,
        files: &Files,
    ) -> Result<(), Message> {
        fn take<R: Row>(rows: &mut Vec<R>, id: &str) -> bool {
            let before = rows.len();
            rows.retain(|row| row.id() != id);
            rows.len() < before
        }
        let is_gone = match self {
            Self::Students => {
                let before = instance.students.len();
                *instance = without_student(instance, id, files);
                instance.students.len() < before
            }
            Self::Schools => match without_schools(instance, vec![id.to_owned()], files) {
                Ok(without) => {
                    *instance = without;
                    true
                }
                Err(_) => false,
            },
            Self::Boards => take(&mut instance.boards, id),
            Self::Clusters => take(instance.clusters.get_or_insert_default(), id),
        };
        instance.clusters.take_if(|clusters| clusters.is_empty());
        if is_gone { Ok(()) } else { Err(message!("project-no-row", id = id)) }
    }
}
