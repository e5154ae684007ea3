//! Points in whole hundred-thousandths of a degree: arithmetic is exact on every platform, and five decimals write
//! them in full.

use super::draws::Draws;
use super::scatter::Scatter;
use crate::instance::document::{At, Latitude, Longitude};

/// Metres in a degree of a meridian, on a sphere with the mean Earth radius.
const METRES_PER_DEGREE: i64 = 111_195;
/// Units per degree.
const PARTS_PER_DEGREE: i64 = 100_000;

/// A point in WGS84 degrees, in steps of about a metre.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct MapPoint {
    /// Hundred-thousandths of a degree north, -9 000 000 to 9 000 000.
    latitude: i64,
    /// Hundred-thousandths of a degree east, -18 000 000 to 18 000 000.
    longitude: i64,
}

impl MapPoint {
    /// The point at these degrees, to the nearest hundred-thousandth; `None` if they are out of range.
    pub fn from_degrees(latitude: f64, longitude: f64) -> Option<Self> {
        let on_earth = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        on_earth.then(|| Self { latitude: parts(latitude), longitude: parts(longitude) })
    }

    /// The point at these thousandths of a degree: a town, to about a hundred metres.
    pub const fn from_thousandths(latitude: i64, longitude: i64) -> Self {
        Self { latitude: latitude * 100, longitude: longitude * 100 }
    }

    /// The point as an instance has it.
    ///
    /// # Panics
    /// Never: a point lies on the Earth.
    pub fn at(self) -> At {
        let degrees = |parts: i64| parts as f64 / PARTS_PER_DEGREE as f64;
        At(
            Latitude::try_from(degrees(self.latitude)).expect("a point lies on the Earth"),
            Longitude::try_from(degrees(self.longitude)).expect("a point lies on the Earth"),
        )
    }

    /// The square of the distance in a straight line, in square metres: for comparisons. The Earth is taken to be
    /// flat between the points, with an error below 1% over the width of a province.
    pub fn distance_m2(self, other: Self) -> i64 {
        let north = (self.latitude - other.latitude) * METRES_PER_DEGREE / PARTS_PER_DEGREE;
        let (numerator, denominator) = cosine(i64::midpoint(self.latitude, other.latitude));
        let east = (self.longitude - other.longitude) * METRES_PER_DEGREE / PARTS_PER_DEGREE;
        let east = east * numerator / denominator;
        north * north + east * east
    }

    /// A random point around this one.
    pub(super) fn scattered(self, scatter: Scatter, draws: &mut Draws) -> Self {
        let mut metres = || match scatter {
            Scatter::Around(radius_m) => {
                let half = i64::from(radius_m / 2);
                draws.between(-half, half) + draws.between(-half, half)
            }
            Scatter::Evenly(reach_m) => draws.between(-i64::from(reach_m), i64::from(reach_m)),
        };
        let (north, east) = (metres(), metres());
        let latitude = self.latitude + north * PARTS_PER_DEGREE / METRES_PER_DEGREE;
        // A square may be so high that its north is clearly narrower in degrees than its south;
        // around a town that makes no difference, and one cosine is as good as another.
        let (numerator, denominator) = match scatter {
            Scatter::Evenly(_) => cosine(latitude),
            Scatter::Around(_) => cosine(self.latitude),
        };
        let longitude = self.longitude
            + east * PARTS_PER_DEGREE / METRES_PER_DEGREE * denominator / numerator.max(1);
        Self {
            latitude: latitude.clamp(-90 * PARTS_PER_DEGREE, 90 * PARTS_PER_DEGREE),
            longitude: longitude.clamp(-180 * PARTS_PER_DEGREE, 180 * PARTS_PER_DEGREE),
        }
    }

    /// The mean of points; `None` if there are none.
    pub fn middle(points: &[Self]) -> Option<Self> {
        let count = i64::try_from(points.len()).ok().filter(|&count| count > 0)?;
        Some(Self {
            latitude: points.iter().map(|point| point.latitude).sum::<i64>() / count,
            longitude: points.iter().map(|point| point.longitude).sum::<i64>() / count,
        })
    }
}

fn parts(degrees: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "at most 180 times the parts of a degree")]
    let parts = (degrees * PARTS_PER_DEGREE as f64).round() as i64;
    parts
}

/// The cosine of a latitude as a fraction of whole numbers, with an error below 0.2%: (32 400 − 4x²) / (32 400 + x²) with x in degrees (Bhāskara I, 7th century).
fn cosine(latitude: i64) -> (i64, i64) {
    // Thousandths of a degree keep the square well within 64 bits.
    let square = (latitude / 100) * (latitude / 100);
    let whole = 32_400 * 1_000_000;
    // A millionth of either is precise enough, and leaves room to multiply.
    ((whole - 4 * square) / 10_000, (whole + square) / 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Coordinates;
    use crate::generate::draws::DrawSubject;

    #[test]
    fn distances_agree_with_the_haversine_to_one_in_a_hundred() {
        for (one, other) in [
            ((53.2194, 6.5665), (52.9928, 6.5642)),
            ((53.2194, 6.5665), (53.1999, 5.8040)),
            ((50.85, 5.69), (50.90, 5.98)),
        ] {
            let coordinates =
                |(latitude, longitude): (f64, f64)| Coordinates { latitude, longitude };
            let exact = coordinates(one).journey(coordinates(other), 1.0).0;
            let point =
                |(latitude, longitude)| MapPoint::from_degrees(latitude, longitude).unwrap();
            let flat = point(one).distance_m2(point(other)).isqrt();
            assert!((flat - exact).abs() * 100 <= exact, "{flat} {exact}");
        }
    }

    #[test]
    fn five_decimals_are_written() {
        let point = MapPoint::from_degrees(53.219_383, 6.566_502_4).unwrap();
        assert_eq!(serde_json::to_string(&point.at()).unwrap(), "[53.21938,6.5665]");
        assert_eq!(MapPoint::from_degrees(91.0, 0.0), None);
        assert_eq!(MapPoint::from_degrees(f64::NAN, 0.0), None);
    }

    #[test]
    fn scatter_stays_near() {
        let town = MapPoint::from_thousandths(53_220, 6_560);
        let mut draws = Draws::new(1, DrawSubject::Student, 1);
        for _ in 0..500 {
            let distance = town.distance_m2(town.scattered(Scatter::Around(1000), &mut draws));
            assert!(distance <= 2 * 1010 * 1010, "{distance}");
        }
        assert_eq!(town.scattered(Scatter::Around(0), &mut draws), town);
    }

    #[test]
    fn an_even_scatter_fills_its_square() {
        let middle = MapPoint::from_thousandths(52_156, 5_387);
        let mut draws = Draws::new(1, DrawSubject::Student, 1);
        let points: Vec<MapPoint> =
            (0..4000).map(|_| middle.scattered(Scatter::Evenly(75_000), &mut draws)).collect();
        let inner = |point: &&MapPoint| {
            let height = MapPoint { longitude: middle.longitude, ..**point };
            let north = height.distance_m2(middle).isqrt();
            let east = height.distance_m2(**point).isqrt();
            assert!(north <= 75_100 && east <= 75_500, "{north} {east}");
            north < 37_500 && east < 37_500
        };
        // A square half as wide has a quarter of the room.
        let inside = points.iter().filter(inner).count();
        assert!((900..1100).contains(&inside), "{inside}");
        let north = points.iter().filter(|point| point.latitude > middle.latitude).count();
        assert!((1900..2100).contains(&north), "{north}");
    }
}
