//! Decisions that were given, checked against the document before anything is planned.
//!
//! Entries are read from the file of a path, and clusters from its plans; what the file says of clusters must be what
//! the plans open, so that no edit is ignored.

use std::collections::{BTreeMap, BTreeSet};

use super::common::{ClusterKey, CommonPath};
use crate::growth::decisions::{new_clusters, sorted};
use crate::growth::{BoardEntry, GrowthPath, OpenedCluster, PathPlan};
use crate::input::errors::{Code, InputErrors, nearest};
use crate::input::{JsonPath, PathStep};
use crate::message;
use crate::plan::Plan;
use crate::texts::Message;

impl CommonPath {
    /// What a path has decided, with the texts of its plans, where the document allows that.
    ///
    /// # Errors
    /// If a text is no plan; or all entries and openings that the document does not allow, and all openings in the file
    /// that are not those of the plans.
    pub fn given(
        path: &GrowthPath,
        found: &PathPlan,
        texts: &[Vec<u8>],
    ) -> Result<Self, InputErrors> {
        let plans = texts.iter().map(|text| Plan::read(text)).collect::<Result<Vec<_>, _>>()?;
        let mut given = Given { path, errors: InputErrors::default() };
        given.entries(&found.entries);
        for (year, (of_year, plan)) in found.years.iter().zip(&plans).enumerate() {
            given.opened(year, &of_year.opened, plan);
        }
        given.errors.into_result(())?;
        Self::read(path, found, texts)
    }
}

struct Given<'a> {
    path: &'a GrowthPath,
    errors: InputErrors,
}

fn at(list: &str, row: usize) -> JsonPath {
    JsonPath::default().key(list).then(PathStep::Index(row))
}

