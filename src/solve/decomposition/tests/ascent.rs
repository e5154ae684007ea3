//! What a climb claims, also where it only glances at most options.

use super::oracle::least;
use super::{Draws, KINDS, instances, prices};
use crate::solve::decomposition::ascent::{Ascent, Step};
use crate::solve::decomposition::core::Core;
use crate::solve::decomposition::prices::Prices;
use crate::solve::decomposition::relaxation::Relaxation;

const INSTANCES: usize = 150;
const STEPS: usize = 80;

#[test]
fn a_climb_that_glances_claims_only_what_all_options_prove() {
    let mut guessed = 0;
    for (seed, problem) in instances::problems(80_000, INSTANCES) {
        let core = Core::of(&problem);
        let optimum = least(&core);
        let draws = &mut Draws::new(seed);
        let first = Prices::first(&core);
        let mut ascent = Ascent::by(Relaxation::as_if_large(&core), &core, &first);
        let mut whole = Relaxation::new(&core);
        for _ in 0..STEPS {
            let (step, relaxed) = ascent.step(optimum);
            if draws.percent(20) {
                ascent.visit(&prices(&core, draws.one_of(&KINDS), draws));
            }
            if step != Step::On {
                break;
            }
            let best = ascent.best();
            assert_eq!(whole.evaluate(&best.prices).bound, Some(best.bound), "seed {seed}");
            assert!(optimum.is_none_or(|optimum| best.bound <= optimum), "seed {seed}");
            guessed += u32::from(relaxed.bound.is_some_and(|bound| bound > best.bound));
        }
    }
    assert!(guessed > 100, "hardly any glance promises more than is proven: {guessed}");
}
