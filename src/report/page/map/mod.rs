//! The map: schools, clusters, homes and towns, drawn for every width of screen.

mod details;
mod drawing;
mod homes;
mod hull;
mod legend;
mod plane;
mod symbols;
mod tints;

use maud::{Markup, html};

use self::drawing::{AROUND, Drawing};
use self::homes::Shown;
use self::plane::{Plane, letter};
use self::symbols::Kinds;
use super::svg::Spot;
use crate::base::Coordinates;
use crate::disclosure::{Count, Map};
use crate::text;
use crate::texts::Language;

/// The map of a plan: the whole, its densest parts larger, a switch for homes, legend and caption.
pub fn figure(language: Language, map: &Map) -> Markup {
    drawn(language, map, false)
}

/// Like [`figure`], with the ids of students and schools, so that a script can link it with other views.
pub fn linked(language: Language, map: &Map) -> Markup {
    drawn(language, map, true)
}

fn drawn(language: Language, map: &Map, is_linked: bool) -> Markup {
    let kinds = Kinds::of(map.schools.iter());
    let at: Vec<Coordinates> = map.schools.iter().map(|school| school.at).collect();
    let plane = Plane::around(at.iter().copied());
    let spots: Vec<Spot> = at.iter().map(|&at| plane.spot(at)).collect();
    let whole = tints_on(map, &plane);
    let parts: Vec<Plane> = details::dense(&spots)
        .into_iter()
        .map(|schools| Plane::around(schools.into_iter().map(|school| at[school])))
        .collect();
    let draw = |plane: Plane, prefix: &str, title: String, parts: Vec<(Spot, f64, f64)>| {
        let is_part = !prefix.is_empty();
        let plain = plain(language, map, plane, &kinds, prefix, title);
        // A cluster has the same tint in all drawings.
        Drawing { is_part, is_linked, parts, tints: whole.clone(), ..plain }.draw()
    };
    let frames = parts.iter().map(|part| part.frame_in(&plane)).collect();
    let homes = text!(language, "page-show-where-students-live");
    html! {
        figure .map {
            @if homes::shown(map) != Shown::Nowhere {
                p .controls { label {
                    input .show-homes type="checkbox" checked autocomplete="off"; " " (homes)
                } }
            }
            div .frame { (draw(plane, "", title(language), frames)) }
            @if !parts.is_empty() {
                div .details { @for (index, part) in parts.iter().enumerate() {
                    @let name = part_name(language, map, part, index);
                    div .frame {
                        p .frame-name aria-hidden="true" { (name) }
                        (draw(*part, &format!("part-{index}-"), name.clone(), Vec::new()))
                    }
                } }
            }
            div .legends { (kinds.legend(language)) (legend::draw(language, map)) }
            figcaption { (caption(language, map, &plane)) }
        }
    }
}

/// A small map, to be shown beside another one.
pub fn small(language: Language, map: &Map, prefix: &str, title: &str) -> Markup {
    let kinds = Kinds::of(map.schools.iter());
    let plane = Plane::around(map.schools.iter().map(|school| school.at));
    let drawing = plain(language, map, plane, &kinds, prefix, title.to_owned());
    html! {
        div .frame { (drawing.draw()) }
        div .legends { (kinds.legend(language)) (legend::draw(language, map)) }
    }
}

/// One of several small maps.
pub struct SmallMap<'a> {
    /// The map.
    pub map: &'a Map,
    /// A part of its ids that differs from those of other drawings on the page.
    pub prefix: String,
    /// What it shows.
    pub title: String,
    /// A sentence below the map.
    pub note: String,
}

