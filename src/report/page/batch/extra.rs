//! What an extra student placed costs, per scenario.

use maud::{Markup, html};

use super::batched::Batched;
use crate::report::page::number::data;
use crate::report::page::tables::region;
use crate::text;

/// The table; nothing where no scenario places more students and counts money.
pub fn draw(batched: &Batched) -> Option<Markup> {
    let language = batched.language;
    let costs = &batched.disclosed.answers.extra_cost;
    if costs.is_empty() {
        return None;
    }
    let caption = text!(language, "page-extra-cost");
    let reference = batched.title_of(batched.disclosed.reference);
    let draws =
        if batched.draws() { text!(language, "page-extra-cost-draws") } else { String::new() };
    Some(html! {
        p { (text!(language, "page-extra-cost-explained", reference = reference)) " " (draws) }
        (region(language, "extra-cost-table", &caption, &html! {
            table .sortable #extra-cost-table {
                caption .unseen { (caption) }
                thead { tr {
                    th scope="col" { (text!(language, "page-scenario")) }
                    th .n scope="col" { (text!(language, "page-extra-students")) }
                    th .n scope="col" { (text!(language, "page-extra-net")) }
                    th .n scope="col" { (text!(language, "page-extra-per-student")) }
                } }
                tbody { @for one in costs { tr {
                    @let students =
                        if batched.draws() { one.students } else { one.students.rounded(0) };
                    th scope="row" { (batched.title_of(&one.scenario)) }
                    td .n { (data(students, &language.signed(students))) }
                    td .n { (data(one.net_eur, &language.signed(one.net_eur))) }
                    td .n { (data(one.eur_per_student, &language.number(one.eur_per_student))) }
                } } }
            }
        }))
    })
}
