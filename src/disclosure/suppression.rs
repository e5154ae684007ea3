//! Suppression: what remains of numbers of students once groups too small to disclose are hidden.

use super::audience::{Audience, SMALLEST_GROUP};
use super::bound::Bound;
use super::count::{Count, PartFact, Share};
use super::grid::Grid;
use crate::plan::Proportion;

/// Discloses a part of a whole to an audience, with nothing else known about the two.
pub fn part(audience: Audience, part: &Proportion) -> PartFact {
    let grid = Grid::new(audience, &[vec![part.number, part.of - part.number]]);
    PartFact::new(grid.at(0, 0), grid.of_row(0))
}

/// Discloses a part of a whole that is itself part of a group disclosed elsewhere: those whose wish is met,
/// of those who wish, of those placed. That only a few of the group are outside the whole is hidden too.
pub fn part_among(audience: Audience, part: &Proportion, group: EnclosingGroup) -> PartFact {
    let Some(known) = group.hides(audience, part.of) else { return self::part(audience, part) };
    let rest = part.of - part.number;
    let bounds = [Bound { least: 0, ..known }.at(0, 0), known.at(0, 2)];
    let grid = Grid::with_bounds(audience, &[vec![part.number, rest]], &bounds);
    let fact = PartFact::new(grid.at(0, 0), grid.of_row(0));
    // In a large group a share in whole percents reveals neither number.
    let is_large = part.of >= 20 * SMALLEST_GROUP && part.number.min(rest) >= SMALLEST_GROUP;
    let share = part.share_permille().filter(|_| is_large);
    share.map_or(fact, |tenths| PartFact { share: Share::About((tenths + 5) / 10 * 10), ..fact })
}

/// A group disclosed elsewhere, of which another number counts a part.
#[derive(Clone, Copy)]
pub struct EnclosingGroup {
    /// Its number of students.
    pub all: i64,
    /// What is disclosed of that number.
    pub known: Bound,
}

