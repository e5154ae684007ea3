//! Students and cohorts.

use std::collections::BTreeSet;

use super::names::{IdKind, IdRegister};
use super::postcodes::Postcodes;
use super::problems::{Location, Problems};
use super::terms::Terms;
use crate::base::{Id, IdVec, Kilometres};
use crate::instance::document::{
    ClassDays, DenominationWishDocument, Detour, InstanceDocument, StudentDocument,
};
use crate::instance::{
    BoardId, ClusterId, Day, DenominationWish, Named, Programme, SchoolId, Strength, Student,
    StudentId,
};

/// The students, in the order of their ids.
pub fn students(
    document: &InstanceDocument,
    names: &IdRegister,
    terms: &Terms,
    postcodes: &Postcodes,
    problems: &mut Problems,
) -> IdVec<StudentId, Student> {
    let list = Location::Document.key("students");
    let rows = names.roll(IdKind::Student).rows();
    rows.map(|row| {
        let (written, spot) = (&document.students[row], list.index(row));
        check_lists(written, spot, problems);
        let at = postcodes.locate(written.at, written.postcode.as_ref(), spot, problems);
        Student { at, ..student(written, spot, names, terms, problems) }
    })
    .collect()
}

fn student(
    written: &StudentDocument,
    spot: Location,
    names: &IdRegister,
    terms: &Terms,
    problems: &mut Problems,
) -> Student {
    let mut places = |list: Option<&[String]>, spot| named(list, spot, names, problems);
    let wishes = places(written.wishes.as_deref(), spot.key("wishes")).unwrap_or_default();
    let not = places(written.not.as_deref(), spot.key("not")).unwrap_or_default();
    let only = places(written.only.as_deref(), spot.key("only"));
    let previous = written.previous.as_deref().unwrap_or_default();
    Student {
        location: problems.written(spot),
        id: written.id.clone(),
        count: written.student_count(),
        programme: written.programme,
        year: written.year,
        at: None,
        postcode: written.postcode.as_ref().map(|postcode| postcode.digits().to_owned()),
        days: written.days.as_deref().unwrap_or(Day::ALL).iter().copied().collect(),
        class_days: written.class_days.map_or(usual_class_days(written.programme), ClassDays::get),
        community: written.community,
        denomination: written.denomination.as_ref().map(|wish| denomination(wish, terms)),
        concepts: terms.identities(written.concepts.as_deref().unwrap_or_default()),
        wishes,
        not: in_order(not),
        only: only.map(in_order),
        earlier_schools: in_order(earlier(previous, spot.key("previous"), names, problems)),
        fixed: written.fixed.as_ref().and_then(|id| {
            let named = names.refer(&[IdKind::School], id, spot.key("fixed"), problems);
            named.map(|(_, index)| SchoolId::from_index(index))
        }),
        limit: written.limit_km.map(Kilometres::metres),
        unplaced: written.unplaced_worth_km.map(Kilometres::points),
        detour: written.detour.map(Detour::get),
        because: written.because.clone(),
    }
}

/// Days a week that the class of a programme needs, where a student does not say.
fn usual_class_days(programme: Programme) -> i64 {
    i64::from(programme == Programme::Deeltijd)
}

fn denomination(written: &DenominationWishDocument, terms: &Terms) -> DenominationWish {
    DenominationWish {
        terms: terms.identities(&written.wish),
        strength: written.strength.unwrap_or(Strength::Prefer),
    }
}

fn check_lists(written: &StudentDocument, spot: Location, problems: &mut Problems) {
    let wish = written.denomination.as_ref().map(|denomination| denomination.wish.as_slice());
    problems.some_distinct(wish, spot.key("denomination").key("wish"));
    problems.some_distinct(written.only.as_deref(), spot.key("only"));
    problems.distinct(written.days.as_deref().unwrap_or_default(), spot.key("days"));
    for (key, list) in [
        ("concepts", &written.concepts),
        ("wishes", &written.wishes),
        ("not", &written.not),
        ("previous", &written.previous),
    ] {
        problems.distinct(list.as_deref().unwrap_or_default(), spot.key(key));
    }
}

/// The schools, clusters and boards that a list names, in its order.
fn named(
    list: Option<&[String]>,
    spot: Location,
    names: &IdRegister,
    problems: &mut Problems,
) -> Option<Vec<Named>> {
    let written = list?.iter().enumerate();
    let named = written.filter_map(|(index, id)| {
        let (kind, index) = names.refer(IdKind::PLACES, id, spot.index(index), problems)?;
        match kind {
            IdKind::School => Some(Named::School(SchoolId::from_index(index))),
            IdKind::Cluster => Some(Named::Cluster(ClusterId::from_index(index))),
            IdKind::Board => Some(Named::Board(BoardId::from_index(index))),
            IdKind::Network | IdKind::Student => None,
        }
    });
    Some(named.collect())
}

/// The earlier schools that are schools of the document. Others are kept as names only: the school may have left
/// the partnership, or never have been in it.
fn earlier(
    list: &[String],
    spot: Location,
    names: &IdRegister,
    problems: &mut Problems,
) -> Vec<SchoolId> {
    let written = list.iter().enumerate().filter(|(_, id)| names.is_known(id));
    let named = written
        .filter_map(|(index, id)| names.refer(&[IdKind::School], id, spot.index(index), problems));
    named.map(|(_, index)| SchoolId::from_index(index)).collect()
}

fn in_order<T: Ord>(values: Vec<T>) -> Vec<T> {
    let values: BTreeSet<T> = values.into_iter().collect();
    values.into_iter().collect()
}
