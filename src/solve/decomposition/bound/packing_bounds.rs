//! Prices on an owner's schools, so that few of its options are worth a closer look.
//!
//! That options share no school is priced (a Lagrangian relaxation of set packing): under any rents
//! the best so many options, whether or not they stand apart, give a bound, and an option that lifts
//! this bound to what a known packing is worth is in no better packing. Whole numbers throughout;
//! floats only steer.

/// Rounds of prices.
const ROUNDS: u32 = 60;
/// Rounds without a better bound, after which the steps are halved.
const PATIENCE: u32 = 5;

/// An item to be packed: what it is worth (below 0) and the positions of its schools.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PricedItem {
    /// What it is worth.
    pub value: i64,
    /// Its schools, each less than the number of schools.
    pub schools: Vec<usize>,
}

/// The items that may be in a packing of at most `most` that is worth less than `best`, which one
/// can be had for; in order. Items must be sorted by value.
pub fn candidates_for_packing(
    items: &[PricedItem],
    list: &[usize],
    schools: usize,
    most: i64,
    best: i64,
) -> Vec<usize> {
    let most = usize::try_from(most).unwrap_or(0);
    let mut multipliers = vec![0_i64; schools];
    let mut kept = Kept { bound: i64::MIN, multipliers: multipliers.clone() };
    let (mut length, mut since) = (1.0, 0);
    for _ in 0..ROUNDS {
        let (bound, chosen, _) = relax(items, list, &multipliers, most);
        since += 1;
        if bound > kept.bound {
            kept = Kept { bound, multipliers: multipliers.clone() };
            since = 0;
        }
        if bound >= best || most == 0 {
            break;
        }
        if since >= PATIENCE {
            (length, since) = (length / 2.0, 0);
        }
        let mut crowd = vec![-1_i64; schools];
        for &item in &chosen {
            for &school in &items[item].schools {
                crowd[school] += 1;
            }
        }
        let moves = |school: usize| crowd[school] > 0 || multipliers[school] > 0;
        let norm: i64 = (0..schools).filter(|&at| moves(at)).map(|at| crowd[at] * crowd[at]).sum();
        if norm == 0 {
            break;
        }
        let step = length * (best - bound) as f64 / norm as f64;
        for (rent, crowd) in multipliers.iter_mut().zip(&crowd) {
            #[expect(clippy::cast_possible_truncation, reason = "a share of a sum of points")]
            let by = (step * *crowd as f64).round() as i64;
            *rent = (*rent + by).max(0);
        }
    }
    let (bound, _, last) = relax(items, list, &kept.multipliers, most);
    let may_be =
        |item: &&usize| bound + (reduced(&items[**item], &kept.multipliers) - last).max(0) < best;
    list.iter().filter(may_be).copied().collect()
}

struct Kept {
    bound: i64,
    multipliers: Vec<i64>,
}

fn reduced(item: &PricedItem, multipliers: &[i64]) -> i64 {
    item.value + item.schools.iter().map(|&school| multipliers[school]).sum::<i64>()
}

/// The bound under rents, the items that attain it, and the worth of the last of them, or 0 where
/// there was room for more.
fn relax(
    items: &[PricedItem],
    list: &[usize],
    multipliers: &[i64],
    most: usize,
) -> (i64, Vec<usize>, i64) {
    let worth = list.iter().map(|&item| (reduced(&items[item], multipliers), item));
    let mut best: Vec<(i64, usize)> = worth.filter(|&(worth, _)| worth < 0).collect();
    let is_full = best.len() >= most && most > 0;
    if best.len() > most {
        if most > 0 {
            best.select_nth_unstable(most - 1);
        }
        best.truncate(most);
    }
    let last = if is_full { best.iter().map(|&(worth, _)| worth).max().unwrap_or(0) } else { 0 };
    let bound = best.iter().map(|&(worth, _)| worth).sum::<i64>() - multipliers.iter().sum::<i64>();
    (bound, best.into_iter().map(|(_, item)| item).collect(), last)
}
