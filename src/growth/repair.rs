//! Finding what can be reached where shares are not, and the cheapest repair.

use rayon::prelude::*;

use super::decisions::Decided;
use super::model::WidestYears;
use super::reach::{EasedLimit, PathLimit, PathReach, PathRepair, YearReach};
use super::search::PathSearch;
use super::{Candidate, GrowthPath, Pace, PathError};
use crate::solve::Budget;
use crate::solve::years::{Eased, Easing, PaceLimits, YearsModel, least_easing, most_in_clusters};

impl PathSearch<'_> {
    /// What can be reached in some years that fall short of their shares.
    pub(super) fn reach(
        &self,
        model: &YearsModel,
        short: &[usize],
        budget: &Budget,
    ) -> Result<PathReach, PathError> {
        let years = self.most(model, short, budget);
        Ok(PathReach { years, repair: self.repair(short, budget)? })
    }

    /// The most that can be reached in some years, where that is found out in time.
    fn most(&self, model: &YearsModel, years: &[usize], budget: &Budget) -> Vec<YearReach> {
        if budget.is_exhausted() {
            return Vec::new();
        }
        let reach = years.par_iter().filter_map(|&year| {
            let students = model.years[year].core.problem.instance.student_count();
            let aimed_at = self.path.years[year].need(students)?;
            // They run side by side: work taken off one count would depend on their order.
            let budget = budget.with_own_work();
            let most = most_in_clusters(model, year, self.search.solver, &budget)?;
            Some(YearReach { year, students, aimed_at, most })
        });
        reach.collect()
    }

    /// The cheapest repair, where there are limits that could give.
    pub(super) fn repair(
        &self,
        short: &[usize],
        budget: &Budget,
    ) -> Result<Option<PathRepair>, PathError> {
        let loosened = self.path.loosened();
        if short.is_empty() || !self.path.has_limits(&loosened) || budget.is_exhausted() {
            return Ok(None);
        }
        let nothing = Decided::nothing(&loosened);
        let years = 0..loosened.years.len();
        let widest = WidestYears::new(&loosened, years, &nothing, &self.beside_base())?;
        let model = widest.model();
        let impossible = PathRepair { possible: false, changes: Vec::new(), proven: true };
        let most = self.most(&model, short, budget);
        if most.iter().any(|year| year.most < year.aimed_at) {
            return Ok(Some(impossible));
        }
        let boards = widest.candidates();
        let limits = PaceLimits {
            entries: self.path.pace.entries,
            new: self.path.pace.new,
            new_each: self.path.pace.new_each,
            earliest: boards.iter().map(|&board| self.path.candidates[board].earliest).collect(),
        };
        let settings = self.search.mip_settings();
        Ok(match least_easing(&model, &limits, settings, budget)? {
            Easing::Impossible => Some(impossible),
            Easing::Unknown => None,
            Easing::Possible { eased, is_least } => {
                let changes = eased.into_iter();
                let changes = changes.map(|(what, by)| self.in_words_of(&widest, &model, what, by));
                Some(PathRepair { possible: true, changes: changes.collect(), proven: is_least })
            }
        })
    }

    /// A limit that gives, by the keys and ids of the document.
    fn in_words_of(
        &self,
        widest: &WidestYears,
        model: &YearsModel,
        eased: Eased,
        by: i64,
    ) -> EasedLimit {
        let id = |year: usize| Some(self.path.years[year].id.clone());
        let (limit, year, board) = match eased {
            Eased::Entries { year } => (PathLimit::EntriesPerYear, id(year), None),
            Eased::New { year } => (PathLimit::NewClustersPerYear, id(year), None),
            Eased::NewEach { year, owner } => {
                let problem = &widest.problems[year];
                let first = model.years[year].core.owners[owner].options.first();
                let owner = first.map(|&option| problem.options[option].owner(&problem.instance));
                let owner = owner.map(|owner| problem.instance.owner_id(owner).to_owned());
                (PathLimit::NewClustersPerBoard, id(year), owner)
            }
            Eased::Earlier { entrant } => {
                let board = &self.path.candidates[widest.candidates()[entrant]].board;
                (PathLimit::Earliest, None, Some(board.clone()))
            }
        };
        EasedLimit { limit, year, board, by }
    }
}

impl GrowthPath {
    /// The same path in which nothing limits the pace, boards may enter as soon as they are there, and the shares are
    /// demands.
    pub(super) fn loosened(&self) -> Self {
        let first_year = |board: &Candidate| {
            let is_there =
                |year: &usize| self.documents[*year].boards.iter().any(|own| own.id == board.board);
            (0..=board.earliest).rev().take_while(is_there).last().unwrap_or(board.earliest)
        };
        let candidates = self.candidates.iter();
        let candidates = candidates
            .map(|board| Candidate { earliest: first_year(board), ..board.clone() })
            .collect();
        Self { candidates, pace: Pace::default(), share_worth: None, ..self.clone() }
    }

    /// Whether anything limits this path that does not limit the loosened one.
    fn has_limits(&self, loosened: &Self) -> bool {
        self.pace != Pace::default() || self.candidates != loosened.candidates
    }
}
