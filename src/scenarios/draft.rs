//! The instance of a scenario while changes are applied to it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde_json::Value;

use super::lots::{CohortMember, Lots};
use crate::input::without_byte_order_mark;
use crate::instance::Files;
use crate::instance::document::{
    BoardDocument, ClusterCount, ClusterDocument, InstanceDocument, JourneyDocument,
    SchoolDocument, StudentDocument,
};

/// An instance to which changes are applied, together with the identities of its students.
#[derive(Clone)]
pub struct ScenarioDraft<'a> {
    /// The instance after the changes so far.
    pub document: InstanceDocument,
    /// The path document after the changes so far, in a batch of growth paths.
    pub path: Option<Value>,
    /// The random numbers by which students are chosen.
    pub lots: Lots,
    files: &'a Files<'a>,
    /// The members of the student entries that differ from the base, by student id.
    people: BTreeMap<String, Vec<CohortMember>>,
}

impl<'a> ScenarioDraft<'a> {
    /// The base before any change. `files` reads the files that it names.
    pub fn new(base: &InstanceDocument, lots: Lots, files: &'a Files<'a>) -> Self {
        Self { document: base.clone(), path: None, lots, files, people: BTreeMap::new() }
    }

    /// The position of the board with an id.
    pub fn board(&self, id: &str) -> Option<usize> {
        self.document.boards.iter().position(|board| board.id == id)
    }

    /// The position of the school with an id.
    pub fn school(&self, id: &str) -> Option<usize> {
        self.document.schools.iter().position(|school| school.id == id)
    }

    /// The existing clusters.
    pub fn clusters(&self) -> &[ClusterDocument] {
        self.document.clusters.as_deref().unwrap_or_default()
    }

    /// The maximal number of clusters of a board: its `max_clusters`, by default the number of its existing
    /// clusters.
    pub fn max_clusters(&self, board: &BoardDocument) -> i64 {
        let listed = || self.clusters().iter().filter(|cluster| cluster.board == board.id).count();
        board.max_clusters.map_or_else(|| listed() as i64, ClusterCount::get)
    }

    /// The members of a student entry.
    pub fn people(&self, entry: &StudentDocument) -> Vec<CohortMember> {
        if let Some(known) = self.people.get(&entry.id) {
            return known.clone();
        }
        let origin: Rc<str> = entry.id.as_str().into();
        let numbers = 0..u32::try_from(entry.student_count()).expect("a cohort is bounded");
        numbers.map(|number| CohortMember { origin: Rc::clone(&origin), number }).collect()
    }

    /// Replaces the members of a student entry.
    pub fn set_people(&mut self, entry: &str, people: Vec<CohortMember>) {
        self.people.insert(entry.to_owned(), people);
    }

    /// Takes over the students of another draft, with their identities and journeys.
    pub fn take_students(&mut self, other: &Self) {
        self.document.students.clone_from(&other.document.students);
        self.document.travel.clone_from(&other.document.travel);
        self.people.clone_from(&other.people);
    }

    /// Forgets the members of removed student entries.
    pub fn forget_people(&mut self, gone: &BTreeSet<String>) {
        self.people.retain(|id, _| !gone.contains(id));
    }

    /// Adjusts the members of student entries after a patch has changed the sizes of entries: the first
    /// members stay, and additional ones get identities that nobody has yet.
    pub fn recount_people(&mut self) {
        let students = &self.document.students;
        let sizes: BTreeMap<&str, i64> =
            students.iter().map(|entry| (entry.id.as_str(), entry.student_count())).collect();
        self.people.retain(|id, _| sizes.contains_key(id.as_str()));
        // Per origin, the lowest number above all that are in use.
        let mut free: BTreeMap<Rc<str>, u32> = BTreeMap::new();
        for person in self.people.values().flatten() {
            let free = free.entry(Rc::clone(&person.origin)).or_default();
            *free = (*free).max(person.number + 1);
        }
        for (id, people) in &mut self.people {
            let origin: Rc<str> = id.as_str().into();
            let first = free.get(&origin).copied().unwrap_or(0);
            let further =
                (first..).map(|number| CohortMember { origin: Rc::clone(&origin), number });
            let size = usize::try_from(sizes[id.as_str()]).expect("a cohort is bounded");
            people.truncate(size);
            people.extend(further.take(size - people.len()));
        }
    }

    /// The ids in use by boards, networks, schools, clusters and students.
    pub fn used_ids(&self) -> UsedIds {
        UsedIds(self.ids().map(str::to_owned).collect())
    }

    fn ids(&self) -> impl Iterator<Item = &str> {
        let document = &self.document;
        let boards = document.boards.iter().map(|board: &BoardDocument| board.id.as_str());
        let networks = document.boards.iter().filter_map(|board| board.network.as_deref());
        let schools = document.schools.iter().map(|school: &SchoolDocument| school.id.as_str());
        let clusters = self.clusters().iter().map(|cluster| cluster.id.as_str());
        let students = document.students.iter().map(|student| student.id.as_str());
        boards.chain(networks).chain(schools).chain(clusters).chain(students)
    }

    /// The rows of the travel table, including those of its file; `None` if there is no table. A file that
    /// cannot be read is left unchanged, so that the error is reported when the instance is read again.
    pub fn journeys(&mut self) -> Option<&mut Vec<JourneyDocument>> {
        let travel = self.document.travel.as_mut()?;
        if let Some(name) = &travel.table_file
            && let Some(rows) = rows_of(self.files, name)
        {
            travel.table.get_or_insert_default().extend(rows);
            travel.table_file = None;
        }
        travel.table.as_mut()
    }

