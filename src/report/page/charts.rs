//! The charts of a plan: journeys, members, fill and wishes.

use maud::{Markup, html};

use super::bars::{self, BarRow, chart};
use super::number::{count, length, percent, share, share_and_part};
use super::{histogram, number};
use crate::disclosure::{Cell, Count, Disclosure, Field, Figure, PartFact, Share, Size, Topic};
use crate::rules::Sizes;
use crate::text;
use crate::texts::Language;

/// Above this number of clusters, their sizes are counted instead of shown one by one.
const MOST_CLUSTERS: usize = 60;

/// All charts.
pub fn draw(language: Language, disclosure: &Disclosure) -> Markup {
    html! {
        div .charts {
            (histogram::draw(language, &disclosure.journeys, &disclosure.facts.journeys))
            (wishes(language, disclosure))
            (sizes(language, &disclosure.sizes, &super::on_map(disclosure)))
            (fill(language, disclosure))
        }
    }
}

fn sizes(language: Language, sizes: &[Size], on_map: &[bool]) -> Markup {
    if sizes.is_empty() {
        return html! {};
    }
    if sizes.len() > MOST_CLUSTERS {
        return sizes_counted(language, sizes);
    }
    let most =
        |size: &Size| length(size.members).max(size.allowed.map_or(0.0, |one| one.max as f64));
    let scale = 100.0 / (sizes.iter().map(most).fold(1.0, f64::max) * 1.06);
    let mut order: Vec<(usize, &Size)> = sizes.iter().enumerate().collect();
    order.sort_by(|(_, one), (_, other)| length(other.members).total_cmp(&length(one.members)));
    let rows = order.into_iter().map(|(index, size)| {
        let band = size.allowed.map(|allowed| {
            let [least, target, most] =
                [allowed.min, allowed.target, allowed.max].map(|number| number as f64 * scale);
            (least, target, most)
        });
        let number = size.members.exact();
        let outside = size
            .allowed
            .zip(number)
            .is_some_and(|(allowed, number)| !(allowed.min..=allowed.max).contains(&number));
        BarRow {
            name: html! {
                @if on_map.get(index) == Some(&true) {
                    a href={ "#hull-" (index) } data-cluster=(index) { (size.name) }
                } @else { (size.name) }
            },
            bar: bars::in_band(length(size.members) * scale, band, outside),
            number: count(language, size.members),
        }
    });
    let caption = html! {
        strong { (text!(language, "page-members-per-cluster")) }
        @if let Some(bounds) = bounds(language, sizes) { " " (bounds) }
    };
    let columns = [
        text!(language, "page-cluster"),
        text!(language, "page-members-against-bounds"),
        text!(language, "page-members"),
    ];
    html! { div .chart { (chart(&caption, columns, rows.collect())) } }
}

/// Legend of band and line, with the bounds if all clusters have the same.
fn bounds(language: Language, sizes: &[Size]) -> Option<String> {
    let allowed = sizes.iter().find_map(|size| size.allowed)?;
    let numbers = |one: &Sizes| (one.min, one.target, one.max);
    let is_same = |one: &Sizes| numbers(one) == numbers(&allowed);
    let same = sizes.iter().all(|size| size.allowed.as_ref().is_some_and(is_same));
    Some(if same {
        text!(
            language,
            "page-sizes-same",
            least = allowed.min,
            most = allowed.max,
            target = allowed.target
        )
    } else {
        text!(language, "page-sizes-different")
    })
}

