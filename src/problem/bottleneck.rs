//! The bottleneck of a plan: the limit that, raised by one step, would let in most of those left out.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::limits::is_free;
use super::survey::{Survey, SurveyedSchools};
use super::{OpenSchool, Problem};
use crate::instance::{BoardId, Owner, SchoolId, StudentId};
use crate::plan::Tally;
use crate::plan::assignment::Origin;
use crate::rules::{board_share, cluster_size, forming, places, travel};

/// The limit or rule that keeps students from a place and, raised by one step, would let in most of them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bottleneck {
    /// The rule that binds.
    pub rule: String,
    /// The school, cluster, board or network where it binds, by id, for a new cluster the ids of its
    /// schools with ` + ` between them; `null` where it binds everywhere, or at several alike.
    pub place: Option<String>,
    /// How many of those left out it keeps from a place.
    pub students: i64,
}

/// What keeps a student from a place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Blocker {
    /// A school without a free place.
    Places(SchoolId),
    /// A used cluster, by its position, that has its most members.
    ClusterSize(usize),
    /// A board or network that uses as many clusters as it may.
    Forming(Owner),
    /// A board that has its most students.
    BoardShare(BoardId),
    /// The rule, by its position, that took the last school of a student.
    Everywhere(usize),
}

impl Problem {
    /// The limit that, raised by one step, would let in most of those left out. `None` if nobody is left
    /// out, or if only prices and minimum demands keep them out.
    ///
    /// For every entry left out and every school that no rule refuses to it, the obstacle is found; each
    /// obstacle counts every student once. A student to whom all schools are refused counts for the last
    /// rule that refuses one; one whose journeys are unknown counts for no limit on journeys: none would let
    /// such a student in.
    ///
    /// One more place or member lets in 1 student; one more cluster at most as many as the largest free
    /// option has places; lifting a refusal lets in all. Of equals, the obstacle that keeps out most students
    /// is reported, then the first rule; if the obstacles differ only in where they are, no place is named.
    pub fn bottleneck(&self, tally: &Tally) -> Option<Bottleneck> {
        let survey = Survey::of(self, tally);
        let used = tally.clusters_per_owner();
        let everyone =
            self.instance.students.ids().map(|student| (student, tally.left_out(student)));
        let left_out: Vec<(StudentId, i64)> = everyone.filter(|(_, number)| *number > 0).collect();
        let blockers: Vec<(BTreeSet<Blocker>, i64)> = left_out
            .into_par_iter()
            .map(|(student, number)| (survey.blockers(&used, student), number))
            .collect();
        let mut students = BTreeMap::<Blocker, i64>::new();
        for (blockers, number) in blockers {
            for blocker in blockers {
                *students.entry(blocker).or_default() += number;
            }
        }
        let named = students.into_iter().map(|(blocker, number)| {
            let (rule, place) = survey.named(blocker);
            let let_in = survey.one_step_more(blocker).min(number);
            ((Reverse(let_in), Reverse(number), rule), place)
        });
        let mut alike = BTreeMap::<_, Vec<Option<String>>>::new();
        named.for_each(|(weight, place)| alike.entry(weight).or_default().push(place));
        let ((_, Reverse(students), rule), mut places) = alike.pop_first()?;
        // Of several equal ones none is reported: the choice would depend on names.
        let place = places.pop().filter(|_| places.is_empty()).flatten();
        Some(Bottleneck { rule: survey.rules[rule].card().id.to_owned(), place, students })
    }
}

