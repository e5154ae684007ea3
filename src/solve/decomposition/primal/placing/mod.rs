//! Placing students in given clusters: a flow of least cost.
//!
//! Students flow to sites, sites to their clusters, clusters to one drain; the arcs from a cluster to the
//! drain reward members up to the target and charge those beyond. With members only, the optimal flow is the
//! optimal plan. Others take places without counting towards a cluster's size, which no flow can express:
//! the flow is solved expecting as many others as were placed the last time, until they are as many as
//! expected or, after a few rounds, are held where they are. Either way it is exact for the members. Others make way for
//! members whom a cluster lacks, and those who are left out get what is free in the end.
//!
//! A [`Placer`] keeps its network from one set of clusters to the next: closing a cluster closes its arcs,
//! and the next solve starts from the last basis, which is many times faster than a network of its own.

mod free_places;
mod growing;
mod nearest;
mod others;

use std::collections::{BTreeMap, BTreeSet};

use super::slots::{ArcEdit, SiteChange, Slots};
use crate::base::{Id, IdVec};
use crate::instance::{SchoolId, StudentId};
use crate::model::candidates::OptionId;
use crate::plan::assignment::{Assignment, Placement};
use crate::solve::decomposition::bound::core::{Core, Offer, RestrictedProblem, SiteId};
use crate::solve::decomposition::bound::multipliers::{MOST, Multipliers};
use crate::solve::flow::{ArcId, FlowNetwork, FlowOutcome, NetworkSimplex, NodeId, UNBOUNDED};

/// The price of each member that a cluster lacks, so high that members are lacking only if they must.
pub const MISSING: i64 = 100_000_000;
/// The price of leaving out a student who must be placed.
const MUST: i64 = 1_000_000_000;
/// Solves after which others are held where they are.
const ROUNDS: u32 = 2;

/// Students placed in chosen clusters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placed {
    /// The plan.
    pub assignment: Assignment,
    /// What it costs under the core; members that clusters lack and students who must be placed are priced
    /// out of reach.
    pub cost: i64,
    /// Clusters with fewer members than they must have; those that lack most come first.
    pub short: Vec<OptionId>,
    /// The potentials of the flow, as multipliers.
    pub multipliers: Multipliers,
}

impl Placed {
    /// Whether all clusters have enough members.
    pub fn is_complete(&self) -> bool {
        self.short.is_empty()
    }
}

/// Places students in all options of a restricted problem, which share no school; `None` when stopped.
pub fn place(
    core: &Core,
    restricted: &RestrictedProblem,
    stop: &dyn Fn() -> bool,
) -> Option<Placed> {
    let slots = Slots::of_options(core, &restricted.options);
    Placer::new(core, slots, &restricted.offers).place(&restricted.options, stop)
}

/// A pair as an arc.
#[derive(Clone, Copy)]
struct Way {
    student: StudentId,
    site: SiteId,
    arc: ArcId,
}

/// A network in which clusters are opened and closed.
pub struct Placer<'a> {
    core: &'a Core<'a>,
    simplex: NetworkSimplex,
    drain: NodeId,
    /// The node through which students in clusters reach the drain: that itself, or one before it, whose first
    /// arc rewards as many as are aimed at ([`Core::share`]).
    in_clusters: NodeId,
    students: IdVec<StudentId, NodeId>,
    left_out: IdVec<StudentId, ArcId>,
    /// The arc from each site in the shell to the drain.
    shell: BTreeMap<SiteId, ArcId>,
    /// The node of each site, and of none that no slot reaches.
    sites: BTreeMap<SiteId, NodeId>,
    /// All pairs, in the order of their arcs, which have consecutive numbers.
    ways: Vec<Way>,
    /// The pairs of those who are no members.
    others: Vec<Way>,
    slots: Slots,
    /// The slot in which each site is open.
    slot_of: IdVec<SiteId, Option<usize>>,
    /// The price of each member that a cluster lacks; `None` where that is for the flow to find out.
    missing: Option<i64>,
    /// Whether others are held where they are.
    is_held: bool,
    /// Sites of clusters that need their places for members, where others are held.
    for_members: BTreeSet<SiteId>,
    /// Whether pairs of the core that are not in the network are let in where they make it cheaper.
    is_growing: bool,
}

