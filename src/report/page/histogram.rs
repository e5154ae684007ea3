//! The histogram of journeys, with the mean and the 90th percentile.

use maud::{Markup, html};

use super::number;
use super::svg::{Path, Spot, number as units};
use super::ticks::{ticks, whole};
use crate::disclosure::{Bar, JourneyFacts};
use crate::text;
use crate::texts::Language;

/// Width and height of the drawing.
const SIZE: (f64, f64) = (440.0, 290.0);
/// The area between the axes: left, top, right and bottom.
const FRAME: [f64; 4] = [40.0, 52.0, 430.0, 242.0];

/// Upper estimate of the average width of a letter.
const LETTER: f64 = 8.2;

/// The scales of the drawing.
struct Scales {
    kilometres: Vec<f64>,
    students: Vec<f64>,
}

impl Scales {
    fn x(&self, metres: f64) -> f64 {
        let most = self.kilometres.last().copied().unwrap_or(1.0) * 1000.0;
        FRAME[0] + metres / most * (FRAME[2] - FRAME[0])
    }

    fn y(&self, students: f64) -> f64 {
        let most = self.students.last().copied().unwrap_or(1.0);
        FRAME[3] - students / most * (FRAME[3] - FRAME[1])
    }
}

/// The histogram; nothing where no journey is known.
pub fn draw(language: Language, bars: &[Bar], journeys: &JourneyFacts) -> Markup {
    let Some(last) = bars.last() else { return html! {} };
    let width = bars.iter().map(|bar| bar.to_m - bar.from_m).min().unwrap_or(1000) as f64;
    // Bars that were joined are as high as their mean, so that areas can be compared.
    let height = |bar: &Bar| number::length(bar.students) / (bar.to_m - bar.from_m) as f64 * width;
    let highest = bars.iter().map(height).fold(1.0, f64::max);
    let scales = Scales {
        kilometres: ticks(0.0, last.to_m as f64 / 1000.0, 8, 1.0),
        students: ticks(0.0, highest, 4, 1.0),
    };
    let title = text!(language, "page-journeys-students-one-way");
    html! {
        figure .chart {
            figcaption { (title) }
            svg .histogram viewBox={ "0 0 " (units(SIZE.0)) " " (units(SIZE.1)) } role="img"
                aria-labelledby="journeys-name journeys-desc" {
                title #journeys-name { (title) }
                desc #journeys-desc { (description(language, journeys)) }
                (axes(language, &scales, width))
                @for bar in bars {
                    @let (left, right) = (scales.x(bar.from_m as f64), scales.x(bar.to_m as f64));
                    @let top = scales.y(height(bar));
                    rect .fill x=(units(left + 0.5)) y=(units(top)) width=(units(right - left - 1.0))
                        height=(units(FRAME[3] - top)) {
                        title { (between(language, bar)) ": " (language.count(bar.students)) }
                    }
                }
                (marks(language, &scales, journeys))
            }
            (numbers(language, bars))
        }
    }
}

fn description(language: Language, journeys: &JourneyFacts) -> String {
    let written =
        |metres: Option<i64>| metres.map_or_else(|| "–".to_owned(), |one| language.kilometres(one));
    let (mean, late) = (written(journeys.mean_m), written(journeys.percentile_90_m));
    text!(language, "page-journeys-description", mean = mean, late = late)
}

fn axes(language: Language, scales: &Scales, width: f64) -> Markup {
    let high = text!(language, "page-students-per-km", kilometres = whole(width / 1000.0));
    html! {
        g aria-hidden="true" {
            @for &students in &scales.students {
                @let y = scales.y(students);
                path .grid d=(across(y)) {}
                text .end x=(units(FRAME[0] - 6.0)) y=(units(y + 4.0)) { (language.whole(whole(students))) }
            }
            @for &kilometres in &scales.kilometres {
                text .middle x=(units(scales.x(kilometres * 1000.0))) y=(units(FRAME[3] + 18.0)) {
                    (language.whole(whole(kilometres)))
                }
            }
            text x="2" y="14" { (high) }
            text .end x=(units(FRAME[2])) y=(units(SIZE.1 - 8.0)) {
                (text!(language, "page-kilometres-one-way"))
            }
        }
    }
}

fn across(y: f64) -> String {
    Path::default().from(Spot::new(FRAME[0], y)).line(Spot::new(FRAME[2], y)).open()
}

/// Lines at the mean and the 90th percentile, each with its name on the side where there is room.
fn marks(language: Language, scales: &Scales, journeys: &JourneyFacts) -> Markup {
    let mean = journeys.mean_m.map(|metres| {
        (metres, format!("{} {}", text!(language, "page-mean"), language.kilometres(metres)))
    });
    let late = journeys.percentile_90_m.map(|metres| {
        let far = if journeys.rounded {
            format!("≈ {} km", language.whole(metres / 1000))
        } else {
            language.kilometres(metres)
        };
        (metres, format!("{} {far}", text!(language, "page-90-at-most")))
    });
    let lines = [(mean, "mean", 44.0), (late, "late", 30.0)];
    html! {
        @for (line, class, y) in lines { @if let Some((metres, text)) = line {
            @let x = scales.x(metres as f64);
            @let at_end = x + text.chars().count() as f64 * LETTER > SIZE.0;
            path class={ "mark " (class) } d=(Path::default().from(Spot::new(x, y - 10.0))
                .line(Spot::new(x, FRAME[3])).open()) {}
            text class={ "mark-text" (if at_end { " end" } else { "" }) }
                x=(units(if at_end { x - 5.0 } else { x + 5.0 })) y=(units(y)) { (text) }
        } }
    }
}

fn between(language: Language, bar: &Bar) -> String {
    text!(language, "page-from-to-km", from = bar.from_m / 1000, to = bar.to_m / 1000)
}

fn numbers(language: Language, bars: &[Bar]) -> Markup {
    html! {
        details .numbers {
            summary { (text!(language, "page-numbers")) }
            table .plain {
                caption { (text!(language, "page-students-by-journey-one-way")) }
                thead { tr {
                    th scope="col" { (text!(language, "page-journey")) }
                    th scope="col" .n { (text!(language, "page-students")) }
                } }
                tbody { @for bar in bars { tr {
                    th scope="row" { (between(language, bar)) }
                    td .n { (number::count(language, bar.students)) }
                } } }
            }
        }
    }
}
