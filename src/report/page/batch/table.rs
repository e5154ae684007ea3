//! The scenarios side by side, each with its difference to the reference.

use maud::{Markup, html};

use super::batched::Batched;
use super::disclosed::{self, DisclosedFigure};
use crate::report::comparison::tables::{ComparisonColumn, FigureFormat, groups};
use crate::report::page::number::{self, data};
use crate::report::page::tables::{MOST_ROWS, region, search};
use crate::scenarios::batch::{Distribution, ScenarioSummary, Statistics};
use crate::text;
use crate::texts::Language;

/// The table.
pub fn draw(batched: &Batched) -> Markup {
    let language = batched.language;
    let caption = text!(language, "page-scenarios");
    let groups = groups().map(|(title, columns)| (title, present(batched, columns)));
    let columns: Vec<&ComparisonColumn> =
        groups.iter().flat_map(|(_, columns)| columns.clone()).collect();
    html! {
        (search(language, "scenarios-table", &caption))
        (region("scenarios-table", &caption, &html! {
            table .sortable.scenarios #scenarios-table {
                caption .unseen { (caption) }
                thead {
                    tr { td {} @for (title, columns) in &groups { @if !columns.is_empty() {
                        th scope="colgroup" colspan=(columns.len()) { (title.in_language(language)) }
                    } } }
                    tr {
                        th scope="col" { (text!(language, "page-scenario")) }
                        @for column in &columns {
                            th .n scope="col" { (column.title.in_language(language)) }
                        }
                    }
                }
                tbody { @for scenario in batched.summary.scenarios.iter().take(MOST_ROWS) {
                    tr .reference[batched.is_reference(scenario)] {
                        th scope="row" { (name(batched, scenario)) }
                        @for column in &columns { td .n { (cell(batched, scenario, column)) } }
                    }
                } }
            }
        }))
    }
}

/// The columns of which some run has the figure.
fn present<'a>(batched: &Batched, columns: &'a [ComparisonColumn]) -> Vec<&'a ComparisonColumn> {
    let scenarios = &batched.summary.scenarios;
    let is_there = |column: &&ComparisonColumn| {
        scenarios.iter().any(|scenario| scenario.figures.get(column.figure).is_some())
    };
    columns.iter().filter(is_there).collect()
}

fn name(batched: &Batched, scenario: &ScenarioSummary) -> Markup {
    let language = batched.language;
    let note = if batched.is_reference(scenario) {
        Some(text!(language, "page-base-comparison"))
    } else if scenario.planned == 0 {
        Some(text!(language, "page-no-plan"))
    } else {
        batched.is_free(&scenario.id).then(|| text!(language, "page-not-dominated"))
    };
    html! {
        (batched.title(scenario))
        @if let Some(note) = note { span .note { (note) } }
    }
}

fn cell(batched: &Batched, scenario: &ScenarioSummary, column: &ComparisonColumn) -> Markup {
    let language = batched.language;
    match disclosed::disclosed(batched.summary, scenario, column.figure, column.format) {
        DisclosedFigure::Absent | DisclosedFigure::Hidden => html! { "–" },
        DisclosedFigure::Number(count) => number::count(language, count),
        DisclosedFigure::AtLeast(tenths) => {
            number::share(language, crate::disclosure::Share::AtLeast(tenths))
        }
        DisclosedFigure::Whole(statistics) => whole(batched, statistics, column),
    }
}

/// The mean; below it the difference, and over draws where it lies.
fn whole(batched: &Batched, statistics: &Statistics, column: &ComparisonColumn) -> Markup {
    let language = batched.language;
    let mean = disclosed::mean(&statistics.values, column.format, batched.draws());
    let reference = batched.summary.reference();
    let reference = reference
        .map(|one| disclosed::disclosed(batched.summary, one, column.figure, column.format));
    let is_whole = reference.is_some_and(|one| one.whole().is_some());
    let difference = statistics.difference.as_ref().filter(|_| is_whole);
    html! {
        (data(mean, &language.number(mean)))
        @if let Some(difference) = difference {
            span .note {
                @let mean = disclosed::mean(difference, column.format, batched.draws());
                (data(mean, &language.signed(mean)))
                @if difference.p05 != difference.p95 { " " (interval(language, difference, column.format)) }
            }
        }
    }
}

fn interval(language: Language, difference: &Distribution, unit: FigureFormat) -> Markup {
    let difference = unit.converted(difference);
    let [from, to] = [difference.p05, difference.p95].map(|end| end.rounded(unit.decimals()));
    html! {
        span .interval { "[" (data(from, &language.signed(from))) " "
            (data(to, &language.signed(to))) "]" }
    }
}
