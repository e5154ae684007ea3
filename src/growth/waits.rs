//! What an entry or an opening waits for: what keeps it from being a year earlier.

use std::collections::BTreeMap;

use super::{GrowthPath, OpenedCluster, PathPlan};
use crate::instance::Standing;
use crate::instance::document::{ClusterCount, InstanceDocument};
use crate::plan::Plan;

/// What keeps an entry or an opening from being a year earlier. Years are positions in the path.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Wait {
    /// The document lets the board enter no earlier.
    Earliest,
    /// As many boards enter in the year before as the pace allows.
    Entries {
        /// The most entries a year.
        most: i64,
    },
    /// The board enters in the same year.
    Entry {
        /// The id of the board.
        board: String,
    },
    /// As many clusters open in the year before as the pace allows.
    Openings {
        /// The most new clusters a year.
        most: i64,
    },
    /// The board or network opens as many clusters in the year before as the pace allows.
    OwnOpenings {
        /// The most new clusters a year of each.
        most: i64,
    },
    /// The board or network has as many clusters in the year before as it may have then.
    Clusters {
        /// The most clusters that it may have.
        most: i64,
    },
    /// A school does not exist in the year before.
    NewSchool {
        /// The id of the school.
        school: String,
    },
    /// A school is in another cluster in the year before.
    OtherCluster {
        /// The id of the school.
        school: String,
    },
}

/// A path with the instance and the plan of each year.
pub struct PlannedYears<'a> {
    path: &'a GrowthPath,
    found: &'a PathPlan,
    years: Vec<(&'a InstanceDocument, &'a Plan)>,
}

impl<'a> PlannedYears<'a> {
    /// A path with the instance and the plan of each year, in order.
    pub fn new(
        path: &'a GrowthPath,
        found: &'a PathPlan,
        years: Vec<(&'a InstanceDocument, &'a Plan)>,
    ) -> Self {
        Self { path, found, years }
    }

    /// What the entry of a board in a year waits for; nothing where it could have been earlier.
    pub fn entry_waits_for(&self, board: &str, year: usize) -> Vec<Wait> {
        let Some(before) = year.checked_sub(1) else { return Vec::new() };
        let candidate = self.path.candidates.iter().find(|candidate| candidate.board == board);
        if candidate.is_some_and(|candidate| candidate.earliest == year) {
            return vec![Wait::Earliest];
        }
        let entered = self.found.years[before].entered.len() as i64;
        let most = self.path.pace.entries.filter(|&most| entered >= most);
        most.map(|most| Wait::Entries { most }).into_iter().collect()
    }

    /// What the opening of a cluster in a year waits for; nothing where it could have been earlier.
    pub fn opening_waits_for(&self, opened: &OpenedCluster, year: usize) -> Vec<Wait> {
        let Some(before) = year.checked_sub(1) else { return Vec::new() };
        let Some(board) = self.path.board_of_school(&opened.schools) else { return Vec::new() };
        let owner = self.owner(year, board);
        let mut waits = self.schools_wait(opened, before);
        let entered = &self.found.years[year].entered;
        if let Some(board) = entered.iter().find(|entered| self.owner(year, entered) == owner) {
            waits.push(Wait::Entry { board: board.clone() });
            return waits;
        }
        let pace = self.path.pace;
        let all = &self.found.years[before].opened;
        if let Some(most) = pace.new.filter(|&most| all.len() as i64 >= most) {
            waits.push(Wait::Openings { most });
        }
        let own = all.iter().filter(|other| {
            let board = self.path.board_of_school(&other.schools);
            board.is_some_and(|board| self.owner(before, board) == owner)
        });
        if let Some(most) = pace.new_each.filter(|&most| own.count() as i64 >= most) {
            waits.push(Wait::OwnOpenings { most });
        }
        let most = self.most_clusters(before, owner);
        if self.used_clusters(before, owner) >= most {
            waits.push(Wait::Clusters { most });
        }
        waits
    }

    fn schools_wait(&self, opened: &OpenedCluster, before: usize) -> Vec<Wait> {
        let (document, plan) = self.years[before];
        let in_clusters: BTreeMap<&str, &str> = plan
            .clusters
            .iter()
            .flat_map(|cluster| cluster.schools.iter().map(|school| (&**school, &*cluster.id)))
            .collect();
        let waits = opened.schools.iter().filter_map(|school| {
            let exists = document.schools.iter().any(|known| known.id == *school);
            if !exists {
                return Some(Wait::NewSchool { school: school.clone() });
            }
            let elsewhere = in_clusters.contains_key(school.as_str());
            elsewhere.then(|| Wait::OtherCluster { school: school.clone() })
        });
        waits.collect()
    }

    /// The network of a board, or the board itself.
    fn owner<'b>(&'b self, year: usize, board: &'b str) -> &'b str {
        let (document, _) = self.years[year];
        let known = document.boards.iter().find(|known| known.id == board);
        known.and_then(|known| known.network.as_deref()).unwrap_or(board)
    }

    fn used_clusters(&self, year: usize, owner: &str) -> i64 {
        let (_, plan) = self.years[year];
        let boards = plan.clusters.iter().filter_map(|cluster| cluster.board.as_deref());
        boards.filter(|board| self.owner(year, board) == owner).count() as i64
    }

    /// The most clusters of an owner: the sum over its boards that take part.
    fn most_clusters(&self, year: usize, owner: &str) -> i64 {
        let (document, _) = self.years[year];
        let own = document.boards.iter().filter(|board| {
            self.owner(year, &board.id) == owner && board.standing != Some(Standing::Candidate)
        });
        own.filter_map(|board| board.max_clusters.map(ClusterCount::get)).sum()
    }
}
