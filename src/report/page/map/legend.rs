//! The legend of a map: the meaning of its signs.

use maud::{Markup, html};

use super::homes::{self, Shown};
use super::hull;
use super::symbols;
use crate::disclosure::{Map, MapSchool};
use crate::report::page::svg::{Path, Spot};
use crate::text;
use crate::texts::Language;

/// A sample of what the map shows.
#[derive(Clone, Copy)]
enum Sample {
    Cluster(&'static str),
    School { in_shell: bool },
    Home,
    Area,
}

/// The signs of clusters, schools and homes that a map has.
pub fn draw(language: Language, map: &Map) -> Markup {
    let has = |wanted: bool| map.clusters.iter().any(|cluster| cluster.is_new == wanted);
    let outside = |in_shell: bool| {
        map.schools
            .iter()
            .any(|school: &MapSchool| school.cluster.is_none() && school.in_shell == in_shell)
    };
    let areas = text!(language, "page-where-students-live-larger-more");
    let homes = match homes::shown(map) {
        Shown::Nowhere => None,
        Shown::Dots => Some((Sample::Home, text!(language, "page-home-student"))),
        Shown::Areas | Shown::Squares => Some((Sample::Area, areas)),
    };
    let entries = [
        (has(false), Sample::Cluster("hull"), text!(language, "page-cluster")),
        (has(true), Sample::Cluster("hull new"), text!(language, "page-new-cluster")),
        (
            outside(false),
            Sample::School { in_shell: false },
            text!(language, "page-school-in-no-cluster"),
        ),
        (outside(true), Sample::School { in_shell: true }, text!(language, "page-school-in-shell")),
    ];
    html! {
        ul .legend {
            @for (is_there, sample, name) in entries { @if is_there { li { (draw_sample(sample)) " " (name) } } }
            @if let Some((sample, name)) = homes { li .of-homes { (draw_sample(sample)) " " (name) } }
        }
    }
}

fn draw_sample(sample: Sample) -> Markup {
    let middle = Spot::new(0.0, 0.0);
    let dot = || Path::default().dot(middle).open();
    html! {
        svg .sign viewBox="-8 -8 16 16" aria-hidden="true" focusable="false" {
            @match sample {
                Sample::Cluster(class) => path class=(class) d=(hull::outline(&[middle], 6.5)) {},
                Sample::School { in_shell } => {
                    path .school.open.k9 d=(symbols::shape(0, middle, 5.5)) {}
                    @if in_shell { path .shell.k9 d=(dot()) {} }
                }
                Sample::Home => path .dots d=(dot()) {},
                Sample::Area => g .areas { circle r="6" {} },
            }
        }
    }
}
