//! The clusters that a path has opened, in the instance of a later year.

use std::collections::{BTreeMap, BTreeSet};

use super::GrowthPath;
use super::decisions::Decided;
use crate::instance::document::{ClusterDocument, InstanceDocument};
use crate::scenarios;

impl GrowthPath {
    /// Puts the clusters that were open the year before into the instance of a year, as existing clusters. They lose
    /// schools that have closed, as existing clusters do by the change `close_schools`.
    ///
    /// A school is in at most one existing cluster. So a cluster of the base that took no part when the path used a
    /// school of it is not there for as long as that school is in a cluster that the path has opened.
    pub(super) fn add_open_clusters(
        &self,
        year: usize,
        decided: &Decided,
        document: &mut InstanceDocument,
    ) {
        let boards: BTreeMap<&str, &str> = document
            .schools
            .iter()
            .map(|school| (school.id.as_str(), school.board.as_str()))
            .collect();
        let open = decided.open.iter().filter_map(|cluster| {
            let schools = cluster.schools.iter();
            let schools: Vec<String> =
                schools.filter(|school| boards.contains_key(school.as_str())).cloned().collect();
            Some(ClusterDocument {
                id: cluster.id.clone(),
                name: None,
                board: (*boards.get(schools.first()?.as_str())?).to_owned(),
                schools,
                keep: Some(self.must_stay(cluster.opened, year)),
                meeting_days: Some(vec![cluster.day]),
                min: None,
                target: None,
                max: None,
                opening_worth_km: None,
            })
        });
        let open: Vec<ClusterDocument> = open.collect();
        if open.is_empty() {
            return;
        }
        let taken: BTreeSet<&String> = open.iter().flat_map(|cluster| &cluster.schools).collect();
        let clusters = document.clusters.iter().flatten();
        let given_way: BTreeSet<String> = clusters
            .filter(|cluster| cluster.schools.iter().any(|school| taken.contains(school)))
            .map(|cluster| cluster.id.clone())
            .collect();
        scenarios::without_clusters(document, &given_way);
        document.clusters.get_or_insert_default().extend(open);
    }
}
