//! Tints that distinguish neighbouring clusters. A tint means nothing else.

use super::hull::convex;
use crate::report::page::svg::Spot;

/// The number of tints, of which the style sheet has a colour each.
const TINTS: usize = 5;

/// A tint for each cluster, by the points of its schools: those whose areas come within a distance have different ones
/// as far as there are enough. The cluster with the most neighbours is first (Welsh and Powell, 1967).
pub fn tints(clusters: &[Vec<Spot>], distance: f64) -> Vec<usize> {
    let areas: Vec<Vec<Spot>> = clusters.iter().map(|points| convex(points)).collect();
    let boxes: Vec<[f64; 4]> = areas.iter().map(|area| around(area, distance)).collect();
    let mut beside: Vec<Vec<usize>> = vec![Vec::new(); areas.len()];
    for one in 0..areas.len() {
        for other in 0..one {
            if meet(boxes[one], boxes[other]) && are_near(&areas[one], &areas[other], distance) {
                beside[one].push(other);
                beside[other].push(one);
            }
        }
    }
    let mut order: Vec<usize> = (0..areas.len()).collect();
    order.sort_by_key(|&one| std::cmp::Reverse(beside[one].len()));
    let mut tints: Vec<Option<usize>> = vec![None; areas.len()];
    for one in order {
        let mut often = [0; TINTS];
        for tint in beside[one].iter().filter_map(|&other| tints[other]) {
            often[tint] += 1;
        }
        tints[one] = (0..TINTS).min_by_key(|&tint| often[tint]);
    }
    tints.into_iter().map(Option::unwrap_or_default).collect()
}

/// The rectangle around points at half a distance: left, top, right, bottom.
fn around(points: &[Spot], distance: f64) -> [f64; 4] {
    let (far, half) = (f64::INFINITY, distance / 2.0);
    points.iter().fold([far, far, -far, -far], |[left, top, right, bottom], at| {
        [
            left.min(at.x - half),
            top.min(at.y - half),
            right.max(at.x + half),
            bottom.max(at.y + half),
        ]
    })
}

/// Whether two rectangles have a point in common.
fn meet(one: [f64; 4], other: [f64; 4]) -> bool {
    one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3]
}

/// Whether two convex areas overlap or come within a distance of each other.
fn are_near(one: &[Spot], other: &[Spot], distance: f64) -> bool {
    let gap = |from: &[Spot], to: &[Spot]| {
        from.iter().any(|&point| {
            holds(to, point) || sides(to).any(|(start, end)| gap(point, start, end) <= distance)
        })
    };
    let cross = sides(one).any(|side| sides(other).any(|another| cross(side, another)));
    gap(one, other) || gap(other, one) || cross
}

/// The sides of an area; of a single point the point.
fn sides(area: &[Spot]) -> impl Iterator<Item = (Spot, Spot)> + '_ {
    area.iter().zip(area.iter().cycle().skip(1)).map(|(start, end)| (*start, *end))
}

/// Whether a convex area of three corners or more has a point within.
fn holds(area: &[Spot], point: Spot) -> bool {
    let mut signs = sides(area).map(|(start, end)| turn(start, end, point) >= 0.0);
    let Some(first) = signs.next() else { return false };
    area.len() > 2 && signs.all(|sign| sign == first)
}

/// The distance of a point from a side.
fn gap(point: Spot, start: Spot, end: Spot) -> f64 {
    let (x, y) = (end.x - start.x, end.y - start.y);
    let square = x * x + y * y;
    let along = if square > 0.0 {
        (((point.x - start.x) * x + (point.y - start.y) * y) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (point.x - start.x - along * x).hypot(point.y - start.y - along * y)
}

/// Whether two sides cross.
fn cross((a, b): (Spot, Spot), (c, d): (Spot, Spot)) -> bool {
    let apart = |from, to, one, other| turn(from, to, one) * turn(from, to, other) < 0.0;
    apart(a, b, c, d) && apart(c, d, a, b)
}

/// Positive where one turns right at the second point, as drawn.
fn turn(from: Spot, at: Spot, to: Spot) -> f64 {
    (at.x - from.x) * (to.y - from.y) - (at.y - from.y) * (to.x - from.x)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(points: &[(f64, f64)]) -> Vec<Spot> {
        points.iter().map(|&(x, y)| Spot::new(x, y)).collect()
    }

    #[test]
    fn areas_are_near_where_they_overlap_cross_or_almost_touch() {
        let square = area(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]);
        for (other, near) in [
            (area(&[(5.0, 5.0)]), true),
            (area(&[(-5.0, 5.0), (15.0, 5.0)]), true),
            (area(&[(13.0, 5.0), (20.0, 5.0)]), true),
            (area(&[(14.0, 5.0), (20.0, 5.0)]), false),
            (area(&[(-5.0, -5.0), (20.0, -5.0), (20.0, 20.0), (-5.0, 20.0)]), true),
        ] {
            assert_eq!(are_near(&square, &other, 3.0), near, "{other:?}");
            assert_eq!(are_near(&other, &square, 3.0), near, "{other:?}");
        }
    }

    #[test]
    fn neighbours_have_different_tints_and_others_the_first() {
        let at = |x: f64| area(&[(x, 0.0), (x + 10.0, 0.0)]);
        assert_eq!(tints(&[at(0.0), at(5.0), at(9.0), at(90.0)], 3.0), [0, 1, 2, 0]);
        let crowd = vec![at(0.0); TINTS + 1];
        let mut found = tints(&crowd, 3.0);
        found.sort_unstable();
        assert_eq!(found, [0, 0, 1, 2, 3, 4]);
        assert!(tints(&[], 3.0).is_empty());
    }
}
