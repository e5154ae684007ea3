//! How the path does in its draws, for planners.

use maud::{Markup, html};

use super::PathPage;
use crate::growth::PathPlanDraws;
use crate::message;
use crate::report::growth_draws::{fares, how_good, ranges};
use crate::text;

impl PathPage<'_> {
    pub(super) fn draws(&self, draws: &PathPlanDraws) -> Markup {
        let language = self.language;
        let title = message!("growth-page-draws", count = draws.draws.len()).in_language(language);
        let costs = text!(language, "growth-page-draws-fares");
        html! {
            h3 { (title) }
            (self.text_table("draws", &title, &ranges(draws, language)))
            h3 { (costs) }
            (self.text_table("fares", &costs, &fares(draws, language)))
            p { (text!(language, "growth-regret-is")) " " (how_good(draws, language).in_language(language)) }
        }
    }

    /// A table of texts whose first row has the headings; short rows are filled up.
    fn text_table(&self, id: &str, caption: &str, rows: &[Vec<String>]) -> Markup {
        let Some((columns, rows)) = rows.split_first() else { return html! {} };
        let cells = |row: &Vec<String>| -> Vec<Markup> {
            let texts = row.iter().map(String::as_str).chain(std::iter::repeat(""));
            texts.take(columns.len()).map(|text| html! { (text) }).collect()
        };
        self.table(id, caption, columns, &rows.iter().map(cells).collect::<Vec<_>>())
    }
}
