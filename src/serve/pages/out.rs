//! Lists and reports to take away, each with a preview for those who will read it and the command that makes the same.

use maud::{Markup, html};

use super::{Reader, encoded};
use crate::disclosure::lists::ListBook;
use crate::serve::folder::ProjectFolder;
use crate::text;
use crate::texts::Language;

/// The files that can be taken.
pub fn draw(reader: &Reader) -> Markup {
    let language = reader.language;
    let shown = reader.view.planned().filter(|(_, shown)| shown.is_sound());
    let Some((read, shown)) = shown else {
        return html! { h1 { (text!(language, "serve-screen-out")) } p .warning { (text!(language, "serve-nothing-out")) } };
    };
    let plan = ProjectFolder::plan_name(shown.number);
    let command = |rest: &str| format!("plaatswijzer report instance.json {plan} {rest}");
    let items = [
        ("lists.zip", text!(language, "serve-out-lists"), command("--lists -o ."), false),
        (
            "lists-docx.zip",
            text!(language, "serve-out-lists-docx"),
            command("--lists --format docx -o ."),
            false,
        ),
        ("plan.xlsx", text!(language, "serve-out-workbook"), command("-o plan.xlsx"), false),
        ("page.html", text!(language, "serve-out-page"), command("-o page.html"), true),
        (
            "page-planner.html",
            text!(language, "serve-out-page-planner"),
            command("--audience planner -o page-planner.html"),
            true,
        ),
        ("plan.json", text!(language, "serve-out-plan"), format!("cat {plan}"), false),
        (
            "instance.json",
            text!(language, "serve-out-instance"),
            "cat instance.json".to_owned(),
            false,
        ),
    ];
    let preview = |name: &str| {
        html! { " " a href={ "/preview/" (name) } target="_blank" rel="noopener" { (text!(language, "serve-preview")) } }
    };
    html! {
        h1 { (text!(language, "serve-screen-out")) }
        p { (text!(language, "serve-out-explained")) }
        ul .files { @for (name, label, command, has_preview) in &items {
            li { a href={ "/out/" (name) } download="" { (label) }
                @if *has_preview { (preview(name)) } br; code { (command) } }
        } }
        section aria-labelledby="boards-out" {
            h2 #boards-out { (text!(language, "serve-out-boards")) }
            ul .files { @for board in read.problem.instance.boards.values() {
                @let name = format!("page-board-{}.html", encoded(&board.id));
                li { a href={ "/out/" (name) } download="" { (board.name) } (preview(&name)) br;
                    code { (command(&format!("--audience board --board {} -o page-board.html", board.id))) } }
            } }
        }
        section aria-labelledby="lists-out" {
            h2 #lists-out { (text!(language, "serve-out-list-preview")) }
            p { label { (text!(language, "serve-out-list-of")) " "
                select data-load-chosen="/part/list?school=" data-target="list-preview" {
                    option value="" { "…" }
                    @for school in read.problem.instance.schools.values() { option value=(school.id) { (school.name) } }
                    @for board in read.problem.instance.boards.values() { option value=(board.id) { (board.name) } }
                } } }
            div #list-preview role="status" {}
        }
    }
}

/// A list as whoever gets it will read it.
pub fn list(book: &ListBook, language: Language) -> Markup {
    html! {
        section .list-preview {
            h3 { (book.name) }
            dl .facts-list { @for (field, cell) in &book.facts {
                dt { (language.field(*field)) } dd { (language.cell(cell)) } } }
            @for table in &book.tables {
                h4 { (language.topic(&table.topic)) }
                div .scroll .region tabindex="0" role="region" aria-label=(language.topic(&table.topic)) {
                    table .list {
                        thead { tr { @for column in &table.columns { th scope="col" { (language.field(*column)) } } } }
                        tbody { @for row in &table.rows { tr { @for cell in row { td { (language.cell(cell)) } } } } }
                    } }
            }
        }
    }
}
