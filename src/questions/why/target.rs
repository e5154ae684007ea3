//! What a question about "why not there?" names: a school, a cluster or a board.

use std::collections::BTreeSet;

use crate::input::errors::{Code, InputErrors, nearest};
use crate::instance::{Instance, SchoolId, StudentId};
use crate::plan::assignment::Assignment;

/// The schools that a question is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    /// What was named.
    pub id: String,
    /// The schools that it is, or that lie in or under it.
    pub schools: BTreeSet<SchoolId>,
}

impl Target {
    /// The school, existing cluster, new cluster of the plan, or board of an id.
    ///
    /// # Errors
    /// Where there is none, with the nearest id that there is.
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
            return Err(unknown("--at", id, "a school, cluster or board", known(instance, &ids)));
        }
        Ok(Self { id: id.to_owned(), schools })
    }
}

/// The student of an id.
///
/// # Errors
/// Where there is none, with the nearest id that there is.
pub fn student(instance: &Instance, id: &str) -> Result<StudentId, InputErrors> {
    let found = instance.students.iter().find(|(_, student)| student.id == id);
    let known = instance.students.values().map(|student| student.id.as_str());
    found.map(|(student, _)| student).ok_or_else(|| unknown("STUDENT", id, "a student", known))
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
    what: &str,
    known: impl Iterator<Item = &'a str>,
) -> InputErrors {
    let mut errors = InputErrors::default();
    let nearest = nearest(id, known);
    let advice = match nearest {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => "look the id up in the instance".to_owned(),
    };
    errors.add(
        Code::UnknownReference,
        place,
        format!("`{id}`"),
        format!("the id of {what}"),
        advice,
    );
    errors
}
