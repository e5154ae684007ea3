//! Goal: the share that is reached against the share that is aimed at.

use maud::{Markup, html};

use super::{PathPage, nothing, year_cell};
use crate::disclosure::YearDisclosure;
use crate::report::growth::{how_good, reach};
use crate::report::page::number;
use crate::text;

impl PathPage<'_> {
    pub(super) fn goal(&self) -> Markup {
        let language = self.language;
        let years = &self.disclosed.years;
        let aims = years.iter().any(|year| year.share_percent.is_some());
        let short = years.iter().filter(|year| year.short.is_some_and(|short| short > 0));
        let short: Vec<String> = short.map(|year| year.id.clone()).collect();
        let unknown = years.iter().filter(|year| !is_known(year));
        let unknown: Vec<String> = unknown.map(|year| year.id.clone()).collect();
        let ids: Vec<&str> = years.iter().map(|year| year.id.as_str()).collect();
        let reached = reach(&self.disclosed.reach, &ids, &self.names, language);
        html! {
            @if let Some(last) = years.last() { p .lead { (self.outcome(last)) } }
            @if !aims {
                p { (text!(language, "growth-page-no-goal")) }
            } @else if short.is_empty() && unknown.is_empty() {
                p { (text!(language, "growth-page-met")) }
            } @else {
                @if !short.is_empty() { p { (text!(language, "growth-page-not-met", years = short)) } }
                @if !unknown.is_empty() {
                    p { (text!(language, "growth-page-not-known", years = unknown)) }
                }
                @if let Some(from) = self.met_from() {
                    p { (text!(language, "growth-page-met-from", year = &years[from].id)) }
                }
            }
            @if !reached.is_empty() {
                ul .reach { @for line in &reached { li { (line.in_language(language)) } } }
            }
            (self.share_chart())
            (self.signs())
            (self.years_table())
            p .quiet {
                @for sentence in how_good(&self.disclosed.quality, language) { (sentence.in_language(language)) " " }
                @if self.disclosed.quality.value.is_some() { " " (text!(language, "growth-page-points")) }
            }
        }
    }

    /// The share in the last year.
    fn outcome(&self, last: &YearDisclosure) -> String {
        let language = self.language;
        let (core, of) = (last.students.core.number, last.students.core.of);
        match last.share_percent {
            Some(aim) => text!(
                language,
                "growth-page-outcome-aimed",
                year = &last.id,
                core = core,
                of = of,
                share = language.share(last.students.core.share),
                aim = aim
            ),
            None => text!(
                language,
                "growth-page-outcome",
                year = &last.id,
                core = core,
                of = of,
                share = language.share(last.students.core.share)
            ),
        }
    }

    /// The first year from which on the share aimed at is reached in every year, if there is one.
    fn met_from(&self) -> Option<usize> {
        let years = &self.disclosed.years;
        let last_unmet =
            years.iter().rposition(|year| year.share_percent.is_some() && year.short != Some(0))?;
        let aimed = (last_unmet + 1..years.len()).find(|&at| years[at].share_percent.is_some())?;
        Some(aimed)
    }

    fn years_table(&self) -> Markup {
        let language = self.language;
        let columns = [
            text!(language, "growth-page-column-year"),
            text!(language, "growth-page-column-students"),
            text!(language, "growth-page-column-in-clusters"),
            text!(language, "growth-page-column-share"),
            text!(language, "growth-page-column-aim"),
            text!(language, "growth-page-column-aimed-at"),
            text!(language, "growth-page-column-short"),
            text!(language, "growth-page-column-left-out"),
        ];
        let rows = self.disclosed.years.iter().map(|year| {
            let students = &year.students;
            let whole = |number: Option<i64>| number.map_or_else(nothing, |one| self.whole(one));
            vec![
                year_cell(&year.id),
                number::count(language, students.core.of),
                number::count(language, students.core.number),
                number::share(language, students.core.share),
                year.share_percent.map_or_else(nothing, |percent| {
                    number::data(percent, &text!(language, "amount-percent", amount = percent))
                }),
                whole(year.aimed_at),
                whole(year.short),
                number::count(language, students.left_out.number),
            ]
        });
        let caption = text!(language, "growth-page-share-by-year");
        self.table("years", &caption, &columns, &rows.collect::<Vec<_>>())
    }
}

/// Whether it is disclosed if a year reaches the share that is aimed at.
fn is_known(year: &YearDisclosure) -> bool {
    year.share_percent.is_none() || year.short.is_some()
}
