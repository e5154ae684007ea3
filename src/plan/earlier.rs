//! What a plan states of the earlier plan with which it is compared: as much as its price and the lists of who is
//! elsewhere need, so that whoever has the plan needs no other file.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::IdVec;
use crate::bounded_types;
use crate::instance::{Before, Earlier, Instance, SchoolId};

bounded_types! {
    /// A number of students in clusters in an earlier plan.
    pub EarlierCoreCount: 0..=1_000_000;
    /// A number of students of an entry in an earlier plan. It may be more than an entry may have: such a plan need
    /// not keep any rule.
    pub EarlierCount: 1..=1_000_000_000_000;
}

/// A reference to the previous plan with which a plan is compared.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviousReference {
    /// SHA-256 of the bytes of its file, in lowercase hexadecimal digits.
    pub sha256: String,
    /// How many changes the plan makes against it, as rule `continuity` counts them.
    pub changes: i64,
    /// The limit on changes, if one was given.
    pub max_changes: Option<i64>,
    /// How many students were in clusters in it, if the grant counts them.
    pub core_students: Option<EarlierCoreCount>,
    /// Where the students of the instance were in it, by id, and those who have left it since. If absent, the earlier
    /// plan itself has to be given to check this one. A plan may leave out what the price of changes does not need:
    /// who has left, and which schools are gone.
    pub students: Option<BTreeMap<String, EarlierPlaces>>,
}

/// Where the students of an entry were.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EarlierPlaces {
    /// How many were at each school, by its id, whether it is still there or not.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub schools: BTreeMap<String, EarlierCount>,
    /// How many were at schools that are gone and not among `schools`; absent if none.
    pub at_schools_gone: Option<EarlierCount>,
    /// How many had no place; absent if none.
    pub left_out: Option<EarlierCount>,
}

/// Where students were in an earlier plan, by id. Entries that it does not have are absent.
pub fn places_of(instance: &Instance, earlier: &Earlier) -> BTreeMap<String, EarlierPlaces> {
    let students = instance.students.values().map(|student| &student.id);
    let students = students.zip(earlier.students.values()).chain(&earlier.leavers);
    let known = students.filter(|(_, before)| before.count > 0);
    known.map(|(id, before)| (id.clone(), EarlierPlaces::of(instance, before))).collect()
}

/// How many students were in clusters in an earlier plan, if the grant counts them.
pub fn core_students_of(instance: &Instance, earlier: &Earlier) -> Option<EarlierCoreCount> {
    let finance = instance.finance.as_ref()?;
    let counted = earlier.core_students.filter(|_| finance.grant.counts_previous_plan())?;
    EarlierCoreCount::try_from(counted).ok()
}

impl EarlierPlaces {
    fn of(instance: &Instance, before: &Before) -> Self {
        let count = |number: i64| EarlierCount::try_from(number).ok();
        let here = before.at.iter().map(|(&at, number)| (&instance.schools[at].id, number));
        let schools = here.chain(&before.at_gone);
        let schools = schools.filter_map(|(id, &number)| Some((id.clone(), count(number)?)));
        Self {
            schools: schools.collect(),
            at_schools_gone: count(before.at_schools_gone - before.at_gone.values().sum::<i64>()),
            left_out: count(before.count - before.placed()),
        }
    }

    fn before(&self, schools: &BTreeMap<&str, SchoolId>) -> Before {
        let number = |count: Option<EarlierCount>| count.map_or(0, EarlierCount::get);
        let mut before =
            Before { at_schools_gone: number(self.at_schools_gone), ..Before::default() };
        for (school, count) in &self.schools {
            match schools.get(school.as_str()) {
                Some(&school) => drop(before.at.insert(school, count.get())),
                None => before.add_at_gone(school, count.get()),
            }
        }
        before.count = before.placed() + number(self.left_out);
        before
    }
}

impl PreviousReference {
    /// Whether it states where students were in an earlier plan as that plan has it, or not at all.
    pub fn agrees_on_students(&self, instance: &Instance, earlier: &Earlier) -> bool {
        self.students.as_ref().is_none_or(|stated| {
            *stated == places_of(instance, earlier)
                || *stated == places_of(instance, &earlier.clone().priced())
        })
    }

