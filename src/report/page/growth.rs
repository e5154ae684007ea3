//! The page of a path over the years: goal, reality, options and way forward.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::batch::plot::{self, Scales};
use super::frame::{self, Section};
use super::svg::{Path, number as units};
use super::tables::region;
use super::ticks::ticks;
use crate::growth::{GrowthPath, PathPlan, PathPlanYear};
use crate::plan::Plan;
use crate::report::growth::{PathNames, calendar, how_good, row_of_year, year_columns};
use crate::text;
use crate::texts::Language;

/// The page of a path, for planners: it names boards, clusters and numbers of students as they are.
pub fn path_page(
    path: &GrowthPath,
    found: &PathPlan,
    plans: &[&Plan],
    language: Language,
) -> String {
    let names = PathNames::of(path);
    let ends = found.years.first().zip(found.years.last());
    let title = ends.map_or_else(String::new, |(first, last)| {
        text!(language, "growth-page-title", first = &first.id, last = &last.id)
    });
    let header = html! {
        p .over { "plaatswijzer" }
        h1 { (title) }
        p .audience { (text!(language, "growth-page-audience")) }
    };
    let sections = [
        Section::new("goal", text!(language, "growth-page-goal"), goal(found, language)),
        Section::new("reality", text!(language, "growth-page-reality"), years(found, language)),
        Section::new(
            "options",
            text!(language, "growth-page-options"),
            options(found, plans, language),
        ),
        Section::new(
            "forward",
            text!(language, "growth-page-forward"),
            forward(path, found, &names, language),
        ),
    ];
    frame::document(language, &title, &header, &sections)
}

/// The share that is reached against the share that is aimed at.
fn goal(found: &PathPlan, language: Language) -> Markup {
    let short: Vec<&PathPlanYear> = found.years.iter().filter(|year| year.short > 0).collect();
    let is_aimed = found.years.iter().any(|year| year.aimed_at.is_some());
    html! {
        @if !is_aimed {
            p { (text!(language, "growth-page-no-goal")) }
        } @else if short.is_empty() {
            p { (text!(language, "growth-page-met")) }
        } @else {
            ul .facts { @for year in short {
                li { (text!(language, "growth-page-short", year = &year.id, short = year.short,
                    aimed = year.aimed_at.unwrap_or(0), students = year.students)) }
            } }
        }
        div .charts { (share_chart(found, language)) }
    }
}

fn share_chart(found: &PathPlan, language: Language) -> Markup {
    let percent = |number: i64, of: i64| 100.0 * number as f64 / of.max(1) as f64;
    let reached: Vec<f64> =
        found.years.iter().map(|year| percent(year.in_clusters, year.students)).collect();
    let aimed: Vec<Option<f64>> = found
        .years
        .iter()
        .map(|year| year.aimed_at.map(|aimed| percent(aimed, year.students)))
        .collect();
    let (least, greatest) =
        plot::ends(reached.iter().copied().chain(aimed.iter().copied().flatten()));
    let across: Vec<f64> = (0..found.years.len()).map(|year| year as f64).collect();
    let scales = Scales { across: across.clone(), up: ticks(least, greatest, 5, 1.0) };
    let words: Vec<(f64, String)> =
        across.iter().zip(&found.years).map(|(&at, year)| (at, year.id.clone())).collect();
    let line = |values: &[Option<f64>]| {
        let mut path = Path::default();
        let mut is_open = false;
        for (&at, value) in across.iter().zip(values) {
            match value {
                None => is_open = false,
                Some(value) => {
                    let spot = scales.spot(at, *value);
                    path = if is_open { path.line(spot) } else { path.from(spot) };
                    is_open = true;
                }
            }
        }
        path.open()
    };
    let reached: Vec<Option<f64>> = reached.into_iter().map(Some).collect();
    let caption = text!(language, "growth-page-chart");
    let drawing = html! {
        (scales.draw(language, &words, "", &text!(language, "growth-page-in-clusters")))
        path .course.course-1 d=(line(&aimed)) {}
        path .course.course-0 d=(line(&reached)) {}
        @for (&at, value) in across.iter().zip(reached.iter().flatten()) {
            @let spot = scales.spot(at, *value);
            circle .course-dot.course-0 cx=(units(spot.x)) cy=(units(spot.y)) r="4" {}
        }
    };
    plot::figure(language, "share-over-years", &caption, &drawing, &html! {})
}