impl EnclosingGroup {
    /// The bound within which a part of the group may be known, if the part must be hidden; `None` if it may
    /// be disclosed. It must be hidden if it would reveal that only a few of the group are outside the part,
    /// or the size of the group where that is hidden.
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

/// Discloses numbers side by side, of whose sum all know the range `sum`. `bounds` and `limits` are as in [`Grid::line`].
pub fn line(
    audience: Audience,
    numbers: &[i64],
    bounds: &[Bound],
    limits: &[Bound],
    sum: Bound,
) -> Vec<Count> {
    if numbers.is_empty() {
        return Vec::new();
    }
    let grid = Grid::line(audience, numbers, bounds, limits, sum);
    (0..numbers.len()).map(|column| grid.at(0, column)).collect()
}

/// Discloses a number rounded, so that numbers side by side do not reveal their exact sum.
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
        assert_eq!(part(Audience::Planner, &Proportion::new(1, 3)).share, Share::Exact(333));
    }

    #[test]
    fn a_small_group_is_hidden_and_cannot_be_inferred() {
        let fact = part(PUBLIC, &Proportion::new(448, 450));
        assert_eq!((fact.number, fact.of), (Count::AtLeast(446), Count::Exact(450)));
        assert_eq!(fact.share, Share::AtLeast(991));
        assert_eq!(part(PUBLIC, &Proportion::new(2, 450)).number, Count::Few);
        assert_eq!(part(PUBLIC, &Proportion::new(2, 450)).share, Share::Unknown);
        assert_eq!(part(PUBLIC, &Proportion::new(445, 450)).number, Count::Exact(445));
        assert_eq!(part(PUBLIC, &Proportion::new(450, 450)).share, Share::Exact(1000));
        assert_eq!(part(PUBLIC, &Proportion::new(0, 0)).share, Share::Unknown);
    }

    /// Someone who knows how bounds are found must not learn from them which small number is hidden.
    #[test]
    fn no_bound_depends_on_what_is_hidden() {
        for all in 20..30 {
            let facts = [1, 2, 3, 4].map(|few| part(PUBLIC, &Proportion::new(all - few, all)));
            assert_eq!(facts, [facts[0]; 4]);
            let sum = Bound::exact(all);
            let lines =
                [1, 2, 3, 4].map(|few| line(PUBLIC, &[few, all - 9 - few, 9], &[], &[], sum));
            assert!(lines.iter().all(|one| *one == lines[0]), "{lines:?}");
        }
    }

    #[test]
    fn a_few_outside_a_whole_are_hidden() {
        let known = |least, most| Bound { least, most, ..Bound::exact(0) };
        let placed = |all, known| EnclosingGroup { all, known };
        let fact = |number, of, among| part_among(PUBLIC, &Proportion::new(number, of), among);
        // Two of those placed have no known journey.
        let exact = placed(352, known(352, 352));
        let among = fact(335, 350, exact);
        assert_eq!((among.of, among.share), (Count::AtLeast(348), Share::About(960)));
        assert!(among.number.exact().is_none());
        assert_eq!(fact(335, 352, exact).of, Count::Exact(352));
        assert_eq!(fact(335, 340, exact).of, Count::Exact(340));
        // That 449 are placed is hidden; the number of known journeys would reveal it.
        let hidden = placed(449, known(446, 450));
        assert_eq!(fact(430, 449, hidden).of, Count::AtLeast(442));
        assert_eq!(fact(300, 400, hidden).of, Count::Exact(400));
        let planner = part_among(Audience::Planner, &Proportion::new(335, 350), exact);
        assert_eq!(planner.of, Count::Exact(350));
    }

    #[test]
    fn no_share_is_more_than_all() {
        let share = |number, of| PartFact::new(Count::About(number), Count::Exact(of)).share;
        assert_eq!([share(50, 48), share(45, 60)], [Share::About(1000), Share::About(750)]);
    }

    /// A hidden group has 0 to 4 students, not 1 to 4: where only small groups add up to a sum, 0 is hidden
    /// too.
    #[test]
    fn a_hidden_group_may_be_empty() {
        assert_eq!(line(PUBLIC, &[3, 4, 0], &[], &[], Bound::exact(7)), [Count::Few; 3]);
        assert_eq!(line(PUBLIC, &[2, 2, 3], &[], &[], Bound::exact(7)), [Count::Few; 3]);
        let few = Bound::of(Count::Few);
        assert_eq!((few.least, few.most), (0, SMALLEST_GROUP - 1));
    }

    #[test]
    fn a_whole_that_is_small_is_hidden_too() {
        let fact = part(PUBLIC, &Proportion::new(3, 3));
        assert_eq!((fact.number, fact.of, fact.share), (Count::Few, Count::Few, Share::Unknown));
    }

    /// An attacker who tries all numbers that fit what is disclosed.
    #[test]
    fn no_line_reveals_a_small_group() {
        for first in 0..12 {
            for second in 0..12 {
                for third in 0..12 {
                    let sum = first + second + third;
                    let disclosed =
                        line(PUBLIC, &[first, second, third], &[], &[], Bound::exact(sum));
                    for (position, number) in [first, second, third].into_iter().enumerate() {
                        let all_small = disclosed.iter().all(|count| *count == Count::Few);
                        if (1..SMALLEST_GROUP).contains(&number)
                            && sum >= SMALLEST_GROUP
                            && !all_small
                        {
                            let possible = possible(&disclosed, sum, position);
                            assert!(possible.len() > 1, "{disclosed:?} of {sum}: {possible:?}");
                        }
                    }
                }
            }
        }
    }

    fn possible(disclosed: &[Count], sum: i64, position: usize) -> std::collections::BTreeSet<i64> {
        let values = |count: Count| match count {
            Count::Exact(number) => number..number + 1,
            Count::Few => 0..SMALLEST_GROUP,
            Count::AtLeast(least) | Count::About(least) => least..sum + 1,
        };
        let mut found = std::collections::BTreeSet::new();
        for first in values(disclosed[0]) {
            for second in values(disclosed[1]) {
                for third in values(disclosed[2]) {
                    if first + second + third == sum {
                        found.insert([first, second, third][position]);
                    }
                }
            }
        }
        found
    }

    #[test]
    fn rounded_numbers_reveal_no_exact_sum() {
        let disclosed = [0, 3, 5, 7, 8].map(|number| rounded(PUBLIC, number));
        let about = Count::About;
        assert_eq!(disclosed, [Count::Exact(0), Count::Few, about(5), about(5), about(10)]);
        assert_eq!(rounded(Audience::Planner, 3), Count::Exact(3));
    }
}
