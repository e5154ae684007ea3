//! Chart of the range of a figure over the draws, per scenario.

use maud::{Markup, html};

use super::batched::Batched;
use super::plot::float;
use super::undrawn::{self, Reason};
use crate::base::Decimal;
use crate::disclosure::ScenarioDisclosure;
use crate::report::comparison::tables::FigureFormat;
use crate::report::page::bars::{self, BarRow, chart};
use crate::report::page::number::data;
use crate::text;

/// The most scenarios of such a chart.
const MOST: usize = 60;

/// A scenario with its mean and the 5th and 95th percentile.
struct Range<'a> {
    scenario: &'a ScenarioDisclosure,
    mean: Decimal,
    ends: (f64, f64),
}

/// A chart; nothing where no scenario has the figure.
pub fn draw(batched: &Batched, figure: &str, unit: FigureFormat, title: &str) -> Markup {
    let language = batched.language;
    let scenarios = &batched.disclosed.scenarios;
    if !scenarios.iter().any(|one| one.has(figure)) {
        return html! {};
    }
    let mut ranges: Vec<Range> =
        scenarios.iter().filter_map(|one| range(one, figure, unit)).collect();
    let beyond = ranges.split_off(ranges.len().min(MOST));
    let undrawn: Vec<(&ScenarioDisclosure, Reason)> = scenarios
        .iter()
        .filter_map(|one| Some((one, undrawn::reason(one, &[figure])?)))
        .chain(beyond.iter().map(|range| (range.scenario, Reason::NoRoom)))
        .collect();
    let notes = undrawn::notes(batched, &undrawn);
    if ranges.is_empty() {
        return html! { div .chart { p { strong { (title) } } (notes) } };
    }
    let least = ranges.iter().map(|range| range.ends.0).fold(f64::INFINITY, f64::min);
    let greatest = ranges.iter().map(|range| range.ends.1).fold(f64::NEG_INFINITY, f64::max);
    let span = (greatest - least).max(1.0);
    // Some room at both ends, so that no dot is cut.
    let at = |value: f64| 4.0 + (value - least) / span * 92.0;
    let reference = ranges.iter().find(|range| batched.is_reference(range.scenario));
    let reference = reference.map(|range| at(float(range.mean)));
    let rows = ranges.iter().map(|range| BarRow {
        name: html! { (batched.title(range.scenario)) },
        bar: bars::whisker(at(float(range.mean)), (at(range.ends.0), at(range.ends.1)), reference),
        number: data(range.mean, &language.number(range.mean)),
    });
    let draws = match (batched.draws(), batched.few_draws()) {
        (false, _) => String::new(),
        (true, true) => text!(language, "page-bar-all-draws"),
        (true, false) => {
            text!(language, "page-bar-90-draws")
        }
    };
    let line = text!(language, "page-line-base-comparison");
    let caption = html! { strong { (title) } " " (draws) " " (line) };
    let columns = [
        text!(language, "page-scenario"),
        text!(language, "page-position"),
        text!(language, "page-mean"),
    ];
    html! { div .chart { (chart(&caption, columns, rows.collect())) (notes) } }
}

fn range<'a>(
    scenario: &'a ScenarioDisclosure,
    figure: &str,
    unit: FigureFormat,
) -> Option<Range<'a>> {
    let statistics = scenario.figure(figure).whole()?;
    let values = unit.converted(&statistics.values);
    let mean = unit.converted(&statistics.values).mean(1);
    Some(Range { scenario, mean, ends: (float(values.p05), float(values.p95)) })
}
