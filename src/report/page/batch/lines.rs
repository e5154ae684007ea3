//! The share placed in clusters along each parameter of a grid, as lines.

use std::collections::BTreeMap;

use maud::{Markup, html};
use serde_json::Value;

use super::batched::Batched;
use super::plot::{self, Scales, float};
use super::undrawn::{self, Reason};
use crate::disclosure::ScenarioDisclosure;
use crate::report::comparison::tables::FigureFormat;
use crate::report::page::labels;
use crate::report::page::svg::{Path, Spot, number as units};
use crate::report::page::ticks::ticks;
use crate::scenarios::batch::answers::{Sweep, sweeps};
use crate::text;
use crate::texts::Language;

/// The most lines of a chart; each has its own kind of stroke.
const MOST_LINES: usize = 6;
/// The most values that are written along the axis.
const MOST_VALUES: usize = 9;
const FIGURE: &str = "core_percent";

/// A line: the values of the other parameters, and its points in order; where one is missing the line is broken.
struct Line {
    name: String,
    points: Vec<Option<(f64, f64, String)>>,
}

/// A chart per parameter of each grid.
pub fn draw(batched: &Batched) -> Markup {
    let mut charts: BTreeMap<(usize, &str), Vec<Sweep>> = BTreeMap::new();
    for sweep in sweeps(batched.disclosed.batch) {
        charts.entry((sweep.grid, sweep.parameter)).or_default().push(sweep);
    }
    let charts = charts.iter().enumerate();
    html! { @for (index, ((_, parameter), sweeps)) in charts {
        (chart(batched, &format!("line-{index}"), parameter, sweeps))
    } }
}

fn chart(batched: &Batched, id: &str, parameter: &str, sweeps: &[Sweep]) -> Markup {
    let language = batched.language;
    let scenarios = &batched.disclosed.scenarios;
    let (shown, beyond) = sweeps.split_at(sweeps.len().min(MOST_LINES));
    let lines: Vec<Line> = shown.iter().map(|sweep| line(batched, sweep)).collect();
    let points = || lines.iter().flat_map(|line| line.points.iter().flatten());
    let not_shown = shown.iter().flat_map(|sweep| &sweep.steps).filter_map(|step| {
        let scenario = &scenarios[step.position];
        Some((scenario, undrawn::reason(scenario, &[FIGURE])?))
    });
    let no_room = beyond.iter().flat_map(|sweep| &sweep.steps);
    let no_room = no_room.map(|step| (&scenarios[step.position], Reason::NoRoom));
    let undrawn: Vec<(&ScenarioDisclosure, Reason)> = not_shown.chain(no_room).collect();
    let notes = undrawn::notes(batched, &undrawn);
    let title = text!(language, "page-share-along", parameter = parameter);
    if points().count() < 2 {
        return plot::too_few(language, &title, &notes);
    }
    let (least, greatest) = plot::ends(points().map(|point| point.1));
    let mut values: Vec<(f64, String)> = shown
        .iter()
        .flat_map(|sweep| &sweep.steps)
        .filter_map(|step| Some((step.value.as_f64()?, written(language, step.value))))
        .collect();
    values.sort_by(|one, other| one.0.total_cmp(&other.0));
    values.dedup();
    let scales = Scales {
        across: values.iter().map(|(value, _)| *value).collect(),
        up: ticks(least, greatest, 5, 1.0),
    };
    let every = values.len().div_ceil(MOST_VALUES);
    let values: Vec<(f64, String)> = values.into_iter().step_by(every).collect();
    let up = text!(language, "page-in-cluster-2");
    let drawing = html! {
        (scales.draw(language, &values, parameter, &up))
        @for (index, line) in lines.iter().enumerate() { (stroke(&scales, line, index)) }
        (names(&scales, &lines))
    };
    let table = text!(language, "page-scatter-table");
    plot::figure(id, (&title, &table), &drawing, &notes)
}

fn line(batched: &Batched, sweep: &Sweep) -> Line {
    let language = batched.language;
    let others = sweep.others.iter();
    let others = others.map(|(name, value)| format!("{name} {}", written(language, value)));
    let points = sweep.steps.iter().map(|step| {
        let scenario = &batched.disclosed.scenarios[step.position];
        let statistics = scenario.figure(FIGURE).whole()?;
        let share = batched.mean(&statistics.values, FigureFormat::Percent);
        let says = format!("{}: {}%", batched.title(scenario), language.number(share));
        Some((step.value.as_f64()?, float(share), says))
    });
    Line { name: others.collect::<Vec<_>>().join(", "), points: points.collect() }
}

/// A value of a parameter.
pub fn written(language: Language, value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => value.to_string().replace('.', language.decimal_sign()),
    }
}

fn stroke(scales: &Scales, line: &Line, index: usize) -> Markup {
    let mut path = Path::default();
    let mut is_open = false;
    for point in &line.points {
        match point {
            None => is_open = false,
            Some((x, y, _)) => {
                let spot = scales.spot(*x, *y);
                path = if is_open { path.line(spot) } else { path.from(spot) };
                is_open = true;
            }
        }
    }
    let class = format!("course course-{index}");
    html! {
        path class=(class) d=(path.open()) {}
        @for (x, y, says) in line.points.iter().flatten() {
            @let spot = scales.spot(*x, *y);
            circle class={ "course-dot course-" (index) } cx=(units(spot.x)) cy=(units(spot.y)) r="4" {
                title { (says) }
            }
        }
    }
}

/// The name of each line at its last point, if there are several.
fn names(scales: &Scales, lines: &[Line]) -> Markup {
    let spots = |line: &Line| -> Vec<Option<Spot>> {
        let points = line.points.iter().map(Option::as_ref);
        points.map(|point| point.map(|(x, y, _)| scales.spot(*x, *y))).collect()
    };
    let points: Vec<Spot> = lines.iter().flat_map(spots).flatten().collect();
    let marks: Vec<Spot> = lines.iter().flat_map(|line| plot::along(&spots(line))).collect();
    let named = lines.iter().filter(|line| !line.name.is_empty());
    let (texts, ends): (Vec<&str>, Vec<Spot>) = named
        .filter_map(|line| {
            let (x, y, _) = line.points.iter().flatten().last()?;
            Some((line.name.as_str(), scales.spot(*x, *y)))
        })
        .unzip();
    let texts: Vec<(String, Spot)> = labels::cut(&texts).into_iter().zip(ends).collect();
    plot::names(&texts, &points, &marks, MOST_LINES)
}
