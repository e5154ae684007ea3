//! Existing clusters that a plan does not use: why, as far as facts show it without another search.

use std::collections::BTreeSet;

use super::Problem;
use crate::instance::{ClusterId, StudentId};
use crate::plan::assignment::{Assignment, Origin};
use crate::plan::{Placing, Setting, Status};
use crate::rules::Sizes;

/// An existing cluster that takes part and is not used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnusedCluster {
    /// The cluster.
    pub cluster: ClusterId,
    /// Why it is not used.
    pub why: WhyUnused,
    /// Why, as far as it follows from places and limits, which say nothing about students.
    pub in_public: Option<WhyUnused>,
}

/// Why an existing cluster is not used: the first of these that holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WhyUnused {
    /// Its schools have fewer places together than it needs members.
    TooFewPlaces(Shortage),
    /// The rules let fewer members go there than it needs, on any one meeting day.
    TooFewStudents(Shortage),
    /// Its board or network uses as many clusters as it may.
    LimitReached {
        /// Name of the board, or id of the network.
        owner: String,
        /// The limit.
        most: i64,
    },
    /// The plan is proven optimal: no plan with this cluster is better.
    NotBetter,
    /// The search ended before that was known.
    NotKnown,
}

/// Fewer than are needed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shortage {
    /// How many there are.
    pub number: i64,
    /// How many are needed.
    pub needed: i64,
}

impl Shortage {
    fn of(number: i64, needed: i64) -> Option<Self> {
        (number < needed).then_some(Self { number, needed })
    }

    /// How many are missing.
    pub const fn missing(self) -> i64 {
        self.needed - self.number
    }
}

impl Problem {
    /// The existing clusters that could be used and are not in a plan, each with the reason.
    /// `status` is that of the plan, `None` if it states none.
    pub fn unused_clusters(
        &self,
        assignment: &Assignment,
        status: Option<Status>,
    ) -> Vec<UnusedCluster> {
        let used: BTreeSet<Origin> = assignment.clusters.iter().map(|one| one.origin).collect();
        let tally = self.tally(assignment);
        let owners = tally.clusters_per_owner();
        let clusters = self.instance.clusters.iter();
        let unused = clusters
            .filter(|&(id, cluster)| cluster.takes_part && !used.contains(&Origin::Existing(id)));
        let limit = |cluster: ClusterId| {
            let owner = self.instance.owner(self.instance.clusters[cluster].board);
            self.clusters_left(&owners, owner).filter(|&left| left <= 0)?;
            let most = self.rulebook.forming().most_clusters(&self.instance, owner)?;
            let owner = self.instance.owner_name(owner).to_owned();
            Some(WhyUnused::LimitReached { owner, most })
        };
        let otherwise = match status {
            Some(Status::Optimal) => WhyUnused::NotBetter,
            _ => WhyUnused::NotKnown,
        };
        unused
            .map(|(cluster, _)| {
                let places = self.places_short(cluster).map(WhyUnused::TooFewPlaces);
                let in_public = places.clone().or_else(|| limit(cluster));
                let why = places
                    .or_else(|| self.members_short(cluster).map(WhyUnused::TooFewStudents))
                    .or_else(|| in_public.clone())
                    .unwrap_or_else(|| otherwise.clone());
                UnusedCluster { cluster, why, in_public }
            })
            .collect()
    }

    /// The places that the schools of an existing cluster have together, where they are fewer than its minimum.
    pub fn below_minimum(&self, cluster: ClusterId) -> Option<Shortage> {
        Shortage::of(self.places_in(cluster), self.sizes_of(cluster).min)
    }

    /// Whether an existing cluster may be used with fewer members than its minimum.
    pub fn may_be_below_minimum(&self, cluster: ClusterId) -> bool {
        self.sizes_of(cluster).below_min.is_some()
    }

    /// The places of an existing cluster, where they are fewer than the members without which it is not used.
    fn places_short(&self, cluster: ClusterId) -> Option<Shortage> {
        Shortage::of(self.places_in(cluster), self.needed(cluster))
    }

    fn places_in(&self, cluster: ClusterId) -> i64 {
        self.places_of(&self.instance.clusters[cluster].schools)
    }

    fn sizes_of(&self, cluster: ClusterId) -> Sizes {
        self.rulebook.sizes(&self.instance, Origin::Existing(cluster))
    }

