//! What remarks of planners look like that are wishes, with the column where each wish would count.

use std::sync::LazyLock;

use serde::Deserialize;

use super::data::{keep_list, rows};
use super::{KnownColumn, TableKind};
use crate::spreadsheets::fold::folded;

/// A row of `remarks.csv`.
#[derive(Deserialize)]
struct RemarkRow {
    sheet: TableKind,
    column: String,
    patterns: String,
}

/// The remarks that look like the values of one column of students or of schools.
pub struct WishInRemark {
    /// The kind of table with remarks.
    pub kind: TableKind,
    /// The column.
    pub column: &'static KnownColumn,
    /// The words that follow each other in such a remark, as `remarks.csv` writes them: `<day>` is any day, `!word` any
    /// other word than that or none, and `<school>` at the beginning says that a school is named somewhere.
    pub patterns: Vec<Vec<&'static str>>,
}

/// All kinds of wishes that remarks may look like, in the order in which they are tried.
pub fn wishes_in_remarks() -> &'static [WishInRemark] {
    static WISHES: LazyLock<Vec<WishInRemark>> = LazyLock::new(|| {
        let of_row = |row: RemarkRow| WishInRemark {
            kind: row.sheet,
            column: row.sheet.named(&folded(&row.column)).expect("a column of the sheet"),
            patterns: keep_list(row.patterns)
                .into_iter()
                .map(|pattern| pattern.split(' ').collect())
                .collect(),
        };
        rows(include_str!("remarks.csv")).into_iter().map(of_row).collect()
    });
    &WISHES
}
