//! The indicators in a plan: the figures that a partnership steers by.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::Euros;

/// A number out of a whole, with its share in percent.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Part")]
pub struct Proportion {
    /// The part.
    pub number: i64,
    /// The whole.
    pub of: i64,
    /// The part in percents of the whole, to one decimal; `null` of nothing.
    pub share_percent: Option<f64>,
}

impl Proportion {
    /// A part with its share, rounded half up to one decimal.
    pub fn new(number: i64, of: i64) -> Self {
        let unrounded = Self { number, of, share_percent: None };
        let share_percent = unrounded.share_permille().map(|tenths| tenths as f64 / 10.0);
        Self { share_percent, ..unrounded }
    }

    /// The share in whole tenths of a percent, rounded half up; `None` of nothing.
    pub fn share_permille(&self) -> Option<i64> {
        let (number, of) = (i128::from(self.number), i128::from(self.of));
        let tenths = (of > 0).then(|| (2000 * number + of) / (2 * of));
        tenths.and_then(|tenths| i64::try_from(tenths).ok())
    }
}

/// The figures that a partnership steers by. Students of cohorts are counted one by one.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicators {
    /// Where all students are.
    pub students: Whereabouts,
    /// Where the students of each programme are.
    pub programmes: BTreeMap<String, Whereabouts>,
    /// How far placed students travel.
    pub journeys: JourneyIndicators,
    /// Placed students whose wish for a denomination is met, per wished denomination.
    pub denominations: BTreeMap<String, Proportion>,
    /// Placed students whose wish for a concept is met.
    pub concepts: Proportion,
    /// Placed students with ranked wishes, by the rank they got (from 0), and `none`.
    pub wishes: BTreeMap<String, Proportion>,
    /// Members who are free on the meeting day of their cluster, all and per programme.
    pub meeting_day: Proportion,
    /// Members who are free on the meeting day of their cluster, per programme.
    pub meeting_day_programmes: BTreeMap<String, Proportion>,
    /// The clusters.
    pub clusters: ClusterIndicators,
    /// Students against places, per board with schools that could take students.
    pub boards: BTreeMap<String, Proportion>,
    /// Students against places, per school that could take students.
    pub schools: BTreeMap<String, Proportion>,
    /// How unevenly such schools are filled: the Gini coefficient of students per place
    /// (Gini, 1912), to four decimals; 0 is even. `null` where there is no such school.
    pub fill_gini: Option<f64>,
    /// Money, where `finance` is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money: Option<MoneyIndicators>,
}

/// Where some students are.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Whereabouts {
    /// In clusters, of any year: the share Samen Opleiden.
    pub core: Proportion,
    /// In the shell.
    pub shell: Proportion,
    /// Left out.
    pub left_out: Proportion,
}

/// How far placed students travel, one way, where known.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JourneyIndicators {
    /// Journeys that are known.
    pub known: i64,
    /// The mean, rounded half up.
    pub mean_m: Option<i64>,
    /// The median, by nearest rank.
    pub median_m: Option<i64>,
    /// The 90th percentile, by nearest rank.
    pub percentile_90_m: Option<i64>,
    /// The longest.
    pub longest_m: Option<i64>,
    /// Journeys within what rule `travel` calls comfortable; absent where that rule is off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comfortable: Option<Proportion>,
}

/// The clusters of a plan.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClusterIndicators {
    /// Used.
    pub used: i64,
    /// Of those, new.
    pub new: i64,
    /// Existing clusters that take part and are not used.
    pub unused: i64,
    /// Members of all learning communities together.
    pub members: i64,
    /// Used clusters whose members are not at the target; absent where `cluster_size` is off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub off_target: Option<i64>,
}

/// Money, in whole euros.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoneyIndicators {
    /// In total.
    pub total: Money,
    /// The students whom the grant counts, where it lags behind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grant: Option<GrantIndicators>,
    /// Per board: its students, and the clusters that it answers for. A new cluster of a network
    /// is counted under the network. The grant is divided in proportion to students in clusters; where
    /// there are none it is in the total alone.
    pub boards: BTreeMap<String, Money>,
}

/// The students whom a grant counts that lags behind.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GrantIndicators {
    /// Their number.
    pub students: i64,
    /// The year whose students they are.
    pub of: GrantYear,
}

/// The year whose students a grant counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GrantYear {
    /// An earlier one, by the number that the instance gives.
    Given,
    /// That of the previous plan.
    PreviousPlan,
    /// That of the plan itself, since no earlier number is known.
    ThisPlan,
}

/// Cost, grant and what remains.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Cost of clusters, of opening them, and of students.
    pub cost_eur: Euros,
    /// Grant.
    pub grant_eur: Euros,
    /// Cost less grant.
    pub net_eur: Euros,
}
