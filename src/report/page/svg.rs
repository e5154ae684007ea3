//! Coordinates of drawings as text, with one decimal, so that equal input gives equal bytes.

use std::fmt::Write;

/// A point of a drawing: to the right, and down.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Spot {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Spot {
    /// A point.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// A coordinate: one decimal, none where it is 0.
pub fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// The path of something that is drawn with a pen.
#[derive(Clone, Default, Debug)]
pub struct Path(String);

impl Path {
    /// Sets the pen down.
    #[must_use]
    pub fn from(mut self, spot: Spot) -> Self {
        self.step('M', &[spot.x, spot.y]);
        self
    }

    /// Draws a straight line.
    #[must_use]
    pub fn line(mut self, spot: Spot) -> Self {
        self.step('L', &[spot.x, spot.y]);
        self
    }

    /// Draws a dot: with round ends a line of no length is one, as wide as the pen.
    #[must_use]
    pub fn dot(mut self, spot: Spot) -> Self {
        self.step('M', &[spot.x, spot.y]);
        self.0.push_str("h0");
        self
    }

    /// Draws an arc of a circle, clockwise.
    #[must_use]
    pub fn arc(mut self, radius: f64, spot: Spot) -> Self {
        let _ = write!(self.0, "A{0} {0} 0 0 1 ", number(radius));
        self.0.push_str(&joined(&[spot.x, spot.y]));
        self
    }

    /// Closes the path.
    pub fn close(mut self) -> String {
        self.0.push('Z');
        self.0
    }

    /// The path, left open.
    pub fn open(self) -> String {
        self.0
    }

    fn step(&mut self, letter: char, values: &[f64]) {
        self.0.push(letter);
        self.0.push_str(&joined(values));
    }
}

fn joined(values: &[f64]) -> String {
    values.iter().map(|&value| number(value)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_have_one_decimal_at_most() {
        let written = [0.0, -0.04, 12.0, 12.345, -3.96].map(number);
        assert_eq!(written, ["0", "0", "12", "12.3", "-4"]);
    }

    #[test]
    fn a_path_is_what_the_pen_does() {
        let path = Path::default().from(Spot::new(0.0, 1.0)).line(Spot::new(2.5, 3.0));
        assert_eq!(path.arc(4.0, Spot::new(5.0, 6.0)).close(), "M0 1L2.5 3A4 4 0 0 1 5 6Z");
        assert_eq!(Path::default().dot(Spot::new(1.0, 2.0)).open(), "M1 2h0");
    }
}
