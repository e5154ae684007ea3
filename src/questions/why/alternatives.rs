//! A student's other schools, ranked by the score of the best plan with the student there.
//!
//! The multipliers that prove the bound of the plan also give a lower bound per school. Schools are
//! solved in the order of these bounds until no other can be among the best; so the ranking is exact,
//! while most schools need no solve.

use rayon::prelude::*;

use super::answer::AlternativeSchool;
use super::effect::effect;
use super::inquiry::Inquiry;
use crate::base::Points;
use crate::instance::{SchoolId, StudentId};
use crate::plan::Placing;
use crate::plan::RulePoints;
use crate::problem::{Condition, Problem};
use crate::solve::decomposition::bound_with;
use crate::solve::{Budget, PlaceError};

/// A school that could take the student, before it is solved.
struct OpenSchool {
    school: SchoolId,
    own: RulePoints,
    /// A lower bound on the score of every plan with the student there.
    bound: i64,
}

/// Up to `number` schools where placing one more of an entry changes the score least, and how many
/// further schools are open to the student.
///
/// # Errors
/// If solver or check are at fault.
pub fn alternatives(
    inquiry: &Inquiry,
    student: StudentId,
    number: usize,
    budget: &Budget,
) -> Result<(Vec<AlternativeSchool>, usize), PlaceError> {
    let open = open_schools(inquiry, student, budget)?;
    let mut ranked: Vec<(i64, AlternativeSchool)> = Vec::new();
    for (position, one) in open.iter().enumerate() {
        let worst = ranked.get(number.wrapping_sub(1)).map(|(score, _)| *score);
        // Bounds only rise from here: no school left can beat the worst of those listed.
        let is_enough = worst.is_some_and(|worst| worst <= one.bound) || number == 0;
        if is_enough || inquiry.is_over() {
            break;
        }
        let parts = u32::try_from(open.len() - position).unwrap_or(u32::MAX).min(PARTS);
        let effect = effect(
            inquiry,
            condition(inquiry, student, one.school),
            student,
            &budget.share_of_time(1, parts),
        )?;
        let Some(remains) = inquiry.remains(student, one.school) else { continue };
        let score = effect.change.map_or(i64::MAX, |by| inquiry.assessment.total().0 + by);
        let alternative = AlternativeSchool {
            school: remains.school,
            m: inquiry.problem.instance.journey(student, one.school),
            state: remains.state,
            own: one.own.clone(),
            effect,
        };
        ranked.push((score, alternative));
        ranked.sort_by_key(|(score, _)| *score);
    }
    ranked.truncate(number);
    let more = open.len() - ranked.len();
    Ok((ranked.into_iter().map(|(_, alternative)| alternative).collect(), more))
}

/// Each solve gets at least this fraction (1/8) of the time for a student.
const PARTS: u32 = 8;

/// The schools that could take one more of an entry, lowest bound first.
fn open_schools(
    inquiry: &Inquiry,
    student: StudentId,
    budget: &Budget,
) -> Result<Vec<OpenSchool>, PlaceError> {
    if inquiry.base.prices().is_none() {
        inquiry.base.prepare(&inquiry.search(budget))?;
    }
    let base = &inquiry.base.problem;
    let prices = inquiry.base.prices();
    let schools: Vec<SchoolId> = base.instance.schools.ids().collect();
    let open = schools.into_par_iter().filter_map(|school| {
        let own = own(inquiry, student, school)?;
        let bound = match &prices {
            Some(prices) => {
                bound_with(&under_condition(inquiry, student, school), prices, student)?
            }
            None => 0,
        };
        Some(OpenSchool { school, own, bound })
    });
    let mut open: Vec<OpenSchool> = open.collect();
    let own = |one: &OpenSchool| one.own.values().copied().sum::<Points>();
    open.sort_by_key(|one| (one.bound, own(one), one.school));
    Ok(open)
}

fn under_condition(inquiry: &Inquiry, student: StudentId, school: SchoolId) -> Problem {
    inquiry.base.problem.under([condition(inquiry, student, school)])
}

fn condition(inquiry: &Inquiry, student: StudentId, school: SchoolId) -> Condition {
    let at = Some([school].into());
    let least = here(inquiry, student, school) + 1;
    Condition::Placed { student, at, least }
}

/// The points of each rule for one more of an entry at a school, in the cheapest setting that all rules
/// admit; `None` if there is no such setting or the whole entry is there already.
fn own(inquiry: &Inquiry, student: StudentId, school: SchoolId) -> Option<RulePoints> {
    let base = &inquiry.base.problem;
    if here(inquiry, student, school) == base.instance.students[student].count {
        return None;
    }
    let rules = base.rulebook.rules();
    let tariffs = base.rulebook.tariffs();
    let settings = base.settings[school].iter();
    let placings = settings.map(|&at| Placing::new(&base.instance, student, school, at));
    let admitted = placings.filter(|placing| base.admits(&tariffs, placing));
    let charged = admitted.map(|placing| {
        let charged = rules.iter();
        let charged =
            charged.filter_map(|rule| Some((rule.card().id, rule.tariff()?.price(&placing))));
        let charged = charged.filter(|(_, points)| *points != Points::ZERO);
        charged.map(|(rule, points)| (rule.to_owned(), points)).collect::<RulePoints>()
    });
    charged.min_by_key(|own| own.values().copied().sum::<Points>())
}

/// Students of an entry who are at a school in the plan.
fn here(inquiry: &Inquiry, student: StudentId, school: SchoolId) -> i64 {
    let placements = inquiry.tally.assignment.placements.iter();
    let here = placements.filter(|one| (one.student, one.school) == (student, school));
    here.map(|one| one.count).sum()
}
