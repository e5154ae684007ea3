//! What the cells of a column accept, in words, and the plain text of a cell.

use super::fold::tidy;
use super::sheet::CellContent;
use super::vocabulary::{CellForm, empty_list, is_one_of, no_wish, nothing};
use crate::message;
use crate::texts::Message;

/// What cells of a form accept.
pub fn accepted(form: CellForm) -> Message {
    match form {
        CellForm::Id => message!("spreadsheets-accepts-id"),
        CellForm::Ids | CellForm::WishedIds => message!("spreadsheets-accepts-ids"),
        CellForm::StudentIds => message!("spreadsheets-accepts-student-ids"),
        CellForm::Text | CellForm::BoardName | CellForm::ClusterName | CellForm::Contact => {
            message!("spreadsheets-accepts-text")
        }
        CellForm::Texts | CellForm::WishedTexts => message!("spreadsheets-accepts-texts"),
        CellForm::Whole => message!("spreadsheets-accepts-whole"),
        CellForm::Kilometres | CellForm::KilometresAsMetres => {
            message!("spreadsheets-accepts-kilometres")
        }
        CellForm::Factor => message!("spreadsheets-accepts-factor"),
        CellForm::Minutes => message!("spreadsheets-accepts-minutes"),
        CellForm::North => message!("spreadsheets-accepts-north"),
        CellForm::East => message!("spreadsheets-accepts-east"),
        CellForm::Postcode => message!("spreadsheets-accepts-postcode"),
        CellForm::Days | CellForm::DaysExcept => message!("spreadsheets-accepts-days"),
        CellForm::DayMark(_) | CellForm::YesNo => message!("spreadsheets-accepts-yes-no"),
        CellForm::Programme => message!("spreadsheets-accepts-programme"),
        CellForm::Programmes => message!("spreadsheets-accepts-programmes"),
        CellForm::Year => message!("spreadsheets-accepts-year"),
        CellForm::Withdrawn => message!("spreadsheets-accepts-withdrawn"),
        CellForm::Status => message!("spreadsheets-accepts-status"),
        CellForm::Years => message!("spreadsheets-accepts-years"),
        CellForm::Standing => message!("spreadsheets-accepts-standing"),
        CellForm::Strength => message!("spreadsheets-accepts-strength"),
        CellForm::PlacesFor => message!("spreadsheets-accepts-places-for"),
        CellForm::Value => message!("spreadsheets-accepts-value"),
    }
}

/// The text in a cell without invisible characters; a number is written as text.
pub fn text(content: &CellContent) -> String {
    match content {
        CellContent::Text(text) => tidy(text),
        CellContent::Number(number) => number.to_string(),
        other => other.shown().to_string(),
    }
}

/// Whether a text says that there is no day or no limit.
pub fn is_nothing(text: &str) -> bool {
    is_one_of(nothing(), text)
}

/// Whether the text of a whole cell is an empty list; a quoted text never is.
pub fn is_empty_list(form: CellForm, text: &str) -> bool {
    let wished = matches!(form, CellForm::WishedIds | CellForm::WishedTexts);
    let words = if wished { no_wish() } else { empty_list() };
    !text.starts_with('"') && is_one_of(words, text)
}
