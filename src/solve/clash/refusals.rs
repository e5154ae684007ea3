//! Rules that refuse pairs of a student and a school, and take part in a clash by that.
//!
//! A refused pair is in no program, so no row represents it. Given the rows of a clash, each rule that
//! refuses is lifted in turn: if the rows can be met then, the rule takes part in the clash and is put
//! back; else it stays lifted. What remains is irreducible if the rows are (the deletion filter of
//! Chinneck and Dravnieks, 1991, over rules instead of rows).

use std::collections::BTreeSet;

use super::demand::Demand;
use crate::instance::{Goal, StudentId};
use crate::message;
use crate::model::formulation::{
    Expression, Formulation, Label, Level, Purpose, Role, Row, Subject,
};
use crate::plan::Placing;
use crate::problem::{Condition, Problem};
use crate::rules::{Rule, RuleEffect, RulePart, cards};
use crate::solve::mip::{self, MipOutcome, MipSettings};
use crate::solve::{PlaceError, Search};

/// With more pairs than this it is not counted how many a rule refuses.
const MOST_COUNTED: usize = 5_000_000;

/// The rules that refuse pairs and without which the demands of a clash could be met together, and whether
/// that is proven of each. The demands are identified by the labels of their rows, which name the same
/// rows whatever pairs there are.
///
/// # Errors
/// If the instance is larger than the engine takes, or the solver is at fault.
pub(super) fn refusing_in(
    problem: &Problem,
    demands: &BTreeSet<Label>,
    search: &Search,
) -> Result<(Vec<Demand>, bool), PlaceError> {
    let mut lifted = problem.clone();
    let mut refusing_rules = Vec::new();
    let mut proven = true;
    // Not `forming`, which refuses no pairs but decides about cluster options.
    let refusing = cards()
        .into_iter()
        .filter(|card| card.has_effect(RuleEffect::Refuses) && card.has_part(RulePart::Tariff));
    for card in refusing {
        // A rule with a row in the clash is named already.
        let is_named = demands.iter().any(|label| label.rule == card.id);
        let pairs = refused(problem, card.id, &concerned(problem, demands));
        if is_named || pairs.is_some_and(|(refused, _)| refused == 0) {
            continue;
        }
        let mut without = lifted.clone();
        without.rulebook.lift(card.id);
        let can_be_met = can_be_met(&without, demands, search)?;
        if can_be_met == Some(false) {
            // Not needed for the clash, so that it stays lifted when the next one is tried: what remains
            // in the end is irreducible.
            lifted = without;
            continue;
        }
        proven &= can_be_met.is_some();
        let demand = card.message("demand");
        let sentence = match pairs {
            None => demand,
            Some((refused, all)) => {
                // Not grouped, as in all machine-readable results.
                let (refused, of) = (refused.to_string(), all.to_string());
                message!("clash-refusals", demand = demand, refused = refused, of = of)
            }
        };
        refusing_rules.push(Demand { rule: card.id, sentence });
    }
    Ok((refusing_rules, proven))
}

/// Whether some demands can be met together; `None` if the budget was exhausted first.
fn can_be_met(
    problem: &Problem,
    demands: &BTreeSet<Label>,
    search: &Search,
) -> Result<Option<bool>, PlaceError> {
    let candidates = problem.sieve()?;
    let mut program = problem.formulate(&candidates, Purpose::Clash);
    let is_kept = |row: &&Row| row.role != Role::Demand || demands.contains(&row.label);
    let rows = program.rows.values().filter(is_kept);
    program = Formulation { rows: rows.cloned().collect(), ..program };
    // Any plan will do.
    let nothing = Level { goal: Goal::Total, objective: Expression::default().into() };
    program.levels = vec![nothing];
    let settings = MipSettings { gap: 1.0, ..search.mip_settings() };
    let found = mip::solve(&program, settings, &search.budget, None, &|_| {})?;
    Ok(match found {
        MipOutcome::Found(_) => Some(true),
        MipOutcome::Infeasible => Some(false),
        MipOutcome::NothingFound(_) => None,
    })
}

/// The students whom conditions among the demands are about; all students if there are none.
fn concerned(problem: &Problem, demands: &BTreeSet<Label>) -> Vec<StudentId> {
    let of_label = |label: &Label| match label.subject {
        Subject::ConditionOn(_, student) => Some(student),
        Subject::Condition(position) => match problem.conditions[position] {
            Condition::Placed { student, .. } => Some(student),
            _ => None,
        },
        _ => None,
    };
    let named: BTreeSet<StudentId> = demands.iter().filter_map(of_label).collect();
    if named.is_empty() {
        problem.instance.students.ids().collect()
    } else {
        named.into_iter().collect()
    }
}

/// The number of pairs of these students and all schools that a rule refuses in some setting, and of all such
/// pairs; `None` if they are too many to count.
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
