//! An independent check of a path: every year, what ties the years together, and every figure.
//!
//! The instance of each year follows from the document and the plans of the years before, whoever made them. Each
//! plan is judged against it as any plan is. Nothing here knows how a path is searched for.

use std::collections::BTreeMap;

use super::GrowthPath;
use super::decisions::{Decided, sorted};
use super::levels::YearResult;
use super::plan_of::{CountedPlan, years_of};
use super::reach::PathRepair;
use super::result::{BoardOutside, PathPlan, PathPlanYear};
use super::wait::Wait;

use crate::base::relative_gap;
use crate::input::errors::InputErrors;
use crate::instance::Files;
use crate::instance::document::InstanceDocument;
use crate::message;
use crate::plan::assignment::Origin;
use crate::plan::{Plan, Status};
use crate::solve::years::PathGoal;
use crate::texts::Message;
use crate::verify::{Verdict, verify};

/// Takes the place of a rule's id in findings about a path.
pub(super) const PATH: &str = "path";

/// Something wrong with a path.
#[derive(Clone, PartialEq, Debug)]
pub struct PathFinding {
    /// The draw that it is about, from 1; `None` where it is about the expected intake or all.
    pub draw: Option<i64>,
    /// The year that it is about; `None` where it is about the whole.
    pub year: Option<String>,
    /// The id of the rule that a plan violates; `path` if it is about what ties the years together; or as in
    /// [`Finding`](crate::verify::Finding).
    pub rule: &'static str,
    /// What is wrong, in a sentence.
    pub sentence: crate::texts::Argument,
}

/// Checks a path against its document. `plans` has the text of the plan of each year, in order.
///
/// # Errors
/// If the text of a plan is none, or the instance of a year is not valid.
pub fn check(
    path: &GrowthPath,
    claimed: &PathPlan,
    plans: &[Vec<u8>],
    files: &Files,
) -> Result<Vec<PathFinding>, InputErrors> {
    let mut check = Check { path, findings: Vec::new() };
    let ids = claimed.years.iter().map(|year| &year.id);
    if !ids.eq(path.years.iter().map(|year| &year.id)) || plans.len() != path.years.len() {
        check.whole(message!("growth-check-years"));
        return Ok(check.findings);
    }
    let entries = check.entries(claimed);
    let read = plans.iter().map(|text| Plan::read(text)).collect::<Result<Vec<Plan>, _>>()?;
    let mut decided = Decided::nothing(path);
    let mut counted: Vec<CountedYear> = Vec::new();
    for (year, plan) in read.iter().enumerate() {
        let entering: Vec<usize> =
            (0..entries.len()).filter(|&board| entries[board] == Some(year)).collect();
        let before = year.checked_sub(1).map(|before| plans[before].as_slice());
        let document = path.instance(year, &decided, &entering);
        let problem = path.problem(&document, before, files)?;
        let verdict = verify(&problem, plan);
        check.openings(year, &problem, &verdict);
        check.reopened(year, &decided, plan);
        let students = problem.instance.student_count();
        let in_clusters = problem.tally(&verdict.assignment).core_students();
        check.share(year, students, in_clusters);
        for finding in &verdict.findings {
            check.of_year(year, finding.rule, finding.sentence.clone());
        }
        let total = verdict.assessment.total().0;
        counted.push(CountedYear { document, students, in_clusters, total });
        decided = decided.after(path, year, &entering, plan);
    }
    if check.findings.is_empty() {
        check.figures(claimed, &read, plans, &entries, &counted);
    }
    Ok(check.findings)
}

/// What follows from the plan of a year.
struct CountedYear {
    /// The instance of the year.
    document: InstanceDocument,
    /// All students.
    students: i64,
    /// Those in clusters.
    in_clusters: i64,
    /// The score, in points.
    total: i64,
}

struct Check<'a> {
    path: &'a GrowthPath,
    findings: Vec<PathFinding>,
}

