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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::value;
    use crate::instance::Goal;
    use crate::testing::{assignment, tiny, twin};

    /// All rules are off but forming: goals count what happens all the same.
    fn world() -> Value {
        json!({
            "boards": [{ "id": "b", "max_clusters": 2 }, { "id": "x", "standing": "shell" }],
            "schools": [
                { "id": "h", "places": 2, "denomination": ["openbaar"] },
                { "id": "i", "places": 1, "denomination": ["pc"] },
                { "id": "j", "places": 3 }, { "id": "k", "places": 2, "board": "x" },
            ],
            "clusters": [{ "id": "c", "schools": ["h", "i"], "meeting_days": ["tue", "wed"] }],
            "students": [
                { "id": "s", "count": 2, "days": ["tue"], "denomination": { "wish": ["openbaar"] } },
                { "id": "t", "days": [], "year": 4 }, { "id": "u", "days": ["wed"] },
            ],
            "travel": { "table": [
                { "from": "s", "to": "h", "m": 5_000 }, { "from": "s", "to": "i", "m": 7_000 },
                { "from": "s", "to": "j", "m": 0 }, { "from": "t", "to": "h", "m": 7_000 },
                { "from": "t", "to": "k", "m": 9_000 }, { "from": "u", "to": "i", "m": 6_999 },
            ] },
            "rules": { "forming": { "alone_places": 3 } },
            "goals": ["unplaced", "longest_journey", "meeting_day", "denomination", "clusters"],
        })
    }

    fn values(clusters: &str, placements: &str) -> Vec<(Goal, i64)> {
        let problem = tiny(world());
        let assignment = assignment(&problem.instance, clusters, placements);
        let tally = problem.tally(&assignment);
        let assessment = problem.assess(&tally);
        let goals = problem.instance.goals.iter();
        goals.map(|&goal| (goal, value(goal, &tally, &assessment))).collect()
    }

    #[test]
    fn each_goal_counts_its_own() {
        let counted = [
            (Goal::Unplaced, 1),
            (Goal::LongestJourney, 9_000),
            // One of s meets on Wednesday; t is in year 4, and the shell has no meeting.
            (Goal::MeetingDay, 1),
            // One of s at i, one at j, which has no denomination.
            (Goal::Denomination, 2),
            (Goal::Clusters, 1),
            (Goal::Total, 250_000 + 60_000),
        ];
        assert_eq!(values("c/wed j", "s>i*1 s>j*1 t>k"), counted);
    }

    #[test]
    fn nothing_counts_where_nothing_happens() {
        let nobody = values("c", "");
        assert_eq!(nobody[0], (Goal::Unplaced, 4));
        assert!(nobody[1..5].iter().all(|&(_, value)| value == 0));
        // A journey that is not known counts as none.
        assert_eq!(values("", "u>k")[1], (Goal::LongestJourney, 0));
        assert_eq!(
            values("c", "u>i")[1..3],
            [(Goal::LongestJourney, 6_999), (Goal::MeetingDay, 1)]
        );
    }

    #[test]
    fn the_program_agrees_on_every_goal() {
        twin(world(), "forming");
    }
}
