//! A table of numbers of students with its sums, in which small groups are hidden so that they cannot be inferred.

use super::audience::{Audience, SMALLEST_GROUP};
use super::count::Count;

/// Larger than any number of students.
const MOST: i64 = i64::MAX / 4;
/// Upper limit on the rounds in which bounds narrow each other.
const ROUNDS: usize = 100;

/// The range in which a hidden number is known to lie, at a position of the grid.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bound {
    /// Row; the one after the last holds the sums of the columns.
    pub row: usize,
    /// Column; the one after the last holds the sums of the rows.
    pub column: usize,
    /// Lower end of the range.
    pub least: i64,
    /// Upper end of the range.
    pub most: i64,
}

impl Bound {
    /// A number disclosed exactly elsewhere.
    pub fn exact(number: i64) -> Self {
        Self { row: 0, column: 0, least: number, most: number }
    }

    /// What a disclosed number reveals.
    pub fn of(count: Count) -> Self {
        let (least, most) = match count {
            Count::Exact(number) => (number, number),
            Count::Few => (0, SMALLEST_GROUP - 1),
            Count::AtLeast(least) => (least, MOST),
            Count::About(number) => {
                (number - SMALLEST_GROUP / 2, number + (SMALLEST_GROUP - 1) / 2)
            }
        };
        Self { row: 0, column: 0, least, most }
    }

    /// The range of the sum of two numbers.
    pub fn and(self, other: Self) -> Self {
        let most = self.most.saturating_add(other.most).min(MOST);
        Self { least: self.least + other.least, most, ..self }
    }

    /// The same range at another position.
    pub fn at(self, row: usize, column: usize) -> Self {
        Self { row, column, ..self }
    }
}

/// Numbers in rows and columns with their sums, as disclosed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grid {
    /// The numbers row by row; the last column holds the sums of the rows, the last row those of the columns.
    counts: Vec<Vec<Count>>,
    /// What follows about each number from all disclosed ones.
    ranges: Vec<Vec<Bound>>,
}

type Line = Vec<(usize, usize)>;

impl Grid {
    /// Discloses numbers to an audience. All rows are equally long.
    ///
    /// Groups below [`SMALLEST_GROUP`] are hidden. So that they cannot be inferred from sums, every row and
    /// column with a hidden number has at least one more that is disclosed as a bound only (complementary
    /// suppression; Cox, Suppression methodology and statistical disclosure control, JASA 75, 1980). Neither
    /// the choice of that number nor its bound depends on what is hidden, since an attacker who knows the
    /// method could learn from them: it is the first that is large enough, and the bound is what follows
    /// from the other numbers anyway.
    pub fn new(audience: Audience, rows: &[Vec<i64>]) -> Self {
        Self::with_bounds(audience, rows, &[])
    }

    /// Like [`Grid::new`], where some numbers may be disclosed as bounds at most, because together with a number
    /// disclosed elsewhere they would reveal a small group.
    pub fn with_bounds(audience: Audience, rows: &[Vec<i64>], bounds: &[Bound]) -> Self {
        let numbers = with_sums(rows);
        let exact = |row: &Vec<i64>| row.iter().map(|&number| Count::Exact(number)).collect();
        let mut grid = Self { counts: numbers.iter().map(exact).collect(), ranges: Vec::new() };
        if !audience.sees_students() {
            for bound in bounds {
                grid.hide(&numbers, (bound.row, bound.column));
            }
            let lines = grid.suppress(&numbers);
            grid.ranges = ranges(&grid.counts, bounds);
            for _ in 0..ROUNDS {
                let mut narrowed = false;
                for line in &lines {
                    narrowed |= narrow(&mut grid.ranges, line);
                }
                if !narrowed {
                    break;
                }
            }
            grid.set_bounds();
        }
        grid
    }

    /// The number in a row and column.
    pub fn at(&self, row: usize, column: usize) -> Count {
        self.counts[row][column]
    }

