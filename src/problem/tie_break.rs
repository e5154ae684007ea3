//! The tie-break: a last level after the goals, which chooses among plans that are equal in all of them.

use super::{Lottery, Problem};
use crate::instance::Goal;
use crate::model::formulation::{Expression, Label, ProgramDraft, Subject};
use crate::plan::Tally;
use crate::plan::assignment::{Assignment, Placement};

/// How to choose among plans that are equally good.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TieBreak {
    /// By lot: the lower a student's number, the more that student's own points count.
    Lots(Lottery),
    /// As few students as possible leave the school where this plan has them.
    Moves(Assignment),
}

impl TieBreak {
    /// The goal of the level.
    pub fn goal(&self) -> Goal {
        match self {
            Self::Lots(_) => Goal::Lot,
            Self::Moves(_) => Goal::Moves,
        }
    }

    /// The value of a plan; lower is better.
    pub fn value(&self, tally: &Tally) -> i64 {
        match self {
            Self::Lots(lottery) => lottery.value(tally),
            Self::Moves(before) => moves(before, tally.assignment),
        }
    }

    /// Adds the terms of the level to a program.
    pub fn cast(&self, draft: &mut ProgramDraft) {
        match self {
            Self::Lots(lottery) => lottery.cast(draft),
            Self::Moves(before) => cast_moves(before, draft),
        }
    }
}

impl Problem {
    /// The same problem, in which lots choose among plans that are equally good.
    #[must_use]
    pub fn with_lots(mut self, seed: i64) -> Self {
        self.tie_break = Some(TieBreak::Lots(Lottery::draw(&self, seed)));
        self
    }

    /// The same problem, in which among plans that are equally good one is taken in which the fewest
    /// students leave the school where a plan has them.
    #[must_use]
    pub fn with_fewest_moves(mut self, from: &Assignment) -> Self {
        self.tie_break = Some(TieBreak::Moves(from.clone()));
        self
    }
}

/// How many students are no longer where an earlier assignment had them.
fn moves(before: &Assignment, now: &Assignment) -> i64 {
    let stayed = |one: &Placement| {
        let same = now
            .placements
            .iter()
            .filter(|placement| (placement.student, placement.school) == (one.student, one.school));
        same.map(|placement| placement.count).sum::<i64>().min(one.count)
    };
    before.placements.iter().map(|one| one.count - stayed(one)).sum()
}

fn cast_moves(before: &Assignment, draft: &mut ProgramDraft) {
    for &Placement { student, school, count } in &before.placements {
        let pairs = draft.candidates.of_student(student);
        let here = pairs.filter(|&pair| draft.candidates.pairs[pair].school == school);
        let here = Expression::sum(here.map(|pair| draft.assigned(pair)));
        if count == draft.instance.students[student].count {
            let all = Expression { terms: Vec::new(), constant: count };
            draft.break_ties(1, &all.plus(-1, &here));
            continue;
        }
        // More of a cohort may be here than before, which must not offset those who left another school:
        // each school counts its own leavers, at least 0.
        let label =
            Label { rule: "goals", kind: "left", subject: Subject::StudentSchool(student, school) };
        let left = draft.counter(label, Some(count));
        draft.meaning(label, here.plus_variable(1, left), Some(count), None);
        draft.break_ties(1, &left.into());
    }
}
