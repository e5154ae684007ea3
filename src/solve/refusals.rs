//! Rules that refuse pairs of a student and a school, where they have a part in a clash.
//!
//! A refused pair is in no program, so no row speaks of it. Given the rows of a clash, each rule that
//! refuses is lifted in turn: where the rows can then be met the rule has a part in it, and stays, else
//! it is left out for good. So what remains is irreducible where the rows are (a deletion filter).

use super::clash::{Demand, Wording};
use super::{PlaceError, Search};
use crate::instance::{Goal, StudentId};
use crate::model::formulation::{Expression, Formulation, Level, Purpose, Role};
use crate::plan::Placing;
use crate::problem::{Condition, Problem};
use crate::rules::{Rule, RuleEffect, RulePart, cards};
use crate::solve::mip::{self, MipOutcome, MipSettings};

/// Pairs are not counted where there are more than so many.
const MOST_COUNTED: usize = 5_000_000;

/// The rules that refuse without which demands could be met together, and whether that is proven of each.
///
/// # Errors
/// Where the solver is at fault.
pub fn with_part_in(
    problem: &Problem,
    demands: &[Demand],
    search: &Search,
) -> Result<(Vec<Demand>, bool), PlaceError> {
    let mut lifted = problem.clone();
    let mut with_part = Vec::new();
    let mut proven = true;
    // Not `forming`, which refuses no pairs but decides about cluster options.
    let refusing = cards()
        .into_iter()
        .filter(|card| card.has_effect(RuleEffect::Refuses) && card.has_part(RulePart::Tariff));
    for card in refusing {
        // Whose row is among the demands is told already.
        let is_told = demands.iter().any(|demand| demand.rule == card.id);
        let pairs = refused(problem, card.id, &concerned(problem, demands));
        if is_told || pairs.as_ref().is_some_and(|pairs| pairs.0 == 0) {
            continue;
        }
        let mut without = lifted.clone();
        without.rulebook.lift(card.id);
        let can_be_met = can_be_met(&without, demands, search)?;
        if can_be_met == Some(false) {
            lifted = without;
            continue;
        }
        proven &= can_be_met.is_some();
        let how_many = pairs.map_or_else(String::new, |(refused, all)| {
            format!(", which refuses {refused} of {all} pairs of a student and a school")
        });
        let sentence = format!("{}{how_many}", card.message("demand"));
        with_part.push(Demand { rule: card.id, sentence });
    }
    Ok((with_part, proven))
}

/// Whether some demands can be met together; `None` where the limits came first.
fn can_be_met(
    problem: &Problem,
    demands: &[Demand],
    search: &Search,
) -> Result<Option<bool>, PlaceError> {
    let candidates = problem.sieve()?;
    let mut program = problem.formulate(&candidates, Purpose::Clash);
    let wording = Wording::of(problem, &candidates);
    let rows = program
        .rows
        .values()
        .filter(|row| row.role != Role::Demand || demands.contains(&wording.demand(&row.label)));
    program = Formulation { rows: rows.cloned().collect(), ..program };
    // Any plan will do.
    let nothing = Level { goal: Goal::Total, objective: Expression::default().into() };
    program.levels = vec![nothing];
    let settings = MipSettings { solver: search.solver, gap: 1.0 };
    let found = mip::solve(&program, settings, &search.budget, None, &|_| {})?;
    Ok(match found {
        MipOutcome::Found(_) => Some(true),
        MipOutcome::Infeasible => Some(false),
        MipOutcome::NothingFound(_) => None,
    })
}

/// The students whom the demands are about, where they are about some only.
fn concerned(problem: &Problem, demands: &[Demand]) -> Vec<StudentId> {
    let conditions = problem.conditions.iter().filter_map(|condition| match condition {
        Condition::Placed { student, .. } => Some((*student, condition)),
        _ => None,
    });
    let is_told = |condition: &Condition| {
        let sentence = condition.in_words(&problem.instance);
        demands.iter().any(|demand| demand.sentence == sentence)
    };
    let told = conditions.filter(|(_, condition)| is_told(condition));
    let told: Vec<StudentId> = told.map(|(student, _)| student).collect();
    if told.is_empty() { problem.instance.students.ids().collect() } else { told }
}

/// How many pairs of these students and all schools a rule refuses in some setting, and how many there
/// are; `None` where these are too many to count.
fn refused(problem: &Problem, rule: &str, students: &[StudentId]) -> Option<(usize, usize)> {
    let instance = &problem.instance;
    let all = students.len() * instance.schools.len();
    if all > MOST_COUNTED {
        return None;
    }
    let rules = problem.rulebook.rules();
    let rule = rules.into_iter().find(|one| one.card().id == rule);
    let Some(tariff) = rule.and_then(Rule::tariff) else {
        return Some((0, all));
    };
    let pairs = students
        .iter()
        .flat_map(|&student| instance.schools.ids().map(move |school| (student, school)));
    let is_refused = |&(student, school): &(StudentId, _)| {
        let settings = &problem.settings[school];
        let is_locked = problem.conventions.locked(&instance.students[student], school);
        let mut placings =
            settings.iter().map(|&setting| Placing::new(instance, student, school, setting));
        !is_locked && placings.any(|placing| tariff.admit(&placing).is_err())
    };
    Some((pairs.filter(is_refused).count(), all))
}
