//! A board that may enter and does not: what would change if it did.

use super::PathReader;
use super::source::YearSource;
use crate::growth::{BoardOutside, GrowthPath, PathPlan};

/// A board that may enter and does not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutsideBoard {
    /// The position of the first year in which it may enter.
    pub earliest: usize,
    /// Its schools in the last year.
    pub schools: i64,
    /// Their places.
    pub places: i64,
    /// What would change if it entered.
    pub change: OutsideChange,
}

/// What would change if a board entered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OutsideChange {
    /// Nothing was found out.
    Unknown,
    /// It is proven that there is no path on which it enters.
    Impossible,
    /// No such path was found.
    NotFound,
    /// One was found.
    Found {
        /// The position of the year in which it enters.
        year: usize,
        /// The clusters with one of its schools that open.
        opened: i64,
        /// Whether it is proven that no path on which it enters costs less than the one without it.
        is_proven: bool,
        /// What it costs more, and at least any such path does, in points; and the students in clusters in the last
        /// year, with it and without; for planners.
        numbers: Option<OutsideNumbers>,
    },
}

/// Numbers on a path on which a board enters, for planners.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutsideNumbers {
    /// What it costs more, in points.
    pub more_points: i64,
    /// What any such path costs more at least, in points; below 0 where a cheaper one is not ruled out.
    pub least_more_points: i64,
    /// The students in clusters in the last year.
    pub then: i64,
    /// Those without the board.
    pub now: i64,
}

/// What a reader sees of a board; `None` where it enters, or may not.
pub fn of(
    path: &GrowthPath,
    found: &PathPlan,
    last: &YearSource,
    board: &str,
    reader: &PathReader,
) -> Option<OutsideBoard> {
    let candidate = path.candidates.iter().find(|candidate| candidate.board == board)?;
    if found.entries.iter().any(|entry| entry.board == board) {
        return None;
    }
    let schools = last.document.schools.iter().filter(|school| school.board == board);
    let places = schools.clone().map(|school| school.places.get());
    let known = found.outside.iter().flatten().find(|one| one.board == board);
    Some(OutsideBoard {
        earliest: candidate.earliest,
        schools: schools.count() as i64,
        places: places.sum(),
        change: known
            .map_or(OutsideChange::Unknown, |known| change(found, known, reader.sees_students())),
    })
}

fn change(found: &PathPlan, known: &BoardOutside, sees_students: bool) -> OutsideChange {
    let Some(least) = known.least_more_points else { return OutsideChange::Impossible };
    let year = found.years.iter().position(|year| known.year.as_ref() == Some(&year.id));
    let (Some(more_points), Some(year)) = (known.more_points, year) else {
        return OutsideChange::NotFound;
    };
    let last = found.years.last().map(|year| year.in_clusters);
    let numbers = last.zip(known.in_clusters.last()).map(|(now, &then)| OutsideNumbers {
        more_points,
        least_more_points: least,
        then,
        now,
    });
    let numbers = numbers.filter(|_| sees_students);
    OutsideChange::Found { year, opened: known.opened, is_proven: least >= 0, numbers }
}
