//! The key figures by which answers are compared, and their differences between two plans.

use serde::Serialize;

use crate::composing::indicators::{denomination_wishes, indicators};
use crate::plan::Proportion;
use crate::plan::assignment::Assignment;
use crate::problem::Problem;

/// The key figures of a plan.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct KeyFigures {
    /// Students placed in clusters.
    pub core: i64,
    /// Students placed in the shell.
    pub shell: i64,
    /// Students left out.
    pub left_out: i64,
    /// Placed students with a wish for a denomination, and how many of them have it met.
    pub denomination: Proportion,
    /// Members, and how many of them are free on their meeting day.
    pub meeting_day: Proportion,
    /// The mean journey one way, in metres, rounded half up.
    pub journey_mean_m: Option<i64>,
    /// The longest journey, in metres.
    pub journey_longest_m: Option<i64>,
    /// Cost minus grant in euros, if money is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub net_eur: Option<i64>,
}

/// The differences between the key figures of two plans: positive if the later one has more.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct KeyFigureChanges {
    /// Students placed in clusters.
    pub core: i64,
    /// Students placed in the shell.
    pub shell: i64,
    /// Students left out.
    pub left_out: i64,
    /// Wishes for a denomination that are met.
    pub denomination: i64,
    /// Members who are free on their meeting day.
    pub meeting_day: i64,
    /// The mean journey, in metres.
    pub journey_mean_m: Option<i64>,
    /// The longest journey, in metres.
    pub journey_longest_m: Option<i64>,
    /// Cost minus grant in euros, if money is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub net_eur: Option<i64>,
}

impl KeyFigures {
    /// The key figures of an assignment.
    pub fn of(problem: &Problem, assignment: &Assignment) -> Self {
        let tally = problem.tally(assignment);
        let all = indicators(problem, &tally);
        Self {
            core: all.students.core.number,
            shell: all.students.shell.number,
            left_out: all.students.left_out.number,
            denomination: denomination_wishes(&tally),
            meeting_day: all.meeting_day,
            journey_mean_m: all.journeys.mean_m,
            journey_longest_m: all.journeys.longest_m,
            net_eur: all.money.map(|money| money.total.net_eur.0),
        }
    }

    /// The differences from the key figures of an earlier plan.
    pub fn since(&self, before: &Self) -> KeyFigureChanges {
        let both = |now: Option<i64>, then: Option<i64>| Some(now? - then?);
        KeyFigureChanges {
            core: self.core - before.core,
            shell: self.shell - before.shell,
            left_out: self.left_out - before.left_out,
            denomination: self.denomination.number - before.denomination.number,
            meeting_day: self.meeting_day.number - before.meeting_day.number,
            journey_mean_m: both(self.journey_mean_m, before.journey_mean_m),
            journey_longest_m: both(self.journey_longest_m, before.journey_longest_m),
            net_eur: both(self.net_eur, before.net_eur),
        }
    }
}
