//! Bounds on packings, and what they leave of the items, against all packings.

use super::Draws;
use crate::base::Id;
use crate::instance::SchoolId;
use crate::solve::decomposition::bound::owner_schools::OwnerSchools;
use crate::solve::decomposition::bound::packing_bounds::{Item, PackingBound, PricedItems};

const SCHOOLS: usize = 6;

/// Items sorted by value, of one to three schools each.
fn items(draws: &mut Draws) -> (Vec<Item>, OwnerSchools) {
    let width = draws.one_of(&[10, 1_000, 1_000_000_000_000]);
    let set = |draws: &mut Draws| {
        let mut schools: Vec<SchoolId> = (0..draws.between(1, 3))
            .map(|_| usize::try_from(draws.between(0, SCHOOLS as i64 - 1)).unwrap())
            .map(SchoolId::from_index)
            .collect();
        schools.sort_unstable();
        schools.dedup();
        schools
    };
    let sets: Vec<Vec<SchoolId>> = (0..draws.between(0, 10)).map(|_| set(draws)).collect();
    let item = |(at, _)| Item { value: -draws.between(1, width), at };
    let mut items: Vec<Item> = sets.iter().enumerate().map(item).collect();
    items.sort_unstable();
    (items, OwnerSchools::of_sets(sets.into_iter()))
}

/// All sets of at most `most` items of a list that share no school, with what they are worth.
fn packings(items: PricedItems, list: &[usize], most: i64) -> Vec<(Vec<usize>, i64)> {
    let schools = |item: usize| items.owner_schools.positions(items.all[item].at);
    let mut packings = vec![(Vec::new(), 0)];
    for &item in list {
        for (chosen, value) in packings.clone() {
            let apart = chosen.iter().all(|&one: &usize| {
                schools(one).iter().all(|school| !schools(item).contains(school))
            });
            if apart && (chosen.len() as i64) < most {
                packings.push(([chosen, vec![item]].concat(), value + items.all[item].value));
            }
        }
    }
    packings
}

#[test]
fn every_better_packing_is_made_of_what_is_left() {
    let draws = &mut Draws::new(1);
    let (mut better, mut gone) = (0, 0);
    for _ in 0..1_500 {
        let (items, owner_schools) = items(draws);
        let items = PricedItems { all: &items, owner_schools: &owner_schools };
        let list: Vec<usize> = (0..items.all.len()).filter(|_| draws.percent(85)).collect();
        let most = draws.between(0, 4);
        let packings = packings(items, &list, most);
        let values: Vec<i64> = packings.iter().map(|&(_, value)| value).collect();
        // The best of them, any of them, and one that a slack has taken off.
        let least = values.iter().copied().min().unwrap_or(0);
        for best in [least, draws.one_of(&values), draws.one_of(&values) - 3] {
            // Multipliers that were good under other values are as valid as none.
            let start: Vec<i64> =
                (0..owner_schools.schools()).map(|_| draws.between(0, 20)).collect();
            let start = if draws.percent(50) { &start[..] } else { &[] };
            let relaxation = PackingBound::from(items, &list, most, best, start);
            assert!(relaxation.bound <= least, "{items:?}, {best}");
            let left = relaxation.items_below(best);
            assert!(left.is_sorted());
            let left: Vec<usize> = left.into_iter().map(|left| left.item).collect();
            assert!(left.iter().all(|item| list.contains(item)));
            gone += list.len() - left.len();
            for (packing, _) in packings.iter().filter(|&&(_, value)| value < best) {
                assert!(packing.iter().all(|item| left.contains(item)), "{items:?}, {best}");
                better += 1;
            }
        }
    }
    assert!(better > 1_000 && gone > 5_000, "{better}, {gone}");
}
