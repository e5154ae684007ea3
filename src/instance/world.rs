//! The facts, validated and with all defaults filled in. Boards, schools,
//! clusters and students stand in the order of their ids, so that nothing
//! depends on the order of rows in a file.

use std::collections::BTreeSet;

use super::earlier::{Earlier, PreviousHome};
use super::goal::Goal;
use super::journeys::Journeys;
use super::repairs::RepairPrices;
use super::vocabulary::{Day, Programme, Standing, Strength, Year};
use crate::base::{Coordinates, Euros, IdVec, Metres, Points};
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

/// One year's placement problem, without its rules.
#[derive(Clone, Debug)]
pub struct Instance {
    /// What it is called.
    pub name: String,
    /// The school year, where given.
    pub school_year: Option<String>,
    /// The study years that form the learning community.
    pub community_years: BTreeSet<Year>,
    /// The boards.
    pub boards: IdVec<BoardId, Board>,
    /// The networks.
    pub networks: IdVec<NetworkId, Network>,
    /// The schools.
    pub schools: IdVec<SchoolId, School>,
    /// The existing clusters, those that take no part included.
    pub clusters: IdVec<ClusterId, ExistingCluster>,
    /// The students.
    pub students: IdVec<StudentId, Student>,
    /// Denominations and concepts, as written.
    pub terms: IdVec<TermId, String>,
    /// How far everything lies apart.
    pub journeys: Journeys,
    /// The goal levels; `total` is the last or comes before what it makes idle.
    pub goals: Vec<Goal>,
    /// Prices in euros, where money is counted.
    pub finance: Option<Finance>,
    /// What changes are worth to the question which would give everyone a place.
    pub repairs: RepairPrices,
    /// The earlier plan that a plan is compared with, where there is one. It stands beside the
    /// instance: its canonical form does not tell it.
    pub previous: Option<Earlier>,
}

/// A school board.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Board {
    /// Its id as written.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What part it takes.
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
    /// Whether its schools may stand in clusters.
    pub fn takes_part(&self) -> bool {
        matches!(self.standing, Standing::Partner | Standing::Aspirant)
    }
}

/// Boards that form clusters together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Network {
    /// Its id as written.
    pub id: String,
    /// Its boards.
    pub boards: Vec<BoardId>,
}

/// Who forms clusters and answers for their number: a board, or the network it stands in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Owner {
    /// A board in no network.
    Board(BoardId),
    /// A network.
    Network(NetworkId),
}

/// A school.
#[derive(Clone, PartialEq, Debug)]
pub struct School {
    /// Its id as written.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its board.
    pub board: BoardId,
    /// Where it is, where known.
    pub at: Option<Coordinates>,
    /// The town it stands in, where known; no rule looks at it.
    pub town: Option<String>,
    /// Its denominations, in order.
    pub denominations: Vec<TermId>,
    /// Its concepts, in order.
    pub concepts: Vec<TermId>,
    /// The most students it takes.
    pub places: i64,
    /// The fewest students it takes when it takes any, where it says so itself.
    pub min_students: Option<i64>,
    /// Tighter limits for some programmes and years.
    pub places_for: Vec<PlacesFor>,
    /// The only programmes it takes, where it limits them.
    pub programmes: Option<Vec<Programme>>,
    /// The only years it takes, where it limits them.
    pub years: Option<Vec<Year>>,
    /// Whether it is an integral child centre.
    pub ikc: bool,
    /// The existing cluster that contains it and takes part.
    pub cluster: Option<ClusterId>,
}

/// At most so many students of some programmes and years.
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
    /// Where it stands in its file, such as `clusters[3]`, for errors.
    pub place: String,
    /// Its id as written.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The board that answers for it.
    pub board: BoardId,
    /// Its schools, in order.
    pub schools: Vec<SchoolId>,
    /// Whether it must be used.
    pub keep: bool,
    /// Its own meeting days, in order; `None` is the default day.
    pub meeting_days: Option<Vec<Day>>,
    /// Its own fewest members.
    pub min: Option<i64>,
    /// Its own target of members.
    pub target: Option<i64>,
    /// Its own most members.
    pub max: Option<i64>,
    /// What using it costs.
    pub opening: Points,
    /// Whether its own board and the boards of all its schools take part.
    pub takes_part: bool,
}

