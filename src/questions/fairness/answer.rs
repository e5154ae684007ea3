//! The answer about the longest journey as a document.

use serde::Serialize;

use crate::plan::Status;

/// The trade-off between the mean and the longest journey.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FairnessCurve {
    /// The name of the instance.
    pub instance: String,
    /// Number of students.
    pub students: i64,
    /// The plan without a limit first, then by decreasing limit.
    pub points: Vec<FairnessPoint>,
    /// The shortest limit under which as many students can be placed; `null` if no journey could be
    /// shortened.
    pub shortest: Option<ShortestLimit>,
    /// Limits for which no plan was found in time, in metres.
    pub unreached_m: Vec<i64>,
}

/// The best plan found under a limit on journeys.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FairnessPoint {
    /// The limit in metres, which fixed placements need not keep; `null` for the plan without a limit.
    pub limit_m: Option<i64>,
    /// The longest journey in metres; `null` if no journey is known.
    pub longest_m: Option<i64>,
    /// The mean journey in metres, rounded half up; `null` if no journey is known.
    pub mean_m: Option<i64>,
    /// Students left out.
    pub left_out: i64,
    /// The total score in points.
    pub total_points: i64,
    /// A lower bound on the score under this limit, given the goals before it.
    pub bound_points: i64,
    /// (total − bound) / max(1, total).
    pub gap: f64,
    /// How the search ended.
    pub status: Status,
    /// Whether another point is no worse in journeys, students left out and points, and better in one
    /// of them; of equal points, all but the first are dominated.
    pub dominated: bool,
}

/// The shortest limit under which as many students can be placed as without a limit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ShortestLimit {
    /// The shortest limit, in metres, for which a plan was found that leaves out no more.
    pub limit_m: i64,
    /// No limit below this one suffices, in metres; equal to `limit_m` if that is proven the shortest.
    pub lowest_m: i64,
    /// The longest journey of the plan without a limit, in metres, apart from fixed placements.
    pub from_m: i64,
    /// The effect of the next shorter limit; `null` if there is none, or it is undecided.
    pub below: Option<LimitBelow>,
}

/// The effect of a limit that is too short.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct LimitBelow {
    /// The limit in metres.
    pub limit_m: i64,
    /// A lower bound on the number of students left out; `null` if there is no plan at all.
    pub left_out: Option<i64>,
}
