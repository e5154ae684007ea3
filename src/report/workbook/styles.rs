//! Formats of cells.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::super::amount::{Amount, AmountUnit};
use crate::disclosure::Field;

/// The background of a header.
const HEADER: Color = Color::RGB(0x00DD_E8F0);
/// The line below it.
const LINE: Color = Color::RGB(0x0040_5A6B);

/// The formats of cells in tables. Formats of numbers are made on demand.
pub struct Styles {
    /// A title above a column of words.
    pub title: Format,
    /// A title above a column of numbers.
    pub title_of_numbers: Format,
    /// Words.
    pub text: Format,
    /// Words that a spreadsheet might read as a formula when someone edits the cell.
    pub quoted: Format,
    /// Words in place of a number.
    pub words_among_numbers: Format,
    numbers: BTreeMap<(AmountUnit, u32, bool), Format>,
}

/// The title of a sheet.
pub fn heading() -> Format {
    Format::new().set_bold().set_font_size(16)
}

impl Default for Styles {
    fn default() -> Self {
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let title = Format::new().set_text_wrap().set_align(FormatAlign::Bottom).set_bold();
        let title = title.set_background_color(HEADER);
        let title = title.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE);
        Self {
            title_of_numbers: to_the_right(title.clone()),
            title,
            words_among_numbers: to_the_right(text.clone()),
            quoted: text.clone().set_quote_prefix(),
            text,
            numbers: BTreeMap::new(),
        }
    }
}

impl Styles {
    /// The format of a number in a column. In a column that mixes figures, distances show their unit.
    pub fn number(&mut self, field: Field, amount: Amount) -> &Format {
        let Amount { number, unit } = amount;
        let among_others = field == Field::Number;
        self.numbers.entry((unit, number.decimals, among_others)).or_insert_with(|| {
            let mut number_format = number_format(unit, number.decimals);
            if among_others && matches!(unit, AmountUnit::Kilometres | AmountUnit::WholeKilometres)
            {
                number_format.push_str(" \"km\"");
            }
            to_the_right(Format::new().set_num_format(number_format).set_align(FormatAlign::Top))
        })
    }
}

/// Right-aligned, with some room to the next column.
fn to_the_right(format: Format) -> Format {
    format.set_align(FormatAlign::Right).set_indent(1)
}

/// The number format. Spreadsheets translate its signs to those of the user.
fn number_format(unit: AmountUnit, decimals: u32) -> String {
    match unit {
        AmountUnit::One if decimals > 0 => format!("0.{}", "0".repeat(decimals as usize)),
        AmountUnit::Kilometres => "#,##0.0".to_owned(),
        AmountUnit::Percent => format!("0.{}%", "0".repeat(decimals as usize)),
        AmountUnit::Euros => "\"€\" #,##0".to_owned(),
        AmountUnit::One | AmountUnit::WholeKilometres | AmountUnit::Points => "#,##0".to_owned(),
    }
}

/// The value of a number in a sheet: percentages are fractions of 1.
pub fn value(amount: Amount) -> f64 {
    let mut number = amount.number;
    if amount.unit == AmountUnit::Percent {
        number.decimals += 2;
    }
    number.double()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::{Cell, Share};

    #[test]
    fn a_percentage_is_a_fraction() {
        let amount = Amount::of(Field::Share, &Cell::Share(Share::Exact(984))).unwrap();
        assert!((value(amount) - 0.984).abs() < 1e-12);
        assert_eq!(number_format(amount.unit, amount.number.decimals), "0.0%");
        let gap = Amount::of(Field::Share, &Cell::Gap(4)).unwrap();
        assert!((value(gap) - 0.000_04).abs() < 1e-12);
        assert_eq!(number_format(gap.unit, gap.number.decimals), "0.000%");
    }
}
