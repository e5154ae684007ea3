//! Chooses individual students at random, also within cohorts, and changes them.

use std::collections::BTreeSet;

use super::document::Filter;
use super::draft::ScenarioDraft;
use super::lots::CohortMember;
use crate::instance::document::{CohortSize, StudentDocument};

/// The positions of the student entries that match a filter.
pub fn entries(draft: &ScenarioDraft, filter: Option<&Filter>) -> Vec<usize> {
    let fits = |entry: &StudentDocument| filter.is_none_or(|filter| fits(filter, entry));
    let students = draft.document.students.iter().enumerate();
    students.filter(|(_, entry)| fits(entry)).map(|(position, _)| position).collect()
}

fn fits(filter: &Filter, entry: &StudentDocument) -> bool {
    let programme = filter.programmes.as_ref().is_none_or(|some| some.contains(&entry.programme));
    let year = filter.years.as_ref().is_none_or(|some| some.contains(&entry.year));
    programme && year && filter.denomination.as_ref().is_none_or(|one| wishes(entry, one))
}

/// Whether a student entry wishes a denomination, alone or among others.
pub fn wishes(entry: &StudentDocument, denomination: &str) -> bool {
    entry.denomination.as_ref().is_some_and(|wish| wish.wish.iter().any(|one| one == denomination))
}

/// The number of students in some entries.
pub fn number(draft: &ScenarioDraft, entries: &[usize]) -> i64 {
    entries.iter().map(|&entry| draft.document.students[entry].student_count()).sum()
}

/// The `number` students with the lowest lots for a kind of change among some entries.
pub fn drawn(
    draft: &ScenarioDraft,
    change: &str,
    entries: &[usize],
    number: i64,
) -> BTreeSet<CohortMember> {
    let people = entries.iter().flat_map(|&entry| draft.people(&draft.document.students[entry]));
    let mut lots: Vec<(u64, CohortMember)> =
        people.map(|person| (draft.lots.lot(change, &person), person)).collect();
    lots.sort_unstable();
    lots.truncate(usize::try_from(number.max(0)).unwrap_or(usize::MAX));
    lots.into_iter().map(|(_, person)| person).collect()
}

/// The students who gain a property, and those who lose it.
pub struct Shift {
    /// Students who gain the property.
    pub gaining: BTreeSet<CohortMember>,
    /// Students who lose it.
    pub losing: BTreeSet<CohortMember>,
}

/// The smallest shift after which `wanted` students among some entries have a property: students only
/// gain it, or only lose it. Students with the lowest lots gain it first and lose it last, so the
/// students who have it at a lower number also have it at a higher one (monotone coupling).
pub fn shift(
    draft: &ScenarioDraft,
    change: &str,
    entries: &[usize],
    wanted: i64,
    has: impl Fn(&StudentDocument) -> bool,
) -> Shift {
    let (having, lacking): (Vec<usize>, Vec<usize>) =
        entries.iter().partition(|&&entry| has(&draft.document.students[entry]));
    let present = number(draft, &having);
    let gaining = drawn(draft, change, &lacking, wanted - present);
    let all = drawn(draft, change, &having, present);
    let keeping = drawn(draft, change, &having, wanted);
    Shift { gaining, losing: all.difference(&keeping).cloned().collect() }
}

/// Applies a change to the entries of some students. If only a part of a cohort changes, the cohort is
/// split: that part becomes a separate entry `ID-part` directly after it.
pub fn change_entries(
    draft: &mut ScenarioDraft,
    people: &BTreeSet<CohortMember>,
    change: impl Fn(&mut StudentDocument),
) {
    if people.is_empty() {
        return;
    }
    let mut used_ids = draft.used_ids();
    let mut split = Vec::new();
    let mut entries = Vec::with_capacity(draft.document.students.len());
    for mut entry in std::mem::take(&mut draft.document.students) {
        let (part, rest): (Vec<_>, Vec<_>) =
            draft.people(&entry).into_iter().partition(|person| people.contains(person));
        if rest.is_empty() {
            change(&mut entry);
        } else if !part.is_empty() {
            let mut new = StudentDocument {
                id: used_ids.new_id(&entry.id, "part"),
                count: Some(cohort(part.len())),
                ..entry.clone()
            };
            change(&mut new);
            entry.count = Some(cohort(rest.len()));
            draft.set_people(&entry.id, rest);
            draft.set_people(&new.id, part);
            split.push((entry.id.clone(), new.id.clone()));
            entries.push(entry);
            entry = new;
        }
        entries.push(entry);
    }
    draft.document.students = entries;
    draft.copy_journeys(&split);
}

