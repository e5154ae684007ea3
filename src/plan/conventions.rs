//! Settings that concern more than one rule, so that no rule file needs another.

use crate::instance::{Day, SchoolId, Student};

/// Settings that concern more than one rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Conventions {
    /// The meeting day of clusters that name none.
    pub default_day: Day,
    /// The least number of members of a new cluster; 0 for no minimum.
    pub smallest_cluster: i64,
    /// Whether a student's `fixed` school wins over what other rules refuse.
    pub locks: bool,
}

impl Conventions {
    /// Whether this student is fixed at this school, whatever other rules refuse.
    pub fn locked(&self, student: &Student, school: SchoolId) -> bool {
        self.locks && student.fixed == Some(school)
    }
}
