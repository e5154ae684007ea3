//! Which arc enters the basis: the worst of a block of arcs, block after block.

use super::network::Network;

/// An arc outside the tree that carries its lower bound.
pub(super) const AT_LOWER: i8 = 1;

/// An arc outside the tree that carries its upper bound.
pub(super) const AT_UPPER: i8 = -1;

/// An arc that cannot enter: in the tree, or with bounds that are the same.
pub(super) const CLOSED: i8 = 0;

/// The fewest arcs in a block.
const LEAST_BLOCK: usize = 20;

/// Where the search for an entering arc stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Pricing {
    position: usize,
    block: usize,
}

impl Pricing {
    /// Sets the size of a block after arcs were added: about the root of their number, with which
    /// looking and pivoting take about equal shares of the time.
    pub fn fit(&mut self, arcs: usize) {
        self.block = arcs.isqrt().max(LEAST_BLOCK);
    }

    /// An arc whose reduced cost tells that a change of its flow pays, if there is one, with what
    /// a unit of change brings, below 0. The search goes on where it last ended.
    pub fn entering(
        &mut self,
        network: &Network,
        state: &[i8],
        potential: &[i64],
    ) -> Option<(usize, i64)> {
        let count = state.len();
        let mut looked_at = 0;
        while looked_at < count {
            let start = if self.position < count { self.position } else { 0 };
            let end = count.min(start + self.block);
            let mut best = 0;
            let mut found = 0;
            let ends = network.tail[start..end].iter().zip(&network.head[start..end]);
            let prices = network.cost[start..end].iter().zip(&state[start..end]);
            for (offset, ((&tail, &head), (&cost, &state))) in ends.zip(prices).enumerate() {
                // Costs and potentials are far below 2^61, so nothing can wrap.
                let reduced = cost
                    .wrapping_add(potential[tail as usize])
                    .wrapping_sub(potential[head as usize])
                    .wrapping_mul(i64::from(state));
                if reduced < best {
                    best = reduced;
                    found = offset;
                }
            }
            looked_at += end - start;
            self.position = end;
            if best < 0 {
                return Some((start + found, best));
            }
        }
        None
    }
}
