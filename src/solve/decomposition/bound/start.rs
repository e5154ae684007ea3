//! What a search may begin with: what is known from a search of a problem much like this one.

use super::ascent::SubgradientAscent;
use super::core::Core;
use super::multipliers::Multipliers;
use crate::plan::assignment::Assignment;

/// How long the steps of a climb from known prices are at the most, as a part of Polyak's.
const NEAR: f64 = 0.1;

/// What a search begins with. Nothing of it need be true of the problem: it makes a search faster, never
/// wrong.
#[derive(Clone, Copy, Debug, Default)]
pub struct Begin<'a> {
    /// A plan, which need not keep the rules.
    pub plan: Option<&'a Assignment>,
    /// Prices that are good for a problem with the same students and schools.
    pub multipliers: Option<&'a Multipliers>,
    /// Only plans that cost less than this are looked for. That there are none is told by
    /// [`SearchResult::bound`](crate::solve::SearchResult::bound).
    pub below: Option<i64>,
}

impl Begin<'_> {
    /// The climb that a search begins with.
    pub(in crate::solve::decomposition) fn ascent<'a>(
        &self,
        core: &'a Core,
    ) -> SubgradientAscent<'a> {
        match self.multipliers.filter(|multipliers| multipliers.fit(core)) {
            None => SubgradientAscent::from(core, &Multipliers::first(core)),
            Some(multipliers) => {
                let mut ascent = SubgradientAscent::from(core, multipliers);
                ascent.shorten(NEAR);
                ascent
            }
        }
    }
}
