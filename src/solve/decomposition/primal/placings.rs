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
/// by one for as long as it holds the clusters that are asked for.
pub struct Placings<'a> {
    core: &'a Core<'a>,
    /// Multipliers by which the cheapest pairs of each student are chosen.
    multipliers: &'a Multipliers,
    placer: Option<Placer<'a>>,
    /// The clusters that the network holds; `None` where it holds all.
    held: Option<BTreeSet<OptionId>>,
    /// Sites in the shell that take nobody.
    closed: BTreeSet<SiteId>,
}

impl<'a> Placings<'a> {
    /// Placings over the cheapest pairs under some multipliers.
    pub fn new(core: &'a Core<'a>, multipliers: &'a Multipliers) -> Self {
        let pairs = (TUNING.most_pairs / core.entries.len().max(1)).min(TUNING.pairs_of_all);
        let slots = if pairs >= TUNING.pairs_per_student { Slots::of_all(core) } else { None };
        let placer = slots.map(|slots| {
            let all: Vec<OptionId> = core.options.ids().collect();
            let restricted = RestrictedProblem::cheapest(core, multipliers, &all, pairs)
                .with_cheapest_of_sites(core, multipliers, TUNING.pairs_per_site);
            Placer::new(core, slots, &restricted.offers)
        });
        let held = placer.is_none().then(BTreeSet::new);
        Self { core, multipliers, placer, held, closed: BTreeSet::new() }
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
        if stop() {
            return None;
        }
        self.hold(options.iter().copied());
        let placer = self.placer.as_mut()?;
        placer.set_price_of_missing(missing);
        placer.place(options, stop)
    }

    /// Makes sure that the network holds some options, so that placing students in any of them begins where the placing
    /// before ended.
    pub fn hold(&mut self, options: impl Iterator<Item = OptionId>) {
        let Some(held) = &self.held else { return };
        let wanted: BTreeSet<OptionId> = options.collect();
        if self.placer.is_none() || !wanted.is_subset(held) {
            let options: Vec<OptionId> = wanted.iter().copied().collect();
            self.placer = Some(self.placer_of(&options));
            self.held = Some(wanted);
        }
    }

    /// A network that holds some options, and lets in more pairs than it begins with.
    fn placer_of(&self, options: &[OptionId]) -> Placer<'a> {
        let (core, pairs) = (self.core, TUNING.pairs_per_student);
        let restricted = RestrictedProblem::cheapest(core, self.multipliers, options, pairs);
        let slots = Slots::of_options(core, options);
        let mut placer = Placer::new(core, slots, &restricted.offers).growing();
        for &site in &self.closed {
            placer.set_shell(site, false);
        }
        placer
    }
}
