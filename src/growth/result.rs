//! A path that was found, as a file: `"format": "plaatswijzer/path-plan/1"`.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::decisions::Decided;
use super::draws::{DrawsFare, Robust};
use super::found::{FoundPath, PathOutcome};
use super::reach::PathRepair;
use super::{GrowthPath, OpenCluster};
use crate::base::sha256;
use crate::input::errors::InputErrors;
use crate::input::{DocumentForm, decode, schema_of};
use crate::instance::Day;
use crate::plan::{Engine, Plan, Status};

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
    /// How the search ended.
    pub status: Option<Status>,
    /// What the path costs, in points.
    pub value: i64,
    /// What no path costs less than, in points; absent where none was looked for.
    pub bound: Option<i64>,
    /// (value − bound) / max(1, value).
    pub gap: Option<f64>,
    /// What the path costs that is found year by year, in points; absent where it was not looked for.
    pub year_by_year: Option<i64>,
    /// How the shares can be reached by limits that give; absent where they are reached, or nothing was found out.
    pub repair: Option<PathRepair>,
    /// The boards that enter, in the order of the document.
    pub entries: Vec<BoardEntry>,
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
    pub robust: Robust,
    /// That nothing was: the decisions were given. Absent otherwise.
    pub given: Option<bool>,
    /// What that is for this path, in points: a sum over the draws for `mean`.
    pub value: i64,
    /// What it is at least for any path, in points.
    pub bound: i64,
    /// How the path does over all draws.
    pub fare: DrawsFare,
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
    /// How they do over all draws; absent where they lead to no plan in some, or that was not found out in time.
    pub fare: Option<DrawsFare>,
    /// The draws in which they lead to no plan, as far as that was found out.
    pub impossible: Vec<i64>,
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
    /// What it costs more than the draw's own path; 0 where it costs less than that.
    pub regret: i64,
    /// The draw's own path: the best that was found as if the draw were known before.
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
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BoardEntry {
    /// The id of the board.
    pub board: String,
    /// The year from which it takes part.
    pub year: String,
    /// What that costs, in points.
    pub points: i64,
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
}

/// A cluster that a path opens.
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
        let schema = schema_of::<Self>();
        let form = DocumentForm::new(Self::FORMAT, &schema);
        decode(bytes, &form, &|_: &Self| Ok(())).map_err(|unread| unread.errors)
    }

    /// The text of the file: indented, with a line end at the end.
    ///
    /// # Panics
    /// Never: it holds nothing that JSON cannot represent.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("a path is plain JSON");
        text.push('\n');
        text
    }

    /// The file of a path found with all years at once.
    pub fn of_outcome(path: &GrowthPath, outcome: &PathOutcome, gap: f64) -> Self {
        let value = outcome.path.value;
        let bound = outcome.bound;
        let share = gap_of(value, bound);
        let status = if value == bound {
            Status::Optimal
        } else if share <= gap {
            Status::Gap
        } else {
            Status::TimeLimit
        };
        let mut plan = Self {
            status: Some(status),
            bound: Some(bound),
            gap: Some(share),
            year_by_year: outcome.year_by_year.as_ref().map(|found| found.value),
            repair: outcome.reach.repair.clone(),
            ..Self::of_found(path, &outcome.path)
        };
        for reach in &outcome.reach.years {
            plan.years[reach.year].most_in_clusters = Some(reach.most);
        }
        plan
    }

    /// The file of a path of which nothing is proven.
    pub fn of_found(path: &GrowthPath, found: &FoundPath) -> Self {
        let entered = path.candidates.iter().zip(&found.entries);
        let entries = entered.filter_map(|(board, entry)| {
            Some(BoardEntry {
                board: board.board.clone(),
                year: path.years[(*entry)?].id.clone(),
                points: board.worth,
            })
        });
        let engine = found.years.first().and_then(|year| year.plan.engine.clone());
        let plans: Vec<&Plan> = found.years.iter().map(|year| &year.plan).collect();
        let years = found.years.iter().zip(years_of(path, &plans, &found.entries));
        let years = years.map(|(found, year)| PathPlanYear {
            sha256: sha256(found.text.as_bytes()),
            students: found.students,
            in_clusters: found.in_clusters,
            ..year
        });
        let mut years: Vec<PathPlanYear> = years.collect();
        for (year, of_year) in years.iter_mut().enumerate() {
            of_year.aimed_at = path.years[year].need(of_year.students);
            of_year.short = path.short(year, of_year.students, of_year.in_clusters);
        }
        Self {
            format: PathPlanFormat::Version1,
            engine,
            status: None,
            value: found.value,
            bound: None,
            gap: None,
            year_by_year: None,
            repair: None,
            entries: entries.collect(),
            years,
            draws: None,
        }
    }
}

/// (value − bound) / max(1, value).
pub fn gap_of(value: i64, bound: i64) -> f64 {
    (value - bound) as f64 / value.max(1) as f64
}

/// What follows from the plans of all years and from when boards enter: everything about a year but the numbers
/// of its students and the hash of its plan.
pub fn years_of(
    path: &GrowthPath,
    plans: &[&Plan],
    entries: &[Option<usize>],
) -> Vec<PathPlanYear> {
    let mut decided = Decided::nothing(path);
    let mut years = Vec::with_capacity(plans.len());
    for (year, plan) in plans.iter().enumerate() {
        let entering: Vec<usize> =
            (0..entries.len()).filter(|&board| entries[board] == Some(year)).collect();
        let of_year = &path.years[year];
        let used: BTreeSet<&str> = plan.clusters.iter().map(|cluster| &*cluster.id).collect();
        let closed = decided.open.iter().filter(|cluster| !used.contains(&*cluster.id));
        let closed = closed.map(|cluster| cluster.id.clone()).collect();
        let next = decided.after(path, year, &entering, plan);
        let opened = next.open.iter().filter(|cluster| cluster.opened == year);
        let left_out = plan.unplaced.iter().flatten();
        let left_out =
            left_out.map(|one| StudentsLeftOut { student: one.student.clone(), count: one.count });
        years.push(PathPlanYear {
            id: of_year.id.clone(),
            plan: format!("plans/{}.json", of_year.id),
            sha256: String::new(),
            weight: of_year.weight,
            total: plan.score.as_ref().map_or(0, |score| score.total.0),
            students: 0,
            in_clusters: 0,
            aimed_at: None,
            short: 0,
            most_in_clusters: None,
            clusters: plan.clusters.len() as i64,
            entered: entering.iter().map(|&board| path.candidates[board].board.clone()).collect(),
            opened: opened.map(|cluster| opened_cluster(path, plans, year, cluster)).collect(),
            closed,
            left_out: left_out.collect(),
        });
        decided = next;
    }
    years
}

fn opened_cluster(
    path: &GrowthPath,
    plans: &[&Plan],
    year: usize,
    cluster: &OpenCluster,
) -> OpenedCluster {
    let is_used = |plan: &Plan| plan.clusters.iter().any(|used| used.id == cluster.id);
    // It is used without a break: once closed, an id may be another cluster's.
    let used = plans[year..].iter().take_while(|plan| is_used(plan)).count();
    OpenedCluster {
        id: cluster.id.clone(),
        schools: cluster.schools.clone(),
        meeting_day: cluster.day,
        until: path.years[year + used - 1].id.clone(),
    }
}
