//! Today, as disclosed: the first year before any decision.

use super::PathDisclosure;
use super::source::YearSource;
use super::year::YearDisclosure;
use crate::growth::{GrowthPath, PathPlan};
use crate::instance::Standing;

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
    /// The places of the other schools of boards in the shell.
    pub places_in_shell: i64,
    /// By how much at most the plan could be better, in thousandths of a percent; `None` where that is not known.
    pub gap_thousandths: Option<i64>,
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
            let places = source.places(None);
            TodayDisclosure {
                year: YearDisclosure::of(&path.years[0], today, source, audience),
                boards: with(&[Standing::Partner, Standing::Aspirant]),
                in_shell: with(&[Standing::Shell]),
                places: places.in_clusters,
                places_in_shell: places.in_shell,
                gap_thousandths: today.gap_thousandths(),
            }
        });
        Self { today, ..self }
    }
}
