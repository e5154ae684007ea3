//! Students drawn one by one, also within cohorts.

use std::collections::BTreeSet;

use super::document::Filter;
use super::draft::{Draft, size};
use super::lots::Person;
use crate::instance::document::{CohortSize, StudentDocument};

/// The entries that fit a filter, by position.
pub fn entries(draft: &Draft, filter: Option<&Filter>) -> Vec<usize> {
    let fits = |entry: &StudentDocument| filter.is_none_or(|filter| fits(filter, entry));
    let students = draft.document.students.iter().enumerate();
    students.filter(|(_, entry)| fits(entry)).map(|(position, _)| position).collect()
}

fn fits(filter: &Filter, entry: &StudentDocument) -> bool {
    let programme = filter.programmes.as_ref().is_none_or(|some| some.contains(&entry.programme));
    let year = filter.years.as_ref().is_none_or(|some| some.contains(&entry.year));
    programme && year && filter.denomination.as_ref().is_none_or(|one| wishes(entry, one))
}

/// Whether a denomination is among those an entry wishes.
pub fn wishes(entry: &StudentDocument, denomination: &str) -> bool {
    entry.denomination.as_ref().is_some_and(|wish| wish.wish.iter().any(|one| one == denomination))
}

/// How many students some entries stand for.
pub fn number(draft: &Draft, entries: &[usize]) -> i64 {
    entries.iter().map(|&entry| size(&draft.document.students[entry])).sum()
}

/// The people with the lowest lots for a kind of change among some entries.
pub fn drawn(draft: &Draft, change: &str, entries: &[usize], number: i64) -> BTreeSet<Person> {
    let people = entries.iter().flat_map(|&entry| draft.people(&draft.document.students[entry]));
    let mut lots: Vec<(u64, Person)> =
        people.map(|person| (draft.lots.lot(change, &person), person)).collect();
    lots.sort_unstable();
    lots.truncate(usize::try_from(number.max(0)).unwrap_or(usize::MAX));
    lots.into_iter().map(|(_, person)| person).collect()
}

/// Whom a share makes have something, and whom it makes lose it.
pub struct Shift {
    /// Who has it from now on.
    pub gaining: BTreeSet<Person>,
    /// Who has it no more.
    pub losing: BTreeSet<Person>,
}

/// Who must change so that so many among some entries have something. Nobody gains it while another
/// loses it; those with the lowest lots gain it first and lose it last, so that who has it at a lesser
/// number has it at a greater.
pub fn shift(
    draft: &Draft,
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

/// Changes the entries of some people. A cohort of which only a part is among them is split: that
/// part becomes an entry of its own, `ID-part`, right behind it.
pub fn change_entries(
    draft: &mut Draft,
    people: &BTreeSet<Person>,
    change: impl Fn(&mut StudentDocument),
) {
    if people.is_empty() {
        return;
    }
    let mut names = draft.names();
    let mut split = Vec::new();
    let mut entries = Vec::with_capacity(draft.document.students.len());
    for mut entry in std::mem::take(&mut draft.document.students) {
        let (part, rest): (Vec<_>, Vec<_>) =
            draft.people(&entry).into_iter().partition(|person| people.contains(person));
        if rest.is_empty() {
            change(&mut entry);
        } else if !part.is_empty() {
            let mut new = StudentDocument {
                id: names.take(&entry.id, "part"),
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

/// A number of people as the size of a cohort.
pub fn cohort(number: usize) -> CohortSize {
    CohortSize::constant(number as i64)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::scenarios::changes::testing::village;
    use crate::scenarios::draft::Draft;
    use crate::scenarios::lots::Lots;

    /// What is to be seen of a draft of the village.
    fn with_draft<T>(seen: impl Fn(&mut Draft) -> T) -> T {
        let base = serde_json::from_value(village()).unwrap();
        let no_files = |name: &str| Err(name.to_owned());
        seen(&mut Draft::new(&base, Lots { seed: 7, draw: 1 }, &no_files))
    }

    fn person(origin: &str, number: u32) -> Person {
        Person { origin: origin.into(), number }
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
