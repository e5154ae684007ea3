//! What a file of a path says that does not follow from its plans.

use super::PathPlan;
use crate::plan::Status;

impl PathPlan {
    /// The keys of the file, in its order, of which a check can only find what cannot be so whatever other paths there
    /// are: they say what is proven of other paths, or how the search went. `[]` means every position of a list.
    pub fn claims(&self) -> Vec<&'static str> {
        let opened = || self.years.iter().flat_map(|year| &year.opened);
        let draws = self.draws.as_ref();
        let claims = [
            ("engine", self.engine.is_some()),
            ("status", self.status.is_some_and(|status| status != Status::Optimal)),
            ("bound", self.bound.is_some()),
            ("levels[].bound", self.levels.is_some()),
            ("year_by_year", self.year_by_year.is_some()),
            ("no_year_by_year", self.no_year_by_year.is_some()),
            ("repair", self.repair.is_some()),
            ("entries[].delay_points", self.entries.iter().any(|one| one.delay_points.is_some())),
            ("outside", self.outside.as_ref().is_some_and(|outside| !outside.is_empty())),
            ("today.status", self.today.as_ref().is_some_and(|today| today.status.is_some())),
            ("today.bound", self.today.as_ref().is_some_and(|today| today.bound.is_some())),
            (
                "years[].most_in_clusters",
                self.years.iter().any(|year| year.most_in_clusters.is_some()),
            ),
            ("years[].opened[].delay_points", opened().any(|one| one.delay_points.is_some())),
            ("draws.robust", draws.is_some()),
            ("draws.given", draws.is_some_and(|draws| draws.given.is_some())),
            ("draws.alternatives", draws.is_some_and(|draws| !draws.alternatives.is_empty())),
            ("draws.draws[].own.bound", draws.is_some_and(|draws| !draws.draws.is_empty())),
        ];
        claims.into_iter().filter(|(_, is_said)| *is_said).map(|(key, _)| key).collect()
    }
}
