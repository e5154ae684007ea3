//! Names on a map: as many as have room, the most important first, none over another.

use std::collections::BTreeMap;

use crate::report::page::svg::Spot;

/// Upper estimate of the average width of a letter, as a fraction of the font size: fonts differ.
const LETTER: f64 = 0.64;
/// Height of a line, as a fraction of the font size.
const LINE: f64 = 1.25;

/// The most letters of a name that is cut.
const MOST_LETTERS: usize = 22;

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
pub struct LabelArea<'a> {
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

impl PlacedLabel<'_> {
    /// The area that the name takes in a font of a height.
    pub fn frame(&self, font: f64) -> Frame {
        frame(self.text, self.at, font)
    }
}

/// The area of a text whose base line has its middle at a spot.
fn frame(text: &str, at: Spot, font: f64) -> Frame {
    let width = text.chars().count() as f64 * LETTER * font;
    let top = at.y - font;
    [at.x - width / 2.0, top, at.x + width / 2.0, top + LINE * font]
}

/// Left, top, right and bottom.
pub type Frame = [f64; 4];

/// Names of a length that has room, each unlike the others where they are: those that begin alike keep the part that
/// differs.
pub fn cut(names: &[&str]) -> Vec<String> {
    let mut cuts: Vec<String> = names.iter().map(|name| shortened(name)).collect();
    let mut cut_at = vec![0; names.len()];
    loop {
        let mut alike: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, cut) in cuts.iter().enumerate() {
            alike.entry(cut).or_default().push(at);
        }
        let groups = alike.into_values().filter(|group| group.len() > 1);
        let groups: Vec<(Vec<usize>, usize)> = groups
            .map(|group| {
                let shared = shared_words(group.iter().map(|&at| names[at]));
                (group, shared)
            })
            .filter(|(group, shared)| group.iter().all(|&at| *shared > cut_at[at]))
            .filter(|(group, _)| group.iter().any(|&at| names[at] != names[group[0]]))
            .collect();
        if groups.is_empty() {
            return cuts;
        }
        for (group, shared) in groups {
            for at in group {
                cut_at[at] = shared;
                cuts[at] = shortened(&format!("…{}", &names[at][shared..]));
            }
        }
    }
}

/// A name of a length that has room.
fn shortened(name: &str) -> String {
    if name.chars().count() <= MOST_LETTERS {
        return name.to_owned();
    }
    let cut: String = name.chars().take(MOST_LETTERS - 1).collect();
    format!("{}…", cut.trim_end())
}

/// The bytes of the whole words with which all of some names begin.
fn shared_words<'a>(mut names: impl Iterator<Item = &'a str>) -> usize {
    let Some(first) = names.next() else { return 0 };
    let shared = names.fold(first.len(), |shared, name| {
        let alike =
            first.char_indices().zip(name.chars()).take_while(|((_, one), other)| one == other);
        alike.last().map_or(0, |((at, letter), _)| at + letter.len_utf8()).min(shared)
    });
    let word = first[..shared].char_indices().rev().find(|(_, letter)| !letter.is_alphanumeric());
    word.map_or(0, |(at, letter)| at + letter.len_utf8())
}

/// Gives names a place, in their order: each where it covers fewest marks, near what it names. Those that
/// find no room are left out.
pub fn place<'a>(names: &[Name<'a>], area: &LabelArea) -> Vec<PlacedLabel<'a>> {
    let mut taken: Vec<Frame> = area.kept_free.to_vec();
    let mut labels = Vec::new();
    for name in names {
        if labels.len() >= area.most {
            break;
        }
        let free = places(name, area).filter(|(_, frame)| is_free(frame, area, &taken));
        // Of equals the first is kept: the nearest.
        let best = free.min_by_key(|(_, frame)| covered(frame, area.marks));
        if let Some((at, frame)) = best {
            taken.push(frame);
            labels.push(PlacedLabel { text: name.text, at });
        }
    }
    labels
}

