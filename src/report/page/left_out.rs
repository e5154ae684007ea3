//! Students left out: planners see each with the funnel, others the number per reason.

use maud::{Markup, html};

use super::bars;
use super::number;
use super::tables::{MOST_ROWS, all_one, class, region, search};
use crate::disclosure::{Cell, Disclosure, Field, Table, Topic};
use crate::text;
use crate::texts::Language;

/// Classes of the bars of a funnel, in its order.
const STATES: [&str; 4] = ["refused", "full", "not-used", "room"];

/// What the bars of a funnel mean.
fn meanings(language: Language) -> [String; 4] {
    [
        text!(language, "page-funnel-refused"),
        text!(language, "page-funnel-full"),
        text!(language, "page-funnel-not-used"),
        text!(language, "page-funnel-room"),
    ]
}

/// Columns about the student; the rest of a row is the reason.
const WHO: [Field; 7] = [
    Field::Student,
    Field::Students,
    Field::Programme,
    Field::Year,
    Field::FreeDays,
    Field::DenominationWish,
    Field::ConceptWish,
];

/// The section; `None` if nobody is left out.
pub fn draw(language: Language, disclosure: &Disclosure) -> Option<Markup> {
    let table = disclosure.table(&Topic::LeftOut)?;
    let has_funnels = table.columns.contains(&Field::SchoolCount);
    Some(if has_funnels { funnels(language, table) } else { reasons(language, table) })
}

fn funnels(language: Language, table: &Table) -> Markup {
    let caption = text!(language, "page-left-out-why");
    let who: Vec<usize> = (0..table.columns.len())
        .filter(|&column| WHO.contains(&table.columns[column]) && !all_one(table, column))
        .collect();
    let reason = table.columns.iter().position(|field| *field == Field::Reason);
    let funnel = text!(language, "page-what-became-schools");
    html! {
        ul .legend { @for (class, meaning) in STATES.iter().zip(meanings(language)) { li {
            svg .sign viewBox="-8 -8 16 16" aria-hidden="true" focusable="false" {
                rect class=(class) x="-6" y="-6" width="12" height="12" rx="2" {}
            }
            " " (meaning)
        } } }
        (search(language, "left-out-table", &caption))
        (region(language, "left-out-table", &caption, &html! {
            table .sortable #left-out-table {
                caption .unseen { (caption) }
                thead { tr {
                    @for &column in &who { th scope="col" { (language.field(table.columns[column])) } }
                    th scope="col" .no-sort { (funnel) }
                    @if reason.is_some() { th scope="col" .no-sort { (language.field(Field::Reason)) } }
                } }
                tbody { @for row in table.rows.iter().take(MOST_ROWS) { tr {
                    @for (position, &column) in who.iter().enumerate() {
                        @if position == 0 { th scope="row" { (number::cell(language, &row[column])) } }
                        @else { td class=[class(table.columns[column], &row[column])] { (number::cell(language, &row[column])) } }
                    }
                    td .funnel { (bar(table, row)) }
                    @if let Some(reason) = reason { td .long { (language.cell(&row[reason])) } }
                } } }
            }
        }))
    }
}

/// The funnel of a student as a bar; the sentence beside it has the numbers.
fn bar(table: &Table, row: &[Cell]) -> Markup {
    let sum = |is: fn(&Field) -> bool| {
        let cells = table.columns.iter().zip(row).filter(|(field, _)| is(field));
        let numbers = cells.filter_map(|(_, cell)| match cell {
            Cell::Number(number) => Some(*number as f64),
            _ => None,
        });
        numbers.sum::<f64>()
    };
    let schools = sum(|field| *field == Field::SchoolCount).max(1.0);
    let numbers = [
        sum(|field| matches!(field, Field::RefusedBy(_))),
        sum(|field| matches!(field, Field::Full | Field::ClusterFull)),
        sum(|field| *field == Field::NotUsed),
        sum(|field| *field == Field::Room),
    ];
    let parts: Vec<(&str, f64)> =
        STATES.into_iter().zip(numbers.map(|number| 100.0 * number / schools)).collect();
    html! {
        svg .bar viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            (bars::stacked(&parts))
        }
    }
}

fn reasons(language: Language, table: &Table) -> Markup {
    html! {
        table .plain #left-out-table {
            caption { (text!(language, "page-how-many-students-why")) }
            thead { tr { @for field in &table.columns { th scope="col" { (language.field(*field)) } } } }
            tbody { @for row in &table.rows { tr {
                @for cell in row { td { (number::cell(language, cell)) } }
            } } }
        }
    }
}
