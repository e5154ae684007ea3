//! What is to be decided, before which date, and what it waits for.

use maud::{Markup, html};

use super::{PathPage, nothing};
use crate::disclosure::{Happening, HappeningKind};
use crate::report::growth::day_name;
use crate::report::growth_waits::{advice, not_later, reasons};
use crate::report::page::tables::region;
use crate::text;

impl PathPage<'_> {
    /// A table of what happens, in the order of the years; for all boards, or for one.
    pub(super) fn decisions(&self, id: &str, caption: &str, board: Option<&str>) -> Markup {
        let language = self.language;
        let concerns = |one: &&Happening| {
            board.is_none_or(|board| one.boards.iter().any(|known| known == board))
        };
        let happenings: Vec<&Happening> =
            self.disclosed.happenings.iter().filter(concerns).collect();
        if happenings.is_empty() {
            let nothing = match board {
                Some(_) => text!(language, "growth-page-board-nothing"),
                None => text!(language, "growth-page-nothing"),
            };
            return html! { p { (nothing) } };
        }
        let says_later = |one: &&Happening| one.delay_points.is_some() || !one.not_later.is_empty();
        let prices = happenings.iter().any(says_later);
        let draws = self.disclosed.draws.as_ref().map(|draws| draws.draws.len());
        let table = html! {
            table .sortable.decisions id=(id) {
                caption .unseen { (caption) }
                thead { tr {
                    th scope="col" { (text!(language, "growth-page-column-decide")) }
                    @if board.is_none() { th scope="col" { (text!(language, "growth-page-board")) } }
                    th scope="col" { (text!(language, "growth-page-column-what")) }
                    th scope="col" { (text!(language, "growth-page-column-trainer")) }
                    th scope="col" { (text!(language, "growth-page-column-waits")) }
                    @if prices { th scope="col" { (text!(language, "growth-page-column-later")) } }
                    @if let Some(draws) = draws {
                        th scope="col" { (text!(language, "growth-page-column-draws", count = draws)) }
                    }
                } }
                tbody { @for one in happenings { tr {
                    th scope="row" { (self.before_april(one.year)) }
                    @if board.is_none() { td { (self.names.boards(&one.boards)) } }
                    td .long { (self.what(one)) }
                    td { (self.trainer(one)) }
                    td .list { (self.waits(one)) }
                    @if prices { td { (self.later(one)) } }
                    @if draws.is_some() { td .n { (self.support(one)) } }
                } } }
            }
        };
        region(language, id, caption, &table)
    }

    fn what(&self, one: &Happening) -> String {
        let (language, year) = (self.language, self.year(one.year));
        match &one.what {
            HappeningKind::Enters => text!(language, "growth-page-decide-entry", year = year),
            HappeningKind::Opens { cluster, schools, day, until } => text!(
                language,
                "growth-page-decide-opening",
                year = year,
                cluster = cluster,
                day = day_name(*day),
                schools = self.names.schools(schools),
                until = self.year(*until)
            ),
            HappeningKind::Closes { cluster } => {
                text!(language, "growth-page-decide-closing", year = year, cluster = cluster)
            }
        }
    }

    fn trainer(&self, one: &Happening) -> Markup {
        match one.what {
            HappeningKind::Opens { .. } => html! { (self.before_summer(one.year)) },
            HappeningKind::Enters | HappeningKind::Closes { .. } => nothing(),
        }
    }

    /// What the path costs more if it happens a year later.
    fn later(&self, one: &Happening) -> Markup {
        match (one.delay_points, &one.what) {
            (Some(points), _) => self.whole(points),
            (None, HappeningKind::Closes { .. }) => nothing(),
            (None, _) if !one.not_later.is_empty() => {
                let next = self.disclosed.years.get(one.year + 1).map_or("", |year| &year.id);
                let waits = not_later(&one.not_later, next, &self.names, self.language);
                html! { (waits.in_language(self.language)) }
            }
            (None, _) if self.disclosed.hides() => nothing(),
            (None, _) => html! { (text!(self.language, "growth-page-later-unknown")) },
        }
    }

    /// In how many draws the own path has it by then.
    fn support(&self, one: &Happening) -> Markup {
        one.draws_with_it.map_or_else(nothing, |number| self.whole(number))
    }

    /// What keeps it from being a year earlier, in words.
    fn waits(&self, one: &Happening) -> Markup {
        if matches!(one.what, HappeningKind::Closes { .. }) {
            return nothing();
        }
        let Some(before) = one.year.checked_sub(1) else {
            return html! { (text!(self.language, "growth-waits-first")) };
        };
        if one.waits.is_empty() {
            return html! { (text!(self.language, "growth-waits-nothing")) };
        }
        let (names, language) = (&self.names, self.language);
        let waits = reasons(&one.waits, self.year(before), names, language);
        let unless = advice(&one.waits).map(|advice| advice.in_language(language));
        html! { (waits) @if let Some(unless) = unless { " – " (unless) } }
    }
}
