//! A student's other schools, ranked by what the whole plan would come to.
//!
//! Prices that prove the plan's own bound also bound what each school would come to at best. Schools are
//! solved in the order of these bounds, until no other can be among the best: so the ranking is exact, and
//! most schools need no solve.

use rayon::prelude::*;

use super::answer::Alternative;
use super::effect::effect;
use super::inquiry::Inquiry;
use crate::base::Points;
use crate::instance::{SchoolId, StudentId};
use crate::plan::Placing;
use crate::plan::RulePoints;
use crate::problem::{Condition, Problem};
use crate::solve::decomposition::bound_with;
use crate::solve::{Budget, PlaceError};

/// Another school, before it is solved.
struct Open {
    school: SchoolId,
    own: RulePoints,
    /// No plan with the student there has a lower score.
    bound: i64,
}

/// The schools where placing one more of an entry changes the score least, so many of them, and how
/// many further schools are open to the student.
///
/// # Errors
/// Where solver or check are at fault.
pub fn alternatives(
    inquiry: &Inquiry,
    student: StudentId,
    number: usize,
    budget: &Budget,
) -> Result<(Vec<Alternative>, usize), PlaceError> {
    let open = open_schools(inquiry, student, budget)?;
    let mut ranked: Vec<(i64, Alternative)> = Vec::new();
    for (position, one) in open.iter().enumerate() {
        let worst = ranked.get(number.wrapping_sub(1)).map(|(score, _)| *score);
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
        let alternative = Alternative {
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

/// Of the time for a student, each solve gets at least one part in so many.
const PARTS: u32 = 8;

/// The schools that could take one more of an entry in what is asked of, the best bound first.
fn open_schools(
    inquiry: &Inquiry,
    student: StudentId,
    budget: &Budget,
) -> Result<Vec<Open>, PlaceError> {
    if inquiry.base.prices().is_none() {
        inquiry.base.look(&inquiry.search(budget))?;
    }
    let base = &inquiry.base.problem;
    let prices = inquiry.base.prices();
    let schools: Vec<SchoolId> = base.instance.schools.ids().collect();
    let open = schools.into_par_iter().filter_map(|school| {
        let own = own(inquiry, student, school)?;
        let bound = match &prices {
            Some(prices) => bound_with(&asked(inquiry, student, school), prices, student)?,
            None => 0,
        };
        Some(Open { school, own, bound })
    });
    let mut open: Vec<Open> = open.collect();
    let own = |one: &Open| one.own.values().copied().sum::<Points>();
    open.sort_by_key(|one| (one.bound, own(one), one.school));
    Ok(open)
}

fn asked(inquiry: &Inquiry, student: StudentId, school: SchoolId) -> Problem {
    inquiry.base.problem.under([condition(inquiry, student, school)])
}

fn condition(inquiry: &Inquiry, student: StudentId, school: SchoolId) -> Condition {
    let at = Some([school].into());
    let least = here(inquiry, student, school) + 1;
    Condition::Placed { student, at, least }
}

/// What each rule charges the student at a school, where one more of the entry may be there.
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

/// How many of an entry are at a school now.
fn here(inquiry: &Inquiry, student: StudentId, school: SchoolId) -> i64 {
    let placements = inquiry.tally.assignment.placements.iter();
    let here = placements.filter(|one| (one.student, one.school) == (student, school));
    here.map(|one| one.count).sum()
}
