//! Scenarios as points: the share placed against what it costs.

use maud::{Markup, html};

use super::batched::Batched;
use super::plot::{self, Scales};
use super::undrawn::{self, Reason};
use crate::disclosure::ScenarioDisclosure;
use crate::report::comparison::tables::FigureFormat;
use crate::report::page::labels;
use crate::report::page::svg::{Path, Spot};
use crate::report::page::ticks::{ticks, whole};
use crate::scenarios::batch::Statistics;
use crate::text;
use crate::texts::Language;

/// The most points with a name.
const MOST_NAMES: usize = 14;

/// The figure up: the share placed in clusters.
const SHARE: &str = "core_percent";

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
    scenario: &'a ScenarioDisclosure,
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
        figure: SHARE,
        unit: FigureFormat::Percent,
        title: text!(language, "page-in-cluster-2"),
    };
    let figures = [across.figure, up.figure];
    let scenarios = &batched.disclosed.scenarios;
    if figures.iter().any(|figure| !scenarios.iter().any(|one| one.has(figure))) {
        return html! {};
    }
    let points: Vec<Point> =
        scenarios.iter().filter_map(|scenario| point(batched, scenario, across, &up)).collect();
    let undrawn: Vec<(&ScenarioDisclosure, Reason)> =
        scenarios.iter().filter_map(|one| Some((one, undrawn::reason(one, &figures)?))).collect();
    let notes = undrawn::notes(batched, &undrawn);
    if points.len() < 2 {
        if undrawn.is_empty() {
            return html! {};
        }
        return plot::too_few(language, title, &notes);
    }
    let scales = scales(&points);
    let spots: Vec<Spot> = points.iter().map(|point| scales.spot(point.x, point.y)).collect();
    let drawing = html! {
        (scales.draw(language, &ticks_in_words(language, &scales), &across.title, &up.title))
        @for (point, spot) in points.iter().zip(&spots) { (whiskers(&scales, point, *spot)) }
        @for (point, spot) in points.iter().zip(&spots) { (mark(batched, point, *spot)) }
        (names(batched, &points, &spots))
    };
    let table = text!(language, "page-scatter-table");
    plot::figure(id, (title, &table), &drawing, &notes)
}

/// Whether a chart has enough points to be drawn.
pub fn is_drawn(batched: &Batched, axes: &[&Axis]) -> bool {
    let scenarios = &batched.disclosed.scenarios;
    let is_point = |one: &ScenarioDisclosure, axis: &Axis| {
        [axis.figure, SHARE].iter().all(|figure| one.figure(figure).whole().is_some())
    };
    axes.iter().any(|axis| scenarios.iter().filter(|one| is_point(one, axis)).count() > 1)
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
    scenario: &'a ScenarioDisclosure,
    across: &Axis,
    up: &Axis,
) -> Option<Point<'a>> {
    let (x, y) = (scenario.figure(across.figure).whole()?, scenario.figure(up.figure).whole()?);
    let (across_at, up_at) =
        (batched.mean(&x.values, across.unit), batched.mean(&y.values, up.unit));
    let range = |statistics: &Statistics, unit: FigureFormat| {
        let values = unit.converted(&statistics.values);
        (plot::float(values.p05), plot::float(values.p95))
    };
    let ranges = batched.draws().then(|| [range(x, across.unit), range(y, up.unit)]);
    let language = batched.language;
    let says = format!(
        "{}: {}%; {}: {}",
        batched.title(scenario),
        language.number(up_at),
        across.title,
        language.number(across_at)
    );
    Some(Point { scenario, x: plot::float(across_at), y: plot::float(up_at), ranges, says })
}

/// Scales that hold all points with their ranges.
fn scales(points: &[Point]) -> Scales {
    let ends = |axis: usize| {
        let own = move |point: &Point| if axis == 0 { point.x } else { point.y };
        plot::ends(points.iter().flat_map(move |point| {
            let (low, high) = point.ranges.map_or((own(point), own(point)), |both| both[axis]);
            [low, high, own(point)]
        }))
    };
    let [(left, right), (low, high)] = [ends(0), ends(1)];
    Scales { across: ticks(left, right, 4, 1.0), up: ticks(low, high, 5, 1.0) }
}

fn ticks_in_words(language: Language, scales: &Scales) -> Vec<(f64, String)> {
    scales.across.iter().map(|&value| (value, short(language, value))).collect()
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
    let id = &point.scenario.summary.id;
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
        let id = &point.scenario.summary.id;
        (!batched.is_free(id), !batched.is_compared(id))
    };
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by_key(|&index| rank(&points[index]));
    let titles: Vec<&str> =
        order.iter().map(|&index| batched.title(points[index].scenario)).collect();
    let spots_in_order = order.iter().map(|&index| spots[index]);
    let wanted: Vec<(String, Spot)> =
        labels::cut(&titles).into_iter().zip(spots_in_order).collect();
    plot::names(&wanted, spots, spots, MOST_NAMES)
}
