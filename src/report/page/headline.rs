//! The figures that one looks at first: the share Samen Opleiden, and what stands beside it.

use maud::{Markup, html};

use super::bars::{self, BarRow, chart};
use super::number::{self, count, data, kilometres, part, percent, share};
use crate::disclosure::{Count, Dossier, Facts, PartFact, WhereaboutsFact};
use crate::instance::Programme;
use crate::texts::Language;

/// The share Samen Opleiden, large, with where all students are; beside it the programmes; then the tiles.
pub fn draw(language: Language, dossier: &Dossier) -> Markup {
    let facts = &dossier.facts;
    html! {
        div .hero {
            div {
                p .hero-name { (language.choose("Aandeel Samen Opleiden", "Share Samen Opleiden")) }
                p .hero-number { (share(language, facts.students.core.share)) }
                p .quiet { (language.choose(
                    "van de studenten wordt opgeleid in een cluster",
                    "of the students are trained in a cluster",
                )) }
                (whereabouts(language, &facts.students))
            }
            (programmes(language, facts))
        }
        @if !dossier.audience.sees_students() { p .quiet { (number::signs(language)) } }
        dl .tiles { @for (name, value, note) in tiles(language, facts) {
            div { dt { (name) } dd { span .value { (value) } @if let Some(note) = note { span .note { (note) } } } }
        } }
        details .sentences {
            summary { (language.choose("Hetzelfde in zinnen, om over te nemen", "The same in sentences, to copy")) }
            ul { @for sentence in language.headlines(dossier) { li { (sentence) } } }
        }
    }
}

/// A bar of all students: in clusters, in the shell, left out.
fn whereabouts(language: Language, at: &WhereaboutsFact) -> Markup {
    let parts = [
        ("in-cluster", language.choose("in een cluster", "in a cluster"), &at.core),
        ("in-shell", language.choose("in de schil", "in the shell"), &at.shell),
        ("left-out", language.choose("niet geplaatst", "left out"), &at.left_out),
    ];
    let lengths: Vec<(&str, f64)> =
        parts.iter().map(|(class, _, part)| (*class, told_percent(part))).collect();
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

/// How long the bar of a part is: where no share is told, that of a few, if the whole is told.
fn told_percent(part: &PartFact) -> f64 {
    percent(part.share).unwrap_or_else(|| match (part.number, part.of) {
        (Count::Exact(0), _) | (_, Count::Exact(0) | Count::Few) => 0.0,
        (number, of) => 100.0 * number::length(number) / number::length(of),
    })
}

fn programmes(language: Language, facts: &Facts) -> Markup {
    let name = |word: &str| {
        let known = Programme::ALL.iter().find(|programme| programme.word() == word);
        known.map_or(word.to_owned(), |programme| language.programme(*programme).to_owned())
    };
    let rows = facts.programmes.iter().map(|(programme, at)| BarRow {
        name: html! { (name(programme)) },
        bar: bars::stacked(&[
            ("in-cluster", told_percent(&at.core)),
            ("in-shell", told_percent(&at.shell)),
            ("left-out", told_percent(&at.left_out)),
        ]),
        number: number::share_and_part(language, &at.core),
    });
    let caption = html! { strong { (language.choose("Per opleiding", "Per programme")) } };
    let columns = [
        language.choose("opleiding", "programme"),
        language.choose("waar de studenten zijn", "where the students are"),
        language.choose("in een cluster", "in a cluster"),
    ];
    chart(&caption, columns, rows.collect())
}

type Tile = (String, Markup, Option<Markup>);

/// The figures beside it, those that the plan has.
fn tiles(language: Language, facts: &Facts) -> Vec<Tile> {
    let mut tiles: Vec<Tile> = journey(language, facts).into_iter().collect();
    let wished = facts.denominations.iter().max_by_key(|(_, met)| met.of.exact());
    tiles.extend(wished.map(|(term, met)| {
        let name = match language {
            Language::Dutch => format!("Wens voor {term} vervuld"),
            Language::English => format!("Wish for {term} met"),
        };
        (name, share(language, met.share), Some(part(language, met)))
    }));
    if facts.meeting_day.of != Count::Exact(0) {
        tiles.push((
            language.choose("Kan op de bijeenkomstdag", "Free on the meeting day").to_owned(),
            share(language, facts.meeting_day.share),
            Some(html! { (part(language, &facts.meeting_day)) " " (language.choose("leden", "members")) }),
        ));
    }
    tiles.push(clusters(language, facts));
    tiles.push((
        language.choose("Niet geplaatst", "Left out").to_owned(),
        count(language, facts.students.left_out.number),
        Some(html! { (language.choose("van ", "of ")) (count(language, facts.students.left_out.of)) }),
    ));
    tiles.extend(facts.money.map(|money| {
        let euros = |amount: i64| data(amount, &format!("€ {}", language.whole(amount)));
        let note = html! {
            (language.choose("kosten ", "cost ")) (euros(money.cost_eur.0))
            (language.choose(", subsidie ", ", grant ")) (euros(money.grant_eur.0))
        };
        (language.choose("Netto kosten", "Net cost").to_owned(), euros(money.net_eur.0), Some(note))
    }));
    tiles
}

fn journey(language: Language, facts: &Facts) -> Option<Tile> {
    let journeys = &facts.journeys;
    let mean = kilometres(language, journeys.mean_m?);
    let note = journeys.percentile_90_m.map(|metres| {
        let words = language.choose("90% reist hoogstens ", "90% travel at most ");
        html! { (words) (number::cell(language, &far(journeys.rounded, metres))) }
    });
    Some((
        language.choose("Gemiddelde enkele reis", "Mean journey, one way").to_owned(),
        mean,
        note,
    ))
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
        (data(facts.clusters_new, &language.whole(facts.clusters_new))) (language.choose(" nieuw", " new"))
        @if facts.clusters_unused > 0 {
            ", " (data(facts.clusters_unused, &language.whole(facts.clusters_unused)))
            (language.choose(" bestaand niet in gebruik", " existing not used"))
        }
    };
    let used = data(facts.clusters_used, &language.whole(facts.clusters_used));
    (language.choose("Clusters in gebruik", "Clusters used").to_owned(), used, Some(note))
}
