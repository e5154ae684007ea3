//! `grow`: adds copies of existing students.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ScenarioChange;
use crate::input::errors::Code;
use crate::instance::document::StudentDocument;
use crate::message;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::document::Filter;
use crate::scenarios::draft::ScenarioDraft;
use crate::scenarios::lots::CohortMember;
use crate::scenarios::numbers::{Increase, IncreaseNumber, IncreasePercent};
use crate::scenarios::people;

/// Adds copies of existing students. Everybody is copied once before anybody is copied twice, in random
/// order. A copy equals its original, but without `fixed`, `previous`, `with`, `apart` and
/// `because`. Exactly one of `percent` and
/// `number` must be given.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grow {
    /// The students to copy. Default: all students.
    pub filter: Option<Filter>,
    /// The number of copies, as a percentage of the students to copy, rounded half up. The copies at a lower
    /// percentage are among those at a higher one.
    pub percent: Option<IncreasePercent>,
    /// The number of copies.
    pub number: Option<IncreaseNumber>,
}

impl ScenarioChange for Grow {
    fn apply(&self, draft: &mut ScenarioDraft, complaints: &mut Complaints) {
        let Some(increase) = Increase::given(self.percent, self.number, complaints) else { return };
        let entries = people::entries(draft, self.filter.as_ref());
        let present = people::number(draft, &entries);
        let wanted = increase.of(present);
        if wanted == 0 || !can_grow(present, wanted, complaints) {
            return;
        }
        let rounds = usize::try_from(wanted / present).expect("an increase is bounded");
        let once_more = people::drawn(draft, "grow", &entries, wanted % present);
        add_copies(draft, &entries, rounds, &once_more);
    }
}

/// Whether `wanted` copies of `present` students are possible; if not, adds an error.
fn can_grow(present: i64, wanted: i64, complaints: &mut Complaints) -> bool {
    let location = complaints.location.clone();
    if present == 0 {
        let found = message!("scenarios-grow-nobody-found", count = wanted);
        let allowed = message!("scenarios-grow-nobody-allowed");
        let advice = message!("scenarios-grow-nobody-help");
        complaints.add(Code::Contradiction, &location, found, allowed, advice);
    } else if wanted > IncreaseNumber::GREATEST {
        let found = message!("scenarios-grow-found", count = wanted);
        let allowed = message!("scenarios-grow-allowed", count = IncreaseNumber::GREATEST);
        complaints.add(Code::TooLarge, &location, found, allowed, message!("scenarios-grow-help"));
    }
    present > 0 && wanted <= IncreaseNumber::GREATEST
}

/// Copies every student of some entries `rounds` times, and those in `once_more` once more.
fn add_copies(
    draft: &mut ScenarioDraft,
    entries: &[usize],
    rounds: usize,
    once_more: &BTreeSet<CohortMember>,
) {
    let mut used_ids = draft.used_ids();
    let mut copies = Copies::of(draft);
    let mut journeys = Vec::new();
    for &entry in entries {
        let original = draft.document.students[entry].clone();
        let mut new = Vec::new();
        for person in draft.people(&original) {
            let times = rounds + usize::from(once_more.contains(&person));
            new.extend((0..times).map(|_| copies.further(&person)));
        }
        if new.is_empty() {
            continue;
        }
        let copy = StudentDocument {
            id: used_ids.new_id(&original.id, "extra"),
            count: Some(people::cohort(new.len())),
            fixed: None,
            previous: None,
            with: None,
            apart: None,
            because: None,
            ..original
        };
        journeys.push((original.id, copy.id.clone()));
        draft.set_people(&copy.id, new);
        draft.document.students.push(copy);
    }
    draft.copy_journeys(&journeys);
}

/// The copies made so far. A second growth continues with the copies that the first did not make.
struct Copies {
    present: BTreeSet<CohortMember>,
    latest: BTreeMap<CohortMember, usize>,
}

impl Copies {
    fn of(draft: &ScenarioDraft) -> Self {
        let students = &draft.document.students;
        let present = students.iter().flat_map(|entry| draft.people(entry)).collect();
        Self { present, latest: BTreeMap::new() }
    }

