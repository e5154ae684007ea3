//! What could be otherwise about a path: what delays would cost, what boards that stay out would bring, and what can be
//! reached where shares are not.

use super::found::{Delay, FoundPath, NoYearByYear, PathOutcome, WithBoard};
use super::kept::KeptYear;
use super::reach::PathReach;
use super::search::{PathSearch, SearchedYears, Surroundings};
use crate::base::relative_gap;
use crate::solve::years::PathLevel;

/// What could be otherwise about a path, as far as it was found out.
#[derive(Default)]
struct Around {
    reach: PathReach,
    delays: Vec<Delay>,
    outside: Option<Vec<WithBoard>>,
}

impl PathSearch<'_> {
    /// What was found, with what could be otherwise about it, if that is wanted. A better path that is met on the way
    /// replaces the one that was found. `alone` is the path year by year, or why there is none.
    pub(super) fn with_surroundings(
        &self,
        mut path: FoundPath,
        alone: Result<FoundPath, NoYearByYear>,
        searched: &SearchedYears,
        wanted: Surroundings,
    ) -> PathOutcome {
        let Around { reach, delays, outside } = match wanted {
            Surroundings::Wanted => self.around(&mut path, searched),
            Surroundings::Skipped => Around::default(),
        };
        let levels = self.path.levels(&path.reached, searched.outcome);
        // One that was cut short would make planning ahead look better than it is.
        let is_whole = |found: &FoundPath| found.years.iter().all(|year| year.is_settled);
        let searched = &searched.outcome.levels;
        PathOutcome {
            path,
            year_by_year: alone.and_then(|alone| {
                is_whole(&alone).then_some(alone).ok_or(NoYearByYear::NotFinished)
            }),
            levels,
            is_cut_short: searched.is_empty() || !is_within(searched, self.search.gap),
            delays,
            outside,
            reach,
        }
    }

    /// What could be otherwise about a path, or about a better one in its place.
    fn around(&self, path: &mut FoundPath, searched: &SearchedYears) -> Around {
        // What can be reached comes first: with a short limit it is the first that people ask for.
        let short = self.short_years(path);
        let mut reach = self.reach_of(path, searched);
        let mut delays = self.delays_of(path, searched);
        // Where the search was stopped early, to put something off may be better.
        let reached = |delay: &Delay| delay.path.reached.clone();
        while let Some(better) = delays.iter().min_by_key(|delay| reached(delay))
            && better.path.reached < path.reached
        {
            *path = better.path.clone();
            delays = self.delays_of(path, searched);
        }
        let mut outside = self.outside_of(path);
        let with_it = |one: &WithBoard| one.path.clone();
        while let Some(better) =
            outside.iter().flatten().filter_map(with_it).min_by_key(|one| one.reached.clone())
            && better.reached < path.reached
        {
            *path = better;
            (delays, outside) = (self.delays_of(path, searched), self.outside_of(path));
        }
        if self.short_years(path) != short {
            reach = self.reach_of(path, searched);
        }
        Around { reach, delays, outside }
    }

    // A path that was found is not lost where looking around fails.

    /// What can be reached where a path falls short.
    fn reach_of(&self, path: &FoundPath, searched: &SearchedYears) -> PathReach {
        let (short, budget) = (self.short_years(path), &self.search.budget);
        let name = format!("reach-{}", path.short_digest());
        let find = || self.reach(searched.model, &short, budget);
        self.stage(&name, budget, find, PathReach::clone, Some).unwrap_or_default()
    }

    /// What it costs to put entries and openings of a path off.
    fn delays_of(&self, path: &FoundPath, searched: &SearchedYears) -> Vec<Delay> {
        let budget = &self.search.budget;
        let found = self.stage(
            &format!("delays-{}", path.short_digest()),
            budget,
            || self.apart().delays(searched, path, budget),
            |delays| {
                let kept = delays.iter().map(|delay| (delay.what.clone(), delay.path.kept()));
                kept.collect::<Vec<_>>()
            },
            |kept| {
                let delays = kept.into_iter().map(|(what, years): (_, Vec<KeptYear>)| {
                    Some(Delay { what, path: self.path.restored(years)? })
                });
                delays.collect()
            },
        );
        found.unwrap_or_default()
    }

    /// What boards would bring that stay out on a path.
    fn outside_of(&self, path: &FoundPath) -> Option<Vec<WithBoard>> {
        self.outside(path, &self.search.budget).ok().flatten()
    }

    /// The years in which a path falls short of its share.
    fn short_years(&self, found: &FoundPath) -> Vec<usize> {
        let years = found.years.iter().enumerate();
        let short = years
            .filter(|(year, found)| self.path.short(*year, found.students, found.in_clusters) > 0);
        short.map(|(year, _)| year).collect()
    }
}

/// Whether each goal is reached within a fraction of what was reached.
fn is_within(levels: &[PathLevel], gap: f64) -> bool {
    levels.iter().all(|level| relative_gap(level.value, level.bound) <= gap)
}
