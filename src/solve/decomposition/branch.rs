//! Branch and bound over which cluster options are used.
//!
//! Where few options are open the relaxation is so quick that a tree of decisions closes what is left:
//! each node forces some options in and others out, climbs a few steps from its parent's prices, and
//! places the students in what its owners would use, which also finds better plans. The most
//! undecided option is branched on, the node with the lowest bound comes first (Land and Doig, 1960).
//! All bounds are those of the relaxation, in whole numbers.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::ascent::{Ascent, Step};
use super::core::Core;
use super::part::Part;
use super::placing::{self, Placed};
use super::prices::Prices;
use crate::base::IdVec;
use crate::model::candidates::OptionId;

/// Steps of the climb in a node.
const STEPS: u32 = 40;
/// How long the first of these are, as a part of Polyak's.
const LENGTH: f64 = 0.1;
/// Pairs of each student when the students of a node are placed.
const PAIRS_TO_PLACE: usize = 20;

/// Who looks after what a tree finds.
pub trait Care {
    /// A plan; what the best plan known costs then.
    fn found(&mut self, placed: Placed) -> i64;
    /// All options of this part are used, and no plan of it costs less than `bound` as far as is
    /// known: what is proven of it when it is solved; what the best plan known costs then.
    fn leaf(&mut self, part: &Part, bound: i64) -> (i64, i64);
    /// The lowest bound of all open nodes.
    fn bound(&mut self, bound: i64);
    /// Counts a step of the climb as work.
    fn step(&self);
    /// Whether to stop.
    fn stop(&self) -> bool;
}

/// A decision for each option so far.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Node {
    decisions: Vec<(OptionId, bool)>,
    prices: Prices,
    bound: i64,
}

/// Searches a part, of which plans better than `ceiling` consist, from prices that are good for it; no
/// plan of the part costs less than what is returned, or the ceiling as it is then if that is lower.
pub fn search(
    core: &Core,
    part: &Part,
    prices: &Prices,
    bound: i64,
    mut ceiling: i64,
    care: &mut dyn Care,
) -> i64 {
    let core = core.within(part);
    // The lowest bound of a leaf that nobody could solve to its end.
    let mut unsolved = i64::MAX;
    let mut nodes = vec![Node { decisions: Vec::new(), prices: prices.clone(), bound }];
    let mut open = BinaryHeap::from([Reverse((bound, 0))]);
    while let Some(Reverse((bound, at))) = open.pop() {
        let known = bound.min(ceiling).min(unsolved);
        care.bound(known);
        if bound >= ceiling || care.stop() {
            return known;
        }
        let node = nodes[at].clone();
        match expand(&core, part, &node, &mut ceiling, care) {
            Expanded::Closed => {}
            Expanded::Leaf(bound) => unsolved = unsolved.min(bound),
            Expanded::Children(children) => {
                for child in children {
                    open.push(Reverse((child.bound, nodes.len())));
                    nodes.push(child);
                }
            }
        }
    }
    ceiling.min(unsolved)
}

/// What becomes of a node.
enum Expanded {
    /// No better plan is in it.
    Closed,
    /// Nothing is left to decide; no plan of it costs less than this.
    Leaf(i64),
    /// It has been branched on.
    Children([Node; 2]),
}

/// Climbs in a node, places its students, and branches.
fn expand(
    whole: &Core,
    part: &Part,
    node: &Node,
    ceiling: &mut i64,
    care: &mut dyn Care,
) -> Expanded {
    let Some(core) = whole.decided(&node.decisions) else { return Expanded::Closed };
    let mut ascent = Ascent::from(&core, &node.prices);
    ascent.shorten(LENGTH);
    let mut times: IdVec<OptionId, u32> = IdVec::filled(0, core.options.len());
    let mut steps = 0;
    for _ in 0..STEPS {
        care.step();
        let (step, relaxed) = ascent.step(Some(*ceiling));
        steps += 1;
        for &option in &relaxed.chosen {
            times[option] += 1;
        }
        match step {
            Step::NoPlan => return Expanded::Closed,
            Step::Over => break,
            Step::On if care.stop() => break,
            Step::On => {}
        }
    }
    let best = ascent.best();
    let bound = best.bound.max(node.bound);
    if bound >= *ceiling {
        return Expanded::Closed;
    }
    let chosen = Part::cheapest(&core, &best.prices, &best.chosen, PAIRS_TO_PLACE);
    if let Some(placed) = placing::place(&core, &chosen, &|| care.stop())
        && placed.short.is_empty()
    {
        *ceiling = care.found(placed);
    }
    let undecided = core.owners.values().flat_map(|holder| &holder.options);
    let undecided = undecided.filter(|&&option| core.options[option].kept.is_none());
    // As often in as out is the most undecided.
    let Some(&option) = undecided.min_by_key(|&&option| (2 * times[option]).abs_diff(steps)) else {
        let used = core.owners.values().flat_map(|holder| holder.options.iter().copied());
        let mut options: Vec<OptionId> = used.collect();
        options.sort_unstable();
        let (bound, known) = care.leaf(&Part { options, offers: part.offers.clone() }, bound);
        *ceiling = known;
        return if bound >= known { Expanded::Closed } else { Expanded::Leaf(bound) };
    };
    Expanded::Children([true, false].map(|is_used| {
        let mut decisions = node.decisions.clone();
        decisions.push((option, is_used));
        Node { decisions, prices: best.prices.clone(), bound }
    }))
}
