//! Placing students again and again in different clusters of one core.

use std::collections::BTreeSet;

use super::placing::{Placed, Placer};
use super::slots::Slots;
use crate::model::candidates::OptionId;
use crate::solve::decomposition::bound::core::{Core, RestrictedProblem, SiteId};
use crate::solve::decomposition::bound::multipliers::Multipliers;

/// Parameters of the networks.
struct Tuning {
    /// Pairs of each student, the cheapest, that a placing may use, and those of each site.
    pairs_per_student: usize,
    pairs_per_site: usize,
    /// In a network that holds all sites, and at most this many pairs of all students together.
    pairs_of_all: usize,
    most_pairs: usize,
}

const TUNING: Tuning =
    Tuning { pairs_per_student: 16, pairs_per_site: 24, pairs_of_all: 48, most_pairs: 400_000 };

/// Placings in different clusters: by one network that holds all sites, where that is not too large, or else
/// by a network each time.
pub struct Placings<'a> {
    core: &'a Core<'a>,
    /// Multipliers by which the cheapest pairs of each student are chosen.
    multipliers: &'a Multipliers,
    placer: Option<Placer<'a>>,
    /// Sites in the shell that take nobody.
    closed: BTreeSet<SiteId>,
}

impl<'a> Placings<'a> {
    /// Placings over the cheapest pairs under some multipliers.
    pub fn new(core: &'a Core<'a>, multipliers: &'a Multipliers) -> Self {
        let pairs = (TUNING.most_pairs / core.entries.len().max(1)).min(TUNING.pairs_of_all);
        let placer =
            Slots::of_all(core).filter(|_| pairs >= TUNING.pairs_per_student).map(|slots| {
                let all: Vec<OptionId> = core.options.ids().collect();
                let restricted = RestrictedProblem::cheapest(core, multipliers, &all, pairs)
                    .with_cheapest_of_sites(core, multipliers, TUNING.pairs_per_site);
                Placer::new(core, slots, &restricted.offers)
            });
        Self { core, multipliers, placer, closed: BTreeSet::new() }
    }

    /// Closes some sites in the shell, and opens all others.
    pub fn close(&mut self, closed: BTreeSet<SiteId>) {
        if let Some(placer) = &mut self.placer {
            for &site in self.closed.symmetric_difference(&closed) {
                placer.set_shell(site, !closed.contains(&site));
            }
        }
        self.closed = closed;
    }

    /// Places students in all of some options, which share no school; each member that a cluster lacks costs
    /// `missing`. `None` when stopped, or where there are more options than slots for them.
    pub fn place(
        &mut self,
        options: &[OptionId],
        missing: i64,
        stop: &dyn Fn() -> bool,
    ) -> Option<Placed> {
        if let Some(placer) = &mut self.placer {
            placer.set_price_of_missing(missing);
            return placer.place(options, stop);
        }
        let restricted = RestrictedProblem::cheapest(
            self.core,
            self.multipliers,
            options,
            TUNING.pairs_per_student,
        );
        let slots = Slots::of_options(self.core, options);
        let mut placer = Placer::new(self.core, slots, &restricted.offers);
        for &site in &self.closed {
            placer.set_shell(site, false);
        }
        placer.set_price_of_missing(missing);
        placer.place(options, stop)
    }
}
