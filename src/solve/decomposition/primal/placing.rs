//! Placing students in given clusters: a flow of least cost.
//!
//! Students flow to sites, sites to their clusters, clusters to one drain; the arcs from a cluster to the
//! drain reward members up to the target and charge those beyond. With members only, the optimal flow is the
//! optimal plan. Others take places without counting towards a cluster's size, which no flow can express:
//! the flow is solved expecting no others, then expecting as many as were placed, and finally with the others
//! held where they are, which makes it exact for the members.

use std::collections::BTreeMap;

use crate::base::IdVec;
use crate::instance::{SchoolId, StudentId};
use crate::model::candidates::OptionId;
use crate::plan::assignment::{Assignment, Placement};
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::bound::core::{Core, SiteId};
use crate::solve::decomposition::bound::multipliers::Multipliers;
use crate::solve::flow::{ArcId, FlowNetwork, FlowOutcome, NetworkSimplex, NodeId, UNBOUNDED};

/// The price of each member that a cluster lacks, so high that members are lacking only if they must.
const MISSING: i64 = 100_000_000;
/// The price of leaving out a student who must be placed.
const MUST: i64 = 1_000_000_000;

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
    let mut flow = Flow::of(core, restricted);
    flow.solve(stop)?;
    if flow.others().values().any(|&others| others > 0) {
        flow.expect_others();
        flow.solve(stop)?;
        // Counted before anyone is held: after a change of bounds, flows cannot be read until the next solve.
        flow.expect_others();
        flow.hold_others();
        flow.solve(stop)?;
    }
    Some(flow.placed(restricted))
}

/// The arcs of a cluster to the drain.
struct Cluster {
    option: OptionId,
    node: NodeId,
    /// The members that it must have.
    least: ArcId,
    /// Those up to the target.
    wished: ArcId,
    /// Those beyond.
    beyond: ArcId,
}

/// A pair as an arc.
struct Way {
    student: StudentId,
    site: SiteId,
    arc: ArcId,
}

struct Flow<'a> {
    core: &'a Core<'a>,
    simplex: NetworkSimplex,
    drain: NodeId,
    students: IdVec<StudentId, NodeId>,
    left_out: IdVec<StudentId, ArcId>,
    sites: BTreeMap<SiteId, NodeId>,
    ways: Vec<Way>,
    clusters: Vec<Cluster>,
    cluster_of: BTreeMap<SiteId, usize>,
    /// How many others than members each cluster is expected to take.
    expected: Vec<i64>,
    /// Whether clusters may lack members at a price, because they cannot all have enough.
    may_be_short: bool,
}

impl<'a> Flow<'a> {
    fn of(core: &'a Core, restricted: &RestrictedProblem) -> Self {
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
        let mut clusters = Vec::new();
        let mut cluster_of = BTreeMap::new();
        for &option in &restricted.options {
            let node = network.node(0);
            for &site in &core.options[option].sites {
                let at = network.node(0);
                network.arc(at, node, 0, core.places(site), 0);
                sites.insert(site, at);
                cluster_of.insert(site, clusters.len());
            }
            let mut arc = || network.arc(node, drain, 0, UNBOUNDED, 0);
            clusters.push(Cluster { option, node, least: arc(), wished: arc(), beyond: arc() });
        }
        for &site in &core.shell {
            let at = network.node(0);
            network.arc(at, drain, 0, core.places(site), 0);
            sites.insert(site, at);
        }
        let mut ways = Vec::new();
        for (&site, &at) in &sites {
            for offer in &restricted.offers[site] {
                let arc =
                    network.arc(students[offer.student], at, 0, UNBOUNDED, offer.price.min(MUST));
                ways.push(Way { student: offer.student, site, arc });
            }
        }
        let simplex = NetworkSimplex::new(network).expect("the drain takes everyone");
        let expected = vec![0; clusters.len()];
        let mut flow = Self {
            core,
            simplex,
            drain,
            students,
            left_out,
            sites,
            ways,
            clusters,
            cluster_of,
            expected,
            may_be_short: false,
        };
        flow.bound_clusters();
        flow
    }

    /// Sets the bounds and costs of each cluster's arcs to the drain, on top of the others it is expected to
    /// take. The cost of a size, `|members - target|`, is there up to a constant; [`Self::cost`] computes it.
    fn bound_clusters(&mut self) {
        for (cluster, &others) in self.clusters.iter().zip(&self.expected) {
            let sizes = self.core.options[cluster.option].sizes;
            let price = self.core.off_target;
            let least = sizes.min + others;
            let wished = sizes.target - sizes.min;
            let beyond = sizes.max.saturating_sub(sizes.target).min(UNBOUNDED / 2);
            let (fewest, unmet_demand) = if self.may_be_short { (0, MISSING) } else { (least, 0) };
            let edits = [
                (cluster.least, fewest, least, -unmet_demand - price),
                (cluster.wished, 0, wished, -price),
                (cluster.beyond, 0, beyond, price),
            ];
            for (arc, fewest, most, cost) in edits {
                let most = if most >= crate::solve::flow::MOST_AMOUNT { UNBOUNDED } else { most };
                self.simplex.set_bounds(arc, fewest, most).expect("bounds of a cluster");
                self.simplex.set_cost(arc, cost).expect("multipliers of a cluster");
            }
        }
    }

