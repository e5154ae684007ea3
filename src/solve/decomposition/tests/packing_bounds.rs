//! Bounds on packings, and what they leave of the items, against all packings.

use super::Draws;
use crate::solve::decomposition::bound::packing_bounds::{PackingBound, PricedItem};

const SCHOOLS: usize = 6;

/// Items sorted by value, of one to three schools each.
fn items(draws: &mut Draws) -> Vec<PricedItem> {
    let width = draws.one_of(&[10, 1_000, 1_000_000_000_000]);
    let item = |draws: &mut Draws| {
        let mut schools: Vec<usize> = (0..draws.between(1, 3))
            .map(|_| usize::try_from(draws.between(0, SCHOOLS as i64 - 1)).unwrap())
            .collect();
        schools.sort_unstable();
        schools.dedup();
        PricedItem { value: -draws.between(1, width), schools }
    };
    let mut items: Vec<PricedItem> = (0..draws.between(0, 10)).map(|_| item(draws)).collect();
    items.sort_by_key(|item| item.value);
    items
}

/// All sets of at most `most` items of a list that share no school, with what they are worth.
fn packings(items: &[PricedItem], list: &[usize], most: i64) -> Vec<(Vec<usize>, i64)> {
    let mut packings = vec![(Vec::new(), 0)];
    for &item in list {
        for (chosen, value) in packings.clone() {
            let apart = chosen.iter().all(|&one: &usize| {
                items[one].schools.iter().all(|school| !items[item].schools.contains(school))
            });
            if apart && (chosen.len() as i64) < most {
                packings.push(([chosen, vec![item]].concat(), value + items[item].value));
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
        let items = items(draws);
        let list: Vec<usize> = (0..items.len()).filter(|_| draws.percent(85)).collect();
        let most = draws.between(0, 4);
        let packings = packings(&items, &list, most);
        let values: Vec<i64> = packings.iter().map(|&(_, value)| value).collect();
        // The best of them, any of them, and one that a slack has taken off.
        let least = values.iter().copied().min().unwrap_or(0);
        for best in [least, draws.one_of(&values), draws.one_of(&values) - 3] {
            let relaxation = PackingBound::new(&items, &list, SCHOOLS, most, best);
            assert!(relaxation.bound <= least, "{items:?}, {best}");
            let left = relaxation.items_below(best);
            assert!(left.is_sorted() && left.iter().all(|item| list.contains(item)));
            gone += list.len() - left.len();
            for (packing, _) in packings.iter().filter(|&&(_, value)| value < best) {
                assert!(packing.iter().all(|item| left.contains(item)), "{items:?}, {best}");
                better += 1;
            }
        }
    }
    assert!(better > 1_000 && gone > 5_000, "{better}, {gone}");
}