    /// The earlier plan as far as this one states it; `None` if it does not. Schools and students that the instance
    /// does not have are gone.
    pub fn earlier(&self, instance: &Instance) -> Option<Earlier> {
        let stated = self.students.as_ref()?;
        let (schools, ids) = (instance.schools_by_id(), instance.students_by_id());
        let mut students = IdVec::filled(Before::default(), instance.students.len());
        let mut leavers = BTreeMap::new();
        for (id, places) in stated {
            let before = places.before(&schools);
            match ids.get(id.as_str()) {
                Some(&student) => students[student] = before,
                None => drop(leavers.insert(id.clone(), before)),
            }
        }
        Some(Earlier {
            sha256: self.sha256.clone(),
            students,
            leavers,
            core_students: self.core_students.map(EarlierCoreCount::get),
            max_changes: self.max_changes,
            is_stated: true,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::tiny;

    #[test]
    fn what_a_plan_states_of_an_earlier_one_is_read_as_that_plan() {
        let problem = tiny(json!({
            "schools": [{ "id": "h", "places": 3 }, { "id": "i", "places": 3 }],
            "students": [
                { "id": "s", "count": 4 }, { "id": "t" }, { "id": "u" }, { "id": "v" }, { "id": "w", "count": 2 },
            ],
            "previous": "s>h*2 s>i*1 s>-*2 t>- u>gone w>h left>h left>gone",
        }));
        let instance = &problem.instance;
        let earlier = instance.previous_plan.clone().unwrap();
        let students = places_of(instance, &earlier);
        assert_eq!(
            json!(students),
            json!({
                "s": { "schools": { "h": 2, "i": 1 }, "left_out": 2 }, "t": { "left_out": 1 },
                "u": { "schools": { "gone": 1 } }, "w": { "schools": { "h": 1 } },
                "left": { "schools": { "gone": 1, "h": 1 } },
            })
        );
        let reference = PreviousReference {
            sha256: earlier.sha256.clone(),
            changes: 3,
            max_changes: Some(7),
            core_students: core_students_of(instance, &earlier),
            students: Some(students),
        };
        let text = serde_json::to_string(&reference).unwrap();
        let read: PreviousReference = serde_json::from_str(&text).unwrap();
        let again = read.earlier(instance).unwrap();
        // The grant does not count them, so that they are not stated.
        let core_students = None;
        assert_eq!(
            again,
            Earlier { max_changes: Some(7), is_stated: true, core_students, ..earlier.clone() }
        );
        // What the price does not need may be left out, and nothing of it may be false.
        let agrees = |change: &dyn Fn(&mut Earlier)| {
            let mut changed = earlier.clone();
            change(&mut changed);
            read.agrees_on_students(instance, &changed)
        };
        assert!(agrees(&|_| ()));
        assert!(!agrees(&|one| drop(one.leavers.remove("left"))));
        let priced = places_of(instance, &earlier.clone().priced());
        let at_gone: EarlierPlaces =
            serde_json::from_value(json!({ "at_schools_gone": 1 })).unwrap();
        assert_eq!((priced.get("u"), priced.get("left")), (Some(&at_gone), None));
        let shorter = PreviousReference { students: Some(priced), ..reference };
        assert!(shorter.agrees_on_students(instance, &earlier));
        // Without a school that it names, its students were at one that is gone.
        let smaller = tiny(json!({
            "schools": [{ "id": "h", "places": 3 }], "students": [{ "id": "s", "count": 4 }],
        }));
        let there = read.earlier(&smaller.instance).unwrap();
        let before = there.students.values().next().unwrap();
        assert_eq!((before.at.len(), before.at_schools_gone, before.count), (1, 1, 5));
        assert_eq!(before.at_gone, BTreeMap::from([("i".to_owned(), 1)]));
        assert_eq!(PreviousReference::default().earlier(instance), None);
    }
}
