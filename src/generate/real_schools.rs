//! Reads a table of real schools, made from DUO's open file of all primary-school locations: CSV with a
//! header, columns in any order.

use std::collections::BTreeMap;

use csv::StringRecord;

use super::point::MapPoint;
use crate::base::denominations_as_written;
use crate::input::errors::{Code, InputErrors, nearest};
use crate::message;
use crate::texts::{Argument, Message};

/// The columns that are read. The table may have others, which are ignored.
const COLUMNS: [&str; 9] = [
    "vestigingscode",
    "name",
    "board_no",
    "board_name",
    "denomination",
    "place",
    "lat",
    "lon",
    "pupils_2025",
];

/// A real school location.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RealSchool {
    /// The *vestigingscode*: the BRIN number of the school, followed by two digits for the location.
    pub id: String,
    /// Name of the school; its id if the table has none.
    pub name: String,
    /// Number of the school's board.
    pub board: String,
    /// Name of the school's board; `None` if the table has none.
    pub board_name: Option<String>,
    /// Denominations in lower case; empty if the table has none.
    pub denominations: Vec<String>,
    /// Town of the school; may be empty.
    pub place: String,
    /// Coordinates of the school; `None` if the table has none.
    pub at: Option<MapPoint>,
    /// Number of pupils; `None` if the table has none. The masked value `<5` counts as 2, the middle of 0
    /// to 4.
    pub pupils: Option<u32>,
}

/// Reads the table. A field that holds only spaces counts as blank.
///
/// # Errors
/// All errors at once, with their lines: absent columns, rows with another number of fields than the header,
/// schools without a code or board, codes that occur twice, and numbers that cannot be read.
pub fn real_schools(csv: &str) -> Result<Vec<RealSchool>, InputErrors> {
    let mut errors = InputErrors::default();
    let text = csv.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        errors.add(
            Code::Empty,
            "line 1",
            message!("generate-nothing"),
            message!("generate-table-of-schools"),
            message!("generate-give-csv"),
        );
        return Err(errors);
    }
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns = match reader.headers() {
        Ok(header) => find_columns(header, &mut errors),
        Err(error) => {
            let (allowed, advice) =
                (message!("generate-header"), message!("generate-quote-header"));
            bad_row(&mut errors, 1, error.to_string(), allowed, advice);
            return Err(errors);
        }
    };
    let Some(columns) = columns else { return Err(errors) };
    let mut schools = Vec::new();
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let mut row = Row { record: &record, columns: &columns, errors: &mut errors };
                let school = row.school();
                row.must_be_new(&school.id, &mut lines);
                schools.push(school);
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                let allowed = message!("generate-fields-of-header");
                bad_row(
                    &mut errors,
                    line,
                    error.to_string(),
                    allowed,
                    message!("generate-mend-row"),
                );
            }
        }
    }
    errors.into_result(schools)
}

/// Position of each of [`COLUMNS`], unless one is absent.
fn find_columns(header: &StringRecord, errors: &mut InputErrors) -> Option<[usize; 9]> {
    let mut found = [0; COLUMNS.len()];
    let mut complete = true;
    for (column, place) in COLUMNS.into_iter().zip(&mut found) {
        if let Some(position) = header.iter().position(|name| name.trim() == column) {
            *place = position;
        } else {
            complete = false;
            let advice = nearest(column, header.iter().map(str::trim)).map_or_else(
                || message!("generate-add-column", column = column),
                |near| message!("generate-rename-column", near = near, column = column),
            );
            let found = message!("generate-no-such-column");
            errors.add(Code::MissingKey, "line 1", found, format!("`{column}`"), advice);
        }
    }
    complete.then_some(found)
}

/// A row of the table under its header.
struct Row<'a> {
    record: &'a StringRecord,
    columns: &'a [usize; 9],
    errors: &'a mut InputErrors,
}

