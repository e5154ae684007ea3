//! The words of spreadsheets, each in one place: the kinds of sheets, their columns with every name that
//! a column may have, and the words that may stand in cells.

mod plan_columns;
mod school_columns;
mod settings;
mod student_columns;
mod words;

pub use settings::{SETTINGS, Setting, SettingForm};
pub use words::{
    EVERY, NOTHING, Word, days, find_word, is_word, programmes, standings, strengths, word_for,
    yes_no,
};

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::fold::folded;
use crate::instance::{Day, MOST_ENTRIES, MOST_SCHOOLS, MOST_TABLE_ROWS};

/// A kind of sheet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// Students, a row each.
    Students,
    /// Schools, a row each.
    Schools,
    /// School boards.
    Boards,
    /// Existing clusters.
    Clusters,
    /// Known journeys.
    Journeys,
    /// What is no table: a key and a value in each row.
    Settings,
    /// What is added to schools of another table, by school.
    Places,
    /// A point for each postcode.
    Postcodes,
}

/// A text in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bilingual {
    /// In Dutch.
    pub dutch: &'static str,
    /// In English.
    pub english: &'static str,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// An id: text or a whole number.
    Id,
    /// A list of ids.
    Ids,
    /// Text.
    Text,
    /// A list of words.
    Texts,
    /// A whole number.
    Whole,
    /// Kilometres, with at most three decimals.
    Kilometres,
    /// Kilometres that become metres.
    KilometresAsMetres,
    /// A factor.
    Factor,
    /// Minutes.
    Minutes,
    /// Degrees north.
    North,
    /// Degrees east.
    East,
    /// A postcode.
    Postcode,
    /// A list of days.
    Days,
    /// Whether a day is in the list.
    DayMark(Day),
    /// A programme.
    Programme,
    /// A list of programmes.
    Programmes,
    /// A list of study years.
    Years,
    /// Yes or no.
    YesNo,
    /// The part that a board takes.
    Standing,
    /// The strength of a wish.
    Strength,
    /// Limits for programmes and years.
    PlacesFor,
    /// The value of a setting.
    Value,
}

/// A column that a kind of sheet may have.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Where its value goes in a row of the document, such as `denomination.wish` or `at[0]`. What begins
    /// with `~` has no place there.
    pub path: &'static str,
    /// What its cells hold.
    pub form: Form,
    /// Whether each row must have it.
    pub required: bool,
    /// Its name.
    pub name: Bilingual,
    /// Other names that it may have; how many is open for lists, whose columns may be numbered.
    pub also: &'static [&'static str],
    /// What it means.
    pub meaning: Bilingual,
}

