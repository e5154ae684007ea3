//! Goal levels: what each minimises, as an expression and as a count in a finished plan.
//!
//! Goals count what happens, also where the rule of that name is off.

use std::collections::BTreeMap;

use crate::assessment::Assessment;
use crate::candidates::{PairId, Placing, Tally};
use crate::formulation::{Draft, Expression, Label, Subject, VariableId};
use crate::instance::Goal;

#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the methods alone are not general enough over lifetimes"
)]
/// The objective of a goal level; adds the rows that it needs.
pub fn objective(goal: Goal, draft: &mut Draft) -> Expression {
    match goal {
        Goal::Unplaced => {
            Expression::sum(draft.instance.students.ids().map(|student| draft.left_out(student)))
        }
        Goal::LongestJourney => longest_journey(draft),
        Goal::MeetingDay => pairs_where(draft, |placing| placing.misses_meeting()),
        Goal::Denomination => pairs_where(draft, |placing| placing.unmet_denomination()),
        Goal::Clusters => {
            let new = draft.candidates.options.iter().filter(|(_, option)| option.is_new());
            Expression::sum(new.map(|(id, _)| draft.used(id)))
        }
        Goal::Total => draft.total().clone(),
    }
}

/// The value of a goal level in a finished plan.
pub fn value(goal: Goal, tally: &Tally, assessment: &Assessment) -> i64 {
    let count = |of: &dyn Fn(&Placing) -> bool| {
        tally.placings().filter(|(_, placing, _)| of(placing)).map(|(_, _, count)| count).sum()
    };
    match goal {
        Goal::Unplaced => {
            tally.instance.students.ids().map(|student| tally.left_out(student)).sum()
        }
        Goal::LongestJourney => {
            let journeys = tally.placings().filter_map(|(_, placing, _)| placing.journey);
            journeys.max().unwrap_or_default().0
        }
        Goal::MeetingDay => count(&|placing| placing.misses_meeting()),
        Goal::Denomination => count(&|placing| placing.unmet_denomination()),
        Goal::Clusters => {
            let clusters = &tally.assignment.clusters;
            clusters.iter().filter(|cluster| cluster.is_new()).count() as i64
        }
        Goal::Total => assessment.total().0,
    }
}

fn pairs_where(draft: &Draft, counts: impl Fn(&Placing) -> bool) -> Expression {
    let pairs = draft.candidates.pairs.iter().filter(|(_, pair)| {
        counts(&Placing::new(draft.instance, pair.student, pair.school, pair.setting))
    });
    Expression::sum(pairs.map(|(id, _)| draft.assigned(id)))
}

/// A ladder of switches, one per different length: `reaches(m)` is 1 where some placed student
/// travels m metres or more. The longest journey is the sum of the steps climbed.
fn longest_journey(draft: &mut Draft) -> Expression {
    let mut pairs_by_length = BTreeMap::<i64, Vec<PairId>>::new();
    for (id, pair) in draft.candidates.pairs.iter() {
        if let Some(journey) = pair.journey.filter(|journey| journey.0 > 0) {
            pairs_by_length.entry(journey.0).or_default().push(id);
        }
    }
    let mut longest = Expression::default();
    let mut below: Option<(i64, VariableId)> = None;
    for (length, pairs) in pairs_by_length {
        let label = |kind| Label { rule: "goals", kind, subject: Subject::Journey(length) };
        let reaches = draft.switch(label("reaches"));
        for pair in pairs {
            let count = draft.instance.students[draft.candidates.pairs[pair].student].count;
            let row = Expression::from(draft.assigned(pair)).plus_variable(-count, reaches);
            let label = Label { subject: Subject::Pair(pair), ..label("reaches") };
            draft.meaning(label, row, None, Some(0));
        }
        let mut step = length;
        if let Some((shorter, reaches_shorter)) = below {
            let row = Expression::from(reaches).plus_variable(-1, reaches_shorter);
            draft.meaning(label("ladder"), row, None, Some(0));
            step -= shorter;
        }
        longest = longest.plus_variable(step, reaches);
        below = Some((length, reaches));
    }
    longest
}