    /// Copies the known journeys of student entries to new entries. `copies` has pairs of an original and its
    /// copy.
    pub fn copy_journeys(&mut self, copies: &[(String, String)]) {
        let mut new: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (from, to) in copies {
            new.entry(from).or_default().push(to);
        }
        let Some(rows) = self.journeys() else { return };
        let like = |row: &JourneyDocument, to: &str| JourneyDocument {
            from: to.to_owned(),
            ..row.clone()
        };
        let known: Vec<JourneyDocument> = rows
            .iter()
            .filter_map(|row| Some((row, new.get(row.from.as_str())?)))
            .flat_map(|(row, new)| new.iter().map(move |to| like(row, to)))
            .collect();
        rows.extend(known);
    }

    /// Removes the pairs with students who are gone.
    pub fn forget_pairs(&mut self, gone: &BTreeSet<String>) {
        for student in &mut self.document.students {
            for pairs in [&mut student.with, &mut student.apart] {
                if let Some(entries) = pairs {
                    for pair in &mut *entries {
                        pair.students.retain(|id| !gone.contains(id));
                    }
                    entries.retain(|pair| !pair.students.is_empty());
                }
                pairs.take_if(|entries| entries.is_empty());
            }
        }
    }

    /// Removes the journeys from and to students and schools that are gone.
    pub fn forget_journeys(&mut self, gone: &BTreeSet<String>) {
        if let Some(rows) = self.journeys() {
            rows.retain(|row| !gone.contains(&row.from) && !gone.contains(&row.to));
        }
    }
}

/// A set of ids that are in use.
pub struct UsedIds(BTreeSet<String>);

impl UsedIds {
    /// Adds an id; `false` if it was in use already.
    pub fn insert(&mut self, id: &str) -> bool {
        self.0.insert(id.to_owned())
    }

    /// Adds and returns an unused id: `ID-WORD`, or `ID-WORD-N` if that is in use.
    pub fn new_id(&mut self, id: &str, word: &str) -> String {
        let numbered = (2..).map(|number| format!("{id}-{word}-{number}"));
        let mut ids = std::iter::once(format!("{id}-{word}")).chain(numbered);
        let free = ids.find(|id| !self.0.contains(id)).expect("numbers do not end");
        self.0.insert(free.clone());
        free
    }
}

/// The rows of the file of a travel table; `None` if the file is missing or malformed.
fn rows_of(files: &Files, name: &str) -> Option<Vec<JourneyDocument>> {
    let bytes = files(name).ok()?;
    let text = without_byte_order_mark(&bytes);
    let reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text);
    reader.into_deserialize::<JourneyDocument>().collect::<Result<_, _>>().ok()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::scenarios::changes::testing::village;

    /// The travel of the village with a table's file, after the journeys of `s3` went to `x` too.
    fn travel_after(file: &'static str) -> Value {
        let mut base = village();
        base["travel"]["table_file"] = json!("table.csv");
        let base = serde_json::from_value(base).unwrap();
        let files = |name: &str| match name {
            "table.csv" => Ok(file.as_bytes().to_vec()),
            other => Err(other.to_owned()),
        };
        let mut draft = ScenarioDraft::new(&base, Lots { seed: 0, draw: 0 }, &files);
        draft.copy_journeys(&[("s3".to_owned(), "x".to_owned())]);
        draft.forget_journeys(&["h1".to_owned()].into());
        serde_json::to_value(draft.document.travel).unwrap()
    }

    #[test]
    fn the_rows_of_a_file_are_taken_in_when_journeys_change() {
        let row =
            |from: &str, to: &str, metres: i64| json!({ "from": from, "to": to, "m": metres });
        let after = travel_after("\u{feff}from, to, m\ns3,h2, 700\nh2,h1,50\n");
        let rows = [
            row("s3", "h4", 2000),
            row("s3", "h2", 700),
            row("x", "h4", 2000),
            row("x", "h2", 700),
        ];
        assert_eq!(after, json!({ "table": rows }));
    }

    #[test]
    fn a_file_that_cannot_be_read_is_left_as_it_is() {
        let after = travel_after("from,to,m\ns3,h2,near\n");
        assert_eq!(after["table_file"], "table.csv");
        assert_eq!(after["table"].as_array().unwrap().len(), 2);
    }

    #[test]
    fn people_are_as_many_as_their_entry_says_and_nobody_twice() {
        let base = serde_json::from_value(village()).unwrap();
        let no_files = |name: &str| Err(name.to_owned());
        let mut draft = ScenarioDraft::new(&base, Lots { seed: 0, draw: 0 }, &no_files);
        let of_cohort = |numbers: std::ops::Range<u32>| -> Vec<CohortMember> {
            numbers.map(|number| CohortMember { origin: "s3".into(), number }).collect()
        };
        draft.set_people("s1", of_cohort(8..10));
        draft.set_people("s3", of_cohort(0..8));
        draft.set_people("gone", of_cohort(20..21));
        draft.recount_people();
        // One for `s1`; ten for the cohort, of which the last two are further than 8 and 9.
        let people = [0, 2].map(|entry| draft.people(&draft.document.students[entry]));
        assert_eq!(people[0], of_cohort(8..9));
        assert_eq!(people[1], [of_cohort(0..8), of_cohort(10..12)].concat());
        assert!(!draft.people.contains_key("gone"));
    }

    #[test]
    fn new_ids_are_nobodys_yet() {
        let mut names = UsedIds(["a-part", "a-part-2"].map(str::to_owned).into());
        assert_eq!(
            [names.new_id("a", "part"), names.new_id("a", "part")],
            ["a-part-3", "a-part-4"]
        );
        assert_eq!([names.insert("b"), names.insert("a-part")], [true, false]);
    }
}
