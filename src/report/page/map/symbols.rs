//! Denominations as colours and shapes, so that neither is the only sign.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::disclosure::MapSchool;
use crate::report::page::svg::{Path, Spot};
use crate::text;
use crate::texts::Language;

/// Number of denominations with a sign of their own.
const MOST_KINDS: usize = 5;
/// The sign of all others.
const OTHER: usize = MOST_KINDS;

/// The signs of denominations: the most frequent have one of their own.
pub struct Kinds {
    names: Vec<String>,
    others: bool,
}

impl Kinds {
    /// The signs for some schools.
    pub fn of<'a>(schools: impl Iterator<Item = &'a MapSchool>) -> Self {
        let mut numbers = BTreeMap::<String, usize>::new();
        for school in schools {
            *numbers.entry(name(school)).or_default() += 1;
        }
        let mut names: Vec<(String, usize)> = numbers.into_iter().collect();
        names.sort_by_key(|(name, number)| (name.is_empty(), std::cmp::Reverse(*number)));
        let own = names.iter().filter(|(name, _)| !name.is_empty()).take(MOST_KINDS).count();
        let others = names.len() > own;
        Self { names: names.into_iter().take(own).map(|(name, _)| name).collect(), others }
    }

    /// The sign of a school.
    pub fn kind(&self, school: &MapSchool) -> usize {
        let name = name(school);
        self.names.iter().position(|known| *known == name).unwrap_or(OTHER)
    }

    /// The signs with their meaning.
    pub fn legend(&self, language: Language) -> Markup {
        let other = text!(language, "page-other-or-no-denomination");
        html! {
            ul .legend {
                @for (kind, name) in self.names.iter().enumerate() { li { (sign(kind)) " " (name) } }
                @if self.others { li { (sign(OTHER)) " " (other) } }
            }
        }
    }
}

/// The denominations of a school, as one name.
pub fn name(school: &MapSchool) -> String {
    school.denominations.join(" + ")
}

/// A sign in the midst of text.
fn sign(kind: usize) -> Markup {
    html! {
        svg .sign viewBox="-8 -8 16 16" aria-hidden="true" focusable="false" {
            path .{ "k" (kind) } d=(shape(kind, Spot::new(0.0, 0.0), 5.5)) {}
        }
    }
}

/// The outline of a sign, all about equally large.
pub fn shape(kind: usize, at: Spot, radius: f64) -> String {
    let polygon = |corners: &[(f64, f64)]| {
        let spot = |&(x, y): &(f64, f64)| Spot::new(at.x + x * radius, at.y + y * radius);
        let start = Path::default().from(spot(&corners[0]));
        corners[1..].iter().fold(start, |path, corner| path.line(spot(corner))).close()
    };
    match kind {
        0 => {
            let [left, right] = [-radius, radius].map(|step| Spot::new(at.x + step, at.y));
            Path::default().from(left).arc(radius, right).arc(radius, left).close()
        }
        1 => polygon(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]),
        2 => polygon(&[(0.0, -1.2), (1.15, 0.85), (-1.15, 0.85)]),
        3 => polygon(&[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)]),
        4 => polygon(&[(0.0, 1.2), (-1.15, -0.85), (1.15, -0.85)]),
        _ => polygon(&[
            (-0.4, -1.2),
            (0.4, -1.2),
            (0.4, -0.4),
            (1.2, -0.4),
            (1.2, 0.4),
            (0.4, 0.4),
            (0.4, 1.2),
            (-0.4, 1.2),
            (-0.4, 0.4),
            (-1.2, 0.4),
            (-1.2, -0.4),
            (-0.4, -0.4),
        ]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Coordinates;

    fn school(denomination: &str) -> MapSchool {
        let at = Coordinates { latitude: 53.0, longitude: 6.5 };
        let denominations = denomination.split_whitespace().map(str::to_owned).collect();
        let (name, board) = (String::new(), String::new());
        MapSchool {
            id: Some(String::new()),
            name,
            board,
            at,
            denominations,
            cluster: None,
            in_shell: false,
            students: None,
            places: 1,
        }
    }

    #[test]
    fn the_most_frequent_denominations_have_their_own_signs() {
        let written = "a b b c c c d d d d e e e e e f f f f f f".split(' ');
        let schools: Vec<MapSchool> = written.chain(["", "", "a f"]).map(school).collect();
        let kinds = Kinds::of(schools.iter());
        assert_eq!(kinds.names, ["f", "e", "d", "c", "b"]);
        let signs = ["f", "b", "a", "", "a f"].map(|name| kinds.kind(&school(name)));
        assert_eq!(signs, [0, 4, OTHER, OTHER, OTHER]);
        assert!(kinds.others && !Kinds::of([school("a")].iter()).others);
        assert!(Kinds::of([school("a"), school("")].iter()).others);
    }
}
