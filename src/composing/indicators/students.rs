//! Where students are, how far they travel, and which wishes are met.

use std::collections::BTreeMap;

use crate::instance::{Programme, Student, TermId};
use crate::plan::{JourneyIndicators, Proportion, Whereabouts};
use crate::plan::{Placing, Setting, Tally};
use crate::problem::Problem;

/// Where the students are that count.
pub fn whereabouts(tally: &Tally, counts: impl Fn(&Student) -> bool) -> Whereabouts {
    let of_those = tally.instance.students.iter().filter(|(_, student)| counts(student));
    let (mut all, mut left_out) = (0, 0);
    for (id, student) in of_those {
        all += student.count;
        left_out += tally.left_out(id);
    }
    let placed_in = |core: bool| {
        let there = tally.placings().filter(|(_, placing, _)| {
            (placing.setting != Setting::Shell) == core && counts(placing.student())
        });
        there.map(|(_, _, count)| count).sum()
    };
    Whereabouts {
        core: Proportion::new(placed_in(true), all),
        shell: Proportion::new(placed_in(false), all),
        left_out: Proportion::new(left_out, all),
    }
}

/// Where the students of each programme are, for programmes that have any.
pub fn per_programme(tally: &Tally) -> BTreeMap<String, Whereabouts> {
    let present = |programme: Programme| {
        tally.instance.students.values().any(|student| student.programme == programme)
    };
    Programme::ALL
        .iter()
        .filter(|&&programme| present(programme))
        .map(|&programme| {
            let of_programme = |student: &Student| student.programme == programme;
            (programme.word().to_owned(), whereabouts(tally, of_programme))
        })
        .collect()
}

/// How far placed students travel, where known.
pub fn journeys(problem: &Problem, tally: &Tally) -> JourneyIndicators {
    let mut journeys: Vec<(i64, i64)> = tally
        .placings()
        .filter_map(|(_, placing, count)| Some((placing.journey?.0, count)))
        .collect();
    journeys.sort_unstable();
    let known: i64 = journeys.iter().map(|(_, count)| count).sum();
    let sum: i64 = journeys.iter().map(|(metres, count)| metres * count).sum();
    let comfortable = problem.rulebook.travel.as_ref().map(|travel| {
        let within =
            journeys.iter().filter(|(metres, _)| *metres <= travel.comfortable_km.metres().0);
        Proportion::new(within.map(|(_, count)| count).sum(), known)
    });
    JourneyIndicators {
        known,
        mean_m: (known > 0).then(|| (2 * sum + known) / (2 * known)),
        median_m: nearest_rank(&journeys, known, 50),
        percentile_90_m: nearest_rank(&journeys, known, 90),
        longest_m: journeys.last().map(|(metres, _)| *metres),
        comfortable,
    }
}

/// The value at rank ⌈percent × number / 100⌉ among sorted values with their counts.
fn nearest_rank(sorted: &[(i64, i64)], number: i64, percent: i64) -> Option<i64> {
    let rank = (percent * number + 99) / 100;
    let mut seen = 0;
    let reaches = |&(_, count): &&(i64, i64)| {
        seen += count;
        seen >= rank
    };
    sorted.iter().find(reaches).map(|(value, _)| *value)
}

/// Placed students whose wish is met, per wished denomination.
pub fn denominations(tally: &Tally) -> BTreeMap<String, Proportion> {
    let mut met = BTreeMap::<TermId, (i64, i64)>::new();
    for (_, placing, count) in tally.placings() {
        let wish = placing.student().denomination.iter();
        for &term in wish.flat_map(|wish| &wish.terms) {
            let (number, of) = met.entry(term).or_default();
            *of += count;
            *number += if placing.unmet_denomination() { 0 } else { count };
        }
    }
    let parts = met.into_iter();
    parts
        .map(|(term, (number, of))| {
            (tally.instance.terms[term].clone(), Proportion::new(number, of))
        })
        .collect()
}

/// Placed students with a wish for a denomination whose wish is met, each counted once.
pub fn denomination_wishes(tally: &Tally) -> Proportion {
    let wishing = tally.placings();
    let wishing = wishing.filter(|(_, placing, _)| placing.student().denomination.is_some());
    part(wishing, |placing| !placing.unmet_denomination())
}

/// Placed students with a wish for concepts who get one of them.
pub fn concepts(tally: &Tally) -> Proportion {
    let wishing = tally.placings().filter(|(_, placing, _)| !placing.student().concepts.is_empty());
    part(wishing, |placing| !placing.unmet_concept())
}

/// Placed students with ranked wishes, by the rank they got.
pub fn wishes(tally: &Tally) -> BTreeMap<String, Proportion> {
    let mut by_rank = BTreeMap::<Option<usize>, i64>::new();
    let mut wishing = 0;
    for (_, placing, count) in tally.placings() {
        if !placing.student().wishes.is_empty() {
            *by_rank.entry(placing.wish_rank()).or_default() += count;
            wishing += count;
        }
    }
    by_rank
        .into_iter()
        .map(|(rank, number)| {
            let name = rank.map_or_else(|| "none".to_owned(), |rank| rank.to_string());
            (name, Proportion::new(number, wishing))
        })
        .collect()
}

/// How many of some placings are as wished.
pub fn part<'a>(
    placings: impl Iterator<Item = (usize, Placing<'a>, i64)>,
    counts: impl Fn(&Placing) -> bool,
) -> Proportion {
    let (mut number, mut of) = (0, 0);
    for (_, placing, count) in placings {
        of += count;
        number += if counts(&placing) { count } else { 0 };
    }
    Proportion::new(number, of)
}

#[cfg(test)]
mod tests {
    use super::nearest_rank;

    #[test]
    fn the_nearest_rank_counts_cohorts_one_by_one() {
        let journeys = [(100, 8), (200, 1), (300, 1)];
        assert_eq!(nearest_rank(&journeys, 10, 50), Some(100));
        assert_eq!(nearest_rank(&journeys, 10, 90), Some(200));
        assert_eq!(nearest_rank(&journeys, 10, 91), Some(300));
        assert_eq!(nearest_rank(&[], 0, 90), None);
    }
}
