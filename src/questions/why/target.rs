//! The target of a question "why not there?": a school, a cluster or a board.

use std::collections::BTreeSet;

use crate::input::errors::{Code, InputErrors, nearest};
use crate::instance::{Instance, SchoolId, StudentId};
use crate::message;
use crate::plan::assignment::Assignment;
use crate::texts::Message;

/// The school, cluster or board that a question names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    /// The id in the question.
    pub id: String,
    /// The school itself, or the schools of the cluster or board.
    pub schools: BTreeSet<SchoolId>,
    /// Why nobody can be placed in it, if it is an existing cluster that takes no part.
    pub cluster_out: Option<Message>,
}

impl Target {
    /// The school, existing cluster, new cluster of the plan, or board with this id.
    ///
    /// # Errors
    /// If there is none; the error suggests the nearest id.
    pub fn read(
        instance: &Instance,
        assignment: &Assignment,
        id: &str,
    ) -> Result<Self, InputErrors> {
        let schools = instance.schools.iter();
        let named: BTreeSet<SchoolId> = schools
            .filter(|(school, facts)| {
                let is_cluster = |cluster| instance.clusters[cluster].id == id;
                facts.id == id
                    || instance.board_of(*school).id == id
                    || facts.cluster.is_some_and(is_cluster)
            })
            .map(|(school, _)| school)
            .collect();
        let ids = assignment.cluster_ids(instance);
        let used = assignment.clusters.iter().zip(&ids).filter(|(_, used)| *used == id);
        let schools: BTreeSet<SchoolId> =
            used.flat_map(|(cluster, _)| cluster.schools.iter().copied()).chain(named).collect();
        if schools.is_empty() {
            if let Some(target) = cluster_out(instance, id) {
                return Ok(target);
            }
            return Err({
                let allowed = message!("questions-target-allowed");
                unknown("--at", id, allowed, known(instance, &ids))
            });
        }
        Ok(Self { id: id.to_owned(), schools, cluster_out: None })
    }
}

/// An existing cluster that takes no part, since not all boards of its schools do. Such a cluster is left out
/// of the problem, so that its schools do not name it.
fn cluster_out(instance: &Instance, id: &str) -> Option<Target> {
    let cluster = instance.clusters.values().find(|cluster| cluster.id == id)?;
    let boards = cluster.schools.iter().map(|&school| instance.board_of(school));
    let boards: BTreeSet<&str> = std::iter::once(&instance.boards[cluster.board])
        .chain(boards)
        .filter(|board| !board.takes_part())
        .map(|board| board.id.as_str())
        .collect();
    let boards: Vec<&str> = boards.into_iter().collect();
    let count = boards.len();
    let why =
        message!("questions-cluster-takes-no-part", cluster = id, boards = boards, count = count);
    let schools = cluster.schools.iter().copied().collect();
    Some(Target { id: id.to_owned(), schools, cluster_out: Some(why) })
}

/// The student with this id.
///
/// # Errors
/// If there is none; the error suggests the nearest id.
pub fn student(instance: &Instance, id: &str) -> Result<StudentId, InputErrors> {
    let found = instance.students.iter().find(|(_, student)| student.id == id);
    let known = instance.students.values().map(|student| student.id.as_str());
    found
        .map(|(student, _)| student)
        .ok_or_else(|| unknown("STUDENT", id, message!("questions-student-allowed"), known))
}

fn known<'a>(instance: &'a Instance, new: &'a [String]) -> impl Iterator<Item = &'a str> {
    let boards = instance.boards.values().map(|board| board.id.as_str());
    let schools = instance.schools.values().map(|school| school.id.as_str());
    let clusters = instance.clusters.values().map(|cluster| cluster.id.as_str());
    boards.chain(schools).chain(clusters).chain(new.iter().map(String::as_str))
}

fn unknown<'a>(
    place: &str,
    id: &str,
    allowed: Message,
    known: impl Iterator<Item = &'a str>,
) -> InputErrors {
    let mut errors = InputErrors::default();
    let nearest = nearest(id, known);
    let advice = match nearest {
        Some(nearest) => message!("input-did-you-mean", word = nearest),
        None => message!("questions-look-up-id"),
    };
    errors.add(Code::UnknownReference, place, format!("`{id}`"), allowed, advice);
    errors
}
