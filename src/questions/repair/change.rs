//! Changes to an instance that may give students a place.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::{Kilometres, Metres};
use crate::input::errors::InputErrors;
use crate::instance::{Instance, Owner, RepairPrices, SchoolId, Strength, StudentId};
use crate::problem::{Condition, Problem};
use crate::rules::TravelRule;

/// A kind of change to an instance.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// More places at a school.
    Place,
    /// More clusters of a board or network.
    Cluster,
    /// A student travels beyond the limit.
    Kilometre,
    /// A student misses a meeting that rule `meeting_day` makes hard.
    Meeting,
    /// A student's wish that must be met is not met.
    Wish,
}

impl ChangeKind {
    /// All kinds.
    pub const ALL: [Self; 5] =
        [Self::Place, Self::Cluster, Self::Kilometre, Self::Meeting, Self::Wish];
}

/// The school, owner or student that a change affects.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ChangeSubject {
    /// A school gets more places.
    Place(SchoolId),
    /// A board or network may use more clusters.
    Cluster(Owner),
    /// A student may travel beyond the limit.
    Kilometre(StudentId),
    /// A student may miss the meeting of the cluster.
    Meeting(StudentId),
    /// A student's wish becomes a preference.
    Wish(StudentId),
}

impl ChangeSubject {
    /// The kind of change.
    pub const fn kind(self) -> ChangeKind {
        match self {
            Self::Place(_) => ChangeKind::Place,
            Self::Cluster(_) => ChangeKind::Cluster,
            Self::Kilometre(_) => ChangeKind::Kilometre,
            Self::Meeting(_) => ChangeKind::Meeting,
            Self::Wish(_) => ChangeKind::Wish,
        }
    }

    /// The id of the school, owner or student in the instance.
    pub fn id(self, instance: &Instance) -> &str {
        match self {
            Self::Place(school) => &instance.schools[school].id,
            Self::Cluster(owner) => instance.owner_id(owner),
            Self::Kilometre(student) | Self::Meeting(student) | Self::Wish(student) => {
                &instance.students[student].id
            }
        }
    }
}

/// A change with its amount and price.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RepairChange {
    /// What it affects.
    pub subject: ChangeSubject,
    /// Additional places, clusters or kilometres; 1 for other kinds.
    pub amount: i64,
    /// The price of the change, in points (`repairs` in the instance).
    pub price: i64,
}

/// The price of one unit of a kind, in points.
pub fn unit_price(prices: &RepairPrices, kind: ChangeKind) -> i64 {
    match kind {
        ChangeKind::Place => prices.place.0,
        ChangeKind::Cluster => prices.cluster.0,
        ChangeKind::Kilometre => prices.kilometre.0,
        ChangeKind::Meeting => prices.meeting.0,
        ChangeKind::Wish => prices.wish.0,
    }
}

/// The problem with exactly these changes, under the condition that everyone is placed.
///
/// # Errors
/// If the changed instance has more cluster options than the engine accepts.
pub fn apply(problem: &Problem, changes: &[RepairChange]) -> Result<Problem, InputErrors> {
    let mut instance = problem.instance.clone();
    let mut rulebook = problem.rulebook.clone();
    let mut further = BTreeMap::new();
    let mut missing = BTreeSet::new();
    for change in changes {
        match change.subject {
            ChangeSubject::Place(school) => instance.schools[school].places += change.amount,
            ChangeSubject::Cluster(owner) => allow_clusters(&mut instance, owner, change.amount),
            ChangeSubject::Kilometre(student) => {
                further.insert(student, Metres(change.amount * 1000));
            }
            ChangeSubject::Meeting(student) => {
                missing.insert(student);
            }
            ChangeSubject::Wish(student) => make_preference(&mut instance, student),
        }
    }
    if let Some(travel) = rulebook.travel.as_mut().filter(|_| !further.is_empty()) {
        lengthen(travel, &mut instance, &further);
    }
    let mut conditions = problem.conditions.clone();
    if let Some(meeting_day) = rulebook.meeting_day.as_mut().filter(|_| !missing.is_empty()) {
        meeting_day.hard = false;
        conditions.push(Condition::Attends { but: missing });
    }
    conditions.extend(Condition::everyone(&instance));
    Ok(Problem::new(instance, rulebook)?.under(conditions))
}

/// Raises the limit on the clusters of a board, or of the boards of a network together.
pub fn allow_clusters(instance: &mut Instance, owner: Owner, more: i64) {
    let board = match owner {
        Owner::Board(board) => Some(board),
        Owner::Network(network) => {
            let boards = instance.networks[network].boards.iter().copied();
            boards.into_iter().find(|&board| instance.boards[board].takes_part())
        }
    };
    if let Some(board) = board {
        instance.boards[board].max_clusters += more;
    }
}

/// Turns a wish for a denomination that must be met into a preference.
pub fn make_preference(instance: &mut Instance, student: StudentId) {
    if let Some(wish) = &mut instance.students[student].denomination {
        wish.strength = Strength::Prefer;
    }
}

/// Raises the limit on journeys for some students. All students get a limit of their own, so that raising
/// the limit of the rule to the longest of them changes nobody else's.
pub fn lengthen(
    travel: &mut TravelRule,
    instance: &mut Instance,
    further: &BTreeMap<StudentId, Metres>,
) {
    let old: Vec<Metres> =
        instance.students.values().map(|student| travel.limit(student)).collect();
    let new = instance.students.ids().zip(old).map(|(student, limit)| {
        let more = further.get(&student).copied().unwrap_or_default();
        (student, Metres(limit.0 + more.0))
    });
    let new: Vec<(StudentId, Metres)> = new.collect();
    let longest = new.iter().map(|(_, limit)| limit.0).max().unwrap_or(0);
    for (student, limit) in new {
        instance.students[student].limit = Some(limit);
    }
    if let Some(limit) = Kilometres::from_number(longest as f64 / 1000.0) {
        travel.limit_km = limit;
    }
}
