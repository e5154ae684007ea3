//! How sensitive the plans are to each parameter of a grid, such as a price: what changes from one value to the next.

use maud::{Markup, html};
use serde_json::Value;

use super::batched::Batched;
use super::lines::written;
use crate::disclosure::Audience;
use crate::report::comparison::tables::FigureFormat;
use crate::report::page::number::data;
use crate::report::page::tables::region;
use crate::scenarios::batch::answers::{Sweep, sweeps};
use crate::texts::Message;
use crate::{message, text};

/// The figures of which the change is shown.
fn figures() -> [(Message, &'static str, FigureFormat); 5] {
    [
        (message!("comparison-column-total"), "core_percent", FigureFormat::Percent),
        (message!("comparison-column-left-out"), "left_out_students", FigureFormat::Number),
        (message!("comparison-column-mean-journey"), "journey_mean_m", FigureFormat::Kilometres),
        (message!("comparison-column-clusters"), "clusters_used", FigureFormat::Number),
        (message!("comparison-column-net"), "net_eur", FigureFormat::Euros),
    ]
}

/// The table, for planners; nothing where the batch has no grid of numbers.
pub fn draw(batched: &Batched) -> Option<Markup> {
    let language = batched.language;
    let sweeps = sweeps(batched.disclosed.batch);
    if batched.disclosed.audience != Audience::Planner || sweeps.is_empty() {
        return None;
    }
    let figures = figures();
    let has = |figure: &str| batched.disclosed.scenarios.iter().any(|one| one.has(figure));
    let figures = figures.iter().filter(|(_, figure, _)| has(figure));
    let figures: Vec<(&Message, &str, FigureFormat)> =
        figures.map(|(title, figure, unit)| (title, *figure, *unit)).collect();
    let caption = text!(language, "page-sensitivity");
    let draws =
        if batched.draws() { text!(language, "page-extra-cost-draws") } else { String::new() };
    Some(html! {
        p { (text!(language, "page-sensitivity-explained")) " " (draws) }
        (region(language, "sensitivity-table", &caption, &html! {
            table #sensitivity-table {
                caption .unseen { (caption) }
                thead { tr {
                    th scope="col" { (text!(language, "page-parameter")) }
                    th .n scope="col" { (text!(language, "page-parameter-from")) }
                    th .n scope="col" { (text!(language, "page-parameter-to")) }
                    @for (title, ..) in &figures { th .n scope="col" { (title.in_language(language)) } }
                } }
                tbody { @for sweep in &sweeps { @for pair in sweep.steps.windows(2) { tr {
                    th scope="row" { (name(batched, sweep)) }
                    td .n { (written(language, pair[0].value)) }
                    td .n { (written(language, pair[1].value)) }
                    @for &(_, figure, unit) in &figures {
                        td .n { (change(batched, (pair[0].position, pair[1].position), figure, unit)) }
                    }
                } } } }
            }
        }))
    })
}

/// A parameter, with the values of the others.
fn name(batched: &Batched, sweep: &Sweep) -> String {
    let others = sweep.others.iter();
    let others = others.map(|(name, value): (&String, &Value)| {
        format!("{name} {}", written(batched.language, value))
    });
    let others = others.collect::<Vec<_>>().join(", ");
    if others.is_empty() {
        sweep.parameter.to_owned()
    } else {
        format!("{} ({others})", sweep.parameter)
    }
}

/// By how much the mean of a figure rises from one scenario to another; a dash where one has no plan.
fn change(
    batched: &Batched,
    (from, to): (usize, usize),
    figure: &str,
    unit: FigureFormat,
) -> Markup {
    let scenarios = &batched.disclosed.scenarios;
    let of = |scenario: usize| scenarios[scenario].figure(figure).whole();
    let Some((from, to)) = of(from).zip(of(to)) else { return html! { "–" } };
    let [from, to] = [from, to].map(|statistics| unit.converted(&statistics.values));
    let change = to.mean_above(&from, unit.decimals_of_mean(batched.draws()));
    data(change, &batched.language.signed(change))
}
