//! A part per board, for the yearly talk; on paper each on a page of its own.

use maud::{Markup, html};

use super::{PathPage, nothing, year_cell};
use crate::disclosure::{BoardYear, Count, PartFact, PathBoard, PathCluster};
use crate::report::page::number;
use crate::report::page::tables::region;
use crate::text;

impl PathPage<'_> {
    /// All boards that take part in some year, by name.
    pub(super) fn boards(&self) -> Markup {
        let mut boards: Vec<&PathBoard> = self.disclosed.boards.iter().collect();
        boards.sort_by_key(|board| (self.names.board(&board.id).to_lowercase(), &board.id));
        html! {
            p { (text!(self.language, "growth-page-boards-read")) }
            ul .legend { @for board in &boards {
                li { a href={ "#board-" (self.position(board)) } { (self.names.board(&board.id)) } }
            } }
            @for board in &boards {
                @let id = format!("board-{}", self.position(board));
                article .board-page id=(id) aria-labelledby={ (id) "-name" } {
                    h3 id={ (id) "-name" } { (self.names.board(&board.id)) }
                    (self.board(board))
                }
            }
        }
    }

    fn position(&self, board: &PathBoard) -> usize {
        self.disclosed.boards.iter().position(|known| known.id == board.id).unwrap_or(0)
    }

    /// One board: its years, its clusters, and what it has to decide.
    pub(super) fn board(&self, board: &PathBoard) -> Markup {
        let language = self.language;
        let id = |what: &str| format!("board-{}-{what}", self.position(board));
        let decide = text!(language, "growth-page-board-decides");
        let name = self.names.board(&board.id);
        let takes_part = board.years.iter().any(Option::is_some);
        if let (false, Some(outside)) = (takes_part, &board.outside) {
            return self.outside(outside);
        }
        html! {
            @if let Some(outside) = &board.outside { (self.outside(outside)) }
            h4 { (decide) }
            (self.decisions(&id("decisions"), &format!("{name}: {decide}"), Some(&board.id)))
            h4 { (text!(language, "growth-page-board-years")) }
            (self.board_years(board, &id("years"), name))
            p .quiet { (text!(language, "growth-page-board-places")) }
            @if !board.clusters.is_empty() {
                h4 { (text!(language, "growth-page-board-clusters")) }
                (self.board_clusters(board, &id("clusters"), name))
            }
        }
    }

    fn board_years(&self, board: &PathBoard, id: &str, name: &str) -> Markup {
        let language = self.language;
        let shows_students = board.years.iter().flatten().any(|year| year.students.is_some());
        let mut columns = vec![
            text!(language, "growth-page-column-year"),
            text!(language, "growth-page-column-standing"),
            text!(language, "growth-page-column-clusters"),
            text!(language, "growth-page-column-new-clusters"),
        ];
        if shows_students {
            columns.push(text!(language, "growth-page-column-own-students"));
        }
        columns.push(text!(language, "growth-page-column-places"));
        if shows_students {
            columns.push(text!(language, "growth-page-column-filled"));
        }
        let rows = self.disclosed.years.iter().zip(&board.years).map(|(year, of_board)| {
            let cell =
                |of: &dyn Fn(&BoardYear) -> Markup| of_board.as_ref().map_or_else(nothing, of);
            let mut row = vec![
                year_cell(&year.id),
                cell(&|one| html! { (self.standing(one)) }),
                cell(&|one| self.whole(one.clusters)),
                cell(&|one| self.whole(one.opened)),
            ];
            if shows_students {
                row.push(cell(&|one| one.students.map_or_else(nothing, |it| self.whole(it))));
            }
            row.push(cell(&|one| self.whole(one.places)));
            if shows_students {
                row.push(cell(&|one| {
                    let filled = |students| {
                        PartFact::new(Count::Exact(students), Count::Exact(one.places)).share
                    };
                    one.students
                        .map_or_else(nothing, |students| number::share(language, filled(students)))
                }));
            }
            row
        });
        let caption = format!("{name}: {}", text!(language, "growth-page-board-years"));
        self.table(id, &caption, &columns, &rows.collect::<Vec<_>>())
    }

    fn standing(&self, year: &BoardYear) -> String {
        let standing = self.language.standing(year.standing);
        if year.enters {
            text!(self.language, "growth-page-standing-enters", standing = standing)
        } else {
            standing
        }
    }

    fn board_clusters(&self, board: &PathBoard, id: &str, name: &str) -> Markup {
        let language = self.language;
        let caption = format!("{name}: {}", text!(language, "growth-page-board-clusters"));
        let table = html! {
            table .plain id=(id) {
                caption .unseen { (caption) }
                thead { tr {
                    th scope="col" { (text!(language, "growth-page-column-cluster")) }
                    th scope="col" { (text!(language, "growth-page-column-schools")) }
                    th scope="col" { (text!(language, "growth-page-column-day")) }
                    th scope="col" { (text!(language, "growth-page-column-used")) }
                } }
                tbody { @for cluster in &board.clusters { tr {
                    th scope="row" { (cluster.name) }
                    td .list { (self.names.schools(&cluster.schools)) }
                    td { (language.list(&cluster.days.iter().map(|&day| language.day(day)).collect::<Vec<_>>())) }
                    td { (self.used(cluster)) }
                } } }
            }
        };
        region(language, id, &caption, &table)
    }

    /// In which years a cluster is used.
    fn used(&self, cluster: &PathCluster) -> String {
        let language = self.language;
        let (Some(&first), Some(&last)) = (cluster.years.first(), cluster.years.last()) else {
            return String::new();
        };
        let number = self.disclosed.years.len();
        if !cluster.is_opened && cluster.years.len() == number {
            return text!(language, "growth-page-used-always");
        }
        if cluster.is_opened && last + 1 == number {
            return text!(language, "growth-page-used-from", year = self.year(first));
        }
        let is_whole = last - first + 1 == cluster.years.len();
        if is_whole && first < last {
            let (first, last) = (self.year(first), self.year(last));
            return text!(language, "growth-page-used-from-to", first = first, last = last);
        }
        let years: Vec<String> =
            cluster.years.iter().map(|&year| self.year(year).to_owned()).collect();
        language.list(&years)
    }
}
