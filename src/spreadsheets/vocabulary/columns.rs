//! The columns that a sheet of a kind may have, read from one CSV file per sheet.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as WordError, StrDeserializer};

use super::Bilingual;
use super::data::{keep, keep_list, rows};
use super::denominations::is_denomination_wish;
use super::words::{days, find_word};
use crate::instance::Day;
use crate::spreadsheets::fold::folded;

/// How the cells of a column are read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CellForm {
    /// An id: text or a whole number.
    Id,
    /// A list of ids.
    Ids,
    /// Text.
    Text,
    /// The name of a board in a row of a school: no part of the school, but of the board.
    BoardName,
    /// A list of texts.
    Texts,
    /// A list of students who make pairs with the student of the row; the path says which kind of pairs.
    StudentIds,
    /// A list of texts that a student wishes; the usual words for "no preference" make it empty.
    WishedTexts,
    /// A list of ids that a student wishes; the usual words for "no preference" make it empty.
    WishedIds,
    /// A whole number.
    Whole,
    /// Kilometres, with at most three decimals.
    Kilometres,
    /// Kilometres that become metres in the document.
    KilometresAsMetres,
    /// A factor, 0.1 to 100.
    Factor,
    /// Minutes.
    Minutes,
    /// Degrees north, -90 to 90.
    North,
    /// Degrees east, -180 to 180.
    East,
    /// A postcode: four digits, with or without two letters.
    Postcode,
    /// A list of days.
    Days,
    /// The days that do not belong to a list: all others do.
    DaysExcept,
    /// Whether one day belongs to the list; the file writes `day-mark mon`.
    #[serde(skip)]
    DayMark(Day),
    /// A programme.
    Programme,
    /// A list of programmes.
    Programmes,
    /// A study year.
    Year,
    /// A list of study years.
    Years,
    /// The existing cluster of a school: no part of the school, but of the list of clusters.
    ClusterName,
    /// Whether a school takes no part any more; such a row is left out.
    Withdrawn,
    /// The status of a school or student: whether it takes part; the row of one that does not is left out.
    Status,
    /// Yes or no.
    YesNo,
    /// The standing of a board.
    Standing,
    /// The strength of a wish.
    Strength,
    /// Limits on the places for programmes and years.
    PlacesFor,
    /// The value of a setting.
    Value,
    /// Part of the contact data of the row: no part of the instance, and never an error.
    Contact,
}

impl CellForm {
    /// Reads the form as the CSV files write it.
    fn of(text: &str) -> Self {
        if let Some(day) = text.strip_prefix("day-mark ") {
            return Self::DayMark(find_word(days(), day).expect("the word of a day"));
        }
        let word: StrDeserializer<'_, WordError> = text.into_deserializer();
        Self::deserialize(word).expect("the form of a cell")
    }
}

/// A column that a kind of sheet may have.
#[derive(Debug)]
pub struct KnownColumn {
    /// The location of its value in a row of the document, such as `denomination.wish` or `at[0]`; of pairs of
    /// students the key and what kind of pairs they are, such as `with@must@cluster`.
    pub path: &'static str,
    /// How its cells are read.
    pub form: CellForm,
    /// Whether each row must have it.
    pub required: bool,
    /// The name that templates write.
    pub name: Bilingual,
    /// Other names of the column. Columns of lists may also be numbered: `wens 1`, `wens 2`.
    pub also: Vec<&'static str>,
    /// Its meaning.
    pub meaning: Bilingual,
    /// Names that it shares with another column, and that are this one's where all values below are of its kind.
    pub by_values: Vec<&'static str>,
}

/// A row of the CSV file of a sheet.
#[derive(Deserialize)]
struct ColumnRow {
    path: String,
    form: String,
    required: String,
    dutch: String,
    english: String,
    also: String,
    meaning_nl: String,
    meaning_en: String,
    /// Only the sheets with such names have this field.
    #[serde(default)]
    by_values: String,
}

impl KnownColumn {
    fn of(row: ColumnRow) -> Self {
        Self {
            path: keep(row.path),
            form: CellForm::of(&row.form),
            required: row.required == "yes",
            name: Bilingual { dutch: keep(row.dutch), english: keep(row.english) },
            also: keep_list(row.also),
            meaning: Bilingual { dutch: keep(row.meaning_nl), english: keep(row.meaning_en) },
            by_values: keep_list(row.by_values),
        }
    }