    /// The members without which an existing cluster is not used: a cluster without anyone would be of no use.
    fn needed(&self, cluster: ClusterId) -> i64 {
        self.sizes_of(cluster).fewest().max(1)
    }

    /// The members whom the rules let into an existing cluster, where they are fewer than it needs.
    fn members_short(&self, cluster: ClusterId) -> Option<Shortage> {
        let needed = self.needed(cluster);
        Shortage::of(self.possible_members(cluster, needed), needed)
    }

    /// How many members the rules that refuse a pair let into an existing cluster, on the day that suits most of
    /// them. Counts no further than `enough`, so that a cluster with plenty costs little.
    fn possible_members(&self, cluster: ClusterId, enough: i64) -> i64 {
        let tariffs = self.rulebook.tariffs();
        let days = self.options.values().filter(|one| one.origin == Origin::Existing(cluster));
        let number = days.map(|option| {
            let setting = Setting::Meeting(option.meeting_day);
            let may_go = |student: StudentId| {
                option.schools.iter().any(|&school| {
                    let placing = Placing::new(&self.instance, student, school, setting);
                    self.admits(&tariffs, &placing)
                })
            };
            let mut number = 0;
            for (id, student) in self.instance.students.iter() {
                if number < enough && self.instance.in_community(id) && may_go(id) {
                    number += student.count;
                }
            }
            number
        });
        number.max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::testing::{assignment, tiny};

    fn why(changed: &[(&str, Value)], used: &str, placed: &str, status: Status) -> Vec<WhyUnused> {
        let mut document = json!({
            "boards": [{ "id": "b", "name": "De Kom", "max_clusters": 2 }],
            "schools": [{ "id": "h", "places": 3 }, { "id": "i", "places": 2 }],
            "clusters": [{ "id": "c", "schools": ["h"] }, { "id": "d", "schools": ["i"] }],
            "students": [{ "id": "s", "count": 3 }, { "id": "t" }, { "id": "f", "year": 4 }],
            "rules": { "cluster_size": { "min": 2 }, "forming": {}, "exclusion": {} },
        });
        for (path, value) in changed {
            *document.pointer_mut(path).expect("a known path") = value.clone();
        }
        let problem = tiny(document);
        let assignment = assignment(&problem.instance, used, placed);
        problem.unused_clusters(&assignment, Some(status)).into_iter().map(|one| one.why).collect()
    }

    #[test]
    fn the_first_reason_that_facts_show_is_given() {
        let short = |number, needed| Shortage { number, needed };
        // All clusters in use: none to name.
        assert_eq!(why(&[], "c d", "s>h*2 s>i*1 t>i", Status::Optimal), []);
        // i has no place at all, or fewer than the two members that a cluster needs.
        for places in [0, 1] {
            let few = [("/schools/1/places", json!(places))];
            assert_eq!(
                why(&few, "c", "s>h*3", Status::Optimal),
                [WhyUnused::TooFewPlaces(short(places, 2))]
            );
        }
        // Only t may go to i; f would be no member.
        let excluded = [("/students/0", json!({ "id": "s", "count": 3, "not": ["d"] }))];
        assert_eq!(
            why(&excluded, "c", "s>h*3", Status::Optimal),
            [WhyUnused::TooFewStudents(short(1, 2))]
        );
        let limited = [("/boards/0/max_clusters", json!(1))];
        let limit = WhyUnused::LimitReached { owner: "De Kom".to_owned(), most: 1 };
        assert_eq!(why(&limited, "c", "s>h*3", Status::Optimal), [limit]);
        assert_eq!(why(&[], "c", "s>h*3", Status::Optimal), [WhyUnused::NotBetter]);
        assert_eq!(why(&[], "c", "s>h*3", Status::Gap), [WhyUnused::NotKnown]);
    }

    #[test]
    fn a_cluster_without_a_minimum_still_needs_a_student() {
        let free = [
            ("/rules/cluster_size", json!({ "min": 0 })),
            ("/students", json!([{ "id": "s", "not": ["i"] }])),
        ];
        let nobody = WhyUnused::TooFewStudents(Shortage { number: 0, needed: 1 });
        assert_eq!(why(&free, "c", "s>h", Status::Optimal), [nobody]);
    }
}
