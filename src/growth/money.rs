//! What a path costs in euros, year by year, and what must be paid before its grant arrives.

use crate::base::Euros;
use crate::instance::Finance;
use crate::instance::document::InstanceDocument;
use crate::plan::{GrantYear, Indicators, Money};

/// The euros of one year of a path.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct YearMoney {
    /// Cost, grant and net of the year's plan. The grant may be for students of an earlier year.
    pub paid: Money,
    /// Cost less grant of this year and all years before it.
    pub net_so_far: Euros,
    /// The grant for this year's students in clusters, whenever it is paid.
    pub earned: Euros,
    /// The number of years after which that is paid.
    pub lag_years: i64,
    /// Whether the grant paid in this year counts this year's own students although it lags: none of an earlier year
    /// are known.
    pub counts_itself: bool,
    /// The grant earned in this year and before that is paid after this year: until then others must advance it.
    pub to_come: Euros,
}

/// The euros of each year, from its instance and the indicators of its plan; `None` where a year has no prices.
pub fn money(years: &[(&InstanceDocument, &Indicators)]) -> Option<Vec<YearMoney>> {
    let mut found: Vec<YearMoney> = Vec::with_capacity(years.len());
    for (year, (document, indicators)) in years.iter().enumerate() {
        let grant = Finance::of(document.finance.as_ref()?).grant;
        let counted = indicators.money.as_ref()?;
        let paid = counted.total;
        let before = found.last().map_or(Euros::ZERO, |last| last.net_so_far);
        let earned = grant.for_students(indicators.students.core.number);
        found.push(YearMoney {
            paid,
            net_so_far: before + paid.net_eur,
            earned,
            lag_years: grant.lag_years,
            counts_itself: counted.grant.is_some_and(|grant| grant.of == GrantYear::ThisPlan),
            to_come: Euros::ZERO,
        });
        let is_to_come = |(at, one): &(usize, &YearMoney)| *at as i64 + one.lag_years > year as i64;
        let to_come = found.iter().enumerate().filter(is_to_come).map(|(_, one)| one.earned).sum();
        found[year].to_come = to_come;
    }
    Some(found)
}
