//! Today: the first year before anything is decided.

use super::GrowthPath;
use super::PathError;
use super::check::{PATH, PathFinding, differing};
use super::decisions::{Decided, new_clusters};
use super::found::{FoundPath, FoundToday, FoundYear, YearDecision, YearsSoFar};
use super::kept::KeptYear;
use super::plan_of::{CountedPlan, years_of};
use super::result::{PathPlan, PathPlanYear};
use super::search::PathSearch;
use crate::input::errors::InputErrors;
use crate::instance::{Files, Goal};
use crate::message;
use crate::plan::{GoalLevel, Plan, Status};
use crate::problem::Condition;
use crate::solve::{Budget, SearchOutcome, find};
use crate::verify::{verify, verify_assignment};

/// The most steps of the ascent for the bound of the plan.
const MOST_STEPS: u64 = 200;

impl PathSearch<'_> {
    /// The first year before any decision: no board enters and no cluster opens, and students are placed as
    /// well as they can be then. `None` where there is no such plan, or none was found.
    pub fn today(&self, budget: &Budget) -> Option<FoundToday> {
        // What is wrong with the instance, or with a solver, the search for a path says.
        let found = self.stage(
            "today",
            budget,
            || self.without_decisions(budget),
            |today| {
                today.as_ref().map(|today| {
                    (KeptYear::of_found(&today.year, Vec::new()), today.status, today.bound)
                })
            },
            |kept: Option<(KeptYear, Status, Option<i64>)>| {
                let Some((year, status, bound)) = kept else { return Some(None) };
                let YearDecision { found, .. } =
                    year.restored(self.path, &YearsSoFar::nothing(self.path))?;
                Some(Some(FoundToday { year: found, status, bound }))
            },
        );
        found.ok().flatten()
    }

    /// A path, or one that is better since its first year is planned as today: where nothing is decided in that year, both
    /// plan the same instance.
    pub(super) fn begun_today(
        &self,
        path: FoundPath,
        today: Option<&FoundToday>,
        budget: &Budget,
    ) -> Result<FoundPath, PathError> {
        let is_undecided = path.entries.iter().all(|entry| *entry != Some(0))
            && path.years.first().is_some_and(|first| new_clusters(&first.plan).next().is_none());
        let Some(FoundToday { year: first, .. }) = today.filter(|_| is_undecided) else {
            return Ok(path);
        };
        let begun = self.path.found(
            [std::slice::from_ref(first), path.years.get(1..).unwrap_or_default()].concat(),
            path.entries.clone(),
        );
        // With the other years as they are: a first year that is no better is not worth planning them again.
        if begun.reached >= path.reached {
            return Ok(path);
        }
        let begun = self.continued(first, &path, budget)?;
        Ok(begun.filter(|begun| begun.reached < path.reached).unwrap_or(path))
    }

    /// The years of a path after another first year, with their students where they were; `None` where that keeps not all
    /// that is demanded of them.
    fn continued(
        &self,
        first: &FoundYear,
        path: &FoundPath,
        budget: &Budget,
    ) -> Result<Option<FoundPath>, PathError> {
        let mut so_far = YearsSoFar::nothing(self.path);
        for (year, known) in path.years.iter().enumerate() {
            let entries = path.entries.iter().enumerate();
            let entering: Vec<usize> =
                entries.filter(|(_, entry)| **entry == Some(year)).map(|(at, _)| at).collect();
            let document = self.path.instance(year, &so_far.decided, &entering);
            let problem = self.problem(&document, &so_far.years)?;
            let plan = if year == 0 { &first.plan } else { &known.plan };
            let assignment = verify(&problem, plan).assignment;
            let demanded = self.demanded(year, &problem, &so_far.decided);
            if !verify_assignment(&demanded, assignment.clone()).agrees() {
                return Ok(None);
            }
            let found = if year == 0 {
                first.clone()
            } else {
                self.compose(&problem, document, &assignment, None, budget)?
            };
            let found = FoundYear { is_settled: known.is_settled, ..found };
            so_far.add(self.path, YearDecision { entering, found });
        }
        Ok(Some(so_far.into_path(self.path)))
    }

    fn without_decisions(&self, budget: &Budget) -> Result<Option<FoundToday>, PathError> {
        let document = self.path.instance(0, &Decided::nothing(self.path), &[]);
        let problem = self.problem(&document, &[])?;
        let undecided = problem.under([Condition::Opens { most: Some(0), each: None }]);
        let search = self.search.with_budget(budget.clone());
        let SearchOutcome::Plan(incumbent) = find(&undecided, &search, &|_| {})? else {
            return Ok(None);
        };
        let steps = budget.with_work_at_most(MOST_STEPS);
        let year = self.compose(&problem, document, &incumbent.assignment, None, &steps)?;
        // The plan's own bound is that of plans which may open clusters.
        let status = incumbent.status();
        let last = incumbent.levels.split_last();
        let bound = last.and_then(|(total, before)| {
            let are_reached = before.iter().all(|level| level.value == level.bound);
            (total.goal == Goal::Total && are_reached).then_some(total.bound)
        });
        Ok(Some(FoundToday { year, status, bound }))
    }
}

