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

/// Working memory of merges: which students have been seen, and how far each list has been read.
#[derive(Clone, Debug)]
pub struct Merge {
    marks: Vec<u32>,
    round: u32,
    heads: Vec<Head>,
}

/// The first unread bid of a list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Head {
    bid: Bid,
    list: usize,
    next: usize,
}

impl Merge {
    /// Working memory for a number of student entries.
    pub fn new(students: usize) -> Self {
        Self { marks: vec![0; students], round: 0, heads: Vec::new() }
    }

    /// Merges sorted lists: calls `visit` with each student's cheapest bid and the position of its list,
    /// cheapest first, until it breaks.
    pub fn for_each<'l>(
        &mut self,
        lists: &(impl Iterator<Item = &'l [Bid]> + Clone),
        mut visit: impl FnMut(Bid, usize) -> ControlFlow<()>,
    ) {
        self.forget();
        self.heads.clear();
        for (list, bids) in lists.clone().enumerate() {
            self.heads.extend(bids.first().map(|&bid| Head { bid, list, next: 1 }));
        }
        // An option has a handful of schools: a linear scan beats a heap.
        while let Some((position, &head)) =
            self.heads.iter().enumerate().min_by_key(|&(_, head)| head)
        {
            match lists.clone().nth(head.list).and_then(|bids| bids.get(head.next)) {
                Some(&bid) => self.heads[position] = Head { bid, next: head.next + 1, ..head },
                None => drop(self.heads.swap_remove(position)),
            }
            if self.is_new(head.bid.student) && visit(head.bid, head.list).is_break() {
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
