//! The best content of an option against every way to fill it.

use super::oracle::{Judge, judge};
use super::{Draws, KINDS, Kind, instances, prices};
use crate::base::IdVec;
use crate::instance::StudentId;
use crate::model::candidates::OptionId;
use crate::solve::decomposition::content::{Content, Filling, rent};
use crate::solve::decomposition::core::{Choice, Core, Offer, Site, SiteId};
use crate::solve::decomposition::merge::Merge;
use crate::solve::decomposition::prices::Prices;
use crate::solve::decomposition::relaxation::Relaxation;

const INSTANCES: usize = 120;

/// Shows each option of many problems, under prices of every kind, with its best content.
fn each(first_seed: u64, mut see: impl FnMut(&Filling, OptionId, Option<Content>, &mut Merge)) {
    for (seed, problem) in instances::problems(first_seed, INSTANCES) {
        let core = Core::of(&problem);
        let mut relaxation = Relaxation::new(&core);
        let mut merge = Merge::of(core.people.len());
        let draws = &mut Draws::new(seed);
        for kind in KINDS {
            let prices = prices(&core, kind, draws);
            relaxation.evaluate(&prices);
            let filling = Filling { core: &core, prices: &prices, lists: relaxation.lists() };
            for (option, choice) in core.options.iter() {
                let best = filling.best(choice, &mut merge);
                see(&filling, option, best, &mut merge);
            }
        }
    }
}

fn cost(prices: &Prices, site: &Site, offer: Offer) -> i64 {
    offer.price + rent(site, prices) - prices.student[offer.student]
}

fn worth_of_places(filling: &Filling, choice: &Choice) -> i64 {
    let core = filling.core;
    let worth = |&site: &SiteId| filling.prices.place[core.sites[site].school] * core.places(site);
    choice.sites.iter().map(worth).sum()
}

/// The least that an option comes to under prices, with one student somewhere where asked for.
fn least(
    filling: &Filling,
    option: OptionId,
    keeps_places: bool,
    forced: Option<(StudentId, SiteId)>,
) -> Option<i64> {
    let pair = &|site: &Site, offer: Offer| cost(filling.prices, site, offer);
    let nothing = &|_: StudentId| Some(0);
    let judge = Judge { pair, keeps_places, opens_shell: false, ..judge(filling.core, nothing) };
    let choice = &filling.core.options[option];
    judge.least(&[option], forced).map(|least| least - worth_of_places(filling, choice))
}

#[test]
fn no_filling_of_an_option_is_better_than_its_best_content() {
    let (mut options, mut tight, mut priced) = (0, 0, 0);
    each(0, |filling, option, best, _| {
        let best = best.map(|content| content.value);
        assert_eq!(best, least(filling, option, false, None), "places priced: {option:?}");
        let within = least(filling, option, true, None);
        // Where not even a filling beyond the places exists, none within them does.
        assert!(within.is_none_or(|within| best.is_some_and(|best| best <= within)), "{option:?}");
        options += 1;
        tight += u32::from(best.is_some() && within == best);
        priced += u32::from(within > best);
    });
    assert!(options > 1_500 && tight > options / 2 && priced > 100, "{options}, {tight}, {priced}");
}

#[test]
fn what_is_told_of_a_content_is_that_content() {
    let mut members = 0;
    each(1_000, |filling, option, best, merge| {
        let Some(content) = best else { return };
        let core = filling.core;
        let choice = &core.options[option];
        let mut told: IdVec<StudentId, i64> = IdVec::filled(0, core.people.len());
        let mut value = choice.opening - worth_of_places(filling, choice);
        let mut counted = 0;
        filling.tell(choice, &content, merge, |student, at, count| {
            assert!(choice.sites.contains(&at) && count > 0);
            let site = &core.sites[at];
            let offer = site.offers.iter().find(|offer| offer.student == student);
            value += cost(filling.prices, site, *offer.expect("only who may come")) * count;
            assert_eq!(told[student], 0, "told at one school only");
            told[student] += count;
            counted += if core.people[student].is_member { count } else { 0 };
        });
        assert!(told.iter().all(|(student, &count)| count <= core.people[student].count));
        assert_eq!(counted, content.members);
        assert_eq!(value + core.size_cost(&choice.sizes, counted), content.value);
        members += counted;
    });
    assert!(members > 1_000, "{members}");
}

#[test]
fn one_who_must_come_costs_no_less_than_is_said() {
    let (mut exact, mut dearer) = (0, 0);
    each(2_000, |filling, option, best, _| {
        let core = filling.core;
        for &at in &core.options[option].sites {
            let site = &core.sites[at];
            for &offer in &site.offers {
                let forced = least(filling, option, false, Some((offer.student, at)));
                let Some(forced) = forced else { continue };
                let content = best.expect("with a filling there is a best one");
                let own = cost(filling.prices, site, offer);
                let said = if core.people[offer.student].is_member {
                    own + content.one_more.expect("one more fits")
                } else {
                    own
                };
                assert!(forced >= content.value + said, "{forced}, {content:?}, {own}");
                exact += u32::from(forced == content.value + said);
                dearer += u32::from(forced > content.value + said);
            }
        }
    });
    assert!(exact > 1_000 && dearer > 100, "{exact}, {dearer}");
}

#[test]
fn a_glance_never_promises_less_than_there_is() {
    let mut sharp = 0;
    each(3_000, |filling, option, best, _| {
        let glance = filling.glance(&filling.core.options[option]);
        assert!(best.is_none_or(|content| glance <= content.value), "{glance}, {best:?}");
        sharp += u32::from(best.is_some_and(|content| glance == content.value));
    });
    assert!(sharp > 0);
}

/// Were prices of a kind not what they are said to be, claims held against them would say less.
#[test]
fn prices_of_every_kind_are_within_their_range() {
    let (_, problem) = instances::problems(7, 1).next().expect("a problem");
    let core = Core::of(&problem);
    let draws = &mut Draws::new(7);
    let lowest = |kind, draws: &mut Draws| {
        let prices = prices(&core, kind, draws);
        assert!(prices.place.values().all(|&price| price >= 0), "{kind:?}");
        prices.student.values().copied().min().unwrap_or(0)
    };
    assert_eq!(lowest(Kind::Zero, draws), 0);
    assert!(lowest(Kind::Negative, draws) < 0);
}