impl Check<'_> {
    fn whole(&mut self, sentence: Message) {
        self.findings.push(PathFinding {
            draw: None,
            year: None,
            rule: PATH,
            sentence: sentence.into(),
        });
    }

    fn of_year(
        &mut self,
        year: usize,
        rule: &'static str,
        sentence: impl Into<crate::texts::Argument>,
    ) {
        let year = Some(self.path.years[year].id.clone());
        self.findings.push(PathFinding { draw: None, year, rule, sentence: sentence.into() });
    }

    /// When each board enters, as far as that is possible.
    fn entries(&mut self, claimed: &PathPlan) -> Vec<Option<usize>> {
        let path = self.path;
        let mut entries = vec![None; path.candidates.len()];
        for entry in &claimed.entries {
            let board = path.candidates.iter().position(|one| one.board == entry.board);
            let year = path.years.iter().position(|one| one.id == entry.year);
            let (Some(board), Some(year)) = (board, year) else {
                self.whole(message!("growth-check-entry-unknown", board = &entry.board));
                continue;
            };
            if entries[board].replace(year).is_some() {
                self.whole(message!("growth-check-entry-twice", board = &entry.board));
            }
            let candidate = &path.candidates[board];
            if entry.points != candidate.worth {
                self.whole(message!("growth-check-entry-points", board = &entry.board));
            }
        }
        for (candidate, entry) in path.candidates.iter().zip(&entries) {
            let in_time = match *entry {
                None => candidate.latest.is_none(),
                Some(year) => {
                    let latest = candidate.latest.unwrap_or(usize::MAX);
                    (candidate.earliest..=latest).contains(&year)
                }
            };
            if !in_time {
                self.whole(message!("growth-check-entry-time", board = &candidate.board));
            }
        }
        for year in 0..path.years.len() {
            let number = entries.iter().filter(|entry| **entry == Some(year)).count() as i64;
            if let Some(most) = path.pace.entries.filter(|&most| number > most) {
                let sentence = message!("growth-check-entries", count = number, most = most);
                self.of_year(year, PATH, sentence);
            }
        }
        entries
    }

    fn openings(&mut self, year: usize, problem: &crate::problem::Problem, verdict: &Verdict) {
        let mut of_owner: BTreeMap<&str, i64> = BTreeMap::new();
        for cluster in &verdict.assignment.clusters {
            if let Origin::New(owner) = cluster.origin {
                *of_owner.entry(problem.instance.owner_id(owner)).or_default() += 1;
            }
        }
        let all: i64 = of_owner.values().sum();
        if let Some(most) = self.path.pace.new.filter(|&most| all > most) {
            self.of_year(year, PATH, message!("growth-check-new", count = all, most = most));
        }
        for (owner, number) in of_owner {
            if let Some(most) = self.path.pace.new_each.filter(|&most| number > most) {
                let sentence =
                    message!("growth-check-new-each", owner = owner, count = number, most = most);
                self.of_year(year, PATH, sentence);
            }
        }
    }

    fn reopened(&mut self, year: usize, decided: &Decided, plan: &Plan) {
        for cluster in super::decisions::new_clusters(plan) {
            let same = (sorted(&cluster.schools), cluster.meeting_day);
            if decided.closed.contains(&same) {
                self.of_year(year, PATH, message!("growth-check-reopened", cluster = &cluster.id));
            }
        }
    }

    fn share(&mut self, year: usize, students: i64, in_clusters: i64) {
        let short = self.path.short(year, students, in_clusters);
        if self.path.share_worth.is_none() && short > 0 {
            self.of_year(year, PATH, message!("growth-check-share", short = short));
        }
    }

    /// Every figure, counted again.
    fn figures(
        &mut self,
        claimed: &PathPlan,
        plans: &[Plan],
        texts: &[Vec<u8>],
        entries: &[Option<usize>],
        counted: &[CountedYear],
    ) {
        let path = self.path;
        let counted_plans = plans.iter().zip(texts).zip(counted);
        let counted_plans = counted_plans.map(|((plan, text), year)| {
            let CountedYear { students, in_clusters, .. } = *year;
            CountedPlan { plan, text, students, in_clusters }
        });
        let years = years_of(path, &counted_plans.collect::<Vec<_>>(), entries);
        let mut value: i64 = claimed.entries.iter().map(|entry| entry.points).sum();
        let mut again = PathPlan { years, ..claimed.clone() };
        for (again, claimed) in again.years.iter_mut().zip(&claimed.years) {
            for (again, claimed) in again.opened.iter_mut().zip(&claimed.opened) {
                again.delay_points = claimed.delay_points;
                again.draws_with_it = claimed.draws_with_it;
            }
        }
        let documents = counted.iter().map(|year| &year.document);
        again.explain(path, documents.zip(plans).collect());
        for (again, claimed) in again.entries.iter_mut().zip(&claimed.entries) {
            leave_out_unsaid(&mut again.not_earlier, claimed.not_earlier.as_ref());
            leave_out_unsaid(&mut again.not_later, claimed.not_later.as_ref());
        }
        if again.entries != claimed.entries {
            self.whole(message!("growth-check-figure", key = "entries"));
        }
        for (year, (again, claimed)) in again.years.into_iter().zip(&claimed.years).enumerate() {
            let CountedYear { students, in_clusters, total, .. } = counted[year];
            let mut again = again;
            for (again, claimed) in again.opened.iter_mut().zip(&claimed.opened) {
                leave_out_unsaid(&mut again.not_earlier, claimed.not_earlier.as_ref());
                leave_out_unsaid(&mut again.not_later, claimed.not_later.as_ref());
            }
            let again = PathPlanYear {
                plan: claimed.plan.clone(),
                total,
                // A claim, as the bound is.
                most_in_clusters: claimed.most_in_clusters,
                ..again
            };
            let short = path.short_cost(year, students, in_clusters);
            value += path.years[year].weight * (total + short);
            if claimed.most_in_clusters.is_some_and(|most| most < in_clusters) {
                self.of_year(year, PATH, message!("growth-check-most"));
            }
            if claimed.most_in_clusters.is_some_and(|most| most > students) {
                self.of_year(year, PATH, message!("growth-check-figure", key = "most_in_clusters"));
            }
            for key in differing(&again, claimed) {
                self.of_year(year, PATH, message!("growth-check-figure", key = key));
            }
        }
        if value != claimed.value {
            let sentence = message!("growth-check-value", claimed = claimed.value, value = value);
            self.whole(sentence);
        }
        self.levels(claimed);
        self.outside(claimed);
        self.claims(claimed);
        let is_proven = match &claimed.levels {
            Some(levels) => levels.iter().all(|level| level.value == level.bound),
            None => claimed.bound == Some(claimed.value),
        };
        let is_optimal = claimed.status == Some(Status::Optimal);
        let says_nothing = claimed.status.is_none() && claimed.bound.is_none();
        if is_optimal != is_proven && !says_nothing {
            self.whole(message!("growth-check-status"));
        }
        match (claimed.bound, claimed.gap) {
            (Some(bound), _) if bound > claimed.value => {
                self.whole(message!("growth-check-bound", bound = bound, value = claimed.value));
            }
            (Some(bound), Some(gap)) if (gap - relative_gap(claimed.value, bound)).abs() > 1e-9 => {
                self.whole(message!("growth-check-gap"));
            }
            _ => {}
        }
    }

    /// The boards that stay out are those that may enter and do not, and a bound is no more than what was found.
    fn outside(&mut self, claimed: &PathPlan) {
        let Some(outside) = &claimed.outside else { return };
        let enters = |board: &str| claimed.entries.iter().any(|entry| entry.board == board);
        let candidates = self.path.candidates.iter().map(|candidate| candidate.board.as_str());
        let mut staying = candidates.filter(|board| !enters(board));
        // An empty list says that no board stays out.
        let is_silent = outside.is_empty() && staying.clone().next().is_some();
        let is_known =
            !is_silent && outside.iter().all(|one| staying.any(|board| board == one.board));
        let years = claimed.years.len();
        let is_wrong = |one: &BoardOutside| {
            let year = claimed.years.iter().any(|year| one.year.as_ref() == Some(&year.id));
            let (more, least) = (one.more_points, one.least_more_points);
            more.is_some() != year
                || (more.is_some() && (least.is_none() || least > more))
                || one.in_clusters.len() != if more.is_some() { years } else { 0 }
        };
        if !is_known || outside.iter().any(is_wrong) {
            self.whole(message!("growth-check-outside"));
        }
    }

    /// What is said of other paths, as far as it cannot be so whatever they are.
    fn claims(&mut self, claimed: &PathPlan) {
        if let Some(alone) = claimed.year_by_year.filter(|&alone| alone < claimed.value) {
            self.whole(message!("growth-check-year-by-year", alone = alone));
        }
        let opened = || claimed.years.iter().flat_map(|year| &year.opened);
        let of_entries = claimed.entries.iter().map(|entry| entry.delay_points);
        let delays = of_entries.chain(opened().map(|opened| opened.delay_points));
        if delays.flatten().any(|points| points < 0) {
            self.whole(message!("growth-check-delay"));
        }
        let is_short = claimed.years.iter().any(|year| year.short > 0);
        let is_wrong =
            |repair: &PathRepair| !is_short || (!repair.possible && !repair.changes.is_empty());
        if claimed.repair.as_ref().is_some_and(is_wrong) {
            self.whole(message!("growth-check-repair"));
        }
        if claimed.bound.is_some() != claimed.gap.is_some() && claimed.draws.is_none() {
            self.whole(message!("growth-check-gap-missing"));
        }
        let of_entries = claimed.entries.iter().map(|entry| entry.draws_with_it);
        let mut support = of_entries.chain(opened().map(|opened| opened.draws_with_it));
        if self.path.draws.is_none() && claimed.draws.is_none() && support.any(|one| one.is_some())
        {
            self.whole(message!("growth-check-support-missing"));
        }
    }

    /// The goals, with what the years say of each.
    fn levels(&mut self, claimed: &PathPlan) {
        let path = self.path;
        let is_proven = claimed.bound.is_some();
        let Some(levels) = &claimed.levels else {
            if path.has_levels() && is_proven {
                self.whole(message!("growth-check-levels"));
            }
            return;
        };
        if !path.has_levels() || !levels.iter().map(|level| level.goal).eq(path.goals.clone()) {
            self.whole(message!("growth-check-levels"));
            return;
        }
        let years = claimed.years.iter().map(|year| YearResult {
            short: year.short,
            left_out: year.left_out.iter().map(|one| one.count).sum(),
        });
        let reached = path.reached(&years.collect::<Vec<_>>(), claimed.value);
        for (level, &value) in levels.iter().zip(&reached) {
            let goal = level.goal.key();
            if level.value != value {
                let claimed = level.value;
                self.whole(message!(
                    "growth-check-level",
                    goal = goal,
                    claimed = claimed,
                    value = value
                ));
            }
            let is_of_path = level.goal != PathGoal::Total || claimed.bound == Some(level.bound);
            if level.bound > level.value || !is_of_path {
                self.whole(message!("growth-check-level-bound", goal = goal, bound = level.bound));
            }
        }
    }
}

/// What keeps something from being in another year need not be said.
fn leave_out_unsaid(again: &mut Option<Vec<Wait>>, claimed: Option<&Vec<Wait>>) {
    if claimed.is_none() {
        *again = None;
    }
}

/// The keys in which two years differ, as written in the file.
pub(super) fn differing(one: &PathPlanYear, other: &PathPlanYear) -> Vec<String> {
    let value = |year| serde_json::to_value(year).expect("a year is plain JSON");
    let (one, other) = (value(one), value(other));
    let keys = one.as_object().into_iter().chain(other.as_object()).flat_map(|keys| keys.keys());
    let keys: std::collections::BTreeSet<&String> = keys.collect();
    keys.into_iter().filter(|key| one.get(key) != other.get(key)).cloned().collect()
}
