//! `days_share`: sets the share of students who are free on a day.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ScenarioChange;
use crate::instance::document::StudentDocument;
use crate::instance::{Day, Programme};
use crate::scenarios::complaints::Complaints;
use crate::scenarios::document::Filter;
use crate::scenarios::draft::ScenarioDraft;
use crate::scenarios::non_empty::NonEmpty;
use crate::scenarios::numbers::{SharePercent, percent_of};
use crate::scenarios::people;

/// Sets the share of students who are free on a day, with as few changes as possible. If too few are free,
/// others are drawn at random to become free; if too many are, students are drawn to be no longer free, even
/// if that leaves them without any day. Other days stay.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DaysShare {
    /// The programme of the students. Default: all.
    pub programme: Option<Programme>,
    /// The day.
    pub day: Day,
    /// The percentage who are free on it, rounded half up to whole students.
    pub percent: SharePercent,
}

impl ScenarioChange for DaysShare {
    fn apply(&self, draft: &mut ScenarioDraft, _: &mut Complaints) {
        let programmes = self.programme.map(NonEmpty::one);
        let filter = Filter { programmes, ..Filter::default() };
        let entries = people::entries(draft, Some(&filter));
        let wanted = percent_of(self.percent.get(), people::number(draft, &entries));
        let lots = format!("days_share/{}", self.day);
        let is_free = |entry: &StudentDocument| days(entry).contains(&self.day);
        let shift = people::shift(draft, &lots, &entries, wanted, is_free);
        people::change_entries(draft, &shift.gaining, |entry| {
            let mut days = days(entry);
            days.push(self.day);
            days.sort_unstable();
            entry.days = Some(days);
        });
        people::change_entries(draft, &shift.losing, |entry| {
            let mut days = days(entry);
            days.retain(|day| *day != self.day);
            entry.days = Some(days);
        });
    }
}

/// The days on which a student is free.
fn days(entry: &StudentDocument) -> Vec<Day> {
    entry.days.clone().unwrap_or_else(|| Day::ALL.to_vec())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::{Value, json};

    use super::days;
    use crate::instance::Day;
    use crate::scenarios::changes::testing::{changed, people_where, village};
    use crate::scenarios::lots::CohortMember;

    fn share(day: &str, percent: i64) -> Value {
        json!({ "days_share": { "day": day, "percent": percent } })
    }

    fn free_on_tuesday(changes: &Value) -> BTreeSet<CohortMember> {
        people_where(changes, |entry| days(entry).contains(&Day::Tuesday))
    }

    #[test]
    fn the_share_is_reached_with_the_least_change() {
        // On Tuesday eleven of twelve are free: 91.7%. 92% is 11.04.
        assert_eq!(changed(&json!([share("tue", 92)])), village());
        // 96% is 11.52: the twelfth is free on Tuesday too.
        let all = changed(&json!([share("tue", 96)]));
        assert_eq!(all["students"][1]["days"], json!(["mon", "tue", "thu"]));
        assert_eq!(all["students"][0].get("days"), None);
        // Nobody is: a student without days was free from Monday to Friday.
        let none = changed(&json!([share("tue", 0)]));
        assert_eq!(none["students"][2]["days"], json!(["mon", "wed", "thu", "fri"]));
        assert_eq!(none["students"][1]["days"], json!(["mon", "thu"]));
    }

    #[test]
    fn the_last_day_may_go() {
        let never = changed(&json!([share("mon", 0), share("thu", 0)]));
        assert_eq!(never["students"][1]["days"], json!([]));
    }

    #[test]
    fn a_programme_is_looked_at_alone() {
        // The part-time student is the only one: 50% is half a student, rounded up.
        let of = |programme, percent| {
            let change = json!({ "programme": programme, "day": "tue", "percent": percent });
            free_on_tuesday(&json!([{ "days_share": change }])).len()
        };
        assert_eq!([of("deeltijd", 50), of("deeltijd", 49)], [12, 11]);
        // Of eleven full-time students 40% are 4.4.
        assert_eq!(of("voltijd", 40), 4);
    }

    #[test]
    fn who_is_free_at_a_lesser_share_is_so_at_a_greater() {
        let shares = [20, 50, 96].map(|percent| free_on_tuesday(&json!([share("tue", percent)])));
        let [few, some, all] = shares;
        assert_eq!([few.len(), some.len(), all.len()], [2, 6, 12]);
        assert!(few.is_subset(&some) && some.is_subset(&all));
    }
}
