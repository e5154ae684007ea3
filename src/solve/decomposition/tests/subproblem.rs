//! The solution of an option's subproblem against every way to fill the option.

use super::oracle::{Judge, judge};
use super::{Draws, KINDS, Kind, instances, multipliers};
use crate::base::IdVec;
use crate::instance::StudentId;
use crate::model::candidates::OptionId;
use crate::problem::read;
use crate::solve::decomposition::bound::core::{Core, CoreOption, Offer, Site, SiteId};
use crate::solve::decomposition::bound::merge::Merge;
use crate::solve::decomposition::bound::multipliers::{Multipliers, rent};
use crate::solve::decomposition::bound::relaxation::Relaxation;
use crate::solve::decomposition::bound::subproblem::{SubproblemSolution, Subproblems};

const INSTANCES: usize = 120;

/// Calls `see` with each option of many problems, under multipliers of every kind, and its solution.
fn each(
    first_seed: u64,
    mut see: impl FnMut(&Subproblems, OptionId, Option<SubproblemSolution>, &mut Merge),
) {
    for (seed, problem) in instances::problems(first_seed, INSTANCES) {
        let core = Core::of(&problem);
        let mut relaxation = Relaxation::new(&core);
        let mut merge = Merge::new(core.entries.len());
        let draws = &mut Draws::new(seed);
        for kind in KINDS {
            let multipliers = multipliers(&core, kind, draws);
            relaxation.evaluate(&multipliers);
            let subproblems =
                Subproblems { core: &core, multipliers: &multipliers, lists: relaxation.lists() };
            for (option, choice) in core.options.iter() {
                let best = subproblems.solve(choice, &mut merge);
                see(&subproblems, option, best, &mut merge);
            }
        }
    }
}

fn cost(multipliers: &Multipliers, site: &Site, offer: Offer) -> i64 {
    offer.price + rent(site, multipliers) - multipliers.student[offer.student]
}

fn worth_of_places(subproblems: &Subproblems, choice: &CoreOption) -> i64 {
    let core = subproblems.core;
    let worth =
        |&site: &SiteId| subproblems.multipliers.place[core.sites[site].school] * core.places(site);
    choice.sites.iter().map(worth).sum()
}

/// The least value of an option under prices, with one student somewhere where asked for.
fn least(
    subproblems: &Subproblems,
    option: OptionId,
    keeps_places: bool,
    forced: Option<(StudentId, SiteId)>,
) -> Option<i64> {
    let pair = &|site: &Site, offer: Offer| cost(subproblems.multipliers, site, offer);
    let nothing = &|_: StudentId| Some(0);
    let judge =
        Judge { pair, keeps_places, opens_shell: false, ..judge(subproblems.core, nothing) };
    let choice = &subproblems.core.options[option];
    let fixed = worth_of_places(subproblems, choice) + subproblems.multipliers.cover;
    judge.least(&[option], forced).map(|least| least - fixed)
}

#[test]
fn no_filling_of_an_option_is_better_than_its_best_content() {
    let (mut options, mut tight, mut priced, mut equal) = (0, 0, 0, 0);
    each(0, |subproblems, option, best, _| {
        let best = best.map(|solution| solution.value);
        let unlimited = least(subproblems, option, false, None);
        assert!(best >= unlimited, "places priced: {option:?}");
        equal += u32::from(best == unlimited);
        let within = least(subproblems, option, true, None);
        // Where not even a filling beyond the places exists, none within them does.
        assert!(within.is_none_or(|within| best.is_some_and(|best| best <= within)), "{option:?}");
        options += 1;
        tight += u32::from(best.is_some() && within == best);
        priced += u32::from(within > best);
    });
    assert!(equal > options * 9 / 10, "{equal} of {options}");
    assert!(options > 1_500 && tight > options / 2 && priced > 100, "{options}, {tight}, {priced}");
}

