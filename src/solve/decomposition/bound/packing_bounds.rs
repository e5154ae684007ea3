//! Bounds on the packings of an owner's options, and the few options that a better packing may have.
//!
//! The rows that keep options from sharing a school are relaxed (a Lagrangian relaxation of set packing):
//! with a multiplier per school, the cheapest options, disjoint or not, give a bound on every packing. An
//! option that raises this bound to the value of a known packing is in no better packing. The bound is
//! computed in whole numbers; floating point only chooses the multipliers.

/// Parameters of the ascent over the multipliers of an owner's schools.
struct Tuning {
    /// Upper limit on the multipliers that are tried.
    rounds: u32,
    /// Rounds without a better bound after which steps are halved.
    patience: u32,
}

const TUNING: Tuning = Tuning { rounds: 60, patience: 5 };

/// An item to be packed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PricedItem {
    /// Its value, below 0: packings of least value are looked for.
    pub value: i64,
    /// The positions of its schools, each below the number of schools.
    pub schools: Vec<usize>,
}

/// What multipliers on schools prove of the packings of at most `most` items of a list.
pub struct PackingBound<'a> {
    items: &'a [PricedItem],
    list: &'a [usize],
    multipliers: Vec<i64>,
    /// No packing has a lower value.
    pub bound: i64,
    /// The reduced value of the dearest item in the relaxed packing; 0 where it has room for more.
    last: i64,
}

impl<'a> PackingBound<'a> {
    /// The best bound found within a few rounds, which end early once `known`, the value of a packing, is
    /// proven to be optimal.
    pub fn new(
        items: &'a [PricedItem],
        list: &'a [usize],
        schools: usize,
        most: i64,
        known: i64,
    ) -> Self {
        let most = usize::try_from(most).unwrap_or(0);
        let mut multipliers = vec![0_i64; schools];
        let mut best =
            Self { items, list, multipliers: vec![0; schools], bound: i64::MIN, last: 0 };
        let (mut step_size, mut since_better) = (1.0, 0);
        for _ in 0..TUNING.rounds {
            let relaxed = relax(items, list, &multipliers, most);
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
            let mut overuse = vec![-1_i64; schools];
            for &item in &relaxed.chosen {
                for &school in &items[item].schools {
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

    /// The items that may be in a packing of a value below `ceiling`, in order.
    pub fn items_below(&self, ceiling: i64) -> Vec<usize> {
        // Forcing an item into the relaxed packing displaces at most the dearest one there.
        let may_be = |item: &&usize| {
            let more = reduced(&self.items[**item], &self.multipliers) - self.last;
            self.bound + more.max(0) < ceiling
        };
        self.list.iter().filter(may_be).copied().collect()
    }
}

fn reduced(item: &PricedItem, multipliers: &[i64]) -> i64 {
    item.value + item.schools.iter().map(|&school| multipliers[school]).sum::<i64>()
}

struct RelaxedPacking {
    bound: i64,
    chosen: Vec<usize>,
    last: i64,
}

/// The cheapest items at their reduced values, with the bound that they give.
fn relax(items: &[PricedItem], list: &[usize], multipliers: &[i64], most: usize) -> RelaxedPacking {
    let values = list.iter().map(|&item| (reduced(&items[item], multipliers), item));
    let mut best: Vec<(i64, usize)> = values.filter(|&(value, _)| value < 0).collect();
    let is_full = best.len() >= most && most > 0;
    if best.len() > most {
        if most > 0 {
            best.select_nth_unstable(most - 1);
        }
        best.truncate(most);
    }
    let last = if is_full { best.iter().map(|&(value, _)| value).max().unwrap_or(0) } else { 0 };
    // Schools that no packing uses give back their multiplier, which is at least 0.
    let bound = best.iter().map(|&(value, _)| value).sum::<i64>() - multipliers.iter().sum::<i64>();
    RelaxedPacking { bound, chosen: best.into_iter().map(|(_, item)| item).collect(), last }
}