    /// All its names, folded. The key of the document is one of them if the column alone gives its value.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let partly = self.is_another_way();
        let key = (!partly).then_some(self.path);
        let own = key.into_iter().chain([self.name.dutch, self.name.english]);
        own.chain(self.also.iter().copied()).map(folded)
    }

    /// Whether a text is a value that no other column has, so that its values can show its meaning.
    pub fn is_shown_by(&self, text: &str) -> bool {
        self.path == "denomination.wish" && is_denomination_wish(text)
    }

    /// Whether it may be one of several numbered columns of one list.
    pub const fn is_list(&self) -> bool {
        use CellForm::{Ids, StudentIds, Texts, WishedIds, WishedTexts};
        matches!(self.form, Ids | StudentIds | Texts | WishedIds | WishedTexts)
    }

    /// Whether it gives its value in another way than the usual column, which templates write.
    pub const fn is_another_way(&self) -> bool {
        use CellForm::{DayMark, DaysExcept, KilometresAsMetres, Status};
        matches!(self.form, DayMark(_) | DaysExcept | KilometresAsMetres | Status)
    }

    /// Whether its value is no part of the row that it is written in.
    pub const fn is_of_another_row(&self) -> bool {
        use CellForm::{BoardName, ClusterName, Status, Withdrawn};
        matches!(self.form, BoardName | ClusterName | Status | Withdrawn)
    }

    /// Whether it is contact data, which no instance has.
    pub const fn is_contact(&self) -> bool {
        matches!(self.form, CellForm::Contact)
    }

    /// Whether it marks one day of a list.
    pub const fn is_day_mark(&self) -> bool {
        matches!(self.form, CellForm::DayMark(_))
    }
}

/// The columns of one sheet, with an index of their folded names.
#[derive(Debug)]
pub struct SheetColumns {
    /// The columns, in the order in which templates write them.
    pub columns: Vec<KnownColumn>,
    by_name: BTreeMap<String, usize>,
}

impl SheetColumns {
    fn of(file: &str) -> Self {
        let columns: Vec<KnownColumn> = rows(file).into_iter().map(KnownColumn::of).collect();
        // Header detection looks up every cell of the first rows, so names are folded once.
        let names = columns.iter().enumerate();
        let by_name = names.flat_map(|(at, column)| column.names().map(move |name| (name, at)));
        Self { by_name: by_name.collect(), columns }
    }

    /// The column with a folded name.
    pub fn named(&self, name: &str) -> Option<&KnownColumn> {
        self.by_name.get(name).map(|&at| &self.columns[at])
    }

    /// The column that a folded name means if the values below show it.
    pub fn named_by_values(&self, name: &str) -> Option<&KnownColumn> {
        let shares = |column: &&KnownColumn| column.by_values.iter().any(|own| folded(own) == name);
        self.columns.iter().find(shares)
    }
}

macro_rules! sheets {
    ($($(#[$attribute:meta])+ $name:ident = $file:literal;)+) => {
        $(
            $(#[$attribute])+
            pub static $name: LazyLock<SheetColumns> =
                LazyLock::new(|| SheetColumns::of(include_str!($file)));
        )+
    };
}

sheets! {
    /// Students.
    STUDENTS = "students.csv";
    /// Schools; the column names of DUO's own file are among the other names.
    SCHOOLS = "schools.csv";
    /// School boards.
    BOARDS = "boards.csv";
    /// Existing clusters.
    CLUSTERS = "clusters.csv";
    /// Known journeys.
    JOURNEYS = "journeys.csv";
    /// Keys and values of settings.
    SETTINGS = "settings.csv";
    /// The location of each postcode.
    POSTCODES = "postcodes.csv";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_has_the_key_of_every_column() {
        let schema = crate::problem::instance_schema();
        for (sheet, row) in [
            (&STUDENTS, "StudentDocument"),
            (&SCHOOLS, "SchoolDocument"),
            (&BOARDS, "BoardDocument"),
            (&CLUSTERS, "ClusterDocument"),
            (&JOURNEYS, "JourneyDocument"),
        ] {
            let row = &schema["$defs"][row]["properties"];
            assert!(row.is_object());
            for column in
                sheet.columns.iter().filter(|one| !one.is_of_another_row() && !one.is_contact())
            {
                let key = column.path.split(['.', '[', '@']).next().unwrap();
                assert!(row.get(key).is_some(), "{key}");
            }
        }
    }

    #[test]
    fn every_column_has_names_and_a_meaning_in_both_languages() {
        let sheets = [&STUDENTS, &SCHOOLS, &BOARDS, &CLUSTERS, &JOURNEYS, &SETTINGS, &POSTCODES];
        for column in sheets.iter().flat_map(|sheet| &sheet.columns) {
            for text in [column.name, column.meaning] {
                assert!(!text.dutch.is_empty() && !text.english.is_empty(), "{}", column.path);
            }
        }
    }
}
