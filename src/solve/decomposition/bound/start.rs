//! What a search may start from: results of a search of a similar problem.

use super::ascent::SubgradientAscent;
use super::core::Core;
use super::multipliers::Multipliers;
use super::relaxation::Relaxation;
use crate::plan::assignment::Assignment;
use crate::solve::best_so_far::Onlooker;
use crate::solve::budget::Budget;

/// The size of the first steps of an ascent from known multipliers, which are nearly right.
const NEAR: f64 = 0.1;

/// What a search starts from. Nothing of it need be true of the problem: it makes a search faster,
/// never wrong.
#[derive(Clone, Copy, Debug, Default)]
pub struct Begin<'a> {
    /// A plan, which may break rules.
    pub plan: Option<&'a Assignment>,
    /// Multipliers that are good for a problem with the same students and schools.
    pub multipliers: Option<&'a Multipliers>,
    /// Only plans that cost less than this are wanted. If there are none,
    /// [`SearchResult::bound`](crate::solve::SearchResult::bound) reaches it.
    pub below: Option<i64>,
    /// Whoever looks on.
    pub onlooker: Option<Onlooker<'a>>,
}

impl Begin<'_> {
    /// The ascent that a search begins with.
    pub(in crate::solve::decomposition) fn ascent<'a>(
        &self,
        core: &'a Core,
        budget: &Budget,
    ) -> SubgradientAscent<'a> {
        let known = self.multipliers.filter(|multipliers| multipliers.fit(core));
        let few = || better_of_few_places(core, budget);
        match known.cloned().or_else(few) {
            None => SubgradientAscent::from(core, &Multipliers::first(core)),
            Some(multipliers) => {
                let mut ascent = SubgradientAscent::from(core, &multipliers);
                ascent.shorten(NEAR);
                ascent
            }
        }
        .within(budget)
    }
}

/// Where to start if places are few; `None` where that proves no more than the usual start.
fn better_of_few_places(core: &Core, budget: &Budget) -> Option<Multipliers> {
    let mut relaxation = Relaxation::new(core).within(budget);
    let mut bound = |multipliers: &Multipliers| relaxation.evaluate(multipliers).bound;
    let few = Multipliers::of_few_places(core);
    (bound(&few) > bound(&Multipliers::first(core))).then_some(few)
}
