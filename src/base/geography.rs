//! Points on the Earth, and the only conversion of floats to metres.

use super::Metres;

/// The mean radius of the Earth in metres (IUGG, 1980).
pub const EARTH_RADIUS_M: f64 = 6_371_008.8;

/// A point in WGS84 degrees.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Coordinates {
    /// Degrees north, -90 to 90.
    pub latitude: f64,
    /// Degrees east, -180 to 180.
    pub longitude: f64,
}

impl Coordinates {
    /// The journey to another point in whole metres: the great-circle distance
    /// by the haversine formula (Inman, 1835) times a detour factor that accounts
    /// for the road network, rounded half away from zero.
    pub fn journey(self, to: Self, detour: f64) -> Metres {
        #[expect(clippy::cast_possible_truncation, reason = "half the Earth times 100 fits")]
        Metres((self.great_circle_m(to) * detour).round() as i64)
    }

    fn great_circle_m(self, to: Self) -> f64 {
        let (from_latitude, to_latitude) = (self.latitude.to_radians(), to.latitude.to_radians());
        let latitude_half = ((to_latitude - from_latitude) / 2.0).sin();
        let longitude_half = ((to.longitude - self.longitude).to_radians() / 2.0).sin();
        let chord = latitude_half * latitude_half
            + from_latitude.cos() * to_latitude.cos() * longitude_half * longitude_half;
        2.0 * EARTH_RADIUS_M * chord.min(1.0).sqrt().asin()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_of_latitude_is_111_195_metres() {
        let south = Coordinates { latitude: 53.0, longitude: 6.5 };
        let north = Coordinates { latitude: 54.0, longitude: 6.5 };
        assert_eq!(south.journey(north, 1.0), Metres(111_195));
        assert_eq!(north.journey(south, 1.3), Metres(144_554));
        assert_eq!(south.journey(south, 1.3), Metres(0));
    }
}
