//! Schools.

use super::names::{IdKind, IdRegister};
use super::postcodes::Postcodes;
use super::problems::{Location, Problems};
use super::terms::Terms;
use crate::base::{Id, IdVec};
use crate::instance::document::{
    InstanceDocument, PlacesForDocument, SchoolDocument, StudentCount,
};
use crate::instance::{BoardId, PlacesFor, School, SchoolId};

/// The schools, in the order of their ids, not yet linked to clusters.
pub fn schools(
    document: &InstanceDocument,
    names: &IdRegister,
    terms: &Terms,
    postcodes: &Postcodes,
    problems: &mut Problems,
) -> IdVec<SchoolId, School> {
    let list = Location::Document.key("schools");
    let rows = names.roll(IdKind::School).rows();
    rows.map(|row| {
        let (written, spot) = (&document.schools[row], list.index(row));
        check_lists(written, spot, problems);
        let board = names.refer(&[IdKind::Board], &written.board, spot.key("board"), problems);
        School {
            id: written.id.clone(),
            name: written.name.clone().unwrap_or_else(|| written.id.clone()),
            // An unknown board is a problem already; nobody sees this stand-in.
            board: BoardId::from_index(board.map_or(0, |(_, index)| index)),
            at: postcodes.locate(written.at, written.postcode.as_ref(), spot, problems),
            town: written.town.clone(),
            denominations: terms.identities(written.denomination.as_deref().unwrap_or_default()),
            concepts: terms.identities(written.concepts.as_deref().unwrap_or_default()),
            places: written.places.get(),
            min_students: written.min_students.map(StudentCount::get),
            places_for: written.places_for.iter().flatten().map(places_for).collect(),
            programmes: sorted(written.programmes.as_deref()),
            years: sorted(written.years.as_deref()),
            ikc: written.ikc.unwrap_or(false),
            cluster: None,
        }
    })
    .collect()
}

fn check_lists(written: &SchoolDocument, spot: Location, problems: &mut Problems) {
    let denomination = written.denomination.as_deref().unwrap_or_default();
    problems.distinct(denomination, spot.key("denomination"));
    problems.distinct(written.concepts.as_deref().unwrap_or_default(), spot.key("concepts"));
    problems.some_distinct(written.programmes.as_deref(), spot.key("programmes"));
    problems.some_distinct(written.years.as_deref(), spot.key("years"));
    let list = spot.key("places_for");
    for (index, limit) in written.places_for.iter().flatten().enumerate() {
        let spot = list.index(index);
        problems.some_distinct(limit.programmes.as_deref(), spot.key("programmes"));
        problems.some_distinct(limit.years.as_deref(), spot.key("years"));
    }
}

fn places_for(written: &PlacesForDocument) -> PlacesFor {
    PlacesFor {
        programmes: sorted(written.programmes.as_deref()),
        years: sorted(written.years.as_deref()),
        places: written.places.get(),
    }
}

/// A list that is a set, in order.
pub fn sorted<T: Ord + Clone>(list: Option<&[T]>) -> Option<Vec<T>> {
    let mut values = list?.to_vec();
    values.sort_unstable();
    Some(values)
}
