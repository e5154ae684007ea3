//! A spatial index: which of many points lie near one, without measuring the journey to each.
//!
//! It only saves exact measurements that would exceed a limit. So its floats need not be exact, but it must never
//! lose a point within the limit: it searches farther than the limit by more than the rounding errors.

use std::f64::consts::PI;

use super::geography::EARTH_RADIUS_M;
use super::{Coordinates, Id, Metres};

/// Margin beyond the limit, in metres. The rounding error is largest between antipodes, where it is below a metre.
const MARGIN_M: f64 = 5.0;

/// Points with ids, sorted by latitude.
#[derive(Clone, Debug)]
pub struct Vicinity<I> {
    points: Vec<Point<I>>,
}

#[derive(Clone, Copy, Debug)]
struct Point<I> {
    id: I,
    latitude: f64,
    on_sphere: [f64; 3],
}

impl<I: Id> Vicinity<I> {
    /// Ids of all points to which the journey (great-circle distance times the detour factor) is within a limit in
    /// metres, and perhaps of some a few metres beyond; in order.
    pub fn within(&self, from: Coordinates, detour: f64, limit: Metres) -> Vec<I> {
        // A journey is rounded, so that half a metre more is still within the limit.
        let great_circle_m = (limit.0 as f64 + 0.5) / detour + MARGIN_M;
        let angle = great_circle_m / EARTH_RADIUS_M;
        // A great circle is never shorter than its difference in latitude.
        let band = angle.to_degrees();
        let (south, north) = (from.latitude - band, from.latitude + band);
        let start = self.points.partition_point(|point| point.latitude < south);
        let end = self.points.partition_point(|point| point.latitude <= north);
        // The straight line through the Earth grows with the great circle, up to the antipode, and
        // takes no sine to measure.
        let longest = if angle < PI { 2.0 * (angle / 2.0).sin() } else { f64::INFINITY };
        let here = on_sphere(from);
        let is_near = |point: &&Point<I>| {
            let squares =
                here.iter().zip(point.on_sphere).map(|(one, other)| (one - other).powi(2));
            squares.sum::<f64>() <= longest * longest
        };
        let near = self.points[start..end].iter().filter(is_near);
        let mut near: Vec<I> = near.map(|point| point.id).collect();
        near.sort_unstable();
        near
    }
}

impl<I: Id> FromIterator<(I, Coordinates)> for Vicinity<I> {
    fn from_iter<Points: IntoIterator<Item = (I, Coordinates)>>(points: Points) -> Self {
        let points = points.into_iter();
        let points =
            points.map(|(id, at)| Point { id, latitude: at.latitude, on_sphere: on_sphere(at) });
        let mut points: Vec<Point<I>> = points.collect();
        points.sort_unstable_by(|one, other| one.latitude.total_cmp(&other.latitude));
        Self { points }
    }
}

/// A point on a sphere of radius one.
fn on_sphere(at: Coordinates) -> [f64; 3] {
    let (latitude, longitude) = (at.latitude.to_radians(), at.longitude.to_radians());
    let from_axis = latitude.cos();
    [from_axis * longitude.cos(), from_axis * longitude.sin(), latitude.sin()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    crate::id_types! { PointId; }

    fn coordinates() -> impl Strategy<Value = Coordinates> {
        let latitude = prop_oneof![
            -90.0..=90.0,
            51.0..=53.5,
            89.99..=90.0,
            -90.0..=-89.99,
            Just(90.0),
            Just(-90.0),
            Just(0.0),
        ];
        let longitude =
            prop_oneof![-180.0..=180.0, 4.0..=7.0, 179.99..=180.0, -180.0..=-179.99, Just(0.0)];
        (latitude, longitude).prop_map(|(latitude, longitude)| Coordinates { latitude, longitude })
    }

    /// A point, and some that lie round it: anywhere, or at its other side of the Earth.
    fn points() -> impl Strategy<Value = (Coordinates, Vec<Coordinates>)> {
        let some = proptest::collection::vec(coordinates(), 1..20);
        (coordinates(), some, -0.0001..0.0001).prop_map(|(from, mut points, aside)| {
            let longitude = from.longitude - 180.0_f64.copysign(from.longitude);
            points.push(Coordinates { latitude: -from.latitude, longitude });
            points.push(Coordinates { latitude: -from.latitude, longitude: longitude + aside });
            points.push(Coordinates { latitude: from.latitude, longitude: from.longitude + aside });
            (from, points)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn nobody_within_the_limit_is_missed_and_nobody_far_beyond_is_found(
            (from, points) in points(),
            detour in prop_oneof![Just(0.1), Just(1.0), Just(1.3), 0.1..=100.0],
            at_limit in any::<proptest::sample::Index>(),
            more in -1_i64..=1,
        ) {
            let at_limit = from.journey(points[at_limit.index(points.len())], detour);
            let limit = Metres((at_limit.0 + more).max(0));
            let ids = || (0..points.len()).map(PointId::from_index);
            let found = ids().zip(points.iter().copied()).collect::<Vicinity<_>>();
            let found = found.within(from, detour, limit);
            prop_assert!(found.is_sorted());
            for (id, &point) in ids().zip(&points) {
                let journey = from.journey(point, detour);
                if found.contains(&id) {
                    let beyond = (journey - limit).0 as f64;
                    prop_assert!(beyond <= 1.0 + detour * (MARGIN_M + 1.0), "{point:?} {beyond}");
                } else {
                    prop_assert!(journey > limit, "{point:?} is missed");
                }
            }
        }
    }
}