    /// The range that an attacker can infer for the number in a row and column.
    pub fn known(&self, row: usize, column: usize) -> Bound {
        self.ranges.get(row).map_or_else(|| Bound::of(self.at(row, column)), |row| row[column])
    }

    /// The sum of a row.
    pub fn of_row(&self, row: usize) -> Count {
        self.counts[row][self.counts[row].len() - 1]
    }

    /// The sum of a column.
    pub fn of_column(&self, column: usize) -> Count {
        self.counts[self.counts.len() - 1][column]
    }

    /// The sum of all.
    pub fn total(&self) -> Count {
        self.of_row(self.counts.len() - 1)
    }

    fn hide(&mut self, numbers: &[Vec<i64>], (row, column): (usize, usize)) {
        let is_small = numbers[row][column] < SMALLEST_GROUP;
        let count = if is_small { Count::Few } else { Count::AtLeast(0) };
        self.counts[row][column] = count;
        // The sums of the columns of one row are that row again.
        if self.counts.len() == 2 {
            self.counts[1 - row][column] = count;
        }
    }

    /// Hides small groups and whatever would reveal them; returns all lines.
    fn suppress(&mut self, numbers: &[Vec<i64>]) -> Vec<Line> {
        let (rows, columns) = (numbers.len(), numbers[0].len());
        let row = |row: usize| (0..columns).map(|column| (row, column)).collect::<Line>();
        let column = |column: usize| (0..rows).map(|row| (row, column)).collect();
        let lines: Vec<Line> = (0..rows).map(row).chain((0..columns).map(column)).collect();
        for &(row, column) in lines.iter().take(rows).flatten() {
            if (1..SMALLEST_GROUP).contains(&numbers[row][column]) {
                self.hide(numbers, (row, column));
            }
        }
        while lines.iter().any(|line| self.hide_one_more(numbers, line)) {}
        lines
    }

    /// Hides one more number of a line if a single hidden one could be inferred from the rest, and returns
    /// whether it did. The first large part becomes a bound; without one, a 0 becomes indistinguishable from
    /// a small group; the sum, which is last, becomes a bound only if nothing else is left.
    fn hide_one_more(&mut self, numbers: &[Vec<i64>], line: &[(usize, usize)]) -> bool {
        let exact = |&&(row, column): &&(usize, usize)| self.at(row, column).exact();
        let hidden = line.iter().filter(|at| exact(at).is_none());
        let bounds =
            line.iter().filter(|&&(row, column)| matches!(self.at(row, column), Count::AtLeast(_)));
        let (hidden, bounds) = (hidden.count(), bounds.count());
        let sum_is_hidden = line.last().is_some_and(|at| exact(&at).is_none());
        if hidden == 0 || (hidden >= 2 && (bounds >= 1 || sum_is_hidden)) {
            return false;
        }
        let is_large =
            |at: &&(usize, usize)| exact(at).is_some_and(|number| number >= SMALLEST_GROUP);
        let (parts, sum) = line.split_at(line.len() - 1);
        let large = parts.iter().find(is_large);
        // If a sum is disclosed as 0, all its parts are known to be 0, so that hiding one hides nothing.
        let is_row = numbers.len() == 2;
        let may_be = |&(row, column): &(usize, usize)| {
            self.of_row(row) != Count::Exact(0)
                && (is_row || self.of_column(column) != Count::Exact(0))
        };
        let nobody = || parts.iter().find(|at| exact(at) == Some(0) && may_be(at));
        let found = large.or_else(nobody).or_else(|| sum.iter().find(is_large)).copied();
        found.inspect(|&at| self.hide(numbers, at)).is_some()
    }

    /// Sets every bound to what follows from the other numbers.
    fn set_bounds(&mut self) {
        let cells = self.counts.iter_mut().flatten().zip(self.ranges.iter().flatten());
        for (count, range) in cells {
            if matches!(count, Count::AtLeast(_)) {
                *count = Count::AtLeast(range.least);
            }
        }
    }
}

