//! The cheapest bids of several sites, in order, each student once.

use std::ops::ControlFlow;

use crate::base::Id;
use crate::instance::StudentId;

/// What placing one student at a site costs under prices; negative where it pays.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Bid {
    /// The reduced cost: the pair's price, plus that of the place, less that of the student.
    pub cost: i64,
    /// Who.
    pub student: StudentId,
}

/// What merging needs again and again: who has been seen, and how far each list has been read.
#[derive(Clone, Debug)]
pub struct Merge {
    marks: Vec<u32>,
    round: u32,
    heads: Vec<Head>,
}

/// The first bid of a list that has not been told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Head {
    bid: Bid,
    list: usize,
    next: usize,
}

impl Merge {
    /// For so many students.
    pub fn of(students: usize) -> Self {
        Self { marks: vec![0; students], round: 0, heads: Vec::new() }
    }

    /// Tells the bids of sorted lists, cheapest first, each student at the cheapest only, with the
    /// position of the list, until told to stop.
    pub fn each<'l>(
        &mut self,
        lists: &(impl Iterator<Item = &'l [Bid]> + Clone),
        mut visit: impl FnMut(Bid, usize) -> ControlFlow<()>,
    ) {
        self.forget();
        self.heads.clear();
        for (list, bids) in lists.clone().enumerate() {
            self.heads.extend(bids.first().map(|&bid| Head { bid, list, next: 1 }));
        }
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

    fn forget(&mut self) {
        if self.round == u32::MAX {
            self.marks.fill(0);
            self.round = 0;
        }
        self.round += 1;
    }

    /// Whether a student is seen for the first time in this round.
    fn is_new(&mut self, student: StudentId) -> bool {
        let mark = &mut self.marks[student.index()];
        let is_new = *mark != self.round;
        *mark = self.round;
        is_new
    }
}