/// Small maps side by side, each place at the same spot in all of them, with one legend.
pub fn multiples(language: Language, maps: &[SmallMap]) -> Markup {
    let schools = || maps.iter().flat_map(|one| &one.map.schools);
    let kinds = Kinds::of(schools());
    let plane = Plane::around(schools().map(|school| school.at));
    let clusters = maps.iter().flat_map(|one| &one.map.clusters);
    let all = Map {
        schools: schools().cloned().collect(),
        clusters: clusters.cloned().collect(),
        homes: Vec::new(),
        homes_not_shown: Count::Exact(0),
        towns: Vec::new(),
    };
    html! {
        div .small-maps { @for one in maps {
            figure .map.small-map {
                figcaption { (one.title) }
                div .frame {
                    (Drawing {
                        description: one.note.clone(),
                        is_small: true,
                        ..plain(language, one.map, plane, &kinds, &one.prefix, one.title.clone())
                    }.draw())
                }
                p .quiet { (one.note) }
            }
        } }
        div .legends { (kinds.legend(language)) (legend::draw(language, &all)) }
    }
}

/// A drawing of a whole map, without links.
fn plain<'a>(
    language: Language,
    map: &'a Map,
    plane: Plane,
    kinds: &'a Kinds,
    prefix: &'a str,
    title: String,
) -> Drawing<'a> {
    let description = description(language, map);
    Drawing {
        tints: tints_on(map, &plane),
        map,
        language,
        plane,
        kinds,
        prefix,
        title,
        description,
        is_part: false,
        is_small: false,
        is_linked: false,
        parts: Vec::new(),
    }
}

/// The tint of each cluster on a plane.
fn tints_on(map: &Map, plane: &Plane) -> Vec<usize> {
    let mut clusters = vec![Vec::new(); map.clusters.len()];
    for school in &map.schools {
        if let Some(cluster) = school.cluster {
            clusters[cluster].push(plane.spot(school.at));
        }
    }
    tints::tints(&clusters, 2.0 * AROUND)
}

fn title(language: Language) -> String {
    text!(language, "page-map-schools-clusters")
}

fn description(language: Language, map: &Map) -> String {
    text!(
        language,
        "page-map-description",
        schools = map.schools.len(),
        clusters = map.clusters.len()
    )
}

/// Name of an enlarged part: its letter, and the town nearest to its middle, if one lies in it.
fn part_name(language: Language, map: &Map, part: &Plane, index: usize) -> String {
    let far = |at: Coordinates| {
        let spot = part.spot(at);
        (spot.x - part.middle().x).hypot(spot.y - part.middle().y)
    };
    let towns = map.towns.iter().filter(|town| part.shows(part.spot(town.at)));
    let nearest = towns.min_by(|one, other| far(one.at).total_cmp(&far(other.at)));
    let name = format!("{} {}", text!(language, "page-enlarged"), letter(index));
    nearest.map_or(name.clone(), |town| format!("{name}: {}", town.name))
}

fn caption(language: Language, map: &Map, plane: &Plane) -> Markup {
    let hint = text!(language, "page-point-at-cluster-tap-it");
    let squares = text!(language, "page-there-too-many-homes-draw");
    let outside = map.homes.iter().filter(|home| !plane.shows(plane.spot(home.at))).count();
    let outside = (outside > 0).then(|| match homes::shown(map) {
        Shown::Areas => text!(language, "page-some-live-beyond"),
        _ => text!(language, "page-homes-beyond", count = outside),
    });
    let hidden = map.homes_not_shown;
    let hidden = (hidden != Count::Exact(0) && !map.homes.is_empty())
        .then(|| text!(language, "page-homes-not-shown", number = language.count(hidden)));
    let towns = text!(language, "page-town-names");
    let shown = homes::shown(map);
    let is_tinted = tints_on(map, plane).iter().any(|tint| *tint > 0);
    html! {
        @if is_tinted { (text!(language, "page-cluster-tints")) " " }
        @if shown == Shown::Dots && !map.clusters.is_empty() { span .hint { (hint) " " } }
        @if shown == Shown::Squares { (squares) " " }
        @if let Some(outside) = outside { (outside) " " }
        @if let Some(hidden) = hidden { (hidden) " " }
        @if !map.towns.is_empty() { (towns) }
    }
}
