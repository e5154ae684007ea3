//! The shortest limit at which as many students can be placed as without one.

use rayon::prelude::*;
use serde::Serialize;

use super::{Quest, left_out, with_limit};
use crate::instance::{Goal, StudentId};
use crate::plan::assignment::Assignment;
use crate::problem::{Problem, Sieve};
use crate::solve::{Incumbent, PlaceError, Search, SearchOutcome, find};

/// The shortest limit at which as many students can be placed as in the plan as it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Shortest {
    /// The shortest limit for which a plan is known that leaves out no more.
    pub limit_m: i64,
    /// No limit below this one will do; the same where it is decided.
    pub lowest_m: i64,
    /// The longest journey of the plan as it is, of those whom the planner has not fixed.
    pub from_m: i64,
    /// What the next shorter limit would mean; `null` where there is none, or it is not decided.
    pub below: Option<Below>,
}

/// What a limit would mean that is too short.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Below {
    /// The limit.
    pub limit_m: i64,
    /// At least so many students are left out; `null` where there is no plan at all.
    pub left_out: Option<i64>,
}

/// The journeys that a plan may be made of.
struct Reach {
    /// All lengths, the shortest first.
    lengths: Vec<i64>,
    /// For each student whom the planner has not fixed the shortest journey, where there is any, and
    /// how many like students there are.
    nearest: Vec<(Option<i64>, i64)>,
}

/// Whether enough students can be placed.
enum Reply {
    Yes(Assignment),
    /// What is left out at least; `None` where there is no plan.
    No(Option<i64>),
    Undecided,
}

impl Quest<'_> {
    /// Searches the shortest limit, with a plan that keeps it; `None` where nobody has a journey that
    /// a limit could shorten.
    pub(super) fn shortest(
        &self,
        first: &Incumbent,
    ) -> Result<Option<(Shortest, Assignment)>, PlaceError> {
        let reach = Reach::of(self.problem);
        let most = left_out(self.problem, &first.assignment);
        let Some(top) = reach.position(self.problem, &first.assignment) else { return Ok(None) };
        let lengths = &reach.lengths;
        let (mut low, mut high) = (0, top);
        while low < high && reach.must_leave_out(lengths[low]) > most {
            low += 1;
        }
        let mut witness = first.assignment.clone();
        let mut below = (low > 0).then(|| {
            let limit_m = lengths[low - 1];
            Below { limit_m, left_out: Some(reach.must_leave_out(limit_m)) }
        });
        let mut asked = low;
        while low < high {
            match self.can_place(lengths[asked], most)? {
                Reply::Yes(plan) => {
                    high = reach.position(self.problem, &plan).unwrap_or(low).clamp(low, asked);
                    witness = plan;
                }
                Reply::No(left_out) => {
                    below = Some(Below { limit_m: lengths[asked], left_out });
                    low = asked + 1;
                }
                Reply::Undecided => break,
            }
            // The first guess is that every student's nearest school will do; then halves.
            asked = low.midpoint(high);
        }
        let shortest = Shortest {
            limit_m: lengths[high],
            lowest_m: lengths[low],
            from_m: lengths[top],
            below: below.filter(|_| low == high),
        };
        Ok(Some((shortest, witness)))
    }

    /// Whether no more than so many students need be left out under a limit. The usual search mostly
    /// shows a plan; where it leaves out more, it is asked who could be placed, whatever it costs.
    fn can_place(&self, limit: i64, most: i64) -> Result<Reply, PlaceError> {
        if self.search.budget.is_exhausted() {
            return Ok(Reply::Undecided);
        }
        let mut problem = with_limit(self.problem, limit);
        let usual = match find(&problem, &self.search(4, None), &|_| {})? {
            SearchOutcome::Plan(known) => known.assignment,
            SearchOutcome::Infeasible => return Ok(Reply::No(None)),
            SearchOutcome::NothingFound(_) => return Ok(Reply::Undecided),
        };
        if left_out(&problem, &usual) <= most {
            return Ok(Reply::Yes(usual));
        }
        problem.instance.goals = vec![Goal::Unplaced];
        let search = self.search(2, Some(usual));
        Ok(match find(&problem, &Search { gap: 0.0, ..search }, &|_| {})? {
            SearchOutcome::Plan(known) if known.levels[0].value <= most => {
                Reply::Yes(known.assignment)
            }
            SearchOutcome::Plan(known) if known.levels[0].bound > most => {
                Reply::No(Some(known.levels[0].bound))
            }
            SearchOutcome::Infeasible => Reply::No(None),
            SearchOutcome::Plan(_) | SearchOutcome::NothingFound(_) => Reply::Undecided,
        })
    }
}

impl Reach {
    fn of(problem: &Problem) -> Self {
        let sieve = Sieve::new(problem);
        let students: Vec<StudentId> =
            problem.instance.students.ids().filter(|&id| !is_fixed(problem, id)).collect();
        let journeys: Vec<Vec<i64>> = students
            .par_iter()
            .map(|&student| {
                let pairs = sieve.pairs_of(student).into_iter();
                pairs.filter_map(|pair| pair.journey).map(|journey| journey.0).collect()
            })
            .collect();
        let nearest = students.iter().zip(&journeys).map(|(&student, journeys)| {
            (journeys.iter().min().copied(), problem.instance.students[student].count)
        });
        let nearest = nearest.collect();
        let mut lengths: Vec<i64> = journeys.into_iter().flatten().collect();
        lengths.sort_unstable();
        lengths.dedup();
        Self { lengths, nearest }
    }

    /// How many students have no school within a limit.
    fn must_leave_out(&self, limit: i64) -> i64 {
        let far = self.nearest.iter();
        let far = far.filter(|(nearest, _)| nearest.is_none_or(|nearest| nearest > limit));
        far.map(|(_, count)| count).sum()
    }

    /// Where the longest journey of a plan stands among all lengths, of those whom the planner has not
    /// fixed.
    fn position(&self, problem: &Problem, plan: &Assignment) -> Option<usize> {
        let moved = plan.placements.iter().filter(|one| !is_fixed(problem, one.student));
        let journeys = moved.filter_map(|one| problem.instance.journey(one.student, one.school));
        let longest = journeys.max()?.0;
        self.lengths.binary_search(&longest).ok()
    }
}

/// Whether no limit binds a student, since the planner has said where to go.
fn is_fixed(problem: &Problem, student: StudentId) -> bool {
    problem.conventions.locks && problem.instance.students[student].fixed.is_some()
}
