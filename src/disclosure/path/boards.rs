//! The boards over the years of a path: for the yearly talk with each.

use std::collections::{BTreeMap, BTreeSet};

use super::outside::{self, OutsideBoard};
use super::{PathReader, YearSource};
use crate::growth::{GrowthPath, PathPlan};
use crate::instance::document::InstanceDocument;
use crate::instance::{Day, Standing};
use crate::plan::Cluster;

/// A board over the years.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PathBoard {
    /// Its id.
    pub id: String,
    /// What it is in each year; `None` where it takes no part.
    pub years: Vec<Option<BoardYear>>,
    /// What would change if it entered; `None` where it enters, or may not.
    pub outside: Option<OutsideBoard>,
    /// The clusters with one of its schools in some year, in the order in which they are first used.
    pub clusters: Vec<PathCluster>,
}

/// A board in one year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BoardYear {
    /// Its standing.
    pub standing: Standing,
    /// Whether it enters in this year.
    pub enters: bool,
    /// The clusters in use with one of its schools.
    pub clusters: i64,
    /// Those of them that open in this year.
    pub opened: i64,
    /// Its students, if the reader may know them.
    pub students: Option<i64>,
    /// The places of its schools in clusters in use and, while it is in the shell, of its other schools.
    pub places: i64,
}

/// A cluster over the years.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PathCluster {
    /// Its name; its id where it has none.
    pub name: String,
    /// The ids of its schools.
    pub schools: Vec<String>,
    /// The days on which it meets, over all years.
    pub days: Vec<Day>,
    /// Whether the path opens it: else it is there already.
    pub is_opened: bool,
    /// The positions of the years in which it is used.
    pub years: Vec<usize>,
}

/// The boards that take part in some year, or may enter and do not.
pub fn of(
    path: &GrowthPath,
    found: &PathPlan,
    sources: &[YearSource],
    reader: &PathReader,
) -> Vec<PathBoard> {
    let all = sources.iter().flat_map(|source| &source.document.boards);
    let ids: BTreeSet<&str> = all.map(|board| board.id.as_str()).collect();
    let years = found.years.iter().zip(sources).map(|(found, source)| {
        let schools = source.document.schools.iter();
        let board_of = schools.map(|school| (&*school.id, &*school.board)).collect();
        let opened = found.opened.iter().map(|cluster| &*cluster.id).collect();
        Year { source, board_of, opened, entered: &found.entered }
    });
    let years: Vec<Year> = years.collect();
    let boards = ids.into_iter().map(|id| PathBoard {
        id: id.to_owned(),
        years: years.iter().map(|year| year.of_board(id, reader)).collect(),
        outside: sources.last().and_then(|last| outside::of(path, found, last, id, reader)),
        clusters: clusters(&years, id),
    });
    let is_shown =
        |board: &PathBoard| board.years.iter().any(Option::is_some) || board.outside.is_some();
    boards.filter(is_shown).collect()
}

struct Year<'a> {
    source: &'a YearSource,
    board_of: BTreeMap<&'a str, &'a str>,
    opened: BTreeSet<&'a str>,
    entered: &'a [String],
}

impl Year<'_> {
    fn of_board(&self, id: &str, reader: &PathReader) -> Option<BoardYear> {
        let board = self.source.document.boards.iter().find(|board| board.id == id)?;
        let standing = board.standing.unwrap_or(Standing::Partner);
        if standing == Standing::Candidate {
            return None;
        }
        let own: Vec<&Cluster> = self.clusters(id).collect();
        let places = self.source.places(Some(id));
        let fill = self.source.indicators.boards.get(id);
        Some(BoardYear {
            standing,
            enters: self.entered.iter().any(|entered| entered == id),
            clusters: own.len() as i64,
            opened: own.iter().filter(|cluster| self.opened.contains(&*cluster.id)).count() as i64,
            students: reader.sees_board(id).then(|| fill.map_or(0, |fill| fill.number)),
            places: places.in_clusters + places.in_shell,
        })
    }

    /// The clusters in use with a school of a board.
    fn clusters<'b>(&'b self, id: &'b str) -> impl Iterator<Item = &'b Cluster> {
        let is_own = move |school: &String| self.board_of.get(school.as_str()) == Some(&id);
        self.source.plan.clusters.iter().filter(move |cluster| cluster.schools.iter().any(is_own))
    }
}

fn clusters(years: &[Year], board: &str) -> Vec<PathCluster> {
    let mut found: Vec<(&str, PathCluster)> = Vec::new();
    for (at, year) in years.iter().enumerate() {
        for cluster in year.clusters(board) {
            let mut schools = cluster.schools.clone();
            schools.sort_unstable();
            let is_opened = year.opened.contains(&*cluster.id);
            // Once a cluster has closed, its id may be another one's.
            let known = found
                .iter_mut()
                .find(|(id, known)| *id == cluster.id && known.schools == schools && !is_opened);
            if let Some((_, known)) = known {
                known.years.push(at);
                if !known.days.contains(&cluster.meeting_day) {
                    known.days.push(cluster.meeting_day);
                }
                continue;
            }
            let name = name(&year.source.document, &cluster.id);
            let days = vec![cluster.meeting_day];
            let years = vec![at];
            found.push((&cluster.id, PathCluster { name, schools, days, is_opened, years }));
        }
    }
    found.into_iter().map(|(_, cluster)| cluster).collect()
}

/// The name of a cluster in an instance; a new one is called by its id.
fn name(document: &InstanceDocument, id: &str) -> String {
    let mut known = document.clusters.iter().flatten().filter(|cluster| cluster.id == id);
    known.next().and_then(|cluster| cluster.name.clone()).unwrap_or_else(|| id.to_owned())
}
