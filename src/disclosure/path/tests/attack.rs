//! Someone who puts together the numbers of all years of a path and solves for the small groups: where each year's
//! students of two programmes are, the shortfall against the goal, and euros of which some count the students of the
//! year before.

use std::collections::BTreeSet;

use super::*;
use crate::base::Euros;
use crate::disclosure::indicators::WhereaboutsFact;
use crate::growth::YearMoney;
use crate::plan::{GrantIndicators, GrantYear, Money, MoneyIndicators};
use crate::testing::Draws;
use crate::testing::batches::placed;

/// Where the students of voltijd and deeltijd are: in clusters, in the shell, left out.
type Plan = [[i64; 3]; 2];

/// The euros that a student in a cluster costs, and those that one earns a year later.
const EACH: [i64; 2] = [100, 3];
/// The share that is aimed at, in percent.
const AIM: i64 = 80;
const PATHS: u64 = 150;

fn core(plan: &Plan) -> i64 {
    plan[0][0] + plan[1][0]
}

/// The years of a path with these plans, as shown to the public.
fn shown(plans: &[Plan]) -> Vec<YearDisclosure> {
    let mut before: Option<i64> = None;
    let sources: Vec<YearSource> = plans
        .iter()
        .map(|plan| {
            let mut indicators = placed(plan[0], plan[1]).indicators;
            let (cost_eur, grant_eur) =
                (Euros(EACH[0] * core(plan)), Euros(EACH[1] * before.unwrap_or(0)));
            let net_eur = Euros(cost_eur.0 - grant_eur.0);
            let grant =
                before.map(|students| GrantIndicators { students, of: GrantYear::PreviousPlan });
            let total = Money { cost_eur, grant_eur, net_eur };
            indicators.money = Some(MoneyIndicators { total, grant, boards: BTreeMap::new() });
            before = Some(core(plan));
            source_of(indicators)
        })
        .collect();
    let mut years: Vec<YearDisclosure> =
        sources.iter().map(|source| year(source, AIM, Audience::Public)).collect();
    disclose_money(&mut years, &sources);
    years
}

fn fits(count: Count, number: i64) -> bool {
    match count {
        Count::Exact(exact) => exact == number,
        Count::Few => number < 5,
        Count::AtLeast(least) | Count::About(least) => number >= least,
    }
}

/// The plans for programmes of this size that fit all that is shown of a year by itself.
fn possible(year: &YearDisclosure, totals: [i64; 2]) -> Vec<Plan> {
    let rows = |total: i64| {
        (0..=total).flat_map(move |core| {
            (0..=total - core).map(move |shell| [core, shell, total - core - shell])
        })
    };
    let fits_all = |at: &WhereaboutsFact, row: [i64; 3]| {
        let facts = [&at.core, &at.shell, &at.left_out];
        let all = facts.iter().zip(row).all(|(fact, number)| fits(fact.number, number));
        all && facts.iter().all(|fact| fits(fact.of, row.iter().sum()))
    };
    let of = |programme: &str, total: i64| {
        let fact = year.programmes.iter().find(|(name, _)| name == programme);
        let (_, fact) = fact.expect("the programme is shown");
        rows(total).filter(|&row| fits_all(fact, row)).collect::<Vec<_>>()
    };
    let (voltijd, deeltijd) = (of("voltijd", totals[0]), of("deeltijd", totals[1]));
    let all = voltijd.iter().flat_map(|one| deeltijd.iter().map(move |other| [*one, *other]));
    let is_short = |plan: &Plan| {
        let (Some(short), Some(aimed_at)) = (year.short, year.aimed_at) else { return true };
        (aimed_at - core(plan)).max(0) == short
    };
    let sums = |plan: &Plan| [0, 1, 2].map(|at| plan[0][at] + plan[1][at]);
    all.filter(|plan| fits_all(&year.students, sums(plan)) && is_short(plan)).collect()
}

/// The plans of each year that fit all that is shown of all years.
fn possible_together(years: &[YearDisclosure], totals: &[[i64; 2]]) -> Vec<Vec<Plan>> {
    let mut plans: Vec<Vec<Plan>> =
        years.iter().zip(totals).map(|(year, &totals)| possible(year, totals)).collect();
    for (at, year) in years.iter().enumerate() {
        let Some(money) = year.money else { continue };
        plans[at].retain(|plan| {
            money.paid.cost_eur.0 == EACH[0] * core(plan) && money.earned.0 == EACH[1] * core(plan)
        });
        if let Some(before) = at.checked_sub(1) {
            plans[before].retain(|plan| money.paid.grant_eur.0 == EACH[1] * core(plan));
        }
    }
    plans
}

