//! The facts of an instance, validated and with all defaults filled in.
//!
//! Boards, schools, clusters and students are in the order of their ids, so that nothing depends on the order
//! of rows in a file.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::earlier::{Earlier, PreviousHome};
use super::finance::{Finance, GrantCount};
use super::goal::Goal;
use super::journeys::Journeys;
use super::repairs::RepairPrices;
use super::student_pairs::StudentPair;
use super::vocabulary::{Day, Programme, Standing, Strength, Year};
use crate::base::{Coordinates, IdVec, Metres, Points};
use crate::id_types;

id_types! {
    /// A school board.
    pub BoardId;
    /// A network of boards that form clusters together.
    pub NetworkId;
    /// A school.
    pub SchoolId;
    /// An existing cluster.
    pub ClusterId;
    /// A student entry: one student, or a cohort of like students.
    pub StudentId;
    /// A denomination, or an education concept: a word shared by schools and wishes.
    pub TermId;
}

/// The placement problem of one school year, without its rules.
#[derive(Clone, Debug)]
pub struct Instance {
    /// The name of the instance.
    pub name: String,
    /// The school year, if given.
    pub school_year: Option<String>,
    /// The study years that form the learning community.
    pub community_years: BTreeSet<Year>,
    /// The boards.
    pub boards: IdVec<BoardId, Board>,
    /// The networks.
    pub networks: IdVec<NetworkId, Network>,
    /// The schools.
    pub schools: IdVec<SchoolId, School>,
    /// The existing clusters, including those that take no part.
    pub clusters: IdVec<ClusterId, ExistingCluster>,
    /// The students.
    pub students: IdVec<StudentId, Student>,
    /// Pairs of students who are to be together or apart, each once, in the order of kind and students.
    pub pairs: Vec<StudentPair>,
    /// Denominations and concepts, as written.
    pub terms: IdVec<TermId, String>,
    /// The distances of journeys.
    pub journeys: Journeys,
    /// The goal levels, most important first. Levels after `total` have no effect.
    pub goals: Vec<Goal>,
    /// Prices and the grant, if money is counted.
    pub finance: Option<Finance>,
    /// The price of each kind of change in `repair`, which asks what would give every student a place.
    pub repairs: RepairPrices,
    /// The previous plan with which plans are compared, if there is one. It comes from a file of its own and
    /// is no part of the canonical form.
    pub previous_plan: Option<Earlier>,
    /// Ids that no new cluster may have besides those of this instance: of clusters of other years.
    pub reserved_ids: BTreeSet<String>,
}

/// A school board.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Board {
    /// The id as written.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The role in the partnership.
    pub standing: Standing,
    /// The most clusters it may have.
    pub max_clusters: i64,
    /// The network in which it forms clusters.
    pub network: Option<NetworkId>,
    /// The fewest students at its schools.
    pub min_students: Option<i64>,
    /// The most students at its schools.
    pub max_students: Option<i64>,
}

impl Board {
    /// Whether schools of this board may be in clusters.
    pub fn takes_part(&self) -> bool {
        self.standing.takes_part()
    }
}

/// Boards that form clusters together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Network {
    /// The id as written.
    pub id: String,
    /// Its boards.
    pub boards: Vec<BoardId>,
}

/// The owner of clusters, for which they are counted: a board, or the network to which it belongs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Owner {
    /// A board in no network.
    Board(BoardId),
    /// A network.
    Network(NetworkId),
}

/// A school.
#[derive(Clone, PartialEq, Debug)]
pub struct School {
    /// The id as written.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its board.
    pub board: BoardId,
    /// The location, if known.
    pub at: Option<Coordinates>,
    /// The town, if known; no rule uses it.
    pub town: Option<String>,
    /// The denominations, sorted.
    pub denominations: Vec<TermId>,
    /// The education concepts, sorted.
    pub concepts: Vec<TermId>,
    /// The capacity in students.
    pub places: i64,
    /// The least number of students if there are any; `None` for the default of rule `school_minimum`.
    pub min_students: Option<i64>,
    /// Tighter limits for some programmes and years.
    pub places_for: Vec<PlacesFor>,
    /// The programmes admitted; `None` for all.
    pub programmes: Option<Vec<Programme>>,
    /// The years admitted; `None` for all.
    pub years: Option<Vec<Year>>,
    /// Whether it is an integral child centre.
    pub ikc: bool,
    /// The existing cluster that contains it and takes part.
    pub cluster: Option<ClusterId>,
}

