//! Options: what planning ahead is worth, and what the years bring and cost.

use maud::{Markup, html};

use super::{PathPage, nothing, year_cell};
use crate::disclosure::{Cell, JourneyFacts, YearDisclosure};
use crate::growth::YearMoney;
use crate::report::growth::foresight;
use crate::report::page::number;
use crate::report::page::tables::{region, search};
use crate::text;

impl PathPage<'_> {
    pub(super) fn options(&self) -> Markup {
        let language = self.language;
        let money: Vec<YearMoney> =
            self.disclosed.years.iter().filter_map(|year| year.money).collect();
        // With draws that is known of the path for the expected intake only.
        let is_known = self.disclosed.quality.saved_thousandths.is_some();
        let foresight = foresight(&self.disclosed.quality, language)
            .filter(|_| is_known || self.disclosed.draws.is_none());
        html! {
            @if let Some(sentence) = foresight { p .lead { (sentence.in_language(language)) } }
            @if let Some(draws) = &self.disclosed.draws { (self.draws(draws)) }
            h3 { (text!(language, "growth-page-figures")) }
            (self.figures())
            @if money.len() == self.disclosed.years.len() {
                h3 { (text!(language, "growth-page-euros")) }
                (self.euros(&money))
                (self.advances(&money))
            } @else if self.disclosed.hides_money {
                p { (text!(language, "growth-page-no-euros")) }
            }
            @if !self.disclosed.left_out.is_empty() {
                details {
                    summary { (text!(language, "growth-page-who-left-out")) }
                    (self.left_out())
                }
            }
        }
    }

    /// A row per figure, a column per year.
    fn figures(&self) -> Markup {
        let language = self.language;
        let years = &self.disclosed.years;
        let columns: Vec<String> = std::iter::once(text!(language, "growth-page-column-figure"))
            .chain(years.iter().map(|year| year.id.clone()))
            .collect();
        let mut rows: Vec<Vec<Markup>> = Vec::new();
        let mut row = |name: String, cell: &dyn Fn(&YearDisclosure) -> Markup| {
            let cells = years.iter().map(cell);
            rows.push(std::iter::once(html! { (name) }).chain(cells).collect());
        };
        row(text!(language, "growth-page-row-share"), &|year| {
            number::share(language, year.students.core.share)
        });
        row(text!(language, "growth-page-row-shell"), &|year| {
            number::count(language, year.students.shell.number)
        });
        row(text!(language, "growth-page-row-left-out"), &|year| {
            number::count(language, year.students.left_out.number)
        });
        row(text!(language, "growth-page-row-journey"), &|year| {
            year.journeys.mean_m.map_or_else(nothing, |metres| number::kilometres(language, metres))
        });
        row(text!(language, "growth-page-row-far"), &|year| {
            far(&year.journeys).map_or_else(nothing, |cell| number::cell(language, &cell))
        });
        row(text!(language, "growth-page-row-meeting-day"), &|year| {
            number::share(language, year.meeting_day.share)
        });
        for term in self.denominations() {
            row(text!(language, "growth-page-row-denomination", term = term), &|year| {
                let met = year.denominations.iter().find(|(known, _)| known == term);
                met.map_or_else(nothing, |(_, met)| number::share(language, met.share))
            });
        }
        if years.iter().any(|year| year.first_wish.is_some()) {
            row(text!(language, "growth-page-row-first-wish"), &|year| {
                year.first_wish.map_or_else(nothing, |met| number::share(language, met.share))
            });
        }
        row(text!(language, "growth-page-row-clusters"), &|year| self.whole(year.clusters));
        row(text!(language, "growth-page-row-trainers"), &|year| self.whole(year.opened));
        self.table("figures", &text!(language, "growth-page-figures"), &columns, &rows)
    }

    /// The denominations of which wishes are disclosed in some year.
    fn denominations(&self) -> Vec<&String> {
        let all = self.disclosed.years.iter().flat_map(|year| &year.denominations);
        let mut terms: Vec<&String> = all.map(|(term, _)| term).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }

    fn euros(&self, money: &[YearMoney]) -> Markup {
        let language = self.language;
        let lags = money.iter().any(|year| year.lag_years > 0);
        let limits = money.iter().any(|year| year.limit.is_some());
        let mut columns = vec![
            text!(language, "growth-page-column-year"),
            text!(language, "growth-page-cost"),
            text!(language, "growth-page-grant"),
            text!(language, "growth-page-net"),
        ];
        if limits {
            columns.push(text!(language, "growth-page-limit"));
        }
        columns.push(text!(language, "growth-page-sum"));
        if lags {
            columns.push(text!(language, "growth-page-earned"));
            columns.push(text!(language, "growth-page-to-come"));
        }
        let rows = self.disclosed.years.iter().zip(money).map(|(year, money)| {
            let paid = &money.paid;
            let mut amounts = [paid.cost_eur, paid.grant_eur, paid.net_eur].map(Some).to_vec();
            if limits {
                amounts.push(money.limit);
            }
            amounts.push(Some(money.net_so_far));
            if lags {
                amounts.extend([money.earned, money.to_come].map(Some));
            }
            let amounts = amounts.into_iter();
            let cells =
                amounts.map(|euros| euros.map_or_else(nothing, |euros| self.whole(euros.0)));
            std::iter::once(year_cell(&year.id)).chain(cells).collect()
        });
        let caption = text!(language, "growth-page-euros");
        self.table("euros", &caption, &columns, &rows.collect::<Vec<Vec<Markup>>>())
    }

    /// What must be advanced since the grant is paid later.
    fn advances(&self, money: &[YearMoney]) -> Markup {
        let language = self.language;
        let most = money
            .iter()
            .enumerate()
            .max_by_key(|(at, year)| (year.to_come, std::cmp::Reverse(*at)));
        let most = most.filter(|(_, year)| year.to_come.0 > 0);
        let own = money.iter().position(|year| year.counts_itself);
        html! {
            @if let Some((at, year)) = most {
                p { (text!(language, "growth-page-advance", years = year.lag_years,
                    year = self.year(at), euros = year.to_come.0)) }
            }
            @if let Some(own) = own {
                p .quiet { (text!(language, "growth-page-counts-itself", year = self.year(own))) }
            }
        }
    }

    fn left_out(&self) -> Markup {
        let language = self.language;
        let caption = text!(language, "growth-page-who-left-out");
        let table = html! {
            table .sortable #left-out-table {
                caption .unseen { (caption) }
                thead { tr {
                    th scope="col" { (text!(language, "growth-page-column-student")) }
                    @for year in &self.disclosed.years { th scope="col" .n { (year.id) } }
                } }
                tbody { @for (id, numbers) in &self.disclosed.left_out { tr {
                    th scope="row" { (id) }
                    @for &number in numbers { td .n { (self.whole(number)) } }
                } } }
            }
        };
        html! {
            (search(language, "left-out-table", &caption))
            (region(language, "left-out-table", &caption, &table))
        }
    }
}

/// The distance within which 90% of the students travel.
fn far(journeys: &JourneyFacts) -> Option<Cell> {
    let metres = journeys.percentile_90_m?;
    Some(if journeys.rounded { Cell::Kilometres(metres) } else { Cell::Metres(metres) })
}
