//! A path that was found, and how its search is going.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::GrowthPath;
use super::decisions::Decided;
use super::reach::PathReach;
use crate::instance::Day;
use crate::instance::document::InstanceDocument;
use crate::message;
use crate::plan::{Plan, Status};
use crate::solve::years::{PathLevel, YearsProgress};
use crate::texts::Message;

/// A path that was found.
#[derive(Clone, Debug)]
pub struct FoundPath {
    /// The plan of each year.
    pub years: Vec<FoundYear>,
    /// When each board enters; `None` where it does not.
    pub entries: Vec<Option<usize>>,
    /// What it costs, in points.
    pub value: i64,
    /// What it reaches for each goal.
    pub reached: Vec<i64>,
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
    /// Whether its search ended by itself, before its time was up.
    pub is_settled: bool,
}

/// The first year before any decision, as far as a search found it.
#[derive(Clone, Debug)]
pub struct FoundToday {
    /// The year with its plan.
    pub year: FoundYear,
    /// How the search for that plan ended.
    pub status: Status,
    /// No plan in which nothing is decided scores less, in points, among those as good in all goals before the score;
    /// `None` where it is not known how good those can be.
    pub bound: Option<i64>,
}

/// What a search for a path ends with.
#[derive(Clone, Debug)]
pub struct PathOutcome {
    /// The best path.
    pub path: FoundPath,
    /// The path that is found year by year, or why there is none to compare with.
    pub year_by_year: Result<FoundPath, NoYearByYear>,
    /// The goals, with what is proven of each.
    pub levels: Vec<PathLevel>,
    /// Whether a limit ended the search over all years before it was done.
    pub is_cut_short: bool,
    /// What it costs to put entries and openings off by a year, where that was found out.
    pub delays: Vec<Delay>,
    /// What would change if boards that stay out entered, where that was found out; nothing in it where none stays out.
    pub outside: Option<Vec<WithBoard>>,
    /// What can be reached in the years that fall short of their shares.
    pub reach: PathReach,
}

/// Why there is no path year by year to compare with.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoYearByYear {
    /// The search for it was not finished in time.
    NotFinished,
    /// After what the years before decided, some year has no plan.
    NoPlan,
    /// It reaches less for the goals before the cost.
    ReachesLess,
}

/// How a search for a path is going.
#[derive(Clone, Debug)]
pub enum PathProgress {
    /// A year is being planned by itself.
    Year(String),
    /// All years are being searched.
    All(YearsProgress),
    /// The own paths of the draws are being searched.
    Own {
        /// The draws that are done.
        done: usize,
        /// All draws.
        of: usize,
    },
    /// Decisions are being judged in all draws.
    Judged {
        /// How many were judged so far.
        judged: usize,
        /// What the best of them have of what is minimised, if any is known.
        best: Option<i64>,
    },
}

/// What is decided in a year: who enters, and what the plan is.
#[derive(Clone, Debug)]
pub struct YearDecision {
    /// The boards that enter.
    pub entering: Vec<usize>,
    /// The plan.
    pub found: FoundYear,
}

/// What is planned of a path so far, year after year.
#[derive(Clone, Debug)]
pub(super) struct YearsSoFar {
    /// What is decided by that.
    pub decided: Decided,
    /// The years.
    pub years: Vec<FoundYear>,
}

impl YearsSoFar {
    /// Nothing, before the first year.
    pub(super) fn nothing(path: &GrowthPath) -> Self {
        Self { decided: Decided::nothing(path), years: Vec::new() }
    }

    /// Adds the next year.
    pub(super) fn add(&mut self, path: &GrowthPath, next: YearDecision) {
        let YearDecision { entering, found } = next;
        self.decided = self.decided.after(path, self.years.len(), &entering, &found.plan);
        self.years.push(found);
    }

    /// The path, once every year is planned.
    pub(super) fn into_path(self, path: &GrowthPath) -> FoundPath {
        path.found(self.years, self.decided.entries)
    }
}

/// What is put off.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Delayed {
    /// The entry of a board, by its position among those that may enter.
    Entry(usize),
    /// The opening of a cluster in a year, by the ids of its schools, in order, and its day.
    Opening(usize, Vec<String>, Day),
}

/// A path in which something is put off by a year.
#[derive(Clone, Debug)]
pub struct Delay {
    /// What is put off.
    pub what: Delayed,
    /// The path.
    pub path: FoundPath,
}

/// Paths on which a board enters that stays out on the best one.
#[derive(Clone, Debug)]
pub struct WithBoard {
    /// The position of the board among those that may enter.
    pub candidate: usize,
    /// The best of them that was found, if any.
    pub path: Option<FoundPath>,
    /// None of them costs less; `None` where it is proven that there are none.
    pub bound: Option<i64>,
}

/// How students are placed in clusters that were decided with students placed in them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum YearPlacing {
    /// As they were, where that keeps all rules: they were placed under all of them.
    AsFound,
    /// As well as they can be: what compares with the year before was not in the search.
    Again,
}

/// What becomes of a path whose time is up before all its years are planned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WhenLate {
    /// The other years are planned too, as well as that goes without searching: without this path the search was for
    /// nothing.
    GoOn,
    /// It is given up: it is looked at beside another one.
    GiveUp,
}

impl YearPlacing {
    /// Its name in those of stages.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::AsFound => "as-found",
            Self::Again => "again",
        }
    }
}

impl PathProgress {
    /// How far the search is.
    pub fn in_words(&self) -> Message {
        match self {
            Self::Year(year) => message!("growth-progress-year", year = year),
            Self::All(YearsProgress { best: None, bound }) => {
                message!("growth-progress-bound", bound = *bound)
            }
            Self::All(YearsProgress { best: Some(best), bound }) => {
                message!("growth-progress", best = *best, bound = *bound)
            }
            Self::Own { done, of } => message!("growth-progress-own", done = *done, of = *of),
            Self::Judged { judged, best: None } => {
                message!("growth-progress-judged", judged = *judged)
            }
            Self::Judged { judged, best: Some(best) } => {
                message!("growth-progress-judged-best", judged = *judged, best = *best)
            }
        }
    }
}
