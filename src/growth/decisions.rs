//! What a path has decided before a year, and the instance of the year that follows from it.

use std::collections::{BTreeMap, BTreeSet};

use super::GrowthPath;
use crate::instance::document::{ClusterCount, ClusterDocument, InstanceDocument};
use crate::instance::{CountedStudents, Day, LagYears, Standing};
use crate::plan::{Cluster, ClusterKind, Plan};
use crate::rules::budget;
use crate::scenarios;

/// A cluster that a path has opened, and that was in use in the year before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenCluster {
    /// Its id, from the plan that opened it.
    pub id: String,
    /// The ids of its schools, in order.
    pub schools: Vec<String>,
    /// The day on which it meets.
    pub day: Day,
    /// The year in which it was opened.
    pub opened: usize,
}

/// What a path has decided before a year.
#[derive(Clone, Debug, Default)]
pub struct Decided {
    /// The year in which each board entered; `None` where it has not so far.
    pub entries: Vec<Option<usize>>,
    /// The clusters opened before that were in use in the year before, in the order of opening.
    pub open: Vec<OpenCluster>,
    /// The schools and days of clusters that have closed, which do not open again.
    pub closed: Vec<(Vec<String>, Day)>,
    /// The students in clusters of each year so far.
    pub in_clusters: Vec<i64>,
    /// Where each student was placed in the year before, if students move up.
    pub placed: BTreeMap<String, Vec<String>>,
}

impl Decided {
    /// Nothing, before the first year.
    pub fn nothing(path: &GrowthPath) -> Self {
        Self { entries: vec![None; path.candidates.len()], ..Self::default() }
    }

    /// What is decided after a year in which these boards entered, with this plan.
    #[must_use]
    pub fn after(&self, path: &GrowthPath, year: usize, entering: &[usize], plan: &Plan) -> Self {
        let mut next = self.clone();
        for &candidate in entering {
            next.entries[candidate] = Some(year);
        }
        let in_use = |cluster: &OpenCluster| plan.clusters.iter().any(|used| used.id == cluster.id);
        let (open, closed): (Vec<_>, Vec<_>) = next.open.into_iter().partition(in_use);
        next.open = open;
        next.closed.extend(closed.into_iter().map(|cluster| (cluster.schools, cluster.day)));
        next.open.extend(new_clusters(plan).map(|cluster| OpenCluster {
            id: cluster.id.clone(),
            schools: sorted(&cluster.schools),
            day: cluster.meeting_day,
            opened: year,
        }));
        next.in_clusters.push(in_clusters(plan));
        if path.moves_up {
            next.placed.clear();
            for placement in &plan.placements {
                let schools = next.placed.entry(placement.student.clone()).or_default();
                schools.push(placement.school.clone());
            }
        }
        next
    }
}

/// The students that a plan has in clusters.
fn in_clusters(plan: &Plan) -> i64 {
    let schools: BTreeSet<&String> =
        plan.clusters.iter().flat_map(|cluster| &cluster.schools).collect();
    let placed = plan.placements.iter().filter(|placement| schools.contains(&placement.school));
    placed.map(|placement| placement.count).sum()
}

/// The clusters that a plan opens.
pub fn new_clusters(plan: &Plan) -> impl Iterator<Item = &Cluster> {
    plan.clusters.iter().filter(|cluster| cluster.kind == ClusterKind::New)
}

/// Ids in order.
pub fn sorted(ids: &[String]) -> Vec<String> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids
}

