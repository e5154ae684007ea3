//! Today: the first year before anything is decided.

use super::GrowthPath;
use super::PathError;
use super::check::{PATH, PathFinding, differing};
use super::decisions::{Decided, new_clusters};
use super::found::FoundYear;
use super::plan_of::years_of;
use super::result::{PathPlan, PathPlanYear};
use super::search::PathSearch;
use crate::base::sha256;
use crate::input::errors::InputErrors;
use crate::instance::Files;
use crate::message;
use crate::plan::Plan;
use crate::problem::Condition;
use crate::solve::{Budget, SearchOutcome, find};
use crate::verify::verify;

/// Of the time and work for a path, today may take one part in this many.
pub const TODAY_PARTS: u32 = 20;
/// The most steps of the ascent for the bound of the plan.
const MOST_STEPS: u64 = 200;

impl PathSearch<'_> {
    /// The first year before any decision: no board enters and no cluster opens, and students are placed as
    /// well as they can be then. `None` where there is no such plan, or none was found.
    pub fn today(&self, budget: &Budget) -> Option<FoundYear> {
        // What is wrong with the instance, or with a solver, the search for a path says.
        self.without_decisions(budget).ok().flatten()
    }

    fn without_decisions(&self, budget: &Budget) -> Result<Option<FoundYear>, PathError> {
        let document = self.path.instance(0, &Decided::nothing(self.path), &[]);
        let problem = self.problem(&document, &[])?;
        let undecided = problem.under([Condition::Opens { most: Some(0), each: None }]);
        let search = self.search.with_budget(budget.clone());
        let SearchOutcome::Plan(incumbent) = find(&undecided, &search, &|_| {})? else {
            return Ok(None);
        };
        let steps = budget.with_work_at_most(MOST_STEPS);
        self.compose(&problem, document, &incumbent.assignment, None, &steps).map(Some)
    }
}

impl PathPlan {
    /// The same with today, where it is known.
    #[must_use]
    pub fn with_today(self, path: &GrowthPath, today: Option<&FoundYear>) -> Self {
        let today = today.map(|found| PathPlanYear {
            plan: "today/plan.json".to_owned(),
            sha256: sha256(found.text.as_bytes()),
            ..as_year(path, &found.plan, (found.students, found.in_clusters))
        });
        Self { today, ..self }
    }
}

/// Today as a year of a file, without the name and the digest of its plan; `counted` has all students, and those in
/// clusters.
fn as_year(path: &GrowthPath, plan: &Plan, counted: (i64, i64)) -> PathPlanYear {
    let (students, in_clusters) = counted;
    let mut years = years_of(path, &[plan], &vec![None; path.candidates.len()]);
    PathPlanYear {
        students,
        in_clusters,
        aimed_at: path.years[0].need(students),
        short: path.short(0, students, in_clusters),
        ..years.swap_remove(0)
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
            sha256: sha256(text),
            total: verdict.assessment.total().0,
            ..as_year(path, &plan, (students, in_clusters))
        };
        findings.extend(
            differing(&again, claimed)
                .into_iter()
                .map(|key| of_today(PATH, message!("growth-check-figure", key = key).into())),
        );
    }
    Ok(findings)
}
