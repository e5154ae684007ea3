//! A path that was found, as a file: `"format": "plaatswijzer/path-plan/1"`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::draws::{DrawsCost, DrawsObjective};
use super::found::NoYearByYear;
use super::reach::{PathReach, PathRepair, YearReach};
use super::wait::Wait;
use crate::input::errors::InputErrors;
use crate::input::{read_document, to_pretty_json};
use crate::instance::Day;
use crate::plan::{Engine, Status};
use crate::solve::years::PathLevel;

/// The format of a path that was found, with its version.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub enum PathPlanFormat {
    /// The first version.
    #[default]
    #[serde(rename = "plaatswijzer/path-plan/1")]
    Version1,
}

/// A path: a plan for every year, what it costs, and how good it is.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "plaatswijzer path plan")]
pub struct PathPlan {
    /// The format of this file.
    pub format: PathPlanFormat,
    /// The program that made the path.
    pub engine: Option<Engine>,
    /// How the search ended; absent where nothing is proven, or where it ended by itself without proof that the path is
    /// the best: the bound leaves out what compares students with the year before.
    pub status: Option<Status>,
    /// What the path costs, in points.
    pub value: i64,
    /// What no path costs less than, in points; absent where none was looked for. Where there are goals before the
    /// cost, of paths that are as good in those.
    pub bound: Option<i64>,
    /// (value − bound) / max(1, value).
    pub gap: Option<f64>,
    /// The goals in order, with what is reached and proven of each; absent where the cost is the only one, or nothing
    /// was looked for.
    pub levels: Option<Vec<PathLevel>>,
    /// What the path costs that is found year by year, in points; absent where it was not looked for, or
    /// reaches less for the goals before the cost.
    pub year_by_year: Option<i64>,
    /// Why that is absent, where it was looked for.
    pub no_year_by_year: Option<NoYearByYear>,
    /// How the shares can be reached by limits that give; absent where they are reached, or nothing was found out.
    pub repair: Option<PathRepair>,
    /// The boards that enter, in the order of the document.
    pub entries: Vec<BoardEntry>,
    /// What would change if boards that may enter and do not did: those of which something was found out, in the order
    /// of the document. Empty only where every board that may enter does; absent where nothing was looked for, or
    /// nothing was found out in time.
    pub outside: Option<Vec<BoardOutside>>,
    /// The first year before any decision: no board enters and no cluster opens. Absent where there is no plan then, or
    /// none was found.
    pub today: Option<PathPlanYear>,
    /// The years in order; with draws, for the expected intake.
    pub years: Vec<PathPlanYear>,
    /// How the path does in each draw, where the document has draws.
    pub draws: Option<PathPlanDraws>,
}

/// How a path does in the draws of its document.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PathPlanDraws {
    /// What was minimised.
    pub robust: DrawsObjective,
    /// That nothing was: the decisions were given. Absent otherwise.
    pub given: Option<bool>,
    /// What that is for this path, in points: a sum over the draws for `mean`.
    pub value: i64,
    /// What it is at least for any path, in points.
    pub bound: i64,
    /// What the path costs over all draws.
    #[serde(rename = "fare")]
    pub cost: DrawsCost,
    /// How other decisions do over all draws.
    pub alternatives: Vec<PathAlternative>,
    /// Each draw in order.
    pub draws: Vec<PathPlanDraw>,
}

/// Decisions that know nothing of the draws, judged in them.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PathAlternative {
    /// How they were found.
    pub found: PathStrategy,
    /// What they cost over all draws; absent where they lead to no plan in some, or that was not found out in time.
    #[serde(rename = "fare")]
    pub cost: Option<DrawsCost>,
    /// The draws in which they lead to no plan, as far as that was proven.
    pub impossible: Vec<i64>,
    /// The draws in which no plan was found, without proof that there is none; absent where there are no such draws.
    pub not_found: Option<Vec<i64>>,
}

/// How decisions were found that know nothing of the draws.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PathStrategy {
    /// All years at once, for the expected intake.
    ExpectedIntake,
    /// Year by year, for the expected intake.
    YearByYear,
}

/// A path in one draw.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PathPlanDraw {
    /// The draw, from 1.
    pub draw: i64,
    /// What the path costs in it, in points.
    pub value: i64,
    /// What it costs more than the draw's own path.
    pub regret: i64,
    /// The draw's own path: the best that is known for it, found as if the draw were known before or with decisions for
    /// all draws.
    pub own: OwnPathFile,
    /// The years in order.
    pub years: Vec<PathPlanYear>,
}

/// The own path of a draw.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnPathFile {
    /// Its file, relative to this one.
    pub path: String,
    /// SHA-256 of the bytes of that file, in lowercase hexadecimal digits.
    pub sha256: String,
    /// What it costs, in points.
    pub value: i64,
    /// What no path costs less than in this draw, in points.
    pub bound: i64,
}

