//! A student's other schools, ranked by what the whole plan would come to.

use super::answer::Alternative;
use super::effect::{Effect, effect};
use super::inquiry::Inquiry;
use crate::base::Points;
use crate::candidates::Placing;
use crate::engine::PlaceError;
use crate::instance::{SchoolId, StudentId};
use crate::plan::RulePoints;
use crate::problem::Condition;
use crate::solve::Limits;

/// The schools where placing one more of an entry changes the score least, so many of them, and how
/// many further schools are open to the student.
///
/// # Errors
/// Where solver or check are at fault.
pub fn alternatives(
    inquiry: &Inquiry,
    student: StudentId,
    number: usize,
    limits: &Limits,
) -> Result<(Vec<Alternative>, usize), PlaceError> {
    let mut open = open_schools(inquiry, student);
    open.sort_by_key(|(school, own)| (own.values().copied().sum::<Points>(), *school));
    let more = open.len().saturating_sub(number);
    open.truncate(number);
    let mut ranked = Vec::new();
    for (position, (school, own)) in open.iter().enumerate() {
        let share = Limits {
            time: limits
                .time
                .map(|time| time / u32::try_from(open.len() - position).unwrap_or(u32::MAX)),
            ..limits.clone()
        };
        let effect = placed_at(inquiry, student, *school, share)?;
        let Some(remains) = inquiry.remains(student, *school) else { continue };
        ranked.push(Alternative {
            school: remains.school,
            m: inquiry.problem.instance.journey(student, *school),
            state: remains.state,
            own: own.clone(),
            effect,
        });
    }
    let is_dearer = |one: &Alternative| (one.effect.change.is_none(), one.effect.change);
    ranked.sort_by_key(is_dearer);
    Ok((ranked, more))
}

fn placed_at(
    inquiry: &Inquiry,
    student: StudentId,
    school: SchoolId,
    limits: Limits,
) -> Result<Effect, PlaceError> {
    let at = Some([school].into());
    let least = here(inquiry, student, school) + 1;
    let asked = inquiry.base.under([Condition::Placed { student, at, least }]);
    effect(inquiry, &asked, student, limits)
}

/// The schools that could take one more of an entry in what is asked of, with what each rule charges
/// the student there.
fn open_schools(inquiry: &Inquiry, student: StudentId) -> Vec<(SchoolId, RulePoints)> {
    let base = &inquiry.base;
    let count = base.instance.students[student].count;
    let rules = base.rulebook.rules();
    let schools = base.settings.iter().filter_map(|(school, settings)| {
        if here(inquiry, student, school) == count {
            return None;
        }
        let placings = settings.iter().map(|&at| Placing::new(&base.instance, student, school, at));
        let admitted = placings.filter(|placing| base.admits(&rules, placing));
        let own = admitted.map(|placing| {
            let charged = rules.iter().map(|rule| (rule.card().id, rule.price(&placing)));
            let charged = charged.filter(|(_, points)| *points != Points::ZERO);
            charged.map(|(rule, points)| (rule.to_owned(), points)).collect::<RulePoints>()
        });
        let cheapest = own.min_by_key(|own| own.values().copied().sum::<Points>())?;
        Some((school, cheapest))
    });
    schools.collect()
}

/// How many of an entry are at a school now.
fn here(inquiry: &Inquiry, student: StudentId, school: SchoolId) -> i64 {
    let placements = inquiry.tally.assignment.placements.iter();
    let here = placements.filter(|one| (one.student, one.school) == (student, school));
    here.map(|one| one.count).sum()
}
