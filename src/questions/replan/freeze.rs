//! Frozen boards and clusters: their schools keep exactly the students of an earlier plan.

use std::collections::{BTreeMap, BTreeSet};

use super::PreviousPlan;
use crate::input::errors::{Code, InputErrors};
use crate::instance::SchoolId;
use crate::message;
use crate::plan::{PlacementEntry, Plan};
use crate::problem::{Condition, Problem};
use crate::texts::Message;

/// The conditions that keep frozen boards and clusters as they are in an earlier plan.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Frozen {
    /// The conditions on a new plan.
    pub conditions: Vec<Condition>,
    /// What cannot be kept, one sentence each.
    pub let_go: Vec<Message>,
}

/// The conditions that freeze boards and clusters, named by id; a new cluster by its id in the earlier plan.
///
/// # Errors
/// If an id belongs to no board and no cluster.
pub fn freeze(
    problem: &Problem,
    previous: &PreviousPlan,
    plan: &Plan,
    ids: &[String],
) -> Result<Frozen, InputErrors> {
    let mut errors = InputErrors::default();
    let mut schools = BTreeSet::new();
    for id in ids {
        match schools_of(problem, plan, id) {
            Some(named) => schools.extend(named),
            None => errors.add(
                Code::UnknownReference,
                "--freeze",
                format!("`{id}`"),
                message!("questions-freeze-allowed"),
                message!("questions-freeze-help"),
            ),
        }
    }
    errors.into_result(frozen(problem, previous, plan, &schools))
}

fn schools_of(problem: &Problem, plan: &Plan, id: &str) -> Option<Vec<SchoolId>> {
    let instance = &problem.instance;
    if let Some((board, _)) = instance.boards.iter().find(|(_, board)| board.id == id) {
        let of_board = instance.schools.iter().filter(|(_, school)| school.board == board);
        return Some(of_board.map(|(school, _)| school).collect());
    }
    if let Some(cluster) = instance.clusters.values().find(|cluster| cluster.id == id) {
        return Some(cluster.schools.clone());
    }
    let cluster = plan.clusters.iter().find(|cluster| cluster.id == id)?;
    let schools = instance.schools.iter();
    let still = schools.filter(|(_, school)| cluster.schools.contains(&school.id));
    Some(still.map(|(school, _)| school).collect())
}

fn frozen(
    problem: &Problem,
    previous: &PreviousPlan,
    plan: &Plan,
    schools: &BTreeSet<SchoolId>,
) -> Frozen {
    let mut frozen = Frozen::default();
    for cluster in &previous.assignment.clusters {
        if !cluster.schools.iter().any(|school| schools.contains(school)) {
            continue;
        }
        if problem.options.values().any(|option| option.makes(cluster)) {
            frozen.conditions.push(Condition::Used(cluster.clone()));
        } else {
            let ids = cluster.schools.iter().map(|&id| problem.instance.schools[id].id.as_str());
            let ids = ids.collect::<Vec<_>>();
            let day = cluster.meeting_day.word();
            let not_kept = message!("questions-freeze-cluster-gone", schools = ids, day = day);
            frozen.let_go.push(not_kept);
        }
    }
    for &school in schools {
        let here = previous.assignment.placements.iter().filter(|one| one.school == school);
        let students: BTreeMap<_, _> = here.map(|one| (one.student, one.count)).collect();
        let id = &problem.instance.schools[school].id;
        frozen.let_go.extend(students_gone(problem, plan, id));
        frozen.conditions.push(Condition::Exactly { school, students });
    }
    frozen
}

/// The students of a frozen school who no longer exist.
fn students_gone(problem: &Problem, plan: &Plan, school: &str) -> Vec<Message> {
    let known: BTreeSet<&str> =
        problem.instance.students.values().map(|student| student.id.as_str()).collect();
    let here = plan.placements.iter().filter(|one| one.school == school);
    let gone = here.filter(|one| !known.contains(one.student.as_str()));
    let sentence = |one: &PlacementEntry| {
        message!("questions-freeze-student-gone", student = &one.student, school = school)
    };
    gone.map(sentence).collect()
}
