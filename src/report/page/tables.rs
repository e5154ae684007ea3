//! Tables on a page: each in a region that scrolls by itself, with searching and sorting by script.

use maud::{Markup, html};

use super::number;
use crate::base::Decimal;
use crate::disclosure::{Cell, Field, Table};
use crate::text;
use crate::texts::Language;

/// The most rows of a table on a page: a spreadsheet has them all.
pub const MOST_ROWS: usize = 5000;

/// How a table is presented on a page.
#[derive(Clone, Copy, Default)]
pub struct Look<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its caption.
    pub caption: &'a str,
    /// Whether it can be searched.
    pub search: bool,
    /// Whether each row is a cluster, in the order of the map.
    pub of_clusters: bool,
    /// Which clusters have a hull on the map, to which their row leads.
    pub on_map: &'a [bool],
    /// Columns that a page leaves to the spreadsheet.
    pub without: &'a [Field],
}

/// A table.
pub fn draw(language: Language, table: &Table, look: Look) -> Markup {
    let kept: Vec<usize> = (0..table.columns.len())
        .filter(|&column| !look.without.contains(&table.columns[column]) && !all_one(table, column))
        .collect();
    let more = table.rows.len().saturating_sub(MOST_ROWS);
    html! {
        @if look.search { (search(language, look.id, look.caption)) }
        @if more > 0 { p { (cut(language, table.rows.len())) } }
        (region(language, look.id, look.caption, &html! {
            table .sortable id=(look.id) {
                caption .unseen { (look.caption) }
                thead { tr { @for &column in &kept {
                    th scope="col" class=[is_number(table, column).then_some("n")] { (language.field(table.columns[column])) }
                } } }
                tbody { @for index in 0..table.rows.len().min(MOST_ROWS) {
                    (line(language, table, &kept, look, index))
                } }
            }
        }))
    }
}

fn line(language: Language, table: &Table, kept: &[usize], look: Look, index: usize) -> Markup {
    let row = &table.rows[index];
    let cluster = look.of_clusters.then_some(index);
    html! {
        tr data-cluster=[cluster] {
            @for (position, &column) in kept.iter().enumerate() {
                @let cell = &row[column];
                @if position > 0 {
                    td class=[class(table.columns[column], cell)] data-sort=[rank(cell)] { (text(language, cell)) }
                } @else if look.on_map.get(index) == Some(&true) {
                    th scope="row" { a href={ "#hull-" (index) } { (text(language, cell)) } }
                } @else {
                    th scope="row" { (text(language, cell)) }
                }
            }
        }
    }
}

/// A region that scrolls by itself where it is wide or long, also with the keyboard.
pub fn region(language: Language, id: &str, label: &str, table: &Markup) -> Markup {
    html! {
        div .region role="region" tabindex="0" aria-label=(label) data-table=(id) { (table) }
        p .quiet.scrolls hidden { (text!(language, "page-scrolls")) }
    }
}

/// A field to search a table in; script shows it.
pub fn search(language: Language, id: &str, caption: &str) -> Markup {
    let found = text!(language, "page-rows");
    html! {
        p .controls.search hidden {
            label {
                (text!(language, "page-search")) span .unseen { ": " (caption) } " "
                input type="search" data-for=(id) autocomplete="off" spellcheck="false";
            }
            " " output role="status" data-found=(found) {}
        }
    }
}

fn cut(language: Language, rows: usize) -> String {
    text!(language, "page-first-rows", shown = MOST_ROWS, rows = rows)
}

/// A cell; without the unit where the heading has it.
fn text(language: Language, cell: &Cell) -> Markup {
    match cell {
        Cell::Metres(metres) => {
            let kilometres = Decimal { scaled: *metres, decimals: 3 }.rounded(1);
            number::data(metres, &language.number(kilometres))
        }
        Cell::Statement(_) => prose(&language.cell(cell)),
        cell => number::cell(language, cell),
    }
}

/// A text in which backticks mark words of the file formats.
pub fn prose(text: &str) -> Markup {
    html! { @for (index, part) in text.split('`').enumerate() {
        @if index % 2 == 1 { code { (part) } } @else { (part) }
    } }
}

/// The CSS class of a cell.
pub fn class(field: Field, cell: &Cell) -> Option<&'static str> {
    match (field, cell) {
        (_, Cell::Days(_)) => Some("short"),
        (Field::Schools | Field::Settings, _) => Some("list"),
        (_, Cell::Statement(_)) => Some("long"),
        (_, cell) => number::raw(cell).map(|_| "n"),
    }
}

/// Whether a column says in every row that an entry is one student, as almost all are.
pub fn all_one(table: &Table, column: usize) -> bool {
    table.columns[column] == Field::Students
        && table.rows.iter().all(|row| row[column] == Cell::Number(1))
}

/// By what a cell is sorted that is no number and not sorted by its text.
fn rank(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Day(day) => Some(*day as i64),
        _ => None,
    }
}

fn is_number(table: &Table, column: usize) -> bool {
    table.rows.iter().any(|row| number::raw(&row[column]).is_some())
}
