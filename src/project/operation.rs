//! The operations on a project: a closed list.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::repairing::{ProposedChange, repair};
use super::state::{Decision, State, Version};
use super::table::{EditableTable, unreadable};
use crate::input::decode_value;
use crate::instance::Files;
use crate::instance::document::{InstanceDocument, StudentDocument};
use crate::message;
use crate::problem::instance_schema;
use crate::texts::Message;

/// An edit of a project. `because` is a reason in the planner's words; planners alone see it.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum EditOperation {
    /// Takes another instance in place of the present one. If at least half of its students are known, it is the
    /// same region read again: the plan stays on screen, and what was decided about students who are still there
    /// is carried over where the new instance decides nothing.
    Load {
        /// The instance, as in an instance file.
        instance: Value,
        /// What the spreadsheets alone gave, where the instance has edits of the page besides.
        imported: Option<Value>,
        /// The spreadsheets that it was imported from, as the page keeps them; none if they stay as they are.
        sources: Option<Value>,
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
    /// Forbids everyone a school, cluster or board, also students who are new.
    Close {
        /// The id of the school, cluster or board.
        at: String,
        /// Why, and who decided it.
        because: Option<String>,
    },
    /// Takes back that everyone is forbidden a school, cluster or board. Students who were forbidden it before stay so.
    Reopen {
        /// The id of the school, cluster or board.
        at: String,
    },
    /// Decides whether an existing cluster must be used.
    Keep {
        /// The id of the cluster.
        cluster: String,
        /// Whether it must.
        keep: bool,
        /// Why, and who decided it.
        because: Option<String>,
    },
    /// Names the region and its school year, as lists and reports do in their headings.
    NameRegion {
        /// The name.
        name: String,
        /// The school year, such as 2027-2028; nothing if it is to have none.
        school_year: Option<String>,
    },
    /// Sets a rule: an object of settings, `false` to switch it off, or nothing for its defaults.
    SetRule {
        /// The id of the rule.
        rule: String,
        /// The settings.
        settings: Option<Value>,
    },
    /// Adds a row at the end; refused where there is one with its id.
    AddRow {
        /// The table.
        table: EditableTable,
        /// The row, as in an instance file.
        row: Value,
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
    /// Makes changes after which everyone can have a place.
    Repair {
        /// The changes, as the question `repair` proposes them.
        changes: Vec<ProposedChange>,
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

impl EditOperation {
    /// The state after this operation. `files` reads the files beside the instance.
    ///
    /// # Errors
    /// If it names something that is not there, or a row that cannot be read.
    pub fn apply(&self, state: &State, files: &Files) -> Result<State, Message> {
        let mut after = state.clone();
        match self {
            Self::Load { instance, imported, sources } => {
                if sources.is_some() {
                    after.sources.clone_from(sources);
                }
                let mut new: InstanceDocument = document(instance)?;
                match state.instance.as_ref().filter(|old| is_same_region(old, &new)) {
                    None => {
                        after.plans.shown = None;
                        after.decisions.clear();
                    }
                    // Where edits were merged with what was imported, every decision is made.
                    Some(old) if imported.is_none() => carry_over(old, &mut new),
                    Some(_) => {}
                }
                after.instance = Some(new);
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
            Self::Close { at, because } => after.close(at, because.as_ref())?,
            Self::Reopen { at } => after.reopen(at)?,
            _ => {
                self.edit_decisions(&mut after)?;
                let Some(instance) = &mut after.instance else {
                    return Err(message!("project-no-instance"));
                };
                self.edit(instance, files)?;
            }
        }
        after.keep_decisions();
        Ok(after)
    }

    /// What an edit of the instance means for decisions about a whole.
    fn edit_decisions(&self, after: &mut State) -> Result<(), Message> {
        let is_closed = |id: &str| after.decisions.get(id).is_some_and(Decision::is_closed);
        match self {
            Self::Allow { at, .. } if is_closed(at) => Err(message!("project-closed", id = at)),
            Self::Keep { cluster, keep: true, .. } if is_closed(cluster) => {
                Err(message!("project-closed", id = cluster))
            }
            Self::Keep { cluster, keep, because } => {
                after.keep_because(cluster, because.as_ref().filter(|_| *keep));
                Ok(())
            }
            // Nothing names it any more once it is gone.
            Self::RemoveRow { id, .. } if is_closed(id) => after.reopen(id),
            _ => Ok(()),
        }
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
                if !ids(instance).any(|id| id == at) {
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
            Self::Keep { cluster, keep, .. } => {
                let clusters = instance.clusters.iter_mut().flatten();
                let found = clusters.into_iter().find(|one| one.id == *cluster);
                let found = found.ok_or_else(|| message!("project-no-cluster", id = cluster))?;
                found.keep = keep.then_some(true);
            }
            Self::NameRegion { name, school_year } => {
                if name.trim().is_empty() {
                    return Err(message!("project-no-name"));
                }
                instance.name.clone_from(name);
                instance.school_year.clone_from(school_year);
            }
            Self::SetRule { rule, settings } => set_rule(instance, rule, settings.as_ref()),
            Self::Repair { changes } => repair(instance, changes)?,
            Self::AddRow { table, row } => table.add(instance, row)?,
            Self::SetRow { table, row } => table.set(instance, row)?,
            Self::RemoveRow { table, id } => {
                table.remove(instance, &[id.clone()].into(), files)?;
            }
            Self::Load { .. }
            | Self::Accept { .. }
            | Self::Place { .. }
            | Self::Close { .. }
            | Self::Reopen { .. }
            | Self::Show { .. }
            | Self::Describe { .. } => unreachable!("these are no edits of the instance alone"),
        }
        Ok(())
    }
}

/// An instance in a value.
fn document(value: &Value) -> Result<InstanceDocument, Message> {
    let read = decode_value(value, instance_schema(), "", &|_| Ok(()));
    read.map_err(|errors| unreadable(&errors))
}

/// Whether an instance is of the same region and year as an older one: most of its students were there.
pub fn is_same_region(old: &InstanceDocument, new: &InstanceDocument) -> bool {
    let known: BTreeSet<&str> = old.students.iter().map(|student| student.id.as_str()).collect();
    let again = new.students.iter().filter(|student| known.contains(student.id.as_str())).count();
    2 * again >= new.students.len()
}

/// Carries decisions over to the same region read again.
fn carry_over(old: &InstanceDocument, new: &mut InstanceDocument) {
    let known: BTreeMap<&str, &StudentDocument> =
        old.students.iter().map(|student| (student.id.as_str(), student)).collect();
    let named: BTreeSet<String> = ids(new).map(str::to_owned).collect();
    let schools: BTreeSet<String> = new.schools.iter().map(|school| school.id.clone()).collect();
    for student in &mut new.students {
        let Some(before) = known.get(student.id.as_str()) else { continue };
        let decides = student.fixed.is_some() || student.not.is_some();
        if decides {
            continue;
        }
        student.fixed = before.fixed.clone().filter(|school| schools.contains(school));
        let not = before.not.iter().flatten().filter(|id| named.contains(*id));
        student.not = Some(not.cloned().collect()).filter(|not: &Vec<String>| !not.is_empty());
        if student.because.is_none() && (student.fixed.is_some() || student.not.is_some()) {
            student.because.clone_from(&before.because);
        }
    }
}

/// The ids that a student may be forbidden: of schools, boards and clusters.
pub fn ids(instance: &InstanceDocument) -> impl Iterator<Item = &str> {
    let schools = instance.schools.iter().map(|school| school.id.as_str());
    let boards = instance.boards.iter().map(|board| board.id.as_str());
    let clusters = instance.clusters.iter().flatten().map(|cluster| cluster.id.as_str());
    schools.chain(boards).chain(clusters)
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

fn set_rule(instance: &mut InstanceDocument, rule: &str, settings: Option<&Value>) {
    let rules = instance.rules.get_or_insert_default();
    match settings {
        None => {
            rules.remove(rule);
        }
        Some(settings) => {
            let raw = serde_json::value::to_raw_value(settings).expect("a value is plain JSON");
            rules.insert(rule.to_owned(), raw);
        }
    }
    instance.rules.take_if(|rules: &mut BTreeMap<_, _>| rules.is_empty());
}
