//! What a path costs in euros, year by year, and what must be paid before its grant arrives.

use crate::base::Euros;
use crate::instance::Finance;
use crate::instance::document::InstanceDocument;
use crate::plan::{GrantYear, Indicators, Money};
use crate::rules::budget::{self, BudgetRule};

/// The euros of one year of a path.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct YearMoney {
    /// Cost, grant and net of the year's plan. The grant may be for students of an earlier year.
    pub paid: Money,
    /// The most that the year may cost, net; `None` without a limit.
    pub limit: Option<Euros>,
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
            limit: limit_of(document),
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

/// The most that a year may cost, net, by its instance.
pub fn limit_of(document: &InstanceDocument) -> Option<Euros> {
    let settings = document.rules.as_ref()?.get(budget::CARD.id)?;
    let rule: BudgetRule = serde_json::from_str(settings.get()).ok()?;
    rule.limit_eur.map(Euros::from)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::batches::planned;

    /// What is still to be paid out after each year, with grants that lag by some years.
    fn to_come(lags: [i64; 4]) -> Vec<i64> {
        let documents = lags.map(|lag| {
            serde_json::from_value::<InstanceDocument>(json!({
                "format": "plaatswijzer/instance/1", "name": "x", "boards": [], "schools": [], "students": [],
                "finance": { "grant_per_student_eur": 1, "grant_lag_years": lag },
            }))
        });
        let documents = documents.map(|document| document.expect("an instance"));
        let indicators = [10, 20, 30, 40].map(|core| planned(core, 50).costing(7).indicators);
        let years: Vec<_> = documents.iter().zip(&indicators).collect();
        let found = money(&years).expect("all years have prices");
        let net: Vec<i64> = found.iter().map(|year| year.net_so_far.0).collect();
        assert_eq!(net, [7, 14, 21, 28]);
        found.iter().map(|year| year.to_come.0).collect()
    }

    #[test]
    fn a_grant_that_lags_is_outstanding_until_it_is_paid() {
        assert_eq!(to_come([0; 4]), [0, 0, 0, 0]);
        assert_eq!(to_come([1; 4]), [10, 20, 30, 40]);
        assert_eq!(to_come([2; 4]), [10, 30, 50, 70]);
        assert_eq!(to_come([3, 0, 1, 0]), [10, 10, 40, 0]);
    }

    #[test]
    fn without_prices_there_is_no_money() {
        let document = json!({
            "format": "plaatswijzer/instance/1", "name": "x", "boards": [], "schools": [], "students": [],
        });
        let document: InstanceDocument = serde_json::from_value(document).expect("an instance");
        assert_eq!(money(&[(&document, &planned(10, 0).costing(7).indicators)]), None);
    }
}
