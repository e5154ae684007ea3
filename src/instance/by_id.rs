//! The things of an instance by their ids, for reading files that name them.

use std::collections::BTreeMap;

use super::{BoardId, ClusterId, Instance, SchoolId, StudentId};

impl Instance {
    /// The boards by id.
    pub fn boards_by_id(&self) -> BTreeMap<&str, BoardId> {
        self.boards.iter().map(|(id, board)| (board.id.as_str(), id)).collect()
    }

    /// The schools by id.
    pub fn schools_by_id(&self) -> BTreeMap<&str, SchoolId> {
        self.schools.iter().map(|(id, school)| (school.id.as_str(), id)).collect()
    }

    /// The existing clusters by id.
    pub fn clusters_by_id(&self) -> BTreeMap<&str, ClusterId> {
        self.clusters.iter().map(|(id, cluster)| (cluster.id.as_str(), id)).collect()
    }

    /// The student entries by id.
    pub fn students_by_id(&self) -> BTreeMap<&str, StudentId> {
        self.students.iter().map(|(id, student)| (student.id.as_str(), id)).collect()
    }
}
