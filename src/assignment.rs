//! A plan in typed identities: which clusters are used and who goes where.

use crate::instance::{ClusterId, Day, Owner, SchoolId, StudentId};

/// What a cluster comes from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Origin {
    /// An existing cluster.
    Existing(ClusterId),
    /// Newly formed, by a board or a network.
    New(Owner),
}

/// A cluster that a plan uses.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UsedCluster {
    /// What it comes from.
    pub origin: Origin,
    /// Its schools, in order.
    pub schools: Vec<SchoolId>,
    /// The day on which its learning community meets.
    pub meeting_day: Day,
}

impl UsedCluster {
    /// Whether it is a new cluster.
    pub fn is_new(&self) -> bool {
        matches!(self.origin, Origin::New(_))
    }
}

/// Some like students at a school.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Placement {
    /// Who.
    pub student: StudentId,
    /// Where.
    pub school: SchoolId,
    /// How many of the cohort, at least 1.
    pub count: i64,
}

/// Who goes where, in which clusters; whoever is not mentioned is left out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Assignment {
    /// The clusters used.
    pub clusters: Vec<UsedCluster>,
    /// The placements, by student, then school.
    pub placements: Vec<Placement>,
}