impl Survey<'_> {
    /// What keeps a student from the schools that no rule refuses.
    fn blockers(&self, used: &BTreeMap<Owner, i64>, student: StudentId) -> BTreeSet<Blocker> {
        let SurveyedSchools { refused, open } = self.schools(student);
        if open.is_empty() {
            let last = refused.into_keys().max();
            let last = last.filter(|&rule| !self.is_without_journeys(rule, student));
            return last.map(Blocker::Everywhere).into_iter().collect();
        }
        let blocker = |(school, state)| self.blocker(used, school, state);
        open.into_iter().filter_map(blocker).collect()
    }

    /// Whether a rule is the one about journeys, and none of the student's is known.
    fn is_without_journeys(&self, rule: usize, student: StudentId) -> bool {
        let instance = &self.problem.instance;
        self.rules[rule].card().id == travel::CARD.id
            && instance.schools.ids().all(|school| instance.journey(student, school).is_none())
    }

    fn blocker(
        &self,
        used: &BTreeMap<Owner, i64>,
        school: SchoolId,
        state: OpenSchool,
    ) -> Option<Blocker> {
        match state {
            OpenSchool::Full => Some(Blocker::Places(school)),
            OpenSchool::ClusterFull => self.tally.cluster_at(school).map(Blocker::ClusterSize),
            OpenSchool::NotUsed => self.exhausted_owner(used, school).map(Blocker::Forming),
            OpenSchool::Room => self.full_board(school).map(Blocker::BoardShare),
        }
    }

    /// The owner who would need one more cluster to use a school, and has as many as it may.
    fn exhausted_owner(&self, used: &BTreeMap<Owner, i64>, school: SchoolId) -> Option<Owner> {
        if self.tally.cluster_at(school).is_some() {
            return None;
        }
        let instance = &self.problem.instance;
        let facts = &instance.schools[school];
        let board = facts.cluster.map_or(facts.board, |cluster| instance.clusters[cluster].board);
        let owner = instance.owner(board);
        self.problem.clusters_left(used, owner).filter(|&left| left <= 0).map(|_| owner)
    }

    /// Upper limit on the students that one step more lets in.
    fn one_step_more(&self, blocker: Blocker) -> i64 {
        match blocker {
            Blocker::Places(_) | Blocker::ClusterSize(_) | Blocker::BoardShare(_) => 1,
            Blocker::Forming(owner) => self.largest_free_option(owner),
            Blocker::Everywhere(_) => i64::MAX,
        }
    }

    /// The places of the largest cluster option of an owner of whose schools none is used.
    fn largest_free_option(&self, owner: Owner) -> i64 {
        let Problem { instance, options, .. } = self.problem;
        let of_owner = options.values().filter(|option| option.owner(instance) == owner);
        let free = of_owner.filter(|option| is_free(self.tally, option));
        free.map(|option| self.problem.places_of(&option.schools)).max().unwrap_or(0)
    }

    /// The board of a school, where it has its most students.
    fn full_board(&self, school: SchoolId) -> Option<BoardId> {
        let Problem { instance, rulebook, .. } = self.problem;
        let id = instance.schools[school].board;
        let most = instance.boards[id].max_students?;
        (rulebook.board_share.is_some() && self.students_at_board(id) >= most).then_some(id)
    }

    /// The position of the rule, and the place by id.
    fn named(&self, blocker: Blocker) -> (usize, Option<String>) {
        let instance = &self.problem.instance;
        let (rule, place) = match blocker {
            Blocker::Everywhere(rule) => return (rule, None),
            Blocker::Places(school) => (places::CARD.id, instance.schools[school].id.clone()),
            Blocker::ClusterSize(cluster) => (cluster_size::CARD.id, self.cluster(cluster)),
            Blocker::Forming(owner) => (forming::CARD.id, instance.owner_id(owner).to_owned()),
            Blocker::BoardShare(board) => (board_share::CARD.id, instance.boards[board].id.clone()),
        };
        let position = self.rules.iter().position(|known| known.card().id == rule);
        (position.expect("only rules in force block"), Some(place))
    }

    /// The id of a used cluster, or of a new one those of its schools.
    fn cluster(&self, cluster: usize) -> String {
        let instance = &self.problem.instance;
        let cluster = &self.tally.assignment.clusters[cluster];
        match cluster.origin {
            Origin::Existing(existing) => instance.clusters[existing].id.clone(),
            Origin::New(_) => {
                let ids =
                    cluster.schools.iter().map(|&school| instance.schools[school].id.as_str());
                ids.collect::<Vec<_>>().join(" + ")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::testing::{assignment, tiny};

    /// The bottleneck of a plan as `rule place students`; `-` where it has no place.
    fn bottleneck(world: &Value, clusters: &str, placements: &str) -> Option<String> {
        let problem = tiny(world.clone());
        let assignment = assignment(&problem.instance, clusters, placements);
        let found = problem.bottleneck(&problem.tally(&assignment))?;
        let place = found.place.as_deref().unwrap_or("-");
        Some(format!("{} {place} {}", found.rule, found.students))
    }

    #[test]
    fn a_school_without_a_free_place_counts_each_cohort_once() {
        let world = json!({
            "schools": [
                { "id": "g", "places": 9, "places_for": [{ "years": [1], "places": 1 }] },
                { "id": "h", "places": 1 },
            ],
            "clusters": [{ "id": "c", "schools": ["g"] }, { "id": "d", "schools": ["h"] }],
            "students": [
                { "id": "s", "count": 4 }, { "id": "t", "year": 2 }, { "id": "u", "year": 2 },
            ],
        });
        // Three of s find both full; u finds only h full, since g has room for year 2.
        let full = bottleneck(&world, "c d", "s>g*1 t>h");
        assert_eq!(full.as_deref(), Some("places h 4"));
        // Three of s find g full; h has room, which only a price keeps them from.
        let free = bottleneck(&world, "c d", "s>g*1 t>g u>g");
        assert_eq!(free.as_deref(), Some("places g 3"));
        // s alone is left out, by both equally: neither is reported.
        let equals = bottleneck(&world, "c d", "s>g*1 t>g u>h");
        assert_eq!(equals.as_deref(), Some("places - 3"));
    }

    #[test]
    fn a_cluster_with_its_most_members_keeps_out_members_only() {
        let world = json!({
            "schools": [{ "id": "g", "places": 9 }, { "id": "h", "places": 9 }],
            "students": [{ "id": "s", "count": 5 }, { "id": "f", "year": 4, "count": 7 }],
            "travel": { "table": [{ "from": "g", "to": "h", "m": 1 }] },
            "boards": [{ "id": "b", "max_clusters": 1 }],
            "rules": { "cluster_size": { "min": 1, "target": 2, "max": 3 }, "forming": {} },
        });
        let full = bottleneck(&world, "g+h", "s>g*2 s>h*1");
        assert_eq!(full.as_deref(), Some("cluster_size g + h 2"));
        assert_eq!(bottleneck(&world, "g+h", "s>g*2"), None);
    }

    #[test]
    fn an_owner_with_as_many_clusters_as_it_may_have_keeps_out_whom_its_other_schools_could_take() {
        let mut world = json!({
            "boards": [{ "id": "b", "max_clusters": 1 }, { "id": "e", "max_clusters": 0 }],
            "schools": [
                { "id": "g", "places": 2 }, { "id": "h", "places": 10 }, { "id": "i", "places": 9 },
                { "id": "j", "places": 10, "board": "e" },
            ],
            "clusters": [
                { "id": "c", "schools": ["g"] }, { "id": "d", "board": "e", "schools": ["i"] },
            ],
            "students": [{ "id": "s", "count": 5 }, { "id": "t", "not": ["h", "g"] }],
            "rules": { "forming": {}, "exclusion": {} },
        });
        // s is kept out by g, by b and by e: by rule, `places` comes first. t is only kept out by e,
        // which answers for d and its school i, and could form a cluster of j.
        assert_eq!(bottleneck(&world, "c", "s>g*2").as_deref(), Some("forming e 4"));
        // With b free to use another cluster, nothing but e and the full g keep s out; a place more at
        // g lets in one, a cluster of j all three.
        world["boards"][0]["max_clusters"] = json!(2);
        assert_eq!(bottleneck(&world, "c", "s>g*2 t>i").as_deref(), Some("forming e 3"));
        // In a network the clusters of both boards count.
        world["boards"][0]["network"] = json!("n");
        world["boards"][1]["network"] = json!("n");
        assert_eq!(bottleneck(&world, "c d", "s>g*1").as_deref(), Some("forming n 5"));
        assert_eq!(bottleneck(&world, "c", "s>g*1"), None);
    }

    #[test]
    fn a_board_with_its_most_students_keeps_out_whom_its_schools_have_room_for() {
        let mut world = json!({
            "boards": [{ "id": "b", "max_students": 2 }],
            "schools": [{ "id": "g", "places": 9 }, { "id": "h", "places": 9 }],
            "clusters": [{ "id": "c", "schools": ["g", "h"] }],
            "students": [{ "id": "s", "count": 5 }],
            "rules": { "board_share": {} },
        });
        let full = bottleneck(&world, "c", "s>g*1 s>h*1");
        assert_eq!(full.as_deref(), Some("board_share b 3"));
        assert_eq!(bottleneck(&world, "c", "s>g*1"), None);
        world["rules"]["board_share"] = json!(false);
        assert_eq!(bottleneck(&world, "c", "s>g*1 s>h*1"), None);
    }

    #[test]
    fn a_student_without_any_school_counts_for_the_rule_that_takes_the_last() {
        let world = json!({
            "schools": [
                { "id": "g", "places": 9, "denomination": ["rk"] },
                { "id": "h", "places": 9, "denomination": ["pc"] }, { "id": "i", "places": 1 },
            ],
            "clusters": [{ "id": "c", "schools": ["g", "h"] }],
            "students": [
                { "id": "s", "count": 3, "denomination": { "wish": ["pc"], "strength": "must" } },
                { "id": "t", "count": 2 },
            ],
            "travel": { "table": [
                { "from": "s", "to": "g", "m": 1 }, { "from": "s", "to": "h", "m": 70_000 },
                { "from": "t", "to": "g", "m": 1 },
            ] },
            "rules": { "travel": {}, "denomination": {}, "forming": {} },
        });
        // `forming` takes i, `denomination` g and `travel` h from s; t could be at g.
        assert_eq!(bottleneck(&world, "c", "").as_deref(), Some("travel - 3"));
        assert_eq!(bottleneck(&world, "c", "s>h*3"), None);
    }

    #[test]
    fn no_limit_on_journeys_keeps_out_a_student_whose_journeys_are_unknown() {
        let world = json!({
            "schools": [{ "id": "g", "places": 9 }],
            "clusters": [{ "id": "c", "schools": ["g"] }],
            "students": [{ "id": "s", "count": 3 }, { "id": "t" }],
            "travel": { "table": [{ "from": "t", "to": "g", "m": 70_000 }] },
            "rules": { "travel": {} },
        });
        assert_eq!(bottleneck(&world, "c", "").as_deref(), Some("travel - 1"));
        assert_eq!(bottleneck(&world, "c", "t>g"), None);
    }

    #[test]
    fn nobody_left_out_is_no_bottleneck() {
        let world = json!({
            "schools": [{ "id": "h", "places": 1 }],
            "clusters": [{ "id": "c", "schools": ["h"] }],
            "students": [{ "id": "s" }],
        });
        assert_eq!(bottleneck(&world, "c", "s>h"), None);
    }
}
