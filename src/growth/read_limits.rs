//! Whether the limits of a path leave room for what it demands.

use super::document::PathDocument;
use super::{Candidate, GrowthYear, Pace};
use crate::input::errors::{Code, InputErrors};
use crate::input::{JsonPath, PathStep};
use crate::instance::Standing;
use crate::instance::document::InstanceDocument;
use crate::message;

/// As many boards as must enter from one year to another may do so: since each board may enter in consecutive years
/// only, that is also enough for all to enter in time (Hall, 1935).
pub fn check_pace(
    document: &PathDocument,
    pace: Pace,
    candidates: &[Candidate],
    errors: &mut InputErrors,
) {
    let Some(most) = pace.entries else { return };
    let id = |year: usize| document.years[year].id.as_str();
    for until in 0..document.years.len() {
        for from in (0..=until).rev() {
            let must = candidates.iter().filter(|board| {
                board.earliest >= from && board.latest.is_some_and(|latest| latest <= until)
            });
            let must = must.count() as i64;
            let may = most * (until - from + 1) as i64;
            if must > may {
                let year = id(until);
                let found = if from == until {
                    message!("growth-pace-found-in-year", must = must, year = year, may = may)
                } else {
                    let first = id(from);
                    message!(
                        "growth-pace-found",
                        must = must,
                        first = first,
                        year = year,
                        may = may
                    )
                };
                errors.add(
                    Code::Contradiction,
                    "pace.entries_per_year",
                    found,
                    message!("growth-pace-allowed"),
                    message!("growth-pace-help"),
                );
                return;
            }
        }
    }
}

/// A share that is a demand needs places at schools that can be in a cluster by then.
pub fn check_demands(
    years: &[GrowthYear],
    documents: &[InstanceDocument],
    candidates: &[Candidate],
    errors: &mut InputErrors,
) {
    for (year, (of_year, instance)) in years.iter().zip(documents).enumerate() {
        let students = instance.student_count();
        let (Some(percent), Some(need)) = (of_year.share_percent, of_year.need(students)) else {
            continue;
        };
        let takes_part = |id: &str| {
            let mut boards = instance.boards.iter();
            let own = boards.find(|board| board.id == id).and_then(|board| board.standing);
            let mut entering = candidates.iter();
            let enters = entering.find(|board| board.board == id && board.earliest <= year);
            enters.map_or(own.unwrap_or(Standing::Partner), |board| board.standing).takes_part()
        };
        let schools = instance.schools.iter().filter(|school| takes_part(&school.board));
        let places: i64 = schools.map(|school| school.places.get()).sum();
        if need > places {
            errors.add(
                Code::Contradiction,
                JsonPath::default()
                    .key("years")
                    .then(PathStep::Index(year))
                    .key("share_percent")
                    .to_string(),
                message!(
                    "growth-demand-found",
                    percent = percent,
                    students = students,
                    need = need,
                    year = &of_year.id,
                    places = places
                ),
                message!("growth-demand-allowed", most = 100 * places / students.max(1)),
                message!("growth-demand-help"),
            );
        }
    }
}