impl PathPlanYear {
    /// Of today: by how much at most its plan could be better, in thousandths of a percent; `None` where that is not
    /// known.
    pub fn gap_thousandths(&self) -> Option<i64> {
        let bound = self.bound?;
        let gap = GoalLevel::new(Goal::Total, self.total, bound).gap_thousandths();
        // With goals before the score the bound may be reached by a plan that is not the best.
        Some(gap).filter(|&gap| gap > 0 || self.status == Some(Status::Optimal))
    }
}

impl PathPlan {
    /// The same with today, where it is known.
    #[must_use]
    pub fn with_today(self, path: &GrowthPath, today: Option<&FoundToday>) -> Self {
        let today = today.map(|&FoundToday { year: ref found, status, bound }| PathPlanYear {
            plan: "today/plan.json".to_owned(),
            status: Some(status),
            bound,
            ..as_year(path, CountedPlan::of(found))
        });
        Self { today, ..self }
    }
}

/// Today as a year of a file, without the name of its plan.
fn as_year(path: &GrowthPath, plan: CountedPlan) -> PathPlanYear {
    years_of(path, &[plan], &vec![None; path.candidates.len()]).swap_remove(0)
}

/// Whether what is said to be proven of today can be so, whatever other plans there are, with this many goals.
fn may_be_proven(today: &PathPlanYear, goals: usize) -> bool {
    let is_optimal = today.status == Some(Status::Optimal);
    match today.bound {
        Some(bound) if bound == today.total => is_optimal || (goals > 1 && today.status.is_some()),
        Some(bound) => bound < today.total && !is_optimal && today.status.is_some(),
        None => !is_optimal,
    }
}

/// Checks what a path says of today; `text` has the bytes of its plan.
///
/// # Errors
/// If the text is no plan, or the instance of the first year is not valid.
pub fn check_today(
    path: &GrowthPath,
    claimed: &PathPlanYear,
    text: &[u8],
    files: &Files,
) -> Result<Vec<PathFinding>, InputErrors> {
    let plan = Plan::read(text)?;
    let document = path.instance(0, &Decided::nothing(path), &[]);
    let problem = path.problem(&document, None, files)?;
    let verdict = verify(&problem, &plan);
    let of_today = |rule: &'static str, sentence: crate::texts::Argument| PathFinding {
        draw: None,
        year: Some(path.years[0].id.clone()),
        rule,
        sentence: message!("growth-check-today", sentence = sentence).into(),
    };
    let mut findings: Vec<PathFinding> = verdict
        .findings
        .iter()
        .map(|finding| of_today(finding.rule, finding.sentence.clone()))
        .collect();
    if new_clusters(&plan).next().is_some() {
        findings.push(of_today(PATH, message!("growth-check-today-opens").into()));
    }
    if findings.is_empty() {
        let students = problem.instance.student_count();
        let in_clusters = problem.tally(&verdict.assignment).core_students();
        let again = PathPlanYear {
            plan: claimed.plan.clone(),
            total: verdict.assessment.total().0,
            // Claims.
            status: claimed.status,
            bound: claimed.bound,
            ..as_year(path, CountedPlan { plan: &plan, text, students, in_clusters })
        };
        if !may_be_proven(&again, problem.levels().len()) {
            findings.push(of_today(PATH, message!("growth-check-today-bound").into()));
        }
        findings.extend(
            differing(&again, claimed)
                .into_iter()
                .map(|key| of_today(PATH, message!("growth-check-figure", key = key).into())),
        );
    }
    Ok(findings)
}
