//! A part of the students, in percent with one decimal.

use crate::base::Decimal;
use crate::plan::Proportion;
use crate::texts::Language;

/// A part of the students, in percent with one decimal.
pub fn share(part: i64, students: i64, language: Language) -> String {
    let share = Proportion::new(part, students).share_permille();
    share.map_or_else(
        || "–".to_owned(),
        |tenths| language.number(Decimal { scaled: tenths, decimals: 1 }) + "%",
    )
}
