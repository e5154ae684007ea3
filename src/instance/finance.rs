//! Money: what clusters and students cost, and the grant that pays part of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::Euros;
use crate::bounded_types;

bounded_types! {
    /// An amount in whole euros.
    pub EuroAmount: -1_000_000_000..=1_000_000_000;
    /// An amount in whole euros that is not negative.
    pub EuroSum: 0..=1_000_000_000;
    /// A number of students that a grant counts.
    pub CountedStudents: 0..=1_000_000;
    /// A number of years between the students that a grant counts and the year in which it is paid.
    pub LagYears: 0..=5;
}

impl From<EuroAmount> for Euros {
    fn from(amount: EuroAmount) -> Self {
        Self(amount.get())
    }
}

impl From<EuroSum> for Euros {
    fn from(amount: EuroSum) -> Self {
        Self(amount.get())
    }
}

/// Prices and the grant, in whole euros per year. The grant is `grant_base_eur`, plus the step of `grant_steps` that
/// is reached, plus `grant_per_student_eur` for each student counted.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FinanceDocument {
    /// Grant per student counted; students in clusters are counted. Default: 0.
    pub grant_per_student_eur: Option<EuroAmount>,
    /// Fixed part of the grant, paid in any case, also if nobody is counted. Default: 0.
    pub grant_base_eur: Option<EuroSum>,
    /// Part of the grant that depends on the number of students counted: the last step whose `from` is at most that
    /// number gives its sum, and below the first step it is 0. Default: none.
    pub grant_steps: Option<Vec<GrantStepDocument>>,
    /// By how many years the grant lags behind: 0 counts the students in clusters of this plan, 1 those of the year
    /// before, and so on. With a lag those counted are `grant_students`, else those of the previous plan if one is
    /// given, else those of this plan. Default: 0.
    pub grant_lag_years: Option<LagYears>,
    /// Students in clusters in the earlier year that the grant counts, if known; only with a lag. Default: unknown.
    pub grant_students: Option<CountedStudents>,
    /// Cost of a used cluster. Default: 0.
    pub cluster_eur: Option<EuroAmount>,
    /// Cost of opening a new cluster, such as training a trainer. Default: 0.
    pub opening_eur: Option<EuroSum>,
    /// Cost of a student placed in a cluster. Default: 0.
    pub student_eur: Option<EuroAmount>,
    /// Cost of a student placed in the shell. Default: 0.
    pub shell_student_eur: Option<EuroAmount>,
}

/// A step of the grant.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "GrantStep")]
pub struct GrantStepDocument {
    /// The fewest students counted for this step; each step has more than the one before it.
    pub from: CountedStudents,
    /// The sum of this step, in place of those of the steps before it.
    pub eur: EuroSum,
}

/// Prices and the grant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finance {
    /// Cost of a used cluster.
    pub cluster: Euros,
    /// Cost of opening a new cluster, besides that of a used one.
    pub opening: Euros,
    /// Cost of a student placed in a cluster.
    pub student: Euros,
    /// Cost of a student placed in the shell.
    pub shell_student: Euros,
    /// The grant.
    pub grant: Grant,
}

/// What the partnership is paid, by the number of students counted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grant {
    /// Paid in any case.
    pub base: Euros,
    /// Paid per student counted.
    pub per_student: Euros,
    /// The staircase: steps with strictly rising `from`.
    pub steps: Vec<GrantStep>,
    /// By how many years it lags behind the students whom it counts.
    pub lag_years: i64,
    /// The students of the earlier year, if the instance gives their number.
    pub given: Option<i64>,
}

/// A step of the grant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GrantStep {
    /// The fewest students counted.
    pub from: i64,
    /// The sum from there to the next step.
    pub sum: Euros,
}

/// The students whom a grant counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GrantCount {
    /// Those in clusters in the plan itself: without a lag, or because no earlier number is known.
    ThisPlan,
    /// Those of an earlier year, as the instance gives their number.
    Given(i64),
    /// Those in clusters in the previous plan.
    PreviousPlan(i64),
}

impl Finance {
    /// The facts of a document.
    pub fn of(written: &FinanceDocument) -> Self {
        let euros = |amount: Option<EuroAmount>| amount.map_or(Euros::ZERO, Euros::from);
        let sum = |amount: Option<EuroSum>| amount.map_or(Euros::ZERO, Euros::from);
        let steps = written.grant_steps.iter().flatten();
        Self {
            cluster: euros(written.cluster_eur),
            opening: sum(written.opening_eur),
            student: euros(written.student_eur),
            shell_student: euros(written.shell_student_eur),
            grant: Grant {
                base: sum(written.grant_base_eur),
                per_student: euros(written.grant_per_student_eur),
                steps: steps
                    .map(|step| GrantStep { from: step.from.get(), sum: step.eur.into() })
                    .collect(),
                lag_years: written.grant_lag_years.map_or(0, LagYears::get),
                given: written.grant_students.map(CountedStudents::get),
            },
        }
    }

