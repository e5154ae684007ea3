//! A student at another school, with the clusters as they are: the best placing of all others, in a moment.
//!
//! The clusters of a plan are held, so that placing is a flow. It is solved once without demands; then, for each
//! school that could take the student, again from the last basis with the student demanded there, which takes a
//! few pivots.

use std::collections::{BTreeMap, BTreeSet};

use super::placing::Placer;
use super::slots::Slots;
use crate::base::IdVec;
use crate::instance::{SchoolId, StudentId};
use crate::model::candidates::OptionId;
use crate::plan::Setting;
use crate::plan::assignment::{Assignment, Placement};
use crate::problem::Problem;
use crate::solve::decomposition::bound::core::{Core, SiteId};

/// Everyone placed, with one more of an entry at another school.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reseated {
    /// The school that the student was demanded at.
    pub school: SchoolId,
    /// Who is where.
    pub assignment: Assignment,
    /// No plan with these clusters and the student there costs less, in points; `None` where students who are
    /// no members share places, or some had to stay, so that the placing is good but perhaps not the best.
    pub bound: Option<i64>,
}

/// The placing of everyone with one more of an entry at each school that no rule refuses to the entry, in the
/// clusters of a problem that holds them ([`Problem::holding`]), by school. Members are placed anew, everyone else
/// stays where the plan has them, and so do those in `staying`. Among the placings of least cost it is one in which the
/// fewest members are elsewhere than in the plan. A placing need not keep rules that bind a whole and are not in the core, such as
/// shares of boards: the caller checks it. `None` when stopped.
pub fn reseat(
    held: &Problem,
    plan: &Assignment,
    student: StudentId,
    staying: &BTreeSet<StudentId>,
    stop: &dyn Fn() -> bool,
) -> Option<Vec<Reseated>> {
    let mut core = Core::of(held);
    if !staying.is_empty() {
        for site in core.sites.values_mut() {
            let school = site.school;
            site.offers.retain(|offer| {
                !staying.contains(&offer.student) || number_at(plan, offer.student, school) > 0
            });
        }
    }
    let options: Vec<OptionId> = core.options.ids().collect();
    let offers: IdVec<SiteId, _> = core.sites.values().map(|site| site.offers.clone()).collect();
    let mut placer = Placer::new(&core, Slots::of_options(&core, &options), &offers);
    placer.place_members(&options, plan, stop)?;
    let away = placer.away_from(plan);
    let entry = core.entries[student];
    let bound = |cost: i64| (core.is_flow() && staying.is_empty()).then_some(cost);
    let mut reseated = Vec::new();
    for (site, school) in sites(&core) {
        let is_offered = core.sites[site].offers.iter().any(|offer| offer.student == student);
        let least = number_at(plan, student, school) + 1;
        if !is_offered || least > entry.count {
            continue;
        }
        let placed = if entry.is_member {
            placer.set_least(student, site, least);
            placer.place_members_again(&options, stop)?
        } else {
            placer.place_members(&options, &moved(plan, student, school, entry.count), stop)?
        };
        let placed = placer.nearest(&away, &options, placed);
        if entry.is_member {
            placer.set_least(student, site, 0);
        }
        reseated.push(Reseated {
            school,
            bound: bound(placed.cost),
            assignment: placed.assignment,
        });
    }
    Some(reseated)
}

fn number_at(plan: &Assignment, student: StudentId, school: SchoolId) -> i64 {
    let placements = plan.placements.iter();
    let own = placements.filter(|one| (one.student, one.school) == (student, school));
    own.map(|one| one.count).sum()
}

/// A plan with one more of an entry of `count` at a school, who comes from being left out, or else from the first
/// school that has any of them.
fn moved(plan: &Assignment, student: StudentId, school: SchoolId, count: i64) -> Assignment {
    let mut placements = plan.placements.clone();
    let placed: i64 =
        placements.iter().filter(|one| one.student == student).map(|one| one.count).sum();
    let elsewhere = |one: &&mut Placement| one.student == student && one.school != school;
    if placed == count
        && let Some(from) = placements.iter_mut().find(elsewhere)
    {
        from.count -= 1;
    }
    placements.retain(|one| one.count > 0);
    placements.push(Placement { student, school, count: 1 });
    Assignment::new(plan.clusters.clone(), placements)
}

/// The site of each school: in its cluster, or else in the shell.
fn sites(core: &Core) -> Vec<(SiteId, SchoolId)> {
    let mut site_of = BTreeMap::<SchoolId, SiteId>::new();
    for (id, site) in core.sites.iter() {
        if site.setting != Setting::Shell || !site_of.contains_key(&site.school) {
            site_of.insert(site.school, id);
        }
    }
    site_of.into_iter().map(|(school, site)| (site, school)).collect()
}
