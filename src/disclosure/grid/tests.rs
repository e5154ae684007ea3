//! Tables whose small groups are hidden, and attempts to infer them.

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

/// Bounds that add up to a disclosed sum revealed the 4: 5 of the next programme are at least 5.
#[test]
fn bounds_do_not_add_up_to_a_sum() {
    let grid = Grid::new(PUBLIC, &[vec![4, 0, 6], vec![49, 0, 5], vec![135, 0, 12]]);
    assert_eq!(grid.at(0, 0), Count::Few);
    let known = grid.known(0, 0);
    assert!(known.least <= 1 && known.most == 4, "{known:?}");
}

/// Numbers for tables, the same in every run of the tests.
fn numbers(seed: u64) -> impl FnMut() -> i64 {
    let mut random = seed;
    move || {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        [0, 1, 3, 4, 5, 6, 8, 11][(random >> 33) as usize % 8]
    }
}

/// Whether a number is a group to be protected.
fn is_few(number: i64) -> bool {
    (1..SMALLEST_GROUP).contains(&number)
}

#[test]
fn no_small_group_is_known_better_than_as_one_to_four() {
    let (mut number, mut hidden) = (numbers(1), 0);
    for columns in [2, 3, 3, 4].repeat(250) {
        let rows: Vec<Vec<i64>> =
            (0..3).map(|_| (0..columns).map(|_| number()).collect()).collect();
        let grid = Grid::new(PUBLIC, &rows);
        for (row, column) in grid.positions() {
            if grid.at(row, column) == Count::Few {
                let known = grid.known(row, column);
                hidden += 1;
                assert!(known.least <= 1 && known.most == 4, "{rows:?} {known:?}");
            }
        }
    }
    assert!(hidden > 2000, "{hidden}");
}

/// Someone who tries every table that fits what is disclosed.
#[test]
fn trying_all_tables_reveals_no_small_group() {
    let (mut number, mut hidden) = (numbers(2), 0);
    for _ in 0..150 {
        let rows = [[number(), number()], [number(), number()]];
        let grid = Grid::new(PUBLIC, &rows.map(Vec::from));
        let possible = possible(&grid);
        assert!(possible.contains(&rows));
        for (row, column) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            let fits = |number| possible.iter().any(|table| table[row][column] == number);
            let all = (1..SMALLEST_GROUP).all(fits);
            hidden += usize::from(is_few(rows[row][column]));
            assert!(all || !is_few(rows[row][column]), "{rows:?} {:?}", grid.counts);
        }
    }
    assert!(hidden > 100, "{hidden}");
}

/// The tables of two rows and columns, with numbers up to 24, that fit what is disclosed.
fn possible(grid: &Grid) -> Vec<[[i64; 2]; 2]> {
    let fits = |count: Count, number: i64| match count {
        Count::Exact(exact) => exact == number,
        Count::Few => number < SMALLEST_GROUP,
        Count::AtLeast(least) | Count::About(least) => number >= least,
    };
    let rows = |row: usize| {
        let part = |column| (0..25).filter(move |&number| fits(grid.at(row, column), number));
        let all = part(0).flat_map(move |one| part(1).map(move |two| [one, two]));
        all.filter(|[one, two]| fits(grid.of_row(row), one + two)).collect::<Vec<_>>()
    };
    let (first, second) = (rows(0), rows(1));
    let both = first.iter().flat_map(|one| second.iter().map(move |other| [*one, *other]));
    both.filter(|table| {
        let sums = [0, 1].map(|column| table[0][column] + table[1][column]);
        (0..2).all(|column| fits(grid.of_column(column), sums[column]))
            && fits(grid.total(), sums[0] + sums[1])
    })
    .collect()
}
