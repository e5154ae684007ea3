//! Draws the wishes, exclusions and earlier schools of a student.

use super::drawn_school::DrawnSchool;
use super::draws::Draws;
use super::landscape::Landscape;
use super::point::MapPoint;
use super::region::StudentPlan;
use super::schools::draw_concept;
use crate::instance::document::DenominationWishDocument;
use crate::instance::{Standing, Strength, Year};

/// Number of schools nearest to home from which a student chooses.
const KNOWN_SCHOOLS: usize = 12;

/// The wishes of a student in the form of the instance; `None` for no wish.
#[derive(Clone, Debug)]
pub(super) struct Wishes {
    pub denomination: Option<DenominationWishDocument>,
    pub concepts: Option<Vec<String>>,
    pub ranked: Option<Vec<String>>,
    pub not: Option<Vec<String>>,
    pub previous: Option<Vec<String>>,
}

/// The wishes of a student of a year who lives at a point.
pub(super) fn draw_wishes(
    plan: &StudentPlan,
    year: Year,
    home: MapPoint,
    landscape: &Landscape,
    draws: &mut Draws,
) -> Wishes {
    let denomination = draw_denomination(plan, draws);
    let concepts = draws.percent(plan.concept_percent).then(|| vec![draw_concept(draws)]);
    let ranks = draws.percent(plan.wishes_percent);
    let excludes = draws.percent(plan.not_percent);
    let been = year.get() > 1 && draws.percent(plan.previous_percent);
    let mut outcome = Wishes { denomination, concepts, ranked: None, not: None, previous: None };
    if !(ranks || excludes || been) {
        return outcome;
    }
    let mut known =
        landscape.nearest(home, KNOWN_SCHOOLS, |school| school.standing != Standing::Candidate);
    draws.shuffle(&mut known);
    let mut known = known.into_iter().map(|school| &landscape.schools[school]);
    // Each takes the next of the schools in mind, so that nobody wishes what they exclude.
    if been {
        // As many schools as years behind them, and at most two.
        let count = usize::from(year.get() - 1).min(1 + draws.position(2));
        outcome.previous = listed(known.by_ref().take(count).map(id_of));
    }
    if excludes {
        outcome.not = listed(known.by_ref().take(1).map(id_of));
    }
    if ranks {
        let count = 1 + draws.position(3);
        let wanted =
            known.filter(|school| allows(outcome.denomination.as_ref(), school)).take(count);
        let mut wishes: Vec<String> = Vec::new();
        for school in wanted {
            let wish = draw_named(school, landscape, draws);
            if !wishes.contains(&wish) {
                wishes.push(wish);
            }
        }
        outcome.ranked = listed(wishes.into_iter());
    }
    outcome
}

fn draw_denomination(plan: &StudentPlan, draws: &mut Draws) -> Option<DenominationWishDocument> {
    let ticket = draws.below(100);
    let openbaar = u64::from(plan.openbaar_percent);
    let wish = if ticket < openbaar {
        vec!["openbaar"]
    } else if ticket < openbaar + u64::from(plan.christian_percent) {
        // A third wishes one denomination only.
        let one = draws.below(3) == 0;
        if one {
            vec!["protestants-christelijk"]
        } else {
            vec!["protestants-christelijk", "rooms-katholiek"]
        }
    } else {
        return None;
    };
    let strength = if draws.percent(plan.must_percent) { Strength::Must } else { Strength::Prefer };
    Some(DenominationWishDocument {
        wish: wish.into_iter().map(str::to_owned).collect(),
        strength: Some(strength),
    })
}

/// Whether a wish for a denomination that must be met allows a school.
fn allows(wish: Option<&DenominationWishDocument>, school: &DrawnSchool) -> bool {
    let denominations = school.document.denomination.as_deref().unwrap_or_default();
    wish.is_none_or(|wish| {
        wish.strength != Some(Strength::Must)
            || denominations.iter().any(|denomination| wish.wish.contains(denomination))
    })
}

/// A school as a student names it: itself, or the cluster or the board it belongs to.
fn draw_named(school: &DrawnSchool, landscape: &Landscape, draws: &mut Draws) -> String {
    match (draws.below(10), school.cluster) {
        (0, _) => school.document.board.clone(),
        (1 | 2, Some(cluster)) => landscape.clusters[cluster].id.clone(),
        _ => id_of(school),
    }
}

fn id_of(school: &DrawnSchool) -> String {
    school.document.id.clone()
}

fn listed(ids: impl Iterator<Item = String>) -> Option<Vec<String>> {
    Some(ids.collect::<Vec<_>>()).filter(|ids| !ids.is_empty())
}
