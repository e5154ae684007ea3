//! The coordinates of a school or a student: their own, or those of their postcode.

use std::collections::BTreeMap;

use super::Files;
use super::csv_file::{CsvFile, CsvRow};
use super::problems::{Explanation, Location, Problems};
use crate::base::Coordinates;
use crate::input::errors::Code;
use crate::instance::document::{At, InstanceDocument, Latitude, Longitude, Postcode};
use crate::message;
use crate::texts::Message;

/// The points of postcodes, by their four digits.
pub enum Postcodes {
    /// No table is given, or it has errors.
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
        let travel = Location::Document.key("travel");
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
                    found: message!(
                        "instance-postcode-before",
                        postcode = postcode,
                        line = first.to_string(),
                    )
                    .into(),
                    allowed: message!("instance-postcode-once").into(),
                    help: message!("instance-remove-row").into(),
                });
            }
            table.insert(postcode, point);
            Ok(())
        });
        // A table with errors may lack postcodes because of them.
        if problems.errors.0.len() > before { Self::Unknown } else { Self::Table(table) }
    }

    /// The coordinates of a school or student, if known. Adds a problem for a postcode that is not in the
    /// table.
    pub fn locate(
        &self,
        at: Option<At>,
        postcode: Option<&Postcode>,
        spot: Location,
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
                message!("instance-postcode", postcode = digits),
                message!("instance-postcode-in-file"),
                message!("instance-correct-postcode"),
            );
        }
        point
    }
}

fn entry(row: &CsvRow) -> Result<(String, Coordinates), Explanation> {
    let refuse = |field: usize, allowed: Message| Explanation {
        found: format!("`{}`", &row.fields[field]).into(),
        allowed: allowed.into(),
        help: message!("instance-correct-row").into(),
    };
    let postcode = &row.fields[0];
    if postcode.len() != 4 || !postcode.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(refuse(0, message!("instance-four-digits")));
    }
    let degrees = |field: usize| row.fields[field].parse::<f64>().ok();
    let latitude = degrees(1).and_then(|degrees| Latitude::try_from(degrees).ok());
    let latitude = latitude.ok_or_else(|| refuse(1, message!("instance-latitude")))?;
    let longitude = degrees(2).and_then(|degrees| Longitude::try_from(degrees).ok());
    let longitude = longitude.ok_or_else(|| refuse(2, message!("instance-longitude")))?;
    let point = Coordinates { latitude: latitude.get(), longitude: longitude.get() };
    Ok((postcode.to_owned(), point))
}
