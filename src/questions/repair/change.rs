//! Changes to an instance that may give someone a place.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::base::{Kilometres, Metres};
use crate::input::errors::InputErrors;
use crate::instance::{Instance, Owner, RepairPrices, SchoolId, Strength, StudentId};
use crate::problem::{Condition, Problem};
use crate::rules::TravelRule;

/// Kinds of changes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
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

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 5] =
        [Self::Place, Self::Cluster, Self::Kilometre, Self::Meeting, Self::Wish];
}

/// What a change is made to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Subject {
    /// A school gets more places.
    Place(SchoolId),
    /// A board or network may use more clusters.
    Cluster(Owner),
    /// A student may travel further.
    Kilometre(StudentId),
    /// A student may miss the meeting.
    Meeting(StudentId),
    /// A student's wish becomes a preference.
    Wish(StudentId),
}

impl Subject {
    /// Its kind.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Place(_) => Kind::Place,
            Self::Cluster(_) => Kind::Cluster,
            Self::Kilometre(_) => Kind::Kilometre,
            Self::Meeting(_) => Kind::Meeting,
            Self::Wish(_) => Kind::Wish,
        }
    }

    /// The id of what is changed, as written.
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

/// A change: so much of something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
    /// To what.
    pub subject: Subject,
    /// Places or clusters more; for a student the kilometres further; else 1.
    pub amount: i64,
    /// What it is worth, in points.
    pub price: i64,
}

/// What one unit of a kind is worth.
pub fn worth(prices: &RepairPrices, kind: Kind) -> i64 {
    match kind {
        Kind::Place => prices.place.0,
        Kind::Cluster => prices.cluster.0,
        Kind::Kilometre => prices.kilometre.0,
        Kind::Meeting => prices.meeting.0,
        Kind::Wish => prices.wish.0,
    }
}

/// The problem with exactly these changes, in which everyone is placed.
///
/// # Errors
/// Where the changed instance is larger than the engine takes.
pub fn apply(problem: &Problem, changes: &[Change]) -> Result<Problem, InputErrors> {
    let mut instance = problem.instance.clone();
    let mut rulebook = problem.rulebook.clone();
    let mut further = BTreeMap::new();
    let mut missing = BTreeSet::new();
    for change in changes {
        match change.subject {
            Subject::Place(school) => instance.schools[school].places += change.amount,
            Subject::Cluster(owner) => allow_clusters(&mut instance, owner, change.amount),
            Subject::Kilometre(student) => {
                further.insert(student, Metres(change.amount * 1000));
            }
            Subject::Meeting(student) => {
                missing.insert(student);
            }
            Subject::Wish(student) => make_preference(&mut instance, student),
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
    conditions.extend(everyone(&instance));
    Ok(Problem::new(instance, rulebook)?.under(conditions))
}

/// Everyone is placed.
pub fn everyone(instance: &Instance) -> impl Iterator<Item = Condition> + '_ {
    let students = instance.students.iter();
    students.map(|(student, facts)| Condition::Placed { student, at: None, least: facts.count })
}

/// Lets a board, or the boards of a network together, use more clusters.
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

/// Makes a wish that must be met one that had better be.
pub fn make_preference(instance: &mut Instance, student: StudentId) {
    if let Some(wish) = &mut instance.students[student].denomination {
        wish.strength = Strength::Prefer;
    }
}

/// Raises the limit on journeys for some students; it stays what it was for all others.
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