const fn column(
    path: &'static str,
    form: Form,
    [dutch, english]: [&'static str; 2],
    also: &'static [&'static str],
    [dutch_meaning, english_meaning]: [&'static str; 2],
) -> Column {
    Column {
        path,
        form,
        required: false,
        name: Bilingual { dutch, english },
        also,
        meaning: Bilingual { dutch: dutch_meaning, english: english_meaning },
    }
}

const fn required(column: Column) -> Column {
    Column { required: true, ..column }
}

impl Column {
    /// All its names, folded. The key of the document is one of them, where the column alone gives its value.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let partly = matches!(self.form, Form::DayMark(_) | Form::KilometresAsMetres);
        let key = (!partly).then_some(self.path);
        let own = key.into_iter().chain([self.name.dutch, self.name.english]);
        own.chain(self.also.iter().copied()).map(folded)
    }

    /// The list of which the column may be one of several numbered ones.
    pub const fn is_list(&self) -> bool {
        matches!(self.form, Form::Ids | Form::Texts)
    }

    /// Whether it marks one day of a list.
    pub const fn is_day_mark(&self) -> bool {
        matches!(self.form, Form::DayMark(_))
    }
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Students,
        Self::Schools,
        Self::Boards,
        Self::Clusters,
        Self::Journeys,
        Self::Settings,
        Self::Places,
        Self::Postcodes,
    ];

    /// The kinds of sheets that a workbook may hold.
    pub const OF_WORKBOOK: [Self; 6] = [
        Self::Students,
        Self::Schools,
        Self::Boards,
        Self::Clusters,
        Self::Journeys,
        Self::Settings,
    ];

    /// What such a sheet is called, first as it is written and then as it may be.
    pub const fn sheet(self) -> (Bilingual, &'static [&'static str]) {
        let (dutch, english, also): (_, _, &[_]) = match self {
            Self::Students => ("Studenten", "Students", &["student", "studentenlijst"]),
            Self::Schools => ("Scholen", "Schools", &["school", "vestigingen"]),
            Self::Boards => ("Besturen", "Boards", &["bestuur", "schoolbesturen"]),
            Self::Clusters => ("Clusters", "Clusters", &["cluster", "opleidingsclusters"]),
            Self::Journeys => ("Reisafstanden", "Journeys", &["reistijden", "afstanden", "travel"]),
            Self::Settings => ("Instellingen", "Settings", &["setting"]),
            Self::Places => ("Plaatsen", "Places", &["capaciteit"]),
            Self::Postcodes => ("Postcodes", "Postcodes", &["postcode"]),
        };
        (Bilingual { dutch, english }, also)
    }

    /// Whether a sheet of this name is of this kind.
    pub fn is_called(self, name: &str) -> bool {
        let (name_of, also) = self.sheet();
        let names = [name_of.dutch, name_of.english].into_iter().chain(also.iter().copied());
        names.map(folded).any(|known| known == folded(name))
    }

    /// The list of the document that its rows go to.
    pub const fn list(self) -> &'static str {
        match self {
            Self::Students => "students",
            Self::Schools | Self::Places => "schools",
            Self::Boards => "boards",
            Self::Clusters => "clusters",
            Self::Journeys => "travel.table",
            Self::Settings => "settings",
            Self::Postcodes => "postcodes",
        }
    }

    /// The columns that it may have.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Students => student_columns::STUDENTS,
            // Whatever a school may have can be added to it.
            Self::Schools | Self::Places => school_columns::SCHOOLS,
            Self::Boards => school_columns::BOARDS,
            Self::Clusters => plan_columns::CLUSTERS,
            Self::Journeys => plan_columns::JOURNEYS,
            Self::Settings => plan_columns::SETTINGS_SHEET,
            Self::Postcodes => plan_columns::POSTCODES,
        }
    }

    /// The column of a folded name.
    pub fn named(self, name: &str) -> Option<&'static Column> {
        // A wide row asks this for each of its cells.
        static NAMES: LazyLock<Vec<BTreeMap<String, &'static Column>>> = LazyLock::new(|| {
            let of = |kind: Kind| {
                let columns = kind.columns().iter();
                columns.flat_map(|column| column.names().map(move |name| (name, column))).collect()
            };
            Kind::ALL.map(of).into()
        });
        NAMES[self as usize].get(name).copied()
    }

    /// Whether each row must have a column.
    pub fn requires(self, column: &Column) -> bool {
        match self {
            // The school's other columns are in the table that this one is added to.
            Self::Places => column.path == "id",
            // Places may be added by another table, or be the same for all; that is checked later.
            Self::Schools => column.required && column.path != "places",
            _ => column.required,
        }
    }

    /// The most rows that the engine takes.
    pub const fn most_rows(self) -> usize {
        match self {
            Self::Students => MOST_ENTRIES,
            Self::Schools | Self::Places | Self::Boards | Self::Clusters => MOST_SCHOOLS,
            Self::Journeys => MOST_TABLE_ROWS,
            Self::Settings => 10_000,
            Self::Postcodes => 500_000,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_columns_of_a_sheet_share_a_name() {
        for kind in Kind::ALL {
            let mut owners: BTreeMap<String, &str> = BTreeMap::new();
            for column in kind.columns() {
                for name in column.names() {
                    let owner = *owners.entry(name.clone()).or_insert(column.name.english);
                    assert_eq!(owner, column.name.english, "{kind:?}: {name}");
                }
            }
        }
    }

    #[test]
    fn no_two_kinds_of_sheets_share_a_name() {
        for one in Kind::ALL {
            for other in Kind::ALL {
                let (name, _) = other.sheet();
                assert_eq!(one.is_called(name.dutch), one == other, "{one:?} {other:?}");
            }
        }
    }
}
