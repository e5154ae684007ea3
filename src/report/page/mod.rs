//! Pages: one self-contained HTML file that makes no network request, for phones, paper and screen readers.
//!
//! A page receives finished facts and computes none. It does compute its drawings: projection, hulls, scales,
//! and where names have room.

mod bars;
mod batch;
mod charts;
mod frame;
mod growth;
mod headline;
mod histogram;
mod labels;
mod left_out;
mod map;
mod number;
mod svg;
mod tables;
mod ticks;

use maud::{Markup, html};

pub use self::batch::batch_page;
pub use self::frame::STYLE;
use self::frame::Section;
pub use self::growth::path_page;
use self::tables::Look;
use crate::disclosure::{Cell, Disclosure, Field, Map, Topic};
use crate::text;
use crate::texts::Language;

/// The map of a plan alone, as HTML; its style is [`STYLE`]. Homes and schools carry the ids of students and schools, by
/// which a script links them with other views.
pub fn linked_map(map: &Map, language: Language) -> String {
    map::linked(language, map).into_string()
}

/// A plan as a page.
pub fn page(disclosure: &Disclosure, language: Language) -> String {
    let title = text!(language, "page-plan-for", name = &disclosure.name);
    let sections: Vec<Section> = [
        Some(Section::new(
            "figures",
            text!(language, "page-in-short"),
            headline::draw(language, disclosure),
        )),
        Some(Section::new("quality", language.topic(&Topic::Goals), quality(language, disclosure))),
        disclosure.map.as_ref().map(|map| {
            Section::new("map", text!(language, "page-map"), map::figure(language, map))
        }),
        Some(Section::new(
            "charts",
            text!(language, "page-charts"),
            charts::draw(language, disclosure),
        )),
        clusters(language, disclosure),
        unused_clusters(language, disclosure),
        placements(language, disclosure),
        changes(language, disclosure),
        left_out::draw(language, disclosure)
            .map(|body| Section::new("left-out", language.topic(&Topic::LeftOut), body)),
        Some(Section::new(
            "more",
            text!(language, "page-all-figures-rules"),
            more(language, disclosure),
        )),
        Some(Section::new(
            "about",
            text!(language, "page-about-this-report"),
            about(language, disclosure),
        )),
    ]
    .into_iter()
    .flatten()
    .collect();
    frame::document(language, &title, &header(language, disclosure), &sections)
}

fn header(language: Language, disclosure: &Disclosure) -> Markup {
    html! {
        p .over { (text!(language, "page-placement-plan"))
            @if let Some(year) = &disclosure.school_year { " · " (year) } }
        h1 { (disclosure.name) }
        @let edition = language.edition(&disclosure.edition);
        @if !edition.is_empty() { p .over { (edition.join(" · ")) } }
        p .audience { (language.made_for(disclosure)) }
    }
}

fn quality(language: Language, disclosure: &Disclosure) -> Markup {
    let sentences = language.quality(&disclosure.quality);
    html! {
        @if let Some((first, others)) = sentences.split_first() {
            p .lead { (first) }
            ul .facts { @for sentence in others { li { (sentence) } } }
        }
    }
}

fn clusters(language: Language, disclosure: &Disclosure) -> Option<Section> {
    let table = disclosure.table(&Topic::Clusters)?;
    let title = language.topic(&Topic::Clusters);
    let look = Look {
        id: "clusters-table",
        caption: &title,
        search: true,
        of_clusters: true,
        on_map: &on_map(disclosure),
        // The chart of members shows the bounds.
        without: &[Field::ClusterId, Field::Least, Field::Target, Field::Most, Field::Points],
    };
    let body = tables::draw(language, table, look);
    Some(Section::new("clusters", title, body))
}

/// The existing clusters that are not used.
fn unused_clusters(language: Language, disclosure: &Disclosure) -> Option<Section> {
    let table = disclosure.table(&Topic::UnusedClusters)?;
    let title = language.topic(&Topic::UnusedClusters);
    let look = Look {
        id: "unused-clusters-table",
        caption: &title,
        without: &[Field::ClusterId],
        ..Look::default()
    };
    let body = tables::draw(language, table, look);
    Some(Section::new("unused-clusters", title, body))
}

/// Whether each used cluster has a hull on the map.
fn on_map(disclosure: &Disclosure) -> Vec<bool> {
    let Some(map) = &disclosure.map else { return Vec::new() };
    let is_drawn = |index| map.schools.iter().any(|school| school.cluster == Some(index));
    (0..map.clusters.len()).map(is_drawn).collect()
}

fn placements(language: Language, disclosure: &Disclosure) -> Option<Section> {
    let table = disclosure.table(&Topic::Placements)?;
    let title = language.topic(&Topic::Placements);
    let mut without = vec![Field::SchoolId, Field::ClusterId, Field::ClassDays];
    without.extend(table.columns.iter().filter(|field| matches!(field, Field::RulePoints(_))));
    let nobody = |field: &Field| {
        let column = table.columns.iter().position(|column| column == field);
        column.is_some_and(|at| table.rows.iter().all(|row| is_no(&row[at])))
    };
    without.extend([Field::Fixed, Field::Overridden].into_iter().filter(nobody));
    let look = Look {
        id: "placements-table",
        caption: &title,
        search: true,
        without: &without,
        ..Look::default()
    };
    let body = tables::draw(language, table, look);
    Some(Section::new("placements", title, body))
}

/// Who is elsewhere than in the earlier plan.
fn changes(language: Language, disclosure: &Disclosure) -> Option<Section> {
    let table = disclosure.table(&Topic::Changes)?;
    let title = language.topic(&Topic::Changes);
    let look = Look { id: "changes-table", caption: &title, search: true, ..Look::default() };
    let body = tables::draw(language, table, look);
    Some(Section::new("changes", title, body))
}

fn is_no(cell: &Cell) -> bool {
    match cell {
        Cell::Empty | Cell::Yes(false) => true,
        Cell::Rules(rules) => rules.is_empty(),
        _ => false,
    }
}

/// Tables that are folded until the reader opens them.
fn more(language: Language, disclosure: &Disclosure) -> Markup {
    let shown = [
        (Topic::Indicators, "indicators-table"),
        (Topic::Boards, "boards-table"),
        (Topic::Schools, "schools-table"),
        (Topic::Goals, "goals-table"),
        (Topic::Rules, "rules-table"),
    ];
    html! {
        @for (topic, id) in shown { @if let Some(table) = disclosure.table(&topic) {
            @let caption = language.topic(&topic);
            @let look = Look {
                id,
                caption: &caption,
                search: topic == Topic::Schools,
                ..Look::default()
            };
            details { summary { (caption) } (tables::draw(language, table, look)) }
        } }
    }
}

fn about(language: Language, disclosure: &Disclosure) -> Markup {
    html! {
        dl .about {
            dt { (text!(language, "page-for-whom")) }
            dd { (language.made_for(disclosure)) }
            @if let Some(engine) = &disclosure.engine {
                dt { (text!(language, "page-made-by")) }
                dd { (engine.name) " " (engine.version) " (" (engine.solver) " " (engine.solver_version) ")" }
            }
            dt { (text!(language, "page-input-sha-256")) }
            dd { code { (disclosure.instance_sha256) } }
            dt { (text!(language, "page-numbers-2")) }
            dd { (text!(language, "page-numbers-for-programs")) }
        }
    }
}