    /// The first copy of a student that does not exist yet.
    fn further(&mut self, person: &CohortMember) -> CohortMember {
        let latest = self.latest.entry(person.clone()).or_default();
        let mut copies = (*latest + 1..).map(|round| (round, person.copy(round)));
        let (round, copy) =
            copies.find(|(_, copy)| !self.present.contains(copy)).expect("numbers do not end");
        *latest = round;
        copy
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::scenarios::changes::testing::{
        changed, people_after, refused, try_changed, village,
    };

    /// The sizes of the copies by id.
    fn copies(changes: &Value) -> Vec<(String, i64)> {
        let after = changed(changes);
        let students = after["students"].as_array().unwrap();
        let size = |student: &Value| student["count"].as_i64().unwrap_or(1);
        let id = |student: &Value| student["id"].as_str().unwrap().to_owned();
        students[3..].iter().map(|student| (id(student), size(student))).collect()
    }

    #[test]
    fn everybody_is_copied_once_before_anybody_is_copied_twice() {
        // Twelve students: all once.
        let all = [("s1-extra", 1), ("s2-extra", 1), ("s3-extra", 10)];
        let all = all.map(|(id, size)| (id.to_owned(), size));
        assert_eq!(copies(&json!([{ "grow": { "percent": 100 } }])), all);
        assert_eq!(copies(&json!([{ "grow": { "number": 12 } }])), all);
        // 250% of the one part-time student is 2.5: three.
        let filter = json!({ "programmes": ["deeltijd"] });
        let three = copies(&json!([{ "grow": { "filter": filter, "percent": 250 } }]));
        assert_eq!(three, [("s2-extra".to_owned(), 3)]);
        assert_eq!(copies(&json!([{ "grow": { "number": 0 } }])), []);
        // Of 30 copies everybody has two, and six have a third.
        let thirty = copies(&json!([{ "grow": { "number": 30 } }]));
        assert_eq!(thirty.iter().map(|(_, size)| size).sum::<i64>(), 30);
        assert!(matches!(thirty[0].1, 2..=3) && matches!(thirty[1].1, 2..=3), "{thirty:?}");
    }

    #[test]
    fn a_copy_is_like_its_original_but_for_what_was_decided() {
        let mut base = village();
        base["students"][0]["fixed"] = json!("h1");
        base["students"][0]["previous"] = json!(["h2"]);
        let grown = try_changed(&base, &json!([{ "grow": { "percent": 100 } }]), 1).unwrap();
        let mut copy = village()["students"][0].clone();
        copy["id"] = json!("s1-extra");
        copy["count"] = json!(1);
        assert_eq!(grown["students"][3], copy);
        assert_eq!(grown["students"][0], base["students"][0]);
        let journeys = grown["travel"]["table"].as_array().unwrap();
        assert_eq!(journeys.len(), 5);
        assert!(journeys.contains(&json!({ "from": "s3-extra", "to": "h4", "m": 2000 })));
    }

    #[test]
    fn the_copies_of_less_growth_are_among_those_of_more() {
        let grown = |percent| people_after(&json!([{ "grow": { "percent": percent } }]));
        let [ten, twenty, many] = [10, 20, 130].map(grown);
        // 1.2 and 2.4 of twelve; 15.6 are a copy of everybody and four more.
        assert_eq!([ten.len(), twenty.len(), many.len()], [13, 14, 28]);
        assert!(ten.is_subset(&twenty) && twenty.is_subset(&many));
    }

    #[test]
    fn growth_after_growth_adds_others() {
        let twice = json!([{ "grow": { "percent": 50 } }, { "grow": { "percent": 50 } }]);
        // Six of twelve, and nine of eighteen.
        assert_eq!(people_after(&twice).len(), 27);
    }

    #[test]
    fn nobody_cannot_be_copied() {
        let filter = json!({ "years": [4] });
        let nobody = refused(&json!([{ "grow": { "filter": filter, "number": 2 } }]));
        assert!(nobody.contains("contradiction] at grow "), "{nobody}");
        assert!(nobody.contains("2 further students, while there is nobody to copy"), "{nobody}");
        let none = json!([{ "grow": { "filter": filter, "percent": 20 } }]);
        assert_eq!(copies(&none), []);
        let both = refused(&json!([{ "grow": { "number": 2, "percent": 2 } }]));
        assert!(both.contains("both `percent` and `number`"), "{both}");
        let mut base = village();
        base["students"][2]["count"] = json!(1_000_000);
        let many = try_changed(&base, &json!([{ "grow": { "percent": 200 } }]), 1).unwrap_err();
        assert!(many.contains("too-large] at grow "), "{many}");
    }
}
