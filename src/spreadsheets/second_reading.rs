//! A second reading of cells that say more or less than a value: `4 (waarvan 1 DT)`, `n.t.b.`
//!
//! Each becomes a value only where no other is possible, and with a warning that quotes the cell.

use super::accepted::text;
use super::fold::tidy;
use super::sheet::{CellContent, excerpt};
use super::vocabulary::{CellForm, is_one_of, unknown};
use crate::message;
use crate::texts::Message;

/// What a second reading makes of a cell.
pub struct SecondReading {
    /// What is read instead; `None` if the cell counts as empty.
    pub content: Option<CellContent>,
    /// What is left out of it, as a warning.
    pub remark: Message,
}

/// The second reading of a cell that holds no plain value; `None` if there is none.
pub fn second_reading(form: CellForm, content: &CellContent) -> Option<SecondReading> {
    let text = match content {
        CellContent::Text(_) | CellContent::Number(_) => text(content),
        _ => return None,
    };
    let shown = excerpt(&text);
    if is_unknown(&text) {
        let remark = message!("spreadsheets-counts-as-empty", shown = shown);
        return Some(SecondReading { content: None, remark });
    }
    if let Some(rest) = without_remark(&text).filter(|_| takes_remarks(form)) {
        let remark =
            message!("spreadsheets-read-without-remark", shown = shown, rest = rest.as_str());
        return Some(SecondReading { content: Some(CellContent::Text(rest)), remark });
    }
    if form == CellForm::Postcode && is_foreign(&text) {
        let remark = message!("spreadsheets-foreign-postcode", shown = shown);
        return Some(SecondReading { content: None, remark });
    }
    None
}

/// Whether a cell says that its value is not known yet.
pub fn is_unknown(text: &str) -> bool {
    is_one_of(unknown(), text)
}

/// Whether a postcode is one of Germany, where students of border regions live.
fn is_foreign(postcode: &str) -> bool {
    postcode.len() == 5 && postcode.bytes().all(|digit| digit.is_ascii_digit())
}

/// Whether a remark in brackets cannot be part of a value of this form.
fn takes_remarks(form: CellForm) -> bool {
    use CellForm::{Days, DaysExcept, Programme, Whole, Year};
    matches!(form, Days | DaysExcept | Programme | Whole | Year)
}

/// A text without the remark in brackets at its end; `None` if it has none.
pub fn without_remark(text: &str) -> Option<String> {
    let (value, remark) = text.strip_suffix(')')?.split_once('(')?;
    let value = tidy(value);
    (!value.is_empty() && !remark.contains(['(', ')'])).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::option_option, reason = "no second reading, or one that finds the cell empty")]
    fn read(form: CellForm, text: &str) -> Option<Option<CellContent>> {
        second_reading(form, &CellContent::Text(text.to_owned())).map(|reading| reading.content)
    }

    #[test]
    fn remarks_are_left_out() {
        let of = |text: &str| Some(Some(CellContent::Text(text.to_owned())));
        assert_eq!(read(CellForm::Whole, "4 (waarvan 1 DT)"), of("4"));
        assert_eq!(read(CellForm::Days, "di (do in overleg)"), of("di"));
        for text in ["n.t.b.", "?", "onbekend", "NNB"] {
            assert_eq!(read(CellForm::Days, text), Some(None), "{text}");
        }
    }

    #[test]
    fn nothing_else_is_read_twice() {
        for text in ["4-6", "3 + 1", "max 3", "(4)", "", "4)", "ca. 3", "± 12"] {
            assert!(read(CellForm::Whole, text).is_none(), "{text}");
        }
        assert_eq!(read(CellForm::Postcode, "26789"), Some(None));
        assert!(read(CellForm::Postcode, "97112 AB").is_none());
        assert!(read(CellForm::Id, "a (b)").is_none());
        assert!(read(CellForm::Days, "ca. 3").is_none());
    }
}
