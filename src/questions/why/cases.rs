//! The case of each student in a plan, without any search: where the student is, or what became of every school.

use super::answer::{
    FunnelStep, PlaceThere, RemainingSchool, SchoolBefore, StudentAnswer, StudentFunnel,
    StudentPlacement,
};
use crate::instance::{PreviousHome, SchoolId, StudentId};
use crate::plan::assessment::Charged;
use crate::plan::{RulePoints, Tally};
use crate::problem::{Problem, SchoolStatus, Survey};
use crate::rules::travel;

/// The cases of all students of a plan that keeps the rules: one per placement of an entry, in the order of the
/// plan, and one for those of an entry who are left out. Each has the number of students it is about.
pub fn cases(problem: &Problem, tally: &Tally) -> Vec<(StudentId, StudentAnswer)> {
    let charged = problem.assess(tally).per_subject();
    let points = |subject: Charged| -> RulePoints {
        let points = charged.get(&subject).into_iter().flatten();
        points.map(|(rule, points)| ((*rule).to_owned(), *points)).collect()
    };
    let ids = tally.assignment.cluster_ids(&problem.instance);
    let survey = Survey::of(problem, tally);
    let mut cases = Vec::new();
    for (student, facts) in problem.instance.students.iter() {
        let about = |count: i64| StudentAnswer {
            student: facts.id.clone(),
            count,
            here: Vec::new(),
            before: None,
            left_out: 0,
            left_out_charged: RulePoints::new(),
            // A letter is about nobody else.
            pairs: Vec::new(),
            funnel: None,
            asked: None,
            placing: None,
            alternatives: Vec::new(),
            more_alternatives: 0,
        };
        for (index, placement) in tally.placements_of(student) {
            let cluster = tally.cluster_at(placement.school).map(|cluster| ids[cluster].clone());
            let charged = points(Charged::Placement(index));
            let here =
                placement_of(problem, student, placement.school, placement.count, cluster, charged);
            let before = school_before(&survey, student, placement.school);
            let about = about(placement.count);
            cases.push((student, StudentAnswer { here: vec![here], before, ..about }));
        }
        let left_out = tally.left_out(student);
        if left_out > 0 {
            cases.push((
                student,
                StudentAnswer {
                    left_out,
                    left_out_charged: points(Charged::LeftOut(student)),
                    funnel: Some(funnel(&survey, student)),
                    ..about(left_out)
                },
            ));
        }
    }
    cases
}

/// Some students of an entry at a school, with what each rule charges for them.
pub fn placement_of(
    problem: &Problem,
    student: StudentId,
    school: SchoolId,
    count: i64,
    cluster: Option<String>,
    charged: RulePoints,
) -> StudentPlacement {
    let instance = &problem.instance;
    let wishes = &instance.students[student].wishes;
    let rank = wishes.iter().position(|&named| instance.is_at(school, named));
    StudentPlacement {
        school: instance.schools[school].id.clone(),
        cluster,
        count,
        m: instance.journey(student, school),
        wish: rank.map(|rank| rank as i64 + 1),
        charged,
    }
}

/// The school where all students of an entry were in the earlier plan, if it is another than this one, and why they are
/// not there.
pub fn school_before(survey: &Survey, student: StudentId, now: SchoolId) -> Option<SchoolBefore> {
    let instance = &survey.problem.instance;
    let before = &instance.previous_plan.as_ref()?.students[student];
    let school = match before.home(instance.students[student].count)? {
        PreviousHome::School(school) => school,
        PreviousHome::Gone => {
            let mut gone = before.at_gone.iter();
            let (school, &count) = gone.next()?;
            let is_one = count == before.at_schools_gone;
            let why = PlaceThere::SchoolGone;
            return is_one.then(|| SchoolBefore { school: school.clone(), why });
        }
    };
    let why = match survey.status(student, school) {
        _ if school == now => return None,
        SchoolStatus::Refused(rule) => match survey.rules[rule].card().id {
            id if id == travel::CARD.id && instance.journey(student, school).is_none() => {
                PlaceThere::JourneyUnknown
            }
            id => PlaceThere::Refused(id),
        },
        SchoolStatus::Open(state) => PlaceThere::Open(state),
    };
    Some(SchoolBefore { school: instance.schools[school].id.clone(), why })
}

/// What happened to every school for a student.
pub fn funnel(survey: &Survey, student: StudentId) -> StudentFunnel {
    let instance = &survey.problem.instance;
    let funnel = survey.funnel(student);
    let is_travel = |rule: usize| survey.rules[rule].card().id == travel::CARD.id;
    let unknown = instance.schools.ids().filter(|&school| {
        matches!(survey.status(student, school), SchoolStatus::Refused(rule) if is_travel(rule))
            && instance.journey(student, school).is_none()
    });
    let unknown = unknown.count() as i64;
    let steps = funnel.refused.iter().map(|&(rule, schools)| {
        let unknown = if rule == travel::CARD.id { unknown } else { 0 };
        FunnelStep { rule, schools, unknown }
    });
    let remains = instance.schools.ids().filter_map(|school| remains(survey, student, school));
    StudentFunnel {
        schools: funnel.schools,
        steps: steps.collect(),
        last_rule: funnel.refused.last().map(|&(rule, _)| rule),
        remains: remains.collect(),
        home_unknown: instance.students[student].at.is_none(),
    }
}

/// The state in the plan of a school that no rule refuses a student; `None` if a rule does.
pub fn remains(survey: &Survey, student: StudentId, school: SchoolId) -> Option<RemainingSchool> {
    match survey.status(student, school) {
        SchoolStatus::Refused(_) => None,
        SchoolStatus::Open(state) => {
            let school = survey.problem.instance.schools[school].id.clone();
            Some(RemainingSchool { school, state })
        }
    }
}
