//! Reduced-cost fixing against enumeration: no option or pair of a plan below the ceiling is removed.

use std::collections::BTreeMap;

use super::oracle::{is_open, least, least_with, sets};
use super::{Draws, KINDS, Kind, instances, multipliers};
use crate::instance::StudentId;
use crate::model::candidates::OptionId;
use crate::solve::budget::Budget;
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::bound::core::{Core, SiteId};
use crate::solve::decomposition::bound::fixing::residual;
use crate::solve::decomposition::search::restricted::{RestrictedOutcome, WholeNumbers};
use crate::solve::mip::{MipSettings, Solver};

const INSTANCES: usize = 120;
/// Plans that cost more than this above the optimum are not enumerated.
const WIDEST: i64 = 12_000;

/// The least cost of the plans that use each option and each pair, for plans that do not cost too much.
struct Having {
    option: BTreeMap<OptionId, i64>,
    pair: BTreeMap<(StudentId, SiteId), i64>,
}

impl Having {
    fn of(core: &Core, below: i64) -> Self {
        let mut having = Self { option: BTreeMap::new(), pair: BTreeMap::new() };
        for set in sets(core) {
            let Some(cost) = least_with(core, &set, None).filter(|&cost| cost < below) else {
                continue;
            };
            for &option in &set {
                let known = having.option.entry(option).or_insert(cost);
                *known = cost.min(*known);
            }
            for (id, site) in core.sites.iter().filter(|&(id, _)| is_open(core, id, &set)) {
                for offer in &site.offers {
                    let pair = (offer.student, id);
                    if let Some(cost) = least_with(core, &set, Some(pair)) {
                        let known = having.pair.entry(pair).or_insert(cost);
                        *known = cost.min(*known);
                    }
                }
            }
        }
        having
    }

    /// Whether all that a plan below the ceiling may have is in a part; how much does not.
    fn assert_within(&self, restricted: &RestrictedProblem, ceiling: i64, words: &str) {
        for (option, &cost) in &self.option {
            let has = restricted.options.contains(option);
            assert!(has || cost >= ceiling, "{words}: {option:?} costs {cost} < {ceiling}");
        }
        for (&(student, site), &cost) in &self.pair {
            let has = restricted.offers[site].iter().any(|offer| offer.student == student);
            assert!(has || cost >= ceiling, "{words}: {student:?} at {site:?}: {cost} < {ceiling}");
        }
    }
}

#[test]
fn every_plan_below_the_ceiling_lies_within_the_part() {
    let (mut options_gone, mut pairs_gone) = (0, 0);
    for (seed, problem) in instances::problems(70_000, INSTANCES) {
        let core = Core::of(&problem);
        let Some(optimum) = least(&core) else { continue };
        let having = Having::of(&core, optimum + WIDEST);
        let draws = &mut Draws::new(seed);
        for kind in KINDS {
            let multipliers = multipliers(&core, kind, draws);
            for ceiling in [optimum + 1, optimum + draws.between(2, WIDEST)] {
                let restricted = residual(&core, &multipliers, ceiling, &Budget::unlimited());
                having.assert_within(&restricted, ceiling, &format!("seed {seed}, {kind:?}"));
                if kind == Kind::Climbed {
                    options_gone += core.options.len() - restricted.options.len();
                    pairs_gone += RestrictedProblem::all(&core).pairs() - restricted.pairs();
                }
            }
        }
    }
    // Were nothing fixed, all of this would say nothing.
    assert!(options_gone > 200 && pairs_gone > 500, "{options_gone}, {pairs_gone}");
}

#[test]
fn the_best_plan_of_the_part_is_the_best_plan() {
    let mut solved = 0;
    for (seed, problem) in instances::problems(80_000, 40) {
        let core = Core::of(&problem);
        let Some(optimum) = least(&core) else { continue };
        let draws = &mut Draws::new(seed);
        for kind in [Kind::First, Kind::Random, Kind::Climbed] {
            let restricted = residual(
                &core,
                &multipliers(&core, kind, draws),
                optimum + 1,
                &Budget::unlimited(),
            );
            let found = restricted.solve(
                &core,
                MipSettings::exact(Solver::Microlp),
                &Budget::unlimited(),
                WholeNumbers::All,
                None,
                &|_, _| {},
            );
            match found.expect("a small program") {
                RestrictedOutcome::Plan { value, bound, .. } => {
                    assert_eq!((value, bound), (optimum, optimum), "seed {seed}, {kind:?}");
                    solved += 1;
                }
                other => panic!("seed {seed}, {kind:?}: {other:?}"),
            }
        }
    }
    assert!(solved > 60, "{solved}");
}

/// A ceiling that the bound already reaches leaves no option that need not be used.
#[test]
fn nothing_is_left_below_the_bound() {
    let mut seen = 0;
    for (seed, problem) in instances::problems(90_000, INSTANCES) {
        let core = Core::of(&problem);
        let multipliers = multipliers(&core, Kind::Climbed, &mut Draws::new(seed));
        let bound = crate::solve::decomposition::bound::relaxation::Relaxation::new(&core)
            .evaluate(&multipliers)
            .bound;
        let restricted = residual(&core, &multipliers, bound.unwrap_or(0), &Budget::unlimited());
        assert_eq!(restricted.options, [], "seed {seed}");
        seen += core.options.len();
    }
    assert!(seen > 200, "{seen}");
}