    /// How many others than members each cluster takes, by its position.
    fn others(&self) -> BTreeMap<usize, i64> {
        let mut others = BTreeMap::new();
        for way in self.ways.iter().filter(|way| !self.core.entries[way.student].is_member) {
            if let Some(&cluster) = self.cluster_of.get(&way.site) {
                *others.entry(cluster).or_insert(0) += self.simplex.flow(way.arc);
            }
        }
        others
    }

    fn expect_others(&mut self) {
        let others = self.others();
        let each: Vec<i64> = (0..self.clusters.len())
            .map(|cluster| others.get(&cluster).copied().unwrap_or(0))
            .collect();
        self.expected = each;
        self.bound_clusters();
    }

    /// Keeps everyone who is no member where the flow has them.
    fn hold_others(&mut self) {
        for way in self.ways.iter().filter(|way| !self.core.entries[way.student].is_member) {
            let flow = self.simplex.flow(way.arc);
            self.simplex.set_bounds(way.arc, flow, flow).expect("a flow is within bounds");
        }
    }

    fn solve(&mut self, stop: &dyn Fn() -> bool) -> Option<()> {
        let outcome = self.simplex.solve(stop);
        if outcome == FlowOutcome::Infeasible && !self.may_be_short {
            self.may_be_short = true;
            self.bound_clusters();
            return self.solve(stop);
        }
        (outcome == FlowOutcome::Optimal).then_some(())
    }

    fn placed(&self, restricted: &RestrictedProblem) -> Placed {
        let problem = self.core.problem;
        let clusters = restricted.options.iter().map(|&option| problem.options[option].as_used());
        let placements = self.ways.iter().map(|way| Placement {
            student: way.student,
            school: self.core.sites[way.site].school,
            count: self.simplex.flow(way.arc),
        });
        let lacking = |cluster: &Cluster| {
            let (_, most) = self.simplex.network().bounds(cluster.least);
            most - self.simplex.flow(cluster.least)
        };
        let mut short: Vec<(i64, OptionId)> =
            self.clusters.iter().map(|cluster| (lacking(cluster), cluster.option)).collect();
        short.retain(|&(lacking, _)| lacking > 0);
        short.sort_unstable_by_key(|&(lacking, option)| (-lacking, option));
        let lacking: i64 = short.iter().map(|&(lacking, _)| lacking).sum();
        Placed {
            assignment: Assignment::new(
                clusters.collect(),
                placements.filter(|placement| placement.count > 0).collect(),
            ),
            cost: self.cost() + lacking * MISSING,
            short: short.into_iter().map(|(_, option)| option).collect(),
            multipliers: self.multipliers(),
        }
    }

    /// The cost of the flow under the core: pairs, students left out, openings and sizes.
    fn cost(&self) -> i64 {
        let core = self.core;
        let mut members = vec![0; self.clusters.len()];
        let mut cost = core.constant;
        for way in &self.ways {
            let count = self.simplex.flow(way.arc);
            cost += count * self.simplex.network().cost(way.arc);
            if let Some(&cluster) = self.cluster_of.get(&way.site)
                && core.entries[way.student].is_member
            {
                members[cluster] += count;
            }
        }
        for (&arc, entry) in self.left_out.values().zip(core.entries.values()) {
            cost += self.simplex.flow(arc) * entry.left_out.map_or(MUST, |price| price.min(MUST));
        }
        for (cluster, members) in self.clusters.iter().zip(members) {
            let option = &core.options[cluster.option];
            cost += option.opening + core.size_cost(&option.sizes, members);
        }
        cost
    }

    fn multipliers(&self) -> Multipliers {
        let potential = |node: NodeId| self.simplex.potential(node);
        let student = self.students.values().map(|&node| potential(self.drain) - potential(node));
        let schools = self.core.problem.instance.schools.len();
        let mut place: IdVec<SchoolId, i64> = IdVec::filled(0, schools);
        for (site, &cluster) in &self.cluster_of {
            let rent = potential(self.clusters[cluster].node) - potential(self.sites[site]);
            place[self.core.sites[*site].school] = rent;
        }
        Multipliers::new(student.collect(), place)
    }
}
