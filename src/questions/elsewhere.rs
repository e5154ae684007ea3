//! Other schools for one student with the clusters of a plan held: what each costs, and who moves.
//!
//! Answers are quick enough to be asked at every click. Each is a placing of everyone, checked like any plan; where
//! its score meets the bound of the flow that it was found by, it is proven to be the best with the student there. Of
//! several that cost the same it is one in which the fewest members move. [`why`](super::why) answers more: also for other
//! clusters, and with the fewest moves of all.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::instance::{SchoolId, Strength, StudentId};
use crate::plan::assignment::Assignment;
use crate::problem::{OpenSchool, Problem, SchoolStatus, Survey};
use crate::solve::Budget;
use crate::solve::decomposition::{Reseated, reseat};
use crate::verify::verify_assignment;

/// What a school would be to a student.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OtherSchool {
    /// A plan has the student there.
    Possible(Reseating),
    /// No quick answer: the placing that was found breaks a rule that binds a whole. A search may find another.
    Unclear(OpenSchool),
    /// It is in no used cluster that the student may join.
    NotUsed,
    /// A rule refuses it: its position among the rules of the problem.
    Refused(usize),
}

/// A plan with one more of an entry at another school.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reseating {
    /// Who is where.
    pub assignment: Assignment,
    /// Change of the score in points: positive is worse.
    pub change: i64,
    /// Whether no plan with these clusters and the student there scores better.
    pub is_best: bool,
    /// Students of other entries who are at another school than before, or at none.
    pub movers: Vec<StudentId>,
}

/// What each school would be to a student, except those where the whole entry is, in order of schools. `plan` keeps
/// the rules of the problem. `None` if the budget ran out.
pub fn other_schools(
    problem: &Problem,
    plan: &Assignment,
    student: StudentId,
    budget: &Budget,
) -> Option<Vec<(SchoolId, OtherSchool)>> {
    let held = problem.holding(&plan.clusters);
    let tally = problem.tally(plan);
    let now = problem.assess(&tally).total().0;
    let survey = Survey::of(problem, &tally);
    let with_staying = |staying: &BTreeSet<StudentId>| {
        reseat(&held, plan, student, staying, &|| budget.is_exhausted())
    };
    let mut reseated = with_staying(&BTreeSet::new())?.into_iter().peekable();
    let count = problem.instance.students[student].count;
    let mut found_at = Vec::new();
    for school in problem.instance.schools.ids() {
        let found = reseated.next_if(|one| one.school == school);
        let here = tally.placements_of(student);
        let here = here.filter(|(_, one)| one.school == school).map(|(_, one)| one.count);
        if here.sum::<i64>() == count {
            continue;
        }
        found_at.push((school, found));
    }
    // The check of each placing takes longer than the flow that found it.
    let schools = found_at.into_par_iter().map(|(school, found)| {
        let about = match (survey.status(student, school), found) {
            (SchoolStatus::Refused(rule), _) => OtherSchool::Refused(rule),
            (SchoolStatus::Open(_), None) => OtherSchool::NotUsed,
            (SchoolStatus::Open(state), Some(found)) => judged(&held, plan, student, now, found)
                .map_or(OtherSchool::Unclear(state), OtherSchool::Possible),
        };
        (school, about)
    });
    let mut schools: Vec<(SchoolId, OtherSchool)> = schools.collect();
    // The placing of everyone anew may bring together whom a rule keeps apart, or the reverse; where the others of such
    // pairs stay, it does not.
    let pairs = problem.instance.pairs.iter().filter(|pair| pair.strength == Strength::Must);
    let paired = pairs.flat_map(|pair| pair.students);
    let staying: BTreeSet<StudentId> = paired.filter(|&one| one != student).collect();
    let is_unclear = |(_, about): &(_, OtherSchool)| matches!(about, OtherSchool::Unclear(_));
    if !staying.is_empty() && schools.iter().any(is_unclear) {
        for found in with_staying(&staying)? {
            if let Some((_, about)) =
                schools.iter_mut().find(|one| one.0 == found.school && is_unclear(one))
                && let Some(possible) = judged(&held, plan, student, now, found)
            {
                *about = OtherSchool::Possible(possible);
            }
        }
    }
    Some(schools)
}

/// A placing as a plan, if it keeps all rules.
fn judged(
    held: &Problem,
    plan: &Assignment,
    student: StudentId,
    now: i64,
    found: Reseated,
) -> Option<Reseating> {
    let verdict = verify_assignment(held, found.assignment);
    if !verdict.agrees() {
        return None;
    }
    let then = verdict.assessment.total().0;
    let movers = movers(plan, &verdict.assignment, student);
    let is_best = found.bound == Some(then);
    Some(Reseating { assignment: verdict.assignment, change: then - now, is_best, movers })
}

