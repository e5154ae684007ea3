//! Answers to questions that lie near one that is answered already.

use super::{Found, PlaceError, Search, check, seek};
use crate::problem::Problem;
use crate::solve::decomposition::Prices;
use crate::solve::mip::Progress;

/// What is known from a problem that differs little: it makes a search faster, never wrong.
#[derive(Clone, Debug, Default)]
pub struct Nearby {
    /// Prices that a search of a problem with the same students and schools came to.
    pub prices: Option<Prices>,
    /// Only plans that cost less than this are of interest. A search may still give a dearer one, but
    /// need not look for it: that nothing was found means no more than [`Came::bound`] says.
    pub below: Option<i64>,
}

/// What a search came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Came {
    /// What was found.
    pub found: Found,
    /// Where the sum of all points is the only goal: no plan costs less than this, but for one that was
    /// found. 0 where nothing is known.
    pub bound: i64,
    /// Prices to begin the next search with, where the search had any.
    pub prices: Option<Prices>,
}

/// Answers one of many questions that lie near each other: like [`find`](super::find), from what is known
/// already.
///
/// # Errors
/// As [`place`](super::place).
pub fn find_near(
    problem: &Problem,
    search: &Search,
    nearby: &Nearby,
    watch: &(dyn Fn(&Progress) + Sync),
) -> Result<Came, PlaceError> {
    let came = seek(problem, search, nearby, watch)?;
    check(problem, &came.found)?;
    Ok(came)
}
