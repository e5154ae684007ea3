//! What keeps an entry or an opening from being a year earlier, and what keeps it from being put off a year.

use std::collections::BTreeMap;

use super::money::limit_of;
use super::wait::Wait;
use super::{GrowthPath, OpenedCluster, PathPlan};
use crate::instance::Standing;
use crate::instance::document::{ClusterCount, InstanceDocument};
use crate::plan::Plan;

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
        // What its clusters wait for is said of them: it can enter without one.
        let pace = most.map(|most| Wait::Entries { most });
        pace.into_iter().chain(self.money_is_spent(before)).collect()
    }

    /// What the opening of a cluster in a year waits for; nothing where it could have been earlier.
    pub fn opening_waits_for(&self, opened: &OpenedCluster, year: usize) -> Vec<Wait> {
        let Some(before) = year.checked_sub(1) else { return Vec::new() };
        let Some(board) = self.path.board_of_school(&opened.schools) else { return Vec::new() };
        let owner = self.owner(year, board);
        let mut waits = self.schools_wait(opened, before);
        let needed = |board: &&String| self.has_school_of(opened, board);
        let entering: Vec<&String> = self.found.years[year].entered.iter().filter(needed).collect();
        // A board that could have entered earlier is not what the cluster waits for.
        let held = entering.iter().filter(|board| !self.entry_waits_for(board, year).is_empty());
        waits.extend(held.map(|&board| Wait::Entry { board: board.clone() }));
        waits.extend(self.openings_are_full(before, owner, 1));
        let most = self.most_clusters(before, owner) + self.more_with(year, owner, &entering);
        if self.used_clusters(before, owner) >= most {
            waits.push(Wait::Clusters { most });
        }
        waits.extend(self.money_is_spent(before));
        waits
    }

    /// What keeps the entry of a board in a year from being put off by a year, while all else stays.
    pub fn entry_cannot_wait(&self, board: &str, year: usize) -> Vec<Wait> {
        let candidate = self.path.candidates.iter().find(|candidate| candidate.board == board);
        if candidate.is_some_and(|candidate| candidate.latest == Some(year)) {
            return vec![Wait::Latest];
        }
        let Some(next) = self.found.years.get(year + 1) else { return Vec::new() };
        let entered = next.entered.len() as i64;
        let most = self.path.pace.entries.filter(|&most| entered >= most);
        let mut waits: Vec<Wait> = most.map(|most| Wait::Entries { most }).into_iter().collect();
        // The clusters that need the board open a year later with it.
        let with_it = self.opened_with(board, year);
        if with_it > 0 {
            waits.extend(self.openings_are_full(year + 1, self.owner(year, board), with_it));
        }
        waits
    }

    /// Whether a cluster has a school of a board.
    fn has_school_of(&self, cluster: &OpenedCluster, board: &str) -> bool {
        let is_own = |school: &String| {
            self.path.board_of_school(std::slice::from_ref(school)) == Some(board)
        };
        cluster.schools.iter().any(is_own)
    }

    /// The clusters with a school of a board that open in a year.
    fn opened_with(&self, board: &str, year: usize) -> i64 {
        let opened = self.found.years[year].opened.iter();
        opened.filter(|cluster| self.has_school_of(cluster, board)).count() as i64
    }

    /// What keeps the opening of a cluster in a year from being put off by a year, while all else stays.
    pub fn opening_cannot_wait(&self, opened: &OpenedCluster, year: usize) -> Vec<Wait> {
        let board = self.path.board_of_school(&opened.schools);
        let (Some(board), true) = (board, year + 1 < self.found.years.len()) else {
            return Vec::new();
        };
        self.openings_are_full(year + 1, self.owner(year, board), 1)
    }

    /// The limits on new clusters that a year does not keep with some more, all of one board or network.
    fn openings_are_full(&self, year: usize, owner: &str, more: i64) -> Vec<Wait> {
        let pace = self.path.pace;
        let all = &self.found.years[year].opened;
        let own = all.iter().filter(|other| {
            let board = self.path.board_of_school(&other.schools);
            board.is_some_and(|board| self.owner(year, board) == owner)
        });
        let full =
            |most: Option<i64>, number: usize| most.filter(|&most| number as i64 + more > most);
        let over_all = full(pace.new, all.len()).map(|most| Wait::Openings { most });
        let of_owner = full(pace.new_each, own.count()).map(|most| Wait::OwnOpenings { most });
        over_all.into_iter().chain(of_owner).collect()
    }

    /// The limit in euros of a year, where less of it is left than a cluster costs on average in that year.
    fn money_is_spent(&self, year: usize) -> Option<Wait> {
        let (document, plan) = self.years[year];
        let limit = limit_of(document)?;
        let net = plan.indicators.as_ref()?.money.as_ref()?.total.net_eur;
        let (left, clusters) = (i128::from(limit.0 - net.0), plan.clusters.len() as i128);
        let is_spent = left * clusters < i128::from(net.0);
        is_spent.then_some(Wait::Budget { most_eur: limit.0, net_eur: Some(net.0) })
    }

    /// Leaves out what years cost from what something in a year waits for: also whether the money of the year before is
    /// spent, which would say much of that.
    pub fn hide_money(&self, year: usize, waits: &mut Vec<Wait>) {
        waits.retain(|wait| !matches!(wait, Wait::Budget { .. }));
        let before = year.checked_sub(1).and_then(|before| limit_of(self.years[before].0));
        waits.extend(before.map(|limit| Wait::Budget { most_eur: limit.0, net_eur: None }));
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
        let own = document.boards.iter().filter(|board| self.owner(year, &board.id) == owner);
        own.map(|board| self.most_of_board(year, &board.id)).sum()
    }

    /// What a board adds to the most clusters of its owner.
    fn most_of_board(&self, year: usize, id: &str) -> i64 {
        let (document, _) = self.years[year];
        let board = document.boards.iter().find(|board| board.id == id);
        let board = board.filter(|board| board.standing != Some(Standing::Candidate));
        board.and_then(|board| board.max_clusters).map_or(0, ClusterCount::get)
    }

    /// How many more clusters an owner might have had the year before, if some of its boards had entered by then.
    fn more_with(&self, year: usize, owner: &str, entering: &[&String]) -> i64 {
        let own = entering.iter().filter(|board| self.owner(year, board) == owner);
        own.map(|id| self.most_of_board(year, id) - self.most_of_board(year - 1, id)).sum()
    }
}

impl PathPlan {
    /// Says of every entry and opening what keeps it from being a year earlier and, where it has no price, from being
    /// put off a year. `years` has the instance and the plan of each year, in order.
    pub(super) fn explain(&mut self, path: &GrowthPath, years: Vec<(&InstanceDocument, &Plan)>) {
        let said = self.clone();
        let planned = PlannedYears::new(path, &said, years);
        let some = |waits: Vec<Wait>| (!waits.is_empty()).then_some(waits);
        for entry in &mut self.entries {
            let year = said.years.iter().position(|year| year.id == entry.year);
            let year = year.unwrap_or_default();
            entry.not_earlier = some(planned.entry_waits_for(&entry.board, year));
            entry.not_later = some(planned.entry_cannot_wait(&entry.board, year))
                .filter(|_| entry.delay_points.is_none());
        }
        for (year, of_year) in self.years.iter_mut().enumerate() {
            for cluster in &mut of_year.opened {
                cluster.not_earlier = some(planned.opening_waits_for(cluster, year));
                cluster.not_later = some(planned.opening_cannot_wait(cluster, year))
                    .filter(|_| cluster.delay_points.is_none());
            }
        }
    }
}
