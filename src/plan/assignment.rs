//! An assignment: the clusters that a plan uses and the school of each student, in typed identities.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Setting;
use crate::instance::{ClusterId, Day, Instance, Owner, SchoolId, StudentId};

/// Whether a used cluster exists already or is new.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Origin {
    /// An existing cluster.
    Existing(ClusterId),
    /// A new cluster of a board or a network.
    New(Owner),
}

/// A cluster that a plan uses.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct UsedCluster {
    /// The existing cluster, or the owner of a new one.
    pub origin: Origin,
    /// The schools, sorted.
    pub schools: Vec<SchoolId>,
    /// The day on which the learning community meets.
    pub meeting_day: Day,
}

impl UsedCluster {
    /// What it is called, by its id.
    pub fn name(&self, instance: &Instance, id: &str) -> String {
        let owner = match self.origin {
            Origin::Existing(cluster) => return instance.clusters[cluster].name.clone(),
            Origin::New(owner) => owner,
        };
        let board = (instance.owner_id(owner), instance.owner_name(owner));
        let is_taken = |name: &str| instance.clusters.values().any(|one| one.name == name);
        new_cluster_name(board, id, &is_taken)
    }

    /// Whether it is a new cluster.
    pub fn is_new(&self) -> bool {
        matches!(self.origin, Origin::New(_))
    }
}

/// Students of one entry at a school.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Placement {
    /// The student entry.
    pub student: StudentId,
    /// The school.
    pub school: SchoolId,
    /// The number of students of the entry, at least 1.
    pub count: i64,
}

/// The used clusters and the placements. Students without a placement are left out.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Assignment {
    /// The clusters used.
    pub clusters: Vec<UsedCluster>,
    /// The placements, by student, then school.
    pub placements: Vec<Placement>,
}

/// What a new cluster is called: by its board, of which the id and the name are given, and the number in its own id, as boards
/// number theirs. By its id alone where the board has no name, or the name is taken.
pub fn new_cluster_name(
    (board, name): (&str, &str),
    id: &str,
    is_taken: &dyn Fn(&str) -> bool,
) -> String {
    let number = id.strip_prefix(board).and_then(|rest| rest.strip_prefix('-'));
    let name = number.filter(|_| board != name).map(|number| format!("{name} {number}"));
    name.filter(|name| !is_taken(name)).unwrap_or_else(|| id.to_owned())
}

impl Assignment {
    /// An assignment in canonical order: existing clusters by id, then new ones by their smallest school;
    /// placements by student, then school. Placements of one student at one school are joined.
    pub fn new(mut clusters: Vec<UsedCluster>, placements: Vec<Placement>) -> Self {
        for cluster in &mut clusters {
            cluster.schools.sort_unstable();
        }
        clusters.sort_by_key(|cluster| match cluster.origin {
            Origin::Existing(id) => (Some(id), None),
            Origin::New(_) => (None, cluster.schools.first().copied()),
        });
        let existing = clusters.partition_point(UsedCluster::is_new);
        clusters.rotate_left(existing);
        let mut counts = BTreeMap::new();
        for Placement { student, school, count } in placements {
            *counts.entry((student, school)).or_insert(0) += count;
        }
        let joined = counts.into_iter();
        let placements =
            joined.map(|((student, school), count)| Placement { student, school, count });
        Self { clusters, placements: placements.collect() }
    }

    /// The number of students who are placed.
    pub fn placed_count(&self) -> i64 {
        self.placements.iter().map(|placement| placement.count).sum()
    }

    /// The setting in which each school of a used cluster takes students. Any other is in the shell.
    pub fn settings(&self) -> BTreeMap<SchoolId, Setting> {
        let of_clusters = self.clusters.iter().flat_map(|cluster| {
            let setting = Setting::Meeting(cluster.meeting_day);
            cluster.schools.iter().map(move |&school| (school, setting))
        });
        of_clusters.collect()
    }

    /// What each used cluster is called, by its id.
    pub fn cluster_names(&self, instance: &Instance) -> BTreeMap<String, String> {
        let ids = self.cluster_ids(instance).into_iter();
        let named = ids.zip(&self.clusters);
        named.map(|(id, cluster)| (id.clone(), cluster.name(instance, &id))).collect()
    }

    /// The id of each used cluster. That of a new one is the id of its board or network, a hyphen, and the
    /// first number that makes an unused id.
    pub fn cluster_ids(&self, instance: &Instance) -> Vec<String> {
        let mut taken: BTreeSet<String> = instance.ids().map(str::to_owned).collect();
        let mut ids = Vec::with_capacity(self.clusters.len());
        for cluster in &self.clusters {
            ids.push(match cluster.origin {
                Origin::Existing(id) => instance.clusters[id].id.clone(),
                Origin::New(owner) => {
                    let stem = instance.owner_id(owner);
                    let numbered = (1..).map(|number| format!("{stem}-{number}"));
                    numbered.into_iter().find(|id| taken.insert(id.clone())).unwrap_or_default()
                }
            });
        }
        ids
    }
}
