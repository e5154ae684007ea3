//! Who is elsewhere than in the earlier plan with which a plan is compared.

use std::collections::BTreeMap;

use super::super::table::Change;
use super::Source;
use crate::instance::{Before, Earlier, SchoolId, StudentId};
use crate::questions::difference::matched;

/// Where students of an entry are in one of the two plans.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PlaceInPlan<'a> {
    /// At a school of today.
    School(SchoolId),
    /// At a school that takes no part any more, with its id if that is known.
    SchoolGone(Option<&'a str>),
    /// At none.
    LeftOut,
    /// In none of the places of that plan.
    Absent,
}

/// Students of an entry who are elsewhere than before.
#[derive(Clone, Copy, Debug)]
pub struct Relocation<'a> {
    /// The id of the entry.
    pub id: &'a str,
    /// The entry; `None` if the instance has it no longer.
    pub student: Option<StudentId>,
    /// Number of students.
    pub count: i64,
    /// Where they were.
    pub from: PlaceInPlan<'a>,
    /// Where they are.
    pub to: PlaceInPlan<'a>,
}

impl Relocation<'_> {
    /// Why they are elsewhere.
    pub fn why(&self) -> Change {
        match (self.from, self.to) {
            (_, PlaceInPlan::LeftOut) => Change::LostPlace,
            (_, PlaceInPlan::Absent) if self.student.is_none() => Change::Gone,
            (_, PlaceInPlan::Absent) => Change::Fewer,
            (PlaceInPlan::Absent, _) => Change::New,
            (PlaceInPlan::LeftOut, _) => Change::HadNone,
            (PlaceInPlan::SchoolGone(_), _) => Change::SchoolGone,
            (PlaceInPlan::School(_), _) => Change::Moved,
        }
    }
}

/// All moves since the earlier plan, in the order of the students, then those of students who are no longer in the
/// instance; `None` if the plan is compared with none.
pub fn moves<'a>(source: &Source<'a>) -> Option<Vec<Relocation<'a>>> {
    let instance = &source.problem.instance;
    let earlier = instance.previous_plan.as_ref()?;
    let here = instance.students.ids().flat_map(|student| moves_of(source, earlier, student));
    let gone = earlier.leavers.iter().flat_map(|(id, before)| {
        let then = places(before).into_iter().filter(|(_, count)| *count > 0);
        let to = PlaceInPlan::Absent;
        then.map(move |(from, count)| Relocation { id, student: None, count, from, to })
    });
    Some(here.chain(gone).collect())
}

/// How many students of an entry were at each place.
fn places(before: &Before) -> BTreeMap<PlaceInPlan<'_>, i64> {
    let here = before.at.iter().map(|(&school, &count)| (PlaceInPlan::School(school), count));
    let gone = before.at_gone.iter();
    let gone = gone.map(|(school, &count)| (PlaceInPlan::SchoolGone(Some(school)), count));
    let unnamed = before.at_schools_gone - before.at_gone.values().sum::<i64>();
    here.chain(gone).chain([(PlaceInPlan::SchoolGone(None), unnamed)]).collect()
}

fn moves_of<'a>(
    source: &Source<'a>,
    earlier: &'a Earlier,
    student: StudentId,
) -> Vec<Relocation<'a>> {
    let before = &earlier.students[student];
    let mut then = places(before);
    then.insert(PlaceInPlan::LeftOut, before.count - before.placed());
    let placed = source.tally.placements_of(student);
    let mut now: BTreeMap<PlaceInPlan, i64> =
        placed.map(|(_, one)| (PlaceInPlan::School(one.school), one.count)).collect();
    now.insert(PlaceInPlan::LeftOut, source.tally.left_out(student));
    let moves = matched(&then, &now, &PlaceInPlan::Absent).into_iter();
    let is_placed = |at| matches!(at, PlaceInPlan::School(_) | PlaceInPlan::SchoolGone(_));
    let moves = moves.filter(|(from, to, _)| is_placed(*from) || is_placed(*to));
    let id = &source.problem.instance.students[student].id;
    let student = Some(student);
    moves.map(|(from, to, count)| Relocation { id, student, count, from, to }).collect()
}
