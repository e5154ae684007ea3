//! The instance of a scenario while changes are made to it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::lots::{Lots, Person};
use crate::instance::Files;
use crate::instance::document::{
    BoardDocument, ClusterCount, ClusterDocument, CohortSize, InstanceDocument, JourneyDocument,
    SchoolDocument, StudentDocument,
};

/// An instance that is being changed, with what changes need to know of its students.
pub struct Draft<'a> {
    /// The instance as it stands.
    pub document: InstanceDocument,
    /// The lots by which students are drawn.
    pub lots: Lots,
    files: &'a Files<'a>,
    /// The people of entries that are no longer as in the base, by student id.
    people: BTreeMap<String, Vec<Person>>,
}

impl<'a> Draft<'a> {
    /// The base, before any change. `files` opens the files that it names.
    pub fn new(base: &InstanceDocument, lots: Lots, files: &'a Files<'a>) -> Self {
        Self { document: base.clone(), lots, files, people: BTreeMap::new() }
    }

    /// The position of a board.
    pub fn board(&self, id: &str) -> Option<usize> {
        self.document.boards.iter().position(|board| board.id == id)
    }

    /// The position of a school.
    pub fn school(&self, id: &str) -> Option<usize> {
        self.document.schools.iter().position(|school| school.id == id)
    }

    /// The existing clusters.
    pub fn clusters(&self) -> &[ClusterDocument] {
        self.document.clusters.as_deref().unwrap_or_default()
    }

    /// The most clusters a board may have: what it says, or the number of clusters listed with it.
    pub fn max_clusters(&self, board: &BoardDocument) -> i64 {
        let listed = || self.clusters().iter().filter(|cluster| cluster.board == board.id).count();
        board.max_clusters.map_or_else(|| listed() as i64, ClusterCount::get)
    }

    /// The people that an entry stands for.
    pub fn people(&self, entry: &StudentDocument) -> Vec<Person> {
        if let Some(known) = self.people.get(&entry.id) {
            return known.clone();
        }
        let origin: Rc<str> = entry.id.as_str().into();
        let numbers = 0..u32::try_from(size(entry)).expect("a cohort is bounded");
        numbers.map(|number| Person { origin: Rc::clone(&origin), number }).collect()
    }

    /// Says which people an entry stands for from now on.
    pub fn set_people(&mut self, entry: &str, people: Vec<Person>) {
        self.people.insert(entry.to_owned(), people);
    }

    /// Forgets whom entries stood for that are there no more.
    pub fn forget_people(&mut self, gone: &BTreeSet<String>) {
        self.people.retain(|id, _| !gone.contains(id));
    }

    /// Brings the people of entries into step with their sizes, after these were changed from outside:
    /// the first stay, and further ones are nobody yet.
    pub fn recount_people(&mut self) {
        let students = &self.document.students;
        let sizes: BTreeMap<&str, i64> =
            students.iter().map(|entry| (entry.id.as_str(), size(entry))).collect();
        self.people.retain(|id, _| sizes.contains_key(id.as_str()));
        let mut free: BTreeMap<Rc<str>, u32> = BTreeMap::new();
        for person in self.people.values().flatten() {
            let free = free.entry(Rc::clone(&person.origin)).or_default();
            *free = (*free).max(person.number + 1);
        }
        for (id, people) in &mut self.people {
            let origin: Rc<str> = id.as_str().into();
            let first = free.get(&origin).copied().unwrap_or(0);
            let further = (first..).map(|number| Person { origin: Rc::clone(&origin), number });
            let size = usize::try_from(sizes[id.as_str()]).expect("a cohort is bounded");
            people.truncate(size);
            people.extend(further.take(size - people.len()));
        }
    }

    /// All ids that are taken.
    pub fn names(&self) -> Names {
        Names(self.ids().map(str::to_owned).collect())
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

    /// The rows of the travel table, those of its file included, for change. Nothing where there is no
    /// table; a file that cannot be read is left for the reading of the instance to complain about.
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

    /// Gives new entries the known journeys of others: pairs of an entry and a new one like it.
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

    /// Removes the journeys from and to what is there no more.
    pub fn forget_journeys(&mut self, gone: &BTreeSet<String>) {
        if let Some(rows) = self.journeys() {
            rows.retain(|row| !gone.contains(&row.from) && !gone.contains(&row.to));
        }
    }
}

/// How many students an entry stands for.
pub fn size(entry: &StudentDocument) -> i64 {
    entry.count.map_or(1, CohortSize::get)
}

/// Ids that are taken.
pub struct Names(BTreeSet<String>);

impl Names {
    /// Takes an id; `false` where somebody has it.
    pub fn insert(&mut self, id: &str) -> bool {
        self.0.insert(id.to_owned())
    }

    /// Takes an id that nobody has yet: `ID-WORD`, or with a number behind it.
    pub fn take(&mut self, id: &str, word: &str) -> String {
        let numbered = (2..).map(|number| format!("{id}-{word}-{number}"));
        let mut ids = std::iter::once(format!("{id}-{word}")).chain(numbered);
        let free = ids.find(|id| !self.0.contains(id)).expect("numbers do not end");
        self.0.insert(free.clone());
        free
    }
}

/// The rows of a travel table's file; `None` where it is not as it should be.
fn rows_of(files: &Files, name: &str) -> Option<Vec<JourneyDocument>> {
    let bytes = files(name).ok()?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes);
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
        let mut draft = Draft::new(&base, Lots { seed: 0, draw: 0 }, &files);
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
        let mut draft = Draft::new(&base, Lots { seed: 0, draw: 0 }, &no_files);
        let of_cohort = |numbers: std::ops::Range<u32>| -> Vec<Person> {
            numbers.map(|number| Person { origin: "s3".into(), number }).collect()
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
        let mut names = Names(["a-part", "a-part-2"].map(str::to_owned).into());
        assert_eq!([names.take("a", "part"), names.take("a", "part")], ["a-part-3", "a-part-4"]);
        assert_eq!([names.insert("b"), names.insert("a-part")], [true, false]);
    }
}
