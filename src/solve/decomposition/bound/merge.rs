//! Merging the sorted bids of several sites, each student once.

use std::ops::ControlFlow;

use crate::base::Id;
use crate::instance::StudentId;

/// The reduced cost of placing one student at a site; negative where it pays.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Bid {
    /// The pair's price, plus the multiplier of the place, less that of the student.
    pub cost: i64,
    /// The student entry.
    pub student: StudentId,
}

/// Working memory of merges: which students have been seen.
#[derive(Clone, Debug)]
pub struct Merge {
    marks: Vec<u32>,
    round: u32,
}

/// Up to this many lists are merged without a heap allocation.
const FEW: usize = 8;

impl Merge {
    /// Working memory for a number of student entries.
    pub fn new(students: usize) -> Self {
        Self { marks: vec![0; students], round: 0 }
    }

    /// Merges sorted lists: calls `visit` with each student's cheapest bid and the position of its list,
    /// cheapest first, until it breaks.
    pub fn for_each<'l>(
        &mut self,
        lists: &(impl Iterator<Item = &'l [Bid]> + Clone),
        mut visit: impl FnMut(Bid, usize) -> ControlFlow<()>,
    ) {
        let mut few: [&[Bid]; FEW] = [&[]; FEW];
        let number = lists.clone().count();
        if number <= FEW {
            few.iter_mut().zip(lists.clone()).for_each(|(rest, list)| *rest = list);
            self.merge(&mut few[..number], &mut visit);
        } else {
            self.merge(&mut lists.clone().collect::<Vec<_>>(), &mut visit);
        }
    }

    /// Merges what is left of each list.
    fn merge(
        &mut self,
        rest: &mut [&[Bid]],
        visit: &mut impl FnMut(Bid, usize) -> ControlFlow<()>,
    ) {
        self.forget();
        // An option has a handful of schools: a linear scan beats a heap.
        loop {
            let mut first: Option<(Bid, usize)> = None;
            for (list, bids) in rest.iter().enumerate() {
                if let Some(&bid) = bids.first()
                    && first.is_none_or(|(known, _)| bid < known)
                {
                    first = Some((bid, list));
                }
            }
            let Some((bid, list)) = first else { return };
            rest[list] = &rest[list][1..];
            if self.is_new(bid.student) && visit(bid, list).is_break() {
                return;
            }
        }
    }

    /// Starts a new round of marks, so that they need not be cleared for every merge.
    fn forget(&mut self) {
        if self.round == u32::MAX {
            self.marks.fill(0);
            self.round = 0;
        }
        self.round += 1;
    }

    /// Marks a student as seen; returns whether that is the first time in this round.
    fn is_new(&mut self, student: StudentId) -> bool {
        let mark = &mut self.marks[student.index()];
        let is_new = *mark != self.round;
        *mark = self.round;
        is_new
    }
}
