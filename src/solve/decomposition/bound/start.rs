//! What a search may start from: results of a search of a similar problem.

use super::ascent::SubgradientAscent;
use super::core::Core;
use super::multipliers::Multipliers;
use crate::plan::assignment::Assignment;
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
}

impl Begin<'_> {
    /// The ascent that a search begins with.
    pub(in crate::solve::decomposition) fn ascent<'a>(
        &self,
        core: &'a Core,
        budget: &Budget,
    ) -> SubgradientAscent<'a> {
        match self.multipliers.filter(|multipliers| multipliers.fit(core)) {
            None => SubgradientAscent::from(core, &Multipliers::first(core)),
            Some(multipliers) => {
                let mut ascent = SubgradientAscent::from(core, multipliers);
                ascent.shorten(NEAR);
                ascent
            }
        }
        .within(budget)
    }
}
