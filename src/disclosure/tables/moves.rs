//! Who is elsewhere than in the earlier plan with which a plan is compared.

use std::collections::BTreeMap;

use super::super::table::Change;
use super::Source;
use crate::instance::{Earlier, SchoolId, StudentId};
use crate::questions::difference::matched;

/// Where students of an entry are in one of the two plans.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PlaceInPlan {
    /// At a school of today.
    School(SchoolId),
    /// At a school that takes no part any more.
    SchoolGone,
    /// At none.
    LeftOut,
    /// In none of the places of that plan.
    Absent,
}

/// Students of an entry who are elsewhere than before.
#[derive(Clone, Copy, Debug)]
pub struct Relocation {
    /// The entry.
    pub student: StudentId,
    /// Number of students.
    pub count: i64,
    /// Where they were.
    pub from: PlaceInPlan,
    /// Where they are.
    pub to: PlaceInPlan,
}

impl Relocation {
    /// Why they are elsewhere.
    pub fn why(&self) -> Change {
        match (self.from, self.to) {
            (_, PlaceInPlan::LeftOut) => Change::LostPlace,
            (_, PlaceInPlan::Absent) => Change::Fewer,
            (PlaceInPlan::Absent, _) => Change::New,
            (PlaceInPlan::LeftOut, _) => Change::HadNone,
            (PlaceInPlan::SchoolGone, _) => Change::SchoolGone,
            (PlaceInPlan::School(_), _) => Change::Moved,
        }
    }
}

/// All moves since the earlier plan, in the order of the students; `None` if the plan is compared with none.
/// Students who are no longer in the instance are in none of them.
pub fn moves(source: &Source) -> Option<Vec<Relocation>> {
    let earlier = source.problem.instance.previous_plan.as_ref()?;
    let students = source.problem.instance.students.ids();
    Some(students.flat_map(|student| moves_of(source, earlier, student)).collect())
}

fn moves_of(source: &Source, earlier: &Earlier, student: StudentId) -> Vec<Relocation> {
    let before = &earlier.students[student];
    let mut then: BTreeMap<PlaceInPlan, i64> =
        before.at.iter().map(|(&school, &count)| (PlaceInPlan::School(school), count)).collect();
    then.insert(PlaceInPlan::SchoolGone, before.at_schools_gone);
    then.insert(PlaceInPlan::LeftOut, before.count - before.placed());
    let placed = source.tally.placements_of(student);
    let mut now: BTreeMap<PlaceInPlan, i64> =
        placed.map(|(_, one)| (PlaceInPlan::School(one.school), one.count)).collect();
    now.insert(PlaceInPlan::LeftOut, source.tally.left_out(student));
    let moves = matched(&then, &now, &PlaceInPlan::Absent).into_iter();
    let is_placed = |at| matches!(at, PlaceInPlan::School(_) | PlaceInPlan::SchoolGone);
    let moves = moves.filter(|(from, to, _)| is_placed(*from) || is_placed(*to));
    moves.map(|(from, to, count)| Relocation { student, count, from, to }).collect()
}