/// A limit on the students of some programmes and years at a school.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlacesFor {
    /// The programmes counted; `None` is all.
    pub programmes: Option<Vec<Programme>>,
    /// The years counted; `None` is all.
    pub years: Option<Vec<Year>>,
    /// The most students.
    pub places: i64,
}

impl PlacesFor {
    /// Whether a student counts towards this limit.
    pub fn counts(&self, student: &Student) -> bool {
        self.programmes.as_ref().is_none_or(|programmes| programmes.contains(&student.programme))
            && self.years.as_ref().is_none_or(|years| years.contains(&student.year))
    }
}

/// An existing training cluster.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExistingCluster {
    /// The location in its file for errors, such as `clusters[3]`.
    pub location: String,
    /// The id as written.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The board responsible for it.
    pub board: BoardId,
    /// The schools, sorted.
    pub schools: Vec<SchoolId>,
    /// Whether it must be used.
    pub keep: bool,
    /// The possible meeting days, sorted; `None` for the default day.
    pub meeting_days: Option<Vec<Day>>,
    /// The least number of members; `None` for that of rule `cluster_size`.
    pub min: Option<i64>,
    /// The target number of members; `None` for that of rule `cluster_size`.
    pub target: Option<i64>,
    /// The greatest number of members; `None` for that of rule `cluster_size`.
    pub max: Option<i64>,
    /// The points charged for using it.
    pub opening: Points,
    /// Whether its own board and the boards of all its schools take part.
    pub takes_part: bool,
}

/// A student entry: one student, or a cohort of students who are alike.
#[derive(Clone, PartialEq, Debug)]
pub struct Student {
    /// The location in its file for errors, such as `students[12]`.
    pub location: String,
    /// The id as written.
    pub id: String,
    /// The number of students, 1 or the size of a cohort.
    pub count: i64,
    /// The programme.
    pub programme: Programme,
    /// The study year.
    pub year: Year,
    /// The home, if known.
    pub at: Option<Coordinates>,
    /// The four digits of the postcode of the home, if given; no rule uses them.
    pub postcode: Option<String>,
    /// The days on which the student is free.
    pub days: BTreeSet<Day>,
    /// The number of days a week that the class needs.
    pub class_days: i64,
    /// Whether the student is a member of learning communities; `None` if that depends on the year.
    pub community: Option<bool>,
    /// The wish for a denomination.
    pub denomination: Option<DenominationWish>,
    /// The wished concepts, any of which meets the wish; empty for no wish.
    pub concepts: Vec<TermId>,
    /// The wishes, best first; empty for no wish.
    pub wishes: Vec<Named>,
    /// Schools, clusters and boards at which the student is never placed.
    pub not: Vec<Named>,
    /// The only schools, clusters and boards at which the student may be placed; `None` for all.
    pub only: Option<Vec<Named>>,
    /// The schools at which the student was in earlier years.
    pub earlier_schools: Vec<SchoolId>,
    /// The school at which the planner fixes the student.
    pub fixed: Option<SchoolId>,
    /// The limit on the journey of this student; `None` for that of rule `travel`.
    pub limit: Option<Metres>,
    /// The points for leaving the student out; `None` for those of rule `placement`.
    pub unplaced: Option<Points>,
    /// The detour factor of this student; `None` for that of the instance.
    pub detour: Option<f64>,
    /// Why the student is fixed, or may be placed in some places only, for planners only. No plan depends on it.
    pub because: Option<String>,
}

/// A wish for a denomination.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DenominationWish {
    /// The wished denominations, sorted, any of which meets the wish.
    pub terms: Vec<TermId>,
    /// The strength of the wish.
    pub strength: Strength,
}

/// What a wish or an exclusion names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Named {
    /// A school.
    School(SchoolId),
    /// An existing cluster.
    Cluster(ClusterId),
    /// A board.
    Board(BoardId),
}

impl Instance {
    /// The board of a school.
    pub fn board_of(&self, school: SchoolId) -> &Board {
        &self.boards[self.schools[school].board]
    }

    /// Whether a school is in the shell.
    pub fn in_shell(&self, school: SchoolId) -> bool {
        self.board_of(school).standing == Standing::Shell
    }

    /// The owner of the clusters of a board.
    pub fn owner(&self, board: BoardId) -> Owner {
        self.boards[board].network.map_or(Owner::Board(board), Owner::Network)
    }

