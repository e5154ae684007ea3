//! The shortest limit under which as many students can be placed as without a limit.

use rayon::prelude::*;

use super::answer::{LimitBelow, ShortestLimit};
use super::curve_search::{CurveSearch, left_out, with_limit};
use crate::instance::{Goal, StudentId};
use crate::plan::assignment::Assignment;
use crate::problem::{Problem, Sieve};
use crate::solve::{Incumbent, PlaceError, Search, SearchOutcome, find};

/// The lengths of all journeys that a plan may contain, in metres.
struct JourneyLengths {
    /// The distinct lengths, in increasing order.
    lengths: Vec<i64>,
    /// The shortest journey, if any, and the number of students of each entry that is not fixed.
    nearest: Vec<(Option<i64>, i64)>,
}

/// Whether enough students can be placed under a limit.
enum LimitDecision {
    Yes(Assignment),
    /// A lower bound on the students left out; `None` if there is no plan.
    No(Option<i64>),
    Undecided,
}

impl CurveSearch<'_> {
    /// The shortest limit, with a plan that keeps it; `None` if no journey could be shortened by a limit.
    ///
    /// A binary search over the distinct lengths: whether a limit suffices is monotone in the limit.
    pub(super) fn shortest(
        &self,
        first: &Incumbent,
    ) -> Result<Option<(ShortestLimit, Assignment)>, PlaceError> {
        let reach = JourneyLengths::of(self.problem);
        let most = left_out(self.problem, &first.assignment);
        let Some(top) = reach.position(self.problem, &first.assignment) else { return Ok(None) };
        let lengths = &reach.lengths;
        let (mut low, mut high) = (0, top);
        // Limits under which too many students have no school at all need no search.
        while low < high && reach.must_leave_out(lengths[low]) > most {
            low += 1;
        }
        let mut witness = first.assignment.clone();
        let mut below = (low > 0).then(|| {
            let limit_m = lengths[low - 1];
            LimitBelow { limit_m, left_out: Some(reach.must_leave_out(limit_m)) }
        });
        let mut guess = low;
        while low < high {
            match self.can_place(lengths[guess], most)? {
                LimitDecision::Yes(plan) => {
                    high = reach.position(self.problem, &plan).unwrap_or(low).clamp(low, guess);
                    witness = plan;
                }
                LimitDecision::No(left_out) => {
                    below = Some(LimitBelow { limit_m: lengths[guess], left_out });
                    low = guess + 1;
                }
                LimitDecision::Undecided => break,
            }
            // The first guess is the lower end, which the nearest schools often reach; after it, halves.
            guess = low.midpoint(high);
        }
        let shortest = ShortestLimit {
            limit_m: lengths[high],
            lowest_m: lengths[low],
            from_m: lengths[top],
            below: below.filter(|_| low == high),
        };
        Ok(Some((shortest, witness)))
    }

    /// Whether a plan under a limit leaves out at most `most` students. An ordinary search mostly finds such
    /// a plan. If its plan leaves out more, a second search minimises the number left out at any price.
    fn can_place(&self, limit: i64, most: i64) -> Result<LimitDecision, PlaceError> {
        if self.search.budget.is_exhausted() {
            return Ok(LimitDecision::Undecided);
        }
        let mut problem = with_limit(self.problem, limit);
        let usual = match find(&problem, &self.search(4, None), &|_| {})? {
            SearchOutcome::Plan(known) => known.assignment,
            SearchOutcome::Infeasible => return Ok(LimitDecision::No(None)),
            SearchOutcome::NothingFound(_) => return Ok(LimitDecision::Undecided),
        };
        if left_out(&problem, &usual) <= most {
            return Ok(LimitDecision::Yes(usual));
        }
        problem.instance.goals = vec![Goal::Unplaced];
        let search = self.search(2, Some(usual));
        Ok(match find(&problem, &Search { gap: 0.0, ..search }, &|_| {})? {
            SearchOutcome::Plan(known) if known.levels[0].value <= most => {
                LimitDecision::Yes(known.assignment)
            }
            SearchOutcome::Plan(known) if known.levels[0].bound > most => {
                LimitDecision::No(Some(known.levels[0].bound))
            }
            SearchOutcome::Infeasible => LimitDecision::No(None),
            SearchOutcome::Plan(_) | SearchOutcome::NothingFound(_) => LimitDecision::Undecided,
        })
    }
}

impl JourneyLengths {
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

    /// Number of students without any school within a limit: a lower bound on those left out.
    fn must_leave_out(&self, limit: i64) -> i64 {
        let far = self.nearest.iter();
        let far = far.filter(|(nearest, _)| nearest.is_none_or(|nearest| nearest > limit));
        far.map(|(_, count)| count).sum()
    }

    /// The position among the lengths of the longest journey of a plan, apart from fixed placements.
    fn position(&self, problem: &Problem, plan: &Assignment) -> Option<usize> {
        let moved = plan.placements.iter().filter(|one| !is_fixed(problem, one.student));
        let journeys = moved.filter_map(|one| problem.instance.journey(one.student, one.school));
        let longest = journeys.max()?.0;
        self.lengths.binary_search(&longest).ok()
    }
}

/// Whether the planner fixed the student's placement, which a limit does not affect.
fn is_fixed(problem: &Problem, student: StudentId) -> bool {
    problem.conventions.locks && problem.instance.students[student].fixed.is_some()
}
