//! The drawing of a map, or of a part of it.

use maud::{Markup, html};

use super::homes;
use super::hull;
use super::plane::{Plane, WIDTH, letter};
use super::symbols::{self, Kinds};
use crate::base::Coordinates;
use crate::disclosure::{Map, MapCluster, MapSchool};
use crate::report::page::labels::{self, Frame, LabelArea, Name, cut};
use crate::report::page::svg::{Path, Spot, number};
use crate::report::page::ticks::whole;
use crate::text;
use crate::texts::Language;

/// Distance by which the area of a cluster extends beyond its schools.
pub const AROUND: f64 = 15.0;
/// The radius of a school.
const SCHOOL: f64 = 5.0;
/// Least distance between the points at which two clusters are named.
const APART: f64 = 24.0;
/// With more schools than this, signs are smaller.
const FULL_SIZE: f64 = 250.0;
/// With more clusters than this, none stops the tabulator key: one reaches them from their table.
const MOST_STOPS: usize = 150;

/// Names for one range of widths: on a small screen the whole drawing shrinks, so that letters must be
/// large in it. The style sheet never writes them larger than `font`.
struct Names {
    class: &'static str,
    font: f64,
    most: usize,
    /// The most schools in a part that is drawn larger.
    schools: usize,
}

const NAMES: [Names; 2] = [
    Names { class: "names wide", font: 17.0, most: 45, schools: 30 },
    Names { class: "names narrow", font: 31.0, most: 14, schools: 8 },
];

/// A drawing of a map.
pub struct Drawing<'a> {
    /// The map.
    pub map: &'a Map,
    /// In which language.
    pub language: Language,
    /// The plane that converts coordinates to positions in the drawing.
    pub plane: Plane,
    /// The sign of each denomination.
    pub kinds: &'a Kinds,
    /// A part of its ids that differs from those of other drawings on the page.
    pub prefix: &'a str,
    /// What is drawn.
    pub title: String,
    /// A text in place of the drawing, for those who do not see it.
    pub description: String,
    /// Whether it is a part of another drawing: then it names clusters and schools, not towns.
    pub is_part: bool,
    /// Whether it is one of many small ones: then it names its new clusters before its towns, and none stops the
    /// tabulator key.
    pub is_small: bool,
    /// Whether homes and schools carry the ids of students and schools.
    pub is_linked: bool,
    /// The tint of each cluster.
    pub tints: Vec<usize>,
    /// The frames of its parts that are drawn larger elsewhere: middle, width and height.
    pub parts: Vec<(Spot, f64, f64)>,
}

