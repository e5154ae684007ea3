//! Which cells are numbers, for writers that keep numbers as such.

use crate::base::Decimal;
use crate::disclosure::{Cell, Count, Field, Share};
use crate::texts::Language;

/// What a number counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Unit {
    /// Things: students, clusters, places; or a number without unit.
    One,
    /// Kilometres, with three decimals.
    Kilometres,
    /// Kilometres of which only whole ones are told.
    WholeKilometres,
    /// Hundredths.
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
    /// What it counts.
    pub unit: Unit,
}

impl Amount {
    fn new(scaled: i64, decimals: u32, unit: Unit) -> Self {
        Self { number: Decimal { scaled, decimals }, unit }
    }

    /// The number in a cell of a column; `None` where it holds words, or a number that is not told exactly.
    /// What a figure is about is words, also where it is a distance.
    pub fn of(field: Field, cell: &Cell) -> Option<Self> {
        if field == Field::About {
            return None;
        }
        Some(match *cell {
            Cell::Number(number) | Cell::Count(Count::Exact(number)) => {
                Self::new(number, 0, Unit::One)
            }
            Cell::Decimal(number) => Self { number, unit: Unit::One },
            Cell::Share(Share::Exact(tenths)) => Self::new(tenths, 1, Unit::Percent),
            Cell::Gap(thousandths) => Self::new(thousandths, 3, Unit::Percent),
            Cell::Metres(metres) => Self::new(metres, 3, Unit::Kilometres),
            Cell::Kilometres(metres) => {
                let number = Decimal { scaled: metres, decimals: 3 }.rounded(0);
                Self { number, unit: Unit::WholeKilometres }
            }
            Cell::Points(points) => Self::new(points, 0, Unit::Points),
            Cell::Euros(euros) => Self::new(euros, 0, Unit::Euros),
            _ => return None,
        })
    }
}

/// A cell as words; `None` where there is nothing to tell.
pub fn words(cell: &Cell, language: Language) -> Option<String> {
    let is_nothing = matches!(cell, Cell::Empty | Cell::Share(Share::Unknown));
    (!is_nothing).then(|| language.cell(cell))
}

/// Whether a spreadsheet may take a text for something to be carried out. Blanks before it are passed over,
/// as some programs do.
pub fn is_dangerous(text: &str) -> bool {
    text.trim_start_matches(' ').starts_with(DANGEROUS)
}

/// What a text begins with that a spreadsheet may carry out.
pub const DANGEROUS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

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
