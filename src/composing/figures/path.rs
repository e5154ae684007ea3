//! The figures of a growth path, over all its years.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::instance::Goal;
use crate::plan::{GoalLevel, Proportion};

/// What a growth path is over all its years; the other figures of a run are those of its last year.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PathFigures {
    /// SHA-256 of the bytes of its `path.json`, in lowercase hexadecimal digits.
    pub sha256: String,
    /// What it costs, in points.
    pub value: i64,
    /// What no path costs less than, in points.
    pub bound: Option<i64>,
    /// What the path costs that is found year by year, in points.
    pub year_by_year: Option<i64>,
    /// The boards that enter.
    pub entries: i64,
    /// The clusters that are opened, each by the ids of its schools.
    pub opened: Vec<Vec<String>>,
    /// Cost less grant of all years, in euros.
    pub net_eur: Option<i64>,
    /// The most that must be advanced before grants arrive, in euros.
    pub advance_eur: Option<i64>,
    /// The years in order.
    pub years: Vec<PathYearFigures>,
}

/// What a growth path is in one year.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PathYearFigures {
    /// The school year.
    pub id: String,
    /// Students in clusters, of all.
    pub core: Proportion,
    /// Students left out.
    pub left_out: i64,
    /// Students short of the share aimed at; absent where none is.
    pub short: Option<i64>,
}

/// The gap of what a path costs, in thousandths of a percent; `None` where nothing was proven.
pub(super) fn gap(path: &PathFigures) -> Option<i64> {
    Some(GoalLevel::new(Goal::Total, path.value, path.bound?).gap_thousandths())
}

/// The figures of a path by name, with their decimals, and with a share for each of the years of all paths; none where no
/// plan is of a path.
pub(super) fn figures(
    years: &[String],
    path: Option<&PathFigures>,
) -> Vec<(String, u32, Option<i64>)> {
    if years.is_empty() {
        return Vec::new();
    }
    let of = |figure: fn(&PathFigures) -> Option<i64>| path.and_then(figure);
    let left_out = |path: &PathFigures| Some(path.years.iter().map(|year| year.left_out).sum());
    let short = |path: &PathFigures| {
        path.years.iter().filter_map(|year| year.short).reduce(|sum, next| sum + next)
    };
    let whole = [
        ("path_points", 0, of(|path| Some(path.value))),
        ("path_bound_points", 0, of(|path| path.bound)),
        ("path_gap_percent", 3, of(gap)),
        ("path_year_by_year_points", 0, of(|path| path.year_by_year)),
        ("path_entered_boards", 0, of(|path| Some(path.entries))),
        ("path_opened_clusters", 0, of(|path| Some(path.opened.len() as i64))),
        ("path_left_out_students", 0, of(left_out)),
        ("path_short_students", 0, of(short)),
        ("path_net_eur", 0, of(|path| path.net_eur)),
        ("path_advance_eur", 0, of(|path| path.advance_eur)),
    ];
    let shares = years.iter().map(|id| {
        let year = path.and_then(|path| path.years.iter().find(|year| year.id == *id));
        (share_in(id), 1, year.and_then(|year| year.core.share_permille()))
    });
    let whole = whole.into_iter().map(|(name, decimals, value)| (name.to_owned(), decimals, value));
    whole.chain(shares).collect()
}

/// The name of the figure with the share of a year.
pub fn share_in(year: &str) -> String {
    format!("year_{year}_core_percent")
}

/// The year whose share a figure is; `None` for other figures.
pub fn year_of(figure: &str) -> Option<&str> {
    figure.strip_prefix("year_")?.strip_suffix("_core_percent")
}
