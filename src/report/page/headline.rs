//! Key figures at the top of a page: the share Samen Opleiden, programmes, and tiles.

use maud::{Markup, html};

use super::bars::{self, BarRow, chart};
use super::number::{self, count, data, kilometres, part, percent, share};
use crate::disclosure::{Count, Disclosure, Facts, PartFact, WhereaboutsFact};
use crate::instance::Programme;
use crate::text;
use crate::texts::Language;

/// The share Samen Opleiden, large, with where all students are; beside it the programmes; then the tiles.
pub fn draw(language: Language, disclosure: &Disclosure) -> Markup {
    let facts = &disclosure.facts;
    html! {
        div .hero {
            div {
                p .hero-name { (text!(language, "page-share-samen-opleiden")) }
                p .hero-number { (share(language, facts.students.core.share)) }
                p .quiet { (text!(language, "page-students-trained-in-cluster")) }
                (whereabouts(language, &facts.students))
            }
            (programmes(language, &facts.programmes))
        }
        @if !disclosure.audience.sees_students() { p .quiet { (number::signs(language)) } }
        dl .tiles { @for (name, value, note) in tiles(language, disclosure) {
            div { dt { (name) } dd { span .value { (value) } @if let Some(note) = note { span .note { (note) } } } }
        } }
        details .sentences {
            summary { (text!(language, "page-same-in-sentences-copy")) }
            ul { @for sentence in language.headlines(disclosure) { li { (sentence) } } }
        }
    }
}

/// A bar of all students: in clusters, in the shell, left out.
pub fn whereabouts(language: Language, at: &WhereaboutsFact) -> Markup {
    let parts = [
        ("in-cluster", text!(language, "page-in-cluster"), &at.core),
        ("in-shell", text!(language, "page-in-shell"), &at.shell),
        ("left-out", text!(language, "page-left-out"), &at.left_out),
    ];
    let lengths: Vec<(&str, f64)> =
        parts.iter().map(|(class, _, part)| (*class, bar_percent(part))).collect();
    html! {
        svg .bar.tall viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            (bars::stacked(&lengths))
        }
        ul .legend { @for (class, name, part) in parts { @if part.number != Count::Exact(0) || class != "in-shell" {
            li {
                svg .sign viewBox="-8 -8 16 16" aria-hidden="true" focusable="false" {
                    rect class=(class) x="-6" y="-6" width="12" height="12" rx="2" {}
                }
                " " (name) ": " (count(language, part.number))
            }
        } } }
    }
}

/// Length of a part's bar in percent. If the share is hidden, that of a small group, provided the whole is
/// known.
fn bar_percent(part: &PartFact) -> f64 {
    percent(part.share).unwrap_or_else(|| match (part.number, part.of) {
        (Count::Exact(0), _) | (_, Count::Exact(0) | Count::Few) => 0.0,
        (number, of) => 100.0 * number::length(number) / number::length(of),
    })
}

/// A bar per programme, by its key: in clusters, in the shell, left out.
pub fn programmes(language: Language, programmes: &[(String, WhereaboutsFact)]) -> Markup {
    let name = |word: &str| {
        let known = Programme::ALL.iter().find(|programme| programme.word() == word);
        known.map_or(word.to_owned(), |programme| language.programme(*programme))
    };
    let rows = programmes.iter().map(|(programme, at)| BarRow {
        name: html! { (name(programme)) },
        bar: bars::stacked(&[
            ("in-cluster", bar_percent(&at.core)),
            ("in-shell", bar_percent(&at.shell)),
            ("left-out", bar_percent(&at.left_out)),
        ]),
        number: number::share_and_part(language, &at.core),
    });
    let caption = html! { strong { (text!(language, "page-per-programme")) } };
    let columns = [
        text!(language, "page-programme"),
        text!(language, "page-where-students"),
        text!(language, "page-in-cluster"),
    ];
    chart(&caption, columns, rows.collect())
}

type Tile = (String, Markup, Option<Markup>);

/// The tiles, for those figures that the plan has.
fn tiles(language: Language, disclosure: &Disclosure) -> Vec<Tile> {
    let facts = &disclosure.facts;
    let hidden = || {
        let name = text!(language, "page-mean-journey-one-way");
        Some((name, html! { "–" }, Some(html! { (language.mean_hidden(disclosure)?) })))
    };
    let mut tiles: Vec<Tile> = journey(language, facts).or_else(hidden).into_iter().collect();
    let wished = facts.denominations.iter().max_by_key(|(_, met)| met.of.exact());
    tiles.extend(wished.map(|(term, met)| {
        let name = text!(language, "page-wish-for-met", term = term);
        (name, share(language, met.share), Some(part(language, met)))
    }));
    if facts.meeting_day.of != Count::Exact(0) {
        tiles.push((
            text!(language, "page-free-on-meeting-day"),
            share(language, facts.meeting_day.share),
            Some(members(language, &facts.meeting_day)),
        ));
    }
    tiles.push(clusters(language, facts));
    tiles.push((
        text!(language, "page-left-out-2"),
        count(language, facts.students.left_out.number),
        Some(html! { (text!(language, "page-of")) " " (count(language, facts.students.left_out.of)) }),
    ));
    tiles.extend(facts.money.map(|money| {
        let euros = |amount: i64| data(amount, &format!("€ {}", language.whole(amount)));
        let note = html! {
            (text!(language, "page-cost")) " " (euros(money.cost_eur.0))
             ", " (text!(language, "page-grant")) " " (euros(money.grant_eur.0))
        };
        (text!(language, "page-net-cost"), euros(money.net_eur.0), Some(note))
    }));
    tiles
}

/// How many members are free on their meeting day.
fn members(language: Language, free: &PartFact) -> Markup {
    if free.is_open() {
        return html! { (count(language, free.number)) " (" (text!(language, "page-of-hidden")) ")" };
    }
    html! { (part(language, free)) " " (text!(language, "page-members")) }
}

fn journey(language: Language, facts: &Facts) -> Option<Tile> {
    let journeys = &facts.journeys;
    let mean = kilometres(language, journeys.mean_m?);
    let note = journeys.percentile_90_m.map(|metres| {
        html! {
            (text!(language, "page-90-travel-at-most")) " "
            (number::cell(language, &far(journeys.rounded, metres)))
        }
    });
    Some((text!(language, "page-mean-journey-one-way"), mean, note))
}

fn far(rounded: bool, metres: i64) -> crate::disclosure::Cell {
    if rounded {
        crate::disclosure::Cell::Kilometres(metres)
    } else {
        crate::disclosure::Cell::Metres(metres)
    }
}

fn clusters(language: Language, facts: &Facts) -> Tile {
    let note = html! {
        (data(facts.clusters_new, &language.whole(facts.clusters_new))) " " (text!(language, "page-new"))
        @if facts.clusters_unused > 0 {
            ", " (data(facts.clusters_unused, &language.whole(facts.clusters_unused)))
            " " (text!(language, "page-existing-not-used"))
        }
    };
    let used = data(facts.clusters_used, &language.whole(facts.clusters_used));
    (text!(language, "page-clusters-used"), used, Some(note))
}
