//! Cells that are numbers, for files in which numbers stay numbers.

use crate::base::Decimal;
use crate::disclosure::{Cell, Count, Field, Share};
use crate::texts::Language;

/// The unit of a number in a cell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum AmountUnit {
    /// No unit: a number of students, clusters or places, or a pure number.
    One,
    /// Kilometres, with three decimals.
    Kilometres,
    /// Kilometres, rounded to whole ones.
    WholeKilometres,
    /// Percent.
    Percent,
    /// Points: metres of one student's journey.
    Points,
    /// Euros.
    Euros,
}

/// A number with its unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Amount {
    /// The number, exact.
    pub number: Decimal,
    /// Its unit.
    pub unit: AmountUnit,
}

impl Amount {
    fn new(scaled: i64, decimals: u32, unit: AmountUnit) -> Self {
        Self { number: Decimal { scaled, decimals }, unit }
    }

    /// The number in a cell of a column; `None` if the cell holds words or an inexact number. What a figure
    /// is about is words, even a distance.
    pub fn of(field: Field, cell: &Cell) -> Option<Self> {
        if field == Field::About {
            return None;
        }
        Some(match *cell {
            Cell::Number(number) | Cell::Count(Count::Exact(number)) => {
                Self::new(number, 0, AmountUnit::One)
            }
            Cell::Decimal(number) => Self { number, unit: AmountUnit::One },
            Cell::Share(Share::Exact(tenths)) => Self::new(tenths, 1, AmountUnit::Percent),
            Cell::Gap(thousandths) => Self::new(thousandths, 3, AmountUnit::Percent),
            Cell::Metres(metres) => Self::new(metres, 3, AmountUnit::Kilometres),
            Cell::Kilometres(metres) => {
                let number = Decimal { scaled: metres, decimals: 3 }.rounded(0);
                Self { number, unit: AmountUnit::WholeKilometres }
            }
            Cell::Points(points) => Self::new(points, 0, AmountUnit::Points),
            Cell::Euros(euros) => Self::new(euros, 0, AmountUnit::Euros),
            _ => return None,
        })
    }
}

/// A cell as words; `None` if it is empty.
pub fn words(cell: &Cell, language: Language) -> Option<String> {
    let is_nothing = matches!(cell, Cell::Empty | Cell::Share(Share::Unknown));
    (!is_nothing).then(|| language.cell(cell))
}

/// A fraction as a percentage with two decimals.
pub fn percent(fraction: f64, language: Language) -> String {
    format!("{:.2}%", 100.0 * fraction).replace('.', language.decimal_sign())
}

/// Whether a spreadsheet might execute a text as a formula. Leading blanks are skipped, as some programs do.
pub fn is_dangerous(text: &str) -> bool {
    text.trim_start_matches(' ').starts_with(DANGEROUS)
}

/// The first signs of texts that a spreadsheet might execute.
pub const DANGEROUS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Points in kilometres, with as many decimals as needed.
pub fn exact_kilometres(points: i64) -> Decimal {
    let exact = Decimal { scaled: points, decimals: 3 };
    let shorter = (0..3).map(|decimals| exact.rounded(decimals));
    let is_exact = |one: &Decimal| one.scaled * 10_i64.pow(3 - one.decimals) == points;
    shorter.into_iter().find(is_exact).unwrap_or(exact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_decimals() {
        let number = |field, cell: &Cell| Some(Amount::of(field, cell)?.number.to_string());
        let written = |cell: &Cell| number(Field::Number, cell);
        for (cell, expected) in [
            (Cell::Metres(12_345), Some("12.345")),
            (Cell::Kilometres(12_000), Some("12")),
            (Cell::Share(Share::Exact(984)), Some("98.4")),
            (Cell::Gap(4), Some("0.004")),
            (Cell::Euros(-4_200), Some("-4200")),
            (Cell::Count(Count::Few), None),
            (Cell::Share(Share::AtLeast(984)), None),
            (Cell::Yes(true), None),
            (Cell::Empty, None),
        ] {
            assert_eq!(written(&cell).as_deref(), expected, "{cell:?}");
        }
        assert_eq!(number(Field::About, &Cell::Metres(20_000)), None);
    }

    #[test]
    fn a_text_is_dangerous_by_how_it_begins() {
        let dangerous = ["=1+1", "+31 50", "-1", "@x", "\tx", "\rx", "  =1"];
        assert!(dangerous.into_iter().all(is_dangerous));
        assert!(!["De Toren", "a=b", "'=1", ""].into_iter().any(is_dangerous));
    }
}
