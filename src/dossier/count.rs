//! Numbers of students, and what is left of them where groups are too small to be told.

use super::audience::{Audience, SMALLEST_GROUP};
use crate::plan::Part;

/// A number of students as it may be told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Count {
    /// Exactly so many.
    Exact(i64),
    /// Fewer than [`SMALLEST_GROUP`], perhaps none.
    Few,
    /// At least so many: the exact number would tell how few others are.
    AtLeast(i64),
    /// So many, rounded to a multiple of [`SMALLEST_GROUP`].
    About(i64),
}

impl Count {
    /// The number, where it is told exactly.
    pub fn exact(self) -> Option<i64> {
        match self {
            Self::Exact(number) => Some(number),
            Self::Few | Self::AtLeast(_) | Self::About(_) => None,
        }
    }

    /// The greatest multiple of [`SMALLEST_GROUP`] below a number of at least that size; 1 below that size
    /// itself.
    fn at_least(number: i64) -> Self {
        Self::AtLeast(((number - 1) / SMALLEST_GROUP * SMALLEST_GROUP).max(1))
    }
}

/// A share as it may be told, in tenths of a percent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Share {
    /// Exactly so much, rounded half up.
    Exact(i64),
    /// At least so much, rounded down.
    AtLeast(i64),
    /// About so much.
    About(i64),
    /// Not told, or a share of nothing.
    Unknown,
}

/// A part of a whole as it may be told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PartFact {
    /// The part.
    pub number: Count,
    /// The whole.
    pub of: Count,
    /// The part of the whole.
    pub share: Share,
}

impl PartFact {
    /// A part of a whole, alone, as it may be told to an audience.
    pub fn told(audience: Audience, part: &Part) -> Self {
        self::part(audience, part)
    }

    /// A part with its share.
    pub fn new(number: Count, of: Count) -> Self {
        let tenths = |number, of| Part::new(number, of).share_permille();
        let share = match (number, of) {
            (Count::Exact(number), Count::Exact(of)) => {
                tenths(number, of).map_or(Share::Unknown, Share::Exact)
            }
            (Count::AtLeast(number), Count::Exact(of)) if of > 0 => {
                Share::AtLeast(1000 * number / of)
            }
            (Count::About(number), Count::Exact(of)) => {
                // Rounded up, a part can be more than its whole; no share is.
                tenths(number, of).map_or(Share::Unknown, |tenths| Share::About(tenths.min(1000)))
            }
            _ => Share::Unknown,
        };
        Self { number, of, share }
    }
}

/// Numbers in rows and columns, with the sums of each.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grid {
    /// The numbers, row by row, each with the sum of the row behind it; the last row has the sums of the
    /// columns.
    counts: Vec<Vec<Count>>,
}

impl Grid {
    /// Numbers as they may be told to an audience. All rows are equally long.
    ///
    /// Groups below [`SMALLEST_GROUP`] are hidden. So that nobody can work them out from sums, every row
    /// and column with a hidden number has at least one more that is told as a bound only: the largest,
    /// which loses least (complementary suppression, after Cox, 1980).
    pub fn new(audience: Audience, rows: &[Vec<i64>]) -> Self {
        Self::with_bounds(audience, rows, &[])
    }

    /// The same, where some numbers, by row and column, are told as bounds at most: something else that is
    /// told would make a small group of them. The row behind the last has the sums of the columns.
    pub fn with_bounds(audience: Audience, rows: &[Vec<i64>], bounds: &[(usize, usize)]) -> Self {
        let numbers = with_sums(rows);
        let exact = |row: &Vec<i64>| row.iter().map(|&number| Count::Exact(number)).collect();
        let mut grid = Self { counts: numbers.iter().map(exact).collect() };
        if !audience.sees_students() {
            for &(row, column) in bounds.iter().filter(|&&(row, column)| numbers[row][column] > 0) {
                grid.counts[row][column] = Count::at_least(numbers[row][column]);
            }
            grid.hide(&numbers);
        }
        grid
    }