/// Removes students, with everything that names an entry of which nobody is left.
pub fn remove(draft: &mut ScenarioDraft, leaving: &BTreeSet<CohortMember>) {
    let mut gone = BTreeSet::new();
    let mut staying = Vec::with_capacity(draft.document.students.len());
    for mut entry in std::mem::take(&mut draft.document.students) {
        let mut of_entry = draft.people(&entry);
        let before = of_entry.len();
        of_entry.retain(|person| !leaving.contains(person));
        if of_entry.is_empty() {
            gone.insert(entry.id);
            continue;
        }
        if of_entry.len() < before {
            entry.count = Some(cohort(of_entry.len()));
            draft.set_people(&entry.id, of_entry);
        }
        staying.push(entry);
    }
    draft.document.students = staying;
    draft.forget_people(&gone);
    draft.forget_journeys(&gone);
    draft.forget_pairs(&gone);
}

/// A number of students as the size of a cohort.
pub fn cohort(number: usize) -> CohortSize {
    CohortSize::constant(number as i64)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::scenarios::changes::testing::village;
    use crate::scenarios::draft::ScenarioDraft;
    use crate::scenarios::lots::Lots;

    /// What is to be seen of a draft of the village.
    fn with_draft<T>(seen: impl Fn(&mut ScenarioDraft) -> T) -> T {
        let base = serde_json::from_value(village()).unwrap();
        let no_files = |name: &str| Err(name.to_owned());
        seen(&mut ScenarioDraft::new(&base, Lots { seed: 7, draw: 1 }, &no_files))
    }

    fn person(origin: &str, number: u32) -> CohortMember {
        CohortMember { origin: origin.into(), number }
    }

    #[test]
    fn a_filter_is_fitted_in_everything_it_names() {
        let fitting = |filter: Value| {
            let filter: Filter = serde_json::from_value(filter).unwrap();
            with_draft(|draft| entries(draft, Some(&filter)))
        };
        assert_eq!(fitting(json!({})), [0, 1, 2]);
        assert_eq!(fitting(json!({ "years": [1] })), [0, 2]);
        assert_eq!(fitting(json!({ "years": [1], "denomination": "openbaar" })), [0]);
        assert!(fitting(json!({ "years": [1], "programmes": ["deeltijd", "mbo"] })).is_empty());
    }

    #[test]
    fn a_cohort_of_which_a_part_changes_is_split() {
        let after = with_draft(|draft| {
            let some = [person("s1", 0), person("s3", 2), person("s3", 5)].into();
            change_entries(draft, &some, |entry| entry.days = Some(Vec::new()));
            // Of the part one more: it is split again, by the same people.
            change_entries(draft, &[person("s3", 5)].into(), |entry| entry.concepts = None);
            let people = |id: &str| {
                let entry = draft.document.students.iter().find(|entry| entry.id == id).unwrap();
                draft.people(entry)
            };
            assert_eq!(people("s3-part"), [person("s3", 2)]);
            assert_eq!(people("s3-part-part"), [person("s3", 5)]);
            assert_eq!(people("s3")[2], person("s3", 3));
            serde_json::to_value(&draft.document).unwrap()
        });
        let students = after["students"].as_array().unwrap().iter();
        let seen: Vec<(&str, i64, bool)> = students
            .map(|student| {
                let size = student["count"].as_i64().unwrap_or(1);
                (student["id"].as_str().unwrap(), size, student["days"] == json!([]))
            })
            .collect();
        let expected = [
            ("s1", 1, true),
            ("s2", 1, false),
            ("s3", 8, false),
            ("s3-part", 1, true),
            ("s3-part-part", 1, true),
        ];
        assert_eq!(seen, expected);
        let starts: Vec<&Value> = after["travel"]["table"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| row["to"] == "h4")
            .map(|row| &row["from"])
            .collect();
        assert_eq!(starts, ["s3", "s3-part", "s3-part-part"]);
    }

    #[test]
    fn a_share_changes_as_few_as_it_can() {
        with_draft(|draft| {
            let shifted = |wanted| {
                let shift = shift(draft, "test", &[0, 1, 2], wanted, |entry| entry.id == "s3");
                (shift.gaining.len(), shift.losing.len())
            };
            // The ten of the cohort have it.
            assert_eq!([0, 4, 10, 11].map(shifted), [(0, 10), (0, 6), (0, 0), (1, 0)]);
        });
    }
}
