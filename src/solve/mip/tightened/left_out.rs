//! How many students every plan leaves out that is better than a known one.
//!
//! A relaxation may leave out 23.08 students; no plan does, and each counts many points. With leaving out made so dear that
//! a small part of a student pays for the whole gap, the relaxation leaves out as few as it can. What its duals then prove
//! of plans that leave out at most 23 is more than the known plan costs, unless 23 is possible: so all others leave out 24.

use super::{BROKEN_BY, SCALE};
use crate::model::formulation::{Expression, Formulation, Label, Role, Subject};
use crate::solve::mip::{Known, LinearOptimum, LinearRelaxation, SafeBound};

/// One part in this many of a student must pay for the gap.
const PARTS: i64 = 100;

/// Adds the row on the least number left out, where the relaxation leaves out a part of a student and it is proven.
pub fn add_least(
    program: &mut Formulation,
    relaxation: &mut LinearRelaxation,
    solved: &LinearOptimum,
    bound: i64,
    (point, value): &Known,
) {
    let number = program.decisions.number_left_out();
    let known = number.value(|variable| point[variable]);
    let least = |solved: &LinearOptimum| {
        let of = number.terms.iter().map(|(variable, _)| solved.values[*variable]);
        let sum: f64 = of.sum();
        #[expect(clippy::cast_possible_truncation, reason = "a number of students")]
        let (least, is_whole) =
            ((sum - BROKEN_BY).ceil() as i64, (sum - sum.round()).abs() < BROKEN_BY);
        (!is_whole && least <= known).then_some(least)
    };
    let Some(objective) = program.levels.first().and_then(|level| level.objective.sum()).cloned()
    else {
        return;
    };
    if least(solved).is_none() || bound >= *value {
        return;
    }
    let price = PARTS * (value - bound);
    let dear = Expression::default().plus(1, &objective).plus(price, &number).collected();
    let Some(solved) = relaxation.solve(program, &dear) else { return };
    let Some(least) = least(&solved) else { return };
    let label = Label { rule: "structure", kind: "left_out", subject: Subject::Plan };
    let mut fewer = program.clone();
    fewer.row(label, Role::Meaning, number.clone(), None, Some(least - 1));
    let mut duals = solved.whole_duals(SCALE);
    duals.push(-price * SCALE);
    let proven = SafeBound::of(&fewer, &objective, SCALE, duals);
    if proven.is_some_and(|proven| proven.in_points() >= *value) {
        program.row(label, Role::Meaning, number, Some(least), None);
    }
}
