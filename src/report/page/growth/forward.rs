//! Way forward: the opening calendar, boards against years, and what to decide when.

use maud::{Markup, html};

use super::PathPage;
use crate::disclosure::{BoardYear, HappeningKind, PathBoard};
use crate::report::page::svg::number as units;
use crate::report::page::tables::region;
use crate::text;

/// The most clusters of a board that are drawn one by one; beyond that their number says it.
const MOST_DRAWN: i64 = 12;
/// Width of a cluster in the calendar, and that of its square.
const STEP: (f64, f64) = (10.0, 8.0);

impl PathPage<'_> {
    pub(super) fn forward(&self) -> Markup {
        let language = self.language;
        let decide = text!(language, "growth-page-decisions");
        html! {
            p { (text!(language, "growth-page-calendar-reads")) }
            ul .legend {
                li { (squares(1, 0)) " " (text!(language, "growth-page-in-use")) }
                li { (squares(1, 1)) " " (text!(language, "growth-page-opens-this-year")) }
            }
            (self.calendar())
            @if !self.disclosed.stays_out.is_empty() {
                @let boards = self.disclosed.stays_out.iter().map(|board| self.names.board(board));
                p { (text!(language, "growth-page-stay-out", boards = boards.collect::<Vec<_>>())) }
            }
            h3 { (decide) }
            p .quiet { (text!(language, "growth-page-decide-note")) }
            (self.decisions("decisions", &decide, None))
        }
    }

    fn calendar(&self) -> Markup {
        let language = self.language;
        let caption = text!(language, "growth-page-calendar");
        let mut boards: Vec<&PathBoard> = self.disclosed.boards.iter().collect();
        // Boards in which something happens first.
        boards.sort_by_key(|board| {
            (!changes(board), self.names.board(&board.id).to_lowercase(), &board.id)
        });
        let table = html! {
            table .plain.calendar #calendar {
                caption .unseen { (caption) }
                thead { tr {
                    th scope="col" { (text!(language, "growth-page-board")) }
                    @for year in &self.disclosed.years { th scope="col" { (year.id) } }
                } }
                tbody { @for board in boards { tr {
                    th scope="row" { (self.names.board(&board.id)) }
                    @for (at, year) in board.years.iter().enumerate() { (self.cell(board, at, *year)) }
                } } }
            }
        };
        region(language, "calendar", &caption, &table)
    }

    fn cell(&self, board: &PathBoard, at: usize, year: Option<BoardYear>) -> Markup {
        let language = self.language;
        let Some(year) = year else {
            return html! { td .absent { (text!(language, "growth-page-takes-no-part")) } };
        };
        let happens = self
            .disclosed
            .happenings
            .iter()
            .filter(|one| one.year == at && one.boards.contains(&board.id));
        let words = happens.map(|one| match &one.what {
            HappeningKind::Enters => text!(language, "growth-page-enters"),
            HappeningKind::Opens { cluster, .. } => {
                text!(language, "growth-page-opens", cluster = cluster)
            }
            HappeningKind::Closes { cluster } => {
                text!(language, "growth-page-closes", cluster = cluster)
            }
        });
        let words: Vec<String> = words.collect();
        html! {
            td .happens[!words.is_empty()] {
                (squares(year.clusters, year.opened))
                span .number { (self.whole(year.clusters)) }
                @for word in &words { span .happening { (word) } }
            }
        }
    }
}

/// Whether something happens in a board in some year.
fn changes(board: &PathBoard) -> bool {
    board.years.iter().flatten().any(|year| year.enters || year.opened > 0)
}

/// A square per cluster, those that open last.
fn squares(clusters: i64, opened: i64) -> Markup {
    if clusters <= 0 || clusters > MOST_DRAWN {
        return html! {};
    }
    let (step, side) = STEP;
    let width = units(clusters as f64 * step);
    html! {
        svg .squares viewBox={ "0 0 " (width) " 10" } width=(width) height="10" aria-hidden="true" focusable="false" {
            @for at in 0..clusters {
                @let class = if at >= clusters - opened { "square new" } else { "square" };
                rect class=(class) x=(units(at as f64 * step + 1.0)) y="1" width=(units(side)) height=(units(side)) rx="1.5" {}
            }
        }
    }
}
