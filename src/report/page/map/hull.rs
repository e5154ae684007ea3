//! The area of a cluster: the convex hull of its schools, widened and rounded.

use crate::report::page::svg::{Path, Spot};

/// The outline around some points at a distance; nothing where there is none. One point has a circle around
/// it, two have a capsule.
pub fn outline(points: &[Spot], distance: f64) -> String {
    let corners = convex(points);
    let [first, .., last] = corners[..] else {
        return corners.first().map_or_else(String::new, |&only| circle(only, distance));
    };
    // Outside of each side, and around each corner to the next side. In a drawing, where y goes down, the
    // corners stand clockwise.
    let mut path = Path::default();
    let mut previous = last;
    let sides: Vec<(Spot, Spot)> = corners
        .iter()
        .map(|&corner| {
            let side = (previous, corner);
            previous = corner;
            side
        })
        .collect();
    let shift = |(from, to): (Spot, Spot)| {
        let length = (to.x - from.x).hypot(to.y - from.y);
        let (x, y) = ((to.y - from.y) / length * distance, (from.x - to.x) / length * distance);
        let moved = |spot: Spot| Spot::new(spot.x + x, spot.y + y);
        (moved(from), moved(to))
    };
    let (start, end) = shift((last, first));
    path = path.from(start).line(end);
    for &side in &sides[1..] {
        let (from, to) = shift(side);
        path = path.arc(distance, from).line(to);
    }
    path.arc(distance, start).close()
}

fn circle(middle: Spot, radius: f64) -> String {
    let [left, right] = [-radius, radius].map(|step| Spot::new(middle.x + step, middle.y));
    Path::default().from(left).arc(radius, right).arc(radius, left).close()
}

/// The corners of the convex hull, clockwise as drawn (the monotone chain of Andrew, 1979).
pub fn convex(points: &[Spot]) -> Vec<Spot> {
    let mut sorted = points.to_vec();
    sorted.sort_by(|one, other| one.x.total_cmp(&other.x).then(one.y.total_cmp(&other.y)));
    sorted.dedup();
    if sorted.len() < 3 {
        return sorted;
    }
    let mut corners = half(sorted.iter());
    corners.pop();
    corners.extend(half(sorted.iter().rev()));
    corners.pop();
    corners
}

/// One side of the hull, from the first to the last point.
fn half<'a>(points: impl Iterator<Item = &'a Spot>) -> Vec<Spot> {
    let mut chain: Vec<Spot> = Vec::new();
    for &point in points {
        while let [.., before, last] = chain[..]
            && turn(before, last, point) <= 0.0
        {
            chain.pop();
        }
        chain.push(point);
    }
    chain
}

/// Whether one turns right at the second point, as drawn: positive if it does.
fn turn(from: Spot, at: Spot, to: Spot) -> f64 {
    (at.x - from.x) * (to.y - from.y) - (at.y - from.y) * (to.x - from.x)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spots(points: &[(f64, f64)]) -> Vec<Spot> {
        points.iter().map(|&(x, y)| Spot::new(x, y)).collect()
    }

    #[test]
    fn only_corners_are_left() {
        let points = [(0.0, 0.0), (4.0, 0.0), (2.0, 1.0), (4.0, 4.0), (0.0, 4.0), (2.0, 0.0)];
        let square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)];
        assert_eq!(convex(&spots(&points)), spots(&square));
        let line = [(0.0, 0.0), (1.0, 1.0), (3.0, 3.0), (2.0, 2.0), (0.0, 0.0)];
        assert_eq!(convex(&spots(&line)), spots(&[(0.0, 0.0), (3.0, 3.0)]));
    }

    #[test]
    fn an_outline_keeps_its_distance() {
        let square = spots(&[(10.0, 10.0), (20.0, 10.0), (20.0, 20.0), (10.0, 20.0)]);
        assert_eq!(
            outline(&square, 2.0),
            "M8 20L8 10A2 2 0 0 1 10 8L20 8A2 2 0 0 1 22 10L22 20A2 2 0 0 1 20 22L10 22A2 2 0 0 1 8 20Z"
        );
    }

    #[test]
    fn one_school_has_a_circle_and_two_have_a_capsule() {
        let capsule = outline(&spots(&[(0.0, 0.0), (10.0, 0.0)]), 3.0);
        assert_eq!(capsule, "M10 3L0 3A3 3 0 0 1 0 -3L10 -3A3 3 0 0 1 10 3Z");
        assert_eq!(outline(&spots(&[(5.0, 5.0)]), 2.0), "M3 5A2 2 0 0 1 7 5A2 2 0 0 1 3 5Z");
        assert_eq!(outline(&[], 2.0), "");
    }
}
