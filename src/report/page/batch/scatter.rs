//! Scenarios as points: the share placed against what it costs.

use maud::{Markup, html};

use super::batched::Batched;
use super::disclosed::{DisclosedFigure, disclosed, mean};
use crate::base::Decimal;
use crate::base::decimal::power;
use crate::report::comparison::tables::FigureFormat;
use crate::report::page::labels::{self, Frame, Name, Room};
use crate::report::page::svg::{Path, Spot, number as units};
use crate::report::page::ticks::{ticks, whole};
use crate::scenarios::batch::{ScenarioSummary, Statistics};
use crate::text;
use crate::texts::Language;

const SIZE: (f64, f64) = (440.0, 340.0);
/// Left, top, right and bottom of what lies between the axes.
const INNER: Frame = [44.0, 30.0, 424.0, 288.0];
/// The most points with a name.
const MOST_NAMES: usize = 14;
/// The most letters of a name.
const MOST_LETTERS: usize = 22;
const FONT: f64 = 12.0;

/// An axis: a figure with its unit.
pub struct Axis {
    /// The figure.
    pub figure: &'static str,
    /// The format of its values.
    pub unit: FigureFormat,
    /// Title along the axis.
    pub title: String,
}

struct Point<'a> {
    scenario: &'a ScenarioSummary,
    x: f64,
    y: f64,
    /// The range of the draws along each axis.
    ranges: Option<[(f64, f64); 2]>,
    says: String,
}

/// A chart; nothing where fewer than two scenarios have both figures.
pub fn draw(batched: &Batched, id: &str, title: &str, across: &Axis) -> Markup {
    let language = batched.language;
    let up = Axis {
        figure: "core_percent",
        unit: FigureFormat::Percent,
        title: text!(language, "page-in-cluster-2"),
    };
    let scenarios = batched.summary.scenarios.iter();
    let points: Vec<Point> =
        scenarios.filter_map(|scenario| point(batched, scenario, across, &up)).collect();
    if points.len() < 2 {
        return html! {};
    }
    let scales = Scales::around(&points);
    let spots: Vec<Spot> = points.iter().map(|point| scales.spot(point.x, point.y)).collect();
    let name = format!("{id}-name");
    html! {
        figure .chart {
            figcaption { (title) }
            svg .scatter viewBox={ "0 0 " (units(SIZE.0)) " " (units(SIZE.1)) } role="img"
                aria-labelledby=(name) {
                title #(name) { (title) ". " (text!(language, "page-scatter-table")) }
                (scales.draw(language, across, &up))
                @for (point, spot) in points.iter().zip(&spots) { (whiskers(&scales, point, *spot)) }
                @for (point, spot) in points.iter().zip(&spots) { (mark(batched, point, *spot)) }
                (names(batched, &points, &spots))
            }
        }
    }
}

/// Legend of the marks.
pub fn legend(language: Language) -> Markup {
    let entry = |class: &str, shape: String, name: &str| {
        html! {
            li {
                svg .sign viewBox="-8 -8 16 16" aria-hidden="true" focusable="false" {
                    path class=(class) d=(shape) {}
                }
                " " (name)
            }
        }
    };
    let middle = Spot::new(0.0, 0.0);
    html! {
        ul .legend {
            (entry("free", diamond(middle), &text!(language, "page-not-dominated-no-other-scenario")))
            (entry("beaten", round(middle), &text!(language, "page-dominated")))
            (entry("aside", cross(middle), &text!(language, "page-not-weighed-in-grid-or")))
        }
    }
}

fn point<'a>(
    batched: &Batched,
    scenario: &'a ScenarioSummary,
    across: &Axis,
    up: &Axis,
) -> Option<Point<'a>> {
    let (x, y) = (
        disclosed(batched.summary, scenario, across.figure, across.unit),
        disclosed(batched.summary, scenario, up.figure, up.unit),
    );
    let draws = batched.draws();
    let value = |statistics: &Statistics, unit: FigureFormat| mean(&statistics.values, unit, draws);
    let across_at = value(x.whole()?, across.unit);
    let up_at = match &y {
        DisclosedFigure::Whole(statistics) => value(statistics, up.unit),
        DisclosedFigure::AtLeast(tenths) => Decimal { scaled: *tenths, decimals: 1 },
        _ => return None,
    };
    let range = |statistics: &Statistics, unit: FigureFormat| {
        let values = unit.converted(&statistics.values);
        (float(values.p05), float(values.p95))
    };
    let ranges = y.whole().zip(x.whole()).filter(|_| draws);
    let language = batched.language;
    let says = format!(
        "{}: {}%; {}: {}",
        batched.title(scenario),
        language.number(up_at),
        across.title,
        language.number(across_at)
    );
    Some(Point {
        scenario,
        x: float(across_at),
        y: float(up_at),
        ranges: ranges.map(|(y, x)| [range(x, across.unit), range(y, up.unit)]),
        says,
    })
}

fn float(number: Decimal) -> f64 {
    number.scaled as f64 / power(number.decimals) as f64
}

struct Scales {
    across: Vec<f64>,
    up: Vec<f64>,
}