/// A path of a few years, or of one with programmes of a given size: the sizes of its programmes, and its plans.
fn path(draws: &mut Draws, sizes: Option<[i64; 2]>) -> (Vec<[i64; 2]>, Vec<Plan>) {
    let years = if sizes.is_some() { 1 } else { draws.between(2, 4) };
    let totals: Vec<[i64; 2]> = (0..years)
        .map(|_| sizes.unwrap_or_else(|| [draws.between(8, 16), draws.between(5, 11)]))
        .collect();
    let has_room = draws.percent(40);
    let mut row = |total: i64| {
        let left_out = if has_room { 0 } else { draws.between(0, total / 2) };
        let shell = if draws.percent(60) { 0 } else { draws.between(0, total - left_out) };
        [total - left_out - shell, shell, left_out]
    };
    let plans = totals.iter().map(|totals| totals.map(&mut row)).collect();
    (totals, plans)
}

/// How many small groups there are in the plans, and those that are known better than as one to four.
fn small_groups(plans: &[Plan], possible: &[Vec<Plan>]) -> (usize, Vec<String>) {
    let groups: [fn(&Plan, usize) -> i64; 3] =
        [|plan, at| plan[0][at], |plan, at| plan[1][at], |plan, at| plan[0][at] + plan[1][at]];
    let (mut small, mut known) = (0, Vec::new());
    for (year, plan) in plans.iter().enumerate() {
        assert!(possible[year].contains(plan), "{plans:?}: year {year} is shown wrongly");
        for (group, place) in groups.iter().flat_map(|group| [0, 1, 2].map(|place| (group, place)))
        {
            let truth = group(plan, place);
            if (1..5).contains(&truth) {
                let values = possible[year].iter().map(|plan| group(plan, place));
                let values: BTreeSet<i64> = values.collect();
                small += 1;
                if !(1..5).all(|number| values.contains(&number)) {
                    known.push(format!("{plans:?}: {truth} at {place} in {year}: {values:?}"));
                }
            }
        }
    }
    (small, known)
}

#[test]
fn all_years_together_reveal_no_small_group() {
    let (mut draws, mut number, mut with_money, mut of_today) = (Draws::new(11), 0, 0, 0);
    for _ in 0..PATHS {
        let (totals, plans) = path(&mut draws, None);
        let years = shown(&plans);
        with_money += usize::from(years.iter().all(|year| year.money.is_some()));
        let (small, known) = small_groups(&plans, &possible_together(&years, &totals));
        number += small;
        assert!(known.is_empty(), "{known:?}");
        // Today has the students of the first year, before any decision; it is shown without euros.
        let today = path(&mut draws, Some(totals[0])).1[0];
        let shown = year(&source_of(placed(today[0], today[1]).indicators), AIM, Audience::Public);
        assert!(shown.money.is_none());
        let beside = [&years[..1], &[shown]].concat();
        let both = possible_together(&beside, &[totals[0]; 2]);
        let (small, known) = small_groups(&[plans[0], today], &both);
        of_today += small;
        assert!(known.is_empty(), "{known:?}");
    }
    assert!(of_today > 100, "{of_today}");
    assert!(number > 300 && with_money > 5, "{number} {with_money}");
}

/// Euros that are shown for the second year alone: its grant counts the students of the first.
#[test]
fn the_attack_notices_a_grant_that_reveals_a_few() {
    let (totals, plans) = ([[14, 9]; 2], [[[12, 0, 2], [9, 0, 0]], [[8, 0, 6], [9, 0, 0]]]);
    let mut years = shown(&plans);
    assert_eq!(small_groups(&plans, &possible_together(&years, &totals)).1, Vec::<String>::new());
    let euros = |number| Euros(number);
    years[1].money = Some(YearMoney {
        paid: Money {
            cost_eur: euros(EACH[0] * 17),
            grant_eur: euros(EACH[1] * 21),
            net_eur: euros(EACH[0] * 17 - EACH[1] * 21),
        },
        limit: None,
        net_so_far: euros(0),
        earned: euros(EACH[1] * 17),
        lag_years: 1,
        counts_itself: false,
        to_come: euros(0),
    });
    assert!(!small_groups(&plans, &possible_together(&years, &totals)).1.is_empty());
}