/// A board that enters.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BoardEntry {
    /// The id of the board.
    pub board: String,
    /// The year from which it takes part.
    pub year: String,
    /// What that costs, in points.
    pub points: i64,
    /// What keeps it from being a year earlier; absent where nothing does, and in the first year.
    pub not_earlier: Option<Vec<Wait>>,
    /// What the path costs more, in points, if the board enters a year later, or not at all after the last year, and all
    /// else happens as it does; absent where that is not possible or was not found out.
    pub delay_points: Option<i64>,
    /// What keeps it from being a year later while all else happens as it does; absent where nothing is known to, and
    /// where a delay has a price.
    pub not_later: Option<Vec<Wait>>,
    /// The draws whose own path has the board by that year; absent without draws.
    pub draws_with_it: Option<i64>,
}

/// What would change if a board entered that stays out.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BoardOutside {
    /// The id of the board.
    pub board: String,
    /// What the best path found on which it enters costs more, in points; absent where none was found.
    pub more_points: Option<i64>,
    /// What every path on which it enters costs more at least, in points; below 0 where a cheaper one is not ruled out.
    /// Absent where it is proven that there is no such path.
    pub least_more_points: Option<i64>,
    /// The year in which it enters on the one that was found.
    pub year: Option<String>,
    /// The clusters with one of its schools that open on that.
    pub opened: i64,
    /// The students in clusters in each year of that.
    pub in_clusters: Vec<i64>,
}

/// One year of a path.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PathPlanYear {
    /// The school year.
    pub id: String,
    /// The file of its plan, relative to this file.
    pub plan: String,
    /// SHA-256 of the bytes of that file, in lowercase hexadecimal digits.
    pub sha256: String,
    /// What a point of this year counts for.
    pub weight: i64,
    /// The score of its plan, in points.
    pub total: i64,
    /// All students.
    pub students: i64,
    /// Students in clusters.
    pub in_clusters: i64,
    /// The students in clusters that are aimed at; absent where none are.
    pub aimed_at: Option<i64>,
    /// Students short of that.
    pub short: i64,
    /// The most students that any path can have in clusters in this year; absent where that was not asked, or not found
    /// out.
    pub most_in_clusters: Option<i64>,
    /// Clusters in use.
    pub clusters: i64,
    /// The boards that enter.
    pub entered: Vec<String>,
    /// The clusters that are opened.
    pub opened: Vec<OpenedCluster>,
    /// The ids of clusters opened before that are not used any more.
    pub closed: Vec<String>,
    /// The students left out.
    pub left_out: Vec<StudentsLeftOut>,
    /// Of `today` only, as the plans of the years say it themselves: how the search for its plan ended.
    pub status: Option<Status>,
    /// Of `today` only: what no plan for that year scores less than in which no board enters and no cluster opens, in
    /// points; where the instance has goals before the score, of plans that are as good in those. Absent where that is
    /// not known.
    pub bound: Option<i64>,
}

/// A cluster that a path opens.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenedCluster {
    /// Its id, as in the plans.
    pub id: String,
    /// The ids of its schools.
    pub schools: Vec<String>,
    /// The day on which it meets.
    pub meeting_day: Day,
    /// The last year in which it is used.
    pub until: String,
    /// What keeps it from being a year earlier; absent where nothing does, and in the first year.
    pub not_earlier: Option<Vec<Wait>>,
    /// What the path costs more, in points, if it opens a year later, or not at all after the last year, and all else
    /// happens as it does; absent where that is not possible or was not found out.
    pub delay_points: Option<i64>,
    /// What keeps it from being a year later while all else happens as it does; absent where nothing is known to, and
    /// where a delay has a price.
    pub not_later: Option<Vec<Wait>>,
    /// The draws whose own path has a cluster of the same schools and day open in that year; absent without draws.
    pub draws_with_it: Option<i64>,
}

/// Students left out.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StudentsLeftOut {
    /// The id of the entry.
    pub student: String,
    /// Their number.
    pub count: i64,
}

impl PathPlan {
    /// The format of a path that was found.
    pub const FORMAT: &'static str = "plaatswijzer/path-plan/1";

    /// Reads a path that was found, by this engine or any other.
    ///
    /// # Errors
    /// Every problem of its text and form.
    pub fn read(bytes: &[u8]) -> Result<Self, InputErrors> {
        read_document(Self::FORMAT, bytes)
    }

    /// The text of the file: indented, with a line end at the end.
    pub fn to_json(&self) -> String {
        to_pretty_json(self)
    }

    /// What can be reached in the years that fall short, as far as that was found out.
    pub fn reach(&self) -> PathReach {
        let years = self.years.iter().enumerate().filter_map(|(year, found)| {
            let (aimed_at, most) = (found.aimed_at?, found.most_in_clusters?);
            Some(YearReach { year, students: found.students, aimed_at, most })
        });
        PathReach { years: years.collect(), repair: self.repair.clone() }
    }
}
