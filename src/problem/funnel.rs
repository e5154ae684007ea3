//! The funnel: for one student, how many schools each rule refused, and what became of the others.

use std::collections::BTreeMap;

use super::survey::{OpenSchool, Survey};
use crate::instance::StudentId;

/// All schools of an instance, counted by what became of them for one student.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Funnel {
    /// All schools.
    pub schools: i64,
    /// Schools by the first rule, in the order of the rulebook, that refuses them in every setting.
    pub refused: Vec<(&'static str, i64)>,
    /// What became of the others.
    pub remaining: BTreeMap<OpenSchool, i64>,
}

impl Funnel {
    /// The funnel by the keys of the plan file: `schools`, the rules, and what became of the others.
    pub fn numbers(&self) -> BTreeMap<String, i64> {
        let refused = self.refused.iter().map(|&(rule, count)| (rule, count));
        let remaining = self.remaining.iter();
        let remaining = remaining.map(|(remaining, &count)| (remaining.word(), count));
        let parts = [("schools", self.schools)].into_iter().chain(refused).chain(remaining);
        parts.map(|(key, count)| (key.to_owned(), count)).collect()
    }
}

impl Survey<'_> {
    /// The funnel of a student in the plan. Schools that no cluster option and no shell contains are
    /// counted at rule `forming`, which decides about options.
    pub fn funnel(&self, student: StudentId) -> Funnel {
        let schools = &self.problem.instance.schools;
        let surveyed = self.schools(student);
        let mut remaining = BTreeMap::new();
        for (_, state) in surveyed.open {
            *remaining.entry(state).or_insert(0) += 1;
        }
        let refused = surveyed.refused.into_iter();
        let refused = refused.map(|(rule, count)| (self.rules[rule].card().id, count));
        Funnel { schools: schools.len() as i64, refused: refused.collect(), remaining }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Funnel, OpenSchool, Survey};
    use crate::testing::{assignment, tiny};

    fn world() -> Value {
        let school = |id: &str| json!({ "id": id, "places": 1, "denomination": ["pc"] });
        let mut schools =
            ["nowhere", "far", "other", "both", "full", "group", "unused", "room", "day"]
                .map(school);
        schools[2]["denomination"] = json!(["rk"]);
        schools[3]["denomination"] = json!([]);
        schools[5] = json!({ "id": "group", "places": 9, "denomination": ["pc"],
                             "places_for": [{ "years": [2], "places": 0 }, { "years": [1], "places": 1 }] });
        let near = ["other", "full", "group", "unused", "room", "day"];
        let table = near.map(|to| json!({ "from": "s", "to": to, "m": 1 }));
        json!({
            "schools": schools,
            "clusters": [
                { "id": "c", "schools": ["far", "other", "both", "full", "group", "room"] },
                { "id": "d", "schools": ["unused"] },
                { "id": "e", "schools": ["day"], "meeting_days": ["mon", "tue"] },
            ],
            "students": [
                { "id": "s", "days": ["tue"], "denomination": { "wish": ["pc"], "strength": "must" } },
                { "id": "t" }, { "id": "u" },
            ],
            "travel": { "table": table },
            "rules": { "travel": {}, "denomination": {}, "meeting_day": { "hard": true }, "forming": {} },
        })
    }

    fn funnel(clusters: &str, placements: &str) -> Funnel {
        let problem = tiny(world());
        let assignment = assignment(&problem.instance, clusters, placements);
        let tally = problem.tally(&assignment);
        let (student, _) = problem.instance.students.iter().next().unwrap();
        Survey::of(&problem, &tally).funnel(student)
    }

    #[test]
    fn each_school_is_counted_at_the_first_rule_that_refuses_it() {
        let funnel = funnel("c e/mon", "t>full u>group");
        // `both` lies at no known distance, and is counted at the denomination already.
        assert_eq!(funnel.refused, [("forming", 1), ("denomination", 2), ("travel", 1)]);
        let remaining: Vec<(OpenSchool, i64)> = funnel.remaining.into_iter().collect();
        // `day` is used on Monday, when s is not free, and could be on Tuesday.
        let counted = [(OpenSchool::Full, 2), (OpenSchool::NotUsed, 2), (OpenSchool::Room, 1)];
        assert_eq!(remaining, counted);
    }

    #[test]
    fn it_adds_up() {
        for (clusters, placements) in [
            ("", ""),
            ("c", "t>room"),
            ("c d e", "t>unused u>day"),
            ("c d e/mon", "t>full u>group"),
        ] {
            let Funnel { schools, refused, remaining } = funnel(clusters, placements);
            let refused: i64 = refused.iter().map(|(_, number)| number).sum();
            assert_eq!(schools, refused + remaining.values().sum::<i64>());
            assert_eq!(schools, 9);
        }
    }
}