/// Above, below, to the right and to the left; then further above and below; then to the right and to the left of above and
/// below.
fn places<'a>(name: &'a Name, area: &'a LabelArea) -> impl Iterator<Item = (Spot, Frame)> + 'a {
    let width = name.text.chars().count() as f64 * LETTER * area.font;
    let (line, gap) = (LINE * area.font, 0.5 * area.font);
    let beside = width / 2.0 + gap;
    let steps = [
        (0.0, -gap),
        (0.0, gap + area.font * 0.8),
        (beside, 0.3 * area.font),
        (-beside, 0.3 * area.font),
        (0.0, -gap - line),
        (0.0, gap + line + area.font * 0.8),
        (beside, -gap),
        (-beside, -gap),
        (beside, gap + area.font * 0.8),
        (-beside, gap + area.font * 0.8),
    ];
    steps.into_iter().map(move |(right, down)| {
        let at = Spot::new(name.at.x + right, name.at.y + down);
        (at, frame(name.text, at, area.font))
    })
}

fn is_free(frame: &Frame, area: &LabelArea, taken: &[Frame]) -> bool {
    let [left, top, right, bottom] = *frame;
    let inside =
        left >= 2.0 && top >= 2.0 && right <= area.size.0 - 2.0 && bottom <= area.size.1 - 2.0;
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

    fn area(marks: &[Spot]) -> LabelArea<'_> {
        LabelArea { size: (200.0, 100.0), font: 10.0, most: 3, marks, kept_free: &[] }
    }

    fn name(text: &str, x: f64, y: f64) -> Name<'_> {
        Name { text, at: Spot::new(x, y) }
    }

    #[test]
    fn names_that_begin_alike_keep_the_part_that_differs() {
        let names = [
            "Meer plaatsen op elke school: 1",
            "Zoals het is",
            "Meer plaatsen op elke school: 12",
            "Meer plaatsen op elke locatie van het bestuur: 1",
            "Christelijke Basisschool De Fontein",
            "Meer plaatsen op elke school: 1",
        ];
        let expected = [
            "…school: 1",
            "Zoals het is",
            "…school: 12",
            "…locatie van het best…",
            "Christelijke Basissch…",
            "…school: 1",
        ];
        assert_eq!(cut(&names), expected);
        assert!(cut(&names).iter().all(|name| name.chars().count() <= MOST_LETTERS));
    }

    #[test]
    fn a_name_is_above_its_point_where_nothing_is_covered() {
        let assen = [name("Assen", 100.0, 50.0)];
        assert_eq!(place(&assen, &area(&[]))[0].at, Spot::new(100.0, 45.0));
        let marks = [Spot::new(95.0, 40.0)];
        assert_eq!(place(&assen, &area(&marks))[0].at, Spot::new(100.0, 63.0));
    }

    #[test]
    fn names_do_not_overlap_and_the_first_win() {
        let near: Vec<Name> =
            (0..12_u8).map(|step| name("Hoogezand", 100.0, 50.0 + f64::from(step))).collect();
        let labels = place(&near, &LabelArea { most: 20, ..area(&[]) });
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
        assert_eq!(place(&near, &LabelArea { most: 2, ..area(&[]) }).len(), 2);
    }

    #[test]
    fn a_name_stays_in_the_drawing_and_out_of_what_is_kept_free() {
        let labels = [name("Ter Apelkanaal", 195.0, 50.0)];
        let labels = place(&labels, &area(&[]));
        assert!(labels.iter().all(|label| label.at.x + 14.0 * 3.2 <= 200.0), "{labels:?}");
        let kept_free = [[0.0, 0.0, 200.0, 100.0]];
        let full = LabelArea { kept_free: &kept_free, ..area(&[]) };
        assert_eq!(place(&[name("Assen", 100.0, 50.0)], &full), []);
    }
}
