//! Cost, grant and net, per board and in total.

use std::collections::BTreeMap;

use crate::base::Euros;
use crate::instance::GrantCount;
use crate::plan::{GrantIndicators, GrantYear, Money, MoneyIndicators};
use crate::plan::{Setting, Tally};

/// Money of a plan, where `finance` is given. The boards' costs add up to the total, and so do their grants wherever
/// anyone is in a cluster.
pub fn money(tally: &Tally) -> Option<MoneyIndicators> {
    let finance = tally.instance.finance.as_ref()?;
    let mut costs = BTreeMap::<&str, Euros>::new();
    let mut core = BTreeMap::<&str, i64>::new();
    for cluster in &tally.assignment.clusters {
        let opening = if cluster.is_new() { finance.opening } else { Euros::ZERO };
        *costs.entry(tally.answers_for(cluster)).or_default() += finance.cluster + opening;
    }
    for (_, placing, count) in tally.placings() {
        let board = tally.instance.board_of(placing.school_id).id.as_str();
        let each = match placing.setting {
            Setting::Meeting(_) => finance.student,
            Setting::Shell => finance.shell_student,
        };
        *costs.entry(board).or_default() += each * count;
        if matches!(placing.setting, Setting::Meeting(_)) {
            *core.entry(board).or_default() += count;
        }
    }
    let counted = tally.grant_students()?;
    let grant = finance.grant.for_students(counted);
    let grants = shares(grant, &core);
    let boards = costs.iter().map(|(&board, &cost)| {
        let grant = grants.get(board).copied().unwrap_or_default();
        (board.to_owned(), balance(cost, grant))
    });
    Some(MoneyIndicators {
        total: balance(costs.values().copied().sum(), grant),
        grant: (finance.grant.lag_years > 0).then(|| counted_students(tally, counted)),
        boards: boards.collect(),
    })
}

fn balance(cost: Euros, grant: Euros) -> Money {
    Money { cost_eur: cost, grant_eur: grant, net_eur: cost - grant }
}

fn counted_students(tally: &Tally, students: i64) -> GrantIndicators {
    let of = match tally.instance.grant_count() {
        Some(GrantCount::Given(_)) => GrantYear::Given,
        Some(GrantCount::PreviousPlan(_)) => GrantYear::PreviousPlan,
        Some(GrantCount::ThisPlan) | None => GrantYear::ThisPlan,
    };
    GrantIndicators { students, of }
}

/// The grant divided over the boards in proportion to their students in clusters, in whole euros. What rounding down
/// leaves over goes in single euros to the largest remainders (Hamilton's method), ties in the order of ids. A grant
/// that is an amount per student of this plan is thus divided exactly, and any other adds up to the whole. Where
/// nobody is in a cluster there are no shares.
fn shares<'a>(grant: Euros, core: &BTreeMap<&'a str, i64>) -> BTreeMap<&'a str, Euros> {
    let all = i128::from(core.values().sum::<i64>());
    if all <= 0 {
        return BTreeMap::new();
    }
    // The product may be beyond 64 bits.
    let parts = core.iter().map(|(&board, &students)| {
        let product = i128::from(grant.0) * i128::from(students);
        #[expect(clippy::cast_possible_truncation, reason = "a share is never beyond the grant")]
        let whole = product.div_euclid(all) as i64;
        (board, whole, product.rem_euclid(all))
    });
    let mut parts: Vec<(&str, i64, i128)> = parts.collect();
    let left = grant.0 - parts.iter().map(|&(_, whole, _)| whole).sum::<i64>();
    parts.sort_by_key(|&(board, _, remainder)| (std::cmp::Reverse(remainder), board));
    let shares = parts
        .iter()
        .zip(0..)
        .map(|(&(board, whole, _), position)| (board, Euros(whole + i64::from(position < left))));
    shares.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grant_is_divided_in_proportion_to_students_and_adds_up() {
        let divided = |grant: i64, core: &[(&'static str, i64)]| {
            let shares = shares(Euros(grant), &core.iter().copied().collect());
            assert_eq!(shares.values().map(|share| share.0).sum::<i64>(), grant, "{core:?}");
            shares.into_iter().map(|(board, share)| (board, share.0)).collect::<Vec<_>>()
        };
        assert_eq!(divided(700 * 9, &[("a", 2), ("b", 7)]), [("a", 1400), ("b", 4900)]);
        assert_eq!(
            divided(100, &[("a", 1), ("b", 1), ("c", 1)]),
            [("a", 34), ("b", 33), ("c", 33)]
        );
        assert_eq!(divided(10, &[("a", 3), ("b", 4)]), [("a", 4), ("b", 6)]);
        assert_eq!(divided(-7, &[("a", 1), ("b", 1)]), [("a", -3), ("b", -4)]);
        let large = [("a", 999_999), ("b", 1)];
        assert_eq!(
            divided(1_000_000_000_000_001, &large),
            [("a", 999_999_000_000_001), ("b", 1_000_000_000)]
        );
        assert_eq!(shares(Euros(5), &BTreeMap::new()), BTreeMap::new());
    }
}
