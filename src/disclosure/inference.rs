//! What someone can infer about numbers in a table with sums: the exact range of each number.
//!
//! A table whose rows and columns add up is a circulation: from a source through the rows to the columns, and
//! back. Each number is the flow on an arc, and what is disclosed about it is the interval of the arc. In the
//! residual network of any circulation the greatest flow from one end of an arc to the other says how far its
//! number can rise or fall (Gusfield, A graph theoretic approach to statistical data security, SIAM J. Computing
//! 17, 1988). Capacities are integers, so the ends of the ranges are attained by whole numbers of students.

use std::collections::VecDeque;

/// A number as an arc: its value, and the interval that is disclosed.
#[derive(Clone, Copy, Debug)]
struct Arc {
    from: usize,
    to: usize,
    least: i64,
    most: i64,
    now: i64,
}

impl Arc {
    /// How much the number can change by itself: rise if `forward`, else fall.
    fn slack(&self, forward: bool) -> i64 {
        let slack = if forward { self.most - self.now } else { self.now - self.least };
        slack.max(0)
    }
}

/// A table of numbers with its sums, and what is disclosed about each.
pub struct Circulation {
    arcs: Vec<Arc>,
    /// The arcs that begin or end at each node, in order.
    at_node: Vec<Vec<usize>>,
    width: usize,
}

impl Circulation {
    /// The table: the last column holds the sums of the rows, the last row those of the columns. `intervals`
    /// has for each number the least and the most that it may be by itself.
    pub fn new(numbers: &[Vec<i64>], intervals: &[Vec<(i64, i64)>]) -> Self {
        let (rows, columns) = (numbers.len() - 1, numbers[0].len() - 1);
        let (source, sink) = (rows + columns, rows + columns + 1);
        let mut arcs = Vec::new();
        for (row, (values, known)) in numbers.iter().zip(intervals).enumerate() {
            for (column, (&now, &(least, most))) in values.iter().zip(known).enumerate() {
                let (from, to) = match (row == rows, column == columns) {
                    (false, false) => (row, rows + column),
                    (false, true) => (source, row),
                    (true, false) => (rows + column, sink),
                    (true, true) => (sink, source),
                };
                arcs.push(Arc { from, to, least, most, now });
            }
        }
        let mut at_node = vec![Vec::new(); sink + 1];
        for (index, arc) in arcs.iter().enumerate() {
            at_node[arc.from].push(index);
            at_node[arc.to].push(index);
        }
        Self { arcs, at_node, width: columns + 1 }
    }

    /// The least and the most that the number in a row and column can be, whatever the others are.
    pub fn range(&self, row: usize, column: usize) -> (i64, i64) {
        let at = row * self.width + column;
        let arc = self.arcs[at];
        let (fall, rise) = (self.change(at, false), self.change(at, true));
        (arc.now - fall, arc.now.saturating_add(rise))
    }

    /// How far a number can rise or fall when the others follow.
    fn change(&self, at: usize, rises: bool) -> i64 {
        let arc = self.arcs[at];
        let limit = arc.slack(rises);
        // What flows more along the arc has to flow back around it.
        let (start, end) = if rises { (arc.to, arc.from) } else { (arc.from, arc.to) };
        let mut arcs = self.arcs.clone();
        let mut moved = 0;
        while moved < limit {
            let Some(path) = self.path(&arcs, at, start, end) else { break };
            let narrowest = path.iter().map(|&(arc, forward)| arcs[arc].slack(forward)).min();
            let step = narrowest.unwrap_or(0).min(limit - moved);
            for (arc, forward) in path {
                arcs[arc].now += if forward { step } else { -step };
            }
            moved += step;
        }
        moved
    }

    /// The shortest path with room that avoids an arc (Edmonds and Karp, 1972); arcs with their direction.
    fn path(
        &self,
        arcs: &[Arc],
        avoided: usize,
        start: usize,
        end: usize,
    ) -> Option<Vec<(usize, bool)>> {
        let mut reached: Vec<Option<(usize, bool)>> = vec![None; self.at_node.len()];
        let mut queue = VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            if reached[end].is_some() {
                break;
            }
            for &index in self.at_node[node].iter().filter(|&&index| index != avoided) {
                let arc = arcs[index];
                for (forward, from, to) in [(true, arc.from, arc.to), (false, arc.to, arc.from)] {
                    let is_new = to != start && reached[to].is_none();
                    if from == node && is_new && arc.slack(forward) > 0 {
                        reached[to] = Some((index, forward));
                        queue.push_back(to);
                    }
                }
            }
        }
        let mut path = Vec::new();
        let mut node = end;
        while node != start {
            let (index, forward) = reached[node]?;
            path.push((index, forward));
            node = if forward { arcs[index].from } else { arcs[index].to };
        }
        Some(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_those_of_all_tables_that_fit() {
        // 4 and 6 of 10, 49 and 5 of 54; the sums 53 and 11 are disclosed.
        let numbers = [vec![4, 6, 10], vec![49, 5, 54], vec![53, 11, 64]];
        let exact = |number: i64| (number, number);
        let hidden = [
            vec![(0, 4), (5, 99), exact(10)],
            vec![(5, 99), (5, 99), exact(54)],
            vec![exact(53), exact(11), exact(64)],
        ];
        let table = Circulation::new(&numbers, &hidden);
        // The 5 is at least 5, so the 6 is at most 6 and the 4 at least 4.
        assert_eq!(table.range(0, 0), (4, 4));
        assert_eq!(table.range(1, 1), (5, 5));
        let mut looser = hidden.to_vec();
        looser[2][1] = (5, 99);
        looser[2][2] = (5, 99);
        looser[1][2] = (5, 99);
        assert_eq!(Circulation::new(&numbers, &looser).range(0, 0), (0, 4));
        assert_eq!(Circulation::new(&numbers, &looser).range(2, 1), (11, 46));
    }
}
