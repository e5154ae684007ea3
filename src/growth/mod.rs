//! Growth over the years: which boards enter when, which clusters open when and where, and how good that is
//! proven to be.
//!
//! A path is a plan for every year. The instance of a year is the base with the changes of that year and those
//! before it, and with what the path has decided before: the boards that have entered take part, and the clusters
//! that were open the year before are existing clusters. So every year's plan is an ordinary plan, and what is
//! said of plans holds for each. Over all years counts what a path costs, and what ties the years together.

mod check;
mod claims;
mod decisions;
mod delay;
mod document;
mod draws;
mod export;
mod found;
mod goals;
mod kept;
mod levels;
mod model;
mod model_ties;
mod money;
mod money_aim;
mod one_year;
mod open_clusters;
mod outside;
mod pieces;
mod place_year;
mod plan_of;
mod reach;
mod read;
mod read_limits;
mod realise;
mod repair;
mod result;
mod search;
mod stages;
mod strategies;
mod surroundings;
mod tables;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_bound;
#[cfg(test)]
mod tests_instances;
#[cfg(test)]
mod tests_stages;
#[cfg(test)]
mod tests_work;
mod today;
mod translate;
mod wait;
mod waiting;
mod waits;
mod whole;
mod year_problem;

use std::sync::Arc;

use crate::input::errors::InputErrors;
use crate::instance::Standing;
use crate::instance::document::{ClusterCount, InstanceDocument};
use crate::solve::mip::{Ending, SolveError};
use crate::solve::{ClashInWords, PlaceError};

pub use crate::scenarios::PATH_FORMAT as FORMAT;
pub use crate::solve::years::{PathGoal, PathLevel};
pub use check::{PathFinding, check};
pub use decisions::{Decided, OpenCluster};
pub use document::PathDocument;
pub use draws::{
    CommonPath, DrawTexts, DrawsCost, DrawsObjective, DrawsOutcome, DrawsSearch, FoundDraw,
    GrowthDraws, check_draws,
};
pub use export::path_mps;
pub use found::{
    Delay, Delayed, FoundPath, FoundToday, FoundYear, NoYearByYear, PathOutcome, PathProgress,
    WithBoard,
};
pub use money::{YearMoney, money};
pub use pieces::KeptPieces;
pub use reach::{EasedLimit, PathLimit, PathReach, PathRepair, YearReach};
pub use read::read;
pub use result::{
    BoardEntry, BoardOutside, OpenedCluster, OwnPathFile, PathAlternative, PathPlan, PathPlanDraw,
    PathPlanDraws, PathPlanYear, PathStrategy, StudentsLeftOut,
};
pub use search::PathSearch;
pub use stages::{PathStages, UNFINISHED_FILE};
pub use strategies::{FoundStrategy, KeepStrategy, StrategyRuns};
pub use tables::{FiguresRow, calendar_csv, figures_csv, first_calendar_year};
pub use today::check_today;
pub use wait::Wait;
pub use waits::PlannedYears;
pub use whole::{PathMethod, WholePath};

/// Why there is no path.
#[derive(Debug)]
pub enum PathError {
    /// The instance of a year is not valid.
    Invalid(InputErrors),
    /// A year has no plan after what the years before decided.
    NoPlan {
        /// The id of the year.
        year: String,
        /// Which demands clash, where that was found out.
        clash: Option<Box<ClashInWords>>,
    },
    /// The search ended before it found a plan for a year, or proved that there is none.
    NothingFound {
        /// The id of the year.
        year: String,
        /// Why it ended.
        ending: Ending,
    },
    /// It is proven that no path exists.
    NoPath {
        /// What the search year by year ran into.
        year_by_year: Box<PathError>,
        /// What can be reached of the shares.
        reach: PathReach,
    },
    /// No path was found; that there is none is not proven.
    NoneFound {
        /// What the search year by year ran into.
        year_by_year: Box<PathError>,
        /// Why the search ended.
        ending: Ending,
    },
    /// Solver or check are at fault, or an instance is too large.
    Search(PlaceError),
    /// There is none in one of the draws.
    InDraw {
        /// The draw, from 1.
        draw: i64,
        /// Why.
        error: Box<PathError>,
    },
    /// No decisions were found that lead to plans in every year of every draw.
    NoneForAll {
        /// Why the search ended.
        ending: Ending,
    },
    /// It is proven that decisions that were given lead to no plan in some draws.
    ImpossibleIn {
        /// These, in order.
        draws: Vec<i64>,
    },
    /// With decisions that were given no plans were found in some draws; that there are none is not proven.
    NotFoundIn {
        /// These, in order; none where the search ended before it was known in which.
        draws: Vec<i64>,
        /// Why the search ended.
        ending: Ending,
    },
    /// What was found cannot be written.
    NotKept(std::io::Error),
}

