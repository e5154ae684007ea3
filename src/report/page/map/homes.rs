//! Homes of students: dots, or circles where only areas are disclosed.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::plane::Plane;
use crate::disclosure::{Count, Map, MapHome};
use crate::report::page::number::length;
use crate::report::page::svg::{Path, Spot, number};

/// Above this number, homes are drawn as areas, since dots would merge.
const MOST_DOTS: usize = 5000;
/// Width of such areas in the drawing.
const SQUARE: f64 = 24.0;
/// The radius of an area with one student; areas grow with their students.
const RADIUS: f64 = 2.2;

/// How homes are drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shown {
    /// Each as a dot.
    Dots,
    /// By the disclosed areas.
    Areas,
    /// By squares, since there are too many dots.
    Squares,
    /// None is known.
    Nowhere,
}

/// How the homes of a map are drawn.
pub fn shown(map: &Map) -> Shown {
    match map.homes.first() {
        None => Shown::Nowhere,
        Some(home) if home.student.is_none() => Shown::Areas,
        Some(_) if map.homes.len() > MOST_DOTS => Shown::Squares,
        Some(_) => Shown::Dots,
    }
}

/// The homes. Areas are too coarse for a part of the map.
pub fn draw(map: &Map, plane: &Plane, is_part: bool) -> Markup {
    let spot = |home: &MapHome| plane.spot(home.at);
    let seen = || map.homes.iter().filter(|home| plane.shows(spot(home)));
    match shown(map) {
        Shown::Nowhere => html! {},
        Shown::Areas | Shown::Squares if is_part => html! {},
        Shown::Dots => {
            let dots = seen().fold(Path::default(), |path, home| path.dot(spot(home)));
            html! { path .homes .dots d=(dots.open()) {} }
        }
        Shown::Areas => {
            let areas = seen().map(|home| (spot(home), length(home.students)));
            circles(areas.collect(), RADIUS)
        }
        Shown::Squares => {
            let squares = squares(map, plane);
            let most = squares.iter().map(|(_, students)| *students).fold(1.0, f64::max);
            circles(squares, SQUARE / 2.0 / most.sqrt())
        }
    }
}

/// A circle around each home that is drawn as a dot, with the id of its student.
pub fn linked(map: &Map, plane: &Plane) -> Markup {
    if shown(map) != Shown::Dots {
        return html! {};
    }
    let homes = map.homes.iter().map(|home| (home, plane.spot(home.at)));
    html! {
        g .homes .linked { @for (home, at) in homes.filter(|(_, at)| plane.shows(*at)) {
            @if let Some(student) = &home.student {
                circle data-student=(student) data-open-student=(student) cx=(number(at.x)) cy=(number(at.y)) r="5" {
                    title { (student) } }
            }
        } }
    }
}

fn circles(mut areas: Vec<(Spot, f64)>, radius: f64) -> Markup {
    // The largest first, so that they cover no smaller ones.
    areas.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    html! {
        g .homes .areas { @for (at, students) in areas {
            circle cx=(number(at.x)) cy=(number(at.y)) r=(number(radius * students.sqrt())) {}
        } }
    }
}

/// The students of each square of the drawing.
fn squares(map: &Map, plane: &Plane) -> Vec<(Spot, f64)> {
    let mut squares = BTreeMap::<(i64, i64), i64>::new();
    for home in &map.homes {
        let at = plane.spot(home.at);
        #[expect(clippy::cast_possible_truncation, reason = "a drawing is small")]
        let index = |value: f64| (value / SQUARE).floor() as i64;
        *squares.entry((index(at.x), index(at.y))).or_default() += students(home.students);
    }
    let middle = |index: i64| (index as f64 + 0.5) * SQUARE;
    let squares = squares.into_iter();
    squares.map(|((x, y), number)| (Spot::new(middle(x), middle(y)), number as f64)).collect()
}

fn students(count: Count) -> i64 {
    count.exact().unwrap_or_default()
}

/// The lines from the homes of a cluster's students to their schools; nothing where no single homes are
/// drawn.
pub fn lines(map: &Map, plane: &Plane, cluster: usize) -> Option<String> {
    if shown(map) != Shown::Dots {
        return None;
    }
    let mut path = Path::default();
    for home in &map.homes {
        let schools = home.schools.iter().map(|&school| &map.schools[school]);
        for school in schools.filter(|school| school.cluster == Some(cluster)) {
            path = path.from(plane.spot(home.at)).line(plane.spot(school.at));
        }
    }
    Some(path.open()).filter(|lines| !lines.is_empty())
}
