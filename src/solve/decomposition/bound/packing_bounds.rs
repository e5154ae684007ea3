//! Bounds on the packings of an owner's options, and the few options that a better packing may have.
//!
//! The rows that keep options from sharing a school are relaxed (a Lagrangian relaxation of set packing):
//! with a multiplier per school, the cheapest options, disjoint or not, give a bound on every packing. An
//! option that raises this bound to the value of a known packing is in no better packing. The bound is
//! computed in whole numbers; floating point only chooses the multipliers.

use super::owner_schools::OwnerSchools;

/// Parameters of the ascent over the multipliers of an owner's schools.
struct Tuning {
    /// Upper limit on the multipliers that are tried.
    rounds: u32,
    /// Upper limit on the multipliers that are tried where the first ones were good under similar values.
    warm_rounds: u32,
    /// Rounds without a better bound after which steps are halved.
    patience: u32,
}

const TUNING: Tuning = Tuning { rounds: 60, warm_rounds: 12, patience: 5 };

/// An option to be packed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Item {
    /// Its value, below 0: packings of least value are looked for.
    pub value: i64,
    /// Its position among the options of its owner.
    pub at: usize,
}

/// An item with what it is worth once the multipliers of its schools are paid.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ReducedItem {
    /// Its value and the multipliers of its schools.
    pub reduced: i64,
    /// Its position in the list of all items.
    pub item: usize,
}

/// The options to be packed, with their schools.
#[derive(Clone, Copy, Debug)]
pub struct PricedItems<'a> {
    /// The options, those of least value first.
    pub all: &'a [Item],
    /// The schools of all options of the owner.
    pub owner_schools: &'a OwnerSchools,
}

/// What multipliers on schools prove of the packings of at most `most` items of a list.
pub struct PackingBound<'a> {
    items: PricedItems<'a>,
    list: &'a [usize],
    multipliers: Vec<i64>,
    /// No packing has a lower value.
    pub bound: i64,
    /// The reduced value of the dearest item in the relaxed packing; 0 where it has room for more.
    last: i64,
}

impl<'a> PackingBound<'a> {
    /// The best bound found within a few rounds, which end early once `known`, the value of a packing, is
    /// proven to be optimal. `start` has multipliers that proved much under similar values, or is empty.
    pub fn from(
        items: PricedItems<'a>,
        list: &'a [usize],
        most: i64,
        known: i64,
        start: &[i64],
    ) -> Self {
        let most = usize::try_from(most).unwrap_or(0);
        let schools = items.owner_schools.schools();
        let mut multipliers = vec![0_i64; schools];
        let is_warm = start.len() == schools;
        if is_warm {
            multipliers.copy_from_slice(start);
        }
        let rounds = if is_warm { TUNING.warm_rounds } else { TUNING.rounds };
        let mut best =
            Self { items, list, multipliers: vec![0; schools], bound: i64::MIN, last: 0 };
        let mut overuse = vec![0_i64; schools];
        let mut values = Vec::with_capacity(list.len());
        let (mut step_size, mut since_better) = (1.0, 0);
        for _ in 0..rounds {
            let relaxed = relax(items, list, &multipliers, most, &mut values);
            since_better += 1;
            if relaxed.bound > best.bound {
                best.multipliers.clone_from(&multipliers);
                (best.bound, best.last) = (relaxed.bound, relaxed.last);
                since_better = 0;
            }
            if best.bound >= known || most == 0 {
                break;
            }
            if since_better >= TUNING.patience {
                (step_size, since_better) = (step_size / 2.0, 0);
            }
            // By how many items each school is used too often: the subgradient.
            overuse.fill(-1);
            for &(_, item) in &values[..relaxed.chosen] {
                for &school in items.owner_schools.positions(items.all[item].at) {
                    overuse[school] += 1;
                }
            }
            let moves = |at: &usize| overuse[*at] > 0 || multipliers[*at] > 0;
            let norm: i64 = (0..schools).filter(moves).map(|at| overuse[at] * overuse[at]).sum();
            if norm == 0 {
                break;
            }
            let step = step_size * (known - relaxed.bound) as f64 / norm as f64;
            for (multiplier, overuse) in multipliers.iter_mut().zip(&overuse) {
                #[expect(clippy::cast_possible_truncation, reason = "a share of a sum of points")]
                let by = (step * *overuse as f64).round() as i64;
                *multiplier = (*multiplier + by).max(0);
            }
        }
        best
    }

    /// The multipliers that prove it.
    pub fn into_multipliers(self) -> Vec<i64> {
        self.multipliers
    }

    /// The bound of the packing of no items: minus the multipliers of all schools.
    pub fn of_nothing(&self) -> i64 {
        -self.multipliers.iter().sum::<i64>()
    }

    /// The items that may be in a packing of a value below `ceiling`, by reduced value.
    pub fn items_below(&self, ceiling: i64) -> Vec<ReducedItem> {
        let reduced = |&item: &usize| {
            let reduced = reduced(self.items, item, &self.multipliers);
            ReducedItem { reduced, item }
        };
        // Forcing an item into the relaxed packing displaces at most the dearest one there.
        let may_be = |item: &ReducedItem| self.bound + (item.reduced - self.last).max(0) < ceiling;
        let mut items: Vec<ReducedItem> = self.list.iter().map(reduced).filter(may_be).collect();
        items.sort_unstable();
        items
    }
}

fn reduced(items: PricedItems, item: usize, multipliers: &[i64]) -> i64 {
    let Item { value, at } = items.all[item];
    value + items.owner_schools.positions(at).iter().map(|&school| multipliers[school]).sum::<i64>()
}

struct RelaxedPacking {
    bound: i64,
    /// The number of items that it uses.
    chosen: usize,
    last: i64,
}

/// The cheapest items at their reduced values, which come first in `values`, with the bound that they give.
fn relax(
    items: PricedItems,
    list: &[usize],
    multipliers: &[i64],
    most: usize,
    values: &mut Vec<(i64, usize)>,
) -> RelaxedPacking {
    values.clear();
    let reduced = list.iter().map(|&item| (reduced(items, item, multipliers), item));
    values.extend(reduced.filter(|&(value, _)| value < 0));
    let is_full = values.len() >= most && most > 0;
    if values.len() > most && most > 0 {
        values.select_nth_unstable(most - 1);
    }
    let best = &values[..values.len().min(most)];
    let last = if is_full { best.iter().map(|&(value, _)| value).max().unwrap_or(0) } else { 0 };
    // Schools that no packing uses give back their multiplier, which is at least 0.
    let bound = best.iter().map(|&(value, _)| value).sum::<i64>() - multipliers.iter().sum::<i64>();
    RelaxedPacking { bound, chosen: best.len(), last }
}
