//! The words of spreadsheets: the kinds of sheets, every name that a column may have, and the words that cells
//! may hold. All of them are CSV files beside this module, so that a new synonym is one edit of a table.

mod columns;
mod data;
mod denominations;
mod remarks;
mod settings;
mod words;

pub use columns::{CellForm, KnownColumn};
pub use denominations::{
    denomination_key, is_denomination, is_denomination_wish, member_keys, without_strength,
};
pub use remarks::wishes_in_remarks;
pub use settings::{KnownSetting, SettingForm, rule_settings, settings};
pub use words::{
    Word, again, any_day, approximate, day_parts, days, either, empty_list, every, except,
    find_word, is_one_of, no_wish, not_applicable, nothing, on_day, probably_meant, programmes,
    read_as, since, standings, strengths, takes_part, totals, unknown, up_to, withdrawn, word_for,
    yes_no,
};

use std::sync::LazyLock;

use columns::SheetColumns;
pub use data::rows;
use data::{keep, keep_list};
use serde::{Deserialize, Serialize};

use super::fold::folded;
use crate::instance::{MOST_ENTRIES, MOST_SCHOOLS, MOST_TABLE_ROWS};
use crate::texts::Language;

/// A kind of sheet.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    /// Students, one per row.
    Students,
    /// Schools, one per row.
    Schools,
    /// School boards.
    Boards,
    /// Existing clusters.
    Clusters,
    /// Known journeys.
    Journeys,
    /// Settings: a key and a value per row.
    Settings,
    /// Values that are added to the schools of another table, matched by school id.
    Places,
    /// The location of each postcode.
    Postcodes,
}

/// A name or meaning in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bilingual {
    /// The Dutch text.
    pub dutch: &'static str,
    /// The English text.
    pub english: &'static str,
}

impl Bilingual {
    /// The text in a language.
    pub const fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::Dutch => self.dutch,
            Language::English => self.english,
        }
    }

    /// Both texts in code quotes, as messages name columns and words: `` `schil` (`shell`) ``.
    pub fn quoted(self) -> String {
        if self.dutch == self.english {
            format!("`{}`", self.dutch)
        } else {
            format!("`{}` (`{}`)", self.dutch, self.english)
        }
    }
}

/// A row of `sheets.csv`.
#[derive(Deserialize)]
struct SheetNameRow {
    dutch: String,
    english: String,
    also: String,
}

/// The names of one kind of sheet.
struct SheetNames {
    name: Bilingual,
    also: Vec<&'static str>,
}

impl TableKind {
    /// All kinds, in the order of `sheets.csv`.
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

    fn names(self) -> &'static SheetNames {
        static NAMES: LazyLock<Vec<SheetNames>> = LazyLock::new(|| {
            let names = |row: SheetNameRow| SheetNames {
                name: Bilingual { dutch: keep(row.dutch), english: keep(row.english) },
                also: keep_list(row.also),
            };
            rows(include_str!("sheets.csv")).into_iter().map(names).collect()
        });
        &NAMES[self as usize]
    }

    /// The name that templates give such a sheet.
    pub fn sheet_name(self) -> Bilingual {
        self.names().name
    }

    /// Whether a sheet of this name is of this kind.
    pub fn is_called(self, name: &str) -> bool {
        let names = self.names();
        let own = [names.name.dutch, names.name.english];
        own.iter().chain(&names.also).any(|known| folded(known) == folded(name))
    }

    /// Whether the words of a sheet's name include a name of this kind: `Studenten 2027`.
    pub fn is_named_in(self, name: &str) -> bool {
        name.split(|letter: char| !letter.is_alphanumeric()).any(|word| self.is_called(word))
    }

    /// Whether several sheets may be one table of this kind together.
    pub const fn may_have_several_sheets(self) -> bool {
        matches!(self, Self::Students | Self::Schools)
    }

    /// The option of `import` that names such a table, without its hyphens.
    pub fn option(self) -> String {
        self.names().name.english.to_lowercase()
    }

    /// The list of the document that its rows belong to.
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

    fn sheet_columns(self) -> &'static SheetColumns {
        match self {
            Self::Students => &columns::STUDENTS,
            // Any value of a school can be added to it.
            Self::Schools | Self::Places => &columns::SCHOOLS,
            Self::Boards => &columns::BOARDS,
            Self::Clusters => &columns::CLUSTERS,
            Self::Journeys => &columns::JOURNEYS,
            Self::Settings => &columns::SETTINGS,
            Self::Postcodes => &columns::POSTCODES,
        }
    }

    /// The columns that it may have.
    pub fn columns(self) -> &'static [KnownColumn] {
        &self.sheet_columns().columns
    }

    /// The column with a folded name.
    pub fn named(self, name: &str) -> Option<&'static KnownColumn> {
        self.sheet_columns().named(name)
    }

    /// The column that a folded name means if the values below show it; by its name alone it means another.
    pub fn named_by_values(self, name: &str) -> Option<&'static KnownColumn> {
        self.sheet_columns().named_by_values(name)
    }

    /// Whether each row must have a column.
    pub fn requires(self, column: &KnownColumn) -> bool {
        match self {
            // The school's other columns are in the table that this one is added to.
            Self::Places => column.path == "id",
            // Another table or the default may give the places; that is checked after all tables are read.
            Self::Schools => column.required && column.path != "places",
            _ => column.required,
        }
    }

    /// Whether its rows are known by their names where no column gives ids.
    pub const fn may_be_known_by_name(self) -> bool {
        matches!(self, Self::Schools | Self::Places | Self::Boards | Self::Clusters)
    }

    /// Whether a cell with the values of a path may be empty, whatever other tables hold.
    pub fn may_leave_empty(self, path: &str) -> bool {
        let is_needed = |column: &&KnownColumn| {
            column.path == path && column.required && (self != Self::Places || path == "id")
        };
        // Half a point is none.
        !path.starts_with("at[") && !self.columns().iter().any(|column| is_needed(&column))
    }

    /// The largest number of rows that an instance may have.
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
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn no_two_columns_of_a_sheet_share_a_name() {
        for kind in TableKind::ALL {
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
    fn a_name_that_values_decide_is_that_of_another_column() {
        let columns = TableKind::ALL.map(|kind| kind.columns().iter().map(move |one| (kind, one)));
        let shared = columns.into_iter().flatten().filter(|(_, one)| !one.by_values.is_empty());
        let mut count = 0;
        for (kind, column) in shared {
            for name in &column.by_values {
                let other = kind.named(&folded(name));
                assert!(other.is_some_and(|other| other.path != column.path), "{kind:?}: {name}");
                count += 1;
            }
        }
        assert!(count > 0);
    }

    #[test]
    fn no_two_kinds_of_sheets_share_a_name() {
        for one in TableKind::ALL {
            for other in TableKind::ALL {
                let name = other.sheet_name();
                assert_eq!(one.is_called(name.dutch), one == other, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn the_names_of_sheets_are_in_the_order_of_the_kinds() {
        let names = TableKind::ALL.map(|kind| kind.sheet_name().english);
        let kinds = TableKind::ALL.map(|kind| format!("{kind:?}"));
        assert_eq!(names.map(str::to_owned), kinds);
    }
}
