//! The search of a project: at work, or how it ended.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use super::view::View;
use crate::instance::Goal;
use crate::plan::assignment::Assignment;
use crate::problem::Problem;
use crate::project::Plans;
use crate::solve::{BestSoFar, ClashInWords, goal_values};
use crate::texts::Message;

/// The search of a project.
#[derive(Debug)]
pub enum SearchState {
    /// None was begun yet.
    None,
    /// One is at work.
    Running {
        /// Setting it ends the search with its best plan.
        stop: Arc<AtomicBool>,
        /// When it began.
        since: Instant,
        /// The best score so far, if there is a plan, and the bound; none before it has begun.
        progress: Option<(Option<i64>, i64)>,
        /// What is searched.
        searched: Arc<SearchedProblem>,
    },
    /// The last one has ended.
    Ended(SearchEnded),
}

/// The problem that a search at work is about, and the best plan that it has found so far.
#[derive(Debug)]
pub struct SearchedProblem {
    /// The problem, without the condition that clusters are held: its plans are plans of the project.
    pub problem: Problem,
    /// SHA-256 of the text of its instance.
    pub text_sha256: String,
    /// The best plan so far.
    pub best: Arc<BestSoFar>,
}

impl SearchedProblem {
    /// The best plan so far, where the project still has the instance and no plan on screen that is as good.
    pub fn better(&self, view: &View) -> Option<Arc<Assignment>> {
        view.read.as_ref().filter(|read| read.text_sha256 == self.text_sha256)?;
        let (values, plan) = self.best.plan()?;
        let shown = view.planned().map(|(_, shown)| shown).filter(|shown| shown.is_sound());
        let is_better = |assignment| values < goal_values(&self.problem, assignment);
        shown.is_none_or(|shown| is_better(&shown.assignment)).then_some(plan)
    }
}

/// How a search has ended.
#[derive(Clone, Debug)]
pub enum SearchEnded {
    /// It found a plan.
    Found(FoundPlan),
    /// No plan exists under the rules; why, if that was found in time.
    NoPlan(Option<Arc<ClashInWords>>),
    /// It had to stop before it found a plan.
    Nothing,
    /// Another edit has ended it: the plan that it had found by then, for the instance of before.
    Overtaken(Option<FoundPlan>),
    /// It found a plan that was never on screen; the data or the plan on screen have changed since.
    Earlier(FoundPlan),
    /// It failed, with a message for people.
    Failed(Message),
}

/// A plan that a search has found.
#[derive(Clone, Debug)]
pub struct FoundPlan {
    /// The number of its file.
    pub number: u32,
    /// Its score in points.
    pub score: i64,
    /// A lower bound on the score of every plan that was searched among.
    pub bound: i64,
    /// Whether it is proven to be the best of them.
    pub is_best: bool,
    /// Whether the clusters were held.
    pub held_clusters: bool,
    /// What it reaches at each goal, the first of which decides.
    pub values: Vec<i64>,
    /// The problem that it solves.
    pub searched: Arc<SearchedProblem>,
}

impl FoundPlan {
    /// The first goal at which another plan of its problem reaches something else: the goal, what the other reaches, and what
    /// this one does. `None` if both are as good.
    pub fn difference_from(&self, other: &Assignment) -> Option<(Goal, i64, i64)> {
        let problem = &self.searched.problem;
        let (goals, others) = (problem.instance.goals.iter(), goal_values(problem, other));
        let mut levels = goals.zip(others).zip(&self.values);
        levels.find_map(|((&goal, other), &own)| (other != own).then_some((goal, other, own)))
    }
}

impl SearchState {
    /// Ends the search, if one is at work.
    pub fn stop(&self) {
        if let Self::Running { stop, .. } = self {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Forgets how the last search ended where the data or the plan on screen are no longer those it speaks of. A plan
    /// that was never on screen stays within reach.
    pub fn outdate(&mut self, before: &Plans, after: &Plans, is_edited: bool) {
        let has_moved = before.shown != after.shown;
        let next = match self {
            Self::Ended(SearchEnded::Found(found) | SearchEnded::Earlier(found))
                if is_edited || (has_moved && after.shown != Some(found.number)) =>
            {
                let is_known =
                    [before, after].iter().any(|p| p.versions.contains_key(&found.number));
                if is_known { Self::None } else { Self::Ended(SearchEnded::Earlier(found.clone())) }
            }
            Self::Ended(SearchEnded::Earlier(_)) if has_moved => Self::None,
            Self::Ended(SearchEnded::NoPlan(_) | SearchEnded::Nothing | SearchEnded::Failed(_))
                if is_edited =>
            {
                Self::None
            }
            _ => return,
        };
        *self = next;
    }

    /// A plan that the search at work has found and that is better than the plan on screen, with its problem.
    pub fn better(&self, view: &View) -> Option<(Arc<SearchedProblem>, Arc<Assignment>)> {
        let Self::Running { searched, .. } = self else { return None };
        Some((Arc::clone(searched), searched.better(view)?))
    }

    /// Whether a search is at work.
    pub fn is_running(&self) -> bool {
        matches!(self, Self::Running { .. })
    }
}
