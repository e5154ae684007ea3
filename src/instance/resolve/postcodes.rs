//! Where a school or a student is: their own point, or that of their postcode.

use std::collections::BTreeMap;

use super::Files;
use super::csv_file::{CsvFile, Row};
use super::problems::{Explanation, Problems, Spot};
use crate::base::Coordinates;
use crate::input::errors::Code;
use crate::instance::document::{At, InstanceDocument, Latitude, Longitude, Postcode};

/// The points of postcodes, by their four digits.
pub enum Postcodes {
    /// No table is given, or it could not be read.
    Unknown,
    /// The table.
    Table(BTreeMap<String, Coordinates>),
}

impl Postcodes {
    /// Reads the table that a document names.
    pub fn read(document: &InstanceDocument, files: &Files, problems: &mut Problems) -> Self {
        let travel = document.travel.as_ref();
        let Some(name) = travel.and_then(|travel| travel.postcode_file.as_deref()) else {
            return Self::Unknown;
        };
        let travel = Spot::Document.key("travel");
        let Some(file) = CsvFile::open(name, travel.key("postcode_file"), files, problems) else {
            return Self::Unknown;
        };
        let mut first_lines: BTreeMap<String, u64> = BTreeMap::new();
        let mut table = BTreeMap::new();
        let before = problems.errors.0.len();
        file.rows(&["postcode,lat,lon"], problems, |row, _| {
            let (postcode, point) = entry(row)?;
            if let Some(first) = first_lines.insert(postcode.clone(), row.line) {
                return Err(Explanation {
                    found: format!("postcode `{postcode}`, which stands on line {first} already"),
                    allowed: "each postcode once".to_owned(),
                    advice: "remove one of the two rows".to_owned(),
                });
            }
            table.insert(postcode, point);
            Ok(())
        });
        // With a broken table nothing can be said of the postcodes that it lacks.
        if problems.errors.0.len() > before { Self::Unknown } else { Self::Table(table) }
    }

    /// The point of a school or student, where it is known. Complains of postcodes that the
    /// table lacks.
    pub fn locate(
        &self,
        at: Option<At>,
        postcode: Option<&Postcode>,
        spot: Spot,
        problems: &mut Problems,
    ) -> Option<Coordinates> {
        if let Some(At(latitude, longitude)) = at {
            return Some(Coordinates { latitude: latitude.get(), longitude: longitude.get() });
        }
        let Self::Table(table) = self else { return None };
        let digits = postcode?.digits();
        let point = table.get(digits).copied();
        if point.is_none() {
            problems.add(
                Code::UnknownPostcode,
                spot.key("postcode"),
                format!("postcode `{digits}`"),
                "a postcode in the file that `travel.postcode_file` names",
                "correct the postcode, add it to that file, or give `at`",
            );
        }
        point
    }
}

fn entry(row: &Row) -> Result<(String, Coordinates), Explanation> {
    let refuse = |field: usize, allowed: &str| Explanation {
        found: format!("`{}`", &row.fields[field]),
        allowed: allowed.to_owned(),
        advice: "correct or remove the row".to_owned(),
    };
    let postcode = &row.fields[0];
    if postcode.len() != 4 || !postcode.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(refuse(0, "a postcode of four digits"));
    }
    let degrees = |field: usize| row.fields[field].parse::<f64>().ok();
    let latitude = degrees(1).and_then(|degrees| Latitude::try_from(degrees).ok());
    let latitude = latitude.ok_or_else(|| refuse(1, "degrees north, a number from -90 to 90"))?;
    let longitude = degrees(2).and_then(|degrees| Longitude::try_from(degrees).ok());
    let longitude =
        longitude.ok_or_else(|| refuse(2, "degrees east, a number from -180 to 180"))?;
    let point = Coordinates { latitude: latitude.get(), longitude: longitude.get() };
    Ok((postcode.to_owned(), point))
}
