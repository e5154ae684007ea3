//! From degrees to a drawing.

use crate::base::Coordinates;
use crate::report::page::svg::Spot;
use crate::report::page::ticks::round_below;

/// The mean radius of the Earth in metres, as for journeys.
const EARTH_M: f64 = 6_371_008.8;
/// Width of every map.
pub const WIDTH: f64 = 960.0;
/// Minimum and maximum height of a map.
const HEIGHT: (f64, f64) = (480.0, 840.0);
/// Margin at the edges.
const MARGIN: f64 = 64.0;
/// Minimum extent that a map shows, in metres, so that a lone school has surroundings too.
const LEAST_M: f64 = 3000.0;

/// A plane: an equirectangular projection with the middle parallel of what is shown as its own, which for a
/// region of some hundred kilometres keeps distances to well under a percent. North is up.
#[derive(Clone, Copy, Debug)]
pub struct Plane {
    middle: Coordinates,
    metres_per_unit: f64,
    /// Height of the drawing.
    pub height: f64,
}

impl Plane {
    /// The plane on which some points fill the drawing.
    pub fn around(points: impl Iterator<Item = Coordinates>) -> Self {
        let (mut south, mut north, mut west, mut east) =
            (90.0_f64, -90.0_f64, 180.0_f64, -180.0_f64);
        for at in points {
            (south, north) = (south.min(at.latitude), north.max(at.latitude));
            (west, east) = (west.min(at.longitude), east.max(at.longitude));
        }
        let middle = Coordinates {
            latitude: f64::midpoint(south, north),
            longitude: f64::midpoint(west, east),
        };
        let metres = |degrees: f64| degrees.to_radians() * EARTH_M;
        let across = metres(east - west) * middle.latitude.to_radians().cos();
        let (across, along) = (across.max(LEAST_M), metres(north - south).max(LEAST_M));
        let room = WIDTH - 2.0 * MARGIN;
        let height = (along / across * room + 2.0 * MARGIN).clamp(HEIGHT.0, HEIGHT.1);
        let metres_per_unit = (across / room).max(along / (height - 2.0 * MARGIN));
        Self { middle, metres_per_unit, height }
    }

    /// The position of a point in the drawing.
    pub fn spot(&self, at: Coordinates) -> Spot {
        let units = |degrees: f64| degrees.to_radians() * EARTH_M / self.metres_per_unit;
        let east = units(at.longitude - self.middle.longitude);
        let east = east * self.middle.latitude.to_radians().cos();
        let north = units(at.latitude - self.middle.latitude);
        Spot::new(WIDTH / 2.0 + east, self.height / 2.0 - north)
    }

    /// Whether a point of the drawing can be seen.
    pub fn shows(&self, spot: Spot) -> bool {
        (0.0..=WIDTH).contains(&spot.x) && (0.0..=self.height).contains(&spot.y)
    }

    /// The middle of the drawing.
    pub fn middle(&self) -> Spot {
        Spot::new(WIDTH / 2.0, self.height / 2.0)
    }

    /// The position of this drawing in another one: its middle there, its width and its height.
    pub fn frame_in(&self, whole: &Self) -> (Spot, f64, f64) {
        let factor = self.metres_per_unit / whole.metres_per_unit;
        (whole.spot(self.middle), WIDTH * factor, self.height * factor)
    }

    /// A round number of kilometres that takes no more than some length, and the length that it takes.
    pub fn scale(&self, room: f64) -> (f64, f64) {
        let kilometres = round_below(room * self.metres_per_unit / 1000.0);
        (kilometres, kilometres * 1000.0 / self.metres_per_unit)
    }
}

/// The letter by which the whole map names a part.
pub fn letter(index: usize) -> &'static str {
    ["A", "B", "C"][index % 3]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::page::ticks::whole;

    fn at(latitude: f64, longitude: f64) -> Coordinates {
        Coordinates { latitude, longitude }
    }

    #[test]
    fn distances_on_the_map_are_those_on_the_ground() {
        let corners = [at(52.7, 6.1), at(53.5, 7.2)];
        let plane = Plane::around(corners.into_iter());
        let (one, other) = (at(53.219, 6.567), at(52.993, 6.564));
        let (from, to) = (plane.spot(one), plane.spot(other));
        let drawn = (from.x - to.x).hypot(from.y - to.y) * plane.metres_per_unit;
        let ground = one.journey(other, 1.0).0 as f64;
        assert!((drawn / ground - 1.0).abs() < 0.005, "{drawn} {ground}");
        assert!(from.y < to.y, "north is up");
    }

    #[test]
    fn everything_has_its_place_in_the_drawing() {
        let points = [at(53.2, 6.5), at(53.0, 7.0), at(52.8, 6.3)];
        let plane = Plane::around(points.into_iter());
        for spot in points.map(|point| plane.spot(point)) {
            assert!((MARGIN - 0.01..=WIDTH - MARGIN + 0.01).contains(&spot.x), "{spot:?}");
            assert!((MARGIN - 0.01..=plane.height - MARGIN + 0.01).contains(&spot.y), "{spot:?}");
        }
    }

    #[test]
    fn a_lone_school_is_in_the_middle() {
        let plane = Plane::around(std::iter::once(at(53.0, 6.5)));
        assert_eq!(plane.spot(at(53.0, 6.5)), Spot::new(480.0, plane.height / 2.0));
        assert!(plane.scale(200.0).0 >= 0.2);
    }

    #[test]
    fn a_part_has_its_frame_in_the_whole() {
        let whole = Plane::around([at(52.7, 6.1), at(53.5, 7.2)].into_iter());
        let part = Plane::around([at(53.2, 6.5), at(53.25, 6.6)].into_iter());
        let (middle, width, height) = part.frame_in(&whole);
        assert_eq!(middle, whole.spot(at(53.225, 6.55)));
        let corner = whole.spot(at(53.2, 6.5));
        assert!(corner.x > middle.x - width / 2.0 && corner.y < middle.y + height / 2.0);
        assert!((width / height - WIDTH / part.height).abs() < 1e-9);
    }

    #[test]
    fn the_scale_has_a_round_number_of_kilometres() {
        let plane = Plane::around([at(52.7, 6.1), at(53.5, 7.2)].into_iter());
        let (kilometres, length) = plane.scale(240.0);
        assert_eq!(whole(kilometres), 20);
        assert!((length * plane.metres_per_unit - 20_000.0).abs() < 1.0);
    }
}
