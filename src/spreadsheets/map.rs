//! Warns of coordinates that are probably wrong: exchanged, with a lost sign or digit, or left at zero.

use crate::base::Coordinates;
use crate::input::errors::InputWarning;
use crate::instance::document::{At, InstanceDocument};
use crate::message;

/// The European Netherlands with some kilometres around, so that a student across the border is no surprise:
/// degrees north and degrees east.
const NETHERLANDS: [std::ops::RangeInclusive<f64>; 2] = [50.6..=53.7, 3.2..=7.4];
/// The distance from the middle of all points beyond which a point is reported, in kilometres.
const FAR_KM: i64 = 150;
/// The largest number of points that are reported one by one.
const MOST_WARNINGS: usize = 20;

/// A point of a school or student.
struct LocatedRow {
    location: String,
    latitude: f64,
    longitude: f64,
}

/// Warnings of points outside the Netherlands or far from all others, located in the document.
///
/// If most points of a table lie in the Netherlands once latitude and longitude are exchanged, that is one warning.
pub fn odd_points(document: &InstanceDocument) -> Vec<InputWarning> {
    let schools = rows("schools", document.schools.iter().map(|school| school.at));
    let students = rows("students", document.students.iter().map(|student| student.at));
    let mut warnings = Vec::new();
    let mut others = Vec::new();
    for table in [schools, students] {
        let exchanged = table.iter().filter(|row| row.is_exchanged()).count();
        match table.first() {
            // A single exchanged point among right ones is reported by itself.
            Some(first) if exchanged > 1 && 2 * exchanged > table.len() => {
                let message = message!("spreadsheets-table-exchanged", count = exchanged).into();
                warnings.push(InputWarning { location: first.location.clone(), message });
            }
            _ => others.extend(table),
        }
    }
    let Some(middle) = middle(&others) else { return warnings };
    let odd: Vec<InputWarning> = others.iter().filter_map(|row| row.warning(middle)).collect();
    let more = odd.len().saturating_sub(MOST_WARNINGS);
    let last = odd.get(MOST_WARNINGS).map(|warning| warning.location.clone());
    warnings.extend(odd.into_iter().take(MOST_WARNINGS));
    warnings.extend(last.map(|location| InputWarning {
        location,
        message: message!("spreadsheets-more-odd-points", count = more).into(),
    }));
    warnings
}

fn rows(list: &str, points: impl Iterator<Item = Option<At>>) -> Vec<LocatedRow> {
    let rows = points.enumerate().filter_map(|(index, at)| {
        let At(latitude, longitude) = at?;
        let location = format!("{list}[{index}].at");
        Some(LocatedRow { location, latitude: latitude.get(), longitude: longitude.get() })
    });
    rows.collect()
}

/// The median latitude and longitude, which a few wrong points do not move; none without any points.
fn middle(rows: &[LocatedRow]) -> Option<Coordinates> {
    let median = |of: fn(&LocatedRow) -> f64| {
        let mut degrees: Vec<f64> = rows.iter().map(of).collect();
        degrees.sort_by(f64::total_cmp);
        degrees.get(degrees.len() / 2).copied()
    };
    let (latitude, longitude) = (median(|row| row.latitude)?, median(|row| row.longitude)?);
    Some(Coordinates { latitude, longitude })
}

impl LocatedRow {
    fn is_in_netherlands(latitude: f64, longitude: f64) -> bool {
        NETHERLANDS[0].contains(&latitude) && NETHERLANDS[1].contains(&longitude)
    }

    fn is_exchanged(&self) -> bool {
        Self::is_in_netherlands(self.longitude, self.latitude)
    }

    fn warning(&self, middle: Coordinates) -> Option<InputWarning> {
        let Self { location, latitude, longitude } = self;
        let point = format!("{latitude}, {longitude}");
        let here = Coordinates { latitude: *latitude, longitude: *longitude };
        let kilometres = here.journey(middle, 1.0).0 / 1000;
        // The reader of all instances warns of single exchanged points.
        if self.is_exchanged() {
            return None;
        }
        let message = if !Self::is_in_netherlands(*latitude, *longitude) {
            message!("spreadsheets-point-outside", point = point)
        } else if kilometres > FAR_KM {
            message!("spreadsheets-point-far", point = point, kilometres = kilometres)
        } else {
            return None;
        };
        Some(InputWarning { location: location.clone(), message: message.into() })
    }
}
