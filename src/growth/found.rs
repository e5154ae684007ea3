//! A path that was found.

use crate::instance::document::InstanceDocument;
use crate::plan::Plan;

/// A path that was found.
#[derive(Clone, Debug)]
pub struct FoundPath {
    /// The plan of each year.
    pub years: Vec<FoundYear>,
    /// When each board enters; `None` where it does not.
    pub entries: Vec<Option<usize>>,
    /// What it costs, in points.
    pub value: i64,
}

/// One year of a path that was found.
#[derive(Clone, Debug)]
pub struct FoundYear {
    /// The instance of the year.
    pub document: InstanceDocument,
    /// Its plan.
    pub plan: Plan,
    /// The plan's bytes as a file.
    pub text: String,
    /// All students.
    pub students: i64,
    /// Those in clusters.
    pub in_clusters: i64,
}
