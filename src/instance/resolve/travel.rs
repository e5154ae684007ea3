//! The travel table: rows in the document and in the file that it names.

use super::Files;
use super::csv_file::{CsvFile, CsvRow};
use super::limits::MOST_TABLE_ROWS;
use super::names::{IdKind, IdRegister};
use super::problems::{Explanation, Location, Problems};
use crate::base::{Id, Metres};
use crate::input::errors::Code;
use crate::instance::document::{
    Detour, InstanceDocument, JourneyDocument, MetresPerMinute, Minutes, TableMetres,
};
use crate::instance::{Journeys, SchoolId, Start, StudentId};
use crate::message;
use crate::texts::Message;

/// The default detour: the factor of the road network on the great-circle distance.
pub const USUAL_DETOUR: f64 = 1.3;
/// The default speed in metres per minute.
pub const USUAL_METRES_PER_MINUTE: f64 = 500.0;

/// A valid row of the table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Known {
    from: Start,
    to: SchoolId,
    origin: Origin,
    metres: Metres,
}

/// The origin of a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Origin {
    Document(usize),
    Line(u64),
}

/// Reads all known journeys.
pub fn journeys(
    document: &InstanceDocument,
    files: &Files,
    names: &IdRegister,
    problems: &mut Problems,
) -> Journeys {
    let Some(travel) = &document.travel else { return Journeys::new(USUAL_DETOUR) };
    let pace = travel.metres_per_minute.map_or(USUAL_METRES_PER_MINUTE, MetresPerMinute::get);
    let mut journeys = Journeys::new(travel.detour.map_or(USUAL_DETOUR, Detour::get));
    let spot = Location::Document.key("travel");
    let written = travel.table.as_deref().unwrap_or_default();
    let mut rows = table_rows(written, pace, spot.key("table"), names, problems);
    let name = travel.table_file.as_deref();
    let file = name.and_then(|name| CsvFile::open(name, spot.key("table_file"), files, problems));
    if let Some(file) = &file {
        file_rows(file, pace, written.len(), names, &mut rows, problems);
    }
    rows.sort_unstable();
    for same in rows.chunk_by(|one, other| (one.from, one.to) == (other.from, other.to)) {
        let first = same[0];
        match first.from {
            Start::Student(from) => journeys.add_from_student(from, first.to, first.metres),
            Start::School(from) => journeys.add_between(from, first.to, first.metres),
        };
        for again in &same[1..] {
            complain_of_again(first.origin, again.origin, file.as_ref(), problems);
        }
    }
    journeys
}

fn complain_of_again(
    first: Origin,
    again: Origin,
    file: Option<&CsvFile>,
    problems: &mut Problems,
) {
    let location = |origin| match (origin, file) {
        (Origin::Line(line), Some(file)) => file.location(line),
        (Origin::Line(line), None) => format!("line {line}"),
        (Origin::Document(row), _) => {
            problems.written(Location::Document.key("travel").key("table").index(row))
        }
    };
    let (first, again) = (location(first), location(again));
    let explanation = Explanation {
        found: message!("instance-journey-before", location = first).into(),
        allowed: message!("instance-journey-once").into(),
        help: message!("instance-remove-row").into(),
    };
    problems.explain(Code::DuplicateJourney, again, explanation);
}

fn table_rows(
    written: &[JourneyDocument],
    pace: f64,
    list: Location,
    names: &IdRegister,
    problems: &mut Problems,
) -> Vec<Known> {
    let mut rows = Vec::with_capacity(written.len());
    for (index, row) in written.iter().enumerate() {
        let spot = list.index(index);
        let from = names.refer(STARTS, &row.from, spot.key("from"), problems);
        let to = names.refer(&[IdKind::School], &row.to, spot.key("to"), problems);
        match length(row.m, row.min, pace) {
            Err((code, explanation)) => {
                let location = problems.written(spot);
                problems.explain(code, location, explanation);
            }
            Ok(metres) => rows.extend(known(from, to, metres, Origin::Document(index))),
        }
    }
    rows
}

