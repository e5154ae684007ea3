//! Enumerates cluster options: existing clusters per day, and every admissible set of schools.

use std::collections::BTreeMap;

use super::{CARD, FormingRule};
use crate::base::{Metres, Points};
use crate::input::errors::{Code, InputErrors};
use crate::instance::{Day, Instance, Owner, SchoolId};
use crate::model::candidates::ClusterOption;
use crate::plan::Conventions;
use crate::plan::assignment::Origin;

/// The most options that are enumerated.
pub const MOST: usize = 5_000_000;

/// All options, the existing clusters first.
pub fn all(
    rule: &FormingRule,
    instance: &Instance,
    conventions: &Conventions,
) -> Result<Vec<ClusterOption>, InputErrors> {
    at_most(MOST, rule, instance, conventions)
}

/// All options, if there are no more new ones than this.
pub(super) fn at_most(
    most: usize,
    rule: &FormingRule,
    instance: &Instance,
    conventions: &Conventions,
) -> Result<Vec<ClusterOption>, InputErrors> {
    let mut options = existing(instance, conventions);
    if rule.in_force {
        let mut search = Search {
            rule,
            instance,
            smallest: conventions.smallest_cluster,
            days: rule.meeting_days(conventions),
            most,
            found: Vec::new(),
        };
        for (owner, schools) in free_schools(instance) {
            search.from(owner, &schools);
            if search.is_full() {
                return Err(too_many(most));
            }
        }
        options.append(&mut search.found);
    }
    Ok(options)
}

fn existing(instance: &Instance, conventions: &Conventions) -> Vec<ClusterOption> {
    let taking_part = instance.clusters.iter().filter(|(_, cluster)| cluster.takes_part);
    let with_days = taking_part.flat_map(|(id, cluster)| {
        let days = cluster.meeting_days.clone().unwrap_or_else(|| vec![conventions.default_day]);
        days.into_iter().map(move |day| (id, cluster, day))
    });
    with_days
        .map(|(id, cluster, meeting_day)| ClusterOption {
            origin: Origin::Existing(id),
            schools: cluster.schools.clone(),
            meeting_day,
            opening: cluster.opening,
        })
        .collect()
}

/// The schools that may form clusters, by who forms them, in order.
fn free_schools(instance: &Instance) -> Vec<(Owner, Vec<SchoolId>)> {
    let mut by_owner = BTreeMap::<Owner, Vec<SchoolId>>::new();
    for (id, school) in instance.schools.iter() {
        if school.cluster.is_none() && instance.boards[school.board].takes_part() {
            by_owner.entry(instance.owner(school.board)).or_default().push(id);
        }
    }
    by_owner.into_iter().collect()
}

fn too_many(most: usize) -> InputErrors {
    let mut errors = InputErrors::default();
    errors.add(
        Code::TooLarge,
        "rules.forming",
        CARD.message("error-options-found").with("most", most),
        CARD.message("error-options-allowed").with("most", most),
        CARD.message("error-options-help"),
    );
    errors
}

/// A depth-first search for sets of schools that are pairwise within reach: the cliques of the
/// neighbourhood graph, each found once, in the order of its schools.
struct Search<'a> {
    rule: &'a FormingRule,
    instance: &'a Instance,
    smallest: i64,
    days: Vec<Day>,
    most: usize,
    found: Vec<ClusterOption>,
}

/// A set of schools under construction.
struct Set {
    schools: Vec<SchoolId>,
    places: i64,
    longest: Metres,
}

/// A school within reach of all of a set, and the longest journey between it and one of them.
type Near = (SchoolId, Metres);

impl Search<'_> {
    /// Whether more options have been found than there may be.
    fn is_full(&self) -> bool {
        self.found.len() > self.most
    }

    fn from(&mut self, owner: Owner, schools: &[SchoolId]) {
        let behind = self.within_reach(schools);
        for &first in schools {
            let places = self.instance.schools[first].places;
            let alone = Set { schools: vec![first], places, longest: Metres::ZERO };
            if places >= self.rule.alone_places.get() {
                self.keep(owner, &alone);
            }
            self.extend(owner, &alone, &behind[&first], &behind);
        }
    }

    /// The schools within reach of each of some schools, of those behind it.
    fn within_reach(&self, schools: &[SchoolId]) -> BTreeMap<SchoolId, Vec<Near>> {
        let reach = self.rule.reach_km.metres();
        let near = |position: usize, one: SchoolId| {
            let journeys = schools[position + 1..].iter().filter_map(|&other| {
                let journey = self.instance.between(one, other)?;
                (journey <= reach).then_some((other, journey))
            });
            journeys.collect()
        };
        schools.iter().enumerate().map(|(position, &one)| (one, near(position, one))).collect()
    }

    /// Adds each school that is near to all of the set, then looks further among those behind it.
    fn extend(
        &mut self,
        owner: Owner,
        set: &Set,
        near: &[Near],
        behind: &BTreeMap<SchoolId, Vec<Near>>,
    ) {
        if set.schools.len() as i64 >= self.rule.max_schools.get() || self.is_full() {
            return;
        }
        for (position, &(next, journey)) in near.iter().enumerate() {
            let larger = Set {
                schools: [&set.schools[..], &[next]].concat(),
                places: set.places + self.instance.schools[next].places,
                longest: set.longest.max(journey),
            };
            if larger.schools.len() as i64 >= self.rule.fewest_schools() {
                self.keep(owner, &larger);
            }
            let nearer = near_to_both(&near[position + 1..], &behind[&next]);
            self.extend(owner, &larger, &nearer, behind);
        }
    }

    fn keep(&mut self, owner: Owner, set: &Set) {
        if set.places < self.smallest {
            return;
        }
        for &meeting_day in &self.days {
            self.found.push(ClusterOption {
                origin: Origin::New(owner),
                schools: set.schools.clone(),
                meeting_day,
                opening: self.rule.opening_worth_km.points() + Points(set.longest.0),
            });
        }
    }
}

/// The schools that are in both of two lists in order, with the longer journey.
fn near_to_both(set: &[Near], next: &[Near]) -> Vec<Near> {
    let mut next = next.iter().peekable();
    let both = set.iter().filter_map(|&(school, longest)| {
        while next.next_if(|(other, _)| *other < school).is_some() {}
        let (_, journey) = next.next_if(|(other, _)| *other == school)?;
        Some((school, longest.max(*journey)))
    });
    both.collect()
}