impl Drawing<'_> {
    /// The drawing.
    pub fn draw(&self) -> Markup {
        let factor = self.size();
        let (title, desc) =
            (format!("{}map-name", self.prefix), format!("{}map-desc", self.prefix));
        let size = format!("0 0 {} {}", number(WIDTH), number(self.plane.height));
        let seen = |school: &&MapSchool| self.plane.shows(self.plane.spot(school.at));
        let alone = self.map.schools.iter().filter(|school| school.cluster.is_none()).filter(seen);
        html! {
            svg .drawing viewBox=(size) role="group" aria-labelledby=(title) aria-describedby=(desc) {
                title #(title) { (self.title) }
                desc #(desc) { (self.description) }
                rect .ground width=(number(WIDTH)) height=(number(self.plane.height)) {}
                (homes::draw(self.map, &self.plane, self.is_part))
                @for (middle, width, height) in &self.parts {
                    rect .part x=(number(middle.x - width / 2.0)) y=(number(middle.y - height / 2.0))
                        width=(number(*width)) height=(number(*height)) rx="4" {}
                }
                g { @for school in alone { (self.school(school, factor)) } }
                @for cluster in 0..self.map.clusters.len() { (self.cluster(cluster, factor)) }
                @for names in &NAMES { (self.names(names)) }
                @if self.is_linked { (homes::linked(self.map, &self.plane)) (self.targets(factor)) }
            }
        }
    }

    /// Size factor of the signs: smaller on crowded maps, where they would cover each other.
    fn size(&self) -> f64 {
        let seen =
            self.map.schools.iter().filter(|school| self.plane.shows(self.plane.spot(school.at)));
        (FULL_SIZE / seen.count().max(1) as f64).sqrt().clamp(0.3, 1.0)
    }

    fn schools_of(&self, cluster: usize) -> Vec<(&MapSchool, Spot)> {
        let own = self.map.schools.iter().filter(|school| school.cluster == Some(cluster));
        own.map(|school| (school, self.plane.spot(school.at))).collect()
    }

    fn cluster(&self, index: usize, factor: f64) -> Markup {
        let cluster = &self.map.clusters[index];
        let own = self.schools_of(index);
        if !own.iter().any(|(_, spot)| self.plane.shows(*spot)) {
            return html! {};
        }
        let spots: Vec<Spot> = own.iter().map(|(_, spot)| *spot).collect();
        let name = &cluster.name;
        let label = if cluster.is_new {
            text!(self.language, "page-cluster-new", name = name)
        } else {
            name.clone()
        };
        let stops = !self.is_part && !self.is_small && self.map.clusters.len() <= MOST_STOPS;
        let new = if cluster.is_new { " new" } else { "" };
        let tint = self.tints.get(index).copied().unwrap_or_default();
        html! {
            g .cluster id={ (self.prefix) "hull-" (index) } data-cluster=(index) role="img"
                aria-label=(label) tabindex=(if stops { "0" } else { "-1" }) {
                path class={ "hull" (new) " t" (tint) } d=(hull::outline(&spots, AROUND * factor)) { title { (label) } }
                @if let Some(lines) = homes::lines(self.map, &self.plane, index) {
                    path .lines d=(lines) {}
                }
                @for (school, _) in own { (self.school(school, factor)) }
            }
        }
    }

    /// A school: filled in a cluster, open outside, with a dot in the shell.
    fn school(&self, school: &MapSchool, factor: f64) -> Markup {
        let kind = self.kinds.kind(school);
        let at = self.plane.spot(school.at);
        let open = if school.cluster.is_none() { " open" } else { "" };
        let dot = school.in_shell && school.cluster.is_none();
        html! {
            path class={ "school k" (kind) (open) } d=(symbols::shape(kind, at, SCHOOL * factor)) {
                title { (self.about(school)) }
            }
            @if dot { path class={ "shell k" (kind) } d=(Path::default().dot(at).open()) {} }
        }
    }

    /// Around each school a place to drop a student on, and to select it by.
    fn targets(&self, factor: f64) -> Markup {
        let spots = self.map.schools.iter().map(|school| (school, self.plane.spot(school.at)));
        html! {
            g .targets { @for (school, at) in spots.filter(|(_, at)| self.plane.shows(*at)) {
                circle data-drop=[school.id.as_deref()] data-name=(school.name) cx=(number(at.x)) cy=(number(at.y))
                    r=(number((SCHOOL * 2.2 * factor).max(6.0))) { title { (self.about(school)) } }
            } }
        }
    }

    fn about(&self, school: &MapSchool) -> String {
        let language = self.language;
        let places = school.places;
        let places = match school.students {
            Some(students) => {
                text!(language, "page-students-of-places", students = students, places = places)
            }
            None => text!(language, "page-places", places = places),
        };
        let facts = [school.name.clone(), school.board.clone(), symbols::name(school), places];
        facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// Names and the scale, for one range of widths.
    fn names(&self, names: &Names) -> Markup {
        let (height, font) = (self.plane.height, names.font);
        let (kilometres, length) = self.plane.scale(WIDTH / 4.0);
        let (left, foot) = (16.0, height - 16.0);
        let right = left + length;
        let scale = Path::default()
            .from(Spot::new(left, foot - 8.0))
            .line(Spot::new(left, foot))
            .line(Spot::new(right, foot))
            .line(Spot::new(right, foot - 8.0));
        let marks: Vec<Spot> =
            self.map.schools.iter().map(|school| self.plane.spot(school.at)).collect();
        let mut kept_free = vec![[0.0, foot - 14.0 - 1.2 * font, right + 9.0 * font, height]];
        let letters: Vec<Spot> = self.parts.iter().map(|part| letter_of(part, font)).collect();
        kept_free
            .extend(letters.iter().map(|at| [at.x, at.y - font, at.x + font, at.y + 0.3 * font]));
        let area = LabelArea {
            size: (WIDTH, height),
            font,
            most: names.most,
            marks: &marks,
            kept_free: &kept_free,
        };
        let wanted = match (self.is_part, self.is_small) {
            (true, _) => self.cluster_names(|_, _| true),
            (false, true) => self.cluster_names(|_, cluster| cluster.is_new),
            (false, false) => self.town_names(),
        };
        let placed = labels::place(&wanted, &area);
        // Schools, towns on small maps, and clusters beside others on whole ones get what room is left.
        let schools: Vec<(String, Spot)> = match (self.is_part, self.is_small) {
            (true, _) => self.school_names(),
            (false, true) => {
                self.town_names().iter().map(|name| (name.text.to_owned(), name.at)).collect()
            }
            (false, false) => {
                let beside = |index: usize, _: &MapCluster| {
                    self.tints.get(index).is_some_and(|tint| *tint > 0)
                };
                let names = self.cluster_names(beside);
                let texts: Vec<&str> = names.iter().map(|name| name.text).collect();
                cut(&texts).into_iter().zip(names.iter().map(|name| name.at)).collect()
            }
        };
        let schools: Vec<Name> = schools.iter().map(|(text, at)| Name { text, at: *at }).collect();
        let taken = placed.iter().map(|label| label.frame(font));
        // A name of a school covers none; there are too many to guess which.
        let signs = marks.iter().map(|at| [at.x - 4.0, at.y - 4.0, at.x + 4.0, at.y + 4.0]);
        let taken: Vec<Frame> = kept_free.iter().copied().chain(taken).chain(signs).collect();
        let free = LabelArea { kept_free: &taken, most: names.schools, ..area };
        html! {
            g class=(names.class) aria-hidden="true" {
                @for label in &placed {
                    text x=(number(label.at.x)) y=(number(label.at.y)) { (label.text) }
                }
                @for label in labels::place(&schools, &free) {
                    text .of-school x=(number(label.at.x)) y=(number(label.at.y)) { (label.text) }
                }
                @for (index, at) in letters.iter().enumerate() {
                    text .letter x=(number(at.x)) y=(number(at.y)) { (letter(index)) }
                }
                path .scale d=(scale.open()) {}
                text .scale-text x=(number(right + 10.0)) y=(number(foot)) {
                    (self.length(kilometres)) " · N ↑"
                }
            }
        }
    }

    fn town_names(&self) -> Vec<Name<'_>> {
        let spot = |at: Coordinates| self.plane.spot(at);
        self.map.towns.iter().map(|town| Name { text: &town.name, at: spot(town.at) }).collect()
    }

    /// Some clusters, each at its northernmost school that is seen, away from where another one is named: two names
    /// at one point do not say which is which.
    fn cluster_names(&self, is_named: impl Fn(usize, &MapCluster) -> bool) -> Vec<Name<'_>> {
        let mut taken: Vec<Spot> = Vec::new();
        let clusters = self.map.clusters.iter().enumerate();
        let clusters = clusters.filter(|(index, cluster)| is_named(*index, cluster));
        let names = clusters.filter_map(|(index, cluster)| {
            let mut own: Vec<Spot> = self
                .schools_of(index)
                .into_iter()
                .map(|(_, spot)| spot)
                .filter(|spot| self.plane.shows(*spot))
                .collect();
            own.sort_by(|one, other| one.y.total_cmp(&other.y));
            let is_alone = |spot: &&Spot| {
                taken.iter().all(|other| (spot.x - other.x).hypot(spot.y - other.y) > APART)
            };
            let at = *own.iter().find(is_alone).or(own.first())?;
            taken.push(at);
            Some(Name { text: &cluster.name, at: Spot::new(at.x, at.y - AROUND + 4.0) })
        });
        names.collect()
    }

    /// The schools that are seen, those in clusters first, each once where several share a point.
    fn school_names(&self) -> Vec<(String, Spot)> {
        let mut seen: Vec<(&MapSchool, Spot)> = self
            .map
            .schools
            .iter()
            .map(|school| (school, self.plane.spot(school.at)))
            .filter(|(_, spot)| self.plane.shows(*spot))
            .collect();
        seen.sort_by_key(|(school, _)| school.cluster.is_none());
        let texts: Vec<&str> = seen.iter().map(|(school, _)| school.name.as_str()).collect();
        cut(&texts).into_iter().zip(seen.iter().map(|(_, spot)| *spot)).collect()
    }

    fn length(&self, kilometres: f64) -> String {
        let metres = whole(kilometres * 1000.0);
        if metres < 1000 {
            return format!("{} m", self.language.whole(metres));
        }
        format!("{} km", self.language.whole(metres / 1000))
    }
}

/// Position of a part's letter: its upper left corner.
fn letter_of((middle, width, height): &(Spot, f64, f64), font: f64) -> Spot {
    Spot::new(middle.x - width / 2.0 + 4.0, middle.y - height / 2.0 + font)
}
