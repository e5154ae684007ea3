//! Branch and bound over the cluster options.
//!
//! Where few options are left, or few clusters are used, a tree of decisions closes the gap: each node ascends a few steps
//! from the multipliers of its parent, drops the options that no better plan of its part uses, and places the students in
//! the options that its owners use, which also finds better plans. The node with the lowest bound comes first (Land and
//! Doig, 1960). All bounds are those of the relaxation, in whole numbers.
//!
//! What a node decides on is in [`undecided_options`](super::undecided_options).

use std::collections::BTreeMap;

use super::undecided_options::UndecidedOptions;
use crate::base::IdVec;
use crate::model::candidates::OptionId;
use crate::solve::budget::Budget;
use crate::solve::decomposition::bound::ascent::{AscentStatus, SubgradientAscent};
use crate::solve::decomposition::bound::core::{Core, RestrictedProblem};
use crate::solve::decomposition::bound::fixing::residual;
use crate::solve::decomposition::bound::multipliers::Multipliers;
use crate::solve::decomposition::primal::placing::{self, Placed};

/// Steps of the ascent in a node.
const STEPS: u32 = 40;
/// Size of its first steps.
const LENGTH: f64 = 0.1;
/// Pairs of each student when the students of a node are placed.
const PAIRS_TO_PLACE: usize = 20;

/// Receives the plans and bounds of a tree, and decides when it stops.
pub trait TreeObserver {
    /// Takes a plan; returns the value of the best known plan.
    fn found(&mut self, placed: Placed) -> i64;
    /// The most options that are undecided in a leaf.
    fn largest_leaf(&self) -> usize;
    /// Solves a leaf, in which hardly any option is undecided. `bound` is its bound so far; returns the bound that is
    /// proven and the value of the best known plan.
    fn leaf(&mut self, restricted: &RestrictedProblem, bound: i64) -> (i64, i64);
    /// Takes the lowest bound of all open nodes, which holds for the whole tree.
    fn bound(&mut self, bound: i64);
    /// What ascents and fixing may use.
    fn budget(&self) -> &Budget;
    /// Whether to stop.
    fn stop(&self) -> bool;
}

/// A part of the plans, with what is known of it.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Node {
    options: UndecidedOptions,
    multipliers: Multipliers,
    bound: i64,
}

/// Searches a restricted problem that contains all plans below `ceiling`, from multipliers that
/// are good for it. Returns a bound on its plans, at most the final ceiling.
pub fn search(
    core: &Core,
    restricted: &RestrictedProblem,
    multipliers: &Multipliers,
    bound: i64,
    mut ceiling: i64,
    observer: &mut dyn TreeObserver,
) -> i64 {
    let core = core.within(restricted);
    // The lowest bound of the leaves that could not be solved to the end.
    let mut unsolved = i64::MAX;
    let options = UndecidedOptions::of(&core);
    let root = Node { options, multipliers: multipliers.clone(), bound };
    let (mut open, mut number) = (BTreeMap::from([((bound, 0), root)]), 0);
    while let Some(((bound, _), node)) = open.pop_first() {
        let known = bound.min(ceiling).min(unsolved);
        observer.bound(known);
        if bound >= ceiling || observer.stop() {
            return known;
        }
        match expand(&core, &node, &mut ceiling, observer) {
            Expanded::Closed => {}
            Expanded::Leaf(bound) => unsolved = unsolved.min(bound),
            Expanded::Children(children) => {
                for child in children {
                    number += 1;
                    open.insert((child.bound, number), child);
                }
            }
        }
    }
    ceiling.min(unsolved)
}

/// The result of expanding a node.
enum Expanded {
    /// It contains no better plan.
    Closed,
    /// Nearly all options are decided; no plan of the node costs less than this.
    Leaf(i64),
    /// It has been branched on.
    Children(Vec<Node>),
}

/// Ascends in a node, places its students, and branches.
fn expand(
    whole: &Core,
    node: &Node,
    ceiling: &mut i64,
    observer: &mut dyn TreeObserver,
) -> Expanded {
    let core = whole.choosing(&node.options.groups, &node.options.free);
    let mut ascent = SubgradientAscent::from(&core, &node.multipliers).within(observer.budget());
    ascent.shorten(LENGTH);
    let mut times: IdVec<OptionId, u32> = IdVec::filled(0, core.options.len());
    let mut steps = 0;
    for _ in 0..STEPS {
        observer.budget().spend(1);
        let (step, solution) = ascent.step(Some(*ceiling));
        steps += 1;
        for &option in &solution.chosen {
            times[option] += 1;
        }
        match step {
            AscentStatus::Infeasible => return Expanded::Closed,
            AscentStatus::Converged => break,
            AscentStatus::Running if observer.stop() => break,
            AscentStatus::Running => {}
        }
    }
    let best = ascent.best();
    let bound = best.bound.max(node.bound);
    if bound >= *ceiling {
        return Expanded::Closed;
    }
    let chosen =
        RestrictedProblem::cheapest(&core, &best.multipliers, &best.chosen, PAIRS_TO_PLACE);
    if let Some(placed) = placing::place(&core, &chosen, &|| observer.stop())
        && placed.short.is_empty()
    {
        *ceiling = observer.found(placed);
    }
    let left = residual(&core, &best.multipliers, *ceiling, observer.budget());
    let Some(options) = node.options.within(&core, &left.options) else { return Expanded::Closed };
    let is_leaf = options.number_undecided() <= observer.largest_leaf();
    let undecided = (!is_leaf).then(|| options.most_undecided(&core, &times, steps)).flatten();
    let Some((owner, school)) = undecided else {
        // It may hold plans of other parts too, which does no harm.
        let (bound, known) = observer.leaf(&left, bound);
        *ceiling = known;
        return if bound >= known { Expanded::Closed } else { Expanded::Leaf(bound) };
    };
    let parts = options.parts(&core, owner, school).into_iter();
    let children =
        parts.map(|options| Node { options, multipliers: best.multipliers.clone(), bound });
    Expanded::Children(children.collect())
}
