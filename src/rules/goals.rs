//! Goal levels: what each minimises, as an expression and as a count in a finished plan.
//!
//! Goals count what happens, also where the rule of that name is off.
//!
//! Of the longest journeys (goal `leximax_journey`) the longest is as short as possible, then the second
//! longest, and so on: the lexicographic bottleneck of Burkard and Rendl (Lexicographic bottleneck
//! problems, Operations Research Letters 10, 1991), also called the lexicographic minimax or most equitable
//! solution (Ogryczak and Śliwiński, On solving linear programs with the ordered weighted averaging
//! objective, European Journal of Operational Research 148, 2003). Each rank is a level of its own.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::instance::Goal;
use crate::model::formulation::{Expression, Objective, ProgramDraft, Ranked, VariableId};
use crate::plan::assessment::Assessment;
use crate::plan::{Placing, Tally};

/// The objective of a goal level.
pub fn objective(goal: Goal, draft: &ProgramDraft) -> Objective {
    let sum = match goal {
        Goal::Unplaced => {
            Expression::sum(draft.instance.students.ids().map(|student| draft.left_out(student)))
        }
        Goal::LongestJourney => return ranked(1, journeys(draft)),
        Goal::LeximaxJourney(rank) => return ranked(rank.get(), journeys(draft)),
        Goal::MeetingDay | Goal::Denomination => {
            pairs_where(draft, |placing| counts_placing(goal, placing))
        }
        Goal::Clusters => {
            let new = draft.candidates.options.iter().filter(|(_, option)| option.is_new());
            Expression::sum(new.map(|(id, _)| draft.used(id)))
        }
        Goal::Total => draft.total().clone(),
        Goal::Lot | Goal::Moves => draft.tie_break().clone(),
    };
    sum.into()
}

/// A goal that counts students by where they are placed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlacingGoal {
    /// Members who miss the meeting of their learning community.
    MeetingDay,
    /// Students whose wish for a denomination is not met.
    Denomination,
}

impl PlacingGoal {
    /// A goal, if it is one of these.
    pub const fn of(goal: Goal) -> Option<Self> {
        match goal {
            Goal::MeetingDay => Some(Self::MeetingDay),
            Goal::Denomination => Some(Self::Denomination),
            _ => None,
        }
    }

    /// The goal.
    pub const fn goal(self) -> Goal {
        match self {
            Self::MeetingDay => Goal::MeetingDay,
            Self::Denomination => Goal::Denomination,
        }
    }

    /// Whether each student of a placing counts.
    pub fn counts(self, placing: &Placing) -> bool {
        match self {
            Self::MeetingDay => placing.misses_meeting(),
            Self::Denomination => placing.unmet_denomination(),
        }
    }
}

/// Whether a goal counts each student of a placing.
pub fn counts_placing(goal: Goal, placing: &Placing) -> bool {
    PlacingGoal::of(goal).is_some_and(|goal| goal.counts(placing))
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
        Goal::LongestJourney => longest(tally, 1),
        Goal::LeximaxJourney(rank) => longest(tally, rank.get()),
        Goal::MeetingDay | Goal::Denomination => count(&|placing| counts_placing(goal, placing)),
        Goal::Clusters => {
            let clusters = &tally.assignment.clusters;
            clusters.iter().filter(|cluster| cluster.is_new()).count() as i64
        }
        Goal::Total => assessment.total().0,
        Goal::Lot | Goal::Moves => assessment.tie_break,
    }
}

fn pairs_where(draft: &ProgramDraft, counts: impl Fn(&Placing) -> bool) -> Expression {
    let pairs = draft.candidates.pairs.iter().filter(|(_, pair)| {
        counts(&Placing::new(draft.instance, pair.student, pair.school, pair.setting))
    });
    Expression::sum(pairs.map(|(id, _)| draft.assigned(id)))
}

fn ranked(rank: i64, measures: Arc<[(VariableId, i64)]>) -> Objective {
    Objective::Ranked(Ranked { rank, measures })
}

/// All known journeys, the longest first.
fn journeys(draft: &ProgramDraft) -> Arc<[(VariableId, i64)]> {
    let pairs = draft.candidates.pairs.iter();
    let known = pairs.filter_map(|(id, pair)| Some((draft.assigned(id), pair.journey?.0)));
    Ranked::sorted(known.collect())
}

/// The `rank`-th longest journey. A cohort's journey counts once per student.
fn longest(tally: &Tally, rank: i64) -> i64 {
    let placings = tally.placings();
    let known = placings.filter_map(|(_, placing, count)| Some((placing.journey?.0, count)));
    let mut journeys: Vec<(i64, i64)> = known.collect();
    journeys.sort_unstable_by_key(|&(journey, _)| Reverse(journey));
    let mut number = 0;
    let reached = journeys.into_iter().find(|(_, count)| {
        number += count;
        number >= rank
    });
    reached.map_or(0, |(journey, _)| journey)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::value;
    use crate::instance::{Goal, Rank};
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
            "goals": [
                "unplaced", "longest_journey", "meeting_day", "denomination", "clusters",
                { "leximax_journey": 5 },
            ],
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
            // One of s is at j, without a journey, one at i; t is at the shell's k.
            (Goal::LeximaxJourney(Rank::constant(1)), 9_000),
            (Goal::LeximaxJourney(Rank::constant(2)), 7_000),
            (Goal::LeximaxJourney(Rank::constant(3)), 0),
            (Goal::LeximaxJourney(Rank::constant(4)), 0),
            (Goal::LeximaxJourney(Rank::constant(5)), 0),
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
    fn a_cohort_has_the_same_journey_as_often_as_it_travels() {
        let ranked = |placements| {
            let values = values("c", placements);
            values[5..10].iter().map(|&(_, value)| value).collect::<Vec<i64>>()
        };
        assert_eq!(ranked("s>h*2 u>i"), [6_999, 5_000, 5_000, 0, 0]);
        assert_eq!(ranked("s>h*1 s>i*1"), [7_000, 5_000, 0, 0, 0]);
    }

    #[test]
    fn the_program_agrees_on_every_goal() {
        twin(world(), "forming");
    }
}
