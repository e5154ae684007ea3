//! Bids of several lists in one order.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::Draws;
use crate::base::Id;
use crate::instance::StudentId;
use crate::solve::decomposition::bound::merge::Bid;
use crate::solve::decomposition::bound::merge::Merge;

const STUDENTS: usize = 12;

/// Sorted lists, each student at most once in each, with many like costs.
fn lists(draws: &mut Draws) -> Vec<Vec<Bid>> {
    let list = |draws: &mut Draws| {
        let some = (0..STUDENTS).filter(|_| draws.percent(40)).collect::<Vec<_>>();
        let bid =
            |student| Bid { cost: draws.between(-3, 3), student: StudentId::from_index(student) };
        let mut list: Vec<Bid> = some.into_iter().map(bid).collect();
        list.sort_unstable();
        list
    };
    (0..draws.between(0, 4)).map(|_| list(draws)).collect()
}

fn merged(merge: &mut Merge, lists: &[Vec<Bid>], most: usize) -> Vec<(Bid, usize)> {
    let mut merged = Vec::new();
    merge.for_each(&lists.iter().map(Vec::as_slice), |bid, list| {
        merged.push((bid, list));
        if merged.len() == most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    merged
}

#[test]
fn bids_are_told_cheapest_first_and_each_student_once() {
    let draws = &mut Draws::new(1);
    // One merge throughout: what it remembers must not show in the next round.
    let mut merge = Merge::new(STUDENTS);
    let mut repeated = 0;
    for _ in 0..500 {
        let lists = lists(draws);
        let mut all: Vec<(Bid, usize)> = Vec::new();
        for (list, bids) in lists.iter().enumerate() {
            all.extend(bids.iter().map(|&bid| (bid, list)));
        }
        all.sort_unstable();
        let number = all.len();
        let mut seen = BTreeSet::new();
        all.retain(|(bid, _)| seen.insert(bid.student));
        repeated += number - all.len();
        assert_eq!(merged(&mut merge, &lists, usize::MAX), all);
    }
    assert!(repeated > 500, "{repeated}");
}

#[test]
fn telling_stops_when_told_to() {
    let draws = &mut Draws::new(2);
    let mut merge = Merge::new(STUDENTS);
    for _ in 0..200 {
        let lists = lists(draws);
        let all = merged(&mut merge, &lists, usize::MAX);
        for most in 1..=all.len() {
            assert_eq!(merged(&mut merge, &lists, most), all[..most]);
        }
    }
}
