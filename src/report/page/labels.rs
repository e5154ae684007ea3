//! Names on a map: as many as have room, the most important first, none over another.

use crate::report::page::svg::Spot;

/// Upper estimate of the average width of a letter, as a fraction of the font size: fonts differ.
const LETTER: f64 = 0.64;
/// Height of a line, as a fraction of the font size.
const LINE: f64 = 1.25;

/// A name that wants a place.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    /// The name.
    pub text: &'a str,
    /// The point that the name belongs to.
    pub at: Spot,
}

/// A name that has a place; `at` is the middle of its foot.
#[derive(Clone, PartialEq, Debug)]
pub struct PlacedLabel<'a> {
    /// The name.
    pub text: &'a str,
    /// The middle of its base line.
    pub at: Spot,
}

/// The positions that names may have.
#[derive(Clone, Copy, Debug)]
pub struct Room<'a> {
    /// Width and height of the drawing.
    pub size: (f64, f64),
    /// The height of the font.
    pub font: f64,
    /// Maximum number of names.
    pub most: usize,
    /// Points that names should not cover.
    pub marks: &'a [Spot],
    /// Areas that must stay free: left, top, right and bottom.
    pub kept_free: &'a [Frame],
}

/// Left, top, right and bottom.
pub type Frame = [f64; 4];

/// Gives names a place, in their order: each where it covers fewest marks, near what it names. Those that
/// find no room are left out.
pub fn place<'a>(names: &[Name<'a>], room: &Room) -> Vec<PlacedLabel<'a>> {
    let mut taken: Vec<Frame> = room.kept_free.to_vec();
    let mut labels = Vec::new();
    for name in names {
        if labels.len() >= room.most {
            break;
        }
        let free = places(name, room).filter(|(_, frame)| is_free(frame, room, &taken));
        // Of equals the first is kept: the nearest.
        let best = free.min_by_key(|(_, frame)| covered(frame, room.marks));
        if let Some((at, frame)) = best {
            taken.push(frame);
            labels.push(PlacedLabel { text: name.text, at });
        }
    }
    labels
}

/// Above, below, to the right and to the left; then further above and below.
fn places<'a>(name: &'a Name, room: &'a Room) -> impl Iterator<Item = (Spot, Frame)> + 'a {
    let width = name.text.chars().count() as f64 * LETTER * room.font;
    let (line, gap) = (LINE * room.font, 0.5 * room.font);
    let beside = width / 2.0 + gap;
    let steps = [
        (0.0, -gap),
        (0.0, gap + room.font * 0.8),
        (beside, 0.3 * room.font),
        (-beside, 0.3 * room.font),
        (0.0, -gap - line),
        (0.0, gap + line + room.font * 0.8),
    ];
    steps.into_iter().map(move |(right, down)| {
        let at = Spot::new(name.at.x + right, name.at.y + down);
        let frame =
            [at.x - width / 2.0, at.y - room.font, at.x + width / 2.0, at.y - room.font + line];
        (at, frame)
    })
}

fn is_free(frame: &Frame, room: &Room, taken: &[Frame]) -> bool {
    let [left, top, right, bottom] = *frame;
    let inside =
        left >= 2.0 && top >= 2.0 && right <= room.size.0 - 2.0 && bottom <= room.size.1 - 2.0;
    inside && !taken.iter().any(|other| overlap(frame, other))
}

fn overlap(one: &Frame, other: &Frame) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

fn covered(frame: &Frame, marks: &[Spot]) -> usize {
    let [left, top, right, bottom] = *frame;
    let is_covered =
        |spot: &&Spot| (left..=right).contains(&spot.x) && (top..=bottom).contains(&spot.y);
    marks.iter().filter(is_covered).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(marks: &[Spot]) -> Room<'_> {
        Room { size: (200.0, 100.0), font: 10.0, most: 3, marks, kept_free: &[] }
    }

    fn name(text: &str, x: f64, y: f64) -> Name<'_> {
        Name { text, at: Spot::new(x, y) }
    }

    #[test]
    fn a_name_stands_above_what_it_names_where_nothing_is_covered() {
        let assen = [name("Assen", 100.0, 50.0)];
        assert_eq!(place(&assen, &room(&[]))[0].at, Spot::new(100.0, 45.0));
        let marks = [Spot::new(95.0, 40.0)];
        assert_eq!(place(&assen, &room(&marks))[0].at, Spot::new(100.0, 63.0));
    }

    #[test]
    fn names_do_not_overlap_and_the_first_win() {
        let near: Vec<Name> =
            (0..12_u8).map(|step| name("Hoogezand", 100.0, 50.0 + f64::from(step))).collect();
        let labels = place(&near, &Room { most: 20, ..room(&[]) });
        assert!((3..12).contains(&labels.len()), "{}", labels.len());
        let frames: Vec<Frame> = labels
            .iter()
            .map(|label| {
                [label.at.x - 28.8, label.at.y - 10.0, label.at.x + 28.8, label.at.y + 2.5]
            })
            .collect();
        for (index, one) in frames.iter().enumerate() {
            assert!(frames[..index].iter().all(|other| !overlap(one, other)), "{labels:?}");
        }
        assert_eq!(place(&near, &Room { most: 2, ..room(&[]) }).len(), 2);
    }

    #[test]
    fn a_name_stays_in_the_drawing_and_out_of_what_is_kept_free() {
        let labels = [name("Ter Apelkanaal", 195.0, 50.0)];
        let labels = place(&labels, &room(&[]));
        assert!(labels.iter().all(|label| label.at.x + 14.0 * 3.2 <= 200.0), "{labels:?}");
        let kept_free = [[0.0, 0.0, 200.0, 100.0]];
        let full = Room { kept_free: &kept_free, ..room(&[]) };
        assert_eq!(place(&[name("Assen", 100.0, 50.0)], &full), []);
    }
}
