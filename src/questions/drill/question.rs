//! A question about the withdrawals that a plan may suffer.

use std::collections::BTreeSet;
use std::path::Path;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::input::errors::{Code, InputErrors};
use crate::instance::SchoolId;
use crate::instance::document::InstanceDocument;
use crate::message;
use crate::plan::assignment::{Assignment, UsedCluster};
use crate::problem::Problem;
use crate::scenarios::SharedFiles;

/// What withdraws at a time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WithdrawalUnit {
    /// One school at a time.
    #[default]
    School,
    /// One board at a time, with all its schools.
    Board,
    /// One used cluster at a time, with all its schools.
    Cluster,
}

/// A question about the withdrawals that a plan may suffer.
pub struct DrillQuestion<'a> {
    /// The problem of the plan.
    pub problem: &'a Problem,
    /// The document of the instance, which withdrawals edit.
    pub document: &'a InstanceDocument,
    /// The files that the document refers to.
    pub files: &'a SharedFiles<'a>,
    /// The bytes of the plan file.
    pub plan: &'a [u8],
    /// The assignment of that plan; it keeps the rules.
    pub assignment: &'a Assignment,
    /// What withdraws at a time.
    pub by: WithdrawalUnit,
    /// Whether clusters may change; otherwise those of the plan stay, without the schools that withdraw.
    pub free: bool,
    /// Number of searches that run at the same time.
    pub jobs: usize,
}

/// A school, board or cluster that withdraws.
pub(super) struct Withdrawing {
    pub id: String,
    pub name: String,
    pub schools: BTreeSet<SchoolId>,
}

impl DrillQuestion<'_> {
    /// Everything that the plan uses and that may withdraw.
    pub(super) fn withdrawals(&self) -> Vec<Withdrawing> {
        let instance = &self.problem.instance;
        let clusters = &self.assignment.clusters;
        let in_clusters = clusters.iter().flat_map(|cluster| cluster.schools.iter().copied());
        let with_students = self.assignment.placements.iter().map(|placement| placement.school);
        let in_use: BTreeSet<SchoolId> = in_clusters.chain(with_students).collect();
        match self.by {
            WithdrawalUnit::School => {
                let of = |school: SchoolId| Withdrawing {
                    id: instance.schools[school].id.clone(),
                    name: instance.schools[school].name.clone(),
                    schools: BTreeSet::from([school]),
                };
                in_use.into_iter().map(of).collect()
            }
            WithdrawalUnit::Board => {
                let boards: BTreeSet<_> =
                    in_use.iter().map(|&school| instance.schools[school].board).collect();
                let of = |board| {
                    let own = instance.schools.iter().filter(|(_, school)| school.board == board);
                    Withdrawing {
                        id: instance.boards[board].id.clone(),
                        name: instance.boards[board].name.clone(),
                        schools: own.map(|(id, _)| id).collect(),
                    }
                };
                boards.into_iter().map(of).collect()
            }
            WithdrawalUnit::Cluster => {
                let ids = self.assignment.cluster_ids(instance);
                let of = |(cluster, id): (&UsedCluster, String)| Withdrawing {
                    name: cluster.name(instance, &id),
                    id,
                    schools: cluster.schools.iter().copied().collect(),
                };
                clusters.iter().zip(ids).map(of).collect()
            }
        }
    }
}

/// The document of an instance that is known to be valid, from the bytes of its file.
///
/// # Errors
/// Never, if the same bytes were read as an instance before.
pub fn document(bytes: &[u8], path: &Path) -> Result<InstanceDocument, InputErrors> {
    serde_json::from_slice(bytes).map_err(|error| {
        let mut errors = InputErrors::default();
        errors.add(
            Code::Unreadable,
            path.display().to_string(),
            error.to_string(),
            message!("questions-instance-allowed"),
            message!("questions-instance-help"),
        );
        errors
    })
}