    /// The canonical document. Keys that are younger than the format are absent where they have their defaults, so
    /// that an instance without them keeps its hash.
    pub fn document(&self) -> FinanceDocument {
        let euros = |Euros(amount): Euros| Some(EuroAmount::constant(amount));
        let sum = |Euros(amount): Euros| (amount != 0).then(|| EuroSum::constant(amount));
        let Grant { base, per_student, steps, lag_years, given } = &self.grant;
        let listed = steps.iter().map(|step| GrantStepDocument {
            from: CountedStudents::constant(step.from),
            eur: EuroSum::constant(step.sum.0),
        });
        FinanceDocument {
            grant_per_student_eur: euros(*per_student),
            grant_base_eur: sum(*base),
            grant_steps: (!steps.is_empty()).then(|| listed.collect()),
            grant_lag_years: (*lag_years > 0).then(|| LagYears::constant(*lag_years)),
            grant_students: given.map(CountedStudents::constant),
            cluster_eur: euros(self.cluster),
            opening_eur: sum(self.opening),
            student_eur: euros(self.student),
            shell_student_eur: euros(self.shell_student),
        }
    }
}

impl Grant {
    /// The grant for a number of students counted.
    pub fn for_students(&self, counted: i64) -> Euros {
        let reached = self.steps.iter().rfind(|step| step.from <= counted);
        self.base + reached.map_or(Euros::ZERO, |step| step.sum) + self.per_student * counted
    }

    /// Whether it counts the students of the previous plan, if there is one.
    pub fn counts_previous_plan(&self) -> bool {
        self.lag_years > 0 && self.given.is_none()
    }

    /// The students whom it counts, given how many were in clusters in the previous plan, if that is known.
    pub fn count(&self, previous_plan: Option<i64>) -> GrantCount {
        match (self.given, previous_plan) {
            _ if self.lag_years == 0 => GrantCount::ThisPlan,
            (Some(given), _) => GrantCount::Given(given),
            (None, Some(previous)) => GrantCount::PreviousPlan(previous),
            (None, None) => GrantCount::ThisPlan,
        }
    }
}

impl GrantCount {
    /// The number of students of an earlier year; `None` where those of the plan itself are counted.
    pub fn earlier(self) -> Option<i64> {
        match self {
            Self::ThisPlan => None,
            Self::Given(students) | Self::PreviousPlan(students) => Some(students),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn grant(finance: serde_json::Value) -> Grant {
        let written: FinanceDocument = serde_json::from_value(finance).unwrap();
        Finance::of(&written).grant
    }

    #[test]
    fn the_grant_is_base_and_step_and_so_much_per_student() {
        let grant = grant(json!({
            "grant_per_student_eur": 7, "grant_base_eur": 1000,
            "grant_steps": [{ "from": 2, "eur": 50 }, { "from": 5, "eur": 400 }, { "from": 6, "eur": 30 }],
        }));
        let sums = [0, 1, 2, 4, 5, 6, 100].map(|counted| grant.for_students(counted).0);
        assert_eq!(sums, [1000, 1007, 1064, 1078, 1435, 1072, 1730]);
    }

    #[test]
    fn a_lag_counts_what_is_given_then_the_previous_plan_then_this_one() {
        let without = grant(json!({}));
        assert_eq!(without.count(Some(9)), GrantCount::ThisPlan);
        let lagging = grant(json!({ "grant_lag_years": 3 }));
        assert_eq!(lagging.count(Some(9)), GrantCount::PreviousPlan(9));
        assert_eq!(lagging.count(None), GrantCount::ThisPlan);
        let given = grant(json!({ "grant_lag_years": 1, "grant_students": 0 }));
        assert_eq!(given.count(Some(9)), GrantCount::Given(0));
        assert_eq!(given.count(None).earlier(), Some(0));
    }

    #[test]
    fn keys_at_their_defaults_are_absent_from_the_canonical_form() {
        let canonical = |finance: serde_json::Value| {
            let written: FinanceDocument = serde_json::from_value(finance).unwrap();
            json!(Finance::of(&written).document())
        };
        let old = json!({
            "grant_per_student_eur": 3, "cluster_eur": 0, "student_eur": 0, "shell_student_eur": 0,
        });
        let defaults = json!({
            "grant_per_student_eur": 3, "grant_base_eur": 0, "grant_steps": [], "grant_lag_years": 0,
            "opening_eur": 0,
        });
        assert_eq!(canonical(defaults), old);
        let all = json!({
            "grant_per_student_eur": 3, "grant_base_eur": 1, "grant_lag_years": 2, "grant_students": 0,
            "grant_steps": [{ "from": 0, "eur": 4 }], "opening_eur": 5,
            "cluster_eur": 6, "student_eur": 7, "shell_student_eur": -8,
        });
        assert_eq!(canonical(all.clone()), all);
    }
}