impl<'a> Placer<'a> {
    /// A network with all clusters closed.
    pub fn new(core: &'a Core, mut slots: Slots, offers: &IdVec<SiteId, Vec<Offer>>) -> Self {
        let mut network = FlowNetwork::default();
        let total: i64 = core.entries.values().map(|entry| entry.count).sum();
        let drain = network.node(-total);
        let entries = core.entries.values();
        let students: IdVec<StudentId, NodeId> =
            entries.map(|entry| network.node(entry.count)).collect();
        let left_out = core.entries.iter().map(|(id, entry)| {
            let price = entry.left_out.map_or(MUST, |price| price.min(MUST));
            network.arc(students[id], drain, 0, UNBOUNDED, price)
        });
        let left_out: IdVec<StudentId, ArcId> = left_out.collect();
        let mut sites = BTreeMap::new();
        let in_clusters = core.share.map_or(drain, |share| {
            let node = network.node(0);
            network.arc(node, drain, 0, share.need.min(total), -share.each.unwrap_or(MISSING));
            network.arc(node, drain, 0, UNBOUNDED, 0);
            node
        });
        slots.add_to(&mut network, in_clusters, &mut sites);
        let mut shell = BTreeMap::new();
        for &site in &core.shell {
            let at = network.node(0);
            shell.insert(site, network.arc(at, drain, 0, core.places(site), 0));
            sites.insert(site, at);
        }
        let mut ways = Vec::new();
        for (&site, &at) in &sites {
            for &Offer { student, price } in &offers[site] {
                let arc = network.arc(students[student], at, 0, UNBOUNDED, price.min(MUST));
                ways.push(Way { student, site, arc });
            }
        }
        let others = ways.iter().filter(|way| !core.entries[way.student].is_member);
        let others = others.copied().collect();
        let simplex = NetworkSimplex::new(network).expect("the drain takes everyone");
        let slot_of = IdVec::filled(None, core.sites.len());
        Self {
            core,
            simplex,
            drain,
            in_clusters,
            students,
            left_out,
            shell,
            sites,
            ways,
            others,
            slots,
            slot_of,
            missing: None,
            is_held: false,
            for_members: BTreeSet::new(),
            is_growing: false,
        }
    }

    /// This network, into which further pairs of the core are let as long as they make a placing cheaper: it is as
    /// good as one with all pairs, and needs a small part of them (column generation; Ford and Fulkerson, 1958).
    #[must_use]
    pub fn growing(self) -> Self {
        Self { is_growing: true, ..self }
    }

    /// Gives each member that a cluster lacks a price. One that is not out of reach lets the potentials say what
    /// it is worth to give a short cluster its members.
    pub fn set_price_of_missing(&mut self, price: i64) {
        self.missing = Some(price);
    }

    /// Opens or closes a site in the shell.
    pub fn set_shell(&mut self, site: SiteId, is_open: bool) {
        let places = if is_open { self.core.places(site) } else { 0 };
        self.simplex.set_bounds(self.shell[&site], 0, places).expect("places of a school");
    }

    /// Demands that a number of an entry of members is at a site that offers to take them.
    pub fn set_least(&mut self, student: StudentId, site: SiteId, least: i64) {
        let way = self.ways.iter().find(|way| (way.student, way.site) == (student, site));
        let way = way.expect("an offer to members is a way in the network");
        self.simplex.set_bounds(way.arc, least, UNBOUNDED).expect("a number of students");
    }

    /// Places students in all of some options, which share no school; `None` when stopped, or where there
    /// are more options than slots for them.
    pub fn place(&mut self, options: &[OptionId], stop: &dyn Fn() -> bool) -> Option<Placed> {
        self.release_others();
        self.open(options)?;
        let mut missing = self.missing;
        self.bound_slots(missing);
        self.solve(&mut missing, stop)?;
        let mut rounds = 0;
        loop {
            let has_changed =
                self.expect_others() | (rounds == 0 && self.keep_places_for_members());
            if !has_changed {
                break;
            }
            rounds += 1;
            if self.missing.is_some() && rounds > ROUNDS {
                break;
            }
            let is_last = self.missing.is_none() && rounds == ROUNDS;
            if is_last {
                // They are counted before anyone is held: between a change and a solve, flows are not to be
                // read.
                self.hold_others();
            }
            self.bound_slots(missing);
            self.solve(&mut missing, stop)?;
            if is_last {
                break;
            }
        }
        let placed = self.placed(options, missing.unwrap_or(MISSING));
        Some(self.with_free_places_taken(placed))
    }

    /// Places members in all of some options, with everyone else where a plan has them; `None` when stopped, or
    /// where there are more options than slots for them.
    pub fn place_members(
        &mut self,
        options: &[OptionId],
        plan: &Assignment,
        stop: &dyn Fn() -> bool,
    ) -> Option<Placed> {
        self.open(options)?;
        self.hold_others_at(plan);
        self.place_members_again(options, stop)
    }

    /// Places members anew in the same options, with everyone else where [`place_members`](Self::place_members) held
    /// them; `None` when stopped.
    pub fn place_members_again(
        &mut self,
        options: &[OptionId],
        stop: &dyn Fn() -> bool,
    ) -> Option<Placed> {
        let mut missing = self.missing;
        self.bound_slots(missing);
        self.solve(&mut missing, stop)?;
        Some(self.placed(options, missing.unwrap_or(MISSING)))
    }

    /// Opens the clusters of some options, and closes all others.
    fn open(&mut self, options: &[OptionId]) -> Option<()> {
        let core = self.core;
        for SiteChange { site, slot, arc } in self.slots.choose(core, options)? {
            self.slot_of[site] = slot;
            let places = if slot.is_some() { core.places(site) } else { 0 };
            self.simplex.set_bounds(arc, 0, places).expect("places of a school");
        }
        Some(())
    }