#[test]
fn what_is_told_of_a_content_is_that_content() {
    let mut members = 0;
    each(1_000, |subproblems, option, best, merge| {
        let Some(solution) = best else { return };
        let core = subproblems.core;
        let choice = &core.options[option];
        let mut placed: IdVec<StudentId, i64> = IdVec::filled(0, core.entries.len());
        let mut value =
            choice.opening - subproblems.multipliers.cover - worth_of_places(subproblems, choice);
        let mut counted = 0;
        subproblems.for_each_placed(choice, &solution, merge, |student, at, count| {
            assert!(choice.sites.contains(&at) && count > 0);
            let site = &core.sites[at];
            let offer = site.offers.iter().find(|offer| offer.student == student);
            value +=
                cost(subproblems.multipliers, site, *offer.expect("only who may come")) * count;
            assert_eq!(placed[student], 0, "placed at one school only");
            placed[student] += count;
            counted += if core.entries[student].is_member { count } else { 0 };
        });
        assert!(placed.iter().all(|(student, &count)| count <= core.entries[student].count));
        assert_eq!(counted, solution.members);
        assert_eq!(value + core.size_cost(&choice.sizes, counted), solution.value);
        members += counted;
    });
    assert!(members > 1_000, "{members}");
}

#[test]
fn one_who_must_come_costs_no_less_than_is_said() {
    let (mut exact, mut dearer) = (0, 0);
    each(2_000, |subproblems, option, best, _| {
        let core = subproblems.core;
        for &at in &core.options[option].sites {
            let site = &core.sites[at];
            for &offer in &site.offers {
                let forced = least(subproblems, option, true, Some((offer.student, at)));
                let Some(forced) = forced else { continue };
                let solution = best.expect("with a subproblems there is a best one");
                let own = cost(subproblems.multipliers, site, offer);
                let said = if core.entries[offer.student].is_member {
                    own + solution.one_more.expect("one more fits")
                } else {
                    own
                };
                assert!(forced >= solution.value + said, "{forced}, {solution:?}, {own}");
                exact += u32::from(forced == solution.value + said);
                dearer += u32::from(forced > solution.value + said);
            }
        }
    });
    assert!(exact > 1_000 && dearer > 100, "{exact}, {dearer}");
}

#[test]
fn a_glance_never_promises_less_than_there_is() {
    let mut sharp = 0;
    each(3_000, |subproblems, option, best, _| {
        let quick_bound = subproblems.quick_bound(&subproblems.core.options[option]);
        assert!(
            best.is_none_or(|solution| quick_bound <= solution.value),
            "{quick_bound}, {best:?}"
        );
        sharp += u32::from(best.is_some_and(|solution| quick_bound == solution.value));
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
        let multipliers = multipliers(&core, kind, draws);
        assert!(multipliers.place.values().all(|&price| price >= 0), "{kind:?}");
        multipliers.student.values().copied().min().unwrap_or(0)
    };
    assert_eq!(lowest(Kind::Zero, draws), 0);
    assert!(lowest(Kind::Negative, draws) < 0);
}

/// Multipliers of a region, moved a little or far from one filling to the next.
#[test]
fn lists_that_are_filled_again_are_those_that_are_filled_anew() {
    let document = include_str!("../../../../instances/groningen.json");
    let problem = read(document.as_bytes(), &|_| Err("absent".to_owned())).unwrap().problem;
    let core = Core::of(&problem);
    let mut kept = Relaxation::new(&core);
    let mut multipliers = Multipliers::first(&core);
    let mut draws = Draws::new(5);
    for step in 0..40 {
        let most = if step % 10 == 9 { 60_000 } else { 1_500 };
        for student in core.entries.ids() {
            multipliers.student[student] += draws.between(-most, most);
        }
        for school in problem.instance.schools.ids() {
            let place = &mut multipliers.place[school];
            *place = (*place + draws.between(-most, most)).max(0);
        }
        kept.evaluate_lists(&multipliers);
        let mut anew = Relaxation::new(&core);
        anew.evaluate_lists(&multipliers);
        for (site, list) in anew.lists().iter() {
            let again = &kept.lists()[site];
            assert_eq!((&again.members, &again.others), (&list.members, &list.others), "{step}");
            assert_eq!(again.pays, list.pays, "{step}");
        }
    }
}
