//! Numbers of students, and what is left of them where groups are too small to be told.

use super::audience::{Audience, SMALLEST_GROUP};
use super::grid::{Bound, Grid};
use crate::plan::Part;

/// A number of students as it may be told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Count {
    /// Exactly so many.
    Exact(i64),
    /// Fewer than [`SMALLEST_GROUP`], perhaps none.
    Few,
    /// At least so many: the exact number would tell how few others are. The bound follows from the other
    /// numbers that are told.
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

/// A part of a whole as it may be told to an audience.
pub fn part(audience: Audience, part: &Part) -> PartFact {
    let grid = Grid::new(audience, &[vec![part.number, part.of - part.number]]);
    PartFact::new(grid.at(0, 0), grid.of_row(0))
}

/// A part of a whole that is itself a part of some who are told elsewhere, as those who wish are of those
/// placed: that a few do not belong to the whole is not told either.
pub fn part_among(audience: Audience, part: &Part, among: Among) -> PartFact {
    let Some(known) = among.hides(audience, part.of) else { return self::part(audience, part) };
    let rest = part.of - part.number;
    let bounds = [Bound { least: 0, ..known }.at(0, 0), known.at(0, 2)];
    let grid = Grid::with_bounds(audience, &[vec![part.number, rest]], &bounds);
    let told = PartFact::new(grid.at(0, 0), grid.of_row(0));
    // Of many, a share in whole percents tells neither of both numbers.
    let is_large = part.of >= 20 * SMALLEST_GROUP && part.number.min(rest) >= SMALLEST_GROUP;
    let share = part.share_permille().filter(|_| is_large);
    share.map_or(told, |tenths| PartFact { share: Share::About((tenths + 5) / 10 * 10), ..told })
}

/// Some who are told elsewhere, of whom others are a part.
#[derive(Clone, Copy)]
pub struct Among {
    /// How many there are.
    pub all: i64,
    /// What is told of that.
    pub known: Bound,
}

impl Among {
    /// What anyone may know of a number of them that must not be told: it would tell that a few do not belong
    /// to it; or how many there are in all, where that must not be told.
    pub fn hides(&self, audience: Audience, number: i64) -> Option<Bound> {
        let Bound { least, most, .. } = self.known;
        let hides = if least == most {
            (1..SMALLEST_GROUP).contains(&(self.all - number))
        } else {
            number + SMALLEST_GROUP > least
        };
        let least = (least - SMALLEST_GROUP + 1).max(0);
        (hides && !audience.sees_students()).then_some(Bound { least, ..self.known })
    }
}

/// Numbers that are told beside each other, and beside their sum, as it is told elsewhere.
pub fn line(audience: Audience, numbers: &[i64], bounds: &[Bound], sum: Bound) -> Vec<Count> {
    if numbers.is_empty() {
        return Vec::new();
    }
    let mut bounds = bounds.to_vec();
    if sum.least < sum.most {
        bounds.push(Bound { row: 0, column: numbers.len(), ..sum });
    }
    let grid = Grid::with_bounds(audience, &[numbers.to_vec()], &bounds);
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
        assert_eq!((told.number, told.of), (Count::AtLeast(446), Count::Exact(450)));
        assert_eq!(told.share, Share::AtLeast(991));
        assert_eq!(part(PUBLIC, &Part::new(2, 450)).number, Count::Few);
        assert_eq!(part(PUBLIC, &Part::new(2, 450)).share, Share::Unknown);
        assert_eq!(part(PUBLIC, &Part::new(445, 450)).number, Count::Exact(445));
        assert_eq!(part(PUBLIC, &Part::new(450, 450)).share, Share::Exact(1000));
        assert_eq!(part(PUBLIC, &Part::new(0, 0)).share, Share::Unknown);
    }

    /// Whoever knows how bounds are found must not learn from them which of the small numbers it is.
    #[test]
    fn no_bound_depends_on_what_is_hidden() {
        for all in 20..30 {
            let told = [1, 2, 3, 4].map(|few| part(PUBLIC, &Part::new(all - few, all)));
            assert_eq!(told, [told[0]; 4]);
            let sum = Bound::exact(all);
            let lines = [1, 2, 3, 4].map(|few| line(PUBLIC, &[few, all - 9 - few, 9], &[], sum));
            assert!(lines.iter().all(|one| *one == lines[0]), "{lines:?}");
        }
    }

    #[test]
    fn a_few_outside_a_whole_are_not_told() {
        let known = |least, most| Bound { least, most, ..Bound::exact(0) };
        let placed = |all, known| Among { all, known };
        let told = |number, of, among| part_among(PUBLIC, &Part::new(number, of), among);
        // Two of those placed have no known journey.
        let exact = placed(352, known(352, 352));
        let among = told(335, 350, exact);
        assert_eq!((among.of, among.share), (Count::AtLeast(348), Share::About(960)));
        assert!(among.number.exact().is_none());
        assert_eq!(told(335, 352, exact).of, Count::Exact(352));
        assert_eq!(told(335, 340, exact).of, Count::Exact(340));
        // It is not told that 449 are placed; that so many have a known journey would tell it.
        let hidden = placed(449, known(446, 450));
        assert_eq!(told(430, 449, hidden).of, Count::AtLeast(442));
        assert_eq!(told(300, 400, hidden).of, Count::Exact(400));
        let planner = part_among(Audience::Planner, &Part::new(335, 350), exact);
        assert_eq!(planner.of, Count::Exact(350));
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

    /// What anyone could find who tries all numbers that fit what is told.
    #[test]
    fn no_line_tells_a_small_group() {
        for first in 0..12 {
            for second in 0..12 {
                for third in 0..12 {
                    let sum = first + second + third;
                    let told = line(PUBLIC, &[first, second, third], &[], Bound::exact(sum));
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
