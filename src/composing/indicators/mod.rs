//! The figures that a partnership steers by, counted in a finished plan.

mod clusters;
mod money;
mod schools;
mod students;

pub use students::denomination_wishes;

use crate::instance::SchoolId;
use crate::plan::Indicators;
use crate::plan::Tally;
use crate::problem::Problem;

/// All indicators of a plan.
pub fn indicators(problem: &Problem, tally: &Tally) -> Indicators {
    let could_take = |school: SchoolId| !problem.settings[school].is_empty();
    Indicators {
        students: students::whereabouts(tally, |_| true),
        programmes: students::per_programme(tally),
        journeys: students::journeys(problem, tally),
        denominations: students::denominations(tally),
        concepts: students::concepts(tally),
        wishes: students::wishes(tally),
        meeting_day: clusters::attendance(tally, |_| true),
        meeting_day_programmes: clusters::attendance_per_programme(tally),
        clusters: clusters::clusters(problem, tally),
        boards: schools::per_board(tally, could_take),
        schools: schools::per_school(tally, could_take),
        fill_gini: schools::fill_gini(tally, could_take),
        money: money::money(tally),
    }
}

#[cfg(test)]
mod tests;
