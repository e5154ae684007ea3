//! A table of numbers of students with its sums, in which small groups are hidden so that they cannot be
//! inferred.

use super::audience::{Audience, SMALLEST_GROUP};
use super::bound::{Bound, MOST};
use super::count::Count;
use super::inference::Circulation;

/// Numbers in rows and columns with their sums, as disclosed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grid {
    /// The numbers row by row; the last column holds the sums of the rows, the last row those of the columns.
    counts: Vec<Vec<Count>>,
    /// What follows about each number from all disclosed ones.
    ranges: Vec<Vec<Bound>>,
    /// Which hidden numbers do not even say whether they are small.
    vague: Vague,
    /// Whether all know the sums of the rows.
    totals_are_known: bool,
    /// What all know of numbers, whatever is disclosed.
    limits: Vec<Bound>,
}

/// Which hidden numbers do not even say whether they are small: a last resort where nothing else can be hidden.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Vague {
    Nothing,
    Sums,
    Everything,
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

    /// Like [`Grid::new`], where all know the sums of the rows: of one page with many plans for the same students.
    pub fn of_known_totals(audience: Audience, rows: &[Vec<i64>]) -> Self {
        Self::build(audience, rows, &[], &[], true)
    }

    /// A row of numbers of whose sum all know the range `sum`. `bounds` are as in [`Grid::with_bounds`]; `limits` say what
    /// all know of numbers, whatever is disclosed of them here.
    pub fn line(
        audience: Audience,
        numbers: &[i64],
        bounds: &[Bound],
        limits: &[Bound],
        sum: Bound,
    ) -> Self {
        let sum = sum.at(0, numbers.len());
        let hidden = (sum.least < sum.most).then_some(sum);
        let bounds: Vec<Bound> = bounds.iter().copied().chain(hidden).collect();
        Self::build(audience, &[numbers.to_vec()], &bounds, limits, true)
    }

    /// Like [`Grid::new`], where some numbers may be disclosed as bounds at most, because together with a
    /// number disclosed elsewhere they would reveal a small group.
    pub fn with_bounds(audience: Audience, rows: &[Vec<i64>], bounds: &[Bound]) -> Self {
        Self::build(audience, rows, bounds, &[], false)
    }

    fn build(
        audience: Audience,
        rows: &[Vec<i64>],
        bounds: &[Bound],
        limits: &[Bound],
        totals_are_known: bool,
    ) -> Self {
        let numbers = with_sums(rows);
        let exact = |row: &Vec<i64>| row.iter().map(|&number| Count::Exact(number)).collect();
        let counts = numbers.iter().map(exact).collect();
        let (ranges, vague, limits) = (Vec::new(), Vague::Nothing, limits.to_vec());
        let mut grid = Self { counts, ranges, vague, totals_are_known, limits };
        if !audience.sees_students() {
            for bound in bounds {
                grid.hide(&numbers, (bound.row, bound.column));
            }
            loop {
                grid.suppress(&numbers);
                grid.ranges = grid.inferred(&numbers, bounds);
                // Bounds can add up to a disclosed sum, and then a hidden group is known. Whether they do is known
                // to all, so to hide one more number for it reveals nothing.
                let Some(at) = grid.known_too_well(bounds) else { break };
                match (grid.to_loosen(at), grid.vague) {
                    (Some(more), _) => grid.hide(&numbers, more),
                    (None, Vague::Nothing) => grid.vague = Vague::Sums,
                    (None, Vague::Sums | Vague::Everything) => grid.vague = Vague::Everything,
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

    /// Hides small groups and whatever would reveal them.
    fn suppress(&mut self, numbers: &[Vec<i64>]) {
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
    }

    /// What follows about each number from all that is disclosed.
    fn inferred(&self, numbers: &[Vec<i64>], bounds: &[Bound]) -> Vec<Vec<Bound>> {
        let mut ranges = self.alone(bounds);
        let ends = |row: &Vec<Bound>| row.iter().map(|range| (range.least, range.most)).collect();
        let table = Circulation::new(numbers, &ranges.iter().map(ends).collect::<Vec<_>>());
        for (row, line) in ranges.iter_mut().enumerate() {
            for (column, range) in line.iter_mut().enumerate() {
                if range.least < range.most {
                    let (least, most) = table.range(row, column);
                    // Without a limit the most is as large as any number, not that less the number itself.
                    let most = if most > MOST / 2 { MOST } else { most };
                    *range = Bound { least, most, ..*range };
                }
            }
        }
        ranges
    }

    /// A small group, parts before sums, that is known to be in a narrower range than from 1 to 4, or than is
    /// known from elsewhere.
    fn known_too_well(&self, bounds: &[Bound]) -> Option<(usize, usize)> {
        let alone = self.alone(bounds);
        let is_narrow = |&(row, column): &(usize, usize)| {
            let (alone, range) = (alone[row][column], self.ranges[row][column]);
            // By a sum that all know to be 0 all parts are known to be.
            self.at(row, column) == Count::Few
                && (range.most > 0 || !self.totals_are_known)
                && !self.is_vague(row, column)
                && (range.least > alone.least.max(1)
                    || range.most < alone.most.min(SMALLEST_GROUP - 1))
        };
        self.positions().find(is_narrow)
    }

    /// The number that is to become a bound so that less is known about another: the first large one in its row
    /// or column, else anywhere, parts before sums.
    fn to_loosen(&self, (row, column): (usize, usize)) -> Option<(usize, usize)> {
        let is_large = |&(row, column): &(usize, usize)| {
            self.at(row, column).exact().is_some_and(|number| number >= SMALLEST_GROUP)
                && !self.is_known(column)
        };
        let crosses = |at: &(usize, usize)| at.0 == row || at.1 == column;
        self.positions().filter(is_large).min_by_key(|at| (self.is_sum(at.0, at.1), !crosses(at)))
    }

    /// All positions, row by row.
    fn positions(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let (rows, columns) = (self.counts.len(), self.counts[0].len());
        (0..rows).flat_map(move |row| (0..columns).map(move |column| (row, column)))
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
        let sum = || sum.iter().find(is_large).filter(|&&(_, column)| !self.is_known(column));
        let found = large.or_else(nobody).or_else(sum).copied();
        found.inspect(|&at| self.hide(numbers, at)).is_some()
    }

    /// Sets every bound to what follows from the other numbers.
    fn set_bounds(&mut self) {
        for (row, column) in self.positions() {
            let count = self.at(row, column);
            let is_vague = self.is_vague(row, column) && count == Count::Few;
            if matches!(count, Count::AtLeast(_)) || is_vague {
                self.counts[row][column] = Count::AtLeast(self.ranges[row][column].least);
            }
        }
    }

    /// Whether a position holds a sum. The sums of the columns of one row are that row again.
    fn is_sum(&self, row: usize, column: usize) -> bool {
        let (rows, columns) = (self.counts.len(), self.counts[0].len());
        column == columns - 1 || (row == rows - 1 && rows > 2)
    }

    /// Whether a hidden number does not say whether it is small.
    fn is_vague(&self, row: usize, column: usize) -> bool {
        match self.vague {
            Vague::Nothing => false,
            Vague::Sums => self.is_sum(row, column),
            Vague::Everything => true,
        }
    }

    /// Whether all know the numbers of a column.
    fn is_known(&self, column: usize) -> bool {
        self.totals_are_known && column == self.counts[0].len() - 1
    }

    /// What each number reveals by itself, and with what is known from elsewhere.
    fn alone(&self, bounds: &[Bound]) -> Vec<Vec<Bound>> {
        let alone = |row: usize, column: usize| match self.at(row, column) {
            Count::Few | Count::AtLeast(_) if self.is_vague(row, column) => {
                Bound::of(Count::AtLeast(0))
            }
            Count::AtLeast(_) => Bound::of(Count::AtLeast(SMALLEST_GROUP)),
            count => Bound::of(count),
        };
        let columns = 0..self.counts[0].len();
        let rows = 0..self.counts.len();
        let row = |row: usize| columns.clone().map(|column| alone(row, column)).collect();
        let mut ranges: Vec<Vec<Bound>> = rows.map(row).collect();
        for bound in bounds.iter().chain(&self.limits) {
            // The sums of the columns of one row are that row again.
            let is_row = self.counts.len() == 2;
            for row in [bound.row].into_iter().chain(is_row.then_some(1 - bound.row.min(1))) {
                let range = &mut ranges[row][bound.column];
                range.least = range.least.max(bound.least);
                range.most = range.most.min(bound.most);
            }
        }
        ranges
    }
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
mod tests;
