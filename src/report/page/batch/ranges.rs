//! Chart of the range of a figure over the draws, per scenario.

use maud::{Markup, html};

use super::batched::Batched;
use super::disclosed::{DisclosedFigure, disclosed, mean};
use crate::base::Decimal;
use crate::base::decimal::power;
use crate::report::comparison::tables::FigureFormat;
use crate::report::page::bars::{self, BarRow, chart};
use crate::report::page::number::{self, data};
use crate::scenarios::batch::ScenarioSummary;
use crate::text;

/// The most scenarios of such a chart.
const MOST: usize = 60;

/// A scenario with its mean and the 5th and 95th percentile.
struct Range<'a> {
    scenario: &'a ScenarioSummary,
    mean: Decimal,
    ends: (f64, f64),
    /// Whether the mean is a bound.
    is_bound: bool,
}

/// A chart; nothing where no scenario has the figure.
pub fn draw(batched: &Batched, figure: &str, unit: FigureFormat, title: &str) -> Markup {
    let language = batched.language;
    let scenarios = batched.summary.scenarios.iter();
    let ranges: Vec<Range> =
        scenarios.filter_map(|one| range(batched, one, figure, unit)).take(MOST).collect();
    if ranges.is_empty() {
        return html! {};
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
        number: if range.is_bound {
            number::share(language, crate::disclosure::Share::AtLeast(range.mean.scaled))
        } else {
            data(range.mean, &language.number(range.mean))
        },
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
    html! { div .chart { (chart(&caption, columns, rows.collect())) } }
}

fn range<'a>(
    batched: &Batched,
    scenario: &'a ScenarioSummary,
    figure: &str,
    unit: FigureFormat,
) -> Option<Range<'a>> {
    match disclosed(batched.summary, scenario, figure, unit) {
        DisclosedFigure::Whole(statistics) => {
            let values = unit.converted(&statistics.values);
            let mean = mean(&statistics.values, unit, true);
            Some(Range {
                scenario,
                mean,
                ends: (float(values.p05), float(values.p95)),
                is_bound: false,
            })
        }
        DisclosedFigure::AtLeast(tenths) => {
            let mean = Decimal { scaled: tenths, decimals: 1 };
            Some(Range { scenario, mean, ends: (float(mean), float(mean)), is_bound: true })
        }
        DisclosedFigure::Number(_) | DisclosedFigure::Hidden | DisclosedFigure::Absent => None,
    }
}

fn float(number: Decimal) -> f64 {
    number.scaled as f64 / power(number.decimals) as f64
}
