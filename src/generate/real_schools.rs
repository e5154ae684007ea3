//! Reads a table of real schools, as made from DUO's open file of all
//! primary-school locations: CSV with a header, columns in any order.

use std::collections::BTreeMap;

use csv::StringRecord;

use super::point::GridPoint;
use crate::base::denominations_as_written;
use crate::input::errors::{Code, InputErrors, nearest};

/// The columns read; others may stand beside them.
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
    /// Its *vestigingscode*: the school's BRIN and two digits.
    pub id: String,
    /// Its name; the id where the table has none.
    pub name: String,
    /// The number of its board.
    pub board: String,
    /// The name of its board, where the table has it.
    pub board_name: Option<String>,
    /// Its denominations in lower case; empty where the table has none.
    pub denominations: Vec<String>,
    /// The town it stands in; may be empty.
    pub place: String,
    /// Where it stands, where the table has it.
    pub at: Option<GridPoint>,
    /// Its pupils, where the table has them; a masked `<5` counts as 2, the
    /// middle of what it may be.
    pub pupils: Option<u32>,
}

/// Reads the table. Blank fields may hold spaces; a school without coordinates
/// is read with none.
///
/// # Errors
/// All of them at once, with their lines: columns that are absent, rows with
/// another number of fields, schools without a code or board, a code that
/// stands twice, and numbers that cannot be read.
pub fn real_schools(csv: &str) -> Result<Vec<RealSchool>, InputErrors> {
    let mut errors = InputErrors::default();
    let text = csv.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        errors.add(Code::Empty, "line 1", "nothing", "a table of schools", "give a CSV file");
        return Err(errors);
    }
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns = match reader.headers() {
        Ok(header) => find_columns(header, &mut errors),
        Err(error) => {
            bad_row(&mut errors, 1, &error.to_string(), "a header", "quote the header's fields");
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
                let found = error.to_string();
                bad_row(&mut errors, line, &found, "as many fields as the header", "mend the row");
            }
        }
    }
    errors.into_result(schools)
}

/// Where each of [`COLUMNS`] stands, unless one is absent.
fn find_columns(header: &StringRecord, errors: &mut InputErrors) -> Option<[usize; 9]> {
    let mut found = [0; COLUMNS.len()];
    let mut complete = true;
    for (column, place) in COLUMNS.into_iter().zip(&mut found) {
        if let Some(position) = header.iter().position(|name| name.trim() == column) {
            *place = position;
        } else {
            complete = false;
            let advice = nearest(column, header.iter().map(str::trim)).map_or_else(
                || format!("add a column `{column}`"),
                |near| format!("rename `{near}` to `{column}`, if that is what it holds"),
            );
            errors.add(Code::MissingKey, "line 1", "no such column", format!("`{column}`"), advice);
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
        self.bad(&format!("a blank `{column}`"), "a code", "fill the field in");
        String::new()
    }

    fn at(&mut self) -> Option<GridPoint> {
        let degrees = [self.degrees("lat"), self.degrees("lon")];
        let [Some(latitude), Some(longitude)] = degrees else { return None };
        let point = GridPoint::from_degrees(latitude, longitude);
        if point.is_none() {
            let found = format!("`lat` {latitude}, `lon` {longitude}");
            let allowed = "degrees north, -90 to 90, and degrees east, -180 to 180";
            self.bad(&found, allowed, "correct the coordinates, or leave both blank");
        }
        point
    }

    fn degrees(&mut self, column: &str) -> Option<f64> {
        let text = self.field(column)?.to_owned();
        let degrees = text.parse().ok();
        if degrees.is_none() {
            let found = format!("`{column}` {text}");
            self.bad(&found, "degrees with a decimal point", "correct it, or leave it blank");
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
            self.bad(&found, "a whole number, `<5` or blank", "correct it, or leave it blank");
        }
        pupils
    }

    fn must_be_new(&mut self, id: &str, lines: &mut BTreeMap<String, u64>) {
        if id.is_empty() {
            return;
        }
        let line = self.line();
        if let Some(first) = lines.insert(id.to_owned(), line) {
            let found = format!("school `{id}`, which line {first} has too");
            self.bad(&found, "each school once", "delete one of the rows");
        }
    }

    fn line(&self) -> u64 {
        self.record.position().map_or(0, csv::Position::line)
    }

    fn bad(&mut self, found: &str, allowed: &str, advice: &str) {
        bad_row(self.errors, self.line(), found, allowed, advice);
    }
}

fn bad_row(errors: &mut InputErrors, line: u64, found: &str, allowed: &str, advice: &str) {
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
        assert_eq!(school.at, GridPoint::from_degrees(53.2, 6.5));
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
    fn all_bad_rows_are_told_at_once() {
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
    fn absent_columns_are_told_at_once() {
        let errors = real_schools("vestigingscode,naam,board_no\n").unwrap_err();
        assert_eq!(errors.0.len(), COLUMNS.len() - 2);
        assert!(errors.codes().contains(&Code::MissingKey));
        assert_eq!(real_schools(" \n").unwrap_err().0[0].code, Code::Empty);
    }
}