impl Scales {
    fn around(points: &[Point]) -> Self {
        let ends = |axis: usize| {
            let own = move |point: &Point| if axis == 0 { point.x } else { point.y };
            let all = points.iter().flat_map(move |point| {
                let (low, high) = point.ranges.map_or((own(point), own(point)), |both| both[axis]);
                [low, high, own(point)]
            });
            all.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, greatest), value| {
                (least.min(value), greatest.max(value))
            })
        };
        let [(left, right), (low, high)] = [ends(0), ends(1)];
        Self { across: ticks(left, right, 4, 1.0), up: ticks(low, high, 5, 1.0) }
    }

    fn spot(&self, x: f64, y: f64) -> Spot {
        let share = |ticks: &[f64], value: f64| {
            let (first, last) = (ticks[0], ticks[ticks.len() - 1]);
            (value - first) / (last - first)
        };
        Spot::new(
            INNER[0] + share(&self.across, x) * (INNER[2] - INNER[0]),
            INNER[3] - share(&self.up, y) * (INNER[3] - INNER[1]),
        )
    }

    fn draw(&self, language: Language, across: &Axis, up: &Axis) -> Markup {
        html! {
            g aria-hidden="true" {
                @for &value in &self.up {
                    @let at = self.spot(self.across[0], value);
                    path .grid d=(Path::default().from(at).line(Spot::new(INNER[2], at.y)).open()) {}
                    text .end x=(units(INNER[0] - 6.0)) y=(units(at.y + 4.0)) { (language.whole(whole(value))) }
                }
                @for &value in &self.across {
                    @let at = self.spot(value, self.up[0]);
                    path .grid d=(Path::default().from(at).line(Spot::new(at.x, INNER[1])).open()) {}
                    text .middle x=(units(at.x)) y=(units(INNER[3] + 17.0)) { (short(language, value)) }
                }
                text x="2" y="14" { (up.title) }
                text .end x=(units(INNER[2])) y=(units(SIZE.1 - 10.0)) { (across.title) }
            }
        }
    }
}

/// A tick in few letters: thousands with a k.
fn short(language: Language, value: f64) -> String {
    if value.abs() >= 10_000.0 {
        return format!("{}k", language.whole(whole(value / 1000.0)));
    }
    language.whole(whole(value))
}

fn whiskers(scales: &Scales, point: &Point, spot: Spot) -> Markup {
    let Some([across, up]) = point.ranges else { return html! {} };
    let [left, right] = [across.0, across.1].map(|x| scales.spot(x, point.y));
    let [low, high] = [up.0, up.1].map(|y| Spot::new(spot.x, scales.spot(point.x, y).y));
    let path = Path::default().from(left).line(right).from(low).line(high);
    html! { path .whisker d=(path.open()) {} }
}

fn mark(batched: &Batched, point: &Point, spot: Spot) -> Markup {
    let id = &point.scenario.id;
    let (class, shape) = if batched.is_free(id) {
        ("free", diamond(spot))
    } else if batched.is_compared(id) {
        ("beaten", round(spot))
    } else {
        ("aside", cross(spot))
    };
    html! { path class=(class) d=(shape) { title { (point.says) } } }
}

fn diamond(at: Spot) -> String {
    let corner = |x: f64, y: f64| Spot::new(at.x + x * 7.0, at.y + y * 7.0);
    let path = Path::default().from(corner(0.0, -1.0)).line(corner(1.0, 0.0));
    path.line(corner(0.0, 1.0)).line(corner(-1.0, 0.0)).close()
}

fn round(at: Spot) -> String {
    let [left, right] = [-5.0, 5.0].map(|step| Spot::new(at.x + step, at.y));
    Path::default().from(left).arc(5.0, right).arc(5.0, left).close()
}

fn cross(at: Spot) -> String {
    let corner = |x: f64, y: f64| Spot::new(at.x + x * 3.5, at.y + y * 3.5);
    let path = Path::default().from(corner(-1.0, -1.0)).line(corner(1.0, 1.0));
    path.from(corner(-1.0, 1.0)).line(corner(1.0, -1.0)).open()
}

/// Names of scenarios, those first that nothing dominates.
fn names(batched: &Batched, points: &[Point], spots: &[Spot]) -> Markup {
    let rank = |point: &Point| {
        let id = &point.scenario.id;
        (!batched.is_free(id), !batched.is_compared(id))
    };
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by_key(|&index| rank(&points[index]));
    let titles: Vec<String> =
        order.iter().map(|&index| cut(batched.title(points[index].scenario))).collect();
    let wanted: Vec<Name> =
        order.iter().zip(&titles).map(|(&index, text)| Name { text, at: spots[index] }).collect();
    // The scales' own words, and the points themselves, stay free.
    let mut kept_free = vec![
        [0.0, 0.0, SIZE.0, 18.0],
        [0.0, INNER[3], SIZE.0, SIZE.1],
        [0.0, 0.0, INNER[0] - 4.0, SIZE.1],
    ];
    kept_free.extend(spots.iter().map(|at| [at.x - 4.0, at.y - 4.0, at.x + 4.0, at.y + 4.0]));
    let room =
        Room { size: SIZE, font: FONT, most: MOST_NAMES, marks: spots, kept_free: &kept_free };
    html! {
        g aria-hidden="true" { @for label in labels::place(&wanted, &room) {
            text .point-name x=(units(label.at.x)) y=(units(label.at.y)) { (label.text) }
        } }
    }
}

/// A name of a length that has room.
fn cut(title: &str) -> String {
    if title.chars().count() <= MOST_LETTERS {
        return title.to_owned();
    }
    let cut: String = title.chars().take(MOST_LETTERS - 1).collect();
    format!("{}…", cut.trim_end())
}
