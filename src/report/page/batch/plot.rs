//! What the charts with two axes share: their size, scales and words.

use maud::{Markup, html};

use crate::base::Decimal;
use crate::base::decimal::power;
use crate::report::page::labels::{self, Frame, LabelArea, Name};
use crate::report::page::svg::{Path, Spot, number as units};
use crate::report::page::ticks::whole;
use crate::text;
use crate::texts::Language;

/// Width and height of a chart.
pub const SIZE: (f64, f64) = (440.0, 340.0);
/// Left, top, right and bottom of what lies between the axes.
pub const INNER: Frame = [44.0, 30.0, 414.0, 288.0];
/// Height of a font.
pub const FONT: f64 = 12.0;
/// Where the words of the scales are.
pub const WORDS: [Frame; 3] =
    [[0.0, 0.0, SIZE.0, 18.0], [0.0, INNER[3], SIZE.0, SIZE.1], [0.0, 0.0, INNER[0] - 4.0, SIZE.1]];
/// The parts of a line between two points at which names are kept away from it.
const PARTS: i32 = 32;

/// The marks along both axes; the first and the last are the ends.
pub struct Scales {
    /// Along the axis across.
    pub across: Vec<f64>,
    /// Along the axis up.
    pub up: Vec<f64>,
}

impl Scales {
    /// The place of a point in the drawing.
    pub fn spot(&self, x: f64, y: f64) -> Spot {
        let share = |ticks: &[f64], value: f64| {
            let (first, last) = (ticks[0], ticks[ticks.len() - 1]);
            (value - first) / (last - first)
        };
        Spot::new(
            INNER[0] + share(&self.across, x) * (INNER[2] - INNER[0]),
            INNER[3] - share(&self.up, y) * (INNER[3] - INNER[1]),
        )
    }

    /// The axes with lines at all marks. `across` has the marks that are written, with their words.
    pub fn draw(
        &self,
        language: Language,
        across: &[(f64, String)],
        across_title: &str,
        up_title: &str,
    ) -> Markup {
        html! {
            g aria-hidden="true" {
                @for &value in &self.up {
                    @let at = self.spot(self.across[0], value);
                    path .grid d=(Path::default().from(at).line(Spot::new(INNER[2], at.y)).open()) {}
                    text .end x=(units(INNER[0] - 6.0)) y=(units(at.y + 4.0)) { (language.whole(whole(value))) }
                }
                @for (value, words) in across {
                    @let at = self.spot(*value, self.up[0]);
                    path .grid d=(Path::default().from(at).line(Spot::new(at.x, INNER[1])).open()) {}
                    text .middle x=(units(at.x)) y=(units(INNER[3] + 17.0)) { (words) }
                }
                text x="2" y="14" { (up_title) }
                text .end x=(units(INNER[2])) y=(units(SIZE.1 - 10.0)) { (across_title) }
            }
        }
    }
}

/// A chart with its title, the sentence that says which table has its numbers, and, below it, what is not drawn.
pub fn figure(id: &str, (title, table): (&str, &str), drawing: &Markup, notes: &Markup) -> Markup {
    let name = format!("{id}-name");
    html! {
        figure .chart {
            figcaption { (title) }
            svg .scatter viewBox={ "0 0 " (units(SIZE.0)) " " (units(SIZE.1)) } role="img"
                aria-labelledby=(name) {
                title #(name) { (title) ". " (table) }
                (drawing)
            }
            (notes)
        }
    }
}

/// In place of a chart that has too few points.
pub fn too_few(language: Language, title: &str, notes: &Markup) -> Markup {
    let too_few = text!(language, "page-scatter-too-few");
    html! { div .chart { p { strong { (title) } " " (too_few) } (notes) } }
}

/// Spots along a line through points, which is broken where one is missing.
pub fn along(points: &[Option<Spot>]) -> Vec<Spot> {
    let between = points.windows(2).filter_map(|ends| ends[0].zip(ends[1]));
    let parts = between.flat_map(|(from, to)| {
        (1..PARTS).map(move |part| {
            let share = f64::from(part) / f64::from(PARTS);
            Spot::new(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y))
        })
    });
    parts.chain(points.iter().flatten().copied()).collect()
}

/// Names beside some of the points, as far as there is room, where they cover fewest of the marks; the words of the
/// scales and all points stay free.
pub fn names(wanted: &[(String, Spot)], points: &[Spot], marks: &[Spot], most: usize) -> Markup {
    let wanted: Vec<Name> = wanted.iter().map(|(text, at)| Name { text, at: *at }).collect();
    let mut kept_free = WORDS.to_vec();
    kept_free.extend(points.iter().map(|at| [at.x - 4.0, at.y - 4.0, at.x + 4.0, at.y + 4.0]));
    let area = LabelArea { size: SIZE, font: FONT, most, marks, kept_free: &kept_free };
    html! {
        g aria-hidden="true" { @for label in labels::place(&wanted, &area) {
            text .point-name x=(units(label.at.x)) y=(units(label.at.y)) { (label.text) }
        } }
    }
}

/// The least and the greatest of some values.
pub fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, greatest), value| {
        (least.min(value), greatest.max(value))
    })
}

/// The nearest double.
pub fn float(number: Decimal) -> f64 {
    number.scaled as f64 / power(number.decimals) as f64
}