    /// The id, as written, of an owner.
    pub fn owner_id(&self, owner: Owner) -> &str {
        match owner {
            Owner::Board(board) => &self.boards[board].id,
            Owner::Network(network) => &self.networks[network].id,
        }
    }

    /// The name of a board, or the id of a network.
    pub fn owner_name(&self, owner: Owner) -> &str {
        match owner {
            Owner::Board(board) => &self.boards[board].name,
            Owner::Network(_) => self.owner_id(owner),
        }
    }

    /// The boards and networks that take part, in the order of their ids, boards first.
    pub fn owners_taking_part(&self) -> BTreeSet<Owner> {
        let taking_part = self.boards.iter().filter(|(_, board)| board.takes_part());
        taking_part.map(|(id, _)| self.owner(id)).collect()
    }

    /// Whether a student, once placed in a cluster, is a member of its learning community.
    pub fn in_community(&self, student: StudentId) -> bool {
        let facts = &self.students[student];
        facts.community.unwrap_or_else(|| self.community_years.contains(&facts.year))
    }

    /// The factor on the great-circle distances of a student.
    pub fn detour(&self, student: StudentId) -> f64 {
        self.students[student].detour.unwrap_or(self.journeys.detour)
    }

    /// The journey of a student to a school, if known.
    pub fn journey(&self, student: StudentId, school: SchoolId) -> Option<Metres> {
        self.journeys.known(student, school).or_else(|| {
            let (from, to) = (self.students[student].at?, self.schools[school].at?);
            Some(from.journey(to, self.detour(student)))
        })
    }

    /// Whether no journey of a student is known: nobody knows the home.
    pub fn knows_no_journey_of(&self, student: StudentId) -> bool {
        self.schools.ids().all(|at| self.journey(student, at).is_none())
    }

    /// Whether a journey is 0 m only because home and school have the point of one postcode.
    pub fn within_postcode(&self, student: StudentId, school: SchoolId) -> bool {
        let (home, there) = (&self.students[student], self.schools[school].at);
        let shared = home.postcode.is_some() && home.at.is_some() && home.at == there;
        shared && self.journeys.known(student, school).is_none()
    }

    /// The journey between two schools, the same in both directions, if known.
    pub fn between(&self, one: SchoolId, other: SchoolId) -> Option<Metres> {
        self.journeys.known_between(one, other).or_else(|| {
            Some(self.schools[one].at?.journey(self.schools[other].at?, self.journeys.detour))
        })
    }

    /// The longest journey between two of some schools; `None` if one is unknown.
    pub fn longest_between(&self, schools: &[SchoolId]) -> Option<Metres> {
        let pairs = schools.iter().enumerate().flat_map(|(position, &one)| {
            schools[position + 1..].iter().map(move |&other| (one, other))
        });
        pairs
            .map(|(one, other)| self.between(one, other))
            .try_fold(Metres::ZERO, |longest, journey| Some(longest.max(journey?)))
    }

    /// Whether a school is the named one, or in the named cluster, or of the named board.
    pub fn is_at(&self, school: SchoolId, named: Named) -> bool {
        match named {
            Named::School(named) => named == school,
            Named::Cluster(cluster) => self.schools[school].cluster == Some(cluster),
            Named::Board(board) => self.schools[school].board == board,
        }
    }

    /// Where all students of an entry were in the earlier plan, where each who is not there any more is
    /// a change, and no one else.
    pub fn home(&self, student: StudentId) -> Option<PreviousHome> {
        let before = &self.previous_plan.as_ref()?.students[student];
        before.home(self.students[student].count)
    }

    /// The students whom the grant counts, if money is counted.
    pub fn grant_count(&self) -> Option<GrantCount> {
        let previous = self.previous_plan.as_ref().and_then(|earlier| earlier.core_students);
        Some(self.finance.as_ref()?.grant.count(previous))
    }

    /// All ids: of boards, networks, schools, clusters and students, and those that are reserved.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let boards = self.boards.values().map(|board| board.id.as_str());
        let networks = self.networks.values().map(|network| network.id.as_str());
        let schools = self.schools.values().map(|school| school.id.as_str());
        let clusters = self.clusters.values().map(|cluster| cluster.id.as_str());
        let students = self.students.values().map(|student| student.id.as_str());
        let reserved = self.reserved_ids.iter().map(String::as_str);
        boards.chain(networks).chain(schools).chain(clusters).chain(students).chain(reserved)
    }

    /// How many students there are, cohorts counted in full.
    pub fn student_count(&self) -> i64 {
        self.students.values().map(|student| student.count).sum()
    }
}
