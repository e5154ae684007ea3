//! What the money of a year must keep to where it depends on the years before.

use super::GrowthPath;
use super::decisions::Decided;
use crate::problem::Problem;
use crate::solve::years::{CountedYear, MoneyAim};

/// What the money of a year must keep to, in years from `first` on after what was decided before that, where it depends
/// on them: on which clusters are new, and whom a grant counts. Rule `budget` then has no limit of its own any more.
pub fn money_aim(
    path: &GrowthPath,
    first: usize,
    year: usize,
    decided: &Decided,
    problem: &mut Problem,
) -> Option<MoneyAim> {
    if decided.in_clusters.len() >= year {
        return None;
    }
    let limit = problem.rulebook.budget.as_mut()?.limit_eur.take()?;
    let finance = problem.instance.finance.clone()?;
    let lag = usize::try_from(finance.grant.lag_years).unwrap_or(0);
    let written = path.documents[year].finance.as_ref()?.grant_students;
    let counted = if let Some(students) = written.filter(|_| lag > year) {
        CountedYear::Known(students.get())
    } else {
        // Before the path there is no plan: the first year's students are counted.
        let of = year.saturating_sub(lag);
        let known = decided.in_clusters.get(of).filter(|_| of < first);
        known.map_or(CountedYear::Of(of.saturating_sub(first)), |&students| {
            CountedYear::Known(students)
        })
    };
    Some(MoneyAim { limit: limit.into(), finance, counted })
}