/// A student, or a cohort of like students.
#[derive(Clone, PartialEq, Debug)]
pub struct Student {
    /// Where it stands in its file, such as `students[12]`, for errors.
    pub place: String,
    /// The id as written.
    pub id: String,
    /// How many like students.
    pub count: i64,
    /// The programme.
    pub programme: Programme,
    /// The study year.
    pub year: Year,
    /// Where the student lives, where known.
    pub at: Option<Coordinates>,
    /// The four digits of the postcode where the student lives, where given; no rule looks at them.
    pub postcode: Option<String>,
    /// The days on which the student is free.
    pub days: BTreeSet<Day>,
    /// Days a week that the class needs.
    pub class_days: i64,
    /// The wish for a denomination.
    pub denomination: Option<DenominationWish>,
    /// The concepts wished, any of which will do; empty is no wish.
    pub concepts: Vec<TermId>,
    /// Wishes, best first; empty is no wish.
    pub wishes: Vec<Named>,
    /// Where the student is never placed.
    pub not: Vec<Named>,
    /// The only places for the student, where limited.
    pub only: Option<Vec<Named>>,
    /// Schools where the student has been.
    pub previous: Vec<SchoolId>,
    /// Where the planner wants the student.
    pub fixed: Option<SchoolId>,
    /// The student's own limit on the journey.
    pub limit: Option<Metres>,
    /// What leaving the student out costs, where the student has a price of their own.
    pub unplaced: Option<Points>,
    /// The student's own detour factor.
    pub detour: Option<f64>,
}

/// A wish for a denomination.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DenominationWish {
    /// The denominations wished, in order, any of which will do.
    pub terms: Vec<TermId>,
    /// How strong it is.
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

/// Prices in euros.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Finance {
    /// Grant per student placed in a cluster.
    pub grant_per_student: Euros,
    /// Cost of a used cluster.
    pub cluster: Euros,
    /// Cost of a student placed in a cluster.
    pub student: Euros,
    /// Cost of a student placed in the shell.
    pub shell_student: Euros,
}

impl Instance {
    /// The board of a school.
    pub fn board_of(&self, school: SchoolId) -> &Board {
        &self.boards[self.schools[school].board]
    }

    /// Whether a school stands in the shell.
    pub fn in_shell(&self, school: SchoolId) -> bool {
        self.board_of(school).standing == Standing::Shell
    }

    /// Who forms and counts the clusters of a board.
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

    /// Whether a student, once placed in a cluster, is a member of its learning community.
    pub fn in_community(&self, student: StudentId) -> bool {
        self.community_years.contains(&self.students[student].year)
    }

    /// The factor on the great-circle distances of a student.
    pub fn detour(&self, student: StudentId) -> f64 {
        self.students[student].detour.unwrap_or(self.journeys.detour)
    }

    /// The journey of a student to a school, where known.
    pub fn journey(&self, student: StudentId, school: SchoolId) -> Option<Metres> {
        self.journeys.known(student, school).or_else(|| {
            let (from, to) = (self.students[student].at?, self.schools[school].at?);
            Some(from.journey(to, self.detour(student)))
        })
    }

    /// The journey between two schools, the same in both directions, where known.
    pub fn between(&self, one: SchoolId, other: SchoolId) -> Option<Metres> {
        self.journeys.known_between(one, other).or_else(|| {
            Some(self.schools[one].at?.journey(self.schools[other].at?, self.journeys.detour))
        })
    }

    /// The longest journey between two of some schools; `None` where one is unknown.
    pub fn longest_between(&self, schools: &[SchoolId]) -> Option<Metres> {
        let pairs = schools.iter().enumerate().flat_map(|(position, &one)| {
            schools[position + 1..].iter().map(move |&other| (one, other))
        });
        pairs
            .map(|(one, other)| self.between(one, other))
            .try_fold(Metres::ZERO, |longest, journey| Some(longest.max(journey?)))
    }

    /// Whether a school is, or lies in or under, what is named.
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
        let before = &self.previous.as_ref()?.students[student];
        before.home(self.students[student].count)
    }

    /// All ids: of boards, networks, schools, clusters and students.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let boards = self.boards.values().map(|board| board.id.as_str());
        let networks = self.networks.values().map(|network| network.id.as_str());
        let schools = self.schools.values().map(|school| school.id.as_str());
        let clusters = self.clusters.values().map(|cluster| cluster.id.as_str());
        let students = self.students.values().map(|student| student.id.as_str());
        boards.chain(networks).chain(schools).chain(clusters).chain(students)
    }

    /// How many students there are, cohorts counted in full.
    pub fn student_count(&self) -> i64 {
        self.students.values().map(|student| student.count).sum()
    }
}
