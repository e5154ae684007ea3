//! The bounds that an ascent claims.

use super::oracle::least;
use super::{Draws, KINDS, instances, multipliers};
use crate::solve::decomposition::bound::ascent::{AscentStatus, SubgradientAscent};
use crate::solve::decomposition::bound::core::Core;
use crate::solve::decomposition::bound::multipliers::Multipliers;
use crate::solve::decomposition::bound::relaxation::Relaxation;

const INSTANCES: usize = 150;
const STEPS: usize = 80;

#[test]
fn an_ascent_claims_what_its_best_multipliers_prove() {
    let mut compared = 0;
    for (seed, problem) in instances::problems(80_000, INSTANCES) {
        let core = Core::of(&problem);
        let optimum = least(&core);
        let draws = &mut Draws::new(seed);
        let first = Multipliers::first(&core);
        let mut ascent = SubgradientAscent::from(&core, &first);
        let mut whole = Relaxation::new(&core);
        for _ in 0..STEPS {
            let (step, _) = ascent.step(optimum);
            if draws.percent(20) {
                ascent.visit(&multipliers(&core, draws.one_of(&KINDS), draws));
            }
            if step != AscentStatus::Running {
                break;
            }
            let best = ascent.best();
            assert_eq!(whole.evaluate(&best.multipliers).bound, Some(best.bound), "seed {seed}");
            assert!(optimum.is_none_or(|optimum| best.bound <= optimum), "seed {seed}");
            compared += 1;
        }
    }
    assert!(compared > 4_000, "{compared}");
}
