//! The page of a path over the years: goal, reality, options and way forward, with a map per year and a part per
//! board for the yearly talk.

mod boards;
mod chart;
mod decisions;
mod draws;
mod forward;
mod goal;
mod maps;
mod options;
mod outside;
mod reality;

use maud::{Markup, html};

use super::frame::{self, Section};
use super::number;
use super::tables::region;
use crate::disclosure::{PathDisclosure, PathReader};
use crate::growth::first_calendar_year;
use crate::report::growth_names::ShownNames;
use crate::text;
use crate::texts::Language;

/// What the parts of the page share.
struct PathPage<'a> {
    disclosed: &'a PathDisclosure,
    names: ShownNames,
    language: Language,
}

/// A path as a page: for a board its own part first, and what the public sees of the rest.
pub fn path_page(disclosed: &PathDisclosure, language: Language) -> String {
    let page = PathPage { disclosed, names: ShownNames::of(&disclosed.names), language };
    let title = page.title();
    frame::document(language, &title, &page.header(&title), &page.sections())
}

impl PathPage<'_> {
    fn title(&self) -> String {
        let ends = self.disclosed.years.first().zip(self.disclosed.years.last());
        ends.map_or_else(String::new, |(first, last)| {
            text!(self.language, "growth-page-title", first = &first.id, last = &last.id)
        })
    }

    fn header(&self, title: &str) -> Markup {
        let language = self.language;
        let edition = language.edition(&self.disclosed.edition);
        let own = self.own_board().map(|board| self.names.board(board));
        let reader = match &self.disclosed.reader {
            PathReader::Planner => text!(language, "growth-page-for-planners"),
            PathReader::Public => text!(language, "growth-page-for-public"),
            PathReader::Board(board) => {
                text!(language, "growth-page-for-board", board = self.names.board(board))
            }
        };
        let years = self.disclosed.years.iter();
        let withheld =
            language.withheld_in_years(years.map(|year| (year.id.as_str(), &year.withheld[..])));
        let reader = std::iter::once(reader).chain(withheld).collect::<Vec<_>>().join(" ");
        html! {
            p .over { (self.disclosed.name) @if let Some(own) = own { " · " (own) } }
            h1 { (title) }
            @if !edition.is_empty() { p .over { (edition.join(" · ")) } }
            p .audience { (reader) }
        }
    }

    fn own_board(&self) -> Option<&str> {
        match &self.disclosed.reader {
            PathReader::Board(board) => Some(board),
            PathReader::Planner | PathReader::Public => None,
        }
    }

    fn sections(&self) -> Vec<Section> {
        let language = self.language;
        let goal = || Section::new("goal", text!(language, "growth-page-goal"), self.goal());
        let forward = || {
            let title = text!(language, "growth-page-forward");
            Section::new("forward", title, self.forward())
        };
        if let Some(own) = self.own_board() {
            let own = self.disclosed.boards.iter().find(|board| board.id == own);
            let own = own.map(|board| {
                let title = text!(language, "growth-page-own-board");
                Section::new("own-board", title, self.board(board))
            });
            return own.into_iter().chain([goal(), forward()]).collect();
        }
        let maps = self.maps().map(|body| {
            let title = text!(language, "growth-page-maps");
            Section::new("maps", title, body)
        });
        let boards = Section::new("boards", text!(language, "growth-page-boards"), self.boards());
        let reality = text!(language, "growth-page-reality");
        let options = text!(language, "growth-page-options");
        [
            goal(),
            Section::new("reality", reality, self.reality()),
            Section::new("options", options, self.options()),
            forward(),
        ]
        .into_iter()
        .chain(maps)
        .chain([boards])
        .collect()
    }

    /// The signs of numbers that are not exact, where there may be some.
    fn signs(&self) -> Markup {
        html! { @if self.disclosed.hides() { p .quiet { (number::signs(self.language)) } } }
    }

    fn year(&self, year: usize) -> &str {
        &self.disclosed.years[year].id
    }

    /// The date before which something in a year is to be decided.
    fn before_april(&self, year: usize) -> String {
        match first_calendar_year(self.year(year)) {
            Some(year) => text!(self.language, "growth-page-april", year = year.to_string()),
            None => text!(self.language, "growth-page-april-before"),
        }
    }

    /// When the trainer of a cluster that opens in a year is to be appointed.
    fn before_summer(&self, year: usize) -> String {
        match first_calendar_year(self.year(year)) {
            Some(year) => text!(self.language, "growth-page-summer", year = year.to_string()),
            None => text!(self.language, "growth-page-summer-before"),
        }
    }

    /// A table: the first cell of each row is its heading.
    fn table(&self, id: &str, caption: &str, columns: &[String], rows: &[Vec<Markup>]) -> Markup {
        let has_numbers = |at: usize| rows.iter().any(|row| row[at].0.contains("<data"));
        let class = |at: usize| has_numbers(at).then_some("n");
        let table = html! {
            table .plain id=(id) {
                caption .unseen { (caption) }
                thead { tr { @for (at, column) in columns.iter().enumerate() {
                    th scope="col" class=[class(at)] { (column) }
                } } }
                tbody { @for row in rows { tr { @for (at, cell) in row.iter().enumerate() {
                    @if at == 0 { th scope="row" { (cell) } } @else { td class=[class(at)] { (cell) } }
                } } } }
            }
        };
        region(self.language, id, caption, &table)
    }

    /// A whole number, raw for programs too.
    fn whole(&self, number: i64) -> Markup {
        number::data(number, &self.language.whole(number))
    }
}

/// A year that heads a row.
fn year_cell(id: &str) -> Markup {
    html! { span .year { (id) } }
}

/// In place of a number that is absent or not disclosed.
fn nothing() -> Markup {
    html! { "–" }
}
