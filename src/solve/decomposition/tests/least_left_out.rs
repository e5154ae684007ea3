//! The bound on the number of students left out, and what the rows that count add to the relaxation.

use super::oracle::{judge, least, sets};
use super::{Draws, KINDS, instances, multipliers};
use crate::solve::budget::Budget;
use crate::solve::decomposition::bound::core::Core;
use crate::solve::decomposition::bound::least_left_out::least_left_out;
use crate::solve::decomposition::bound::relaxation::Relaxation;

/// The least number of students left out, over all plans.
fn fewest(core: &Core) -> Option<i64> {
    let counting = core.counting_left_out(1);
    let left_out = |student| counting.entries[student].left_out;
    let judge = judge(&counting, &left_out);
    sets(&counting).iter().filter_map(|set| judge.least(set, None)).min()
}

#[test]
fn no_plan_leaves_out_fewer_and_the_row_never_lifts_a_bound_above_the_optimum() {
    let (mut exact, mut positive, mut compared) = (0, 0, 0);
    for (seed, problem) in instances::problems(90_000, 150) {
        let mut core = Core::of(&problem);
        let (Some(fewest), Some(optimum)) = (fewest(&core), least(&core)) else { continue };
        let proven = least_left_out(&core, fewest + 1, &Budget::unlimited());
        assert!(proven <= fewest, "seed {seed}: {proven} > {fewest}");
        exact += u32::from(proven == fewest);
        positive += u32::from(proven > 0);
        // The row at its tightest, under adversarial multipliers.
        core.least_left_out = fewest;
        let mut relaxation = Relaxation::new(&core);
        let draws = &mut Draws::new(seed);
        for kind in KINDS.into_iter().cycle().take(3 * KINDS.len()) {
            let bound = relaxation.evaluate(&multipliers(&core, kind, draws)).bound;
            assert!(bound.is_some_and(|bound| bound <= optimum), "seed {seed}, {kind:?}");
            compared += 1;
        }
    }
    let seen = (exact, positive, compared);
    assert!(exact > 80 && positive > 20 && compared > 1_500, "{seen:?}");
}
