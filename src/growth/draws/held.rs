//! What one draw makes of decisions that were made before: students placed in every year, with the clusters held.

use std::collections::BTreeMap;

use super::common::{ClusterKey, CommonPath};
use crate::growth::PathError;
use crate::growth::decisions::Decided;
use crate::growth::found::{FoundPath, FoundYear};
use crate::growth::place_year::HeldYear;
use crate::growth::search::PathSearch;
use crate::growth::translate::Wanted;
use crate::plan::assignment::{Assignment, UsedCluster};
use crate::problem::Problem;
use crate::solve::Budget;
use crate::solve::mip::SolveError;
use crate::solve::years::{ShareAim, YearsOutcome, YearsProgram, held_year};

/// With at most this many pairs the students of a year are placed by one integer program.
const MOST_PAIRS: usize = 100_000;
/// The most steps of the ascent for the bound of a year's plan.
const MOST_STEPS: u64 = 200;

/// What a draw makes of decisions.
#[derive(Debug)]
pub enum HeldPath {
    /// A path with exactly these clusters.
    Found(Box<FoundPath>),
    /// It is proven that they lead to no plan in some year, however students are placed in the years before.
    Impossible,
    /// No plan was found in some year. That there is none is not proven: students placed otherwise in the years before,
    /// or a longer search, may lead to one.
    NotFound,
    /// The search ended before that was known.
    Unknown,
}

/// Whether the plans of a held path are compared with bounds of their own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum YearBounds {
    /// They are.
    Wanted,
    /// They are not: only what the path costs is asked for.
    Skipped,
}

impl PathSearch<'_> {
    /// The path in which in each year exactly these clusters are used and these boards enter, with the students placed
    /// as well as they can be, year by year.
    pub(in crate::growth) fn held_path(
        &self,
        common: &CommonPath,
        bounds: YearBounds,
        budget: &Budget,
    ) -> Result<HeldPath, PathError> {
        let no_bounds = Budget::of_work(0);
        let mut decided = Decided::nothing(self.path);
        let mut years: Vec<FoundYear> = Vec::new();
        for (year, wanted) in common.clusters.iter().enumerate() {
            let entering = common.entering(year);
            let document = self.path.instance(year, &decided, &entering);
            let problem = self.problem(&document, &years)?;
            let left = u32::try_from(common.clusters.len() - year).unwrap_or(1);
            let share = budget.share(1, left);
            let mut held = self.held_year(year, &problem, wanted, &share)?;
            if matches!(held, HeldYear::NotFound) && share.is_exhausted() {
                // Without this year there is no path: it gets what is left.
                held = self.held_year(year, &problem, wanted, budget)?;
            }
            let assignment = match held {
                HeldYear::Placed(assignment) => assignment,
                HeldYear::Impossible => {
                    let entering = (&decided, entering.as_slice());
                    return self.however_placed(year, entering, wanted, &share);
                }
                HeldYear::NotFound if budget.is_exhausted() => return Ok(HeldPath::Unknown),
                HeldYear::NotFound => return Ok(HeldPath::NotFound),
            };
            let steps = match bounds {
                YearBounds::Wanted => share.with_work_at_most(MOST_STEPS),
                YearBounds::Skipped => no_bounds.clone(),
            };
            let found = self.compose(&problem, document, &assignment, None, &steps)?;
            decided = decided.after(self.path, year, &entering, &found.plan);
            years.push(found);
        }
        Ok(HeldPath::Found(Box::new(self.path.found(years, decided.entries))))
    }

    /// What it means that a year cannot be planned after the years before were: whether that is so however students are
    /// placed in those years. Only what clusters and entries decide is the same whatever that is; where students move up,
    /// their earlier schools are not, nor are the students whom a grant counts later.
    fn however_placed(
        &self,
        year: usize,
        (decided, entering): (&Decided, &[usize]),
        wanted: &[ClusterKey],
        budget: &Budget,
    ) -> Result<HeldPath, PathError> {
        let decided = Decided { placed: BTreeMap::new(), ..decided.clone() };
        let document = self.path.instance(year, &decided, entering);
        let mut problem = self.problem(&document, &[])?;
        let lags = problem.instance.finance.as_ref().is_some_and(|money| money.grant.lag_years > 0);
        if lags && let Some(budget) = &mut problem.rulebook.budget {
            budget.limit_eur = None;
        }
        let is_same = year == 0 || !(self.path.moves_up || lags);
        if is_same {
            return Ok(HeldPath::Impossible);
        }
        Ok(match self.held_year(year, &problem, wanted, budget)? {
            HeldYear::Impossible => HeldPath::Impossible,
            HeldYear::Placed(_) | HeldYear::NotFound => HeldPath::NotFound,
        })
    }

    fn held_year(
        &self,
        year: usize,
        problem: &Problem,
        wanted: &[ClusterKey],
        budget: &Budget,
    ) -> Result<HeldYear, PathError> {
        let clusters = Wanted::these(wanted.to_vec()).in_instance(problem);
        if clusters.len() != wanted.len() {
            return Ok(HeldYear::Impossible);
        }
        let held = problem.holding(&clusters);
        let need = self.path.years[year].need(problem.instance.student_count());
        let share = need.map(|need| ShareAim { need, each: self.path.share_worth });
        let model = held_year(&held, share);
        if model.pairs() <= MOST_PAIRS {
            match YearsProgram::whole(&model).solve(self.search.mip_settings(), budget) {
                Ok(Some(YearsOutcome { best: Some((_, mut years)), .. })) => {
                    return Ok(HeldYear::Placed(years.swap_remove(0)));
                }
                Ok(Some(_)) => return Ok(HeldYear::Impossible),
                // The ordinary search makes smaller programs.
                Ok(None) | Err(SolveError::TooLargeForMicrolp { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        self.held_by_search(year, problem, &clusters, budget)
    }

    /// Places the students of a year by an ordinary search, which knows no price of a share.
    fn held_by_search(
        &self,
        year: usize,
        problem: &Problem,
        clusters: &[UsedCluster],
        budget: &Budget,
    ) -> Result<HeldYear, PathError> {
        let start = Assignment::new(clusters.to_vec(), Vec::new());
        self.hold(year, problem, clusters, start, budget)
    }
}