impl PathError {
    /// Whether certain decisions lead to no path, or none was found in time; other decisions may.
    const fn is_of_schedule(&self) -> bool {
        matches!(self, Self::NoPlan { .. } | Self::NothingFound { .. } | Self::Invalid(_))
    }
}

impl From<InputErrors> for PathError {
    fn from(errors: InputErrors) -> Self {
        Self::Invalid(errors)
    }
}

impl From<SolveError> for PathError {
    fn from(error: SolveError) -> Self {
        Self::Search(error.into())
    }
}

impl From<PlaceError> for PathError {
    fn from(error: PlaceError) -> Self {
        Self::Search(error)
    }
}

/// A path as it was read.
#[derive(Clone, Debug)]
pub struct GrowthPath {
    /// The file of the base, as written.
    pub base: String,
    /// The folder of the base, relative to the path.
    pub folder: String,
    /// The years in order.
    pub years: Vec<GrowthYear>,
    /// The boards that may enter.
    pub candidates: Vec<Candidate>,
    /// Limits on how much happens a year.
    pub pace: Pace,
    /// The years that an opened cluster is used at least; `None`: to the end.
    pub stay: Option<usize>,
    /// Whether students move up from year to year.
    pub moves_up: bool,
    /// Points for each student that the share falls short; `None` where it must not.
    pub share_worth: Option<i64>,
    /// What is minimised over all years, one after the other.
    pub goals: Vec<PathGoal>,
    /// The instance of each year before anything that the path decides.
    pub documents: Vec<InstanceDocument>,
    /// The draws in which the path must do, if any.
    pub draws: Option<Arc<GrowthDraws>>,
}

/// One year of a path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GrowthYear {
    /// The school year.
    pub id: String,
    /// What a point of this year counts for.
    pub weight: i64,
    /// The share of all students that is to be in clusters, in percent.
    pub share_percent: Option<i64>,
}

impl GrowthYear {
    /// How many of a number of students are to be in clusters; `None` where nothing is aimed at.
    pub fn need(&self, students: i64) -> Option<i64> {
        self.share_percent.map(|percent| (percent * students + 99).div_euclid(100))
    }
}

/// A board that may enter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The id of the board.
    pub board: String,
    /// The first year in which it may enter.
    pub earliest: usize,
    /// The last year in which it may; `None` where it need not enter.
    pub latest: Option<usize>,
    /// Its standing once it has entered.
    pub standing: Standing,
    /// The most clusters it may have then; `None`: as many as before.
    pub max_clusters: Option<ClusterCount>,
    /// What entering costs, in points.
    pub worth: i64,
}

/// Limits on how much happens a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Pace {
    /// The most boards that enter.
    pub entries: Option<i64>,
    /// The most new clusters.
    pub new: Option<i64>,
    /// The most new clusters of each board or network.
    pub new_each: Option<i64>,
}

impl GrowthPath {
    /// The boards that enter in a year of a path that was found.
    pub fn entering(&self, found: &PathPlan, year: usize) -> Vec<usize> {
        let entered = found.entries.iter().filter(|entry| entry.year == self.years[year].id);
        let position = |entry: &BoardEntry| {
            self.candidates.iter().position(|candidate| candidate.board == entry.board)
        };
        let mut entering: Vec<usize> = entered.filter_map(position).collect();
        entering.sort_unstable();
        entering
    }

    /// The board of the first of some schools.
    pub fn board_of_school(&self, schools: &[String]) -> Option<&str> {
        let first = schools.first()?;
        let schools = self.documents.iter().flat_map(|document| &document.schools);
        let mut own = schools.filter(|school| school.id == *first);
        own.next().map(|school| school.board.as_str())
    }

    /// What a year costs for the students that its share falls short, in points of the year.
    pub fn short_cost(&self, year: usize, students: i64, in_clusters: i64) -> i64 {
        self.short(year, students, in_clusters) * self.share_worth.unwrap_or(0)
    }

    /// How many students a year's share falls short.
    pub fn short(&self, year: usize, students: i64, in_clusters: i64) -> i64 {
        self.years[year].need(students).map_or(0, |need| (need - in_clusters).max(0))
    }
}
