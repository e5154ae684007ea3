//! What comes of it when a school, a board or a cluster withdraws.
//!
//! A withdrawal is the change `close_schools` of a scenario. The clusters of the plan stay as they are,
//! less what withdraws, unless all may change; rule `continuity` keeps whoever can stay where they are.

mod answer;
mod moves;
mod table;
mod withdrawal;

use std::collections::BTreeSet;

use serde::Serialize;

pub use answer::{Drill, Outcome, Reached, Withdrawal};
pub use moves::{Count, Moves};
pub use table::drill_csv;

use super::side_by_side::side_by_side;
use super::sites::goal_is_total;
use super::{Figures, Watch};
use crate::input::errors::InputErrors;
use crate::instance::SchoolId;
use crate::instance::document::InstanceDocument;
use crate::plan::InstanceReference;
use crate::plan::assignment::Assignment;
use crate::problem::Problem;
use crate::scenarios::SharedFiles;
use crate::solve::{PlaceError, Search};

/// What withdraws.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// One school at a time.
    #[default]
    School,
    /// One board at a time, with all its schools.
    Board,
    /// One used cluster at a time, with all its schools.
    Cluster,
}

/// What is asked, and of what.
pub struct Question<'a> {
    /// The instance as it was read.
    pub problem: &'a Problem,
    /// Its document.
    pub document: &'a InstanceDocument,
    /// The files beside it.
    pub files: &'a SharedFiles<'a>,
    /// The plan as its file says it.
    pub plan: &'a [u8],
    /// The same plan as it was understood; it keeps the rules.
    pub assignment: &'a Assignment,
    /// What withdraws.
    pub by: By,
    /// Whether clusters may change; else those of the plan stay, less what withdraws.
    pub free: bool,
    /// How many searches go on at the same time.
    pub jobs: usize,
}

/// Something that may withdraw.
struct Subject {
    id: String,
    name: String,
    schools: BTreeSet<SchoolId>,
}

/// Answers the question. What the time did not suffice for says so.
///
/// # Errors
/// Where the sum of all points is not the only goal, or an engine or check is at fault.
pub fn drill(question: &Question, search: &Search, watch: &Watch) -> Result<Drill, PlaceError> {
    goal_is_total(question.problem)?;
    let subjects = subjects(question);
    let ended = side_by_side("withdrawals", &subjects, question.jobs, watch, |subject| {
        withdrawal::withdraw(question, search, &search.budget, subject)
    });
    let mut withdrawals = ended.into_iter().collect::<Result<Vec<Withdrawal>, PlaceError>>()?;
    withdrawals.sort_by_cached_key(Withdrawal::weakness);
    let problem = question.problem;
    let tally = problem.tally(question.assignment);
    Ok(Drill {
        format: Drill::FORMAT,
        instance: InstanceReference {
            name: problem.instance.name.clone(),
            sha256: problem.sha256(),
        },
        by: question.by,
        free: question.free,
        score: problem.assess(&tally).total().0,
        keeps_students: problem.rulebook.continuity.is_some(),
        figures: Figures::of(problem, question.assignment),
        withdrawals,
    })
}

/// What may withdraw: all that the plan uses.
fn subjects(question: &Question) -> Vec<Subject> {
    let instance = &question.problem.instance;
    let clusters = &question.assignment.clusters;
    let in_clusters = clusters.iter().flat_map(|cluster| cluster.schools.iter().copied());
    let with_students = question.assignment.placements.iter().map(|placement| placement.school);
    let in_use: BTreeSet<SchoolId> = in_clusters.chain(with_students).collect();
    match question.by {
        By::School => {
            let of = |school: SchoolId| Subject {
                id: instance.schools[school].id.clone(),
                name: instance.schools[school].name.clone(),
                schools: BTreeSet::from([school]),
            };
            in_use.into_iter().map(of).collect()
        }
        By::Board => {
            let boards: BTreeSet<_> =
                in_use.iter().map(|&school| instance.schools[school].board).collect();
            let of = |board| {
                let own = instance.schools.iter().filter(|(_, school)| school.board == board);
                Subject {
                    id: instance.boards[board].id.clone(),
                    name: instance.boards[board].name.clone(),
                    schools: own.map(|(id, _)| id).collect(),
                }
            };
            boards.into_iter().map(of).collect()
        }
        By::Cluster => {
            let ids = question.assignment.cluster_ids(instance);
            let of = |(cluster, id): (&crate::plan::assignment::UsedCluster, String)| {
                let known = instance.clusters.values().find(|known| known.id == id);
                Subject {
                    name: known.map_or_else(|| id.clone(), |known| known.name.clone()),
                    id,
                    schools: cluster.schools.iter().copied().collect(),
                }
            };
            clusters.iter().zip(ids).map(of).collect()
        }
    }
}

/// The document of an instance that has been read.
///
/// # Errors
/// Never, where the same bytes were read as an instance.
pub fn document(bytes: &[u8]) -> Result<InstanceDocument, InputErrors> {
    serde_json::from_slice(bytes).map_err(|error| {
        let mut errors = InputErrors::default();
        let code = crate::input::errors::Code::Unreadable;
        errors.add(code, "the instance", error.to_string(), "an instance", "validate it");
        errors
    })
}
