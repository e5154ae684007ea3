//! Spreadsheets: import makes an instance from tables, and a template is a workbook to fill in.
//!
//! bytes → sheet (rows of cells) → header (the meaning of each column) → rows (values by key) → document, which the
//! reader of all instances validates. Its messages are then located in the cells of the values.

mod accepted;
mod account;
mod account_words;
mod archive;
mod assembly;
mod board_names;
mod by_values;
mod columns;
mod concealed;
mod contacts;
mod csv_sheet;
mod denomination_settings;
pub(crate) mod duo;
mod encoding;
mod entry;
mod example;
mod fault;
mod filled;
mod fold;
mod gathering;
mod header;
mod header_problems;
mod importing;
mod joining;
mod lists;
mod map;
mod minimum_price;
mod numbers;
mod ods;
mod origins;
mod person_names;
mod places_for;
mod postcodes;
mod programme_settings;
mod reference_words;
mod references;
mod request;
mod rows;
mod rows_left_out;
mod school_clusters;
mod second_reading;
mod setting_values;
mod settings;
mod sheet;
mod sheet_search;
mod spelling;
mod student_pairs;
mod template;
mod unjudged;
mod values;
mod vocabulary;
mod word_values;
mod workbook;
mod years;

pub use account::Account;
pub use account_words::account_in_words;
pub use importing::{Imported, RefusedImport, import};
pub use origins::IN_TABLES;
pub use request::{Request, TableFile};
pub use template::{blank_template, template_of};
pub use vocabulary::TableKind;
