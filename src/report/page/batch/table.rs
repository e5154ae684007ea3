//! The scenarios side by side, each with its difference to the reference.

use maud::{Markup, html};

use super::batched::Batched;
use crate::disclosure::{DisclosedFigure, ScenarioDisclosure};
use crate::report::comparison::bounds::{about, with_sign};
use crate::report::comparison::tables::{ComparisonColumn, FigureFormat, groups};
use crate::report::page::number::data;
use crate::report::page::tables::{MOST_ROWS, region, search};
use crate::scenarios::batch::{Distribution, Statistics};
use crate::text;
use crate::texts::{Language, Message};

/// The table.
pub fn draw(batched: &Batched) -> Markup {
    let language = batched.language;
    let caption = text!(language, "page-scenarios");
    let groups = groups(&batched.disclosed.scenarios);
    let groups: Vec<(&Message, Vec<&ComparisonColumn>)> =
        groups.iter().map(|(title, columns)| (title, present(batched, columns))).collect();
    let columns: Vec<&ComparisonColumn> =
        groups.iter().flat_map(|(_, columns)| columns.clone()).collect();
    html! {
        (search(language, "scenarios-table", &caption))
        (region(language, "scenarios-table", &caption, &html! {
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
                tbody { @for scenario in batched.disclosed.scenarios.iter().take(MOST_ROWS) {
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
    let scenarios = &batched.disclosed.scenarios;
    let is_there = |column: &&ComparisonColumn| scenarios.iter().any(|one| one.has(&column.figure));
    columns.iter().filter(is_there).collect()
}

fn name(batched: &Batched, scenario: &ScenarioDisclosure) -> Markup {
    let language = batched.language;
    let note = if batched.is_reference(scenario) {
        Some(text!(language, "page-base-comparison"))
    } else if scenario.summary.planned == 0 {
        Some(text!(language, "page-no-plan"))
    } else {
        batched.is_free(&scenario.summary.id).then(|| text!(language, "page-not-dominated"))
    };
    html! {
        (batched.title(scenario))
        @if let Some(note) = note { span .note { (note) } }
    }
}

fn cell(batched: &Batched, scenario: &ScenarioDisclosure, column: &ComparisonColumn) -> Markup {
    let language = batched.language;
    match scenario.figure(&column.figure) {
        DisclosedFigure::Absent => html! { "–" },
        DisclosedFigure::Rounded(metres) => {
            let (text, raw) = about(metres, language);
            data(raw, &text)
        }
        DisclosedFigure::Within(bounds) => {
            if let Some((text, raw)) = with_sign(bounds, language) {
                data(raw, &text)
            } else {
                html! { "–" }
            }
        }
        DisclosedFigure::Whole(statistics) => whole(batched, statistics, column),
    }
}

/// The mean; below it the difference, and over draws where it lies.
fn whole(batched: &Batched, statistics: &Statistics, column: &ComparisonColumn) -> Markup {
    let language = batched.language;
    let mean = batched.mean(&statistics.values, column.format);
    let difference = statistics.difference.as_ref();
    html! {
        (data(mean, &language.number(mean)))
        @if let Some(difference) = difference {
            span .note {
                @let mean = batched.mean(difference, column.format);
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