/// The entries, besides one, that are elsewhere than before.
fn movers(before: &Assignment, after: &Assignment, but: StudentId) -> Vec<StudentId> {
    let of = |plan: &Assignment| -> BTreeSet<(StudentId, SchoolId, i64)> {
        plan.placements.iter().map(|one| (one.student, one.school, one.count)).collect()
    };
    let (before, after) = (of(before), of(after));
    let differ = before.symmetric_difference(&after).map(|&(student, ..)| student);
    let mut movers: Vec<StudentId> = differ.filter(|&student| student != but).collect();
    movers.dedup();
    movers
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::instance::Programme;
    use crate::instance::document::{InstanceDocument, to_json};
    use crate::problem;
    use crate::questions::why::{ClusterScope, Feasibility, Inquiry};
    use crate::scenarios::without_students;
    use crate::solve::{PlaceOutcome, Search, place};

    /// The village without its mbo student and fourth year shares no places with others than members, so that quick
    /// answers are proven; with them they are plans all the same.
    fn villages() -> [Problem; 2] {
        let text = include_str!("../../instances/dorp.json");
        let whole: InstanceDocument = serde_json::from_str(text).unwrap();
        let no_files = |name: &str| Err(name.to_owned());
        let mut members = whole.clone();
        for other in &whole.students {
            let is_member = other.programme != Programme::Mbo && other.year.get() < 4;
            if !is_member {
                members = without_students(&members, &[other.id.clone()].into(), &no_files);
            }
        }
        [whole, members].map(|document| {
            problem::read(to_json(&document).as_bytes(), &no_files).unwrap().problem
        })
    }

    #[test]
    fn whoever_must_be_apart_stays_apart_in_quick_answers() {
        let document: InstanceDocument =
            serde_json::from_str(include_str!("../../instances/dorp.json")).unwrap();
        let no_files = |name: &str| Err(name.to_owned());
        let ids: Vec<String> = document.students.iter().map(|one| one.id.clone()).collect();
        let mut found = 0;
        for (number, one) in ids.iter().enumerate() {
            for other in &ids[number + 1..] {
                let mut value = serde_json::to_value(&document).unwrap();
                value["students"][number]["apart"] =
                    serde_json::json!([{ "students": [other], "strength": "must" }]);
                let text = value.to_string();
                let problem = problem::read(text.as_bytes(), &no_files).unwrap().problem;
                let placed = place(&problem, &Search::default(), &|_| {}).unwrap();
                let PlaceOutcome::Plan { assignment, .. } = placed else { continue };
                let held = problem.holding(&assignment.clusters);
                for student in problem.instance.students.ids() {
                    let anew = reseat(&held, &assignment, student, &BTreeSet::new(), &|| false);
                    let refused = anew
                        .unwrap()
                        .into_iter()
                        .filter(|one| !verify_assignment(&held, one.assignment.clone()).agrees());
                    let refused: BTreeSet<SchoolId> = refused.map(|one| one.school).collect();
                    let quick = other_schools(&problem, &assignment, student, &Budget::unlimited());
                    let possible = quick.unwrap().into_iter().filter_map(|(school, about)| {
                        let OtherSchool::Possible(about) = about else { return None };
                        assert!(
                            verify_assignment(&problem, about.assignment).agrees(),
                            "{one} {other}"
                        );
                        Some((school, about.is_best))
                    });
                    for (school, is_best) in possible.filter(|(school, _)| refused.contains(school))
                    {
                        assert!(!is_best, "{one} {other} {school:?}");
                        found += 1;
                    }
                }
            }
        }
        assert!(found > 10, "{found} answers where those of pairs stay");
    }

    #[test]
    fn quick_answers_agree_with_searches() {
        let mut proven = 0;
        for problem in villages() {
            let search = Search::default();
            let placed = place(&problem, &search, &|_| {}).unwrap();
            let PlaceOutcome::Plan { assignment, .. } = placed else { panic!("a plan") };
            let tally = problem.tally(&assignment);
            let inquiry = Inquiry::new(&problem, &tally, ClusterScope::Held, &search);
            let names = &problem.instance.schools;
            for student in problem.instance.students.ids().filter(|&one| tally.left_out(one) == 0) {
                let slow = inquiry.answers(&[student], None, usize::MAX, &|| {}).unwrap();
                let slow: BTreeMap<&str, (Option<i64>, usize)> = slow.answers[0]
                    .alternatives
                    .iter()
                    .filter(|one| one.effect.outcome == Feasibility::Possible)
                    .map(|one| {
                        let effect = &one.effect;
                        (one.school.as_str(), (effect.change, effect.moves.len()))
                    })
                    .collect();
                let quick = other_schools(&problem, &assignment, student, &Budget::unlimited());
                for (school, about) in quick.unwrap() {
                    let OtherSchool::Possible(about) = about else { continue };
                    let (best, fewest) = slow[names[school].id.as_str()];
                    let best = best.unwrap();
                    assert!(about.change >= best, "{}: {about:?}, {best}", names[school].id);
                    assert!(
                        !about.is_best || about.change == best,
                        "{}: {about:?}",
                        names[school].id
                    );
                    // No more move than must at that price, as the search says.
                    assert!(!about.is_best || about.movers.len() == fewest, "{about:?}, {fewest}");
                    let verdict = verify_assignment(&problem, about.assignment);
                    assert!(verdict.agrees());
                    proven += usize::from(about.is_best);
                }
            }
        }
        assert!(proven > 10, "{proven} answers are proven");
    }
}
