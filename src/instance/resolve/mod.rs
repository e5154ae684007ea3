//! From a document to facts: defaults filled in, references followed, everything in the order
//! of ids, and every problem of meaning found in one run.

mod boards;
mod clusters;
mod csv_file;
mod finance;
mod limits;
mod names;
mod pairs;
mod postcodes;
mod problems;
mod schools;
mod students;
mod terms;
mod travel;
mod warnings;

use std::collections::BTreeSet;

pub use limits::{MOST_ENTRIES, MOST_SCHOOLS, MOST_TABLE_ROWS};

use names::IdRegister;
use postcodes::Postcodes;
use problems::{Location, Problems};
use terms::Terms;

use super::document::InstanceDocument;
use super::{Goal, GoalDocument, GoalWord, Instance, RepairPrices, Year};
use crate::input::Dropped;
use crate::input::errors::{Code, InputErrors, InputWarning};
use crate::message;

/// Opens a file that a document names: its bytes, or why it cannot be read.
pub type Files<'a> = dyn Fn(&str) -> Result<Vec<u8>, String> + 'a;

/// The facts that a document states.
#[derive(Debug)]
pub struct Resolved {
    /// The facts; where there are problems, they have gaps.
    pub instance: Instance,
    /// What was probably not meant; not looked for where there are problems.
    pub warnings: Vec<InputWarning>,
    /// Every problem of meaning in the document and the files that it names.
    pub errors: InputErrors,
}

/// The facts that a document states, with every problem of meaning. `dropped` is what was cut out
/// of the document before, so that references to it are not called unknown and places are those of
/// the document as written.
pub fn resolve(document: &InstanceDocument, files: &Files, dropped: &Dropped) -> Resolved {
    let mut problems = Problems::new(dropped);
    check_header(document, &mut problems);
    limits::check(document, &mut problems);
    let names = IdRegister::of(document, &mut problems);
    let postcodes = Postcodes::read(document, files, &mut problems);
    let mut instance = facts(document, files, &names, &postcodes, &mut problems);
    let Problems { errors, .. } = problems;
    let mut warnings = Vec::new();
    if errors.0.is_empty() {
        clusters::link(&mut instance);
        warnings = warnings::of(document, &instance, &names, dropped);
    }
    Resolved { instance, warnings, errors }
}

/// All facts but those that follow from others. Where there are problems, they have gaps.
fn facts(
    document: &InstanceDocument,
    files: &Files,
    names: &IdRegister,
    postcodes: &Postcodes,
    problems: &mut Problems,
) -> Instance {
    let terms = Terms::of(document);
    let boards = boards::boards(document, names, problems);
    let schools = schools::schools(document, names, &terms, postcodes, problems);
    let clusters = clusters::clusters(document, names, problems);
    let students = students::students(document, names, &terms, postcodes, problems);
    Instance {
        name: document.name.clone(),
        school_year: document.school_year.clone(),
        community_years: community_years(document),
        networks: boards::networks(&boards, names),
        boards,
        schools,
        clusters,
        pairs: pairs::pairs(document, &students, names, problems),
        students,
        terms: terms.into_words(),
        journeys: travel::journeys(document, files, names, problems),
        goals: goals(document.goals.as_deref()),
        finance: finance::finance(document, problems),
        repairs: RepairPrices::of(document.repairs.as_ref()),
        previous_plan: None,
        reserved_ids: BTreeSet::new(),
    }
}

/// Checks everything besides the lists of boards, schools, clusters and students.
fn check_header(document: &InstanceDocument, problems: &mut Problems) {
    let root = Location::Document;
    if document.name.is_empty() {
        let allowed = message!("instance-name-characters");
        let help = message!("instance-name-it");
        problems.add(Code::OutOfRange, root.key("name"), "`\"\"`", allowed, help);
    }
    let years = document.community_years.as_deref().unwrap_or_default();
    problems.distinct(years, root.key("community_years"));
    let goals = document.goals.iter().flatten();
    let words: Vec<GoalWord> = goals.map(|goal| goal.word()).collect();
    problems.distinct(&words, root.key("goals"));
}

fn community_years(document: &InstanceDocument) -> BTreeSet<Year> {
    let usual = &Year::ALL[..3];
    document.community_years.as_deref().unwrap_or(usual).iter().copied().collect()
}

