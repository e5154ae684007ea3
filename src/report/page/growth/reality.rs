//! Reality: the first year, and what keeps students out in it.

use maud::{Markup, html};

use super::PathPage;
use crate::disclosure::{FirstBottleneck, TodayDisclosure};
use crate::report::bottleneck::what_binds;
use crate::report::growth_today::today_proof;
use crate::report::page::{headline, number};
use crate::text;

impl PathPage<'_> {
    pub(super) fn reality(&self) -> Markup {
        let language = self.language;
        let Some(year) = self.disclosed.years.first() else { return html! {} };
        let boards = self.disclosed.boards.iter().filter(
            |board| matches!(board.years.first(), Some(Some(year)) if year.standing.takes_part()),
        );
        html! {
            @if let Some(today) = &self.disclosed.today { (self.today(today)) }
            h3 { (text!(language, "growth-page-first-year-of-path")) }
            p .lead { (text!(language, "growth-page-first-year", year = &year.id,
                boards = boards.count(), clusters = year.clusters, opened = year.opened)) }
            div .hero {
                div { (headline::whereabouts(language, &year.students)) }
                (headline::programmes(language, &year.programmes))
            }
            @if let Some(found) = &self.disclosed.bottleneck { p { (self.bottleneck(found)) } }
        }
    }

    /// The first year before any decision.
    fn today(&self, today: &TodayDisclosure) -> Markup {
        let (language, year) = (self.language, &today.year);
        let (core, of) = (year.students.core.number, year.students.core.of);
        let share = language.share(year.students.core.share);
        html! {
            h3 { (text!(language, "growth-page-today", year = &year.id)) }
            p .lead { (text!(language, "growth-page-today-boards", boards = today.boards,
                clusters = year.clusters, places = today.places))
                @if today.in_shell > 0 {
                    " " (text!(language, "growth-page-today-shell", boards = today.in_shell,
                        places = today.places_in_shell))
                } }
            p { (text!(language, "growth-page-today-share", core = core, of = of, share = share))
                @if let Some(mean) = year.journeys.mean_m {
                    " " (text!(language, "growth-page-today-journey"))
                    " " (number::kilometres(language, mean)) "."
                } }
            div .hero { div { (headline::whereabouts(language, &year.students)) } }
            p .quiet { (text!(language, "growth-page-today-is")) " "
                (today_proof(today.gap_thousandths, language).in_language(language)) }
        }
    }

    fn bottleneck(&self, found: &FirstBottleneck) -> String {
        let name = |id: &String| {
            let known = [&self.disclosed.names.schools, &self.disclosed.names.boards];
            let [is_school, is_board] = known.map(|names| names.contains_key(id));
            match (is_school, is_board) {
                (true, _) => self.names.school(id).to_owned(),
                (false, true) => self.names.board(id).to_owned(),
                (false, false) => id.clone(),
            }
        };
        let names: Vec<String> = found.place.iter().map(name).collect();
        let is_new = names.len() > 1;
        let named = (!names.is_empty()).then(|| (is_new, self.language.list(&names)));
        text!(
            self.language,
            "growth-page-bottleneck",
            what = what_binds(&found.rule, named, self.language),
            count = found.students
        )
    }
}
