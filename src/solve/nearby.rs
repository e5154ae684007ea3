//! Answers to questions that lie near one that is answered already.

use super::{PlaceError, Search, SearchResult, check, seek};
use crate::problem::Problem;
use crate::solve::decomposition::Multipliers;
use crate::solve::mip::Progress;

/// What is known from a problem that differs little: it makes a search faster, never wrong.
#[derive(Clone, Debug, Default)]
pub struct Nearby {
    /// Multipliers of a search of a problem with the same students and schools.
    pub prices: Option<Multipliers>,
    /// Only plans that cost less than this are of interest. A search may still give a dearer one, but
    /// need not look for it: that nothing was found means no more than [`SearchResult::bound`] says.
    pub below: Option<i64>,
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
) -> Result<SearchResult, PlaceError> {
    let result = seek(problem, search, nearby, watch)?;
    check(problem, &result.outcome)?;
    Ok(result)
}
