//! The table of students who are to be together or apart, which only planners see.

use super::super::field::Field;
use super::super::table::{Cell, Table, Topic};
use super::{Row, Source};
use crate::instance::PairKind;
use crate::plan::PairEntry;
use crate::rules::{apart, together};

const COLUMNS: [Field; 7] = [
    Field::Student,
    Field::OtherStudent,
    Field::Title,
    Field::MeetingPlace,
    Field::WishStrength,
    Field::PairMet,
    Field::Because,
];

/// The pairs in the order of the plan; no table where there are none.
pub fn pairs(source: &Source) -> Option<Table> {
    let pairs = source.composed.pairs.as_deref()?;
    Some(Table::new(Topic::Pairs, &COLUMNS, pairs.iter().map(row).collect()))
}

fn row(pair: &PairEntry) -> Row {
    let card = match pair.rule {
        PairKind::Together => &together::CARD,
        PairKind::Apart => &apart::CARD,
    };
    let [student, other] = &pair.students;
    Row::from([
        (Field::Student, Cell::text(student)),
        (Field::OtherStudent, Cell::text(other)),
        (Field::Title, Cell::Title(card.id)),
        (Field::MeetingPlace, Cell::MeetingPlace(pair.at)),
        (Field::WishStrength, Cell::Strength(pair.strength)),
        (Field::PairMet, Cell::of(pair.met, Cell::Yes)),
        (Field::Because, Cell::of(pair.because.as_ref(), Cell::text)),
    ])
}