/// The goal levels: `total` is the last where it is not among them.
fn goals(written: Option<&[GoalDocument]>) -> Vec<Goal> {
    let written = written.unwrap_or_default().iter();
    let mut goals: Vec<Goal> = written.flat_map(|goal| goal.levels()).collect();
    if !goals.contains(&Goal::Total) {
        goals.push(Goal::Total);
    }
    goals
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::base::{Coordinates, Id, Metres};
    use crate::instance::{BoardId, ClusterId, Day, Named, Owner, SchoolId, StudentId};

    fn facts_of(document: serde_json::Value) -> Instance {
        let document: InstanceDocument = serde_json::from_value(document).unwrap();
        let files = |name: &str| match name {
            "j.csv" => Ok(b"\xef\xbb\xbffrom,to,min\r\n\"s,1\", h1 ,2.5\r\n".to_vec()),
            "p.csv" => Ok(b"postcode,lat,lon\n9711,53.5,6.5\n".to_vec()),
            _ => Err("absent".to_owned()),
        };
        resolve(&document, &files, &Dropped::default()).instance
    }

    fn small() -> serde_json::Value {
        json!({
            "format": "plaatswijzer/instance/1", "name": "Dorp",
            "boards": [{ "id": "b2", "standing": "candidate", "network": "n" }, { "id": "b1", "network": "n" }],
            "schools": [
                { "id": "h2", "board": "b2", "places": 2 },
                { "id": "h1", "board": "b1", "places": 2, "postcode": "9711 AB" },
            ],
            "clusters": [
                { "id": "c2", "board": "b1", "schools": ["h1"] },
                { "id": "c1", "board": "b1", "schools": ["h2"] },
            ],
            "students": [
                { "id": "s2", "programme": "voltijd", "year": 1, "wishes": ["h2", "b1", "c1"], "not": ["c1", "h2", "h1"] },
                { "id": "s,1", "programme": "deeltijd", "year": 1, "days": ["thu", "mon"] },
            ],
            "travel": { "table_file": "j.csv", "postcode_file": "p.csv", "metres_per_minute": 333 },
        })
    }

    #[test]
    fn things_stand_in_the_order_of_their_ids() {
        let instance = facts_of(small());
        let students: Vec<&str> = instance.students.values().map(|it| it.id.as_str()).collect();
        assert_eq!(students, ["s,1", "s2"]);
        let [h1, h2] = [0, 1].map(SchoolId::from_index);
        let (b1, c1) = (BoardId::from_index(0), ClusterId::from_index(0));
        let student = &instance.students[StudentId::from_index(1)];
        assert_eq!(student.wishes, [Named::School(h2), Named::Board(b1), Named::Cluster(c1)]);
        assert_eq!(student.not, [Named::School(h1), Named::School(h2), Named::Cluster(c1)]);
        assert_eq!(instance.networks.values().next().unwrap().boards.len(), 2);
        assert!(matches!(instance.owner(b1), Owner::Network(_)));
    }

    #[test]
    fn a_cluster_takes_part_when_all_its_boards_do() {
        let instance = facts_of(small());
        let part: Vec<bool> =
            instance.clusters.values().map(|cluster| cluster.takes_part).collect();
        assert_eq!(part, [false, true]);
        let clusters: Vec<_> = instance.schools.values().map(|school| school.cluster).collect();
        assert_eq!(clusters, [Some(ClusterId::from_index(1)), None]);
        let most: Vec<i64> = instance.boards.values().map(|board| board.max_clusters).collect();
        assert_eq!(most, [2, 0]);
    }

    #[test]
    fn what_is_absent_takes_its_default() {
        let instance = facts_of(small());
        assert_eq!(instance.goals, [Goal::Total]);
        assert_eq!(instance.community_years.len(), 3);
        let class_days: Vec<i64> = instance.students.values().map(|it| it.class_days).collect();
        assert_eq!(class_days, [1, 0]);
        let days: Vec<usize> = instance.students.values().map(|it| it.days.len()).collect();
        assert_eq!(days, [2, 5]);
        assert!(instance.students[StudentId::from_index(0)].days.contains(&Day::Monday));
        assert_eq!(instance.clusters[ClusterId::from_index(0)].meeting_days, None);
    }

    #[test]
    fn named_files_are_read() {
        let instance = facts_of(small());
        let (student, school) = (StudentId::from_index(0), SchoolId::from_index(0));
        // 2.5 minutes of 333 metres are 832.5, rounded half away from zero.
        assert_eq!(instance.journeys.known(student, school), Some(Metres(833)));
        let at = Coordinates { latitude: 53.5, longitude: 6.5 };
        assert_eq!(instance.schools[school].at, Some(at));
    }

    #[test]
    fn a_file_of_another_kind_is_given_up_after_a_thousand_rows() {
        let mut document = small();
        document["travel"] = json!({ "table_file": "other.csv" });
        let document: InstanceDocument = serde_json::from_value(document).unwrap();
        let bytes = format!("from,to,m\n{}", "x,y,z\n".repeat(5000)).into_bytes();
        let errors = resolve(&document, &|_| Ok(bytes.clone()), &Dropped::default()).errors;
        assert_eq!(errors.0.len(), 1001);
    }
}