fn years(found: &PathPlan, language: Language) -> Markup {
    let columns = year_columns(language);
    region(
        language,
        "years",
        &text!(language, "growth-page-reality"),
        &html! {
            table .plain #years {
                caption .unseen { (text!(language, "growth-page-reality")) }
                thead { tr { @for (at, column) in columns.iter().enumerate() {
                    th scope="col" class=[(at > 0).then_some("n")] { (column) }
                } } }
                tbody { @for year in &found.years {
                    @let cells = row_of_year(year, language);
                    tr { @for (at, cell) in cells.iter().enumerate() {
                        @if at == 0 { th scope="row" { (cell) } } @else { td .n { (cell) } }
                    } }
                } }
            }
        },
    )
}

/// What planning ahead is worth, and what the years cost in euros.
fn options(found: &PathPlan, plans: &[&Plan], language: Language) -> Markup {
    let money: Vec<(i64, i64, i64)> = plans
        .iter()
        .filter_map(|plan| {
            let money = &plan.indicators.as_ref()?.money.as_ref()?.total;
            Some((money.cost_eur.0, money.grant_eur.0, money.net_eur.0))
        })
        .collect();
    html! {
        ul .facts { @for sentence in how_good(found, language) { li { (sentence.in_language(language)) } } }
        @if money.len() == found.years.len() { (euros(found, &money, language)) }
    }
}

fn euros(found: &PathPlan, money: &[(i64, i64, i64)], language: Language) -> Markup {
    let whole = |number: i64| language.whole(number);
    let headings = [
        text!(language, "growth-page-cost"),
        text!(language, "growth-page-grant"),
        text!(language, "growth-page-net"),
        text!(language, "growth-page-sum"),
    ];
    let sums = money.iter().scan(0, |sum, (_, _, net)| {
        *sum += net;
        Some(*sum)
    });
    let sums: Vec<i64> = sums.collect();
    region(
        language,
        "euros",
        &text!(language, "growth-page-euros"),
        &html! {
            table .plain #euros {
                caption .unseen { (text!(language, "growth-page-euros")) }
                thead { tr {
                    th scope="col" { (text!(language, "growth-column-year")) }
                    @for heading in headings { th scope="col" .n { (heading) } }
            } }
            tbody { @for ((year, &(cost, grant, net)), &sum) in found.years.iter().zip(money).zip(&sums) {
                    tr {
                        th scope="row" { (year.id) }
                        td .n { (whole(cost)) } td .n { (whole(grant)) } td .n { (whole(net)) } td .n { (whole(sum)) }
                    }
                } }
            }
        },
    )
}

/// The opening calendar, boards against years, and per board what to decide when.
fn forward(path: &GrowthPath, found: &PathPlan, names: &PathNames, language: Language) -> Markup {
    let years = found.years.len();
    let mut boards: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    let mut add = |board: &str, year: usize, what: String| {
        let cells = boards.entry(board.to_owned()).or_insert_with(|| vec![Vec::new(); years]);
        cells[year].push(what);
    };
    for (at, year) in found.years.iter().enumerate() {
        for board in &year.entered {
            add(board, at, text!(language, "growth-page-enters"));
        }
        for cluster in &year.opened {
            let board = path.board_of_school(&cluster.schools).unwrap_or_default();
            add(board, at, text!(language, "growth-page-opens", cluster = &cluster.id));
        }
    }
    let calendar: Vec<String> = found
        .years
        .iter()
        .flat_map(|year| calendar(year, names))
        .map(|line| line.in_language(language))
        .collect();
    html! {
        @if calendar.is_empty() {
            p { (text!(language, "growth-page-nothing")) }
        } @else {
            (region(language, "calendar", &text!(language, "growth-page-calendar"), &html! {
                table .plain #calendar {
                    caption .unseen { (text!(language, "growth-page-calendar")) }
                    thead { tr {
                        th scope="col" { (text!(language, "growth-page-board")) }
                        @for year in &found.years { th scope="col" { (year.id) } }
                    } }
                    tbody { @for (board, cells) in &boards {
                        tr {
                            th scope="row" { (names.board(board)) }
                            @for cell in cells { td { (cell.join("; ")) } }
                        }
                    } }
                }
            }))
            ul .facts { @for line in calendar { li { (line) } } }
        }
    }
}
