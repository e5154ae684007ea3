//! Today, as disclosed: the first year before any decision.

use super::PathDisclosure;
use std::collections::BTreeSet;

use super::source::YearSource;
use super::year::YearDisclosure;
use crate::growth::{GrowthPath, PathPlan};
use crate::instance::Standing;
use crate::instance::document::SchoolDocument;

/// The first year before any decision.
pub struct TodayDisclosure {
    /// Its numbers.
    pub year: YearDisclosure,
    /// The boards that take part in clusters.
    pub boards: i64,
    /// The boards in the shell.
    pub in_shell: i64,
    /// The places of the schools in clusters in use.
    pub places: i64,
    /// The places of the schools in the shell.
    pub places_in_shell: i64,
}

impl PathDisclosure {
    /// The same with today, where the path says something of it.
    #[must_use]
    pub fn with_today(
        self,
        path: &GrowthPath,
        found: &PathPlan,
        source: Option<&YearSource>,
    ) -> Self {
        let audience = self.reader.audience();
        let today = found.today.as_ref().zip(source).map(|(today, source)| {
            let with = |standings: &[Standing]| {
                let boards = source.document.boards.iter();
                let standing = boards.map(|board| board.standing.unwrap_or(Standing::Partner));
                standing.filter(|standing| standings.contains(standing)).count() as i64
            };
            let clusters = source.plan.clusters.iter();
            let in_clusters: BTreeSet<&String> =
                clusters.flat_map(|cluster| &cluster.schools).collect();
            let boards = source.document.boards.iter();
            let in_shell: BTreeSet<&String> = boards
                .filter(|board| board.standing == Some(Standing::Shell))
                .map(|board| &board.id)
                .collect();
            let places = |is_meant: &dyn Fn(&SchoolDocument) -> bool| -> i64 {
                let schools = source.document.schools.iter().filter(|school| is_meant(school));
                schools.map(|school| school.places.get()).sum()
            };
            TodayDisclosure {
                year: YearDisclosure::of(&path.years[0], today, source, audience),
                boards: with(&[Standing::Partner, Standing::Aspirant]),
                in_shell: with(&[Standing::Shell]),
                places: places(&|school| in_clusters.contains(&school.id)),
                places_in_shell: places(&|school| in_shell.contains(&school.board)),
            }
        });
        Self { today, ..self }
    }
}
