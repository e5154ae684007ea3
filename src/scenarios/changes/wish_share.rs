//! `wish_share`: sets the share of students who wish a denomination.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ScenarioChange;
use crate::instance::document::{DenominationWishDocument, StudentDocument};
use crate::scenarios::complaints::Complaints;
use crate::scenarios::document::Filter;
use crate::scenarios::draft::ScenarioDraft;
use crate::scenarios::numbers::{SharePercent, percent_of};
use crate::scenarios::people;

/// Sets the share of students who wish a denomination, with as few changes as possible. If too few wish it,
/// others are drawn at random to wish it too; if too many do, students are drawn to no longer wish it. Other
/// wishes stay.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WishShare {
    /// The denomination.
    #[schemars(length(min = 1))]
    pub denomination: String,
    /// The percentage who wish it, rounded half up to whole students.
    pub percent: SharePercent,
    /// The students that the percentage is about. Default: all students.
    pub filter: Option<Filter>,
}

impl ScenarioChange for WishShare {
    fn apply(&self, draft: &mut ScenarioDraft, _: &mut Complaints) {
        let entries = people::entries(draft, self.filter.as_ref());
        let wanted = percent_of(self.percent.get(), people::number(draft, &entries));
        let lots = format!("wish_share/{}", self.denomination);
        let wishes = |entry: &StudentDocument| people::wishes(entry, &self.denomination);
        let shift = people::shift(draft, &lots, &entries, wanted, wishes);
        people::change_entries(draft, &shift.gaining, |entry| self.add_to(entry));
        people::change_entries(draft, &shift.losing, |entry| self.remove_from(entry));
    }
}

impl WishShare {
    fn add_to(&self, entry: &mut StudentDocument) {
        let none = || DenominationWishDocument { wish: Vec::new(), strength: None };
        entry.denomination.get_or_insert_with(none).wish.push(self.denomination.clone());
    }

    fn remove_from(&self, entry: &mut StudentDocument) {
        if let Some(wish) = &mut entry.denomination {
            wish.wish.retain(|denomination| *denomination != self.denomination);
        }
        entry.denomination.take_if(|wish| wish.wish.is_empty());
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::{Value, json};

    use crate::scenarios::changes::testing::{changed, people_where, try_changed, village};
    use crate::scenarios::lots::CohortMember;
    use crate::scenarios::people::wishes;

    fn share(denomination: &str, percent: i64) -> Value {
        json!({ "wish_share": { "denomination": denomination, "percent": percent } })
    }

    fn wishing(changes: &Value) -> BTreeSet<CohortMember> {
        people_where(changes, |entry| wishes(entry, "openbaar"))
    }

    #[test]
    fn the_share_is_reached_with_the_least_change() {
        // Of twelve one wishes it; 8% is 0.96 of a student: nothing changes.
        assert_eq!(changed(&json!([share("openbaar", 8)])), village());
        // 46% is 5.52: six, the one who has the wish among them.
        let six = wishing(&json!([share("openbaar", 46)]));
        assert_eq!(six.len(), 6);
        assert!(six.iter().any(|person| &*person.origin == "s1"));
        let none = changed(&json!([share("openbaar", 0)]));
        assert_eq!(none["students"][0].get("denomination"), None);
        assert_eq!(wishing(&json!([share("openbaar", 100)])).len(), 12);
    }

    #[test]
    fn other_wishes_and_their_strength_stay() {
        let mut base = village();
        base["students"][0]["denomination"] =
            json!({ "wish": ["a", "openbaar"], "strength": "must" });
        let after = |changes: Value| {
            try_changed(&base, &changes, 1).unwrap()["students"][0]["denomination"].clone()
        };
        assert_eq!(
            after(json!([share("openbaar", 0)])),
            json!({ "wish": ["a"], "strength": "must" })
        );
        assert_eq!(
            after(json!([share("b", 100)])),
            json!({ "wish": ["a", "openbaar", "b"], "strength": "must" })
        );
        let all = changed(&json!([share("b", 100)]));
        assert_eq!(all["students"][1]["denomination"], json!({ "wish": ["b"] }));
    }

    #[test]
    fn a_cohort_is_split() {
        let filter = json!({ "programmes": ["voltijd"], "years": [1], "denomination": "openbaar" });
        let changes = json!([
            share("openbaar", 100),
            // Of s1 and the cohort of ten, three keep the wish: 30% of eleven is 3.3.
            { "wish_share": { "denomination": "openbaar", "percent": 30, "filter": filter } },
        ]);
        // And s2, who does not fit the filter.
        assert_eq!(wishing(&changes).len(), 4);
        let students = changed(&changes)["students"].clone();
        let sizes: i64 = students.as_array().unwrap()[2..]
            .iter()
            .map(|student| student["count"].as_i64().unwrap())
            .sum();
        assert_eq!(sizes, 10);
        assert_eq!(students[3]["id"], "s3-part");
    }

    #[test]
    fn who_wishes_it_at_a_lesser_share_does_so_at_a_greater() {
        let [few, some, many] =
            [20, 50, 90].map(|percent| wishing(&json!([share("openbaar", percent)])));
        // 2.4, 6 and 10.8 of twelve.
        assert_eq!([few.len(), some.len(), many.len()], [2, 6, 11]);
        assert!(few.is_subset(&some) && some.is_subset(&many));
        // On the way down too.
        let down = |percent| wishing(&json!([share("openbaar", 100), share("openbaar", percent)]));
        let [few, some] = [20, 50].map(down);
        assert_eq!([few.len(), some.len()], [2, 6]);
        assert!(few.is_subset(&some));
    }
}