    /// Bounds and prices each cluster, which takes a number of others besides its members.
    fn bound_slots(&mut self, missing: Option<i64>) {
        for slot in &self.slots.all {
            let edits = slot.edits(self.core, missing);
            for ArcEdit { arc, fewest, most, cost } in edits {
                let known = self.simplex.network().bounds(arc);
                if known != (fewest, most) {
                    self.simplex.set_bounds(arc, fewest, most).expect("bounds of a cluster");
                }
                if self.simplex.network().cost(arc) != cost {
                    self.simplex.set_cost(arc, cost).expect("prices of a cluster");
                }
            }
        }
    }

    /// Solves the flow, and again with each lot of pairs that it lets in; of these solves only the first must end.
    fn solve(&mut self, missing: &mut Option<i64>, stop: &dyn Fn() -> bool) -> Option<()> {
        self.solve_once(missing, stop)?;
        while self.is_growing && !stop() && self.let_in_better_pairs() {
            if self.simplex.solve(stop) != FlowOutcome::Optimal {
                break;
            }
        }
        Some(())
    }

    /// Solves the flow. Where clusters must have enough members but cannot, each that they lack gets a price.
    fn solve_once(&mut self, missing: &mut Option<i64>, stop: &dyn Fn() -> bool) -> Option<()> {
        let outcome = self.simplex.solve(stop);
        if outcome == FlowOutcome::Infeasible && missing.is_none() {
            *missing = Some(MISSING);
            self.bound_slots(*missing);
            return self.solve_once(missing, stop);
        }
        (outcome == FlowOutcome::Optimal).then_some(())
    }

    fn placed(&self, options: &[OptionId], missing: i64) -> Placed {
        self.placed_by(&self.simplex.flows(), options, missing)
    }

    /// The placing that a flow of this network is, which is given by the arcs that carry any, in order.
    fn placed_by(&self, flows: &[(ArcId, i64)], options: &[OptionId], missing: i64) -> Placed {
        let core = self.core;
        let problem = core.problem;
        let clusters = options.iter().map(|&option| problem.options[option].as_used());
        let mut members = vec![0; self.slots.all.len()];
        let mut in_clusters = 0;
        let mut cost = core.constant;
        let mut placements = Vec::with_capacity(core.entries.len());
        for &(arc, count) in flows {
            let Some(way) = self.way(arc) else { continue };
            cost += count * self.simplex.network().cost(way.arc);
            if let Some(slot) = self.slot_of[way.site] {
                in_clusters += count;
                members[slot] += if core.entries[way.student].is_member { count } else { 0 };
            }
            let school = core.sites[way.site].school;
            placements.push(Placement { student: way.student, school, count });
        }
        for &arc in self.left_out.values() {
            if let Ok(found) = flows.binary_search_by_key(&arc, |&(arc, _)| arc) {
                cost += flows[found].1 * self.simplex.network().cost(arc);
            }
        }
        let mut short: Vec<(i64, OptionId)> = Vec::new();
        for (slot, members) in self.slots.all.iter().zip(members) {
            let Some(option) = slot.option else { continue };
            let choice = &core.options[option];
            cost += choice.opening + core.size_cost(&choice.sizes, members);
            // A cluster that is expected to have more than it may have of members is short of none.
            let lacking = (choice.sizes.fewest() - members).max(members - choice.sizes.max);
            if lacking > 0 {
                cost += lacking * missing;
                short.push((lacking, option));
            }
        }
        if let Some(share) = core.share {
            cost += share.cost(in_clusters).unwrap_or((share.need - in_clusters) * MISSING);
        }
        short.sort_unstable_by_key(|&(lacking, option)| (-lacking, option));
        Placed {
            assignment: Assignment::new(clusters.collect(), placements),
            cost,
            short: short.into_iter().map(|(_, option)| option).collect(),
            multipliers: self.multipliers(),
        }
    }

    /// The pair of an arc, if it is that of one.
    fn way(&self, arc: ArcId) -> Option<&Way> {
        let first = self.ways.first()?.arc;
        self.ways.get(arc.index().checked_sub(first.index())?)
    }

    fn multipliers(&self) -> Multipliers {
        let potential = |node: NodeId| self.simplex.potential(node);
        let student = self.students.values().map(|&node| potential(self.drain) - potential(node));
        let schools = self.core.problem.instance.schools.len();
        let mut place: IdVec<SchoolId, i64> = IdVec::filled(0, schools);
        for (&site, &at) in &self.sites {
            if let Some(slot) = self.slot_of[site] {
                let rent = potential(self.slots.all[slot].node) - potential(at);
                place[self.core.sites[site].school] = rent;
            }
        }
        let share = potential(self.in_clusters) - potential(self.drain);
        let highest = self.core.share.map_or(0, |share| share.highest(MOST));
        Multipliers::new(student.collect(), place).with_share(share.min(highest))
    }
}