/// What each number reveals by itself, and with what is known from elsewhere.
fn ranges(counts: &[Vec<Count>], bounds: &[Bound]) -> Vec<Vec<Bound>> {
    let alone = |&count: &Count| match count {
        Count::AtLeast(_) => Bound::of(Count::AtLeast(SMALLEST_GROUP)),
        count => Bound::of(count),
    };
    let mut ranges: Vec<Vec<Bound>> =
        counts.iter().map(|row| row.iter().map(alone).collect()).collect();
    for bound in bounds {
        let range = &mut ranges[bound.row][bound.column];
        range.least = range.least.max(bound.least);
        range.most = range.most.min(bound.most);
    }
    ranges
}

/// Narrows the ranges of a line by its sum, which is last; returns whether anything changed.
fn narrow(ranges: &mut [Vec<Bound>], line: &[(usize, usize)]) -> bool {
    let Some((&(sum_row, sum_column), parts)) = line.split_last() else { return false };
    let of_parts =
        parts.iter().fold(Bound::exact(0), |sum, &(row, column)| sum.and(ranges[row][column]));
    let sum = &mut ranges[sum_row][sum_column];
    let mut narrowed = tighten(sum, of_parts.least, of_parts.most);
    let sum = *sum;
    for &(row, column) in parts {
        let others = parts.iter().filter(|&&at| at != (row, column));
        let others =
            others.fold(Bound::exact(0), |sum, &(row, column)| sum.and(ranges[row][column]));
        let (least, most) = (sum.least - others.most, sum.most - others.least);
        narrowed |= tighten(&mut ranges[row][column], least, most);
    }
    narrowed
}

fn tighten(range: &mut Bound, least: i64, most: i64) -> bool {
    let before = *range;
    range.least = range.least.max(least);
    range.most = range.most.min(most);
    *range != before
}

fn with_sums(rows: &[Vec<i64>]) -> Vec<Vec<i64>> {
    let mut numbers: Vec<Vec<i64>> = rows.to_vec();
    let columns = rows.first().map_or(0, Vec::len);
    numbers.push((0..columns).map(|column| rows.iter().map(|row| row[column]).sum()).collect());
    for row in &mut numbers {
        row.push(row.iter().sum());
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUBLIC: Audience = Audience::Public;

    #[test]
    fn every_line_with_something_hidden_has_a_bound() {
        // Rows: programmes; columns: in clusters, in the shell, left out.
        let rows = [vec![120, 10, 2], vec![60, 0, 30], vec![1, 0, 0]];
        let grid = Grid::new(PUBLIC, &rows);
        assert_eq!(grid.at(0, 2), Count::Few);
        assert_eq!(grid.at(0, 0), Count::AtLeast(115));
        // In the column of those left out 2 would be 32 - 30.
        assert_eq!(grid.at(1, 2), Count::AtLeast(28));
        assert_eq!(grid.at(2, 0), Count::Few);
        for line in lines(&grid) {
            let hidden = line.iter().filter(|count| count.exact().is_none()).count();
            assert_ne!(hidden, 1, "{line:?}");
        }
    }

    fn lines(grid: &Grid) -> Vec<Vec<Count>> {
        let columns = 0..grid.counts[0].len();
        let columns = columns.map(|column| grid.counts.iter().map(|row| row[column]).collect());
        grid.counts.iter().cloned().chain(columns).collect()
    }

    #[test]
    fn a_part_of_a_sum_of_0_is_not_hidden() {
        // Rows: programmes; columns: in clusters, in the shell, left out.
        let grid = Grid::new(PUBLIC, &[vec![0, 3], vec![0, 40]]);
        assert_eq!([grid.at(0, 0), grid.of_column(0)], [Count::Exact(0); 2]);
        assert_eq!([grid.at(0, 1), grid.of_row(0)], [Count::Few; 2]);
        assert_eq!([grid.at(1, 1), grid.of_row(1)], [Count::AtLeast(39); 2]);
        assert_eq!(grid.total(), Count::Exact(43));
    }
}
