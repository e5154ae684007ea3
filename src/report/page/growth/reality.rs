//! Reality: the first year, and what keeps students out in it.

use maud::{Markup, html};

use super::PathPage;
use crate::disclosure::FirstBottleneck;
use crate::report::bottleneck::what_binds;
use crate::report::page::headline;
use crate::text;

impl PathPage<'_> {
    pub(super) fn reality(&self) -> Markup {
        let language = self.language;
        let Some(year) = self.disclosed.years.first() else { return html! {} };
        let boards = self
            .disclosed
            .boards
            .iter()
            .filter(|board| board.years.first().is_some_and(Option::is_some));
        html! {
            p .lead { (text!(language, "growth-page-first-year", year = &year.id,
                boards = boards.count(), clusters = year.clusters, opened = year.opened)) }
            div .hero {
                div { (headline::whereabouts(language, &year.students)) }
                (headline::programmes(language, &year.programmes))
            }
            @if let Some(found) = &self.disclosed.bottleneck { p { (self.bottleneck(found)) } }
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
