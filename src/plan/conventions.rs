//! What the rules must know of each other, so that no rule file needs another.

use crate::instance::{Day, SchoolId, Student};

/// A few settings that concern more than one rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Conventions {
    /// The meeting day of clusters that name none.
    pub default_day: Day,
    /// The fewest members of a new cluster; 0 where there is no minimum.
    pub smallest_cluster: i64,
    /// Whether a student's `fixed` school wins over what other rules refuse.
    pub locks: bool,
}

impl Conventions {
    /// Whether the planner's word puts this student at this school.
    pub fn locked(&self, student: &Student, school: SchoolId) -> bool {
        self.locks && student.fixed == Some(school)
    }
}
