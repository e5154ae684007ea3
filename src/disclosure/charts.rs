//! Data of a report's charts, as disclosed.

use super::audience::{Audience, SMALLEST_GROUP};
use super::count::Count;
use super::suppression;
use crate::plan::Plan;
use crate::plan::Tally;
use crate::problem::Problem;
use crate::rules::Sizes;

/// Smallest width of a bar of the histogram, in metres.
const NARROWEST_M: i64 = 1000;
/// Largest number of bars.
const MOST_BARS: i64 = 40;
/// Width of the last bar in bars, if only a few students travel that far.
const COARSE: i64 = 10;

/// A bar of a histogram of journeys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bar {
    /// Shortest journey, in metres.
    pub from_m: i64,
    /// Upper end in metres, exclusive.
    pub to_m: i64,
    /// Students with such a journey.
    pub students: Count,
}

/// The size of a used cluster.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Size {
    /// The cluster's id.
    pub id: String,
    /// Name of the cluster.
    pub name: String,
    /// Number of members.
    pub members: Count,
    /// Allowed sizes; `None` if rule `cluster_size` is off.
    pub allowed: Option<Sizes>,
}

/// The histogram of journeys: bars of equal width without gaps. For audiences other than planners small bars
/// are joined with the next, so that no bar has fewer than [`SMALLEST_GROUP`] students; and if the last
/// students are few, the end of their bar is rounded so that it does not reveal the longest journey.
pub fn histogram(tally: &Tally, audience: Audience) -> Vec<Bar> {
    let journeys: Vec<(i64, i64)> = tally
        .placings()
        .filter_map(|(_, placing, count)| Some((placing.journey?.0, count)))
        .collect();
    let Some(longest) = journeys.iter().map(|&(metres, _)| metres).max() else { return Vec::new() };
    let width = width(longest);
    let mut numbers = vec![0; usize::try_from(longest / width + 1).unwrap_or(1)];
    for (metres, count) in journeys {
        numbers[usize::try_from(metres / width).unwrap_or(0)] += count;
    }
    let bars = numbers.into_iter().zip(0..);
    let bars = bars.map(|(number, index)| (index * width, (index + 1) * width, number)).collect();
    let bars = if audience.sees_students() { bars } else { joined(bars, COARSE * width) };
    let bar = |(from_m, to_m, number)| Bar {
        from_m,
        to_m,
        students: suppression::rounded(audience, number),
    };
    bars.into_iter().map(bar).collect()
}

/// The smallest of 1, 2 and 5 times a power of ten kilometres that needs at most [`MOST_BARS`] bars.
fn width(longest_m: i64) -> i64 {
    let mut width = NARROWEST_M;
    for factor in [2, 5, 10].into_iter().cycle() {
        if longest_m / width < MOST_BARS {
            break;
        }
        // From 1 to 2, from 2 to 5, from 5 to 10.
        width = match factor {
            5 => width / 2 * 5,
            _ => width * 2,
        };
    }
    width
}

/// Joins bars until each is large enough; what remains at the end joins the last one, whose end is then a
/// multiple of `coarse`.
fn joined(bars: Vec<(i64, i64, i64)>, coarse: i64) -> Vec<(i64, i64, i64)> {
    let mut joined: Vec<(i64, i64, i64)> = Vec::new();
    let mut open: Option<(i64, i64, i64)> = None;
    for (from, to, number) in bars {
        let (from, number) = open.map_or((from, number), |(first, _, few)| (first, few + number));
        open = Some((from, to, number)).filter(|_| (1..SMALLEST_GROUP).contains(&number));
        if open.is_none() {
            joined.push((from, to, number));
        }
    }
    match (open, joined.iter_mut().rev().find(|(_, _, number)| *number > 0)) {
        (Some((_, to, few)), Some(last)) => {
            let to = (to + coarse - 1) / coarse * coarse;
            let (from, _, number) = *last;
            joined.retain(|&(other, _, _)| other < from);
            joined.push((from, to, number + few));
        }
        (Some((from, to, number)), None) => {
            joined.push((from, (to + coarse - 1) / coarse * coarse, number));
        }
        (None, _) => {}
    }
    joined
}

/// The size of each used cluster, in the order of the plan.
pub fn sizes(problem: &Problem, tally: &Tally, plan: &Plan, members: &[Count]) -> Vec<Size> {
    let rule = problem.rulebook.cluster_size.as_ref();
    let used = tally.assignment.clusters.iter();
    let rows = used.zip(&plan.clusters).zip(members);
    rows.map(|((used, cluster), &members)| Size {
        id: cluster.id.clone(),
        name: used.name(&problem.instance, &cluster.id),
        members,
        allowed: rule.map(|rule| rule.sizes(&problem.instance, used.origin)),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_narrow_as_their_number_allows() {
        let widths = [0, 39_999, 40_000, 79_999, 80_000, 200_000, 400_000].map(width);
        assert_eq!(widths, [1000, 1000, 2000, 2000, 5000, 10_000, 20_000]);
    }

    #[test]
    fn small_bars_are_joined_with_the_next() {
        let bars = vec![(0, 1, 2), (1, 2, 7), (2, 3, 0), (3, 4, 5), (4, 5, 0), (5, 6, 1)];
        assert_eq!(joined(bars, 10), [(0, 2, 9), (2, 3, 0), (3, 10, 6)]);
        assert_eq!(joined(vec![(0, 1, 2), (1, 2, 1)], 10), [(0, 10, 3)]);
        assert_eq!(joined(vec![(0, 1, 5), (1, 2, 0), (2, 3, 3)], 10), [(0, 10, 8)]);
    }
}
