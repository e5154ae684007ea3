//! The tree against enumeration: what it proves, what it finds on the way, and how it divides the plans.

use super::oracle::{least, sets};
use super::{Draws, KINDS, instances, multipliers};
use crate::instance::SchoolId;
use crate::model::candidates::OptionId;
use crate::solve::Budget;
use crate::solve::decomposition::bound::core::{Core, OwnerId, RestrictedProblem};
use crate::solve::decomposition::primal::placing::Placed;
use crate::solve::decomposition::search::branching::{TreeObserver, search};
use crate::solve::decomposition::search::restricted::{RestrictedOutcome, WholeNumbers};
use crate::solve::decomposition::search::undecided_options::UndecidedOptions;
use crate::solve::mip::{MipSettings, Solver};

const INSTANCES: usize = 60;

/// The simplest observer of a tree: it knows only the value of the best plan.
struct Keeper<'a> {
    core: &'a Core<'a>,
    known: i64,
    bounds: Vec<i64>,
    largest_leaf: usize,
    budget: Budget,
    /// Calls of `stop` before it returns true.
    patience: std::cell::Cell<u32>,
}

impl TreeObserver for Keeper<'_> {
    fn found(&mut self, placed: Placed) -> i64 {
        let problem = self.core.problem;
        let assessment = problem.assess(&problem.tally(&placed.assignment));
        if assessment.breaches.is_empty() {
            self.known = self.known.min(assessment.total().0);
        }
        self.known
    }

    fn largest_leaf(&self) -> usize {
        self.largest_leaf
    }

    fn leaf(&mut self, restricted: &RestrictedProblem, bound: i64) -> (i64, i64) {
        let solved = restricted
            .solve(
                self.core,
                MipSettings::exact(Solver::Microlp),
                &Budget::unlimited(),
                WholeNumbers::All,
                None,
                &|_, _| {},
            )
            .unwrap();
        match solved {
            RestrictedOutcome::Plan { value, .. } => {
                self.known = self.known.min(value);
                (value.max(bound), self.known)
            }
            _ => (i64::MAX, self.known),
        }
    }

    fn bound(&mut self, bound: i64) {
        self.bounds.push(bound);
    }

    fn budget(&self) -> &Budget {
        &self.budget
    }

    fn stop(&self) -> bool {
        self.patience.set(self.patience.get().saturating_sub(1));
        self.patience.get() == 0
    }
}

/// Walks trees from prices of every kind; sees the optimum, what was proven and what was found.
fn each(patience: impl Fn(&mut Draws) -> u32, mut see: impl FnMut(u64, i64, i64, &Keeper)) {
    let mut seen = 0;
    for (seed, problem) in instances::problems(70_000, INSTANCES) {
        let core = Core::of(&problem);
        let Some(optimum) = least(&core) else { continue };
        let mut draws = Draws::new(seed);
        for kind in KINDS {
            let multipliers = multipliers(&core, kind, &mut draws);
            let ceiling = optimum + draws.between(0, 20_000);
            let mut keeper = Keeper {
                core: &core,
                known: ceiling,
                bounds: Vec::new(),
                budget: Budget::unlimited(),
                largest_leaf: if draws.percent(50) { 0 } else { 6 },
                patience: patience(&mut draws).into(),
            };
            let proven = search(
                &core,
                &RestrictedProblem::all(&core),
                &multipliers,
                0,
                ceiling,
                &mut keeper,
            );
            see(seed, optimum, proven, &keeper);
            seen += 1;
        }
    }
    assert!(seen > INSTANCES, "hardly any instance has a plan: {seen}");
}

#[test]
fn a_tree_finds_and_proves_the_optimum() {
    each(
        |_| u32::MAX,
        |seed, optimum, proven, keeper| {
            assert_eq!((proven, keeper.known), (optimum, optimum), "{seed}");
        },
    );
}

#[test]
fn a_tree_that_is_stopped_never_claims_too_much() {
    each(
        |draws| u32::try_from(draws.between(1, 60)).unwrap(),
        |seed, optimum, proven, keeper| {
            assert!(proven <= optimum && optimum <= keeper.known, "{seed}: {proven} {optimum}");
            assert!(keeper.bounds.iter().all(|&bound| bound <= optimum), "{seed}");
            assert!(keeper.bounds.is_sorted(), "{seed}: {:?}", keeper.bounds);
        },
    );
}

/// Whether the plans of a part may use exactly these options.
fn admits(part: &UndecidedOptions, set: &[OptionId]) -> bool {
    let is_possible =
        |option: &OptionId| part.groups.iter().chain([&part.free]).any(|all| all.contains(option));
    let of_group = |group: &Vec<OptionId>| group.iter().filter(|one| set.contains(one)).count();
    set.iter().all(is_possible) && part.groups.iter().all(|group| of_group(group) == 1)
}

#[test]
fn each_set_of_options_is_in_exactly_one_part() {
    let mut divisions = 0;
    for (seed, problem) in instances::problems(71_000, INSTANCES) {
        let core = Core::of(&problem);
        let (whole, sets) = (UndecidedOptions::of(&core), sets(&core));
        assert!(sets.iter().all(|set| admits(&whole, set)), "{seed}");
        let mut parts = vec![whole];
        for choice in core.options.values() {
            let (owner, schools): (OwnerId, Vec<SchoolId>) = (choice.owner, core.schools(choice));
            for school in schools {
                let divided = parts.iter().flat_map(|part| part.parts(&core, owner, school));
                parts = divided.collect();
                divisions += 1;
                for set in &sets {
                    let number = parts.iter().filter(|part| admits(part, set)).count();
                    assert_eq!(number, 1, "{seed}: {set:?} by school {school:?}");
                }
            }
        }
    }
    assert!(divisions > 2 * INSTANCES, "hardly anything to divide: {divisions}");
}
