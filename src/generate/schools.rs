//! Draws the schools of a board.

use super::drawn_school::{DrawnSchool, places};
use super::draws::{DrawSubject, Draws, WeightedDraw};
use super::names::InventedNames;
use super::region::{RegionBoard, SchoolSite, SitePlaces};
use crate::instance::document::{PlacesForDocument, SchoolDocument};
use crate::instance::{Programme, Year};

/// Concepts and focuses, with weights. Wishes are drawn from the same list.
pub(super) const CONCEPTS: &[(&str, u32)] = &[
    ("dalton", 6),
    ("jenaplan", 4),
    ("montessori", 3),
    ("hoogbegaafdheid", 4),
    ("speciaal basisonderwijs", 3),
    ("taal en anderstaligen", 2),
    ("natuur en techniek", 3),
];

// Percentages of schools: with a concept, that are an integral child centre, and so on.
const CONCEPT_PERCENT: u32 = 28;
const IKC_PERCENT: u32 = 20;
const LIMITED_PERCENT: u32 = 9;

/// The schools of the board with that number, in the order of its sites.
pub(super) fn draw_schools(
    board: &RegionBoard,
    number: usize,
    names: &mut InventedNames,
    seed: u64,
) -> Vec<DrawnSchool> {
    let mut draws = Draws::new(seed, DrawSubject::Schools, number);
    let mut schools = Vec::with_capacity(board.sites.len());
    for (position, site) in board.sites.iter().enumerate() {
        let at = site.at.scattered(site.scatter, &mut draws);
        let mut document = SchoolDocument {
            id: site.id.clone().unwrap_or_else(|| format!("{}-s{:02}", board.id, position + 1)),
            name: None,
            board: board.id.clone(),
            at: Some(at.at()),
            postcode: None,
            town: site.town.clone(),
            denomination: draw_denominations(board, site, &mut draws),
            concepts: draw_concepts(site, &mut draws),
            places: places(draw_places(site.places, &mut draws)),
            min_students: None,
            places_for: None,
            programmes: None,
            years: None,
            ikc: Some(site.ikc.unwrap_or_else(|| draws.percent(IKC_PERCENT))).filter(|&ikc| ikc),
        };
        document.name = site.name.clone().or_else(|| invented_name(&document, names));
        if !site.takes_all && draws.percent(LIMITED_PERCENT) {
            limit(&mut document, &mut draws);
        }
        schools.push(DrawnSchool { document, at, standing: board.standing, cluster: None });
    }
    schools
}

fn invented_name(school: &SchoolDocument, names: &mut InventedNames) -> Option<String> {
    let kind = if school.ikc.is_some() { "IKC " } else { "" };
    names.next().map(|name| format!("{kind}{name}"))
}

fn draw_denominations(
    board: &RegionBoard,
    site: &SchoolSite,
    draws: &mut Draws,
) -> Option<Vec<String>> {
    let own = site.denominations.clone();
    own.filter(|denominations| !denominations.is_empty()).or_else(|| {
        let lottery = WeightedDraw::new(board.denominations.iter().map(|&(_, weight)| weight))?;
        Some(vec![board.denominations[lottery.draw(draws)].0.clone()])
    })
}

fn draw_concepts(site: &SchoolSite, draws: &mut Draws) -> Option<Vec<String>> {
    let concepts = site.concepts.clone().unwrap_or_else(|| {
        if draws.percent(CONCEPT_PERCENT) { vec![draw_concept(draws)] } else { Vec::new() }
    });
    Some(concepts).filter(|concepts| !concepts.is_empty())
}

/// One of the concepts.
pub(super) fn draw_concept(draws: &mut Draws) -> String {
    let lottery = WeightedDraw::new(CONCEPTS.iter().map(|&(_, weight)| weight));
    CONCEPTS[lottery.expect("concepts have weights").draw(draws)].0.to_owned()
}

fn draw_places(site_places: SitePlaces, draws: &mut Draws) -> i64 {
    match site_places {
        SitePlaces::Exactly(number) => i64::from(number),
        SitePlaces::Between(one, other) => {
            draws.between(i64::from(one.min(other)), i64::from(one.max(other)))
        }
    }
}

/// Limits the programmes or years of a school, in one of the ways that occur in practice.
fn limit(school: &mut SchoolDocument, draws: &mut Draws) {
    match draws.below(4) {
        0 => school.years = Some(Year::ALL[1..].to_vec()),
        1 => school.years = Some(Year::ALL[..3].to_vec()),
        2 => school.programmes = Some(vec![Programme::Voltijd, Programme::Academisch]),
        _ => {
            school.places_for = Some(vec![PlacesForDocument {
                programmes: Some(vec![Programme::Deeltijd]),
                years: None,
                places: places(1),
            }]);
        }
    }
}