impl Row<'_> {
    fn school(&mut self) -> RealSchool {
        let id = self.required("vestigingscode");
        let name = self.field("name").map_or_else(|| id.clone(), str::to_owned);
        RealSchool {
            name,
            board: self.required("board_no"),
            board_name: self.field("board_name").map(str::to_owned),
            denominations: self
                .field("denomination")
                .map(denominations_as_written)
                .unwrap_or_default(),
            place: self.field("place").unwrap_or_default().to_owned(),
            at: self.at(),
            pupils: self.pupils(),
            id,
        }
    }

    /// The text of a column; `None` where it is blank.
    fn field(&self, column: &str) -> Option<&str> {
        let position = COLUMNS.iter().position(|&name| name == column)?;
        let text = self.record.get(self.columns[position])?.trim();
        (!text.is_empty()).then_some(text)
    }

    fn required(&mut self, column: &str) -> String {
        if let Some(text) = self.field(column) {
            return text.to_owned();
        }
        self.bad(
            message!("generate-blank", column = column),
            message!("generate-code"),
            message!("generate-fill-in"),
        );
        String::new()
    }

    fn at(&mut self) -> Option<MapPoint> {
        let degrees = [self.degrees("lat"), self.degrees("lon")];
        let [Some(latitude), Some(longitude)] = degrees else { return None };
        let point = MapPoint::from_degrees(latitude, longitude);
        if point.is_none() {
            let found = format!("`lat` {latitude}, `lon` {longitude}");
            let (allowed, advice) =
                (message!("generate-coordinates"), message!("generate-correct-coordinates"));
            self.bad(found, allowed, advice);
        }
        point
    }

    fn degrees(&mut self, column: &str) -> Option<f64> {
        let text = self.field(column)?.to_owned();
        let degrees = text.parse().ok();
        if degrees.is_none() {
            let found = format!("`{column}` {text}");
            self.bad(found, message!("generate-degrees"), message!("generate-correct-or-blank"));
        }
        degrees
    }

    fn pupils(&mut self) -> Option<u32> {
        let text = self.field("pupils_2025")?.to_owned();
        if text == "<5" {
            return Some(2);
        }
        let pupils = text.parse().ok();
        if pupils.is_none() {
            let found = format!("`pupils_2025` {text}");
            self.bad(found, message!("generate-pupils"), message!("generate-correct-or-blank"));
        }
        pupils
    }

    fn must_be_new(&mut self, id: &str, lines: &mut BTreeMap<String, u64>) {
        if id.is_empty() {
            return;
        }
        let line = self.line();
        if let Some(first) = lines.insert(id.to_owned(), line) {
            let found = message!("generate-school-again", school = id, line = first.to_string());
            self.bad(found, message!("common-each-school-once"), message!("generate-delete-row"));
        }
    }

    fn line(&self) -> u64 {
        self.record.position().map_or(0, csv::Position::line)
    }

    fn bad(&mut self, found: impl Into<Argument>, allowed: Message, advice: Message) {
        bad_row(self.errors, self.line(), found, allowed, advice);
    }
}

fn bad_row(
    errors: &mut InputErrors,
    line: u64,
    found: impl Into<Argument>,
    allowed: Message,
    advice: Message,
) {
    errors.add(Code::BadRow, format!("line {line}"), found, allowed, advice);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Columns in another order than the source's, and one more.
    const HEADER: &str =
        "name,vestigingscode,board_no,board_name,lat,lon,pupils_2025,place,denomination,brin\n";

    fn read(rows: &str) -> Result<Vec<RealSchool>, InputErrors> {
        real_schools(&format!("{HEADER}{rows}"))
    }

    fn one(row: &str) -> RealSchool {
        read(row).expect("a good row").remove(0)
    }

    #[test]
    fn a_row_is_read_by_its_header() {
        let school = one("De A,01AA00,123,Bestuur,53.2000004,6.5,85,DORP,Openbaar,01AA\n");
        assert_eq!(school.id, "01AA00");
        assert_eq!((school.name.as_str(), school.board.as_str()), ("De A", "123"));
        assert_eq!(school.board_name.as_deref(), Some("Bestuur"));
        assert_eq!(school.denominations, ["openbaar"]);
        assert_eq!(school.at, MapPoint::from_degrees(53.2, 6.5));
        assert_eq!((school.pupils, school.place.as_str()), (Some(85), "DORP"));
    }

    #[test]
    fn a_blank_field_may_hold_a_space() {
        let school = one(" ,01AA00,123, , , , , , , \n");
        assert_eq!(school.name, "01AA00");
        assert_eq!((school.board_name, school.at, school.pupils), (None, None, None));
        assert!(school.denominations.is_empty());
    }

    #[test]
    fn a_masked_count_is_a_small_one() {
        assert_eq!(one("De A,01AA00,1,,53,6,<5,D,,\n").pupils, Some(2));
    }

    #[test]
    fn a_school_without_coordinates_is_read() {
        assert_eq!(one("De A,01AA00,1,,,6.5,9,D,,\n").at, None);
    }

    #[test]
    fn quotes_and_a_byte_order_mark_do_no_harm() {
        let csv = format!("\u{feff}{HEADER}\"De \"\"A\"\", noord\",01AA00,1,,53,6,9,D,,\r\n");
        assert_eq!(real_schools(&csv).unwrap()[0].name, "De \"A\", noord");
    }

    #[test]
    fn all_bad_rows_are_reported_at_once() {
        let errors = read(
            "De A,01AA00,1,,53,6,9,D,,\n\
             De B,01BB00,1,,noord,6,veel,D,,\n\
             De C,01AA00,1,,53,6,9,D,,\n\
             De D,01DD00, ,,99,6,9,D,,\n\
             De E,01EE00\n",
        )
        .unwrap_err();
        let places: Vec<&str> = errors.0.iter().map(|error| error.location.as_str()).collect();
        assert_eq!(places, ["line 3", "line 3", "line 4", "line 5", "line 5", "line 6"]);
        assert!(errors.0.iter().all(|error| error.code == Code::BadRow));
    }

    #[test]
    fn absent_columns_are_reported_at_once() {
        let errors = real_schools("vestigingscode,naam,board_no\n").unwrap_err();
        assert_eq!(errors.0.len(), COLUMNS.len() - 2);
        assert!(errors.codes().contains(&Code::MissingKey));
        assert_eq!(real_schools(" \n").unwrap_err().0[0].code, Code::Empty);
    }
}
