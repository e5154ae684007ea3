//! The path as its author writes it: `"format": "plaatswijzer/path/1"`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::Kilometres;
use crate::bounded_types;
use crate::instance::document::ClusterCount;
use crate::instance::{EuroAmount, Standing};
use crate::scenarios::document::Seed;
use crate::scenarios::{ChangeDocument, SharePercent};
use crate::solve::years::PathGoal;

bounded_types! {
    /// Weight of a year's points in the path's cost, 0 to 1,000.
    pub YearWeight: 0..=1_000;
    /// A number of boards that enter a year.
    pub EntryCount: 0..=20_000;
    /// A number of years.
    pub StayYears: 1..=10;
    /// The number of draws of all years.
    pub PathDrawCount: 1..=1_000;
}

/// The format of a path, with its version.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub enum PathFormat {
    /// The first version.
    #[default]
    #[serde(rename = "plaatswijzer/path/1")]
    Version1,
}

/// Growth over the years: what each year is like, which boards may enter, and how fast clusters may open.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "plaatswijzer path", rename = "Path")]
pub struct PathDocument {
    /// The format of this file.
    pub format: PathFormat,
    /// The file of the instance that the years change, relative to this file.
    #[schemars(length(min = 1))]
    pub base: String,
    /// The years in order, two to ten.
    #[schemars(length(min = 2, max = 10))]
    pub years: Vec<PathYearDocument>,
    /// The boards that may enter. Default: none; boards enter by changes only.
    pub boards: Option<Vec<EntrantDocument>>,
    /// Limits on how much happens a year. Default: none.
    pub pace: Option<PaceDocument>,
    /// The years that an opened cluster is used at least, with the same schools on the same day. After that it may
    /// close, and does not open again. Default: to the end of the path.
    pub stay_years: Option<StayYears>,
    /// How students go from year to year. Default: each year has the students of its instance.
    pub students: Option<PathStudentsDocument>,
    /// What each student costs that the share falls short of the share aimed at. Default: falling short is not
    /// allowed at all.
    pub share_worth_km: Option<Kilometres>,
    /// What is minimised over all years, one after the other. `total` comes last where it is not named. Default:
    /// `["total"]`.
    #[schemars(length(min = 1), extend("uniqueItems" = true))]
    pub goals: Option<Vec<PathGoal>>,
    /// Draws of all years in which the path must do: what opens and who enters is the same in all, who is placed
    /// where is not. Default: the path is for the students of its instances only.
    pub draws: Option<PathDrawsDocument>,
}

/// Draws of all years.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PathDraws")]
pub struct PathDrawsDocument {
    /// The number of draws.
    pub count: PathDrawCount,
    /// The seed of all draws. Default: 0.
    pub seed: Option<Seed>,
    /// Changes that the instance of each year undergoes in every draw, after those of the years; the changes of a
    /// batch. Default: none.
    pub changes: Option<Vec<ChangeDocument>>,
}

/// One year of a path.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PathYear")]
pub struct PathYearDocument {
    /// The school year, such as "2027-2028".
    #[schemars(length(min = 1))]
    pub id: String,
    /// What changes in this year, on top of the years before; the changes of a batch. Default: nothing.
    pub changes: Option<Vec<ChangeDocument>>,
    /// What a point of this year counts for. Default: 1.
    pub weight: Option<YearWeight>,
    /// The share of all students, in percent, that is to be in clusters. Default: none is aimed at.
    pub share_percent: Option<SharePercent>,
    /// The most that the year may cost, net, in whole euros; as in rule `budget`. Default: no limit.
    pub limit_eur: Option<EuroAmount>,
}

/// A candidate or shell board that may enter, in a year that the path chooses.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Entrant")]
pub struct EntrantDocument {
    /// The id of the board.
    #[schemars(length(min = 1))]
    pub id: String,
    /// The first year in which it may enter. Default: the first of the path.
    pub earliest: Option<String>,
    /// The last year in which it may enter. Default: it need not enter at all.
    pub latest: Option<String>,
    /// Its standing from that year on. Default: `partner`.
    pub standing: Option<Standing>,
    /// The most clusters it may have from that year on. Default: the `max_clusters` of the board.
    pub max_clusters: Option<ClusterCount>,
    /// What entering costs, once. Default: 0.
    pub entry_worth_km: Option<Kilometres>,
}

/// Limits on how much happens a year.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Pace")]
pub struct PaceDocument {
    /// The most boards that enter a year. Default: no limit.
    pub entries_per_year: Option<EntryCount>,
    /// The most new clusters a year. Default: no limit.
    pub new_clusters_per_year: Option<ClusterCount>,
    /// The most new clusters a year of each board or network. Default: no limit.
    pub new_clusters_per_board: Option<ClusterCount>,
}

/// How students go from year to year.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PathStudents")]
pub struct PathStudentsDocument {
    /// Students move up a study year, with their ids. Default: each year has the students of its instance.
    pub progress: Option<ProgressDocument>,
}

/// Students move up a study year: some leave, drawn by lot, those of the last year are ready, and new first-years
/// come as those of the base.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Progress")]
pub struct ProgressDocument {
    /// The percentage that stays after each study year, in each programme. Default: all stay.
    pub stay_percent: Option<StayPercent>,
}

/// A percentage for each study year but the last.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StayPercent {
    /// Of the first-years. Default: 100.
    #[serde(rename = "1")]
    pub first: Option<SharePercent>,
    /// Of the second-years. Default: 100.
    #[serde(rename = "2")]
    pub second: Option<SharePercent>,
    /// Of the third-years. Default: 100.
    #[serde(rename = "3")]
    pub third: Option<SharePercent>,
}