    /// The number in a row and column.
    pub fn at(&self, row: usize, column: usize) -> Count {
        self.counts[row][column]
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

    fn hide(&mut self, numbers: &[Vec<i64>]) {
        for (counts, numbers) in self.counts.iter_mut().zip(numbers) {
            for (count, &number) in counts.iter_mut().zip(numbers) {
                if (1..SMALLEST_GROUP).contains(&number) {
                    *count = Count::Few;
                }
            }
        }
        let (rows, columns) = (numbers.len(), numbers[0].len());
        let row = |row: usize| (0..columns).map(|column| (row, column)).collect::<Vec<_>>();
        let column = |column: usize| (0..rows).map(|row| (row, column)).collect();
        let lines: Vec<_> = (0..rows).map(row).chain((0..columns).map(column)).collect();
        while lines.iter().any(|line| self.hide_one_more(numbers, line)) {}
    }

    /// Hides one more number of a line where one is needed: of the parts the largest becomes a bound, else
    /// a 0 is no longer told from a few; the sum, which stands last, becomes a bound only where nothing else
    /// is left. Whether one was hidden.
    fn hide_one_more(&mut self, numbers: &[Vec<i64>], line: &[(usize, usize)]) -> bool {
        let hidden = line.iter().filter(|&&(row, column)| self.at(row, column).exact().is_none());
        let bounds =
            line.iter().filter(|&&(row, column)| matches!(self.at(row, column), Count::AtLeast(_)));
        let (hidden, bounds) = (hidden.count(), bounds.count());
        let sum_is_hidden =
            line.last().is_some_and(|&(row, column)| self.at(row, column).exact().is_none());
        if hidden == 0 || (hidden >= 2 && (bounds >= 1 || sum_is_hidden)) {
            return false;
        }
        let exact = |&&(row, column): &&(usize, usize)| self.at(row, column).exact();
        let is_large =
            |at: &&(usize, usize)| exact(at).is_some_and(|number| number >= SMALLEST_GROUP);
        let (parts, sum) = line.split_at(line.len() - 1);
        let largest =
            parts.iter().filter(is_large).max_by_key(|&&(row, column)| numbers[row][column]);
        let nobody = || parts.iter().find(|at| exact(at) == Some(0));
        let found = largest.or_else(nobody).or_else(|| sum.iter().find(is_large));
        let Some(&(row, column)) = found else { return false };
        let number = numbers[row][column];
        self.counts[row][column] = if number == 0 { Count::Few } else { Count::at_least(number) };
        true
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

/// A part of a whole as it may be told to an audience.
pub fn part(audience: Audience, part: &Part) -> PartFact {
    let grid = Grid::new(audience, &[vec![part.number, part.of - part.number]]);
    PartFact::new(grid.at(0, 0), grid.of_row(0))
}

/// Numbers that are told beside each other, whose sum can be known from elsewhere. Where all of them are
/// small only who tells the sum can hide them.
pub fn line(audience: Audience, numbers: &[i64]) -> Vec<Count> {
    if numbers.is_empty() {
        return Vec::new();
    }
    let grid = Grid::new(audience, &[numbers.to_vec()]);
    (0..numbers.len()).map(|column| grid.at(0, column)).collect()
}

/// A number rounded so that numbers beside each other do not tell their exact sum.
pub fn rounded(audience: Audience, number: i64) -> Count {
    if audience.sees_students() || number == 0 {
        Count::Exact(number)
    } else if number < SMALLEST_GROUP {
        Count::Few
    } else {
        Count::About((number + SMALLEST_GROUP / 2) / SMALLEST_GROUP * SMALLEST_GROUP)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUBLIC: Audience = Audience::Public;

    #[test]
    fn planners_see_everything() {
        let grid = Grid::new(Audience::Planner, &[vec![8, 1], vec![2, 0]]);
        assert_eq!([grid.at(0, 1), grid.at(1, 0), grid.total()], [1, 2, 11].map(Count::Exact));
        assert_eq!(part(Audience::Planner, &Part::new(1, 3)).share, Share::Exact(333));
    }

    #[test]
    fn a_small_group_is_hidden_and_cannot_be_worked_out() {
        let told = part(PUBLIC, &Part::new(448, 450));
        assert_eq!((told.number, told.of), (Count::AtLeast(445), Count::Exact(450)));
        assert_eq!(told.share, Share::AtLeast(988));
        assert_eq!(part(PUBLIC, &Part::new(2, 450)).number, Count::Few);
        assert_eq!(part(PUBLIC, &Part::new(2, 450)).share, Share::Unknown);
        assert_eq!(part(PUBLIC, &Part::new(445, 450)).number, Count::Exact(445));
        assert_eq!(part(PUBLIC, &Part::new(450, 450)).share, Share::Exact(1000));
        assert_eq!(part(PUBLIC, &Part::new(0, 0)).share, Share::Unknown);
    }

    #[test]
    fn no_share_is_more_than_all() {
        let told = |number, of| PartFact::new(Count::About(number), Count::Exact(of)).share;
        assert_eq!([told(50, 48), told(45, 60)], [Share::About(1000), Share::About(750)]);
    }

    #[test]
    fn a_whole_that_is_small_is_hidden_too() {
        let told = part(PUBLIC, &Part::new(3, 3));
        assert_eq!((told.number, told.of, told.share), (Count::Few, Count::Few, Share::Unknown));
    }

    #[test]
    fn every_line_with_something_hidden_has_a_bound() {
        // Rows: programmes; columns: in clusters, in the shell, left out.
        let rows = [vec![120, 10, 2], vec![60, 0, 30], vec![1, 0, 0]];
        let grid = Grid::new(PUBLIC, &rows);
        assert_eq!(grid.at(0, 2), Count::Few);
        assert_eq!(grid.at(0, 0), Count::AtLeast(115));
        // In the column of those left out 2 would be 32 - 30.
        assert_eq!(grid.at(1, 2), Count::AtLeast(25));
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

    /// What anyone could find who tries all numbers that fit what is told.
    #[test]
    fn no_line_tells_a_small_group() {
        for first in 0..12 {
            for second in 0..12 {
                for third in 0..12 {
                    let told = line(PUBLIC, &[first, second, third]);
                    let sum = first + second + third;
                    for (position, number) in [first, second, third].into_iter().enumerate() {
                        let all_small = told.iter().all(|count| *count == Count::Few);
                        if (1..SMALLEST_GROUP).contains(&number)
                            && sum >= SMALLEST_GROUP
                            && !all_small
                        {
                            let possible = possible(&told, sum, position);
                            assert!(possible.len() > 1, "{told:?} of {sum}: {possible:?}");
                        }
                    }
                }
            }
        }
    }

    fn possible(told: &[Count], sum: i64, position: usize) -> std::collections::BTreeSet<i64> {
        let values = |count: Count| match count {
            Count::Exact(number) => number..number + 1,
            Count::Few => 0..SMALLEST_GROUP,
            Count::AtLeast(least) | Count::About(least) => least..sum + 1,
        };
        let mut found = std::collections::BTreeSet::new();
        for first in values(told[0]) {
            for second in values(told[1]) {
                for third in values(told[2]) {
                    if first + second + third == sum {
                        found.insert([first, second, third][position]);
                    }
                }
            }
        }
        found
    }

    #[test]
    fn rounded_numbers_tell_no_exact_sum() {
        let told = [0, 3, 5, 7, 8].map(|number| rounded(PUBLIC, number));
        let about = Count::About;
        assert_eq!(told, [Count::Exact(0), Count::Few, about(5), about(5), about(10)]);
        assert_eq!(rounded(Audience::Planner, 3), Count::Exact(3));
    }
}