/// The number of clusters per number of members.
fn sizes_counted(language: Language, sizes: &[Size]) -> Markup {
    let mut numbers: Vec<(String, i64)> = Vec::new();
    let mut order: Vec<Count> = sizes.iter().map(|size| size.members).collect();
    order.sort_by(|one, other| length(*one).total_cmp(&length(*other)));
    for members in order {
        let name = language.count(members);
        match numbers.last_mut() {
            Some((last, clusters)) if *last == name => *clusters += 1,
            _ => numbers.push((name, 1)),
        }
    }
    let most = numbers.iter().map(|(_, clusters)| *clusters).max().unwrap_or(1) as f64;
    let rows = numbers.into_iter().map(|(name, clusters)| BarRow {
        name: html! { (name) },
        bar: bars::filled(clusters as f64 / most * 100.0),
        number: number::data(clusters, &language.whole(clusters)),
    });
    let caption = html! {
        strong { (text!(language, "page-clusters-by-their-members")) }
    };
    let columns = [
        text!(language, "page-members"),
        text!(language, "page-part"),
        text!(language, "page-clusters"),
    ];
    html! { div .chart { (chart(&caption, columns, rows.collect())) } }
}

/// Students of places, per board.
fn fill(language: Language, disclosure: &Disclosure) -> Markup {
    let Some(table) = disclosure.table(&Topic::Boards) else { return html! {} };
    let at = |field: Field| table.columns.iter().position(|column| *column == field);
    let (Some(board), Some(students), Some(places), Some(fill)) =
        (at(Field::Board), at(Field::Students), at(Field::Places), at(Field::Fill))
    else {
        return html! {};
    };
    let rows = table.rows.iter().filter(|row| row[places] != Cell::Empty).map(|row| {
        let filled = match row[fill] {
            Cell::Share(share) => percent(share).unwrap_or_default(),
            _ => 0.0,
        };
        let cell = |column: usize| number::cell(language, &row[column]);
        BarRow {
            name: cell(board),
            bar: bars::filled(filled),
            number: html! {
                @if row[fill] != Cell::Share(Share::Unknown) { (brief(language, &row[fill])) " " }
                small {
                    (brief(language, &row[students])) " " (text!(language, "page-of")) " " (cell(places))
                }
            },
        }
    });
    let caption = html! {
        strong { (text!(language, "page-fill-per-board")) } " "
        (text!(language, "page-students-places"))
    };
    let columns = [
        text!(language, "page-board"),
        text!(language, "page-fill"),
        text!(language, "page-share-number"),
    ];
    html! { div .chart { (chart(&caption, columns, rows.collect())) } }
}

/// A number of students, or a share, in few letters.
fn brief(language: Language, cell: &Cell) -> Markup {
    match cell {
        Cell::Count(number) => count(language, *number),
        Cell::Share(of) => share(language, *of),
        other => number::cell(language, other),
    }
}

/// Wishes that are met, and who is free when the learning community meets.
fn wishes(language: Language, disclosure: &Disclosure) -> Markup {
    let facts = &disclosure.facts;
    let denominations = facts
        .denominations
        .iter()
        .map(|(term, met)| (format!("{} {term}", text!(language, "page-denomination")), met));
    let concepts = (facts.concepts.of != Count::Exact(0))
        .then(|| (text!(language, "page-concept"), &facts.concepts));
    let ranks = facts
        .wishes
        .iter()
        .map(|(rank, met)| (language.figure(rank.map_or(Figure::WishUnmet, Figure::WishMet)), met));
    let free = std::iter::once((language.figure(Figure::FreeOnMeetingDay), &facts.meeting_day))
        .filter(|(_, part)| part.of != Count::Exact(0));
    let rows: Vec<BarRow> = denominations
        .chain(concepts)
        .chain(ranks)
        .chain(free)
        .map(|(name, met)| met_row(language, &name, met))
        .collect();
    if rows.is_empty() {
        return html! {};
    }
    let caption = html! {
        strong { (text!(language, "page-wishes-met")) } " "
        (text!(language, "page-those-who-wished-placed"))
    };
    let columns = [
        text!(language, "page-wish"),
        text!(language, "page-met"),
        text!(language, "page-share-number"),
    ];
    html! { div .chart { (chart(&caption, columns, rows)) } }
}

fn met_row(language: Language, name: &str, met: &PartFact) -> BarRow {
    BarRow {
        name: html! { (name) },
        bar: bars::filled(percent(met.share).unwrap_or_default()),
        number: share_and_part(language, met),
    }
}