impl GrowthPath {
    /// The instance of a year after what was decided before, where these boards enter.
    pub fn instance(&self, year: usize, decided: &Decided, entering: &[usize]) -> InstanceDocument {
        let mut document = self.documents[year].clone();
        pin_cluster_counts(&mut document);
        for (number, entry) in decided.entries.iter().enumerate() {
            if entry.is_some() || entering.contains(&number) {
                self.enter(&mut document, number);
            }
        }
        let boards: BTreeMap<String, String> = document
            .schools
            .iter()
            .map(|school| (school.id.clone(), school.board.clone()))
            .collect();
        for cluster in &decided.open {
            let Some(board) = cluster.schools.first().and_then(|school| boards.get(school)) else {
                continue;
            };
            document.clusters.get_or_insert_default().push(ClusterDocument {
                id: cluster.id.clone(),
                name: None,
                board: board.clone(),
                schools: cluster.schools.clone(),
                keep: Some(self.must_stay(cluster.opened, year)),
                meeting_days: Some(vec![cluster.day]),
                min: None,
                target: None,
                max: None,
                opening_worth_km: None,
            });
        }
        if let Some(finance) = &mut document.finance {
            let lag = finance.grant_lag_years.map_or(0, LagYears::get);
            let lag = usize::try_from(lag).unwrap_or(0);
            // Before the path there is no plan: the first year's students are counted.
            let counted = decided.in_clusters.get(year.saturating_sub(lag)).filter(|_| lag > 0);
            if let Some(counted) =
                counted.and_then(|&number| CountedStudents::try_from(number).ok())
                && (year >= lag || finance.grant_students.is_none())
            {
                finance.grant_students = Some(counted);
            }
        }
        for student in &mut document.students {
            for school in decided.placed.get(&student.id).into_iter().flatten() {
                let previous = student.previous.get_or_insert_default();
                if !previous.contains(school) {
                    previous.push(school.clone());
                }
            }
        }
        document
    }

    /// Whether a cluster opened in one year must still be used in a later one.
    pub fn must_stay(&self, opened: usize, year: usize) -> bool {
        self.stay.is_none_or(|stay| year < opened + stay)
    }

    /// Lets a board take part.
    fn enter(&self, document: &mut InstanceDocument, candidate: usize) {
        let candidate = &self.candidates[candidate];
        let board = document.boards.iter_mut().find(|board| board.id == candidate.board);
        if let Some(board) = board {
            board.standing = Some(candidate.standing);
            board.max_clusters = candidate.max_clusters.or(board.max_clusters);
        }
    }

    /// The instance of a year in which every board that may have entered has, as a superset of all that the path
    /// may decide. What only holds for a board that has entered is left out.
    pub fn widest(&self, year: usize, decided: &Decided) -> InstanceDocument {
        let open: Vec<usize> = self.undecided(year, decided).collect();
        let mut document = self.instance(year, decided, &open);
        for &number in &open {
            let board = &self.candidates[number].board;
            for cluster in document.clusters.iter_mut().flatten() {
                if cluster.board == *board {
                    cluster.keep = None;
                }
            }
            for own in document.boards.iter_mut().filter(|own| own.id == *board) {
                own.min_students = None;
            }
        }
        // Money of later years depends on what is decided before: which clusters are new, and whom a grant counts.
        if decided.in_clusters.len() < year {
            scenarios::change_rule(
                &mut document,
                budget::CARD.id,
                &serde_json::json!({ "limit_eur": null }),
            );
        }
        document
    }

    /// The boards that may enter by a year and have not.
    pub fn undecided<'a>(
        &'a self,
        year: usize,
        decided: &'a Decided,
    ) -> impl Iterator<Item = usize> + 'a {
        let candidates = self.candidates.iter().enumerate();
        candidates
            .filter(move |(number, board)| {
                decided.entries[*number].is_none() && board.earliest <= year
            })
            .map(|(number, _)| number)
    }

    /// The standing of a board in a year before it enters.
    pub fn standing_before(&self, year: usize, board: &str) -> Standing {
        let boards = self.documents[year].boards.iter();
        let mut own = boards.filter(|own| own.id == board);
        own.next().and_then(|own| own.standing).unwrap_or(Standing::Partner)
    }
}

/// Writes the default of `max_clusters`, the number of existing clusters, down: clusters that a path has opened
/// do not raise it.
fn pin_cluster_counts(document: &mut InstanceDocument) {
    let mut existing: BTreeMap<&str, i64> = BTreeMap::new();
    for cluster in document.clusters.iter().flatten() {
        *existing.entry(&cluster.board).or_default() += 1;
    }
    let counts: Vec<i64> = document
        .boards
        .iter()
        .map(|board| existing.get(board.id.as_str()).copied().unwrap_or(0))
        .collect();
    for (board, count) in document.boards.iter_mut().zip(counts) {
        let pinned = ClusterCount::try_from(count).ok();
        board.max_clusters = board.max_clusters.or(pinned);
    }
}