fn file_rows(
    file: &CsvFile,
    pace: f64,
    rows_before: usize,
    names: &IdRegister,
    rows: &mut Vec<Known>,
    problems: &mut Problems,
) {
    let mut count = rows_before;
    file.rows(&["from,to,m", "from,to,min"], problems, |row, problems| {
        count += 1;
        if count > MOST_TABLE_ROWS {
            return Ok(());
        }
        let refer = |kinds, id: &str| match names.find(kinds, id) {
            None if !problems.dropped.may_be(id) => Err(names.unknown(kinds, id)),
            named => Ok(named),
        };
        let from = refer(STARTS, &row.fields[0])?;
        let to = refer(&[IdKind::School], &row.fields[1])?;
        let metres = file_length(row, pace)?;
        rows.extend(known(from, to, metres, Origin::Line(row.line)));
        Ok(())
    });
    let spot = Location::Document.key("travel");
    let things = message!("instance-table-rows");
    problems.at_most(MOST_TABLE_ROWS, count, &things, spot.key("table_file"));
}

/// The kinds of things from which a journey may start.
const STARTS: &[IdKind] = &[IdKind::Student, IdKind::School];

fn known(
    from: Option<(IdKind, usize)>,
    to: Option<(IdKind, usize)>,
    metres: Metres,
    origin: Origin,
) -> Option<Known> {
    let from = match from? {
        (IdKind::Student, index) => Start::Student(StudentId::from_index(index)),
        (_, index) => Start::School(SchoolId::from_index(index)),
    };
    Some(Known { from, to: SchoolId::from_index(to?.1), origin, metres })
}

/// The length of a journey in metres; minutes are rounded half away from zero.
fn length(
    metres: Option<TableMetres>,
    minutes: Option<Minutes>,
    pace: f64,
) -> Result<Metres, (Code, Explanation)> {
    match (metres, minutes) {
        (Some(metres), None) => Ok(metres.into()),
        (None, Some(minutes)) => {
            let metres = (minutes.get() * pace).round();
            #[expect(clippy::cast_possible_truncation, reason = "both factors are bounded")]
            let metres = TableMetres::try_from(metres as i64);
            metres.map(Metres::from).map_err(|error| (Code::OutOfRange, too_far(error.found)))
        }
        (both, _) => Err((
            Code::Contradiction,
            Explanation {
                found: match both {
                    Some(_) => message!("instance-both-lengths").into(),
                    None => message!("instance-no-length").into(),
                },
                allowed: message!("instance-one-length").into(),
                help: message!("instance-length-once").into(),
            },
        )),
    }
}

fn file_length(row: &CsvRow, pace: f64) -> Result<Metres, Explanation> {
    let text = &row.fields[2];
    let refuse = |allowed: Message| Explanation {
        found: format!("`{text}`").into(),
        allowed: allowed.into(),
        help: message!("instance-correct-row").into(),
    };
    let (metres, minutes) = if row.header == 0 {
        let metres = text.parse::<i64>().ok().and_then(|m| TableMetres::try_from(m).ok());
        let most = TableMetres::GREATEST.to_string();
        let allowed = || message!("instance-whole-metres", most = &most);
        (Some(metres.ok_or_else(|| refuse(allowed()))?), None)
    } else {
        let minutes = text.parse::<f64>().ok().and_then(|min| Minutes::try_from(min).ok());
        (None, Some(minutes.ok_or_else(|| refuse(message!("instance-minutes")))?))
    };
    length(metres, minutes, pace).map_err(|(_, explanation)| explanation)
}

fn too_far(metres: i64) -> Explanation {
    Explanation {
        found: message!("instance-too-far", metres = metres.to_string()).into(),
        allowed: message!("instance-most-metres", most = TableMetres::GREATEST.to_string()).into(),
        help: message!("instance-correct-minutes").into(),
    }
}
