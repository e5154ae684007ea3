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

/// A line at a distance with its name.
struct Mark {
    x: f64,
    class: &'static str,
    text: String,
}

impl Mark {
    fn width(&self) -> f64 {
        self.text.chars().count() as f64 * LETTER
    }

    /// The line, with its name on a height and on one side.
    fn draw(&self, y: f64, is_left: bool) -> Markup {
        let line = Path::default().from(Spot::new(self.x, y - 10.0));
        let at = if is_left { self.x - 5.0 } else { self.x + 5.0 };
        html! {
            path class={ "mark " (self.class) }
                d=(line.line(Spot::new(self.x, FRAME[3])).open()) {}
            text class={ "mark-text" (if is_left { " end" } else { "" }) } x=(units(at)) y=(units(y)) {
                (self.text)
            }
        }
    }
}

/// Heights of the two names above the bars. The line of the lower one starts below the upper one.
const NAMES: [f64; 2] = [31.0, 47.0];

/// Lines at the mean and the 90th percentile, each with its name where no line crosses it.
fn marks(language: Language, scales: &Scales, journeys: &JourneyFacts) -> Markup {
    let mark = |metres: i64, class, text| Mark { x: scales.x(metres as f64), class, text };
    let mean = journeys.mean_m.map(|metres| {
        let text = format!("{} {}", text!(language, "page-mean"), language.kilometres(metres));
        mark(metres, "mean", text)
    });
    let late = journeys.percentile_90_m.map(|metres| {
        let far = if journeys.rounded {
            format!("≈ {} km", language.whole(metres / 1000))
        } else {
            language.kilometres(metres)
        };
        mark(metres, "late", format!("{} {far}", text!(language, "page-90-at-most")))
    });
    let mut marks: Vec<Mark> = mean.into_iter().chain(late).collect();
    marks.sort_by(|one, other| one.x.total_cmp(&other.x));
    let has_room = |mark: &Mark, end: f64| mark.x + 5.0 + mark.width() < end;
    let [high, low] = NAMES;
    match &marks[..] {
        [] => html! {},
        [only] => only.draw(low, !has_room(only, SIZE.0)),
        // The name of the left one may reach over the line of the right one, which starts below it.
        [left, right, ..] if has_room(right, SIZE.0) => {
            html! { (left.draw(high, !has_room(left, SIZE.0))) (right.draw(low, false)) }
        }
        // The name of the right one is to its left, above the line of the left one.
        [left, right, ..] => {
            html! { (left.draw(low, !has_room(left, right.x - 5.0))) (right.draw(high, true)) }
        }
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
