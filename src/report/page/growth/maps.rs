//! A map per year, side by side, on one scale.

use maud::{Markup, html};

use super::PathPage;
use crate::disclosure::HappeningKind;
use crate::report::page::map::{SmallMap, multiples};
use crate::text;

impl PathPage<'_> {
    /// The maps; `None` if no year has one.
    pub(super) fn maps(&self) -> Option<Markup> {
        let language = self.language;
        let years = self.disclosed.years.iter().enumerate();
        let maps: Vec<SmallMap> = years
            .filter_map(|(at, year)| {
                Some(SmallMap {
                    map: year.map.as_ref()?,
                    prefix: format!("year-{at}-"),
                    title: year.id.clone(),
                    note: self.on_map(at),
                })
            })
            .collect();
        if maps.is_empty() {
            return None;
        }
        Some(html! {
            p { (text!(language, "growth-page-maps-read")) }
            (multiples(language, &maps))
        })
    }

    /// The clusters of a year in words, for those who do not see the map.
    fn on_map(&self, at: usize) -> String {
        let year = &self.disclosed.years[at];
        let opened = self.disclosed.happenings.iter().filter(|one| one.year == at);
        let opened = opened.filter_map(|one| match &one.what {
            HappeningKind::Opens { cluster, .. } => Some(cluster.clone()),
            HappeningKind::Enters | HappeningKind::Closes { .. } => None,
        });
        let opened: Vec<String> = opened.collect();
        if opened.is_empty() {
            return text!(self.language, "growth-page-on-map", clusters = year.clusters);
        }
        text!(
            self.language,
            "growth-page-on-map-opened",
            clusters = year.clusters,
            number = opened.len(),
            opened = opened
        )
    }
}
