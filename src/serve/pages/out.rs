//! Lists and reports to take away, each with a preview for those who will read it and the command that makes the same.

use maud::{Markup, html};

use super::{Reader, encoded, scrolled};
use crate::disclosure::lists::{ListBook, ListKind, Lists};
use crate::disclosure::{Cell, Field};
use crate::instance::Instance;
use crate::serve::commands::{report, report_for_board};
use crate::serve::folder::ProjectFolder;
use crate::serve::out::key_of;
use crate::text;
use crate::texts::Language;

/// Letters that are shown.
const MOST_LETTERS: usize = 20;

/// The files that can be taken.
pub fn draw(reader: &Reader) -> Markup {
    let language = reader.language;
    let shown = reader.view.planned().filter(|(_, shown)| shown.is_sound());
    let Some((read, shown)) = shown else {
        return html! { h1 { (text!(language, "serve-screen-out")) } p .warning { (text!(language, "serve-nothing-out")) } };
    };
    let plan = ProjectFolder::plan_name(shown.number);
    let command = |rest: &str| report(shown.number, rest);
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
        (headings(&read.problem.instance, language))
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
                    code { (report_for_board(shown.number, &board.id)) } }
            } }
        }
        section aria-labelledby="lists-out" {
            h2 #lists-out { (text!(language, "serve-out-list-preview")) }
            div data-load="/part/list" { p .quiet { (text!(language, "serve-working")) } }
            div #list-preview role="status" {}
        }
    }
}

/// What lists and reports say at the top, to be changed.
fn headings(instance: &Instance, language: Language) -> Markup {
    html! {
        form .describe data-headings="" {
            fieldset {
                legend { (text!(language, "serve-out-headings")) }
                label { (text!(language, "serve-out-name")) " "
                    input type="text" name="name" size="32" maxlength="120" required value=(instance.name); } " "
                label { (text!(language, "serve-out-school-year")) " "
                    input type="text" name="school_year" maxlength="20"
                        placeholder=(text!(language, "serve-out-school-year-example"))
                        value=(instance.school_year.as_deref().unwrap_or_default()); } " "
                button type="submit" { (text!(language, "serve-keep-name")) }
            }
        }
    }
}

/// The choice among all lists, by what they are about, and the letters.
pub fn lists(lists: &Lists, language: Language) -> Markup {
    let kinds = [
        (ListKind::School, text!(language, "serve-schools")),
        (ListKind::Cluster, text!(language, "serve-clusters")),
        (ListKind::Board, text!(language, "serve-boards")),
        (ListKind::Trainer, text!(language, "serve-trainers")),
    ];
    let of = |kind: ListKind| lists.books.iter().filter(move |book| book.kind == kind);
    html! {
        p { label { (text!(language, "serve-out-list-of")) " "
            select data-load-chosen="/part/list?school=" data-target="list-preview" {
                option value="" { "…" }
                @for (kind, name) in kinds { @if of(kind).next().is_some() {
                    optgroup label=(name) { @for book in of(kind) {
                        @if let Some(key) = key_of(book) { option value=(key) { (book.name) } } } } } }
                option value="letters" { (text!(language, "serve-letters")) }
            } } }
    }
}

/// The letters, the first of them.
pub fn letters(lists: &Lists, language: Language) -> Markup {
    let letters = &lists.letters;
    html! {
        section .list-preview {
            h3 { (text!(language, "serve-letters")) }
            p { a href="/out/letters.csv" download="" { (text!(language, "serve-letters-file")) } }
            (table(&letters.columns, letters.rows.iter().take(MOST_LETTERS), &text!(language, "serve-letters"), language))
            @if letters.rows.len() > MOST_LETTERS {
                p .quiet { (text!(language, "serve-more-answers", count = letters.rows.len() - MOST_LETTERS)) } }
        }
    }
}

fn table<'a>(
    columns: &[Field],
    rows: impl Iterator<Item = &'a Vec<Cell>>,
    name: &str,
    language: Language,
) -> Markup {
    scrolled(
        name,
        &html! {
            thead { tr { @for column in columns { th scope="col" { (language.field(*column)) } } } }
            tbody { @for row in rows { tr { @for cell in row { td { (language.cell(cell)) } } } } }
        },
    )
}

/// A list as whoever gets it will read it.
pub fn list(lists: &Lists, book: &ListBook, language: Language) -> Markup {
    let file = key_of(book).map(|key| format!("/out/list-{}", encoded(&key)));
    html! {
        section .list-preview {
            h3 { (book.name) }
            p .quiet { (language.about_list(lists, book)) }
            @if let Some(file) = file { p .files {
                a href={ (file) ".xlsx" } download="" { (text!(language, "serve-list-workbook")) }
                a href={ (file) ".docx" } download="" { (text!(language, "serve-list-document")) } } }
            dl .facts-list { @for (field, cell) in &book.facts {
                dt { (language.field(*field)) } dd { (language.cell(cell)) } } }
            @for one in &book.tables {
                @let name = language.topic(&one.topic);
                h4 { (name) }
                (table(&one.columns, one.rows.iter(), &name, language))
            }
        }
    }
}