impl Given<'_> {
    fn entries(&mut self, entries: &[BoardEntry]) {
        let path = self.path;
        let years = || path.years.iter().map(|year| year.id.as_str());
        let mut in_year: BTreeMap<usize, i64> = BTreeMap::new();
        for (row, entry) in entries.iter().enumerate() {
            let location = at("entries", row);
            let board = path.candidates.iter().find(|one| one.board == entry.board);
            let year = years().position(|id| id == entry.year);
            if board.is_none() {
                let known: Vec<&str> =
                    path.candidates.iter().map(|one| one.board.as_str()).collect();
                let help = message!("growth-given-board-help");
                self.unknown(&location.key("board"), &entry.board, &known, help);
            } else if entries[..row].iter().any(|before| before.board == entry.board) {
                self.errors.add(
                    Code::DuplicateValue,
                    location.key("board").to_string(),
                    format!("`{}`", entry.board),
                    message!("growth-board-twice-allowed"),
                    message!("common-remove-one-of-two"),
                );
            }
            let Some(year) = year else {
                let known: Vec<&str> = years().collect();
                let help = message!("growth-unknown-year-help");
                self.unknown(&location.key("year"), &entry.year, &known, help);
                continue;
            };
            *in_year.entry(year).or_default() += 1;
            let Some(board) = board else { continue };
            let last = board.latest.unwrap_or(path.years.len() - 1);
            if !(board.earliest..=last).contains(&year) {
                let (first, last) = (&path.years[board.earliest].id, &path.years[last].id);
                self.errors.add(
                    Code::OutOfRange,
                    location.key("year").to_string(),
                    format!("`{}`", entry.year),
                    message!("growth-given-entry-allowed", first = first, last = last),
                    message!("growth-given-entry-help"),
                );
            }
        }
        for board in path.candidates.iter().filter(|board| board.latest.is_some()) {
            if !entries.iter().any(|entry| entry.board == board.board) {
                self.errors.add(
                    Code::Contradiction,
                    "entries",
                    message!("growth-given-missing-found", board = &board.board),
                    message!("growth-given-missing-allowed"),
                    message!("growth-given-missing-help"),
                );
            }
        }
        for (year, count) in in_year {
            if let Some(most) = path.pace.entries.filter(|&most| count > most) {
                let year = &path.years[year].id;
                let found = message!("growth-given-entries-found", count = count, year = year);
                self.too_many("entries", found, most, "entries_per_year");
            }
        }
    }

    /// What the file says that opens in a year, and what its plan opens.
    fn opened(&mut self, year: usize, opened: &[OpenedCluster], plan: &Plan) {
        let location = at("years", year).key("opened");
        let known: BTreeSet<&str> =
            self.path.documents[year].schools.iter().map(|school| school.id.as_str()).collect();
        let known: Vec<&str> = known.into_iter().collect();
        let mut keys: Vec<ClusterKey> = Vec::new();
        for (row, cluster) in opened.iter().enumerate() {
            let schools = location.then(PathStep::Index(row)).key("schools");
            for (at, school) in cluster.schools.iter().enumerate() {
                if known.binary_search(&school.as_str()).is_err() {
                    let help = message!("growth-given-school-help");
                    self.unknown(&schools.then(PathStep::Index(at)), school, &known, help);
                }
            }
            let key = (sorted(&cluster.schools), cluster.meeting_day);
            if keys.contains(&key) {
                self.errors.add(
                    Code::DuplicateValue,
                    schools.to_string(),
                    cluster.schools.join(", "),
                    message!("growth-given-cluster-twice-allowed"),
                    message!("common-remove-one-of-two"),
                );
            }
            keys.push(key);
        }
        self.pace_of_openings(&location, opened, plan);
        let mut of_plan: Vec<ClusterKey> = new_clusters(plan)
            .map(|cluster| (sorted(&cluster.schools), cluster.meeting_day))
            .collect();
        of_plan.sort_unstable();
        keys.sort_unstable();
        if keys != of_plan {
            let ids: Vec<&str> = new_clusters(plan).map(|cluster| cluster.id.as_str()).collect();
            let listed: Vec<&str> = opened.iter().map(|cluster| cluster.id.as_str()).collect();
            self.errors.add(
                Code::Contradiction,
                location.to_string(),
                message!(
                    "growth-given-opened-found",
                    count = listed.len(),
                    ids = listed.join(", ")
                ),
                message!("growth-given-opened-allowed", count = ids.len(), ids = ids.join(", ")),
                message!("growth-given-opened-help"),
            );
        }
    }

    fn pace_of_openings(&mut self, location: &JsonPath, opened: &[OpenedCluster], plan: &Plan) {
        let count = opened.len() as i64;
        if let Some(most) = self.path.pace.new.filter(|&most| count > most) {
            let found = message!("growth-given-new-found", count = count);
            self.too_many(&location.to_string(), found, most, "new_clusters_per_year");
        }
        let Some(most) = self.path.pace.new_each else { return };
        let mut of_board: BTreeMap<&str, i64> = BTreeMap::new();
        // For a cluster of a network it is the network.
        for board in new_clusters(plan).filter_map(|cluster| cluster.board.as_deref()) {
            *of_board.entry(board).or_default() += 1;
        }
        for (board, count) in of_board {
            if count > most {
                let found = message!("growth-given-new-each-found", board = board, count = count);
                self.too_many(&location.to_string(), found, most, "new_clusters_per_board");
            }
        }
    }

    fn too_many(&mut self, location: &str, found: Message, most: i64, key: &str) {
        self.errors.add(
            Code::OutOfRange,
            location,
            found,
            message!("growth-given-pace-allowed", most = most, key = key),
            message!("growth-given-pace-help", key = key),
        );
    }

    /// An id that is none of those known.
    fn unknown(&mut self, location: &JsonPath, id: &str, known: &[&str], help: Message) {
        let help = match nearest(id, known.iter().copied()) {
            Some(similar) => message!("scenarios-did-you-mean", id = similar),
            None => help,
        };
        let allowed = match known.len() {
            0 => message!("growth-given-none-allowed").into(),
            1..=20 => crate::texts::Argument::from(known.join(", ")),
            _ => message!("growth-given-school-allowed").into(),
        };
        self.errors.add(
            Code::UnknownReference,
            location.to_string(),
            format!("`{id}`"),
            allowed,
            help,
        );
    }
}
