//! The share of students in clusters over the years, against the share that is aimed at.

use maud::{Markup, html};

use super::PathPage;
use crate::disclosure::{Share, YearDisclosure};
use crate::report::page::batch::plot::{self, SIZE, Scales};
use crate::report::page::svg::{Path, Spot, number as units};
use crate::report::page::ticks::ticks;
use crate::text;

/// Upper estimate of the width of a letter below the chart.
const LETTER: f64 = 8.0;
/// The base lines of the two rows of years below the chart.
const ROWS: [f64; 2] = [plot::INNER[3] + 17.0, plot::INNER[3] + 34.0];
/// How far above its point a value is written.
const ABOVE: f64 = 5.0;
/// The most values that are written beside their points.
const MOST_NAMES: usize = 20;

impl PathPage<'_> {
    /// The chart; the table below it has the numbers.
    pub fn share_chart(&self) -> Markup {
        let language = self.language;
        let years = &self.disclosed.years;
        // A bound is not drawn as a value.
        let reached: Vec<Option<f64>> = years.iter().map(exact).collect();
        let aimed: Vec<Option<f64>> =
            years.iter().map(|year| year.share_percent.map(|percent| percent as f64)).collect();
        let (least, greatest) = plot::ends(reached.iter().chain(&aimed).copied().flatten());
        let title = text!(language, "growth-page-chart");
        if !least.is_finite() {
            return plot::too_few(language, &title, &html! {});
        }
        let across: Vec<f64> = (0..years.len()).map(|year| year as f64).collect();
        let scales = Scales { across, up: ticks(least, greatest, 5, 1.0) };
        let line = |values: &[Option<f64>]| line(&scales, values);
        let [spots, aims] = [&reached, &aimed].map(|values| spots(&scales, values));
        // Names are not to cover the lines.
        let marks = [plot::along(&spots), plot::along(&aims)].concat();
        let names: Vec<(String, Spot)> = years
            .iter()
            .zip(&spots)
            .filter_map(|(year, spot)| {
                let spot = (*spot)?;
                let above = Spot::new(spot.x, spot.y - ABOVE);
                Some((language.share(year.students.core.share), above))
            })
            .collect();
        let drawn: Vec<Spot> = spots.iter().flatten().copied().collect();
        let drawing = html! {
            (scales.draw(language, &[], "", &text!(language, "growth-page-in-clusters")))
            (self.years_below(&scales))
            path .course.course-1 d=(line(&aimed)) {}
            path .course.course-0 d=(line(&reached)) {}
            @for spot in &drawn {
                circle .course-dot.course-0 cx=(units(spot.x)) cy=(units(spot.y)) r="4" {}
            }
            (plot::names(&names, &drawn, &marks, MOST_NAMES))
        };
        let hidden = reached.iter().any(Option::is_none);
        let notes = html! {
            ul .legend {
                li { (sample("course course-0")) " " (text!(language, "growth-page-reached")) }
                @if aimed.iter().any(Option::is_some) {
                    li { (sample("course course-1")) " " (text!(language, "growth-page-aimed")) }
                }
            }
            @if hidden { p .quiet { (text!(language, "growth-page-not-drawn")) } }
        };
        let table = text!(language, "growth-page-chart-table");
        plot::figure("share-over-years", (&title, &table), &drawing, &notes)
    }

    /// The years below the chart, in two rows where one has no room, and within the drawing; those that find no room
    /// are left out.
    fn years_below(&self, scales: &Scales) -> Markup {
        let mut ends = [0.0; ROWS.len()];
        let placed = self.disclosed.years.iter().enumerate().filter_map(|(at, year)| {
            let foot = scales.spot(at as f64, scales.up[0]);
            let half = year.id.chars().count() as f64 * LETTER / 2.0;
            let middle = foot.x.clamp(half + 2.0, (SIZE.0 - half - 2.0).max(half + 2.0));
            let row = ends.iter().position(|&end| middle - half > end)?;
            ends[row] = middle + half;
            Some((foot, Spot::new(middle, ROWS[row]), &year.id))
        });
        let placed: Vec<(Spot, Spot, &String)> = placed.collect();
        html! {
            g aria-hidden="true" { @for (foot, at, id) in placed {
                path .grid d=(Path::default().from(foot).line(Spot::new(foot.x, plot::INNER[1])).open()) {}
                text .middle x=(units(at.x)) y=(units(at.y)) { (id) }
            } }
        }
    }
}

/// The share in percents; `None` where it is a bound or hidden.
fn exact(year: &YearDisclosure) -> Option<f64> {
    match year.students.core.share {
        Share::Exact(tenths) => Some(tenths as f64 / 10.0),
        Share::AtLeast(_) | Share::About(_) | Share::Unknown => None,
    }
}

fn spots(scales: &Scales, values: &[Option<f64>]) -> Vec<Option<Spot>> {
    let spot = |(at, value): (usize, &Option<f64>)| Some(scales.spot(at as f64, (*value)?));
    values.iter().enumerate().map(spot).collect()
}

/// A line through the values, broken where there is none.
fn line(scales: &Scales, values: &[Option<f64>]) -> String {
    let mut path = Path::default();
    let mut is_open = false;
    for spot in spots(scales, values) {
        if let Some(spot) = spot {
            path = if is_open { path.line(spot) } else { path.from(spot) };
        }
        is_open = spot.is_some();
    }
    path.open()
}

fn sample(class: &str) -> Markup {
    html! {
        svg .sign viewBox="-8 -8 16 16" aria-hidden="true" focusable="false" {
            path class=(class) d="M-8 0L8 0" {}
        }
    }
}
