//! What is allowed and yet leaves students without a place: said first, before anyone searches for a plan.

use super::{Problem, Shortage};
use crate::input::errors::InputWarning;
use crate::instance::{Programme, Student};
use crate::message;

/// At most this many odd ids among numbers are reported: more of them are a way to write ids.
const MOST_ODD_IDS: usize = 3;
/// From this number of students without a journey on, they are said of all together.
const MANY_WITHOUT_JOURNEYS: i64 = 4;

/// Warnings about an instance under its rules, the gravest first.
pub fn cautions(problem: &Problem) -> Vec<InputWarning> {
    let mut found = Vec::new();
    nobody(problem, &mut found);
    without_journeys(problem, &mut found);
    small_clusters(problem, &mut found);
    no_child_centre(problem, &mut found);
    odd_ids(problem, &mut found);
    found
}

fn nobody(problem: &Problem, found: &mut Vec<InputWarning>) {
    let instance = &problem.instance;
    let may_open = instance.boards.values().any(|board| board.max_clusters > 0);
    let nowhere = problem.settings.values().all(Vec::is_empty);
    if nowhere && !may_open && instance.clusters.is_empty() {
        let message = message!("problem-nobody-can-be-placed").into();
        found.push(InputWarning { location: "(boards)".to_owned(), message });
    }
}

/// Many students of whom no journey is known, which rule `travel` refuses: each has a warning too, which says nothing of how
/// many they are.
fn without_journeys(problem: &Problem, found: &mut Vec<InputWarning>) {
    let Problem { instance, rulebook, conventions, .. } = problem;
    if rulebook.travel.is_none() {
        return;
    }
    let is_fixed =
        |student: &Student| student.fixed.is_some_and(|school| conventions.locked(student, school));
    let nowhere: Vec<&Student> = instance
        .students
        .iter()
        .filter(|(id, student)| !is_fixed(student) && instance.knows_no_journey_of(*id))
        .map(|(_, student)| student)
        .collect();
    let count: i64 = nowhere.iter().map(|student| student.count).sum();
    if count < MANY_WITHOUT_JOURNEYS || instance.schools.is_empty() {
        return;
    }
    let mut schools = instance.schools.values();
    let no_school_has_place = schools.all(|school| school.at.is_none());
    // With a table of postcodes every postcode has its place, or is an error.
    let lacks_table = nowhere.iter().any(|one| one.at.is_none() && one.postcode.is_some());
    let message = message!(
        "problem-without-journeys",
        count = count,
        students = instance.student_count(),
        of = if no_school_has_place && !lacks_table { "schools" } else { "students" },
        table = if lacks_table { "none" } else { "any" }
    );
    found.push(InputWarning { location: "(students)".to_owned(), message: message.into() });
}

/// Existing clusters whose schools have fewer places together than the cluster needs members.
fn small_clusters(problem: &Problem, found: &mut Vec<InputWarning>) {
    let instance = &problem.instance;
    for (id, cluster) in instance.clusters.iter().filter(|(_, cluster)| cluster.takes_part) {
        if let Some(Shortage { number, needed }) = problem.below_minimum(id) {
            let message = message!(
                "problem-cluster-without-places",
                cluster = &cluster.name,
                count = number,
                least = needed,
                priced = if problem.may_be_below_minimum(id) { "yes" } else { "no" }
            );
            found
                .push(InputWarning { location: cluster.location.clone(), message: message.into() });
        }
    }
}

/// Students of `mbo` need a school with `ikc`; where none has it, some may be named so.
fn no_child_centre(problem: &Problem, found: &mut Vec<InputWarning>) {
    let instance = &problem.instance;
    let students = instance.students.values().filter(|one| one.programme == Programme::Mbo);
    let count: i64 = students.map(|student| student.count).sum();
    let has_centre = instance.schools.values().any(|school| school.ikc);
    if problem.rulebook.admission.is_none() || count == 0 || has_centre {
        return;
    }
    let named = instance.schools.values().filter(|school| {
        let words = crate::base::name_words(&school.name);
        words.iter().any(|word| word == "ikc" || word == "kindcentrum")
    });
    let named: Vec<&str> = named.map(|school| school.name.as_str()).collect();
    let message = if named.is_empty() {
        message!("problem-no-child-centre", count = count)
    } else {
        message!("problem-child-centres-by-name", count = count, schools = named)
    };
    found.push(InputWarning { location: "(schools)".to_owned(), message: message.into() });
}

/// Ids of students that are no number while nearly all others are: `volgt`.
fn odd_ids(problem: &Problem, found: &mut Vec<InputWarning>) {
    let students = &problem.instance.students;
    let is_number = |id: &str| id.bytes().all(|letter| letter.is_ascii_digit());
    let odd: Vec<_> = students.values().filter(|student| !is_number(&student.id)).collect();
    if odd.len() > MOST_ODD_IDS || odd.len() * 10 > students.len() {
        return;
    }
    for student in odd {
        let message = message!("problem-odd-student-id", id = &student.id).into();
        found.push(InputWarning { location: format!("{}.id", student.location), message });
    }
}
