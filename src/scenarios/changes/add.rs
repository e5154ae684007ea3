//! `add`: adds boards, schools, clusters and students.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ScenarioChange;
use crate::input::PathStep;
use crate::input::errors::Code;
use crate::instance::document::{BoardDocument, ClusterDocument, SchoolDocument, StudentDocument};
use crate::message;
use crate::scenarios::complaints::Complaints;
use crate::scenarios::draft::ScenarioDraft;

/// Adds boards, schools, clusters and students, written as in an instance, after the existing ones.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Add {
    /// School boards. Default: none.
    pub boards: Option<Vec<BoardDocument>>,
    /// Schools. Default: none.
    pub schools: Option<Vec<SchoolDocument>>,
    /// Existing training clusters. Default: none.
    pub clusters: Option<Vec<ClusterDocument>>,
    /// Students and cohorts of like students. Default: none.
    pub students: Option<Vec<StudentDocument>>,
}

impl ScenarioChange for Add {
    fn apply(&self, draft: &mut ScenarioDraft, complaints: &mut Complaints) {
        self.check_ids(draft, complaints);
        self.check_clusters(draft, complaints);
        let document = &mut draft.document;
        document.boards.extend(self.boards.iter().flatten().cloned());
        document.schools.extend(self.schools.iter().flatten().cloned());
        if let Some(clusters) = &self.clusters {
            document.clusters.get_or_insert_default().extend(clusters.iter().cloned());
        }
        document.students.extend(self.students.iter().flatten().cloned());
    }
}

impl Add {
    /// All additions, as the key of the list, the position in it and the id.
    fn ids(&self) -> Vec<(&'static str, usize, &str)> {
        let boards = self.boards.iter().flatten().map(|board| board.id.as_str()).enumerate();
        let schools = self.schools.iter().flatten().map(|school| school.id.as_str()).enumerate();
        let clusters =
            self.clusters.iter().flatten().map(|cluster| cluster.id.as_str()).enumerate();
        let students =
            self.students.iter().flatten().map(|student| student.id.as_str()).enumerate();
        let boards = boards.map(|(index, id)| ("boards", index, id));
        let schools = schools.map(|(index, id)| ("schools", index, id));
        let clusters = clusters.map(|(index, id)| ("clusters", index, id));
        let students = students.map(|(index, id)| ("students", index, id));
        boards.chain(schools).chain(clusters).chain(students).collect()
    }

    fn check_ids(&self, draft: &ScenarioDraft, complaints: &mut Complaints) {
        let mut used_ids = draft.used_ids();
        for (list, index, id) in self.ids() {
            if !used_ids.insert(id) {
                complaints.add(
                    Code::DuplicateId,
                    &complaints.element(list, index).key("id"),
                    message!("scenarios-add-id-found", id = id),
                    message!("scenarios-add-id-allowed"),
                    message!("scenarios-add-id-help"),
                );
            }
        }
    }

    fn check_clusters(&self, draft: &ScenarioDraft, complaints: &mut Complaints) {
        let mut cluster_of: BTreeMap<&str, &str> = BTreeMap::new();
        for cluster in draft.clusters() {
            cluster_of.extend(
                cluster.schools.iter().map(|school| (school.as_str(), cluster.id.as_str())),
            );
        }
        for (index, cluster) in self.clusters.iter().flatten().enumerate() {
            let list = complaints.element("clusters", index).key("schools");
            for (position, school) in cluster.schools.iter().enumerate() {
                match cluster_of.insert(school, &cluster.id) {
                    Some(other) if other != cluster.id => complaints.add(
                        Code::SchoolInTwoClusters,
                        &list.then(PathStep::Index(position)),
                        message!("scenarios-add-school-found", school = school, cluster = other),
                        message!("scenarios-add-school-allowed"),
                        message!("common-remove-school-from-cluster"),
                    ),
                    _ => {}
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::scenarios::changes::testing::{changed, refused, village};

    #[test]
    fn what_is_added_comes_last() {
        let board = json!({ "id": "b3", "max_clusters": 1 });
        let school = json!({ "id": "h5", "board": "b3", "places": 8, "at": [53.2, 6.5] });
        let cluster = json!({ "id": "c2", "board": "b1", "schools": ["h3", "h5"] });
        let student = json!({ "id": "s4", "count": 3, "programme": "mbo", "year": 2 });
        let after = changed(&json!([{ "add": {
            "boards": [board], "schools": [school], "clusters": [cluster], "students": [student],
        } }]));
        let before = village();
        assert_eq!(after["boards"], json!([before["boards"][0], before["boards"][1], board]));
        assert_eq!(after["schools"][4], school);
        assert_eq!(after["clusters"], json!([before["clusters"][0], cluster]));
        assert_eq!(after["students"][3], student);
    }

    #[test]
    fn ids_that_are_taken_are_refused() {
        let school = |id| json!({ "id": id, "board": "b1", "places": 8 });
        let refused = refused(&json!([{ "add": {
            "schools": [school("h5"), school("b1"), school("h5")],
            "clusters": [{ "id": "c1", "board": "b1", "schools": ["h5"] }],
        } }]));
        for location in ["add.schools[1].id", "add.schools[2].id", "add.clusters[0].id"] {
            assert!(refused.contains(&format!("duplicate-id] at {location} ")), "{refused}");
        }
        assert_eq!(refused.matches("error[").count(), 3, "{refused}");
    }

    #[test]
    fn a_school_is_in_one_cluster() {
        let refused = refused(&json!([{ "add": { "clusters": [
            { "id": "c2", "board": "b1", "schools": ["h3", "h2"] },
            { "id": "c3", "board": "b1", "schools": ["h3"] },
        ] } }]));
        for (location, other) in [("[0].schools[1]", "c1"), ("[1].schools[0]", "c2")] {
            assert!(
                refused.contains(&format!("two-clusters] at add.clusters{location} ")),
                "{refused}"
            );
            assert!(refused.contains(&format!("in cluster `{other}` already")), "{refused}");
        }
    }
}
