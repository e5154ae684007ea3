//! Moving a student by hand: the quick answer for a school becomes a plan of its own.

use std::time::Duration;

use super::search_state::SearchState;
use super::session::{EditError, Event, Session};
use super::view::{View, read_instance};
use crate::instance::{SchoolId, StudentId};
use crate::message;
use crate::plan::Plan;
use crate::plan::assignment::Assignment;
use crate::problem::Problem;
use crate::project::{EditOperation, HeldStudent};
use crate::questions::elsewhere::{OtherSchool, other_schools};
use crate::questions::why::{ClusterScope, ConditionEffect, Inquiry, Target};
use crate::rules::goals;
use crate::solve::mip::{Ending, LevelAnswer};
use crate::solve::{Budget, Incumbent, PlaceError, Search, compose};

/// The longest search for the price of a school.
const MOST_TIME: Duration = Duration::from_secs(10);

/// What a planner asks: a student at a school.
#[derive(Clone, PartialEq, Eq, Debug, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandPlacing {
    /// The revision of the project that the page shows.
    pub revision: u64,
    /// The id of the student.
    pub student: String,
    /// The id of the school.
    pub school: String,
    /// Whether the student is held there from now on.
    pub hold: bool,
    /// Why.
    #[serde(default)]
    pub because: Option<String>,
}

/// What each school would be to a student, in the plan on screen; `None` if there is no such student or no sound
/// plan.
pub fn schools_for(
    view: &View,
    student: &str,
) -> Option<(StudentId, Vec<(SchoolId, OtherSchool)>)> {
    let (_, shown) = view.planned()?;
    // Changes against an earlier plan count here if they count in the score and the bound on screen.
    let problem = &shown.problem;
    let mut students = problem.instance.students.iter();
    let (student, _) = students.find(|(_, facts)| facts.id == student)?;
    if !shown.is_sound() {
        return None;
    }
    let budget = Budget::unlimited();
    Some((student, other_schools(problem, &shown.assignment, student, &budget)?))
}

/// What it costs at the least to have a student at a school with the clusters of the plan on screen, found by a
/// search, which takes a second where the quick answer takes a moment.
pub fn searched(view: &View, student: &str, school: &str) -> Option<ConditionEffect> {
    let (_, shown) = view.planned()?;
    let problem = &shown.problem;
    let (student, _) = problem.instance.students.iter().find(|(_, facts)| facts.id == student)?;
    let target = Target::read(&problem.instance, &shown.assignment, school).ok()?;
    let tally = problem.tally(&shown.assignment);
    let search = Search { budget: Budget::of_time(MOST_TIME), ..Search::default() };
    let inquiry = Inquiry::new(problem, &tally, ClusterScope::Held, &search);
    let answers = inquiry.answers(&[student], Some(&target), 0, &|| {}).ok()?;
    answers.answers.into_iter().next()?.placing
}

/// Places a student at a school, moves whom that takes, and shows the plan.
///
/// # Errors
/// If the project has another revision, or there is no quick plan with the student there.
pub fn place(session: &Session, placing: &HandPlacing) -> Result<u64, EditError> {
    let view = session.view();
    if view.revision != placing.revision {
        return Err(EditError::Stale);
    }
    let not_there = || EditError::Refused(message!("serve-cannot-place"));
    let (_, schools) = schools_for(&view, &placing.student).ok_or_else(not_there)?;
    let (read, shown) = view.planned().ok_or_else(not_there)?;
    let school = &read.problem.instance.schools;
    let found = schools.into_iter().find(|(id, _)| school[*id].id == placing.school);
    let Some((_, OtherSchool::Possible(reseating))) = found else { return Err(not_there()) };
    let held = || {
        let (student, school) = (placing.student.clone(), placing.school.clone());
        HeldStudent { student, school }
    };
    let students: Vec<HeldStudent> = placing.hold.then(held).into_iter().collect();
    let mut inner = session.lock();
    if inner.view().revision != placing.revision {
        return Err(EditError::Stale);
    }
    // The plan is one of the instance in which the student is held.
    let because = placing.because.clone();
    let hold = EditOperation::Hold { students: students.clone(), because: because.clone() };
    let files = |name: &str| inner.folder.beside(name);
    let held = hold.apply(&inner.view().state, &files).map_err(EditError::Refused)?;
    let (contacts, known) = (inner.folder.contacts().ok().flatten(), inner.view().read.as_ref());
    let read = read_instance(&inner.folder, &held, &held.sha256(), contacts.as_deref(), known);
    let read = read.map_err(|errors| EditError::invalid(errors, &held))?.ok_or_else(not_there)?;
    // It is compared with the same earlier plan as the one on screen, whose price was shown.
    let mut problem = read.problem.clone();
    problem.instance.previous_plan.clone_from(&shown.problem.instance.previous_plan);
    let plan = compose_unproven(&problem, reseating.assignment);
    let plan = plan.map_err(|error| {
        EditError::Refused(message!("serve-search-failed", reason = error.to_string()))
    })?;
    let number =
        inner.folder.add_plan(&plan.to_json()).map_err(|error| EditError::not_kept(&error))?;
    let revision = inner.edit_now(EditOperation::Place { plan: number, students, because })?;
    if !inner.search.is_running() {
        inner.search = SearchState::None;
    }
    drop(inner);
    session.announce(Event::Changed);
    Ok(revision)
}

/// A plan file of an assignment of which nothing is proven.
///
/// # Errors
/// If the check disagrees.
pub fn compose_unproven(problem: &Problem, assignment: Assignment) -> Result<Plan, PlaceError> {
    let tally = problem.tally(&assignment);
    let assessment = problem.assess(&tally);
    let levels = problem.levels().into_iter().map(|goal| LevelAnswer {
        goal,
        value: goals::value(goal, &tally, &assessment),
        bound: 0,
    });
    let levels = levels.collect();
    compose(problem, &Search::default(), &Incumbent { assignment, levels, ending: Ending::Limit })
}
