//! A region before anything is drawn: what is fixed, and the proportions in which the rest is drawn.

use super::point::MapPoint;
use super::scatter::Scatter;
use crate::instance::FinanceDocument;
use crate::instance::Standing;
use crate::instance::document::RuleSettings;

/// A region to generate an instance from. A preset fills one in.
#[derive(Clone, Debug)]
pub struct Region {
    /// The name of the instance.
    pub name: String,
    /// The school year, such as "2027-2028"; `None` leaves it out.
    pub school_year: Option<String>,
    /// The boards with their schools. All ids differ.
    pub boards: Vec<RegionBoard>,
    /// Number of existing clusters that may also meet on Thursday; the others meet on Tuesday only.
    pub two_day_clusters: usize,
    /// Where students live; at least one has a weight above 0.
    pub homes: Vec<HomeArea>,
    /// The students.
    pub students: StudentPlan,
    /// The settings of rules, if they differ from the defaults.
    pub rules: RuleSettings,
    /// Prices in euros; `None` leaves them out.
    pub finance: Option<FinanceDocument>,
}

/// A board and its schools.
#[derive(Clone, Debug)]
pub struct RegionBoard {
    /// Its id. The ids of its existing clusters start with it, and those of schools without an id of their
    /// own.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its standing in the partnership.
    pub standing: Standing,
    /// The network in which it forms clusters; `None` is none.
    pub network: Option<String>,
    /// Its schools.
    pub sites: Vec<SchoolSite>,
    /// Denominations with weights, for schools without denominations of their own; may be empty if there are
    /// no such schools.
    pub denominations: Vec<(String, u32)>,
    /// Its existing clusters.
    pub clusters: ExistingClusters,
    /// Number of clusters that it may have besides its existing ones.
    pub new_clusters: u32,
    /// Whether its existing clusters must be used.
    pub keep: bool,
}

/// The existing clusters of a board.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExistingClusters {
    /// This number of clusters, each of two to four schools near each other; fewer if the schools lie too far
    /// apart.
    OfNeighbours(u32),
    /// Every school is a cluster of its own.
    OfEachSchool,
}

/// A school before the draws; every `None` is drawn.
#[derive(Clone, Debug)]
pub struct SchoolSite {
    /// The school's id; drawn: the board's id, "-s" and a number.
    pub id: Option<String>,
    /// The school's name; drawn: an invented one.
    pub name: Option<String>,
    /// Its town, if it is in one.
    pub town: Option<String>,
    /// Its location before scattering.
    pub at: MapPoint,
    /// The scatter around that location.
    pub scatter: Scatter,
    /// Its denominations; drawn: one of its board's.
    pub denominations: Option<Vec<String>>,
    /// Its concepts; drawn: most have none.
    pub concepts: Option<Vec<String>>,
    /// Whether it is an integral child centre; drawn: one in five.
    pub ikc: Option<bool>,
    /// The programmes and years it takes: all, or else drawn: some schools take not all.
    pub takes_all: bool,
    /// Its places.
    pub places: SitePlaces,
}

/// The places of a school.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SitePlaces {
    /// A fixed number.
    Exactly(u16),
    /// Drawn, each number from the one to the other equally likely.
    Between(u16, u16),
}

/// An area where students live.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HomeArea {
    /// Its centre.
    pub at: MapPoint,
    /// The share of students who live there, as a weight.
    pub weight: u32,
    /// The scatter of homes around the centre.
    pub scatter: Scatter,
}

/// The number of students, and their proportions.
/// "Percentage" below is a whole number, 0 to 100, of all students unless stated otherwise.
#[derive(Clone, Debug)]
pub struct StudentPlan {
    /// Number of students, with every student of a cohort counted: at most 1,000,000.
    pub count: u32,
    /// Percentage of entries that are cohorts of two or three identical students.
    pub cohort_percent: u32,
    /// Percentage in *deeltijd*.
    pub deeltijd_percent: u32,
    /// Percentage in the *academische pabo*; the rest is in *voltijd*.
    pub academisch_percent: u32,
    /// Weights of the years 1 to 4.
    pub year_weights: [u32; 4],
    /// Percentage of *deeltijd* students who are free on Tuesday.
    pub deeltijd_tuesday_percent: u32,
    /// Percentage who wish a public school.
    pub openbaar_percent: u32,
    /// Percentage who wish a Christian school.
    pub christian_percent: u32,
    /// Percentage of the wishes for a denomination that must be met.
    pub must_percent: u32,
    /// Percentage who wish a concept.
    pub concept_percent: u32,
    /// Percentage who rank schools, clusters or boards.
    pub wishes_percent: u32,
    /// Percentage who exclude a school or board.
    pub not_percent: u32,
    /// Percentage of the students of years 2 to 4 who have earlier schools.
    pub previous_percent: u32,
    /// Percentage with a limit of 15 to 25 km on the journey, since they have no car.
    pub limit_percent: u32,
    /// Percentage with a higher detour factor, since they use public transport.
    pub detour_percent: u32,
    /// Percentage with a higher price of leaving them out, for hardship or priority.
    pub priority_percent: u32,
    /// Number (not a percentage) of single students whom the planner has fixed, each at another school.
    pub fixed: usize,
}

impl Default for StudentPlan {
    /// The proportions of the source case, for 450 students.
    fn default() -> Self {
        Self {
            count: 450,
            cohort_percent: 1,
            deeltijd_percent: 30,
            academisch_percent: 10,
            year_weights: [34, 27, 22, 17],
            deeltijd_tuesday_percent: 50,
            openbaar_percent: 30,
            christian_percent: 12,
            must_percent: 10,
            concept_percent: 8,
            wishes_percent: 10,
            not_percent: 4,
            previous_percent: 85,
            limit_percent: 5,
            detour_percent: 6,
            priority_percent: 3,
            fixed: 2,
        }
    }
}
