//! The pairs of a student: with whom the student is to be together or not, and whether the plan does so.

use schemars::JsonSchema;
use serde::Serialize;

use crate::instance::{MeetingPlace, PairKind, Strength, StudentId};
use crate::plan::Tally;

/// Another student with whom a student is to be together, or from whom apart.
#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct PairOfStudent {
    /// The id of the rule: whether they are to be together or apart.
    pub rule: PairKind,
    /// The id of the other student.
    pub other: String,
    /// The school of the other; absent where the other is left out.
    pub other_at: Option<String>,
    /// Where they are together.
    pub at: MeetingPlace,
    /// Whether it is demanded, or worth a price.
    pub strength: Strength,
    /// Whether it is so; absent where one of the two is left out.
    pub met: Option<bool>,
    /// Why it is asked, in the planner's words.
    pub because: Option<String>,
}

/// The pairs of a student, in the order of the plan.
pub fn pairs_of(tally: &Tally, student: StudentId) -> Vec<PairOfStudent> {
    let instance = tally.instance;
    let pairs = instance.pairs.iter().filter_map(|pair| {
        let [one, other] = pair.students;
        let other = match student {
            student if student == one => other,
            student if student == other => one,
            _ => return None,
        };
        // Students of pairs are no cohorts, and so at one school at most.
        let placed = tally.placements_of(other).next();
        Some(PairOfStudent {
            rule: pair.kind,
            other: instance.students[other].id.clone(),
            other_at: placed.map(|(_, placed)| instance.schools[placed.school].id.clone()),
            at: pair.at,
            strength: pair.strength,
            met: tally.together(pair).map(|together| together == (pair.kind == PairKind::Together)),
            because: pair.because.clone(),
        })
    });
    pairs.collect()
}
